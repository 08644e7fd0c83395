//! Who needs me, and why: computed from a roster row and the day. Sorts by neglect, never by score, and says its
//! reasons.

mod neglect;

pub use neglect::{Neglect, Place};

use super::cadence::{Cadence, working_day};
use crate::domain::goal::concern::{self, Concern};
use crate::domain::period::{Period, days_between};
use crate::domain::{Roster, RosterRow, RuleSet};
use jiff::{ToSpan, civil::Date};
use strum::IntoStaticStr;

/// Where a person stands with sessions on a given day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Due {
    /// A session is begun and not closed.
    Open,
    /// So many days late.
    Overdue(i64),
    Today,
    /// Due in so many days, within the near future.
    Soon(i64),
    /// Due in so many days.
    Later(i64),
    /// On leave.
    #[strum(serialize = "leave")]
    Suspended,
    /// No longer in service.
    Ended,
}

impl Due {
    /// The stable word for machines and for the filter.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// One reason, to be said in words. Worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Reason {
    /// The employee objects to the last sheet: it waits for an answer until the next session is closed.
    Objection {
        days: i64,
    },
    SessionOverdue {
        days: i64,
    },
    NeverMet {
        days: i64,
    },
    /// Never met since that day, before which records may have been erased.
    NothingOnRecord {
        days: i64,
    },
    MyPromisesOverdue {
        count: usize,
    },
    /// Begun so many days ago and not closed.
    SessionOpen {
        days: i64,
    },
    /// The agreed day is so far away that the rhythm goes on without it.
    PlannedFar {
        days: i64,
    },
    PostponedOften {
        count: u8,
    },
    Missed {
        count: u8,
    },
    TheirActionsOverdue {
        count: usize,
    },
    NoPraise {
        days: i64,
    },
    NeverPraised,
    /// No praise since that day, before which notes may have been erased.
    NoPraiseOnRecord {
        days: i64,
    },
    RecentOnly {
        recent: usize,
        of: usize,
        days: i64,
    },
    Probation {
        days_left: i64,
    },
    /// Goals that the supervisor calls off track, or that nobody calls anything and that are far behind.
    GoalsBehind {
        count: usize,
    },
    /// Goals whose day has passed and that are neither reached nor settled.
    GoalsLate {
        count: usize,
    },
    /// Goals whose day is near.
    GoalsDue {
        count: usize,
    },
    /// Goals that ask for a new value; `days` since the oldest of the newest values.
    CheckInsOld {
        count: usize,
        days: i64,
    },
    /// Targets of the running plan that have to be set.
    TargetsOpen {
        count: usize,
    },
    /// The newest rating of a competency is so old that none counts any more.
    RatingsOld {
        days: i64,
    },
    /// No session so far, and none is late.
    NotMetYet,
    SessionToday,
    SessionSoon {
        days: i64,
    },
}

impl Reason {
    /// `reason-<id>` says it; also in `bina status --json`.
    pub fn id(&self) -> &'static str {
        self.into()
    }
    /// A goal is due, or asks for a value.
    pub fn is_dated_goal(&self) -> bool {
        matches!(self, Reason::GoalsLate { .. } | Reason::GoalsDue { .. } | Reason::CheckInsOld { .. })
    }
    /// The numbers in it, by the names that the message uses.
    pub fn numbers(&self) -> Vec<(&'static str, i64)> {
        match *self {
            Reason::Objection { days }
            | Reason::SessionOverdue { days }
            | Reason::NeverMet { days }
            | Reason::NothingOnRecord { days }
            | Reason::SessionOpen { days }
            | Reason::PlannedFar { days }
            | Reason::NoPraise { days }
            | Reason::NoPraiseOnRecord { days }
            | Reason::RatingsOld { days }
            | Reason::SessionSoon { days } => {
                vec![("days", days)]
            }
            Reason::MyPromisesOverdue { count }
            | Reason::TheirActionsOverdue { count }
            | Reason::GoalsBehind { count }
            | Reason::GoalsLate { count }
            | Reason::GoalsDue { count }
            | Reason::TargetsOpen { count } => vec![("count", count as i64)],
            Reason::CheckInsOld { count, days } => vec![("count", count as i64), ("days", days)],
            Reason::PostponedOften { count } | Reason::Missed { count } => vec![("count", i64::from(count))],
            Reason::RecentOnly { recent, of, days } => vec![("recent", recent as i64), ("of", of as i64), ("days", days)],
            Reason::Probation { days_left } => vec![("days", days_left)],
            Reason::NeverPraised | Reason::NotMetYet | Reason::SessionToday => vec![],
        }
    }
}

/// What a row says about one person today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attention {
    pub due: Due,
    /// The day the next session is due; none on leave or after service.
    pub next: Option<Date>,
    /// Days since the last closed session.
    pub since_session: Option<i64>,
    /// Days for which a session waits: since it was due, or since it was begun and left.
    pub late: i64,
    pub reasons: Vec<Reason>,
    pub neglect: Neglect,
}

/// The rhythm that holds for a person: probation, own, unit's, team's, rule set's.
pub fn cadence(row: &RosterRow, roster: &Roster, rules: &RuleSet, today: Date) -> Cadence {
    if row.probation_until.is_some_and(|until| today <= until) { probation(row, rules) } else { usual(row, roster, rules) }
}

fn usual(row: &RosterRow, roster: &Roster, rules: &RuleSet) -> Cadence {
    row.cadence.or_else(|| roster.units.cadence(row.unit)).or(roster.profile.cadence).unwrap_or(rules.cadence)
}

fn probation(row: &RosterRow, rules: &RuleSet) -> Cadence {
    let own = row.cadence.filter(|c| c.days() < rules.probation_cadence.days());
    own.unwrap_or(rules.probation_cadence)
}

/// The day the next session is due: the agreed one, or one rhythm after the last, moved to a working day.
pub fn next_due(row: &RosterRow, roster: &Roster, rules: &RuleSet, today: Date) -> Option<Date> {
    if !row.status.in_service() || row.status.on_leave(today) {
        return None;
    }
    // A talk that was planned for a time that turned out to be leave starts its clock again at the return.
    let planned = row.planned.filter(|day| !row.status.on_leave(*day));
    Some(match planned {
        Some(day) => planned_until(row, roster, rules, today).map_or(day, |last| day.min(last)),
        None => by_rhythm(row, roster, rules, today),
    })
}

/// One rhythm after the last session, or after the day the clock began. What fell due within probation stays due when
/// probation ends.
fn by_rhythm(row: &RosterRow, roster: &Roster, rules: &RuleSet, today: Date) -> Date {
    let base = row.last_session.max(Some(row.clock_began(today))).unwrap_or(row.since);
    let within = row.probation_until.and_then(|until| {
        let day = probation(row, rules).after(base);
        (day <= until).then_some(day)
    });
    working_day(within.unwrap_or_else(|| usual(row, roster, rules).after(base)), rules)
}

/// The last day that an agreed day keeps quiet: two rhythms after it was agreed. A day planned further away hides
/// nobody.
fn planned_until(row: &RosterRow, roster: &Roster, rules: &RuleSet, today: Date) -> Option<Date> {
    let made = row.planned_made?.max(row.clock_began(today));
    let rhythm = cadence(row, roster, rules, today);
    Some(working_day(rhythm.after(rhythm.after(row.last_session.max(Some(made)).unwrap_or(made))), rules))
}

/// Whether an agreed day lies so far away that the rhythm goes on without it.
pub fn is_far(row: &RosterRow, roster: &Roster, rules: &RuleSet, today: Date) -> bool {
    row.planned.zip(planned_until(row, roster, rules, today)).is_some_and(|(day, last)| day > last)
}

/// Judges one row on one day.
pub fn attention(row: &RosterRow, roster: &Roster, rules: &RuleSet, today: Date) -> Attention {
    let since_session = row.last_session.map(|day| days_between(day, today));
    let next = next_due(row, roster, rules, today);
    let due = match next {
        None if !row.status.in_service() => Due::Ended,
        None => Due::Suspended,
        Some(_) if row.open_session => Due::Open,
        Some(day) => match days_between(today, day) {
            0 => Due::Today,
            days if days < 0 => Due::Overdue(-days),
            days if days <= i64::from(rules.soon_days) => Due::Soon(days),
            days => Due::Later(days),
        },
    };
    let late = match due {
        // Begun today it is under way; from tomorrow on it is a talk that waits for its end.
        Due::Open => begun(row, today),
        Due::Overdue(days) => days,
        _ => 0,
    };
    let reasons = match due {
        Due::Ended | Due::Suspended => of_the_absent(row, today),
        _ => {
            let far = is_far(row, roster, rules, today);
            reasons(row, rules, today, due, far)
        }
    };
    let neglect = neglect::neglect(row, roster, rules, today, due, late);
    Attention { due, next, since_session, late, reasons, neglect }
}

/// Days since a session was begun that is not closed.
fn begun(row: &RosterRow, today: Date) -> i64 {
    row.open_since.map_or(0, |day| days_between(day, today)).max(0)
}

fn objection(row: &RosterRow, today: Date) -> Option<Reason> {
    row.objected.map(|on| Reason::Objection { days: days_between(on, today) })
}

/// What was said before somebody went away still waits for the supervisor.
fn of_the_absent(row: &RosterRow, today: Date) -> Vec<Reason> {
    let mine = RosterRow::overdue(&row.my_due, today);
    let promises = (mine > 0).then_some(Reason::MyPromisesOverdue { count: mine });
    let objection = objection(row, today).filter(|_| row.status.in_service());
    objection.into_iter().chain(promises).collect()
}

fn reasons(row: &RosterRow, rules: &RuleSet, today: Date, due: Due, far: bool) -> Vec<Reason> {
    let mut out = Vec::from_iter(objection(row, today));
    match due {
        Due::Overdue(days) if row.last_session.is_none() => {
            out.push(Reason::SessionOverdue { days });
            out.push(never_met(row, rules, today));
        }
        Due::Overdue(days) => out.push(Reason::SessionOverdue { days }),
        Due::Open => out.push(Reason::SessionOpen { days: begun(row, today) }),
        _ => {}
    }
    let mine = RosterRow::overdue(&row.my_due, today);
    if mine > 0 {
        out.push(Reason::MyPromisesOverdue { count: mine });
    }
    if let Some(day) = row.planned.filter(|_| far) {
        out.push(Reason::PlannedFar { days: days_between(today, day) });
    }
    if row.postponed >= 2 {
        out.push(Reason::PostponedOften { count: row.postponed });
    }
    if row.missed > 0 {
        out.push(Reason::Missed { count: row.missed });
    }
    let theirs = RosterRow::overdue(&row.their_due, today);
    if theirs > 0 {
        out.push(Reason::TheirActionsOverdue { count: theirs });
    }
    out.extend(unpraised(row, rules, today));
    out.extend(goals(row, rules, today));
    if let Some(recent) = recency(row, rules, today) {
        out.push(recent);
    }
    if let Some(until) = row.probation_until.filter(|until| *until >= today) {
        out.push(Reason::Probation { days_left: days_between(today, until) });
    }
    out.extend(ratings_old(row, rules, today));
    if row.last_session.is_none() && !matches!(due, Due::Overdue(_)) {
        out.push(Reason::NotMetYet);
    }
    match due {
        Due::Today => out.push(Reason::SessionToday),
        Due::Soon(days) => out.push(Reason::SessionSoon { days }),
        _ => {}
    }
    out
}

/// Never met, or nothing on record: what was erased when its time was over is not said never to have been.
fn never_met(row: &RosterRow, rules: &RuleSet, today: Date) -> Reason {
    match erased_before(row, rules.retention_months.sessions, today) {
        Some(day) => Reason::NothingOnRecord { days: days_between(day, today) },
        None => Reason::NeverMet { days: days_between(row.clock_began(today), today) },
    }
}

/// The day up to which records of a kind may have been erased, if somebody was here before it.
pub fn erased_before(row: &RosterRow, months: u16, today: Date) -> Option<Date> {
    let day = today.checked_sub(i32::from(months).months()).ok().filter(|_| months > 0)?;
    (row.clock_began(today) < day).then_some(day)
}

/// Too long without praise; the clock begins with whoever comes or comes back.
pub fn unpraised(row: &RosterRow, rules: &RuleSet, today: Date) -> Option<Reason> {
    let began = row.clock_began(today);
    let waited = |from: Date| days_between(from, today) > i64::from(rules.praise_days);
    match row.last_praise {
        Some(day) if waited(day.max(began)) => Some(Reason::NoPraise { days: days_between(day, today) }),
        None if waited(began) => Some(match erased_before(row, rules.retention_months.notes, today) {
            Some(day) => Reason::NoPraiseOnRecord { days: days_between(day, today) },
            None => Reason::NeverPraised,
        }),
        _ => None,
    }
}

/// What the plans ask of the supervisor: those in effect, and what is left of those that ended.
fn goals(row: &RosterRow, rules: &RuleSet, today: Date) -> Vec<Reason> {
    let goals = row.goals_on(today);
    let all: Vec<Concern> = goals.iter().flat_map(|goal| concern::of_facts(goal, rules, today)).collect();
    let count = |fits: fn(&Concern) -> bool| all.iter().filter(|c| fits(c)).count();
    let behind = count(|c| matches!(c, Concern::OffTrack));
    let late = count(|c| matches!(c, Concern::Late { .. }));
    let soon = count(|c| matches!(c, Concern::Soon { .. }));
    let ages = all.iter().filter_map(|c| if let Concern::Old { days } = c { Some(*days) } else { None });
    let (stale, days) = (ages.clone().count(), ages.max().unwrap_or(0));
    let open_targets = row.plan(today).map_or(0, |plan| usize::from(plan.open_targets));
    let all = [
        (behind, Reason::GoalsBehind { count: behind }),
        (late, Reason::GoalsLate { count: late }),
        (soon, Reason::GoalsDue { count: soon }),
        (stale, Reason::CheckInsOld { count: stale, days }),
        (open_targets, Reason::TargetsOpen { count: open_targets }),
    ];
    all.into_iter().filter(|(count, _)| *count > 0).map(|(_, reason)| reason).collect()
}

/// Said of those who were rated once: nobody is reminded to begin.
fn ratings_old(row: &RosterRow, rules: &RuleSet, today: Date) -> Option<Reason> {
    let newest = row.levels.iter().map(|level| level.on.date()).max()?;
    let last = newest.checked_add(i32::from(rules.rating_months.longest()).months()).unwrap_or(Date::MAX);
    (last < today).then(|| Reason::RatingsOld { days: days_between(newest, today) })
}

/// Nearly all evidence of the year so far comes from its last part. The year begins with whoever comes or comes back.
fn recency(row: &RosterRow, rules: &RuleSet, today: Date) -> Option<Reason> {
    let start = Period::year(today.year()).from.max(row.clock_began(today));
    let length = days_between(start, today).max(1);
    let window = length * i64::from(rules.recency_percent) / 100;
    let days: Vec<i64> =
        row.evidence.iter().map(|d| days_between(d.date(), today)).filter(|d| (0..=length).contains(d)).collect();
    let recent = days.iter().filter(|d| **d <= window).count();
    // With a full memory of the row nothing is known about what came before it.
    let complete = row.evidence.len() < crate::domain::people::roster::EVIDENCE_KEPT || days.len() < row.evidence.len();
    let of = days.len();
    let telling = of >= usize::from(rules.recency_least) && window >= 14 && recent * 10 >= of * 9;
    (complete && telling).then_some(Reason::RecentOnly { recent, of, days: window })
}

#[cfg(test)]
mod tests;
