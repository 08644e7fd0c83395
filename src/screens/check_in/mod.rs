//! The line of a check-in.

pub mod draw;
