//! The guard of the unit's pattern: counts against what the pattern allows, in persons. It sees counts alone, so that
//! it can name nobody.

use super::pattern::{Allowed, Counts, Fit, Majority, OrganisationResult};
use crate::domain::RuleSet;

/// What there is to compare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Population {
    /// Everybody's predikat of the unit as far as it is known, each person once.
    pub counts: Counts,
    /// People who still have to be judged.
    pub undecided: u32,
    /// Nothing is known of the unit's other people: the pattern holds for the unit, these are the team alone.
    pub team_only: bool,
}

impl Population {
    pub fn n(&self) -> u32 {
        self.counts.iter().fold(self.undecided, |sum, count| sum.saturating_add(*count))
    }
}

/// What the pattern says of a population.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guard {
    pub population: Population,
    /// The unit's result, if it is set.
    pub result: Option<OrganisationResult>,
    pub reading: Majority,
    pub state: GuardState,
    /// Only what the pattern limits; nothing where there is no pattern to compare with.
    pub allowed: Vec<Allowed>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuardState {
    /// The office has switched it off.
    Off,
    /// The unit's result is not set: there is no pattern.
    ResultNotSet,
    /// There is nobody to count.
    Nobody,
    /// No distribution of so many persons satisfies the pattern.
    Infeasible,
    /// So few predikat would have to differ; 0 is met, or can still be met.
    Short(u32),
}

impl GuardState {
    pub fn id(self) -> &'static str {
        match self {
            GuardState::Off => "off",
            GuardState::ResultNotSet => "result_not_set",
            GuardState::Nobody => "nobody",
            GuardState::Infeasible => "infeasible",
            GuardState::Short(0) => "met",
            GuardState::Short(_) => "short",
        }
    }
}

/// No unit has more people: a figure beyond is a slip of typing, and no pattern is sought for it.
const MOST: u32 = 1_000_000;

impl Guard {
    pub fn of(population: Population, result: Option<OrganisationResult>, rules: &RuleSet) -> Guard {
        let reading = rules.distribution.dominant;
        let without = |state| Guard { population, result, reading, state, allowed: vec![] };
        let Some(unit) = result.filter(|_| rules.distribution.on) else {
            return without(if rules.distribution.on { GuardState::ResultNotSet } else { GuardState::Off });
        };
        if population.n() == 0 {
            return without(GuardState::Nobody);
        }
        if population.n() > MOST {
            return without(GuardState::Infeasible);
        }
        let fit = Fit::new(&rules.distribution.pattern(unit), reading, population.n());
        match fit.shortfall(population.counts) {
            None => without(GuardState::Infeasible),
            Some(short) => Guard { population, result, reading, state: GuardState::Short(short), allowed: fit.allowed() },
        }
    }

    pub fn shortfall(&self) -> Option<u32> {
        if let GuardState::Short(persons) = self.state { Some(persons) } else { None }
    }
    /// Whether so many persons can satisfy the pattern at all; nothing where there is no pattern.
    pub fn feasible(&self) -> Option<bool> {
        match self.state {
            GuardState::Short(_) => Some(true),
            GuardState::Infeasible => Some(false),
            GuardState::Off | GuardState::ResultNotSet | GuardState::Nobody => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guard(counts: Counts, undecided: u32, result: Option<OrganisationResult>) -> Guard {
        Guard::of(Population { counts, undecided, team_only: false }, result, &RuleSet::default())
    }

    #[test]
    fn the_shortfall_is_said_in_persons_and_never_where_the_pattern_cannot_be_met() {
        let good = Some(OrganisationResult::Good);
        assert_eq!(guard([0, 10, 4, 0, 0], 0, good).shortfall(), Some(1));
        assert_eq!(guard([2, 7, 0, 0, 0], 5, good).shortfall(), Some(0), "those who are open can still meet it");
        let two = guard([1, 1, 0, 0, 0], 0, good);
        assert_eq!((two.state, two.shortfall(), two.feasible()), (GuardState::Infeasible, None, Some(false)));
    }

    #[test]
    fn without_the_units_result_there_is_no_pattern_and_that_is_said() {
        let guard = guard([1, 6, 2, 1, 1], 0, None);
        assert_eq!((guard.state, guard.feasible(), guard.allowed.len()), (GuardState::ResultNotSet, None, 0));
    }

    #[test]
    fn an_office_may_switch_it_off() {
        let mut rules = RuleSet::default();
        rules.distribution.on = false;
        let population = Population { counts: [0, 10, 0, 0, 0], ..Population::default() };
        assert_eq!(Guard::of(population, Some(OrganisationResult::Good), &rules).state, GuardState::Off);
    }
}
