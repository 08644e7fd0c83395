//! Which key means which command where: the table's own keys with the user's overrides.

use super::command::{COMMANDS, Command, CommandSpec, Place};
use super::key::KeyPress;
use std::collections::{BTreeMap, HashMap};

#[derive(Clone, Debug)]
pub struct Keymap {
    keys: HashMap<Command, Vec<KeyPress>>,
    by_key: HashMap<KeyPress, Vec<Command>>,
    /// What the user's own keys took from the table.
    lost: Vec<Lost>,
}

/// A key of the table that a line of the user's own has taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lost {
    pub key: KeyPress,
    /// The command that had it.
    pub from: Command,
    /// The command that the user gave it to.
    pub to: Command,
}

/// What is wrong with overrides of keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeymapError {
    UnknownCommand {
        id: String,
    },
    BadKey {
        id: String,
        key: String,
    },
    /// Two commands want one key in one place.
    Conflict {
        key: String,
        first: &'static str,
        second: &'static str,
        place: &'static str,
    },
    /// A printable key can't be bound where text is typed.
    Printable {
        id: &'static str,
        key: String,
    },
}

impl Default for Keymap {
    fn default() -> Self {
        let keys =
            COMMANDS.iter().map(|row| (row.command, row.keys.iter().filter_map(|key| key.parse().ok()).collect())).collect();
        Keymap::indexed(keys)
    }
}

impl Keymap {
    /// The table's keys, with those of some commands replaced (an empty list unbinds). What the user binds wins: a command
    /// that had the key by the table loses it. Only two lines of the user's own can collide.
    pub fn with_overrides(overrides: &BTreeMap<String, Vec<String>>) -> Result<Self, KeymapError> {
        let mut keys = Keymap::default().keys;
        let mut own: Vec<Command> = Vec::new();
        for (id, list) in overrides {
            let command = Command::from_id(id).ok_or_else(|| KeymapError::UnknownCommand { id: id.clone() })?;
            let mut presses = Vec::new();
            for key in list {
                let press: KeyPress = key.parse().map_err(|()| KeymapError::BadKey { id: id.clone(), key: key.clone() })?;
                presses.push(press);
            }
            keys.insert(command, presses);
            own.push(command);
        }
        let lost = take_away(&mut keys, &own);
        let map = Keymap { lost, ..Keymap::indexed(keys) };
        map.check()?;
        Ok(map)
    }

    fn indexed(keys: HashMap<Command, Vec<KeyPress>>) -> Self {
        let mut by_key: HashMap<KeyPress, Vec<Command>> = HashMap::new();
        for row in COMMANDS {
            for press in keys.get(&row.command).into_iter().flatten() {
                by_key.entry(*press).or_default().push(row.command);
            }
        }
        Keymap { keys, by_key, lost: vec![] }
    }

    /// No key means two things in one place, no letter is taken away from text fields.
    pub fn check(&self) -> Result<(), KeymapError> {
        for (press, commands) in &self.by_key {
            for (i, first) in commands.iter().enumerate() {
                if first.spec().in_text && press.typed().is_some() {
                    return Err(KeymapError::Printable { id: first.spec().id, key: press.to_string() });
                }
                for second in &commands[i + 1..] {
                    if let Some(place) = first.spec().places.iter().find(|p| second.spec().places.contains(p))
                        && !exclusive(*first, *second)
                    {
                        return Err(KeymapError::Conflict {
                            key: press.to_string(),
                            first: first.spec().id,
                            second: second.spec().id,
                            place: place.id(),
                        });
                    }
                }
            }
        }
        Ok(())
    }

    /// The command that a key asks for. In a text field only commands made for it answer, and printable keys type.
    pub fn command(&self, place: Place, in_text: bool, press: KeyPress) -> Option<Command> {
        if in_text && press.typed().is_some() {
            return None;
        }
        let found = self.by_key.get(&press)?.iter().copied().filter(|c| {
            let spec = c.spec();
            spec.places.contains(&place) && (!in_text || spec.in_text)
        });
        // What is made for text fields comes after what a list means by the same key.
        found.min_by_key(|c| c.spec().in_text != in_text)
    }

    pub fn keys(&self, command: Command) -> &[KeyPress] {
        self.keys.get(&command).map_or(&[], Vec::as_slice)
    }

    /// Keys of the table that the user's own lines have taken.
    pub fn lost(&self) -> &[Lost] {
        &self.lost
    }

    /// The key that a command has in the menu of verbs: the direct one, which the menu teaches, else its own letter.
    pub fn in_menu(&self, command: Command) -> Option<KeyPress> {
        let direct = self.keys(command).iter().copied().find(|press| press.typed().is_some());
        direct.or_else(|| command.letter().and_then(|letter| letter.parse().ok()))
    }

    /// What the line of help says of a command's keys: the direct ones, else the way through the menu.
    pub fn way(&self, command: Command, ascii: bool) -> Option<String> {
        let direct: Vec<String> = self.keys(command).iter().map(|press| press.short(ascii)).collect();
        if !direct.is_empty() {
            return Some(direct.join(" "));
        }
        let menu = self.short(Command::Verbs, ascii)?;
        command.spec().menu?;
        Some(command.letter().map_or(menu.clone(), |letter| format!("{menu} {letter}")))
    }

    /// The keys of a row as one sign: the first key, or the first and the last one of the rows that it stands for.
    pub fn span(&self, row: &CommandSpec, ascii: bool) -> Option<String> {
        let first = self.short(row.command, ascii)?;
        match row.through.and_then(|last| self.short(last, ascii)) {
            Some(last) => Some(format!("{first}-{last}")),
            None => Some(first),
        }
    }

    /// The first key of a command, as the line of keys shows it.
    pub fn short(&self, command: Command, ascii: bool) -> Option<String> {
        self.keys(command).first().map(|press| press.short(ascii))
    }
}

/// Takes the user's keys away from the commands that have them by the table alone.
fn take_away(keys: &mut HashMap<Command, Vec<KeyPress>>, own: &[Command]) -> Vec<Lost> {
    let mut lost = Vec::new();
    for to in own {
        let given = keys.get(to).cloned().unwrap_or_default();
        for row in COMMANDS.iter().filter(|row| !own.contains(&row.command) && !exclusive(row.command, *to)) {
            if !row.places.iter().any(|place| to.spec().places.contains(place)) {
                continue;
            }
            let Some(had) = keys.get_mut(&row.command) else { continue };
            let taken: Vec<KeyPress> = had.iter().copied().filter(|press| given.contains(press)).collect();
            had.retain(|press| !given.contains(press));
            lost.extend(taken.into_iter().map(|key| Lost { key, from: row.command, to: *to }));
        }
    }
    lost
}

/// Pairs that share a key in one place because one works in text fields and the other in lists.
fn exclusive(a: Command, b: Command) -> bool {
    a.spec().in_text != b.spec().in_text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::key::Key;

    #[test]
    fn no_key_means_two_things_in_one_place() {
        assert_eq!(Keymap::default().check(), Ok(()));
    }

    #[test]
    fn every_key_of_the_table_can_be_read() {
        for row in COMMANDS {
            for key in row.keys {
                assert!(key.parse::<KeyPress>().is_ok(), "{}: {key}", row.id);
            }
        }
    }

    #[test]
    fn overrides_replace_unbind_and_report_conflicts() {
        let one = |id: &str, keys: &[&str]| {
            let list = keys.iter().map(|k| (*k).to_owned()).collect();
            Keymap::with_overrides(&BTreeMap::from([(id.to_owned(), list)]))
        };
        let map = one("walk.start", &["W"]).unwrap();
        assert_eq!(map.command(Place::Team, false, KeyPress::char('W')), Some(Command::StartWalk));
        assert_eq!(map.command(Place::Team, false, KeyPress::char('w')), None);
        assert!(one("walk.start", &[]).unwrap().keys(Command::StartWalk).is_empty());
        let map = one("walk.start", &["n"]).unwrap();
        assert_eq!(map.command(Place::Team, false, KeyPress::char('n')), Some(Command::StartWalk), "the user's key wins");
        assert!(map.keys(Command::NoteNow).is_empty());
        let lost = Lost { key: KeyPress::char('n'), from: Command::NoteNow, to: Command::StartWalk };
        assert_eq!(map.lost(), [lost]);
        assert!(matches!(one("walk.strat", &["n"]), Err(KeymapError::UnknownCommand { .. })));
        assert!(matches!(one("walk.start", &["nn"]), Err(KeymapError::BadKey { .. })));
    }

    #[test]
    fn every_command_can_have_another_key_which_then_is_the_only_one() {
        for row in COMMANDS {
            let map = Keymap::with_overrides(&BTreeMap::from([(row.id.to_owned(), vec!["f12".to_owned()])])).unwrap();
            let press = "f12".parse::<KeyPress>().unwrap();
            assert_eq!(map.keys(row.command), [press], "{}", row.id);
            for place in row.places {
                assert_eq!(map.command(*place, row.in_text, press), Some(row.command), "{}", row.id);
            }
        }
    }

    /// Two overrides among themselves as well.
    #[test]
    fn whatever_key_two_commands_would_share_is_refused_with_both_names() {
        let overrides = ["walk.start", "team.order"].map(|id| (id.to_owned(), vec!["f12".to_owned()]));
        let Err(KeymapError::Conflict { key, first, second, place }) = Keymap::with_overrides(&overrides.into()) else {
            panic!("one key, two commands")
        };
        assert_eq!((key.as_str(), first, second, place), ("f12", "walk.start", "team.order", "team"));
    }

    /// Brackets, backslash, at, tilde and their like need a third level on many layouts, or are dead keys; Alt and
    /// function keys belong to window managers and phones have none: beside F1, for which `?` stands in lists.
    #[test]
    fn no_default_is_on_a_key_that_some_layout_lacks() {
        for press in COMMANDS.iter().flat_map(|row| row.keys).map(|key| key.parse::<KeyPress>().unwrap()) {
            let everywhere = match press.key {
                Key::Char(c) if press.ctrl => c.is_ascii_lowercase(),
                Key::Char(c) => c.is_ascii_alphanumeric() || " /:?,.-=+".contains(c),
                Key::F(n) => n == 1,
                _ => !press.ctrl,
            };
            // The steps of a session: `ctrl-n` goes there too.
            let step = press.alt && matches!(press.key, Key::Char('1'..='8'));
            assert!(everywhere && (!press.alt || step), "{press}");
        }
    }

    /// What stood in the table then may stand in somebody's configuration now.
    #[test]
    fn a_configuration_of_0_1_0_with_every_command_in_it_is_read() {
        let config = include_str!("../../tests/it/fixtures/keys-0.1.0.toml");
        let table: toml::Table = config.parse().unwrap();
        let keys = table["keys"].as_table().unwrap();
        let list = |value: &toml::Value| -> Vec<String> {
            value.as_array().unwrap().iter().map(|key| key.as_str().unwrap().to_owned()).collect()
        };
        let overrides: BTreeMap<String, Vec<String>> = keys.iter().map(|(id, value)| (id.clone(), list(value))).collect();
        let map = Keymap::with_overrides(&overrides).unwrap();
        for (id, keys) in &overrides {
            let command = Command::from_id(id).unwrap_or_else(|| panic!("{id} is gone"));
            let presses: Vec<KeyPress> = keys.iter().map(|key| key.parse().unwrap()).collect();
            assert_eq!(map.keys(command), presses, "{id}");
        }
        assert!(map.keys(Command::Verbs).is_empty(), "space went to where the user has it");
        assert!(map.lost().iter().any(|lost| lost.from == Command::Verbs));
    }

    #[test]
    fn letters_type_where_text_is_typed() {
        let map = Keymap::default();
        assert_eq!(map.command(Place::Session, true, KeyPress::char('q')), None);
        assert_eq!(map.command(Place::Session, true, KeyPress::ctrl('s')), Some(Command::SaveLine));
    }
}
