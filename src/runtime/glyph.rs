//! What one cell may show. The last check before the terminal: control and other hostile characters become a
//! replacement character here, whatever let them into a cell; with `ascii` nothing else than ASCII remains.

use super::painter::Palette;
use super::pen::{ON_BLANK, Pen};
use crate::domain::language::clean;
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use std::borrow::Cow;

/// Something printable of one or two columns, in its style.
#[derive(Clone, Debug)]
pub struct Glyph<'a> {
    pub text: Cow<'a, str>,
    pub cells: usize,
    pub style: Pen,
    /// Every terminal agrees about its width.
    pub certain: bool,
}

/// What a cell shows where `room` columns are left.
pub fn glyph(cell: &Cell, room: usize, palette: Palette) -> Glyph<'_> {
    let symbol = cell.symbol();
    let mut style = Pen { fg: cell.fg, bg: cell.bg, modifier: cell.modifier };
    // One code clears both, and terminals differ about the two together.
    if style.modifier.contains(Modifier::BOLD) {
        style.modifier.remove(Modifier::DIM);
    }
    if !palette.color {
        (style.fg, style.bg) = (Color::Reset, Color::Reset);
    }
    // Most cells by far need no second look.
    if matches!(symbol.as_bytes(), [b' '..=b'~']) {
        return Glyph { text: Cow::Borrowed(symbol), cells: 1, style, certain: true };
    }
    let (text, cells) = written(symbol, room, palette);
    let certain = text.is_ascii() || (text.chars().count() == 1 && text.chars().all(|c| c < '\u{1F000}'));
    Glyph { text, cells, style, certain }
}

/// What is written for a symbol, and how many columns it takes.
fn written(symbol: &str, room: usize, palette: Palette) -> (Cow<'_, str>, usize) {
    let cells = if symbol.is_ascii() && symbol.len() <= 1 { 1 } else { clean::width(symbol).clamp(1, 2) };
    let harmless = !symbol.chars().any(clean::is_hostile)
        && (symbol.len() <= 1 || (clean::width(symbol) == cells && clean::harmless(symbol) == symbol));
    let mut text = match symbol {
        "" => Cow::Borrowed(" "),
        _ if !harmless && palette.ascii => Cow::Borrowed("?"),
        _ if !harmless => Cow::Borrowed("\u{FFFD}"),
        _ if palette.ascii => Cow::Owned(ascii(symbol)),
        _ => Cow::Borrowed(symbol),
    };
    if cells > room {
        text = Cow::Borrowed(" ");
    } else if clean::width(&text) < cells {
        text.to_mut().push(' ');
    }
    (text, cells.min(room))
}

impl Glyph<'_> {
    /// Whether no ink is in it.
    pub fn is_blank(&self) -> bool {
        self.text.bytes().all(|b| b == b' ')
    }

    /// Whether it looks as an erased cell does.
    pub fn is_nothing(&self) -> bool {
        self.is_blank() && self.style.bg == Color::Reset && (self.style.modifier & ON_BLANK).is_empty()
    }

    /// Whether nobody could tell the two apart.
    pub fn looks_like(&self, other: &Glyph<'_>) -> bool {
        if self.text != other.text || self.cells != other.cells {
            return false;
        }
        let (a, b) = (self.style, other.style);
        if !self.is_blank() {
            return a == b;
        }
        let seen = a.modifier & ON_BLANK;
        a.bg == b.bg && seen == b.modifier & ON_BLANK && (seen.is_empty() || a.fg == b.fg)
    }
}

/// The same in ASCII: signs by what they stand for, letters without accents, everything else a question mark.
fn ascii(symbol: &str) -> String {
    symbol.chars().next().map_or(' ', letter).to_string()
}

fn letter(c: char) -> char {
    match c {
        ' '..='~' => c,
        '\u{A0}' => ' ',
        '│' | '┃' | '║' | '▌' | '▏' | '▎' | '▍' | '▐' | '╎' | '┆' | '┊' | '¦' => '|',
        '─' | '━' | '╌' | '┄' | '┈' | '–' | '—' | '‐' | '‑' | '−' => '-',
        '═' => '=',
        '\u{2500}'..='\u{257F}' => '+',
        '●' | '◆' | '■' | '★' | '•' | '▪' | '⬤' => '*',
        '○' | '◇' | '□' | '◌' | '◦' | '☐' => 'o',
        '·' | '∙' => '.',
        // A stop would look like the end of the sentence.
        '…' => '~',
        '✓' | '✔' | '☑' => 'v',
        '✗' | '✘' | '×' | '☒' => 'x',
        '▲' | '↑' | '△' => '^',
        '▼' | '↓' | '▾' | '▽' => 'v',
        '▶' | '→' | '▸' | '›' | '»' | '❯' | '▷' => '>',
        '◀' | '←' | '◂' | '‹' | '«' | '↵' | '⏎' | '◁' => '<',
        '█' | '▉' | '▊' | '▋' | '▓' | '▒' | '▀' | '▄' => '#',
        '░' => ':',
        '‘' | '’' | '‚' | '′' | 'ʼ' | '´' => '\'',
        '“' | '”' | '„' | '″' => '"',
        '≤' => '<',
        '≥' => '>',
        '≠' => '#',
        '°' => 'o',
        '§' => 'S',
        _ => base(c),
    }
}

/// A Latin letter without what stands above or below it.
fn base(c: char) -> char {
    let lower = match c.to_lowercase().next().unwrap_or(c) {
        'à'..='æ' | 'ā' | 'ă' | 'ą' | 'ạ'..='ặ' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' | 'ð' | 'ḍ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' | 'ḥ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ỉ' | 'ị' => 'i',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'œ' | 'ơ' | 'ọ'..='ợ' => 'o',
        'ŕ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ß' | 'ṣ' => 's',
        'ţ' | 'ť' | 'ț' | 'ṭ' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ'..='ự' => 'u',
        'ý' | 'ÿ' | 'ỳ'..='ỹ' => 'y',
        'ź' | 'ż' | 'ž' | 'ẓ' => 'z',
        _ => return '?',
    };
    if c.is_uppercase() { lower.to_ascii_uppercase() } else { lower }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(symbol: &str, ascii: bool) -> String {
        let mut cell = Cell::default();
        cell.set_symbol(symbol);
        glyph(&cell, 10, Palette { color: true, ascii }).text.into_owned()
    }

    #[test]
    fn nothing_hostile_is_shown() {
        let flood = format!("a{}", "\u{301}".repeat(9));
        for symbol in [&flood, "\x1b", "\x1b]52;c;eA==\x07", "\u{9b}", "\r", "\n", "\u{202e}", "a\u{200b}", "\u{7f}"] {
            let text = shown(symbol, false);
            assert!(text.starts_with('\u{FFFD}') && !text.chars().any(clean::is_hostile), "{symbol:?} {text:?}");
            assert!(shown(symbol, true).starts_with('?'), "{symbol:?}");
        }
        assert_eq!(shown("漢", false), "漢");
        assert_eq!(shown("e\u{301}", false), "e\u{301}");
    }

    #[test]
    fn signs_and_letters_have_an_ascii_form_of_the_same_width() {
        let table = [("│", "|"), ("▌", "|"), ("●", "*"), ("✓", "v"), ("…", "~"), ("↵", "<"), ("É", "E"), ("ñ", "n")];
        for (symbol, expected) in table.into_iter().chain([("e\u{301}", "e"), ("漢", "? "), ("Ж", "?"), ("┌", "+")]) {
            assert_eq!(shown(symbol, true), expected, "{symbol}");
        }
    }

    proptest::proptest! {
        #[test]
        fn with_ascii_only_ascii_is_left(symbol in "\\PC{0,3}") {
            let text = shown(&symbol, true);
            proptest::prop_assert!(text.bytes().all(|b| (b' '..=b'~').contains(&b)));
            proptest::prop_assert!((1..=2).contains(&text.len()));
        }
    }
}
