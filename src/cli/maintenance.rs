//! `verify`, `rebuild`, `backup`, `restore`: care for the store as a whole.

use super::{Context, Failure, Kind, Output, logged};
use crate::i18n::{Arg, Text};
use crate::reports::Tone;
use crate::store::{self, Checked, Damage, Disk};
use std::path::Path;

/// Checks the chain of the journal and the index against it. Damage is a failure, after all of it is named.
pub fn verify(ctx: &Context, out: &mut Output) -> Result<(), Failure> {
    let mut checked = store::verify(existing(ctx)?)?;
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
