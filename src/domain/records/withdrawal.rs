//! What was wrong is withdrawn: it stays readable with the reason, and counts for nothing from then on. A record of its
//! own, so that undo brings the other one back and a page of an earlier day shows it.

use crate::domain::{Actor, PersonId, Private, Record, RecordId, WithdrawalId};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    pub id: WithdrawalId,
    pub person: PersonId,
    /// What is withdrawn; it keeps its kind and its day.
    pub record: RecordId,
    pub on: Date,
    /// The supervisor's own business.
    pub reason: Private<String>,
    pub by: Actor,
    pub written: Timestamp,
}

/// How a record that turns out to be wrong is put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PutRight {
    /// Withdrawn with a reason; what stands on a sheet gets an addendum as well.
    Withdrawn,
    /// Its own way, which is older or has an effect of its own: a talk is discarded or gets an addendum, a result is
    /// removed or dropped, an objection is taken back by the employee, an evaluation is withdrawn by `WithdrawEvaluation`,
    /// what belongs to development is removed there.
    ByItsOwn,
    /// Corrected in place: it says how things are, not what was seen.
    Corrected,
}

impl PutRight {
    /// Every kind is named, so that a new one has to say how a wrong one is put right.
    pub fn of(record: &Record) -> PutRight {
        match record {
            Record::Feedback(_) | Record::Action(_) | Record::Agenda(_) | Record::Skip(_) => PutRight::Withdrawn,
            Record::CheckIn(_) | Record::Rating(_) => PutRight::Withdrawn,
            Record::BehaviourRating(_) | Record::LeaderExpectation(_) => PutRight::Withdrawn,
            Record::Session(_) | Record::WorkResult(_) => PutRight::ByItsOwn,
            Record::Evaluation(_) | Record::Objection(_) => PutRight::ByItsOwn,
            Record::PlanItem(_) | Record::Learning(_) | Record::Wish(_) | Record::NeedWord(_) => PutRight::ByItsOwn,
            Record::MentoringPair(_) | Record::CareerNote(_) | Record::SupportPlan(_) => PutRight::ByItsOwn,
            Record::Withdrawal(_) => PutRight::ByItsOwn,
            Record::Profile(_) | Record::Unit(_) | Record::Person(_) => PutRight::Corrected,
            Record::Framework(_) | Record::Standard(_) | Record::UnitResult(_) => PutRight::Corrected,
            Record::HolidayList(_) | Record::Course(_) | Record::BudgetLine(_) => PutRight::Corrected,
            Record::Proposal(_) | Record::Skp(_) => PutRight::Corrected,
        }
    }
}
