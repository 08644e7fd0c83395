//! Tables written out as an Indonesian spreadsheet opens them: UTF-8 with BOM, semicolons, decimal commas; or a workbook. Pure:
//! gives bytes. Nothing in them runs when a spreadsheet opens the file.

use super::cells::{neutral, without_mark};
use crate::domain::language::clean::clean_text;

/// A workbook with one sheet. Every cell is text as it stands but whole numbers and amounts, which can be added up; what begins
/// like a formula is text here and runs nowhere.
pub fn xlsx(header: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> std::io::Result<Vec<u8>> {
    let failed = |error: rust_xlsxwriter::XlsxError| std::io::Error::other(error.to_string());
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let bold = rust_xlsxwriter::Format::new().set_bold();
    let sheet = workbook.add_worksheet();
    for (column, name) in (0u16..).zip(header) {
        sheet.write_string_with_format(0, column, clean_text(name), &bold).map_err(failed)?;
    }
    sheet.set_freeze_panes(1, 0).map_err(failed)?;
    for (at, row) in (1u32..).zip(rows) {
        for (column, cell) in (0u16..).zip(row) {
            // The apostrophe of a long number is for spreadsheets that read text.
            let cell = clean_text(without_mark(&cell));
            let cell = cell.strip_prefix('\'').filter(|rest| rest.bytes().all(|b| b.is_ascii_digit())).unwrap_or(&cell);
            match number(cell) {
                Some(number) => sheet.write_number(at, column, number).map_err(failed)?,
                None => sheet.write_string(at, column, cell).map_err(failed)?,
            };
        }
    }
    workbook.save_to_buffer().map_err(failed)
}

/// What a spreadsheet can add up without losing a digit; a NIP or a number that begins with a nought is none.
fn number(cell: &str) -> Option<f64> {
    let digits = cell.len() <= 15 && !cell.is_empty() && cell.bytes().all(|b| b.is_ascii_digit());
    (digits && (cell == "0" || !cell.starts_with('0'))).then(|| cell.parse().ok()).flatten()
}

/// Rows below a header; every cell is cleaned and marked where a spreadsheet would run it.
pub fn csv(header: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> std::io::Result<Vec<u8>> {
    let mut out =
        csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(b"\xEF\xBB\xBF".to_vec());
    out.write_record(header.iter().map(|cell| neutral(&clean_text(cell))))?;
    for row in rows {
        out.write_record(row.iter().map(|cell| neutral(&clean_text(cell))))?;
    }
    out.into_inner().map_err(|error| std::io::Error::other(error.to_string()))
}
