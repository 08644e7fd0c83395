//! `verify`, `rebuild`, `backup`, `restore`: care for the store as a whole.

use super::args::VerifyArgs;
use super::{Context, Failure, Kind, Output, logged};
use crate::i18n::{Arg, Text};
use crate::reports::Tone;
use crate::store::{self, Backups, Checked, Checkpoint, Compared, Copied, Damage, Denial, Disk, Shortened, StoreError};
use std::path::{Path, PathBuf};

/// Checks the chain of the journal and the index against it; and, where that is asked, the store against what was kept
/// of it elsewhere. Damage is a failure, after all of it is named.
pub fn verify(ctx: &Context, args: &VerifyArgs, out: &mut Output) -> Result<(), Failure> {
    let store = existing(ctx)?;
    let mut checked = store::verify(store, &ctx.seal_unasked()?)?;
    logged::mended(std::mem::take(&mut checked.mended));
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
        let index = |f: &store::Finding| matches!(f.what, Damage::View | Damage::ViewDiffers);
        let hint = if checked.findings.iter().all(index) { "cli-hint-index" } else { "cli-hint-damaged" };
        let said = Text::with("verify-damaged", [("count", checked.findings.len().into())]);
        return Err(Failure::new(Kind::Damaged, said).hint(Text::plain(hint)));
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
    let entries = Disk::open_with(existing(ctx)?, &ctx.seal()?)?.rebuild()?;
    out.line(&ctx.words.with("rebuild-done", &[("entries", number(entries))]))
}

/// Copies the journal into one new file, or to standard output; without a name into bina's own place, where the newest
/// few stay, or into a folder that is named.
pub fn backup(ctx: &Context, file: Option<&Path>, to: Option<&Path>, out: &mut Output) -> Result<(), Failure> {
    let store = existing(ctx)?;
    let (path, copied) = match (file, to) {
        (None, None) => made(&ctx.backups()?)?,
        (None, Some(folder)) => {
            let backups = Backups::of(store, Some(folder), usize::from(ctx.config.backups.kept));
            // Before it is made: what is erased later has to reach it.
            backups.check()?;
            store::remember(store, &backups)?;
            made(&backups)?
        }
        (Some(file), _) if file == Path::new("-") => return out.backup(store),
        (Some(file), _) if file.try_exists().unwrap_or(true) => {
            let path = file.display().to_string();
            let failure = Failure::refused("failure-backup-exists", [("path", path.into())]);
            return Err(failure.hint(Text::plain("cli-hint-new-file")));
        }
        (Some(file), _) => (file.to_owned(), store::backup(store, file)?),
    };
    let args = [("entries", number(copied.entries)), ("path", path.display().to_string().into())];
    out.line(&ctx.words.with("backup-done", &args))?;
    out.toned(Tone::Dim, &ctx.words.with("store-chain", &[("hash", copied.head.hash.as_str().into())]))
}

fn made(backups: &Backups) -> Result<(PathBuf, Copied), Failure> {
    let (made, copied) = backups.make(jiff::Timestamp::now())?;
    Ok((made.path, copied))
}

/// Makes a store from a backup. One that is there is put aside first, and only where that is wanted; a shortened backup
/// only where somebody is sure.
pub fn restore(ctx: &Context, file: &Path, (replace, sure): (bool, bool), out: &mut Output) -> Result<(), Failure> {
    let occupied = std::fs::read_dir(&ctx.store_dir).is_ok_and(|mut entries| entries.next().is_some());
    let shortened = if sure { Shortened::Taken } else { Shortened::Refused };
    let restored = if replace && occupied {
        let now = jiff::Timestamp::now();
        store::restore_over(file, &ctx.store_dir, now, shortened).map(|(copied, aside)| (copied, Some(aside)))
    } else {
        store::restore_from(file, &ctx.store_dir, shortened).map(|copied| (copied, None))
    };
    let (copied, aside) = match restored {
        Err(StoreError::Denied { reason: Denial::NotEmpty, .. }) if !replace => {
            let path = ctx.store_dir.display().to_string();
            let failure = Failure::refused("failure-restore-over", [("path", path.into())]);
            return Err(failure.hint(Text::plain("cli-hint-restore-over")));
        }
        Err(StoreError::Damaged { what: Damage::CopyShort, place }) => {
            let failure = Failure::new(Kind::Damaged, Text::with("failure-restore-short", [("path", place.into())]));
            return Err(failure.hint(Text::plain("cli-hint-restore-short")));
        }
        outcome => outcome?,
    };
    logged::changed();
    let args = [("entries", number(copied.entries)), ("path", ctx.store_dir.display().to_string().into())];
    out.line(&ctx.words.with("restore-done", &args))?;
    if let Some(aside) = aside {
        out.line(&ctx.words.with("restore-aside", &[("path", aside.display().to_string().into())]))?;
    }
    Ok(())
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
