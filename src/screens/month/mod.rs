//! The grid of goals: people down, indicators across, one value a cell. Says which cells there are and where the
//! cursor is; how it moves is `app::grid`'s, what is typed becomes a value in `app::filling`.

pub mod commands;
pub mod draw;

use crate::desk::command::Place;
use crate::desk::editor::Editor;
use crate::desk::grid::{Cells, GridState, Layout, Step};
use crate::desk::office::Office;
use crate::desk::records::goals::GoalAt;
use crate::domain::goal::plan::in_effect;
use crate::domain::language::clean;
use crate::domain::{Dossier, IndicatorId, PersonId};
use crate::i18n::Text;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// Columns of the terminal that a value has, with its bracket.
pub const CELL: u16 = 10;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MonthScreen {
    pub grid: GridState,
    /// Where the cursor is, to find it again after every change.
    pub person: Option<PersonId>,
    pub cell: Option<GoalAt>,
    /// The last day of the month whose values are entered; today if none.
    pub month: Option<Date>,
    /// Words of the screen below that results are narrowed to.
    pub filter: String,
    pub typed: Option<Typed>,
    /// The first screen that it was opened from.
    #[serde(default)]
    pub below: Place,
    /// Everybody of the list below, as it was ordered when the grid was opened: rows don't jump while values are typed.
    #[serde(skip)]
    pub people: Option<Vec<PersonId>>,
    #[serde(skip)]
    pub table: Table,
    #[serde(skip)]
    derived: Option<(u64, Date)>,
    /// Whose dossiers were asked for.
    #[serde(skip)]
    asked: HashSet<PersonId>,
}

/// What is typed into a cell and not saved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Typed {
    pub at: GoalAt,
    pub line: Editor,
    /// Why it could not be saved.
    #[serde(skip)]
    pub error: Option<Text>,
}

/// Rows and columns, derived.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    pub rows: Vec<Row>,
    pub columns: Vec<Column>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub person: PersonId,
    /// By column; none as long as the dossier is not read.
    pub cells: Option<Vec<(usize, GoalAt)>>,
}

/// One indicator, of whoever has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The result that it stands under.
    pub result: String,
    pub title: String,
    pub unit: String,
}

impl MonthScreen {
    pub fn new(below: Place, people: Vec<PersonId>, filter: String, month: Option<Date>) -> Self {
        MonthScreen { below, people: Some(people), filter, month, ..MonthScreen::default() }
    }

    /// The day that values are of.
    pub fn day(&self, today: Date) -> Date {
        self.month.unwrap_or(today)
    }

    pub fn refresh(&mut self, office: &Office, layout: &Layout) {
        let source = (office.dossiers_version(), self.day(office.today));
        if self.derived.as_ref() != Some(&source) {
            self.table = self.table(office);
            self.derived = Some(source);
        }
        let row = self.table.rows.iter().position(|row| Some(row.person) == self.person);
        let row = row.unwrap_or(self.grid.row());
        let column = self.cell.and_then(|at| self.table.column_of(row, at.indicator?));
        self.grid.place(row, column.unwrap_or(self.grid.column()));
        self.grid.settle(&self.table, layout);
        self.remember();
    }

    pub fn step(&mut self, step: Step, layout: &Layout) -> bool {
        let moved = self.grid.step(step, &self.table, layout);
        self.remember();
        moved
    }

    /// The next refresh finds the cursor there.
    pub fn go_to(&mut self, at: GoalAt) {
        (self.person, self.cell) = (Some(at.person), Some(at));
    }

    /// The last day of the month before or after; from today on it is today.
    pub fn turn_month(&mut self, forward: bool, today: Date) {
        let first = self.day(today).first_of_month();
        let other = if forward { first.last_of_month().tomorrow() } else { first.yesterday() };
        self.month = other.ok().map(Date::last_of_month).filter(|last| *last < today);
    }

    /// Who is in view and was not read yet; each is asked for once.
    pub fn wanted(&mut self, layout: &Layout) -> Vec<PersonId> {
        let shown = self.table.rows.iter().skip(self.grid.rows.top).take(layout.rows);
        let unread: Vec<PersonId> = shown.filter(|row| row.cells.is_none()).map(|row| row.person).collect();
        unread.into_iter().filter(|id| self.asked.insert(*id)).collect()
    }

    /// What the cursor stands on. On a row that is still being read, the cell that was looked for is kept.
    fn remember(&mut self) {
        let Some(row) = self.table.rows.get(self.grid.row()) else {
            self.cell = None;
            return;
        };
        let waits = row.cells.is_none() && self.person == Some(row.person);
        self.person = Some(row.person);
        if !waits {
            self.cell = self.table.goal_at(self.grid.row(), self.grid.column());
        }
    }

    // --- deriving ------------------------------------------------------------------------------------------------

    fn table(&self, office: &Office) -> Table {
        let day = self.day(office.today);
        let mut heads = Heads::default();
        let mut rows = Vec::new();
        for person in self.people.iter().flatten().copied() {
            let Some(row) = office.row(person) else { continue };
            match office.dossier(person) {
                Some(dossier) => {
                    let name = if self.filter.is_empty() { String::new() } else { row.name.key() };
                    let cells = heads.cells(dossier, day, &self.filter, &name);
                    if !cells.is_empty() {
                        rows.push(Row { person, cells: Some(cells) });
                    }
                }
                None if row.plans.iter().any(|plan| plan.from.date() <= day) => rows.push(Row { person, cells: None }),
                None => {}
            }
        }
        heads.finish(rows)
    }
}

/// Columns as they are found, person by person.
#[derive(Default)]
struct Heads<'a> {
    found: Vec<Column>,
    /// By title and unit as written: titles are folded once, not once a person.
    written: HashMap<(&'a str, &'a str, usize), usize>,
    folded: HashMap<(String, String, usize), usize>,
}

impl<'a> Heads<'a> {
    fn cells(&mut self, dossier: &'a Dossier, day: Date, filter: &str, name: &str) -> Vec<(usize, GoalAt)> {
        let mut results = in_effect(dossier, day);
        results.retain(|r| !r.is_dropped() && !r.is_left() && super::goals::fits(filter, name, r));
        results.sort_by_key(|r| (r.class, r.id));
        let mut cells: Vec<(usize, GoalAt)> = Vec::new();
        for result in results {
            for indicator in &result.indicators {
                let at = GoalAt { person: dossier.id(), result: result.id, indicator: Some(indicator.id) };
                // Twice in one plan: each has a column of its own.
                let mut nth = 0;
                let column = loop {
                    let column = self.column(&indicator.title, &indicator.unit, nth, &result.title);
                    if cells.iter().all(|(taken, _)| *taken != column) {
                        break column;
                    }
                    nth += 1;
                };
                cells.push((column, at));
            }
        }
        cells
    }

    fn column(&mut self, title: &'a str, unit: &'a str, nth: usize, result: &str) -> usize {
        if let Some(column) = self.written.get(&(title, unit, nth)) {
            return *column;
        }
        let found = &mut self.found;
        let column = *self.folded.entry((clean::fold(title), clean::fold(unit), nth)).or_insert_with(|| {
            found.push(Column { result: result.to_owned(), title: title.to_owned(), unit: unit.to_owned() });
            found.len() - 1
        });
        self.written.insert((title, unit, nth), column);
        column
    }

    /// Columns of one result stand together, in the order in which results and columns were found.
    fn finish(self, mut rows: Vec<Row>) -> Table {
        let mut results: HashMap<String, usize> = HashMap::new();
        let mut order: Vec<(usize, usize)> = Vec::new();
        for (at, column) in self.found.iter().enumerate() {
            let next = results.len();
            order.push((*results.entry(clean::fold(&column.result)).or_insert(next), at));
        }
        order.sort_unstable();
        let mut place = vec![0; order.len()];
        for (to, (_, from)) in order.iter().enumerate() {
            place[*from] = to;
        }
        for cells in rows.iter_mut().filter_map(|row| row.cells.as_mut()) {
            cells.iter_mut().for_each(|(column, _)| *column = place[*column]);
            cells.sort_unstable_by_key(|(column, _)| *column);
        }
        Table { rows, columns: order.into_iter().map(|(_, from)| self.found[from].clone()).collect() }
    }
}

impl Table {
    pub fn goal_at(&self, row: usize, column: usize) -> Option<GoalAt> {
        let cells = self.rows.get(row)?.cells.as_ref()?;
        let at = cells.binary_search_by_key(&column, |(c, _)| *c).ok()?;
        Some(cells[at].1)
    }

    fn column_of(&self, row: usize, indicator: IndicatorId) -> Option<usize> {
        let cells = self.rows.get(row)?.cells.as_ref()?;
        cells.iter().find(|(_, at)| at.indicator == Some(indicator)).map(|(column, _)| *column)
    }
}

impl Cells for Table {
    fn rows(&self) -> usize {
        self.rows.len()
    }
    fn columns(&self) -> usize {
        self.columns.len()
    }
    fn applies(&self, row: usize, column: usize) -> bool {
        self.goal_at(row, column).is_some()
    }
    fn is_unread(&self, row: usize) -> bool {
        self.rows.get(row).is_some_and(|row| row.cells.is_none())
    }
}
