//! The heat map of a team: who has which level in what, against what the position requires. Made from the rows of the
//! roster alone, so that it needs no dossier; `ui` draws it, screens choose from it.

use crate::desk::office::Office;
use crate::domain::competency::framework::Competency;
use crate::domain::competency::standard::suggestion;
use crate::domain::competency::{CompetencyId, CompetencyKind, Gap, GapCount, Level, StandardSource, tally};
use crate::domain::language::clean;
use crate::domain::people::roster::Day;
use crate::domain::people::roster::Scope;
use crate::domain::{PersonId, RosterRow, UnitId};
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatMap {
    pub people: Vec<Row>,
    pub columns: Vec<Column>,
    /// By column, over everybody whose position has a standard.
    pub sums: Vec<GapCount>,
    pub whole: GapCount,
    /// People for whose position no standard is known.
    pub without_standard: usize,
    /// How many positions those are.
    pub positions_without: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub person: PersonId,
    pub unit: Option<UnitId>,
    /// By column; none where nothing is required and nothing was rated.
    pub cells: Vec<Option<Cell>>,
    /// None without a standard: suggestions alone make no gap.
    pub count: Option<GapCount>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub id: CompetencyId,
    pub kind: CompetencyKind,
}

/// One person in one competency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    pub required: Option<Level>,
    /// The requirement is the rule set's suggestion for the kind of position, taken over or not.
    pub suggested: bool,
    /// The newest by the supervisor, stale or not.
    pub level: Option<(Level, Date)>,
    pub stale: bool,
}

impl Cell {
    pub fn known(&self) -> Option<Level> {
        self.level.filter(|_| !self.stale).map(|(level, _)| level)
    }
    pub fn gap(&self) -> Gap {
        Gap::of(self.required, self.known())
    }
}

impl HeatMap {
    pub fn of(office: &Office, scope: Scope, filter: &str) -> Self {
        let filter = Filter::parse(filter);
        let framework = &office.roster.catalogue.framework().competencies;
        let shown: Vec<&Competency> = framework.iter().filter(|c| filter.shows(c)).collect();
        let mut wants: HashMap<&str, Wanted> = HashMap::new();
        let mut map = HeatMap::default();
        let oldest = CompetencyKind::ALL.map(|kind| tally::oldest(&office.rules, kind, office.today));
        let marks: Vec<(tally::Mark, Day)> =
            shown.iter().map(|c| (tally::Mark::of(&c.id), oldest[c.kind as usize])).collect();
        for row in people(office, scope) {
            if !filter.finds(row, office.roster.units.name(row.unit)) {
                continue;
            }
            let wanted = row
                .position
                .as_deref()
                .map(|position| &*wants.entry(position).or_insert_with(|| Wanted::of(position, &shown, office)));
            map.add(row, wanted, &marks);
        }
        map.positions_without = wants.values().filter(|wanted| !wanted.has_standard).count();
        map.keep_used(&shown);
        map.count();
        map
    }

    fn add(&mut self, row: &RosterRow, wanted: Option<&Wanted>, marks: &[(tally::Mark, Day)]) {
        let cell = |(at, (mark, oldest)): (usize, &(tally::Mark, Day))| {
            let required = wanted.and_then(|w| w.required[at]);
            let level = row.levels.iter().find(|level| level.is_in(*mark));
            (required.is_some() || level.is_some()).then(|| Cell {
                required,
                suggested: required.is_some() && wanted.is_some_and(|w| w.suggested),
                level: level.map(|level| (level.level, level.on.date())),
                stale: level.is_some_and(|level| level.on < *oldest),
            })
        };
        let cells = marks.iter().enumerate().map(cell).collect();
        let has_standard = wanted.is_some_and(|w| w.has_standard);
        self.without_standard += usize::from(!has_standard);
        self.people.push(Row { person: row.id, unit: row.unit, cells, count: has_standard.then(GapCount::default) });
    }

    /// Leaves out what nobody needs and nobody has.
    fn keep_used(&mut self, shown: &[&Competency]) {
        let used: Vec<bool> = (0..shown.len()).map(|at| self.people.iter().any(|row| row.cells[at].is_some())).collect();
        for row in &mut self.people {
            let mut at = used.iter();
            row.cells.retain(|_| at.next() == Some(&true));
        }
        let kept = shown.iter().zip(&used).filter(|(_, used)| **used);
        self.columns = kept.map(|(c, _)| Column { id: c.id.clone(), kind: c.kind }).collect();
    }

    fn count(&mut self) {
        self.sums = vec![GapCount::default(); self.columns.len()];
        for row in &mut self.people {
            let Some(count) = &mut row.count else { continue };
            for (cell, sum) in row.cells.iter().zip(&mut self.sums) {
                if let Some(cell) = cell {
                    count.add(cell.gap(), cell.stale);
                    sum.add(cell.gap(), cell.stale);
                }
            }
            self.whole.join(count);
        }
    }

    pub fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        self.people.get(row)?.cells.get(column)?.as_ref()
    }

    /// Columns, the most needed first.
    pub fn by_need(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.columns.len()).collect();
        let need = |at: &usize| self.sums.get(*at).map(|sum| std::cmp::Reverse((sum.levels, sum.short, sum.unknown)));
        order.sort_by_key(need);
        order
    }

    /// Who has a gap in a column, the largest first.
    pub fn short_in(&self, column: usize) -> Vec<(PersonId, u8)> {
        let counted = self.people.iter().filter(|row| row.count.is_some());
        let mut found: Vec<(PersonId, u8)> =
            counted.filter_map(|row| Some((row.person, row.cells[column].as_ref()?.gap().levels()))).collect();
        found.retain(|(_, levels)| *levels > 0);
        found.sort_by_key(|(_, levels)| std::cmp::Reverse(*levels));
        found
    }

    /// Counts by unit, the most needed first.
    pub fn by_unit(&self) -> Vec<(Option<UnitId>, UnitCount)> {
        let mut found: BTreeMap<Option<UnitId>, UnitCount> = BTreeMap::new();
        for row in &self.people {
            let unit = found.entry(row.unit).or_default();
            unit.people += 1;
            match &row.count {
                Some(count) => unit.gaps.join(count),
                None => unit.without_standard += 1,
            }
        }
        let mut list: Vec<_> = found.into_iter().collect();
        list.sort_by_key(|(_, unit)| std::cmp::Reverse((unit.gaps.levels, unit.gaps.short, unit.gaps.unknown)));
        list
    }
}

/// Gaps of one unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnitCount {
    pub people: usize,
    pub gaps: GapCount,
    pub without_standard: usize,
}

/// What a position requires, by column.
struct Wanted {
    required: Vec<Option<Level>>,
    suggested: bool,
    has_standard: bool,
}

impl Wanted {
    fn of(position: &str, shown: &[&Competency], office: &Office) -> Self {
        let catalogue = &office.roster.catalogue;
        let levels = |required: &BTreeMap<CompetencyId, Level>| shown.iter().map(|c| required.get(&c.id).copied()).collect();
        match catalogue.standard_of(Some(position)) {
            Some(standard) => Wanted {
                required: levels(&standard.required),
                suggested: standard.source == StandardSource::Suggested,
                has_standard: true,
            },
            None => Wanted {
                required: levels(&suggestion(position, catalogue.framework(), &office.rules)),
                suggested: true,
                has_standard: false,
            },
        }
    }
}

/// Words narrow the people by name, position and unit; words with `#` the competencies.
struct Filter {
    people: Vec<String>,
    competencies: Vec<String>,
}

impl Filter {
    fn parse(text: &str) -> Self {
        let folded = clean::fold(text);
        let (competencies, people): (Vec<&str>, Vec<&str>) = folded.split_whitespace().partition(|w| w.starts_with('#'));
        let competencies = competencies.into_iter().map(|word| word.trim_start_matches('#').replace('-', " "));
        Filter { people: people.into_iter().map(str::to_owned).collect(), competencies: competencies.collect() }
    }

    fn finds(&self, row: &RosterRow, unit: &str) -> bool {
        self.people.is_empty() || {
            let position = row.position.as_deref().unwrap_or_default();
            let hay = format!("{} {}", row.name.key(), clean::fold(&format!("{position} {unit}")));
            self.people.iter().all(|word| hay.contains(word))
        }
    }

    fn shows(&self, competency: &Competency) -> bool {
        let Competency { name, short, .. } = competency;
        let hay = || clean::fold(&[&name.id, &name.en, &short.id, &short.en].map(String::as_str).join(" "));
        self.competencies.is_empty() || self.competencies.iter().any(|word| hay().contains(word))
    }
}

/// Everybody of the scope who is in service, by name.
pub fn people(office: &Office, scope: Scope) -> Vec<&RosterRow> {
    let mut rows: Vec<&RosterRow> = office.roster.team(scope).filter(|row| row.status.in_service()).collect();
    rows.sort_by_cached_key(|row| (row.name.key(), row.id));
    rows
}
