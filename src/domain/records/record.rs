//! Every kind of record as one type: what the store keeps and what a change puts or removes.

use crate::domain::{Action, AgendaLine, Feedback, Person, PersonId, Session, SkipId, Unit, UnitId};
use crate::domain::{BehaviourId, BehaviourRating, ExpectationId, FrameworkId, LeaderExpectation, RatingId, StandardId};
use crate::domain::{Cadence, Capacity, CheckIn, FeedbackId, WorkResult};
use crate::domain::{Edition, Rating, Standard};
use crate::domain::{
    Evaluation, EvaluationId, HolidayList, HolidayListId, Objection, ObjectionId, UnitResult, UnitResultId,
};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Record {
    Profile(Profile),
    Unit(Unit),
    Person(Person),
    Feedback(Feedback),
    Action(Action),
    Agenda(AgendaLine),
    Session(Session),
    Skip(Skip),
    WorkResult(WorkResult),
    CheckIn(CheckIn),
    Framework(Edition),
    Standard(Standard),
    Rating(Rating),
    BehaviourRating(BehaviourRating),
    LeaderExpectation(LeaderExpectation),
    Evaluation(Evaluation),
    Objection(Objection),
    UnitResult(UnitResult),
    HolidayList(HolidayList),
}

/// Who uses this store, and the rhythm that holds where nobody said otherwise. There is one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// The supervisor who uses it.
    pub me: Option<PersonId>,
    pub capacity: Capacity,
    /// The team's rhythm; the rule set's if nothing is said.
    pub cadence: Option<Cadence>,
}

/// A person passed over on purpose in a walk, with the reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skip {
    pub id: SkipId,
    pub person: PersonId,
    pub on: Date,
    pub reason: String,
    pub by: crate::domain::Actor,
    pub written: Timestamp,
}

/// Names a record whatever its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RecordId {
    Profile,
    Unit(UnitId),
    Person(PersonId),
    Feedback(FeedbackId),
    Action(crate::domain::ActionId),
    Agenda(crate::domain::AgendaId),
    Session(crate::domain::SessionId),
    Skip(SkipId),
    WorkResult(crate::domain::ResultId),
    CheckIn(crate::domain::CheckInId),
    Framework(FrameworkId),
    Standard(StandardId),
    Rating(RatingId),
    BehaviourRating(BehaviourId),
    LeaderExpectation(ExpectationId),
    Evaluation(EvaluationId),
    Objection(ObjectionId),
    UnitResult(UnitResultId),
    HolidayList(HolidayListId),
}

impl RecordId {
    pub fn uuid(&self) -> Uuid {
        match self {
            RecordId::Profile => Uuid::nil(),
            RecordId::Unit(id) => id.0,
            RecordId::Person(id) => id.0,
            RecordId::Feedback(id) => id.0,
            RecordId::Action(id) => id.0,
            RecordId::Agenda(id) => id.0,
            RecordId::Session(id) => id.0,
            RecordId::Skip(id) => id.0,
            RecordId::WorkResult(id) => id.0,
            RecordId::CheckIn(id) => id.0,
            RecordId::Framework(id) => id.0,
            RecordId::Standard(id) => id.0,
            RecordId::Rating(id) => id.0,
            RecordId::BehaviourRating(id) => id.0,
            RecordId::LeaderExpectation(id) => id.0,
            RecordId::Evaluation(id) => id.0,
            RecordId::Objection(id) => id.0,
            RecordId::UnitResult(id) => id.0,
            RecordId::HolidayList(id) => id.0,
        }
    }
}

impl Record {
    pub fn id(&self) -> RecordId {
        match self {
            Record::Profile(_) => RecordId::Profile,
            Record::Unit(u) => RecordId::Unit(u.id),
            Record::Person(p) => RecordId::Person(p.id),
            Record::Feedback(f) => RecordId::Feedback(f.id),
            Record::Action(a) => RecordId::Action(a.id),
            Record::Agenda(a) => RecordId::Agenda(a.id),
            Record::Session(s) => RecordId::Session(s.id),
            Record::Skip(s) => RecordId::Skip(s.id),
            Record::WorkResult(r) => RecordId::WorkResult(r.id),
            Record::CheckIn(c) => RecordId::CheckIn(c.id),
            Record::Framework(e) => RecordId::Framework(e.id),
            Record::Standard(s) => RecordId::Standard(s.id),
            Record::Rating(r) => RecordId::Rating(r.id),
            Record::BehaviourRating(r) => RecordId::BehaviourRating(r.id),
            Record::LeaderExpectation(e) => RecordId::LeaderExpectation(e.id),
            Record::Evaluation(e) => RecordId::Evaluation(e.id),
            Record::Objection(o) => RecordId::Objection(o.id),
            Record::UnitResult(u) => RecordId::UnitResult(u.id),
            Record::HolidayList(l) => RecordId::HolidayList(l.id),
        }
    }

    /// Whose dossier it belongs to. A person's own record is no part of the dossier's years.
    pub fn person(&self) -> Option<PersonId> {
        match self {
            Record::Profile(_) | Record::Unit(_) => None,
            Record::Framework(_) | Record::Standard(_) => None,
            Record::UnitResult(_) | Record::HolidayList(_) => None,
            Record::Person(p) => Some(p.id),
            Record::Feedback(f) => Some(f.person),
            Record::Action(a) => Some(a.person),
            Record::Agenda(a) => Some(a.person),
            Record::Session(s) => Some(s.person),
            Record::Skip(s) => Some(s.person),
            Record::WorkResult(r) => Some(r.person),
            Record::CheckIn(c) => Some(c.person),
            Record::Rating(r) => Some(r.person),
            Record::BehaviourRating(r) => Some(r.person),
            Record::LeaderExpectation(e) => Some(e.person),
            Record::Evaluation(e) => Some(e.person),
            Record::Objection(o) => Some(o.person),
        }
    }

    /// The day it is filed under; `None` for what is not part of a dossier.
    pub fn on(&self) -> Option<Date> {
        match self {
            Record::Profile(_) | Record::Unit(_) | Record::Person(_) => None,
            Record::Framework(_) | Record::Standard(_) => None,
            Record::Feedback(f) => Some(f.on),
            Record::Action(a) => Some(a.on),
            Record::Agenda(a) => Some(a.on),
            Record::Session(s) => Some(s.on),
            Record::Skip(s) => Some(s.on),
            Record::WorkResult(r) => Some(r.period.from),
            Record::CheckIn(c) => Some(c.on),
            Record::Rating(r) => Some(r.on),
            Record::BehaviourRating(r) => Some(r.on),
            Record::LeaderExpectation(e) => Some(e.on),
            Record::Evaluation(e) => Some(e.on),
            Record::Objection(o) => o.filed_on(),
            Record::UnitResult(_) | Record::HolidayList(_) => None,
        }
    }
}
