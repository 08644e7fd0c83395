//! The interface as a pure state machine. No I/O, no drawing, no clock, no environment.

pub mod command;
pub mod editor;
pub mod effect;
pub mod key;
pub mod keymap;
pub mod msg;
pub mod notice;
