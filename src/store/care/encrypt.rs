//! Encryption is switched on or off: every content is sealed anew, or opened. That makes another chain, because the
//! lines' own bytes are in it; the entry that says so is the last one.

use super::backups::Backups;
use super::rewrite::{Rewriting, Sealed};
use super::unfinished::Doing;
use crate::domain::{Actor, Change, ChangeId, ChangeKind};
use crate::store::error::At;
use crate::store::journal::{self, Position};
use crate::store::keyring::Keyring;
use crate::store::seal::{DataKey, Seal};
use crate::store::{Drafts, Head, StoreError};
use std::borrow::Cow;
use std::path::Path;

/// Writes the store in that folder anew: sealed with that key, or open for everybody who may read the files. Nothing of
/// the former files is left, nor of old backups in these places. Says where the new chain ends.
pub fn reseal(
    store: &Path,
    old: &Seal,
    new: Option<(&Keyring, &DataKey)>,
    said: Change,
    backups: &[Backups],
) -> Result<Head, StoreError> {
    let seal = new.map_or(Ok(Seal::default()), |(_, key)| key.seal()).at(store)?;
    let doing = if new.is_some() { Doing::Encrypting } else { Doing::Decrypting };
    let sealed = Sealed::With(new.map(|(keyring, _)| keyring), seal);
    let mut rewriting = Rewriting::begin(store, old, sealed, doing, backups)?;
    match rewrite(&mut rewriting, store, old, said) {
        Ok(drafts) => rewriting.finish(drafts.as_ref()).map(|end| end.head()),
        Err(fault) => {
            rewriting.give_up();
            Err(fault)
        }
    }
}

fn rewrite(new: &mut Rewriting, store: &Path, old: &Seal, said: Change) -> Result<Option<serde_json::Value>, StoreError> {
    let drafts = Drafts::of(store).with(old).load()?.0;
    journal::lines(store, &Position::default(), |line, _, end| {
        let change = line.change(old).map_err(|bad| bad.at(end.place()))?;
        let change = change.unwrap_or_else(|| placeholder(line.at));
        new.journal.append(Cow::Owned(change)).map(drop)
    })?;
    new.journal.append(Cow::Owned(said))?;
    Ok(drafts)
}

/// An erased entry keeps its number and its day.
fn placeholder(at: jiff::Timestamp) -> Change {
    let (id, by) = (ChangeId(uuid::Uuid::nil()), Actor::default());
    Change { id, at, by, kind: ChangeKind::Erased, about: None, ops: vec![] }
}
