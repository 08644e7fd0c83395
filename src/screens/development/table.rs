//! What tabs are made of: columns with their heads, and the cells of a row. Words and tones; where they stand is `draw`'s.

use crate::desk::Desk;
use crate::domain::PersonId;
use crate::reports::Tone;

/// A column; the first one of a tab takes what room is left.
pub struct Column {
    /// The message of its head; empty for none.
    pub head: &'static str,
    pub width: u16,
    pub right: bool,
    /// Stays on a narrow terminal.
    pub keeps: bool,
}

pub const fn column(head: &'static str, width: u16) -> Column {
    Column { head, width, right: true, keeps: false }
}

impl Column {
    pub const fn left(self) -> Column {
        Column { right: false, ..self }
    }
    pub const fn keeps(self) -> Column {
        Column { keeps: true, ..self }
    }
}

pub type Cell = (String, Tone);

/// A row: how far it is set in, and its cells from the left.
#[derive(Default)]
pub struct Cells {
    pub indent: u16,
    pub cells: Vec<Cell>,
}

pub fn plain(text: impl Into<String>) -> Cell {
    (text.into(), Tone::Plain)
}

pub fn dim(text: impl Into<String>) -> Cell {
    (text.into(), Tone::Dim)
}

/// A count, or the dot of none.
pub fn count(n: usize) -> Cell {
    if n == 0 { dim("·") } else { plain(n.to_string()) }
}

/// A sign, and what stands for it in ASCII.
pub fn sign(desk: &Desk, unicode: &'static str, ascii: &'static str) -> &'static str {
    if desk.look.ascii || desk.look.plain { ascii } else { unicode }
}

pub fn name(desk: &Desk, person: PersonId) -> String {
    desk.office.row(person).map(|row| row.name.full()).unwrap_or_default()
}

/// Without titles, where a column is narrow.
pub fn short_name(desk: &Desk, person: PersonId) -> String {
    desk.office.row(person).map(|row| row.name.name.clone()).unwrap_or_default()
}
