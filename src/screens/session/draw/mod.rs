//! The guided talk: the rail of steps at the left, the work at the right.

mod goals;
mod ratings;
mod steps;

use super::commands::WORK_COLUMNS;
use super::{Focus, SessionScreen, Spot, Step};
use crate::app::App;
use crate::desk::command::Command;
use crate::desk::editor::{Editor, place, wrap};
use crate::domain::SessionState;
use crate::ui::canvas::Canvas;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

/// Columns of the rail, and of the labels in front of fields.
pub const RAIL: u16 = 19;
const LABEL: u16 = 11;

pub fn draw(app: &App, session: &SessionScreen, canvas: &mut Canvas<'_>, body: Rect) {
    rail(app, session, canvas, Rect { width: RAIL, ..body });
    for y in body.top()..body.bottom() {
        canvas.put(RAIL, y, 1, canvas.glyphs.bar, Role::Dim);
    }
    let work = Rect { x: RAIL + 2, y: body.y, width: body.width.saturating_sub(RAIL + 3), height: body.height };
    let work = Rect { width: work.width.min(WORK_COLUMNS as u16), ..work };
    match session.step {
        Step::Prepare => steps::prepare(app, session, canvas, work),
        Step::FollowUp => steps::follow_up(app, session, canvas, work),
        Step::Goals => goals::draw(app, session, canvas, work),
        Step::Feedback => steps::feedback(app, session, canvas, work),
        Step::Competencies => ratings::draw(app, session, canvas, work),
        Step::Agreements => steps::agreements(app, session, canvas, work),
        Step::Response => steps::response(app, session, canvas, work),
        Step::Close => steps::close(app, session, canvas, work),
    }
}

fn rail(app: &App, session: &SessionScreen, canvas: &mut Canvas<'_>, area: Rect) {
    for (i, step) in Step::ALL.iter().enumerate() {
        let y = area.y + i as u16;
        let here = *step == session.step;
        let (mark, mark_role) = if here {
            (canvas.glyphs.current, Role::Focus)
        } else if session.has_content(*step, &app.office) {
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
        let text = format!("{} {}", i + 1, app.words.say(step.id()));
        canvas.put(area.x + 3, y, area.width.saturating_sub(3), &text, role);
        if on_rail {
            canvas.cursor = Some((area.x + 1, y));
        }
    }
    steps::tally(
        app,
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
    app: &App,
    session: &SessionScreen,
    canvas: &mut Canvas<'_>,
    area: Rect,
    spot: Spot,
    label: &str,
    prompt: &str,
) -> u16 {
    let focused = session.focus == Focus::Spot(spot);
    let Some(editor) = session.editor(spot) else { return area.y };
    canvas.put(area.x, area.y, LABEL - 1, &app.words.say(label), if focused { Role::Focus } else { Role::Heading });
    let text = Rect { x: area.x + LABEL, width: area.width.saturating_sub(LABEL), ..area };
    text_box(app, canvas, text, editor, focused, prompt)
}

/// The text of an editor, with the cursor if it has the focus.
fn text_box(app: &App, canvas: &mut Canvas<'_>, area: Rect, editor: &Editor, focused: bool, prompt: &str) -> u16 {
    if area.height == 0 {
        return area.y;
    }
    if editor.text().is_empty() {
        if focused {
            canvas.cursor = Some((area.x, area.y));
        }
        if !prompt.is_empty() {
            canvas.put(area.x, area.y, area.width, &app.words.say(prompt), Role::Dim);
        }
        return area.y + 1;
    }
    let lines = wrap(editor.text(), app.field_width().min(usize::from(area.width)));
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
pub fn kind(app: &App, session: &SessionScreen) -> String {
    let kind = app.office.dossier(session.person).and_then(|d| d.session(session.session)).map(|s| s.kind);
    kind.map(|k| app.words.say(&format!("session-kind-{}", k.id()))).unwrap_or_default()
}

/// When it was begun, for the title line. No running clock: it would draw all the time.
pub fn clock(app: &App, session: &SessionScreen) -> String {
    let open = app.office.dossier(session.person).and_then(|d| d.session(session.session));
    match open.map(|s| &s.state) {
        Some(SessionState::Open { started }) => {
            app.words.with("session-since", &[("time", app.words.clock(*started, &app.office.zone).into())])
        }
        _ => String::new(),
    }
}

pub fn hint_fits(session: &SessionScreen, command: Command, in_text: bool) -> bool {
    let line = matches!(session.step, Step::Prepare | Step::Feedback | Step::Agreements);
    let goal = session.goal_at().is_some();
    let rated = matches!(session.spot(), Some(Spot::Competency(_)));
    let row = matches!(session.spot(), Some(Spot::ActionRow(_) | Spot::AgendaRow(_) | Spot::FeedbackRow(_)));
    let action = matches!(session.spot(), Some(Spot::ActionRow(_) | Spot::AgendaRow(_)));
    match command {
        Command::SaveLine | Command::LineAudience => line && in_text,
        Command::LineKind => matches!(session.step, Step::Feedback | Step::Agreements) && in_text,
        Command::ActionDone | Command::ActionDrop | Command::ActionCarry => action,
        Command::ActionNotDone | Command::ActionReschedule => matches!(session.spot(), Some(Spot::ActionRow(_))),
        Command::ToggleAudience => row,
        Command::EditRecord => row,
        Command::RatingAsk => false,
        Command::HigherLevel => rated,
        Command::RatingAll => session.step == Step::Competencies,
        Command::GoalCheckIn | Command::GoalStatus => goal,
        Command::OpenRecord => goal || row,
        Command::CopyShared => goal || row,
        // A row has keys of its own; the general ones step back behind them.
        Command::NextField | Command::PreviousStep => !row && !goal && !rated && session.step != Step::Close,
        Command::NextStep => session.step != Step::Close,
        Command::NoteNow | Command::Find => !in_text && !row && !goal && !rated && session.step != Step::Close,
        Command::Undo | Command::Help => !in_text,
        Command::EditLong => in_text,
        _ => true,
    }
}
