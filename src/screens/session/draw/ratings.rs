//! The step of competencies: those that are due and those that the talk has touched, rated as on a person's page.

use crate::desk::Desk;
use crate::desk::records::ratings::is_rated_in;
use crate::domain::competency::tally::Mark;
use crate::screens::OnTop;
use crate::screens::person::draw::ratings::{Columns, anchor};
use crate::screens::session::{Focus, SessionScreen, Spot};
use crate::ui::canvas::Canvas;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

/// Rows below the list: a line, and four of words.
const BELOW: u16 = 5;

pub fn draw(desk: &Desk, session: &SessionScreen, canvas: &mut Canvas<'_>, area: Rect) {
    let Some(dossier) = desk.office.dossier(session.person) else { return };
    let standings = session.standings(dossier, &desk.office);
    if standings.is_empty() {
        canvas.paragraph(area, &desk.words.say("rating-nothing-due"), Role::Plain);
        return;
    }
    let columns = Columns::of(Rect { width: area.width + 1, ..area }).named_at(area.x + 2);
    columns.head(desk, canvas, area.y, None);
    let text = desk.words.say(if session.all_competencies { "rating-shows-all" } else { "rating-due" });
    canvas.put(area.x, area.y, columns.room(), &text, Role::Heading);
    let below = if area.height > BELOW + 4 { BELOW } else { 0 };
    let room = usize::from(area.height.saturating_sub(1 + below)).max(1);
    let spot = |n: usize| standings.get(n).map(|standing| Spot::Competency(Mark::of(&standing.competency)));
    let at = (0..standings.len()).find(|n| spot(*n).map(Focus::Spot) == Some(session.focus));
    let top = (at.unwrap_or(0) + 1).saturating_sub(room);
    let mut y = area.y + 1;
    for (n, standing) in standings.iter().enumerate().skip(top).take(room) {
        let chosen = at == Some(n);
        if chosen {
            // The marks stand in the gutter, as those of other rows do.
            canvas.mark(area.x.saturating_sub(1), y);
        }
        if is_rated_in(dossier, session.session, Mark::of(&standing.competency)) {
            canvas.put(area.x, y, 1, canvas.glyphs.done, Role::Good);
        }
        columns.row(desk, canvas, y, standing, chosen);
        y += 1;
    }
    if let (Some(at), Some(standing)) = (session.selection(desk).rating, at.and_then(|n| standings.get(n)))
        && below > 0
    {
        anchor(desk, canvas, Rect { y, height: area.bottom().saturating_sub(y), ..area }, at, standing, session.rating);
    }
}
