//! Evaluation: two judgements that a supervisor gives of a person and a period, and what the rules make of them. The
//! ratings are the supervisor's alone: nothing here sets, suggests, copies or averages one.
//!
//! Reading order: [`predicate`] (two ratings and the matrix), [`record`] (what is kept of an evaluation), [`holding`]
//! (which of several holds), [`stage`] (how far it is) and [`facts`] (what is known when it is judged), [`pattern`] and [`guard`] (the unit's pattern, in persons), [`caution`] and
//! [`self_check`] (what is worth a second look), [`span`] (transfers, whole months), [`credit`] (credit points),
//! [`objection`] (the way of an objection), [`unit_result`] (the unit, its result and its other people),
//! [`skp`] (plans as e-Kinerja lists them).

pub mod caution;
pub mod credit;
pub mod facts;
pub mod fraction;
pub mod guard;
pub mod holding;
pub mod objection;
pub mod office;
pub mod pattern;
pub mod predicate;
pub mod record;
pub mod self_check;
pub mod skp;
pub mod sources;
pub mod span;
pub mod stage;
pub mod unit_result;

pub use credit::{CreditRules, Surplus};
pub use guard::{Guard, GuardState};
pub use objection::{Objection, ObjectionStep};
pub use pattern::{Counts, DistributionRules, Majority, OrganisationResult, total};
pub use predicate::{Matrix, Predicate, Why};
pub use record::{Assessor, Evaluation, HandOver, Judgement, NotAssessed, Origin};
pub use skp::Skp;
pub use sources::{Certainty, RuleSource};
pub use unit_result::UnitResult;
