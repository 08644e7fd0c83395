//! The only place that turns message identifiers into words. Indonesian and English are complete; a test compares
//! them with each other and with the identifiers used in the code.
//!
//! Messages live in `locales/<language>/<area>.ftl`. Legal terms stay Indonesian in both languages.

mod dates;
mod numbers;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use std::cell::RefCell;
use std::str::FromStr;
use std::sync::OnceLock;
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
    "evaluation",
    "store",
    "people",
    "import",
    "cli",
    "reports",
    "papers",
    "commands",
    "team",
    "person",
    "session",
    "agenda",
    "walk",
    "overlays",
    "goals",
    "competencies",
    "development",
    "trust",
    "locked",
    "settings",
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
impl From<u32> for Arg {
    fn from(n: u32) -> Self {
        i64::from(n).into()
    }
}
impl From<u16> for Arg {
    fn from(n: u16) -> Self {
        i64::from(n).into()
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

/// Says messages in one language. A message is read when it is first said: a command says few of them, and a first
/// screen shall not wait for the others.
pub struct Words {
    lang: Lang,
    messages: &'static Messages,
    bundle: RefCell<FluentBundle<FluentResource>>,
}

/// Identifiers with the texts of the messages as they stand in their files, in the order of the identifiers.
type Messages = Vec<(&'static str, &'static str)>;

/// Finds the messages of a language; reads none of them.
fn messages(lang: Lang) -> &'static Messages {
    static ID: OnceLock<Messages> = OnceLock::new();
    static EN: OnceLock<Messages> = OnceLock::new();
    let found = if lang == Lang::Id { &ID } else { &EN };
    found.get_or_init(|| {
        let mut found = Messages::with_capacity(2048);
        sources(lang).iter().for_each(|(_, source)| found.extend(split(source)));
        found.sort_unstable();
        found
    })
}

fn text_of(messages: &Messages, id: &str) -> Option<&'static str> {
    messages.binary_search_by_key(&id, |(id, _)| *id).ok().map(|at| messages[at].1)
}

/// Each message of a file: its identifier and its whole text. A message begins with a letter at the beginning of a line
/// and ends where the next one or a comment begins.
fn split(source: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let begins = |at: &usize| source.as_bytes().get(*at).is_some_and(|b| b.is_ascii_alphabetic() || *b == b'#');
    let lines = std::iter::once(0).chain(source.match_indices('\n').map(|(end, _)| end + 1));
    let mut starts = lines.filter(begins).peekable();
    let texts = std::iter::from_fn(move || Some(&source[starts.next()?..starts.peek().copied().unwrap_or(source.len())]));
    texts.filter(|text| !text.starts_with('#')).map(|text| {
        let end = text.bytes().position(|b| b == b' ' || b == b'=').unwrap_or(text.len());
        (&text[..end], text)
    })
}

impl Words {
    pub fn new(lang: Lang) -> Self {
        let locale: LanguageIdentifier = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![locale]);
        // Isolation marks would reach terminals that print them as boxes.
        bundle.set_use_isolating(false);
        Words { lang, messages: messages(lang), bundle: RefCell::new(bundle) }
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether there is such a message.
    pub fn has(&self, id: &str) -> bool {
        text_of(self.messages, id).is_some()
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
        let Some(text) = text_of(self.messages, id) else { return id.to_owned() };
        let mut bundle = self.bundle.borrow_mut();
        if !bundle.has_message(id) {
            // A broken message is found by the tests; at run time its identifier is said.
            bundle.add_resource_overriding(read(text));
        }
        let Some(pattern) = bundle.get_message(id).and_then(|m| m.value()) else { return id.to_owned() };
        let mut errors = Vec::new();
        bundle.format_pattern(pattern, args, &mut errors).into_owned()
    }
}

fn read(text: &str) -> FluentResource {
    FluentResource::try_new(text.to_owned()).unwrap_or_else(|(partial, _)| partial)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_is_found_and_read_alone_as_it_is_read_in_its_file() {
        for lang in [Lang::Id, Lang::En] {
            let mut count = 0;
            for (area, source) in sources(lang) {
                let alone: Vec<_> = split(source).map(|(_, text)| read(text)).collect();
                // A comment belongs to no message.
                let bare: Vec<&str> = source.lines().filter(|line| !line.starts_with('#')).collect();
                let whole = read(&bare.join("\n"));
                assert!(alone.iter().flat_map(FluentResource::entries).eq(whole.entries()), "{area}");
                count += alone.len();
            }
            let found = messages(lang);
            assert_eq!(count, found.len());
            assert!(found.windows(2).all(|two| two[0].0 != two[1].0), "no message stands twice");
        }
    }

    #[test]
    fn only_what_is_said_is_read() {
        let words = Words::new(Lang::Id);
        assert_eq!(words.say("place-team"), words.say("place-team"));
        assert!(words.has("place-agenda") && !words.has("place-nowhere"));
        let bundle = words.bundle.borrow();
        assert!(bundle.has_message("place-team") && !bundle.has_message("place-agenda"));
    }
}
