//! What was done to one record, read from the journal a part at a time while its story is open.

use crate::domain::records::log::{LogEntry, LogPart};
use crate::domain::{ChangeKind, PersonId, RecordId};

#[derive(Debug, Default)]
pub struct Trace {
    of: Option<(PersonId, RecordId)>,
    /// Newest first; of each only what it did to the record.
    entries: Vec<LogEntry>,
    /// Everything from here on was looked at.
    reached: Option<u64>,
    loading: bool,
    whole: bool,
}

impl Trace {
    pub(crate) fn about(of: (PersonId, RecordId)) -> Self {
        Trace { of: Some(of), ..Trace::default() }
    }
    pub(crate) fn is_about(&self, of: (PersonId, RecordId)) -> bool {
        self.of == Some(of)
    }
    /// The oldest first.
    pub(crate) fn entries(&self) -> Vec<LogEntry> {
        self.entries.iter().rev().cloned().collect()
    }
    /// The entry that made it was found, or there is nothing older.
    pub(crate) fn is_whole(&self) -> bool {
        self.whole
    }
    /// Where to read on, if that is needed and nothing is under way.
    pub(crate) fn read_on(&mut self) -> Option<(PersonId, u64)> {
        let (person, _) = self.of?;
        let reads = !self.whole && !self.loading;
        self.loading |= reads;
        reads.then_some((person, self.reached.unwrap_or(u64::MAX)))
    }

    pub(crate) fn take(&mut self, about: Option<PersonId>, before: u64, part: &LogPart) {
        let Some((person, record)) = self.of else { return };
        if about != Some(person) || before != self.reached.unwrap_or(u64::MAX) || self.whole {
            return;
        }
        self.loading = false;
        self.reached = Some(part.reached);
        for entry in &part.entries {
            let mut entry = entry.clone();
            entry.change.ops.retain(|op| op.record().id() == record);
            let again = matches!(entry.change.kind, ChangeKind::Undone { .. } | ChangeKind::Redone { .. });
            let made = !again && entry.change.ops.iter().any(|op| op.before().is_none());
            if !entry.change.ops.is_empty() {
                self.entries.push(entry);
            }
            self.whole |= made;
        }
        self.whole |= part.reached <= 1;
    }

    pub(crate) fn failed(&mut self) {
        self.loading = false;
        self.whole = true;
    }
}
