//! A store to look at: what the journal held when it was opened, in memory. Takes no lock and writes nothing, so it
//! works beside a holder, on a full disk and without the right to write.

use super::journal::{self, Position};
use super::keyring;
use super::seal::Seal;
use super::{Head, Memory, Store, StoreError, dir, history};
use crate::domain::records::log::LogEntry;
use crate::domain::{Change, Dossier, PersonId, Roster};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

#[derive(Debug)]
pub struct Snapshot {
    dir: PathBuf,
    seal: Seal,
    memory: Memory,
    end: Position,
}

impl Snapshot {
    /// Reads a store that is not encrypted.
    pub fn open(store: &Path) -> Result<Snapshot, StoreError> {
        Snapshot::open_with(store, &Seal::default())
    }

    /// The same with what opens an encrypted one.
    pub fn open_with(store: &Path, seal: &Seal) -> Result<Snapshot, StoreError> {
        dir::inspect(store)?;
        keyring::checked(store, seal)?;
        let mut memory = Memory::new();
        let end = journal::read(store, &Position::default(), seal, |_, change, _| {
            change.into_iter().for_each(|change| memory.take(change));
            Ok(())
        })?;
        memory.count_all_rows();
        Ok(Snapshot { dir: store.to_owned(), seal: seal.clone(), memory, end })
    }

    /// Up to where it reaches.
    pub(super) fn end(&self) -> Head {
        self.end.head()
    }
}

impl Store for Snapshot {
    fn roster(&mut self) -> Result<Roster, StoreError> {
        self.memory.roster()
    }
    fn dossier(&mut self, person: PersonId) -> Result<Option<Dossier>, StoreError> {
        self.memory.dossier(person)
    }
    fn commit(&mut self, _: &Change) -> Result<(), StoreError> {
        Err(StoreError::ReadOnly)
    }
    fn recent(&mut self, count: usize) -> Result<Vec<Change>, StoreError> {
        self.memory.recent(count)
    }
    fn changes(&mut self, each: &mut dyn FnMut(Change) -> Result<(), StoreError>) -> Result<(), StoreError> {
        self.memory.changes(each)
    }
    fn entries(&mut self, before: u64, each: &mut dyn FnMut(LogEntry) -> ControlFlow<()>) -> Result<(), StoreError> {
        history::entries(&self.dir, before.min(self.end.entry + 1), &self.seal, each)
    }
    fn head(&mut self) -> Result<Head, StoreError> {
        Ok(self.end())
    }
}
