//! Rows in small checksummed files, so that opening a store needs no sled. Each names the entry that it belongs to and
//! is never trusted beyond that; it may be torn, stale or missing at any time.
//!
//! There are two: what the first screen shows (the profile, the units, the user and whoever reports to him or her), which
//! follows every commit, and everybody, who in a large store follow when there is time. A store of twenty thousand people
//! is opened by reading the first.

use crate::domain::Roster;
use crate::store::codec;
use crate::store::dir;
use crate::store::journal::Position;
use crate::store::line::Hash;
use crate::store::seal::Seal;
use std::fs::File;
use std::io::Read;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

/// The files' names: of the first screen's rows, and of everybody's.
pub const NAMES: [&str; 2] = ["team.bin", "roster.bin"];
/// Larger parts are no roster.
const MAX_PART: u64 = 1 << 30;

/// One of the files.
pub struct RosterFile {
    path: PathBuf,
    seal: Seal,
    /// Where it stands; unknown until it is asked.
    stands: Stands,
}

#[derive(PartialEq)]
enum Stands {
    Unknown,
    /// Missing, torn, or not written.
    Nowhere,
    At(Position),
}

impl RosterFile {
    pub fn of_the_team(store: &Path, seal: &Seal) -> Self {
        RosterFile { path: store.join(NAMES[0]), seal: seal.clone(), stands: Stands::Unknown }
    }
    pub fn of_everybody(store: &Path, seal: &Seal) -> Self {
        RosterFile { path: store.join(NAMES[1]), seal: seal.clone(), stands: Stands::Unknown }
    }

    /// The rows and where they belong to, if the file is whole.
    pub fn load(&mut self) -> Option<(Position, Roster)> {
        self.stands = Stands::Nowhere;
        let mut file = File::open(&self.path).ok()?;
        let position: Position = codec::decode(&read_part(&mut file)?).ok()?;
        let rows = read_part(&mut file)?;
        let mut roster: Roster = codec::decode(&self.seal.open(&self.bound(&position), &rows).ok()?).ok()?;
        roster.reindex();
        self.stands = Stands::At(position.clone());
        Some((position, roster))
    }

    /// Sealed rows belong to their file and to the entry at which they were counted.
    fn bound(&self, position: &Position) -> Vec<u8> {
        let name = self.path.file_name().map(|name| name.as_encoded_bytes()).unwrap_or_default();
        [name, &position.entry.to_be_bytes(), &position.hash.0].concat()
    }

    /// Whether it stands there. One that was not loaded is believed in this.
    pub fn is_at(&mut self, end: &Position) -> bool {
        if self.stands == Stands::Unknown {
            let read = |mut file| codec::decode(&read_part(&mut file)?).ok();
            self.stands = File::open(&self.path).ok().and_then(read).map_or(Stands::Nowhere, Stands::At);
        }
        matches!(&self.stands, Stands::At(position) if position == end)
    }

    /// Written in place: the checksum tells a torn one, and a rename would cost the next commit a write-back. If it
    /// can't be written, it is stale at worst.
    pub fn save(&mut self, position: &Position, roster: &Roster) {
        self.stands = Stands::Nowhere;
        let (Ok(first), Ok(second)) = (codec::encode(position), codec::encode(roster)) else { return };
        let Ok(second) = self.seal.close(&self.bound(position), second) else { return };
        let bytes = [part(&first), part(&second)].concat();
        let write = || -> std::io::Result<()> {
            let file = dir::private().write(true).create(true).truncate(false).open(&self.path)?;
            file.write_all_at(&bytes, 0)?;
            file.set_len(bytes.len() as u64)
        };
        if write().is_ok() {
            self.stands = Stands::At(position.clone());
        }
    }
}

/// Length, checksum, bytes.
pub(in crate::store) fn part(bytes: &[u8]) -> Vec<u8> {
    let length = bytes.len() as u64;
    [&length.to_le_bytes()[..], &Hash::of(&[bytes]).0[..], bytes].concat()
}

pub(in crate::store) fn read_part(file: &mut File) -> Option<Vec<u8>> {
    let (mut length, mut sum) = ([0; 8], [0; 16]);
    file.read_exact(&mut length).ok()?;
    file.read_exact(&mut sum).ok()?;
    let length = Some(u64::from_le_bytes(length)).filter(|n| *n <= MAX_PART)?;
    let mut bytes = Vec::new();
    file.take(length).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 == length && Hash::of(&[&bytes]).0 == sum).then_some(bytes)
}
