//! `verify`, `rebuild`, `backup`, `restore`: care for the store as a whole.

use super::args::VerifyArgs;
use super::{Context, Failure, Kind, Output};
use crate::i18n::{Arg, Text};
use crate::reports::Tone;
use crate::store::{self, Checked, Checkpoint, Compared, Disk};
use std::path::Path;

/// Checks the chain of the journal and the index against it; and, where that is asked, the store against what was kept
/// of it elsewhere. Damage is a failure, after all of it is named.
pub fn verify(ctx: &Context, args: &VerifyArgs, out: &mut Output) -> Result<(), Failure> {
    let store = existing(ctx)?;
    let checked = store::verify(store)?;
    let compared = args.against.as_deref().map(|file| against(store, file).map(|found| (found, file))).transpose()?;
    if ctx.json {
        let mut report = report(&checked);
        if let Some((compared, _)) = &compared {
            report["against"] = machine(compared);
        }
        out.json(&report)?;
    } else {
        say_checked(ctx, &checked, out)?;
        if let Some((compared, file)) = &compared {
            let tone = if is_same(compared) { Tone::Good } else { Tone::Alarm };
            out.toned(tone, &ctx.words.text(&said(compared, file)))?;
        }
    }
    if !checked.is_sound() {
        let count = checked.findings.len();
        return Err(Failure::new(Kind::Damaged, Text::with("verify-damaged", [("count", count.into())]))
            .hint(Text::plain("cli-hint-damaged")));
    }
    if let Some((_, file)) = compared.filter(|(compared, _)| !is_same(compared)) {
        let path = file.display().to_string();
        return Err(Failure::new(Kind::Damaged, Text::with("verify-against-failed", [("path", path.into())]))
            .hint(Text::plain("cli-hint-rewritten")));
    }
    match &args.checkpoint {
        Some(file) => checkpoint(ctx, &checked, file, out),
        None => Ok(()),
    }
}

fn say_checked(ctx: &Context, checked: &Checked, out: &mut Output) -> Result<(), Failure> {
    let id = if checked.view_compared { "verify-all" } else { "verify-journal" };
    let counts = [("entries", number(checked.entries)), ("segments", i64::from(checked.segments).into())];
    out.line(&ctx.words.with(id, &counts))?;
    out.toned(Tone::Dim, &ctx.words.with("store-chain", &[("hash", checked.head.hash.as_str().into())]))?;
    for finding in &checked.findings {
        out.toned(Tone::Alarm, &format!("{}: {}", finding.place, ctx.words.say(finding.what.message_id())))?;
    }
    Ok(())
}

/// Where the chain stands now, into a file that is to be kept elsewhere. Only of a store that was found sound.
fn checkpoint(ctx: &Context, checked: &Checked, file: &Path, out: &mut Output) -> Result<(), Failure> {
    let path = file.display().to_string();
    if file.exists() {
        return Err(
            Failure::refused("failure-checkpoint-exists", [("path", path.into())]).hint(Text::plain("cli-hint-new-file"))
        );
    }
    Checkpoint::of(&checked.head, ctx.now.to_string()).write(file)?;
    if ctx.json {
        return Ok(());
    }
    out.line(&ctx.words.with("verify-checkpoint", &[("entry", number(checked.head.entry)), ("path", path.into())]))
}

fn against(store: &Path, file: &Path) -> Result<Compared, Failure> {
    let path = file.display().to_string();
    if !file.is_file() {
        return Err(Failure::usage("failure-against-missing", [("path", path.into())]));
    }
    match store::compare(store, file)? {
        Compared::Unreadable { line } => {
            Err(Failure::refused("failure-against-unreadable", [("path", path.into()), ("line", number(line))]))
        }
        compared => Ok(compared),
    }
}

fn is_same(compared: &Compared) -> bool {
    matches!(compared, Compared::Contained { .. })
}

fn said(compared: &Compared, file: &Path) -> Text {
    let path = || file.display().to_string().into();
    match compared {
        Compared::Contained { entry } => Text::with("verify-contained", [("entry", number(*entry)), ("path", path())]),
        Compared::Differs { entry, place, line: None } => {
            Text::with("verify-rewritten", [("entry", number(*entry)), ("place", place.as_str().into())])
        }
        Compared::Differs { entry, place, line: Some(line) } => {
            let (entry, line) = (number(*entry), number(*line));
            Text::with(
                "verify-differs",
                [("entry", entry), ("place", place.as_str().into()), ("path", path()), ("line", line)],
            )
        }
        Compared::Shorter { newest, expected } => {
            let args = [("from", number(newest + 1)), ("until", number(*expected)), ("newest", number(*newest))];
            Text::with("verify-shorter", args)
        }
        Compared::Unreadable { line } => {
            Text::with("failure-against-unreadable", [("path", path()), ("line", number(*line))])
        }
    }
}

fn machine(compared: &Compared) -> serde_json::Value {
    match compared {
        Compared::Contained { entry } => serde_json::json!({ "outcome": "contained", "entry": entry }),
        Compared::Differs { entry, place, line } => {
            serde_json::json!({ "outcome": "differs", "entry": entry, "place": place, "line": line })
        }
        Compared::Shorter { newest, expected } => {
            serde_json::json!({ "outcome": "shorter", "entry": newest, "expected": expected })
        }
        Compared::Unreadable { line } => serde_json::json!({ "outcome": "unreadable", "line": line }),
    }
}

/// Makes the index anew from the journal.
pub fn rebuild(ctx: &Context, out: &mut Output) -> Result<(), Failure> {
    let entries = Disk::open(existing(ctx)?)?.rebuild()?;
    out.line(&ctx.words.with("rebuild-done", &[("entries", number(entries))]))
}

pub fn backup(ctx: &Context, file: &Path, out: &mut Output) -> Result<(), Failure> {
    let store = existing(ctx)?;
    if file.exists() {
        let path = file.display().to_string();
        return Err(
            Failure::refused("failure-backup-exists", [("path", path.into())]).hint(Text::plain("cli-hint-new-file"))
        );
    }
    let copied = store::backup(store, file)?;
    let args = [("entries", number(copied.entries)), ("path", file.display().to_string().into())];
    out.line(&ctx.words.with("backup-done", &args))?;
    out.toned(Tone::Dim, &ctx.words.with("store-chain", &[("hash", copied.head.hash.as_str().into())]))
}

pub fn restore(ctx: &Context, file: &Path, out: &mut Output) -> Result<(), Failure> {
    let copied = store::restore(file, &ctx.store_dir)?;
    let args = [("entries", number(copied.entries)), ("path", ctx.store_dir.display().to_string().into())];
    out.line(&ctx.words.with("restore-done", &args))
}

/// Only a store that is there can be cared for.
fn existing(ctx: &Context) -> Result<&Path, Failure> {
    if ctx.store_dir.exists() { Ok(&ctx.store_dir) } else { Err(Failure::no_store(&ctx.store_dir)) }
}

fn number(n: u64) -> Arg {
    i64::try_from(n).unwrap_or(i64::MAX).into()
}

fn report(checked: &Checked) -> serde_json::Value {
    let finding = |f: &store::Finding| serde_json::json!({ "entry": f.entry, "what": f.what.message_id().trim_start_matches("store-damage-"), "place": f.place });
    serde_json::json!({
        "entries": checked.entries, "erased": checked.erased, "segments": checked.segments,
        "head": checked.head.hash, "index_compared": checked.view_compared,
        "findings": checked.findings.iter().map(finding).collect::<Vec<_>>(),
    })
}
