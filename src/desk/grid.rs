//! A grid in which not every cell applies: where its cursor goes, how it scrolls, how many rows and columns there is
//! room for. What rows, columns and cells are, each screen says by [`Cells`]; `ui::grid` draws it.

use super::list::{ListState, Move};
use serde::{Deserialize, Serialize};

/// What a grid is made of.
pub trait Cells {
    fn rows(&self) -> usize;
    fn columns(&self) -> usize;
    /// Others are blank, and the cursor skips them.
    fn applies(&self, row: usize, column: usize) -> bool;
    /// What applies in the row is not known yet: the cursor may wait anywhere on it.
    fn is_unread(&self, row: usize) -> bool;
}

/// Where the cursor stands, and what is on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GridState {
    pub rows: ListState,
    pub columns: ListState,
    /// The column that moves up and down stay in where they can.
    wish: usize,
}

/// One move of the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Left,
    Right,
    /// The next row in which this column applies; if there is none, the next row.
    Down,
    Up,
    /// The next cell of the row, then the first of the next row.
    Next,
    Previous,
    RowStart,
    RowEnd,
    PageDown,
    PageUp,
}

impl GridState {
    pub fn row(&self) -> usize {
        self.rows.selected
    }
    pub fn column(&self) -> usize {
        self.columns.selected
    }

    /// Moves; false if there is nothing in that direction.
    pub fn step(&mut self, step: Step, cells: &impl Cells, layout: &Layout) -> bool {
        let (row, column) = (self.row(), self.column());
        let target = match step {
            Step::Left => before(cells, row, column).map(|c| (row, c)),
            Step::Right => after(cells, row, column).map(|c| (row, c)),
            Step::RowStart => first(cells, row).map(|c| (row, c)),
            Step::RowEnd => last(cells, row).map(|c| (row, c)),
            Step::Next => after(cells, row, column).map(|c| (row, c)).or_else(|| first_below(cells, row)),
            Step::Previous => before(cells, row, column).map(|c| (row, c)).or_else(|| last_above(cells, row)),
            Step::Down => self.vertical(cells, row + 1..cells.rows()),
            Step::Up => self.vertical(cells, (0..row).rev()),
            Step::PageDown | Step::PageUp => {
                let movement = if step == Step::PageDown { Move::PageDown } else { Move::PageUp };
                self.rows.step(movement, cells.rows(), layout.rows);
                Some((self.row(), self.wish))
            }
        };
        let Some((to, at)) = target.filter(|to| *to != (row, column)) else { return false };
        (self.rows.selected, self.columns.selected) = (to, at);
        let moved_across = !matches!(step, Step::Down | Step::Up | Step::PageDown | Step::PageUp);
        if moved_across {
            self.wish = at;
        }
        self.settle(cells, layout);
        true
    }

    /// Puts the cursor on a cell.
    pub fn place(&mut self, row: usize, column: usize) {
        self.rows.selected = row;
        if self.columns.selected != column {
            (self.columns.selected, self.wish) = (column, column);
        }
    }

    /// After any change of cells or size: the cursor stands on a cell, and the cell is on the page.
    pub fn settle(&mut self, cells: &impl Cells, layout: &Layout) {
        self.rows.selected = self.row().min(cells.rows().saturating_sub(1));
        let (row, column) = (self.row(), self.column());
        if !cells.is_unread(row) && !cells.applies(row, column) {
            self.columns.selected = nearest(cells, row, column).unwrap_or(column);
        }
        self.rows.show(cells.rows(), layout.rows);
        self.columns.show(cells.columns(), layout.columns);
    }

    fn vertical(&self, cells: &impl Cells, mut rows: impl Iterator<Item = usize> + Clone) -> Option<(usize, usize)> {
        let next = rows.clone().next()?;
        let same = rows.find(|row| cells.is_unread(*row) || cells.applies(*row, self.wish));
        Some((same.unwrap_or(next), self.wish))
    }
}

fn before(cells: &impl Cells, row: usize, column: usize) -> Option<usize> {
    (0..column.min(cells.columns())).rev().find(|c| cells.applies(row, *c))
}

fn after(cells: &impl Cells, row: usize, column: usize) -> Option<usize> {
    (column + 1..cells.columns()).find(|c| cells.applies(row, *c))
}

fn first(cells: &impl Cells, row: usize) -> Option<usize> {
    (0..cells.columns()).find(|c| cells.applies(row, *c))
}

fn last(cells: &impl Cells, row: usize) -> Option<usize> {
    (0..cells.columns()).rev().find(|c| cells.applies(row, *c))
}

fn first_below(cells: &impl Cells, row: usize) -> Option<(usize, usize)> {
    (row + 1..cells.rows()).find_map(|r| if cells.is_unread(r) { Some((r, 0)) } else { Some((r, first(cells, r)?)) })
}

fn last_above(cells: &impl Cells, row: usize) -> Option<(usize, usize)> {
    let end = cells.columns().saturating_sub(1);
    (0..row).rev().find_map(|r| if cells.is_unread(r) { Some((r, end)) } else { Some((r, last(cells, r)?)) })
}

fn nearest(cells: &impl Cells, row: usize, column: usize) -> Option<usize> {
    (0..cells.columns()).filter(|c| cells.applies(row, *c)).min_by_key(|c| c.abs_diff(column))
}

/// How a grid stands on the screen: names at the left, then columns of one width, heads over them, a foot below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Columns of the terminal that names have.
    pub name: u16,
    /// Columns of the terminal that a cell has, with one for the bracket at its left.
    pub cell: u16,
    /// Columns of cells.
    pub columns: usize,
    /// Lines of the heads.
    pub heads: usize,
    /// Rows of cells.
    pub rows: usize,
    /// Lines below, which say more of the cell under the cursor.
    pub foot: usize,
}

impl Layout {
    /// Left of the names: a blank, the mark of the row, a blank.
    pub const MARK: u16 = 3;

    /// For a body of so many columns and lines.
    pub fn new(width: u16, height: usize, cell: u16) -> Self {
        // The bracket behind the last cell, and a blank.
        let room = width.saturating_sub(Self::MARK + 2);
        let least = if width < 60 { 12 } else { 20 };
        let columns = (room.saturating_sub(least) / cell.max(1)).max(1);
        let (heads, foot) = match height {
            0..10 => (2, 2),
            10..16 => (3, 3),
            16..20 => (4, 3),
            _ => (5, 3),
        };
        let rows = height.saturating_sub(heads + foot);
        Layout { name: room.saturating_sub(columns * cell), cell, columns: usize::from(columns), heads, rows, foot }
    }

    /// Where the bracket of the n-th visible cell stands.
    pub fn cell_at(&self, nth: usize) -> u16 {
        Self::MARK + self.name + self.cell * nth as u16
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One string a row: `x` applies, `?` is not read.
    struct Drawn(Vec<&'static str>);

    impl Cells for Drawn {
        fn rows(&self) -> usize {
            self.0.len()
        }
        fn columns(&self) -> usize {
            self.0.iter().map(|row| row.len()).max().unwrap_or(0)
        }
        fn applies(&self, row: usize, column: usize) -> bool {
            self.0.get(row).and_then(|r| r.as_bytes().get(column)) == Some(&b'x')
        }
        fn is_unread(&self, row: usize) -> bool {
            self.0.get(row).is_some_and(|r| r.starts_with('?'))
        }
    }

    fn walk(rows: &[&'static str], start: (usize, usize), steps: &[Step]) -> Vec<(usize, usize)> {
        let (cells, layout) = (Drawn(rows.to_vec()), Layout::new(80, 21, 10));
        let mut grid = GridState::default();
        grid.place(start.0, start.1);
        let mut go = |step: &Step| {
            grid.step(*step, &cells, &layout);
            (grid.row(), grid.column())
        };
        steps.iter().map(&mut go).collect()
    }

    #[test]
    fn blanks_are_skipped_and_the_end_of_a_row_leads_to_the_next() {
        use Step::*;
        let rows = ["x..x.", ".x...", ".....", "....x"];
        assert_eq!(walk(&rows, (0, 0), &[Next, Next, Next, Next]), [(0, 3), (1, 1), (3, 4), (3, 4)]);
        assert_eq!(walk(&rows, (3, 4), &[Previous, Previous, Previous, Previous]), [(1, 1), (0, 3), (0, 0), (0, 0)]);
        assert_eq!(walk(&rows, (0, 0), &[Right, Right, Left, RowEnd, RowStart]), [(0, 3), (0, 3), (0, 0), (0, 3), (0, 0)]);
    }

    #[test]
    fn down_goes_to_the_next_row_with_this_column_else_to_the_next_row() {
        use Step::*;
        let rows = ["x.x", ".x.", "x.x", ".x."];
        assert_eq!(walk(&rows, (0, 2), &[Down, Down, Up]), [(2, 2), (3, 1), (2, 2)]);
    }

    #[test]
    fn a_row_that_is_not_read_yet_is_waited_for() {
        let rows = ["xx", "?", "xx"];
        assert_eq!(walk(&rows, (0, 1), &[Step::Next]), [(1, 0)]);
        assert_eq!(walk(&rows, (0, 1), &[Step::Down]), [(1, 1)]);
    }

    #[test]
    fn the_cell_under_the_cursor_is_always_on_the_page() {
        let wide = Drawn(vec!["x...................x"; 60]);
        let layout = Layout::new(80, 21, 10);
        let mut grid = GridState::default();
        for step in [Step::RowEnd, Step::PageDown, Step::RowStart, Step::Down, Step::Next, Step::Next, Step::PageUp] {
            grid.step(step, &wide, &layout);
            for (list, page) in [(grid.rows, layout.rows), (grid.columns, layout.columns)] {
                assert!(list.top <= list.selected && list.selected < list.top + page, "{step:?} {grid:?}");
            }
        }
    }

    #[test]
    fn names_have_twenty_columns_beside_five_of_values_on_a_small_terminal() {
        let layout = Layout::new(80, 21, 10);
        assert_eq!((layout.name, layout.columns, layout.rows), (25, 5, 13));
        for width in 0..200 {
            for height in 0..60 {
                let layout = Layout::new(width, height, 10);
                let used = Layout::MARK + layout.name + layout.columns as u16 * 10 + 1;
                assert!(width < 27 || used < width, "{width} {layout:?}");
            }
        }
    }
}
