//! Text hygiene: what is stored is harmless to a terminal, whatever came in. Applied on every write and import, and
//! once more where cells are written.

use unicode_segmentation::UnicodeSegmentation;

/// Longest single line that is kept, in characters; more is cut with an ellipsis.
pub const MAX_LINE: usize = 400;
/// Longest text that is kept, in characters.
pub const MAX_TEXT: usize = 20_000;

/// What a hostile or useless character becomes.
pub const REPLACEMENT: char = '\u{FFFD}';

/// More combining marks on one letter are a flood.
const MAX_MARKS: usize = 4;

/// May not be stored or shown: controls, bidi overrides, zero width, private use, tags, variation selectors, what is no
/// character.
pub fn is_hostile(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control();
    }
    c.is_control()
        || u32::from(c) & 0xFFFE == 0xFFFE
        || matches!(c,
            '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{3164}' | '\u{FDD0}'..='\u{FDEF}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}' | '\u{E000}'..='\u{F8FF}' | '\u{13430}'..='\u{1345F}'
            | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}'
            | '\u{F0000}'..='\u{10FFFF}')
}

/// Nothing is seen of it and nothing is hidden by it: selectors of how a sign is drawn, joiners, soft hyphens, a mark of
/// byte order. It is left out of what is stored.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2064}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// A letter or pattern of which nothing is seen: it is a space.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{115F}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{FFA0}')
}

/// Text from somewhere that may not have cleaned it, to be shown or gone on with: what is hostile is marked, floods are
/// cut, lines stay lines. Nothing else changes, so that it can be used on what is being typed.
pub fn harmless(text: &str) -> String {
    limited(text, usize::MAX).map(|c| if c != '\n' && is_hostile(c) { REPLACEMENT } else { c }).collect()
}

/// The same of what belongs on one line, whatever is in it.
pub fn harmless_line(text: &str) -> String {
    harmless(text).replace('\n', " ")
}

/// One line: line ends, tabs and blanks become spaces, what is invisible goes, hostile characters are marked, runs of spaces
/// become one.
pub fn clean_line(input: &str) -> String {
    if is_clean_line(input) {
        return input.to_owned();
    }
    let mut out = String::with_capacity(input.len().min(MAX_LINE * 4));
    let mut space = true;
    for c in limited(&visible(input), MAX_LINE) {
        let c = if is_blank(c) { ' ' } else { c };
        if c == ' ' {
            if !space {
                out.push(' ');
            }
            space = true;
        } else {
            out.push(if is_hostile(c) { REPLACEMENT } else { c });
            space = false;
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Whether there is surely nothing to clean, as in nearly every line: it is short, ASCII, and without spaces too many.
fn is_clean_line(input: &str) -> bool {
    let mut before = b' ';
    input.len() <= MAX_LINE
        && !input.ends_with(' ')
        && input.bytes().all(|b| matches!(b, b'!'..=b'~') || (b == b' ' && std::mem::replace(&mut before, b) != b' '))
}

/// Several lines: line ends stay (as `\n`), everything else as [`clean_line`], but spaces are left alone.
pub fn clean_text(input: &str) -> String {
    clean_up_to(input, MAX_TEXT)
}

/// The same, however long it is: for what is still being typed.
pub fn clean_whole(input: &str) -> String {
    clean_up_to(input, usize::MAX)
}

fn clean_up_to(input: &str, most: usize) -> String {
    let mut out = String::with_capacity(input.len().min(MAX_TEXT * 4));
    let mut previous = ' ';
    for c in limited(&visible(input), most) {
        match c {
            '\r' => out.push('\n'),
            '\n' if previous == '\r' => {}
            '\n' => out.push('\n'),
            c if is_blank(c) => out.push(' '),
            c if is_hostile(c) => out.push(REPLACEMENT),
            c => out.push(c),
        }
        previous = c;
    }
    out.truncate(out.trim_end().len());
    out
}

/// Whether a text has more characters than are kept. Spaces at its end don't count.
pub fn exceeds(text: &str, most: usize) -> bool {
    text.len() > most && text.trim_end().chars().count() > most
}

/// Without what is invisible.
fn visible(input: &str) -> std::borrow::Cow<'_, str> {
    match input.contains(is_invisible) {
        true => input.chars().filter(|c| !is_invisible(*c)).collect::<String>().into(),
        false => input.into(),
    }
}

/// At most `max` characters and at most [`MAX_MARKS`] combining marks on each.
fn limited(input: &str, max: usize) -> impl Iterator<Item = char> {
    let mut marks = 0;
    input
        .chars()
        .filter(move |c| {
            marks = if is_mark(*c) { marks + 1 } else { 0 };
            marks <= MAX_MARKS
        })
        .take(max)
}

fn is_mark(c: char) -> bool {
    !c.is_ascii() && unicode_width::UnicodeWidthChar::width(c) == Some(0) && !c.is_control()
}

/// For comparing and finding: lower case, without accents of the common kind, spaces squeezed.
pub fn fold(input: &str) -> String {
    let mut out = String::with_capacity(input.len());
    let mut space = true;
    for c in input.chars().flat_map(char::to_lowercase) {
        let c = match c {
            'à'..='å' => 'a',
            'è'..='ë' => 'e',
            'ì'..='ï' => 'i',
            'ò'..='ö' => 'o',
            'ù'..='ü' => 'u',
            'ç' => 'c',
            'ñ' => 'n',
            '’' | '‘' | '`' => '\'',
            c => c,
        };
        if is_blank(c) {
            if !space {
                out.push(' ');
            }
            space = true;
        } else if c.is_ascii_graphic() || (!is_hostile(c) && !is_mark(c)) {
            out.push(c);
            space = false;
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// No terminal is wider, in columns.
const WIDEST: usize = 4096;

/// The width of a text in terminal columns, by grapheme. What is wider than any terminal is not measured to its end.
pub fn width(text: &str) -> usize {
    graphemes(text).take(WIDEST).map(columns).sum()
}

/// What is hostile is shown as a mark, and takes the column of one.
fn columns(grapheme: &str) -> usize {
    match grapheme.as_bytes() {
        [b' '..=b'~'] => 1,
        _ if grapheme.chars().any(is_hostile) => {
            let width = |c: char| if is_hostile(c) { 1 } else { unicode_width::UnicodeWidthChar::width(c).unwrap_or(0) };
            grapheme.chars().take(WIDEST).map(width).sum()
        }
        _ => unicode_width::UnicodeWidthStr::width(grapheme).min(2),
    }
}

/// What a reader sees as one character, one after the other.
pub fn graphemes(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut chars = rest.chars();
        let first = chars.next()?;
        let alone = chars.as_str().is_empty() || (joins_nothing(first) && chars.next().is_some_and(joins_nothing));
        let length = if alone { first.len_utf8() } else { rest.graphemes(true).next()?.len() };
        let (grapheme, after) = rest.split_at(length);
        rest = after;
        Some(grapheme)
    })
}

/// Two of these are never one character: Latin letters, punctuation, arrows and lines, of which nearly everything
/// consists. Finding out by the rules of Unicode takes ten times as long.
fn joins_nothing(c: char) -> bool {
    matches!(c,
        ' '..='~' | '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' | '\u{2010}'..='\u{2027}' | '\u{2190}'..='\u{259F}')
}

#[cfg(test)]
mod tests {
    use crate::domain::language::clean::*;

    #[test]
    fn escape_sequences_and_bidi_overrides_are_marked_not_kept() {
        assert_eq!(clean_line("A\u{1b}]0;pwn\u{7}B\u{9b}31mC\u{202e}D"), "A�]0;pwn�B�31mC�D");
        assert_eq!(clean_line("  satu\r\n dua\ttiga "), "satu dua tiga");
        assert_eq!(clean_text("satu\r\ndua\rtiga\n\n"), "satu\ndua\ntiga");
    }

    #[test]
    fn what_is_invisible_and_harmless_goes_and_blanks_are_spaces() {
        assert_eq!(clean_line("bagus \u{2764}\u{fe0f} \u{2714}\u{fe0f} se\u{ad}lesai"), "bagus \u{2764} \u{2714} selesai");
        assert_eq!(clean_text("\u{feff}👨\u{200d}👩 satu\r\ndua"), "👨👩 satu\ndua");
        assert_eq!(clean_line("\u{2800}Sari\u{2800}\u{3164}Dewi\u{2800}"), "Sari Dewi");
        for nothing in ["\u{2800}", "\u{3164}\u{115f}", "\u{200b}\u{feff}", "\u{ad}"] {
            assert_eq!(
                (clean_line(nothing), clean_text(nothing), fold(nothing)),
                (String::new(), String::new(), String::new())
            );
        }
        assert_eq!(clean_line("a\u{202e}b\u{200f}c"), "a�b�c", "what deceives is marked");
    }

    #[test]
    fn floods_are_cut() {
        let flood = format!("a{}", "\u{301}".repeat(500));
        assert_eq!(clean_line(&flood).chars().count(), 5);
        assert_eq!(clean_line(&"x".repeat(1_000_000)).len(), MAX_LINE);
    }

    #[test]
    fn what_is_being_typed_stays_as_it_is_but_for_what_is_hostile() {
        assert_eq!(harmless(" satu\n\n dua  e\u{301} "), " satu\n\n dua  e\u{301} ");
        assert_eq!(harmless("a\tb\rc\u{1b}d"), "a�b�c�d");
        assert_eq!(harmless(&format!("e{}f", "\u{301}".repeat(9))), format!("e{}f", "\u{301}".repeat(4)));
        assert_eq!(harmless_line("satu\ndua"), "satu dua");
    }

    #[test]
    fn a_text_is_as_wide_as_it_is_shown() {
        for (text, columns) in [("Sari", 4), ("漢字", 4), ("e\u{301}", 1), ("a\u{200d}b", 3), ("\u{202e}", 1), ("a\r\nb", 4)]
        {
            assert_eq!(width(text), columns, "{text:?}");
            assert!(width(&harmless_line(text)) <= columns, "{text:?}");
        }
        assert!(width(&"x".repeat(1 << 20)) >= 4096);
    }

    #[test]
    fn names_are_found_without_accents_and_case() {
        assert_eq!(fold("  José  SIMANJUNTAK "), "jose simanjuntak");
    }

    proptest::proptest! {
        #[test]
        fn what_is_quick_for_most_text_says_the_same_as_the_rules(text in "[ a-z~\r\n\t\u{301}\u{200d}\u{fe0f}é·…─↔漢👩🇮🇩]{0,12}") {
            let slow: Vec<&str> = text.graphemes(true).collect();
            proptest::prop_assert_eq!(graphemes(&text).collect::<Vec<_>>(), slow.clone());
            proptest::prop_assert_eq!(width(&text), slow.iter().map(|grapheme| columns(grapheme)).sum::<usize>());
            // A mark is not ASCII, so that the line with one takes the long way.
            let marked = clean_line(&format!("{text} \u{301}"));
            proptest::prop_assert_eq!(clean_line(&text), marked.trim_end_matches('\u{301}').trim_end());
        }
    }
}
