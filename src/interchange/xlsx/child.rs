//! The child: limits itself, checks what the archive declares, reads cell by cell, prints rows. Holds no rows.

use super::{MAX_BYTES, MAX_SHEETS, Reason, Said};
use crate::interchange::table::{MAX_CELL_BYTES, MAX_COLUMNS, MAX_ROWS};
use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::io::{BufWriter, Cursor, IsTerminal, Read, Write};
use std::process::ExitCode;
use zip::ZipArchive;

const MAX_MEMORY: u64 = 512 << 20;
const MAX_SECONDS: u64 = 10;
const MAX_ENTRIES: usize = 2_000;
const MAX_UNPACKED: u64 = 200 << 20;
const MAX_RATIO: u64 = 100;
/// Below this size a high ratio is only a short file that repeats itself.
const SMALL: u64 = 1 << 20;

enum Stop {
    Refused(Reason),
    /// Nobody reads any more.
    Output,
}

impl From<std::io::Error> for Stop {
    fn from(_: std::io::Error) -> Self {
        Stop::Output
    }
}
impl From<Reason> for Stop {
    fn from(reason: Reason) -> Self {
        Stop::Refused(reason)
    }
}
impl From<XlsxError> for Stop {
    fn from(error: XlsxError) -> Self {
        Stop::Refused(match error {
            XlsxError::Password => Reason::Encrypted,
            XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound => Reason::NotXlsx,
            error => Reason::Damaged(error.to_string()),
        })
    }
}

/// What `bina __read-xlsx` does: a workbook on standard input, rows on standard output.
pub fn child_main() -> ExitCode {
    // What it says is for the program that started it; raw text of a file is not for a terminal.
    if std::io::stdout().is_terminal() || limit().is_err() {
        return ExitCode::FAILURE;
    }
    let mut out = BufWriter::new(std::io::stdout().lock());
    let ended = answer(std::io::stdin().lock(), &mut out);
    if ended.is_ok() && out.flush().is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn answer(input: impl Read, out: &mut impl Write) -> std::io::Result<()> {
    match run(input, out) {
        Ok(()) => say(out, &Said::End),
        Err(Stop::Refused(reason)) => say(out, &Said::Refused(reason)),
        Err(Stop::Output) => Err(std::io::ErrorKind::BrokenPipe.into()),
    }
}

/// What the child would say, without its limits.
pub(super) fn lines(bytes: &[u8]) -> Vec<Said> {
    let mut out = Vec::new();
    let _ = answer(bytes, &mut out);
    out.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok()).collect()
}

fn limit() -> rustix::io::Result<()> {
    // A limit that is lower already stays: raising it is not ours to do.
    let at_most = |resource, current: u64, maximum: u64| {
        let hard = getrlimit(resource).maximum.unwrap_or(u64::MAX);
        setrlimit(resource, Rlimit { current: Some(current.min(hard)), maximum: Some(maximum.min(hard)) })
    };
    at_most(Resource::Core, 0, 0)?;
    at_most(Resource::As, MAX_MEMORY, MAX_MEMORY)?;
    at_most(Resource::Cpu, MAX_SECONDS, MAX_SECONDS + 1)
}

fn run(input: impl Read, out: &mut impl Write) -> Result<(), Stop> {
    let mut bytes = Vec::new();
    input.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(Reason::TooLarge.into());
    }
    declared(&bytes)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let names = workbook.sheet_names();
    if names.len() > MAX_SHEETS {
        return Err(Reason::Sheets.into());
    }
    for name in names {
        sheet(&mut workbook, &name, out)?;
    }
    Ok(())
}

/// What the archive says of itself must be small, and true: every part is unpacked once, so that its size and its
/// checksum are known before anything in it is believed.
fn declared(bytes: &[u8]) -> Result<(), Reason> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| Reason::Damaged(error.to_string()))?;
    if archive.len() > MAX_ENTRIES {
        return Err(Reason::Bomb);
    }
    let mut total: u64 = 0;
    let mut workbook = false;
    for i in 0..archive.len() {
        let entry = archive.by_index_raw(i).map_err(|error| Reason::Damaged(error.to_string()))?;
        if entry.encrypted() {
            return Err(Reason::Encrypted);
        }
        let name = entry.name().map_err(|error| Reason::Damaged(error.to_string()))?;
        // Nothing is written anywhere; but who names a file so means something by it.
        if name.split(['/', '\\']).any(|part| part == "..") || name.contains('\0') {
            return Err(Reason::Outside);
        }
        workbook |= name == "[Content_Types].xml";
        let size = entry.size();
        total = total.saturating_add(size);
        let packed = entry.compressed_size().max(1);
        if total > MAX_UNPACKED || (size > SMALL && size / packed > MAX_RATIO) {
            return Err(Reason::Bomb);
        }
        drop(entry);
        let damaged = |error: &dyn std::fmt::Display| Reason::Damaged(error.to_string());
        let part = archive.by_index(i).map_err(|error| damaged(&error))?;
        let found = std::io::copy(&mut part.take(size + 1), &mut std::io::sink()).map_err(|error| damaged(&error))?;
        if found > size {
            return Err(Reason::Bomb);
        }
    }
    if workbook { Ok(()) } else { Err(Reason::NotXlsx) }
}

fn sheet<R: Read + std::io::Seek>(workbook: &mut Xlsx<R>, name: &str, out: &mut impl Write) -> Result<(), Stop> {
    let mut cells = match workbook.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        // Charts and macro sheets stand in the list too, and have no cells.
        Err(XlsxError::NotAWorksheet(_) | XlsxError::WorksheetNotFound(_)) => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    say(out, &Said::Sheet(name.to_owned()))?;
    let mut rows = 0;
    let mut at = 0;
    let mut row: Vec<(u16, bool, String)> = Vec::new();
    while let Some(cell) = cells.next_cell()? {
        let (line, column) = cell.get_position();
        let line = line.saturating_add(1);
        let Some((number, text)) = written(cell.get_value()) else { continue };
        if usize::try_from(column).map_or(true, |c| c >= MAX_COLUMNS) {
            return Err(Reason::Columns(line).into());
        }
        if text.len() > MAX_CELL_BYTES {
            return Err(Reason::Cell(line).into());
        }
        if line != at && !row.is_empty() {
            rows += 1;
            if rows > MAX_ROWS {
                return Err(Reason::Rows.into());
            }
            say(out, &Said::Row(at, std::mem::take(&mut row)))?;
        }
        if row.len() > MAX_COLUMNS {
            return Err(Reason::Columns(line).into());
        }
        at = line;
        row.push((column as u16, number, text));
    }
    if !row.is_empty() {
        say(out, &Said::Row(at, row))?;
    }
    Ok(())
}

/// The text of a cell as a person sees it, and whether the spreadsheet keeps it as a number.
fn written(value: &DataRef<'_>) -> Option<(bool, String)> {
    let (number, text) = match value {
        DataRef::Empty => return None,
        DataRef::Error(error) => (false, error.to_string()),
        DataRef::String(text) => (false, text.clone()),
        DataRef::SharedString(text) => (false, (*text).to_owned()),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => (false, text.clone()),
        DataRef::Bool(yes) => (false, yes.to_string()),
        DataRef::Int(n) => (true, n.to_string()),
        DataRef::Float(n) => (true, n.to_string()),
        DataRef::DateTime(at) => (true, day(at)),
    };
    (!text.trim().is_empty()).then_some((number, text))
}

/// A date as offices write it, `20-10-1982`; the time of day is left out, nobody's list means it.
fn day(at: &ExcelDateTime) -> String {
    let (year, month, day, ..) = at.to_ymd_hms_milli();
    if at.is_datetime() { format!("{day:02}-{month:02}-{year:04}") } else { at.as_f64().to_string() }
}

fn say(out: &mut impl Write, said: &Said) -> std::io::Result<()> {
    serde_json::to_writer(&mut *out, said)?;
    out.write_all(b"\n")
}
