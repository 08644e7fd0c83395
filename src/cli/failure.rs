//! What went wrong, as the user is told: what happened, to what, what was kept, what to do next. Each kind has an
//! exit code of its own.

use crate::config::ConfigError;
use crate::domain::Refusal;
use crate::i18n::{Arg, Text};
use crate::runtime::store_words::reason_of;
use crate::store::StoreError;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::path::Path;

#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    pub kind: Kind,
    pub message: Text,
    /// What to do next, most useful first.
    pub hints: Vec<Text>,
}

/// Whose turn it is, as an exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Whoever read the output has gone (`| head`): nothing is wrong.
    ReaderGone,
    /// A rule or the system said no.
    Refused,
    /// The command line can't be understood.
    Usage,
    Configuration,
    /// Somebody else has the store.
    Busy,
    /// The store is damaged, or newer than this program.
    Damaged,
    /// Our own mistake.
    Fault,
}

impl Kind {
    pub fn exit_code(self) -> u8 {
        match self {
            Kind::ReaderGone => 0,
            Kind::Refused => 1,
            Kind::Usage => 2,
            Kind::Configuration => 3,
            Kind::Busy => 4,
            Kind::Damaged => 5,
            Kind::Fault => 70,
        }
    }

    /// Each exit code once, in order.
    pub const ALL: [Kind; 7] =
        [Kind::ReaderGone, Kind::Refused, Kind::Usage, Kind::Configuration, Kind::Busy, Kind::Damaged, Kind::Fault];

    /// The message that says what the exit code means.
    pub fn meaning(self) -> &'static str {
        match self {
            Kind::ReaderGone => "exit-done",
            Kind::Refused => "exit-refused",
            Kind::Usage => "exit-usage",
            Kind::Configuration => "exit-configuration",
            Kind::Busy => "exit-busy",
            Kind::Damaged => "exit-damaged",
            Kind::Fault => "exit-fault",
        }
    }
}

impl Failure {
    pub fn new(kind: Kind, message: Text) -> Self {
        Failure { kind, message, hints: vec![] }
    }
    pub fn refused(id: &'static str, args: impl IntoIterator<Item = (&'static str, Arg)>) -> Self {
        Failure::new(Kind::Refused, Text::with(id, args))
    }
    pub fn usage(id: &'static str, args: impl IntoIterator<Item = (&'static str, Arg)>) -> Self {
        Failure::new(Kind::Usage, Text::with(id, args))
    }
    pub fn fault(id: &'static str) -> Self {
        Failure::new(Kind::Fault, Text::plain(id))
    }
    /// A panic was caught.
    pub fn panic(place: &str) -> Self {
        Failure::fault("failure-panic").hint(Text::with("cli-hint-panic", [("place", place.into())]))
    }
    pub fn hint(mut self, hint: Text) -> Self {
        self.hints.push(hint);
        self
    }

    /// Where the output fails after something was made durable, that is what has to be said.
    pub fn after(self, changed: bool) -> Self {
        match self.message.id {
            "failure-output" if changed => {
                let kind = if self.kind == Kind::ReaderGone { Kind::Refused } else { self.kind };
                Failure { kind, message: Text { id: "failure-output-changed", ..self.message }, hints: self.hints }
            }
            _ => self,
        }
    }

    /// There is nothing to look at yet.
    pub fn no_store(dir: &Path) -> Self {
        Failure::refused("failure-no-store", [("path", dir.display().to_string().into())])
            .hint(Text::plain("cli-hint-first-steps"))
    }

    /// The log that was asked for can't be begun.
    pub fn log(file: &Path, error: &std::io::Error) -> Self {
        let path = file.display().to_string();
        match error.kind() {
            std::io::ErrorKind::InvalidData => Failure::refused("failure-log-other", [("path", path.into())]),
            _ => Failure::refused("failure-log", [("path", path.into()), ("reason", reason_of(error).into())]),
        }
    }

    /// Writing the output failed.
    pub fn output(error: &std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::BrokenPipe => {
                Failure::new(Kind::ReaderGone, Text::with("failure-output", [("reason", reason_of(error).into())]))
            }
            _ => Failure::refused("failure-output", [("reason", reason_of(error).into())]),
        }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Failure::refused(refusal.message_id(), [("detail", refusal.detail().unwrap_or_default().into())])
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        let failure = Failure::new(Kind::Configuration, error.message());
        match error.hint() {
            Some(hint) => failure.hint(hint),
            None => failure,
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let kind = match error {
            StoreError::Busy { .. } | StoreError::Unreached { .. } | StoreError::SentUnknown => Kind::Busy,
            StoreError::Damaged { .. } | StoreError::Newer { .. } => Kind::Damaged,
            StoreError::ChangedSince | StoreError::Full | StoreError::ReadOnly | StoreError::Locked => Kind::Refused,
            StoreError::Denied { .. } | StoreError::Io { .. } => Kind::Refused,
        };
        // These messages say themselves what was kept and what to do.
        Failure::new(kind, crate::runtime::store_words::store_text(&error))
    }
}

/// What clap could not understand, in our words.
pub fn usage(error: &clap::Error) -> Failure {
    let said = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(list)) => list.join(", "),
        _ => String::new(),
    };
    let arg = said(ContextKind::InvalidArg);
    let (id, args): (_, Vec<(&'static str, Arg)>) = match error.kind() {
        ErrorKind::InvalidSubcommand => ("usage-command", vec![("name", said(ContextKind::InvalidSubcommand).into())]),
        ErrorKind::UnknownArgument => ("usage-unknown", vec![("arg", arg.into())]),
        ErrorKind::MissingRequiredArgument => ("usage-missing", vec![("arg", arg.into())]),
        ErrorKind::ArgumentConflict => {
            ("usage-conflict", vec![("arg", arg.into()), ("other", said(ContextKind::PriorArg).into())])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if said(ContextKind::InvalidValue).is_empty() => {
            ("usage-no-value", vec![("arg", arg.into())])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            ("usage-value", vec![("arg", arg.into()), ("value", said(ContextKind::InvalidValue).into())])
        }
        _ => ("usage-other", vec![("reason", first_line(&error.to_string()).into())]),
    };
    let mut failure = Failure::usage(id, args);
    let suggestions = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::ValidValue];
    for suggestion in suggestions.map(said).into_iter().filter(|s| !s.is_empty()) {
        failure = failure.hint(Text::with("cli-hint-possible", [("words", suggestion.into())]));
    }
    failure.hint(Text::plain("cli-hint-help"))
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned()
}
