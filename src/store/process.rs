//! What the system knows of a process: who started it, its state, when a key came at its terminal.

use jiff::Timestamp;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// The fields behind the name in `/proc/PID/stat`, and the name.
pub(super) fn stat(pid: u32) -> Option<(String, Vec<String>)> {
    let text = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let (head, rest) = text.rsplit_once(')')?;
    let name = head.split_once('(')?.1.to_owned();
    Some((name, rest.split_whitespace().map(str::to_owned).collect()))
}

/// The names of the processes that started this one, the nearest first.
pub(super) fn ancestors() -> impl Iterator<Item = String> {
    let mut pid = std::process::id();
    std::iter::from_fn(move || {
        let (_, fields) = stat(pid)?;
        pid = fields.get(1)?.parse().ok().filter(|parent| *parent > 0)?;
        stat(pid).map(|(name, _)| name)
    })
    .take(16)
}

/// When a key last came at a terminal, as the system knows it, to some seconds.
pub fn last_key(terminal: &str) -> Option<Timestamp> {
    let found = Path::new(terminal).is_absolute().then(|| fs::metadata(terminal).ok()).flatten()?;
    Timestamp::from_second(found.atime()).ok()
}
