//! The gap: required level minus present level, per competency. Only what is missing feeds a plan; surplus and what is
//! not known stand apart, and never cancel a gap out.

use super::catalogue::Catalogue;
use super::current::{DatedLevel, Standing};
use super::level::Level;
use super::standard::StandardSource;
use crate::domain::{Dossier, RuleSet};
use jiff::civil::Date;
use std::collections::BTreeMap;
use strum::IntoStaticStr;

/// Required against present.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Gap {
    /// So many levels are missing, 1 to 4.
    Short(u8),
    Met,
    /// So many levels more than required.
    Surplus(u8),
    /// Required, but never observed or too long ago.
    Unknown,
    /// The position requires nothing here.
    NotRequired,
}

impl Gap {
    pub fn of(required: Option<Level>, known: Option<Level>) -> Self {
        let Some(required) = required else { return Gap::NotRequired };
        let Some(known) = known else { return Gap::Unknown };
        match required.number().cmp(&known.number()) {
            std::cmp::Ordering::Greater => Gap::Short(required.number() - known.number()),
            std::cmp::Ordering::Equal => Gap::Met,
            std::cmp::Ordering::Less => Gap::Surplus(known.number() - required.number()),
        }
    }
    pub fn id(self) -> &'static str {
        self.into()
    }
    /// Levels that are missing; 0 for everything that is no gap.
    pub fn levels(self) -> u8 {
        if let Gap::Short(levels) = self { levels } else { 0 }
    }
}

/// Gaps counted over competencies, people or units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GapCount {
    /// Required competencies that were looked at: the sum of the next four.
    pub required: usize,
    pub short: usize,
    pub met: usize,
    pub surplus: usize,
    pub unknown: usize,
    /// Of the unknown, those with a level that is too old.
    pub stale: usize,
    /// Missing levels in all.
    pub levels: usize,
    pub largest: u8,
}

impl GapCount {
    pub fn add(&mut self, gap: Gap, stale: bool) {
        self.required += usize::from(gap != Gap::NotRequired);
        match gap {
            Gap::Short(_) => self.short += 1,
            Gap::Met => self.met += 1,
            Gap::Surplus(_) => self.surplus += 1,
            Gap::Unknown => {
                self.unknown += 1;
                self.stale += usize::from(stale);
            }
            Gap::NotRequired => {}
        }
        self.levels += usize::from(gap.levels());
        self.largest = self.largest.max(gap.levels());
    }
    /// Counts of several put together.
    pub fn join(&mut self, other: &GapCount) {
        self.required += other.required;
        self.short += other.short;
        self.met += other.met;
        self.surplus += other.surplus;
        self.unknown += other.unknown;
        self.stale += other.stale;
        self.levels += other.levels;
        self.largest = self.largest.max(other.largest);
    }
}

impl<'s> FromIterator<&'s Standing> for GapCount {
    fn from_iter<I: IntoIterator<Item = &'s Standing>>(standings: I) -> Self {
        let mut count = GapCount::default();
        standings.into_iter().for_each(|standing| count.add(standing.gap(), standing.stale));
        count
    }
}

/// Counts by whatever the caller groups by: person, competency, unit.
pub fn count_by<'s, K: Ord>(standings: impl IntoIterator<Item = (K, &'s Standing)>) -> BTreeMap<K, GapCount> {
    let mut groups: BTreeMap<K, GapCount> = BTreeMap::new();
    for (key, standing) in standings {
        groups.entry(key).or_default().add(standing.gap(), standing.stale);
    }
    groups
}

/// What is missing, the largest gap first; the framework's order within.
pub fn missing(standings: &[Standing]) -> Vec<&Standing> {
    let mut short: Vec<&Standing> = standings.iter().filter(|s| s.gap().levels() > 0).collect();
    short.sort_by_key(|standing| std::cmp::Reverse(standing.gap().levels()));
    short
}

/// What is there beyond the requirement, the largest first.
pub fn surplus(standings: &[Standing]) -> Vec<&Standing> {
    let over = |s: &Standing| if let Gap::Surplus(levels) = s.gap() { levels } else { 0 };
    let mut more: Vec<&Standing> = standings.iter().filter(|s| over(s) > 0).collect();
    more.sort_by_key(|standing| std::cmp::Reverse(over(standing)));
    more
}

/// Why a gap is what it is: the formula is `required - current`, these are its inputs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    pub gap: Gap,
    pub required: Option<Requirement>,
    /// The rating that counts, or would if it were not too old.
    pub current: Option<DatedLevel>,
    pub stale: bool,
    /// How long a level of this kind counts, in months.
    pub months: u16,
    /// Earlier levels by the supervisor, newest first: they don't count any more.
    pub earlier: Vec<DatedLevel>,
    /// What stands beside it and is never mixed in.
    pub own: Option<DatedLevel>,
    pub others: Vec<(String, DatedLevel)>,
}

/// Where a required level comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    pub level: Level,
    pub position: String,
    pub source: StandardSource,
    /// The day the standard was put in.
    pub written: jiff::Timestamp,
}

pub fn why(dossier: &Dossier, standing: &Standing, catalogue: &Catalogue, rules: &RuleSet) -> Why {
    let standard = catalogue.standard_of(dossier.person.position.as_deref());
    let required = standard.zip(standing.required).map(|(standard, level)| Requirement {
        level,
        position: standard.position.clone(),
        source: standard.source,
        written: standard.written,
    });
    let history = super::current::history(dossier, &standing.competency);
    let before = |on: Date| history.iter().rev().filter(|level| level.on < on).copied().collect();
    Why {
        gap: standing.gap(),
        required,
        current: standing.current,
        stale: standing.stale,
        months: rules.rating_months.of(standing.kind),
        earlier: standing.current.map(|current| before(current.on)).unwrap_or_default(),
        own: standing.own,
        others: standing.others.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(n: u8) -> Option<Level> {
        Level::new(n)
    }

    #[test]
    fn a_gap_is_required_minus_present_and_never_a_number_without_both() {
        assert_eq!(Gap::of(level(3), level(1)), Gap::Short(2));
        assert_eq!(Gap::of(level(2), level(2)), Gap::Met);
        assert_eq!(Gap::of(level(1), level(4)), Gap::Surplus(3));
        assert_eq!(Gap::of(level(3), None), Gap::Unknown);
        assert_eq!((Gap::of(None, level(5)), Gap::of(None, None)), (Gap::NotRequired, Gap::NotRequired));
    }

    #[test]
    fn surplus_does_not_cancel_a_gap() {
        let mut count = GapCount::default();
        for (required, known) in [(3, 1), (2, 3), (1, 5), (4, 4)] {
            count.add(Gap::of(level(required), level(known)), false);
        }
        count.add(Gap::Unknown, true);
        count.add(Gap::NotRequired, false);
        let expected = GapCount { required: 5, short: 1, met: 1, surplus: 2, unknown: 1, stale: 1, levels: 2, largest: 2 };
        assert_eq!(count, expected);
        let mut twice = count;
        twice.join(&count);
        assert_eq!((twice.levels, twice.largest, twice.required), (4, 2, 10));
    }
}
