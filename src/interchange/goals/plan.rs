//! From the rows of a plan to one proposed change. What the file says and the store doesn't is asked for with the same
//! intents as on the screens, one after the other, on a copy of the dossiers; what comes of all of them is one change.

use super::columns::{self, Columns, Field};
use super::gather::{Planned, PlannedIndicator, gather};
use super::report::Report;
use super::row::GoalList;
use crate::domain::goal::{Accrual, Aspect, Indicator, Measure, Support, WorkResult};
use crate::domain::language::clean::{clean_line, fold};
use crate::domain::records::intent::{self, IndicatorTerms, Intent, NewResult, ResultTerms, World, judge};
use crate::domain::{
    Actor, Change, ChangeId, ChangeKind, Dossier, IdSource, Op, Period, PersonId, Record, RecordId, Refusal, ResultId,
    Roster, RuleSet,
};
use crate::i18n::{Arg, Text};
use crate::interchange::sheet::finding::{Finding, Severity};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// What is known when a plan is judged.
pub struct Setting<'a> {
    pub roster: &'a Roster,
    /// Of everybody whom the file speaks of (at least): their units are also whose spellings count.
    pub dossiers: &'a HashMap<PersonId, Dossier>,
    pub rules: &'a RuleSet,
    pub today: Date,
    pub now: Timestamp,
    pub actor: &'a Actor,
    /// Why a target changes.
    pub reason: &'a str,
}

/// What an import of a plan would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// `None` if nothing would change.
    pub change: Option<Change>,
    pub report: Report,
    /// Which sheet was read, how, and which of its rows (by index) were refused.
    pub sheet: usize,
    pub columns: Columns,
    pub refused: Vec<usize>,
}

/// Judges the rows of a plan.
pub fn plan(mut list: GoalList, setting: &Setting<'_>, ids: &mut IdSource) -> Proposal {
    let (results, of_indicators) = gather(&mut list);
    let people: BTreeSet<PersonId> = results.iter().map(|result| result.person).collect();
    let copies = people.iter().filter_map(|id| Some((*id, setting.dossiers.get(id)?.clone()))).collect();
    let mut planning = Planning {
        setting,
        ids,
        units: Units::of(setting.dossiers),
        dossiers: copies,
        ops: vec![],
        seen: HashSet::new(),
        guessed: BTreeMap::new(),
        report: Report { unread: columns::unread(&list.columns), ..Report::default() },
        columns: &list.columns,
        refused: std::mem::take(&mut list.refused),
        findings: std::mem::take(&mut list.findings),
    };
    for result in &results {
        planning.result(result);
    }
    planning.missing(&results);
    let Planning { ops, mut report, mut refused, mut findings, guessed, ids, .. } = planning;
    refused.sort_unstable();
    refused.dedup();
    findings.sort_by_key(|finding| finding.row);
    report.refused = refused.len();
    report.findings = findings;
    report.notes = notes(&list, of_indicators, &guessed);
    let ops = folded(ops);
    let change = (!ops.is_empty()).then(|| Change {
        id: ChangeId(ids.uuid(setting.now)),
        at: setting.now,
        by: setting.actor.clone(),
        kind: ChangeKind::GoalsImported,
        about: people.first().copied().filter(|_| people.len() == 1),
        ops,
    });
    Proposal { change, report, sheet: list.sheet, refused, columns: list.columns }
}

/// Spellings of units that are in use; the first one met counts.
struct Units(HashMap<String, String>);

impl Units {
    fn of(dossiers: &HashMap<PersonId, Dossier>) -> Self {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for indicator in dossiers.values().flat_map(|d| &d.results).flat_map(|r| &r.indicators) {
            *counts.entry(indicator.unit.as_str()).or_default() += 1;
        }
        // The spelling that is used most, whatever the order of the dossiers.
        let mut known: Vec<(&str, usize)> = counts.into_iter().collect();
        known.sort_by_key(|(unit, count)| (std::cmp::Reverse(*count), *unit));
        let mut units = Units(HashMap::new());
        known.into_iter().for_each(|(unit, _)| drop(units.spelled(unit)));
        units
    }

    fn spelled(&mut self, unit: &str) -> String {
        self.0.entry(fold(unit)).or_insert_with(|| unit.to_owned()).clone()
    }
}

struct Planning<'a> {
    setting: &'a Setting<'a>,
    ids: &'a mut IdSource,
    units: Units,
    /// As they would be after what was planned so far.
    dossiers: HashMap<PersonId, Dossier>,
    ops: Vec<Op>,
    /// Results of the store that the file speaks of.
    seen: HashSet<ResultId>,
    /// Units of indicators whose way of counting was not said, with how many there are.
    guessed: BTreeMap<(Guess, String), usize>,
    report: Report,
    columns: &'a Columns,
    refused: Vec<usize>,
    findings: Vec<Finding>,
}

/// How a way of counting was guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Guess {
    Level,
    Total,
}

impl Planning<'_> {
    fn result(&mut self, said: &Planned) {
        let Some(dossier) = self.dossiers.get(&said.person) else { return };
        let title = fold(&said.title);
        let left = dossier.results.iter().find(|r| r.is_left() && r.period == said.period && fold(&r.title) == title);
        match (matching(&dossier.results, said, &self.seen).cloned(), left.map(|left| left.id)) {
            (Some(known), _) => self.known_result(said, &known),
            // It stayed with the post when the person moved: an old list does not bring it back.
            (None, Some(left)) => {
                self.seen.insert(left);
                self.report.unchanged += 1;
            }
            (None, None) => self.new_result(said),
        }
    }

    fn new_result(&mut self, said: &Planned) {
        let kept: Vec<&PlannedIndicator> = said.indicators.iter().collect();
        let indicators: Vec<(IndicatorTerms, bool)> =
            kept.into_iter().filter_map(|one| self.terms(one, None).map(|terms| (terms, one.said.open))).collect();
        if indicators.is_empty() && !said.indicators.is_empty() {
            return;
        }
        let open: Vec<bool> = indicators.iter().map(|(_, open)| *open).collect();
        let indicators: Vec<IndicatorTerms> = indicators.into_iter().map(|(terms, _)| terms).collect();
        let terms = new_terms(said);
        let plan =
            |terms| intent::PlanResult { person: said.person, result: NewResult { terms, indicators: indicators.clone() } };
        let outcome = match self.ask(plan(terms.clone())) {
            Err(Refusal::TagTaken(tag)) => {
                let text = Text::with("import-goal-tag-taken", [("tag", Arg::from(tag))]);
                self.warn(said.row, Field::Tag, text);
                self.ask(plan(ResultTerms { tag: String::new(), ..terms }))
            }
            outcome => outcome,
        };
        match outcome {
            Ok(ops) => {
                self.report.added += 1;
                self.leave_open(said.person, ops, &open);
            }
            Err(refusal) => self.refuse(said, &refusal),
        }
    }

    /// A target that was not set yet in the file is not set here either.
    fn leave_open(&mut self, person: PersonId, ops: Vec<Op>, open: &[bool]) {
        for op in ops {
            let Some(Record::WorkResult(result)) = op.after() else { continue };
            let mut result = result.clone();
            self.seen.insert(result.id);
            for (indicator, open) in result.indicators.iter_mut().zip(open) {
                indicator.target_open = *open;
            }
            self.apply(person, vec![Op::add(result)]);
        }
    }

    fn known_result(&mut self, said: &Planned, known: &WorkResult) {
        self.seen.insert(known.id);
        let before = self.ops.len();
        let terms = corrected(said, known);
        if terms != ResultTerms::of(known) {
            let correct = |terms| intent::CorrectResult { person: said.person, id: known.id, terms };
            match self.ask(correct(terms.clone())) {
                Ok(ops) => self.apply(said.person, ops),
                Err(Refusal::NothingChanged) => {}
                Err(Refusal::TagTaken(tag)) => {
                    self.warn(said.row, Field::Tag, Text::with("import-goal-tag-taken", [("tag", Arg::from(tag))]));
                    let terms = ResultTerms { tag: known.tag.clone(), ..terms };
                    if let Ok(ops) = self.ask(correct(terms)) {
                        self.apply(said.person, ops);
                    }
                }
                Err(refusal) => self.warn(said.row, Field::Result, refusal_text(&refusal)),
            }
        }
        let mut left: Vec<&Indicator> = known.indicators.iter().collect();
        for one in &said.indicators {
            let at = position(&left, one);
            match at.map(|at| left.remove(at)) {
                Some(indicator) if known.leaves_open(indicator, &one.said.measure, said.period) => {}
                Some(indicator) => self.known_indicator(said.person, known, indicator, one),
                None => self.new_indicator(said.person, known, one),
            }
        }
        let name = self.name(said.person);
        self.report.missing.extend(left.iter().map(|i| format!("{name}: {} – {}", known.title, i.title)));
        if self.ops.len() == before {
            self.report.unchanged += 1;
        } else {
            self.report.updated += 1;
        }
    }

    fn known_indicator(&mut self, person: PersonId, result: &WorkResult, was: &Indicator, one: &PlannedIndicator) {
        let Some(terms) = self.terms(one, Some(was)) else { return };
        // What is not set yet in the file as well says nothing new.
        let terms = if one.said.open && was.target_open {
            IndicatorTerms { measure: was.measure.clone(), accrual: was.accrual, ..terms }
        } else {
            terms
        };
        let set = was.target_open && !one.said.open;
        if terms == IndicatorTerms::of(was) && !set {
            return;
        }
        let revised = terms.measure != was.measure;
        let reason = self.setting.reason.to_owned();
        match self.ask(intent::CorrectIndicator { person, result: result.id, id: was.id, terms, reason }) {
            Ok(mut ops) => {
                self.report.revised += usize::from(revised);
                if was.target_open && !set {
                    keep_open(&mut ops, was);
                }
                self.apply(person, ops);
            }
            Err(Refusal::NothingChanged) => {}
            Err(refusal) => self.refuse_row(one, &refusal),
        }
    }

    fn new_indicator(&mut self, person: PersonId, result: &WorkResult, one: &PlannedIndicator) {
        let Some(terms) = self.terms(one, None) else { return };
        match self.ask(intent::AddIndicator { person, result: result.id, terms }) {
            Ok(ops) => self.apply(person, ops),
            Err(refusal) => self.refuse_row(one, &refusal),
        }
    }

    /// What an indicator would be; nothing if its target makes no sense, which is said at its row.
    fn terms(&mut self, one: &PlannedIndicator, was: Option<&Indicator>) -> Option<IndicatorTerms> {
        let said = &one.said;
        let unit = match was {
            Some(was) if said.unit.is_empty() || fold(&was.unit) == fold(&said.unit) => was.unit.clone(),
            _ => self.units.spelled(&said.unit),
        };
        let guess = self.guess(&said.measure, &unit, said.aspect);
        let accrual = said.accrual.or(was.map(|was| was.accrual)).unwrap_or(guess);
        if let Err(refusal) = said.measure.check(accrual) {
            self.refuse_row(one, &refusal);
            return None;
        }
        if said.accrual.is_none() && was.is_none() && counts(&said.measure) {
            let guess = if accrual == Accrual::Level { Guess::Level } else { Guess::Total };
            *self.guessed.entry((guess, unit.clone())).or_default() += 1;
        }
        Some(IndicatorTerms {
            title: was.filter(|was| fold(&was.title) == fold(&said.title)).map_or(&said.title, |was| &was.title).clone(),
            aspect: said.aspect.or(was.and_then(|was| was.aspect)),
            perspective: said.perspective.or(was.and_then(|was| was.perspective)),
            measure: said.measure.clone(),
            accrual,
            unit,
            weight: said.weight.or(was.and_then(|was| was.weight)),
            due: said.due.or(was.and_then(|was| was.due)),
        })
    }

    fn guess(&self, measure: &Measure, unit: &str, aspect: Option<Aspect>) -> Accrual {
        let comes_down = matches!(measure, Measure::Lower { baseline: Some(_), .. });
        if counts(measure) { Accrual::usual(unit, aspect, comes_down, self.setting.rules) } else { Accrual::Total }
    }

    fn ask(&mut self, intent: impl Into<Intent>) -> Result<Vec<Op>, Refusal> {
        let Setting { roster, rules, today, now, actor, .. } = *self.setting;
        let world = World { roster, dossiers: &self.dossiers, rules, today, now, actor };
        judge(&world, self.ids, intent).map(|change| change.ops)
    }

    fn apply(&mut self, person: PersonId, ops: Vec<Op>) {
        if let Some(dossier) = self.dossiers.get_mut(&person) {
            ops.iter().for_each(|op| dossier.apply(op));
        }
        self.ops.extend(ops);
    }

    fn refuse(&mut self, said: &Planned, refusal: &Refusal) {
        for one in &said.indicators {
            self.refused.push(one.index);
        }
        let column = self.columns.name_of(Field::Result);
        self.findings.push(Finding::new(Severity::Error, said.row, column, &said.title, refusal_text(refusal)));
    }

    fn refuse_row(&mut self, one: &PlannedIndicator, refusal: &Refusal) {
        self.refused.push(one.index);
        let field = match refusal {
            Refusal::BaselineNotAbove | Refusal::BaselineNotBelow | Refusal::LimitWithBaseline => Field::Baseline,
            Refusal::StepsMissing => Field::Steps,
            Refusal::WeightOutside => Field::IndicatorWeight,
            _ => Field::Target,
        };
        let column = self.columns.name_of(field);
        self.findings.push(Finding::new(Severity::Error, one.row, column, &one.said.title, refusal_text(refusal)));
    }

    fn warn(&mut self, row: u32, field: Field, text: Text) {
        self.findings.push(Finding::new(Severity::Warning, row, self.columns.name_of(field), "", text));
    }

    fn name(&self, person: PersonId) -> String {
        self.setting.roster.row(person).map(|row| row.name.full()).unwrap_or_default()
    }

    /// Running results of the people and periods of the file of which it says nothing.
    fn missing(&mut self, said: &[Planned]) {
        let mut periods: BTreeMap<PersonId, Vec<Period>> = BTreeMap::new();
        for result in said {
            periods.entry(result.person).or_default().push(result.period);
        }
        for (person, periods) in periods {
            let name = self.name(person);
            let Some(dossier) = self.dossiers.get(&person) else { continue };
            let named = |r: &&WorkResult| periods.iter().any(|period| overlap(r.period, *period));
            let running = dossier.results.iter().filter(|r| !r.is_left() && !r.is_dropped()).filter(named);
            let missing = running.filter(|r| !self.seen.contains(&r.id)).map(|r| format!("{name}: {}", r.title));
            self.report.missing.extend(missing);
        }
        self.report.missing.sort();
    }
}

/// Whether values of this kind follow each other in one of two ways.
fn counts(measure: &Measure) -> bool {
    matches!(measure, Measure::Higher { .. } | Measure::Lower { .. } | Measure::Within { .. })
}

/// The result of the store that the file means: by title and period, else by title within the same time.
fn matching<'r>(results: &'r [WorkResult], said: &Planned, seen: &HashSet<ResultId>) -> Option<&'r WorkResult> {
    let title = fold(&said.title);
    let same: Vec<&WorkResult> =
        results.iter().filter(|r| fold(&r.title) == title && !seen.contains(&r.id) && !r.is_left()).collect();
    let exact = same.iter().find(|r| r.period == said.period);
    exact.or_else(|| same.iter().find(|r| overlap(r.period, said.period))).copied()
}

/// By title and aspect, else by the title alone.
fn position(known: &[&Indicator], one: &PlannedIndicator) -> Option<usize> {
    let title = fold(&one.said.title);
    let same = |i: &&Indicator| fold(&i.title) == title;
    let exact = known.iter().position(|i| same(i) && i.aspect == one.said.aspect);
    exact.or_else(|| if one.said.aspect.is_none() { known.iter().position(same) } else { None })
}

fn new_terms(said: &Planned) -> ResultTerms {
    ResultTerms {
        period: said.period,
        title: said.title.clone(),
        class: said.class.unwrap_or_default(),
        scope: said.scope.unwrap_or_default(),
        supports: said.supports.clone().map(|title| Support { title, result: None }),
        approach: said.approach(),
        expectation: said.expectation.clone().unwrap_or_default(),
        weight: said.weight,
        due: said.due,
        tag: said.tag.clone().unwrap_or_default(),
    }
}

/// What the file does not say stays.
fn corrected(said: &Planned, known: &WorkResult) -> ResultTerms {
    let was = ResultTerms::of(known);
    let supports = match &said.supports {
        Some(title) if was.supports.as_ref().is_none_or(|s| fold(&s.title) != fold(title)) => {
            Some(Support { title: clean_line(title), result: None })
        }
        _ => was.supports,
    };
    let tag = said.tag.as_deref().filter(|tag| fold(tag).replace(' ', "-") != was.tag);
    // What goes on after a move begins with the move, whatever an older list says.
    let begun_later = known.continues.is_some() && overlap(known.period, said.period);
    ResultTerms {
        period: if begun_later { known.period } else { said.period },
        title: was.title,
        class: said.class.unwrap_or(was.class),
        scope: said.scope.unwrap_or(was.scope),
        supports,
        approach: said.approach.unwrap_or(was.approach),
        expectation: said.expectation.clone().unwrap_or(was.expectation),
        weight: said.weight.or(was.weight),
        due: said.due.or(was.due),
        tag: tag.map_or(was.tag, str::to_owned),
    }
}

/// A correction of something else does not set an open target.
fn keep_open(ops: &mut [Op], was: &Indicator) {
    for op in ops {
        if let Op::Put { record, .. } = op
            && let Record::WorkResult(result) = record.as_mut()
            && let Some(indicator) = result.indicators.iter_mut().find(|i| i.id == was.id)
        {
            indicator.target_open = true;
        }
    }
}

fn overlap(a: Period, b: Period) -> bool {
    a.from <= b.until && b.from <= a.until
}

/// Several operations on one record become one, from what was to what will be.
fn folded(ops: Vec<Op>) -> Vec<Op> {
    let mut order: Vec<RecordId> = Vec::new();
    let mut ends: HashMap<RecordId, (Option<Record>, Option<Record>)> = HashMap::new();
    for op in ops {
        let id = op.record().id();
        let after = op.after().cloned();
        match ends.get_mut(&id) {
            Some((_, end)) => *end = after,
            None => {
                order.push(id);
                ends.insert(id, (op.before().cloned(), after));
            }
        }
    }
    let fold = |id: &RecordId| match ends.remove(id)? {
        (was, Some(record)) if was.as_ref() == Some(&record) => None,
        (Some(was), Some(record)) => Some(Op::replace(was, record)),
        (None, Some(record)) => Some(Op::add(record)),
        (Some(was), None) => Some(Op::Remove { was: Box::new(was) }),
        (None, None) => None,
    };
    order.iter().filter_map(fold).collect()
}

fn refusal_text(refusal: &Refusal) -> Text {
    Text::with(refusal.message_id(), [("detail", Arg::from(refusal.detail().unwrap_or_default()))])
}

/// What was taken for granted, each once.
fn notes(list: &GoalList, of_indicators: bool, guessed: &BTreeMap<(Guess, String), usize>) -> Vec<Text> {
    let mut out = Vec::new();
    if let Some(year) = list.year_taken {
        out.push(Text::with("import-goal-year", [("year", Arg::from(year.to_string()))]));
    }
    if list.no_direction > 0 {
        out.push(Text::with("import-goal-all-higher", [("count", Arg::from(list.no_direction))]));
    }
    if of_indicators {
        out.push(Text::plain("import-goal-weights-indicators"));
    }
    for (guess, id) in [(Guess::Level, "import-goal-guessed-level"), (Guess::Total, "import-goal-guessed-total")] {
        let of = || guessed.iter().filter(|((known, _), _)| *known == guess);
        let count: usize = of().map(|(_, count)| count).sum();
        let units: Vec<&str> = of().map(|((_, unit), _)| unit.as_str()).filter(|unit| !unit.is_empty()).collect();
        if count > 0 {
            let units = if units.is_empty() { "–".to_owned() } else { units.join(", ") };
            out.push(Text::with(id, [("count", Arg::from(count)), ("units", units.into())]));
        }
    }
    out
}
