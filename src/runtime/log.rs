//! A log file for whoever looks for a fault, written only on request. Nothing of the records can get into it:
//! [`Event`] has no place for it.
//!
//! One for the process, because signal threads and the panic hook must reach it.

use crate::store::panic_expected;
use rustix::fs::OFlags;
use std::fmt;
use std::fs::{File, OpenOptions, Permissions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt};
use std::panic::PanicHookInfo;
use std::path::Path;
use std::sync::{Mutex, MutexGuard};
use std::time::{Duration, Instant};

/// Larger it never gets, in bytes; when it would, the older half goes.
pub const LARGEST: u64 = 1 << 20;
/// The first line, by which a log is known.
const TITLE: &str = "bina log\n";

static LOG: Mutex<Option<Log>> = Mutex::new(None);

/// What is worth a line.
#[derive(Clone, Copy, Debug)]
pub enum Event<'a> {
    /// A command begins; the screens are `screens`.
    Start {
        command: &'a str,
    },
    Opened {
        took: Duration,
    },
    /// Opening or asking failed; `what` is an identifier of a message.
    Failed {
        doing: &'static str,
        what: &'static str,
    },
    /// A change of this kind is on the disk.
    Committed {
        kind: &'static str,
        took: Duration,
    },
    /// So many changes are.
    CommittedMany {
        count: u64,
        took: Duration,
    },
    /// The store gave back what it can open again.
    Rested {
        took: Duration,
    },
    /// An encrypted store was not opened.
    Locked,
    Signal(&'static str),
    Size {
        columns: u16,
        rows: u16,
    },
    /// A panic, by its place in the code.
    Fault {
        place: &'a str,
    },
    End {
        code: u8,
    },
}

impl fmt::Display for Event<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Event::Start { command } => write!(f, "start {command}, version {}", env!("CARGO_PKG_VERSION")),
            Event::Opened { took } => write!(f, "store opened in {}", Ms(*took)),
            Event::Failed { doing, what } => write!(f, "failed: {doing}, {what}"),
            Event::Committed { kind, took } => write!(f, "commit {kind} in {}", Ms(*took)),
            Event::CommittedMany { count, took } => write!(f, "{count} commits in {}", Ms(*took)),
            Event::Rested { took } => write!(f, "store rests after {}", Ms(*took)),
            Event::Locked => f.write_str("store not unlocked"),
            Event::Signal(name) => write!(f, "signal {name}"),
            Event::Size { columns, rows } => write!(f, "size {columns}x{rows}"),
            Event::Fault { place } => write!(f, "fault at {place}"),
            Event::End { code } => write!(f, "end, code {code}"),
        }
    }
}

struct Ms(Duration);

impl fmt::Display for Ms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2} ms", self.0.as_secs_f64() * 1000.0)
    }
}

/// Begins to write into a file, which is made private or refused.
///
/// # Errors
/// It is a link, no plain file, somebody else's, or something other than a log ([`io::ErrorKind::InvalidData`]).
pub fn begin(path: &Path) -> io::Result<()> {
    let log = Log::open(path)?;
    *LOG.lock().unwrap_or_else(|e| e.into_inner()) = Some(log);
    let previous = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        panicked(panic);
        previous(panic);
    }));
    Ok(())
}

/// Writes a line, if a log was asked for.
pub fn note(event: Event<'_>) {
    write(LOG.lock().unwrap_or_else(|e| e.into_inner()), event);
}

/// For hooks: notes where a panic was, unless it is one that will be mended.
pub fn panicked(panic: &PanicHookInfo<'_>) {
    // A panic while the lock was held must not wait for itself.
    if let (Some(at), Ok(log)) = (panic.location().filter(|_| !panic_expected()), LOG.try_lock()) {
        write(log, Event::Fault { place: &format!("{}:{}", at.file(), at.line()) });
    }
}

fn write(mut log: MutexGuard<'_, Option<Log>>, event: Event<'_>) {
    if log.as_mut().is_some_and(|open| open.write(event).is_err()) {
        // A full disk must not disturb the work.
        *log = None;
    }
}

/// Runs something and says how long it took.
pub fn timed<T>(run: impl FnOnce() -> T) -> (T, Duration) {
    let begun = Instant::now();
    (run(), begun.elapsed())
}

struct Log {
    file: File,
    size: u64,
}

impl Log {
    fn open(path: &Path) -> io::Result<Log> {
        let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits();
        let mut file = OpenOptions::new()
            .read(true)
            .append(true)
            .create(true)
            .mode(0o600)
            .custom_flags(i32::try_from(flags).unwrap_or_default())
            .open(path)?;
        let found = file.metadata()?;
        if !found.is_file() || found.uid() != rustix::process::geteuid().as_raw() {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        if found.len() == 0 {
            file.write_all(TITLE.as_bytes())?;
        } else {
            let mut title = [0; TITLE.len()];
            file.read_exact(&mut title).map_err(|_| io::ErrorKind::InvalidData)?;
            if title != *TITLE.as_bytes() {
                return Err(io::ErrorKind::InvalidData.into());
            }
        }
        file.set_permissions(Permissions::from_mode(0o600))?;
        let size = file.metadata()?.len();
        Ok(Log { file, size })
    }

    fn write(&mut self, event: Event<'_>) -> io::Result<()> {
        let now = jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%S%.3fZ");
        let line = format!("{now} {} {event}\n", std::process::id());
        if self.size + line.len() as u64 > LARGEST {
            self.shorten()?;
        }
        self.size += line.len() as u64;
        self.file.write_all(line.as_bytes())
    }

    /// Keeps the newer half.
    fn shorten(&mut self) -> io::Result<()> {
        let mut text = Vec::new();
        self.file.seek(SeekFrom::Start(0))?;
        (&self.file).take(2 * LARGEST).read_to_end(&mut text)?;
        let half = text.len() - text.len().min(usize::try_from(LARGEST / 2).unwrap_or_default());
        let from = text[half..].iter().position(|b| *b == b'\n').map_or(text.len(), |at| half + at + 1);
        self.file.set_len(0)?;
        self.file.write_all(TITLE.as_bytes())?;
        self.file.write_all(&text[from..])?;
        self.size = (TITLE.len() + text.len() - from) as u64;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(path: &Path) -> u64 {
        std::fs::metadata(path).unwrap().len()
    }

    #[test]
    fn a_log_is_private_goes_on_and_never_outgrows_its_limit() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("log");
        let mut log = Log::open(&path).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().mode() & 0o777, 0o600);
        log.write(Event::Start { command: "screens" }).unwrap();
        let place = "x".repeat(1000);
        for _ in 0..1500 {
            log.write(Event::Fault { place: &place }).unwrap();
            assert_eq!(log.size, size(&path));
            assert!(log.size <= LARGEST);
        }
        Log::open(&path).unwrap().write(Event::End { code: 0 }).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.starts_with(TITLE) && text.ends_with(" end, code 0\n"));
        assert!(!text.contains("start"), "the older half goes");
        assert!(text.lines().skip(1).all(|line| line.starts_with("20")), "lines stay whole");
    }

    #[test]
    fn nothing_but_a_log_is_written_to() {
        let dir = tempfile::tempdir().unwrap();
        let letter = dir.path().join("letter");
        for content in ["Dear all,\nnothing here is a log", "short"] {
            std::fs::write(&letter, content).unwrap();
            assert_eq!(Log::open(&letter).err().map(|e| e.kind()), Some(io::ErrorKind::InvalidData));
            assert_eq!(std::fs::read_to_string(&letter).unwrap(), content);
        }
        let link = dir.path().join("link");
        std::os::unix::fs::symlink(dir.path().join("absent"), &link).unwrap();
        assert!(Log::open(&link).is_err() && !dir.path().join("absent").exists());
        assert!(Log::open(Path::new("/dev/null")).is_err());
        assert!(Log::open(dir.path()).is_err());
    }

    #[test]
    fn a_file_open_to_others_becomes_private() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("log");
        std::fs::write(&path, TITLE).unwrap();
        std::fs::set_permissions(&path, Permissions::from_mode(0o644)).unwrap();
        Log::open(&path).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().mode() & 0o777, 0o600);
    }
}
