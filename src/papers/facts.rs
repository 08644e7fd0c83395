//! What a paper is made of, and what may be missing.

use super::document::PaperSize;
use crate::domain::period::EvaluationPeriod;
use crate::domain::{Dossier, Roster, RuleSet, Session};
use crate::i18n::{Arg, Text, Words};
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Everything that a paper may ask.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    pub dossier: &'a Dossier,
    pub roster: &'a Roster,
    pub rules: &'a RuleSet,
    pub office: &'a Office,
    pub words: &'a Words,
    pub today: Date,
    pub zone: &'a TimeZone,
    /// The day asked for: of a talk, or of what is coming.
    pub day: Option<Date>,
    /// The period asked for.
    pub period: Option<EvaluationPeriod>,
}

/// How an office prints: from the configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    pub size: PaperSize,
    /// Where papers are signed.
    pub place: Option<String>,
    /// The letterhead, where the tree of units says it otherwise or not at all.
    pub agency: Option<String>,
    pub unit: Option<String>,
    /// Whether numbers of civil servants are printed.
    pub nip: bool,
    /// Capacities under which both sign, where they are not to follow from the positions.
    pub employee: Option<String>,
    pub supervisor: Option<String>,
    /// Millimetres that stay free to sign in.
    pub signing_room: u8,
}

impl Default for Office {
    fn default() -> Self {
        let (place, agency, unit, employee, supervisor) = (None, None, None, None, None);
        Office { size: PaperSize::A4, place, agency, unit, nip: true, employee, supervisor, signing_room: 18 }
    }
}

/// Why there is no such paper now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Nobody closed a session with this person, or none on that day.
    ClosedSession { day: Option<Date> },
    /// The session was of another kind.
    Counselling,
    /// Nothing is planned for that time.
    Plan,
}

impl Missing {
    pub fn text(&self, name: &str) -> Text {
        let name = ("name", Arg::from(name));
        match self {
            Missing::ClosedSession { day: None } => Text::with("paper-no-session", [name]),
            Missing::ClosedSession { day: Some(day) } => Text::with("paper-no-session-on", [name, ("day", (*day).into())]),
            Missing::Counselling => Text::with("paper-no-counselling", [name]),
            Missing::Plan => Text::with("paper-no-plan", [name]),
        }
    }
}

impl<'a> Facts<'a> {
    /// The closed session of the day asked for, or the last one.
    pub fn closed_session(&self) -> Result<&'a Session, Missing> {
        let closed = || self.dossier.sessions.iter().rev().filter(|session| session.is_closed());
        let found = match self.day {
            Some(day) => closed().find(|session| session.on == day),
            None => closed().next(),
        };
        found.ok_or(Missing::ClosedSession { day: self.day })
    }

    /// The day on which a plan is looked at: the one asked for, or the one of the period that is nearest to today.
    pub fn plan_day(&self) -> Date {
        match (self.day, self.period) {
            (Some(day), _) => day,
            (None, Some(period)) => self.today.clamp(period.first(), period.last()),
            (None, None) => self.today,
        }
    }
}
