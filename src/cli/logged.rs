//! A store that tells the log how long things took, and remembers what was mended until the command has ended.

use crate::domain::records::log::{Known, LogEntry};
use crate::domain::{Change, Dossier, PersonId, Roster};
use crate::runtime::log::{self, Event};
use crate::store::{Head, Note, Store, StoreError};
use jiff::Timestamp;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

static MENDED: Mutex<Vec<Note>> = Mutex::new(Vec::new());

/// Something was mended, and the user is to be told.
pub fn mended(notes: Vec<Note>) {
    MENDED.lock().unwrap_or_else(PoisonError::into_inner).extend(notes);
}

/// What was mended and not yet said.
pub fn take_mended() -> Vec<Note> {
    std::mem::take(&mut *MENDED.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Something was made durable by this command.
static CHANGED: AtomicBool = AtomicBool::new(false);

/// From now on a failure of the output says that the change was made.
pub fn changed() {
    CHANGED.store(true, Ordering::SeqCst);
}

pub fn has_changed() -> bool {
    CHANGED.load(Ordering::SeqCst)
}

pub struct Logged(Box<dyn Store>);

impl Drop for Logged {
    fn drop(&mut self) {
        mended(self.0.notes());
    }
}

impl Logged {
    /// Opens a store in the given way.
    pub fn open(open: impl FnOnce() -> Result<Box<dyn Store>, StoreError>) -> Result<Box<dyn Store>, StoreError> {
        let (opened, took) = log::timed(open);
        match opened {
            Ok(store) => {
                log::note(Event::Opened { took });
                Ok(Box::new(Logged(store)))
            }
            Err(error) => Err(failed("open", error)),
        }
    }
}

fn failed(doing: &'static str, error: StoreError) -> StoreError {
    log::note(Event::Failed { doing, what: error.message_id() });
    error
}

impl Store for Logged {
    fn commit(&mut self, change: &Change) -> Result<(), StoreError> {
        let (done, took) = log::timed(|| self.0.commit(change));
        done.map_err(|error| failed("commit", error))?;
        changed();
        log::note(Event::Committed { kind: change.kind.id(), took });
        Ok(())
    }
    fn commit_many(&mut self, changes: &mut dyn Iterator<Item = Change>) -> Result<u64, StoreError> {
        let (done, took) = log::timed(|| self.0.commit_many(changes));
        let count = done.map_err(|error| failed("commit", error))?;
        changed();
        log::note(Event::CommittedMany { count, took });
        Ok(count)
    }
    fn rest(&mut self) {
        let ((), took) = log::timed(|| self.0.rest());
        log::note(Event::Rested { took });
    }
    fn leave(&mut self) {
        self.0.leave();
    }
    fn roster(&mut self) -> Result<Roster, StoreError> {
        self.0.roster().map_err(|error| failed("roster", error))
    }
    fn first_rows(&mut self) -> Option<Roster> {
        self.0.first_rows()
    }
    fn dossier(&mut self, person: PersonId) -> Result<Option<Dossier>, StoreError> {
        self.0.dossier(person).map_err(|error| failed("dossier", error))
    }
    fn recent(&mut self, count: usize) -> Result<Vec<Change>, StoreError> {
        self.0.recent(count).map_err(|error| failed("recent", error))
    }
    fn changes(&mut self, each: &mut dyn FnMut(Change) -> Result<(), StoreError>) -> Result<(), StoreError> {
        self.0.changes(each)
    }
    fn entries(&mut self, before: u64, each: &mut dyn FnMut(LogEntry) -> ControlFlow<()>) -> Result<(), StoreError> {
        self.0.entries(before, each).map_err(|error| failed("entries", error))
    }
    fn known(&mut self, person: PersonId, until: Timestamp) -> Result<Option<Known>, StoreError> {
        self.0.known(person, until).map_err(|error| failed("known", error))
    }
    fn head(&mut self) -> Result<Head, StoreError> {
        self.0.head()
    }
    fn settle(&mut self) {
        self.0.settle();
    }
    fn prepare(&mut self) {
        self.0.prepare();
    }
    fn rest_after(&self) -> Duration {
        self.0.rest_after()
    }
    fn notes(&mut self) -> Vec<Note> {
        self.0.notes()
    }
}
