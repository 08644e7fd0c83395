//! Text hygiene: what is stored is harmless to a terminal, whatever came in. Applied on every write and import, and
//! once more where cells are written.

use unicode_segmentation::UnicodeSegmentation;

/// Longest single line that is kept, in characters; more is cut with an ellipsis.
pub const MAX_LINE: usize = 400;
/// Longest text that is kept, in characters.
pub const MAX_TEXT: usize = 20_000;

/// What a hostile or useless character becomes.
pub const REPLACEMENT: char = '\u{FFFD}';

/// May not be stored or shown: controls, bidi overrides, zero width, private use, tags, variation selectors.
pub fn is_hostile(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control();
    }
    c.is_control()
        || matches!(c,
            '\u{00AD}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}'
            | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
            | '\u{E000}'..='\u{F8FF}' | '\u{E0000}'..='\u{E0FFF}' | '\u{F0000}'..='\u{10FFFF}')
}

/// One line: line ends and tabs become spaces, hostile characters are marked, runs of spaces become one.
pub fn clean_line(input: &str) -> String {
    if is_clean_line(input) {
        return input.to_owned();
    }
    let mut out = String::with_capacity(input.len().min(MAX_LINE * 4));
    let mut space = true;
    for c in limited(input, MAX_LINE) {
        let c = if c.is_whitespace() { ' ' } else { c };
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
    let mut out = String::with_capacity(input.len().min(MAX_TEXT * 4));
    let mut previous = ' ';
    for c in limited(input, MAX_TEXT) {
        match c {
            '\r' => out.push('\n'),
            '\n' if previous == '\r' => {}
            '\n' => out.push('\n'),
            c if c.is_whitespace() => out.push(' '),
            c if is_hostile(c) => out.push(REPLACEMENT),
            c => out.push(c),
        }
        previous = c;
    }
    out.truncate(out.trim_end().len());
    out
}

/// At most `max` characters and at most four combining marks on each.
fn limited(input: &str, max: usize) -> impl Iterator<Item = char> {
    let mut marks = 0;
    input
        .chars()
        .filter(move |c| {
            marks = if is_mark(*c) { marks + 1 } else { 0 };
            marks <= 4
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
        if c.is_whitespace() {
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

/// The width of a text in terminal columns, by grapheme.
pub fn width(text: &str) -> usize {
    let of = |g: &str| match g.as_bytes() {
        [b' '..=b'~'] => 1,
        _ => unicode_width::UnicodeWidthStr::width(g).min(2),
    };
    graphemes(text).map(of).sum()
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
    use super::*;

    #[test]
    fn escape_sequences_and_bidi_overrides_are_marked_not_kept() {
        assert_eq!(clean_line("A\u{1b}]0;pwn\u{7}B\u{9b}31mC\u{202e}D"), "A�]0;pwn�B�31mC�D");
        assert_eq!(clean_line("  satu\r\n dua\ttiga "), "satu dua tiga");
        assert_eq!(clean_text("satu\r\ndua\rtiga\n\n"), "satu\ndua\ntiga");
    }

    #[test]
    fn floods_are_cut() {
        let flood = format!("a{}", "\u{301}".repeat(500));
        assert_eq!(clean_line(&flood).chars().count(), 5);
        assert_eq!(clean_line(&"x".repeat(1_000_000)).len(), MAX_LINE);
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
            let wide = |g: &&str| unicode_width::UnicodeWidthStr::width(*g).min(2);
            proptest::prop_assert_eq!(width(&text), slow.iter().map(wide).sum::<usize>());
            // A mark is not ASCII, so that the line with one takes the long way.
            let marked = clean_line(&format!("{text} \u{301}"));
            proptest::prop_assert_eq!(clean_line(&text), marked.trim_end_matches('\u{301}').trim_end());
        }
    }
}
