//! One person's plan of one period as a whole: each result with its indicators, where they stand, and what the list of
//! people shows of it.

use super::check_in::of_indicator;
use super::mean::{Mean, mean};
use super::pace::{Pace, Verdict, disagree, pace, verdict};
use super::{CheckIn, GoalStatus, Indicator, WorkResult};
use crate::domain::people::roster::Day;
use crate::domain::{Dossier, Number, Period, RuleSet};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The plan as it stood at the end of a day.
#[derive(Clone, Debug, PartialEq)]
pub struct PerformancePlan<'a> {
    /// From the first day of its first result to the last day of its last.
    pub period: Period,
    /// Main results first, then in the order in which they were planned.
    pub goals: Vec<Goal<'a>>,
    /// Of all results that are worked on here: not dropped, and not left behind when the person moved.
    pub mean: Mean,
}

/// One result and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal<'a> {
    pub result: &'a WorkResult,
    pub standings: Vec<Standing<'a>>,
    pub mean: Mean,
}

/// One indicator and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing<'a> {
    pub indicator: &'a Indicator,
    /// In the order in which they hold, up to the day.
    pub check_ins: Vec<&'a CheckIn>,
    pub value: Option<Number>,
    pub progress: Option<Number>,
    /// Judged on the day of the value: a value says nothing about the time after it.
    pub pace: Option<Pace>,
}

impl<'a> PerformancePlan<'a> {
    /// The plan in effect on a day: the results whose period it falls into, else those of the newest period before it.
    pub fn on(dossier: &'a Dossier, day: Date) -> Option<Self> {
        Self::of(in_effect(dossier, day), &dossier.check_ins, day)
    }

    /// Every plan that begins in a year, as of a day: two halves where the person moved.
    pub fn of_year(dossier: &'a Dossier, year: i16, day: Date) -> Option<Self> {
        Self::of(dossier.results.iter().filter(|r| r.period.from.year() == year).collect(), &dossier.check_ins, day)
    }

    /// These results as of a day; `None` if there are none.
    pub fn of(mut results: Vec<&'a WorkResult>, check_ins: &'a [CheckIn], day: Date) -> Option<Self> {
        results.sort_by_key(|r| (r.class, r.id));
        let from = results.iter().map(|r| r.period.from).min()?;
        let until = results.iter().map(|r| r.period.until).max()?;
        let goals: Vec<Goal> = results.into_iter().map(|result| Goal::of(result, check_ins, day)).collect();
        let counted = goals.iter().filter(|g| !g.result.is_dropped() && !g.result.is_left());
        let mean = mean(&counted.map(|g| (g.result.weight, g.mean.value)).collect::<Vec<_>>());
        Some(PerformancePlan { period: Period { from, until }, goals, mean })
    }

    /// How many indicators of the plan can be worked on and have no target for this period yet.
    pub fn open_targets(&self) -> usize {
        self.goals.iter().flat_map(|g| &g.standings).filter(|s| s.indicator.target_open).count()
    }

    /// The progress after each of the last days with a value, oldest first.
    pub fn trend(&self, points: usize) -> Vec<Number> {
        let counted: Vec<&Goal> = self.goals.iter().filter(|g| !g.result.is_dropped() && !g.result.is_left()).collect();
        let days = counted.iter().flat_map(|g| &g.standings).flat_map(|s| &s.check_ins).filter(|c| c.value.is_some());
        let days: BTreeSet<Date> = days.map(|c| c.on).collect();
        let last = days.into_iter().rev().take(points).collect::<Vec<_>>();
        let on = |day: Date| mean(&counted.iter().map(|g| (g.result.weight, g.progress_on(day))).collect::<Vec<_>>()).value;
        last.into_iter().rev().filter_map(on).collect()
    }
}

impl<'a> Goal<'a> {
    pub fn of(result: &'a WorkResult, check_ins: &'a [CheckIn], day: Date) -> Self {
        // Gathered once for all indicators: the check-ins are those of many years.
        let own: Vec<&'a CheckIn> = check_ins.iter().filter(|c| c.result == result.id && c.on <= day).collect();
        let standings: Vec<Standing> =
            result.indicators.iter().map(|indicator| Standing::of_own(result, indicator, &own)).collect();
        let mean = mean(&standings.iter().map(|s| (s.indicator.weight, s.progress)).collect::<Vec<_>>());
        Goal { result, standings, mean }
    }

    /// The indicator that is furthest behind decides for the whole result.
    pub fn slowest(&self) -> Option<&Standing<'a>> {
        let paced = self.standings.iter().filter(|s| s.pace.is_some());
        paced.min_by_key(|s| s.pace.as_ref().map(|p| p.ratio))
    }

    /// The computed counterpart of the supervisor's word; `None` where nothing is measured yet.
    pub fn verdict(&self, rules: &RuleSet) -> Option<Verdict> {
        self.standings.iter().filter_map(|s| s.verdict(rules)).max()
    }

    /// Whether the supervisor's word says something else than the pace.
    pub fn disagrees(&self, rules: &RuleSet) -> bool {
        matches!((self.result.status(), self.verdict(rules)), (Some(word), Some(computed)) if disagree(word, computed))
    }

    /// The day of the oldest of the newest values; `None` if an indicator was never measured.
    pub fn last_check_in(&self) -> Option<Date> {
        self.standings.iter().map(|s| s.check_ins.last().map(|c| c.on)).min().flatten()
    }

    fn progress_on(&self, day: Date) -> Option<Number> {
        mean(&self.standings.iter().map(|s| (s.indicator.weight, s.progress_on(day))).collect::<Vec<_>>()).value
    }
}

impl<'a> Standing<'a> {
    /// As of a day.
    pub fn of(result: &WorkResult, indicator: &'a Indicator, check_ins: &'a [CheckIn], day: Date) -> Self {
        let own: Vec<&'a CheckIn> = check_ins.iter().filter(|c| c.result == result.id && c.on <= day).collect();
        Self::of_own(result, indicator, &own)
    }

    /// From the result's check-ins up to the day.
    fn of_own(result: &WorkResult, indicator: &'a Indicator, own: &[&'a CheckIn]) -> Self {
        let check_ins = of_indicator(own.iter().copied(), indicator.id);
        let held = check_ins.iter().rev().find_map(|c| Some((c.on, c.value?)));
        let value = held.map(|(_, value)| value);
        let pace = held.and_then(|(on, value)| pace(indicator, result.period_of(indicator), on, value));
        let progress =
            value.filter(|_| !indicator.target_open).and_then(|v| indicator.measure.progress(indicator.accrual, v));
        Standing { indicator, check_ins, value, progress, pace }
    }

    pub fn verdict(&self, rules: &RuleSet) -> Option<Verdict> {
        self.pace.as_ref().map(|pace| pace.verdict(self.indicator, rules))
    }

    /// The progress of each value, oldest first: what a small graph draws.
    pub fn trend(&self) -> Vec<Number> {
        let progress = |c: &&CheckIn| self.indicator.measure.progress(self.indicator.accrual, c.value?);
        if self.indicator.target_open { vec![] } else { self.check_ins.iter().filter_map(progress).collect() }
    }

    fn progress_on(&self, day: Date) -> Option<Number> {
        let held = self.check_ins.iter().rev().filter(|c| c.on <= day).find_map(|c| c.value)?;
        if self.indicator.target_open { None } else { self.indicator.measure.progress(self.indicator.accrual, held) }
    }
}

/// The results of the plan in effect on a day, as they were planned.
pub fn in_effect(dossier: &Dossier, day: Date) -> Vec<&WorkResult> {
    let now: Vec<_> = dossier.results.iter().filter(|r| r.period.contains(day) && !r.is_left()).collect();
    if !now.is_empty() {
        return now;
    }
    let last = dossier.results.iter().filter(|r| r.period.from <= day).map(|r| r.period.until).max();
    dossier.results.iter().filter(|r| Some(r.period.until) == last).collect()
}

/// What a row of the list knows of the plan of one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanFacts {
    pub year: i16,
    pub goals: Vec<GoalFacts>,
    /// Thousandths of the targets.
    pub progress: Option<i32>,
    /// The same after each of the last days with a value, oldest first.
    pub trend: Vec<i32>,
    pub open_targets: u8,
}

/// What a row knows of one result that is worked on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalFacts {
    pub word: Option<GoalStatus>,
    /// Thousandths of what was expected on the day of the value, of the slowest indicator.
    pub pace: Option<i32>,
    pub reached: bool,
    pub from: Day,
    pub due: Day,
    /// The day of the oldest of the newest values; none if an indicator was never measured.
    pub last: Option<Day>,
}

/// How many plans a row remembers: this year's, and the last or the next one's.
const PLANS_KEPT: usize = 2;
/// Points of the small graph in the list.
const TREND: usize = 4;

impl PlanFacts {
    /// Progress as a share of the targets.
    pub fn share(&self) -> Option<Number> {
        share(self.progress?)
    }
    /// The last progresses as shares, oldest first.
    pub fn steps(&self) -> Vec<Number> {
        self.trend.iter().filter_map(|permille| share(*permille)).collect()
    }

    /// The newest plans of a dossier, oldest first.
    pub fn of(dossier: &Dossier) -> Vec<PlanFacts> {
        let years: BTreeSet<i16> = dossier.results.iter().map(|r| r.period.from.year()).collect();
        let first = years.len().saturating_sub(PLANS_KEPT);
        years.into_iter().skip(first).filter_map(|year| PlanFacts::of_year(dossier, year)).collect()
    }

    fn of_year(dossier: &Dossier, year: i16) -> Option<PlanFacts> {
        let plan = PerformancePlan::of_year(dossier, year, Date::MAX)?;
        let goals = plan.goals.iter().filter(|g| !g.result.is_dropped() && !g.result.is_left()).map(GoalFacts::of);
        Some(PlanFacts {
            year,
            goals: goals.collect(),
            progress: plan.mean.value.map(Number::permille),
            trend: plan.trend(TREND).into_iter().map(Number::permille).collect(),
            open_targets: plan.open_targets().min(usize::from(u8::MAX)) as u8,
        })
    }
}

fn share(permille: i32) -> Option<Number> {
    Number::from(i64::from(permille)).over(Number::from(1000))
}

/// What leaves the range ends at its border.
fn cut(thousandths: Option<i64>) -> i32 {
    thousandths.map_or(i32::MAX, |n| n.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32)
}

impl GoalFacts {
    pub(super) fn of(goal: &Goal<'_>) -> Self {
        let slowest = goal.slowest().and_then(|s| s.pace.as_ref());
        // The thresholds of the rule set don't matter here: reached is reached.
        let rules = RuleSet::default();
        let verdicts: Vec<_> = goal.standings.iter().map(|s| s.verdict(&rules)).collect();
        GoalFacts {
            word: goal.result.status(),
            // Down, so that a threshold in whole percent is passed here exactly where the ratio passes it.
            pace: slowest.map(|pace| pace.ratio.times(Number::from(1000)).floor().whole()).map(cut),
            reached: !verdicts.is_empty() && verdicts.iter().all(|v| *v == Some(Verdict::Reached)),
            from: Day::from_date(goal.result.period.from),
            due: Day::from_date(goal.result.due()),
            last: goal.last_check_in().map(Day::from_date),
        }
    }

    /// The computed counterpart of the word.
    pub fn verdict(&self, rules: &RuleSet) -> Option<Verdict> {
        if self.reached {
            return Some(Verdict::Reached);
        }
        self.pace.and_then(share).map(|ratio| verdict(ratio, rules))
    }
    pub fn is_active(&self) -> bool {
        !self.word.is_some_and(GoalStatus::is_settled)
    }
}
