//! bina looks after people: the periodic talks of a supervisor with each subordinate, what was seen, what was
//! promised, what becomes of it.
//!
//! The code map, in reading order: [`domain`] (what is true, pure), [`store`] (durable truth), [`i18n`] (words),
//! [`app`] (the interface, pure), [`runtime`] (the shell around it). The invariants are in `ARCHITECTURE.md` and in `tests/it/tidy.rs`.

pub mod app;
pub mod domain;
pub mod i18n;
pub mod runtime;
pub mod store;
