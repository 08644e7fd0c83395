//! The form of a planned result: what the plan says of it, without its indicators.

use super::field::{choice, line};
use super::{Field, FieldName as F, Form, Purpose, Wrong, proposals, written_day};
use crate::desk::office::Office;
use crate::domain::goal::{Approach, ResultClass, ResultScope, Support, WorkResult};
use crate::domain::records::intent::{ResultTerms, tag_of};
use crate::domain::{DecimalSign, Number, Period, PersonId, ResultId};
use crate::i18n::{Arg, Words};

const CLASSES: [&str; 2] = ["goal-class-main", "goal-class-additional"];
const SCOPES: [&str; 2] = ["goal-scope-individual", "goal-scope-organisation"];
const APPROACHES: [&str; 2] = ["goal-approach-quantitative", "goal-approach-qualitative"];

pub(crate) fn new_fields(person: PersonId, year: i16, office: &Office) -> Vec<Field> {
    let terms = ResultTerms {
        period: period(person, year, office),
        title: String::new(),
        class: ResultClass::default(),
        scope: ResultScope::default(),
        supports: None,
        approach: Approach::default(),
        expectation: String::new(),
        weight: None,
        due: None,
        tag: String::new(),
    };
    fields(terms, DecimalSign::Comma)
}

pub(crate) fn known_fields(person: PersonId, id: ResultId, office: &Office, sign: DecimalSign) -> Vec<Field> {
    let result = office.dossier(person).and_then(|d| d.result(id));
    result.map_or_else(Vec::new, |result| fields(ResultTerms::of(result), sign))
}

/// What is always asked for first; what is right as it is for most results last.
fn fields(terms: ResultTerms, sign: DecimalSign) -> Vec<Field> {
    vec![
        line(F::Title, terms.title),
        line(F::Supports, terms.supports.map(|s| s.title).unwrap_or_default()),
        line(F::Weight, terms.weight.map(|w| w.write(sign)).unwrap_or_default()),
        choice(F::Class, &CLASSES, ResultClass::ALL.iter().position(|c| *c == terms.class).unwrap_or(0)),
        choice(F::Scope, &SCOPES, ResultScope::ALL.iter().position(|s| *s == terms.scope).unwrap_or(0)),
        choice(F::Approach, &APPROACHES, Approach::ALL.iter().position(|a| *a == terms.approach).unwrap_or(0)),
        line(F::Expectation, terms.expectation),
        line(F::From, written_day(terms.period.from)),
        line(F::Until, written_day(terms.period.until)),
        line(F::Due, terms.due.map(written_day).unwrap_or_default()),
        line(F::ResultTag, terms.tag),
    ]
}

/// The year, or what is left of it since the person moved.
fn period(person: PersonId, year: i16, office: &Office) -> Period {
    let whole = Period::year(year);
    let results = office.dossier(person).map(|d| d.results.as_slice()).unwrap_or_default();
    let moved = results.iter().filter_map(|r| r.split_on).filter(|day| whole.contains(*day)).max();
    Period { from: moved.unwrap_or(whole.from), ..whole }
}

impl Form {
    pub(crate) fn result_terms(&self, office: &Office, known: Period, sign: DecimalSign) -> Result<ResultTerms, Wrong> {
        let day = |name| self.day(name, office.today).map_err(Wrong::at(name));
        let period = Period { from: day(F::From)?.unwrap_or(known.from), until: day(F::Until)?.unwrap_or(known.until) };
        Ok(ResultTerms {
            period,
            title: self.text(F::Title).to_owned(),
            class: ResultClass::ALL[self.chosen(F::Class).min(1)],
            scope: ResultScope::ALL[self.chosen(F::Scope).min(1)],
            supports: self.support(office, period),
            approach: Approach::ALL[self.chosen(F::Approach).min(1)],
            expectation: self.text(F::Expectation).to_owned(),
            weight: self.number(F::Weight, sign).map_err(Wrong::at(F::Weight))?,
            due: day(F::Due)?,
            tag: self.text(F::ResultTag).trim_start_matches('#').to_owned(),
        })
    }

    /// What is typed as the supported result: the supervisor's of that title, else what it was, else the title alone.
    fn support(&self, office: &Office, period: Period) -> Option<Support> {
        let title = self.text(F::Supports);
        let result = proposals::supported(self, office, title, period).map(|r| (r.person, r.id));
        let before = self.edited(office).and_then(|r| r.supports.clone()).filter(|s| s.title == title);
        let kept = before.and_then(|s| s.result);
        (!title.is_empty()).then(|| Support { title: title.to_owned(), result: result.or(kept) })
    }

    pub(crate) fn edited<'o>(&self, office: &'o Office) -> Option<&'o WorkResult> {
        match self.purpose {
            Purpose::EditResult(person, id) | Purpose::AddIndicator(person, id) | Purpose::EditIndicator(person, id, _) => {
                office.dossier(person)?.result(id)
            }
            _ => None,
        }
    }
}

/// The weights of the whole plan with this one, and the tag that the result will have.
pub(crate) fn understood(form: &Form, office: &Office, words: &Words) -> Vec<(String, bool)> {
    let whole = Period::year(office.today.year());
    let Ok(terms) = form.result_terms(office, form.edited(office).map_or(whole, |r| r.period), words.decimal_sign()) else {
        return vec![];
    };
    let others: Vec<&WorkResult> = others(form, office, terms.period);
    let mut out = Vec::new();
    let weights: Vec<Option<Number>> = others.iter().map(|r| r.weight).chain([terms.weight]).collect();
    out.extend(weights_line(words, "goals-weights-plan", &weights));
    if form.text(F::ResultTag).is_empty() && !terms.title.is_empty() {
        let taken: Vec<&str> = others.iter().map(|r| r.tag.as_str()).collect();
        let tag = tag_of(&terms.title, &taken);
        out.push((words.with("form-tag-made", &[("tag", tag.into())]), false));
    }
    out
}

/// The other results of the same plan that are worked on.
fn others<'o>(form: &Form, office: &'o Office, period: Period) -> Vec<&'o WorkResult> {
    let results = form.purpose.person().and_then(|id| office.dossier(id)).map(|d| d.results.as_slice()).unwrap_or_default();
    let own = form.edited(office).map(|r| r.id);
    let overlaps = |r: &&WorkResult| r.period.from <= period.until && period.from <= r.period.until;
    results.iter().filter(overlaps).filter(|r| Some(r.id) != own && !r.is_dropped() && !r.is_left()).collect()
}

/// What weights come to, `true` if they are not what they should be; nothing where nobody gave any.
pub(crate) fn weights_line(words: &Words, id: &'static str, weights: &[Option<Number>]) -> Option<(String, bool)> {
    let missing = weights.iter().filter(|w| w.is_none()).count();
    if missing == weights.len() {
        return None;
    }
    let total = weights.iter().flatten().fold(Number::ZERO, |sum, weight| sum.plus(*weight));
    let state = if missing > 0 {
        "missing"
    } else if total == Number::HUNDRED {
        "whole"
    } else {
        "off"
    };
    let args = [("total", Arg::from(words.decimal(total))), ("missing", missing.into()), ("state", state.into())];
    Some((words.with(id, &args), state == "off"))
}
