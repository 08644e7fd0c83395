//! The order of neglect, in words and in one place: what comes before what, what grows with time, what is capped.

use super::{Due, Reason, unpraised, usual};
use crate::domain::goal::concern::{self, Concern};
use crate::domain::people::cadence::working_day;
use crate::domain::period::days_between;
use crate::domain::{Roster, RosterRow, RuleSet};
use jiff::civil::Date;

/// How neglected somebody is: the larger, the earlier in the list. An order of rules, never a sum, and never shown.
///
/// 1. [`Place`] first: what kind of thing waits. Nothing of a lower place, however much of it, goes before a higher one.
/// 2. In one place the days count: those for which the oldest thing waits, without limit, so that waiting alone moves
///    everybody up and nobody down.
/// 3. On the same day a late session goes before a late promise, and whoever was never met before whoever was met.
/// 4. Then what else is missing, each only where all before it is equal: promises of one's own, talks that were put
///    off, praise (never before long ago), what the employee owes, goals that are late or far behind.
/// 5. Last the silence since anything was said or noted, counted up to a year: beyond that nobody is quieter.
///
/// Every part can only grow with more neglect and with time. A clock begins when somebody comes or comes back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Neglect {
    pub place: Place,
    days: i64,
    session_late: bool,
    never_met: bool,
    promises: usize,
    put_off: usize,
    unpraised: Unpraised,
    owed: usize,
    goals_late: usize,
    goals_behind: usize,
    silence: i64,
}

/// What waits, from what can wait longest to what can't wait.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// No longer in service: nothing can be done any more.
    Ended,
    /// On leave: the clock stands still.
    Away,
    /// Never met and not late yet: there was no time so far.
    #[default]
    New,
    Calm,
    /// Nothing is late, but something is missing: praise, a talk that was put off, what was agreed, a goal.
    Wanting,
    /// The session is near.
    Near,
    /// The session is today, or was begun today.
    Now,
    /// The session is late, was begun and left, or a promise of the supervisor's own is broken.
    Late,
    /// Somebody objects: a term runs, and it runs out.
    Objection,
}

/// Never before long ago; who was praised lately is none of both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Unpraised {
    #[default]
    No,
    Since(i64),
    Never(i64),
}

/// Silence beyond this tells nobody apart, in days.
const LONGEST_SILENCE: i64 = 365;

pub(super) fn neglect(row: &RosterRow, roster: &Roster, rules: &RuleSet, today: Date, due: Due, late: i64) -> Neglect {
    let began = row.clock_began(today);
    let waiting = |day: Date| days_between(day, today);
    let (promises, oldest) = overdue(&row.my_due, today);
    let objected = row.objected.filter(|_| row.status.in_service());
    let present = !matches!(due, Due::Ended | Due::Suspended);
    let all: Vec<Concern> =
        row.goals_on(today).iter().flat_map(|goal| concern::of_facts(goal, rules, today)).filter(|_| present).collect();
    let count = |fits: fn(&Concern) -> bool| all.iter().filter(|c| fits(c)).count();
    let unpraised = match unpraised(row, rules, today).filter(|_| present) {
        Some(Reason::NeverPraised | Reason::NoPraiseOnRecord { .. }) => Unpraised::Never(waiting(began)),
        Some(Reason::NoPraise { days }) => Unpraised::Since(days),
        _ => Unpraised::No,
    };
    let said = row.last_feedback.max(row.last_session).max(Some(began)).unwrap_or(began);
    let mut neglect = Neglect {
        place: Place::New,
        days: 0,
        session_late: late > 0,
        never_met: row.last_session.is_none(),
        promises,
        put_off: if present { usize::from(row.postponed) + usize::from(row.missed) } else { 0 },
        unpraised,
        owed: if present { RosterRow::overdue(&row.their_due, today) } else { 0 },
        goals_late: count(|c| matches!(c, Concern::Late { .. })),
        goals_behind: count(|c| matches!(c, Concern::OffTrack)),
        silence: waiting(said).clamp(0, LONGEST_SILENCE),
    };
    let wanting = neglect.put_off > 1
        || row.missed > 0
        || unpraised != Unpraised::No
        || neglect.owed + neglect.goals_late + neglect.goals_behind > 0;
    (neglect.place, neglect.days) = match due {
        _ if objected.is_some() => (Place::Objection, objected.map_or(0, waiting)),
        Due::Ended => (Place::Ended, 0),
        Due::Suspended => (Place::Away, 0),
        _ if late > 0 || promises > 0 => (Place::Late, late.max(oldest)),
        Due::Open | Due::Today | Due::Overdue(_) => (Place::Now, 0),
        Due::Soon(days) if row.last_session.is_some() || !is_new(row, roster, rules, today) => (Place::Near, -days),
        _ if wanting => (Place::Wanting, 0),
        _ if row.last_session.is_none() && is_new(row, roster, rules, today) => (Place::New, 0),
        _ => (Place::Calm, 0),
    };
    neglect
}

/// Within the first rhythm nobody could have been met late.
fn is_new(row: &RosterRow, roster: &Roster, rules: &RuleSet, today: Date) -> bool {
    let rhythm = usual(row, roster, rules);
    today <= working_day(rhythm.after(row.clock_began(today)), rules)
}

/// How many days of a list have passed, and for how long the oldest has waited.
fn overdue(list: &[Option<Date>], today: Date) -> (usize, i64) {
    let late = list.iter().flatten().filter(|due| **due < today).map(|due| days_between(*due, today));
    (late.clone().count(), late.max().unwrap_or(0))
}
