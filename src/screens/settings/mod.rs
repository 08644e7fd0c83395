//! What holds in this process and where it comes from, to be read. It is settled in the configuration, by options and by
//! the environment; nothing is changed here.

pub mod draw;

use crate::app::App;
use crate::desk::command::{COMMANDS, Command};
use crate::desk::editor::wrap;
use crate::desk::keymap::Keymap;
use crate::domain::period::days_between;
use crate::domain::{Cadence, RuleSet};
use crate::i18n::{Lang, Text};
use jiff::Timestamp;

/// What the interface can't know by itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// Why language, colours and signs are as they are.
    pub lang_because: Option<Text>,
    pub color_because: Option<Text>,
    pub signs_because: Option<Text>,
    /// Where the configuration was looked for, and whether it was there.
    pub config_file: String,
    pub config_read: bool,
    /// The agency's own rules, if there are some.
    pub rules_file: Option<String>,
    /// The directory of the store.
    pub store: String,
    /// The store asks for a passphrase.
    pub encrypted: bool,
    /// A hidden screen does, too: it has one.
    pub asks_passphrase: bool,
    /// The screen hides after so many minutes without a key; 0 is never.
    pub lock_minutes: u16,
    /// Entries of the journal; commits of this process are counted in.
    pub entries: u64,
    /// `None` if nothing is backed up by itself.
    pub backups: Option<BackupFacts>,
}

/// What is known of the backups.
#[derive(Clone, Debug, PartialEq)]
pub struct BackupFacts {
    pub place: String,
    pub newest: Option<Timestamp>,
    pub count: usize,
    pub encrypted: bool,
}

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

impl App {
    /// Whether what holds stands beside its name.
    pub fn settings_beside(&self) -> bool {
        self.size.columns >= BESIDE
    }

    /// The page in the present width, line by line.
    pub fn settings_lines(&self) -> Vec<Line> {
        let beside = self.settings_beside();
        let width = usize::from(self.size.columns.saturating_sub(4)) - if beside { NAMES } else { 0 };
        let mut lines = Vec::new();
        for (title, facts) in self.settings_sections() {
            if !lines.is_empty() {
                lines.push(Line::Blank);
            }
            lines.push(Line::Heading(self.words.say(title)));
            for (name, fact) in facts {
                let mut name = self.words.say(name);
                if !beside {
                    lines.push(Line::Fact(std::mem::take(&mut name), String::new()));
                }
                let parts = wrap(&fact, width.max(1)).into_iter().map(|range| fact[range].trim_end().to_owned());
                lines.extend(parts.map(|part| Line::Fact(std::mem::take(&mut name), part)));
            }
        }
        lines
    }

    pub(crate) fn settings_sections(&self) -> [(&'static str, Facts); 5] {
        [
            ("settings-look", self.look_facts()),
            ("settings-work", self.work_facts()),
            ("settings-store", self.store_facts()),
            ("settings-protection", self.protection_facts()),
            ("settings-backups", self.backup_facts()),
        ]
    }

    pub(crate) fn look_facts(&self) -> Facts {
        let lang = self.words.say(if self.words.lang() == Lang::Id { "settings-lang-id" } else { "settings-lang-en" });
        let signs = if self.look.ascii { "ASCII" } else { "Unicode" };
        vec![
            ("settings-lang", self.because(lang, self.settings.lang_because.as_ref())),
            ("settings-colors", self.because(self.yes(!self.look.mono), self.settings.color_because.as_ref())),
            ("settings-signs", self.because(signs.to_owned(), self.settings.signs_because.as_ref())),
            ("settings-plain", self.yes(self.look.plain)),
            ("settings-config", self.path_read(&self.settings.config_file, self.settings.config_read)),
        ]
    }

    pub(crate) fn work_facts(&self) -> Facts {
        let rules = &self.office.rules;
        let (every, count) = match rules.cadence {
            Cadence::Weeks(n) => ("settings-every-weeks", usize::from(n)),
            Cadence::Months(n) => ("settings-every-months", usize::from(n)),
        };
        let own = rules.source != RuleSet::default().source;
        let source = if own { rules.source.clone() } else { self.words.say("settings-source-built-in") };
        let file = self.settings.rules_file.clone().unwrap_or_else(|| self.words.say("settings-built-in"));
        vec![
            ("settings-rules", rules.name.clone()),
            ("settings-source", source),
            ("settings-rules-file", file),
            ("settings-cadence", self.words.with(every, &[("count", count.into())])),
            ("settings-keys", self.own_keys()),
        ]
    }

    pub(crate) fn store_facts(&self) -> Facts {
        let entries = i64::try_from(self.settings.entries).unwrap_or(i64::MAX);
        let mut facts = vec![
            ("settings-path", self.settings.store.clone()),
            ("settings-entries", self.words.with("settings-count", &[("count", entries.into())])),
        ];
        if self.read_only {
            facts.push(("settings-access", self.words.say("settings-read-only")));
        }
        facts
    }

    pub(crate) fn protection_facts(&self) -> Facts {
        let minutes = usize::from(self.settings.lock_minutes);
        let hides = match minutes {
            0 => self.words.say("settings-never"),
            count => self.words.with("settings-after-minutes", &[("count", count.into())]),
        };
        let key = self.keymap.short(Command::Lock, self.look.ascii).unwrap_or_else(|| self.words.say("settings-none"));
        let opens = if self.settings.asks_passphrase { "settings-opens-passphrase" } else { "settings-opens-key" };
        vec![
            ("settings-hides", hides),
            ("settings-hides-now", key),
            ("settings-opens", self.words.say(opens)),
            ("settings-encrypted", self.yes(self.settings.encrypted)),
        ]
    }

    pub(crate) fn backup_facts(&self) -> Facts {
        let Some(backups) = &self.settings.backups else {
            return vec![("settings-place", self.words.say("settings-no-backups"))];
        };
        let newest = backups.newest.map_or_else(|| self.words.say("settings-none"), |at| self.moment_and_age(at));
        vec![
            ("settings-place", backups.place.clone()),
            ("settings-newest", newest),
            ("settings-kept", self.words.with("settings-count", &[("count", backups.count.into())])),
            ("settings-encrypted", self.yes(backups.encrypted)),
        ]
    }

    pub(crate) fn moment_and_age(&self, at: Timestamp) -> String {
        let zone = &self.office.zone;
        let day = at.to_zoned(zone.clone()).date();
        let age = days_between(day, self.office.today).max(0);
        let clock = self.words.clock(at, zone);
        self.words.with("settings-age", &[("day", day.into()), ("clock", clock.into()), ("days", age.into())])
    }

    /// Commands with keys that are not the table's: `session.start: s f5`.
    pub(crate) fn own_keys(&self) -> String {
        let table = Keymap::default();
        let own = COMMANDS.iter().filter(|row| self.keymap.keys(row.command) != table.keys(row.command)).map(|row| {
            let keys: Vec<String> = self.keymap.keys(row.command).iter().map(ToString::to_string).collect();
            let none = || self.words.say("settings-none");
            format!("{}: {}", row.id, if keys.is_empty() { none() } else { keys.join(" ") })
        });
        let own: Vec<String> = own.collect();
        if own.is_empty() { self.words.say("settings-none") } else { own.join(" · ") }
    }

    pub(crate) fn because(&self, what: String, reason: Option<&Text>) -> String {
        match reason {
            Some(reason) => {
                self.words.with("doctor-because", &[("what", what.into()), ("reason", self.words.text(reason).into())])
            }
            None => what,
        }
    }

    pub(crate) fn path_read(&self, path: &str, read: bool) -> String {
        self.words.with(if read { "doctor-config-read" } else { "doctor-config-none" }, &[("path", path.into())])
    }

    pub(crate) fn yes(&self, yes: bool) -> String {
        self.words.say(if yes { "doctor-yes" } else { "doctor-no" })
    }
}

/// Identifiers of names with what holds.
type Facts = Vec<(&'static str, String)>;
