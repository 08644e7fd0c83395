//! bina looks after people: the periodic talks of a supervisor with each subordinate, what was seen, what was
//! promised, what becomes of it.
//!
//! The code map, in reading order: [`domain`] (what is true, pure), [`store`] (durable truth), [`app`] (the interface
//! as a pure state machine), [`ui`] (state to cells), [`runtime`] (the shell around it), [`reports`] (records to
//! text), [`interchange`] (lists of people come in), [`i18n`] (words), [`help`] (the pages that users read), [`config`]
//! and [`cli`] (the command line). The invariants are in `ARCHITECTURE.md` and in `tests/it/tidy.rs`.

pub mod app;
pub mod cli;
pub mod config;
pub mod demo;
pub mod desk;
pub mod domain;
pub mod help;
pub mod i18n;
pub mod interchange;
pub mod papers;
pub mod reports;
pub mod runtime;
pub mod screens;
pub mod store;
pub mod ui;
