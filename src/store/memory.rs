//! The store without a disk: the twin for tests, and what [`super::Snapshot`] reads from. Keeps everything in
//! memory and nothing afterwards.

use super::fold::Folder;
use super::line::Hash;
use super::{Head, Store, StoreError};
use crate::domain::records::log::LogEntry;
use crate::domain::records::record::Profile;
use crate::domain::{Catalogue, Change, Dossier, Op, PersonId, Record, Roster, RosterRow, UnitTree};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

#[derive(Clone, Debug, Default)]
pub struct Memory {
    office: Office,
    folders: BTreeMap<PersonId, Folder>,
    rows: BTreeMap<PersonId, RosterRow>,
    changes: Vec<Change>,
    /// Of each change that was committed here.
    hashes: Vec<Hash>,
}

impl Memory {
    pub fn new() -> Self {
        Memory::default()
    }

    /// Holds the change without counting its rows: cheap for many, [`Memory::count_rows`] must follow.
    pub(in crate::store) fn take(&mut self, change: Change) {
        for op in &change.ops {
            self.office.apply(op);
            let people: BTreeSet<PersonId> =
                [op.before(), op.after()].into_iter().flatten().filter_map(Record::person).collect();
            for id in people {
                self.folders.entry(id).or_insert_with(|| Folder::new(id)).apply(op);
            }
        }
        self.changes.push(change);
    }

    pub(in crate::store) fn count_rows(&mut self, people: impl IntoIterator<Item = PersonId>) {
        for id in people {
            match self.folders.get(&id).and_then(Folder::row) {
                Some(row) => self.rows.insert(id, row),
                None => self.rows.remove(&id),
            };
        }
    }

    pub(in crate::store) fn count_all_rows(&mut self) {
        let everybody: Vec<PersonId> = self.folders.keys().copied().collect();
        self.count_rows(everybody);
    }
}

impl Store for Memory {
    fn roster(&mut self) -> Result<Roster, StoreError> {
        let rows = self.rows.values().cloned().collect();
        let roster = Roster::new(self.office.profile.clone(), self.office.units.clone(), rows);
        Ok(roster.with_catalogue(self.office.catalogue.clone()))
    }

    fn dossier(&mut self, person: PersonId) -> Result<Option<Dossier>, StoreError> {
        Ok(self.folders.get(&person).and_then(Folder::dossier))
    }

    fn commit(&mut self, change: &Change) -> Result<(), StoreError> {
        let place = std::path::Path::new("memory");
        let body = serde_json::to_vec(change).map_err(|e| StoreError::from_io(place, e.into()))?;
        let previous = self.hashes.last().copied().unwrap_or_default();
        self.hashes.push(Hash::of(&[&previous.0, &body]));
        self.take(change.clone());
        self.count_rows(change.people());
        Ok(())
    }

    fn recent(&mut self, count: usize) -> Result<Vec<Change>, StoreError> {
        Ok(self.changes[self.changes.len().saturating_sub(count)..].to_vec())
    }

    fn changes(&mut self, each: &mut dyn FnMut(Change) -> Result<(), StoreError>) -> Result<(), StoreError> {
        self.changes.iter().cloned().try_for_each(each)
    }

    fn head(&mut self) -> Result<Head, StoreError> {
        let entry = self.changes.len() as u64;
        Ok(Head { entry, hash: self.hashes.last().map(Hash::to_string).unwrap_or_default() })
    }

    fn entries(&mut self, before: u64, each: &mut dyn FnMut(LogEntry) -> ControlFlow<()>) -> Result<(), StoreError> {
        for (n, change) in (1u64..).zip(&self.changes).take_while(|(n, _)| *n < before).collect::<Vec<_>>().into_iter().rev()
        {
            let hash = self.hashes.get(n as usize - 1).map(Hash::to_string).unwrap_or_default();
            if each(LogEntry { number: n, hash, change: change.clone() }).is_break() {
                break;
            }
        }
        Ok(())
    }
}

/// What belongs to no person: profile, units, frameworks and standards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::store) struct Office {
    pub profile: Profile,
    pub units: UnitTree,
    pub catalogue: Catalogue,
}

impl Office {
    pub fn apply(&mut self, op: &Op) {
        self.catalogue.apply(op);
        match (op.after(), op.record()) {
            (Some(after), _) => self.put(after.clone()),
            (None, Record::Profile(_)) => self.profile = Profile::default(),
            (None, Record::Unit(unit)) => self.units.remove(unit.id),
            (None, _) => {}
        }
    }

    pub fn put(&mut self, record: Record) {
        self.catalogue.put(&record);
        match record {
            Record::Profile(profile) => self.profile = profile,
            Record::Unit(unit) => self.units.insert(unit),
            _ => {}
        }
    }
}
