//! A supervisor's result and the results of others that support it: one figure, and everything it came from.

use super::mean::{Mean, mean};
use super::plan::{Goal, in_effect};
use super::{Support, WorkResult};
use crate::domain::language::clean;
use crate::domain::{Dossier, Number, PersonId, ResultId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What results are gathered under: a result that is kept here, or only the title that the plans name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Parent {
    Result(PersonId, ResultId),
    /// Folded.
    Title(String),
    /// Results that say nothing of what they support.
    Nothing,
}

/// A result and those that support it.
#[derive(Clone, Debug, PartialEq)]
pub struct Rollup<'a> {
    pub parent: Parent,
    /// As the plans name it.
    pub title: String,
    /// The parent itself, if its owner's dossier is here.
    pub own: Option<Goal<'a>>,
    pub parts: Vec<Part<'a>>,
    /// Of the parts, by their weights in their own plans if all have one.
    pub mean: Mean,
}

/// One supporting result.
#[derive(Clone, Debug, PartialEq)]
pub struct Part<'a> {
    pub person: PersonId,
    pub goal: Goal<'a>,
}

/// Gathers the results in effect on a day by what they support; parents in the order of their titles, those without
/// one last.
pub fn rollups<'a>(dossiers: &[&'a Dossier], day: Date) -> Vec<Rollup<'a>> {
    let mut out: Vec<Rollup<'a>> = Vec::new();
    for dossier in dossiers {
        for result in in_effect(dossier, day) {
            let (parent, title) = parent_of(result, dossier.person.supervisor, dossiers, day);
            let part = Part { person: dossier.id(), goal: Goal::of(result, &dossier.check_ins, day) };
            match out.iter_mut().find(|rollup| rollup.parent == parent) {
                Some(rollup) => rollup.parts.push(part),
                None => {
                    let own = own(&parent, dossiers, day);
                    let mean = mean(&[]);
                    out.push(Rollup { parent, title, own, parts: vec![part], mean });
                }
            }
        }
    }
    for rollup in &mut out {
        let parts: Vec<_> = rollup.parts.iter().filter(|p| !p.goal.result.is_dropped()).collect();
        rollup.mean = mean(&parts.iter().map(|p| (p.goal.result.weight, p.goal.mean.value)).collect::<Vec<_>>());
    }
    out.sort_by_key(|rollup| (rollup.parent == Parent::Nothing, clean::fold(&rollup.title)));
    out
}

impl Rollup<'_> {
    /// The weight that a part has in the figure, in percent of all measured parts; `None` if it does not count.
    pub fn share_of(&self, part: &Part<'_>) -> Option<Number> {
        part.goal.mean.value?;
        if part.goal.result.is_dropped() {
            return None;
        }
        let weight = |p: &Part<'_>| match self.mean.weighting {
            super::Weighting::Given { .. } => p.goal.result.weight.unwrap_or(Number::ZERO),
            _ => Number::ONE,
        };
        let counted = self.parts.iter().filter(|p| p.goal.mean.value.is_some() && !p.goal.result.is_dropped());
        let total = counted.map(weight).fold(Number::ZERO, Number::plus);
        weight(part).times(Number::HUNDRED).over(total)
    }
}

/// What a result supports: the result it names, else the supervisor's of that title in the same days, else the title
/// alone.
fn parent_of(result: &WorkResult, supervisor: Option<PersonId>, dossiers: &[&Dossier], day: Date) -> (Parent, String) {
    let Some(Support { title, result: named }) = &result.supports else { return (Parent::Nothing, String::new()) };
    if let Some((person, id)) = named {
        return (Parent::Result(*person, *id), title.clone());
    }
    let folded = clean::fold(title);
    let above = supervisor.and_then(|id| dossiers.iter().find(|d| d.id() == id));
    let named = |r: &&&WorkResult| clean::fold(&r.title) == folded;
    let same = above.and_then(|d| {
        let now = in_effect(d, day);
        let meets = |r: &&WorkResult| r.period.from <= result.period.until && result.period.from <= r.period.until;
        now.iter().find(named).copied().or_else(|| {
            let all: Vec<&WorkResult> = d.results.iter().rev().collect();
            all.iter().filter(|r| meets(r)).find(named).or_else(|| all.iter().find(named)).copied()
        })
    });
    match same {
        Some(parent) => (Parent::Result(parent.person, parent.id), parent.title.clone()),
        None => (Parent::Title(folded), title.clone()),
    }
}

fn own<'a>(parent: &Parent, dossiers: &[&'a Dossier], day: Date) -> Option<Goal<'a>> {
    let Parent::Result(person, id) = parent else { return None };
    let dossier: &'a Dossier = dossiers.iter().copied().find(|d| d.id() == *person)?;
    let result = dossier.result(*id)?;
    Some(Goal::of(result, &dossier.check_ins, day))
}
