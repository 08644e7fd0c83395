//! Numbers of people (NIP) in cells, and what is wrong with one. Pure.

use crate::domain::people::nip::NipError;
use crate::i18n::{Arg, Text};
use crate::interchange::file::table::Cell;

/// No number cell holds eighteen digits: whatever stands there now is not what was typed.
pub fn is_rounded(cell: &Cell) -> bool {
    cell.number && cell.text.chars().filter(char::is_ascii_digit).count() > 15
}

/// What is wrong with a number, and what to do.
pub fn nip_text(error: &NipError) -> Text {
    match error {
        NipError::Rounded => Text::plain("nip-rounded"),
        NipError::Length(found) => Text::with("import-nip-length", [("found", Arg::from(*found))]),
        error => Text::with("import-nip-wrong", [("reason", Arg::Message(error.message_id()))]),
    }
}
