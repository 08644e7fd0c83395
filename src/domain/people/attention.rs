//! Who needs me, and why: computed from a roster row and the day. Sorts by neglect, never by score, and says its
//! reasons.

use super::cadence::{Cadence, working_day};
use crate::domain::goal::concern;
use crate::domain::goal::concern::Concern;
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
    MyPromisesOverdue {
        count: usize,
    },
    SessionOpen,
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
            | Reason::NoPraise { days }
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
            Reason::SessionOpen | Reason::NeverPraised | Reason::NotMetYet | Reason::SessionToday => vec![],
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
    pub reasons: Vec<Reason>,
    /// The larger, the more neglected. Only for sorting: it is never shown and means nothing by itself.
    pub neglect: i64,
}

/// The rhythm that holds for a person: probation, own, unit's, team's, rule set's.
pub fn cadence(row: &RosterRow, roster: &Roster, rules: &RuleSet, today: Date) -> Cadence {
    if row.probation_until.is_some_and(|until| today <= until) {
        let own = row.cadence.filter(|c| c.days() < rules.probation_cadence.days());
        return own.unwrap_or(rules.probation_cadence);
    }
    row.cadence.or_else(|| roster.units.cadence(row.unit)).or(roster.profile.cadence).unwrap_or(rules.cadence)
}

/// The day the next session is due: the agreed one, or one rhythm after the last, moved to a working day.
pub fn next_due(row: &RosterRow, roster: &Roster, rules: &RuleSet, today: Date) -> Option<Date> {
    if !row.status.in_service() || row.status.on_leave(today) {
        return None;
    }
    if let Some(planned) = row.planned {
        return Some(planned);
    }
    let base = row.last_session.unwrap_or(row.since);
    // Time on leave does not count as neglect: the rhythm starts again at the return.
    Some(working_day(cadence(row, roster, rules, today).after(base), rules))
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
    if matches!(due, Due::Ended | Due::Suspended) {
        let mine = RosterRow::overdue(&row.my_due, today);
        let promises = (mine > 0).then_some(Reason::MyPromisesOverdue { count: mine });
        // What was said before the leave still waits for the supervisor.
        let reasons = objection(row, today).into_iter().chain(promises).filter(|_| due == Due::Suspended).collect();
        let neglect = if due == Due::Ended { -2_000_000 } else { -1_000_000 + mine as i64 };
        return Attention { due, next, since_session, reasons, neglect };
    }
    let reasons = reasons(row, rules, today, due);
    let neglect = neglect(row, today, due, &reasons);
    Attention { due, next, since_session, reasons, neglect }
}

fn objection(row: &RosterRow, today: Date) -> Option<Reason> {
    row.objected.map(|on| Reason::Objection { days: days_between(on, today) })
}

fn reasons(row: &RosterRow, rules: &RuleSet, today: Date, due: Due) -> Vec<Reason> {
    let mut out = Vec::from_iter(objection(row, today));
    match due {
        Due::Overdue(days) if row.last_session.is_none() => {
            out.push(Reason::SessionOverdue { days });
            out.push(Reason::NeverMet { days: days_between(row.since, today) });
        }
        Due::Overdue(days) => out.push(Reason::SessionOverdue { days }),
        Due::Open => out.push(Reason::SessionOpen),
        _ => {}
    }
    let mine = RosterRow::overdue(&row.my_due, today);
    if mine > 0 {
        out.push(Reason::MyPromisesOverdue { count: mine });
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
    match row.last_praise {
        Some(day) if days_between(day, today) > i64::from(rules.praise_days) => {
            out.push(Reason::NoPraise { days: days_between(day, today) });
        }
        None if days_between(row.since, today) > i64::from(rules.praise_days) => out.push(Reason::NeverPraised),
        _ => {}
    }
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

/// What the running plan asks of the supervisor.
fn goals(row: &RosterRow, rules: &RuleSet, today: Date) -> Vec<Reason> {
    let Some(plan) = row.plan(today.year()) else { return vec![] };
    let all: Vec<Concern> = plan.goals.iter().flat_map(|goal| concern::of_facts(goal, rules, today)).collect();
    let count = |fits: fn(&Concern) -> bool| all.iter().filter(|c| fits(c)).count();
    let behind = count(|c| matches!(c, Concern::OffTrack));
    let late = count(|c| matches!(c, Concern::Late { .. }));
    let soon = count(|c| matches!(c, Concern::Soon { .. }));
    let ages = all.iter().filter_map(|c| if let Concern::Old { days } = c { Some(*days) } else { None });
    let (stale, days) = (ages.clone().count(), ages.max().unwrap_or(0));
    let open_targets = usize::from(plan.open_targets);
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

/// Nearly all evidence of the period so far comes from its last part.
fn recency(row: &RosterRow, rules: &RuleSet, today: Date) -> Option<Reason> {
    let start = Period::year(today.year()).from;
    let length = days_between(start, today).max(1);
    let window = length * i64::from(rules.recency_percent) / 100;
    let days: Vec<i64> =
        row.evidence.iter().map(|d| days_between(d.date(), today)).filter(|d| (0..=length).contains(d)).collect();
    let recent = days.iter().filter(|d| **d <= window).count();
    // With a full memory of the row nothing is known about what came before it.
    let complete = row.evidence.len() < super::roster::EVIDENCE_KEPT || days.len() < row.evidence.len();
    let of = days.len();
    let telling = of >= usize::from(rules.recency_least) && window >= 14 && recent * 10 >= of * 9;
    (complete && telling).then_some(Reason::RecentOnly { recent, of, days: window })
}

fn neglect(row: &RosterRow, today: Date, due: Due, reasons: &[Reason]) -> i64 {
    let lateness = match due {
        Due::Overdue(days) => 10_000 + days * 100,
        Due::Open => 9_000,
        Due::Today => 8_000,
        Due::Soon(days) => 4_000 - days * 100,
        _ => 0,
    };
    let rest: i64 = reasons
        .iter()
        .map(|reason| match reason {
            // Above a session that is only due: its time runs.
            Reason::Objection { .. } => 9_500,
            Reason::MyPromisesOverdue { count } => 2_500 + 300 * *count as i64,
            Reason::PostponedOften { count } => 800 * i64::from(*count),
            Reason::Missed { count } => 600 * i64::from(*count),
            Reason::TheirActionsOverdue { count } => 300 + 50 * *count as i64,
            Reason::NoPraise { days } => 200 + (*days).min(365) * 4,
            Reason::NeverPraised => 900,
            Reason::NeverMet { days } => (*days).min(365) * 10,
            Reason::RecentOnly { .. } => 100,
            Reason::GoalsBehind { count } => 300 + 50 * *count as i64,
            Reason::GoalsLate { count } => 200 + 50 * *count as i64,
            Reason::GoalsDue { .. } | Reason::CheckInsOld { .. } | Reason::TargetsOpen { .. } => 50,
            _ => 0,
        })
        .sum();
    let silence = row.last_feedback.max(row.last_session).map_or(60, |day| days_between(day, today).clamp(0, 365));
    lateness + rest + silence
}

#[cfg(test)]
mod tests;
