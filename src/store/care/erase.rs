//! What goes for good: records disappear from the journal's contents, and with them from everything that is made of it.
//! The chain stays whole, and a stone says which entries were touched, and when, without a word of what they held.

use super::backups::Backups;
use super::rewrite::{Rewriting, Sealed};
use super::unfinished::Doing;
use crate::domain::{Change, Record, RecordId};
use crate::store::journal::{self, Position};
use crate::store::line::{Erasure, Salts};
use crate::store::seal::Seal;
use crate::store::{StoreError, error::At};
use std::borrow::Cow;
use std::collections::HashSet;
use std::path::Path;

/// So many entries one stone names.
const NAMED: usize = 1000;

/// What comes along, and what goes afterwards.
#[derive(Clone, Copy, Debug)]
pub struct Left<'a> {
    pub doing: Doing,
    pub drafts: Option<&'a serde_json::Value>,
    pub backups: &'a [Backups],
}

/// What was erased.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    pub records: usize,
    /// Entries of the journal that held something of them.
    pub entries: u64,
    /// Of these, so many held nothing else.
    pub emptied: u64,
}

/// What records would go, by their newest state. A record that was removed before is still in the journal, and counts.
pub fn doomed(store: &Path, seal: &Seal, goes: &mut dyn FnMut(&Record) -> bool) -> Result<HashSet<RecordId>, StoreError> {
    let mut found = HashSet::new();
    journal::read(store, &Position::default(), seal, |_, change, _| {
        for op in change.iter().flat_map(|change| &change.ops) {
            let record = op.record();
            if goes(record) {
                found.insert(record.id())
            } else {
                found.remove(&record.id())
            };
        }
        Ok(())
    })?;
    Ok(found)
}

/// Erases such records from the store in that folder, whatever was added since they were counted. `stone` makes the change
/// that says so: it has no operations. Drafts are what is left of them, and backups where older ones lie.
pub fn erase(
    store: &Path,
    seal: &Seal,
    goes: &mut dyn FnMut(&Record) -> bool,
    stone: &mut dyn FnMut() -> Change,
    left: Left<'_>,
) -> Result<Erased, StoreError> {
    let mut rewriting = Rewriting::begin(store, seal, Sealed::AsItIs, left.doing, left.backups)?;
    // Under the lock of the store.
    let records = doomed(store, seal, goes);
    match records.and_then(|records| rewrite(&mut rewriting, store, seal, &records, stone)) {
        Ok(erased) => rewriting.finish(left.drafts).map(|_| erased),
        Err(fault) => {
            rewriting.give_up();
            Err(fault)
        }
    }
}

fn rewrite(
    new: &mut Rewriting,
    store: &Path,
    seal: &Seal,
    records: &HashSet<RecordId>,
    stone: &mut dyn FnMut() -> Change,
) -> Result<Erased, StoreError> {
    let (now, mut salts) = (stone().at, Salts::new().at(store)?);
    let (mut gone, mut emptied) = (Vec::<Erasure>::new(), 0);
    journal::lines(store, &Position::default(), |line, raw, end| {
        let change = line.change(seal).map_err(|bad| bad.at(end.place()))?;
        let Some(mut change) = change.filter(|c| c.ops.iter().any(|op| records.contains(&op.record().id()))) else {
            return new.journal.append_line(raw);
        };
        change.ops.retain(|op| !records.contains(&op.record().id()));
        let (left, erasure) = if change.ops.is_empty() {
            emptied += 1;
            line.without_content(now)
        } else {
            line.with_rest(&change, salts.next(), seal).at(store)?
        };
        gone.push(erasure);
        new.journal.append_line(&left)
    })?;
    for named in gone.chunks(NAMED) {
        new.journal.append_stone(Cow::Owned(stone()), named)?;
    }
    Ok(Erased { records: records.len(), entries: gone.len() as u64, emptied })
}
