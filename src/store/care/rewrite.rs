//! A store that is made anew beside itself, line by line, and put into place in one step: after a crash it is the old
//! one or the new one. For what can't be done by appending: erasing contents, and sealing them.
//!
//! Nothing but lines and drafts comes along. The index, the rows, torn ends and old indexes stay in the old folder and
//! go with it, so that nothing of what was to go survives in a file that nobody thought of. What has to happen after the
//! exchange is written down before it ([`super::unfinished`]).

use super::backups::Backups;
use super::unfinished::{self, Doing, Operation};
use crate::store::error::At;
use crate::store::journal::{Journal, Position};
use crate::store::keyring::{self, Keyring};
use crate::store::lock::Lock;
use crate::store::seal::Seal;
use crate::store::{Denial, Drafts, StoreError, dir};
use rustix::fs::{CWD, RenameFlags, renameat_with};
use std::fs;
use std::path::{Path, PathBuf};

/// A store that becomes another.
pub struct Rewriting {
    store: PathBuf,
    new: PathBuf,
    seal: Seal,
    operation: Operation,
    /// The new one.
    pub journal: Journal,
    /// Of both, so that nobody opens either on the way.
    _locks: [Lock; 2],
}

impl Rewriting {
    /// Locks the store and begins an empty one beside it, sealed in another way if that is wanted. Its old backups go when
    /// it has taken the place.
    pub fn begin(
        store: &Path,
        old: &Seal,
        sealed: Sealed<'_>,
        doing: Doing,
        backups: &[Backups],
    ) -> Result<Rewriting, StoreError> {
        // A link to the store stays a link to the store.
        let store = fs::canonicalize(store).at(store)?;
        dir::inspect(&store)?;
        let lock = Lock::take(&store)?;
        let own = keyring::checked(&store, old)?;
        unfinished::on_opening(&store)?;
        refuse_foreign(&store)?;
        let (keyring, seal) = match &sealed {
            Sealed::AsItIs => (own.as_ref(), old),
            Sealed::With(keyring, seal) => (*keyring, seal),
        };
        let operation = Operation::new(doing).at(&store)?;
        let new = operation.beside(&store, "rewritten");
        operation.begin(&store, &[&new])?;
        let begin = || -> Result<(Lock, Journal), StoreError> {
            dir::prepare(&new)?;
            operation.mark(&new, &store, &new, backups)?;
            keyring.map_or(Ok(()), |keyring| keyring.save(&new))?;
            Ok((Lock::take(&new)?, Journal::open(&new, seal.clone(), &mut vec![])?))
        };
        let given_up = |_: &StoreError| give_up(&store, &new, &operation);
        let (new_lock, journal) = begin().inspect_err(given_up)?;
        Ok(Rewriting { store, new, seal: seal.clone(), operation, journal, _locks: [lock, new_lock] })
    }

    /// Everything is written: the new one takes the place. What is left to do is [`unfinished::finish`]'s.
    pub fn finish(mut self, drafts: Option<&serde_json::Value>) -> Result<Position, StoreError> {
        let whole = |rewriting: &mut Rewriting| -> Result<(), StoreError> {
            rewriting.journal.sync()?;
            if let Some(drafts) = drafts {
                Drafts::of(&rewriting.new).with(&rewriting.seal).save(drafts)?;
            }
            dir::sync(&rewriting.new)?;
            exchange(&rewriting.new, &rewriting.store)
        };
        if let Err(fault) = whole(&mut self) {
            self.give_up();
            return Err(fault);
        }
        let _ = dir::sync(dir::of(&self.store));
        Ok(self.journal.end().clone())
    }

    /// Leaves everything as it was.
    pub fn give_up(self) {
        give_up(&self.store, &self.new, &self.operation);
    }
}

fn give_up(store: &Path, new: &Path, operation: &Operation) {
    // What can't be removed now is removed by the next opening.
    if unfinished::remove_marked(new, unfinished::UNFINISHED).is_ok() || !new.exists() {
        operation.give_up(store);
    }
}

/// How the new store is sealed.
pub enum Sealed<'a> {
    AsItIs,
    With(Option<&'a Keyring>, Seal),
}

/// Two folders change places in one step: after a crash each is whole, under one name or the other.
pub fn exchange(one: &Path, other: &Path) -> Result<(), StoreError> {
    let exchanged = rustix::io::retry_on_intr(|| renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE));
    exchanged.map_err(std::io::Error::from).at(other)
}

/// What does not come along would be lost with the old folder.
fn refuse_foreign(store: &Path) -> Result<(), StoreError> {
    for file in fs::read_dir(store).at(store)? {
        let name = file.at(store)?.file_name();
        if !name.to_str().is_some_and(is_own) {
            return Err(StoreError::Denied { path: store.join(name), reason: Denial::Foreign });
        }
    }
    Ok(())
}

/// Whether the program makes files of that name in a store. Exactly: a backup that somebody put there is none of these.
fn is_own(name: &str) -> bool {
    const OWN: [&str; 25] = [
        "PLACES",
        "PLACES.copy",
        "BEGUN",
        "BEGUN.copy",
        "UNFINISHED",
        "UNFINISHED.copy",
        "KEY",
        "KEY.copy",
        "LOCK",
        "SOCKET",
        "HEAD",
        "MANY",
        "journal-N.jsonl",
        "view",
        "view.new",
        "view.bad-N",
        "team.bin",
        "roster.bin",
        "dossiers.bin",
        "drafts.json",
        "drafts.bad",
        "drafts",
        "torn-N-N",
        "before-format-N.jsonl",
        "bina-text-N-N",
    ];
    let name = numbers_as_n(name);
    // What was being written when the process was killed.
    let whole = name.strip_suffix(".half").unwrap_or(&name);
    OWN.contains(&whole) || (whole != name && whole == "before-format-N")
}

fn numbers_as_n(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        match c.is_ascii_digit() {
            true if out.ends_with('N') => {}
            true => out.push('N'),
            false => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_the_program_gives_are_its_own() {
        for own in ["journal-000012.jsonl", "torn-17-203", "view.bad-1", "drafts.half", "HEAD.half", "before-format-2.half"]
        {
            assert!(is_own(own), "{own}");
        }
        for other in
            ["bina-2026-11-21.jsonl", "journal-copy.jsonl", "before.jsonl", "kunci.txt", "view-lama", "x.half", "torn"]
        {
            assert!(!is_own(other), "{other}");
        }
    }
}
