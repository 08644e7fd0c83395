//! The rows of the first screen in one small checksummed file, so that opening a store needs no sled. It names the
//! entry that it belongs to and is never trusted beyond that; it may be torn, stale or missing at any time.
//!
//! Two parts, each with its own checksum: what the first screen shows (the profile, the units, the user and whoever
//! reports to him or her), and everybody else. A store of twenty thousand people is opened by reading the first.

use super::codec;
use super::dir;
use super::journal::Position;
use super::line::Hash;
use crate::domain::record::Profile;
use crate::domain::{Catalogue, Roster, RosterRow, UnitTree};
use std::fs::File;
use std::io::Read;
use std::os::unix::fs::FileExt;
use std::path::Path;

const NAME: &str = "roster.bin";
/// Larger parts are no roster.
const MAX_PART: u64 = 1 << 30;

/// The first part: where it belongs to, and enough for the first screen.
pub struct Near {
    pub position: Position,
    pub roster: Roster,
}

type NearParts = (Position, Profile, UnitTree, Catalogue, Vec<RosterRow>);

/// What the first screen needs, if that part is whole.
pub fn load_near(store: &Path) -> Option<Near> {
    let (position, profile, units, catalogue, rows): NearParts = read_part(&mut open(store)?)?;
    Some(Near { position, roster: Roster::new(profile, units, rows).with_catalogue(catalogue) })
}

/// Everybody, if the file is whole.
pub fn load(store: &Path) -> Option<(Position, Roster)> {
    let mut file = open(store)?;
    let (position, profile, units, catalogue, mut rows): NearParts = read_part(&mut file)?;
    let others: Vec<RosterRow> = read_part(&mut file)?;
    rows.extend(others);
    rows.sort_by_key(|row| row.id);
    Some((position, Roster::new(profile, units, rows).with_catalogue(catalogue)))
}

/// Written in place: the checksum tells a torn one, and a rename would cost the next commit a write-back.
/// `false` if it could not be written; then it is stale at worst.
pub fn save(store: &Path, position: &Position, roster: &Roster) -> bool {
    let me = roster.profile.me;
    let above = roster.me().and_then(|row| row.supervisor);
    let is_near = |row: &&RosterRow| Some(row.id) == me || Some(row.id) == above || (me.is_some() && row.supervisor == me);
    let near: Vec<&RosterRow> = roster.rows().iter().filter(is_near).collect();
    let others: Vec<&RosterRow> = roster.rows().iter().filter(|row| !is_near(row)).collect();
    let first = codec::encode(&(position, &roster.profile, &roster.units, &roster.catalogue, &near));
    let (Ok(first), Ok(second)) = (first, codec::encode(&others)) else { return false };
    let bytes = [part(&first), part(&second)].concat();
    let write = || -> std::io::Result<()> {
        let file = dir::private().write(true).create(true).truncate(false).open(store.join(NAME))?;
        file.write_all_at(&bytes, 0)?;
        file.set_len(bytes.len() as u64)
    };
    write().is_ok()
}

fn open(store: &Path) -> Option<File> {
    File::open(store.join(NAME)).ok()
}

/// Length, checksum, bytes.
fn part(bytes: &[u8]) -> Vec<u8> {
    let length = bytes.len() as u64;
    [&length.to_le_bytes()[..], &Hash::of(&[bytes]).0[..], bytes].concat()
}

fn read_part<T: serde::de::DeserializeOwned>(file: &mut File) -> Option<T> {
    let (mut length, mut sum) = ([0; 8], [0; 16]);
    file.read_exact(&mut length).ok()?;
    file.read_exact(&mut sum).ok()?;
    let length = Some(u64::from_le_bytes(length)).filter(|n| *n <= MAX_PART)?;
    let mut bytes = Vec::new();
    file.take(length).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 == length && Hash::of(&[&bytes]).0 == sum).then(|| codec::decode(&bytes).ok()).flatten()
}
