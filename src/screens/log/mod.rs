//! Log: what was done, newest first; about everybody or about one person. What was read stands in [`crate::desk::journal`];
//! the screen remembers what is selected and what is typed into the filter.

pub mod commands;
pub mod draw;

use crate::desk::editor::Editor;
use crate::desk::list::ListState;
use crate::domain::PersonId;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LogScreen {
    /// Only what is about this person.
    pub about: Option<PersonId>,
    pub list: ListState,
    /// The number of the selected entry.
    pub selected: Option<u64>,
    pub filter: Editor,
    /// The filter has the focus.
    pub filtering: bool,
}

impl LogScreen {
    pub fn new(about: Option<PersonId>) -> Self {
        LogScreen { about, ..LogScreen::default() }
    }

    pub fn begin_filter(&mut self) {
        self.filtering = true;
        self.filter.clear();
        self.filtered();
    }

    /// The filter has changed: the newest that fits is selected.
    pub fn filtered(&mut self) {
        self.list = ListState::default();
        self.selected = None;
    }

    /// True if there was something to leave: first the field, then what stands in it.
    pub fn leave_filter(&mut self) -> bool {
        if std::mem::take(&mut self.filtering) {
            return true;
        }
        let filtered = !self.filter.text().is_empty();
        if filtered {
            self.filter.clear();
            self.filtered();
        }
        filtered
    }
}
