//! A form over a screen.

pub mod commands;
pub mod draw;
