//! What the store reports in words: the messages `store-*`, with what error or note knows as arguments.

use crate::i18n::{Arg, Text};
use crate::store::{Holder, Note, StoreError};

/// An instant as the machine's own clock shows it; what can't be read stays as it is.
fn moment(rfc3339: &str) -> String {
    match rfc3339.parse::<jiff::Timestamp>() {
        Ok(at) => at.to_zoned(jiff::tz::TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string(),
        Err(_) => rfc3339.to_owned(),
    }
}

/// What the system says, without its number.
pub fn reason_of(source: &std::io::Error) -> String {
    let said = source.to_string();
    said.split(" (os error ").next().unwrap_or_default().to_owned()
}

/// What was mended, in words: the messages `store-note-*`.
pub fn note_text(note: &Note) -> Text {
    let args: Vec<(&'static str, Arg)> = match note {
        Note::TornEnd { bytes, aside } => {
            vec![("bytes", i64::try_from(*bytes).unwrap_or(i64::MAX).into()), ("aside", aside.as_str().into())]
        }
        Note::EndRestored { entries } => vec![("entries", i64::try_from(*entries).unwrap_or(i64::MAX).into())],
        Note::ViewRebuilt { aside } => aside.iter().map(|a| ("aside", a.as_str().into())).collect(),
        Note::DraftsAside { aside } => vec![("aside", aside.as_str().into())],
        Note::Upgraded { from, to, backup } => {
            vec![("from", i64::from(*from).into()), ("to", i64::from(*to).into()), ("backup", backup.as_str().into())]
        }
        Note::KeyHealed { file } => vec![("file", (*file).into())],
        Note::TakenBack { doing } => vec![("doing", Arg::Message(doing.message_id()))],
        Note::Finished { doing, backups } => {
            vec![("doing", Arg::Message(doing.message_id())), ("backups", (*backups).into())]
        }
        Note::Unfinished { doing, place } => {
            vec![("doing", Arg::Message(doing.message_id())), ("place", place.as_str().into())]
        }
    };
    Text { id: note.message_id(), args }
}

fn held_by(holder: &Holder) -> [(&'static str, Arg); 5] {
    [
        ("user", holder.user.as_str().into()),
        ("pid", holder.pid.to_string().into()),
        ("host", holder.host.as_str().into()),
        ("terminal", holder.terminal.as_str().into()),
        ("since", moment(&holder.since).into()),
    ]
}

/// What a failure of the store is in words: the messages `store-*`, with what the error knows as arguments.
pub fn store_text(error: &StoreError) -> Text {
    let path = |path: &std::path::Path| path.display().to_string().into();
    match error {
        // Nobody's name could be read.
        StoreError::Busy { holder } if holder.pid == 0 => Text::plain("store-busy-unnamed"),
        StoreError::Busy { holder } => Text::with("store-busy", held_by(holder)),
        StoreError::Unreached { holder, reason } if holder.pid == 0 => {
            Text::with("store-unreached-unnamed", [("reason", Arg::Message(reason.message_id()))])
        }
        StoreError::Unreached { holder, reason } => {
            let reason = [("reason", Arg::Message(reason.message_id()))];
            Text::with("store-unreached", held_by(holder).into_iter().chain(reason))
        }
        StoreError::ChangedSince => Text::plain("store-changed-since"),
        StoreError::SentUnknown => Text::plain("store-sent-unknown"),
        StoreError::Damaged { what, place } => {
            Text::with("store-damaged", [("what", Arg::Message(what.message_id())), ("place", place.as_str().into())])
        }
        StoreError::Newer { found, known } => {
            Text::with("store-newer", [("found", i64::from(*found).into()), ("known", i64::from(*known).into())])
        }
        StoreError::Full => Text::plain("store-full"),
        StoreError::Denied { path: at, reason } => {
            Text::with("store-denied", [("path", path(at)), ("reason", Arg::Message(reason.message_id()))])
        }
        StoreError::Locked => Text::plain("store-locked"),
        StoreError::ReadOnly => Text::plain("store-read-only"),
        StoreError::Io { path: at, source } => {
            Text::with("store-io", [("path", path(at)), ("reason", reason_of(source).into())])
        }
    }
}
