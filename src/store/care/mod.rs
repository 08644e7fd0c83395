//! Care for a store as a whole: looking through it, copies of it, what goes for good, and making it anew.

pub mod backup;
pub mod backups;
pub mod check;
pub mod checkpoint;
pub mod encrypt;
pub mod erase;
pub(super) mod rewrite;
pub mod unfinished;
