//! One text field: a single line or soft-wrapped lines, edited by grapheme, with the Emacs keys that people expect in
//! text fields. Plain data, so that a draft is simply this value.

use super::key::{Key, KeyPress};
use crate::domain::language::clean;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Kept")]
pub struct Editor {
    text: String,
    /// A byte offset on a grapheme boundary.
    cursor: usize,
}

/// As it stands in the drafts, which somebody may have written by hand.
#[derive(Deserialize)]
struct Kept {
    text: String,
    cursor: usize,
}

impl From<Kept> for Editor {
    fn from(kept: Kept) -> Self {
        let mut text = clean::harmless(&kept.text);
        let end = (0..=MOST.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
        text.truncate(end.unwrap_or_default());
        let bounds = text.grapheme_indices(true).map(|(at, _)| at);
        let cursor = bounds.take_while(|at| *at <= kept.cursor).last().unwrap_or(0);
        Editor { cursor: if kept.cursor >= text.len() { text.len() } else { cursor }, text }
    }
}

/// A field takes no more, in bytes.
const MOST: usize = clean::MAX_TEXT * 4;

impl Editor {
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Editor { cursor: text.len(), text }
    }
    pub fn text(&self) -> &str {
        &self.text
    }
    pub fn cursor(&self) -> usize {
        self.cursor
    }
    /// Puts the cursor before a byte; inside of a letter, before that letter.
    pub fn go_to(&mut self, at: usize) {
        let letters = self.text.grapheme_indices(true).map(|(start, _)| start);
        self.cursor = letters.take_while(|start| *start <= at).last().unwrap_or(0);
    }
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }
    pub fn clear(&mut self) {
        *self = Editor::default();
    }
    pub fn take(&mut self) -> String {
        std::mem::take(self).text
    }
    pub fn set(&mut self, text: impl Into<String>) {
        *self = Editor::new(text);
    }

    /// Pasted text: line ends stay where the field has lines, and never submit. More is taken than a record can have, so
    /// that what is too long is refused when it is saved, and nothing of it is cut without a word.
    pub fn paste(&mut self, text: &str, lines: bool) {
        let clean = clean::clean_whole(text);
        let clean = if lines { clean } else { clean.split_whitespace().collect::<Vec<_>>().join(" ") };
        let room = MOST.saturating_sub(self.text.len());
        let fits = (0..=room.min(clean.len())).rev().find(|at| clean.is_char_boundary(*at)).unwrap_or_default();
        self.insert(&clean[..fits]);
    }

    pub fn insert(&mut self, text: &str) {
        if self.text.len() + text.len() > MOST {
            return;
        }
        self.text.insert_str(self.cursor, text);
        self.cursor += text.len();
    }

    /// Replaces a range and leaves the cursor behind it: what completion does.
    pub fn replace(&mut self, range: Range<usize>, with: &str) {
        if self.text.is_char_boundary(range.start) && self.text.is_char_boundary(range.end) && range.start <= range.end {
            self.text.replace_range(range.clone(), with);
            self.cursor = range.start + with.len();
        }
    }

    /// Edits; says whether the key meant something here.
    pub fn key(&mut self, press: KeyPress) -> bool {
        let KeyPress { key, ctrl, alt } = press;
        match key {
            Key::Char(c) if !ctrl && !alt && !clean::is_hostile(c) => self.insert(c.encode_utf8(&mut [0; 4])),
            Key::Left | Key::Right if ctrl || alt => self.cursor = self.word(key == Key::Right),
            Key::Char('b') if alt => self.cursor = self.word(false),
            Key::Char('f') if alt => self.cursor = self.word(true),
            Key::Left => self.cursor = self.before(),
            Key::Char('b') if ctrl => self.cursor = self.before(),
            Key::Right => self.cursor = self.after(),
            Key::Char('f') if ctrl => self.cursor = self.after(),
            Key::Home => self.cursor = self.line().start,
            Key::Char('a') if ctrl => self.cursor = self.line().start,
            Key::End => self.cursor = self.line().end,
            Key::Char('e') if ctrl => self.cursor = self.line().end,
            Key::Backspace => self.delete(self.before()..self.cursor),
            Key::Char('h') if ctrl => self.delete(self.before()..self.cursor),
            Key::Delete => self.delete(self.cursor..self.after()),
            Key::Char('w') if ctrl => self.delete(self.word(false)..self.cursor),
            Key::Char('u') if ctrl => self.delete(self.line().start..self.cursor),
            Key::Char('k') if ctrl => self.delete(self.cursor..self.line().end),
            _ => return false,
        }
        true
    }

    /// Up or down by one line as wrapped at `width`; says whether there was one.
    pub fn vertical(&mut self, down: bool, width: usize) -> bool {
        let lines = wrap(&self.text, width);
        let (row, column) = place(&self.text, &lines, self.cursor);
        let target = if down { row + 1 } else { row.wrapping_sub(1) };
        let Some(range) = lines.get(target) else { return false };
        let mut at = range.start;
        let mut reached = 0;
        for g in self.text[range.clone()].graphemes(true) {
            let w = clean::width(g);
            // The end of a wrapped line is the start of the next one: stay before it.
            let wraps_here = target + 1 < lines.len() && at + g.len() == range.end;
            if reached + w > column || wraps_here {
                break;
            }
            reached += w;
            at += g.len();
        }
        self.cursor = at;
        true
    }

    fn delete(&mut self, range: Range<usize>) {
        self.text.replace_range(range.clone(), "");
        self.cursor = range.start;
    }

    fn before(&self) -> usize {
        self.text[..self.cursor].grapheme_indices(true).next_back().map_or(0, |(i, _)| i)
    }

    fn after(&self) -> usize {
        self.cursor + self.text[self.cursor..].graphemes(true).next().map_or(0, str::len)
    }

    fn word(&self, forward: bool) -> usize {
        if forward {
            let rest = &self.text[self.cursor..];
            let start = rest.find(|c: char| c.is_alphanumeric()).unwrap_or(rest.len());
            let end = rest[start..].find(|c: char| !c.is_alphanumeric()).map_or(rest.len(), |n| start + n);
            self.cursor + end
        } else {
            let head = self.text[..self.cursor].trim_end_matches(|c: char| !c.is_alphanumeric());
            head.rfind(|c: char| !c.is_alphanumeric()).map_or(0, |i| i + head[i..].chars().next().map_or(1, char::len_utf8))
        }
    }

    /// The line between line ends that the cursor is on.
    fn line(&self) -> Range<usize> {
        let start = self.text[..self.cursor].rfind('\n').map_or(0, |i| i + 1);
        let end = self.text[self.cursor..].find('\n').map_or(self.text.len(), |i| self.cursor + i);
        start..end
    }
}

/// Byte ranges of the lines of a text wrapped softly at `width` columns: at spaces where it can, inside a word where
/// it must. The space or line end at a break belongs to the line before it. Never empty.
pub fn wrap(text: &str, width: usize) -> Vec<Range<usize>> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let (mut start, mut column, mut space) = (0, 0, None);
    for (i, g) in text.grapheme_indices(true) {
        if g == "\n" || g == "\r\n" {
            lines.push(start..i + g.len());
            (start, column, space) = (i + g.len(), 0, None);
            continue;
        }
        let w = clean::width(g);
        if column + w > width && g != " " {
            let cut = match space {
                Some(after) if after > start => after,
                _ => i,
            };
            lines.push(start..cut);
            start = cut;
            column = clean::width(&text[cut..i]);
            space = None;
        }
        column += w;
        if g == " " {
            space = Some(i + 1);
        }
    }
    lines.push(start..text.len());
    lines
}

/// Row and column of a byte offset in wrapped lines.
pub fn place(text: &str, lines: &[Range<usize>], cursor: usize) -> (usize, usize) {
    let row = lines.iter().rposition(|r| r.start <= cursor).unwrap_or(0);
    let start = lines.get(row).map_or(0, |r| r.start);
    (row, clean::width(&text[start..cursor.max(start)]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(keys: &str) -> Editor {
        let mut editor = Editor::default();
        for key in keys.split(' ') {
            let press = key.parse().unwrap();
            editor.key(press);
        }
        editor
    }

    #[test]
    fn backspace_takes_a_whole_cluster() {
        let mut editor = Editor::new("a👨‍👩‍👧");
        editor.key(KeyPress::plain(Key::Backspace));
        assert_eq!(editor.text(), "a");
    }

    #[test]
    fn emacs_keys_edit_by_word_and_line() {
        let mut editor = Editor::new("satu dua tiga");
        editor.key(KeyPress::ctrl('w'));
        assert_eq!(editor.text(), "satu dua ");
        editor.key(KeyPress::ctrl('a'));
        editor.key(KeyPress::ctrl('k'));
        assert_eq!(editor.text(), "");
        assert_eq!(typed("a b left X").text(), "aXb");
    }

    #[test]
    fn what_was_kept_comes_back_and_nothing_hostile_with_it() {
        let back = |text: &str, cursor: usize| -> (String, usize) {
            let editor: Editor = serde_json::from_value(serde_json::json!({ "text": text, "cursor": cursor })).unwrap();
            (editor.text, editor.cursor)
        };
        assert_eq!(back(" satu\ndua ", 3), (" satu\ndua ".to_owned(), 3));
        assert_eq!(back("é…", 1), ("é…".to_owned(), 0), "within a character");
        assert_eq!(back("abc", 99), ("abc".to_owned(), 3));
        assert_eq!(back("a\u{1b}[2J", 0).0, "a\u{FFFD}[2J");
        assert_eq!(back(&"x".repeat(1 << 20), 7), ("x".repeat(MOST), 7));
    }

    #[test]
    fn lines_wrap_at_spaces_and_long_words_are_cut() {
        let lines = |text: &str, w| -> Vec<String> { wrap(text, w).into_iter().map(|r| text[r].to_owned()).collect() };
        assert_eq!(lines("satu dua tiga", 9), ["satu dua ", "tiga"]);
        assert_eq!(lines("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(lines("a\n\nb", 4), ["a\n", "\n", "b"]);
        assert_eq!(lines("", 4), [""]);
    }

    #[test]
    fn up_and_down_keep_the_column() {
        let mut editor = Editor::new("satu dua tiga empat");
        assert!(editor.vertical(false, 9));
        assert_eq!(editor.cursor(), "satu dua tiga".len());
        assert!(editor.vertical(false, 9));
        assert_eq!(editor.cursor(), "satu".len());
        assert!(!editor.vertical(false, 9));
        assert!(editor.vertical(true, 9));
    }

    proptest::proptest! {
        #[test]
        fn no_sequence_of_keys_breaks_a_cluster(text in "\\PC{0,40}", keys in proptest::collection::vec(0usize..9, 0..40)) {
            let mut editor = Editor::new(text);
            let presses = ["left", "right", "backspace", "delete", "ctrl-w", "ctrl-left", "ctrl-right", "home", "x"];
            for k in keys {
                editor.key(presses[k].parse().unwrap());
                let at = editor.cursor();
                let boundary = at == editor.text().len() || editor.text().char_indices().any(|(i, _)| i == at);
                proptest::prop_assert!(boundary);
                editor.vertical(k % 2 == 0, 7);
            }
            let lines = wrap(editor.text(), 7);
            let joined: String = lines.iter().map(|r| &editor.text()[r.clone()]).collect();
            proptest::prop_assert_eq!(joined, editor.text());
        }
    }
}
