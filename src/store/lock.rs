//! Who has the store open: a file with an advisory lock, and the holder's name in it for whoever comes second.

use super::error::At;
use super::{Holder, StoreError, dir};
use std::fs::{File, TryLockError};
use std::io::{Read, Write};
use std::path::Path;

/// Held as long as the value lives; the system lets go of it when the process dies.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    pub fn take(store: &Path) -> Result<Lock, StoreError> {
        let path = store.join("LOCK");
        let mut file = dir::private().read(true).write(true).create(true).truncate(false).open(&path).at(&path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut text = String::new();
                // A holder that has not yet written its name is still a holder.
                let _ = file.read_to_string(&mut text);
                return Err(StoreError::Busy { holder: serde_json::from_str(&text).unwrap_or_default() });
            }
            Err(TryLockError::Error(source)) => return Err(StoreError::from_io(&path, source)),
        }
        let name = serde_json::to_vec(&Holder::here()).unwrap_or_default();
        file.set_len(0).and_then(|()| file.write_all(&name)).at(&path)?;
        Ok(Lock { _file: file })
    }
}

impl Holder {
    /// This process.
    pub fn here() -> Holder {
        let variable = |names: &[&str]| names.iter().find_map(|n| std::env::var(n).ok()).unwrap_or_default();
        let host = std::fs::read_to_string("/proc/sys/kernel/hostname").map(|s| s.trim().to_owned());
        let terminal = rustix::termios::ttyname(rustix::stdio::stdin(), Vec::new()).ok().and_then(|t| t.into_string().ok());
        let named = |word: String, or: String| if word.is_empty() { or } else { word };
        Holder {
            user: named(variable(&["USER", "LOGNAME"]), format!("uid {}", rustix::process::getuid().as_raw())),
            pid: std::process::id(),
            host: host.unwrap_or_else(|_| variable(&["HOSTNAME"])),
            terminal: named(terminal.unwrap_or_else(|| variable(&["SSH_TTY"])), "–".to_owned()),
            since: jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        }
    }
}
