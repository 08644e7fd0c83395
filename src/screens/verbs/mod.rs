//! The verbs for what is selected below: grouped, named, each with its key, so that the menu teaches the direct ones.
//! What stands here, where and under which letter is said by the rows of the table of commands. It runs nothing itself.

pub mod commands;
pub mod draw;

use crate::desk::Desk;
use crate::desk::command::{COMMANDS, Command, Group, Place};
use crate::desk::editor::Editor;
use crate::domain::language::clean;
use crate::i18n::{Text, Words};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct VerbsBox {
    /// Where it was opened.
    pub below: Place,
    /// Whom or what the verbs are for.
    pub about: String,
    /// The place of the chosen verb among those shown.
    pub selected: usize,
    /// What a verb is looked for by.
    pub query: Option<Editor>,
    /// Verbs that do not apply, with the reason; learnt when it was opened.
    pub impossible: Vec<(Command, Text)>,
}

impl VerbsBox {
    pub fn why_not(&self, command: Command) -> Option<&Text> {
        self.impossible.iter().find(|(impossible, _)| *impossible == command).map(|(_, why)| why)
    }

    /// The verbs in the order in which they are shown.
    pub fn shown(&self, words: &Words) -> Vec<Command> {
        let wanted = clean::fold(self.query.as_ref().map_or("", Editor::text));
        let fits = |command: &Command| {
            let spec = command.spec();
            let hay = clean::fold(&format!("{} {}", words.say(&spec.message()), words.say(&spec.long_message())));
            wanted.split(' ').all(|part| hay.contains(part))
        };
        Group::ALL.iter().flat_map(|group| of_group(self.below, *group)).filter(fits).collect()
    }

    /// The verb that a key means.
    pub fn by_key(&self, desk: &Desk, press: crate::desk::key::KeyPress) -> Option<Command> {
        let mut all = Group::ALL.iter().flat_map(|group| of_group(self.below, *group));
        all.find(|command| desk.keymap.in_menu(*command) == Some(press))
    }
}

/// The verbs of one group at a place, in the order of the table.
pub fn of_group(place: Place, group: Group) -> impl Iterator<Item = Command> {
    let here = move |row: &&crate::desk::command::CommandSpec| {
        row.menu.is_some_and(|(found, _)| found == group) && row.places.contains(&place)
    };
    COMMANDS.iter().filter(here).map(|row| row.command)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::keymap::Keymap;
    use std::collections::HashMap;

    #[test]
    fn in_every_menu_a_key_stands_for_one_verb() {
        let keymap = Keymap::default();
        for place in Place::ALL {
            let mut seen = HashMap::new();
            for command in Group::ALL.iter().flat_map(|group| of_group(*place, *group)) {
                let Some(press) = keymap.in_menu(command) else { continue };
                let other = seen.insert(press, command);
                assert_eq!(other, None, "{press} in the menu of {}: also {command:?}", place.id());
            }
        }
    }

    #[test]
    fn what_has_no_direct_key_is_found_in_a_menu() {
        for row in COMMANDS.iter().filter(|row| row.keys.is_empty()) {
            assert!(row.menu.is_some(), "{} can't be reached", row.id);
        }
    }
}
