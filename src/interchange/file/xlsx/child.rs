//! The child: limits itself, checks what the archive declares, reads cell by cell, prints rows. Holds no rows, but for an
//! old `.xls`, which the library reads whole.

use super::ods;
use super::parts::{self, Unseen};
use super::rows::{Rows, Stop, Written, say};
use super::said::{MAX_BYTES, MAX_SHEETS, Reason, Said, Seen};
use super::shown::shown;
use crate::interchange::file::table::{MAX_ROWS, Mark, Merge};
use calamine::{Data, DataRef, Dimensions, ExcelDateTime, Reader, SheetVisible, Style, Xls, XlsError, Xlsx, XlsxError};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::collections::HashSet;
use std::io::{BufReader, BufWriter, Cursor, IsTerminal, Read, Seek, Write};
use std::process::ExitCode;
use zip::ZipArchive;

const MAX_MEMORY: u64 = 512 << 20;
const MAX_SECONDS: u64 = 10;
const MAX_ENTRIES: usize = 2_000;
const MAX_UNPACKED: u64 = 200 << 20;
const MAX_RATIO: u64 = 100;
/// Below this size a high ratio is only a short file that repeats itself.
const SMALL: u64 = 1 << 20;

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

/// A limit that is lower already stays: nobody may raise it.
fn limit() -> rustix::io::Result<()> {
    let at_most = |resource, soft: u64, hard: u64| {
        let most = getrlimit(resource).maximum.map_or(hard, |there| there.min(hard));
        setrlimit(resource, Rlimit { current: Some(soft.min(most)), maximum: Some(most) })
    };
    at_most(Resource::Core, 0, 0)?;
    at_most(Resource::As, MAX_MEMORY, MAX_MEMORY)?;
    at_most(Resource::Cpu, MAX_SECONDS, MAX_SECONDS + 1)
}

/// What kind of archive it is.
enum Packed {
    Xlsx,
    Ods,
}

fn run(input: impl Read, out: &mut impl Write) -> Result<(), Stop> {
    let mut bytes = Vec::new();
    input.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(Reason::TooLarge.into());
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return old(bytes, out);
    }
    match declared(&bytes)? {
        Packed::Xlsx => xlsx(bytes, out),
        Packed::Ods => open_document(bytes, out),
    }
}

fn damaged(error: impl std::fmt::Display) -> Reason {
    Reason::Damaged(error.to_string())
}

fn xlsx(bytes: Vec<u8>, out: &mut impl Write) -> Result<(), Stop> {
    // Read twice: once by the library, once for what it does not tell.
    let mut archive = ZipArchive::new(Cursor::new(bytes.clone())).map_err(damaged)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let sheets = workbook.sheets_metadata().to_vec();
    if sheets.len() > MAX_SHEETS {
        return Err(Reason::Sheets.into());
    }
    say(out, &Said::Workbook { from_1904: workbook.has_1904_epoch(), old: false })?;
    let places = parts::sheets(&mut archive)?;
    for sheet in sheets {
        let unseen = match places.get(&sheet.name) {
            Some(part) => parts::unseen(&mut archive, part)?,
            None => Unseen::default(),
        };
        let hidden = sheet.visible != SheetVisible::Visible;
        self::sheet(&mut workbook, &sheet.name, hidden, unseen, out)?;
    }
    Ok(())
}

fn open_document(bytes: Vec<u8>, out: &mut impl Write) -> Result<(), Stop> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let content = archive.by_name("content.xml").map_err(damaged)?;
    say(out, &Said::Workbook { from_1904: false, old: false })?;
    ods::sheets(BufReader::new(content), out)
}

/// An old workbook; what the library can't open is one of a kind that it does not know.
fn old(bytes: Vec<u8>, out: &mut impl Write) -> Result<(), Stop> {
    let mut workbook: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => Reason::Encrypted,
        _ => Reason::Old,
    })?;
    let sheets = workbook.sheets_metadata().to_vec();
    if sheets.len() > MAX_SHEETS {
        return Err(Reason::Sheets.into());
    }
    say(out, &Said::Workbook { from_1904: workbook.has_1904_epoch(), old: true })?;
    for sheet in sheets {
        let Ok(range) = workbook.worksheet_range(&sheet.name) else { continue };
        say(out, &Said::Sheet { name: sheet.name.clone(), hidden: sheet.visible != SheetVisible::Visible })?;
        let (from, left) = range.start().unwrap_or_default();
        let mut rows = Rows::of(&mut *out);
        for (row, column, value) in range.used_cells() {
            let line = from.saturating_add(u32::try_from(row).unwrap_or(u32::MAX)).saturating_add(1);
            let column = left.saturating_add(u32::try_from(column).unwrap_or(u32::MAX));
            rows.cell(line, column, kept(value))?;
        }
        rows.end()?;
        drop(rows);
        let merges = workbook.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default();
        say(out, &Said::Seen(Seen { merges: merged(&merges), ..Seen::default() }))?;
    }
    Ok(())
}

/// A cell of an old workbook: a fraction may be shown as percent, and the library does not say whether.
fn kept(value: &Data) -> Written {
    match value {
        Data::Float(n) if n.fract() != 0.0 => Written { mark: Some(Mark::Format(String::from(".xls"))), ..shown(*n, "") },
        Data::Float(n) => shown(*n, ""),
        Data::Int(n) => Written { number: true, text: n.to_string(), mark: None },
        Data::DateTime(at) => Written { number: true, text: day(at), mark: None },
        Data::Empty => Written::default(),
        other => Written { text: other.to_string(), ..Written::default() },
    }
}

/// What the archive says of itself must be small, and true: every part is unpacked once, so that its size and its
/// checksum are known before anything in it is believed.
fn declared(bytes: &[u8]) -> Result<Packed, Reason> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| Reason::Damaged(error.to_string()))?;
    if archive.len() > MAX_ENTRIES {
        return Err(Reason::Bomb);
    }
    let mut total: u64 = 0;
    let (mut types, mut content) = (false, false);
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
        types |= name == "[Content_Types].xml";
        content |= name == "content.xml";
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
    match (types, content) {
        (true, _) => Ok(Packed::Xlsx),
        (false, true) => Ok(Packed::Ods),
        (false, false) => Err(Reason::NotXlsx),
    }
}

fn sheet<R: Read + Seek>(
    workbook: &mut Xlsx<R>,
    name: &str,
    hidden: bool,
    unseen: Unseen,
    out: &mut impl Write,
) -> Result<(), Stop> {
    let merges = workbook.merge_cells_by_sheet_name(name).unwrap_or_default();
    let mut cells = match workbook.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        // Charts and macro sheets stand in the list too, and have no cells.
        Err(XlsxError::NotAWorksheet(_) | XlsxError::WorksheetNotFound(_)) => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    say(out, &Said::Sheet { name: name.to_owned(), hidden })?;
    let unsaved: HashSet<(u32, u32)> = unseen.unsaved.into_iter().collect();
    let mut rows = Rows::of(&mut *out);
    while let Some((cell, style)) = cells.next_cell_with_style_id()? {
        let (line, column) = cell.get_position();
        let line = line.saturating_add(1);
        let mut written = written(cell.get_value(), cells.styles().get(style));
        if unsaved.contains(&(line, column)) && written.text.trim().is_empty() {
            written.mark = Some(Mark::Unsaved);
        }
        rows.cell(line, column, written)?;
    }
    rows.end()?;
    drop(rows);
    let seen = Seen { merges: merged(&merges), hidden_rows: unseen.rows, hidden_columns: unseen.columns };
    say(out, &Said::Seen(seen))?;
    Ok(())
}

fn merged(regions: &[Dimensions]) -> Vec<Merge> {
    let index = |column: u32| u16::try_from(column).unwrap_or(u16::MAX);
    let merge = |region: &Dimensions| Merge {
        rows: (region.start.0.saturating_add(1), region.end.0.saturating_add(1)),
        columns: (index(region.start.1), index(region.end.1)),
    };
    regions.iter().take(MAX_ROWS).map(merge).collect()
}

/// The text of a cell as a person sees it.
fn written(value: &DataRef<'_>, style: Option<&Style>) -> Written {
    let text = |text: String| Written { text, ..Written::default() };
    let format = || style.and_then(|style| style.number_format.as_ref()).map_or("", |format| &format.format_code);
    match value {
        DataRef::Empty => Written::default(),
        DataRef::Error(error) => text(error.to_string()),
        DataRef::String(said) => text(said.clone()),
        DataRef::SharedString(said) => text((*said).to_owned()),
        DataRef::DateTimeIso(said) | DataRef::DurationIso(said) => text(said.clone()),
        DataRef::Bool(yes) => text(yes.to_string()),
        DataRef::Int(n) if n.unsigned_abs() > 1 << 53 => Written { number: true, text: n.to_string(), mark: None },
        DataRef::Int(n) => shown(*n as f64, format()),
        DataRef::Float(n) => shown(*n, format()),
        DataRef::DateTime(at) => Written { number: true, text: day(at), mark: None },
    }
}

/// A date as offices write it, `20-10-1982`; the time of day is left out, nobody's list means it.
fn day(at: &ExcelDateTime) -> String {
    let (year, month, day, ..) = at.to_ymd_hms_milli();
    if at.is_datetime() { format!("{day:02}-{month:02}-{year:04}") } else { at.as_f64().to_string() }
}
