//! What an office keeps that is nobody's own: the frameworks that it took over, the standards of its positions, and what
//! evaluations need of it. Part of the roster, since every list needs it.

use super::framework::{Competency, CompetencyId, Framework};
use super::standard::{Standard, position_key};
use crate::domain::development::office::Office;
use crate::domain::evaluation::office::OfficeFacts;
use crate::domain::{Actor, FrameworkId, Op, Record, StandardId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A framework as it was taken over. Never edited: another content is another version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Follows from the version.
    pub id: FrameworkId,
    pub framework: Framework,
    pub by: Actor,
    pub written: Timestamp,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalogue {
    editions: BTreeMap<FrameworkId, Edition>,
    /// By the position's key.
    standards: BTreeMap<String, Standard>,
    /// Courses on offer and the money for them.
    #[serde(default)]
    pub development: Office,
    /// Results of units and holidays.
    #[serde(default)]
    pub office: OfficeFacts,
}

impl Catalogue {
    /// The framework that holds: the last one taken over, the national one before that.
    pub fn framework(&self) -> &Framework {
        let last = self.editions.values().max_by_key(|edition| (edition.written, edition.id));
        last.map_or(Framework::national(), |edition| &edition.framework)
    }
    /// The framework of a version that a rating names; old ratings are read under theirs.
    pub fn framework_of(&self, version: &str) -> Option<&Framework> {
        let kept = self.editions.get(&FrameworkId::of(version)).map(|edition| &edition.framework);
        kept.or_else(|| Some(Framework::national()).filter(|national| national.version == version))
    }
    /// A competency of the framework that holds or, where it has gone from there, of the newest one that had it.
    pub fn competency(&self, id: &CompetencyId) -> Option<&Competency> {
        self.framework().get(id).or_else(|| {
            let mut editions: Vec<&Edition> = self.editions.values().collect();
            editions.sort_by_key(|edition| (edition.written, edition.id));
            let former = editions.into_iter().rev().find_map(|edition| edition.framework.get(id));
            former.or_else(|| Framework::national().get(id))
        })
    }
    pub fn edition(&self, id: FrameworkId) -> Option<&Edition> {
        self.editions.get(&id)
    }
    pub fn editions(&self) -> impl Iterator<Item = &Edition> {
        self.editions.values()
    }

    /// What a position requires, if anything is known about it.
    pub fn standard_of(&self, position: Option<&str>) -> Option<&Standard> {
        self.standards.get(&position_key(position?))
    }
    pub fn standard(&self, id: StandardId) -> Option<&Standard> {
        self.standards.values().find(|standard| standard.id == id)
    }
    /// By position, in order of their names.
    pub fn standards(&self) -> impl Iterator<Item = &Standard> {
        self.standards.values()
    }

    /// Follows an operation; one about something else changes nothing.
    pub fn apply(&mut self, op: &Op) {
        self.office.apply(op);
        match op.before() {
            Some(Record::Framework(edition)) => drop(self.editions.remove(&edition.id)),
            Some(Record::Standard(standard)) => drop(self.standards.remove(&standard.key())),
            Some(record) => self.development.remove(record.id()),
            None => {}
        }
        if let Some(after) = op.after() {
            self.put(after);
        } else {
            match op.record() {
                Record::Framework(edition) => drop(self.editions.remove(&edition.id)),
                Record::Standard(standard) => drop(self.standards.remove(&standard.key())),
                record => self.development.remove(record.id()),
            }
        }
    }

    pub fn put(&mut self, record: &Record) {
        match record {
            Record::Framework(edition) => drop(self.editions.insert(edition.id, edition.clone())),
            Record::Standard(standard) => drop(self.standards.insert(standard.key(), standard.clone())),
            record @ (Record::Course(_) | Record::BudgetLine(_) | Record::Proposal(_)) => self.development.put(record),
            record => self.office.put(record),
        }
    }
}
