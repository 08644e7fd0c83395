//! The index of the journal: sled, what is stored in it and how it is encoded. May be thrown away at any time.

pub mod codec;
pub(super) mod fold;
pub(super) mod sled;
