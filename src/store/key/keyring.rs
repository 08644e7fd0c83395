//! Where the key of an encrypted store comes from. The content has one key of its own; the file `KEY` holds it wrapped
//! once for each way in: a passphrase, stretched by Argon2id, or a written key (the recovery key on paper, an identity
//! file). Another passphrase therefore rewrites one small file and nothing else.
//!
//! Without `KEY` the content is lost, so there is a second copy of it beside it, and one at the head of each backup.

use crate::store::error::At;
use crate::store::lock::Lock;
use crate::store::seal::{DataKey, Seal, random};
use crate::store::{Damage, StoreError, dir};
use argon2::{Algorithm, Argon2, Params, Version};
use base64::prelude::{BASE64_STANDARD, Engine};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs;
use std::io;
use std::path::Path;
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
    slots: Vec<Slot>,
}

/// One way in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Slot {
    way: WayKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stretch: Option<Stretch>,
    nonce: String,
    wrapped: String,
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

    /// `None` for parameters that a file should not ask for: it could be somebody else's.
    fn key(&self, passphrase: &str) -> Option<Zeroizing<[u8; 32]>> {
        if self.memory_kib > 1 << 20 || self.passes > 64 || self.lanes > 16 {
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
        Keyring { bina_key: FORMAT, slots: vec![] }
    }

    /// The keyring of the store in that folder; `None` if the store is not encrypted. Where one of the two files is
    /// lost or damaged, the other is believed.
    pub fn of(store: &Path) -> Result<Option<Keyring>, StoreError> {
        let mut unreadable = None;
        for name in NAMES {
            let path = store.join(name);
            match dir::read(&path) {
                Ok(bytes) => match Keyring::read(&bytes) {
                    Some(keyring) if keyring.bina_key > FORMAT => {
                        return Err(StoreError::Newer { found: keyring.bina_key, known: FORMAT });
                    }
                    Some(keyring) => return Ok(Some(keyring)),
                    None => unreadable = Some(StoreError::damaged(Damage::KeyUnreadable, name)),
                },
                Err(e) if e.kind() == io::ErrorKind::NotFound => {}
                Err(e) => unreadable = Some(StoreError::from_io(&path, e)),
            }
        }
        unreadable.map_or(Ok(None), Err)
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

    /// Puts a lost, damaged or older one of the two files back.
    pub(in crate::store) fn mend(&self, store: &Path) -> Result<(), StoreError> {
        let same = |name: &str| {
            fs::read(store.join(name)).ok().and_then(|bytes| Keyring::read(&bytes)).is_some_and(|found| found == *self)
        };
        if NAMES.into_iter().all(same) { Ok(()) } else { self.save(store) }
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
        Ok(())
    }

    /// Lets a written key in, instead of the former one of its kind.
    pub fn set_written(&mut self, data: &DataKey, way: WayKind, key: &WrittenKey) -> io::Result<()> {
        self.put(Slot::wrap(way, None, &key.key(), data)?);
        Ok(())
    }

    fn put(&mut self, slot: Slot) {
        self.slots.retain(|other| other.way != slot.way);
        self.slots.push(slot);
    }
}

impl Default for Keyring {
    fn default() -> Self {
        Keyring::new()
    }
}

impl Slot {
    fn wrap(way: WayKind, stretch: Option<Stretch>, key: &[u8; 32], data: &DataKey) -> io::Result<Slot> {
        let nonce = random::<24>()?;
        let mut slot = Slot { way, stretch, nonce: BASE64_STANDARD.encode(nonce), wrapped: String::new() };
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

/// Changes one way in, if nobody has changed the keyring since it was opened. Nobody may have the store open.
pub fn change(store: &Path, known: &Keyring, change: impl FnOnce(&mut Keyring) -> io::Result<()>) -> Result<(), StoreError> {
    let _lock = Lock::take(store)?;
    if Keyring::of(store)?.as_ref() != Some(known) {
        return Err(StoreError::Locked);
    }
    let mut keyring = known.clone();
    change(&mut keyring).at(store)?;
    keyring.save(store)
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
        let (keyring, _) = keyring("kuda hitam di sawah");
        keyring.save(dir.path()).unwrap();
        for name in NAMES {
            for damage in [None, Some(&b"nonsense"[..])] {
                let path = dir.path().join(name);
                damage.map_or_else(|| fs::remove_file(&path), |bytes| fs::write(&path, bytes)).unwrap();
                assert_eq!(Keyring::of(dir.path()).unwrap().as_ref(), Some(&keyring), "{name}");
                keyring.mend(dir.path()).unwrap();
                assert_eq!(fs::read(&path).unwrap(), keyring.line().unwrap());
            }
        }
        NAMES.iter().for_each(|name| fs::write(dir.path().join(name), b"{}").unwrap());
        assert!(matches!(Keyring::of(dir.path()), Err(StoreError::Damaged { what: Damage::KeyUnreadable, .. })));
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
