//! What tests from outside share: a driver that presses keys and reads the screen, and pictures of screens.

pub mod svg;
pub mod world;
