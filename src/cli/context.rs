//! What every command knows: where the store is, which day it is, in which language to speak, by which rules.

use super::failure::{Failure, Kind};
use super::global::Global;
use super::zone;
use crate::config::{Config, ConfigError, parse_holidays, parse_rules};
use crate::domain::calendar::ListOrigin;
use crate::domain::language::dates;
use crate::domain::{Actor, IdSource, Refusal, Roster, RuleSet};
use crate::i18n::{Lang, Text, Words};
use crate::runtime::store_words::reason_of;
use crate::store::{Backups, Seal};
use etcetera::BaseStrategy;
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use rustix::fs::OFlags;
use std::cell::OnceCell;
use std::ffi::OsString;
use std::hash::{BuildHasher, Hasher};
use std::io::{ErrorKind, Read};
use std::os::unix::fs::{FileTypeExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

pub struct Context {
    pub store_dir: PathBuf,
    pub today: Date,
    /// The day was asked for, and is not the real one.
    pub replayed: bool,
    /// The present instant; with `--today` the same time of that day.
    pub now: Timestamp,
    pub zone: TimeZone,
    pub lang: Lang,
    pub lang_because: LangReason,
    pub words: Words,
    pub rules: RuleSet,
    /// The login, until a roster says who it is: see [`Context::actor_of`].
    pub actor: Actor,
    pub json: bool,
    pub plain: bool,
    /// Only look, also while somebody else has the store.
    pub read_only: bool,
    /// What opens the store without a passphrase.
    pub identity: Option<PathBuf>,
    /// The seal of the store, once it was asked for.
    pub unlocked: OnceCell<Seal>,
    pub config: Config,
    /// Where the configuration was looked for.
    pub config_file: PathBuf,
}

impl Context {
    /// From options, environment and configuration, in this order of weight.
    pub fn new(global: &Global) -> Result<Context, Failure> {
        let config_file = config_file(global)?;
        let config = read_config(&config_file, global.config.is_some())?;
        Context::with(global, config, config_file)
    }

    /// As if there were no configuration: for looking around when it is broken.
    pub fn without_configuration(global: &Global) -> Result<Context, Failure> {
        Context::with(global, Config::default(), config_file(global)?)
    }

    fn with(global: &Global, config: Config, config_file: PathBuf) -> Result<Context, Failure> {
        let zone = zone::here();
        let (today, now) = moment(global.today.as_deref(), present()?, &zone)?;
        let (lang, lang_because) = chosen_lang(global, &config);
        Ok(Context {
            store_dir: store_dir(global, &config)?,
            today,
            replayed: global.today.as_deref().is_some_and(|t| !t.trim().is_empty()),
            now,
            zone,
            lang,
            lang_because,
            words: Words::new(lang),
            rules: config.adjust(read_rules(&config)?),
            actor: Actor { name: login(), ..Actor::default() },
            json: global.json,
            plain: global.plain || config.plain,
            read_only: global.read_only,
            identity: identity(global, &config)?,
            unlocked: OnceCell::new(),
            config,
            config_file,
        })
    }

    /// Who acts, as the store knows the user.
    pub fn actor_of(&self, roster: &Roster) -> Actor {
        match roster.me() {
            Some(me) => Actor { name: me.name.full(), person: Some(me.id), capacity: roster.profile.capacity },
            None => self.actor.clone(),
        }
    }

    /// Where bina's own backups lie.
    pub fn backups(&self) -> Result<Backups, Failure> {
        let elsewhere = self.config.backups.dir.as_deref().map(at_home).transpose()?;
        Ok(Backups::of(&self.store_dir, elsewhere.as_deref(), usize::from(self.config.backups.kept)))
    }

    /// Every place in which bina's own backups may lie.
    pub fn backup_places(&self) -> Result<Vec<Backups>, Failure> {
        let elsewhere = self.config.backups.dir.as_deref().map(at_home).transpose()?;
        Ok(Backups::all(&self.store_dir, elsewhere.as_deref(), usize::from(self.config.backups.kept)))
    }

    /// The day that is replayed instead of the real one.
    pub fn replayed_day(&self) -> Option<Date> {
        self.replayed.then_some(self.today)
    }

    /// A source of identifiers that nobody can foretell.
    pub fn ids(&self) -> IdSource {
        // The standard library seeds its hash maps from the operating system.
        let mut hasher = std::hash::RandomState::new().build_hasher();
        hasher.write_i128(self.now.as_nanosecond());
        hasher.write_u32(std::process::id());
        IdSource::seeded(hasher.finish())
    }
}

/// The language for what is said before the configuration could be read: help and complaints about options.
pub fn early_lang(args: &[OsString]) -> Lang {
    let args: Vec<&str> = args.iter().skip(1).filter_map(|a| a.to_str()).take_while(|a| *a != "--").collect();
    let value = |name: &str| {
        let with_sign = format!("{name}=");
        args.iter().enumerate().find_map(|(i, arg)| match arg.strip_prefix(with_sign.as_str()) {
            Some(value) => Some(value),
            None if *arg == name => args.get(i + 1).copied(),
            None => None,
        })
    };
    let (lang, config) = (value("--lang").map(str::to_owned), value("--config").map(PathBuf::from));
    let global = Global { lang, config, ..Global::default() };
    let configured = || Config::lang_of(&read_text(&config_file(&global).ok()?).ok()?);
    option_lang(global.lang.as_deref()).or_else(configured).unwrap_or_else(locale_lang)
}

/// What decided between languages.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LangReason {
    Option,
    Configuration,
    /// The first locale variable that says something, and what.
    Variable(&'static str, String),
    /// Nobody said anything.
    Default,
}

impl LangReason {
    pub fn text(&self) -> Text {
        match self {
            LangReason::Option => Text::plain("doctor-by-option"),
            LangReason::Configuration => Text::plain("doctor-by-config"),
            LangReason::Variable(name, value) => by_variable(name, value),
            LangReason::Default => Text::plain("doctor-by-no-locale"),
        }
    }
}

/// A variable of the environment decided.
pub fn by_variable(name: &str, value: &str) -> Text {
    Text::with("doctor-by-variable", [("name", name.into()), ("value", value.into())])
}

pub fn chosen_lang(global: &Global, config: &Config) -> (Lang, LangReason) {
    if let Some(lang) = option_lang(global.lang.as_deref()) {
        return (lang, LangReason::Option);
    }
    if let Some(lang) = config.lang {
        return (lang, LangReason::Configuration);
    }
    let reason = locale(&MESSAGES).map_or(LangReason::Default, |(name, value)| LangReason::Variable(name, value));
    (locale_lang(), reason)
}

fn option_lang(option: Option<&str>) -> Option<Lang> {
    option.and_then(|lang| lang.parse().ok())
}

/// The first of the locale variables that says something decides, as everywhere.
fn locale_lang() -> Lang {
    locale(&MESSAGES).and_then(|(_, value)| value.parse().ok()).unwrap_or_default()
}

/// The locale variables about messages, in order of weight.
const MESSAGES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The first of these variables that says something.
pub fn locale(names: &[&'static str]) -> Option<(&'static str, String)> {
    names.iter().find_map(|name| Some((*name, std::env::var(name).ok().filter(|value| !value.is_empty())?)))
}

/// What the clock of this machine says, if that can be the time of anything that is recorded.
fn present() -> Result<Timestamp, Failure> {
    let clock = std::time::SystemTime::now();
    let now = Timestamp::try_from(clock).ok().filter(|now| now.as_second() >= 0);
    now.ok_or_else(|| Failure::refused("failure-clock", []).hint(Text::plain("cli-hint-clock")))
}

/// The day asked for, with the present time of day.
fn moment(asked: Option<&str>, now: Timestamp, zone: &TimeZone) -> Result<(Date, Timestamp), Failure> {
    let local = now.to_zoned(zone.clone());
    let Some(text) = asked.map(str::trim).filter(|t| !t.is_empty()) else {
        return Ok((local.date(), now));
    };
    let day = date("--today", text)?;
    let then = day.to_datetime(local.time()).to_zoned(zone.clone()).map(|at| at.timestamp());
    Ok((day, then.map_err(|_| not_a_date("--today", text))?))
}

/// An ISO date given as `arg`.
pub fn date(arg: &str, text: &str) -> Result<Date, Failure> {
    // Years of four digits only: what follows is arithmetic with spans.
    text.parse::<Date>().ok().filter(|d| (1900..=9000).contains(&d.year())).ok_or_else(|| not_a_date(arg, text))
}

/// A coming day, in ISO or in words: `besok`, `senin depan`.
pub fn coming_day(arg: &str, text: &str, today: Date) -> Result<Date, Failure> {
    date(arg, text).or_else(|no_date| crate::domain::language::dates::parse_future(text, today).ok_or(no_date))
}

fn not_a_date(arg: &str, text: &str) -> Failure {
    Failure::usage("usage-date", [("arg", arg.into()), ("value", text.into())])
}

fn home_missing() -> Failure {
    Failure::new(Kind::Configuration, Text::plain("failure-no-home")).hint(Text::plain("cli-hint-no-home"))
}

fn base() -> Result<etcetera::base_strategy::Xdg, Failure> {
    etcetera::base_strategy::Xdg::new().map_err(|_| home_missing())
}

/// Where a program may remember what nobody would miss; `None` where there is no home.
pub fn state_dir() -> Option<PathBuf> {
    Some(base().ok()?.state_dir()?.join("bina"))
}

fn config_file(global: &Global) -> Result<PathBuf, Failure> {
    match &global.config {
        Some(file) => at_home(file),
        None => Ok(base()?.config_dir().join("bina").join("config.toml")),
    }
}

/// A missing default file says nothing; a missing file that was named is an error.
fn read_config(file: &Path, named: bool) -> Result<Config, Failure> {
    match read_text(file) {
        Ok(text) => Ok(Config::parse(&text, file)?),
        Err(error) if error.kind() == ErrorKind::NotFound && !named => Ok(Config::default()),
        Err(error) => Err(unreadable(file, &error)),
    }
}

fn read_rules(config: &Config) -> Result<RuleSet, Failure> {
    let Some(file) = &config.rules_file else { return Ok(RuleSet::default()) };
    let file = at_home(file)?;
    let text = read_text(&file).map_err(|error| unreadable(&file, &error))?;
    let mut rules = parse_rules(&text, &file)?;
    if !rules.holidays_file.trim().is_empty() {
        let named = at_home(Path::new(rules.holidays_file.trim()))?;
        let named = file.parent().map_or(named.clone(), |dir| dir.join(&named));
        let text = read_text(&named).map_err(|error| unreadable(&named, &error))?;
        for list in parse_holidays(&text, &named)? {
            rules.holiday_lists.put(ListOrigin::RuleFile, list);
        }
    }
    Ok(rules)
}

/// The most that a configuration or a rule file can hold, in bytes.
const LARGEST: u64 = 1 << 20;

fn unreadable(file: &Path, error: &std::io::Error) -> Failure {
    let file = file.to_owned();
    match error.kind() {
        ErrorKind::Unsupported => ConfigError::NoFile { file }.into(),
        ErrorKind::FileTooLarge => ConfigError::TooLarge { file, most: LARGEST >> 20 }.into(),
        ErrorKind::InvalidData => ConfigError::NoText { file }.into(),
        _ => ConfigError::Unreadable { file, reason: reason_of(error) }.into(),
    }
}

/// Only an ordinary file: a pipe could wait for ever, or be taken for an empty one. Who wants none names `/dev/null`.
fn read_text(file: &Path) -> std::io::Result<String> {
    let not_waiting = OFlags::NONBLOCK.union(OFlags::NOCTTY).bits();
    let file = std::fs::OpenOptions::new().read(true).custom_flags(not_waiting as i32).open(file)?;
    let found = file.metadata()?;
    let is_null = found.file_type().is_char_device() && found.rdev() == rustix::fs::makedev(1, 3);
    if !(found.is_file() || is_null) {
        return Err(match found.is_dir() {
            true => ErrorKind::IsADirectory.into(),
            false => ErrorKind::Unsupported.into(),
        });
    }
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(ErrorKind::FileTooLarge.into());
    }
    String::from_utf8(bytes).map_err(|_| ErrorKind::InvalidData.into())
}

fn store_dir(global: &Global, config: &Config) -> Result<PathBuf, Failure> {
    let given = global.store.as_ref().filter(|dir| !dir.as_os_str().is_empty());
    match (given, &config.store) {
        // Without a sign at its end, which would make a folder in it of what is to lie beside it.
        (Some(dir), _) => at_home(dir).map(|dir| dir.components().collect()),
        (None, Some(dir)) => at_home(dir).map(|dir| dir.components().collect()),
        (None, None) => Ok(base()?.data_dir().join("bina")),
    }
}

fn identity(global: &Global, config: &Config) -> Result<Option<PathBuf>, Failure> {
    match (global.identity.as_ref().filter(|file| !file.as_os_str().is_empty()), &config.identity) {
        (Some(file), _) | (None, Some(file)) => at_home(file).map(Some),
        (None, None) => Ok(None),
    }
}

/// `~/x` is meant as in a shell, also where no shell has seen it: in the configuration, in a variable, behind `=`.
pub fn at_home(path: &Path) -> Result<PathBuf, Failure> {
    match path.strip_prefix("~") {
        Ok(rest) => Ok(base()?.home_dir().join(rest)),
        Err(_) => Ok(path.to_owned()),
    }
}

fn login() -> String {
    let named = ["USER", "LOGNAME"].iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.trim().is_empty()));
    let name = named.unwrap_or_else(|| format!("uid {}", rustix::process::getuid().as_raw()));
    crate::domain::language::clean::clean_line(&name)
}

/// A day that has been, in ISO or in words: `kemarin`, `12/11`.
pub fn past_day(arg: &str, text: &str, today: Date) -> Result<Date, Failure> {
    let day = date(arg, text).or_else(|no_date| dates::parse_past(text, today).ok_or(no_date))?;
    if day > today { Err(Refusal::DateInFuture.into()) } else { Ok(day) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as day;

    #[test]
    fn a_replayed_day_keeps_the_time_of_day() {
        let zone = TimeZone::fixed(jiff::tz::offset(7));
        let now: Timestamp = "2026-11-21T03:42:07Z".parse().unwrap();
        assert_eq!(moment(None, now, &zone).unwrap(), (day(2026, 11, 21), now));
        let (today, then) = moment(Some("2026-01-02"), now, &zone).unwrap();
        assert_eq!((today, then.to_string()), (day(2026, 1, 2), "2026-01-02T03:42:07Z".to_owned()));
        assert_eq!(moment(Some("besok"), now, &zone).unwrap_err().kind, Kind::Usage);
        assert_eq!(moment(Some("-9999-01-01"), now, &zone).unwrap_err().kind, Kind::Usage);
    }

    #[test]
    fn the_language_of_an_option_is_known_before_parsing() {
        let args = |list: &[&str]| list.iter().map(OsString::from).collect::<Vec<_>>();
        assert_eq!(early_lang(&args(&["bina", "--lang", "en", "status"])), Lang::En);
        assert_eq!(early_lang(&args(&["bina", "status", "--lang=en"])), Lang::En);
    }

    #[test]
    fn identifiers_of_two_runs_differ() {
        let seeds: Vec<u64> = (0..2).map(|_| std::hash::RandomState::new().build_hasher().finish()).collect();
        assert_ne!(seeds[0], seeds[1]);
    }
}
