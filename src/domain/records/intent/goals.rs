//! Intents about goals: the plan, its changes with their trace, and what was reached.

use super::*;
use crate::domain::goal::{
    Accrual, Approach, Aspect, GoalStatus, Perspective, ResultClass, ResultScope, Revision, StatusWord, Support,
};
use crate::domain::language::clean;

/// What a plan says of a result, without its indicators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultTerms {
    pub period: Period,
    pub title: String,
    pub class: ResultClass,
    pub scope: ResultScope,
    pub supports: Option<Support>,
    pub approach: Approach,
    pub expectation: String,
    pub weight: Option<Number>,
    pub due: Option<Date>,
    /// Made from the title if empty.
    pub tag: String,
}

/// What a plan says of an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorTerms {
    pub title: String,
    pub aspect: Option<Aspect>,
    pub perspective: Option<Perspective>,
    pub measure: Measure,
    pub accrual: Accrual,
    pub unit: String,
    pub weight: Option<Number>,
    pub due: Option<Date>,
}

/// A result that is to be planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewResult {
    pub terms: ResultTerms,
    pub indicators: Vec<IndicatorTerms>,
}

/// The same result for one of several people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    pub person: PersonId,
    /// One an indicator, in their order, where this person's differs.
    pub measures: Vec<Option<Measure>>,
}

/// A value as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCheckIn {
    pub result: ResultId,
    pub indicator: IndicatorId,
    pub on: Date,
    pub value: Option<Number>,
    pub note: String,
    pub evidence: String,
}

impl ResultTerms {
    pub fn of(result: &WorkResult) -> Self {
        ResultTerms {
            period: result.period,
            title: result.title.clone(),
            class: result.class,
            scope: result.scope,
            supports: result.supports.clone(),
            approach: result.approach,
            expectation: result.expectation.clone(),
            weight: result.weight,
            due: result.due,
            tag: result.tag.clone(),
        }
    }

    fn cleaned(self) -> Result<Self, Refusal> {
        let title = whole_line(&self.title)?;
        if title.is_empty() {
            return Err(Refusal::EmptyText);
        }
        if self.period.from > self.period.until || self.due.is_some_and(|due| due < self.period.from) {
            return Err(Refusal::PeriodBackwards);
        }
        let supports = match self.supports {
            Some(s) => Some(Support { title: whole_line(&s.title)?, ..s }),
            None => None,
        };
        Ok(ResultTerms {
            title,
            supports: supports.filter(|s| !s.title.is_empty()),
            expectation: whole(&self.expectation)?,
            weight: weight(self.weight)?,
            tag: tags(vec![self.tag]).pop().unwrap_or_default(),
            ..self
        })
    }
}

impl IndicatorTerms {
    pub fn of(indicator: &Indicator) -> Self {
        IndicatorTerms {
            title: indicator.title.clone(),
            aspect: indicator.aspect,
            perspective: indicator.perspective,
            measure: indicator.measure.clone(),
            accrual: indicator.accrual,
            unit: indicator.unit.clone(),
            weight: indicator.weight,
            due: indicator.due,
        }
    }

    fn cleaned(self) -> Result<Self, Refusal> {
        let title = whole_line(&self.title)?;
        if title.is_empty() {
            return Err(Refusal::EmptyText);
        }
        let measure = match self.measure {
            Measure::Milestones { steps } => {
                Measure::Milestones { steps: steps.iter().map(|step| whole_line(step)).collect::<Result<_, _>>()? }
            }
            measure => measure,
        };
        measure.check(self.accrual)?;
        Ok(IndicatorTerms { title, measure, unit: whole_line(&self.unit)?, weight: weight(self.weight)?, ..self })
    }

    fn indicator(self, id: IndicatorId) -> Indicator {
        let IndicatorTerms { title, aspect, perspective, measure, accrual, unit, weight, due } = self;
        let (target_open, revisions) = (false, vec![]);
        Indicator { id, title, aspect, perspective, measure, accrual, unit, weight, due, target_open, revisions }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanResult {
    pub person: PersonId,
    pub result: NewResult,
}

impl Judge for PlanResult {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let PlanResult { person, result } = self;
        let op = case.new_result(person, result, None)?;
        case.one(ChangeKind::ResultPlanned, person, op)
    }
}

/// Several people at once; who has a result of this title in the period keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssignResult {
    pub result: NewResult,
    pub to: Vec<Assignment>,
}

impl Judge for AssignResult {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let AssignResult { result, to } = self;
        let title = clean::fold(&result.terms.title);
        let mut ops = Vec::new();
        for Assignment { person, measures } in to {
            let has = |r: &WorkResult| clean::fold(&r.title) == title && overlap(r.period, result.terms.period);
            if case.dossier(person)?.results.iter().any(has) {
                continue;
            }
            let mut own = result.clone();
            for (indicator, measure) in own.indicators.iter_mut().zip(measures) {
                indicator.measure = measure.unwrap_or(indicator.measure.clone());
            }
            ops.push(case.new_result(person, own, None)?);
        }
        if ops.is_empty() {
            return Err(Refusal::PlanExists);
        }
        Ok(case.change(ChangeKind::ResultAssigned, None, ops))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectResult {
    pub person: PersonId,
    pub id: ResultId,
    pub terms: ResultTerms,
}

impl Judge for CorrectResult {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let CorrectResult { person, id, terms } = self;
        let terms = terms.cleaned()?;
        let was = case.result(person, id)?;
        let tag = case.tag(person, &terms, Some(id))?;
        let ResultTerms { period, title, class, scope, supports, approach, expectation, weight, due, .. } = terms;
        let new =
            WorkResult { period, title, class, scope, supports, approach, expectation, weight, due, tag, ..was.clone() };
        case.replace(ChangeKind::ResultCorrected, was, new)
    }
}

/// Only what was never measured can be taken out; anything else is dropped with a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoveResult {
    pub person: PersonId,
    pub id: ResultId,
}

impl Judge for RemoveResult {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let RemoveResult { person, id } = self;
        let was = case.result(person, id)?;
        if case.dossier(person)?.check_ins.iter().any(|c| c.result == id) {
            return Err(Refusal::HasCheckIns);
        }
        case.one(ChangeKind::ResultRemoved, person, Op::remove(was))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddIndicator {
    pub person: PersonId,
    pub result: ResultId,
    pub terms: IndicatorTerms,
}

impl Judge for AddIndicator {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let AddIndicator { person, result: id, terms } = self;
        let was = case.result(person, id)?;
        let mut new = was.clone();
        new.indicators.push(terms.cleaned()?.indicator(IndicatorId(case.uuid())));
        case.replace(ChangeKind::IndicatorAdded, was, new)
    }
}

/// A target that was agreed and is changed keeps the old one with the reason. On the day it was planned, while
/// nothing was measured against it, a slip of the pen needs none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectIndicator {
    pub person: PersonId,
    pub result: ResultId,
    pub id: IndicatorId,
    pub terms: IndicatorTerms,
    pub reason: String,
}

impl Judge for CorrectIndicator {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let CorrectIndicator { person, result, id, terms, reason: why } = self;
        let terms = terms.cleaned()?;
        let was = case.result(person, result)?;
        let measured = case.dossier(person)?.check_ins.iter().any(|c| c.indicator == id);
        let fresh = !measured && case.planned_today(&was);
        let mut new = was.clone();
        let indicator = new.indicators.iter_mut().find(|i| i.id == id).ok_or(Refusal::NoSuchRecord)?;
        let old = indicator.clone();
        let kind = if terms.measure == old.measure && !old.target_open {
            ChangeKind::IndicatorCorrected
        } else {
            ChangeKind::TargetRevised
        };
        let mut revisions = old.revisions.clone();
        if terms.measure != old.measure && !old.target_open && !fresh {
            let (on, by) = (case.world.today, case.world.actor.clone());
            revisions.push(Revision { was: old.measure.clone(), on, reason: reason(&why)?, by });
        }
        *indicator = Indicator { revisions, ..terms.indicator(id) };
        case.replace(kind, was, new)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoveIndicator {
    pub person: PersonId,
    pub result: ResultId,
    pub id: IndicatorId,
}

impl Judge for RemoveIndicator {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let RemoveIndicator { person, result, id } = self;
        let was = case.result(person, result)?;
        if case.dossier(person)?.check_ins.iter().any(|c| c.indicator == id) {
            return Err(Refusal::HasCheckIns);
        }
        let mut new = was.clone();
        new.indicators.retain(|i| i.id != id);
        case.replace(ChangeKind::IndicatorRemoved, was, new)
    }
}

/// One value or many of one person; a correction is a newer check-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteCheckIns {
    pub person: PersonId,
    pub entries: Vec<NewCheckIn>,
    pub session: Option<SessionId>,
}

impl Judge for NoteCheckIns {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let NoteCheckIns { person, entries, session } = self;
        case.session_accepts(person, session)?;
        let mut ops = Vec::new();
        for entry in entries {
            let result = case.result(person, entry.result)?;
            let indicator = result.indicator(entry.indicator).ok_or(Refusal::NoSuchRecord)?;
            let note = whole_line(&entry.note)?;
            match entry.value {
                Some(value) => indicator.measure.check_value(value)?,
                None if indicator.measure != Measure::Described => return Err(Refusal::ValueMissing),
                None if note.is_empty() => return Err(Refusal::EmptyText),
                None => {}
            }
            if entry.on > case.world.today {
                return Err(Refusal::DateInFuture);
            }
            if result.is_dropped() || (result.is_left() && !result.worked().contains(entry.on)) {
                return Err(Refusal::GoalSettled);
            }
            case.belongs_to(person, &result, entry.on)?;
            let check_in = CheckIn {
                id: CheckInId(case.uuid()),
                person,
                result: entry.result,
                indicator: entry.indicator,
                on: entry.on,
                value: entry.value,
                note: Shared::new(note),
                evidence: Shared::new(whole_line(&entry.evidence)?),
                session,
                by: case.world.actor.clone(),
                written: case.world.now,
            };
            ops.push(Op::add(check_in));
        }
        if ops.is_empty() {
            return Err(Refusal::NothingChanged);
        }
        Ok(case.change(ChangeKind::CheckedIn, Some(person), ops))
    }
}

impl Case<'_> {
    /// A value of a day on which another plan of the same goal was in effect belongs there, and one of before the period
    /// nowhere. After its end what was left unfinished may still be reached.
    fn belongs_to(&self, person: PersonId, result: &WorkResult, on: Date) -> Result<(), Refusal> {
        let own = result.worked();
        if own.contains(on) {
            return Ok(());
        }
        let title = clean::fold(&result.title);
        let same = |r: &&WorkResult| r.tag == result.tag || clean::fold(&r.title) == title;
        let mut others = self.dossier(person)?.results.iter().filter(|r| r.id != result.id && !r.is_dropped());
        match others.find(|r| same(r) && r.worked().contains(on)) {
            Some(other) => Err(Refusal::OtherPlan { own, other: other.worked() }),
            None if on < own.from => Err(Refusal::BeforePeriod(own)),
            None => Ok(()),
        }
    }
}

/// The supervisor's word. Dropping needs a reason, and so does giving up a dropped goal's rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SayStatus {
    pub person: PersonId,
    pub result: ResultId,
    pub status: GoalStatus,
    pub reason: String,
}

impl Judge for SayStatus {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let SayStatus { person, result: id, status, reason: why } = self;
        let was = case.result(person, id)?;
        let why = whole_line(&why)?;
        if status == GoalStatus::Dropped && why.is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        if was.status() == Some(status) && was.words.last().is_some_and(|word| word.reason == why) {
            return Err(Refusal::NothingChanged);
        }
        let mut new = was.clone();
        let (on, by) = (case.world.today, case.world.actor.clone());
        new.words.push(StatusWord { status, on, reason: why, by });
        case.replace(ChangeKind::StatusSaid, was, new)
    }
}

/// The results of one year into the next plan: values stay behind, and targets have to be set anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyPlan {
    pub person: PersonId,
    pub from_year: i16,
    pub to: Period,
}

impl Judge for CopyPlan {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let CopyPlan { person, from_year, to } = self;
        let dossier = case.dossier(person)?;
        let goes_on = |r: &&WorkResult| r.period.from.year() == from_year && !r.is_dropped() && !r.is_left();
        let old: Vec<WorkResult> = dossier.results.iter().filter(goes_on).cloned().collect();
        if old.is_empty() {
            return Err(Refusal::NoPlan);
        }
        let there = |title: &str| {
            let same = |r: &&WorkResult| overlap(r.period, to) && clean::fold(&r.title) == clean::fold(title);
            dossier.results.iter().any(|r| same(&r))
        };
        let missing: Vec<WorkResult> = old.into_iter().filter(|r| !there(&r.title)).collect();
        if missing.is_empty() {
            return Err(Refusal::PlanExists);
        }
        let ops = missing.iter().map(|result| case.renewed(result, to)).collect();
        Ok(case.change(ChangeKind::PlanCopied, Some(person), ops))
    }
}

/// A successor takes over the results that stayed with the post, with their targets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InheritResults {
    pub person: PersonId,
    pub from: PersonId,
}

impl Judge for InheritResults {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let InheritResults { person, from } = self;
        let today = case.world.today;
        let waits = |r: &&WorkResult| r.is_left() && r.scope == ResultScope::Organisation && r.period.until >= today;
        let left: Vec<WorkResult> = case.dossier(from)?.results.iter().filter(waits).cloned().collect();
        let has =
            |r: &WorkResult| case.dossier(person).is_ok_and(|d| d.results.iter().any(|own| own.continues == Some(r.id)));
        let left: Vec<WorkResult> = left.into_iter().filter(|r| !has(r)).collect();
        if left.is_empty() {
            return Err(Refusal::NoPlan);
        }
        let mut ops = Vec::new();
        for result in left {
            let terms = ResultTerms { period: Period { from: today, ..result.period }, ..ResultTerms::of(&result) };
            let indicators = result.indicators.iter().map(IndicatorTerms::of).collect();
            let terms = ResultTerms { tag: String::new(), ..terms };
            ops.push(case.new_result(person, NewResult { terms, indicators }, Some(result.id))?);
        }
        Ok(case.change(ChangeKind::ResultsInherited, Some(person), ops))
    }
}

impl Case<'_> {
    /// A move splits the plan today: results of the organisation stay with the post; those of the person go on in a new
    /// plan, whose targets have to be agreed anew.
    pub(super) fn split_plan(&mut self, person: PersonId) -> Result<Vec<Op>, Refusal> {
        let today = self.world.today;
        let running = |r: &&WorkResult| r.is_active() && r.period.from < today && r.period.until >= today;
        let running: Vec<WorkResult> = self.dossier(person)?.results.iter().filter(running).cloned().collect();
        let mut ops = Vec::new();
        for result in running {
            if result.scope == ResultScope::Individual {
                ops.push(self.renewed(&result, Period { from: today, ..result.period }));
            }
            let left = WorkResult { split_on: Some(today), ..result.clone() };
            ops.push(Op::replace(result, left));
        }
        Ok(ops)
    }

    /// The same result in another period, with open targets.
    fn renewed(&mut self, result: &WorkResult, period: Period) -> Op {
        let indicators = result.indicators.iter().map(|indicator| Indicator {
            id: IndicatorId(self.uuid()),
            target_open: indicator.measure != Measure::Described,
            due: None,
            revisions: vec![],
            ..indicator.clone()
        });
        let indicators = indicators.collect();
        Op::add(WorkResult {
            id: ResultId(self.uuid()),
            period,
            due: None,
            indicators,
            words: vec![],
            split_on: None,
            continues: Some(result.id),
            by: self.world.actor.clone(),
            written: self.world.now,
            ..result.clone()
        })
    }

    fn new_result(&mut self, person: PersonId, new: NewResult, continues: Option<ResultId>) -> Result<Op, Refusal> {
        self.person(person)?;
        let terms = new.terms.cleaned()?;
        let tag = self.tag(person, &terms, None)?;
        let indicators: Result<Vec<IndicatorTerms>, Refusal> =
            new.indicators.into_iter().map(IndicatorTerms::cleaned).collect();
        let indicators = indicators?.into_iter().map(|terms| terms.indicator(IndicatorId(self.uuid()))).collect();
        let ResultTerms { period, title, class, scope, supports, approach, expectation, weight, due, .. } = terms;
        Ok(Op::add(WorkResult {
            id: ResultId(self.uuid()),
            person,
            period,
            title,
            class,
            scope,
            supports,
            approach,
            expectation,
            weight,
            due,
            tag,
            indicators,
            words: vec![],
            split_on: None,
            continues,
            by: self.world.actor.clone(),
            written: self.world.now,
        }))
    }

    /// The given tag if it is free in the plan, else one made of the title's words.
    fn tag(&self, person: PersonId, terms: &ResultTerms, except: Option<ResultId>) -> Result<String, Refusal> {
        let same_plan = |r: &&WorkResult| Some(r.id) != except && overlap(r.period, terms.period) && !r.is_left();
        let taken: Vec<&str> = self.dossier(person)?.results.iter().filter(same_plan).map(|r| r.tag.as_str()).collect();
        if !terms.tag.is_empty() {
            return if taken.contains(&terms.tag.as_str()) {
                Err(Refusal::TagTaken(terms.tag.clone()))
            } else {
                Ok(terms.tag.clone())
            };
        }
        Ok(tag_of(&terms.title, &taken))
    }

    fn result(&self, person: PersonId, id: ResultId) -> Result<WorkResult, Refusal> {
        self.dossier(person)?.result(id).cloned().ok_or(Refusal::NoSuchRecord)
    }

    fn planned_today(&self, result: &WorkResult) -> bool {
        // Within a day, whatever the zone: the domain has no clock of its own.
        self.world.now.as_second() - result.written.as_second() < 24 * 60 * 60
    }
}

/// A short, free tag from the words of a title: its first telling word, else its first two, else numbered.
pub fn tag_of(title: &str, taken: &[&str]) -> String {
    let folded = clean::fold(title);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() >= 4).collect();
    let words = if words.is_empty() { folded.split_whitespace().collect() } else { words };
    let first = words.first().copied().unwrap_or("rhk");
    let two = words.iter().take(2).copied().collect::<Vec<_>>().join("-");
    let numbered = (2..).map(|n| format!("{first}-{n}"));
    [first.to_owned(), two].into_iter().chain(numbered).find(|tag| !taken.contains(&tag.as_str())).unwrap_or_default()
}

fn overlap(a: Period, b: Period) -> bool {
    a.from <= b.until && b.from <= a.until
}

fn weight(weight: Option<Number>) -> Result<Option<Number>, Refusal> {
    match weight {
        Some(weight) if !weight.is_positive() || weight > Number::HUNDRED => Err(Refusal::WeightOutside),
        weight => Ok(weight),
    }
}

#[cfg(test)]
mod tests;
