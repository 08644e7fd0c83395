//! What holds in this process and where it comes from: settled in the configuration, by options and by the environment.

use crate::i18n::Text;
use jiff::Timestamp;

/// What the interface can't know by itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// Why language, colours and signs are as they are.
    pub lang_because: Option<Text>,
    pub color_because: Option<Text>,
    /// Why the background is taken for what it is; what the terminal says itself takes its place.
    pub ground_because: Option<Text>,
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
