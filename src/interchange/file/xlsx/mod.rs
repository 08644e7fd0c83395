//! Workbooks (`.xlsx`, `.ods`, `.xls`) through a child process of the same program: a file of two kilobytes can make any reader ask for gigabytes and
//! abort, which no code can catch. The child ([`child`]) limits itself and prints rows; this side counts what comes
//! and stops the child when it takes too long.

pub mod child;
mod ods;
mod parts;
mod rows;
mod said;
mod shown;

pub use child::child_main;
pub use said::MAX_BYTES;

use super::table::{Cell, MAX_CELL_BYTES, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Row, Table, Workbook};
use super::unreadable::Unreadable;
use said::{Filled, Said};
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::{Duration, Instant};

/// The hidden subcommand under which the program reads XLSX.
pub const SUBCOMMAND: &str = "__read-xlsx";
/// More than this the child never says.
const MAX_OUTPUT: u64 = 256 << 20;
/// The child has ten seconds of processor time; a busy machine gets it some more of the clock.
const WALL: Duration = Duration::from_secs(30);

/// Reads all sheets of a workbook with the help of `program`, started with [`SUBCOMMAND`].
pub fn read(bytes: &[u8], program: &Path) -> Result<Workbook, Unreadable> {
    let io = |error: std::io::Error| Unreadable::Io(error.to_string());
    let mut child = Command::new(program)
        .arg(SUBCOMMAND)
        .env_clear()
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(io)?;
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let outcome = std::thread::scope(|scope| {
        // A child that stops early closes the pipe: not an error, it has said why.
        scope.spawn(move || stdin.map(|mut pipe| pipe.write_all(bytes)));
        let (send, receive) = sync_channel(256);
        scope.spawn(move || {
            let Some(pipe) = stdout else { return };
            for line in BufReader::new(pipe.take(MAX_OUTPUT)).split(b'\n') {
                let said = line.ok().and_then(|line| serde_json::from_slice::<Said>(&line).ok());
                let over = said.is_none();
                if send.send(said).is_err() || over {
                    return;
                }
            }
        });
        let collected = collect(&receive);
        // Ends the threads too: both wait for nothing but the child, and the channel is gone.
        drop(receive);
        let status = stop(&mut child, matches!(collected, Ok(None)));
        (collected, status)
    });
    match outcome {
        (Ok(Some(workbook)), _) => Ok(workbook),
        (Ok(None), status) => Err(cause_of_death(status)),
        (Err(unreadable), _) => Err(unreadable),
    }
}

/// The same in this process, without the limits: for tests that feed any bytes and have limits of their own.
#[doc(hidden)]
pub fn read_here(bytes: &[u8]) -> Result<Workbook, Unreadable> {
    let lines = child::lines(bytes);
    let (send, receive) = sync_channel(lines.len() + 1);
    for said in lines {
        let _ = send.send(Some(said));
    }
    drop(send);
    collect(&receive)?.ok_or_else(|| Unreadable::Damaged(String::from("-")))
}

/// All that the child says; `None` if it ended without saying so.
fn collect(from: &Receiver<Option<Said>>) -> Result<Option<Workbook>, Unreadable> {
    let until = Instant::now() + WALL;
    let mut workbook = Workbook::default();
    let (mut rows, mut cells) = (0, 0);
    loop {
        let left = until.saturating_duration_since(Instant::now());
        let said = match from.recv_timeout(left) {
            Ok(Some(said)) => said,
            Err(RecvTimeoutError::Timeout) => return Err(Unreadable::Time),
            Ok(None) | Err(RecvTimeoutError::Disconnected) => return Ok(None),
        };
        match said {
            Said::Workbook { from_1904, old } => (workbook.from_1904, workbook.old) = (from_1904, old),
            Said::Sheet { name, hidden } => {
                let name = crate::domain::language::clean::clean_line(&name);
                workbook.sheets.push(Table { name, hidden, ..Table::default() });
            }
            Said::Seen(seen) => {
                if let Some(sheet) = workbook.sheets.last_mut() {
                    sheet.merges = seen.merges;
                    sheet.hidden_rows = seen.hidden_rows;
                    sheet.hidden_columns = seen.hidden_columns;
                }
            }
            Said::Row(number, filled) => {
                rows += 1;
                cells += filled.last().map_or(0, |cell| usize::from(cell.0) + 1);
                if rows > MAX_ROWS || cells > MAX_CELLS {
                    return Err(Unreadable::TooManyRows { most: MAX_ROWS });
                }
                if let Some(sheet) = workbook.sheets.last_mut() {
                    sheet.rows.push(dense(number, filled)?);
                }
            }
            Said::Refused(reason) => return Err(reason.into()),
            Said::End => return Ok(Some(workbook)),
        }
    }
}

fn dense(number: u32, filled: Vec<Filled>) -> Result<Row, Unreadable> {
    let mut row = Row { number, ..Row::default() };
    for (column, is_number, text, mark) in filled {
        let column = usize::from(column);
        if column >= MAX_COLUMNS {
            return Err(Unreadable::TooManyColumns { row: number, most: MAX_COLUMNS });
        }
        if text.len() > MAX_CELL_BYTES {
            return Err(Unreadable::CellTooLong { row: number });
        }
        if row.cells.len() <= column {
            row.cells.resize(column + 1, Cell::default());
        }
        row.cells[column] = Cell { text: text.into(), number: is_number, mark: mark.map(Box::new) };
    }
    Ok(row)
}

/// How the child ended. One that was silent ends by itself and tells by its signal why; any other is not needed more.
fn stop(child: &mut Child, silent: bool) -> Option<ExitStatus> {
    if !silent {
        let _ = child.kill();
    }
    child.wait().ok()
}

/// The processor limit ends with its own signal; a refused allocation aborts.
fn cause_of_death(status: Option<ExitStatus>) -> Unreadable {
    const SIGABRT: i32 = 6;
    const SIGXCPU: i32 = 24;
    match status.and_then(|status| status.signal()) {
        Some(SIGXCPU) => Unreadable::Time,
        Some(SIGABRT) => Unreadable::Memory,
        Some(signal) => Unreadable::Damaged(format!("signal {signal}")),
        None => Unreadable::Damaged(String::from("-")),
    }
}
