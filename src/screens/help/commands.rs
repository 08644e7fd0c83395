//! What keys do on the page of help.

use super::{HelpPage, lines};
use crate::desk::Desk;
use crate::desk::command::Place;
use crate::desk::list::Move;
use crate::screens::OnTop;

impl OnTop for HelpPage {
    fn place(&self) -> Place {
        Place::Help
    }
    fn step(&mut self, desk: &mut Desk, movement: Move) {
        self.list.scroll(movement, lines(desk, self.below).len(), desk.body_rows());
    }
}
