//! Competency standards come in and go out: one row a position and competency. Pure, like the rest of the import; what
//! it proposes is the same intent that the screens use.
//!
//! [`columns`] (which column says what), [`row`] (a row read), [`mod@plan`] (the proposal and its report), [`sheet`]
//! (standards written out).

pub mod columns;
pub mod plan;
pub mod row;
pub mod sheet;

pub use columns::{Columns, Field};
pub use plan::{Proposal, Report, Setting, plan};
pub use row::{StandardList, read};
pub use sheet::write;
