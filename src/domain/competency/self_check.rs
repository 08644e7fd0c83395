//! A look at one's own ratings before a round of them is finished, for the rater alone: signs of habit, never a
//! verdict. It blocks nothing and is kept nowhere. What counts as a sign is the rule set's.

use super::current;
use super::evidence::{Evidence, day_of};
use super::framework::CompetencyId;
use super::level::Level;
use super::rating::{Rater, Rating};
use crate::domain::period::days_between;
use crate::domain::{Dossier, PersonId, RatingId, RuleSet};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use strum::IntoStaticStr;

/// Something worth a second look, with the cell to go back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    pub sign: Sign,
    /// Where to look first.
    pub person: Option<PersonId>,
    pub competency: Option<CompetencyId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", prefix = "self-check-")]
pub enum Sign {
    /// One level for everything of one person.
    SameAcrossRow { level: Level, count: usize },
    /// One level for nearly everybody in one competency.
    SameForMost { level: Level, count: usize, of: usize },
    /// One level for nearly everything in the round.
    NarrowSpread { level: Level, count: usize, of: usize },
    /// Every level of one person is what it was last time.
    SameAsLastTime { count: usize },
    /// All evidence of one person is of the last days.
    OnlyRecent { count: usize, days: u16 },
    /// Nothing of one person points to any evidence.
    NoEvidence { count: usize },
}

impl Sign {
    /// Says it, with `{$level}`, `{$count}`, `{$of}` and `{$days}` as [`Sign::numbers`] names them.
    pub fn message_id(&self) -> &'static str {
        self.into()
    }
    pub fn numbers(&self) -> Vec<(&'static str, i64)> {
        let level = |level: Level| ("level", i64::from(level.number()));
        match *self {
            Sign::SameAcrossRow { level: l, count } => vec![level(l), ("count", count as i64)],
            Sign::SameForMost { level: l, count, of } | Sign::NarrowSpread { level: l, count, of } => {
                vec![level(l), ("count", count as i64), ("of", of as i64)]
            }
            Sign::SameAsLastTime { count } | Sign::NoEvidence { count } => vec![("count", count as i64)],
            Sign::OnlyRecent { count, days } => vec![("count", count as i64), ("days", i64::from(days))],
        }
    }
}

/// Looks at the supervisor's ratings of a round, whether they are written yet or not; only the newest of each cell.
/// `dossiers` finds earlier ratings and the days of evidence.
pub fn self_check<'d>(
    round: &[Rating],
    dossiers: impl Fn(PersonId) -> Option<&'d Dossier>,
    rules: &RuleSet,
    today: Date,
) -> Vec<Advice> {
    let mut cells: BTreeMap<(PersonId, &CompetencyId), &Rating> = BTreeMap::new();
    for rating in round.iter().filter(|r| r.rater == Rater::Supervisor) {
        let cell = cells.entry((rating.person, &rating.competency)).or_insert(rating);
        if rating.moment() > cell.moment() {
            *cell = rating;
        }
    }
    let rated: Vec<&Rating> = cells.into_values().filter(|rating| rating.level().is_some()).collect();
    let people: BTreeSet<PersonId> = rated.iter().map(|rating| rating.person).collect();
    let mut advice = Vec::new();
    for person in people {
        let row: Vec<&Rating> = rated.iter().copied().filter(|rating| rating.person == person).collect();
        if row.len() >= usize::from(rules.self_check_least) {
            check_row(&row, dossiers(person), rules, today, &mut advice);
        }
    }
    check_columns(&rated, rules, &mut advice);
    advice
}

fn check_row(row: &[&Rating], dossier: Option<&Dossier>, rules: &RuleSet, today: Date, advice: &mut Vec<Advice>) {
    let Some(first) = row.first() else { return };
    let count = row.len();
    let mut note = |sign| {
        advice.push(Advice { sign, person: Some(first.person), competency: Some(first.competency.clone()) });
    };
    if let Some((level, most)) = commonest(row)
        && most == count
    {
        note(Sign::SameAcrossRow { level, count });
    }
    let round: BTreeSet<RatingId> = row.iter().map(|rating| rating.id).collect();
    if dossier.is_some_and(|dossier| row.iter().all(|rating| before(dossier, rating, &round) == rating.level())) {
        note(Sign::SameAsLastTime { count });
    }
    let evidence: Vec<(&Rating, &Evidence)> =
        row.iter().flat_map(|rating| rating.evidence.iter().map(move |piece| (*rating, piece))).collect();
    let day = |(rating, piece): &(&Rating, &Evidence)| match piece {
        Evidence::Record(id) => dossier.and_then(|dossier| day_of(dossier, *id)).unwrap_or(rating.on),
        Evidence::Document(_) => rating.on,
    };
    if evidence.is_empty() {
        note(Sign::NoEvidence { count });
    } else if evidence.iter().all(|piece| days_between(day(piece), today) <= i64::from(rules.self_check_days)) {
        note(Sign::OnlyRecent { count: evidence.len(), days: rules.self_check_days });
    }
}

/// The level in the same cell before the round.
fn before(dossier: &Dossier, rating: &Rating, round: &BTreeSet<RatingId>) -> Option<Level> {
    let history = current::history(dossier, &rating.competency);
    history.iter().rev().find(|level| !round.contains(&level.rating) && level.on < rating.on).map(|level| level.level)
}

fn check_columns(rated: &[&Rating], rules: &RuleSet, advice: &mut Vec<Advice>) {
    let mut columns: BTreeMap<&CompetencyId, Vec<&Rating>> = BTreeMap::new();
    rated.iter().for_each(|rating| columns.entry(&rating.competency).or_default().push(rating));
    let telling = |ratings: &[&Rating], least: usize| {
        let (level, count) = commonest(ratings)?;
        let of = ratings.len();
        (of >= least && count * 100 >= of * usize::from(rules.self_check_percent)).then_some((level, count, of))
    };
    let least = usize::from(rules.self_check_least);
    for (competency, ratings) in columns {
        if let Some((level, count, of)) = telling(&ratings, least) {
            let sign = Sign::SameForMost { level, count, of };
            advice.push(Advice { sign, person: ratings.first().map(|r| r.person), competency: Some(competency.clone()) });
        }
    }
    // Of one row that is said already.
    let several = rated.first().is_some_and(|first| rated.iter().any(|rating| rating.person != first.person));
    if let Some((level, count, of)) = telling(rated, 2 * least).filter(|_| several) {
        advice.push(Advice { sign: Sign::NarrowSpread { level, count, of }, person: None, competency: None });
    }
}

/// The level given most often, and how often.
fn commonest(ratings: &[&Rating]) -> Option<(Level, usize)> {
    let mut counts: BTreeMap<Level, usize> = BTreeMap::new();
    ratings.iter().filter_map(|rating| rating.level()).for_each(|level| *counts.entry(level).or_default() += 1);
    counts.into_iter().max_by_key(|(_, count)| *count)
}

#[cfg(test)]
mod tests;
