//! Where the key of an encrypted store comes from. The content has one key of its own; the file `KEY` holds it wrapped
//! once for each way in: a passphrase, stretched by Argon2id, or a written key (the recovery key on paper, an identity
//! file). Another passphrase therefore rewrites one small file and nothing else.
//!
//! Without `KEY` the content is lost, so there is a second copy of it beside it, and one at the head of each backup. Each
//! carries a checksum and the mark of the key that it opens: a rotten one, or that of another store, is never taken for
//! the better one, and the whole one heals it ([`heal`]).

use crate::store::error::At;
use crate::store::journal;
use crate::store::line::Hash;
use crate::store::lock::Lock;
use crate::store::seal::{DataKey, Seal, random};
use crate::store::{Damage, StoreError, dir};
use argon2::{Algorithm, Argon2, Params, Version};
use base64::prelude::{BASE64_STANDARD, Engine};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::io;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// The file and its copy.
pub const NAMES: [&str; 2] = ["KEY", "KEY.copy"];
/// Number of the file's format.
const FORMAT: u32 = 1;
/// Shorter ones are guessed sooner than they are typed.
pub const LEAST_CHARACTERS: usize = 10;

/// What opens an encrypted store, wrapped.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Keyring {
    bina_key: u32,
    /// Grows with each change: of two whole files the one with the higher number holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    serial: Option<u64>,
    /// The mark of the key that it opens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    of: Option<Hash>,
    slots: Vec<Slot>,
    /// Over all of it; older programs wrote none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sum: Option<Hash>,
}

/// One way in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Slot {
    way: WayKind,
    /// What the user calls it; empty for those of which there is one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stretch: Option<Stretch>,
    nonce: String,
    wrapped: String,
}

/// A way in, as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayIn {
    pub kind: WayKind,
    pub name: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WayKind {
    /// Known by heart.
    Passphrase,
    /// Printed once, kept on paper.
    Recovery,
    /// Lies in a file that its owner alone can read.
    Identity,
}

/// How dear it is to try a passphrase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    salt: String,
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl Stretch {
    /// Some tenths of a second on an office server, and 64 MiB.
    fn usual() -> io::Result<Stretch> {
        Stretch::of(64 << 10, 3)
    }
    fn of(memory_kib: u32, passes: u32) -> io::Result<Stretch> {
        Ok(Stretch { salt: BASE64_STANDARD.encode(random::<16>()?), memory_kib, passes, lanes: 1 })
    }

    /// Whether it asks for more than a file should: it could be somebody else's. At most 256 MiB, and some seconds.
    fn is_too_dear(&self) -> bool {
        let work = u64::from(self.memory_kib) * u64::from(self.passes);
        self.memory_kib > 256 << 10 || work > 4 << 20 || self.lanes > 16
    }

    fn key(&self, passphrase: &str) -> Option<Zeroizing<[u8; 32]>> {
        if self.is_too_dear() {
            return None;
        }
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).ok()?;
        let mut key = Zeroizing::new([0; 32]);
        let salt = BASE64_STANDARD.decode(&self.salt).ok()?;
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        argon.hash_password_into(passphrase.as_bytes(), &salt, &mut *key).ok()?;
        Some(key)
    }
}

/// A key that can be written down: 160 bits in eight groups.
#[derive(Clone, PartialEq, Eq)]
pub struct WrittenKey(Zeroizing<[u8; 20]>);

/// Crockford's base 32: no letters and digits that look alike on paper.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl WrittenKey {
    pub fn new() -> io::Result<WrittenKey> {
        Ok(WrittenKey(Zeroizing::new(random()?)))
    }

    /// For paper: `ABCD-EFGH-…`.
    pub fn text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(40));
        for five in self.0.chunks(5) {
            let bits = five.iter().fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
            for (n, shift) in (0..8).rev().map(|n| n * 5).enumerate() {
                if !text.is_empty() && n % 4 == 0 {
                    text.push('-');
                }
                text.push(char::from(ALPHABET[(bits >> shift & 31) as usize]));
            }
        }
        text
    }

    /// What somebody typed from paper: case, dashes, spaces and look-alikes are forgiven. `None` if it is none.
    pub fn read(typed: &str) -> Option<WrittenKey> {
        let signs = typed.chars().filter(|c| !matches!(c, '-' | ' '));
        let mut digits = Zeroizing::new(Vec::with_capacity(32));
        for sign in signs {
            let sign = match sign.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                sign => sign,
            };
            digits.push(ALPHABET.iter().position(|known| char::from(*known) == sign)? as u8);
        }
        if digits.len() != 32 {
            return None;
        }
        let mut key = Zeroizing::new([0; 20]);
        for (eight, five) in digits.chunks(8).zip(key.chunks_mut(5)) {
            let bits = eight.iter().fold(0u64, |bits, digit| bits << 5 | u64::from(*digit));
            five.copy_from_slice(&bits.to_be_bytes()[3..]);
        }
        Some(WrittenKey(key))
    }

    /// The key in an identity file: the first line that is none of its remarks.
    pub fn of_file(text: &str) -> Option<WrittenKey> {
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        WrittenKey::read(lines.next()?)
    }

    fn key(&self) -> Zeroizing<[u8; 32]> {
        let mut sha = Sha256::new();
        sha.update(b"bina written key");
        sha.update(&self.0[..]);
        Zeroizing::new(sha.finalize().into())
    }
}

impl std::fmt::Debug for WrittenKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("WrittenKey")
    }
}

impl Keyring {
    /// For a new key, without any way in yet.
    pub fn new() -> Keyring {
        Keyring { bina_key: FORMAT, serial: None, of: None, slots: vec![], sum: None }
    }

    /// The keyring of the store in that folder; `None` if the store is not encrypted. Where one of the two files is
    /// lost or damaged, the other is believed.
    pub fn of(store: &Path) -> Result<Option<Keyring>, StoreError> {
        Ok(Ways::of(store)?.and_then(|ways| ways.rings.into_iter().next()))
    }

    pub(in crate::store) fn read(bytes: &[u8]) -> Option<Keyring> {
        serde_json::from_slice(bytes).ok()
    }

    /// As one line.
    pub(in crate::store) fn line(&self) -> io::Result<Vec<u8>> {
        Ok(serde_json::to_vec(self)?)
    }

    /// Writes both files, one after the other: a way in is there at every moment.
    pub fn save(&self, store: &Path) -> Result<(), StoreError> {
        let line = self.line().at(store)?;
        NAMES.iter().rev().try_for_each(|name| dir::replace(&store.join(name), &line))
    }

    fn counted(&self) -> io::Result<Hash> {
        let all = serde_json::to_vec(&(self.bina_key, self.serial, self.of, &self.slots))?;
        Ok(Hash::of(&[b"bina key file", &all]))
    }

    /// Nothing in it has changed since it was written. One of an older program can't tell.
    fn is_whole(&self) -> bool {
        self.sum.is_some() && self.sum == self.counted().ok()
    }

    /// Written by a program that had no checksum yet.
    fn is_unmarked(&self) -> bool {
        self.sum.is_none() && self.of.is_none() && self.serial.is_none()
    }

    /// From now on it can be told whether it is whole, and whose it is.
    fn marked(&mut self, mark: [u8; 16]) -> io::Result<()> {
        self.serial = Some(self.serial.unwrap_or(0) + 1);
        self.of = Some(Hash(mark));
        self.sum = Some(self.counted()?);
        Ok(())
    }

    /// The ways in, in the order in which they were made.
    pub fn ways(&self) -> Vec<WayIn> {
        self.slots.iter().map(|slot| WayIn { kind: slot.way, name: slot.name.clone() }).collect()
    }

    /// Whether its numbers ask for more memory or time than a file should.
    pub fn is_too_dear(&self) -> bool {
        self.slots.iter().filter_map(|slot| slot.stretch.as_ref()).any(Stretch::is_too_dear)
    }

    pub fn has(&self, way: WayKind) -> bool {
        self.slots.iter().any(|slot| slot.way == way)
    }

    /// Opens with a passphrase, or with a key that was written down. Costs time on purpose, also where it fails.
    pub fn open(&self, secret: &str) -> Option<DataKey> {
        let written = WrittenKey::read(secret);
        let by_key = written.and_then(|key| self.open_written(&key));
        by_key.or_else(|| {
            let passphrases = self.slots.iter().filter(|slot| slot.way == WayKind::Passphrase);
            let mut tried = passphrases.filter_map(|slot| slot.stretch.as_ref()?.key(secret).map(|key| (slot, key)));
            tried.find_map(|(slot, key)| slot.open(&key))
        })
    }

    /// Opens with a key that was written down, or lies in an identity file.
    pub fn open_written(&self, key: &WrittenKey) -> Option<DataKey> {
        let key = key.key();
        self.slots.iter().filter(|slot| slot.way != WayKind::Passphrase).find_map(|slot| slot.open(&key))
    }

    /// Lets a passphrase in, and no other one any more.
    pub fn set_passphrase(&mut self, data: &DataKey, passphrase: &str) -> io::Result<()> {
        self.stretched(data, passphrase, Stretch::usual()?)
    }

    fn stretched(&mut self, data: &DataKey, passphrase: &str, stretch: Stretch) -> io::Result<()> {
        let key = stretch.key(passphrase).ok_or_else(|| io::Error::other("argon2"))?;
        self.put(Slot::wrap(WayKind::Passphrase, Some(stretch), &key, data)?);
        self.marked(data.mark())
    }

    /// Lets a written key in, instead of the former one of its kind.
    pub fn set_written(&mut self, data: &DataKey, way: WayKind, key: &WrittenKey) -> io::Result<()> {
        self.put(Slot::wrap(way, None, &key.key(), data)?);
        self.marked(data.mark())
    }

    /// Lets a written key in beside those that there are, under a name that says which it is. Says the name.
    pub fn add_written(&mut self, data: &DataKey, way: WayKind, wanted: &str, key: &WrittenKey) -> io::Result<String> {
        let taken = |name: &str| self.slots.iter().any(|slot| slot.way == way && slot.name == name);
        let numbered = (2..).map(|n| format!("{wanted}-{n}"));
        let name = std::iter::once(wanted.to_owned()).chain(numbered).find(|name| !taken(name)).unwrap_or_default();
        let slot = Slot { name: name.clone(), ..Slot::wrap(way, None, &key.key(), data)? };
        self.slots.push(slot);
        self.marked(data.mark())?;
        Ok(name)
    }

    /// Ends ways in; `false`, and nothing, where none is such or none other would be left.
    pub fn revoke(&mut self, data: &DataKey, goes: impl Fn(&WayIn) -> bool) -> io::Result<bool> {
        let ways = self.ways();
        let left = ways.iter().filter(|way| !goes(way)).count();
        if left == 0 || left == ways.len() {
            return Ok(false);
        }
        let mut ways = ways.iter();
        self.slots.retain(|_| ways.next().is_some_and(|way| !goes(way)));
        self.marked(data.mark())?;
        Ok(true)
    }

    fn put(&mut self, slot: Slot) {
        self.slots.retain(|other| other.way != slot.way);
        self.slots.push(slot);
    }
}

/// The ways into the store in a folder, by both its key files: a rotten one, or one of another store, hides none.
#[derive(Clone)]
pub struct Ways {
    store: PathBuf,
    /// The better ones first.
    rings: Vec<Keyring>,
}

/// What one of the two files is.
enum Found {
    Missing,
    Bad(StoreError),
    Read(Keyring),
}

fn found(store: &Path, name: &str) -> Found {
    let path = store.join(name);
    match dir::read(&path) {
        Ok(bytes) => match Keyring::read(&bytes) {
            Some(ring) if ring.bina_key > FORMAT => Found::Bad(StoreError::Newer { found: ring.bina_key, known: FORMAT }),
            Some(ring) => Found::Read(ring),
            None => Found::Bad(StoreError::damaged(Damage::KeyUnreadable, name)),
        },
        Err(e) if e.kind() == io::ErrorKind::NotFound => Found::Missing,
        Err(e) => Found::Bad(StoreError::from_io(&path, e)),
    }
}

impl Ways {
    /// `None` if the store is not encrypted.
    pub fn of(store: &Path) -> Result<Option<Ways>, StoreError> {
        let (mut rings, mut fault) = (Vec::<Keyring>::new(), None);
        for name in NAMES {
            match found(store, name) {
                Found::Missing => {}
                Found::Bad(error) => fault = Some(error),
                Found::Read(ring) if !rings.contains(&ring) => rings.push(ring),
                Found::Read(_) => {}
            }
        }
        if rings.is_empty() {
            return fault.map_or(Ok(None), Err);
        }
        if rings.iter().any(Keyring::is_whole) {
            rings.retain(|ring| ring.is_whole() || ring.is_unmarked());
        }
        // The newer first, and an older one of the same key not at all: what was revoked since would open it.
        rings.sort_by_key(|ring| std::cmp::Reverse((ring.is_whole(), ring.serial)));
        let mut seen: Vec<Option<Hash>> = vec![];
        rings.retain(|ring| {
            let first = ring.of.is_none() || !seen.contains(&ring.of);
            seen.push(ring.of);
            first
        });
        Ok(Some(Ways { store: store.to_owned(), rings }))
    }

    pub fn has(&self, way: WayKind) -> bool {
        self.rings.iter().any(|ring| ring.has(way))
    }

    /// Opens with a passphrase, or with a key that was written down; what opens is held against the newest entry.
    pub fn open(&self, secret: &str) -> Option<(Keyring, DataKey)> {
        self.proved(|ring| ring.open(secret))
    }

    /// Opens with a key that was written down, or lies in an identity file.
    pub fn open_written(&self, key: &WrittenKey) -> Option<(Keyring, DataKey)> {
        self.proved(|ring| ring.open_written(key))
    }

    pub fn is_too_dear(&self) -> bool {
        self.rings.iter().any(Keyring::is_too_dear)
    }

    fn proved(&self, open: impl Fn(&Keyring) -> Option<DataKey>) -> Option<(Keyring, DataKey)> {
        let opens = |ring: &Keyring| open(ring).map(|key| (ring.clone(), key));
        let right = |key: &DataKey| key.seal().is_ok_and(|seal| !journal::is_refuted(&self.store, &seal));
        self.rings.iter().filter_map(opens).find(|(_, key)| right(key))
    }
}

/// What is wrong with the two files, as far as that can be told without the key: a rotten, missing or different one.
pub(in crate::store) fn compared(store: &Path) -> Option<&'static str> {
    let [one, other] = NAMES.map(|name| (name, found(store, name)));
    let bad = |(name, found): &(&'static str, Found)| match found {
        Found::Read(ring) if ring.is_whole() || ring.is_unmarked() => None,
        _ => Some(*name),
    };
    match (&one.1, &other.1) {
        (Found::Missing, Found::Missing) => None,
        (Found::Read(a), Found::Read(b)) if a != b => bad(&one).or(bad(&other)).or(Some(other.0)),
        _ => bad(&one).or(bad(&other)),
    }
}

/// Puts back a lost, damaged, older or foreign one of the two files, from the one that is whole and belongs to the key
/// with which the newest entry was just read. Says which was put back.
pub(in crate::store) fn heal(store: &Path, seal: &Seal) -> Option<&'static str> {
    let mark = seal.mark()?;
    let files = NAMES.map(|name| (name, found(store, name)));
    let rings = || files.iter().filter_map(|(_, found)| if let Found::Read(ring) = found { Some(ring) } else { None });
    let proved = rings().filter(|ring| ring.is_whole() && ring.of == Some(Hash(mark))).max_by_key(|ring| ring.serial);
    let source = match proved {
        Some(ring) => ring.clone(),
        // Of an older program: nothing says which is whole, unless they agree or there is only one.
        None if rings().all(Keyring::is_unmarked) && rings().all(|ring| Some(ring) == rings().next()) => {
            let mut ring = rings().next()?.clone();
            ring.marked(mark).ok()?;
            ring.save(store).ok()?;
            return files.iter().find(|(_, found)| !matches!(found, Found::Read(_))).map(|(name, _)| *name);
        }
        None => return None,
    };
    let differs = |found: &Found| !matches!(found, Found::Read(ring) if *ring == source);
    let (name, _) = files.iter().find(|(_, found)| differs(found))?;
    // A disk that can't take it now can at the next opening.
    dir::replace(&store.join(name), &source.line().ok()?).ok().map(|()| *name)
}

impl Default for Keyring {
    fn default() -> Self {
        Keyring::new()
    }
}

impl Slot {
    fn wrap(way: WayKind, stretch: Option<Stretch>, key: &[u8; 32], data: &DataKey) -> io::Result<Slot> {
        let nonce = random::<24>()?;
        let mut slot =
            Slot { way, name: String::new(), stretch, nonce: BASE64_STANDARD.encode(nonce), wrapped: String::new() };
        let payload = Payload { msg: &data.0[..], aad: &slot.bound()? };
        let wrapped = XChaCha20Poly1305::new(key.into()).encrypt(XNonce::from_slice(&nonce), payload);
        slot.wrapped = BASE64_STANDARD.encode(wrapped.map_err(|_| io::Error::other("wrap"))?);
        Ok(slot)
    }

    fn open(&self, key: &[u8; 32]) -> Option<DataKey> {
        let nonce: [u8; 24] = BASE64_STANDARD.decode(&self.nonce).ok()?.try_into().ok()?;
        let wrapped = BASE64_STANDARD.decode(&self.wrapped).ok()?;
        let payload = Payload { msg: &wrapped, aad: &self.bound().ok()? };
        let data = XChaCha20Poly1305::new(key.into()).decrypt(XNonce::from_slice(&nonce), payload).ok()?;
        let data = Zeroizing::new(data);
        Some(DataKey(Zeroizing::new(data.as_slice().try_into().ok()?)))
    }

    /// What is not secret and must not be exchanged: an easier way to try would be one.
    fn bound(&self) -> io::Result<Vec<u8>> {
        Ok(serde_json::to_vec(&(self.way, &self.stretch))?)
    }
}

/// The keyring of the store, after it was asked whether this seal can be the store's. Where both its files are lost,
/// opening the journal tells.
pub(in crate::store) fn checked(store: &Path, seal: &Seal) -> Result<Option<Keyring>, StoreError> {
    let keyring = Keyring::of(store)?;
    if keyring.is_some() && !seal.is_on() { Err(StoreError::Locked) } else { Ok(keyring) }
}

/// Changes the ways in, if nobody has changed the keyring since it was opened. Nobody may have the store open.
pub fn change<T>(
    store: &Path,
    known: &Keyring,
    change: impl FnOnce(&mut Keyring) -> io::Result<T>,
) -> Result<(Keyring, T), StoreError> {
    let _lock = Lock::take(store)?;
    if !Ways::of(store)?.is_some_and(|ways| ways.rings.contains(known)) {
        return Err(StoreError::Locked);
    }
    let mut keyring = known.clone();
    let said = change(&mut keyring).at(store)?;
    keyring.save(store)?;
    Ok((keyring, said))
}

impl Seal {
    /// The seal of the store in that folder, if its keyring opens so; off where the store is not encrypted.
    pub fn of(store: &Path, open: impl FnOnce(&Keyring) -> Option<DataKey>) -> Result<Seal, StoreError> {
        let Some(keyring) = Keyring::of(store)? else { return Ok(Seal::default()) };
        open(&keyring).ok_or(StoreError::Locked)?.seal().at(store)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::fs;

    /// Cheap to open; the dear parameters are the same code.
    fn keyring(passphrase: &str) -> (Keyring, DataKey) {
        let (mut keyring, data) = (Keyring::new(), DataKey::new().unwrap());
        keyring.stretched(&data, passphrase, Stretch::of(64, 1).unwrap()).unwrap();
        (keyring, data)
    }

    #[test]
    fn only_the_passphrase_opens() {
        let (keyring, data) = keyring("kuda hitam di sawah");
        assert_eq!(keyring.open("kuda hitam di sawah").unwrap().0, data.0);
        for wrong in ["", "kuda hitam di sawah ", "Kuda hitam di sawah"] {
            assert!(keyring.open(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn another_passphrase_keeps_the_key_and_ends_the_former() {
        let (mut keyring, data) = keyring("yang lama sekali");
        keyring.stretched(&data, "yang baru sekali", Stretch::of(64, 1).unwrap()).unwrap();
        assert!(keyring.open("yang lama sekali").is_none());
        assert_eq!(keyring.open("yang baru sekali").unwrap().0, data.0);
    }

    #[test]
    fn a_written_key_opens_however_it_is_typed() {
        let (mut keyring, data) = keyring("tidak dipakai di sini");
        let key = WrittenKey::new().unwrap();
        keyring.set_written(&data, WayKind::Recovery, &key).unwrap();
        let text = key.text();
        assert_eq!(text.len(), 39, "{}", *text);
        assert_eq!(keyring.open(&text).unwrap().0, data.0);
        assert_eq!(keyring.open(&text.to_lowercase().replace('-', " ").replace('0', "o")).unwrap().0, data.0);
        assert!(keyring.open(&WrittenKey::new().unwrap().text()).is_none());
        let file = format!("# bina\n\n{}\n", *text);
        assert_eq!(keyring.open_written(&WrittenKey::of_file(&file).unwrap()).unwrap().0, data.0);
    }

    #[test]
    fn parameters_that_were_made_cheap_or_absurd_open_nothing() {
        let (keyring, _) = keyring("kuda hitam di sawah");
        let text = String::from_utf8(keyring.line().unwrap()).unwrap();
        for other in ["\"memory_kib\":4294967295", "\"memory_kib\":32"] {
            let changed = Keyring::read(text.replace("\"memory_kib\":64", other).as_bytes()).unwrap();
            assert_ne!(changed, keyring);
            assert!(changed.open("kuda hitam di sawah").is_none(), "{other}");
        }
    }

    #[test]
    fn either_file_is_enough_and_a_lost_one_is_put_back() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(Keyring::of(dir.path()).unwrap(), None);
        let (keyring, data) = keyring("kuda hitam di sawah");
        let seal = data.seal().unwrap();
        keyring.save(dir.path()).unwrap();
        for name in NAMES {
            for damage in [None, Some(&b"nonsense"[..])] {
                let path = dir.path().join(name);
                damage.map_or_else(|| fs::remove_file(&path), |bytes| fs::write(&path, bytes)).unwrap();
                assert_eq!(Keyring::of(dir.path()).unwrap().as_ref(), Some(&keyring), "{name}");
                assert_eq!(compared(dir.path()), Some(name));
                assert_eq!(heal(dir.path(), &seal), Some(name));
                assert_eq!(fs::read(&path).unwrap(), keyring.line().unwrap());
                assert_eq!((compared(dir.path()), heal(dir.path(), &seal)), (None, None));
            }
        }
        NAMES.iter().for_each(|name| fs::write(dir.path().join(name), b"{}").unwrap());
        assert!(matches!(Keyring::of(dir.path()), Err(StoreError::Damaged { what: Damage::KeyUnreadable, .. })));
    }

    #[test]
    fn any_bit_of_a_key_file_may_rot_and_the_other_one_opens_and_heals_it() {
        let dir = tempfile::tempdir().unwrap();
        let (mut ring, data) = (Keyring::new(), DataKey::new().unwrap());
        let key = WrittenKey::new().unwrap();
        ring.set_written(&data, WayKind::Recovery, &key).unwrap();
        let (whole, seal) = (ring.line().unwrap(), data.seal().unwrap());
        for (n, at) in (0..whole.len()).enumerate() {
            for bit in 0..8 {
                ring.save(dir.path()).unwrap();
                let mut rotten = whole.clone();
                rotten[at] ^= 1 << bit;
                let [one, other] = if n % 2 == 0 { NAMES } else { [NAMES[1], NAMES[0]] };
                fs::write(dir.path().join(one), &rotten).unwrap();
                let ways = Ways::of(dir.path()).unwrap().unwrap();
                assert_eq!(ways.open_written(&key).unwrap().1.0, data.0, "byte {at}, bit {bit}");
                heal(dir.path(), &seal);
                for name in [one, other] {
                    assert_eq!(Keyring::read(&fs::read(dir.path().join(name)).unwrap()), Some(ring.clone()), "{at} {bit}");
                }
            }
        }
    }

    #[test]
    fn the_key_file_of_another_store_is_replaced_and_never_spreads() {
        let dir = tempfile::tempdir().unwrap();
        let (own, data) = keyring("kuda hitam di sawah");
        let (foreign, _) = keyring("sapi putih di ladang");
        for name in NAMES {
            own.save(dir.path()).unwrap();
            fs::write(dir.path().join(name), foreign.line().unwrap()).unwrap();
            let ways = Ways::of(dir.path()).unwrap().unwrap();
            assert_eq!(ways.open("kuda hitam di sawah").unwrap().1.0, data.0);
            assert_eq!(heal(dir.path(), &data.seal().unwrap()), Some(name));
            assert_eq!(Keyring::of(dir.path()).unwrap(), Some(own.clone()));
        }
    }

    #[test]
    fn what_was_revoked_does_not_open_by_the_older_file() {
        let dir = tempfile::tempdir().unwrap();
        let (mut ring, data) = keyring("yang lama sekali");
        ring.save(dir.path()).unwrap();
        ring.stretched(&data, "yang baru sekali", Stretch::of(64, 1).unwrap()).unwrap();
        fs::write(dir.path().join(NAMES[0]), ring.line().unwrap()).unwrap();
        let ways = Ways::of(dir.path()).unwrap().unwrap();
        assert!(ways.open("yang lama sekali").is_none());
        assert!(ways.open("yang baru sekali").is_some());
        heal(dir.path(), &data.seal().unwrap());
        assert_eq!(fs::read(dir.path().join(NAMES[1])).unwrap(), ring.line().unwrap());
    }

    #[test]
    fn each_identity_has_a_name_and_is_revoked_alone() {
        let (mut ring, data) = keyring("kuda hitam di sawah");
        let keys = [WrittenKey::new().unwrap(), WrittenKey::new().unwrap()];
        let names: Vec<String> =
            keys.iter().map(|key| ring.add_written(&data, WayKind::Identity, "kantor", key).unwrap()).collect();
        assert_eq!(names, ["kantor", "kantor-2"]);
        assert!(keys.iter().all(|key| ring.open_written(key).is_some()));
        assert!(!ring.revoke(&data, |_| true).unwrap(), "a way in is left");
        assert!(!ring.revoke(&data, |way| way.name == "rumah").unwrap());
        assert!(ring.revoke(&data, |way| way.name == "kantor").unwrap());
        assert_eq!(keys.each_ref().map(|key| ring.open_written(key).is_some()), [false, true]);
        assert!(ring.is_whole() && ring.open("kuda hitam di sawah").is_some());
    }

    proptest! {
        #[test]
        fn a_written_key_comes_back(bytes in any::<[u8; 20]>()) {
            let key = WrittenKey(Zeroizing::new(bytes));
            prop_assert_eq!(WrittenKey::read(&key.text()), Some(key));
        }
        #[test]
        fn no_text_brings_it_down(text in "\\PC{0,60}") {
            let _ = WrittenKey::read(&text);
        }
    }
}
