//! Every kind of record as one type: what the store keeps and what a change puts or removes. The table of them is
//! [`every_record`]; the types here and the slots of a [`Dossier`](crate::domain::Dossier) are made of it.

use crate::domain::development::{
    BudgetLine, CareerNote, Course, Learning, MentoringPair, NeedWord, PlanItem, Proposal, SupportPlan, Wish,
};
use crate::domain::{Action, AgendaLine, Feedback, Person, PersonId, Session, SkipId, Unit, UnitId};
use crate::domain::{ActionId, AgendaId, CheckInId, ResultId, SessionId};
use crate::domain::{Actor, Withdrawal, WithdrawalId};
use crate::domain::{BehaviourId, BehaviourRating, ExpectationId, FrameworkId, LeaderExpectation, RatingId, StandardId};
use crate::domain::{BudgetId, CareerId, CourseId, ItemId, LearningId, NeedId, PairId, ProposalId, SupportId, WishId};
use crate::domain::{Cadence, Capacity, CheckIn, FeedbackId, WorkResult};
use crate::domain::{Edition, Rating, Standard};
use crate::domain::{
    Evaluation, EvaluationId, HolidayList, HolidayListId, Objection, ObjectionId, Skp, SkpId, UnitResult, UnitResultId,
};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Hands the table of all records to a macro. A row is
///
/// `Kind(Type, Identifier) in slot, one accessor, by day;`
///
/// The name of the kind, in snake case, is how the journal spells it, and the order of the rows is part of how the view
/// stores it: a new kind goes to the end, and no row is renamed or moved. `slot` is the list of a dossier that holds the
/// kind, `accessor` finds one of it there, `day` is the field by which it is filed; its type has the fields `id` and
/// `person`. Kinds of the whole office have no slot. The profile, of which there is one, stands before the table.
macro_rules! every_record {
    ($then:ident) => {
        $then! {
            Unit(Unit, UnitId);
            Person(Person, PersonId);
            Feedback(Feedback, FeedbackId) in feedback, one feedback, by on;
            Action(Action, ActionId) in actions, one action, by on;
            Agenda(AgendaLine, AgendaId) in agenda, one agenda_line, by on;
            Session(Session, SessionId) in sessions, one session, by on;
            Skip(Skip, SkipId) in skips, one skip, by on;
            WorkResult(WorkResult, ResultId) in results, one result, by period.from;
            CheckIn(CheckIn, CheckInId) in check_ins, one check_in, by on;
            Framework(Edition, FrameworkId);
            Standard(Standard, StandardId);
            Rating(Rating, RatingId) in ratings, one rating, by on;
            BehaviourRating(BehaviourRating, BehaviourId) in behaviours, one behaviour, by on;
            LeaderExpectation(LeaderExpectation, ExpectationId) in expectations, one expectation, by on;
            PlanItem(PlanItem, ItemId) in items, one item, by on;
            Learning(Learning, LearningId) in learning, one learning_record, by until;
            Wish(Wish, WishId) in wishes, one wish, by on;
            NeedWord(NeedWord, NeedId) in need_words, one need_word, by on;
            MentoringPair(MentoringPair, PairId) in pairs, one pair, by from;
            CareerNote(CareerNote, CareerId) in career, one career_note, by on;
            SupportPlan(SupportPlan, SupportId) in support_plans, one support_plan, by from;
            Course(Course, CourseId);
            BudgetLine(BudgetLine, BudgetId);
            Proposal(Proposal, ProposalId);
            Evaluation(Evaluation, EvaluationId) in evaluations, one evaluation, by on;
            Objection(Objection, ObjectionId) in objections, one objection, by on;
            UnitResult(UnitResult, UnitResultId);
            HolidayList(HolidayList, HolidayListId);
            Skp(Skp, SkpId) in skps, one skp, by span.from;
            Withdrawal(Withdrawal, WithdrawalId) in withdrawals, one withdrawal, by on;
        }
    };
}
pub(crate) use every_record;

macro_rules! records {
    ($($kind:ident($type:ty, $id:ty) $(in $slot:ident, one $one:ident, by $($day:ident).+)?;)+) => {
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Record {
            Profile(Profile),
            $($kind($type),)+
        }

        /// Names a record whatever its kind.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum RecordId {
            Profile,
            $($kind($id),)+
        }

        impl RecordId {
            pub fn uuid(&self) -> Uuid {
                match self {
                    RecordId::Profile => Uuid::nil(),
                    $(RecordId::$kind(id) => id.0,)+
                }
            }
        }

        impl Record {
            pub fn id(&self) -> RecordId {
                match self {
                    Record::Profile(_) => RecordId::Profile,
                    $(Record::$kind(record) => RecordId::$kind(record.id),)+
                }
            }

            /// Whose dossier it belongs to. A person's own record is no part of the dossier's years.
            pub fn person(&self) -> Option<PersonId> {
                match self {
                    Record::Person(person) => Some(person.id),
                    $($(Record::$kind($slot) => Some($slot.person),)?)+
                    _ => None,
                }
            }

            /// Who wrote it when; `None` for what is not part of a dossier.
            pub fn written(&self) -> Option<(&Actor, Timestamp)> {
                match self {
                    $($(Record::$kind($slot) => Some((&$slot.by, $slot.written)),)?)+
                    _ => None,
                }
            }

            /// The day it is filed under; `None` for what is not part of a dossier.
            pub fn on(&self) -> Option<Date> {
                match self {
                    $($(Record::$kind(record) => Some(record.$($day).+),)?)+
                    _ => None,
                }
            }
        }

        $(impl From<$type> for Record {
            fn from(record: $type) -> Self {
                Record::$kind(record)
            }
        })+
    };
}

every_record!(records);

impl From<Profile> for Record {
    fn from(profile: Profile) -> Self {
        Record::Profile(profile)
    }
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
    pub by: Actor,
    pub written: Timestamp,
}
