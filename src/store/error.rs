//! What can be wrong with a store. Each variant exists because the user must do something different.

use std::path::PathBuf;
use thiserror::Error;

/// Who has the store open.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Holder {
    pub user: String,
    pub pid: u32,
    pub host: String,
    pub terminal: String,
    /// When it was opened, RFC 3339.
    pub since: String,
}

#[derive(Debug, Error)]
pub enum StoreError {
    /// Another process has it: wait, ask the holder, or look at it read-only.
    #[error("the store is in use by {} (process {}) since {}", .holder.user, .holder.pid, .holder.since)]
    Busy { holder: Holder },
    /// Something in it can't be read or does not fit: verify, rebuild or restore.
    #[error("the store is damaged: {what} ({place})")]
    Damaged { what: String, place: String },
    /// Written by a newer program: update this one.
    #[error("the store has format {found}, this program knows up to {known}")]
    Newer { found: u32, known: u32 },
    /// No space left: nothing of this change is kept; free space and try again.
    #[error("the disk is full")]
    Full,
    /// Not allowed: rights, a read-only file system, an unsafe owner or mode.
    #[error("access to {path} was refused: {reason}")]
    Denied { path: PathBuf, reason: String },
    /// Opened to look only.
    #[error("the store is open read-only")]
    ReadOnly,
    /// Anything else of the operating system.
    #[error("{path}: {source}")]
    Io { path: PathBuf, source: std::io::Error },
}
