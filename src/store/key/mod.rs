//! Encryption: what closes and opens stored bytes, and the ways in to its key.

pub mod keyring;
pub mod seal;
