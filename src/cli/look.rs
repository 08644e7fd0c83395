//! How the screens look on this terminal, and why: from options, configuration and environment, asking nobody.

use super::{Context, context};
use crate::config::{Background, Color};
use crate::desk::{Ground, Look};
use crate::i18n::Text;
use crate::runtime::ground::Remembered;
use serde::Serialize;

/// What decided about the look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LookReasons {
    pub color: ColorReason,
    pub ground: GroundReason,
    pub signs: SignsReason,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ColorReason {
    /// `--plain`, or the configuration's `plain`.
    Plain,
    /// The configuration's `color`.
    Configuration,
    /// The variable `NO_COLOR`.
    NoColor,
    /// Nobody objected.
    Nothing,
}

/// Why the background is taken for dark or light before the terminal has said anything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GroundReason {
    /// The configuration's `background`.
    Configuration,
    /// `TERM=linux`: nobody has given it another one.
    Console,
    /// What such a terminal said the last time.
    Memory,
    /// The variable `COLORFGBG`, and what it says.
    Variable(String),
    /// Nothing is known.
    Nothing,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SignsReason {
    /// `--plain`, or the configuration's `plain`.
    Plain,
    /// The configuration's `ascii`.
    Configuration,
    /// `TERM=linux`: its fonts lack most signs.
    Console,
    /// The first locale variable about characters that says something, and what.
    Variable(&'static str, String),
    /// No locale variable says anything.
    NoLocale,
}

impl ColorReason {
    pub fn text(self) -> Text {
        Text::plain(match self {
            ColorReason::Plain => "doctor-by-plain",
            ColorReason::Configuration => "doctor-by-config",
            ColorReason::NoColor => "doctor-by-no-color",
            ColorReason::Nothing => "doctor-by-nothing",
        })
    }
}

impl GroundReason {
    pub fn text(&self) -> Option<Text> {
        match self {
            GroundReason::Configuration => Some(Text::plain("doctor-by-config")),
            GroundReason::Console => Some(Text::plain("doctor-by-console")),
            GroundReason::Memory => Some(Text::plain("doctor-by-memory")),
            GroundReason::Variable(value) => Some(context::by_variable("COLORFGBG", value)),
            GroundReason::Nothing => None,
        }
    }
}

impl SignsReason {
    pub fn text(&self) -> Text {
        match self {
            SignsReason::Plain => Text::plain("doctor-by-plain"),
            SignsReason::Configuration => Text::plain("doctor-by-config"),
            SignsReason::Console => Text::plain("doctor-by-console"),
            SignsReason::Variable(name, value) => context::by_variable(name, value),
            SignsReason::NoLocale => Text::plain("doctor-by-no-locale"),
        }
    }
}

/// What the terminal and the configuration ask for.
pub fn look(ctx: &Context) -> (Look, LookReasons) {
    let (mono, color) = match ctx.config.color {
        _ if ctx.plain => (true, ColorReason::Plain),
        Color::Always => (false, ColorReason::Configuration),
        Color::Never => (true, ColorReason::Configuration),
        Color::Auto if std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty()) => (true, ColorReason::NoColor),
        Color::Auto => (false, ColorReason::Nothing),
    };
    let console = std::env::var("TERM").is_ok_and(|term| term == "linux");
    let (ascii, signs) = match context::locale(&["LC_ALL", "LC_CTYPE", "LANG"]) {
        _ if ctx.plain => (true, SignsReason::Plain),
        _ if ctx.config.ascii => (true, SignsReason::Configuration),
        _ if console => (true, SignsReason::Console),
        Some((name, value)) => (!is_utf8(&value), SignsReason::Variable(name, value)),
        None => (true, SignsReason::NoLocale),
    };
    let (known, ground) = ground(ctx, console);
    let look = Look { ascii, mono, plain: ctx.plain, indexed: !console && indexed(), ground: known };
    (look, LookReasons { color, ground, signs })
}

/// What the background is, before the terminal is asked.
fn ground(ctx: &Context, console: bool) -> (Option<Ground>, GroundReason) {
    match ctx.config.background {
        Background::Dark => return (Some(Ground::Dark), GroundReason::Configuration),
        Background::Light => return (Some(Ground::Light), GroundReason::Configuration),
        Background::Auto => {}
    }
    if console {
        return (Some(Ground::Dark), GroundReason::Console);
    }
    if let Some(ground) = memory().and_then(|memory| memory.ground()) {
        return (Some(ground), GroundReason::Memory);
    }
    let said = std::env::var("COLORFGBG").ok().and_then(|value| Some((told(&value)?, value)));
    said.map_or((None, GroundReason::Nothing), |(ground, value)| (Some(ground), GroundReason::Variable(value)))
}

/// Where it is remembered what the terminal says, if it shall be asked at all: not where the answer changes nothing, and
/// not the console, which would print the question.
pub fn asked(ctx: &Context, look: Look) -> Option<Remembered> {
    let console = std::env::var("TERM").is_ok_and(|term| term == "linux");
    (ctx.config.background == Background::Auto && !look.mono && !console).then(memory).flatten()
}

fn memory() -> Option<Remembered> {
    let name = |name: &str| std::env::var(name).unwrap_or_default();
    let terminal = format!("{} {}", name("TERM"), name("TERM_PROGRAM"));
    Some(Remembered::new(context::state_dir()?.join("backgrounds"), terminal.trim()))
}

/// `15;0`, `0;default;15`: the last number is the background's, of the sixteen.
fn told(value: &str) -> Option<Ground> {
    match value.rsplit(';').next()?.parse::<u8>().ok()? {
        0..=6 | 8 => Some(Ground::Dark),
        7 | 9..=15 => Some(Ground::Light),
        _ => None,
    }
}

/// Whether the terminal says that it knows 256 colours.
fn indexed() -> bool {
    let set = |name: &str| std::env::var(name).unwrap_or_default();
    let (term, more) = (set("TERM"), set("COLORTERM"));
    let named = ["256color", "direct", "kitty", "alacritty", "foot", "ghostty", "wezterm"];
    named.iter().any(|name| term.contains(name)) || ["truecolor", "24bit"].contains(&more.as_str())
}

fn is_utf8(locale: &str) -> bool {
    locale.to_ascii_lowercase().replace('-', "").contains("utf8")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_variable_of_some_terminals_says_the_background() {
        let said = [("15;0", Some(Ground::Dark)), ("0;default;15", Some(Ground::Light)), ("0;7", Some(Ground::Light))];
        for (value, ground) in said.into_iter().chain([("12;8", Some(Ground::Dark)), ("", None), ("0;default", None)]) {
            assert_eq!(told(value), ground, "{value:?}");
        }
    }
}
