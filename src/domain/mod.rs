//! What is true about people, sessions, feedback and agreements. Pure: no I/O, no clock, nothing of the other
//! modules. Callers pass `today` and `now`; rules of regulations are values of a [`RuleSet`].
//!
//! Reading order: [`person`] and [`mod@unit`] (who), [`feedback`], [`action`], [`agenda`], [`session`] (what is said and
//! agreed), [`goal`] (what is planned and how far it is), [`competency`] (what a post requires and what was rated),
//! [`record`] (all of them as one type), [`change`] (the only way records change), [`dossier`] and
//! [`roster`] (records of one person; one row a person), [`attention`] (who needs me, and why), [`intent`] (what a
//! user asks, checked and turned into a change).

pub mod action;
pub mod agenda;
pub mod attention;
pub mod audience;
pub mod cadence;
pub mod capture;
pub mod change;
pub mod clean;
pub mod closing;
pub mod competency;
pub mod dates;
pub mod development;
pub mod dossier;
pub mod feedback;
pub mod goal;
pub mod history;
pub mod id;
pub mod intent;
pub mod log;
pub mod name;
pub mod nearest;
pub mod nip;
pub mod number;
pub mod period;
pub mod person;
pub mod query;
pub mod receipt;
pub mod record;
pub mod refusal;
pub mod retention;
pub mod roster;
pub mod ruleset;
pub mod sample;
pub mod session;
pub mod unit;

pub use action::{Action, ActionState, Owner};
pub use agenda::{AgendaLine, AgendaState};
pub use attention::{Attention, Due, Reason};
pub use audience::{Audience, Audienced, Private, Shared, SharedText};
pub use cadence::Cadence;
pub use change::{Actor, Capacity, Change, ChangeKind, Op};
pub use competency::{
    BehaviourRating, Catalogue, CompetencyId, Edition, Framework, LeaderExpectation, Level, Rating, Standard,
};
pub use dossier::Dossier;
pub use feedback::{Feedback, FeedbackKind, Sbi};
pub use goal::{CheckIn, Indicator, Measure, WorkResult};
pub use id::{
    ActionId, AgendaId, ChangeId, CheckInId, FeedbackId, IdSource, IndicatorId, PersonId, ResultId, SessionId, SkipId,
    UnitId,
};
pub use id::{BehaviourId, ExpectationId, FrameworkId, RatingId, StandardId};
pub use id::{BudgetId, CareerId, CourseId, ItemId, LearningId, NeedId, PairId, ProposalId, SupportId, WishId};
pub use name::PersonName;
pub use nip::Nip;
pub use number::{DecimalSign, Number};
pub use period::Period;
pub use person::{EmploymentKind, Person, PersonStatus};
pub use record::{Record, RecordId};
pub use refusal::Refusal;
pub use roster::{Roster, RosterRow};
pub use ruleset::RuleSet;
pub use session::{Acknowledgement, Addendum, Grow, Response, Session, SessionKind, SessionState};
pub use unit::{Unit, UnitTree};
