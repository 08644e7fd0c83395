//! Competencies: what everybody can do against what the position requires, by person (the heat map), by competency or
//! by unit; and the grid in which many are rated. What it shows is `app::heat_map`'s, how the cursor moves `app::grid`'s.

pub mod commands;
pub mod draw;
pub mod heat_map;

use self::heat_map::HeatMap;
use crate::desk::editor::Editor;
use crate::desk::grid::{Cells, GridState, Layout, Step};
use crate::desk::list::{ListState, Move};
use crate::desk::office::Office;
use crate::domain::competency::CompetencyId;
use crate::domain::people::roster::Scope;
use crate::domain::{PersonId, UnitId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Columns of the terminal that a competency has.
pub const CELL: u16 = 4;
/// And the column of sums at the right.
pub const SUM: u16 = 6;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CompetenciesScreen {
    pub grid: GridState,
    /// Where the cursor is, to find it again after every change; none before the first look.
    pub at: Option<Spot>,
    /// Digits rate the cell under the cursor.
    pub rating: bool,
    pub direction: Direction,
    pub group: Group,
    pub list: ListState,
    pub scope: Scope,
    pub filter: Editor,
    /// The filter has the focus.
    pub filtering: bool,
    #[serde(skip)]
    pub map: HeatMap,
    #[serde(skip)]
    pub lines: Vec<Line>,
    #[serde(skip)]
    derived: Option<(u64, Date, Scope, Group, String)>,
}

/// A cell; without a person a sum over all of them, without a competency the sum of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    pub person: Option<PersonId>,
    pub competency: Option<CompetencyId>,
}

/// Where the cursor goes after a level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// The next competency of the person.
    #[default]
    Right,
    /// The next person in the competency.
    Down,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Group {
    #[default]
    Person,
    Competency,
    Unit,
}

impl Group {
    /// `heat-by-<id>` names it.
    pub fn id(self) -> &'static str {
        match self {
            Group::Person => "heat-by-person",
            Group::Competency => "heat-by-competency",
            Group::Unit => "heat-by-unit",
        }
    }
    fn next(self) -> Self {
        match self {
            Group::Person => Group::Competency,
            Group::Competency => Group::Unit,
            Group::Unit => Group::Person,
        }
    }
}

/// One line of the other groupings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// By its column in the map.
    Competency(usize),
    Unit(Option<UnitId>),
}

impl CompetenciesScreen {
    pub fn refresh(&mut self, office: &Office, layout: &Layout, body: usize) {
        let source = (office.version(), office.today, self.scope, self.group, self.filter.text().to_owned());
        if self.derived.as_ref() != Some(&source) {
            self.map = HeatMap::of(office, self.scope, self.filter.text());
            self.lines = match self.group {
                Group::Person => vec![],
                Group::Competency => self.map.by_need().into_iter().map(Line::Competency).collect(),
                Group::Unit => self.map.by_unit().into_iter().map(|(unit, _)| Line::Unit(unit)).collect(),
            };
            self.derived = Some(source);
        }
        self.list.show(self.lines.len(), list_rows(body));
        if let Some(spot) = &self.at {
            let row = match spot.person {
                Some(id) => self.map.people.iter().position(|row| row.person == id),
                None => Some(self.map.people.len()),
            };
            let column = match &spot.competency {
                Some(id) => self.map.columns.iter().position(|column| column.id == *id),
                None => Some(self.map.columns.len()),
            };
            self.grid.place(row.unwrap_or(self.grid.row()), column.unwrap_or(self.grid.column()));
        }
        let cells = Cursor { map: &self.map, rating: self.rating };
        self.grid.settle(&cells, layout);
        self.keep_page(layout);
        self.remember();
    }

    /// False if there is nothing in that direction.
    pub fn go(&mut self, step: Step, layout: &Layout) -> bool {
        let moved = self.grid.step(step, &Cursor { map: &self.map, rating: self.rating }, layout);
        self.keep_page(layout);
        self.remember();
        moved
    }

    pub fn step(&mut self, movement: Move, body: usize) {
        self.list.step(movement, self.lines.len(), list_rows(body));
    }

    /// On in the chosen direction; never beyond the end of a person's row, or of a competency's column.
    pub fn go_on(&mut self, layout: &Layout) -> bool {
        match self.direction {
            Direction::Right => {
                let here = (self.grid, self.at.clone());
                let moved = self.go(Step::Next, layout) && self.grid.row() == here.0.row();
                if !moved {
                    (self.grid, self.at) = here;
                }
                moved
            }
            Direction::Down => {
                let row = self.grid.row();
                self.go(Step::Down, layout) && self.grid.row() > row
            }
        }
    }

    /// The next refresh finds the cursor there.
    pub fn go_to(&mut self, person: PersonId, competency: CompetencyId) {
        self.at = Some(Spot { person: Some(person), competency: Some(competency) });
    }

    /// To the sums.
    pub fn go_to_sums(&mut self) {
        if let Some(spot) = &mut self.at {
            spot.person = None;
        }
    }

    /// Sums are always on the page: whoever goes to them needs no other part of the map.
    fn keep_page(&mut self, layout: &Layout) {
        let (people, columns) = (self.map.people.len(), self.map.columns.len());
        if self.grid.row() >= people {
            self.grid.rows.top = people.saturating_sub(layout.rows);
        }
        if self.grid.column() >= columns {
            self.grid.columns.top = columns.saturating_sub(layout.columns);
        }
    }

    fn remember(&mut self) {
        if self.map.people.is_empty() || self.map.columns.is_empty() {
            return;
        }
        self.at = Some(Spot {
            person: self.map.people.get(self.grid.row()).map(|row| row.person),
            competency: self.map.columns.get(self.grid.column()).map(|column| column.id.clone()),
        });
    }

    /// The person whose row the cursor is on.
    pub fn person_at(&self) -> Option<PersonId> {
        if self.group != Group::Person {
            return None;
        }
        self.at.as_ref()?.person.filter(|id| self.map.people.get(self.grid.row()).is_some_and(|row| row.person == *id))
    }

    /// The cell under the cursor that can be rated.
    pub fn cell_at(&self) -> Option<(PersonId, CompetencyId)> {
        let spot = self.at.as_ref().filter(|_| self.group == Group::Person)?;
        self.map.cell(self.grid.row(), self.grid.column())?;
        Some((spot.person?, spot.competency.clone()?))
    }

    pub fn line(&self) -> Option<Line> {
        self.lines.get(self.list.selected).copied()
    }

    /// Digits rate from here on; false if there is nothing to rate.
    pub fn begin_rating(&mut self) -> bool {
        self.group = Group::Person;
        self.rating = self.map.people.iter().any(|row| row.cells.iter().any(Option::is_some));
        self.rating
    }

    pub fn next_group(&mut self) {
        self.group = self.group.next();
        self.list = ListState::default();
    }

    pub fn turn_direction(&mut self) {
        self.direction = match self.direction {
            Direction::Right => Direction::Down,
            Direction::Down => Direction::Right,
        };
    }

    // --- the filter ----------------------------------------------------------------------------------------------

    pub fn begin_filter(&mut self) {
        self.filtering = true;
        self.filter.clear();
        self.filtered();
    }
    /// Other people are shown: the list begins again at its top.
    pub fn filtered(&mut self) {
        self.list = ListState::default();
        self.grid = GridState::default();
        self.at = None;
    }
    /// Esc leaves the rating, then the filter, then takes it away; false if there was none of them.
    pub fn leave(&mut self) -> bool {
        let was = self.rating || self.filtering || !self.filter.is_empty();
        if !std::mem::take(&mut self.rating) && !std::mem::take(&mut self.filtering) {
            self.filter.clear();
        }
        was
    }
}

/// Lines of the other groupings: counts and heads stand above, the words of the selected one below.
pub fn list_rows(body: usize) -> usize {
    body.saturating_sub(5)
}

/// Names, columns of competencies, the column of sums; below the rows of people that of the sums.
pub fn layout(width: u16, body: usize, columns: usize, rating: bool) -> Layout {
    let room = width.saturating_sub(Layout::MARK + SUM);
    let least = if width < 60 { 12 } else { 22 };
    let fit = usize::from(room.saturating_sub(least) / CELL).clamp(1, columns.max(1));
    let name = room.saturating_sub(fit as u16 * CELL).min(36);
    // A rule and three lines of words; fewer on a small terminal.
    let foot = match body {
        0..9 => 1,
        9..14 => 2,
        // While digits rate, a line for each level in view.
        25.. if rating => 7,
        _ if rating => 5,
        _ => 4,
    };
    let heads = 2;
    Layout { name, cell: CELL, columns: fit, heads, rows: body.saturating_sub(heads + 1 + foot).max(1), foot }
}

/// Where the cursor can be: on cells, and where nothing is rated on the sums as well.
struct Cursor<'a> {
    map: &'a HeatMap,
    rating: bool,
}

impl Cells for Cursor<'_> {
    fn rows(&self) -> usize {
        self.map.people.len() + usize::from(!self.rating && !self.map.people.is_empty())
    }
    fn columns(&self) -> usize {
        self.map.columns.len() + usize::from(!self.rating)
    }
    fn applies(&self, row: usize, column: usize) -> bool {
        let sum = row == self.map.people.len() || column == self.map.columns.len();
        if sum { !self.rating } else { self.map.cell(row, column).is_some() }
    }
    fn is_unread(&self, _: usize) -> bool {
        false
    }
}
