//! The form of an indicator. Which fields it has depends on the kind of measure; what makes no sense with the chosen
//! kind hides and keeps what was typed.

use super::field::{choice, line};
use super::result::weights_line;
use super::{Field, FieldName as F, Form, Input, Purpose, Wrong, proposals, written_day};
use crate::desk::office::Office;
use crate::domain::goal::{Accrual, Approach, Aspect, Indicator, Perspective};
use crate::domain::records::intent::IndicatorTerms;
use crate::domain::{DecimalSign, IndicatorId, Measure, Number, PersonId, Refusal, ResultId};
use crate::i18n::{Text, Words};
use crate::reports::goals as says;

/// An aspect for staff, a perspective for heads of units, or neither.
const ASPECTS: [&str; 9] = [
    "goal-aspect-quantity",
    "goal-aspect-quality",
    "goal-aspect-time",
    "goal-aspect-cost",
    "goal-perspective-service-recipient",
    "goal-perspective-business-process",
    "goal-perspective-internal-strengthening",
    "goal-perspective-budget",
    "goals-no-aspect",
];
const KINDS: [&str; 6] = [
    "goal-kind-higher",
    "goal-kind-lower",
    "goal-kind-within",
    "goal-kind-yes-no",
    "goal-kind-milestones",
    "goal-kind-described",
];
const ACCRUALS: [&str; 2] = ["goal-accrual-total", "goal-accrual-level"];

/// A result that is described in words has indicators in words; heads of units look through perspectives.
pub(crate) fn new_fields(person: PersonId, result: ResultId, office: &Office) -> Vec<Field> {
    let result = office.dossier(person).and_then(|d| d.result(result));
    let described = result.is_some_and(|r| r.approach == Approach::Qualitative);
    let before = result.and_then(|r| r.indicators.last()).map(aspect_at);
    let heads = office.roster.rows().iter().any(|row| row.supervisor == Some(person));
    let mut fields = fields(None, DecimalSign::Comma);
    for field in &mut fields {
        match (field.name, &mut field.input) {
            (F::Aspect, Input::Choice(_, at)) => *at = before.unwrap_or(if heads { Aspect::ALL.len() } else { 0 }),
            (F::MeasureKind, Input::Choice(kinds, at)) if described => *at = kinds.len() - 1,
            _ => {}
        }
    }
    fields
}

pub(crate) fn known_fields(
    person: PersonId,
    result: ResultId,
    id: IndicatorId,
    office: &Office,
    sign: DecimalSign,
) -> Vec<Field> {
    let known = office.dossier(person).and_then(|d| d.result(result)).and_then(|r| r.indicator(id));
    known.map_or_else(Vec::new, |indicator| fields(Some(indicator), sign))
}

fn fields(known: Option<&Indicator>, sign: DecimalSign) -> Vec<Field> {
    let number = |number: Option<Number>| number.map(|n| n.write(sign)).unwrap_or_default();
    let measure = known.map(|i| &i.measure);
    let target = measure.filter(|m| has_target(m)).and_then(Measure::target);
    let (low, high) = match measure {
        Some(Measure::Within { low, high }) => (Some(*low), Some(*high)),
        _ => (None, None),
    };
    let steps = match measure {
        Some(Measure::Milestones { steps }) => steps.join("; "),
        _ => String::new(),
    };
    let accrual = known.map_or(0, |i| usize::from(i.accrual == Accrual::Level));
    let guessed = Field { fresh: known.is_none(), ..choice(F::Accrual, &ACCRUALS, accrual) };
    vec![
        line(F::Title, known.map(|i| i.title.clone()).unwrap_or_default()),
        choice(F::Aspect, &ASPECTS, known.map_or(0, aspect_at)),
        choice(F::MeasureKind, &KINDS, measure.map_or(0, kind_at)),
        line(F::Target, number(target)),
        line(F::Low, number(low)),
        line(F::High, number(high)),
        line(F::Steps, steps),
        line(F::IndicatorUnit, known.map(|i| i.unit.clone()).unwrap_or_default()),
        line(F::Baseline, number(measure.and_then(Measure::baseline))),
        guessed,
        line(F::Weight, number(known.and_then(|i| i.weight))),
        line(F::Due, known.and_then(|i| i.due).map(written_day).unwrap_or_default()),
        line(F::Reason, ""),
    ]
}

fn has_target(measure: &Measure) -> bool {
    matches!(measure, Measure::Higher { .. } | Measure::Lower { .. })
}

fn kind_at(measure: &Measure) -> usize {
    ["higher", "lower", "within", "yes-no", "milestones", "described"].iter().position(|id| *id == measure.id()).unwrap_or(0)
}

fn aspect_at(indicator: &Indicator) -> usize {
    let aspect = indicator.aspect.and_then(|a| Aspect::ALL.iter().position(|x| *x == a));
    let perspective = indicator.perspective.and_then(|p| Perspective::ALL.iter().position(|x| *x == p));
    aspect.or(perspective.map(|at| at + Aspect::ALL.len())).unwrap_or(ASPECTS.len() - 1)
}

/// Hides what the chosen kind has no use for, and guesses how values follow each other until somebody says it.
pub(crate) fn follow(form: &mut Form, office: &Office, sign: DecimalSign) {
    let kind = KINDS[form.chosen(F::MeasureKind).min(KINDS.len() - 1)];
    let numeric = ["goal-kind-higher", "goal-kind-lower", "goal-kind-within"].contains(&kind);
    let (range, steps) = (kind == "goal-kind-within", kind == "goal-kind-milestones");
    let reason = asks_reason(form, office, sign);
    let usual = guessed(form, office, kind);
    for field in &mut form.fields {
        field.hidden = match field.name {
            F::Target | F::Baseline => !numeric || range,
            F::Low | F::High => !range,
            F::Steps => !steps,
            F::IndicatorUnit | F::Accrual => !numeric,
            F::Reason => !reason,
            _ => false,
        };
        if let (F::Accrual, true, Input::Choice(_, at)) = (field.name, field.fresh, &mut field.input) {
            *at = Accrual::ALL.iter().position(|a| *a == usual).unwrap_or(0);
        }
    }
}

/// How values follow each other, as far as the form says.
fn guessed(form: &Form, office: &Office, kind: &str) -> Accrual {
    let comes_down = kind == "goal-kind-lower" && !form.text(F::Baseline).is_empty();
    let aspect = Aspect::ALL.get(form.chosen(F::Aspect)).copied();
    Accrual::usual(form.text(F::IndicatorUnit), aspect, comes_down, &office.rules)
}

/// An agreed target that changes keeps the old one, with the reason.
fn asks_reason(form: &Form, office: &Office, sign: DecimalSign) -> bool {
    let Some(known) = known(form, office) else { return false };
    !known.target_open && form.measure(sign).is_ok_and(|measure| measure != known.measure)
}

fn known<'o>(form: &Form, office: &'o Office) -> Option<&'o Indicator> {
    match form.purpose {
        Purpose::EditIndicator(_, _, id) => form.edited(office)?.indicator(id),
        _ => None,
    }
}

impl Form {
    pub(crate) fn indicator_terms(&self, office: &Office, sign: DecimalSign) -> Result<IndicatorTerms, Wrong> {
        if self.text(F::Title).is_empty() {
            return Err(Wrong::from(&Refusal::EmptyText));
        }
        let at = self.chosen(F::Aspect);
        let unit = if self.hides(F::IndicatorUnit) { String::new() } else { self.text(F::IndicatorUnit).to_owned() };
        Ok(IndicatorTerms {
            title: self.text(F::Title).to_owned(),
            aspect: Aspect::ALL.get(at).copied(),
            perspective: at.checked_sub(Aspect::ALL.len()).and_then(|at| Perspective::ALL.get(at)).copied(),
            measure: self.measure(sign)?,
            accrual: Accrual::ALL[self.chosen(F::Accrual).min(1)],
            unit: proposals::spelled(office, unit),
            weight: self.number(F::Weight, sign).map_err(Wrong::at(F::Weight))?,
            due: self.day(F::Due, office.today).map_err(Wrong::at(F::Due))?,
        })
    }

    fn measure(&self, sign: DecimalSign) -> Result<Measure, Wrong> {
        let some = |name| self.number(name, sign).map_err(Wrong::at(name));
        let needed = |name| some(name)?.ok_or_else(|| Wrong::at(name)(Text::plain("form-number-missing")));
        Ok(match KINDS[self.chosen(F::MeasureKind).min(KINDS.len() - 1)] {
            "goal-kind-higher" => Measure::Higher { target: needed(F::Target)?, baseline: some(F::Baseline)? },
            "goal-kind-lower" => Measure::Lower { target: needed(F::Target)?, baseline: some(F::Baseline)? },
            "goal-kind-within" => Measure::Within { low: needed(F::Low)?, high: needed(F::High)? },
            "goal-kind-yes-no" => Measure::YesNo,
            "goal-kind-milestones" => {
                let steps = self.text(F::Steps).split(';').map(str::trim).filter(|step| !step.is_empty());
                Measure::Milestones { steps: steps.map(str::to_owned).collect() }
            }
            _ => Measure::Described,
        })
    }

    fn hides(&self, name: F) -> bool {
        self.fields.iter().any(|field| field.name == name && field.hidden)
    }

    /// The field that says what is aimed at.
    pub fn focus_on_target(&mut self) {
        for name in [F::Target, F::Low, F::Steps] {
            self.focus_on(name);
        }
    }
}

/// The measure in a sentence, or why it can't be one; the weights of the result's indicators; the target that was.
pub(crate) fn understood(form: &Form, office: &Office, words: &Words) -> Vec<(String, bool)> {
    let sign = words.decimal_sign();
    let mut out = Vec::new();
    if let Ok(measure) = form.measure(sign) {
        let accrual = Accrual::ALL[form.chosen(F::Accrual).min(1)];
        match measure.check(accrual) {
            Ok(()) => {
                let unit = if form.hides(F::IndicatorUnit) { "" } else { form.text(F::IndicatorUnit) };
                let text = says::measure_text(words, &measure, &proposals::spelled(office, unit.to_owned()));
                out.push((words.with("form-measure-read", &[("measure", text.into())]), false));
            }
            Err(refusal) => out.push((words.text(&super::refused(&refusal)), true)),
        }
    }
    if let Some(known) = known(form, office) {
        let was = says::measure_text(words, &known.measure, &known.unit);
        if known.target_open {
            out.push((words.with("form-target-open", &[("measure", was.into())]), true));
        } else if !form.hides(F::Reason) {
            out.push((words.with("form-target-was", &[("measure", was.into())]), false));
        }
    }
    let own = known(form, office).map(|i| i.id);
    let others = form.edited(office).map(|r| r.indicators.as_slice()).unwrap_or_default();
    let weights = others.iter().filter(|i| Some(i.id) != own).map(|i| i.weight);
    let weights: Vec<Option<Number>> = weights.chain([form.number(F::Weight, sign).ok().flatten()]).collect();
    out.extend(weights_line(words, "goals-weights-result", &weights));
    out
}
