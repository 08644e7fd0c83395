//! `bina encrypt`: switches encryption of the store on and off, or lets an identity file in. `bina passphrase`: another
//! passphrase, another recovery key.

use super::unlock::{ask, data_key, prompt, system};
use super::work::Desk;
use super::{Context, Failure, Kind, OpenMode, Output, output};
use crate::domain::{Change, ChangeId, ChangeKind};
use crate::i18n::{Arg, Text};
use crate::reports::Tone;
use crate::runtime::store_words::store_text;
use crate::store::keyring::{self, LEAST_CHARACTERS};
use crate::store::{self, DataKey, Keyring, Seal, WayKind, WrittenKey};
use clap::Args;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

#[derive(Debug, Args)]
pub struct EncryptArgs {
    /// A file that opens the store without a passphrase is written there.
    #[arg(long, value_name = "FILE", conflicts_with = "off")]
    pub new_identity: Option<PathBuf>,
    #[arg(long)]
    pub off: bool,
    #[arg(long)]
    pub yes: bool,
}

pub fn command(ctx: &Context, args: &EncryptArgs, out: &mut Output) -> Result<(), Failure> {
    match (Keyring::of(&ctx.store_dir)?, &args.new_identity) {
        (Some(_), _) if args.off => switch_off(ctx, args.yes, out),
        (None, _) if args.off => Err(Failure::refused("encrypt-is-off", [])),
        (Some(keyring), Some(file)) => add_identity(ctx, &keyring, file, out),
        (Some(_), None) => Err(Failure::refused("encrypt-is-on", []).hint(Text::plain("encrypt-hint-on"))),
        (None, file) => switch_on(ctx, file.as_deref(), args.yes, out),
    }
}

/// Another passphrase; nothing but the key file is written anew. With `recovery` another recovery key instead.
pub fn passphrase(ctx: &Context, recovery: bool, out: &mut Output) -> Result<(), Failure> {
    let known = Keyring::of(&ctx.store_dir)?.ok_or_else(|| Failure::refused("encrypt-is-off", []))?;
    let key = data_key(ctx, &known)?;
    if recovery {
        let written = WrittenKey::new().map_err(|error| system(&error))?;
        keyring::change(&ctx.store_dir, &known, |ring| ring.set_written(&key, WayKind::Recovery, &written))?;
        return say_recovery(ctx, &written, out);
    }
    let new = new_passphrase(ctx)?;
    keyring::change(&ctx.store_dir, &known, |ring| ring.set_passphrase(&key, &new))?;
    out.prose(Tone::Plain, &ctx.words.say("passphrase-done"))?;
    out.prose(Tone::Dim, &ctx.words.say("passphrase-old-backups"))
}

fn switch_on(ctx: &Context, identity: Option<&Path>, sure: bool, out: &mut Output) -> Result<(), Failure> {
    identity.map_or(Ok(()), |file| outside(ctx, file))?;
    let said = said(ctx, ChangeKind::StoreSealed)?;
    ctx.backups()?.check()?;
    // What it means stands there before anything is typed.
    for line in ["encrypt-warning", "encrypt-warning-forgotten", "encrypt-warning-backups"] {
        output::remark(&ctx.words.say(line));
    }
    if !sure {
        confirm(ctx, "encrypt-confirm")?;
    }
    let (mut keyring, key) = (Keyring::new(), DataKey::new().map_err(|error| system(&error))?);
    if identity.is_none() {
        let passphrase = new_passphrase(ctx)?;
        keyring.set_passphrase(&key, &passphrase).map_err(|error| system(&error))?;
    }
    let recovery = WrittenKey::new().map_err(|error| system(&error))?;
    keyring.set_written(&key, WayKind::Recovery, &recovery).map_err(|error| system(&error))?;
    if let Some(file) = identity {
        let written = new_identity(ctx, file)?;
        keyring.set_written(&key, WayKind::Identity, &written).map_err(|error| system(&error))?;
    }
    store::reseal(&ctx.store_dir, &Seal::default(), Some((&keyring, &key)), said)?;
    out.prose(Tone::Plain, &ctx.words.say("encrypt-done"))?;
    if let Some(file) = identity {
        out.prose(Tone::Plain, &ctx.words.with("encrypt-identity", &[("path", file.display().to_string().into())]))?;
    }
    // It is shown once: before anything that could still fail.
    say_recovery(ctx, &recovery, out)?;
    out.finish()?;
    replace_backups(ctx, out)
}

fn switch_off(ctx: &Context, sure: bool, out: &mut Output) -> Result<(), Failure> {
    let said = said(ctx, ChangeKind::StoreUnsealed)?;
    ctx.backups()?.check()?;
    if !sure {
        confirm(ctx, "encrypt-off-confirm")?;
    }
    store::reseal(&ctx.store_dir, &ctx.seal()?, None, said)?;
    out.prose(Tone::Plain, &ctx.words.say("encrypt-off-done"))?;
    replace_backups(ctx, out)
}

fn add_identity(ctx: &Context, known: &Keyring, file: &Path, out: &mut Output) -> Result<(), Failure> {
    outside(ctx, file)?;
    let key = data_key(ctx, known)?;
    let written = new_identity(ctx, file)?;
    keyring::change(&ctx.store_dir, known, |ring| ring.set_written(&key, WayKind::Identity, &written))?;
    out.prose(Tone::Plain, &ctx.words.with("encrypt-identity", &[("path", file.display().to_string().into())]))
}

/// What lies in the store goes when the store is made anew.
fn outside(ctx: &Context, file: &Path) -> Result<(), Failure> {
    let real = |path: &Path| std::fs::canonicalize(path).ok();
    let folder = file.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if real(folder).zip(real(&ctx.store_dir)).is_some_and(|(folder, store)| folder.starts_with(store)) {
        return Err(Failure::refused("identity-inside", [("path", file.display().to_string().into())]));
    }
    Ok(())
}

/// The entry that will say it, by whoever uses the store.
fn said(ctx: &Context, kind: ChangeKind) -> Result<Change, Failure> {
    if !ctx.store_dir.exists() {
        return Err(Failure::no_store(&ctx.store_dir));
    }
    // Opened for writing: damage is mended before everything is written anew.
    let desk = Desk::open(ctx, OpenMode::ReadWrite)?;
    let id = ChangeId(ctx.ids().uuid(ctx.now));
    Ok(Change { id, at: ctx.now, by: ctx.actor_of(&desk.roster), kind, about: None, ops: vec![] })
}

fn new_passphrase(ctx: &Context) -> Result<Zeroizing<String>, Failure> {
    let mut prompt = prompt()?;
    let first = ask(ctx, &mut prompt, "passphrase-new")?;
    if first.chars().count() < LEAST_CHARACTERS {
        return Err(Failure::refused("passphrase-short", [("count", LEAST_CHARACTERS.into())]));
    }
    if WrittenKey::read(&first).is_some() {
        return Err(Failure::refused("passphrase-like-key", []));
    }
    if *ask(ctx, &mut prompt, "passphrase-again")? != *first {
        return Err(Failure::refused("passphrase-differs", []));
    }
    Ok(first)
}

/// Only a new file: one that is there may open another store.
fn new_identity(ctx: &Context, file: &Path) -> Result<WrittenKey, Failure> {
    let refused = |error: std::io::Error| {
        let args = [("path", file.display().to_string().into()), ("reason", Arg::from(error.to_string()))];
        Failure::new(Kind::Refused, Text::with("identity-unwritable", args))
    };
    let written = WrittenKey::new().map_err(|error| system(&error))?;
    let mut made = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file).map_err(refused)?;
    let text = Zeroizing::new(format!("# {}\n{}\n", ctx.words.say("identity-remark"), *written.text()));
    made.write_all(text.as_bytes()).and_then(|()| made.sync_all()).map_err(refused)?;
    let folder = file.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(refused)?;
    Ok(written)
}

fn say_recovery(ctx: &Context, written: &WrittenKey, out: &mut Output) -> Result<(), Failure> {
    out.prose(Tone::Plain, &ctx.words.say("recovery-key"))?;
    out.toned(Tone::Title, &format!("  {}", *written.text()))?;
    out.prose(Tone::Plain, &ctx.words.say("recovery-key-keep"))
}

/// After what was to go is gone from the store: from bina's own backups as well. Says what is not reached.
pub fn replace_backups(ctx: &Context, out: &mut Output) -> Result<(), Failure> {
    let backups = ctx.backups()?;
    let gone = backups.start_over(jiff::Timestamp::now()).map_err(|error| {
        let reason = ctx.words.text(&store_text(&error)).into();
        let place = backups.dir().display().to_string().into();
        Failure::refused("backups-not-replaced", [("reason", reason), ("path", place)])
    })?;
    if gone > 0 {
        out.prose(Tone::Plain, &ctx.words.with("backups-replaced", &[("count", gone.into())]))?;
    }
    for aside in backups.put_aside() {
        let path = aside.display().to_string();
        out.prose(Tone::Attention, &ctx.words.with("backups-put-aside", &[("path", path.into())]))?;
    }
    out.prose(Tone::Dim, &ctx.words.say("backups-elsewhere"))
}

/// Asks for the word that means yes.
pub fn confirm(ctx: &Context, question: &str) -> Result<(), Failure> {
    let word = ctx.words.say("confirm-word");
    let said = output::question(&ctx.words.with(question, &[("word", word.as_str().into())]));
    let said = said.map_err(|_| Failure::usage("confirm-no-terminal", []))?;
    if crate::domain::language::clean::fold(&said) == crate::domain::language::clean::fold(&word) {
        Ok(())
    } else {
        Err(Failure::refused("confirm-no", []))
    }
}
