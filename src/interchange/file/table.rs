//! Rows of cells as they stand in the file, with the row numbers that a spreadsheet shows, and what a spreadsheet shows
//! otherwise than a list needs it: what is hidden, merged, or kept differently from how it is shown.

use serde::{Deserialize, Serialize};

/// All sheets of a file; a text file has one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workbook {
    pub sheets: Vec<Table>,
    /// What divides the cells of a text file, for writing rows out in the same form.
    pub delimiter: Option<char>,
    /// Days are counted from 1904, as on old Macintoshes.
    pub from_1904: bool,
    /// An old workbook, whose number formats and hidden rows the library does not tell.
    pub old: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub name: String,
    /// Only rows that have something in them.
    pub rows: Vec<Row>,
    /// The sheet is hidden.
    pub hidden: bool,
    pub merges: Vec<Merge>,
    /// Numbers of hidden rows, ascending: by hand or by a filter.
    pub hidden_rows: Vec<u32>,
    /// Indexes of hidden columns.
    pub hidden_columns: Vec<u16>,
}

/// Cells that are shown as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merge {
    /// Numbers of the first and the last row.
    pub rows: (u32, u32),
    /// Indexes of the first and the last column.
    pub columns: (u16, u16),
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// As the spreadsheet counts: from 1.
    pub number: u32,
    pub cells: Vec<Cell>,
    /// A quotation mark was opened and never closed: the cells can't be trusted.
    pub torn: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    pub text: Box<str>,
    /// Kept as a number by the spreadsheet: no more than 15 to 17 digits of it are true. The text has a point before
    /// its decimals and no sign between thousands.
    pub number: bool,
    pub mark: Option<Box<Mark>>,
}

/// Why the text of a cell is not simply what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mark {
    /// A formula whose value was not saved: nobody but a spreadsheet knows it.
    Unsaved,
    /// The cell shows less than it keeps; the text is what it shows, this is what it keeps.
    Rounded(String),
    /// The number is shown by a format that is not read; the text is what the cell keeps.
    Format(String),
}

/// Bounds of what is read; an agency of 20,000 with all columns of SIASN needs a million cells.
pub const MAX_ROWS: usize = 200_000;
pub const MAX_COLUMNS: usize = 500;
pub const MAX_CELLS: usize = 5_000_000;
pub const MAX_CELL_BYTES: usize = 32 * 1024;

impl Row {
    /// The text of a cell, trimmed; empty where there is none.
    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.text.trim())
    }
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.text.trim().is_empty())
    }
}

impl Cell {
    pub fn text(text: impl Into<Box<str>>) -> Self {
        Cell { text: text.into(), ..Cell::default() }
    }
}

/// The letters over a column in a spreadsheet: 0 is `A`, 26 is `AA`.
pub fn letters(column: usize) -> String {
    let mut out = Vec::new();
    let mut n = column + 1;
    while n > 0 {
        out.push(b'A' + ((n - 1) % 26) as u8);
        n = (n - 1) / 26;
    }
    out.iter().rev().map(|b| char::from(*b)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_in_a_spreadsheet() {
        assert_eq!([0, 25, 26, 44, 701, 702].map(letters), ["A", "Z", "AA", "AS", "ZZ", "AAA"].map(str::to_owned));
    }
}
