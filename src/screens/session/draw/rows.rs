//! Headings and rows that several steps show.

use crate::desk::Desk;
use crate::domain::{Audience, Dossier, FeedbackId};
use crate::screens::session::{Focus, SessionScreen, Spot};
use crate::ui::canvas::Canvas;
use crate::ui::parts::{audience_mark, sign_role};
use crate::ui::theme::Role;
use ratatui::layout::Rect;

pub(super) fn dossier<'a>(desk: &'a Desk, session: &SessionScreen) -> Option<&'a Dossier> {
    desk.office.dossier(session.person)
}

pub(super) fn chosen(session: &SessionScreen, spot: Spot) -> bool {
    session.focus == Focus::Spot(spot)
}

pub(super) fn heading(canvas: &mut Canvas<'_>, area: Rect, y: u16, text: &str) {
    if y < area.bottom() {
        let end = canvas.put(area.x, y, area.width, text, Role::Heading);
        canvas.rule(end + 1, y, area.right().saturating_sub(end + 1), Role::Dim);
    }
}

pub(super) fn feedback_row(desk: &Desk, session: &SessionScreen, canvas: &mut Canvas<'_>, area: Rect, id: FeedbackId) {
    let Some(f) = dossier(desk, session).and_then(|d| d.feedback.iter().find(|f| f.id == id)) else { return };
    let here = chosen(session, Spot::FeedbackRow(id));
    let x = row_start(desk, canvas, area, here, f.words.audience());
    let x = canvas.put(x, area.y, 1, &f.kind.sign().to_string(), sign_role(f.kind)) + 1;
    let tags = f.tags.iter().map(|t| format!("#{t}")).collect::<Vec<_>>().join(" ");
    row_text(canvas, area, x, &f.words.for_supervisor().text(), &tags, Role::Dim, here);
}

pub(super) fn row_start(desk: &Desk, canvas: &mut Canvas<'_>, area: Rect, here: bool, audience: Audience) -> u16 {
    if here {
        canvas.put(area.x.saturating_sub(1), area.y, 1, canvas.glyphs.chosen, Role::Chosen);
        canvas.cursor = Some((area.x.saturating_sub(1), area.y));
    }
    audience_mark(desk, canvas, area.x, area.y, audience)
}

pub(super) fn row_text(canvas: &mut Canvas<'_>, area: Rect, x: u16, text: &str, state: &str, role: Role, here: bool) {
    let end =
        if state.is_empty() { area.right() } else { canvas.put_right(area.right(), area.y, state, role).saturating_sub(1) };
    canvas.put(x, area.y, end.saturating_sub(x), &text.replace('\n', " "), if here { Role::Strong } else { Role::Plain });
}
