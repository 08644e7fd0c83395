//! Development: from what is missing to a plan, from the plan to an effect that somebody looked for. Needs follow from
//! what is known; what is urgent, what is planned and whether it helped the supervisor says. Nobody is scored or ranked.
//!
//! Reading order: [`rules`] (numbers and kinds, with their sources), [`subject`] (what is to be learnt), [`month`],
//! [`item`] (an item of a plan and its checks), [`need`] (why somebody needs it), [`course`] (what is on offer and the
//! money for it), [`learning`] (what was learnt), [`hours`] (what of it counts in a year), [`effect`] (before and after), [`mentoring`],
//! [`proposal`] and [`sum`] (over the team), [`career`] (the next post, readiness), [`support`], [`floor`] (what may be
//! counted to others), [`asked`] (what is asked to be kept, judged), [`office`] (what belongs to nobody).

pub mod asked;
pub mod career;
pub mod course;
pub mod effect;
pub mod floor;
pub mod hours;
pub mod item;
pub mod learning;
pub mod mentoring;
pub mod month;
pub mod need;
pub mod office;
pub mod proposal;
pub mod rules;
pub mod subject;
pub mod sum;
pub mod support;

pub use career::CareerNote;
pub use course::{BudgetLine, Course};
pub use item::PlanItem;
pub use learning::Learning;
pub use mentoring::MentoringPair;
pub use need::{Need, NeedWord, Wish};
pub use proposal::Proposal;
pub use rules::{DevelopmentRules, KindId};
pub use subject::{Subject, SubjectMark};
pub use support::SupportPlan;
