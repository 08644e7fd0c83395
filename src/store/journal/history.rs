//! The journal read as a history: entries from the newest back, and what was known of somebody at a moment. Changes
//! nothing.

use crate::domain::records::log::{Known, LogEntry};
use crate::domain::{PersonId, Roster};
use crate::store::error::At;
use crate::store::fold::Folder;
use crate::store::journal;
use crate::store::line::Line;
use crate::store::memory::Office;
use crate::store::read_backwards::Backwards;
use crate::store::seal::Seal;
use crate::store::{Store, StoreError};
use jiff::Timestamp;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::ops::ControlFlow;
use std::path::Path;

/// The entries before a number, newest first, until `each` has enough. Those whose content was erased are passed over.
pub(in crate::store) fn entries(
    dir: &Path,
    before: u64,
    seal: &Seal,
    each: &mut dyn FnMut(LogEntry) -> ControlFlow<()>,
) -> Result<(), StoreError> {
    for segment in (1..=journal::count_segments(dir)?).rev() {
        if before <= 1 {
            break;
        }
        // A whole segment is passed over by its first line.
        if before < u64::MAX && first_number(dir, segment)?.is_none_or(|first| first >= before) {
            continue;
        }
        let path = journal::path(dir, segment);
        let mut lines = Backwards::open(&path)?;
        while let Some(line) = lines.next().at(&path)? {
            if number(&line.bytes).is_some_and(|n| n >= before) {
                continue;
            }
            let read = Line::read(&line.bytes).and_then(|read| Ok((read.entry, read.hash, read.change(seal)?)));
            let (number, hash, change) = match read {
                Ok(read) => read,
                // Half a line at the very end is being written.
                Err(_) if !line.ended => continue,
                Err(bad) => return Err(bad.at(journal::name(segment))),
            };
            let Some(change) = change else { continue };
            if each(LogEntry { number, hash: hash.to_string(), change }).is_break() {
                return Ok(());
            }
        }
    }
    Ok(())
}

fn first_number(dir: &Path, segment: u32) -> Result<Option<u64>, StoreError> {
    let path = journal::path(dir, segment);
    let mut line = Vec::new();
    BufReader::new(File::open(&path).at(&path)?).read_until(b'\n', &mut line).at(&path)?;
    Ok(number(&line))
}

/// The number that a line gives itself, unchecked: for finding the place, where reading each line would take too long.
fn number(line: &[u8]) -> Option<u64> {
    let at = line.windows(NUMBER.len()).position(|w| w == NUMBER)? + NUMBER.len();
    let digits = line[at..].iter().take_while(|b| b.is_ascii_digit());
    digits.map(|b| u64::from(b - b'0')).try_fold(None, |n: Option<u64>, digit| {
        n.unwrap_or(0).checked_mul(10).and_then(|n| n.checked_add(digit)).map(Some)
    })?
}

const NUMBER: &[u8] = b"\"n\":";

/// The same of a store that has no chain: its changes, counted.
pub(in crate::store) fn counted(
    store: &mut (impl Store + ?Sized),
    before: u64,
    each: &mut dyn FnMut(LogEntry) -> ControlFlow<()>,
) -> Result<(), StoreError> {
    let mut changes = Vec::new();
    store.changes(&mut |change| {
        changes.push(change);
        Ok(())
    })?;
    for (number, change) in (1..before).zip(changes).collect::<Vec<_>>().into_iter().rev() {
        if each(LogEntry { number, hash: String::new(), change }).is_break() {
            break;
        }
    }
    Ok(())
}

/// What was known at a moment: every change that was made by then, one after the other.
pub(in crate::store) fn known(
    store: &mut (impl Store + ?Sized),
    person: PersonId,
    until: Timestamp,
) -> Result<Option<Known>, StoreError> {
    let (mut folder, mut office) = (Folder::new(person), Office::default());
    store.changes(&mut |change| {
        if change.at <= until {
            for op in &change.ops {
                folder.apply(op);
                office.apply(op);
            }
        }
        Ok(())
    })?;
    let Some(dossier) = folder.dossier() else { return Ok(None) };
    let row = crate::domain::RosterRow::of(&dossier);
    let roster = Roster::new(office.profile, office.units, vec![row]).with_catalogue(office.catalogue);
    Ok(Some(Known { dossier, roster }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_its_number_without_being_read() {
        assert_eq!(number(br#"{"v":1,"n":1207,"p":"00""#), Some(1207));
        assert_eq!(number(br#"{"v":1,"n":,"p""#), None);
        assert_eq!(number(b"{\"v\":1,\"n\":99999999999999999999999"), None);
        assert_eq!(number(b""), None);
    }
}
