//! The tests that look at the whole program, in one binary: each module is a subject.

mod i18n;
mod source;
