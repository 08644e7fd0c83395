//! Text to rows: comma, semicolon, tab or bar between cells, quotation marks around them. Pure. Row numbers are those
//! of the spreadsheet: empty lines count, line ends inside a cell don't.

use super::table::{Cell, MAX_CELL_BYTES, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Row, Table};
use super::unreadable::Unreadable;

/// How much sense rows make as a list of anything: this room knows no list.
pub type Sense = fn(&[Row]) -> usize;

/// How far a quotation mark may be from its partner; farther away it was never one.
const MAX_QUOTED_BYTES: usize = 8 * 1024;
const MAX_QUOTED_LINES: usize = 40;
/// How many rows are looked at to find the delimiter.
const SAMPLE_ROWS: usize = 50;

/// Finds the delimiter and reads all rows.
pub fn read(text: &str, sense: Sense) -> Result<(Table, char), Unreadable> {
    let (text, told, skipped) = told_delimiter(text);
    let delimiter = told.unwrap_or_else(|| sniff(text, sense));
    let rows = rows(text, delimiter, skipped, MAX_ROWS)?;
    Ok((Table { rows, ..Table::default() }, delimiter))
}

/// `sep=;` in the first line, as some spreadsheets write.
fn told_delimiter(text: &str) -> (&str, Option<char>, u32) {
    let Some(rest) = text.strip_prefix("sep=") else { return (text, None, 0) };
    let mut chars = rest.chars();
    match chars.next() {
        Some(c @ (',' | ';' | '\t' | '|')) => (chars.as_str().trim_start_matches('\r').trim_start_matches('\n'), Some(c), 1),
        _ => (text, None, 0),
    }
}

/// The delimiter with which a header row makes most sense; failing that, the one that divides most rows alike.
fn sniff(text: &str, sense: Sense) -> char {
    let mut best = (';', (0, 0));
    for delimiter in [';', '\t', ',', '|'] {
        let sample = rows(text, delimiter, 0, SAMPLE_ROWS).unwrap_or_default();
        let known = sense(&sample);
        let mut widths: Vec<usize> = sample.iter().map(|row| row.cells.len()).filter(|n| *n > 1).collect();
        widths.sort_unstable();
        let alike = widths.chunk_by(|a, b| a == b).map(<[usize]>::len).max().unwrap_or(0);
        if (known, alike) > best.1 {
            best = (delimiter, (known, alike));
        }
    }
    best.0
}

fn rows(text: &str, delimiter: char, skipped: u32, limit: usize) -> Result<Vec<Row>, Unreadable> {
    let mut out: Vec<Row> = Vec::new();
    let mut reading = Reading { rest: text, delimiter };
    let mut number = skipped;
    let mut cells = 0;
    while !reading.rest.is_empty() {
        number = number.saturating_add(1);
        let mut row = reading.row(number)?;
        while row.cells.last().is_some_and(|cell| cell.text.trim().is_empty()) {
            row.cells.pop();
        }
        if row.is_empty() {
            continue;
        }
        cells += row.cells.len();
        if out.len() >= limit || cells > MAX_CELLS {
            if limit < MAX_ROWS {
                break;
            }
            return Err(Unreadable::TooManyRows { most: MAX_ROWS });
        }
        out.push(row);
    }
    Ok(out)
}

struct Reading<'a> {
    rest: &'a str,
    delimiter: char,
}

impl<'a> Reading<'a> {
    fn row(&mut self, number: u32) -> Result<Row, Unreadable> {
        let mut row = Row { number, ..Row::default() };
        loop {
            // In a torn row no other mark is looked into: each look may go far ahead.
            let inside = self.rest.strip_prefix('"').filter(|_| !row.torn);
            let text = match inside.map(|inside| quoted(inside, self.delimiter)) {
                Some(Some((text, rest))) => {
                    self.rest = rest;
                    text
                }
                Some(None) => {
                    row.torn = true;
                    self.bare().to_owned()
                }
                None => self.bare().to_owned(),
            };
            if text.len() > MAX_CELL_BYTES {
                return Err(Unreadable::CellTooLong { row: number });
            }
            row.cells.push(Cell::text(bare_text(text)));
            if row.cells.len() > MAX_COLUMNS && !self.rest.trim_start_matches(self.delimiter).starts_with(['\r', '\n']) {
                return Err(Unreadable::TooManyColumns { row: number, most: MAX_COLUMNS });
            }
            if let Some(rest) = self.rest.strip_prefix(self.delimiter) {
                self.rest = rest;
                continue;
            }
            self.rest = self.rest.strip_prefix('\r').unwrap_or(self.rest);
            self.rest = self.rest.strip_prefix('\n').unwrap_or(self.rest);
            return Ok(row);
        }
    }

    /// Up to the delimiter or the end of the line.
    fn bare(&mut self) -> &'a str {
        let end = self.rest.find([self.delimiter, '\r', '\n']).unwrap_or(self.rest.len());
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        text
    }
}

/// `="1986…"` is how digits are kept as text in a file that a spreadsheet opens: a formula that says what it says.
fn bare_text(text: String) -> String {
    let inside = text.trim().strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    match inside {
        Some(inside) if !inside.contains('"') => inside.to_owned(),
        _ => text,
    }
}

/// What stands inside quotation marks, and what follows the closing one; `None` if none closes it near enough.
fn quoted(inside: &str, delimiter: char) -> Option<(String, &str)> {
    let mut text = String::new();
    let mut from = 0;
    let mut lines = 0;
    for (at, c) in inside.char_indices() {
        if at < from {
            continue;
        }
        if at > MAX_QUOTED_BYTES || lines > MAX_QUOTED_LINES {
            return None;
        }
        lines += usize::from(c == '\n');
        if c != '"' {
            continue;
        }
        text.push_str(&inside[from..at]);
        let rest = &inside[at + 1..];
        if rest.starts_with('"') {
            text.push('"');
            from = at + 2;
        } else if rest.is_empty() || rest.starts_with([delimiter, '\r', '\n']) {
            return Some((text, rest));
        } else {
            // `"Ahmad "Ucok" Ginting"`: a mark inside that nobody doubled.
            text.push('"');
            from = at + 1;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows of a head of more than one word.
    fn sense(rows: &[Row]) -> usize {
        rows.iter().filter(|row| row.cells.iter().filter(|c| ["No", "Nama", "NIP"].contains(&&*c.text)).count() > 1).count()
    }
    fn read(text: &str) -> Result<(Table, char), Unreadable> {
        super::read(text, sense)
    }

    fn cells(text: &str) -> Vec<Vec<String>> {
        let table = read(text).unwrap().0;
        table.rows.iter().map(|r| r.cells.iter().map(|c| c.text.to_string()).collect()).collect()
    }

    #[test]
    fn the_delimiter_is_found_though_titles_contain_commas() {
        for delimiter in [';', '\t', ',', '|'] {
            let list = "DAFTAR PEGAWAI\n\nNo;Nama;NIP\n1;\"Siti, S.STP., M.AP.\";1\n2;\"Budi, S.H., M.H.\";2\n";
            let (table, found) = read(&list.replace(';', &delimiter.to_string())).unwrap();
            assert_eq!((found, table.rows.len()), (delimiter, 4));
            assert_eq!(&*table.rows[2].cells[1].text, "Siti, S.STP., M.AP.");
            assert_eq!(table.rows[2].number, 4, "the empty line counts");
        }
        assert_eq!(read("Nama;NIP;Gol\nSiti, S.STP., M.AP.;1;II\n").unwrap().1, ';');
        assert_eq!(read("sep=|\nNama|NIP\nSiti|1").unwrap().0.rows[1].number, 3);
    }

    #[test]
    fn line_ends_inside_a_cell_are_not_rows() {
        let table = read("Nama;NIP\n\"Siti\nAisyah\";1\r\nBudi;2\rRina;3").unwrap().0;
        let numbers: Vec<u32> = table.rows.iter().map(|r| r.number).collect();
        assert_eq!(numbers, [1, 2, 3, 4]);
        assert_eq!(&*table.rows[1].cells[0].text, "Siti\nAisyah");
    }

    #[test]
    fn quotation_marks_are_read_as_meant() {
        assert_eq!(cells("a;\"b\"\"c\";\"d \"e\" f\"\n"), [["a", "b\"c", "d \"e\" f"]]);
    }

    #[test]
    fn digits_that_are_kept_as_text_by_a_formula_are_those_digits() {
        let (plain, quoted) = ("a;=\"007\"", "a;\"=\"\"007\"\"\"");
        assert_eq!([cells(plain), cells(quoted)], [[["a", "007"]], [["a", "007"]]]);
        assert_eq!(cells("a;=SUM(\"x\")"), [["a", "=SUM(\"x\")"]]);
    }

    #[test]
    fn an_open_quotation_mark_costs_one_row_not_the_file() {
        let mut list = "Nama;NIP\n\"Siti;1\n".to_owned();
        for i in 0..100 {
            list.push_str(&format!("Budi {i};2\n"));
        }
        let table = read(&list).unwrap().0;
        assert_eq!(table.rows.len(), 102);
        assert_eq!(table.rows.iter().filter(|r| r.torn).map(|r| r.number).collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn what_is_too_big_is_refused_with_the_place() {
        let wide = format!("Nama;NIP\n{}x\n", "y;".repeat(1_000_000));
        assert!(matches!(read(&wide), Err(Unreadable::TooManyColumns { row: 2, .. })));
        let long = format!("Nama;NIP\n{}\n", "y".repeat(1_000_000));
        assert!(matches!(read(&long), Err(Unreadable::CellTooLong { row: 2 })));
        let many = "a;b\n".repeat(200_001);
        assert!(matches!(read(&many), Err(Unreadable::TooManyRows { .. })));
    }
}
