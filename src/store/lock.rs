//! Who has the store open: a file with an advisory lock, and the holder's name in it for whoever comes second. Whoever
//! comes second waits its turn for a moment: a command in a shell is soon done. Looking takes no lock.

use super::error::At;
use super::{Denial, Holder, StoreError, dir, process};
use rustix::io::Errno;
use std::fs::{File, TryLockError};
use std::io::{ErrorKind, Read, Seek, SeekFrom};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::time::{Duration, Instant};

/// Somebody who has had the store for so long will have it for longer: screens.
const SHORT: Duration = Duration::from_secs(2);
/// Behind several who are soon done.
const LONGEST: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(10);

/// Held as long as the value lives; the system lets go of it when the process dies.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Takes it, or waits for a moment until whoever has it is done.
    pub fn take(store: &Path) -> Result<Lock, StoreError> {
        let begun = Instant::now();
        let (mut since, mut holder) = (begun, Box::<Holder>::default());
        loop {
            match Lock::take_at_once(store) {
                Err(StoreError::Busy { holder: found }) => {
                    // Another one has it now: the turns go on.
                    if (found.pid, &found.since) != (holder.pid, &holder.since) {
                        since = Instant::now();
                    }
                    holder = found;
                    let held = holder.held().unwrap_or_default().max(since.elapsed());
                    if held > SHORT || begun.elapsed() > LONGEST {
                        return Err(StoreError::Busy { holder });
                    }
                    std::thread::sleep(PAUSE);
                }
                outcome => return outcome,
            }
        }
    }

    /// Takes it if nobody has it.
    pub fn take_at_once(store: &Path) -> Result<Lock, StoreError> {
        let path = store.join("LOCK");
        let mut file = dir::private().read(true).write(true).create(true).truncate(false).open(&path).at(&path)?;
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) => return Err(StoreError::Busy { holder: Box::new(named_in(&mut file)) }),
                Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Interrupted => {}
                Err(TryLockError::Error(error)) if has_no_locks(&error) => {
                    return Err(StoreError::Denied { path, reason: Denial::NoLocks });
                }
                Err(TryLockError::Error(error)) => return Err(StoreError::from_io(&path, error)),
            }
        }
        // Over the former one's name: at no moment there is none.
        let name = serde_json::to_vec(&Holder::here()).unwrap_or_default();
        file.write_all_at(&name, 0).and_then(|()| file.set_len(name.len() as u64)).at(&path)?;
        Ok(Lock { _file: file })
    }
}

/// The file system, or the machine behind it, knows no locks.
fn has_no_locks(error: &std::io::Error) -> bool {
    let missing = [Errno::NOLCK, Errno::OPNOTSUPP, Errno::NOSYS, Errno::INVAL];
    missing.iter().any(|errno| error.raw_os_error() == Some(errno.raw_os_error()))
}

/// Whoever writes its name is not seen without one for longer than a moment.
fn named_in(file: &mut File) -> Holder {
    for _ in 0..20 {
        let mut text = String::new();
        let read = file.seek(SeekFrom::Start(0)).and_then(|_| file.take(4096).read_to_string(&mut text));
        // Half of a longer former name may stand behind it.
        let mut values = serde_json::Deserializer::from_str(&text).into_iter();
        if let (Ok(_), Some(Ok(holder))) = (read, values.next()) {
            return holder;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    Holder::default()
}

impl Holder {
    /// How long, by the clock of this machine.
    fn held(&self) -> Option<Duration> {
        let since: jiff::Timestamp = self.since.parse().ok()?;
        // Seconds are not counted in parts: of the first one nothing is known.
        let held = jiff::Timestamp::now().duration_since(since) - jiff::SignedDuration::from_secs(1);
        Duration::try_from(held).ok()
    }

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
            within: within().to_owned(),
        }
    }
}

/// What this process's terminal lives in.
fn within() -> &'static str {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    match () {
        () if set("TMUX") => "tmux",
        () if set("STY") => "screen",
        () if process::ancestors().any(|name| name.starts_with("mosh")) => "mosh",
        () => "",
    }
}
