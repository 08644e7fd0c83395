//! `verify`, `rebuild`, `backup`, `restore`: care for the store as a whole.

use super::{Context, Failure, Kind, Output, logged};
use crate::i18n::{Arg, Text};
use crate::reports::Tone;
use crate::store::{self, Checked, Damage, Denial, Disk, StoreError};
use std::path::Path;

/// Checks the chain of the journal and the index against it. Damage is a failure, after all of it is named.
pub fn verify(ctx: &Context, out: &mut Output) -> Result<(), Failure> {
    let mut checked = store::verify(existing(ctx)?, &ctx.seal_unasked()?)?;
    logged::mended(std::mem::take(&mut checked.mended));
    if ctx.json {
        out.json(&report(&checked))?;
    } else {
        let id = if checked.view_compared { "verify-all" } else { "verify-journal" };
        let counts = [("entries", number(checked.entries)), ("segments", i64::from(checked.segments).into())];
        out.line(&ctx.words.with(id, &counts))?;
        out.toned(Tone::Dim, &ctx.words.with("store-chain", &[("hash", checked.head.hash.as_str().into())]))?;
        for finding in &checked.findings {
            out.toned(Tone::Alarm, &format!("{}: {}", finding.place, ctx.words.say(finding.what.message_id())))?;
        }
    }
    match checked.findings.len() {
        0 => Ok(()),
        count => {
            let index = |f: &store::Finding| matches!(f.what, Damage::View | Damage::ViewDiffers);
            let hint = if checked.findings.iter().all(index) { "cli-hint-index" } else { "cli-hint-damaged" };
            let said = Text::with("verify-damaged", [("count", count.into())]);
            Err(Failure::new(Kind::Damaged, said).hint(Text::plain(hint)))
        }
    }
}

/// Makes the index anew from the journal.
pub fn rebuild(ctx: &Context, out: &mut Output) -> Result<(), Failure> {
    let entries = Disk::open_with(existing(ctx)?, &ctx.seal()?)?.rebuild()?;
    out.line(&ctx.words.with("rebuild-done", &[("entries", number(entries))]))
}

/// Copies the journal into one new file; without a name into bina's own place, where the newest few stay.
pub fn backup(ctx: &Context, file: Option<&Path>, out: &mut Output) -> Result<(), Failure> {
    let store = existing(ctx)?;
    let (path, copied) = match file {
        None => {
            let (made, copied) = ctx.backups()?.make(jiff::Timestamp::now())?;
            (made.path, copied)
        }
        Some(file) if file.exists() => {
            let path = file.display().to_string();
            let failure = Failure::refused("failure-backup-exists", [("path", path.into())]);
            return Err(failure.hint(Text::plain("cli-hint-new-file")));
        }
        Some(file) => (file.to_owned(), store::backup(store, file)?),
    };
    let args = [("entries", number(copied.entries)), ("path", path.display().to_string().into())];
    out.line(&ctx.words.with("backup-done", &args))?;
    out.toned(Tone::Dim, &ctx.words.with("store-chain", &[("hash", copied.head.hash.as_str().into())]))
}

/// Makes a store from a backup. One that is there is put aside first, and only where that is wanted.
pub fn restore(ctx: &Context, file: &Path, replace: bool, out: &mut Output) -> Result<(), Failure> {
    let occupied = std::fs::read_dir(&ctx.store_dir).is_ok_and(|mut entries| entries.next().is_some());
    let restored = if replace && occupied {
        store::restore_over(file, &ctx.store_dir, jiff::Timestamp::now()).map(|(copied, aside)| (copied, Some(aside)))
    } else {
        store::restore(file, &ctx.store_dir).map(|copied| (copied, None))
    };
    let (copied, aside) = match restored {
        Err(StoreError::Denied { reason: Denial::NotEmpty, .. }) if !replace => {
            let path = ctx.store_dir.display().to_string();
            let failure = Failure::refused("failure-restore-over", [("path", path.into())]);
            return Err(failure.hint(Text::plain("cli-hint-restore-over")));
        }
        outcome => outcome?,
    };
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
