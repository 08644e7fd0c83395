//! What leaves the program: records become text, Markdown and JSON. Pure: takes records, the day and words, gives
//! values; prints nothing and opens nothing.
//!
//! [`sheet`], [`goal_text`] and the shared part of [`export`] are for other eyes than the supervisor's and are built only from
//! [`Shared`](crate::domain::Shared) text; see [`page`]. [`brief`], [`due`] and [`status`] are for the supervisor.
//! [`goals`] and [`competencies`] have the words that the others and the screens say.

pub mod brief;
pub mod came_back;
pub mod competencies;
pub mod credit;
pub mod deadlines;
pub mod development;
pub mod due;
pub mod evaluation_document;
pub mod evaluations;
pub mod export;
pub mod exported;
pub mod gaps;
pub mod goal_table;
pub mod goal_text;
pub mod goals;
pub mod guard;
pub mod insights;
pub mod judging;
pub mod layout;
pub mod log;
pub mod objections;
pub mod page;
pub mod rating_table;
pub mod sheet;
pub mod status;

#[cfg(test)]
pub(crate) mod over_time;
#[cfg(test)]
pub(crate) mod sample;

use crate::domain::{Due, Owner, Reason, RosterRow, UnitTree};
use crate::i18n::{Arg, Words};
use jiff::civil::Date;

/// What a line means; how that looks is decided where it is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Plain,
    Title,
    /// A promise of one's own is broken.
    Alarm,
    /// Needs somebody.
    Attention,
    Good,
    Dim,
}

/// One reason of a person's place in the list.
pub fn reason(words: &Words, reason: &Reason) -> String {
    let numbers: Vec<(&'static str, Arg)> = reason.numbers().into_iter().map(|(name, n)| (name, n.into())).collect();
    words.with(&format!("reason-{}", reason.id()), &numbers)
}

/// When the next talk is, in words.
/// `late`: the days for which it waits, of a talk that was begun and left those since it was begun.
pub fn next_talk(words: &Words, due: Due, late: i64, next: Option<Date>, today: Date) -> String {
    match due {
        Due::Open if late > 0 => words.with("report-open-since", &[("days", late.into())]),
        Due::Overdue(days) => words.with("report-late", &[("days", days.into())]),
        Due::Today => words.say("report-today"),
        Due::Open => words.say("report-open"),
        Due::Suspended => words.say("report-leave"),
        Due::Ended => words.say("report-ended"),
        Due::Soon(_) | Due::Later(_) => next.map(|day| words.near_day(day, today)).unwrap_or_default(),
    }
}

/// How a due day stands to today: `lewat 2 hari`, `hari ini`, `Sel 24 Nov`.
pub fn due_day(words: &Words, due: Option<Date>, today: Date) -> String {
    match due {
        None => words.say("report-no-date"),
        Some(day) if day == today => words.say("report-today"),
        Some(day) if day < today => {
            words.with("report-past", &[("days", crate::domain::period::days_between(day, today).into())])
        }
        Some(day) => words.near_day(day, today),
    }
}

pub fn owner(words: &Words, owner: Owner) -> String {
    words.say(match owner {
        Owner::Supervisor => "report-owner-supervisor",
        Owner::Employee => "report-owner-employee",
    })
}

/// Position, rank and kind of employment on one line.
pub fn post(row: &RosterRow, units: &UnitTree) -> String {
    let unit = units.name(row.unit);
    let parts = [row.position.as_deref().unwrap_or(unit), row.rank.as_deref().unwrap_or(""), row.kind.label()];
    parts.into_iter().filter(|part| !part.is_empty() && *part != "–").collect::<Vec<_>>().join(" · ")
}
