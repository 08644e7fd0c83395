//! What the single sequences of terminals mean: xterm, rxvt, the Linux console, `CSI u`. Pure tables for
//! [`super::input`].

use crate::desk::key::{Key, KeyPress};

/// One byte below 0x80 that is not ESC.
pub fn ascii(byte: u8, alt: bool) -> Option<KeyPress> {
    let (key, ctrl) = match byte {
        b'\r' | b'\n' => (Key::Enter, false),
        b'\t' => (Key::Tab, false),
        0x7f => (Key::Backspace, false),
        0x00 => (Key::Char(' '), true),
        0x01..=0x1a => (Key::Char((byte - 1 + b'a').into()), true),
        0x1c..=0x1f => (Key::Char((byte + 0x40).into()), true),
        0x20..=0x7e => (Key::Char(byte.into()), false),
        _ => return None,
    };
    Some(KeyPress { key, ctrl, alt })
}

/// `ESC O` and this byte.
pub fn ss3(byte: u8) -> Option<KeyPress> {
    let key = match byte {
        b'a' => return Some(KeyPress { key: Key::Up, ctrl: true, alt: false }),
        b'b' => return Some(KeyPress { key: Key::Down, ctrl: true, alt: false }),
        b'c' => return Some(KeyPress { key: Key::Right, ctrl: true, alt: false }),
        b'd' => return Some(KeyPress { key: Key::Left, ctrl: true, alt: false }),
        b'M' => Key::Enter,
        b'I' => Key::Tab,
        // The keypad: `*` to `9`.
        b'j'..=b'y' => Key::Char((byte - 0x40).into()),
        _ => letter(byte)?,
    };
    Some(KeyPress::plain(key))
}

/// `ESC [ [` and this byte.
pub fn console(byte: u8) -> Option<KeyPress> {
    matches!(byte, b'A'..=b'E').then(|| KeyPress::plain(Key::F(byte - b'A' + 1)))
}

/// `ESC [`, parameters, and the byte that ends it.
pub fn csi(parameters: &[u8], end: u8) -> Option<KeyPress> {
    let text = std::str::from_utf8(parameters).ok()?;
    // Private marks and intermediates only stand in answers.
    if !text.bytes().all(|b| b.is_ascii_digit() || b == b';' || b == b':') {
        return None;
    }
    let mut numbers = text.split(';').map(|n| n.split(':').next().unwrap_or("").parse::<u32>().ok());
    let mut next = |default| numbers.next().map_or(default, |n| n.unwrap_or(default));
    let (first, second, third) = (next(1), next(1), next(0));
    match end {
        b'~' if first == 27 => code(third, second),
        b'~' => modified(tilde(first)?, second),
        b'u' => code(first, second),
        b'Z' => Some(KeyPress::plain(Key::BackTab)),
        b'a'..=b'd' if text.is_empty() => Some(KeyPress::plain(letter(end.to_ascii_uppercase())?)),
        // `CSI row ; column R` is where the cursor stands, not a key.
        b'A'..=b'D' | b'F' | b'H' | b'P'..=b'S' if first == 1 && second <= 16 => modified(letter(end)?, second),
        _ => None,
    }
}

fn letter(byte: u8) -> Option<Key> {
    Some(match byte {
        b'A' => Key::Up,
        b'B' => Key::Down,
        b'C' => Key::Right,
        b'D' => Key::Left,
        b'H' => Key::Home,
        b'F' => Key::End,
        b'P'..=b'S' => Key::F(byte - b'P' + 1),
        _ => return None,
    })
}

fn tilde(number: u32) -> Option<Key> {
    Some(match number {
        1 | 7 => Key::Home,
        3 => Key::Delete,
        4 | 8 => Key::End,
        5 => Key::PageUp,
        6 => Key::PageDown,
        n @ 11..=15 => Key::F(u8::try_from(n - 10).ok()?),
        n @ 17..=21 => Key::F(u8::try_from(n - 11).ok()?),
        n @ 23..=24 => Key::F(u8::try_from(n - 12).ok()?),
        _ => return None,
    })
}

/// A key by its code point, as `CSI u` and modifyOtherKeys send it.
fn code(point: u32, modifiers: u32) -> Option<KeyPress> {
    let shift = modifiers.saturating_sub(1) & 1 != 0;
    let key = match char::from_u32(point)? {
        '\r' => Key::Enter,
        '\t' if shift => Key::BackTab,
        '\t' => Key::Tab,
        '\x1b' => Key::Esc,
        '\x08' | '\x7f' => Key::Backspace,
        c if c.is_control() || (0xe000..=0xf8ff).contains(&point) => return None,
        c if shift && c.is_ascii_lowercase() => Key::Char(c.to_ascii_uppercase()),
        c => Key::Char(c),
    };
    modified(key, modifiers)
}

fn modified(key: Key, modifiers: u32) -> Option<KeyPress> {
    let bits = modifiers.saturating_sub(1);
    Some(KeyPress { key, ctrl: bits & 4 != 0, alt: bits & 2 != 0 })
}
