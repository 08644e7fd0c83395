//! Which evaluations hold: those that are not withdrawn and that nothing in force supersedes. The others stay readable.

use super::pattern::Counts;
use super::record::Evaluation;
use crate::domain::period::EvaluationPeriod;
use crate::domain::{Period, RuleSet};

/// Whether it is in force among all evaluations of the same person.
pub fn holds(evaluation: &Evaluation, all: &[Evaluation]) -> bool {
    let superseded =
        |by: &Evaluation| by.withdrawn.is_none() && by.supersedes.as_ref().is_some_and(|before| before.id == evaluation.id);
    evaluation.withdrawn.is_none() && !all.iter().any(superseded)
}

/// Those in force, in order.
pub fn in_force(all: &[Evaluation]) -> Vec<&Evaluation> {
    let mut out: Vec<&Evaluation> = all.iter().filter(|evaluation| holds(evaluation, all)).collect();
    out.sort_by_key(|evaluation| evaluation.moment());
    out
}

/// Those in force of one period.
pub fn of_period(all: &[Evaluation], period: EvaluationPeriod) -> Vec<&Evaluation> {
    in_force(all).into_iter().filter(|evaluation| evaluation.period == period).collect()
}

/// The one in force of exactly these days.
pub fn of_span(all: &[Evaluation], period: EvaluationPeriod, span: Period) -> Option<&Evaluation> {
    of_period(all, period).into_iter().rev().find(|evaluation| evaluation.span == span && !evaluation.acting_post)
}

/// How a person counts in the distribution of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted<'e> {
    /// By this one: the evaluation that ends last, whoever assessed.
    By(&'e Evaluation),
    /// Not assessed here.
    Not,
    /// Nobody has judged yet.
    Undecided,
}

/// Each person once; posts filled for the time being and "not assessed here" don't count.
pub fn counted(all: &[Evaluation], period: EvaluationPeriod) -> Counted<'_> {
    let own: Vec<&Evaluation> = of_period(all, period).into_iter().filter(|evaluation| !evaluation.acting_post).collect();
    match own.iter().rfind(|evaluation| evaluation.is_assessed()) {
        Some(last) => Counted::By(last),
        None if own.is_empty() => Counted::Undecided,
        None => Counted::Not,
    }
}

/// Whether somebody belongs to a period's round: in service, or judged in it all the same.
pub fn is_of_round(in_service: bool, all: &[Evaluation], period: EvaluationPeriod) -> bool {
    in_service || !of_period(all, period).is_empty()
}

/// The predikat of many people, and how many are still open.
pub fn tally<'e>(
    people: impl IntoIterator<Item = &'e [Evaluation]>,
    period: EvaluationPeriod,
    rules: &RuleSet,
) -> (Counts, u32) {
    let (mut counts, mut undecided) = ([0; 5], 0);
    for all in people {
        match counted(all, period) {
            Counted::By(evaluation) => {
                if let Some(predicate) = evaluation.predicate(rules) {
                    counts[predicate.place()] += 1;
                }
            }
            Counted::Not => {}
            Counted::Undecided => undecided += 1,
        }
    }
    (counts, undecided)
}

/// The newest judgement in force of an earlier period of the same kind: what the screen hides until a value is given.
pub fn before(all: &[Evaluation], period: EvaluationPeriod) -> Option<&Evaluation> {
    let earlier = |evaluation: &&Evaluation| {
        evaluation.period.kind() == period.kind() && evaluation.period.last() < period.first() && evaluation.is_assessed()
    };
    in_force(all).into_iter().rfind(earlier)
}
