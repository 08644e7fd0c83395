//! A store to look at by what is at hand beside the index: takes no lock and writes nothing, so that looking never
//! hinders whoever writes. Where the files at hand don't say enough, or anything is doubtful, the store itself is opened
//! and mends what can be mended; where that can't be, the journal is read.

use super::dossier_file::DossierFile;
use super::journal::{self, Position};
use super::roster_file::RosterFile;
use super::seal::Seal;
use super::{Denial, Disk, Head, Note, Snapshot, Store, StoreError, dir, history, keyring, unfinished};
use crate::domain::records::log::LogEntry;
use crate::domain::{Change, Dossier, PersonId, Roster};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// Opens a store to look at it.
pub fn look(dir: &Path, seal: &Seal) -> Result<Box<dyn Store>, StoreError> {
    match Glance::at(dir, seal) {
        Some(glance) => Ok(Box::new(glance)),
        None => deeper(dir, seal),
    }
}

/// The store itself if nobody has it and it can be written, and what the journal says otherwise.
fn deeper(dir: &Path, seal: &Seal) -> Result<Box<dyn Store>, StoreError> {
    let cannot_write = |reason: Denial| matches!(reason, Denial::ReadOnlyDisk | Denial::Rights | Denial::NoLocks);
    match Disk::open_at_once(dir, seal) {
        Err(StoreError::Busy { .. } | StoreError::Full) => Ok(Box::new(Snapshot::open_with(dir, seal)?)),
        Err(StoreError::Denied { reason, .. }) if cannot_write(reason) => Ok(Box::new(Snapshot::open_with(dir, seal)?)),
        opened => Ok(Box::new(opened?)),
    }
}

struct Glance {
    dir: PathBuf,
    seal: Seal,
    end: Position,
    roster: Roster,
    dossiers: DossierFile,
    /// Opened for what is not at hand.
    deeper: Option<Box<dyn Store>>,
}

impl Glance {
    /// `None` where not everything is as a store is left that was closed.
    fn at(dir: &Path, seal: &Seal) -> Option<Glance> {
        dir::inspect(dir).ok()?;
        keyring::checked(dir, seal).ok()?;
        if unfinished::is_any(dir) || keyring::compared(dir).is_some() {
            return None;
        }
        let end = journal::settled_end(dir, seal)?;
        let (_, roster) = RosterFile::of_everybody(dir, seal).load().filter(|(at, _)| *at == end)?;
        let dossiers = DossierFile::of(dir, seal);
        Some(Glance { dir: dir.to_owned(), seal: seal.clone(), end, roster, dossiers, deeper: None })
    }

    fn deeper(&mut self) -> Result<&mut dyn Store, StoreError> {
        if self.deeper.is_none() {
            self.deeper = Some(deeper(&self.dir, &self.seal)?);
        }
        match &mut self.deeper {
            Some(store) => Ok(&mut **store),
            None => Err(StoreError::ReadOnly),
        }
    }
}

impl Store for Glance {
    fn roster(&mut self) -> Result<Roster, StoreError> {
        Ok(self.roster.clone())
    }
    fn dossier(&mut self, person: PersonId) -> Result<Option<Dossier>, StoreError> {
        match self.dossiers.load(&self.end, person) {
            Some(dossier) => Ok(Some(dossier)),
            None => self.deeper()?.dossier(person),
        }
    }
    fn commit(&mut self, _: &Change) -> Result<(), StoreError> {
        Err(StoreError::ReadOnly)
    }
    fn recent(&mut self, count: usize) -> Result<Vec<Change>, StoreError> {
        journal::recent(&self.dir, count, &self.seal)
    }
    fn changes(&mut self, each: &mut dyn FnMut(Change) -> Result<(), StoreError>) -> Result<(), StoreError> {
        let all = Position::default();
        journal::read(&self.dir, &all, &self.seal, |_, change, _| change.map_or(Ok(()), &mut *each)).map(drop)
    }
    fn entries(&mut self, before: u64, each: &mut dyn FnMut(LogEntry) -> ControlFlow<()>) -> Result<(), StoreError> {
        history::entries(&self.dir, before.min(self.end.entry + 1), &self.seal, each)
    }
    fn head(&mut self) -> Result<Head, StoreError> {
        Ok(self.end.head())
    }
    fn notes(&mut self) -> Vec<Note> {
        self.deeper.as_mut().map_or(vec![], |store| store.notes())
    }
}
