//! Gaps of a list without opening a dossier: a row keeps the present levels in a few bytes each, this compares them
//! with the standards and the day.

use super::catalogue::Catalogue;
use super::current::{holding, last_day};
use super::framework::{CompetencyId, CompetencyKind};
use super::gap::{Gap, GapCount};
use super::level::Level;
use super::rating::{Rater, Rating};
use super::standard::{Standard, position_key};
use crate::domain::people::roster::Day;
use crate::domain::{RosterRow, RuleSet};
use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// The newest level that the supervisor gave in one competency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowLevel {
    competency: Mark,
    pub level: Level,
    pub on: Day,
}

impl RowLevel {
    pub fn is_in(&self, mark: Mark) -> bool {
        self.competency == mark
    }
}

/// A competency in four bytes, the same in every store: a digest of its identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mark(u32);

impl Mark {
    /// FNV-1a: among some hundred competencies two agree once in a million offices.
    pub fn of(id: &CompetencyId) -> Self {
        Mark(id.as_str().bytes().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)))
    }
}

/// The levels for a row, in order of their marks.
pub fn row_levels(ratings: &[Rating]) -> Vec<RowLevel> {
    let mut all: BTreeMap<&CompetencyId, Vec<&Rating>> = BTreeMap::new();
    for rating in ratings.iter().filter(|r| r.rater == Rater::Supervisor) {
        all.entry(&rating.competency).or_default().push(rating);
    }
    let mut levels: Vec<RowLevel> = all
        .into_iter()
        .filter_map(|(id, ratings)| {
            let rating = holding(ratings.into_iter())?;
            Some(RowLevel { competency: Mark::of(id), level: rating.level()?, on: Day::from_date(rating.on) })
        })
        .collect();
    levels.sort_by_key(|level| level.competency);
    levels
}

/// The row's level in one competency, stale or not: for a grid.
pub fn level_in(row: &RosterRow, id: &CompetencyId) -> Option<RowLevel> {
    let mark = Mark::of(id);
    row.levels.iter().find(|level| level.competency == mark).copied()
}

/// Standards prepared for counting many rows on one day.
pub struct Gauge {
    standards: HashMap<String, Vec<(Mark, Level, Day)>>,
}

impl Gauge {
    pub fn new(catalogue: &Catalogue, rules: &RuleSet, today: Date) -> Self {
        Gauge::of(catalogue.standards(), catalogue, rules, today)
    }

    fn of<'s>(standards: impl Iterator<Item = &'s Standard>, catalogue: &Catalogue, rules: &RuleSet, today: Date) -> Self {
        let since = CompetencyKind::ALL.map(|kind| oldest(rules, kind, today));
        let of_kind = |id: &CompetencyId| catalogue.competency(id).map_or(CompetencyKind::Technical, |c| c.kind);
        let requirement = |(id, level): (&CompetencyId, &Level)| (Mark::of(id), *level, since[of_kind(id) as usize]);
        let standards = standards.map(|s| (s.key(), s.required.iter().map(requirement).collect()));
        Gauge { standards: standards.collect() }
    }

    /// `None` where nothing is required of the position, or there is none.
    pub fn count(&self, row: &RosterRow) -> Option<GapCount> {
        let required = self.standards.get(&position_key(row.position.as_deref()?))?;
        let mut count = GapCount::default();
        for (mark, level, since) in required {
            let present = row.levels.iter().find(|level| level.competency == *mark);
            let counts = present.filter(|present| present.on >= *since);
            count.add(Gap::of(Some(*level), counts.map(|present| present.level)), present.is_some() && counts.is_none());
        }
        Some(count)
    }
}

/// One row by itself; use a [`Gauge`] for many.
pub fn count(row: &RosterRow, catalogue: &Catalogue, rules: &RuleSet, today: Date) -> Option<GapCount> {
    let standard = catalogue.standard_of(row.position.as_deref());
    Gauge::of(standard.into_iter(), catalogue, rules, today).count(row)
}

/// The earliest day of a rating that still counts.
pub fn oldest(rules: &RuleSet, kind: CompetencyKind, today: Date) -> Day {
    let about = today.checked_sub(i32::from(rules.rating_months.of(kind)).months()).unwrap_or(Date::MIN);
    // Months are of different length: the exact day is next to it.
    let mut day = about.checked_sub(4.days()).unwrap_or(about);
    while last_day(rules, kind, day) < today {
        day = day.tomorrow().unwrap_or(Date::MAX);
    }
    Day::from_date(day)
}
