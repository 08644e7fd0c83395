//! Lists of people come in: CSV and XLSX as offices have them. Everything after reading is pure and ends in a
//! proposal, one [`crate::domain::Change`] that the caller may commit or not; nothing here writes to a store.
//!
//! In the order in which a file passes: [`source`] (bytes within bounds, what kind of file), [`text`] (bytes to
//! text), [`delimited`] (text to rows) or [`xlsx`] (rows from a limited child process), [`table`] (rows),
//! [`header`] (which column says what), [`columns`] (of people), [`cells`] (how one cell is read), [`row`] (a row read as a person), [`units`], [`supervisors`], [`plan`] (the
//! proposal), [`finding`] (what was odd, and the report), [`refused`] (refused rows written out again). [`goals`] does the
//! same for plans, [`standards`] for competency standards, and both write them; [`framework`] reads what an agency adds to
//! the competencies.

pub mod cells;
pub mod columns;
pub mod delimited;
pub mod finding;
pub mod framework;
pub mod goals;
pub mod header;
pub mod plan;
pub mod refused;
pub mod row;
pub mod source;
pub mod standards;
pub mod supervisors;
pub mod table;
pub mod text;
pub mod units;
pub mod written;
pub mod xlsx;

pub use finding::{Finding, Report, Severity};
pub use plan::{Options, Proposal, Setting, plan_people};
pub use source::{Unreadable, read_workbook};
pub use table::{Cell, Row, Table, Workbook};
