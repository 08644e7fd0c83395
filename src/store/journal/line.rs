//! One line of the journal: its layout, how it is sealed and how it is checked. Pure but for the salt.
//!
//! ```text
//! {"v":2,"n":17,"p":"<hash of 16>","t":<ms>,"by":"sri","d":"<digest>","h":"<hash>","z":"<salt>","c":{…}}
//! ```
//!
//! `h` runs over the line's own bytes before `,"h"`, so checking needs no canonical JSON, and `p` is inside. The
//! content `c` is in `h` only through `d`, the digest of salt and content: `z` and `c` can be erased for good and the
//! chain still holds; without the salt `d` tells nothing of what was there.
//!
//! ```text
//! {…,"h":"<hash>","erased":<ms>}                             nothing is left
//! {…,"h":"<hash>","r":"<digest>","z":"<salt>","c":{…}}       a rest is left: what was about others
//! {…,"d":"<digest>","e":"17,19:<digest>","h":"<hash>",…}     the stone: says that 17 was erased, and 19 but for a rest
//! ```
//!
//! An erased line counts only with a stone behind it that names it, and a stone is in the chain like anything else.
//!
//! In an encrypted store `c` is a text, the sealed content in base 64, and `by` is empty. The digest runs over what
//! stands there: the chain can be checked without the key.
//!
//! Fields that this program does not know are left alone: chained ones stand before `h`, others between `h` and `c`,
//! which comes last. Only flat values stand before `c`.

use crate::domain::Change;
use crate::store::seal::{Seal, random};
use crate::store::{Damage, StoreError};
use base64::prelude::{BASE64_STANDARD, Engine};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::io::Write;

/// Number of the journal's format; a line with a higher one is refused. 2 brought stones and sealed contents,
/// 3 notes that are lifted into sessions.
pub const JOURNAL_FORMAT: u32 = 3;

const HASH: &[u8] = b",\"h\":\"";
const CONTENT: &[u8] = b",\"c\":";

/// What a new line stands on: the chain, a salt that nobody can guess, and the key, where there is one.
pub struct Place<'s> {
    pub entry: u64,
    pub previous: Hash,
    pub salt: Hash,
    pub seal: &'s Seal,
}

/// Writes the line of a change, with its line end. A stone also says what it erased. Says its hash.
pub fn write_line(out: &mut Vec<u8>, at: &Place<'_>, change: &Change, erased: &[Erasure]) -> std::io::Result<Hash> {
    let (entry, previous, salt) = (at.entry, at.previous, at.salt);
    let time = change.at.as_millisecond();
    let said = erased.iter().map(Erasure::to_string).collect::<Vec<_>>().join(",");
    let body = content(change, &bound_to(entry, previous, time, &said), at.seal)?;
    // In an encrypted store nothing names anybody.
    let by = if at.seal.is_on() { r#""""#.to_owned() } else { serde_json::to_string(&change.by.name)? };
    let start = out.len();
    let digest = Hash::of(&[&salt.0, &body]);
    write!(out, r#"{{"v":{JOURNAL_FORMAT},"n":{entry},"p":"{previous}","t":{time},"by":{by},"d":"{digest}""#)?;
    if !said.is_empty() {
        write!(out, r#","e":"{said}""#)?;
    }
    let hash = Hash::of(&[&out[start..]]);
    write!(out, r#","h":"{hash}","z":"{salt}","c":"#)?;
    out.extend_from_slice(&body);
    out.extend_from_slice(b"}\n");
    Ok(hash)
}

fn content(change: &Change, place: &[u8], seal: &Seal) -> std::io::Result<Vec<u8>> {
    let plain = serde_json::to_vec(change)?;
    if !seal.is_on() {
        return Ok(plain);
    }
    let sealed = seal.close(place, plain)?;
    Ok(format!(r#""{}""#, BASE64_STANDARD.encode(sealed)).into_bytes())
}

/// What a sealed content belongs to: without the key nobody can write another head before it, or let it say that
/// something was erased.
fn bound_to(entry: u64, previous: Hash, time: i64, said: &str) -> Vec<u8> {
    [b"journal".as_slice(), &entry.to_be_bytes(), &previous.0, &time.to_be_bytes(), said.as_bytes()].concat()
}

/// An entry that was erased; with the digest of what is left, if something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Erasure {
    pub entry: u64,
    pub rest: Option<Hash>,
}

impl fmt::Display for Erasure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.rest {
            Some(rest) => write!(f, "{}:{rest}", self.entry),
            None => write!(f, "{}", self.entry),
        }
    }
}

impl Erasure {
    fn read(text: &str) -> Option<Erasure> {
        let (entry, rest) = text.split_once(':').map_or((text, None), |(entry, rest)| (entry, Some(rest)));
        Some(Erasure { entry: entry.parse().ok()?, rest: rest.map(Hash::read).map_or(Some(None), |h| h.map(Some))? })
    }
}

/// A line that is whole in itself: its hash and its digest fit. Whether it follows another is [`Line::follows`].
#[derive(Debug)]
pub struct Line<'a> {
    /// The lowest number of a format that can read it.
    pub format: u32,
    pub entry: u64,
    /// When it was written.
    pub at: jiff::Timestamp,
    pub previous: Hash,
    pub hash: Hash,
    /// Set where something of the content, or all of it, was erased.
    pub erasure: Option<Erasure>,
    /// What this line says was erased before it.
    pub erased: Vec<Erasure>,
    /// Everything up to its hash: what stays when the content goes.
    head: &'a [u8],
    /// What its content is bound to, where that is sealed.
    place: Vec<u8>,
    /// `None` once erased.
    body: Option<&'a [u8]>,
}

/// What is wrong with a line.
#[derive(Debug, PartialEq, Eq)]
pub enum BadLine {
    Newer(u32),
    Damaged(Damage),
    /// Its content is sealed, and there is no key.
    Locked,
}

impl BadLine {
    pub fn at(self, place: impl Into<String>) -> StoreError {
        match self {
            BadLine::Newer(found) => StoreError::Newer { found, known: JOURNAL_FORMAT },
            BadLine::Damaged(what) => StoreError::damaged(what, place),
            // Whoever reads contents has looked for the key.
            BadLine::Locked => StoreError::damaged(Damage::KeyUnreadable, place),
        }
    }
}

#[derive(Deserialize)]
struct Fields<'a> {
    v: u32,
    n: u64,
    p: Hash,
    t: i64,
    d: Hash,
    #[serde(default, borrow)]
    e: Option<Cow<'a, str>>,
    h: Hash,
    #[serde(default)]
    r: Option<Hash>,
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
        let fields_alone = content_at.map(|at| [&bytes[..at], b"}"].concat());
        let fields = serde_json::from_slice::<Fields<'_>>(fields_alone.as_deref().unwrap_or(bytes));
        let Ok(fields) = fields else { return Err(newer(bytes).unwrap_or(unreadable)) };
        // Before the hash: a later format may reckon it in another way.
        if fields.v > JOURNAL_FORMAT {
            return Err(BadLine::Newer(fields.v));
        }
        if Hash::of(&[&bytes[..hash_at]]) != fields.h {
            return Err(BadLine::Damaged(Damage::LineChanged));
        }
        let content = content_at.map(|at| &bytes[at + CONTENT.len()..]);
        let digest = fields.r.unwrap_or(fields.d);
        let body = match (content.map(|c| c.strip_suffix(b"}")), fields.z) {
            (Some(Some(body)), Some(salt)) if Hash::of(&[&salt.0, body]) == digest => Some(body),
            (None, None) => None,
            _ => return Err(BadLine::Damaged(Damage::BodyChanged)),
        };
        let erased: Option<Vec<Erasure>> = fields.e.iter().flat_map(|e| e.split(',')).map(Erasure::read).collect();
        let Some(head) = bytes.get(..hash_at + HASH.len() + HEX + 1) else { return Err(unreadable) };
        Ok(Line {
            format: fields.v,
            entry: fields.n,
            at: jiff::Timestamp::from_millisecond(fields.t).unwrap_or_default(),
            previous: fields.p,
            hash: fields.h,
            erasure: (body.is_none() || fields.r.is_some()).then_some(Erasure { entry: fields.n, rest: fields.r }),
            erased: erased.ok_or(unreadable)?,
            head,
            place: bound_to(fields.n, fields.p, fields.t, fields.e.as_deref().unwrap_or_default()),
            body,
        })
    }

    /// Whether its content can only be read with a key; `None` if there is none.
    pub fn is_sealed(&self) -> Option<bool> {
        self.body.map(|body| body.starts_with(b"\""))
    }

    pub fn follows(&self, entry: u64, hash: Hash) -> bool {
        self.entry == entry + 1 && self.previous == hash
    }

    /// The change, or what is left of it; `None` if all of it was erased.
    pub fn change(&self, seal: &Seal) -> Result<Option<Change>, BadLine> {
        let Some(body) = self.body else { return Ok(None) };
        let plain: Cow<'_, [u8]> = match body.strip_prefix(b"\"").and_then(|text| text.strip_suffix(b"\"")) {
            // Who has no key can't write for whoever has one.
            None if seal.is_on() => return Err(BadLine::Damaged(Damage::KeyDiffers)),
            None => body.into(),
            Some(_) if !seal.is_on() => return Err(BadLine::Locked),
            Some(text) => {
                let sealed = BASE64_STANDARD.decode(text).map_err(|_| BadLine::Damaged(Damage::Unreadable))?;
                let plain = seal.open(&self.place, &sealed);
                plain.map_err(|_| BadLine::Damaged(Damage::KeyDiffers))?.into_owned().into()
            }
        };
        serde_json::from_slice(&plain).map(Some).map_err(|_| BadLine::Damaged(Damage::Unreadable))
    }

    /// The line without its content, and what a stone must say of it.
    pub fn without_content(&self, now: jiff::Timestamp) -> (Vec<u8>, Erasure) {
        let erased = format!(r#","erased":{}}}"#, now.as_millisecond());
        ([self.head, erased.as_bytes()].concat(), Erasure { entry: self.entry, rest: None })
    }

    /// The line with nothing but a rest of its content.
    pub fn with_rest(&self, rest: &Change, salt: Hash, seal: &Seal) -> std::io::Result<(Vec<u8>, Erasure)> {
        let body = content(rest, &self.place, seal)?;
        let digest = Hash::of(&[&salt.0, &body]);
        let mut line = self.head.to_vec();
        write!(line, r#","r":"{digest}","z":"{salt}","c":"#)?;
        line.extend_from_slice(&body);
        line.push(b'}');
        Ok((line, Erasure { entry: self.entry, rest: Some(digest) }))
    }
}

/// Erased lines, held against what stones say of them: neither goes without the other.
#[derive(Debug, Default)]
pub struct Stones {
    /// How erased lines stand there.
    found: BTreeMap<u64, Option<Hash>>,
    /// What was last said of each.
    said: BTreeMap<u64, Option<Hash>>,
    first: u64,
}

impl Stones {
    /// For lines after an entry: of earlier ones nothing is known.
    pub fn after(entry: u64) -> Stones {
        Stones { first: entry + 1, ..Stones::default() }
    }
    /// Takes the next line into account.
    pub fn follow(&mut self, line: &Line<'_>) {
        self.found.extend(line.erasure.map(|erasure| (erasure.entry, erasure.rest)));
        self.said.extend(line.erased.iter().map(|said| (said.entry, said.rest)).filter(|(n, _)| *n >= self.first));
    }
    /// Numbers of entries whose content is gone without a word, or stands there although it was erased.
    pub fn wrong(&self) -> impl Iterator<Item = u64> {
        let unsaid = self.found.iter().filter(|(entry, rest)| self.said.get(entry) != Some(rest));
        let back = self.said.keys().filter(|entry| !self.found.contains_key(entry));
        unsaid.map(|(entry, _)| *entry).chain(back.copied())
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

/// Digits of a hash.
const HEX: usize = 32;

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

    pub fn read(text: &str) -> Option<Hash> {
        let digits = text.len() == HEX && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        let number = u128::from_str_radix(text, 16).ok().filter(|_| digits);
        number.map(|n| Hash(n.to_be_bytes()))
    }
}

/// The same of bytes that come one after the other.
#[derive(Clone, Default)]
pub struct Hasher(Sha256);

impl Hasher {
    pub fn take(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }
    pub fn hash(&self) -> Hash {
        let mut first = [0; 16];
        first.copy_from_slice(&self.0.clone().finalize()[..16]);
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
        Hash::read(&text).ok_or_else(|| serde::de::Error::custom("no hash"))
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
        Ok(Salts { key: random()?, count: 0 })
    }
    pub fn next(&mut self) -> Hash {
        self.count += 1;
        Hash::of(&[&self.key, &self.count.to_be_bytes()])
    }
}

#[cfg(test)]
mod tests;
