//! What is said, seen and agreed: sessions, feedback, actions, the agenda, what closing a session asks, receipt codes.

pub mod action;
pub mod agenda;
pub mod came_back;
pub mod closing;
pub mod feedback;
pub mod paper;
pub mod receipt;
pub mod session;
pub mod since;
