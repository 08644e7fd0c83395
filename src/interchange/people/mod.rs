//! Lists of people: [`columns`] (which column says what), [`row`] (a row read as a person), [`draft`] (on its way to
//! one), [`units`], [`supervisors`], [`plan`] (the proposal).

pub mod columns;
mod draft;
pub mod plan;
pub mod row;
pub mod supervisors;
pub mod units;
