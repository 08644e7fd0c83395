//! The other end: a store that somebody else holds. It is read as the journal has it, and what is committed goes to the
//! holder. Where the holder lets go meanwhile, the store is opened, and goes on by itself.

use super::frame::{self, Answer, Bad, Leave, Request, Why};
use super::{Folder, PATIENCE, is_ours};
use crate::domain::records::log::LogEntry;
use crate::domain::{Change, Dossier, PersonId, Roster};
use crate::store::{Disk, Head, Holder, Note, Seal, Snapshot, Store, StoreError, Unreached};
use rustix::net::Shutdown;
use std::io::{ErrorKind, Write};
use std::ops::ControlFlow;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// So long the result of a change is waited for that was taken: an import, a slow disk.
const RESULT: Duration = Duration::from_secs(30);
/// So long it is tried again where many ask at once, or the holder changes.
const TURNS: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(20);
/// Among so many of the newest changes one is looked for whose answer was lost.
const NEWEST: usize = 200;

/// Opens the store to write, or reaches whoever holds it.
pub fn open_or_reach(dir: &Path, seal: &Seal) -> Result<Box<dyn Store>, StoreError> {
    let holder = match Disk::open_at_once(dir, seal) {
        Err(StoreError::Busy { holder }) => holder,
        opened => return Ok(Box::new(opened?)),
    };
    match reach(dir, &holder) {
        Ok(_) => Ok(Box::new(Relay { dir: dir.to_owned(), seal: seal.clone(), reading: read(dir, seal)?, own: false })),
        // A command that is soon done has no socket: its turn is waited for.
        Err(reason) => match Disk::open_with(dir, seal) {
            Err(StoreError::Busy { holder }) => Err(StoreError::Unreached { holder, reason }),
            opened => Ok(Box::new(opened?)),
        },
    }
}

fn read(dir: &Path, seal: &Seal) -> Result<Box<dyn Store>, StoreError> {
    Ok(Box::new(Snapshot::open_with(dir, seal)?))
}

fn reach(dir: &Path, holder: &Holder) -> Result<UnixStream, Unreached> {
    if holder.host != Holder::here().host {
        return Err(Unreached::OtherHost);
    }
    let folder = Folder::open(dir).map_err(|_| Unreached::NoSocket)?;
    let stream = UnixStream::connect(folder.socket()).map_err(|_| Unreached::NoSocket)?;
    if is_ours(&stream) { Ok(stream) } else { Err(Unreached::OtherUser) }
}

/// Asks whoever holds the store to leave, because the user goes on in this terminal; whether it was said.
pub fn ask_to_leave(dir: &Path, terminal: &str) -> bool {
    let here = Holder { host: Holder::here().host, ..Holder::default() };
    let Ok(mut stream) = reach(dir, &here) else { return false };
    let leave = frame::encode(&Leave { terminal: terminal.to_owned() });
    leave.is_ok_and(|bytes| stream.set_write_timeout(Some(PATIENCE)).and_then(|()| stream.write_all(&bytes)).is_ok())
}

struct Relay {
    dir: PathBuf,
    seal: Seal,
    /// What the journal says; the store itself once nobody else holds it.
    reading: Box<dyn Store>,
    own: bool,
}

/// What came of one attempt.
enum Outcome {
    Done,
    Refused(Why),
    /// Nobody took it.
    NotTaken(Unreached),
    /// It was taken, and the holder said no more.
    Lost,
}

impl Relay {
    fn busy(&self, reason: Unreached) -> StoreError {
        match Disk::open_at_once(&self.dir, &self.seal) {
            Err(StoreError::Busy { holder }) => StoreError::Unreached { holder, reason },
            Err(error) => error,
            Ok(_) => StoreError::Unreached { holder: Box::default(), reason },
        }
    }

    fn read_anew(&mut self) -> Result<(), StoreError> {
        if !self.own {
            self.reading = read(&self.dir, &self.seal)?;
        }
        Ok(())
    }

    /// The answer was lost: the journal knows.
    fn look_for(&mut self, change: &Change) -> Result<(), StoreError> {
        self.read_anew()?;
        let kept = self.reading.recent(NEWEST)?.iter().any(|kept| kept.id == change.id);
        if kept { Ok(()) } else { Err(StoreError::SentUnknown) }
    }

    /// The holder goes: takes the store, and commits where nothing has happened since.
    fn take(&mut self, change: &Change, judged_on: u64) -> Option<Result<(), StoreError>> {
        let mut disk = match Disk::open_with(&self.dir, &self.seal) {
            Err(StoreError::Busy { .. }) => return None,
            Err(error) => return Some(Err(error)),
            Ok(disk) => disk,
        };
        let done = match disk.head() {
            Ok(head) if head.entry == judged_on => disk.commit(change),
            Ok(_) => Err(StoreError::ChangedSince),
            Err(error) => Err(error),
        };
        (self.reading, self.own) = (Box::new(disk), true);
        Some(done)
    }

    fn send(&self, request: &[u8]) -> Outcome {
        let here = Holder { host: Holder::here().host, ..Holder::default() };
        let mut stream = match reach(&self.dir, &here) {
            Ok(stream) => stream,
            Err(Unreached::NoSocket) => return Outcome::Refused(Why::Leaving),
            Err(reason) => return Outcome::NotTaken(reason),
        };
        let begun = Instant::now();
        let patient = stream.set_write_timeout(Some(PATIENCE)).and_then(|()| stream.set_read_timeout(Some(PATIENCE)));
        // A holder that refuses may not read to the end: what it says counts.
        let sent = patient.and_then(|()| stream.write_all(request));
        if sent.as_ref().is_err_and(|error| error.kind() != ErrorKind::BrokenPipe) {
            return Outcome::NotTaken(Unreached::NoAnswer);
        }
        let left = PATIENCE.saturating_sub(begun.elapsed()).max(Duration::from_millis(1));
        let _ = stream.set_read_timeout(Some(left));
        let first = frame::read::<Answer>(&mut stream).or_else(|error| {
            // From here on nobody can take it; what was said before is still there to be read.
            let _ = rustix::net::shutdown(&stream, Shutdown::Read);
            frame::read::<Answer>(&mut stream).map_err(|_| error)
        });
        match first {
            Ok(Answer::Taken) => {}
            Ok(Answer::Done) => return Outcome::Done,
            Ok(Answer::Refused(why)) => return Outcome::Refused(why),
            Err(error) if error.kind() == ErrorKind::InvalidData => return Outcome::NotTaken(Unreached::OtherVersion),
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Outcome::Refused(Why::Leaving),
            Err(_) => return Outcome::NotTaken(Unreached::NoAnswer),
        }
        let _ = stream.set_read_timeout(Some(RESULT));
        match frame::read::<Answer>(&mut stream) {
            Ok(Answer::Refused(why)) => Outcome::Refused(why),
            Ok(_) => Outcome::Done,
            Err(_) => Outcome::Lost,
        }
    }

    fn hand_over(&mut self, change: &Change) -> Result<(), StoreError> {
        let judged_on = self.reading.head()?.entry;
        let request = frame::encode(&Request { judged_on, change: Box::new(change.clone()) });
        let request = request.map_err(|bad| match bad {
            Bad::TooLong => self.busy(Unreached::TooLarge),
            _ => self.busy(Unreached::Misunderstood),
        })?;
        let begun = Instant::now();
        loop {
            match self.send(&request) {
                Outcome::Done => return self.read_anew(),
                Outcome::Lost => return self.look_for(change),
                Outcome::NotTaken(reason) => return Err(self.busy(reason)),
                Outcome::Refused(Why::ChangedSince) => {
                    self.read_anew()?;
                    return Err(StoreError::ChangedSince);
                }
                Outcome::Refused(Why::Full) => return Err(StoreError::Full),
                Outcome::Refused(Why::NotSaved) => return Err(StoreError::ReadOnly),
                Outcome::Refused(Why::TooLarge) => return Err(self.busy(Unreached::TooLarge)),
                Outcome::Refused(Why::Misunderstood) => return Err(self.busy(Unreached::Misunderstood)),
                Outcome::Refused(Why::Leaving) => {
                    if let Some(done) = self.take(change, judged_on) {
                        return done;
                    }
                }
                Outcome::Refused(Why::Crowded) => {}
            }
            if begun.elapsed() > TURNS {
                return Err(self.busy(Unreached::NoAnswer));
            }
            std::thread::sleep(PAUSE);
        }
    }
}

impl Store for Relay {
    fn commit(&mut self, change: &Change) -> Result<(), StoreError> {
        if self.own { self.reading.commit(change) } else { self.hand_over(change) }
    }
    fn roster(&mut self) -> Result<Roster, StoreError> {
        self.reading.roster()
    }
    fn dossier(&mut self, person: PersonId) -> Result<Option<Dossier>, StoreError> {
        self.reading.dossier(person)
    }
    fn recent(&mut self, count: usize) -> Result<Vec<Change>, StoreError> {
        self.reading.recent(count)
    }
    fn changes(&mut self, each: &mut dyn FnMut(Change) -> Result<(), StoreError>) -> Result<(), StoreError> {
        self.reading.changes(each)
    }
    fn entries(&mut self, before: u64, each: &mut dyn FnMut(LogEntry) -> ControlFlow<()>) -> Result<(), StoreError> {
        self.reading.entries(before, each)
    }
    fn head(&mut self) -> Result<Head, StoreError> {
        self.reading.head()
    }
    fn notes(&mut self) -> Vec<Note> {
        self.reading.notes()
    }
}
