//! The rows of the first screen in one small checksummed file, so that opening a store needs no sled. It names the
//! entry that it belongs to and is never trusted beyond that; it may be torn, stale or missing at any time.

use super::codec;
use super::dir;
use super::journal::Position;
use super::line::Hash;
use crate::domain::Roster;
use std::fs;
use std::os::unix::fs::FileExt;
use std::path::Path;

const NAME: &str = "roster.bin";

/// What the file holds, if it is whole.
pub fn load(store: &Path) -> Option<(Position, Roster)> {
    let bytes = fs::read(store.join(NAME)).ok()?;
    let (sum, rest) = bytes.split_first_chunk::<16>()?;
    if Hash::of(&[rest]).0 != *sum {
        return None;
    }
    let (position, mut roster): (Position, Roster) = codec::decode(rest).ok()?;
    roster.reindex();
    Some((position, roster))
}

/// Written in place: the checksum tells a torn one, and a rename would cost the next commit a write-back.
/// `false` if it could not be written; then it is stale at worst.
pub fn save(store: &Path, position: &Position, roster: &Roster) -> bool {
    let Ok(rest) = codec::encode(&(position, roster)) else { return false };
    let bytes = [&Hash::of(&[&rest]).0[..], &rest].concat();
    let write = || -> std::io::Result<()> {
        let file = dir::private().write(true).create(true).truncate(false).open(store.join(NAME))?;
        file.write_all_at(&bytes, 0)?;
        file.set_len(bytes.len() as u64)
    };
    write().is_ok()
}
