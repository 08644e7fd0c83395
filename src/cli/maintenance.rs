//! `verify`, `rebuild`, `backup`, `restore`: care for the store as a whole.

use super::{Context, Failure, Kind, Output};
use crate::i18n::Text;
use crate::reports::Tone;
use crate::store::{self, Disk};
use std::path::Path;

/// Checks the chain of the journal and the view against it.
pub fn verify(ctx: &Context, out: &mut Output) -> Result<(), Failure> {
    there(ctx)?;
    let checked = store::verify(&ctx.store_dir)?;
    let count = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let args = [
        ("entries", count(checked.entries).into()),
        ("segments", i64::from(checked.segments).into()),
        ("hash", checked.head.hash.as_str().into()),
    ];
    out.line(&ctx.words.with("verify-read", &args))?;
    if !checked.view_compared {
        out.line(&ctx.words.say("verify-view-not-compared"))?;
    }
    if checked.is_sound() {
        return out.toned(Tone::Good, &ctx.words.say("verify-sound"));
    }
    for finding in &checked.findings {
        let entry = finding.entry.map_or_else(|| "–".to_owned(), |n| n.to_string());
        let what = ctx.words.say(finding.what.message_id());
        let args = [("entry", entry.into()), ("what", what.into()), ("place", finding.place.as_str().into())];
        out.line(&ctx.words.with("verify-finding", &args))?;
    }
    let found = Text::with("verify-damaged", [("count", checked.findings.len().into())]);
    Err(Failure::new(Kind::Damaged, found).hint(Text::plain("verify-hint")))
}

/// Makes the view anew from the journal.
pub fn rebuild(ctx: &Context, out: &mut Output) -> Result<(), Failure> {
    there(ctx)?;
    let entries = Disk::open(&ctx.store_dir)?.rebuild()?;
    let count = i64::try_from(entries).unwrap_or(i64::MAX);
    out.line(&ctx.words.with("rebuild-done", &[("entries", count.into())]))
}

pub fn backup(ctx: &Context, file: &Path, out: &mut Output) -> Result<(), Failure> {
    there(ctx)?;
    let copied = store::backup(&ctx.store_dir, file)?;
    tell(ctx, out, "backup-done", &copied, file)
}

pub fn restore(ctx: &Context, file: &Path, out: &mut Output) -> Result<(), Failure> {
    let copied = store::restore(file, &ctx.store_dir)?;
    tell(ctx, out, "restore-done", &copied, &ctx.store_dir)
}

fn there(ctx: &Context) -> Result<(), Failure> {
    if ctx.store_dir.exists() { Ok(()) } else { Err(Failure::no_store(&ctx.store_dir)) }
}

fn tell(ctx: &Context, out: &mut Output, id: &str, copied: &store::Copied, path: &Path) -> Result<(), Failure> {
    let entries = i64::try_from(copied.entries).unwrap_or(i64::MAX);
    let args = [
        ("entries", entries.into()),
        ("path", path.display().to_string().into()),
        ("hash", copied.head.hash.as_str().into()),
    ];
    out.line(&ctx.words.with(id, &args))
}
