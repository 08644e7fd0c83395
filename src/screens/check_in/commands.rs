//! What keys do in the line of a check-in.

use super::CheckInBox;
use crate::desk::Desk;
use crate::desk::command::{Command, Place};
use crate::desk::editor::Editor;
use crate::desk::form::refused;
use crate::desk::request::{Follow, Request};
use crate::domain::Refusal;
use crate::domain::goal::entry;
use crate::i18n::Text;
use crate::screens::OnTop;

impl OnTop for CheckInBox {
    fn place(&self) -> Place {
        Place::CheckIn
    }
    fn in_text(&self) -> bool {
        true
    }
    fn editor(&mut self) -> Option<&mut Editor> {
        Some(&mut self.line)
    }
    fn typed(&mut self, _desk: &mut Desk) {
        self.error = None;
    }
    fn run(&mut self, desk: &mut Desk, command: Command) -> bool {
        if command != Command::CheckInSave {
            return false;
        }
        match self.save(desk) {
            Ok(()) => {
                desk.ask(Request::CloseOverlay);
                desk.tell_checked_in(self.at, self.indicator);
                desk.follow(Follow::CheckedIn);
            }
            Err(why) => self.error = Some(why),
        }
        true
    }
}

impl CheckInBox {
    /// What is understood of the line so far.
    pub fn read(&self, desk: &Desk) -> Result<entry::Entry, Refusal> {
        let dossier = desk.office.dossier(self.at.person).ok_or(Refusal::NoSuchPerson)?;
        let result = dossier.result(self.at.result).ok_or(Refusal::NoSuchRecord)?;
        let indicator = result.indicator(self.indicator).ok_or(Refusal::NoSuchRecord)?;
        let last = desk.last_value(self.at.person, indicator.id);
        let (sign, today) = (desk.words.decimal_sign(), desk.office.today);
        let context = entry::Context { measure: &indicator.measure, unit: &indicator.unit, last, sign, today };
        entry::read(self.line.text(), context)
    }

    fn save(&self, desk: &mut Desk) -> Result<(), Text> {
        let entry = self.read(desk).map_err(|refusal| refused(&refusal))?;
        let intent = desk.check_in_intent(self.at, self.indicator, entry, self.session);
        desk.try_to(intent).map(|_| ())
    }
}
