//! All records as one type, whose eyes they are for, the only way they change, what a user asks of them, and how long they
//! are kept.

pub mod audience;
pub mod change;
pub mod dossier;
pub mod history;
pub mod id;
pub mod intent;
pub mod log;
pub mod record;
pub mod refusal;
pub mod retention;
