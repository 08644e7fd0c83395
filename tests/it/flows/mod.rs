//! What a user does and sees, one behaviour a function: keys go in, the screen and the store are looked at.

mod actions;
mod as_of;
mod capture;
mod circle;
mod closing;
mod competencies;
mod development;
mod forms;
mod fuzz;
mod goals;
mod goals_at_hand;
mod goals_plan;
mod grid;
mod interrupted;
mod locked;
mod log;
mod looks;
mod person;
mod postponing;
mod ratings;
mod saving;
mod session;
mod settings;
pub mod sizes;
mod team;
mod undo;
mod walk;
