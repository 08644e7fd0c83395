//! Long text over a screen.

pub mod draw;

use super::OnTop;
use crate::desk::Desk;
use crate::desk::command::{Command, Place};
use crate::desk::list::{ListState, Move};
use crate::desk::notice::Tone;
use crate::desk::reader::Reader;
use crate::i18n::Text;

impl OnTop for Reader {
    fn place(&self) -> Place {
        Place::Reader
    }
    fn step(&mut self, desk: &mut Desk, movement: Move) {
        let mut list = ListState { selected: 0, top: self.top };
        list.scroll(movement, self.lines(Reader::width(desk.size.columns)).len(), desk.body_rows());
        self.top = list.top;
    }
    fn refresh(&mut self, desk: &mut Desk) {
        self.follow_record(desk);
    }
    fn run(&mut self, desk: &mut Desk, command: Command) -> bool {
        if command != Command::CopyShared {
            return false;
        }
        match self.copy.clone() {
            Some(copied) => desk.copy(copied),
            None => desk.tell(Tone::Plain, Text::plain("why-not-shared")),
        }
        true
    }
}
