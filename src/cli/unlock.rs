//! What opens an encrypted store: an identity file, or else a passphrase or the recovery key typed at the terminal. It
//! is asked for once a run, and never stands on the command line or in the environment.

use super::{Context, Failure, Kind};
use crate::i18n::Text;
use crate::runtime::{Gate, log, prompt::Prompt, store_words::reason_of};
use crate::store;
use crate::store::{DataKey, Keyring, Seal, StoreError, WayKind, Ways, WrittenKey};
use std::io::Read;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::sync::Arc;
use zeroize::Zeroizing;

/// An identity file is no longer, in bytes.
const IDENTITY: usize = 4096;

/// So often a passphrase may be mistyped.
const TRIES: usize = 3;

impl Context {
    /// The seal of the store: off where it is not encrypted.
    pub fn seal(&self) -> Result<Seal, Failure> {
        if let Some(seal) = self.unlocked.get() {
            return Ok(seal.clone());
        }
        let seal = match Ways::of(&self.store_dir)? {
            None => Seal::default(),
            Some(ways) => seal_of(&data_key(self, &ways)?.1)?,
        };
        Ok(self.unlocked.get_or_init(|| seal).clone())
    }

    /// What shows a hidden screen again: the passphrase, if the store has one.
    pub fn gate(&self) -> Result<Option<Arc<dyn Gate>>, Failure> {
        let ways = Ways::of(&self.store_dir)?.filter(|ways| ways.has(WayKind::Passphrase));
        Ok(ways.map(|ways| Arc::new(Door(ways)) as Arc<dyn Gate>))
    }

    /// The seal if nobody has to be asked for it; off where the store is locked.
    pub fn seal_unasked(&self) -> Result<Seal, Failure> {
        match Keyring::of(&self.store_dir)? {
            Some(_) if self.identity.is_none() && self.unlocked.get().is_none() => Ok(Seal::default()),
            _ => self.seal(),
        }
    }
}

/// Opens to whatever opens the store.
struct Door(Ways);

impl Gate for Door {
    fn opens(&self, passphrase: &str) -> bool {
        self.0.open(passphrase).is_some()
    }
}

pub fn seal_of(key: &DataKey) -> Result<Seal, Failure> {
    key.seal().map_err(|error| system(&error))
}

/// The store's own key, and the keyring that opened to it. Both key files are tried.
pub fn data_key(ctx: &Context, ways: &Ways) -> Result<(Keyring, DataKey), Failure> {
    if let Some(file) = &ctx.identity {
        let key = read_identity(file)?;
        return ways.open_written(&key).ok_or_else(|| identity("identity-wrong", file));
    }
    let mut prompt = prompt()?;
    for _ in 0..TRIES {
        let secret = ask(ctx, &mut prompt, "passphrase-ask")?;
        if let Some(opened) = ways.open(&secret) {
            return Ok(opened);
        }
        let wrong = if ways.is_too_dear() { "passphrase-too-dear" } else { "passphrase-wrong" };
        prompt.say(&ctx.words.say(wrong)).map_err(|error| system(&error))?;
    }
    Err(StoreError::Locked.into())
}

/// A terminal to ask at.
pub fn prompt() -> Result<Prompt, Failure> {
    Prompt::begin().map_err(|_| Failure::from(StoreError::Locked).hint(Text::plain("cli-hint-identity")))
}

/// Asks for a secret.
pub fn ask(ctx: &Context, prompt: &mut Prompt, question: &str) -> Result<Zeroizing<String>, Failure> {
    let typed = prompt.ask(&ctx.words.say(question)).map_err(|error| system(&error))?;
    typed.ok_or_else(|| StoreError::Locked.into())
}

fn read_identity(file: &Path) -> Result<WrittenKey, Failure> {
    let unreadable = |error: std::io::Error| {
        let reason = reason_of(&error).into();
        Failure::refused("identity-unreadable", [("path", file.display().to_string().into()), ("reason", reason)])
    };
    let opened = store::plain_file(file)?;
    if opened.metadata().map_err(unreadable)?.mode() & 0o077 != 0 {
        return Err(identity("identity-open-to-others", file));
    }
    let mut text = Zeroizing::new(Vec::with_capacity(IDENTITY));
    opened.take(IDENTITY as u64).read_to_end(&mut text).map_err(unreadable)?;
    WrittenKey::of_file(&String::from_utf8_lossy(&text)).ok_or_else(|| identity("identity-none", file))
}

fn identity(id: &'static str, file: &Path) -> Failure {
    log::note(log::Event::Locked);
    Failure::new(Kind::Refused, Text::with(id, [("path", file.display().to_string().into())]))
}

pub fn system(error: &std::io::Error) -> Failure {
    Failure::refused("failure-system", [("reason", reason_of(error).into())])
}
