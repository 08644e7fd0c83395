//! The capture line.

pub mod commands;
