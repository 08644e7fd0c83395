//! What is true about people, sessions, feedback and agreements. Pure: no I/O, no clock, nothing of the other
//! modules. Callers pass `today` and `now`; rules of regulations are values of a [`RuleSet`].
//!
//! Reading order: [`people`] (who, and who needs me), [`sessions`] (what is said and agreed), [`goal`] (what is planned and
//! how far it is), [`competency`] (what a post requires and what was rated), [`evaluation`] (two judgements a period),
//! [`calendar`] (working days and deadlines), [`development`] (from what is missing to an effect that somebody looked for),
//! [`records`] (all of them as one type, the only way they change, and what a user asks of them), [`language`] (the small
//! languages that people type).

pub mod calendar;
pub mod competency;
pub mod development;
pub mod evaluation;
pub mod goal;
pub mod insights;
pub mod language;
pub mod people;
pub mod period;
pub mod records;
pub mod ruleset;
pub mod sessions;

pub use competency::{
    BehaviourRating, Catalogue, CompetencyId, Edition, Framework, LeaderExpectation, Level, Rating, Standard,
};
pub use evaluation::{Evaluation, Objection, Skp, UnitResult, office::HolidayList};
pub use goal::{CheckIn, Indicator, Measure, WorkResult};
pub use language::number::{DecimalSign, Number};
pub use people::attention::{Attention, Due, Reason};
pub use people::cadence::Cadence;
pub use people::name::PersonName;
pub use people::nip::Nip;
pub use people::person::{EmploymentKind, Person, PersonStatus};
pub use people::roster::{Roster, RosterRow};
pub use people::unit::{Unit, UnitTree};
pub use period::Period;
pub use records::audience::{Audience, Audienced, Private, Shared, SharedText};
pub use records::change::{Actor, Capacity, Change, ChangeKind, Op};
pub use records::dossier::Dossier;
pub use records::id::{
    ActionId, AgendaId, ChangeId, CheckInId, FeedbackId, IdSource, IndicatorId, PersonId, ResultId, SessionId, SkipId,
    UnitId,
};
pub use records::id::{BehaviourId, ExpectationId, FrameworkId, RatingId, StandardId};
pub use records::id::{BudgetId, CareerId, CourseId, ItemId, LearningId, NeedId, PairId, ProposalId, SupportId, WishId};
pub use records::id::{EvaluationId, HolidayListId, ObjectionId, SkpId, UnitResultId, WithdrawalId};
pub use records::record::{Record, RecordId};
pub use records::refusal::Refusal;
pub use records::withdrawal::Withdrawal;
pub use ruleset::RuleSet;
pub use sessions::action::{Action, ActionState, Owner};
pub use sessions::agenda::{AgendaLine, AgendaState};
pub use sessions::feedback::{Feedback, FeedbackKind, Sbi, Went};
pub use sessions::session::{Acknowledgement, Addendum, Grow, LeftOut, Response, Session, SessionKind, SessionState};
