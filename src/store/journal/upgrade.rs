//! Lines of a newer format follow those of an older one, which an older program then can't read: what was there is copied
//! first, byte for byte, and that is said.

use crate::store::error::At;
use crate::store::journal::{self, Journal};
use crate::store::line::JOURNAL_FORMAT;
use crate::store::{Note, StoreError, dir};
use std::fs::{self, File};
use std::io;
use std::path::Path;

/// Before the first line of this format. Damage in the old lines is copied too: it may be mended later.
pub fn prepare(store: &Path, journal: &Journal) -> Result<Option<Note>, StoreError> {
    let Some(from) = journal.older_format() else { return Ok(None) };
    let backup = format!("before-format-{JOURNAL_FORMAT}.jsonl");
    let path = store.join(&backup);
    if path.exists() {
        return Ok(None);
    }
    let half = path.with_extension("half");
    let copy = || -> Result<(), StoreError> {
        let mut copy = dir::private().write(true).create(true).truncate(true).open(&half).at(&half)?;
        for segment in 1..=journal::count_segments(store)? {
            let segment = journal::path(store, segment);
            io::copy(&mut File::open(&segment).at(&segment)?, &mut copy).at(&half)?;
        }
        copy.sync_all().at(&half)?;
        fs::rename(&half, &path).at(&path)?;
        dir::sync(store)
    };
    copy().inspect_err(|_| drop(fs::remove_file(&half)))?;
    Ok(Some(Note::Upgraded { from, to: JOURNAL_FORMAT, backup }))
}
