//! Why a goal wants to be looked at: what the brief, the agenda and the list of what is due say of it. Facts with
//! their numbers, never a rank of people.

use super::plan::{Goal, PerformancePlan};
use super::{GoalFacts, GoalStatus, Verdict};
use crate::domain::period::days_between;
use crate::domain::{Dossier, RuleSet};
use jiff::civil::Date;

/// One reason; the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Concern {
    /// The supervisor calls it off track, or nobody calls it anything and it is far behind.
    OffTrack,
    /// The same of slipping.
    Slipping,
    /// Word and pace say different things.
    Disagrees,
    /// Its day has passed.
    Late { days: i64 },
    /// Its day is near.
    Soon { days: i64 },
    /// It asks for a new value; days since the oldest of the newest values.
    Old { days: i64 },
}

impl Concern {
    /// Has to do with the calendar: belongs into lists of what is due.
    pub fn is_dated(self) -> bool {
        matches!(self, Concern::Late { .. } | Concern::Soon { .. } | Concern::Old { .. })
    }
}

/// Everything that a goal worked on today gives reason to, the gravest first.
pub fn concerns(goal: &Goal<'_>, rules: &RuleSet, today: Date) -> Vec<Concern> {
    let result = goal.result;
    if result.is_left() {
        return vec![];
    }
    let mut out = of_facts(&GoalFacts::of(goal), rules, today);
    if goal.disagrees(rules) && result.is_active() && result.period.from <= today {
        out.push(Concern::Disagrees);
        out.sort();
    }
    out
}

/// The same as far as a row of the list knows it: there, too, a goal gives reason to nothing else.
pub fn of_facts(goal: &GoalFacts, rules: &RuleSet, today: Date) -> Vec<Concern> {
    if !goal.is_active() || goal.from.date() > today {
        return vec![];
    }
    let verdict = goal.verdict(rules, today);
    let mut out = Vec::new();
    match (goal.word, verdict) {
        (Some(GoalStatus::OffTrack), _) | (None, Some(Verdict::Behind)) => out.push(Concern::OffTrack),
        (Some(GoalStatus::Slipping), _) | (None, Some(Verdict::Slipping)) => out.push(Concern::Slipping),
        _ => {}
    }
    if verdict == Some(Verdict::Reached) {
        return out;
    }
    match days_between(today, goal.due.date()) {
        days if days < 0 => out.push(Concern::Late { days: -days }),
        days if days <= i64::from(rules.soon_days) => out.push(Concern::Soon { days }),
        _ => {}
    }
    let age = days_between(goal.last.unwrap_or(goal.from).date(), today);
    if age > i64::from(rules.check_in_days) {
        out.push(Concern::Old { days: age });
    }
    out
}

/// The goals that matter today and have a concern, with their concerns; the gravest first, then by due day.
pub fn concerning<'a>(dossier: &'a Dossier, rules: &RuleSet, today: Date) -> Vec<(Goal<'a>, Vec<Concern>)> {
    let goals = PerformancePlan::on(dossier, today).map(|plan| plan.goals).unwrap_or_default();
    let with = goals.into_iter().map(|goal| {
        let concerns = concerns(&goal, rules, today);
        (goal, concerns)
    });
    let mut out: Vec<_> = with.filter(|(_, concerns)| !concerns.is_empty()).collect();
    out.sort_by_key(|(goal, concerns)| (concerns.first().copied().map(rank), goal.due(), goal.result.id));
    out
}

/// Without the numbers in it.
fn rank(concern: Concern) -> u8 {
    match concern {
        Concern::OffTrack => 0,
        Concern::Slipping => 1,
        Concern::Disagrees => 2,
        Concern::Late { .. } => 3,
        Concern::Soon { .. } => 4,
        Concern::Old { .. } => 5,
    }
}
