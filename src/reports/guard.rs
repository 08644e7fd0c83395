//! The guard of the unit's pattern, in words and for machines. It has counts alone and names nobody.

use super::evaluations::{predicate_word, result_word};
use crate::domain::RuleSet;
use crate::domain::evaluation::pattern::Allowed;
use crate::domain::evaluation::{Guard, GuardState, Majority, OrganisationResult, Predicate};
use crate::i18n::Words;
use serde::Serialize;
use std::collections::BTreeMap;

/// What `bina guard --json` answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GuardLine {
    pub n: u32,
    pub counts: [u32; 5],
    /// Only what the pattern limits; several predikat together are joined by `+`.
    pub allowed: BTreeMap<String, Range>,
    pub shortfall: Option<u32>,
    pub feasible: Option<bool>,
    pub reading: &'static str,
    pub source: String,
    /// `met`, `short`, `infeasible`, `result_not_set`, `nobody`, `off`.
    pub state: &'static str,
    pub undecided: u32,
    pub organisation: Option<&'static str>,
    /// Nothing is known of the unit's other people.
    pub team_only: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Range {
    pub min: u32,
    pub max: u32,
}

pub fn machine(guard: &Guard, rules: &RuleSet) -> GuardLine {
    let key = |allowed: &Allowed| allowed.of.iter().map(|predicate| predicate.id()).collect::<Vec<_>>().join("+");
    GuardLine {
        n: guard.population.n(),
        counts: guard.population.counts,
        allowed: guard.allowed.iter().map(|a| (key(a), Range { min: a.min, max: a.max })).collect(),
        shortfall: guard.shortfall(),
        feasible: guard.feasible(),
        reading: guard.reading.id(),
        source: source(rules, "distribution.patterns"),
        state: guard.state.id(),
        undecided: guard.population.undecided,
        organisation: guard.result.map(OrganisationResult::id),
        team_only: guard.population.team_only,
    }
}

fn source(rules: &RuleSet, key: &str) -> String {
    rules.source_of(key).map(|source| source.text.clone()).unwrap_or_default()
}

/// The guard in words, without a name.
pub fn lines(words: &Words, guard: &Guard, rules: &RuleSet) -> Vec<String> {
    let n = guard.population.n();
    let unit = guard.result.map_or_else(|| words.say("guard-not-set"), |result| result_word(words, result));
    let mut out = vec![words.with("guard-unit", &[("unit", unit.into()), ("count", n.into())])];
    for predicate in Predicate::ALL {
        let allowed = guard.allowed.iter().find(|allowed| allowed.of == [predicate]);
        let count = guard.population.counts[predicate.place()];
        let args = [
            ("predicate", predicate_word(words, predicate).into()),
            ("count", count.into()),
            ("min", allowed.map_or(0, |allowed| allowed.min).into()),
            ("max", allowed.map_or(n, |allowed| allowed.max).into()),
        ];
        out.push(words.with(if allowed.is_some() { "guard-row-limited" } else { "guard-row" }, &args));
    }
    for allowed in guard.allowed.iter().filter(|allowed| allowed.of.len() > 1) {
        let names: Vec<String> = allowed.of.iter().map(|predicate| predicate_word(words, *predicate)).collect();
        out.push(words.with("guard-together", &[("names", names.join(" + ").into()), ("min", allowed.min.into())]));
    }
    if guard.population.undecided > 0 {
        out.push(words.with("guard-undecided", &[("count", guard.population.undecided.into())]));
    }
    out.push(match guard.state {
        GuardState::Off => words.say("guard-off"),
        GuardState::ResultNotSet => words.say("guard-result-not-set"),
        GuardState::Nobody => words.say("guard-nobody"),
        GuardState::Infeasible => words.with("guard-infeasible", &[("count", n.into())]),
        GuardState::Short(0) if guard.population.undecided > 0 => words.say("guard-can-be-met"),
        GuardState::Short(0) => words.say("guard-met"),
        GuardState::Short(short) if guard.population.undecided > 0 => {
            words.with("guard-short-if", &[("count", short.into())])
        }
        GuardState::Short(short) => words.with("guard-short", &[("count", short.into())]),
    });
    if guard.population.team_only {
        out.push(words.say("guard-team-only"));
    }
    out.push(source_line(words, guard, rules));
    out
}

/// Where the pattern comes from, how it is read, and that it is no quota.
pub fn source_line(words: &Words, guard: &Guard, rules: &RuleSet) -> String {
    let reading = words.say(match guard.reading {
        Majority::Plurality => "guard-plurality",
        Majority::Majority => "guard-majority",
    });
    words.with("guard-source", &[("source", source(rules, "distribution.patterns").into()), ("reading", reading.into())])
}
