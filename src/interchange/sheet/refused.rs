//! Refused rows written out again, with the reason, so that they can be put right and imported once more. Pure: gives
//! bytes. Nothing in them runs when a spreadsheet opens the file.

use super::cells::neutral;
use super::finding::{Finding, Severity};
use crate::domain::language::clean::clean_text;
use crate::i18n::Words;
use crate::interchange::file::table::{Row, Workbook, letters};

/// What of a workbook was refused, and why.
#[derive(Clone, Copy, Debug)]
pub struct Refused<'a> {
    pub workbook: &'a Workbook,
    pub sheet: usize,
    /// What stands over the columns.
    pub names: &'a [String],
    /// Indexes of rows.
    pub rows: &'a [usize],
    pub findings: &'a [Finding],
}

/// CSV with the columns of the source and one more, UTF-8 with BOM as spreadsheets like it, the delimiter of the
/// source (semicolon where it had none).
pub fn write(refused: Refused<'_>, words: &Words) -> std::io::Result<Vec<u8>> {
    let table = &refused.workbook.sheets[refused.sheet];
    let width = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let delimiter = u8::try_from(refused.workbook.delimiter.unwrap_or(';')).unwrap_or(b';');
    let mut out = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(csv::Terminator::CRLF)
        .from_writer(b"\xEF\xBB\xBF".to_vec());
    let header = (0..width).map(|column| match refused.names.get(column) {
        Some(name) => neutral(name),
        None => letters(column),
    });
    out.write_record(header.chain([words.say("import-reason-column")]))?;
    for index in refused.rows {
        let row = &table.rows[*index];
        let cells = (0..width).map(|column| neutral(&cell(row, column)));
        out.write_record(cells.chain([neutral(&reasons(row, refused.findings, words))]))?;
    }
    out.into_inner().map_err(|error| std::io::Error::other(error.to_string()))
}

/// As it stood, but for what is hostile: that would not have been imported as it is either.
fn cell(row: &Row, column: usize) -> String {
    row.cells.get(column).map(|cell| clean_text(&cell.text)).unwrap_or_default()
}

fn reasons(row: &Row, findings: &[Finding], words: &Words) -> String {
    let errors = findings.iter().filter(|f| f.row == row.number && f.severity == Severity::Error);
    errors.map(|f| format!("{}: {}", f.column, words.text(&f.text))).collect::<Vec<_>>().join(" ")
}
