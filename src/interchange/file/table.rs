//! Rows of cells as they stand in the file, with the row numbers that a spreadsheet shows.

/// All sheets of a file; a text file has one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workbook {
    pub sheets: Vec<Table>,
    /// What divides the cells of a text file, for writing rows out in the same form.
    pub delimiter: Option<char>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub name: String,
    /// Only rows that have something in them.
    pub rows: Vec<Row>,
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
    /// Kept as a number by the spreadsheet: no more than 15 to 17 digits of it are true.
    pub number: bool,
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
        Cell { text: text.into(), number: false }
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
