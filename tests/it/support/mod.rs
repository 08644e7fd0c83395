//! What tests from outside share: a driver that presses keys and reads the screen, plans to measure, pictures of screens, and a
//! pseudo-terminal.

pub mod plans;
pub mod pty;
pub mod svg;
pub mod world;
