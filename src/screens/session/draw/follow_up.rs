//! The step that follows up: what came back since the last session, what was promised by either side, the agenda.

use super::develop;
use super::rows::{chosen, dossier, heading};
use super::steps::{action_row, agenda_row};
use crate::desk::Desk;
use crate::desk::editor::wrap;
use crate::domain::sessions::came_back::{came_back, given_up};
use crate::domain::{Action, Dossier, Owner};
use crate::reports::{Tone, came_back as says};
use crate::screens::session::{SessionScreen, Spot, follow_up_actions};
use crate::ui::canvas::Canvas;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

/// Columns of the labels of what came back.
const LABEL: u16 = 13;

enum Line {
    Heading(String),
    Gap,
    Back(String, String, Role),
    /// A row that can be chosen.
    Row(Spot),
    /// Why the promise above was not kept.
    Reason(String),
}

pub fn draw(desk: &Desk, session: &SessionScreen, canvas: &mut Canvas<'_>, area: Rect) {
    let Some(dossier) = dossier(desk, session) else { return };
    let lines = lines(desk, session, dossier, usize::from(area.width));
    if lines.is_empty() {
        canvas.paragraph(area, &desk.words.say("follow-up-nothing"), Role::Plain);
        return;
    }
    let room = usize::from(area.height);
    let at = lines.iter().position(|line| matches!(line, Line::Row(spot) if chosen(session, *spot))).unwrap_or(0);
    // The reason is seen with its promise.
    let last = at + usize::from(matches!(lines.get(at + 1), Some(Line::Reason(_))));
    let top = (last + 1).saturating_sub(room);
    for (n, line) in lines.iter().skip(top).take(room).enumerate() {
        let row = Rect { y: area.y + n as u16, height: 1, ..area };
        draw_line(desk, session, canvas, row, line);
    }
    if lines.len() > top + room {
        let text = desk.words.with("close-more", &[("count", (lines.len() - top - room).into())]);
        canvas.put_right(area.right(), area.bottom().saturating_sub(1), &format!("  {text}"), Role::Dim);
    }
}

fn lines(desk: &Desk, session: &SessionScreen, dossier: &Dossier, width: usize) -> Vec<Line> {
    let words = &desk.words;
    let mut out = what_came_back(desk, dossier, width);
    let actions = follow_up_actions(dossier, session.session, desk.office.today);
    for (owner, id) in [(Owner::Supervisor, "follow-up-mine"), (Owner::Employee, "follow-up-theirs")] {
        let own: Vec<&Action> = actions.iter().copied().filter(|action| action.owner == owner).collect();
        if own.is_empty() {
            continue;
        }
        out.push(Line::Heading(words.say(id)));
        for action in own {
            out.push(Line::Row(Spot::ActionRow(action.id)));
            out.extend(given_up(action).map(|(_, reason)| Line::Reason(reason.to_owned())));
        }
        out.push(Line::Gap);
    }
    let spots = session.spots(&desk.office);
    let agenda: Vec<Line> = spots.into_iter().filter(|spot| matches!(spot, Spot::AgendaRow(_))).map(Line::Row).collect();
    if !agenda.is_empty() {
        out.push(Line::Heading(words.say("follow-up-agenda")));
        out.extend(agenda);
    }
    let effects: Vec<Line> =
        session.spots(&desk.office).into_iter().filter(|spot| matches!(spot, Spot::Effect(_))).map(Line::Row).collect();
    if !effects.is_empty() {
        out.push(Line::Gap);
        out.push(Line::Heading(words.say("follow-up-effects")));
        out.extend(effects);
    }
    while matches!(out.last(), Some(Line::Gap)) {
        out.pop();
    }
    out
}

fn what_came_back(desk: &Desk, dossier: &Dossier, width: usize) -> Vec<Line> {
    let words = &desk.words;
    let Some(back) = came_back(dossier) else { return vec![] };
    let day = words.day_month(back.session.on);
    let mut out = vec![Line::Heading(words.with("came-back-heading", &[("day", day.into())]))];
    for line in says::lines(words, &back) {
        let role = match line.tone {
            Tone::Alarm => Role::Alarm,
            Tone::Attention => Role::Attention,
            _ => Role::Plain,
        };
        let mut label = words.say(line.label);
        for range in wrap(&line.text, width.saturating_sub(usize::from(LABEL)).max(10)) {
            out.push(Line::Back(std::mem::take(&mut label), line.text[range].trim_end().to_owned(), role));
        }
    }
    out.push(Line::Gap);
    out
}

fn draw_line(desk: &Desk, session: &SessionScreen, canvas: &mut Canvas<'_>, row: Rect, line: &Line) {
    match line {
        Line::Heading(text) => heading(canvas, row, row.y, text),
        Line::Gap => {}
        Line::Back(label, text, role) => {
            canvas.put(row.x, row.y, LABEL - 1, label, Role::Heading);
            canvas.put(row.x + LABEL, row.y, row.width.saturating_sub(LABEL), text, *role);
        }
        Line::Row(Spot::ActionRow(id)) => action_row(desk, session, canvas, row, *id),
        Line::Row(Spot::AgendaRow(id)) => agenda_row(desk, session, canvas, row, *id),
        Line::Row(spot @ Spot::Effect(_)) => develop::row(desk, session, canvas, row, *spot),
        Line::Row(_) => {}
        Line::Reason(text) => {
            canvas.put(row.x + 4, row.y, row.width.saturating_sub(4), text, Role::Dim);
        }
    }
}
