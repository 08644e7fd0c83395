//! Why a file can't be read as a list: one type for every door, with words and what to do.

use crate::i18n::{Arg, Text};
use thiserror::Error;

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
    /// A list, but another one: what it is called, and the word under which it is imported.
    #[error("is another kind of list")]
    OtherKind { name: &'static str, word: Option<&'static str> },
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
            Unreadable::OtherKind { name, word: Some(word) } => {
                ("import-other-kind", vec![("kind", Arg::Message(name)), ("word", (*word).into())])
            }
            Unreadable::OtherKind { name, word: None } => ("import-other-kind-none", vec![("kind", Arg::Message(name))]),
            Unreadable::NoSuchField { field, fields } => {
                ("import-no-such-field", vec![("field", field.as_str().into()), ("fields", fields.as_str().into())])
            }
        };
        Text::with(id, args)
    }
}
