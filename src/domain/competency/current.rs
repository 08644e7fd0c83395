//! The stated rule that makes the present value of ratings, and names its inputs.
//!
//! The present value of a competency is the newest level that the supervisor gave; where its sides were rated apart, each
//! keeps its newest level, and the lowest holds. "Not observed" is no level and
//! takes none away. Older than the rule set allows for the kind, it is stale: still shown, counted as unknown. What
//! the person or others say stands beside it and is never mixed in. The order in which ratings arrive makes no
//! difference.

use super::catalogue::Catalogue;
use super::evidence::{Spread, evidence_days};
use super::framework::{CompetencyId, CompetencyKind};
use super::gap::Gap;
use super::level::Level;
use super::rating::{Facet, Rater, Rating};
use crate::domain::{Dossier, RatingId, RuleSet};
use jiff::{ToSpan, civil::Date};
use std::collections::{BTreeMap, BTreeSet};

/// One competency of one person on one day: the row of the anchor line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub competency: CompetencyId,
    pub kind: CompetencyKind,
    /// By the standard of the position.
    pub required: Option<Level>,
    /// The newest level by the supervisor, stale or not.
    pub current: Option<DatedLevel>,
    /// The supervisor's level before that, of an earlier day.
    pub previous: Option<DatedLevel>,
    /// The person's own.
    pub own: Option<DatedLevel>,
    /// The newest of each other rater, by name.
    pub others: Vec<(String, DatedLevel)>,
    /// The supervisor looked after the current level was given and saw nothing.
    pub not_observed: Option<Date>,
    /// The current level is too old to count.
    pub stale: bool,
    /// The last day on which the current level counts.
    pub counts_until: Option<Date>,
    pub evidence: Spread,
}

/// A level with its day: an input that can be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatedLevel {
    pub rating: RatingId,
    pub level: Level,
    pub on: Date,
    pub facet: Option<Facet>,
    /// How many pieces of evidence the rating points to.
    pub evidence: usize,
}

/// The newest level against the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    Up,
    Same,
    Down,
}

impl Standing {
    /// The level that counts: `None` if there is none or it is stale.
    pub fn known(&self) -> Option<Level> {
        self.current.filter(|_| !self.stale).map(|current| current.level)
    }
    pub fn gap(&self) -> Gap {
        Gap::of(self.required, self.known())
    }
    pub fn trend(&self) -> Option<Trend> {
        let (now, before) = (self.current?.level, self.previous?.level);
        Some(match now.cmp(&before) {
            std::cmp::Ordering::Greater => Trend::Up,
            std::cmp::Ordering::Equal => Trend::Same,
            std::cmp::Ordering::Less => Trend::Down,
        })
    }
    /// Worth rating now: required and not known, or seen since it was rated.
    pub fn is_due(&self) -> bool {
        let seen_since = self.current.zip(self.evidence.newest).is_some_and(|(current, newest)| newest > current.on);
        seen_since || (self.required.is_some() && self.known().is_none())
    }
    /// Own level minus the supervisor's, where both are there.
    pub fn own_differs(&self) -> Option<i8> {
        let (own, current) = (self.own?.level, self.current?.level);
        Some(own.number() as i8 - current.number() as i8)
    }
}

/// Where a person stands on a day, in the framework's order: everything that the position requires and everything
/// that was ever rated.
pub fn standings(dossier: &Dossier, catalogue: &Catalogue, rules: &RuleSet, today: Date) -> Vec<Standing> {
    let position = dossier.person.position.as_deref();
    let nothing = BTreeMap::new();
    let required = catalogue.standard_of(position).map_or(&nothing, |standard| &standard.required);
    let wanted: BTreeSet<&CompetencyId> = required.keys().chain(dossier.ratings.iter().map(|r| &r.competency)).collect();
    let order = &catalogue.framework().competencies;
    let listed = order.iter().map(|c| &c.id).filter(|id| wanted.contains(id));
    let former = wanted.iter().copied().filter(|id| !order.iter().any(|c| c.id == **id));
    listed.chain(former).map(|id| standing(dossier, id, catalogue, rules, today)).collect()
}

/// The rows of a rating screen: [`standings`], and for a position without a standard everything that is not technical
/// as well, so that nobody is left out for want of one.
pub fn rateable(dossier: &Dossier, catalogue: &Catalogue, rules: &RuleSet, today: Date) -> Vec<Standing> {
    let known = standings(dossier, catalogue, rules, today);
    if catalogue.standard_of(dossier.person.position.as_deref()).is_some() {
        return known;
    }
    let order = &catalogue.framework().competencies;
    let listed = order.iter().filter(|c| c.kind != CompetencyKind::Technical || known.iter().any(|s| s.competency == c.id));
    let listed = listed.map(|c| standing(dossier, &c.id, catalogue, rules, today));
    let former = known.iter().filter(|s| !order.iter().any(|c| c.id == s.competency)).cloned();
    listed.chain(former).collect()
}

/// One competency of one person, whether required or not.
pub fn standing(dossier: &Dossier, id: &CompetencyId, catalogue: &Catalogue, rules: &RuleSet, today: Date) -> Standing {
    let competency = catalogue.competency(id);
    let kind = competency.map_or(CompetencyKind::Technical, |c| c.kind);
    let required = catalogue.standard_of(dossier.person.position.as_deref()).and_then(|s| s.required.get(id).copied());
    let by = |rater: Rater| latest(dossier, id, move |rating| rating.rater == rater);
    let current = by(Rater::Supervisor);
    let previous =
        current.and_then(|now| latest(dossier, id, move |rating| rating.rater == Rater::Supervisor && rating.on < now.on));
    let looked = of(dossier, id).filter(|r| r.rater == Rater::Supervisor).max_by_key(|r| r.moment());
    let counts_until = current.map(|now| last_day(rules, kind, now.on));
    let names: BTreeSet<&str> =
        of(dossier, id).filter_map(|r| if let Rater::Other(name) = &r.rater { Some(name.as_str()) } else { None }).collect();
    let others = names.into_iter().filter_map(|name| {
        Some((name.to_owned(), latest(dossier, id, |r| matches!(&r.rater, Rater::Other(other) if other == name))?))
    });
    let from = today.checked_sub(i32::from(rules.evidence_months).months()).unwrap_or(today);
    let days = competency.map(|c| evidence_days(dossier, c)).unwrap_or_default();
    Standing {
        competency: id.clone(),
        kind,
        required,
        current,
        previous,
        own: by(Rater::Employee),
        others: others.collect(),
        not_observed: looked.filter(|rating| rating.level().is_none()).map(|rating| rating.on),
        stale: counts_until.is_some_and(|last| last < today),
        counts_until,
        evidence: Spread::over(days, from.tomorrow().unwrap_or(from), today),
    }
}

/// The supervisor's levels of one competency, oldest first, the last of each day: for a trend line.
pub fn history(dossier: &Dossier, id: &CompetencyId) -> Vec<DatedLevel> {
    let mut days: BTreeMap<Date, &Rating> = BTreeMap::new();
    for rating in of(dossier, id).filter(|r| r.rater == Rater::Supervisor && r.level().is_some()) {
        let newest = days.entry(rating.on).or_insert(rating);
        if rating.moment() > newest.moment() {
            *newest = rating;
        }
    }
    days.into_values().filter_map(dated).collect()
}

/// The last day on which a level of that kind counts.
pub fn last_day(rules: &RuleSet, kind: CompetencyKind, on: Date) -> Date {
    on.checked_add(i32::from(rules.rating_months.of(kind)).months()).unwrap_or(Date::MAX)
}

fn of<'d>(dossier: &'d Dossier, id: &CompetencyId) -> impl Iterator<Item = &'d Rating> {
    let id = id.clone();
    dossier.ratings.iter().filter(move |rating| rating.competency == id)
}

/// What holds of the ratings with a level among those wanted.
fn latest(dossier: &Dossier, id: &CompetencyId, wanted: impl Fn(&Rating) -> bool) -> Option<DatedLevel> {
    holding(of(dossier, id).filter(|r| wanted(r))).and_then(dated)
}

/// The rating that holds among those of one competency by one rater: the newest of the whole, unless a side of it was
/// rated since. Each side keeps its own newest level, and the lowest of them is what is there: who knows what to do and
/// can't do it yet has a gap. Never a mean.
pub(super) fn holding<'r>(ratings: impl Iterator<Item = &'r Rating>) -> Option<&'r Rating> {
    let levels: Vec<&Rating> = ratings.filter(|r| r.level().is_some()).collect();
    let newest = |facet: Option<Facet>| levels.iter().copied().filter(|r| r.facet == facet).max_by_key(|r| r.moment());
    let whole = newest(None);
    let since = |r: &&Rating| whole.is_none_or(|whole| r.moment() > whole.moment());
    let sides: Vec<&Rating> = Facet::ALL.into_iter().filter_map(|facet| newest(Some(facet))).filter(since).collect();
    // Rated side by side since, nothing is left of what was said of the whole.
    let whole = whole.filter(|_| sides.is_empty());
    sides.into_iter().chain(whole).min_by_key(|r| (r.level(), std::cmp::Reverse(r.moment())))
}

fn dated(rating: &Rating) -> Option<DatedLevel> {
    let level = rating.level()?;
    Some(DatedLevel { rating: rating.id, level, on: rating.on, facet: rating.facet, evidence: rating.evidence.len() })
}

#[cfg(test)]
pub(in crate::domain) mod tests;
