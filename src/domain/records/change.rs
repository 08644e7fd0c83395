//! The only way records change: a labelled list of operations that can be applied and reversed. Undo, audit trail,
//! as-of view and crash tests come from this one type.

use crate::domain::{ChangeId, PersonId, Record};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

/// One thing a user did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub id: ChangeId,
    pub at: Timestamp,
    pub by: Actor,
    pub kind: ChangeKind,
    /// The person it is about, if it is about one.
    pub about: Option<PersonId>,
    pub ops: Vec<Op>,
}

/// Who did it, and in which capacity.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The login or the name that the supervisor goes by.
    pub name: String,
    pub person: Option<PersonId>,
    pub capacity: Capacity,
}

/// Definitive holder of the post, acting for a vacant post (Plt), or acting for the day (Plh).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    #[default]
    Definitive,
    ActingVacant,
    ActingDaily,
}

impl Capacity {
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// Carries what is needed to reverse it. `Put` is absolute, so applying an operation twice changes nothing more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Op {
    Put { record: Box<Record>, was: Option<Box<Record>> },
    Remove { was: Box<Record> },
}

impl Op {
    pub fn add(record: impl Into<Record>) -> Self {
        Op::Put { record: Box::new(record.into()), was: None }
    }
    pub fn replace<R: Into<Record>>(was: R, record: R) -> Self {
        Op::Put { record: Box::new(record.into()), was: Some(Box::new(was.into())) }
    }
    pub fn remove(was: impl Into<Record>) -> Self {
        Op::Remove { was: Box::new(was.into()) }
    }
    pub fn inverse(&self) -> Op {
        match self {
            Op::Put { record, was: None } => Op::Remove { was: record.clone() },
            Op::Put { record, was: Some(was) } => Op::Put { record: was.clone(), was: Some(record.clone()) },
            Op::Remove { was } => Op::Put { record: was.clone(), was: None },
        }
    }
    /// The record as it is after the operation.
    pub fn after(&self) -> Option<&Record> {
        match self {
            Op::Put { record, .. } => Some(record),
            Op::Remove { .. } => None,
        }
    }
    /// The record as it was before.
    pub fn before(&self) -> Option<&Record> {
        match self {
            Op::Put { was, .. } => was.as_deref(),
            Op::Remove { was } => Some(was),
        }
    }
    /// The record it speaks of, after or before.
    pub fn record(&self) -> &Record {
        match self {
            Op::Put { record, .. } => record,
            Op::Remove { was } => was,
        }
    }
}

/// What the user did, in words of the domain. Message `change-<id>` says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    ProfileSet,
    PeopleImported,
    PersonAdded,
    PersonCorrected,
    PersonMoved,
    PersonHandedOver,
    PersonRetired,
    PersonReturned,
    LeaveSet,
    CadenceSet,
    FeedbackNoted,
    FeedbackCorrected,
    FeedbackRemoved,
    FeedbackLifted,
    FeedbackOpened,
    FeedbackPutBack,
    AudienceChanged,
    AgendaNoted,
    AgendaSettled,
    ActionAgreed,
    ActionCorrected,
    ActionSettled,
    ActionRescheduled,
    SessionPlanned,
    SessionStarted,
    SessionEdited,
    SessionClosed,
    SessionPostponed,
    SessionMissed,
    SessionDiscarded,
    LeftOffSheet,
    PutOnSheet,
    AddendumWritten,
    SheetAcknowledged,
    PersonSkipped,
    ResultPlanned,
    ResultAssigned,
    ResultCorrected,
    ResultRemoved,
    IndicatorAdded,
    IndicatorCorrected,
    IndicatorRemoved,
    TargetRevised,
    CheckedIn,
    StatusSaid,
    PlanCopied,
    ResultsInherited,
    GoalsImported,
    Rated,
    BehaviourRated,
    BehaviourExpected,
    StandardsSet,
    FrameworkSet,
    DevelopmentPlanned,
    DevelopmentCorrected,
    DevelopmentFollowed,
    Withdrawn,
    EffectSaid,
    LearningRecorded,
    LearningVerified,
    CourseJudged,
    WishNoted,
    WishDropped,
    NeedWeighed,
    PairAgreed,
    PairFollowed,
    CareerNoted,
    SupportBegun,
    SupportFollowed,
    DevelopmentRemoved,
    DevelopmentImported,
    Evaluated,
    EvaluationHandedOver,
    EvaluationAnswered,
    EvaluationWithdrawn,
    EvaluationsImported,
    SkpsImported,
    ObjectionFiled,
    ObjectionAdvanced,
    ObjectionDecided,
    UnitResultSet,
    HolidaysSet,
    SampleBuilt,
    /// A person's records were erased for good; this is what is left.
    PersonForgotten,
    /// What had outlived its time was erased for good.
    RetentionApplied,
    StoreSealed,
    StoreUnsealed,
    /// Something was here and was erased.
    Erased,
    Undone {
        of: ChangeId,
    },
    Redone {
        of: ChangeId,
    },
}

impl ChangeKind {
    /// The stable name, also the message's: `change-feedback-noted`.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

impl ChangeKind {
    /// Whether undo may take it back: not what went for good, and not the ground a demo stands on.
    pub fn can_be_undone(self) -> bool {
        use ChangeKind::*;
        !matches!(self, SampleBuilt | PersonForgotten | RetentionApplied | StoreSealed | StoreUnsealed | Erased)
    }
}

impl Change {
    /// People whose dossier or row the change touches, each once.
    pub fn people(&self) -> Vec<PersonId> {
        let mut out: Vec<PersonId> =
            self.ops.iter().flat_map(|op| [op.after(), op.before()]).flatten().filter_map(Record::person).collect();
        out.sort();
        out.dedup();
        out
    }
    /// The operations that take it back, in the order in which they must run.
    pub fn inverse_ops(&self) -> Vec<Op> {
        self.ops.iter().rev().map(Op::inverse).collect()
    }
}
