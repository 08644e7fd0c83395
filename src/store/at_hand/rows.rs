//! Rows of people as they follow from other rows: those of the first screen from everybody's, and both after some entries.

use crate::domain::{PersonId, Roster, RosterRow};
use crate::store::journal::Entry;
use crate::store::sled::Touched;
use std::collections::BTreeMap;

/// Whom the first screen needs: the user, who stands directly above, and the own team.
pub fn team_of(roster: &Roster) -> Roster {
    let me = roster.profile.me;
    let above = roster.me().and_then(|row| row.supervisor);
    let shown = |row: &&RosterRow| Some(row.id) == me || Some(row.id) == above || (me.is_some() && row.supervisor == me);
    let rows = roster.rows().iter().filter(shown).cloned().collect();
    let (profile, units) = (roster.profile.clone(), roster.units.clone());
    Roster::new(profile, units, rows).with_catalogue(roster.catalogue.clone())
}

/// The rows after some entries.
pub fn followed(mut rows: Roster, entries: &[Entry], touched: Vec<Touched>) -> Roster {
    for change in entries.iter().filter_map(|e| e.change.as_ref()) {
        rows.apply_office(change);
    }
    let mut sorted: BTreeMap<PersonId, _> = rows.rows().iter().map(|row| (row.id, row.clone())).collect();
    for (id, row) in touched {
        match row {
            Some(row) => sorted.insert(id, row),
            None => sorted.remove(&id),
        };
    }
    Roster::new(rows.profile, rows.units, sorted.into_values().collect()).with_catalogue(rows.catalogue)
}

/// The same for the first screen's; `None` where only everybody's rows would tell.
pub fn team_followed(team: Roster, entries: &[Entry], touched: Vec<Touched>) -> Option<Roster> {
    let me = team.profile.me?;
    if touched.iter().any(|(id, _)| *id == me || team.me().is_some_and(|row| row.supervisor == Some(*id))) {
        return None;
    }
    let reports = |row: &RosterRow| row.supervisor == Some(me);
    let own = touched.into_iter().map(|(id, row)| (id, row.filter(reports))).collect();
    let team = followed(team, entries, own);
    (team.profile.me == Some(me)).then_some(team)
}
