//! One folder a screen or overlay: `mod.rs` (what it remembers and the rows it shows), `commands.rs` (what its keys do),
//! `draw.rs` (state to cells).

pub mod agenda;
pub mod assign;
pub mod capture;
pub mod check_in;
pub mod competencies;
pub mod draw;
pub mod form;
pub mod goals;
pub mod locked;
pub mod log;
pub mod month;
pub mod overlays;
pub mod person;
pub mod self_check;
pub mod session;
pub mod settings;
pub mod stack;
pub mod team;
pub mod walk;
