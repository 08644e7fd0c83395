//! `bina log [NAME]`: what was done, newest last.

use super::args::LogArgs;
use super::{Context, Failure, OpenMode, Output, context::past_day, work::Desk};
use crate::domain::ChangeId;
use crate::domain::records::log::LogEntry;
use crate::i18n::Text;
use crate::reports::layout::cut;
use crate::reports::log as says;
use serde::Serialize;
use std::ops::ControlFlow;

/// One change for machines.
#[derive(Serialize)]
struct LogRow<'a> {
    entry: u64,
    hash: &'a str,
    id: ChangeId,
    at: jiff::Timestamp,
    by: &'a str,
    kind: &'static str,
    person: Option<String>,
}

/// How many are shown where nobody says since when.
const NEWEST: usize = 20;

pub fn run(ctx: &Context, args: &LogArgs, out: &mut Output) -> Result<(), Failure> {
    answer(ctx, &mut Desk::open(ctx, OpenMode::ReadOnly)?, args, out)
}

fn answer(ctx: &Context, desk: &mut Desk, args: &LogArgs, out: &mut Output) -> Result<(), Failure> {
    let about = args.name.as_deref().map(|name| desk.person(name).map(|row| row.id)).transpose()?;
    let since = args.since.as_deref().map(|text| past_day("--since", text, ctx.today)).transpose()?;
    if let Some(kind) = args.kind.as_deref().filter(|kind| !ctx.words.has(&format!("change-{kind}"))) {
        return Err(Failure::usage("log-unknown-kind", [("kind", kind.into())]).hint(Text::plain("log-hint-kinds")));
    }
    let most = args.count.unwrap_or(if since.is_some() { usize::MAX } else { NEWEST });
    let fits = |entry: &LogEntry| {
        about.is_none_or(|person| entry.is_about(person))
            && since.is_none_or(|since| entry.change.at.to_zoned(ctx.zone.clone()).date() >= since)
            && args.kind.as_deref().is_none_or(|kind| entry.change.kind.id() == kind)
    };
    let mut entries = Vec::new();
    if most > 0 {
        desk.store.entries(u64::MAX, &mut |entry| {
            if fits(&entry) {
                entries.push(entry);
            }
            if entries.len() >= most { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })?;
    }
    entries.reverse();
    if ctx.json {
        return out.json_list(entries.iter().map(row));
    }
    let width = entries.last().map_or(0, |newest| newest.number.to_string().len());
    entries.iter().try_for_each(|entry| out.line(&line(ctx, desk, entry, width)))
}

fn row(entry: &LogEntry) -> LogRow<'_> {
    LogRow {
        entry: entry.number,
        hash: &entry.hash,
        id: entry.change.id,
        at: entry.change.at,
        by: &entry.change.by.name,
        kind: entry.change.kind.id(),
        person: entry.change.about.map(|id| id.to_string()),
    }
}

/// Columns that a log line has for what was written.
const SAID: usize = 48;

fn line(ctx: &Context, desk: &Desk, entry: &LogEntry, width: usize) -> String {
    let (words, change) = (&ctx.words, &entry.change);
    let day = change.at.to_zoned(ctx.zone.clone()).date();
    let said = says::said(words, change).map(|(_, said)| cut(&said, SAID)).unwrap_or_default();
    let parts =
        [says::kind_word(words, change), says::about(words, change, &desk.roster), said, says::by(words, &change.by)];
    let parts = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    format!("{:>width$}  {day} {}  {parts}", entry.number, words.clock(change.at, &ctx.zone))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::double::{Double, Paper, context};
    use crate::cli::note;
    use crate::i18n::Lang;
    use crate::reports::sample;

    fn log(ctx: &Context, store: &Double, args: &LogArgs) -> Result<String, Failure> {
        let paper = Paper::default();
        answer(ctx, &mut store.desk(), args, &mut paper.output())?;
        Ok(paper.text())
    }

    fn noted(ctx: &Context) -> Double {
        let (roster, dossier) = sample::office();
        let store = Double::with(roster, vec![dossier]);
        for line in ["sari + menata arsip", "sari ! minta daftar arsip"] {
            note::answer(ctx, &mut store.desk(), line, &mut Paper::default().output()).unwrap();
        }
        store
    }

    #[test]
    fn a_line_says_which_entry_when_what_about_whom_and_which_words() {
        let ctx = context(Lang::Id);
        let store = noted(&ctx);
        let text = log(&ctx, &store, &LogArgs::default()).unwrap();
        assert!(text.starts_with("1  2026-11-21 10.42  catatan · Sari Dewi Lubis, S.E. · menata arsip · "), "{text}");
        assert_eq!(log(&ctx, &store, &LogArgs { count: Some(0), ..LogArgs::default() }).unwrap(), "");
    }

    #[test]
    fn days_and_kinds_narrow_it_and_what_is_unknown_is_refused() {
        let ctx = context(Lang::Id);
        let store = noted(&ctx);
        let with = |since: Option<&str>, kind: Option<&str>| LogArgs {
            since: since.map(str::to_owned),
            kind: kind.map(str::to_owned),
            ..LogArgs::default()
        };
        let lines = |args: LogArgs| log(&ctx, &store, &args).unwrap().lines().count();
        assert_eq!((lines(with(Some("kemarin"), None)), lines(with(None, Some("agenda-noted")))), (2, 1));
        let tomorrow = Context { today: ctx.today.tomorrow().unwrap(), ..context(Lang::Id) };
        assert_eq!(log(&tomorrow, &store, &with(Some("2026-11-22"), None)).unwrap(), "");
        assert_eq!(log(&ctx, &store, &with(None, Some("agenda-note"))).unwrap_err().message.id, "log-unknown-kind");
        assert_eq!(log(&ctx, &store, &with(Some("kapan"), None)).unwrap_err().message.id, "usage-date");
    }

    #[test]
    fn machines_get_the_number_and_the_hash_too() {
        let ctx = Context { json: true, ..context(Lang::Id) };
        let text = log(&ctx, &noted(&ctx), &LogArgs::default()).unwrap();
        let rows: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!((&rows[1]["entry"], &rows[1]["kind"]), (&2.into(), &"agenda-noted".into()));
        for field in ["hash", "id", "at", "by", "person"] {
            assert!(rows[0].get(field).is_some(), "{field}: {text}");
        }
    }
}
