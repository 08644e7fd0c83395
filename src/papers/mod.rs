//! What is printed, filed and handed over. A paper is a typed document ([`document`]) that a function of its own file
//! makes of [`Facts`]; text of 72 columns and Markdown are made of it, and nothing of a paper is written
//! twice. Pure: opens nothing, prints nothing, reads no clock.
//!
//! Reading order: [`document`], [`kind`] (the list of papers), [`parts`] (what they share), any paper, [`text`].

pub mod document;
pub mod kind;
pub mod markdown;
pub mod text;

mod ascii;
mod brief;
mod dialogue;
mod facts;
mod objection;
mod parts;
mod preparation;
mod sheet;
mod skp;

pub use document::{Paper, PaperSize};
pub use facts::{Facts, Missing, Office};
pub use kind::{Form, Made, PaperKind, make};

use crate::domain::{Session, SharedText};

/// What a closing hands out and keeps: the text of the sheet without its code, which is a digest of it.
pub fn closing_text(facts: &Facts<'_>, session: &Session) -> SharedText {
    sheet::handed_out(facts, session).shared_text()
}

#[cfg(test)]
pub(crate) mod tests;
