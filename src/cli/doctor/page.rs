//! The doctor's findings as lines for a reader, or as one value for machines.

use super::{Checkup, StoreFound, TerminalFound};
use crate::cli::{Failure, Output};
use crate::i18n::{Text, Words};
use crate::reports::Tone;
use crate::reports::layout::pad;

/// Columns of the names before what was found.
const NAMES: usize = 20;

pub fn json(checkup: &Checkup, words: &Words, out: &mut Output) -> Result<(), Failure> {
    let mut value = serde_json::to_value(checkup).map_err(|_| Failure::fault("failure-panic"))?;
    let findings = &checkup.findings;
    value["broken"] = findings.broken.iter().map(|failure| words.text(&failure.message)).collect();
    value["doubtful"] = findings.doubtful.iter().map(|text| words.text(text)).collect();
    out.json(&value)
}

pub fn print(checkup: &Checkup, words: &Words, asks_link: bool, out: &mut Output) -> Result<(), Failure> {
    out.toned(Tone::Title, &format!("bina {}", checkup.version))?;
    let sections = [
        ("doctor-terminal", terminal(&checkup.terminal, words, asks_link)),
        ("doctor-decided", decided(checkup, words)),
        ("doctor-store", store(&checkup.store, words)),
    ];
    for (title, rows) in sections {
        out.line("")?;
        out.toned(Tone::Title, &words.say(title))?;
        for (name, found) in rows {
            out.line(&format!("  {} {found}", pad(&words.say(name), NAMES)))?;
        }
    }
    out.line("")?;
    let findings = &checkup.findings;
    for failure in &findings.broken {
        out.toned(Tone::Alarm, &words.with("doctor-broken", &[("what", words.text(&failure.message).into())]))?;
        for hint in &failure.hints {
            out.line(&format!("  {}", words.text(hint)))?;
        }
    }
    for text in &findings.doubtful {
        out.toned(Tone::Attention, &words.with("doctor-doubtful", &[("what", words.text(text).into())]))?;
    }
    if findings.broken.is_empty() && findings.doubtful.is_empty() {
        out.toned(Tone::Good, &words.say("doctor-well"))?;
    }
    Ok(())
}

type Rows = Vec<(&'static str, String)>;

fn terminal(found: &TerminalFound, words: &Words, asks_link: bool) -> Rows {
    let or_unset = |value: &Option<String>| value.clone().unwrap_or_else(|| words.say("doctor-unset"));
    let end = |terminal| words.say(if terminal { "doctor-is-terminal" } else { "doctor-is-none" });
    let between = [("tmux", found.tmux), ("screen", found.screen), ("SSH", found.ssh)];
    let between: Vec<&str> = between.iter().filter(|(_, seen)| *seen).map(|(name, _)| *name).collect();
    let size = found.columns.zip(found.rows).map(|(columns, rows)| format!("{columns} x {rows}"));
    let mut rows = vec![
        ("doctor-term", or_unset(&found.term)),
        ("doctor-colorterm", or_unset(&found.colorterm)),
        ("doctor-size", size.unwrap_or_else(|| words.say("doctor-unknown"))),
        ("doctor-input", end(found.input)),
        ("doctor-output", end(found.output)),
        ("doctor-between", if between.is_empty() { words.say("doctor-nothing-seen") } else { between.join(", ") }),
    ];
    if asks_link {
        let time = found.round_trip_ms.map_or_else(|| words.say("doctor-no-answer"), time);
        rows.push(("doctor-link", time));
    }
    rows
}

fn decided(checkup: &Checkup, words: &Words) -> Rows {
    let colors = words.say(if checkup.colors { "doctor-yes" } else { "doctor-no" });
    let signs = if checkup.ascii { "ASCII" } else { "Unicode" };
    let config = if checkup.config_read { "doctor-config-read" } else { "doctor-config-none" };
    let file = checkup.config_file.display().to_string();
    let clock = if checkup.replayed { "doctor-clock-replayed" } else { "doctor-clock-real" };
    let clock = words.with(clock, &[("now", checkup.now.as_str().into()), ("zone", checkup.zone.as_str().into())]);
    let keys = [("count", checkup.own_keys.into())];
    vec![
        ("doctor-colors", because(words, &colors, &checkup.look_because.color.text())),
        ("doctor-signs", because(words, signs, &checkup.look_because.signs.text())),
        ("doctor-lang", because(words, checkup.lang, &checkup.lang_because.text())),
        ("doctor-config", words.with(config, &[("path", file.into())])),
        ("doctor-rules", checkup.rules.clone()),
        ("doctor-keys", words.with("doctor-keys-own", &keys)),
        ("doctor-now", clock),
    ]
}

fn because(words: &Words, what: &str, reason: &Text) -> String {
    words.with("doctor-because", &[("what", what.into()), ("reason", words.text(reason).into())])
}

fn store(found: &StoreFound, words: &Words) -> Rows {
    let mut rows = vec![("doctor-path", found.path.display().to_string())];
    if !found.exists && found.entries.is_none() {
        rows.push(("doctor-state", words.say("doctor-no-store")));
    }
    if let Some(folder) = &found.folder {
        let owner = if folder.owner_is_user { words.say("doctor-owner-you") } else { format!("uid {}", folder.owner) };
        let kind = folder.file_system.clone().unwrap_or_else(|| words.say("doctor-unknown"));
        rows.push(("doctor-owner", format!("{owner}, {}", folder.mode)));
        rows.push(("doctor-file-system", kind));
        rows.push(("doctor-bytes", words.with("doctor-kib", &[("count", whole(folder.bytes.div_ceil(1024)))])));
    }
    if found.encrypted {
        rows.push(("doctor-encrypted", words.say("doctor-yes")));
    }
    let backup = found.backup.clone().unwrap_or_else(|| words.say("doctor-no-backup"));
    rows.extend(found.exists.then_some(("doctor-backup", backup)));
    let Some(entries) = found.entries else { return rows };
    let holder = found.held_by.as_ref().map_or_else(
        || words.say("doctor-nobody"),
        |holder| {
            let (user, terminal, host) = (holder.user.as_str(), holder.terminal.as_str(), holder.host.as_str());
            let pid = holder.pid.to_string();
            words.with(
                "doctor-holder",
                &[("user", user.into()), ("pid", pid.into()), ("terminal", terminal.into()), ("host", host.into())],
            )
        },
    );
    rows.extend([
        ("doctor-held", holder),
        ("doctor-entries", words.with("doctor-count", &[("count", whole(entries))])),
        ("doctor-people", words.with("doctor-count", &[("count", found.people.unwrap_or_default().into())])),
        ("doctor-waiting", words.with("doctor-count", &[("count", found.drafts.into())])),
        ("doctor-sync", found.sync_ms.map_or_else(|| words.say("doctor-not-measured"), time)),
    ]);
    rows
}

fn whole(count: u64) -> crate::i18n::Arg {
    i64::try_from(count).unwrap_or(i64::MAX).into()
}

fn time(milliseconds: f64) -> String {
    format!("{milliseconds:.2} ms")
}
