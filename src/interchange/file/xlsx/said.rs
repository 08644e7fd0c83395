//! What the child says to the program that started it, one JSON value a line.

use super::super::table::{MAX_COLUMNS, MAX_ROWS};
use super::super::unreadable::Unreadable;
use serde::{Deserialize, Serialize};

/// Largest workbook.
pub const MAX_BYTES: u64 = 10 << 20;
/// More sheets are not looked through.
pub const MAX_SHEETS: usize = 64;

/// What the child says, one JSON value a line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Said {
    Sheet(String),
    /// Row number from 1; of each filled cell the column from 0, whether it is a number, and the text.
    Row(u32, Vec<(u16, bool, String)>),
    Refused(Reason),
    End,
}

/// Why the child stops by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Reason {
    TooLarge,
    NotXlsx,
    Encrypted,
    Bomb,
    Outside,
    Rows,
    Sheets,
    Columns(u32),
    Cell(u32),
    Damaged(String),
}

impl From<Reason> for Unreadable {
    fn from(reason: Reason) -> Self {
        match reason {
            Reason::TooLarge => Unreadable::TooLarge { most: MAX_BYTES >> 20 },
            Reason::NotXlsx => Unreadable::NotXlsx,
            Reason::Encrypted => Unreadable::Encrypted,
            Reason::Bomb => Unreadable::Bomb,
            Reason::Outside => Unreadable::Outside,
            Reason::Sheets => Unreadable::TooManySheets { most: MAX_SHEETS },
            Reason::Rows => Unreadable::TooManyRows { most: MAX_ROWS },
            Reason::Columns(row) => Unreadable::TooManyColumns { row, most: MAX_COLUMNS },
            Reason::Cell(row) => Unreadable::CellTooLong { row },
            Reason::Damaged(detail) => Unreadable::Damaged(crate::domain::clean::clean_line(&detail)),
        }
    }
}
