//! Every command by name: those of the screen below that fit what is typed.

pub mod commands;
pub mod draw;

use crate::desk::command::{COMMANDS, Command, Place};
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

/// Commands that fit, in the order of the table.
pub fn fitting(query: &str, place: Place, words: &Words) -> Vec<Command> {
    let wanted = clean::fold(query);
    let fits = |id: &str, short: &str, long: &str| {
        let hay = clean::fold(&format!("{id} {short} {long}"));
        wanted.split(' ').all(|part| hay.contains(part))
    };
    COMMANDS
        .iter()
        .filter(|row| row.places.contains(&place) && !row.id.starts_with("list."))
        .filter(|row| fits(row.id, &words.say(&row.message()), &words.say(&row.long_message())))
        .map(|row| row.command)
        .collect()
}
