//! Everything that is tested from outside, as one binary: each module is about one behaviour.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, clippy::print_stderr, reason = "tests")]

mod audit;
mod care;
mod cli;
mod conduct;
mod development;
mod doctor;
mod evaluation;
mod flows;
mod help;
mod hostile;
mod i18n;
mod import;
mod imports;
mod papers;
mod pty;
mod runtime;
mod screenshots;
mod source;
mod store;
mod support;
mod tidy;
