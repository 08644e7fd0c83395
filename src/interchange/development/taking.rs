//! What rows of a list become: records that are new, that take the place of others, or that are there already. Pure; the
//! lists beside this one say which record is which.

use crate::domain::competency::Catalogue;
use crate::domain::{
    Actor, Dossier, EmploymentKind, IdSource, Nip, Number, PersonId, PersonName, Record, Roster, RuleSet, UnitId,
};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::HashMap;

/// What is known while rows are taken in.
pub struct Setting<'a> {
    pub roster: &'a Roster,
    /// Of everybody whom the rows are about.
    pub dossiers: &'a HashMap<PersonId, Dossier>,
    pub rules: &'a RuleSet,
    pub today: Date,
    pub now: Timestamp,
    pub actor: &'a Actor,
    /// Why something ended of which the list says no reason, in the user's words.
    pub reason: &'a str,
}

impl<'a> Setting<'a> {
    pub fn catalogue(&self) -> &'a Catalogue {
        &self.roster.catalogue
    }
    pub fn employment(&self, person: PersonId) -> EmploymentKind {
        self.roster.row(person).map_or(EmploymentKind::Other, |row| row.kind)
    }
    /// Records of somebody, of the kind that a list is about.
    pub fn of<R>(&self, person: PersonId, slot: impl FnOnce(&'a Dossier) -> &'a [R]) -> &'a [R] {
        self.dossiers.get(&person).map_or(&[], slot)
    }
    pub fn uuid(&self, ids: &mut IdSource) -> uuid::Uuid {
        ids.uuid(self.now)
    }
}

/// What came of the rows.
#[derive(Debug, Default)]
pub struct Taken {
    pub records: Vec<Record>,
    pub added: usize,
    pub updated: usize,
    pub unchanged: usize,
}

impl Taken {
    /// One row's record, and the one in whose place it stands.
    pub fn put<R: Clone + PartialEq + Into<Record>>(&mut self, was: Option<&R>, next: &R) {
        match was {
            Some(was) if was == next => {
                self.unchanged += 1;
                return;
            }
            Some(_) => self.updated += 1,
            None => self.added += 1,
        }
        self.records.push(next.clone().into());
    }
    /// Of a record that is kept as it is.
    pub fn keep(&mut self) {
        self.unchanged += 1;
    }
}

/// How a row names somebody: the number as text, and the name.
pub fn written_person(nip: Option<&Nip>, name: &PersonName) -> [String; 2] {
    [nip.map(|nip| format!("'{}", nip.as_str())).unwrap_or_default(), name.full()]
}

/// The same by identifier; nothing for nobody.
pub fn written_row(roster: &Roster, person: Option<PersonId>) -> [String; 2] {
    let row = person.and_then(|person| roster.row(person));
    row.map(|row| written_person(row.nip.as_ref(), &row.name)).unwrap_or_default()
}

pub fn written_unit(roster: &Roster, unit: Option<UnitId>) -> String {
    roster.units.name(unit).to_owned()
}

/// As Indonesian offices write days.
pub fn written_day(day: Option<Date>) -> String {
    day.map(|day| format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year())).unwrap_or_default()
}

pub fn written_number(number: Option<impl Into<Number>>) -> String {
    number.map(|number| number.into().write(crate::domain::DecimalSign::Comma)).unwrap_or_default()
}

/// A whole number or nothing.
pub fn written_count(count: Option<u32>) -> String {
    count.map(|count| count.to_string()).unwrap_or_default()
}
