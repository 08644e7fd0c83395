//! Everything that was told since the start, newest first.

pub mod draw;

use super::OnTop;
use crate::desk::Desk;
use crate::desk::command::Place;
use crate::desk::list::{ListState, Move};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MessagesPage {
    pub list: ListState,
}

impl OnTop for MessagesPage {
    fn place(&self) -> Place {
        Place::Messages
    }
    fn step(&mut self, desk: &mut Desk, movement: Move) {
        // A message can take several lines: the last one may stand alone.
        self.list.scroll(movement, desk.notices.log().len(), 1);
    }
}
