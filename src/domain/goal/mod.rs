//! Goals: what somebody is to achieve in a period (the SKP), how it is measured, and how far it is. Says what was
//! planned and measured and how any figure comes about; never makes a rating of it (no rule averages indicators).
//!
//! Reading order: [`result`] (the plan: results and their indicators), [`measure`] (kinds of indicators and their
//! progress), [`check_in`] (dated values), [`pace`] (progress against the time that has passed), [`mean`] (the only
//! way figures are put together), [`plan`] (one person's period as a whole), [`rollup`] (a supervisor's result and
//! those that support it), [`concern`] (why a goal wants to be looked at), [`entry`] (the line in which a value is typed).

pub mod check_in;
pub mod concern;
pub mod entry;
pub mod mean;
pub mod measure;
pub mod pace;
pub mod plan;
pub mod result;
pub mod rollup;

pub use check_in::CheckIn;
pub use concern::Concern;
pub use mean::{Mean, Weighting};
pub use measure::{Accrual, Formula, Measure};
pub use pace::{Pace, Verdict};
pub use plan::{GoalFacts, PerformancePlan, PlanFacts};
pub use result::{
    Approach, Aspect, GoalStatus, Indicator, Perspective, ResultClass, ResultScope, Revision, StatusWord, Support,
    WorkResult,
};
pub use rollup::{Parent, Rollup};
