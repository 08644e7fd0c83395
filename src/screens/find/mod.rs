//! Somebody by name, unit or number.

pub mod commands;
pub mod draw;

use crate::desk::editor::Editor;
use crate::desk::list::ListState;
use crate::desk::office::Office;
use crate::domain::PersonId;
use crate::domain::language::clean;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FindBox {
    pub query: Editor,
    pub list: ListState,
}

/// People that fit what is typed: those whose name starts a word with it first.
pub fn fitting(query: &str, office: &Office) -> Vec<PersonId> {
    if clean::fold(query).is_empty() {
        return office.roster.team(Default::default()).take(200).map(|r| r.id).collect();
    }
    office.near(query).into_iter().take(200).collect()
}
