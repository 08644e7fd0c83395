//! What was done and what was known, as the journal has it: changes with their place in the chain, and one person's
//! records as they stood at a moment.

use crate::domain::{Change, Dossier, PersonId, Roster};
use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};

/// A change and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEntry {
    /// From 1 on; what a checkpoint names.
    pub number: u64,
    /// Of the chain up to here, hexadecimal; empty where there is no chain.
    pub hash: String,
    pub change: Change,
}

impl LogEntry {
    pub fn is_about(&self, person: PersonId) -> bool {
        self.change.about == Some(person) || self.change.people().contains(&person)
    }
}

/// A part of the log, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogPart {
    pub entries: Vec<LogEntry>,
    /// Everything from here on was looked at; what lies before it was not. 1 at the beginning of all.
    pub reached: u64,
}

/// The last moment of a day.
pub fn end_of_day(day: Date, zone: &TimeZone) -> Timestamp {
    let next = day.tomorrow().ok().and_then(|next| next.to_zoned(zone.clone()).ok());
    next.and_then(|next| next.timestamp().checked_sub(SignedDuration::from_nanos(1)).ok()).unwrap_or(Timestamp::MAX)
}

/// What was known of a person at the end of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    pub dossier: Dossier,
    /// Profile, units, frameworks and standards of then, with this person's row alone.
    pub roster: Roster,
}
