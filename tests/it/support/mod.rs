//! What tests from outside share: a driver that presses keys and reads the screen, people with plans, pictures of
//! screens, and a pseudo-terminal.

pub mod bytes;
pub mod levels;
pub mod pages;
pub mod plans;
pub mod pty;
pub mod scrollback;
pub mod svg;
pub mod tables;
pub mod world;
