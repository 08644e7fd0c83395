//! Every command by name: those of the screen below that fit what is typed.

pub mod commands;
pub mod draw;

use crate::desk::command::{COMMANDS, Command, CommandSpec, Place};
use crate::desk::editor::Editor;
use crate::desk::list::ListState;
use crate::domain::language::clean;
use crate::i18n::Words;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PaletteBox {
    pub query: Editor,
    pub list: ListState,
    /// The screen whose commands are meant.
    #[serde(default)]
    pub below: Place,
    /// Commands that are not possible there, with the reason; learnt when it was opened.
    #[serde(skip)]
    pub impossible: Vec<(Command, crate::i18n::Text)>,
}

/// A command that fits, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub command: Command,
    pub why: Why,
}

/// Why a command fits, the best reason first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// Its name begins with what is typed.
    Start,
    /// A word of what it does begins so.
    Word,
    /// It stands somewhere inside.
    Inside,
    /// By another word for it, in either language.
    Also(String),
}

/// Commands that fit, the best first; among equals in the order of the table.
pub fn fitting(query: &str, place: Place, words: &Words) -> Vec<Found> {
    let wanted = clean::fold(query.trim());
    let listed = COMMANDS.iter().filter(|row| row.places.contains(&place) && !row.id.starts_with("list."));
    let mut found: Vec<Found> =
        listed.filter_map(|row| Some(Found { command: row.command, why: why(&wanted, row, words)? })).collect();
    let rank = |found: &Found| match found.why {
        Why::Start => 0,
        Why::Word => 1,
        Why::Inside => 2,
        Why::Also(_) => 3,
    };
    found.sort_by_key(rank);
    found
}

/// The best reason for which a command fits.
fn why(wanted: &str, row: &CommandSpec, words: &Words) -> Option<Why> {
    let (short, long) = (clean::fold(&words.say(&row.message())), clean::fold(&words.say(&row.long_message())));
    let begins = |hay: &str, part: &str| hay.split([' ', '.', '_', ',', ';']).any(|word| word.starts_with(part));
    if short.starts_with(wanted) {
        return Some(Why::Start);
    }
    if wanted.split(' ').all(|part| begins(&short, part) || begins(&long, part)) {
        return Some(Why::Word);
    }
    let hay = format!("{short} {long}");
    if wanted.split(' ').all(|part| hay.contains(part)) {
        return Some(Why::Inside);
    }
    let also = row.also_message();
    let said = if words.has(&also) { words.say(&also) } else { String::new() };
    if let Some(synonym) = said.split(", ").find(|word| clean::fold(word).starts_with(wanted)) {
        return Some(Why::Also(synonym.to_owned()));
    }
    // Its name in the configuration.
    row.id.contains(wanted).then_some(Why::Inside)
}
