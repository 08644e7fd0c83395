//! The configuration file: what may stand in it, and errors that name the place. Reads text, not the file system;
//! finding the file is the command line's.

mod holidays;
mod paper;
mod rules;

use crate::domain::language::nearest::nearest;
pub use holidays::parse_holidays;
pub use paper::PaperRules;
pub use rules::parse_rules;

use crate::domain::{Cadence, RuleSet};
use crate::i18n::{Lang, Text};
use jiff::civil::Date;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use thiserror::Error;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What the user has settled for good. `None` and empty mean: nothing said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    pub lang: Option<Lang>,
    /// Directory of the store.
    pub store: Option<PathBuf>,
    /// Words instead of marks, no colours, no drawing.
    pub plain: bool,
    /// Only ASCII marks.
    pub ascii: bool,
    pub color: Color,
    /// What the terminal's background is; asked for if nothing is said.
    pub background: Background,
    /// Rhythm of sessions where nobody set another.
    pub cadence: Option<Cadence>,
    /// Minutes without a key after which the screen hides; 0 is never.
    pub lock_minutes: Option<u16>,
    /// Movable holidays and collective leave of the agency.
    pub holidays: Vec<Date>,
    /// Rule set of the agency, instead of the built-in one.
    pub rules_file: Option<PathBuf>,
    pub keys: Vec<KeyBinding>,
    /// File with what opens an encrypted store.
    pub identity: Option<PathBuf>,
    pub backups: BackupRules,
    pub paper: PaperRules,
}

/// Backups that the program makes by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupRules {
    /// Beside the store if nothing is said.
    pub dir: Option<PathBuf>,
    /// At most so often; 0 is never.
    pub days: u16,
    /// So many stay.
    pub kept: u16,
}

impl Default for BackupRules {
    fn default() -> Self {
        BackupRules { dir: None, days: 1, kept: 7 }
    }
}

/// When colours are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Color {
    /// On a terminal that can.
    #[default]
    Auto,
    Never,
    Always,
}

/// What the terminal's background is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Background {
    /// What the terminal says, or said the last time.
    #[default]
    Auto,
    Dark,
    Light,
}

/// `"session.close" = ["ctrl-s"]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyBinding {
    /// Identifier in the table of commands.
    pub command: String,
    pub keys: Vec<String>,
    /// Where it stands in the file, from 1.
    pub line: usize,
}

/// What is wrong with a configuration or rule file.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ConfigError {
    #[error("{}: {reason}", .file.display())]
    Unreadable { file: PathBuf, reason: String },
    /// A pipe or a device.
    #[error("{}: no ordinary file", .file.display())]
    NoFile { file: PathBuf },
    /// In MiB.
    #[error("{}: larger than {most} MiB", .file.display())]
    TooLarge { file: PathBuf, most: u64 },
    #[error("{}: no text", .file.display())]
    NoText { file: PathBuf },
    #[error("{}:{line}: {reason}", .file.display())]
    Syntax { file: PathBuf, line: usize, reason: String },
    #[error("{}:{line}: unknown key {key}", .file.display())]
    UnknownKey { file: PathBuf, line: usize, key: String, nearest: Option<String> },
    /// `expected` is a message that says what may stand there.
    #[error("{}:{line}: {key} can't be {found}", .file.display())]
    WrongValue { file: PathBuf, line: usize, key: String, found: String, expected: &'static str },
}

impl ConfigError {
    /// What happened, for the user.
    pub fn message(&self) -> Text {
        let place = |file: &Path, line: usize| [("file", file.display().to_string().into()), ("line", line.into())];
        match self {
            ConfigError::Unreadable { file, reason } => Text::with(
                "config-unreadable",
                [("file", file.display().to_string().into()), ("reason", reason.clone().into())],
            ),
            ConfigError::NoFile { file } => Text::with("config-no-file", [("file", file.display().to_string().into())]),
            ConfigError::TooLarge { file, most } => {
                let most = i64::try_from(*most).unwrap_or(i64::MAX);
                Text::with("config-too-large", [("file", file.display().to_string().into()), ("most", most.into())])
            }
            ConfigError::NoText { file } => Text::with("config-no-text", [("file", file.display().to_string().into())]),
            ConfigError::Syntax { file, line, reason } => {
                let [f, l] = place(file, *line);
                Text::with("config-syntax", [f, l, ("reason", reason.clone().into())])
            }
            ConfigError::UnknownKey { file, line, key, .. } => {
                let [f, l] = place(file, *line);
                Text::with("config-unknown-key", [f, l, ("key", key.clone().into())])
            }
            ConfigError::WrongValue { file, line, key, found, .. } => {
                let [f, l] = place(file, *line);
                Text::with("config-wrong-value", [f, l, ("key", key.clone().into()), ("found", found.clone().into())])
            }
        }
    }

    /// What to do about it.
    pub fn hint(&self) -> Option<Text> {
        match self {
            ConfigError::UnknownKey { nearest: Some(known), .. } => {
                Some(Text::with("config-nearest", [("key", known.clone().into())]))
            }
            ConfigError::WrongValue { expected, .. } => Some(Text::plain(expected)),
            _ => None,
        }
    }
}

const KNOWN: [&str; 14] = [
    "lang",
    "store",
    "plain",
    "ascii",
    "color",
    "background",
    "cadence",
    "lock_minutes",
    "holidays",
    "keys",
    "rules",
    "identity",
    "backups",
    "paper",
];
/// Minutes without a key after which the screen hides where nobody said otherwise.
const LOCK_MINUTES: u16 = 10;
/// A day: who wants longer wants never.
const LOCK_MINUTES_MOST: u16 = 1440;

impl Config {
    /// Reads the text of `file`. Relative paths in it start where the file lies.
    pub fn parse(text: &str, file: &Path) -> Result<Config, ConfigError> {
        let place = Place { text, file };
        let table = place.table(text)?;
        let mut config = Config::default();
        for (key, value) in table.get_ref().iter() {
            let name = key.get_ref().as_ref();
            let field = Field { place: &place, key: name.to_owned(), at: key.span().start, value };
            match name {
                "lang" => config.lang = Some(field.word("expected-lang", |s| s.parse().ok().filter(|_| s.len() == 2))?),
                "store" => config.store = Some(field.path()?),
                "plain" => config.plain = field.flag()?,
                "ascii" => config.ascii = field.flag()?,
                "color" => config.color = field.word("expected-color", color)?,
                "background" => config.background = field.word("expected-background", background)?,
                "cadence" => config.cadence = Some(field.word("expected-cadence", |s| s.parse().ok())?),
                "lock_minutes" => config.lock_minutes = Some(field.number("expected-minutes", 0..=LOCK_MINUTES_MOST)?),
                "holidays" => config.holidays = field.days()?,
                "keys" => keys(&field, "", &mut config.keys)?,
                "identity" => config.identity = Some(field.path()?),
                "backups" => config.backups = backups(&field)?,
                "paper" => config.paper = paper::paper(&field)?,
                "rules" => config.rules_file = rules_file(&field)?,
                _ => return Err(place.unknown(name, key.span().start, "", &KNOWN)),
            }
        }
        Ok(config)
    }

    /// The language in a file that may be wrong otherwise: for saying what is wrong with it.
    pub fn lang_of(text: &str) -> Option<Lang> {
        let (table, _) = DeTable::parse_recoverable(text);
        table.get_ref().get("lang").and_then(|value| value.get_ref().as_str()?.parse().ok())
    }

    /// Refuses bindings of commands that don't exist.
    pub fn check_commands(&self, file: &Path, known: &[&str]) -> Result<(), ConfigError> {
        match self.keys.iter().find(|binding| !known.contains(&binding.command.as_str())) {
            None => Ok(()),
            Some(KeyBinding { command, line, .. }) => Err(ConfigError::UnknownKey {
                file: file.to_owned(),
                line: *line,
                key: format!("keys.\"{command}\""),
                nearest: nearest(command, known).map(str::to_owned),
            }),
        }
    }

    /// Minutes without a key after which the screen hides; 0 is never.
    pub fn lock_minutes(&self) -> u16 {
        self.lock_minutes.unwrap_or(LOCK_MINUTES)
    }

    /// The rule set with what this file says about holidays and rhythm.
    pub fn adjust(&self, mut rules: RuleSet) -> RuleSet {
        rules.holidays.extend(self.holidays.iter().copied());
        rules.cadence = self.cadence.unwrap_or(rules.cadence);
        rules
    }
}

fn color(word: &str) -> Option<Color> {
    match word {
        "auto" => Some(Color::Auto),
        "never" => Some(Color::Never),
        "always" => Some(Color::Always),
        _ => None,
    }
}

fn background(word: &str) -> Option<Background> {
    match word {
        "auto" => Some(Background::Auto),
        "dark" => Some(Background::Dark),
        "light" => Some(Background::Light),
        _ => None,
    }
}

/// `"session.close" = ["x"]` and `session.close = ["x"]` mean the same.
fn keys(field: &Field<'_, '_>, prefix: &str, out: &mut Vec<KeyBinding>) -> Result<(), ConfigError> {
    for (key, value) in field.table()?.iter() {
        let command = format!("{prefix}{}", key.get_ref());
        let inner = Field { place: field.place, key: format!("keys.{command}"), at: key.span().start, value };
        if value.get_ref().is_table() {
            keys(&inner, &format!("{command}."), out)?;
        } else {
            out.push(KeyBinding { command, keys: inner.words()?, line: field.place.line(key.span().start) });
        }
    }
    Ok(())
}

fn backups(field: &Field<'_, '_>) -> Result<BackupRules, ConfigError> {
    let mut rules = BackupRules::default();
    for (key, value) in field.table()?.iter() {
        let name = key.get_ref().as_ref();
        let inner = Field { place: field.place, key: format!("backups.{name}"), at: key.span().start, value };
        match name {
            "dir" => rules.dir = Some(inner.path()?),
            "days" => rules.days = inner.number("expected-backup-days", 0..=366)?,
            "kept" => rules.kept = inner.number("expected-backups-kept", 1..=999)?,
            _ => return Err(field.place.unknown(name, key.span().start, "backups.", &["dir", "days", "kept"])),
        }
    }
    Ok(rules)
}

fn rules_file(field: &Field<'_, '_>) -> Result<Option<PathBuf>, ConfigError> {
    let mut file = None;
    for (key, value) in field.table()?.iter() {
        if key.get_ref() != "file" {
            return Err(field.place.unknown(key.get_ref(), key.span().start, "rules.", &["file"]));
        }
        let inner = Field { place: field.place, key: "rules.file".to_owned(), at: key.span().start, value };
        file = Some(inner.path()?);
    }
    Ok(file)
}

/// A file and its text, to say where something stands.
struct Place<'a> {
    text: &'a str,
    file: &'a Path,
}

impl<'a> Place<'a> {
    fn table(&self, text: &'a str) -> Result<Spanned<DeTable<'a>>, ConfigError> {
        DeTable::parse(text).map_err(|error| self.syntax(&error))
    }

    fn syntax(&self, error: &toml::de::Error) -> ConfigError {
        let line = self.line(error.span().map_or(0, |span| span.start));
        ConfigError::Syntax { file: self.file.to_owned(), line, reason: error.message().replace('\n', "; ") }
    }

    fn line(&self, at: usize) -> usize {
        self.text.as_bytes().iter().take(at).filter(|b| **b == b'\n').count() + 1
    }

    fn unknown(&self, key: &str, at: usize, prefix: &str, known: &[&str]) -> ConfigError {
        ConfigError::UnknownKey {
            file: self.file.to_owned(),
            line: self.line(at),
            key: format!("{prefix}{key}"),
            nearest: nearest(key, known).map(|found| format!("{prefix}{found}")),
        }
    }
}

/// One key with its value.
struct Field<'p, 'v> {
    place: &'p Place<'p>,
    key: String,
    at: usize,
    value: &'v Spanned<DeValue<'v>>,
}

impl<'v> Field<'_, 'v> {
    fn wrong(&self, expected: &'static str) -> ConfigError {
        let found = self.place.text.get(self.value.span()).unwrap_or_default();
        ConfigError::WrongValue {
            file: self.place.file.to_owned(),
            line: self.place.line(self.at),
            key: self.key.clone(),
            found: crate::domain::language::clean::clean_line(found),
            expected,
        }
    }

    fn flag(&self) -> Result<bool, ConfigError> {
        self.value.get_ref().as_bool().ok_or_else(|| self.wrong("expected-flag"))
    }

    fn number(&self, expected: &'static str, range: RangeInclusive<u16>) -> Result<u16, ConfigError> {
        let written = self.value.get_ref().as_integer();
        let number = written.and_then(|n| u16::from_str_radix(n.as_str(), n.radix()).ok());
        number.filter(|number| range.contains(number)).ok_or_else(|| self.wrong(expected))
    }

    fn word<T>(&self, expected: &'static str, read: impl Fn(&str) -> Option<T>) -> Result<T, ConfigError> {
        self.value.get_ref().as_str().and_then(read).ok_or_else(|| self.wrong(expected))
    }

    fn path(&self) -> Result<PathBuf, ConfigError> {
        let written = self.word("expected-path", |s| (!s.trim().is_empty()).then(|| PathBuf::from(s)))?;
        // A leading ~ is left for whoever knows the home directory.
        let here = self.place.file.parent().filter(|_| !written.starts_with("~"));
        Ok(here.map_or(written.clone(), |dir| dir.join(&written)))
    }

    fn table(&self) -> Result<&'v DeTable<'v>, ConfigError> {
        self.value.get_ref().as_table().ok_or_else(|| self.wrong("expected-table"))
    }

    /// One word or a list of words.
    fn words(&self) -> Result<Vec<String>, ConfigError> {
        let value = self.value.get_ref();
        if let Some(one) = value.as_str() {
            return Ok(vec![one.to_owned()]);
        }
        let list = value.as_array().ok_or_else(|| self.wrong("expected-words"))?;
        list.iter().map(|v| v.get_ref().as_str().map(str::to_owned).ok_or_else(|| self.wrong("expected-words"))).collect()
    }

    /// Days, as TOML dates or as text.
    fn days(&self) -> Result<Vec<Date>, ConfigError> {
        let list = self.value.get_ref().as_array().ok_or_else(|| self.wrong("expected-days"))?;
        let day = |value: &DeValue<'_>| match value {
            DeValue::String(text) => text.parse().ok(),
            DeValue::Datetime(day) if day.time.is_none() => day.to_string().parse().ok(),
            _ => None,
        };
        let read = |v: &'v Spanned<DeValue<'v>>| {
            let at = Field { place: self.place, key: self.key.clone(), at: v.span().start, value: v };
            day(v.get_ref()).ok_or_else(|| at.wrong("expected-days"))
        };
        list.iter().map(read).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn parse(text: &str) -> Result<Config, ConfigError> {
        Config::parse(text, Path::new("/etc/bina/config.toml"))
    }

    #[test]
    fn everything_that_may_stand_in_the_file_is_read() {
        let config = parse(
            "lang = \"en\"\nstore = \"data\"\nplain = true\nascii = true\ncolor = \"never\"\nbackground = \"light\"\ncadence = \"2w\"\nlock_minutes = 5\n\
             holidays = [2026-03-20, \"2026-03-23\"]\n[keys]\n\"session.close\" = [\"ctrl-x\"]\nnote.new = \"n\"\n\
             [rules]\nfile = \"/srv/rules.toml\"\n",
        )
        .unwrap();
        assert_eq!(config.lang, Some(Lang::En));
        assert_eq!(config.store, Some(PathBuf::from("/etc/bina/data")), "relative to the file");
        assert!(config.plain && config.ascii);
        assert_eq!((config.color, config.cadence), (Color::Never, Some(Cadence::Weeks(2))));
        assert_eq!(config.background, Background::Light);
        assert_eq!(parse("background = \"auto\"").unwrap().background, Background::Auto);
        assert_eq!((config.lock_minutes(), Config::default().lock_minutes()), (5, 10));
        assert_eq!(config.holidays, [date(2026, 3, 20), date(2026, 3, 23)]);
        let mut keys = config.keys.clone();
        keys.sort_by_key(|k| k.line);
        assert_eq!(keys[0], KeyBinding { command: "session.close".into(), keys: vec!["ctrl-x".into()], line: 11 });
        assert_eq!(keys[1], KeyBinding { command: "note.new".into(), keys: vec!["n".into()], line: 12 });
        assert_eq!(config.rules_file, Some(PathBuf::from("/srv/rules.toml")));
        assert_eq!(parse("").unwrap(), Config::default());
    }

    #[test]
    fn an_unknown_key_is_refused_with_its_line_and_the_nearest_known_one() {
        let error = parse("lang = \"id\"\n\nholiday = []\n").unwrap_err();
        let file = PathBuf::from("/etc/bina/config.toml");
        let nearest = Some("holidays".to_owned());
        assert_eq!(error, ConfigError::UnknownKey { file, line: 3, key: "holiday".into(), nearest });
        let nested = parse("[rules]\nfiel = \"x\"\n").unwrap_err();
        assert!(matches!(nested, ConfigError::UnknownKey { line: 2, nearest: Some(n), .. } if n == "rules.file"));
        let far = parse("zzzzzzzz = 1\n").unwrap_err();
        assert!(matches!(far, ConfigError::UnknownKey { nearest: None, .. }));
    }

    #[test]
    fn a_wrong_value_names_line_key_and_what_may_stand_there() {
        for (text, line, key, expected) in [
            ("lang = \"fr\"", 1, "lang", "expected-lang"),
            ("\nplain = \"yes\"", 2, "plain", "expected-flag"),
            ("cadence = \"often\"", 1, "cadence", "expected-cadence"),
            ("holidays = [\n 2026-01-01,\n \"soon\"]", 3, "holidays", "expected-days"),
            ("[keys]\n\"a.b\" = 1", 2, "keys.a.b", "expected-words"),
            ("lock_minutes = \"10\"", 1, "lock_minutes", "expected-minutes"),
            ("lock_minutes = -1", 1, "lock_minutes", "expected-minutes"),
            ("lock_minutes = 1441", 1, "lock_minutes", "expected-minutes"),
            ("color = 3", 1, "color", "expected-color"),
            ("background = \"grey\"", 1, "background", "expected-background"),
        ] {
            match parse(text).unwrap_err() {
                ConfigError::WrongValue { line: l, key: k, expected: e, .. } => {
                    assert_eq!((l, k.as_str(), e), (line, key, expected))
                }
                other => panic!("{text}: {other:?}"),
            }
        }
    }

    #[test]
    fn broken_toml_names_the_line() {
        assert!(matches!(parse("lang = \"id\"\nplain =\n").unwrap_err(), ConfigError::Syntax { line: 2, .. }));
        assert_eq!(Config::lang_of("lang = \"en\"\nplain =\n"), Some(Lang::En), "to say so in the user's language");
        assert!(matches!(parse("a").unwrap_err(), ConfigError::Syntax { line: 1, .. }));
    }

    #[test]
    fn a_binding_of_a_command_that_does_not_exist_is_refused() {
        let config = parse("[keys]\n\"sesion.close\" = \"x\"\n").unwrap();
        let error = config.check_commands(Path::new("c"), &["session.close", "note.new"]).unwrap_err();
        assert!(matches!(error, ConfigError::UnknownKey { line: 2, nearest: Some(n), .. } if n == "session.close"));
    }
}
