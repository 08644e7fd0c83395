//! Lists come in: CSV and workbooks as offices have them. Everything after reading is pure and ends in a proposal, one
//! [`crate::domain::Change`] that the caller may commit or not; nothing here writes to a store.
//!
//! In the order in which a file passes: [`source`] (bytes within bounds, what kind of file), [`mod@file`] (rows of cells),
//! [`sheet`] (which sheet, which column says what, one reader of rows, what was odd), and then one folder a list:
//! [`people`], [`goals`], [`competencies`], [`evaluation`], [`development`]. `goals` and `standards` are written, too. Rooms know only what stands before
//! them, and files of a room form no circle.

pub mod competencies;
pub mod development;
pub mod evaluation;
pub mod file;
pub mod goals;
pub mod people;
pub mod sheet;
pub mod source;

pub use competencies::{framework, standards};
pub use file::table::{Cell, Row, Table, Workbook};
pub use file::unreadable::Unreadable;
pub use file::{table, text, xlsx};
pub use people::columns;
pub use people::plan::{Proposal, Setting, plan_people};
pub use sheet::finding::{Finding, Report, Severity};
pub use sheet::{cells, finding, header, refused, written};
pub use source::read_workbook;

/// What the user said besides a list, people if nothing else is said.
pub type Options<F = columns::Field> = sheet::choose::Options<F>;
