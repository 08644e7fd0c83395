//! One line of the journal: its layout, how it is sealed and how it is checked. Pure but for the salt.
//!
//! ```text
//! {"v":1,"n":17,"p":"<hash of 16>","t":<ms>,"by":"sri","d":"<digest>","h":"<hash>","z":"<salt>","c":{…}}
//! ```
//!
//! `h` runs over the line's own bytes before `,"h"`, so checking needs no canonical JSON, and `p` is inside. The
//! content `c` is in `h` only through `d`, the digest of salt and content: `z` and `c` can be erased for good (the
//! line then ends after `h`) and the chain still holds; without the salt `d` tells nothing of what was there.
//!
//! Fields that this program does not know are left alone: chained ones stand before `h`, others between `h` and `c`,
//! which comes last. Only flat values stand before `c`.

use super::{Damage, StoreError};
use crate::domain::Change;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;
use std::io::Write;

/// Number of the journal's format; a line with a higher one is refused.
pub const JOURNAL_FORMAT: u32 = 1;

const HASH: &[u8] = b",\"h\":\"";
const CONTENT: &[u8] = b",\"c\":";

/// Writes the line of a change, with its line end. Says its hash.
pub fn seal(out: &mut Vec<u8>, entry: u64, previous: Hash, salt: Hash, change: &Change) -> std::io::Result<Hash> {
    let body = serde_json::to_vec(change)?;
    let by = serde_json::to_string(&change.by.name)?;
    let start = out.len();
    let time = change.at.as_millisecond();
    let digest = Hash::of(&[&salt.0, &body]);
    write!(out, r#"{{"v":{JOURNAL_FORMAT},"n":{entry},"p":"{previous}","t":{time},"by":{by},"d":"{digest}""#)?;
    let hash = Hash::of(&[&out[start..]]);
    write!(out, r#","h":"{hash}","z":"{salt}","c":"#)?;
    out.extend_from_slice(&body);
    out.extend_from_slice(b"}\n");
    Ok(hash)
}

/// A line that is whole in itself: its hash and its digest fit. Whether it follows another is [`Line::follows`].
#[derive(Debug)]
pub struct Line<'a> {
    pub entry: u64,
    pub previous: Hash,
    pub hash: Hash,
    /// `None` once erased.
    body: Option<&'a [u8]>,
}

/// What is wrong with a line.
#[derive(Debug, PartialEq, Eq)]
pub enum BadLine {
    Newer(u32),
    Damaged(Damage),
}

impl BadLine {
    pub fn at(self, place: impl Into<String>) -> StoreError {
        match self {
            BadLine::Newer(found) => StoreError::Newer { found, known: JOURNAL_FORMAT },
            BadLine::Damaged(what) => StoreError::damaged(what, place),
        }
    }
}

#[derive(Deserialize)]
struct Fields {
    v: u32,
    n: u64,
    p: Hash,
    d: Hash,
    h: Hash,
    #[serde(default)]
    z: Option<Hash>,
}

#[derive(Deserialize)]
struct Format {
    v: u32,
}

impl<'a> Line<'a> {
    /// Checks the bytes of a line, without its line end.
    pub fn read(bytes: &'a [u8]) -> Result<Line<'a>, BadLine> {
        let unreadable = BadLine::Damaged(Damage::Unreadable);
        let Some(hash_at) = find(bytes, HASH) else { return Err(newer(bytes).unwrap_or(unreadable)) };
        let content_at = find(&bytes[hash_at..], CONTENT).map(|at| hash_at + at);
        let fields = match content_at {
            Some(at) => serde_json::from_slice::<Fields>(&[&bytes[..at], b"}"].concat()),
            None => serde_json::from_slice(bytes),
        };
        let Ok(fields) = fields else { return Err(newer(bytes).unwrap_or(unreadable)) };
        // Before the hash: a later format may reckon it in another way.
        if fields.v > JOURNAL_FORMAT {
            return Err(BadLine::Newer(fields.v));
        }
        if Hash::of(&[&bytes[..hash_at]]) != fields.h {
            return Err(BadLine::Damaged(Damage::LineChanged));
        }
        let content = content_at.map(|at| &bytes[at + CONTENT.len()..]);
        let body = match (content.map(|c| c.strip_suffix(b"}")), fields.z) {
            (Some(Some(body)), Some(salt)) if Hash::of(&[&salt.0, body]) == fields.d => Some(body),
            (None, None) => None,
            _ => return Err(BadLine::Damaged(Damage::BodyChanged)),
        };
        Ok(Line { entry: fields.n, previous: fields.p, hash: fields.h, body })
    }

    pub fn follows(&self, entry: u64, hash: Hash) -> bool {
        self.entry == entry + 1 && self.previous == hash
    }

    /// The change; `None` if it was erased.
    pub fn change(&self) -> Result<Option<Change>, BadLine> {
        self.body.map(serde_json::from_slice).transpose().map_err(|_| BadLine::Damaged(Damage::Unreadable))
    }
}

/// A format that is not known may be laid out in another way: only its number is looked for.
fn newer(bytes: &[u8]) -> Option<BadLine> {
    let format: Format = serde_json::from_slice(bytes).ok()?;
    (format.v > JOURNAL_FORMAT).then_some(BadLine::Newer(format.v))
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|w| w == wanted)
}

/// The first 16 bytes of a SHA-256; hexadecimal in text.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Hash(pub [u8; 16]);

impl Hash {
    pub fn of(parts: &[&[u8]]) -> Hash {
        let mut sha = Sha256::new();
        for part in parts {
            sha.update(part);
        }
        let mut first = [0; 16];
        first.copy_from_slice(&sha.finalize()[..16]);
        Hash(first)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
impl Serialize for Hash {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        if s.is_human_readable() { s.collect_str(self) } else { self.0.serialize(s) }
    }
}
impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        if !d.is_human_readable() {
            return <[u8; 16]>::deserialize(d).map(Hash);
        }
        let text = std::borrow::Cow::<str>::deserialize(d)?;
        u128::from_str_radix(&text, 16)
            .ok()
            .filter(|_| text.len() == 32 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')))
            .map(|n| Hash(n.to_be_bytes()))
            .ok_or_else(|| serde::de::Error::custom("no hash"))
    }
}

/// Salts that nobody can guess: a key of the system, stretched.
#[derive(Debug)]
pub struct Salts {
    key: [u8; 32],
    count: u64,
}

impl Salts {
    pub fn new() -> std::io::Result<Salts> {
        use std::io::Read;
        let mut key = [0; 32];
        std::fs::File::open("/dev/urandom")?.read_exact(&mut key)?;
        Ok(Salts { key, count: 0 })
    }
    pub fn next(&mut self) -> Hash {
        self.count += 1;
        Hash::of(&[&self.key, &self.count.to_be_bytes()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Actor, ChangeId, ChangeKind};
    use proptest::prelude::*;

    fn sealed(by: &str) -> Vec<u8> {
        let by = Actor { name: by.into(), ..Actor::default() };
        let (id, at) = (ChangeId(uuid::Uuid::from_u128(7)), jiff::Timestamp::UNIX_EPOCH);
        let change = Change { id, at, by, kind: ChangeKind::ProfileSet, about: None, ops: vec![] };
        let mut line = vec![];
        seal(&mut line, 1, Hash::default(), Hash([9; 16]), &change).unwrap();
        assert_eq!(line.pop(), Some(b'\n'));
        line
    }

    #[test]
    fn names_that_look_like_the_layout_do_not_confuse_it() {
        for name in ["", ",\"h\":\"", "\",\"h\":\"00", ",\"c\":", "a\nb", "\\", "\\\",\"c\":{}"] {
            let line = sealed(name);
            let read = Line::read(&line).unwrap();
            assert_eq!(read.change().unwrap().unwrap().by.name, name);
            assert!(read.follows(0, Hash::default()) && !read.follows(1, Hash::default()));
        }
    }

    #[test]
    fn every_flipped_bit_is_found() {
        let line = sealed("sri");
        for bit in 0..line.len() * 8 {
            let mut flipped = line.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert!(Line::read(&flipped).is_err(), "bit {bit}: {}", String::from_utf8_lossy(&flipped));
        }
    }

    #[test]
    fn the_same_content_has_another_digest_under_another_salt() {
        let mut salts = Salts::new().unwrap();
        assert_ne!(Hash::of(&[&salts.next().0, b"{}"]), Hash::of(&[&salts.next().0, b"{}"]));
    }

    proptest! {
        #[test]
        fn no_bytes_bring_it_down(noise in prop::collection::vec(any::<u8>(), 0..80), at in 0usize..300, cut in 0usize..300) {
            let mut line = sealed("sri");
            let at = at.min(line.len());
            line.splice(at..(at + cut).min(line.len()), noise);
            let _ = Line::read(&line).map(|l| l.change().is_ok());
        }
    }
}
