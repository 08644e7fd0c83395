//! Rows of one person with the same title and period are one result; each is an indicator of it. Pure.

use super::columns::Field;
use super::row::{Entry, GoalList, IndicatorSaid};
use crate::domain::goal::{Approach, Aspect, Measure, ResultClass, ResultScope};
use crate::domain::language::clean::fold;
use crate::domain::{Number, Period, PersonId};
use crate::i18n::{Arg, Text};
use crate::interchange::sheet::finding::{Finding, Severity};
use jiff::civil::Date;
use std::collections::HashMap;

/// A result as the file says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    pub person: PersonId,
    pub period: Period,
    pub title: String,
    pub class: Option<ResultClass>,
    pub scope: Option<ResultScope>,
    pub supports: Option<String>,
    pub approach: Option<Approach>,
    pub expectation: Option<String>,
    pub weight: Option<Number>,
    pub due: Option<Date>,
    pub tag: Option<String>,
    pub indicators: Vec<PlannedIndicator>,
    /// The first row that speaks of it.
    pub row: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedIndicator {
    pub index: usize,
    pub row: u32,
    pub said: IndicatorSaid,
}

/// All results of a file, in its order; whether its weights are those of indicators.
pub fn gather(list: &mut GoalList) -> (Vec<Planned>, bool) {
    let mut order: Vec<Vec<Entry>> = Vec::new();
    let mut place: HashMap<(PersonId, Period, String), usize> = HashMap::new();
    for entry in std::mem::take(&mut list.taken) {
        let key = (entry.person, entry.period, fold(&entry.title));
        let at = *place.entry(key).or_insert(order.len());
        if at == order.len() {
            order.push(vec![]);
        }
        order[at].push(entry);
    }
    let of_indicators = weights_of_indicators(list, &order);
    (order.into_iter().filter_map(|rows| planned(list, rows, of_indicators)).collect(), of_indicators)
}

/// A column that only says "weight": of the indicators, if they differ within a result and total 100 there.
fn weights_of_indicators(list: &GoalList, results: &[Vec<Entry>]) -> bool {
    let named = [Field::ResultWeight, Field::IndicatorWeight].iter().any(|f| list.columns.at(*f).is_some());
    !named
        && results.iter().any(|rows| {
            let weights: Option<Vec<Number>> = rows.iter().map(|entry| entry.weight).collect();
            weights.is_some_and(|weights| {
                let total = weights.iter().copied().fold(Number::ZERO, Number::plus);
                weights.iter().any(|weight| *weight != weights[0]) && total == Number::HUNDRED
            })
        })
}

fn planned(list: &mut GoalList, rows: Vec<Entry>, of_indicators: bool) -> Option<Planned> {
    let first = rows.first()?.clone();
    let mut out = Planned {
        person: first.person,
        period: first.period,
        title: first.title.clone(),
        class: None,
        scope: None,
        supports: None,
        approach: None,
        expectation: None,
        weight: None,
        due: None,
        tag: None,
        indicators: vec![],
        row: first.row,
    };
    let mut seen: Vec<(String, Option<Aspect>, u32)> = Vec::new();
    for entry in rows {
        let mut one = Merging { list, row: entry.row, first: first.row };
        one.take(&mut out.class, entry.class, Field::Class);
        one.take(&mut out.scope, entry.scope, Field::Scope);
        one.take(&mut out.supports, entry.supports, Field::Supports);
        one.take(&mut out.approach, entry.approach, Field::Approach);
        one.take(&mut out.expectation, entry.expectation, Field::Expectation);
        one.take(&mut out.due, entry.due, Field::Due);
        one.take(&mut out.tag, entry.tag, Field::Tag);
        if !of_indicators {
            one.take(&mut out.weight, entry.weight, Field::Weight);
        }
        let Some(mut said) = entry.indicator else { continue };
        let key = (fold(&said.title), said.aspect);
        if let Some((_, _, row)) = seen.iter().find(|(title, aspect, _)| (title, *aspect) == (&key.0, key.1)) {
            let text = Text::with("import-goal-repeated", [("first", Arg::from(i64::from(*row)))]);
            let column = list.columns.name_of(Field::Indicator);
            list.findings.push(Finding::new(Severity::Error, entry.row, column, &said.title, text));
            list.refused.push(entry.index);
            continue;
        }
        seen.push((key.0, key.1, entry.row));
        if of_indicators {
            said.weight = said.weight.or(entry.weight);
        }
        out.indicators.push(PlannedIndicator { index: entry.index, row: entry.row, said });
    }
    Some(out)
}

impl Planned {
    /// What the file says or, where it says nothing, what its indicators show.
    pub fn approach(&self) -> Approach {
        let described = |one: &PlannedIndicator| one.said.measure == Measure::Described;
        let words_only = match self.indicators.is_empty() {
            true => self.expectation.is_some(),
            false => self.indicators.iter().all(described),
        };
        let shown = if words_only { Approach::Qualitative } else { Approach::Quantitative };
        self.approach.unwrap_or(shown)
    }
}

struct Merging<'a> {
    list: &'a mut GoalList,
    row: u32,
    first: u32,
}

impl Merging<'_> {
    /// What the first row of a result says of it counts; a later one that says otherwise is named.
    fn take<T: PartialEq>(&mut self, known: &mut Option<T>, said: Option<T>, field: Field) {
        match (&*known, said) {
            (None, said) => *known = said,
            (Some(known), Some(said)) if *known != said => {
                let text = Text::with("import-goal-otherwise", [("first", Arg::from(i64::from(self.first)))]);
                let column = self.list.columns.name_of(field);
                self.list.findings.push(Finding::new(Severity::Warning, self.row, column, "", text));
            }
            _ => {}
        }
    }
}
