//! The agenda: what is due, by section.

use super::{AgendaScreen, Entry, Row};
use crate::desk::{Desk, WIDE};
use crate::domain::goal::concern::{Concern, concerns};
use crate::domain::goal::plan::Goal;
use crate::domain::{Audience, SessionState};
use crate::reports::{goals as says, objections};
use crate::screens::draw::Draw;
use crate::ui::canvas::{Canvas, fit_name};
use crate::ui::theme::Role;
use ratatui::layout::Rect;

const NAME: u16 = 26;

impl Draw for AgendaScreen {
    fn corner(&self, _desk: &Desk) -> Option<String> {
        None
    }

    fn draw(&self, desk: &Desk, canvas: &mut Canvas<'_>, body: Rect) {
        if self.rows.is_empty() {
            let area = Rect { x: body.x + 3, y: body.y + 1, width: body.width.saturating_sub(6), height: body.height };
            let id = if desk.office.roster.is_empty() { "team-empty" } else { "agenda-empty" };
            let mut y = area.y;
            for line in desk.words.say(id).split('\n') {
                y = canvas.paragraph(Rect { y, height: area.bottom().saturating_sub(y), ..area }, line, Role::Plain);
            }
            return;
        }
        for (i, row) in self.rows.iter().enumerate().skip(self.list.top).take(usize::from(body.height)) {
            let line = Rect { y: body.y + (i - self.list.top) as u16, height: 1, ..body };
            match row {
                Row::Heading(id, count) => {
                    let text = desk.words.with(id, &[("count", (*count).into())]);
                    let end = canvas.put(line.x + 1, line.y, line.width, &text, Role::Heading);
                    canvas.rule(end + 1, line.y, line.right().saturating_sub(end + 2), Role::Dim);
                }
                Row::Entry(entry) => self::entry(desk, *entry, canvas, line, i == self.list.selected),
            }
        }
    }
}

fn entry(desk: &Desk, entry: Entry, canvas: &mut Canvas<'_>, area: Rect, chosen: bool) {
    let Some(row) = desk.office.row(entry.person()) else { return };
    if chosen {
        canvas.mark(area.x + 1, area.y);
    }
    let name = fit_name(&row.name, usize::from(NAME - 1), canvas.glyphs.ellipsis);
    canvas.put(area.x + 3, area.y, NAME, &name, if chosen { Role::Chosen } else { Role::Plain });
    let x = area.x + 3 + NAME;
    let right = area.right().saturating_sub(1);
    let Some((text, state, role)) = words_of(desk, entry) else { return };
    let end = canvas.put_right(right, area.y, &state, role).saturating_sub(1);
    canvas.put(x, area.y, end.saturating_sub(x), &text.replace('\n', " "), Role::Plain);
}

/// What it is about, and its state at the right.
fn words_of(desk: &Desk, entry: Entry) -> Option<(String, String, Role)> {
    let words = &desk.words;
    Some(match entry {
        Entry::Due(person, _) => {
            let attention = desk.office.attention(person)?;
            let (state, role) = crate::screens::team::draw::next_text(desk, attention);
            let since = match attention.since_session {
                Some(days) => words.with("agenda-last-session", &[("days", days.into())]),
                None => words.say("agenda-first-session"),
            };
            (since, state, role)
        }
        Entry::Postponed(person, id) => {
            let session = desk.office.dossier(person)?.session(id)?;
            match &session.state {
                SessionState::Postponed { to, reason, .. } => {
                    let to = to.map(|d| words.near_day(d, desk.office.today)).unwrap_or_else(|| "–".to_owned());
                    (reason.clone(), words.with("agenda-postponed-to", &[("to", to.into())]), Role::Plain)
                }
                SessionState::Missed { reason, .. } => (reason.clone(), words.say("agenda-missed"), Role::Attention),
                _ => return None,
            }
        }
        Entry::Done(person, id) => {
            let dossier = desk.office.dossier(person)?;
            let session = dossier.session(id)?;
            let answer = match &session.acknowledgement {
                Some(answer) => words.say(&format!("answer-{}", answer.id())),
                None => words.say("answer-none"),
            };
            (words.near_day(session.on, desk.office.today), answer, Role::Dim)
        }
        Entry::Action(person, id) => {
            let action = desk.office.dossier(person)?.actions.iter().find(|a| a.id == id)?;
            let (state, role) = crate::screens::person::draw::action_state(desk, action);
            let mark = if action.text.audience() == Audience::Private { "mark-private" } else { "mark-shared" };
            (format!("{} {}", words.say(mark), action.text.for_supervisor()), state, role)
        }
        Entry::Objection(person, about) => {
            let found = desk.office.dossier(person)?.contested().into_iter().find(|found| found.about == about)?;
            let (rules, today) = (&desk.office.rules, desk.office.today);
            let state = if desk.size.columns >= WIDE {
                objections::state(words, &found, rules, today)
            } else {
                objections::short_state(words, &found, rules, today)
            };
            (objections::said(words, &found), state, Role::Alarm)
        }
        Entry::Effect(..) | Entry::Pair(..) | Entry::Licence(..) => of_development(desk, entry)?,
        Entry::Goal(person, id) => {
            let dossier = desk.office.dossier(person)?;
            let goal = Goal::of(dossier.result(id)?, &dossier.check_ins, desk.office.today);
            let why = concerns(&goal, &desk.office.rules, desk.office.today);
            let why = why.iter().find(|c| c.is_dated()).copied()?;
            let role = if matches!(why, Concern::Late { .. }) { Role::Attention } else { Role::Plain };
            let progress = says::progress_text(words, goal.mean.value);
            (format!("{} · {progress}", goal.result.title), says::concern_text(words, why), role)
        }
    })
}

/// An effect that is asked about, a pair that ends, a licence that lapses.
fn of_development(desk: &Desk, entry: Entry) -> Option<(String, String, Role)> {
    let words = &desk.words;
    Some(match entry {
        Entry::Effect(person, id) => {
            let item = desk.office.dossier(person)?.item(id)?;
            let due = item.next_check().map(|check| check.due);
            let text = words.with("effect-question", &[("expect", item.expect.for_supervisor().as_str().into())]);
            dated(desk, text, due)
        }
        Entry::Pair(person, id) => {
            let pair = desk.office.dossier(person)?.pair(id)?;
            dated(desk, words.with("agenda-pair-ends", &[("topics", pair.topic_words().into())]), pair.until)
        }
        Entry::Licence(person, id) => {
            let record = desk.office.dossier(person)?.learning_record(id)?;
            dated(desk, words.with("agenda-licence", &[("title", record.title.as_str().into())]), record.lapses)
        }
        _ => return None,
    })
}

/// A text with its day, which asks for a look once it has passed.
fn dated(desk: &Desk, text: String, day: Option<jiff::civil::Date>) -> (String, String, Role) {
    let today = desk.office.today;
    match day {
        Some(day) if day < today => {
            let days = crate::domain::period::days_between(day, today);
            (text, desk.words.with("due-overdue", &[("days", days.into())]), Role::Attention)
        }
        Some(day) => (text, desk.words.near_day(day, today), Role::Plain),
        None => (text, desk.words.say("due-none"), Role::Dim),
    }
}
