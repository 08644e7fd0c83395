//! Refused rows written out again, with the reason, so that they can be put right and imported once more. Pure: gives
//! bytes. Nothing in them runs when a spreadsheet opens the file.

use super::cells::neutral;
use super::finding::Severity;
use super::plan::Proposal;
use super::table::{Row, Workbook, letters};
use crate::i18n::Words;

/// CSV with the columns of the source and one more, UTF-8 with BOM as spreadsheets like it, the delimiter of the
/// source (semicolon where it had none).
pub fn write(workbook: &Workbook, proposal: &Proposal, words: &Words) -> std::io::Result<Vec<u8>> {
    let table = &workbook.sheets[proposal.sheet];
    let width = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let delimiter = u8::try_from(workbook.delimiter.unwrap_or(';')).unwrap_or(b';');
    let mut out = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(csv::Terminator::CRLF)
        .from_writer(b"\xEF\xBB\xBF".to_vec());
    let header = (0..width).map(|column| match proposal.columns.names().get(column) {
        Some(name) => neutral(name),
        None => letters(column),
    });
    out.write_record(header.chain([words.say("import-reason-column")]))?;
    for index in &proposal.refused {
        let row = &table.rows[*index];
        let cells = (0..width).map(|column| neutral(&cell(row, column)));
        out.write_record(cells.chain([neutral(&reasons(row, proposal, words))]))?;
    }
    out.into_inner().map_err(|error| std::io::Error::other(error.to_string()))
}

/// As it stood; a mark against formulas that it had is set again, not doubled.
fn cell(row: &Row, column: usize) -> String {
    row.cells.get(column).map(|cell| cell.text.to_string()).unwrap_or_default()
}

fn reasons(row: &Row, proposal: &Proposal, words: &Words) -> String {
    let errors = proposal.report.findings.iter().filter(|f| f.row == row.number && f.severity == Severity::Error);
    errors.map(|f| format!("{}: {}", f.column, words.text(&f.text))).collect::<Vec<_>>().join(" ")
}
