//! Opens what the user named, within bounds, and finds out what kind of file it is. Refuses what is no list before
//! anything is parsed.

use super::table::Workbook;
use super::{delimited, text, xlsx};
use crate::i18n::{Arg, Text};
use std::io::Read;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Largest text file; 20,000 people with every column of SIASN are about 12 MB.
pub const MAX_TEXT_BYTES: u64 = 64 << 20;

/// Why a file can't be read as a list. Nothing of it was imported.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unreadable {
    #[error("can't be opened: {0}")]
    Io(String),
    #[error("is no file")]
    NotAFile,
    #[error("is empty")]
    Empty,
    #[error("is larger than {most} MB")]
    TooLarge { most: u64 },
    #[error("is neither text nor XLSX")]
    NotText,
    #[error("is an old .xls workbook")]
    OldWorkbook,
    #[error("is encrypted")]
    Encrypted,
    #[error("is a web page")]
    WebPage,
    #[error("is another kind of spreadsheet or archive")]
    NotXlsx,
    #[error("unpacks to more than is allowed")]
    Bomb,
    #[error("names files outside of itself")]
    Outside,
    #[error("needs more memory than is allowed")]
    Memory,
    #[error("takes longer than is allowed")]
    Time,
    #[error("is a damaged workbook: {0}")]
    Damaged(String),
    #[error("has more than {most} rows")]
    TooManyRows { most: usize },
    #[error("has more than {most} sheets")]
    TooManySheets { most: usize },
    #[error("has more than {most} columns in row {row}")]
    TooManyColumns { row: u32, most: usize },
    #[error("has a cell of more than 32 KB in row {row}")]
    CellTooLong { row: u32 },
    #[error("has no sheet named {name}; it has {there}")]
    NoSuchSheet { name: String, there: String },
    #[error("has no header row")]
    NoHeader,
    #[error("column {0} of --map is not there")]
    NoSuchColumn(String),
    #[error("has no header row with a column of goals")]
    NoGoalsHeader,
    #[error("has no header row with position, competency and level")]
    NoStandardsHeader,
    #[error("has no header row with competency, level and anchor")]
    NoFrameworkHeader,
    #[error("{field} is no field; there are {fields}")]
    NoSuchField { field: String, fields: String },
}

impl Unreadable {
    /// In the user's language, with what to do.
    pub fn text(&self) -> Text {
        let (id, args): (_, Vec<(&'static str, Arg)>) = match self {
            Unreadable::Io(error) => ("import-file-io", vec![("detail", error.as_str().into())]),
            Unreadable::NotAFile => ("import-file-not-a-file", vec![]),
            Unreadable::Empty => ("import-file-empty", vec![]),
            Unreadable::TooLarge { most } => ("import-file-too-large", vec![("most", (*most as i64).into())]),
            Unreadable::NotText => ("import-file-not-text", vec![]),
            Unreadable::OldWorkbook => ("import-file-old-workbook", vec![]),
            Unreadable::Encrypted => ("import-file-encrypted", vec![]),
            Unreadable::WebPage => ("import-file-web-page", vec![]),
            Unreadable::NotXlsx => ("import-file-not-xlsx", vec![]),
            Unreadable::Bomb => ("import-file-bomb", vec![]),
            Unreadable::Outside => ("import-file-outside", vec![]),
            Unreadable::Memory => ("import-file-memory", vec![]),
            Unreadable::Time => ("import-file-time", vec![]),
            Unreadable::Damaged(detail) => ("import-file-damaged", vec![("detail", detail.as_str().into())]),
            Unreadable::TooManyRows { most } => ("import-file-rows", vec![("most", (*most).into())]),
            Unreadable::TooManySheets { most } => ("import-file-sheets", vec![("most", (*most).into())]),
            Unreadable::TooManyColumns { row, most } => {
                ("import-file-columns", vec![("row", i64::from(*row).into()), ("most", (*most).into())])
            }
            Unreadable::CellTooLong { row } => ("import-file-cell", vec![("row", i64::from(*row).into())]),
            Unreadable::NoSuchSheet { name, there } => {
                ("import-no-such-sheet", vec![("name", name.as_str().into()), ("there", there.as_str().into())])
            }
            Unreadable::NoHeader => ("import-no-header", vec![]),
            Unreadable::NoSuchColumn(column) => ("import-no-such-column", vec![("column", column.as_str().into())]),
            Unreadable::NoGoalsHeader => ("import-no-goals-header", vec![]),
            Unreadable::NoStandardsHeader => ("import-no-standards-header", vec![]),
            Unreadable::NoFrameworkHeader => ("import-no-framework-header", vec![]),
            Unreadable::NoSuchField { field, fields } => {
                ("import-no-such-field", vec![("field", field.as_str().into()), ("fields", fields.as_str().into())])
            }
        };
        Text::with(id, args)
    }
}

/// Reads a file, or standard input for `-`. `reader` is the program that is started to read XLSX: this one.
pub fn read_workbook(path: &Path, reader: &Path) -> Result<Workbook, Unreadable> {
    workbook(&read_bytes(path)?, reader)
}

/// The same before anything is known of what the file holds.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Unreadable> {
    if path == Path::new("-") { bounded(std::io::stdin().lock()) } else { bounded(open(path)?) }
}

/// From bytes that are already here.
pub fn workbook(bytes: &[u8], reader: &Path) -> Result<Workbook, Unreadable> {
    match bytes {
        [] => Err(Unreadable::Empty),
        [b'P', b'K', 3 | 5, 4 | 6, ..] if bytes.len() as u64 > xlsx::MAX_BYTES => {
            Err(Unreadable::TooLarge { most: xlsx::MAX_BYTES >> 20 })
        }
        [b'P', b'K', 3 | 5, 4 | 6, ..] => xlsx::read(bytes, reader),
        // The old container of Office: an .xls, or an .xlsx behind a password.
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => {
            let mark: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
            let encrypted = bytes.windows(mark.len()).any(|w| w == mark);
            Err(if encrypted { Unreadable::Encrypted } else { Unreadable::OldWorkbook })
        }
        [b'%', b'P', b'D', b'F', ..] => Err(Unreadable::NotText),
        _ => {
            let text = text::decode(bytes).ok_or(Unreadable::NotText)?;
            let start: String = text.trim_start().chars().take(9).collect::<String>().to_ascii_lowercase();
            if ["<html", "<!doctype", "<table", "<?xml"].iter().any(|mark| start.starts_with(mark)) {
                return Err(Unreadable::WebPage);
            }
            let (table, delimiter) = delimited::read(&text)?;
            if table.rows.is_empty() {
                return Err(Unreadable::Empty);
            }
            Ok(Workbook { sheets: vec![table], delimiter: Some(delimiter) })
        }
    }
}

/// A plain file; a pipe or device could wait or flow for ever.
fn open(path: &Path) -> Result<std::fs::File, Unreadable> {
    use std::os::unix::fs::OpenOptionsExt;
    let io = |error: std::io::Error| Unreadable::Io(error.to_string());
    let not_waiting = rustix::fs::OFlags::NONBLOCK.union(rustix::fs::OFlags::NOCTTY).bits();
    let kind = std::fs::metadata(path).map_err(io)?;
    if !kind.is_file() {
        return Err(Unreadable::NotAFile);
    }
    let file = std::fs::OpenOptions::new().read(true).custom_flags(not_waiting as i32).open(path).map_err(io)?;
    let opened = file.metadata().map_err(io)?;
    if !opened.is_file() {
        return Err(Unreadable::NotAFile);
    }
    if opened.len() > MAX_TEXT_BYTES {
        return Err(Unreadable::TooLarge { most: MAX_TEXT_BYTES >> 20 });
    }
    Ok(file)
}

/// The file may grow while it is read.
fn bounded(from: impl Read) -> Result<Vec<u8>, Unreadable> {
    let mut bytes = Vec::new();
    from.take(MAX_TEXT_BYTES + 1).read_to_end(&mut bytes).map_err(|error| Unreadable::Io(error.to_string()))?;
    if bytes.len() as u64 > MAX_TEXT_BYTES {
        return Err(Unreadable::TooLarge { most: MAX_TEXT_BYTES >> 20 });
    }
    Ok(bytes)
}

/// This very program, which reads XLSX in a child process.
pub fn this_program() -> Result<PathBuf, Unreadable> {
    std::env::current_exe().map_err(|error| Unreadable::Io(error.to_string()))
}
