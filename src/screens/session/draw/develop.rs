//! Lines about development in a talk: effects that are asked about, steps that were agreed, proposals, the wish.

use super::rows::{chosen, dossier, heading, row_text};
use crate::desk::Desk;
use crate::domain::Dossier;
use crate::domain::development::need::of_tag;
use crate::domain::{FeedbackKind, development::Subject};
use crate::reports::development::{kind, subject, when};
use crate::screens::development::draw::role;
use crate::screens::development::plans;
use crate::screens::session::{SessionScreen, Spot, develop};
use crate::ui::canvas::Canvas;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

/// What was planned, what is proposed and the wish, under the agreements; the chosen line is always in view.
pub fn draw(desk: &Desk, session: &SessionScreen, canvas: &mut Canvas<'_>, area: Rect) {
    let rows = session.spots(&desk.office).into_iter();
    let rows: Vec<Spot> = rows.filter(|spot| matches!(spot, Spot::Planned(_) | Spot::Proposed(_) | Spot::Wish)).collect();
    if area.height < 2 || rows.is_empty() {
        return;
    }
    heading(canvas, area, area.y, &desk.words.say("agreements-development"));
    let room = usize::from(area.height - 1);
    let at = rows.iter().position(|spot| chosen(session, *spot)).unwrap_or(0);
    for (n, spot) in rows.iter().skip((at + 1).saturating_sub(room)).take(room).enumerate() {
        row(desk, session, canvas, Rect { y: area.y + 1 + n as u16, height: 1, ..area }, *spot);
    }
}

pub(super) fn row(desk: &Desk, session: &SessionScreen, canvas: &mut Canvas<'_>, area: Rect, spot: Spot) {
    let Some(dossier) = dossier(desk, session) else { return };
    let Some((text, state, tone)) = said(desk, session, dossier, spot) else { return };
    let here = chosen(session, spot);
    if here {
        canvas.put(area.x.saturating_sub(1), area.y, 1, canvas.glyphs.chosen, Role::Chosen);
        canvas.cursor = Some((area.x.saturating_sub(1), area.y));
    }
    row_text(canvas, area, area.x, &text, &state, tone, here);
}

/// What a line says, and its state at the right.
fn said(desk: &Desk, session: &SessionScreen, dossier: &Dossier, spot: Spot) -> Option<(String, String, Role)> {
    let words = &desk.words;
    Some(match spot {
        Spot::Effect(id) => {
            let item = dossier.item(id)?;
            let text = words.with("effect-question", &[("expect", item.expect.for_supervisor().as_str().into())]);
            let told = item.answers().into_iter().rfind(|answer| answer.session == Some(session.session));
            match told {
                Some(answer) => (text, words.say(&format!("seen-short-{}", answer.seen.id())), Role::Good),
                None => (text, words.say("development-ask-now"), Role::Attention),
            }
        }
        Spot::Planned(id) => {
            let item = dossier.item(id)?;
            let way = kind(words, &desk.office.rules.development, &item.kind);
            let (state, tone) = plans::state(desk, item, false);
            (format!("{way}: {} · {}", item.name(), when(words, item.when)), state, role(tone))
        }
        Spot::Proposed(mark) => {
            let found = develop::proposal(dossier, session.session, mark, &desk.office)?;
            let name = subject(words, &desk.office.roster.catalogue, &found);
            let id = if is_of_talk(desk, session, dossier, &found) { "propose-from-talk" } else { "propose-from-need" };
            (words.with("propose-step", &[("topic", name.into())]), words.say(id), Role::Dim)
        }
        Spot::Wish => (words.say("ask-wish"), String::new(), Role::Dim),
        _ => return None,
    })
}

fn is_of_talk(desk: &Desk, session: &SessionScreen, dossier: &Dossier, found: &Subject) -> bool {
    let notes = dossier.feedback_of(session.session).filter(|note| note.kind == FeedbackKind::Improve);
    notes.flat_map(|note| &note.tags).any(|tag| of_tag(tag, &desk.office.roster.catalogue).is_same(found))
}
