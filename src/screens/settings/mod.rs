//! What holds in this process and where it comes from, to be read. It is settled in the configuration, by options and by
//! the environment; nothing is changed here.

pub mod draw;

use super::OnTop;
use crate::desk::command::{COMMANDS, Command, Place};
use crate::desk::editor::wrap;
use crate::desk::keymap::Keymap;
use crate::desk::list::{ListState, Move};
use crate::desk::{Desk, Ground};
use crate::domain::period::days_between;
use crate::domain::{Cadence, RuleSet};
use crate::i18n::{Lang, Text};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One line of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    Heading(String),
    /// A name and what holds; the name is empty where a longer text goes on.
    Fact(String, String),
    Blank,
}

/// Columns of the names before what holds.
pub const NAMES: usize = 20;
/// In a narrower terminal what holds stands under its name.
const BESIDE: u16 = 60;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SettingsPage {
    pub list: ListState,
}

impl OnTop for SettingsPage {
    fn place(&self) -> Place {
        Place::Settings
    }
    fn step(&mut self, desk: &mut Desk, movement: Move) {
        self.list.scroll(movement, lines(desk).len(), desk.body_rows());
    }
}

/// Whether what holds stands beside its name.
pub fn beside(desk: &Desk) -> bool {
    desk.size.columns >= BESIDE
}

/// The page in the present width, line by line.
pub fn lines(desk: &Desk) -> Vec<Line> {
    let beside = beside(desk);
    let width = usize::from(desk.size.columns.saturating_sub(4)) - if beside { NAMES } else { 0 };
    let mut lines = Vec::new();
    for (title, facts) in sections(desk) {
        if !lines.is_empty() {
            lines.push(Line::Blank);
        }
        lines.push(Line::Heading(desk.words.say(title)));
        for (name, fact) in facts {
            let mut name = desk.words.say(name);
            if !beside {
                lines.push(Line::Fact(std::mem::take(&mut name), String::new()));
            }
            let parts = wrap(&fact, width.max(1)).into_iter().map(|range| fact[range].trim_end().to_owned());
            lines.extend(parts.map(|part| Line::Fact(std::mem::take(&mut name), part)));
        }
    }
    lines
}

fn sections(desk: &Desk) -> [(&'static str, Facts); 5] {
    [
        ("settings-look", look_facts(desk)),
        ("settings-work", work_facts(desk)),
        ("settings-store", store_facts(desk)),
        ("settings-protection", protection_facts(desk)),
        ("settings-backups", backup_facts(desk)),
    ]
}

fn look_facts(desk: &Desk) -> Facts {
    let lang = desk.words.say(if desk.words.lang() == Lang::Id { "settings-lang-id" } else { "settings-lang-en" });
    let signs = if desk.look.ascii { "ASCII" } else { "Unicode" };
    vec![
        ("settings-lang", because(desk, lang, desk.settings.lang_because.as_ref())),
        ("settings-colors", because(desk, yes(desk, !desk.look.mono), desk.settings.color_because.as_ref())),
        ("settings-ground", because(desk, desk.words.say(ground(desk)), desk.settings.ground_because.as_ref())),
        ("settings-signs", because(desk, signs.to_owned(), desk.settings.signs_because.as_ref())),
        ("settings-plain", yes(desk, desk.look.plain)),
        ("settings-config", path_read(desk, &desk.settings.config_file, desk.settings.config_read)),
    ]
}

fn ground(desk: &Desk) -> &'static str {
    match desk.look.ground {
        Some(Ground::Dark) => "settings-ground-dark",
        Some(Ground::Light) => "settings-ground-light",
        None => "settings-ground-unknown",
    }
}

fn work_facts(desk: &Desk) -> Facts {
    let rules = &desk.office.rules;
    let (every, count) = match rules.cadence {
        Cadence::Weeks(n) => ("settings-every-weeks", usize::from(n)),
        Cadence::Months(n) => ("settings-every-months", usize::from(n)),
    };
    let own = rules.source != RuleSet::default().source;
    let source = if own { rules.source.clone() } else { desk.words.say("settings-source-built-in") };
    let file = desk.settings.rules_file.clone().unwrap_or_else(|| desk.words.say("settings-built-in"));
    vec![
        ("settings-rules", rules.name.clone()),
        ("settings-source", source),
        ("settings-rules-file", file),
        ("settings-cadence", desk.words.with(every, &[("count", count.into())])),
        ("settings-keys", own_keys(desk)),
    ]
}

fn store_facts(desk: &Desk) -> Facts {
    let entries = i64::try_from(desk.settings.entries).unwrap_or(i64::MAX);
    let mut facts = vec![
        ("settings-path", desk.settings.store.clone()),
        ("settings-entries", desk.words.with("settings-count", &[("count", entries.into())])),
    ];
    if desk.read_only {
        facts.push(("settings-access", desk.words.say("settings-read-only")));
    }
    facts
}

fn protection_facts(desk: &Desk) -> Facts {
    let minutes = usize::from(desk.settings.lock_minutes);
    let hides = match minutes {
        0 => desk.words.say("settings-never"),
        count => desk.words.with("settings-after-minutes", &[("count", count.into())]),
    };
    let key = desk.keymap.short(Command::Lock, desk.look.ascii).unwrap_or_else(|| desk.words.say("settings-none"));
    let opens = if desk.settings.asks_passphrase { "settings-opens-passphrase" } else { "settings-opens-key" };
    vec![
        ("settings-hides", hides),
        ("settings-hides-now", key),
        ("settings-opens", desk.words.say(opens)),
        ("settings-encrypted", yes(desk, desk.settings.encrypted)),
    ]
}

fn backup_facts(desk: &Desk) -> Facts {
    let Some(backups) = &desk.settings.backups else {
        return vec![("settings-place", desk.words.say("settings-no-backups"))];
    };
    let newest = backups.newest.map_or_else(|| desk.words.say("settings-none"), |at| moment_and_age(desk, at));
    vec![
        ("settings-place", backups.place.clone()),
        ("settings-newest", newest),
        ("settings-kept", desk.words.with("settings-count", &[("count", backups.count.into())])),
        ("settings-encrypted", yes(desk, backups.encrypted)),
    ]
}

fn moment_and_age(desk: &Desk, at: Timestamp) -> String {
    let zone = &desk.office.zone;
    let day = at.to_zoned(zone.clone()).date();
    let age = days_between(day, desk.office.today).max(0);
    let clock = desk.words.clock(at, zone);
    desk.words.with("settings-age", &[("day", day.into()), ("clock", clock.into()), ("days", age.into())])
}

/// Commands with keys that are not the table's: `session.start: s f5`.
fn own_keys(desk: &Desk) -> String {
    let table = Keymap::default();
    let own = COMMANDS.iter().filter(|row| desk.keymap.keys(row.command) != table.keys(row.command)).map(|row| {
        let keys: Vec<String> = desk.keymap.keys(row.command).iter().map(ToString::to_string).collect();
        let none = || desk.words.say("settings-none");
        format!("{}: {}", row.id, if keys.is_empty() { none() } else { keys.join(" ") })
    });
    let own: Vec<String> = own.collect();
    if own.is_empty() { desk.words.say("settings-none") } else { own.join(" · ") }
}

fn because(desk: &Desk, what: String, reason: Option<&Text>) -> String {
    match reason {
        Some(reason) => {
            desk.words.with("doctor-because", &[("what", what.into()), ("reason", desk.words.text(reason).into())])
        }
        None => what,
    }
}

fn path_read(desk: &Desk, path: &str, read: bool) -> String {
    desk.words.with(if read { "doctor-config-read" } else { "doctor-config-none" }, &[("path", path.into())])
}

fn yes(desk: &Desk, yes: bool) -> String {
    desk.words.say(if yes { "doctor-yes" } else { "doctor-no" })
}

/// Identifiers of names with what holds.
type Facts = Vec<(&'static str, String)>;
