//! What keys do on Team.

use super::{TEAM_ROWS, TeamScreen};
use crate::desk::command::{Command, Place};
use crate::desk::editor::Editor;
use crate::desk::effect::Effect;
use crate::desk::key::KeyPress;
use crate::desk::list::Move;
use crate::desk::notice::Tone;
use crate::desk::request::{Destination, Part};
use crate::desk::{Desk, WIDE};
use crate::domain::PersonId;
use crate::domain::people::attention::Due;
use crate::i18n::{Arg, Text};
use crate::screens::{OnTop, leaves_filter};

impl OnTop for TeamScreen {
    fn place(&self) -> Place {
        Place::Team
    }
    fn person(&self) -> Option<PersonId> {
        self.selected
    }
    fn listed(&mut self, desk: &mut Desk) -> Vec<PersonId> {
        OnTop::refresh(self, desk);
        self.people.clone()
    }
    fn in_text(&self) -> bool {
        self.filtering
    }
    fn editor(&mut self) -> Option<&mut Editor> {
        Some(&mut self.filter)
    }
    fn typed(&mut self, _desk: &mut Desk) {
        self.list = Default::default();
        self.selected = None;
    }
    fn text_key(&mut self, desk: &mut Desk, press: KeyPress) -> bool {
        let Some(movement) = leaves_filter(press) else { return false };
        self.filtering = false;
        movement.into_iter().for_each(|movement| OnTop::step(self, desk, movement));
        true
    }
    fn step(&mut self, desk: &mut Desk, movement: Move) {
        TeamScreen::step(self, movement, desk.body_rows().saturating_sub(TEAM_ROWS));
    }

    fn run(&mut self, desk: &mut Desk, command: Command) -> bool {
        match command {
            Command::OpenPerson => {
                if let Some(person) = self.selected {
                    desk.go(Destination::Person { person, queue: self.people.clone(), part: Part::Whole });
                }
            }
            Command::Filter => {
                self.filtering = true;
                self.filter.clear();
            }
            Command::Order => {
                self.next_order();
                desk.tell(Tone::Plain, Text::with("notice-order", [("order", Arg::Message(self.order.id()))]));
            }
            Command::ScopeNext => self.next_scope(),
            Command::StartWalk => {
                let filter = self.filter.text().trim().to_owned();
                desk.go(Destination::Walk { queue: self.queue(desk, filter.is_empty()), filter, resumable: true });
            }
            Command::GoalsGrid => desk.go(Destination::Month { filter: String::new(), month: None }),
            _ => return false,
        }
        true
    }

    fn back(&mut self, _desk: &mut Desk) -> bool {
        if self.filtering {
            self.filtering = false;
            if self.filter.is_empty() {
                self.filter.clear();
            }
            return true;
        }
        let filtered = !self.filter.text().is_empty();
        if filtered {
            self.filter.clear();
        }
        filtered
    }

    fn offers(&self, _desk: &Desk, command: Command) -> bool {
        command != Command::Back || self.filtering || !self.filter.text().is_empty()
    }

    fn refresh(&mut self, desk: &mut Desk) {
        let height = desk.body_rows().saturating_sub(TEAM_ROWS);
        TeamScreen::refresh(self, &mut desk.office, height);
        self.stand_beside(desk);
    }

    fn rested(&mut self, desk: &mut Desk) {
        desk.beside = self.selected;
    }
}

impl TeamScreen {
    /// A queue from what the list shows: everybody the filter leaves, or without a filter those who need the user.
    fn queue(&self, desk: &Desk, only_needed: bool) -> Vec<PersonId> {
        let serving = |id: &PersonId| desk.office.row(*id).is_some_and(|r| r.status.in_service());
        let needs = |id: &PersonId| {
            let attention = only_needed.then(|| desk.office.attention(*id)).flatten();
            attention.is_none_or(|a| matches!(a.due, Due::Open | Due::Overdue(_) | Due::Today | Due::Soon(_)))
        };
        self.people.iter().copied().filter(serving).filter(needs).collect()
    }

    /// The brief beside the list, where there is room. It follows the selection when that rests: each step would write a
    /// page, and who holds a key down reads none of them. The first one is shown at once.
    fn stand_beside(&self, desk: &mut Desk) {
        if desk.look.plain || desk.size.columns < WIDE || self.selected == desk.beside {
            return;
        }
        match desk.beside {
            Some(_) => desk.effects.push(Effect::Pause),
            None => desk.beside = self.selected,
        }
    }
}
