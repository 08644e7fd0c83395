//! The pattern of distribution that follows from the unit's result: what it allows for so many persons, and how many
//! predikat would have to differ. Exact, in whole persons. It is a consideration for the leader, no quota: it names
//! nobody and proposes nobody.

use super::predicate::Predicate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Capaian kinerja organisasi, as the next higher leader sets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrganisationResult {
    Outstanding,
    Good,
    NeedsImprovement,
    Poor,
    VeryPoor,
}

impl OrganisationResult {
    pub const ALL: [OrganisationResult; 5] = [
        OrganisationResult::Outstanding,
        OrganisationResult::Good,
        OrganisationResult::NeedsImprovement,
        OrganisationResult::Poor,
        OrganisationResult::VeryPoor,
    ];

    pub fn id(self) -> &'static str {
        match self {
            OrganisationResult::Outstanding => "outstanding",
            OrganisationResult::Good => "good",
            OrganisationResult::NeedsImprovement => "needs_improvement",
            OrganisationResult::Poor => "poor",
            OrganisationResult::VeryPoor => "very_poor",
        }
    }

    /// As lists and people write it.
    pub fn read(text: &str) -> Option<OrganisationResult> {
        if ["istimewa", "outstanding"].contains(&crate::domain::language::clean::fold(text).trim()) {
            return Some(OrganisationResult::Outstanding);
        }
        Some(match Predicate::read(text)? {
            // "Sangat Baik" is a person's.
            Predicate::VeryGood => return None,
            Predicate::Good => OrganisationResult::Good,
            Predicate::NeedsImprovement => OrganisationResult::NeedsImprovement,
            Predicate::Poor => OrganisationResult::Poor,
            Predicate::VeryPoor => OrganisationResult::VeryPoor,
        })
    }
}

/// How many have which predikat, very good to very poor.
pub type Counts = [u32; 5];

/// How many people they are together; what nobody can count to stays at the end.
pub fn total(counts: &Counts) -> u32 {
    counts.iter().fold(0, |sum, count| sum.saturating_add(*count))
}

/// How "the majority" is read; no source says it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Majority {
    /// More than each other predikat.
    #[default]
    #[serde(alias = "terbanyak")]
    Plurality,
    /// More than half of all.
    #[serde(alias = "separuh")]
    Majority,
}

impl Majority {
    pub fn id(self) -> &'static str {
        match self {
            Majority::Plurality => "plurality",
            Majority::Majority => "majority",
        }
    }
}

/// What the pattern asks for one result of the unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Pattern {
    /// The predikat that must be the majority.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<Predicate>,
    pub limits: Vec<Limit>,
}

impl Pattern {
    /// Several together have a least alone, and no predikat stands in two such groups: more is not counted.
    pub fn is_understood(&self) -> bool {
        let groups: Vec<&Limit> = self.limits.iter().filter(|limit| limit.of.len() != 1).collect();
        let plain = |limit: &&Limit| !limit.of.is_empty() && limit.most_percent >= 100;
        let mut members: Vec<Predicate> = groups.iter().flat_map(|limit| limit.of.iter().copied()).collect();
        let all = members.len();
        members.sort();
        members.dedup();
        groups.iter().all(plain) && members.len() == all
    }
}

/// A limit on one predikat, or on several together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    pub of: Vec<Predicate>,
    /// Of all, in percent.
    #[serde(default)]
    pub least_percent: u8,
    #[serde(default = "hundred")]
    pub most_percent: u8,
    /// In persons, where the rule speaks of persons.
    #[serde(default)]
    pub least_persons: u16,
}

fn hundred() -> u8 {
    100
}

impl Limit {
    fn least(of: &[Predicate], percent: u8) -> Limit {
        Limit { of: of.to_vec(), least_percent: percent, most_percent: hundred(), least_persons: 0 }
    }
    fn most(of: Predicate, percent: u8) -> Limit {
        Limit { of: vec![of], least_percent: 0, most_percent: percent, least_persons: 0 }
    }
    /// The fewest and the most of `n`, exactly.
    fn bounds(&self, n: u32) -> (u32, u32) {
        let n = u64::from(n);
        let least = (n * u64::from(self.least_percent)).div_ceil(100).max(u64::from(self.least_persons));
        let most = n * u64::from(self.most_percent.min(100)) / 100;
        (u32::try_from(least).unwrap_or(u32::MAX), u32::try_from(most).unwrap_or(u32::MAX))
    }
}

/// The patterns of the rule and how they are read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DistributionRules {
    /// Off: no guard is shown.
    pub on: bool,
    pub dominant: Majority,
    /// What a file doesn't name stays as built in.
    pub patterns: BTreeMap<OrganisationResult, Pattern>,
}

impl Default for DistributionRules {
    fn default() -> Self {
        DistributionRules { on: true, dominant: Majority::default(), patterns: built_in() }
    }
}

fn built_in() -> BTreeMap<OrganisationResult, Pattern> {
    use OrganisationResult as Unit;
    use Predicate::*;
    let pattern = |lead: Option<Predicate>, limits: Vec<Limit>| Pattern { lead, limits };
    let one_at_least = Limit { least_persons: 1, ..Limit::least(&[NeedsImprovement, Poor], 0) };
    BTreeMap::from([
        (Unit::Outstanding, pattern(Some(VeryGood), vec![Limit::most(VeryGood, 70)])),
        (Unit::Good, pattern(Some(Good), vec![Limit::most(Good, 70), one_at_least])),
        (Unit::NeedsImprovement, pattern(None, vec![Limit::least(&[NeedsImprovement], 60), Limit::most(VeryGood, 10)])),
        (
            Unit::Poor,
            pattern(None, vec![Limit::least(&[Poor], 60), Limit::least(&[NeedsImprovement], 10), Limit::most(VeryGood, 10)]),
        ),
        (
            Unit::VeryPoor,
            pattern(
                None,
                vec![Limit::least(&[VeryPoor], 60), Limit::least(&[NeedsImprovement, Poor], 10), Limit::most(VeryGood, 0)],
            ),
        ),
    ])
}

impl DistributionRules {
    pub fn pattern(&self, result: OrganisationResult) -> Pattern {
        let own = self.patterns.get(&result).cloned();
        own.or_else(|| built_in().remove(&result)).unwrap_or_default()
    }
}

/// The fewest and the most persons of one predikat, or of several together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowed {
    pub of: Vec<Predicate>,
    pub min: u32,
    pub max: u32,
}

/// A pattern for so many persons, read in one way.
#[derive(Clone, Debug)]
pub struct Fit {
    n: u32,
    lead: Option<Predicate>,
    reading: Majority,
    limits: Vec<Limit>,
}

/// In which order the persons that are free are put under the predikat: an upper bound for each of the five, then the
/// next.
type Fill = [Counts];

/// What the pattern asks once the count of the leading predikat is settled.
struct Bounds {
    least: Counts,
    most: Counts,
    /// Several together: at least so many.
    together: Vec<(Vec<usize>, u32)>,
}

impl Fit {
    pub fn new(pattern: &Pattern, reading: Majority, n: u32) -> Fit {
        Fit { n, lead: pattern.lead, reading, limits: pattern.limits.clone() }
    }

    /// Whether any distribution of the persons satisfies it.
    pub fn is_feasible(&self) -> bool {
        self.leads().any(|lead| self.fill(lead, &[]).is_some())
    }

    pub fn is_met(&self, counts: Counts) -> bool {
        self.shortfall(counts) == Some(0) && counts.iter().sum::<u32>() == self.n
    }

    /// Fewest of the given predikat that would have to differ, over all ways in which the rest could still be judged;
    /// `None` if no distribution satisfies the pattern.
    pub fn shortfall(&self, counts: Counts) -> Option<u32> {
        let differ = |wanted: Counts| counts.iter().zip(wanted).map(|(have, want)| have.saturating_sub(want)).sum();
        self.leads().filter_map(|lead| self.fill(lead, &[counts])).map(differ).min()
    }

    /// What the pattern limits, in the order of the rule.
    pub fn allowed(&self) -> Vec<Allowed> {
        let mut groups: Vec<Vec<Predicate>> = self.lead.map(|lead| vec![lead]).into_iter().collect();
        for limit in &self.limits {
            if !groups.contains(&limit.of) {
                groups.push(limit.of.clone());
            }
        }
        groups.into_iter().filter_map(|of| self.range(of)).collect()
    }

    /// The fewest and the most of these over all distributions that satisfy the pattern.
    fn range(&self, of: Vec<Predicate>) -> Option<Allowed> {
        let (mut elsewhere, mut here) = ([u32::MAX; 5], [0; 5]);
        for predicate in &of {
            elsewhere[predicate.place()] = 0;
            here[predicate.place()] = u32::MAX;
        }
        let sum = |counts: Counts| of.iter().map(|predicate| counts[predicate.place()]).sum::<u32>();
        let min = self.leads().filter_map(|lead| self.fill(lead, &[elsewhere])).map(sum).min()?;
        let max = self.leads().filter_map(|lead| self.fill(lead, &[here])).map(sum).max()?;
        Some(Allowed { of, min, max })
    }

    /// Every count that the leading predikat may have; one round where none leads.
    fn leads(&self) -> impl Iterator<Item = Option<u32>> + use<'_> {
        let (first, last) = match (self.lead, self.reading) {
            (None, _) => (0, 0),
            (Some(_), Majority::Plurality) => (1, self.n),
            (Some(_), Majority::Majority) => (self.n / 2 + 1, self.n),
        };
        (first..=last).map(|count| self.lead.map(|_| count))
    }

    fn bounds(&self, lead: Option<u32>) -> Bounds {
        let mut bounds = Bounds { least: [0; 5], most: [self.n; 5], together: vec![] };
        for limit in &self.limits {
            let (least, most) = limit.bounds(self.n);
            match limit.of.as_slice() {
                [one] => {
                    let place = one.place();
                    bounds.least[place] = bounds.least[place].max(least);
                    bounds.most[place] = bounds.most[place].min(most);
                }
                several => bounds.together.push((several.iter().map(|one| one.place()).collect(), least)),
            }
        }
        if let (Some(predicate), Some(count)) = (self.lead, lead) {
            for (place, most) in bounds.most.iter_mut().enumerate() {
                let others = if self.reading == Majority::Plurality { count.saturating_sub(1) } else { *most };
                *most = if place == predicate.place() { (*most).min(count) } else { (*most).min(others) };
            }
            bounds.least[predicate.place()] = bounds.least[predicate.place()].max(count);
        }
        bounds
    }

    /// A distribution that satisfies everything and follows the wishes in their order as far as it can.
    fn fill(&self, lead: Option<u32>, wishes: &Fill) -> Option<Counts> {
        let Bounds { least, most, together } = self.bounds(lead);
        if least.iter().zip(most).any(|(least, most)| *least > most) {
            return None;
        }
        let mut counts = least;
        // Where limits overlap, what one adds helps the next.
        for (places, needed) in &together {
            let have: u32 = places.iter().map(|place| counts[*place]).sum();
            let missing = needed.saturating_sub(have);
            if add(&mut counts, missing, places, wishes, most) > 0 {
                return None;
            }
        }
        let used: u32 = counts.iter().sum();
        let free = self.n.checked_sub(used)?;
        (add(&mut counts, free, &[0, 1, 2, 3, 4], wishes, most) == 0).then_some(counts)
    }
}

/// Puts persons at the places, by the wishes first; says how many found none.
fn add(counts: &mut Counts, mut persons: u32, places: &[usize], wishes: &Fill, most: Counts) -> u32 {
    for wish in wishes.iter().chain([&most]) {
        for place in places {
            let room = wish[*place].min(most[*place]).saturating_sub(counts[*place]).min(persons);
            counts[*place] += room;
            persons -= room;
        }
    }
    persons
}

#[cfg(test)]
mod tests {
    use super::*;
    use OrganisationResult as Unit;

    fn fit(unit: Unit, reading: Majority, n: u32) -> Fit {
        Fit::new(&DistributionRules::default().pattern(unit), reading, n)
    }

    /// Every way to spread `n` persons over five.
    fn all(n: u32) -> Vec<Counts> {
        let mut out = vec![];
        for a in 0..=n {
            for b in 0..=n - a {
                for c in 0..=n - a - b {
                    for d in 0..=n - a - b - c {
                        out.push([a, b, c, d, n - a - b - c - d]);
                    }
                }
            }
        }
        out
    }

    /// The pattern said a second time, straight from the words of the rule.
    fn holds(unit: Unit, reading: Majority, [sb, b, bp, k, sk]: Counts) -> bool {
        let n = sb + b + bp + k + sk;
        let leads = |count: u32, others: [u32; 4]| match reading {
            Majority::Plurality => others.iter().all(|other| count > *other),
            Majority::Majority => 2 * count > n,
        };
        match unit {
            Unit::Outstanding => leads(sb, [b, bp, k, sk]) && 10 * sb <= 7 * n,
            Unit::Good => leads(b, [sb, bp, k, sk]) && 10 * b <= 7 * n && bp + k >= 1,
            Unit::NeedsImprovement => 10 * bp >= 6 * n && 10 * sb <= n,
            Unit::Poor => 10 * k >= 6 * n && 10 * bp >= n && 10 * sb <= n,
            Unit::VeryPoor => 10 * sk >= 6 * n && 10 * (k + bp) >= n && sb == 0,
        }
    }

    #[test]
    fn for_one_to_twelve_persons_the_guard_says_what_counting_every_distribution_says() {
        for unit in Unit::ALL {
            for reading in [Majority::Plurality, Majority::Majority] {
                for n in 1..=12 {
                    let every = all(n);
                    let valid: Vec<Counts> = every.iter().copied().filter(|c| holds(unit, reading, *c)).collect();
                    let fit = fit(unit, reading, n);
                    assert_eq!(fit.is_feasible(), !valid.is_empty(), "{unit:?} {reading:?} {n}");
                    for counts in every {
                        let moved = |want: &Counts| counts.iter().zip(want).map(|(c, w)| c.saturating_sub(*w)).sum();
                        let fewest: Option<u32> = valid.iter().map(moved).min();
                        assert_eq!(fit.shortfall(counts), fewest, "{unit:?} {reading:?} {counts:?}");
                        assert_eq!(fit.is_met(counts), holds(unit, reading, counts));
                    }
                    for allowed in fit.allowed() {
                        let sum = |c: &Counts| allowed.of.iter().map(|p| c[p.place()]).sum::<u32>();
                        let range = (valid.iter().map(sum).min(), valid.iter().map(sum).max());
                        assert_eq!(range, (Some(allowed.min), Some(allowed.max)), "{unit:?} {reading:?} {n} {allowed:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn twenty_thousand_persons_are_counted_at_once() {
        let fit = fit(Unit::Good, Majority::Plurality, 20_000);
        assert_eq!(fit.shortfall([0, 20_000, 0, 0, 0]), Some(6_000));
        assert_eq!(fit.allowed()[0], Allowed { of: vec![Predicate::Good], min: 4_001, max: 14_000 });
    }

    #[test]
    fn an_organisations_result_is_no_predikat_and_the_other_way_round() {
        assert_eq!(OrganisationResult::read("ISTIMEWA"), Some(Unit::Outstanding));
        assert_eq!(OrganisationResult::read("Butuh Perbaikan (Cukup)"), Some(Unit::NeedsImprovement));
        assert_eq!([OrganisationResult::read("Sangat Baik"), OrganisationResult::read("Bagus")], [None, None]);
    }
}
