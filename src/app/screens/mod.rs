//! One file a screen: its state, what its commands do, and the rows that it shows. `ui::screens` has the same names.

pub mod agenda;
pub mod competencies;
pub mod goals;
pub mod grid;
pub mod log;
pub mod person;
pub mod session;
pub mod team;
pub mod walk;
