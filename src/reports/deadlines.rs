//! Deadlines in both units, in words and for machines.

use crate::domain::calendar::{DayKind, DayUnit, Deadline};
use crate::i18n::Words;
use jiff::civil::Date;
use serde::Serialize;

/// What `bina deadline --json` answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DeadlineLine {
    pub from: Date,
    pub days: u16,
    pub calendar: Date,
    /// `working`, `weekend`, `national`, `joint_leave`, `own`, `fixed`, `unset`.
    pub calendar_is: &'static str,
    pub working: Date,
    /// What the working days step over.
    pub left_out: Vec<LeftOut>,
    /// Years of which no list of holidays is known.
    pub without_list: Vec<i16>,
    /// `both` until the agency has settled one.
    pub unit: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    pub date: Date,
    pub kind: &'static str,
    pub name: Option<String>,
}

pub fn machine(deadline: &Deadline<'_>, unit: DayUnit) -> DeadlineLine {
    let left_out =
        |(date, kind): &(Date, DayKind<'_>)| LeftOut { date: *date, kind: kind.id(), name: kind.name().map(str::to_owned) };
    DeadlineLine {
        from: deadline.from,
        days: deadline.days,
        calendar: deadline.calendar,
        calendar_is: deadline.calendar_is.id(),
        working: deadline.working,
        left_out: deadline.left_out.iter().map(left_out).collect(),
        without_list: deadline.without_list.clone(),
        unit: unit.id(),
    }
}

/// A deadline in words: both days, the holidays left out by name, years without a list.
pub fn lines(words: &Words, deadline: &Deadline<'_>) -> Vec<String> {
    let whole = |on: Date| format!("{}, {}", words.long_weekday(on.weekday()), words.long_day(on));
    let mut out = vec![
        words.with("deadline-calendar", &[("days", deadline.days.into()), ("day", whole(deadline.calendar).into())]),
        words.with("deadline-working", &[("days", deadline.days.into()), ("day", whole(deadline.working).into())]),
    ];
    if !deadline.calendar_is.is_worked() {
        let name = deadline.calendar_is.name().map_or_else(|| words.say("deadline-day-off"), str::to_owned);
        out.push(words.with("deadline-falls-on", &[("name", name.into())]));
    }
    for (on, kind) in deadline.left_out.iter().filter(|(_, kind)| kind.id() != "weekend") {
        let name = kind.name().map_or_else(|| words.say("deadline-day-off"), str::to_owned);
        out.push(words.with("deadline-left-out", &[("day", words.short_day(*on).into()), ("name", name.into())]));
    }
    for year in &deadline.without_list {
        out.push(words.with("deadline-without-list", &[("year", year.to_string().into())]));
    }
    out
}
