//! The guided talk: the rail of steps at the left, the work at the right.

mod develop;
mod follow_up;
mod goals;
mod noted;
mod ratings;
mod rows;
mod steps;

use super::commands::WORK_COLUMNS;
use super::{Focus, SessionScreen, Spot, Step};
use crate::desk::Desk;
use crate::desk::editor::{Editor, place, wrap};
use crate::domain::SessionState;
use crate::screens::draw::Draw;
use crate::ui::canvas::Canvas;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

/// Columns of the rail, and of the labels in front of fields.
pub const RAIL: u16 = 19;
const LABEL: u16 = 11;

impl Draw for SessionScreen {
    fn crumbs(&self, desk: &Desk) -> Vec<String> {
        {
            let name = desk.office.row(self.person).map(|r| r.name.name.clone()).unwrap_or_default();
            vec![kind(desk, self), name]
        }
    }

    fn corner(&self, desk: &Desk) -> Option<String> {
        Some(clock(desk, self))
    }

    fn draw(&self, desk: &Desk, canvas: &mut Canvas<'_>, body: Rect) {
        rail(desk, self, canvas, Rect { width: RAIL, ..body });
        for y in body.top()..body.bottom() {
            canvas.put(RAIL, y, 1, canvas.glyphs.bar, Role::Dim);
        }
        let work = Rect { x: RAIL + 2, y: body.y, width: body.width.saturating_sub(RAIL + 3), height: body.height };
        let work = Rect { width: work.width.min(WORK_COLUMNS as u16), ..work };
        match self.step {
            Step::Prepare => steps::prepare(desk, self, canvas, work),
            Step::FollowUp => follow_up::draw(desk, self, canvas, work),
            Step::Goals => goals::draw(desk, self, canvas, work),
            Step::Feedback => steps::feedback(desk, self, canvas, work),
            Step::Competencies => ratings::draw(desk, self, canvas, work),
            Step::Agreements => steps::agreements(desk, self, canvas, work),
            Step::Response => steps::response(desk, self, canvas, work),
            Step::Close => steps::close(desk, self, canvas, work),
        }
    }
}

fn rail(desk: &Desk, session: &SessionScreen, canvas: &mut Canvas<'_>, area: Rect) {
    for (i, step) in Step::ALL.iter().enumerate() {
        let y = area.y + i as u16;
        let here = *step == session.step;
        let (mark, mark_role) = if here {
            (canvas.glyphs.current, Role::Focus)
        } else if session.has_content(*step, &desk.office) {
            (canvas.glyphs.done, Role::Good)
        } else {
            (" ", Role::Plain)
        };
        canvas.put(area.x + 1, y, 1, mark, mark_role);
        let on_rail = here && session.focus == Focus::Rail;
        let role = match (here, on_rail) {
            (_, true) => Role::Chosen,
            (true, _) => Role::Strong,
            _ => Role::Plain,
        };
        let text = format!("{} {}", i + 1, desk.words.say(step.id()));
        canvas.put(area.x + 3, y, area.width.saturating_sub(3), &text, role);
        if on_rail {
            canvas.cursor = Some((area.x + 1, y));
        }
    }
    steps::tally(
        desk,
        session,
        canvas,
        Rect {
            y: area.y + Step::ALL.len() as u16 + 1,
            height: area.height.saturating_sub(Step::ALL.len() as u16 + 1),
            ..area
        },
    );
}

/// A labelled text field, wrapped; returns the row after it.
fn field(
    desk: &Desk,
    session: &SessionScreen,
    canvas: &mut Canvas<'_>,
    area: Rect,
    spot: Spot,
    label: &str,
    prompt: &str,
) -> u16 {
    let focused = session.focus == Focus::Spot(spot);
    let Some(editor) = session.editor(spot) else { return area.y };
    canvas.put(area.x, area.y, LABEL - 1, &desk.words.say(label), if focused { Role::Focus } else { Role::Heading });
    let text = Rect { x: area.x + LABEL, width: area.width.saturating_sub(LABEL), ..area };
    text_box(desk, canvas, text, editor, focused, prompt)
}

/// The text of an editor, with the cursor if it has the focus.
fn text_box(desk: &Desk, canvas: &mut Canvas<'_>, area: Rect, editor: &Editor, focused: bool, prompt: &str) -> u16 {
    if area.height == 0 {
        return area.y;
    }
    if editor.text().is_empty() {
        if focused {
            canvas.cursor = Some((area.x, area.y));
        }
        if !prompt.is_empty() {
            canvas.put(area.x, area.y, area.width, &desk.words.say(prompt), Role::Dim);
        }
        return area.y + 1;
    }
    let lines = wrap(editor.text(), super::commands::field_width(desk).min(usize::from(area.width)));
    let (row, column) = place(editor.text(), &lines, editor.cursor());
    // A long text shows the part around the cursor.
    let height = usize::from(area.height);
    let top = if focused { (row + 1).saturating_sub(height) } else { 0 };
    let mut y = area.y;
    for (i, range) in lines.iter().enumerate().skip(top).take(height) {
        let line = editor.text()[range.clone()].trim_end_matches('\n');
        canvas.put(area.x, y, area.width, line, if focused { Role::Strong } else { Role::Plain });
        if focused && i == row {
            canvas.cursor = Some((area.x + column.min(usize::from(area.width) - 1) as u16, y));
        }
        y += 1;
    }
    y
}

/// "Dialogue · Sari" is the place; this is the kind.
pub fn kind(desk: &Desk, session: &SessionScreen) -> String {
    let kind = desk.office.dossier(session.person).and_then(|d| d.session(session.session)).map(|s| s.kind);
    kind.map(|k| desk.words.say(&format!("session-kind-{}", k.id()))).unwrap_or_default()
}

/// When it was begun, for the title line. No running clock: it would draw all the time.
pub fn clock(desk: &Desk, session: &SessionScreen) -> String {
    let open = desk.office.dossier(session.person).and_then(|d| d.session(session.session));
    match open.map(|s| &s.state) {
        Some(SessionState::Open { started }) => {
            desk.words.with("session-since", &[("time", desk.words.clock(*started, &desk.office.zone).into())])
        }
        _ => String::new(),
    }
}
