//! What the selection of a screen is on: all that commands about records need to know of the screen they were given on.

use crate::domain::competency::BehaviourValue;
use crate::domain::competency::tally::Mark;
use crate::domain::development::SubjectMark;
use crate::domain::people::roster::Scope;
use crate::domain::period::EvaluationPeriod;
use crate::domain::{
    ActionId, AgendaId, CheckInId, FeedbackId, IndicatorId, ItemId, LearningId, PairId, PersonId, ProposalId, RecordId,
    ResultId, SessionId, WishId,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The person that the screen is about, or that its selection is on.
    pub person: Option<PersonId>,
    pub target: Target,
    pub goal: Option<GoalAt>,
    /// A competency that can be rated.
    pub rating: Option<RateAt>,
    pub behaviour: Option<BehaviourAt>,
    /// A period of somebody that is judged.
    pub evaluation: Option<EvaluationAt>,
    /// Something about development.
    pub development: Option<DevelopAt>,
    /// The session that the screen is.
    pub session: Option<SessionId>,
    /// The year whose plan is shown, if it is not the one in effect.
    pub year: Option<i16>,
    /// Whom the list is of.
    pub scope: Scope,
}

/// The record that the selection is on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Target {
    Feedback(PersonId, FeedbackId),
    Action(PersonId, ActionId),
    Agenda(PersonId, AgendaId),
    Session(PersonId, SessionId),
    CheckIn(PersonId, CheckInId),
    /// What was said or changed of a result.
    Goal(PersonId, ResultId),
    /// Of any other kind: a rating, a behaviour, a plan, an objection, a skip.
    Record(PersonId, RecordId),
    #[default]
    Nothing,
}

/// A result, or one of its indicators, wherever it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct GoalAt {
    pub person: PersonId,
    pub result: ResultId,
    /// The result itself if none.
    pub indicator: Option<IndicatorId>,
}

/// A competency of a person, wherever it is rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RateAt {
    pub person: PersonId,
    pub competency: Mark,
}

/// A BerAKHLAK value of a person in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BehaviourAt {
    pub person: PersonId,
    pub value: BehaviourValue,
    pub period: EvaluationPeriod,
}

/// A person in a period, wherever that is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct EvaluationAt {
    pub person: PersonId,
    pub period: EvaluationPeriod,
}

impl Target {
    /// The record by the name that every kind has.
    pub fn record(self) -> Option<(PersonId, RecordId)> {
        Some(match self {
            Target::Feedback(person, id) => (person, RecordId::Feedback(id)),
            Target::Action(person, id) => (person, RecordId::Action(id)),
            Target::Agenda(person, id) => (person, RecordId::Agenda(id)),
            Target::Session(person, id) => (person, RecordId::Session(id)),
            Target::CheckIn(person, id) => (person, RecordId::CheckIn(id)),
            Target::Goal(person, id) => (person, RecordId::WorkResult(id)),
            Target::Record(person, id) => (person, id),
            Target::Nothing => return None,
        })
    }
}

/// What a row about development stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DevelopAt {
    /// One topic over the team.
    Topic(SubjectMark),
    Need(PersonId, SubjectMark),
    Item(PersonId, ItemId),
    /// The hours of a person's year.
    Hours(PersonId),
    Learning(PersonId, LearningId),
    Wish(PersonId, WishId),
    Pair(PersonId, PairId),
    /// By its place among the topics of a pair.
    PairTopic(PersonId, PairId, u16),
    Talk(PersonId, PairId, Date),
    /// Somebody new, for whom a pair is proposed.
    Newcomer(PersonId),
    /// A line of the proposal of a year.
    Line(SubjectMark, i16),
    /// A row of a proposal that will not be.
    Row(ProposalId),
}

impl DevelopAt {
    pub fn person(self) -> Option<PersonId> {
        use DevelopAt::*;
        match self {
            Need(p, _) | Item(p, _) | Hours(p) | Learning(p, _) | Wish(p, _) | Pair(p, _) => Some(p),
            PairTopic(p, ..) | Talk(p, ..) | Newcomer(p) => Some(p),
            Topic(_) | Line(..) | Row(_) => None,
        }
    }
}
