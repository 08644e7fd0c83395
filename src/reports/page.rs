//! A page for other eyes: 80 columns of plain text that is Markdown at the same time. Takes [`Shared`] text and
//! messages, nothing else, so that private text can't get onto it:
//!
//! ```
//! use bina::{domain::Shared, i18n::{Lang, Words}, reports::page::Page};
//! let words = Words::new(Lang::Id);
//! let mut page = Page::new(&words);
//! page.bullet(&Shared::new("untuk berdua".to_owned()));
//! ```
//! ```compile_fail
//! use bina::{domain::Private, i18n::{Lang, Words}, reports::page::Page};
//! let words = Words::new(Lang::Id);
//! let mut page = Page::new(&words);
//! page.bullet(&Private::new("hanya untuk atasan".to_owned()));
//! ```
//! ```compile_fail
//! use bina::{i18n::{Lang, Words}, reports::page::Page};
//! let words = Words::new(Lang::Id);
//! let mut page = Page::new(&words);
//! page.bullet(&"untuk siapa?".to_owned());
//! ```

use super::layout::{hanging, pad, wrap};
use crate::domain::language::clean::width;
use crate::domain::{Shared, SharedText};
use crate::i18n::{Arg, Words};

/// Columns of a page.
pub const COLUMNS: usize = 80;
const LABEL: usize = 18;
/// One of two columns for signatures.
const HALF: usize = 36;

pub struct Page<'w> {
    words: &'w Words,
    lines: Vec<String>,
}

impl<'w> Page<'w> {
    pub fn new(words: &'w Words) -> Self {
        Page { words, lines: vec![] }
    }

    pub fn title(&mut self, id: &str) {
        self.heading(id, '=');
    }

    pub fn section(&mut self, id: &str) {
        self.heading(id, '-');
    }

    fn heading(&mut self, id: &str, underline: char) {
        self.gap();
        let text = self.words.say(id);
        let line = underline.to_string().repeat(width(&text).min(COLUMNS));
        self.lines.extend([text, line, String::new()]);
    }

    /// An empty line, unless there is one.
    pub fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    pub fn paragraph(&mut self, text: &SharedText) {
        self.gap();
        self.lines.extend(wrap(text.get(), COLUMNS));
    }

    /// A sentence of the program's own.
    pub fn remark(&mut self, id: &str, args: &[(&'static str, Arg)]) {
        self.gap();
        self.lines.extend(wrap(&self.words.with(id, args), COLUMNS));
    }

    /// `- Label           : text`
    pub fn field(&mut self, id: &str, text: &SharedText) {
        let label = format!("- {}: ", pad(&self.words.say(id), LABEL));
        self.lines.extend(hanging(&label, text.get(), COLUMNS));
    }

    pub fn bullet(&mut self, text: &SharedText) {
        self.lines.extend(hanging("- ", text.get(), COLUMNS));
    }

    /// `  - text`, part of the bullet above.
    pub fn beneath(&mut self, text: &SharedText) {
        self.lines.extend(hanging("  - ", text.get(), COLUMNS));
    }

    /// `- Label: text`
    pub fn labelled(&mut self, id: &str, text: &SharedText) {
        self.nested("", id, text);
    }

    /// `  - Label: text`, part of the bullet above.
    pub fn part(&mut self, id: &str, text: &SharedText) {
        self.nested("  ", id, text);
    }

    fn nested(&mut self, indent: &str, id: &str, text: &SharedText) {
        let said = text.as_ref().map(|text| format!("{}: {text}", self.words.say(id)));
        let lines = hanging(&format!("{indent}- "), said.get(), COLUMNS);
        self.lines.extend(lines);
    }

    /// Two columns with room to sign; as a block of code, so that Markdown keeps the columns.
    pub fn signatures(&mut self, left: &Signature, right: &Signature) {
        self.gap();
        let heads = self.beside(&left.capacity, &right.capacity);
        let names = self.beside(&left.name, &right.name);
        let numbers = self.beside(&left.number, &right.number);
        self.lines.extend(heads);
        self.lines.extend([String::new(), String::new(), String::new()]);
        self.lines.extend(names);
        self.lines.extend(numbers);
    }

    fn beside(&self, left: &SharedText, right: &SharedText) -> Vec<String> {
        let (left, right) = (wrap(left.get(), HALF), wrap(right.get(), HALF));
        let rows = left.len().max(right.len());
        let cell = |column: &[String], i: usize| column.get(i).cloned().unwrap_or_default();
        (0..rows)
            .map(|i| format!("    {}  {}", pad(&cell(&left, i), HALF), cell(&right, i)).trim_end().to_owned())
            .filter(|line| !line.is_empty())
            .collect()
    }

    /// The whole page, ending with a line end.
    pub fn finish(mut self) -> SharedText {
        while self.lines.last().is_some_and(String::is_empty) {
            self.lines.pop();
        }
        Shared::new(self.lines.join("\n") + "\n")
    }
}

/// Who signs: in which capacity, the name, the number.
pub struct Signature {
    pub capacity: SharedText,
    pub name: SharedText,
    pub number: SharedText,
}
