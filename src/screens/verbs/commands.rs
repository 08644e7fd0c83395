//! What keys do in the menu of verbs: a letter runs its verb, arrows choose one, `/` looks for one by name.

use super::{VerbsBox, of_group};
use crate::desk::Desk;
use crate::desk::command::{Command, Group, Place};
use crate::desk::editor::Editor;
use crate::desk::key::{Key, KeyPress};
use crate::desk::list::Move;
use crate::desk::notice::Tone;
use crate::desk::request::Request;
use crate::i18n::Text;
use crate::screens::OnTop;

impl OnTop for VerbsBox {
    fn place(&self) -> Place {
        Place::Verbs
    }
    fn in_text(&self) -> bool {
        self.query.is_some()
    }
    fn editor(&mut self) -> Option<&mut Editor> {
        self.query.as_mut()
    }
    fn typed(&mut self, _desk: &mut Desk) {
        self.selected = 0;
    }

    /// A letter runs its verb, before anything else that the key might mean.
    fn value_key(&mut self, desk: &mut Desk, press: KeyPress) -> bool {
        match press.key {
            Key::Left => self.turn_group(false),
            Key::Right => self.turn_group(true),
            Key::Char(_) if press.typed().is_some() => match self.by_key(desk, press) {
                Some(command) => self.choose(desk, command),
                None if desk.keymap.command(Place::Verbs, false, press).is_some() => return false,
                None => {
                    let key = press.to_string();
                    desk.tell(Tone::Plain, Text::with("verbs-no-letter", [("key", key.into())]));
                }
            },
            _ => return false,
        }
        true
    }

    fn step(&mut self, desk: &mut Desk, movement: Move) {
        let last = self.shown(&desk.words).len().saturating_sub(1);
        self.selected = match movement {
            Move::Down | Move::PageDown => (self.selected + 1).min(last),
            Move::Up | Move::PageUp => self.selected.saturating_sub(1),
            Move::First => 0,
            Move::Last => last,
        };
    }

    fn run(&mut self, desk: &mut Desk, command: Command) -> bool {
        match command {
            Command::VerbFilter => {
                self.query = Some(Editor::default());
                self.selected = 0;
            }
            Command::Choose => match self.shown(&desk.words).get(self.selected) {
                Some(chosen) => self.choose(desk, *chosen),
                None => desk.tell(Tone::Plain, Text::plain("palette-nothing")),
            },
            _ => return false,
        }
        true
    }

    fn back(&mut self, _desk: &mut Desk) -> bool {
        self.selected = 0;
        self.query.take().is_some()
    }
}

impl VerbsBox {
    /// Closes the menu and runs the verb, or says why it does not apply.
    fn choose(&mut self, desk: &mut Desk, command: Command) {
        desk.ask(Request::CloseOverlay);
        match self.why_not(command) {
            Some(why) => desk.tell(Tone::Plain, why.clone()),
            None => desk.ask(Request::Run(command)),
        }
    }

    /// To the first verb of the next group that has one.
    fn turn_group(&mut self, forward: bool) {
        if self.query.is_some() {
            return;
        }
        let mut starts = vec![];
        let mut at = 0;
        for group in Group::ALL {
            let count = of_group(self.below, group).count();
            if count > 0 {
                starts.push(at);
            }
            at += count;
        }
        let here = starts.iter().rposition(|start| *start <= self.selected).unwrap_or(0);
        let next = if forward { here + 1 } else { here.saturating_sub(1) };
        self.selected = starts.get(next).copied().unwrap_or(self.selected);
    }
}
