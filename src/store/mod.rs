//! Durable truth: an append-only, hash-chained journal, and sled as the indexed view of it. Knows the domain and
//! nothing above it. Start at [`Store`]; then `journal` (the truth), `sled` (the view), `memory` (the twin for tests).

pub mod error;

pub use error::{Holder, StoreError};

use crate::domain::{Change, Dossier, PersonId, Roster};

/// Where records live. Everything a user sees comes through here, and [`Store::commit`] is the only way in.
pub trait Store: Send {
    /// One row a person, the units and the profile.
    fn roster(&mut self) -> Result<Roster, StoreError>;

    /// All records of one person; `None` if there is no such person.
    fn dossier(&mut self, person: PersonId) -> Result<Option<Dossier>, StoreError>;

    /// Makes a change durable: when this returns `Ok`, the change survives a power cut.
    fn commit(&mut self, change: &Change) -> Result<(), StoreError>;

    /// The newest `count` changes, oldest of them first.
    fn recent(&mut self, count: usize) -> Result<Vec<Change>, StoreError>;

    /// Every change from the first on, one at a time.
    fn changes(&mut self, each: &mut dyn FnMut(Change) -> Result<(), StoreError>) -> Result<(), StoreError>;

    /// Number of the newest entry and its hash: what a report prints so that the chain can be checked later.
    fn head(&mut self) -> Result<Head, StoreError>;

    /// Nothing will be asked for a while: gives back what can be opened again.
    fn rest(&mut self) {}
}

/// The end of the chain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Number of the newest entry; 0 for an empty store.
    pub entry: u64,
    /// Its hash, hexadecimal.
    pub hash: String,
}
