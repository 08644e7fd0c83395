//! Which key means which command where: the table's own keys with the user's overrides.

use super::command::{COMMANDS, Command, CommandSpec, Place};
use super::key::KeyPress;
use std::collections::{BTreeMap, HashMap};

#[derive(Clone, Debug)]
pub struct Keymap {
    keys: HashMap<Command, Vec<KeyPress>>,
    by_key: HashMap<KeyPress, Vec<Command>>,
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
    /// The table's keys, with those of some commands replaced (an empty list unbinds).
    pub fn with_overrides(overrides: &BTreeMap<String, Vec<String>>) -> Result<Self, KeymapError> {
        let mut keys = Keymap::default().keys;
        for (id, list) in overrides {
            let command = Command::from_id(id).ok_or_else(|| KeymapError::UnknownCommand { id: id.clone() })?;
            let mut presses = Vec::new();
            for key in list {
                let press: KeyPress = key.parse().map_err(|()| KeymapError::BadKey { id: id.clone(), key: key.clone() })?;
                presses.push(press);
            }
            keys.insert(command, presses);
        }
        let map = Keymap::indexed(keys);
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
        Keymap { keys, by_key }
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
        assert!(matches!(one("walk.start", &["n"]), Err(KeymapError::Conflict { .. })));
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
            assert!(everywhere && !press.alt, "{press}");
        }
    }

    #[test]
    fn letters_type_where_text_is_typed() {
        let map = Keymap::default();
        assert_eq!(map.command(Place::Session, true, KeyPress::char('q')), None);
        assert_eq!(map.command(Place::Session, true, KeyPress::ctrl('s')), Some(Command::SaveLine));
    }
}
