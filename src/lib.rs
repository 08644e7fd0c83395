//! bina looks after people: the periodic talks of a supervisor with each subordinate, what was seen, what was
//! promised, what becomes of it.
//!
//! The code map, in reading order: [`domain`] (what is true, pure), [`store`] (durable truth), [`i18n`] (words). The
//! invariants are in `ARCHITECTURE.md` and in `tests/it/tidy.rs`.

/// The command line.
pub mod cli {
    pub mod demo;
}
pub mod domain;
pub mod i18n;
pub mod store;
