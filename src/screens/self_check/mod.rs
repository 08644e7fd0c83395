//! Signs of habit in a round of ratings, for the rater alone.

pub mod draw;

use super::OnTop;
use crate::desk::Desk;
use crate::desk::command::{Command, Place};
use crate::desk::list::{ListState, Move};
use crate::desk::request::{Follow, Request};
use crate::domain::competency::self_check::Advice;
use crate::domain::competency::tally::Mark;

#[derive(Clone, Debug, PartialEq)]
pub struct SelfCheckBox {
    pub advice: Vec<Advice>,
    pub list: ListState,
}

impl OnTop for SelfCheckBox {
    fn place(&self) -> Place {
        Place::SelfCheck
    }
    fn step(&mut self, desk: &mut Desk, movement: Move) {
        self.list.step(movement, self.advice.len(), desk.body_rows());
    }
    /// Back to the row that the selected advice is about.
    fn run(&mut self, desk: &mut Desk, command: Command) -> bool {
        if command != Command::SelfCheckRevisit {
            return false;
        }
        desk.ask(Request::CloseOverlay);
        let advice = self.advice.get(self.list.selected);
        let place = advice.and_then(|a| a.person.zip(a.competency.as_ref().map(Mark::of)));
        if let Some((person, competency)) = place {
            desk.follow(Follow::Revisit(person, competency));
        }
        true
    }
}
