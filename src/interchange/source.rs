//! Opens what the user named, within bounds, and finds out what kind of file it is. Refuses what is no list before
//! anything is parsed.

use super::file::table::{Row, Workbook};
use super::file::{delimited, text, xlsx};
use super::people::columns;
use std::io::Read;
use std::path::{Path, PathBuf};

pub use super::file::unreadable::Unreadable;

/// Largest text file; 20,000 people with every column of SIASN are about 12 MB.
pub const MAX_TEXT_BYTES: u64 = 64 << 20;

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
            if bytes.windows(mark.len()).any(|w| w == mark) {
                return Err(Unreadable::Encrypted);
            }
            if bytes.len() as u64 > xlsx::MAX_BYTES {
                return Err(Unreadable::TooLarge { most: xlsx::MAX_BYTES >> 20 });
            }
            xlsx::read(bytes, reader)
        }
        [b'%', b'P', b'D', b'F', ..] => Err(Unreadable::NotText),
        _ => {
            let text = text::decode(bytes).ok_or(Unreadable::NotText)?;
            if is_web_page(&text) {
                return Err(Unreadable::WebPage);
            }
            let (table, delimiter) = delimited::read(&text, sense)?;
            if table.rows.is_empty() {
                return Err(Unreadable::Empty);
            }
            Ok(Workbook { sheets: vec![table], delimiter: Some(delimiter), ..Workbook::default() })
        }
    }
}

/// Begins with an element of HTML or XML, whichever: a list does not.
fn is_web_page(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(4096).collect::<String>().to_ascii_lowercase();
    let element =
        start.strip_prefix('<').is_some_and(|rest| rest.starts_with(['!', '?']) || rest.starts_with(char::is_alphabetic));
    element && start.contains('>')
}

/// How much of a list a reading of text makes: the delimiter under which the head makes most sense is the right one.
fn sense(rows: &[Row]) -> usize {
    columns::best_header(rows).map_or(0, |(_, known)| known)
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
