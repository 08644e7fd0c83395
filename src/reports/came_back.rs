//! What came back since the last session, said in lines: for the brief and for the step in which it is followed up.

use super::{Tone, objections};
use crate::domain::sessions::came_back::{CameBack, given_up};
use crate::domain::{Action, ActionState, Owner};
use crate::i18n::Words;

/// One thing that came back; `label` is a message.
pub struct Line {
    pub label: &'static str,
    pub text: String,
    pub tone: Tone,
}

pub fn lines(words: &Words, back: &CameBack<'_>) -> Vec<Line> {
    let mut out = Vec::new();
    if let Some(found) = back.objection {
        let args = [("day", words.day_month(found.on).into()), ("text", found.words.into())];
        let said = words.with("came-back-objects", &args);
        let text = format!("{said} · {}", objections::next_move(words, found.state()));
        out.push(Line { label: "came-back-objection", text, tone: Tone::Alarm });
    }
    if !back.words.is_empty() {
        let text = words.with("came-back-said", &[("text", back.words.replace('\n', " ").into())]);
        out.push(Line { label: "came-back-words", text, tone: Tone::Plain });
    }
    if let Some(mood) = back.mood {
        out.push(Line { label: "came-back-mood", text: mood_text(words, mood, back), tone: Tone::Plain });
    }
    out.extend(back.broken.iter().map(|action| Line {
        label: if action.owner == Owner::Supervisor { "came-back-mine" } else { "came-back-theirs" },
        text: broken_text(words, action),
        tone: if action.owner == Owner::Supervisor { Tone::Alarm } else { Tone::Attention },
    }));
    out
}

/// `2 dari 5, agak berat (21 Sep 3, 20 Agu 3)`.
fn mood_text(words: &Words, mood: u8, back: &CameBack<'_>) -> String {
    let now = words.with(
        "came-back-mood-now",
        &[("n", i64::from(mood).into()), ("word", words.say(&format!("mood-{}", mood.clamp(1, 5))).into())],
    );
    let earlier: Vec<String> = back.earlier.iter().map(|(day, mood)| format!("{} {mood}", words.day_month(*day))).collect();
    if earlier.is_empty() { now } else { format!("{now} ({})", earlier.join(", ")) }
}

fn broken_text(words: &Words, action: &Action) -> String {
    let id = if matches!(action.state, ActionState::Dropped { .. }) { "came-back-dropped" } else { "came-back-not-done" };
    let (day, reason) = given_up(action).unwrap_or_default();
    let args = [
        ("text", action.text.for_supervisor().as_str().into()),
        ("day", words.day_month(day).into()),
        ("reason", reason.into()),
    ];
    words.with(id, &args)
}
