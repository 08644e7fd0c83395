//! What can be done to a record, the same on every screen that shows it.

pub mod development;
pub mod evaluations;
pub mod goals;
pub mod needs;
pub mod people;
pub mod plans;
pub mod ratings;
