//! What both sides promised and what became of it: four counts, and a rate only where there were enough.

use crate::domain::period::Period;
use crate::domain::{Action, ActionId, ActionState, Change, Dossier, Owner, Record};
use jiff::{civil::Date, tz::TimeZone};
use std::collections::BTreeSet;

/// From so many promises on that fell due, a rate says something.
const LEAST: u32 = 4;

/// Promises of one side that fell due in a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Promises {
    pub kept: u32,
    pub late: u32,
    /// Open, and its day has passed.
    pub overdue: u32,
    /// Given up, with a reason.
    pub dropped: u32,
}

impl Promises {
    /// All that fell due.
    pub fn due(self) -> u32 {
        self.kept + self.late + self.overdue + self.dropped
    }
    /// Kept in time, in whole per cent rounded down; none below four.
    pub fn rate(self) -> Option<u32> {
        (self.due() >= LEAST).then(|| self.kept * 100 / self.due())
    }
    pub fn plus(self, other: Promises) -> Promises {
        Promises {
            kept: self.kept + other.kept,
            late: self.late + other.late,
            overdue: self.overdue + other.overdue,
            dropped: self.dropped + other.dropped,
        }
    }
}

/// The promises of one side. `moved` are those whose day was put off after it had passed: kept or not, they are late.
pub fn of(dossier: &Dossier, owner: Owner, period: Period, today: Date, moved: &BTreeSet<ActionId>) -> Promises {
    let mut found = Promises::default();
    let due_here = |action: &&Action| action.owner == owner && action.due.is_some_and(|due| period.contains(due));
    for action in dossier.actions.iter().filter(due_here) {
        let was_moved = moved.contains(&action.id);
        match &action.state {
            ActionState::Done { on, .. } if action.due.is_some_and(|due| *on <= due) && !was_moved => found.kept += 1,
            ActionState::Done { .. } => found.late += 1,
            ActionState::NotDone { .. } | ActionState::Dropped { .. } => found.dropped += 1,
            ActionState::Open if action.overdue(today) => found.overdue += 1,
            ActionState::Open if was_moved => found.late += 1,
            ActionState::Open => {}
        }
    }
    found
}

/// Promises whose day this change put off although it had already passed.
pub fn put_off_too_late<'c>(change: &'c Change, zone: &TimeZone) -> impl Iterator<Item = ActionId> + use<'c> {
    let day = change.at.to_zoned(zone.clone()).date();
    change.ops.iter().filter_map(move |op| match (op.before(), op.after()) {
        (Some(Record::Action(before)), Some(Record::Action(after))) => {
            let passed = before.state.is_open() && before.due.is_some_and(|due| due < day);
            (passed && after.due != before.due).then_some(after.id)
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn promises(kept: u32, late: u32, overdue: u32, dropped: u32) -> Promises {
        Promises { kept, late, overdue, dropped }
    }

    #[test]
    fn a_rate_is_said_from_four_on() {
        assert_eq!(promises(6, 2, 1, 1).rate(), Some(60));
        assert_eq!(promises(3, 0, 0, 0).rate(), None);
        assert_eq!(promises(4, 0, 0, 0).rate(), Some(100));
        assert_eq!(promises(5, 1, 1, 0).rate(), Some(71));
        assert_eq!(promises(0, 0, 0, 4).rate(), Some(0));
        assert_eq!(Promises::default().rate(), None);
    }
}
