//! `.ods`: sheets of OpenDocument, read element by element. The file keeps what each cell shows beside what it keeps.

use super::super::table::{MAX_ROWS, Mark, Merge};
use super::parts::{attribute, reader};
use super::rows::{Rows, Stop, Written, say};
use super::said::{MAX_SHEETS, Reason, Said, Seen};
use super::shown::shown;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashSet;
use std::io::{BufRead, Write};

/// Says all sheets of `content.xml`.
pub(super) fn sheets(content: impl BufRead, out: &mut impl Write) -> Result<(), Stop> {
    let mut reader = reader(content);
    let mut buffer = Vec::new();
    let mut styles = Styles::default();
    let mut count = 0;
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|error| damaged(&error))? {
            Event::Start(element) => match element.local_name().as_ref() {
                "style" => styles.at = attribute(&element, "name").unwrap_or_default(),
                "table-properties" if attribute(&element, "display").as_deref() == Some("false") => {
                    styles.hidden.insert(styles.at.clone());
                }
                "table" => {
                    count += 1;
                    if count > MAX_SHEETS {
                        return Err(Reason::Sheets.into());
                    }
                    let name = attribute(&element, "name").unwrap_or_default();
                    let hidden = attribute(&element, "style-name").is_some_and(|style| styles.hidden.contains(&style));
                    say(out, &Said::Sheet { name, hidden })?;
                    sheet(&mut reader, out)?;
                }
                _ => {}
            },
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

#[derive(Default)]
struct Styles {
    at: String,
    hidden: HashSet<String>,
}

fn damaged(error: &dyn std::fmt::Display) -> Stop {
    Reason::Damaged(error.to_string()).into()
}

#[derive(Default)]
struct Sheet {
    /// The row that is read, from 1, and how often it stands.
    row: u32,
    rows_alike: u32,
    row_hidden: bool,
    column: u32,
    columns_alike: u32,
    cell: Cell,
    row_cells: Vec<(u32, u32, Cell)>,
    /// Columns are declared before the rows.
    declared: u32,
    /// A note on a cell, a table inside one: not what the cell says.
    inside: u32,
    in_text: bool,
    seen: Seen,
}

#[derive(Clone, Default)]
struct Cell {
    kind: String,
    value: String,
    shown: String,
    formula: bool,
}

fn sheet<B: BufRead>(reader: &mut quick_xml::Reader<B>, out: &mut impl Write) -> Result<(), Stop> {
    let mut sheet = Sheet::default();
    let mut rows = Rows::of(&mut *out);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|error| damaged(&error))? {
            Event::Start(element) => sheet.begin(element.local_name().as_ref(), &element),
            Event::Text(text) if sheet.in_text => sheet.cell.shown.push_str(&text.xml10_content()),
            Event::CData(text) if sheet.in_text => sheet.cell.shown.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) if sheet.in_text => {
                let sign = match &*reference {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => reference.resolve_char_ref().ok().flatten(),
                };
                sheet.cell.shown.extend(sign);
            }
            Event::End(element) => match element.local_name().as_ref() {
                "table" if sheet.inside == 0 => break,
                "table-row" if sheet.inside == 0 => sheet.end_row(&mut rows)?,
                name => sheet.end(name),
            },
            Event::Eof => break,
            _ => {}
        }
    }
    rows.end()?;
    drop(rows);
    say(out, &Said::Seen(sheet.seen))?;
    Ok(())
}

impl Sheet {
    fn begin(&mut self, name: &str, element: &BytesStart<'_>) {
        let count = |name| attribute(element, name).and_then(|n| n.parse().ok()).unwrap_or(1u32).max(1);
        let hidden = || attribute(element, "visibility").is_some_and(|v| v == "collapse" || v == "filter");
        match name {
            "annotation" | "table" | "shapes" => self.inside += 1,
            _ if self.inside > 0 => {}
            "table-column" => {
                let alike = count("number-columns-repeated");
                if hidden() {
                    let to = self.declared.saturating_add(alike).min(16_384);
                    self.seen.hidden_columns.extend((self.declared..to).filter_map(|c| u16::try_from(c).ok()));
                }
                self.declared = self.declared.saturating_add(alike);
            }
            "table-row" => {
                self.row = self.row.saturating_add(1);
                self.rows_alike = count("number-rows-repeated");
                self.row_hidden = hidden();
                self.column = 0;
                self.row_cells.clear();
            }
            "table-cell" | "covered-table-cell" => {
                self.columns_alike = count("number-columns-repeated");
                let said = |name| attribute(element, name).unwrap_or_default();
                let value = ["date-value", "boolean-value", "value"].map(said).into_iter().find(|v| !v.is_empty());
                self.cell = Cell {
                    kind: attribute(element, "value-type").unwrap_or_default(),
                    value: value.unwrap_or_default(),
                    shown: String::new(),
                    formula: attribute(element, "formula").is_some(),
                };
                self.merge(count("number-rows-spanned"), count("number-columns-spanned"));
            }
            "p" => {
                self.in_text = true;
                if !self.cell.shown.is_empty() {
                    self.cell.shown.push('\n');
                }
            }
            "s" | "tab" if self.in_text => self.cell.shown.push(' '),
            "line-break" if self.in_text => self.cell.shown.push('\n'),
            _ => {}
        }
    }

    fn merge(&mut self, rows: u32, columns: u32) {
        let index = |column: u32| u16::try_from(column).unwrap_or(u16::MAX);
        if (rows > 1 || columns > 1) && self.seen.merges.len() < MAX_ROWS {
            let last = self.column.saturating_add(columns - 1);
            let columns = (index(self.column), index(last));
            self.seen.merges.push(Merge { rows: (self.row, self.row.saturating_add(rows - 1)), columns });
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "annotation" | "table" | "shapes" => self.inside = self.inside.saturating_sub(1),
            _ if self.inside > 0 => {}
            "p" => self.in_text = false,
            "table-cell" | "covered-table-cell" => {
                let cell = std::mem::take(&mut self.cell);
                if !(cell.value.is_empty() && cell.shown.trim().is_empty() && !cell.formula) {
                    self.row_cells.push((self.column, self.columns_alike, cell));
                }
                self.column = self.column.saturating_add(self.columns_alike);
            }
            _ => {}
        }
    }

    /// Rows alike stand once in the file.
    fn end_row<W: Write>(&mut self, rows: &mut Rows<'_, W>) -> Result<(), Stop> {
        let last = self.row.saturating_add(self.rows_alike - 1);
        if self.row_hidden && !self.row_cells.is_empty() {
            self.seen.hidden_rows.extend((self.row..=last).take(MAX_ROWS));
        }
        if !self.row_cells.is_empty() {
            for row in self.row..=last {
                for (column, alike, cell) in &self.row_cells {
                    for column in *column..column.saturating_add(*alike) {
                        rows.cell(row, column, written(cell))?;
                    }
                }
            }
        }
        self.row = last;
        Ok(())
    }
}

fn written(cell: &Cell) -> Written {
    let text = |text: String| Written { text, ..Written::default() };
    let value: Option<f64> = cell.value.parse().ok();
    match (cell.kind.as_str(), value) {
        ("percentage", Some(value)) => against(shown(value, "0.##########%"), &cell.shown),
        ("float" | "currency", Some(value)) => against(shown(value, "General"), &cell.shown),
        ("date", _) if !cell.value.is_empty() => text(cell.value.clone()),
        _ if cell.formula && cell.shown.trim().is_empty() && cell.value.is_empty() => {
            Written { mark: Some(Mark::Unsaved), ..Written::default() }
        }
        _ => text(cell.shown.clone()),
    }
}

/// Digits that are kept and not shown: the number is marked, what is shown may be read in more than one way.
fn against(written: Written, shown: &str) -> Written {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let bare = |text: &str| digits(text).trim_matches('0').to_owned();
    if shown.trim().is_empty() || bare(shown) == bare(&written.text) {
        return written;
    }
    Written { mark: Some(Mark::Format(shown.to_owned())), ..written }
}
