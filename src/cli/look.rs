//! How the screens look on this terminal, and why: from options, configuration and environment, asking nobody.

use super::{Context, context};
use crate::config::Color;
use crate::desk::Look;
use crate::i18n::Text;
use serde::Serialize;

/// What decided about the look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LookReasons {
    pub color: ColorReason,
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
    (Look { ascii, mono, plain: ctx.plain }, LookReasons { color, signs })
}

fn is_utf8(locale: &str) -> bool {
    locale.to_ascii_lowercase().replace('-', "").contains("utf8")
}
