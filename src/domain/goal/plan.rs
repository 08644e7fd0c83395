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
    /// Main results first, then in the order in which they were planned; behind them what is left of earlier plans.
    pub goals: Vec<Goal<'a>>,
    /// How many of the goals belong to the plan itself.
    pub own: usize,
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
    /// Its own day has passed: what was kept up to it is reached for good.
    pub ended: bool,
}

impl<'a> PerformancePlan<'a> {
    /// What matters of somebody's plans on a day, asked by everything that says "now": the plan in effect, or the newest
    /// that ended where none is, and what earlier plans left unfinished. Figures are those of the plan alone.
    pub fn on(dossier: &'a Dossier, day: Date) -> Option<Self> {
        let mut plan = Self::of(in_effect(dossier, day), &dossier.check_ins, day)?;
        let left = unfinished(dossier, day).into_iter().filter(|r| plan.goals.iter().all(|g| g.result.id != r.id));
        let left: Vec<Goal<'a>> = left.map(|result| Goal::of(result, &dossier.check_ins, day)).collect();
        plan.goals.extend(left);
        Some(plan)
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
        Some(PerformancePlan { period: Period { from, until }, own: goals.len(), goals, mean })
    }

    /// The goals of the plan itself, without what earlier plans left.
    pub fn own(&self) -> &[Goal<'a>] {
        &self.goals[..self.own.min(self.goals.len())]
    }

    /// How many indicators of the plan can be worked on and have no target for this period yet.
    pub fn open_targets(&self) -> usize {
        self.own().iter().flat_map(|g| &g.standings).filter(|s| s.indicator.target_open).count()
    }

    /// The progress after each of the last days with a value, oldest first.
    pub fn trend(&self, points: usize) -> Vec<Number> {
        let counted: Vec<&Goal> = self.own().iter().filter(|g| !g.result.is_dropped() && !g.result.is_left()).collect();
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
            result.indicators.iter().map(|indicator| Standing::of_own(result, indicator, &own, day)).collect();
        let mean = mean(&standings.iter().map(|s| (s.indicator.weight, s.progress)).collect::<Vec<_>>());
        Goal { result, standings, mean }
    }

    /// The indicator that is furthest behind decides for the whole result.
    pub fn slowest(&self) -> Option<&Standing<'a>> {
        let paced = self.standings.iter().filter(|s| s.pace.is_some());
        paced.min_by_key(|s| s.pace.as_ref().map(|p| p.ratio))
    }

    /// The computed counterpart of the supervisor's word; `None` where nothing is measured yet. What has a part that
    /// was never measured is not reached.
    pub fn verdict(&self, rules: &RuleSet) -> Option<Verdict> {
        let worst = self.standings.iter().filter_map(|s| s.verdict(rules)).max()?;
        let whole = self.standings.iter().all(|s| s.pace.is_some());
        Some(if worst == Verdict::Reached && !whole { Verdict::OnPace } else { worst })
    }

    /// The day by which the first of what is not reached yet has to be.
    pub fn due(&self) -> Date {
        let open = self.standings.iter().filter(|s| s.kept_from().is_none());
        open.map(|s| self.result.period_of(s.indicator).until).min().unwrap_or(self.result.due())
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
        Self::of_own(result, indicator, &own, day)
    }

    /// From the result's check-ins up to the day.
    fn of_own(result: &WorkResult, indicator: &'a Indicator, own: &[&'a CheckIn], day: Date) -> Self {
        let check_ins = of_indicator(own.iter().copied(), indicator.id);
        let held = check_ins.iter().rev().find_map(|c| Some((c.on, c.value?)));
        let value = held.map(|(_, value)| value);
        let pace = held.and_then(|(on, value)| pace(indicator, result.period_of(indicator), on, value));
        let progress =
            value.filter(|_| !indicator.target_open).and_then(|v| indicator.measure.progress(indicator.accrual, v));
        let ended = day > result.period_of(indicator).until;
        Standing { indicator, check_ins, value, progress, pace, ended }
    }

    pub fn verdict(&self, rules: &RuleSet) -> Option<Verdict> {
        let pace = self.pace.as_ref()?;
        let kept = self.ended && pace.progress >= Number::ONE;
        Some(if kept { Verdict::Reached } else { pace.verdict(self.indicator, rules) })
    }

    /// Whether the target is met: for good, or as long as it is kept up to its own day.
    fn kept_from(&self) -> Option<Kept> {
        let pace = self.pace.as_ref()?;
        // The thresholds of the rule set don't matter here: reached is reached.
        match pace.verdict(self.indicator, &RuleSet::default()) {
            Verdict::Reached => Some(Kept::ForGood),
            _ => (pace.progress >= Number::ONE).then_some(Kept::ToTheEnd),
        }
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

/// How a target is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kept {
    ForGood,
    /// Held so far; reached when its own day has passed.
    ToTheEnd,
}

/// The results of the plan in effect on a day, as they were planned; where none is, those of the plan that ended last.
pub fn in_effect(dossier: &Dossier, day: Date) -> Vec<&WorkResult> {
    let on = |day: Date| dossier.results.iter().filter(move |r| r.worked().contains(day)).collect::<Vec<_>>();
    let now = on(day);
    if !now.is_empty() {
        return now;
    }
    dossier.results.iter().map(|r| r.worked().until).filter(|until| *until < day).max().map(on).unwrap_or_default()
}

/// What plans that ended before a day left: neither settled by a word nor reached.
pub fn unfinished(dossier: &Dossier, day: Date) -> Vec<&WorkResult> {
    let left = |r: &&WorkResult| {
        r.period.until < day && r.is_active() && {
            let facts = GoalFacts::of(&Goal::of(r, &dossier.check_ins, day));
            !facts.is_reached(day)
        }
    };
    dossier.results.iter().filter(left).collect()
}

/// What a row of the list knows of the plan that is in effect on certain days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanFacts {
    /// The days on which exactly these results are in effect.
    pub from: Day,
    pub until: Day,
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
    /// From this day on it is reached, if no newer value says otherwise; none if something is missing.
    pub reached: Option<Day>,
    pub from: Day,
    pub until: Day,
    /// Of what is not reached yet.
    pub due: Day,
    /// The day of the oldest of the newest values; none if an indicator was never measured.
    pub last: Option<Day>,
}

/// How many plans a row remembers whole: this year's, the last and the next one's, in halves or quarters. Of older ones
/// it keeps what was left unfinished.
const PLANS_KEPT: usize = 12;
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

    /// The newest plans of a dossier, oldest first: one for every stretch of days with the same results.
    pub fn of(dossier: &Dossier) -> Vec<PlanFacts> {
        let after = |day: Date| day.tomorrow().unwrap_or(Date::MAX);
        let worked = || dossier.results.iter().map(WorkResult::worked);
        let begins: BTreeSet<Date> = worked().flat_map(|period| [period.from, after(period.until)]).collect();
        let begins: Vec<Date> = begins.into_iter().collect();
        let stretches =
            begins.windows(2).map(|pair| Period { from: pair[0], until: pair[1].yesterday().unwrap_or(pair[0]) });
        let mut all: Vec<PlanFacts> = stretches.filter_map(|days| PlanFacts::of_stretch(dossier, days)).collect();
        let old = all.len().saturating_sub(PLANS_KEPT);
        for plan in &mut all[..old] {
            let end = plan.until;
            plan.goals.retain(|goal| goal.until == end && goal.is_active() && goal.reached.is_none());
        }
        let mut at = 0;
        all.retain(|plan| {
            at += 1;
            at > old || !plan.goals.is_empty()
        });
        all
    }

    fn of_stretch(dossier: &Dossier, days: Period) -> Option<PlanFacts> {
        let results: Vec<&WorkResult> = dossier.results.iter().filter(|r| r.worked().contains(days.from)).collect();
        let plan = PerformancePlan::of(results, &dossier.check_ins, Date::MAX)?;
        let goals = plan.goals.iter().filter(|g| !g.result.is_dropped() && !g.result.is_left()).map(GoalFacts::of);
        Some(PlanFacts {
            from: Day::from_date(days.from),
            until: Day::from_date(days.until),
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
        let result = goal.result;
        let kept = goal.standings.iter().map(|s| match s.kept_from()? {
            Kept::ForGood => Some(Day::from_date(result.period.from)),
            Kept::ToTheEnd => result.period_of(s.indicator).until.tomorrow().ok().map(Day::from_date),
        });
        let kept: Option<Vec<Day>> = kept.collect();
        GoalFacts {
            word: goal.result.status(),
            // Down, so that a threshold in whole percent is passed here exactly where the ratio passes it.
            pace: slowest.map(|pace| pace.ratio.times(Number::from(1000)).floor().whole()).map(cut),
            reached: kept.and_then(|days| days.into_iter().max()),
            from: Day::from_date(result.period.from),
            until: Day::from_date(result.period.until),
            due: Day::from_date(goal.due()),
            last: goal.last_check_in().map(Day::from_date),
        }
    }

    pub fn is_reached(&self, today: Date) -> bool {
        self.reached.is_some_and(|from| from.date() <= today)
    }
    /// The computed counterpart of the word.
    pub fn verdict(&self, rules: &RuleSet, today: Date) -> Option<Verdict> {
        if self.is_reached(today) {
            return Some(Verdict::Reached);
        }
        self.pace.and_then(share).map(|ratio| verdict(ratio, rules))
    }
    pub fn is_active(&self) -> bool {
        !self.word.is_some_and(GoalStatus::is_settled)
    }
}
