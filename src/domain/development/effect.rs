//! Whether learning changed anything: the level before and the level after by the same rater, and what that is over
//! several people. Nothing is compared that can't be, few people have no mean, and every figure says of how many it is.

use super::item::{Before, PlanItem};
use super::month::months_after;
use super::rules::DevelopmentRules;
use crate::domain::competency::gap::Gap;
use crate::domain::competency::{CompetencyId, Rater, Rating};
use crate::domain::{ItemId, Level, Number, PersonId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Who gave a level, so that the same one can be told from another: supervisors change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RaterName {
    pub rater: Rater,
    /// Of a supervisor, where he or she is known here.
    pub person: Option<PersonId>,
    pub name: String,
}

impl RaterName {
    pub fn of(rating: &Rating) -> Self {
        RaterName { rater: rating.rater.clone(), person: rating.by.person, name: rating.by.name.clone() }
    }

    pub fn is(&self, rating: &Rating) -> bool {
        let other = RaterName::of(rating);
        if self.rater != other.rater {
            return false;
        }
        match (&self.rater, self.person, other.person) {
            (Rater::Supervisor, Some(own), Some(others)) => own == others,
            (Rater::Supervisor, ..) => self.name == other.name,
            _ => true,
        }
    }
}

/// Before and after of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Change {
        before: Level,
        after: Level,
        on: Date,
    },
    /// There is no level yet that could be the one after; ratings count from this day on.
    NotYet {
        from: Date,
    },
    Incomparable(Why),
}

/// Why two levels can't be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// Nobody had rated when it was planned.
    NoBefore,
    OtherRater,
    NotObserved,
    FrameworkChanged,
    /// Another activity on the same competency lies between: the change belongs to neither alone.
    With(ItemId),
}

impl Why {
    pub fn id(self) -> &'static str {
        match self {
            Why::NoBefore => "no_before",
            Why::OtherRater => "other_rater",
            Why::NotObserved => "not_observed",
            Why::FrameworkChanged => "framework_changed",
            Why::With(_) => "with_another",
        }
    }
}

impl Outcome {
    pub fn change(&self) -> Option<i8> {
        match self {
            Outcome::Change { before, after, .. } => Some(after.number() as i8 - before.number() as i8),
            _ => None,
        }
    }
}

/// The rating in force on a day: the newest one with a level of that competency, by whoever leads.
pub fn in_force<'r>(ratings: &'r [Rating], competency: &CompetencyId, day: Date) -> Option<&'r Rating> {
    let levels = ratings.iter().filter(|r| r.competency == *competency && r.level().is_some() && r.on <= day);
    levels.filter(|r| r.rater == Rater::Supervisor).max_by_key(|r| r.moment())
}

/// The level that an item keeps when it is planned.
pub fn before(ratings: &[Rating], competency: &CompetencyId, day: Date) -> Option<Before> {
    let rating = in_force(ratings, competency, day)?;
    let level = rating.level()?;
    let (rater, framework) = (RaterName::of(rating), rating.framework.clone());
    Some(Before { rating: rating.id, level, on: rating.on, rater, framework })
}

/// Compares a level before with the first one after, months after the end, by the same rater.
pub fn outcome(
    before: Option<&Before>,
    ratings: &[Rating],
    competency: &CompetencyId,
    ended: Date,
    rules: &DevelopmentRules,
) -> Outcome {
    let Some(before) = before else { return Outcome::Incomparable(Why::NoBefore) };
    let from = months_after(ended, rules.effect.after_months);
    let mut later: Vec<&Rating> = ratings.iter().filter(|r| r.competency == *competency && r.on >= from).collect();
    later.sort_by_key(|rating| rating.moment());
    let same: Vec<&Rating> = later.iter().copied().filter(|rating| before.rater.is(rating)).collect();
    if let Some((rating, after)) = same.iter().find_map(|rating| Some((rating, rating.level()?))) {
        if rating.framework != before.framework {
            return Outcome::Incomparable(Why::FrameworkChanged);
        }
        return Outcome::Change { before: before.level, after, on: rating.on };
    }
    if !same.is_empty() {
        return Outcome::Incomparable(Why::NotObserved);
    }
    // What the person says of himself or herself is no other rater's judgement.
    if later.iter().any(|rating| rating.rater != Rater::Employee && rating.level().is_some()) {
        return Outcome::Incomparable(Why::OtherRater);
    }
    Outcome::NotYet { from }
}

/// The outcome of an item that ended; `None` for one that did not, or that is about no competency.
pub fn of_item(item: &PlanItem, items: &[PlanItem], ratings: &[Rating], rules: &DevelopmentRules) -> Option<Outcome> {
    let (ended, competency) = (item.ended()?, item.subject.competency.as_ref()?);
    let outcome = outcome(item.before.as_ref(), ratings, competency, ended, rules);
    let Outcome::Change { on, .. } = outcome else { return Some(outcome) };
    let between = |other: &&PlanItem| {
        let same = other.id != item.id && other.subject.is_same(&item.subject);
        same && other.ended().is_some_and(|end| end <= on && end >= item.before.as_ref().map_or(item.on, |b| b.on))
    };
    Some(items.iter().find(between).map_or(outcome, |other| Outcome::Incomparable(Why::With(other.id))))
}

/// Several people put together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// Before and after of each who can be compared.
    pub pairs: Vec<(Level, Level)>,
    /// How many can't, and why.
    pub left_out: Vec<Why>,
    /// How many have no level after yet.
    pub not_yet: usize,
}

impl Group {
    pub fn add(&mut self, outcome: &Outcome) {
        match outcome {
            Outcome::Change { before, after, .. } => self.pairs.push((*before, *after)),
            Outcome::NotYet { .. } => self.not_yet += 1,
            Outcome::Incomparable(why) => self.left_out.push(*why),
        }
    }
    pub fn n(&self) -> usize {
        self.pairs.len()
    }
    pub fn changes(&self) -> Vec<i8> {
        self.pairs.iter().map(|(before, after)| after.number() as i8 - before.number() as i8).collect()
    }
    fn sum(&self) -> i64 {
        self.changes().into_iter().map(i64::from).sum()
    }
    /// Levels that were gained; what was lost takes none of them away.
    pub fn gained(&self) -> i64 {
        self.changes().into_iter().filter(|change| *change > 0).map(i64::from).sum()
    }
    /// The mean change in hundredths; none where there are too few.
    pub fn mean(&self, rules: &DevelopmentRules) -> Option<Number> {
        let enough = self.n() >= usize::from(rules.effect.floor).max(1);
        let mean = Number::from(self.sum()).over(Number::from(count(self.n())));
        mean.filter(|_| enough).map(|mean| mean.rounded(2))
    }
    /// What one gained level cost, in whole rupiah; none where nothing was gained.
    pub fn cost_per_level(&self, cost: Option<Number>) -> Option<Number> {
        let gained = self.gained();
        if gained <= 0 {
            return None;
        }
        cost?.over(Number::from(gained)).map(|per_level| per_level.rounded(0))
    }
    /// The difference of the means, from the exact fractions; none where either group is too small.
    pub fn difference(&self, untrained: &Group, rules: &DevelopmentRules) -> Option<Number> {
        self.mean(rules)?;
        untrained.mean(rules)?;
        let (own, others) = (count(self.n()), count(untrained.n()));
        let above = self.sum() * others - untrained.sum() * own;
        Number::from(above).over(Number::from(own * others)).map(|difference| difference.rounded(2))
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Somebody without that training, beside those who had it.
pub struct Untrained<'a> {
    pub ratings: &'a [Rating],
    pub required: Option<Level>,
}

/// What happened meanwhile to people with a gap on the same competency who had no such training: levels in force when
/// it was planned, and the first ones after by the same rater.
pub fn comparison<'a>(
    people: impl IntoIterator<Item = Untrained<'a>>,
    competency: &CompetencyId,
    planned: Date,
    ended: Date,
    rules: &DevelopmentRules,
) -> Group {
    let mut group = Group::default();
    for person in people {
        let Some(at_start) = before(person.ratings, competency, planned) else { continue };
        if Gap::of(person.required, Some(at_start.level)).levels() == 0 {
            continue;
        }
        group.add(&outcome(Some(&at_start), person.ratings, competency, ended, rules));
    }
    group
}
