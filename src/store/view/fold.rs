//! One person's records as they are kept: with or without the person's own record, by identifier. The one place
//! that says what an operation does to stored records; the view and the twin both use it.

use crate::domain::{Dossier, Op, Person, PersonId, Record, RecordId, RosterRow};
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    id: PersonId,
    pub person: Option<Person>,
    records: BTreeMap<RecordId, Record>,
}

impl Folder {
    pub fn new(id: PersonId) -> Self {
        Folder { id, person: None, records: BTreeMap::new() }
    }

    /// Absolute: applied twice it changes nothing more. One about somebody else changes nothing.
    pub fn apply(&mut self, op: &Op) {
        if let Some(before) = op.before().filter(|r| r.person() == Some(self.id)) {
            self.remove(before.id());
        }
        if let Some(after) = op.after() {
            self.put(after.clone());
        }
    }

    pub fn put(&mut self, record: Record) {
        if record.person() != Some(self.id) {
            return;
        }
        match record {
            Record::Person(person) => self.person = Some(person),
            dated => {
                self.records.insert(dated.id(), dated);
            }
        }
    }

    fn remove(&mut self, id: RecordId) {
        if id == RecordId::Person(self.id) {
            self.person = None;
        } else {
            self.records.remove(&id);
        }
    }

    /// `None` while the person's own record is missing; dated records without it are kept for its return.
    pub fn dossier(&self) -> Option<Dossier> {
        let person = self.person.clone()?;
        Some(Dossier::from_records(person, self.records.values().cloned()))
    }

    pub fn row(&self) -> Option<RosterRow> {
        self.dossier().map(|dossier| RosterRow::of(&dossier))
    }

    /// Dated records by the year under which they are filed.
    pub fn years(&self) -> BTreeMap<u16, Vec<&Record>> {
        let mut years: BTreeMap<u16, Vec<&Record>> = BTreeMap::new();
        for record in self.records.values() {
            let year = record.on().map_or(0, |on| u16::try_from(on.year()).unwrap_or(0));
            years.entry(year).or_default().push(record);
        }
        years
    }

    /// Every record, the person's own first.
    pub fn into_records(self) -> impl Iterator<Item = Record> {
        self.person.map(Record::Person).into_iter().chain(self.records.into_values())
    }
}
