//! The words of the sample: what is seen, said and agreed in a kecamatan office.
//!
//! They are data as an Indonesian office would have written it, not messages of the program: therefore they exist
//! in Indonesian only, whatever the language of the screens. `{hari}` and the like are filled in by [`fill`].

mod archive;
mod community;
mod counter;
mod data;
pub mod development;
pub mod evaluation;
pub mod goals;
mod letters;
mod notes;
pub mod ratings;
mod talk;
mod team;

pub use crate::demo::texts::notes::{FIRST_DAYS, NOTES};
pub use crate::demo::texts::talk::*;

use super::dice::Dice;
use crate::domain::FeedbackKind;
use jiff::{ToSpan, civil::Date};

/// Something seen, as situation, behaviour, impact; with what may follow from it.
#[derive(Debug)]
pub struct Line {
    pub kind: FeedbackKind,
    pub situation: &'static str,
    pub behaviour: &'static str,
    pub impact: &'static str,
    /// Separated by spaces.
    pub tags: &'static str,
    /// What the employee says to it; may be empty.
    pub reply: &'static str,
    /// What the employee undertakes, and how both will know; empty where nothing follows.
    pub step: &'static str,
    pub measure: &'static str,
}

/// A private line of a few words.
#[derive(Debug)]
pub struct Jot {
    pub kind: FeedbackKind,
    pub text: &'static str,
    pub tags: &'static str,
}

type Str = &'static str;

const fn praise(situation: Str, behaviour: Str, impact: Str, tags: Str, reply: Str) -> Line {
    Line { kind: FeedbackKind::Praise, situation, behaviour, impact, tags, reply, step: "", measure: "" }
}
const fn improve(situation: Str, behaviour: Str, impact: Str, tags: Str, reply: Str, step: Str, measure: Str) -> Line {
    Line { kind: FeedbackKind::Improve, situation, behaviour, impact, tags, reply, step, measure }
}
const fn seen(situation: Str, behaviour: Str, impact: Str, tags: Str) -> Line {
    Line { kind: FeedbackKind::Observation, situation, behaviour, impact, tags, reply: "", step: "", measure: "" }
}
const fn jot(kind: FeedbackKind, text: Str, tags: Str) -> Jot {
    Jot { kind, text, tags }
}

/// A field of work, from which a post draws what can be seen in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    Counter,
    Letters,
    Archive,
    Data,
    Community,
    Team,
}

impl Theme {
    pub const ALL: [Theme; 6] = [Theme::Counter, Theme::Letters, Theme::Archive, Theme::Data, Theme::Community, Theme::Team];

    pub fn lines(self) -> &'static [Line] {
        match self {
            Theme::Counter => counter::COUNTER,
            Theme::Letters => letters::LETTERS,
            Theme::Archive => archive::ARCHIVE,
            Theme::Data => data::DATA,
            Theme::Community => community::COMMUNITY,
            Theme::Team => team::TEAM,
        }
    }
}

const MONTHS: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];
const WEEKDAYS: [&str; 7] = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];
/// Invented, as the kecamatan is.
pub const VILLAGES: [&str; 5] = ["Meranti Hilir", "Rambung Sari", "Titi Panjang", "Sei Kelapa", "Pulau Mahang"];

pub fn month(day: Date) -> &'static str {
    MONTHS[usize::from(day.month().unsigned_abs()).clamp(1, 12) - 1]
}

/// Puts names and numbers into a text that speaks of `day`: `{hari}` its weekday, `{bulan}` a month that is mostly
/// over by then, `{lalu}` the month before, `{kel}` a kelurahan, `{loket}`, `{n}` (6 to 9) and `{nn}` (18 to 47).
pub fn fill(text: &str, day: Date, dice: &mut Dice) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, tail)) = after.split_once('}') else { break };
        out.push_str(before);
        match name {
            "hari" => out.push_str(WEEKDAYS[usize::from(day.weekday().to_monday_zero_offset().unsigned_abs()) % 7]),
            "bulan" => out.push_str(month(day.checked_sub(24.days()).unwrap_or(day))),
            "lalu" => out.push_str(month(day.first_of_month().yesterday().unwrap_or(day))),
            "kel" => {
                out.push_str("Kelurahan ");
                out.push_str(dice.pick(&VILLAGES));
            }
            "loket" => out.push_str(&(1 + dice.below(4)).to_string()),
            "n" => out.push_str(&(6 + dice.below(4)).to_string()),
            "nn" => out.push_str(&(18 + dice.below(30)).to_string()),
            other => out.push_str(other),
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}
