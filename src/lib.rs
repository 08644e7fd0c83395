//! bina looks after people: the periodic talks of a supervisor with each subordinate, what was seen, what was
//! promised, what becomes of it.
//!
//! The code map, in reading order: [`domain`] (what is true, pure), [`store`] (durable truth), [`i18n`] (words), [`reports`] (what
//! leaves the program), [`config`] and [`cli`] (the command line). The
//! invariants are in `ARCHITECTURE.md` and in `tests/it/tidy.rs`.

pub mod cli;
pub mod config;
pub mod domain;
pub mod i18n;
pub mod reports;
pub mod store;
