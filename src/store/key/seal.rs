//! Encryption of what is stored: every file that holds something of a record passes through a [`Seal`], which is
//! either off and leaves bytes as they are, or on. Where the key comes from is [`crate::store::keyring`]'s part.
//!
//! XChaCha20-Poly1305. Sealed bytes are a nonce of 24 bytes, the text, and a tag of 16; the place where they stand is
//! bound in, so that a value moved to another key or file is refused. An older value in the same place is not: that is
//! what the chain of the journal is for.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::fmt;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use zeroize::Zeroizing;

/// Bytes that sealing adds.
#[cfg(test)]
pub const OVERHEAD: usize = NONCE + 16;
const NONCE: usize = 24;
const PREFIX: usize = 16;

/// The key of a store's content. Never shown, wiped when it is let go.
#[derive(Clone)]
pub struct DataKey(pub(in crate::store) Zeroizing<[u8; 32]>);

impl DataKey {
    /// One that nobody can guess.
    pub fn new() -> io::Result<DataKey> {
        Ok(DataKey(Zeroizing::new(random()?)))
    }
    pub fn seal(&self) -> io::Result<Seal> {
        let aead = XChaCha20Poly1305::new((&*self.0).into());
        Ok(Seal(Some(Arc::new(Cipher { aead, mark: self.mark(), prefix: random()?, count: AtomicU64::new(0) }))))
    }
    /// By which it is known again, and which says nothing of it.
    pub(in crate::store) fn mark(&self) -> [u8; 16] {
        let mut sha = Sha256::new();
        sha.update(b"bina mark of a key");
        sha.update(&self.0[..]);
        let mut mark = [0; 16];
        mark.copy_from_slice(&sha.finalize()[..16]);
        mark
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey")
    }
}

/// Closes and opens what is stored. The default one is off.
#[derive(Clone, Default)]
pub struct Seal(Option<Arc<Cipher>>);

struct Cipher {
    aead: XChaCha20Poly1305,
    mark: [u8; 16],
    /// With a running number it makes nonces that never come twice: it is drawn anew by every process.
    prefix: [u8; PREFIX],
    count: AtomicU64,
}

/// What stands there was not sealed for this place with this key, or was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unopened;

impl Seal {
    pub fn is_on(&self) -> bool {
        self.0.is_some()
    }
    /// The mark of its key.
    pub(in crate::store) fn mark(&self) -> Option<[u8; 16]> {
        self.0.as_ref().map(|cipher| cipher.mark)
    }

    /// What may be stored there.
    pub fn close<'a>(&self, place: &[u8], plain: impl Into<Cow<'a, [u8]>>) -> io::Result<Cow<'a, [u8]>> {
        let plain = plain.into();
        let Some(cipher) = &self.0 else { return Ok(plain) };
        let mut nonce = [0; NONCE];
        nonce[..PREFIX].copy_from_slice(&cipher.prefix);
        nonce[PREFIX..].copy_from_slice(&cipher.count.fetch_add(1, Ordering::Relaxed).to_be_bytes());
        let sealed = cipher.aead.encrypt(XNonce::from_slice(&nonce), Payload { msg: &plain, aad: place });
        let sealed = sealed.map_err(|_| io::Error::other("too long to be sealed"))?;
        Ok([&nonce[..], &sealed].concat().into())
    }

    /// What was closed for that place.
    pub fn open<'a>(&self, place: &[u8], stored: &'a [u8]) -> Result<Cow<'a, [u8]>, Unopened> {
        let Some(cipher) = &self.0 else { return Ok(stored.into()) };
        let (nonce, sealed) = stored.split_at_checked(NONCE).ok_or(Unopened)?;
        let payload = Payload { msg: sealed, aad: place };
        cipher.aead.decrypt(XNonce::from_slice(nonce), payload).map(Cow::Owned).map_err(|_| Unopened)
    }
}

impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_on() { "Seal(on)" } else { "Seal(off)" })
    }
}

/// Bytes that nobody can guess.
pub fn random<const N: usize>() -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    let mut filled = 0;
    while filled < N {
        let flags = rustix::rand::GetRandomFlags::empty();
        filled += rustix::io::retry_on_intr(|| rustix::rand::getrandom(&mut bytes[filled..], flags))?;
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_closed_opens_only_with_its_key_and_in_its_place() {
        let (seal, other) = (DataKey::new().unwrap().seal().unwrap(), DataKey::new().unwrap().seal().unwrap());
        let stored = seal.close(b"here", b"rahasia".to_vec()).unwrap();
        assert_eq!(stored.len(), b"rahasia".len() + OVERHEAD);
        assert_eq!(seal.open(b"here", &stored).unwrap().as_ref(), b"rahasia");
        assert_eq!(seal.open(b"there", &stored), Err(Unopened));
        assert_eq!(other.open(b"here", &stored), Err(Unopened));
        assert_ne!(seal.close(b"here", b"rahasia".to_vec()).unwrap(), stored, "the same text is never sealed alike");
    }

    #[test]
    fn off_it_leaves_bytes_alone() {
        let seal = Seal::default();
        assert_eq!(seal.close(b"here", b"biasa".to_vec()).unwrap().as_ref(), b"biasa");
        assert_eq!(seal.open(b"there", b"biasa").unwrap().as_ref(), b"biasa");
    }

    #[test]
    fn keys_are_not_printed() {
        let key = DataKey::new().unwrap();
        assert_eq!(format!("{key:?} {:?} {:?}", key.seal().unwrap(), Seal::default()), "DataKey Seal(on) Seal(off)");
    }

    proptest! {
        #[test]
        fn any_change_is_noticed(at in any::<prop::sample::Index>(), bit in 0u8..8, cut in 0usize..60) {
            let seal = DataKey::new().unwrap().seal().unwrap();
            let stored = seal.close(b"here", b"catatan tentang Sari".to_vec()).unwrap().into_owned();
            let mut changed = stored.clone();
            *at.get_mut(&mut changed) ^= 1 << bit;
            prop_assert_eq!(seal.open(b"here", &changed), Err(Unopened));
            prop_assert_eq!(seal.open(b"here", &stored[..cut.min(stored.len() - 1)]), Err(Unopened));
        }
    }
}
