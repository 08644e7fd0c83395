//! Letters that arrive in one read were typed as a word, or pasted by a terminal that does not say so. Where nobody types,
//! such a word must not run one command after the other: it goes to the line of the filter.

use super::App;
use crate::desk::command::Command;
use crate::desk::effect::Effect;
use crate::desk::key::KeyPress;
use crate::desk::msg::Msg;
use crate::desk::notice::Tone;
use crate::i18n::Text;

impl App {
    /// A word goes to the filter; all other letters are keys, one by one.
    pub(super) fn burst(&mut self, text: &str) -> Vec<Effect> {
        let taken = self.locked.is_some() || self.early.is_some() || self.waiting.is_some() || self.in_text();
        if taken || !self.is_word(text) {
            return text.chars().flat_map(|c| self.update(Msg::Key(KeyPress::char(c)))).collect();
        }
        self.desk.notices.dismiss();
        if Command::Filter.spec().places.contains(&self.place()) && self.possible(Command::Filter).is_ok() {
            self.run(Command::Filter);
            self.update(Msg::Paste(text.to_owned()))
        } else {
            self.desk.tell(Tone::Plain, Text::with("notice-word-not-run", [("text", text.into())]));
            std::mem::take(&mut self.desk.effects)
        }
    }

    /// The first letter opens nothing to type in and does not move: it would write something, or means nothing here.
    fn is_word(&self, text: &str) -> bool {
        let first = text.chars().next().map(KeyPress::char);
        match first.and_then(|press| self.keymap.command(self.place(), false, press)) {
            None => true,
            Some(Command::NoteNow) => false,
            Some(command) => command.spec().writes,
        }
    }
}
