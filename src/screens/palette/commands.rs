//! What keys do in the palette.

use super::{PaletteBox, fitting};
use crate::desk::Desk;
use crate::desk::command::{Command, Place};
use crate::desk::editor::Editor;
use crate::desk::list::Move;
use crate::desk::notice::Tone;
use crate::desk::request::Request;
use crate::screens::OnTop;

impl OnTop for PaletteBox {
    fn place(&self) -> Place {
        Place::Palette
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
        let found = fitting(self.query.text(), self.below, &desk.words).len();
        self.list.step(movement, found, desk.body_rows().saturating_sub(4));
    }
    fn run(&mut self, desk: &mut Desk, command: Command) -> bool {
        if command != Command::Choose {
            return false;
        }
        let found = fitting(self.query.text(), self.below, &desk.words).get(self.list.selected).map(|found| found.command);
        desk.ask(Request::CloseOverlay);
        if let Some(chosen) = found {
            match self.impossible.iter().find(|(command, _)| *command == chosen) {
                Some((_, why)) => desk.tell(Tone::Plain, why.clone()),
                None => desk.ask(Request::Run(chosen)),
            }
        }
        true
    }
}
