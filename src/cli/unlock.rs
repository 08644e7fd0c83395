//! What opens an encrypted store: an identity file, or else a passphrase or the recovery key typed at the terminal. It
//! is asked for once a run, and never stands on the command line or in the environment.

use super::{Context, Failure, Kind};
use crate::i18n::Text;
use crate::runtime::{Gate, log, prompt::Prompt};
use crate::store::{DataKey, Keyring, Seal, StoreError, WayKind, WrittenKey};
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::sync::Arc;
use zeroize::Zeroizing;

/// So often a passphrase may be mistyped.
const TRIES: usize = 3;

impl Context {
    /// The seal of the store: off where it is not encrypted.
    pub fn seal(&self) -> Result<Seal, Failure> {
        if let Some(seal) = self.unlocked.get() {
            return Ok(seal.clone());
        }
        let seal = match Keyring::of(&self.store_dir)? {
            None => Seal::default(),
            Some(keyring) => seal_of(&data_key(self, &keyring)?)?,
        };
        Ok(self.unlocked.get_or_init(|| seal).clone())
    }

    /// What shows a hidden screen again: the passphrase, if the store has one.
    pub fn gate(&self) -> Result<Option<Arc<dyn Gate>>, Failure> {
        let keyring = Keyring::of(&self.store_dir)?.filter(|keyring| keyring.has(WayKind::Passphrase));
        Ok(keyring.map(|keyring| Arc::new(Door(keyring)) as Arc<dyn Gate>))
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
struct Door(Keyring);

impl Gate for Door {
    fn opens(&self, passphrase: &str) -> bool {
        self.0.open(passphrase).is_some()
    }
}

pub fn seal_of(key: &DataKey) -> Result<Seal, Failure> {
    key.seal().map_err(|error| system(&error))
}

/// The store's own key.
pub fn data_key(ctx: &Context, keyring: &Keyring) -> Result<DataKey, Failure> {
    if let Some(file) = &ctx.identity {
        let key = read_identity(file)?;
        return keyring.open_written(&key).ok_or_else(|| identity("identity-wrong", file));
    }
    let mut prompt = prompt()?;
    for _ in 0..TRIES {
        let secret = ask(ctx, &mut prompt, "passphrase-ask")?;
        if let Some(key) = keyring.open(&secret) {
            return Ok(key);
        }
        prompt.say(&ctx.words.say("passphrase-wrong")).map_err(|error| system(&error))?;
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
        let reason = error.to_string().into();
        Failure::refused("identity-unreadable", [("path", file.display().to_string().into()), ("reason", reason)])
    };
    if std::fs::metadata(file).map_err(unreadable)?.mode() & 0o077 != 0 {
        return Err(identity("identity-open-to-others", file));
    }
    let text = Zeroizing::new(std::fs::read_to_string(file).map_err(unreadable)?);
    WrittenKey::of_file(&text).ok_or_else(|| identity("identity-none", file))
}

fn identity(id: &'static str, file: &Path) -> Failure {
    log::note(log::Event::Locked);
    Failure::new(Kind::Refused, Text::with(id, [("path", file.display().to_string().into())]))
}

pub fn system(error: &std::io::Error) -> Failure {
    Failure::refused("failure-system", [("reason", error.to_string().into())])
}
