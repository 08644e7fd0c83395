//! Where the chain stood at some time, kept outside of the store, and a store held against it. A chain that was
//! rewritten from end to end is whole in itself: only what was kept elsewhere shows it. Repairs nothing.

use super::backup::{Copy, CopyLine};
use crate::store::error::At;
use crate::store::journal::{self, Position};
use crate::store::line::Line;
use crate::store::{Denial, Head, StoreError, dir};
use serde::{Deserialize, Serialize};
use std::io::{Read, Write};
use std::path::Path;

/// Names the kind of file and its layout.
const FORMAT: &str = "bina-checkpoint-1";

/// A few lines of JSON: no records, nothing that could not be printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checkpoint {
    format: String,
    /// Number of the newest entry; 0 for an empty store.
    pub entry: u64,
    /// Its hash, hexadecimal.
    pub hash: String,
    /// When it was written, RFC 3339.
    pub written: String,
    /// By which version of the program.
    pub program: String,
}

impl Checkpoint {
    pub fn of(head: &Head, written: String) -> Self {
        let program = env!("CARGO_PKG_VERSION").to_owned();
        Checkpoint { format: FORMAT.to_owned(), entry: head.entry, hash: head.hash.clone(), written, program }
    }

    /// Into a new file that only its owner can read; never over anything.
    pub fn write(&self, to: &Path) -> Result<(), StoreError> {
        let mut text = serde_json::to_vec_pretty(self).map_err(std::io::Error::from).at(to)?;
        text.push(b'\n');
        let mut file = match dir::private().write(true).create_new(true).open(to) {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                return Err(StoreError::Denied { path: to.to_owned(), reason: Denial::NotEmpty });
            }
            opened => opened.at(to)?,
        };
        let written = file.write_all(&text).and_then(|()| file.sync_all()).at(to);
        written.inspect_err(|_| drop(std::fs::remove_file(to)))?;
        dir::sync(to.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new(".")))
    }
}

/// How a store and what was kept of it agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Compared {
    /// Up to that entry the store is what it was.
    Contained { entry: u64 },
    /// That entry is another one than it was, so something up to it was changed.
    Differs {
        entry: u64,
        /// The file and the line of the journal.
        place: String,
        /// The line of the backup; a checkpoint can't say more than that it is at or before the entry.
        line: Option<u64>,
    },
    /// The store ends before.
    Shorter { newest: u64, expected: u64 },
    /// The file is neither a checkpoint nor a backup: its first line that can't be read.
    Unreadable { line: u64 },
}

/// Holds the store in that folder against a checkpoint or a backup. That the store is sound in itself is
/// [`crate::store::verify`]'s to say.
pub fn compare(store: &Path, file: &Path) -> Result<Compared, StoreError> {
    dir::inspect(store)?;
    match read_checkpoint(file)? {
        Some(checkpoint) => with_checkpoint(store, &checkpoint),
        None => with_backup(store, file),
    }
}

/// A checkpoint is a small file; a backup of a store with one entry may be small too.
fn read_checkpoint(file: &Path) -> Result<Option<Checkpoint>, StoreError> {
    const LARGEST: u64 = 4096;
    let mut text = Vec::new();
    dir::plain_file(file)?.take(LARGEST).read_to_end(&mut text).at(file)?;
    Ok(serde_json::from_slice::<Checkpoint>(&text).ok().filter(|read| read.format == FORMAT))
}

/// The n-th line of the journal, counted from 1: a line says itself which entry it is, and could lie.
struct Nth {
    count: u64,
    segment: u32,
    line: u64,
}

impl Nth {
    fn new() -> Self {
        Nth { count: 0, segment: 1, line: 0 }
    }
    fn step(&mut self, segment: u32) {
        self.count += 1;
        self.line = if segment == self.segment { self.line + 1 } else { 1 };
        self.segment = segment;
    }
    fn place(&self) -> String {
        format!("{}:{}", journal::name(self.segment), self.line)
    }
}

fn with_checkpoint(store: &Path, checkpoint: &Checkpoint) -> Result<Compared, StoreError> {
    let (mut at, mut found) = (Nth::new(), None);
    journal::scan(store, &Position::default(), |raw, segment, _| {
        at.step(segment);
        if at.count == checkpoint.entry {
            let same = Line::read(&raw).is_ok_and(|line| line.hash.to_string() == checkpoint.hash);
            found = Some((same, at.place()));
        }
        Ok(())
    })?;
    let entry = checkpoint.entry;
    Ok(match found {
        Some((false, place)) => Compared::Differs { entry, place, line: None },
        None if entry > 0 => Compared::Shorter { newest: at.count, expected: entry },
        _ => Compared::Contained { entry },
    })
}

fn with_backup(store: &Path, file: &Path) -> Result<Compared, StoreError> {
    let mut kept = Kept { copy: Copy::open(file)?, count: 0, whole: None };
    let (mut at, mut outcome, mut over) = (Nth::new(), None, false);
    journal::scan(store, &Position::default(), |raw, segment, _| {
        at.step(segment);
        if outcome.is_some() || over {
            return Ok(());
        }
        match kept.next()? {
            Next::End => over = true,
            Next::Unreadable => outcome = Some(Compared::Unreadable { line: kept.copy.line }),
            Next::Hash(entry, hash) => {
                if !Line::read(&raw).is_ok_and(|line| line.hash.to_string() == hash) {
                    outcome = Some(Compared::Differs { entry, place: at.place(), line: Some(kept.copy.line) });
                }
            }
        }
        Ok(())
    })?;
    if let Some(outcome) = outcome {
        return Ok(outcome);
    }
    loop {
        match kept.next()? {
            Next::End => break,
            Next::Unreadable => return Ok(Compared::Unreadable { line: kept.copy.line }),
            Next::Hash(..) => {}
        }
    }
    Ok(match kept.count {
        0 => Compared::Unreadable { line: 1 },
        // Cut off between two lines: it agrees as far as it goes, and that is not all that it was.
        _ if kept.whole == Some(false) => Compared::Unreadable { line: kept.copy.line },
        expected if expected > at.count => Compared::Shorter { newest: at.count, expected },
        entry => Compared::Contained { entry },
    })
}

/// The lines of a backup.
struct Kept {
    copy: Copy,
    count: u64,
    whole: Option<bool>,
}

enum Next {
    End,
    Unreadable,
    Hash(u64, String),
}

impl Kept {
    fn next(&mut self) -> Result<Next, StoreError> {
        loop {
            return Ok(match self.copy.next_line()? {
                CopyLine::Key(_) => continue,
                CopyLine::Over { whole } => {
                    self.whole = whole;
                    Next::End
                }
                CopyLine::Line(raw) => {
                    self.count += 1;
                    match Line::read(raw.strip_suffix(b"\n").unwrap_or(&raw)) {
                        Ok(line) => Next::Hash(line.entry, line.hash.to_string()),
                        Err(_) => Next::Unreadable,
                    }
                }
            });
        }
    }
}
