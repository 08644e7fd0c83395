//! The proposal for a year (usulan): what is asked of the office that has the money, in its states, and what became
//! of it. A row names a person only because the form of the office does; what leaves without names is counted.

use super::course::{Against, BudgetLine, against};
use super::need::Urgency;
use super::rules::{KindId, squeezed};
use super::subject::Subject;
use crate::domain::{Actor, ItemId, Number, PersonId, ProposalId, Shared, UnitId};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    pub id: ProposalId,
    pub year: i16,
    /// 1 to 4.
    pub quarter: Option<u8>,
    pub unit: Option<UnitId>,
    pub position: String,
    /// Nobody: open to the unit.
    pub person: Option<PersonId>,
    pub program: String,
    pub subject: Option<Subject>,
    pub kind: KindId,
    pub organiser: String,
    pub jp: Option<u32>,
    pub cost: Number,
    pub fund: String,
    pub urgency: Option<Urgency>,
    /// Why, in words that go along.
    pub reason: Shared<String>,
    pub state: ProposalState,
    pub proposed: Option<Date>,
    pub decided: Option<Date>,
    /// What became of it; may be empty.
    pub outcome: String,
    /// The item of a plan that it asks money for.
    pub item: Option<ItemId>,
    /// Of the row as it is kept: the day on which it was put in.
    pub on: Date,
    pub by: Actor,
    pub written: Timestamp,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProposalState {
    #[default]
    Planned,
    Proposed,
    Approved,
    Rejected,
    Revision,
    Done,
    Cancelled,
}

impl ProposalState {
    pub const ALL: [ProposalState; 7] = [
        ProposalState::Planned,
        ProposalState::Proposed,
        ProposalState::Approved,
        ProposalState::Rejected,
        ProposalState::Revision,
        ProposalState::Done,
        ProposalState::Cancelled,
    ];
    pub fn id(self) -> &'static str {
        match self {
            ProposalState::Planned => "planned",
            ProposalState::Proposed => "proposed",
            ProposalState::Approved => "approved",
            ProposalState::Rejected => "rejected",
            ProposalState::Revision => "revision",
            ProposalState::Done => "done",
            ProposalState::Cancelled => "cancelled",
        }
    }
    /// Uses the budget: everything but what will not be.
    pub fn is_live(self) -> bool {
        !matches!(self, ProposalState::Rejected | ProposalState::Cancelled)
    }
}

impl Proposal {
    pub fn is_live(&self) -> bool {
        self.state.is_live()
    }
    /// The same person, programme and year: one row. What is open to a unit is the unit's.
    pub fn is_same(&self, other: &Proposal) -> bool {
        let who = |row: &Proposal| (row.year, row.person, if row.person.is_none() { row.unit } else { None });
        who(self) == who(other) && squeezed(&self.program) == squeezed(&other.program)
    }
}

/// Rows put together: by programme, by state, by whatever the caller groups by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    pub rows: usize,
    pub people: BTreeSet<PersonId>,
    /// Rows that are open to the unit.
    pub open_rows: usize,
    pub jp: u32,
    pub cost: Number,
}

impl Sum {
    pub fn add(&mut self, row: &Proposal) {
        self.rows += 1;
        match row.person {
            Some(person) => drop(self.people.insert(person)),
            None => self.open_rows += 1,
        }
        self.jp = self.jp.saturating_add(row.jp.unwrap_or(0));
        self.cost = self.cost.plus(row.cost);
    }
}

impl<'p> FromIterator<&'p Proposal> for Sum {
    fn from_iter<I: IntoIterator<Item = &'p Proposal>>(rows: I) -> Self {
        let mut sum = Sum::default();
        rows.into_iter().for_each(|row| sum.add(row));
        sum
    }
}

/// The live rows of a year.
pub fn live(rows: &[Proposal], year: i16) -> impl Iterator<Item = &Proposal> {
    rows.iter().filter(move |row| row.year == year && row.is_live())
}

/// Sums by a key, in its order.
pub fn sums_by<'p, K: Ord>(rows: impl IntoIterator<Item = &'p Proposal>, key: impl Fn(&Proposal) -> K) -> BTreeMap<K, Sum> {
    let mut out: BTreeMap<K, Sum> = BTreeMap::new();
    for row in rows {
        out.entry(key(row)).or_default().add(row);
    }
    out
}

/// What the live rows of a unit, year and source of funds cost against their ceiling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FundSum {
    pub unit: Option<UnitId>,
    pub fund: String,
    pub rows: usize,
    pub cost: Number,
    /// None where no ceiling is known.
    pub against: Option<Against>,
}

/// By unit and source of funds, in the order in which they first stand in the rows.
pub fn by_fund(rows: &[Proposal], budget: &[BudgetLine], year: i16) -> Vec<FundSum> {
    let mut out: Vec<FundSum> = Vec::new();
    for row in live(rows, year) {
        let same = |sum: &&mut FundSum| sum.unit == row.unit && squeezed(&sum.fund) == squeezed(&row.fund);
        match out.iter_mut().find(same) {
            Some(sum) => {
                sum.rows += 1;
                sum.cost = sum.cost.plus(row.cost);
            }
            None => out.push(FundSum { unit: row.unit, fund: row.fund.clone(), rows: 1, cost: row.cost, against: None }),
        }
    }
    for sum in &mut out {
        let line = sum.unit.and_then(|unit| budget.iter().find(|line| line.is_for(year, unit, &sum.fund)));
        sum.against = line.map(|line| against(sum.cost, line.ceiling));
    }
    out
}

/// The JP that a person would have by the live rows of a year.
pub fn planned_jp(rows: &[Proposal], person: PersonId, year: i16) -> u32 {
    live(rows, year).filter(|row| row.person == Some(person)).map(|row| row.jp.unwrap_or(0)).fold(0, u32::saturating_add)
}
