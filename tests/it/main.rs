//! The tests that look at the whole program, in one binary: each module is a subject.

// A test that can't go on fails.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod i18n;
mod source;
