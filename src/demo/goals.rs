//! Lives through somebody's goals: the plan of each year, the values that come in, and what is said of them.

use super::aims::{Aim, Aims, Turn};
use super::calendar::{plus, working_day_back, working_days_after};
use super::dice::Dice;
use super::history::History;
use super::progress::value;
use super::texts::fill;
use super::texts::goals::*;
use crate::domain::goal::{
    Accrual, Approach, GoalStatus, Measure, ResultClass, ResultScope, Support, Verdict, check_in::value_on, plan::Goal,
};
use crate::domain::period::days_between;
use crate::domain::records::intent::{self, IndicatorTerms, NewCheckIn, NewResult, ResultTerms};
use crate::domain::*;
use jiff::civil::{Date, date};
use std::collections::VecDeque;

/// One person's goals, being lived through.
pub struct Goals {
    aims: Aims,
    dice: Dice,
    /// What will be done, in the order of the days.
    deeds: VecDeque<(Date, Deed)>,
    /// The next day of the monthly values.
    values: Option<Date>,
    /// Nothing is written after it: the eve of today, of a leave, of the retirement.
    last: Date,
    today: Date,
    /// The unit of who moves.
    unit: Option<Unit>,
    position: Option<String>,
    noted: Vec<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Plan(Period),
    Values,
    Note,
    Revise,
    Move,
    /// The targets of the new post are agreed.
    Settle,
    /// The first word, in spring, or the one that holds today.
    Speak {
        finally: bool,
    },
    /// The last values of a year, and what came of it.
    Close(Period),
    CopyToNextYear,
}

/// A plan for less of a year is not made.
const SHORTEST: i64 = 60;

impl Goals {
    pub fn new(person: &Person, unit: Option<&Unit>, aims: Aims, today: Date, mut dice: Dice, rules: &RuleSet) -> Self {
        let end = match person.status {
            PersonStatus::Leave { from, .. } => from,
            PersonStatus::Retired { on: Some(on) } => on,
            _ => today,
        };
        let last = working_day_back(plus(end.min(today), -1), rules);
        let retired = matches!(person.status, PersonStatus::Retired { .. });
        let mut deeds = vec![];
        for year in person.since.year()..=last.year() {
            let until = if retired { date(year, 12, 31).min(last) } else { date(year, 12, 31) };
            let period = Period { from: person.since.max(date(year, 1, 1)), until };
            let planned = working_days_after(period.from, 4 + dice.below(4), rules);
            if aims.list.is_empty() || planned > last || days_between(planned, until) < SHORTEST {
                continue;
            }
            deeds.push((planned, Deed::Plan(period)));
            let over = working_days_after(until, 3, rules);
            if year < last.year() {
                deeds.extend(past(planned, &aims, &mut dice));
                deeds.push((over, Deed::Close(period)));
            } else {
                deeds.extend(running(planned, last, &aims, &mut dice));
                deeds.extend(retired.then_some((last, Deed::Close(period))));
            }
        }
        deeds.iter_mut().for_each(|(day, _)| *day = working_day_back(*day, rules));
        deeds.retain(|(day, _)| (person.since..=last).contains(day));
        // Stable: what belongs to one day keeps its order.
        deeds.sort_by_key(|(day, _)| *day);
        let (deeds, position, unit) = (deeds.into(), person.position.clone(), unit.cloned());
        Goals { aims, dice, deeds, values: None, last, today, unit, position, noted: vec![] }
    }

    /// The post in which the records begin, if it was another one.
    pub fn former_position(&self) -> Option<String> {
        let moves = self.deeds.iter().any(|(_, deed)| *deed == Deed::Move);
        self.aims.moved_from.filter(|_| moves).map(str::to_owned)
    }

    /// What comes next before a day.
    fn next(&mut self, before: Date) -> Option<(Date, Deed)> {
        let values = self.values.map(|day| (day, Deed::Values));
        let deed = self.deeds.front().copied();
        let next = if values.is_some_and(|(day, _)| deed.is_none_or(|(at, _)| day < at)) { values } else { deed };
        let next = next.filter(|(day, _)| *day < before && *day <= self.last)?;
        if Some(next) == deed {
            self.deeds.pop_front();
        } else {
            self.values = None;
        }
        Some(next)
    }

    fn aim_of(&self, result: &WorkResult) -> Option<Aim> {
        self.aims.list.iter().find(|aim| aim.rhk.tag == result.tag).copied()
    }

    /// Whether values are still written on a day.
    fn measures(&self, day: Date) -> bool {
        self.aims.silent.is_none_or(|days| day < plus(self.today, -days))
    }

    /// Whether what is told of this year's goals is told of a result.
    fn is_told(&self, result: &WorkResult) -> bool {
        result.period.from.year() == self.last.year()
    }
}

/// What happens in a year that is over.
fn past(planned: Date, aims: &Aims, dice: &mut Dice) -> Vec<(Date, Deed)> {
    if !aims.monthly {
        return vec![];
    }
    let later = |days: i64| plus(planned, days);
    vec![(later(60 + dice.between(0, 20)), Deed::Speak { finally: false }), (later(dice.between(90, 200)), Deed::Note)]
}

/// What happens in the year that runs, spread over the part of it that has passed.
fn running(planned: Date, last: Date, aims: &Aims, dice: &mut Dice) -> Vec<(Date, Deed)> {
    let passed = days_between(planned, last);
    let at = |percent: i64| plus(planned, passed * percent / 100);
    let mut out = vec![];
    if passed >= SHORTEST {
        if aims.monthly {
            out.extend([(at(30), Deed::Speak { finally: false }), (at(45), Deed::Revise)]);
            out.extend([35, 52, 70, 84].map(|percent| (at(percent + dice.between(-3, 3)), Deed::Note)));
        } else {
            out.extend([(at(50), Deed::Values), (plus(last, -dice.between(2, 25)), Deed::Values)]);
        }
        if aims.moved_from.is_some() {
            out.extend([(at(50), Deed::Move), (plus(at(50), 8), Deed::Settle)]);
        }
        out.push((at(98), Deed::Speak { finally: true }));
    }
    if aims.next_copied && last.month() >= 11 {
        out.push((plus(last, -2), Deed::CopyToNextYear));
    }
    out
}

impl History<'_> {
    /// Only the goals: of the user, with whom nobody here talks.
    pub fn goals_alone(mut self, today: Date) -> (Option<Dossier>, Vec<Refusal>) {
        self.goals_until(today);
        let refused = std::mem::take(&mut self.scribe.refused);
        (self.scribe.into_dossier(), refused)
    }

    /// Everything about goals that was done before a day.
    pub fn goals_until(&mut self, day: Date) {
        while let Some((on, deed)) = self.goals.next(day) {
            let minute = self.goals.dice.between(8 * 60, 15 * 60 + 30);
            self.scribe.at(on, minute);
            match deed {
                Deed::Plan(period) => self.plan_the_year(on, period),
                Deed::Values => self.enter_values(on, None),
                Deed::Note => self.note_on_a_goal(on),
                Deed::Revise => self.revise(),
                Deed::Move => self.move_on(),
                Deed::Settle => self.settle_targets(on),
                Deed::Speak { finally } => self.speak(on, finally),
                Deed::Close(period) => self.close_the_year(on, period),
                Deed::CopyToNextYear => {
                    let (person, from_year) = (self.scribe.person(), on.year());
                    let goes_on = |r: &WorkResult| r.period.from.year() == from_year && !r.is_dropped();
                    // Where the year was closed before, there is nothing that goes on.
                    if !self.scribe.dossier().results.iter().any(goes_on) {
                        continue;
                    }
                    self.scribe.write(intent::CopyPlan { person, from_year, to: Period::year(from_year + 1) });
                }
            }
        }
    }

    /// In an open talk: the month's values, if they are nearly due.
    pub fn goals_in_talk(&mut self, id: SessionId) {
        let on = self.scribe.today();
        let near = self.goals.values.is_some_and(|next| days_between(on, next) <= 10);
        if near && self.goals.dice.chance(60) {
            self.scribe.later(2);
            self.enter_values(on, Some(id));
        }
    }

    fn plan_the_year(&mut self, on: Date, period: Period) {
        let (person, year) = (self.scribe.person(), period.from.year());
        let told = year == self.goals.last.year();
        if self.goals.aims.monthly {
            let first = plus(on, self.goals.dice.between(12, 19));
            self.goals.values = Some(working_day_back(first, self.rules));
        }
        let goes_on = |r: &WorkResult| r.period.from.year() == year - 1 && !r.is_dropped();
        let has_last = self.scribe.dossier().results.iter().any(goes_on);
        if told && self.goals.aims.copied && has_last {
            self.scribe.write(intent::CopyPlan { person, from_year: year - 1, to: period });
            self.scribe.later(4);
            return self.settle_targets(on);
        }
        for aim in self.goals.aims.list.clone().into_iter().filter(|aim| aim.turn != Turn::New) {
            let result = self.new_result(aim, period, told);
            self.scribe.write(intent::PlanResult { person, result });
            self.scribe.later(3);
        }
    }

    fn new_result(&mut self, aim: Aim, period: Period, told: bool) -> NewResult {
        let Aim { rhk, weight, turn, .. } = aim;
        let (year, back) = (period.from.year(), i64::from(self.goals.today.year() - period.from.year()));
        let due = match turn {
            Turn::Due(days) if told => Some(plus(self.goals.today, days)),
            _ => None,
        };
        let support = |title: &str| Support { title: title.to_owned(), result: None };
        let described = !rhk.expectation.is_empty();
        let terms = ResultTerms {
            period,
            title: rhk.title.replace("{arsip}", &format!("{}-{}", year - 5, year - 4)),
            class: if rhk.supports.is_empty() && !rhk.of_the_post { ResultClass::Additional } else { ResultClass::Main },
            scope: if rhk.of_the_post { ResultScope::Organisation } else { ResultScope::Individual },
            supports: Some(rhk.supports).filter(|title| !title.is_empty()).map(support),
            approach: if described { Approach::Qualitative } else { Approach::Quantitative },
            expectation: rhk.expectation.to_owned(),
            weight: weight.map(Number::from),
            due: due.filter(|due| period.contains(*due)),
            tag: rhk.tag.to_owned(),
        };
        let indicators = rhk.indicators.iter().enumerate().map(|(n, iki)| {
            let first = if let Turn::Revised(percent) = turn { percent } else { 100 };
            let percent = if n == 0 && told { first } else { 100 };
            indicator(iki, percent * (100 - 4 * back.clamp(0, 10)) / 100)
        });
        NewResult { terms, indicators: indicators.collect() }
    }

    /// Of every result that is worked on; the year's last ones are of its last day.
    fn enter_values(&mut self, on: Date, session: Option<SessionId>) {
        if self.goals.aims.monthly {
            self.goals.values = Some(working_day_back(plus(on, self.goals.dice.between(28, 31)), self.rules));
        }
        if self.goals.measures(on) {
            self.enter(|r| r.period.contains(on) && r.is_active(), on, session);
        }
    }

    fn enter(&mut self, fits: impl Fn(&WorkResult) -> bool, on: Date, session: Option<SessionId>) {
        let results: Vec<WorkResult> = self.scribe.dossier().results.iter().filter(|r| fits(r)).cloned().collect();
        let mut entries = vec![];
        for result in &results {
            let Some(aim) = self.goals.aim_of(result) else { continue };
            for indicator in &result.indicators {
                let last = value_on(&self.scribe.dossier().check_ins, indicator.id, on).map(|(_, value)| value);
                // A measured level may be of the next year; a total is of the last day.
                let day = if indicator.accrual == Accrual::Total { on.min(result.period.until) } else { on };
                let told = self.goals.is_told(result);
                let tempo = if told { aim.tempo } else { 100 + (aim.tempo - 100) / 3 };
                let value = value(result, indicator, day, tempo, last, &mut self.goals.dice);
                let (note, evidence) = self.said_of_a_value(aim, value.is_none(), on);
                let (result, indicator) = (result.id, indicator.id);
                entries.push(NewCheckIn { result, indicator, on: day, value, note, evidence });
            }
        }
        let person = self.scribe.person();
        if !entries.is_empty() {
            self.scribe.write(intent::NoteCheckIns { person, entries, session });
        }
    }

    fn said_of_a_value(&mut self, aim: Aim, needed: bool, on: Date) -> (String, String) {
        let dice = &mut self.goals.dice;
        if !needed && !dice.chance(25) {
            return Default::default();
        }
        let note = fill(dice.pick(aim.rhk.notes), on, dice);
        let evidence = if dice.chance(45) { fill(dice.pick(EVIDENCE), on, dice) } else { String::new() };
        (note, evidence)
    }

    /// What was seen of a goal, with its tag: evidence that shows at the result.
    fn note_on_a_goal(&mut self, on: Date) {
        if self.goals.aims.list.is_empty() {
            return;
        }
        let at = self.goals.dice.below(self.goals.aims.list.len());
        let rhk = self.goals.aims.list[at].rhk;
        let [praise, seen] = rhk.seen;
        let is_praise = self.may_praise(on) && !self.goals.noted.contains(&praise);
        let (kind, text) = if is_praise { (FeedbackKind::Praise, praise) } else { (FeedbackKind::Observation, seen) };
        let planned = self.scribe.dossier().results.iter().any(|r| r.tag == rhk.tag && r.period.contains(on));
        if text.is_empty() || !planned || self.goals.noted.contains(&text) {
            return;
        }
        self.goals.noted.push(text);
        let words = Sbi::plain(fill(text, on, &mut self.goals.dice));
        let audience = if is_praise { Audience::Shared } else { Audience::Private };
        let (person, words, tags) = (self.scribe.person(), Audienced::new(audience, words), vec![rhk.tag.to_owned()]);
        self.scribe.write(intent::NoteFeedback { person, on, kind, words, tags, session: None });
    }

    /// The first target of a result is replaced by the one that holds now.
    fn revise(&mut self) {
        let Some(aim) = self.goals.aims.list.iter().find(|aim| matches!(aim.turn, Turn::Revised(_))).copied() else {
            return;
        };
        let results = self.scribe.dossier().results.iter().rev();
        let Some(result) = results.clone().find(|r| r.tag == aim.rhk.tag).cloned() else { return };
        if let (Some(old), Some(iki)) = (result.indicators.first(), aim.rhk.indicators.first()) {
            let terms = IndicatorTerms { measure: indicator(iki, 100).measure, ..IndicatorTerms::of(old) };
            self.set_target(&result, old.id, terms, REVISED);
        }
    }

    fn set_target(&mut self, result: &WorkResult, id: IndicatorId, terms: IndicatorTerms, reason: &str) {
        let (person, result, reason) = (self.scribe.person(), result.id, reason.to_owned());
        self.scribe.write(intent::CorrectIndicator { person, result, id, terms, reason });
        self.scribe.later(1);
    }

    /// To another post of the same unit.
    fn move_on(&mut self) {
        let Some(unit) = self.goals.unit.take() else { return };
        let (person, name) = (self.scribe.person(), unit.name);
        let position = self.goals.position.clone();
        self.scribe.write(intent::MovePerson { person, unit: Some(name), position });
    }

    /// Targets that a copy or a move left open, but for those that are open on purpose; and what is new in the post.
    fn settle_targets(&mut self, on: Date) {
        let results = self.scribe.dossier().results.iter();
        let running: Vec<WorkResult> = results.filter(|r| r.period.contains(on) && r.is_active()).cloned().collect();
        for result in &running {
            let Some(aim) = self.goals.aim_of(result).filter(|aim| aim.turn != Turn::Open) else { continue };
            for (open, iki) in result.indicators.iter().zip(aim.rhk.indicators).filter(|(i, _)| i.target_open) {
                let percent = result.period.days() * 100 / 365;
                let terms = IndicatorTerms { measure: indicator(iki, percent).measure, ..IndicatorTerms::of(open) };
                self.set_target(result, open.id, terms, SET);
            }
        }
        let has = |aim: &Aim| running.iter().any(|r| r.tag == aim.rhk.tag);
        let new = |aim: &Aim| aim.turn == Turn::New && !has(aim);
        for aim in self.goals.aims.list.clone().into_iter().filter(new) {
            let person = self.scribe.person();
            let result = self.new_result(aim, Period { from: on, until: date(on.year(), 12, 31) }, true);
            self.scribe.write(intent::PlanResult { person, result });
        }
    }

    /// The supervisor's words on what is worked on.
    fn speak(&mut self, on: Date, finally: bool) {
        let results = self.scribe.dossier().results.iter();
        let running: Vec<WorkResult> = results.filter(|r| r.period.contains(on) && r.is_active()).cloned().collect();
        for result in running {
            let Some(aim) = self.goals.aim_of(&result) else { continue };
            let status = match aim.turn {
                Turn::Unsaid => continue,
                Turn::Said(GoalStatus::Done) if finally && !self.is_reached(&result, on) => GoalStatus::OnTrack,
                Turn::Said(status) if finally && self.goals.is_told(&result) => status,
                _ => GoalStatus::OnTrack,
            };
            let why = match status {
                GoalStatus::OnTrack => "",
                GoalStatus::Slipping => self.goals.dice.pick(SLIPPING),
                GoalStatus::OffTrack => OFF_TRACK,
                GoalStatus::Done => DONE,
                GoalStatus::Dropped => DROPPED,
            };
            self.say_status(&result, status, why);
        }
    }

    fn say_status(&mut self, result: &WorkResult, status: GoalStatus, why: &str) {
        if result.status() != Some(status) {
            let (person, result, reason) = (self.scribe.person(), result.id, why.to_owned());
            self.scribe.write(intent::SayStatus { person, result, status, reason });
            self.scribe.later(1);
        }
    }

    fn is_reached(&self, result: &WorkResult, on: Date) -> bool {
        let goal = Goal::of(result, &self.scribe.dossier().check_ins, on);
        goal.standings
            .iter()
            .all(|s| s.indicator.measure == Measure::Described || s.verdict(self.rules) == Some(Verdict::Reached))
    }

    /// What the year came to, known when it is over: what was not reached ends with it, and is not late for ever.
    fn close_the_year(&mut self, on: Date, period: Period) {
        let of_the_year = |r: &WorkResult| r.period.from.year() == period.from.year() && r.is_active();
        self.enter(of_the_year, on, None);
        let results: Vec<WorkResult> = self.scribe.dossier().results.iter().filter(|r| of_the_year(r)).cloned().collect();
        for result in results {
            self.scribe.later(1);
            let (status, why) = match self.is_reached(&result, on) {
                true => (GoalStatus::Done, ""),
                false => (GoalStatus::Dropped, MISSED_TARGET),
            };
            self.say_status(&result, status, why);
        }
    }
}

/// An indicator with so many percent of its amount.
fn indicator(iki: &Iki, percent: i64) -> IndicatorTerms {
    let tenths = |n: i64| Number::from(n).over(Number::from(10)).unwrap_or_default();
    let part = |n: i64| Number::from((n * percent / 100).max(1));
    let (measure, accrual) = match iki.gauge {
        Gauge::Count(target) => (Measure::Higher { baseline: None, target: part(target) }, Accrual::Total),
        Gauge::Rise(from, to) => (Measure::Higher { baseline: Some(tenths(from)), target: tenths(to) }, Accrual::Level),
        Gauge::Share(target) => (Measure::Higher { baseline: None, target: tenths(target) }, Accrual::Level),
        Gauge::Below(target) => (Measure::Lower { baseline: None, target: tenths(target) }, Accrual::Level),
        Gauge::None => (Measure::Lower { baseline: None, target: Number::ZERO }, Accrual::Total),
        Gauge::Limit(target) => (Measure::Lower { baseline: None, target: part(target) }, Accrual::Total),
        Gauge::Between(low, high) => (Measure::Within { low: tenths(low), high: tenths(high) }, Accrual::Level),
        Gauge::YesNo => (Measure::YesNo, Accrual::Total),
        Gauge::Steps(steps) => {
            (Measure::Milestones { steps: steps.iter().map(|s| (*s).to_owned()).collect() }, Accrual::Total)
        }
        Gauge::Described => (Measure::Described, Accrual::Total),
    };
    let (aspect, perspective) = match iki.looks_at {
        LooksAt::Aspect(aspect) => (Some(aspect), None),
        LooksAt::Perspective(perspective) => (None, Some(perspective)),
    };
    let (title, unit) = (iki.title.to_owned(), iki.unit.to_owned());
    IndicatorTerms { title, aspect, perspective, measure, accrual, unit, weight: None, due: None }
}
