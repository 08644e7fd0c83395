//! What the child says to the program that started it, one JSON value a line.

use super::super::table::{MAX_COLUMNS, MAX_ROWS, Mark, Merge};
use super::super::unreadable::Unreadable;
use serde::{Deserialize, Serialize};

/// Largest workbook.
pub const MAX_BYTES: u64 = 10 << 20;
/// More sheets are not looked through.
pub const MAX_SHEETS: usize = 64;

/// What the child says, one JSON value a line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Said {
    /// Of the whole workbook.
    Workbook {
        from_1904: bool,
        old: bool,
    },
    Sheet {
        name: String,
        hidden: bool,
    },
    /// Row number from 1; of each filled cell the column from 0, whether it is a number, the text, and what is odd.
    Row(u32, Vec<Filled>),
    /// Of the sheet whose rows stand before.
    Seen(Seen),
    Refused(Reason),
    End,
}

pub(crate) type Filled = (u16, bool, String, Option<Mark>);

/// What of a sheet is merged or hidden.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Seen {
    pub merges: Vec<Merge>,
    pub hidden_rows: Vec<u32>,
    pub hidden_columns: Vec<u16>,
}

/// Why the child stops by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Reason {
    TooLarge,
    NotXlsx,
    Old,
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
            Reason::Old => Unreadable::OldWorkbook,
            Reason::Encrypted => Unreadable::Encrypted,
            Reason::Bomb => Unreadable::Bomb,
            Reason::Outside => Unreadable::Outside,
            Reason::Sheets => Unreadable::TooManySheets { most: MAX_SHEETS },
            Reason::Rows => Unreadable::TooManyRows { most: MAX_ROWS },
            Reason::Columns(row) => Unreadable::TooManyColumns { row, most: MAX_COLUMNS },
            Reason::Cell(row) => Unreadable::CellTooLong { row },
            Reason::Damaged(detail) => Unreadable::Damaged(crate::domain::language::clean::clean_line(&detail)),
        }
    }
}
