//! Tables written out as an Indonesian spreadsheet opens them: UTF-8 with BOM, semicolons, decimal commas. Pure: gives
//! bytes. Nothing in them runs when a spreadsheet opens the file.

use super::cells::neutral;
use crate::domain::language::clean::clean_text;

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
