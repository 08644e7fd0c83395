//! What can be wrong with a store. Each variant exists because the user must do something different.

use std::fmt;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use thiserror::Error;

#[derive(Debug, Error)]
pub enum StoreError {
    /// Another process has it: wait, ask the holder, or look at it read-only.
    #[error("the store is in use by {} (process {}) since {}", .holder.user, .holder.pid, .holder.since)]
    Busy { holder: Box<Holder> },
    /// The same, and the holder can't be asked to write: the reason is another thing to do.
    #[error("the store is in use by {} (process {}), which can't be asked: {reason}", .holder.user, .holder.pid)]
    Unreached { holder: Box<Holder>, reason: Unreached },
    /// Somebody else changed what this rests on: look again.
    #[error("what this rests on has been changed since")]
    ChangedSince,
    /// It was handed to the holder, and what came of it is not known: look into the log.
    #[error("sent, result unknown")]
    SentUnknown,
    /// Something in it can't be read or does not fit: verify, rebuild or restore.
    #[error("the store is damaged: {what} ({place})")]
    Damaged { what: Damage, place: String },
    /// Written by a newer program: update this one.
    #[error("the store has format {found}, this program knows up to {known}")]
    Newer { found: u32, known: u32 },
    /// No space left: nothing of this change is kept; free space and try again.
    #[error("the disk is full")]
    Full,
    /// Not allowed: rights, a read-only file system, an unsafe owner or mode.
    #[error("access to {path} was refused: {reason}")]
    Denied { path: PathBuf, reason: Denial },
    /// It is encrypted, and nothing that opens it was given, or not the right thing.
    #[error("the store is encrypted, and was not opened")]
    Locked,
    /// Opened to look only, or a failed sync has ended writing.
    #[error("the store is open read-only")]
    ReadOnly,
    /// Anything else of the operating system.
    #[error("{path}: {source}")]
    Io { path: PathBuf, source: std::io::Error },
}

impl StoreError {
    /// Sorts an error of the operating system by what the user must do about it.
    pub fn from_io(path: &Path, source: std::io::Error) -> Self {
        let denied = |reason| StoreError::Denied { path: path.to_owned(), reason };
        match source.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => StoreError::Full,
            ErrorKind::PermissionDenied => denied(Denial::Rights),
            ErrorKind::ReadOnlyFilesystem => denied(Denial::ReadOnlyDisk),
            ErrorKind::IsADirectory => denied(Denial::NotAFile),
            ErrorKind::NotADirectory => denied(Denial::NotAFolder),
            // A link is not followed where something is written.
            _ if source.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error()) => denied(Denial::NotAFile),
            _ => StoreError::Io { path: path.to_owned(), source },
        }
    }

    pub fn damaged(what: Damage, place: impl Into<String>) -> Self {
        StoreError::Damaged { what, place: place.into() }
    }

    /// The message that says what happened, what was kept and what to do.
    pub fn message_id(&self) -> &'static str {
        match self {
            StoreError::Busy { .. } => "store-busy",
            StoreError::Unreached { .. } => "store-unreached",
            StoreError::ChangedSince => "store-changed-since",
            StoreError::SentUnknown => "store-sent-unknown",
            StoreError::Damaged { .. } => "store-damaged",
            StoreError::Newer { .. } => "store-newer",
            StoreError::Full => "store-full",
            StoreError::Denied { .. } => "store-denied",
            StoreError::Locked => "store-locked",
            StoreError::ReadOnly => "store-read-only",
            StoreError::Io { .. } => "store-io",
        }
    }
}

/// Adds the path to an error of the operating system.
pub(super) trait At<T> {
    fn at(self, path: &Path) -> Result<T, StoreError>;
}

impl<T> At<T> for std::io::Result<T> {
    fn at(self, path: &Path) -> Result<T, StoreError> {
        self.map_err(|source| StoreError::from_io(path, source))
    }
}

/// Who has the store open.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Holder {
    pub user: String,
    pub pid: u32,
    pub host: String,
    pub terminal: String,
    /// When it was opened, RFC 3339.
    pub since: String,
    /// What the terminal lives in: `tmux`, `screen`, `mosh`, or nothing.
    pub within: String,
}

macro_rules! worded {
    ($(#[$doc:meta])* $name:ident { $($(#[$note:meta])* $variant:ident = $id:literal, $english:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$note])* $variant),+ }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),+];
            /// The message that says it as a part of a sentence.
            pub fn message_id(self) -> &'static str {
                match self { $($name::$variant => $id),+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self { $($name::$variant => $english),+ })
            }
        }
    };
}

worded! {
    /// What does not fit.
    Damage {
        Unreadable = "store-damage-unreadable", "an entry can't be read";
        LineChanged = "store-damage-line-changed", "an entry was altered";
        BodyChanged = "store-damage-body-changed", "the content of an entry was altered";
        ChainBroken = "store-damage-chain-broken", "an entry does not follow the one before it";
        SegmentMissing = "store-damage-segment-missing", "a file of the journal is missing";
        /// The journal ends before what the view, the roster file or the head file has seen.
        JournalShort = "store-damage-journal-short", "the end of the journal is missing";
        /// Content is gone, and no stone says so.
        ErasedUnsaid = "store-damage-erased-unsaid", "the content of an entry was removed without a word";
        /// Both files that hold the key are lost or damaged.
        KeyUnreadable = "store-damage-key-unreadable", "the key file is missing or can't be read";
        KeyDiffers = "store-damage-key-differs", "an entry was sealed with another key";
        /// One of the two is rotten or another one.
        KeyCopyDiffers = "store-damage-key-copy-differs", "one of the two key files is damaged";
        /// A backup without its end.
        CopyShort = "store-damage-copy-short", "the backup is not whole";
        /// The index can't be read; it is rebuilt wherever the journal is whole.
        View = "store-damage-view", "the index can't be read";
        /// The index says something else than the journal.
        ViewDiffers = "store-damage-view-differs", "the index differs from the journal";
    }
}

worded! {
    /// Why access was refused.
    Denial {
        OpenToOthers = "store-denial-open-to-others", "others can read it; chmod 700 it";
        OtherOwner = "store-denial-other-owner", "it belongs to somebody else";
        NotAFile = "store-denial-not-a-file", "it is a link, a pipe or a device, not a file";
        NotAFolder = "store-denial-not-a-folder", "it is not a folder";
        Foreign = "store-denial-foreign", "it is none of bina's files and would be lost; move it elsewhere";
        NotEmpty = "store-denial-not-empty", "there is something already";
        Rights = "store-denial-rights", "the rights do not allow it";
        ReadOnlyDisk = "store-denial-read-only-disk", "the file system is read-only";
        NoLocks = "store-denial-no-locks", "the file system knows no locks";
    }
}

worded! {
    /// Why whoever holds the store can't be asked to write.
    Unreached {
        OtherHost = "store-unreached-other-host", "it runs on another machine";
        OtherUser = "store-unreached-other-user", "another user listens there";
        NoSocket = "store-unreached-no-socket", "it does not listen";
        NoAnswer = "store-unreached-no-answer", "it does not answer; the request was withdrawn";
        OtherVersion = "store-unreached-other-version", "it is of another version";
        Misunderstood = "store-unreached-misunderstood", "it does not understand the request";
        TooLarge = "store-unreached-too-large", "the change is too large to be handed over";
    }
}
