//! What a field can be completed to: results of the supervisor, units in use, people whose results wait. What is
//! spelled once is never spelled otherwise.

use super::{FieldName as F, Form, Input, Purpose, Wrong, named};
use crate::desk::office::Office;
use crate::domain::goal::{ResultScope, WorkResult};
use crate::domain::language::clean;
use crate::domain::{Period, PersonId, Refusal};
use crate::i18n::{Arg, Text, Words};
use std::collections::BTreeMap;

impl Form {
    /// What the focused field could say, best first: what begins with the typed text, then what has its words.
    pub fn proposals(&self, office: &Office) -> Vec<String> {
        let Some(field) = self.fields.get(self.focus) else { return vec![] };
        let (known, Input::Line(editor)) = (known(self, field.name, office), &field.input) else { return vec![] };
        let typed = clean::fold(editor.text());
        let folded = |text: &String| clean::fold(text);
        let mut fits: Vec<(bool, String)> = known
            .into_iter()
            .filter(|text| editor.text() != text && typed.split(' ').all(|word| folded(text).contains(word)))
            .map(|text| (!folded(&text).starts_with(&typed), text))
            .collect();
        fits.sort_by_key(|(inside, _)| *inside);
        fits.into_iter().map(|(_, text)| text).collect()
    }

    /// The proposal at hand. A unit is proposed once something is typed or asked for: an empty one is right, too.
    pub fn proposal(&self, office: &Office) -> Option<String> {
        let quiet = matches!(self.focused(), Some(F::IndicatorUnit | F::Predecessor | F::Course | F::Fund | F::Organiser));
        let empty = self.focused().is_some_and(|name| self.text(name).is_empty());
        if quiet && empty && self.offered.is_none() {
            return None;
        }
        self.proposals(office).into_iter().nth(self.offered.unwrap_or(0))
    }

    /// What the supported result was understood as.
    pub fn resolved(&self, office: &Office) -> Option<Text> {
        let title = self.text(F::Supports);
        if title.is_empty() {
            return None;
        }
        let period = self.plan_period(office);
        Some(match supported(self, office, title, period) {
            Some(result) => Text::with("form-supports-known", [("name", short_name(office, result.person).into())]),
            None => Text::plain("form-supports-title"),
        })
    }

    fn plan_period(&self, office: &Office) -> Period {
        let day = |name| self.day(name, office.today).ok().flatten();
        let whole = Period::year(office.today.year());
        Period { from: day(F::From).unwrap_or(whole.from), until: day(F::Until).unwrap_or(whole.until) }
    }

    pub(crate) fn predecessor(&self, person: PersonId, office: &Office) -> Result<PersonId, Wrong> {
        let typed = self.text(F::Predecessor);
        let waiting: Vec<PersonId> = waiting(person, office).into_iter().map(|(id, _)| id).collect();
        let found: Vec<PersonId> = named(office, typed).into_iter().filter(|id| waiting.contains(id)).collect();
        match found.as_slice() {
            _ if waiting.is_empty() || typed.is_empty() => Err(Wrong::from(&Refusal::NoPlan)),
            [one] => Ok(*one),
            [] => Err(Wrong::at(F::Predecessor)(Text::with("form-nothing-left", [("text", typed.into())]))),
            many => {
                let args = [("text", typed.into()), ("count", many.len().into())];
                Err(Wrong::at(F::Predecessor)(Text::with("form-several", args)))
            }
        }
    }
}

fn known(form: &Form, name: F, office: &Office) -> Vec<String> {
    match name {
        F::IndicatorUnit => units(office),
        F::Evidence | F::SecondEvidence | F::ThirdEvidence => match form.purpose {
            Purpose::EvaluationEvidence(person, period) => super::evaluation::proposed(form, name, person, period, office),
            _ => super::rating::proposed(form, name, office),
        },
        F::Supports => titles(form, office),
        F::Predecessor => form.purpose.person().map_or_else(Vec::new, |person| {
            waiting(person, office).into_iter().filter_map(|(id, _)| Some(office.row(id)?.name.full())).collect()
        }),
        _ => super::development::proposed(form, name, office),
    }
}

/// Units in use, the most used first.
fn units(office: &Office) -> Vec<String> {
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    for indicator in office.dossiers.values().flat_map(|d| &d.results).flat_map(|r| &r.indicators) {
        if !indicator.unit.is_empty() {
            *counted.entry(&indicator.unit).or_default() += 1;
        }
    }
    let mut units: Vec<(&str, usize)> = counted.into_iter().collect();
    units.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    units.into_iter().map(|(unit, _)| unit.to_owned()).collect()
}

/// A unit as the office spells it.
pub(crate) fn spelled(office: &Office, unit: String) -> String {
    let folded = clean::fold(&unit);
    let known = units(office);
    if known.contains(&unit) { unit } else { known.into_iter().find(|k| clean::fold(k) == folded).unwrap_or(unit) }
}

/// Titles that can be supported: the supervisor's results of the period, then what other plans name.
fn titles(form: &Form, office: &Office) -> Vec<String> {
    let period = form.plan_period(office);
    let mut out: Vec<String> = supervisors(form, office, period).map(|r| r.title.clone()).collect();
    let mut named: Vec<&str> = office
        .dossiers
        .values()
        .flat_map(|d| &d.results)
        .filter(|r| overlap(r.period, period))
        .filter_map(|r| r.supports.as_ref())
        .map(|s| s.title.as_str())
        .collect();
    named.sort_unstable();
    named.dedup();
    let new: Vec<String> = named.into_iter().filter(|title| !out.iter().any(|t| t == title)).map(str::to_owned).collect();
    out.extend(new);
    out
}

/// The supervisor's result of that title.
pub(crate) fn supported<'o>(form: &Form, office: &'o Office, title: &str, period: Period) -> Option<&'o WorkResult> {
    let folded = clean::fold(title);
    supervisors(form, office, period).find(|r| clean::fold(&r.title) == folded)
}

fn supervisors<'o>(form: &Form, office: &'o Office, period: Period) -> impl Iterator<Item = &'o WorkResult> {
    let above = form.purpose.person().and_then(|id| office.row(id)).and_then(|row| row.supervisor);
    let results = above.and_then(|id| office.dossier(id)).map(|d| d.results.as_slice()).unwrap_or_default();
    results.iter().filter(move |r| overlap(r.period, period) && !r.is_left() && !r.is_dropped())
}

fn overlap(a: Period, b: Period) -> bool {
    a.from <= b.until && b.from <= a.until
}

/// Whose results of the organisation wait for a successor, and how many; who had the same position first.
pub fn waiting(person: PersonId, office: &Office) -> Vec<(PersonId, usize)> {
    let own = office.dossier(person).map(|d| d.results.as_slice()).unwrap_or_default();
    let waits = |r: &&WorkResult| {
        let mine = own.iter().any(|result| result.continues == Some(r.id));
        r.is_left() && r.scope == ResultScope::Organisation && r.period.until >= office.today && !mine
    };
    let count = |d: &crate::domain::Dossier| d.results.iter().filter(waits).count();
    let mut found: Vec<(PersonId, usize)> = office
        .dossiers
        .values()
        .filter(|d| d.id() != person)
        .map(|d| (d.id(), count(d)))
        .filter(|(_, count)| *count > 0)
        .collect();
    let position = office.row(person).and_then(|row| row.position.clone());
    found.sort_by_cached_key(|(id, _)| {
        let row = office.row(*id);
        (row.and_then(|r| r.position.clone()) != position, row.map(|r| r.name.key()))
    });
    found
}

pub(crate) fn first_predecessor(person: PersonId, office: &Office) -> String {
    let first = waiting(person, office).first().and_then(|(id, _)| office.row(*id));
    first.map(|row| row.name.full()).unwrap_or_default()
}

/// What would be taken over.
pub(crate) fn inheritance(form: &Form, office: &Office, words: &Words) -> Vec<(String, bool)> {
    let Some(person) = form.purpose.person() else { return vec![] };
    let Ok(from) = form.predecessor(person, office) else { return vec![] };
    let left = office.dossier(from).map(|d| d.results.as_slice()).unwrap_or_default();
    let left = left.iter().filter(|r| r.is_left() && r.scope == ResultScope::Organisation && r.period.until >= office.today);
    let titles: Vec<String> = left.map(|r| r.title.clone()).collect();
    let args = [("count", Arg::from(titles.len())), ("titles", titles.join("; ").into())];
    vec![(words.with("form-inherits", &args), false)]
}

fn short_name(office: &Office, person: PersonId) -> String {
    office.row(person).map(|row| row.name.name.clone()).unwrap_or_default()
}
