//! What keys do where somebody is looked for.

use super::{FindBox, fitting};
use crate::desk::Desk;
use crate::desk::command::{Command, Place};
use crate::desk::editor::Editor;
use crate::desk::list::Move;
use crate::desk::request::{Destination, Part, Request};
use crate::screens::OnTop;

impl OnTop for FindBox {
    fn place(&self) -> Place {
        Place::Find
    }
    fn in_text(&self) -> bool {
        true
    }
    fn editor(&mut self) -> Option<&mut Editor> {
        Some(&mut self.query)
    }
    fn typed(&mut self, _desk: &mut Desk) {
        self.list = Default::default();
    }
    fn step(&mut self, desk: &mut Desk, movement: Move) {
        let found = fitting(self.query.text(), &desk.office).len();
        self.list.step(movement, found, desk.body_rows().saturating_sub(4));
    }
    fn run(&mut self, desk: &mut Desk, command: Command) -> bool {
        if command != Command::Choose {
            return false;
        }
        let found = fitting(self.query.text(), &desk.office);
        desk.ask(Request::CloseOverlay);
        if let Some(person) = found.get(self.list.selected).copied() {
            desk.go(Destination::Person { person, queue: found, part: Part::Whole });
        }
        true
    }
}
