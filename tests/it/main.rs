//! One binary of integration tests: each file is about one behaviour.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod import;
