//! The process that holds a store on this machine, known by a descriptor, so that no signal reaches another process that
//! got its number since.

use super::lock::Lock;
use super::process::stat;
use super::{Holder, StoreError};
use rustix::process::{Pid, PidfdFlags, Signal};
use std::fs;
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

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
