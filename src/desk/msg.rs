//! What happened: everything that can make the interface change.

use super::Ground;
use super::key::KeyPress;
use super::settings::BackupFacts;
use crate::domain::language::capture::Names;
use crate::domain::records::log::{Known, LogPart};
use crate::domain::{Change, ChangeId, Dossier, PersonId, Roster};
use crate::i18n::Text;
use jiff::civil::Date;

#[derive(Debug)]
pub enum Msg {
    Key(KeyPress),
    Paste(String),
    /// Three letters and more that came in one read.
    Burst(String),
    Resize(Size),
    /// A dossier that was asked for; `None` if there is no such person any more.
    Loaded(PersonId, Option<Box<Dossier>>),
    LoadFailed(PersonId, Text),
    /// What was not read before the first screen.
    Office(Box<WholeOffice>),
    /// A part of the log that was asked for: whose, and before which entry.
    Log {
        about: Option<PersonId>,
        before: u64,
        part: LogPart,
    },
    LogFailed(Text),
    /// What was known of somebody at the end of a day; `None` if nobody was.
    Known(PersonId, Date, Option<Box<Known>>),
    /// The change is on the disk.
    Committed(ChangeId),
    /// It is not; the reason in words.
    CommitFailed(ChangeId, Text),
    /// The editor came back with a text, or with nothing.
    Edited(Option<String>),
    /// The copied text was sent to the terminal.
    Copied,
    /// Something outside went wrong and should be read.
    Trouble(Text),
    /// Another process of the same user asks for a change that it has judged, knowing so many entries.
    Asked {
        judged_on: u64,
        change: Box<Change>,
    },
    /// Nothing was pressed for the moment that was asked for.
    Paused,
    /// Midnight has passed, or the program woke up.
    NewDay,
    /// Nobody has pressed a key for so long that the screen hides.
    Idle,
    /// Whether what was typed opens the store.
    Unlocked(bool),
    /// What is known of the backups has changed.
    Backups(BackupFacts),
    /// The terminal has said what its background is.
    Ground(Ground),
    /// The terminal is gone.
    Hangup,
}

/// Everything that lists, searches and undo need beyond the first screen.
#[derive(Debug)]
pub struct WholeOffice {
    pub roster: Roster,
    /// Names as the capture line finds them; dear to make for many people, so not made on the loop's thread.
    pub names: Names,
    pub recent: Vec<Change>,
}

/// Columns and rows of the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    pub columns: u16,
    pub rows: u16,
}
