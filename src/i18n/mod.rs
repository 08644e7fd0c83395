//! The only place that turns message identifiers into words. Indonesian and English are complete; a test compares
//! them with each other and with the identifiers used in the code.
//!
//! Messages live in `locales/<language>/<area>.ftl`. Legal terms stay Indonesian in both languages.

mod dates;
mod numbers;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use std::str::FromStr;
use unic_langid::LanguageIdentifier;

/// The languages of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    #[default]
    Id,
    En,
}

impl FromStr for Lang {
    type Err = ();
    /// `id`, `en`, and locale names such as `id_ID.UTF-8`.
    fn from_str(s: &str) -> Result<Self, ()> {
        match s.get(..2).map(str::to_ascii_lowercase).as_deref() {
            Some("id" | "in") => Ok(Lang::Id),
            Some("en") => Ok(Lang::En),
            _ => Err(()),
        }
    }
}

impl Lang {
    pub fn code(self) -> &'static str {
        match self {
            Lang::Id => "id",
            Lang::En => "en",
        }
    }
}

macro_rules! areas {
    ($($area:literal),+ $(,)?) => {
        /// Every message file, by language.
        pub fn sources(lang: Lang) -> &'static [(&'static str, &'static str)] {
            match lang {
                Lang::Id => &[$(($area, include_str!(concat!("locales/id/", $area, ".ftl")))),+],
                Lang::En => &[$(($area, include_str!(concat!("locales/en/", $area, ".ftl")))),+],
            }
        }
    };
}

areas!(
    "common",
    "domain",
    "store",
    "people",
    "cli",
    "reports",
    "commands",
    "team",
    "person",
    "session",
    "agenda",
    "walk",
    "overlays",
    "goals",
    "competencies",
    "log"
);

/// A message and what it speaks of: made anywhere, said only by [`Words`].
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    pub id: &'static str,
    pub args: Vec<(&'static str, Arg)>,
}

/// Something a message speaks of.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    Number(i64),
    Word(String),
    /// Said as a short date.
    Day(jiff::civil::Date),
    /// Itself a message without arguments.
    Message(&'static str),
}

impl Text {
    pub fn plain(id: &'static str) -> Self {
        Text { id, args: vec![] }
    }
    pub fn with(id: &'static str, args: impl IntoIterator<Item = (&'static str, Arg)>) -> Self {
        Text { id, args: args.into_iter().collect() }
    }
}

impl From<i64> for Arg {
    fn from(n: i64) -> Self {
        Arg::Number(n)
    }
}
impl From<usize> for Arg {
    fn from(n: usize) -> Self {
        Arg::Number(i64::try_from(n).unwrap_or(i64::MAX))
    }
}
impl From<&str> for Arg {
    fn from(s: &str) -> Self {
        Arg::Word(s.to_owned())
    }
}
impl From<String> for Arg {
    fn from(s: String) -> Self {
        Arg::Word(s)
    }
}
impl From<jiff::civil::Date> for Arg {
    fn from(d: jiff::civil::Date) -> Self {
        Arg::Day(d)
    }
}

/// Says messages in one language.
pub struct Words {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    pub fn new(lang: Lang) -> Self {
        let locale: LanguageIdentifier = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![locale]);
        // Isolation marks would reach terminals that print them as boxes.
        bundle.set_use_isolating(false);
        for (_, source) in sources(lang) {
            // A broken message file is found by the tests; at run time the messages that could be read still serve.
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(partial, _)| partial);
            bundle.add_resource_overriding(resource);
        }
        Words { lang, bundle }
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether there is such a message.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// A message without arguments.
    pub fn say(&self, id: &str) -> String {
        self.format(id, None)
    }

    /// A message with arguments: `words.with("walk-left", &[("count", 3.into())])`.
    pub fn with(&self, id: &str, args: &[(&'static str, Arg)]) -> String {
        let mut fluent = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            let value = match arg {
                Arg::Number(n) => FluentValue::from(*n),
                Arg::Word(w) => FluentValue::from(w.as_str()),
                Arg::Day(d) => FluentValue::from(self.short_day(*d)),
                Arg::Message(id) => FluentValue::from(self.say(id)),
            };
            fluent.set(*name, value);
        }
        self.format(id, Some(&fluent))
    }

    /// The words of a framework in this language.
    pub fn wording<'w>(&self, wording: &'w crate::domain::competency::Wording) -> &'w str {
        match self.lang {
            Lang::Id => &wording.id,
            Lang::En => &wording.en,
        }
    }

    pub fn text(&self, text: &Text) -> String {
        self.with(text.id, &text.args)
    }

    fn format(&self, id: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|m| m.value()) else {
            return id.to_owned();
        };
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, args, &mut errors).into_owned()
    }
}
