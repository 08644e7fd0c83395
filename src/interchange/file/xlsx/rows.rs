//! Cells that come one after the other, said row by row and within the bounds. Holds one row.

use super::super::table::{MAX_CELL_BYTES, MAX_COLUMNS, MAX_ROWS, Mark};
use super::said::{Filled, Reason, Said};
use std::io::Write;

pub(super) enum Stop {
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

/// One cell, as a person sees it.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub number: bool,
    pub text: String,
    pub mark: Option<Mark>,
}

pub(super) struct Rows<'o, W: Write> {
    out: &'o mut W,
    said: usize,
    at: u32,
    row: Vec<Filled>,
}

impl<'o, W: Write> Rows<'o, W> {
    pub fn of(out: &'o mut W) -> Self {
        Rows { out, said: 0, at: 0, row: vec![] }
    }

    /// The cell in the row of this number and the column of this index; an empty one only if something is odd about it.
    pub fn cell(&mut self, line: u32, column: u32, written: Written) -> Result<(), Stop> {
        let Written { number, text, mark } = written;
        if text.trim().is_empty() && mark.is_none() {
            return Ok(());
        }
        let fits = usize::try_from(column).is_ok_and(|c| c < MAX_COLUMNS);
        let Some(column) = u16::try_from(column).ok().filter(|_| fits) else {
            return Err(Reason::Columns(line).into());
        };
        if text.len() > MAX_CELL_BYTES {
            return Err(Reason::Cell(line).into());
        }
        if line != self.at {
            self.end()?;
        }
        if self.row.len() > MAX_COLUMNS {
            return Err(Reason::Columns(line).into());
        }
        self.at = line;
        self.row.push((column, number, text, mark));
        Ok(())
    }

    /// Says the row that was begun.
    pub fn end(&mut self) -> Result<(), Stop> {
        if self.row.is_empty() {
            return Ok(());
        }
        self.said += 1;
        if self.said > MAX_ROWS {
            return Err(Reason::Rows.into());
        }
        say(self.out, &Said::Row(self.at, std::mem::take(&mut self.row)))?;
        Ok(())
    }
}

pub(super) fn say(out: &mut impl Write, said: &Said) -> std::io::Result<()> {
    serde_json::to_writer(&mut *out, said)?;
    out.write_all(b"\n")
}
