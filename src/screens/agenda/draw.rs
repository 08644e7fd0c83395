//! The agenda: what is due, by section.

use super::{AgendaScreen, Entry, Row};
use crate::app::App;
use crate::desk::command::Command;
use crate::domain::goal::concern::{Concern, concerns};
use crate::domain::goal::plan::Goal;
use crate::domain::{Audience, SessionState};
use crate::reports::goals as says;
use crate::ui::canvas::{Canvas, fit_name};
use crate::ui::theme::Role;
use ratatui::layout::Rect;

const NAME: u16 = 26;

pub fn draw(app: &App, agenda: &AgendaScreen, canvas: &mut Canvas<'_>, body: Rect) {
    if agenda.rows.is_empty() {
        let area = Rect { x: body.x + 3, y: body.y + 1, width: body.width.saturating_sub(6), height: body.height };
        let id = if app.office.roster.is_empty() { "team-empty" } else { "agenda-empty" };
        let mut y = area.y;
        for line in app.words.say(id).split('\n') {
            y = canvas.paragraph(Rect { y, height: area.bottom().saturating_sub(y), ..area }, line, Role::Plain);
        }
        return;
    }
    for (i, row) in agenda.rows.iter().enumerate().skip(agenda.list.top).take(usize::from(body.height)) {
        let line = Rect { y: body.y + (i - agenda.list.top) as u16, height: 1, ..body };
        match row {
            Row::Heading(id, count) => {
                let text = app.words.with(id, &[("count", (*count).into())]);
                let end = canvas.put(line.x + 1, line.y, line.width, &text, Role::Heading);
                canvas.rule(end + 1, line.y, line.right().saturating_sub(end + 2), Role::Dim);
            }
            Row::Entry(entry) => self::entry(app, *entry, canvas, line, i == agenda.list.selected),
        }
    }
}

fn entry(app: &App, entry: Entry, canvas: &mut Canvas<'_>, area: Rect, chosen: bool) {
    let Some(row) = app.office.row(entry.person()) else { return };
    if chosen {
        canvas.mark(area.x + 1, area.y);
    }
    let name = fit_name(&row.name, usize::from(NAME - 1), canvas.glyphs.ellipsis);
    canvas.put(area.x + 3, area.y, NAME, &name, if chosen { Role::Chosen } else { Role::Plain });
    let x = area.x + 3 + NAME;
    let right = area.right().saturating_sub(1);
    let Some((text, state, role)) = words_of(app, entry) else { return };
    let end = canvas.put_right(right, area.y, &state, role).saturating_sub(1);
    canvas.put(x, area.y, end.saturating_sub(x), &text.replace('\n', " "), Role::Plain);
}

/// What it is about, and its state at the right.
fn words_of(app: &App, entry: Entry) -> Option<(String, String, Role)> {
    let words = &app.words;
    Some(match entry {
        Entry::Due(person, _) => {
            let attention = app.office.attention(person)?;
            let (state, role) = crate::screens::team::draw::next_text(app, attention);
            let since = match attention.since_session {
                Some(days) => words.with("agenda-last-session", &[("days", days.into())]),
                None => words.say("agenda-first-session"),
            };
            (since, state, role)
        }
        Entry::Postponed(person, id) => {
            let session = app.office.dossier(person)?.session(id)?;
            match &session.state {
                SessionState::Postponed { to, reason, .. } => {
                    let to = to.map(|d| words.near_day(d, app.office.today)).unwrap_or_else(|| "–".to_owned());
                    (reason.clone(), words.with("agenda-postponed-to", &[("to", to.into())]), Role::Plain)
                }
                SessionState::Missed { reason, .. } => (reason.clone(), words.say("agenda-missed"), Role::Attention),
                _ => return None,
            }
        }
        Entry::Done(person, id) => {
            let dossier = app.office.dossier(person)?;
            let session = dossier.session(id)?;
            let answer = match &session.acknowledgement {
                Some(answer) => words.say(&format!("answer-{}", answer.id())),
                None => words.say("answer-none"),
            };
            (words.near_day(session.on, app.office.today), answer, Role::Dim)
        }
        Entry::Action(person, id) => {
            let action = app.office.dossier(person)?.action(id)?;
            let (state, role) = crate::screens::person::draw::action_state(app, action);
            let mark = if action.text.audience() == Audience::Private { "mark-private" } else { "mark-shared" };
            (format!("{} {}", words.say(mark), action.text.for_supervisor()), state, role)
        }
        Entry::Goal(person, id) => {
            let dossier = app.office.dossier(person)?;
            let goal = Goal::of(dossier.result(id)?, &dossier.check_ins, app.office.today);
            let why = concerns(&goal, &app.office.rules, app.office.today);
            let why = why.iter().find(|c| c.is_dated()).copied()?;
            let role = if matches!(why, Concern::Late { .. }) { Role::Attention } else { Role::Plain };
            let progress = says::progress_text(words, goal.mean.value);
            (format!("{} · {progress}", goal.result.title), says::concern_text(words, why), role)
        }
    })
}

/// Which keys make sense on the selected line.
pub fn hint_fits(agenda: &AgendaScreen, command: Command) -> bool {
    let action = matches!(agenda.selected, Some(Entry::Action(..)));
    let due = matches!(agenda.selected, Some(Entry::Due(..)));
    let goal = matches!(agenda.selected, Some(Entry::Goal(..)));
    match command {
        Command::ActionDone | Command::ActionNotDone | Command::ActionDrop | Command::ActionReschedule => action,
        Command::StartSession | Command::Postpone => due,
        Command::GoalCheckIn | Command::GoalStatus => goal,
        Command::CopyShared => action || goal,
        Command::StartWalk => !action && !goal,
        Command::EditRecord | Command::ToggleAudience | Command::Back => false,
        _ => true,
    }
}
