//! The small languages that people type: a captured line, a day, a number, a filter; and what cleans every text.

pub mod capture;
pub mod clean;
pub mod dates;
pub(crate) mod months;
pub mod nearest;
pub mod number;
pub mod query;
