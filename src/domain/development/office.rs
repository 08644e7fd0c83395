//! What the office keeps about development and no person's dossier holds: courses on offer, ceilings, and the rows of
//! proposals.

use super::course::{BudgetLine, Course};
use super::proposal::Proposal;
use crate::domain::{BudgetId, CourseId, ProposalId, Record, RecordId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    courses: BTreeMap<CourseId, Course>,
    budget: BTreeMap<BudgetId, BudgetLine>,
    proposals: BTreeMap<ProposalId, Proposal>,
}

impl Office {
    pub fn courses(&self) -> Vec<Course> {
        self.courses.values().cloned().collect()
    }
    pub fn budget(&self) -> Vec<BudgetLine> {
        self.budget.values().cloned().collect()
    }
    pub fn proposals(&self) -> impl Iterator<Item = &Proposal> {
        self.proposals.values()
    }
    pub fn course(&self, id: CourseId) -> Option<&Course> {
        self.courses.get(&id)
    }
    pub fn line(&self, id: BudgetId) -> Option<&BudgetLine> {
        self.budget.get(&id)
    }
    pub fn proposal(&self, id: ProposalId) -> Option<&Proposal> {
        self.proposals.get(&id)
    }
    pub fn put(&mut self, record: &Record) {
        match record {
            Record::Course(course) => drop(self.courses.insert(course.id, course.clone())),
            Record::BudgetLine(line) => drop(self.budget.insert(line.id, line.clone())),
            Record::Proposal(row) => drop(self.proposals.insert(row.id, row.clone())),
            _ => {}
        }
    }
    pub fn remove(&mut self, id: RecordId) {
        match id {
            RecordId::Course(id) => drop(self.courses.remove(&id)),
            RecordId::BudgetLine(id) => drop(self.budget.remove(&id)),
            RecordId::Proposal(id) => drop(self.proposals.remove(&id)),
            _ => {}
        }
    }
}
