//! How people are named where they stand over a page.

use crate::desk::Desk;
use crate::domain::PersonId;

pub fn full_name(desk: &Desk, person: PersonId) -> String {
    desk.shown().row(person).or_else(|| desk.office.row(person)).map(|r| r.name.full()).unwrap_or_default()
}

/// Position, rank and employment, for the title line.
pub fn position(desk: &Desk, person: PersonId) -> String {
    let Some(row) = desk.office.row(person) else { return String::new() };
    let leave = match &row.status {
        crate::domain::PersonStatus::Leave { until: Some(until), .. } => {
            Some(desk.words.with("person-leave-until", &[("day", (*until).into())]))
        }
        crate::domain::PersonStatus::Leave { .. } => Some(desk.words.say("next-leave")),
        _ => None,
    };
    let parts = [row.position.clone(), row.rank.clone(), Some(row.kind.label().to_owned()), leave];
    let dot = if desk.look.ascii { " - " } else { " · " };
    parts.into_iter().flatten().filter(|p| !p.is_empty() && p != "–").collect::<Vec<_>>().join(dot)
}
