//! The brief beside the team, where there is room. It follows the selection when that rests: each step would write a
//! page, and who holds a key down reads none of them.

use crate::app::{App, WIDE};
use crate::desk::effect::Effect;
use crate::domain::PersonId;
use crate::screens::stack::Screen;

impl App {
    /// Whose brief stands beside the list; for a moment behind the selection.
    pub fn beside(&self) -> Option<PersonId> {
        self.beside
    }

    /// After every message: asks to be told when the selection rests. The first one is shown at once.
    pub(crate) fn stand_beside(&mut self) {
        let Screen::Team(team) = self.screens.top() else { return };
        if self.look.plain || self.size.columns < WIDE || team.selected == self.beside {
            return;
        }
        match self.beside {
            Some(_) => self.effects.push(Effect::Pause),
            None => self.beside = team.selected,
        }
    }

    pub(crate) fn come_to_rest(&mut self) {
        if let Screen::Team(team) = self.screens.top() {
            self.beside = team.selected;
        }
    }
}
