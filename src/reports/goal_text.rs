//! The text of one result, to be pasted into e-Kinerja or a letter: what was reached, then the shared notes about it.
//!
//! Every line is [`SharedText`] before it gets here; there is no way in for a private one:
//!
//! ```compile_fail
//! use bina::{domain::Private, reports::goal_text::Lines};
//! Lines::default().line(Private::new("hanya untuk atasan".to_owned()));
//! ```

use super::goals as says;
use crate::domain::goal::CheckIn;
use crate::domain::goal::plan::{Goal, Standing};
use crate::domain::{Dossier, Feedback, FeedbackKind, Indicator, Measure, Sbi, Shared, SharedText, WorkResult};
use crate::i18n::{Arg, Words};
use jiff::civil::Date;

/// Title, what was reached of each indicator, and the shared notes with the result's tag, oldest first. Lines are not
/// wrapped: the field that they are pasted into does that.
pub fn goal_text(dossier: &Dossier, result: &WorkResult, today: Date, words: &Words) -> SharedText {
    let mut out = Lines::default();
    let goal = Goal::of(result, &dossier.check_ins, today);
    out.line(Shared::new(result.title.clone()));
    out.remark(words.with("goal-text-reached", &[("day", words.long_day(today).into())]));
    goal.standings.iter().for_each(|standing| out.line(reached(words, standing).map(|text| format!("- {text}"))));
    let tagged = dossier.evidence().filter(|f| f.tags.contains(&result.tag) && result.period.contains(f.on));
    let notes: Vec<SharedText> = tagged.filter_map(|f| note(words, f)).collect();
    if !notes.is_empty() {
        out.remark(words.say("goal-text-notes"));
        notes.into_iter().for_each(|note| out.line(note.map(|text| format!("- {text}"))));
    }
    out.finish()
}

/// What an indicator has reached, in a sentence or two.
fn reached(words: &Words, standing: &Standing<'_>) -> SharedText {
    let indicator = standing.indicator;
    let held = standing.check_ins.iter().rev().find(|c| c.value.is_some() || indicator.measure == Measure::Described);
    match held {
        Some(held) => value(words, indicator, held),
        None => Shared::new(words.with("goal-text-no-value", &[("indicator", indicator.title.as_str().into())])),
    }
}

/// One value with its day, its note and its evidence: `Boks ditata: 84 boks pada 20 November 2026 (paling sedikit 120
/// boks). Boks 61-84 selesai. Bukti dukung: BA-12/2026.`
pub fn value(words: &Words, indicator: &Indicator, check_in: &CheckIn) -> SharedText {
    let (title, day) = (Arg::from(indicator.title.as_str()), Arg::from(words.long_day(check_in.on)));
    let head = match check_in.value {
        Some(value) => {
            let value = Arg::from(says::value_text(words, indicator, value));
            let measure = Arg::from(says::measure_line(words, indicator));
            words.with("goal-text-value", &[("indicator", title), ("value", value), ("day", day), ("measure", measure)])
        }
        None => words.with("goal-text-described", &[("indicator", title), ("day", day)]),
    };
    let evidence = Some(check_in.evidence.get().as_str()).filter(|text| !text.is_empty());
    let evidence = evidence.map(|text| words.with("goal-text-evidence", &[("text", text.into())]));
    check_in.note.as_ref().map(|note| {
        let parts = [Some(head), Some(sentence(note)).filter(|s| !s.is_empty()), evidence];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    })
}

/// A dated note, if the employee may read it.
fn note(words: &Words, feedback: &Feedback) -> Option<SharedText> {
    let id = match feedback.kind {
        FeedbackKind::Praise => "goal-text-praise",
        FeedbackKind::Improve => "goal-text-improve",
        FeedbackKind::Observation => "goal-text-observation",
    };
    let said = feedback.words.shared()?.map(sentences);
    Some(said.map(|text| words.with(id, &[("day", words.long_day(feedback.on).into()), ("text", text.into())])))
}

fn sentences(sbi: &Sbi) -> String {
    let parts = [&sbi.situation, &sbi.behaviour, &sbi.impact];
    parts.into_iter().map(|part| sentence(part)).filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" ")
}

/// With a capital letter and a full stop.
fn sentence(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    let end = if text.ends_with(['.', '!', '?', '…']) { "" } else { "." };
    format!("{}{}{end}", first.to_uppercase(), letters.as_str())
}

/// Takes nothing but shared text.
#[derive(Clone, Debug, Default)]
pub struct Lines(Vec<SharedText>);

impl Lines {
    pub fn line(&mut self, text: SharedText) {
        self.0.push(text);
    }
    /// A line of the program's own.
    fn remark(&mut self, text: String) {
        self.line(Shared::new(text));
    }
    fn finish(self) -> SharedText {
        Shared::new(self.0.into_iter().map(|line| line.into_inner() + "\n").collect())
    }
}

#[cfg(test)]
mod tests;
