//! `bina encrypt`: switches encryption of the store on and off, or lets an identity file in. `bina passphrase`: another
//! passphrase, another recovery key.

use super::unlock::{ask, data_key, prompt, system};
use super::work::Desk;
use super::{Context, Failure, Kind, Output, logged, output};
use crate::domain::{Change, ChangeId, ChangeKind};
use crate::i18n::{Arg, Text};
use crate::reports::Tone;
use crate::runtime::store_words::{reason_of, store_text};
use crate::store::keyring::{self, LEAST_CHARACTERS};
use crate::store::{self, Backups, DataKey, Keyring, Seal, WayIn, WayKind, Ways, WrittenKey};
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
    /// Says which ways in there are.
    #[arg(long, conflicts_with_all = ["off", "new_identity", "revoke"])]
    pub list: bool,
    /// Ends the identity file of that name.
    #[arg(long, value_name = "NAME", conflicts_with_all = ["off", "new_identity"])]
    pub revoke: Option<String>,
    #[arg(long)]
    pub yes: bool,
}

pub fn command(ctx: &Context, args: &EncryptArgs, out: &mut Output) -> Result<(), Failure> {
    let ways = Ways::of(&ctx.store_dir)?;
    match (ways, &args.new_identity) {
        (None, _) if args.off || args.list || args.revoke.is_some() => Err(Failure::refused("encrypt-is-off", [])),
        (Some(_), _) if args.list => list(ctx, out),
        (Some(_), _) if args.off => switch_off(ctx, args.yes, out),
        (Some(ways), Some(file)) => add_identity(ctx, &ways, file, out),
        (Some(ways), None) => match &args.revoke {
            Some(name) => revoke(ctx, &ways, name, out),
            None => Err(Failure::refused("encrypt-is-on", []).hint(Text::plain("encrypt-hint-on"))),
        },
        (None, file) => switch_on(ctx, file.as_deref(), args.yes, out),
    }
}

/// Another passphrase; nothing but the key file is written anew. With `recovery` another recovery key instead.
pub fn passphrase(ctx: &Context, recovery: bool, out: &mut Output) -> Result<(), Failure> {
    let ways = Ways::of(&ctx.store_dir)?.ok_or_else(|| Failure::refused("encrypt-is-off", []))?;
    let (known, key) = data_key(ctx, &ways)?;
    if recovery {
        return new_recovery(ctx, &known, &key, out);
    }
    let new = new_passphrase(ctx)?;
    keyring::change(&ctx.store_dir, &known, |ring| ring.set_passphrase(&key, &new))?;
    logged::changed();
    out.prose(Tone::Plain, &ctx.words.say("passphrase-done"))?;
    out.prose(Tone::Dim, &ctx.words.say("passphrase-old-backups"))
}

/// The former recovery key opens until the new one was surely seen: until then both do, or the former alone.
fn new_recovery(ctx: &Context, known: &Keyring, key: &DataKey, out: &mut Output) -> Result<(), Failure> {
    let written = WrittenKey::new().map_err(|error| system(&error))?;
    let recovery = |way: &WayIn| way.kind == WayKind::Recovery;
    let names: Vec<String> = known.ways().into_iter().filter(recovery).map(|way| way.name).collect();
    let wanted = ctx.today.to_string();
    let (both, name) =
        keyring::change(&ctx.store_dir, known, |ring| ring.add_written(key, WayKind::Recovery, &wanted, &written))?;
    let end = |goes: &dyn Fn(&WayIn) -> bool| {
        keyring::change(&ctx.store_dir, &both, |ring| ring.revoke(key, |way| recovery(way) && goes(way)))
    };
    if let Err(unseen) = say_recovery(ctx, &written, out).and_then(|()| out.finish()) {
        end(&|way| way.name == name)?;
        return Err(unseen);
    }
    if !out.is_terminal() {
        output::remark(&ctx.words.say("recovery-former-stays"));
        return Ok(());
    }
    let text = written.text();
    let last = text.rsplit('-').next().unwrap_or_default();
    let typed = prompt().and_then(|mut prompt| ask(ctx, &mut prompt, "recovery-confirm"));
    let seen = typed.as_ref().is_ok_and(|typed| typed.trim().eq_ignore_ascii_case(last));
    if !seen {
        end(&|way| way.name == name)?;
        return Err(Failure::refused("recovery-not-seen", []));
    }
    end(&|way| names.contains(&way.name))?;
    logged::changed();
    out.prose(Tone::Plain, &ctx.words.say("recovery-former-ended"))
}

/// Needs no key: it opens nothing.
fn list(ctx: &Context, out: &mut Output) -> Result<(), Failure> {
    let Some(keyring) = Keyring::of(&ctx.store_dir)? else { return Ok(()) };
    for way in keyring.ways() {
        let id = match way.kind {
            WayKind::Passphrase => "encrypt-way-passphrase",
            WayKind::Recovery => "encrypt-way-recovery",
            WayKind::Identity => "encrypt-way-identity",
        };
        out.line(&ctx.words.with(id, &[("name", shown(&way.name).into())]))?;
    }
    Ok(())
}

/// One that an older program made has no name.
fn shown(name: &str) -> &str {
    if name.is_empty() { "-" } else { name }
}

fn revoke(ctx: &Context, ways: &Ways, name: &str, out: &mut Output) -> Result<(), Failure> {
    let (known, key) = data_key(ctx, ways)?;
    let goes = |way: &WayIn| way.kind != WayKind::Passphrase && shown(&way.name) == name;
    if !known.ways().iter().any(goes) {
        let failure = Failure::refused("encrypt-no-such-way", [("name", name.into())]);
        return Err(failure.hint(Text::plain("encrypt-hint-list")));
    }
    let (_, done) = keyring::change(&ctx.store_dir, &known, |ring| ring.revoke(&key, goes))?;
    if !done {
        return Err(Failure::refused("encrypt-last-way", [("name", name.into())]));
    }
    logged::changed();
    out.prose(Tone::Plain, &ctx.words.with("encrypt-revoked", &[("name", name.into())]))?;
    out.prose(Tone::Dim, &ctx.words.say("passphrase-old-backups"))
}

fn switch_on(ctx: &Context, identity: Option<&Path>, sure: bool, out: &mut Output) -> Result<(), Failure> {
    identity.map_or(Ok(()), |file| outside(ctx, file))?;
    let said = said(ctx, ChangeKind::StoreSealed)?;
    let places = ctx.backup_places()?;
    places.iter().try_for_each(Backups::check)?;
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
        let added = keyring.add_written(&key, WayKind::Identity, &name_of(file), &written);
        added.map_err(|error| system(&error))?;
    }
    store::reseal(&ctx.store_dir, &Seal::default(), Some((&keyring, &key)), said, &places)?;
    logged::changed();
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
    let places = ctx.backup_places()?;
    places.iter().try_for_each(Backups::check)?;
    if !sure {
        confirm(ctx, "encrypt-off-confirm")?;
    }
    store::reseal(&ctx.store_dir, &ctx.seal()?, None, said, &places)?;
    logged::changed();
    out.prose(Tone::Plain, &ctx.words.say("encrypt-off-done"))?;
    replace_backups(ctx, out)
}

fn add_identity(ctx: &Context, ways: &Ways, file: &Path, out: &mut Output) -> Result<(), Failure> {
    outside(ctx, file)?;
    let (known, key) = data_key(ctx, ways)?;
    let written = new_identity(ctx, file)?;
    let added =
        keyring::change(&ctx.store_dir, &known, |ring| ring.add_written(&key, WayKind::Identity, &name_of(file), &written));
    // It was made just now, and opens nothing.
    let (_, name) = added.inspect_err(|_| drop(std::fs::remove_file(file)))?;
    logged::changed();
    out.prose(Tone::Plain, &ctx.words.with("encrypt-identity", &[("path", file.display().to_string().into())]))?;
    out.prose(Tone::Dim, &ctx.words.with("encrypt-identity-name", &[("name", name.into())]))
}

/// What an identity file is called in the list of ways in.
fn name_of(file: &Path) -> String {
    crate::domain::language::clean::clean_line(&file.file_name().unwrap_or_default().to_string_lossy())
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
    let desk = Desk::open_alone(ctx)?;
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
        let args = [("path", file.display().to_string().into()), ("reason", Arg::from(reason_of(&error)))];
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
    let finished = store::finish(&ctx.store_dir)?;
    if finished.replaced > 0 {
        out.prose(Tone::Plain, &ctx.words.with("backups-replaced", &[("count", finished.replaced.into())]))?;
    }
    for (owed, error) in &finished.left {
        let reason = ctx.words.text(&store_text(error)).into();
        let place = owed.place.dir().display().to_string().into();
        let args = [("reason", reason), ("path", place)];
        out.prose(Tone::Alarm, &ctx.words.with("backups-not-replaced", &args))?;
    }
    for aside in ctx.backups()?.put_aside() {
        let path = aside.display().to_string();
        out.prose(Tone::Attention, &ctx.words.with("backups-put-aside", &[("path", path.into())]))?;
    }
    out.prose(Tone::Dim, &ctx.words.say("backups-elsewhere"))?;
    match finished.left.len() {
        0 => Ok(()),
        count => Err(Failure::refused("backups-owed", [("count", count.into())])),
    }
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
