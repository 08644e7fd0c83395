//! Keys as the program names them, free of any terminal library: `ctrl-s`, `enter`, `J`, `f1`.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct KeyPress {
    pub key: Key,
    pub ctrl: bool,
    pub alt: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Key {
    Char(char),
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    F(u8),
}

impl KeyPress {
    pub fn plain(key: Key) -> Self {
        KeyPress { key, ctrl: false, alt: false }
    }
    pub fn char(c: char) -> Self {
        KeyPress::plain(Key::Char(c))
    }
    pub fn ctrl(c: char) -> Self {
        KeyPress { key: Key::Char(c), ctrl: true, alt: false }
    }
    /// The character that it types into a text field.
    pub fn typed(self) -> Option<char> {
        match self {
            KeyPress { key: Key::Char(c), ctrl: false, alt: false } => Some(c),
            _ => None,
        }
    }
}

const NAMED: [(&str, Key); 15] = [
    ("enter", Key::Enter),
    ("esc", Key::Esc),
    ("tab", Key::Tab),
    ("backtab", Key::BackTab),
    ("backspace", Key::Backspace),
    ("delete", Key::Delete),
    ("left", Key::Left),
    ("right", Key::Right),
    ("up", Key::Up),
    ("down", Key::Down),
    ("home", Key::Home),
    ("end", Key::End),
    ("pageup", Key::PageUp),
    ("pagedown", Key::PageDown),
    ("space", Key::Char(' ')),
];

impl FromStr for KeyPress {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (mut rest, mut ctrl, mut alt) = (text, false, false);
        loop {
            if let Some(r) = rest.strip_prefix("ctrl-").filter(|r| !r.is_empty()) {
                (rest, ctrl) = (r, true);
            } else if let Some(r) = rest.strip_prefix("alt-").filter(|r| !r.is_empty()) {
                (rest, alt) = (r, true);
            } else {
                break;
            }
        }
        let key = if let Some((_, key)) = NAMED.iter().find(|(name, _)| *name == rest) {
            *key
        } else if let Some(n) = rest.strip_prefix('f').and_then(|n| n.parse().ok()).filter(|n| (1..=12).contains(n)) {
            Key::F(n)
        } else {
            let mut chars = rest.chars();
            match (chars.next(), chars.next()) {
                (Some(c), None) => Key::Char(c),
                _ => return Err(()),
            }
        };
        Ok(KeyPress { key, ctrl, alt })
    }
}

impl fmt::Display for KeyPress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("ctrl-")?;
        }
        if self.alt {
            f.write_str("alt-")?;
        }
        match (NAMED.iter().find(|(_, key)| *key == self.key), self.key) {
            (Some((name, _)), _) => f.write_str(name),
            (None, Key::F(n)) => write!(f, "f{n}"),
            (None, Key::Char(c)) => write!(f, "{c}"),
            (None, other) => write!(f, "{other:?}"),
        }
    }
}

impl KeyPress {
    /// As the line of keys shows it: `^S`, `↵`, `Tab`.
    pub fn short(self, ascii: bool) -> String {
        let name = match self.key {
            Key::Enter if ascii => "Enter".to_owned(),
            Key::Enter => "↵".to_owned(),
            Key::Esc => "Esc".to_owned(),
            Key::Tab => "Tab".to_owned(),
            Key::BackTab => "S-Tab".to_owned(),
            Key::PageDown => "PgDn".to_owned(),
            Key::PageUp => "PgUp".to_owned(),
            Key::Up if !ascii => "↑".to_owned(),
            Key::Down if !ascii => "↓".to_owned(),
            Key::Left if !ascii => "←".to_owned(),
            Key::Right if !ascii => "→".to_owned(),
            Key::F(n) => format!("F{n}"),
            Key::Char(' ') => "Spc".to_owned(),
            Key::Char(c) if self.ctrl => c.to_uppercase().to_string(),
            Key::Char(c) => c.to_string(),
            other => format!("{other:?}"),
        };
        if self.ctrl { format!("^{name}") } else { name }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_keys_read_back() {
        for text in ["ctrl-s", "enter", "J", "?", "f1", "backtab", "-", "alt-b", "ctrl-left", "space"] {
            assert_eq!(text.parse::<KeyPress>().unwrap().to_string(), text);
        }
        assert!("control-s".parse::<KeyPress>().is_err());
        assert!("".parse::<KeyPress>().is_err());
    }
}
