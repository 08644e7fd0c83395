//! What several groups of tests need.

pub mod pty;
