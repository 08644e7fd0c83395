//! What may reach a terminal, checked byte by byte. Knows nothing of the program but what it calls hostile: the fuzz
//! targets use it too.

use bina::domain::language::clean::is_hostile;

/// The first thing in what the painter wrote that is neither text nor one of its own sequences.
pub fn foreign(written: &[u8]) -> Option<String> {
    let Ok(text) = std::str::from_utf8(written) else { return Some("no UTF-8".to_owned()) };
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '\x1b' => match own_sequence(rest) {
                Some(length) => length,
                None => return Some(format!("{:?}", rest.chars().take(12).collect::<String>())),
            },
            '\r' | '\n' | '\x08' => 1,
            c if is_hostile(c) => return Some(format!("U+{:04X}", u32::from(c))),
            c => c.len_utf8(),
        };
        rest = &rest[length..];
    }
    None
}

/// The first thing in the output of a command that is neither text nor a line end; styles only where they are allowed.
pub fn foreign_in_lines(written: &[u8], styles: bool) -> Option<String> {
    let Ok(text) = std::str::from_utf8(written) else { return Some("no UTF-8".to_owned()) };
    let bare = if styles { without_styles(text) } else { text.to_owned() };
    bare.chars().find(|c| *c != '\n' && is_hostile(*c)).map(|c| format!("U+{:04X}", u32::from(c)))
}

/// Moves, erasing, styles, the cursor and synchronized updates: all that the painter ever says.
fn own_sequence(text: &str) -> Option<usize> {
    let erase = std::str::from_utf8(bina::runtime::painter::ERASE).unwrap();
    for whole in ["\x1b[?2026h", "\x1b[?2026l", "\x1b[?25h", "\x1b[?25l", erase] {
        if text.starts_with(whole) {
            return Some(whole.len());
        }
    }
    let parameters = text.strip_prefix("\x1b[")?;
    let end = parameters.find(|c: char| !c.is_ascii_digit() && c != ';')?;
    let last = parameters[end..].chars().next()?;
    (end <= 40 && "mHACDKJ".contains(last)).then_some(2 + end + 1)
}

fn without_styles(text: &str) -> String {
    let mut parts = text.split("\x1b[");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once('m') {
            Some((style, rest)) if style.bytes().all(|b| b.is_ascii_digit() || b == b';') => out.push_str(rest),
            _ => out.extend(["\x1b[", part]),
        }
    }
    out
}
