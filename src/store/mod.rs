//! Durable truth: an append-only, hash-chained journal, and sled as the indexed view of it. Knows the domain and
//! nothing above it.
//!
//! Start at [`Store`]; then [`disk`] (how a commit becomes durable, what is done at each damage), `journal` (the truth),
//! `view` (sled, the index), `at_hand` (small files that spare the index), `key` (encryption), `care` (looking through,
//! copies, what goes for good), `socket` (changes of others while it is held), [`memory`] (the twin for tests and for looking only).
//!
//! ```text
//! LOCK                  who has the store open
//! SOCKET                where whoever has it open takes changes of the same user
//! KEY, KEY.copy         only of an encrypted store: its key, wrapped for each way in
//! journal-000001.jsonl  the truth and the audit trail: one line a change, segments of 8 MiB
//! HEAD                  where the last full segment ended: shows that an end was cut off
//! MANY                  while an import runs: from where on a power cut may have left holes
//! view/                 sled, an index of the journal; thrown away and rebuilt whenever in doubt
//! team.bin              the rows of the first screen, so that opening needs no sled
//! roster.bin            everybody's rows, for the same reason
//! dossiers.bin          the dossiers of the own team, for the same reason
//! drafts.json           what was typed and not committed
//! PLACES                where backups lie that the configuration does not name
//! UNFINISHED, BEGUN     what is left to do after the store was made anew, and that it is being made anew
//! ```

mod at_hand;
mod care;
mod dir;
pub mod disk;
pub mod error;
mod glance;
pub mod held;
mod journal;
mod key;
mod lock;
pub mod memory;
mod panics;
pub mod process;
pub mod snapshot;
pub mod socket;
mod view;

pub use at_hand::drafts;
use at_hand::{dossier_file, roster_file, rows};
pub use care::{backup, backups, check, checkpoint, encrypt, erase, unfinished};
use journal::{history, line, read_backwards, upgrade};
pub use key::{keyring, seal};
pub use view::codec;
use view::{fold, sled};

pub use backup::{Copied, Shortened, backup, backup_into, restore, restore_from, restore_over};
pub use backups::{BackupFile, Backups};
pub use check::{Checked, Finding, give_up_lost_end, verify};
pub use checkpoint::{Checkpoint, Compared, compare};
pub use dir::{plain_file, private_files};
pub use disk::Disk;
pub use drafts::Drafts;
pub use encrypt::reseal;
pub use erase::{Erased, Left, doomed, erase};
pub use error::{Damage, Denial, Holder, StoreError, Unreached};
pub use glance::look;
pub use keyring::{Keyring, WayIn, WayKind, Ways, WrittenKey};
pub use memory::Memory;
pub use panics::panic_expected;
pub use seal::{DataKey, Seal};
pub use snapshot::Snapshot;
pub use socket::relay::{ask_to_leave, open_or_reach};
pub use unfinished::{Doing, Finished, finish, remember};

use crate::domain::records::log::{Known, LogEntry};
use crate::domain::{Change, Dossier, PersonId, Roster};
use jiff::Timestamp;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Duration;

/// Where records live. Everything a user sees comes through here, and [`Store::commit`] is the only way in.
pub trait Store: Send {
    /// One row a person (sorted by identifier), the units and the profile.
    fn roster(&mut self) -> Result<Roster, StoreError>;

    /// What the first screen shows (profile, units, the user and the own team), if it is at hand quicker than everybody.
    fn first_rows(&mut self) -> Option<Roster> {
        None
    }

    /// All records of one person; `None` if there is no such person.
    fn dossier(&mut self, person: PersonId) -> Result<Option<Dossier>, StoreError>;

    /// Makes a change durable: when this returns `Ok`, the change survives a power cut.
    fn commit(&mut self, change: &Change) -> Result<(), StoreError>;

    /// Many changes, quicker: synced some MiB at a time. If it fails, a first part of them may have been kept.
    /// Says how many were committed.
    fn commit_many(&mut self, changes: &mut dyn Iterator<Item = Change>) -> Result<u64, StoreError> {
        let mut count = 0;
        for change in changes {
            self.commit(&change)?;
            count += 1;
        }
        Ok(count)
    }

    /// The newest `count` changes, oldest of them first.
    fn recent(&mut self, count: usize) -> Result<Vec<Change>, StoreError>;

    /// Every change from the first on, one at a time.
    fn changes(&mut self, each: &mut dyn FnMut(Change) -> Result<(), StoreError>) -> Result<(), StoreError>;

    /// The entries before a number (`u64::MAX`: all), newest first, until `each` has enough. Those whose content was
    /// erased are passed over.
    fn entries(&mut self, before: u64, each: &mut dyn FnMut(LogEntry) -> ControlFlow<()>) -> Result<(), StoreError> {
        history::counted(self, before, each)
    }

    /// What was known of a person at a moment: what was written by then, in the state that it had then.
    fn known(&mut self, person: PersonId, until: Timestamp) -> Result<Option<Known>, StoreError> {
        history::known(self, person, until)
    }

    /// Number of the newest entry and its hash: what a report prints so that the chain can be checked later.
    fn head(&mut self) -> Result<Head, StoreError>;

    /// There is a moment: does what a commit left for later. Nothing depends on it.
    fn settle(&mut self) {}

    /// Somebody types, and will commit soon: does what the first commit would have to wait for.
    fn prepare(&mut self) {}

    /// Nothing will be asked for a while: gives back what can be opened again.
    fn rest(&mut self) {}

    /// The process ends, and nothing will be asked any more: leaves undone what the next start can catch up.
    fn leave(&mut self) {}

    /// How long nothing must be asked before [`Store::rest`] pays.
    fn rest_after(&self) -> Duration {
        Duration::from_secs(30)
    }

    /// What was mended since this was last asked; to be said to the user once.
    fn notes(&mut self) -> Vec<Note> {
        vec![]
    }
}

/// Opens the store in that folder; [`OpenMode::ReadWrite`] makes it if there is none.
pub fn open(dir: &Path, mode: OpenMode, seal: &Seal) -> Result<Box<dyn Store>, StoreError> {
    Ok(match mode {
        OpenMode::ReadWrite => Box::new(Disk::open_with(dir, seal)?),
        OpenMode::ReadOnly => Box::new(Snapshot::open_with(dir, seal)?),
    })
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OpenMode {
    #[default]
    ReadWrite,
    /// What the journal holds at this moment; works beside a holder and on a full or read-only disk.
    ReadOnly,
}

/// What one line of a journal says, if it is whole; nothing once it was erased. For tests that feed any bytes.
#[doc(hidden)]
pub fn journal_line(bytes: &[u8]) -> Result<Option<Change>, StoreError> {
    line::Line::read(bytes).and_then(|line| line.change(&Seal::default())).map_err(|bad| bad.at("line"))
}

/// The end of the chain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Number of the newest entry; 0 for an empty store.
    pub entry: u64,
    /// Its hash, hexadecimal.
    pub hash: String,
}

/// Something that was found wrong and mended without loss of anything that was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The journal ended in bytes that are no whole entry; they were put aside in the named file.
    TornEnd { bytes: u64, aside: String },
    /// The journal had lost its end; so many entries were put back from the view.
    EndRestored { entries: u64 },
    /// The view could not be used; it was built again from the journal. `aside` has the old one, if it was damaged.
    ViewRebuilt { aside: Option<String> },
    /// The drafts could not be read and were put aside in the named file.
    DraftsAside { aside: String },
    /// From now on lines are written in a newer format; the named file has what was there before.
    Upgraded { from: u32, to: u32, backup: String },
    /// One of the two files with the key was lost, rotten or another store's; it was put back from the other.
    KeyHealed { file: &'static str },
    /// What was begun and interrupted before it changed anything was taken back.
    TakenBack { doing: Doing },
    /// What an interruption had left to do was done; so many old backups were replaced.
    Finished { doing: Doing, backups: usize },
    /// Something is left to do in a place that can't be reached.
    Unfinished { doing: Doing, place: String },
}

impl Note {
    pub fn message_id(&self) -> &'static str {
        match self {
            Note::TornEnd { .. } => "store-note-torn-end",
            Note::EndRestored { .. } => "store-note-end-restored",
            Note::ViewRebuilt { aside: Some(_) } => "store-note-view-rebuilt-aside",
            Note::ViewRebuilt { aside: None } => "store-note-view-rebuilt",
            Note::DraftsAside { .. } => "store-note-drafts-aside",
            Note::Upgraded { .. } => "store-note-upgraded",
            Note::KeyHealed { .. } => "store-note-key-healed",
            Note::TakenBack { .. } => "store-note-taken-back",
            Note::Finished { .. } => "store-note-finished",
            Note::Unfinished { .. } => "store-note-unfinished",
        }
    }
}
