//! Plans (SKP) come in and go out: one row an indicator, as offices keep them in spreadsheets. Pure, like the rest of
//! the import; what it proposes is made of the same intents that the screens use, so no rule is told twice.
//!
//! [`columns`] (which column says what), [`target`]
//! (single cells), [`row`] (a row read), [`gather`] (rows of one result), [`mod@plan`] (the proposal), [`report`],
//! [`sheet`] (the plan written out).

pub mod columns;
mod gather;
pub mod plan;
pub mod report;
pub mod row;
pub mod sheet;
mod target;

pub use columns::{Columns, Field};
pub use plan::{Proposal, Setting, plan};
pub use report::Report;
pub use row::{GoalList, read};
pub use sheet::{Listed, write};
