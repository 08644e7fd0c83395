//! What the system knows of a process: whose it is, whether it was stopped, when a key came at its terminal. Its
//! identity is held by a descriptor, so that no signal reaches another process that got the number since.

use super::lock::Lock;
use super::{Holder, StoreError};
use jiff::Timestamp;
use rustix::process::{Pid, PidfdFlags, Signal};
use std::fs;
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// The fields behind the name in `/proc/PID/stat`, and the name.
fn stat(pid: u32) -> Option<(String, Vec<String>)> {
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

/// A process of the same user that holds the store, on this machine.
pub struct Held {
    pid: u32,
    process: OwnedFd,
}

impl Held {
    /// Whoever the store's lock names; nobody if it is another one by now, another user's, or on another machine.
    pub fn of(store: &Path, holder: &Holder) -> Option<Held> {
        let number = i32::try_from(holder.pid).ok().filter(|_| holder.host == Holder::here().host)?;
        let process = rustix::process::pidfd_open(Pid::from_raw(number)?, PidfdFlags::empty()).ok()?;
        let ours =
            fs::metadata(format!("/proc/{number}")).is_ok_and(|found| found.uid() == rustix::process::geteuid().as_raw());
        // From here on the descriptor is of that very process, if it still has the lock.
        let still = matches!(Lock::take_at_once(store), Err(StoreError::Busy { holder: now }) if *now == *holder);
        (ours && still).then_some(Held { pid: holder.pid, process })
    }

    /// # Errors
    /// It has ended.
    pub fn signal(&self, signal: Signal) -> io::Result<()> {
        Ok(rustix::process::pidfd_send_signal(&self.process, signal)?)
    }

    fn state(&self) -> Option<String> {
        stat(self.pid)?.1.first().cloned()
    }

    /// It was stopped, by Ctrl-Z or by a signal.
    pub fn is_stopped(&self) -> bool {
        self.state().is_some_and(|state| state == "T")
    }

    /// It waits for a disk and may be in the middle of writing.
    pub fn is_writing(&self) -> bool {
        self.state().is_some_and(|state| state == "D")
    }
}

/// When a key last came at a terminal, as the system knows it, to some seconds.
pub fn last_key(terminal: &str) -> Option<Timestamp> {
    let found = Path::new(terminal).is_absolute().then(|| fs::metadata(terminal).ok()).flatten()?;
    Timestamp::from_second(found.atime()).ok()
}
