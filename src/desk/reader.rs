//! Long text to read, over whatever screen it belongs to.

use super::copying::Copied;
use super::editor::wrap;
use crate::i18n::Text;

#[derive(Clone, Debug, PartialEq)]
pub struct Reader {
    pub title: Text,
    pub body: String,
    /// What the copy key takes, if the employee may see it.
    pub copy: Option<Copied>,
    pub top: usize,
}

impl Reader {
    pub fn new(title: Text, lines: &[String]) -> Self {
        Reader { title, body: lines.join("\n"), copy: None, top: 0 }
    }

    /// Columns of the text on a terminal so wide.
    pub fn width(columns: u16) -> usize {
        usize::from(columns.saturating_sub(2).min(82))
    }

    /// The text as it is wrapped.
    pub fn lines(&self, width: usize) -> Vec<&str> {
        let wrapped = |line| wrap(line, width).into_iter().map(move |range| str::trim_end(&line[range]));
        self.body.lines().flat_map(wrapped).collect()
    }
}
