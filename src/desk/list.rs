//! A selection in a list that scrolls little: the mark moves inside the page, and at the edge the page jumps by half,
//! so that most keys change two rows on the terminal and not all of them.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListState {
    pub selected: usize,
    /// The first line on the page.
    pub top: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    Down,
    Up,
    PageDown,
    PageUp,
    First,
    Last,
}

impl ListState {
    pub fn step(&mut self, movement: Move, len: usize, height: usize) {
        let last = len.saturating_sub(1);
        let page = height.saturating_sub(1).max(1);
        self.selected = match movement {
            Move::Down => self.selected + 1,
            Move::Up => self.selected.saturating_sub(1),
            Move::PageDown => self.selected + page,
            Move::PageUp => self.selected.saturating_sub(page),
            Move::First => 0,
            Move::Last => last,
        }
        .min(last);
        self.show(len, height);
    }

    /// Keeps the selection on the page after any change of list or size.
    pub fn show(&mut self, len: usize, height: usize) {
        self.selected = self.selected.min(len.saturating_sub(1));
        self.reveal(self.selected, len, height);
    }

    /// Puts a line on the page; at an edge the page moves by half its height.
    pub fn reveal(&mut self, line: usize, len: usize, height: usize) {
        let height = height.max(1);
        let half = (height / 2).max(1);
        if line < self.top {
            self.top = line.saturating_sub(half);
        } else if line >= self.top + height {
            self.top = line + half + 1 - height.min(line + half + 1);
        }
        self.top = self.top.min(len.saturating_sub(height));
    }

    /// Scrolls without a selection: for texts.
    pub fn scroll(&mut self, movement: Move, len: usize, height: usize) {
        let bottom = len.saturating_sub(height);
        let page = height.saturating_sub(2).max(1);
        self.top = match movement {
            Move::Down => self.top + 1,
            Move::Up => self.top.saturating_sub(1),
            Move::PageDown => self.top + page,
            Move::PageUp => self.top.saturating_sub(page),
            Move::First => 0,
            Move::Last => bottom,
        }
        .min(bottom);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_moves_by_half_at_its_edge_and_not_before() {
        let mut list = ListState::default();
        for _ in 0..9 {
            list.step(Move::Down, 100, 10);
        }
        assert_eq!((list.selected, list.top), (9, 0));
        list.step(Move::Down, 100, 10);
        assert_eq!((list.selected, list.top), (10, 6));
        for _ in 0..4 {
            list.step(Move::Up, 100, 10);
        }
        assert_eq!(list.top, 6);
        list.step(Move::Up, 100, 10);
        assert_eq!((list.selected, list.top), (5, 0));
    }

    #[test]
    fn the_selection_is_always_on_the_page() {
        let mut list = ListState { selected: 50, top: 0 };
        for (len, height) in [(100, 10), (3, 10), (0, 10), (60, 1), (60, 0)] {
            list.show(len, height);
            assert!(list.selected <= len.saturating_sub(1));
            assert!(list.top <= list.selected && list.selected < list.top + height.max(1), "{list:?} {len} {height}");
        }
    }
}
