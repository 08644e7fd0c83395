//! Backups that the program makes by itself: a few of the newest, in a folder of their own beside the store.
//!
//! The journal only grows, so the newest one has everything that older ones have; older ones are kept for the case that
//! somebody, or a failing disk, changed what was written.

use super::unfinished;
use crate::store::backup::{Copied, backup};
use crate::store::error::At;
use crate::store::line::Hash;
use crate::store::{Denial, StoreError, dir, journal};
use jiff::{SignedDuration, Timestamp};
use std::fs;
use std::path::{Path, PathBuf};

/// Where the backups of one store lie, and how many stay.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Backups {
    store: PathBuf,
    dir: PathBuf,
    /// A folder that the user has named.
    shared: bool,
    /// What names of this store's begin with.
    prefix: String,
    kept: usize,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupFile {
    pub path: PathBuf,
    pub made: Timestamp,
}

impl BackupFile {
    /// Stamped by a clock that ran ahead, or by one that has been set back since.
    pub fn is_ahead(&self, now: Timestamp) -> bool {
        self.made.duration_since(now) > SignedDuration::from_mins(10)
    }
}

/// In bytes. A store of fifty people takes some MiB a year.
const ROOM: u64 = 1 << 30;

/// In names of files, in UTC, so that they sort by time.
const STAMP: &str = "%Y%m%d-%H%M%S";

impl Backups {
    /// Beside the store, unless another folder is wanted: another disk is better. Several stores may share that.
    pub fn of(store: &Path, elsewhere: Option<&Path>, kept: usize) -> Backups {
        // The same store has one place for them, however its path is written.
        let store = fs::canonicalize(store).unwrap_or_else(|_| store.to_owned());
        let name = store.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let (dir, prefix) = match elsewhere {
            None => (store.with_file_name(format!("{name}-backups")), format!("{name}-")),
            Some(dir) => {
                let which = Hash::of(&[store.as_os_str().as_encoded_bytes()]).to_string();
                (dir.to_owned(), format!("{name}-{}-", &which[..8]))
            }
        };
        Backups { store, dir, shared: elsewhere.is_some(), prefix, kept: kept.max(1) }
    }

    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// All places in which such may lie: the one that is wanted, the one beside the store, which came before it, and those
    /// that were named once.
    pub fn all(store: &Path, elsewhere: Option<&Path>, kept: usize) -> Vec<Backups> {
        let wanted = Backups::of(store, elsewhere, kept);
        let beside = elsewhere.map(|_| Backups::of(store, None, kept));
        let named = unfinished::remembered(store).into_iter().filter(|place| place.dir != wanted.dir);
        let named: Vec<Backups> = named.map(|place| Backups { kept: wanted.kept, ..place }).collect();
        std::iter::once(wanted).chain(beside).chain(named).collect()
    }

    /// Before something that has to reach them all. A folder that was named and is not there may lie on a disk that is
    /// not: what is owed there is remembered.
    pub fn check(&self) -> Result<(), StoreError> {
        match fs::canonicalize(&self.dir) {
            // They would go with the store that is replaced.
            Ok(dir) if dir.starts_with(&self.store) => {
                Err(StoreError::Denied { path: self.dir.clone(), reason: Denial::Foreign })
            }
            Ok(dir) => dir::inspect(&dir).and_then(|()| self.list().map(drop)),
            Err(_) => Ok(()),
        }
    }

    /// The newest first. Files of other names are somebody else's.
    pub fn list(&self) -> Result<Vec<BackupFile>, StoreError> {
        let files = match fs::read_dir(&self.dir) {
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(vec![]),
            files => files.at(&self.dir)?,
        };
        let mut found = Vec::new();
        for file in files {
            let name = file.at(&self.dir)?.file_name();
            found.extend(
                name.to_str().and_then(|name| self.made(name)).map(|made| BackupFile { path: self.dir.join(&name), made }),
            );
        }
        found.sort_by_key(|file| std::cmp::Reverse(file.made));
        Ok(found)
    }

    fn made(&self, name: &str) -> Option<Timestamp> {
        let stamp = name.strip_prefix(&self.prefix)?.strip_suffix(".jsonl")?;
        jiff::civil::DateTime::strptime(STAMP, stamp).ok()?.in_tz("UTC").ok().map(|at| at.timestamp())
    }

    /// The newest of those that were made by now: what a clock that ran ahead has stamped says nothing.
    pub fn newest(&self, now: Timestamp) -> Result<Option<BackupFile>, StoreError> {
        Ok(self.list()?.into_iter().find(|file| !file.is_ahead(now)))
    }

    /// Whether the newest one is so many days old and something was written since. 0 days: never.
    pub fn is_due(&self, now: Timestamp, days: u16) -> Result<bool, StoreError> {
        let Some(newest) = self.newest(now)? else { return Ok(days > 0) };
        let last = journal::path(&self.store, journal::count_segments(&self.store)?.max(1));
        let written = fs::metadata(&last).and_then(|found| found.modified()).at(&last)?;
        let written = Timestamp::try_from(written).unwrap_or(now);
        let old = now.duration_since(newest.made) >= SignedDuration::from_hours(24 * i64::from(days));
        Ok(days > 0 && old && written > newest.made)
    }

    /// Makes one, and lets the oldest go. It appears whole or not at all.
    pub fn make(&self, now: Timestamp) -> Result<(BackupFile, Copied), StoreError> {
        dir::prepare(&self.dir)?;
        self.clear_halves()?;
        let (path, made) = self.free_name(now)?;
        let copied = backup(&self.store, &path)?;
        self.let_go(&path, now)?;
        Ok((BackupFile { path, made }, copied))
    }

    /// The newest stays in any case; of the others as many as are wanted and as take no more than [`ROOM`].
    fn let_go(&self, new: &Path, now: Timestamp) -> Result<(), StoreError> {
        let mut taken = 0;
        let mut others: Vec<BackupFile> = self.list()?.into_iter().filter(|file| file.path != new).collect();
        // Of which nobody knows when they were made, they go first.
        others.sort_by_key(|file| (file.is_ahead(now), std::cmp::Reverse(file.made)));
        for (n, file) in others.into_iter().enumerate() {
            taken += fs::metadata(&file.path).at(&file.path)?.len();
            if n + 1 >= self.kept || taken > ROOM {
                fs::remove_file(&file.path).at(&file.path)?;
            }
        }
        Ok(())
    }

    /// A name says the second; of two in one second the later one is taken for a second younger.
    fn free_name(&self, now: Timestamp) -> Result<(PathBuf, Timestamp), StoreError> {
        let mut at = now;
        loop {
            let path = self.dir.join(format!("{}{}.jsonl", self.prefix, at.strftime(STAMP)));
            if !dir::is_taken(&path)? {
                return Ok((path, at));
            }
            at = at.saturating_add(SignedDuration::from_secs(1)).unwrap_or(at);
        }
    }

    /// A killed process leaves half a backup under a name that no later one has.
    fn clear_halves(&self) -> Result<(), StoreError> {
        for file in fs::read_dir(&self.dir).at(&self.dir)? {
            let name = file.at(&self.dir)?.file_name();
            if name.to_str().and_then(|name| name.strip_suffix(".half")).is_some_and(|name| self.made(name).is_some()) {
                dir::remove(&self.dir.join(&name))?;
            }
        }
        Ok(())
    }

    /// The older ones hold what must be nowhere any more: makes a new one and deletes them. Says how many went.
    pub fn start_over(&self, now: Timestamp) -> Result<usize, StoreError> {
        if !dir::is_there(&self.dir)? {
            // That beside the store was never made; another one may lie on a disk that is not there now.
            let missing = StoreError::Denied { path: self.dir.clone(), reason: Denial::NotAFolder };
            return if self.shared { Err(missing) } else { Ok(0) };
        }
        self.clear_halves()?;
        let old = self.list()?;
        if old.is_empty() {
            return Ok(0);
        }
        let (new, _) = self.make(now)?;
        let gone: Vec<BackupFile> = old.into_iter().filter(|file| file.path != new.path).collect();
        // Making the new one may have let some go.
        gone.iter().try_for_each(|file| dir::remove(&file.path))?;
        dir::sync(&self.dir)?;
        Ok(gone.len())
    }

    /// Stores that were put aside when a backup was restored in their place: nothing else reaches them.
    pub fn put_aside(&self) -> Vec<PathBuf> {
        let begun = format!("{}.before-", self.store.file_name().unwrap_or_default().to_string_lossy());
        let beside = self.store.parent().and_then(|parent| fs::read_dir(parent).ok()).into_iter().flatten().flatten();
        let mut found: Vec<PathBuf> = beside
            .filter(|entry| entry.file_name().to_str().is_some_and(|name| name.starts_with(&begun)))
            .map(|entry| entry.path())
            .collect();
        found.sort();
        found
    }
}
