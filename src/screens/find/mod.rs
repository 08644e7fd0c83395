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

/// People that fit what is typed into find: those whose name starts a word with it first.
pub fn fitting(query: &str, office: &Office) -> Vec<PersonId> {
    let wanted = clean::fold(query);
    if wanted.is_empty() {
        return office.roster.team(Default::default()).take(200).map(|r| r.id).collect();
    }
    let mut found: Vec<(bool, String, PersonId)> = office
        .roster
        .rows()
        .iter()
        .filter_map(|row| {
            let name = row.name.key();
            let unit = clean::fold(office.roster.units.name(row.unit));
            let nip = row.nip.as_ref().map_or("", |n| n.as_str());
            let hit = |part: &str| name.contains(part) || unit.contains(part) || nip.starts_with(part);
            if !wanted.split(' ').all(hit) {
                return None;
            }
            let starts = name.split(' ').any(|word| wanted.split(' ').next().is_some_and(|w| word.starts_with(w)));
            Some((!starts, name, row.id))
        })
        .collect();
    found.sort();
    found.into_iter().take(200).map(|(_, _, id)| id).collect()
}
