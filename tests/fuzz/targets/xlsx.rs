//! Any bytes as a workbook, and any bytes as the parts of a sound archive; read as the child process reads them, but
//! without its limits.
#![no_main]

use bina::interchange::table::{MAX_CELL_BYTES, MAX_COLUMNS};
use bina::interchange::xlsx::read_here;
use libfuzzer_sys::fuzz_target;
use std::io::{Cursor, Write};
use std::panic::catch_unwind;
use std::sync::Once;
use zip::CompressionMethod::Stored;
use zip::write::{SimpleFileOptions, ZipWriter};

static QUIET: Once = Once::new();

const PARTS: [&str; 6] = [
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
];

fuzz_target!(|bytes: &[u8]| {
    // A panic of the libraries ends the child and is said as a damaged workbook: it is no finding.
    QUIET.call_once(|| std::panic::set_hook(Box::new(|_| {})));
    // What a count of strings makes of the memory is what the child's limit is for, and would end this process.
    if bytes.windows(6).any(|window| window == b"eCount") {
        return;
    }
    read(bytes);
    read(&archive(bytes));
});

fn read(bytes: &[u8]) {
    let Ok(Ok(workbook)) = catch_unwind(|| read_here(bytes)) else { return };
    for row in workbook.sheets.iter().flat_map(|sheet| &sheet.rows) {
        let fine = row.cells.len() <= MAX_COLUMNS && row.cells.iter().all(|cell| cell.text.len() <= MAX_CELL_BYTES);
        if !fine {
            std::process::abort();
        }
    }
}

/// Parts stand behind each other with a form feed between them.
fn archive(bytes: &[u8]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in PARTS.iter().zip(bytes.split(|byte| *byte == 0x0c)) {
        let _ = out.start_file(*name, SimpleFileOptions::default().compression_method(Stored));
        let _ = out.write_all(part);
    }
    out.finish().map(Cursor::into_inner).unwrap_or_default()
}
