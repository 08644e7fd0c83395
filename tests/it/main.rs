//! Everything that is tested from outside, as one binary.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod cli;
