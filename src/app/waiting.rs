//! A command that needs a dossier which is still being read: it runs by itself when the dossier is there, and what is
//! typed meanwhile is taken up after it, so that fast hands and slow lines never type into the wrong place.

use super::App;
use crate::desk::command::Command;
use crate::desk::msg::Msg;
use crate::domain::PersonId;

#[derive(Debug)]
pub(crate) struct Waiting {
    people: Vec<PersonId>,
    /// Known as soon as the command that waits has returned.
    command: Option<Command>,
    typed: Vec<Msg>,
}

impl App {
    /// Runs a command; if it has to wait, this is the one that is run again.
    pub(crate) fn run(&mut self, command: Command) {
        self.carry_out(command);
        self.carry_on();
        if let Some(people) = self.desk.wants.take() {
            self.waiting = Some(Waiting { people, command: Some(command), typed: vec![] });
        }
    }

    /// Takes a key or a paste, now or after the command that waits. Esc as the next key gives the command up.
    pub(crate) fn take_in(&mut self, msg: Msg) {
        let back = matches!(&msg, Msg::Key(press) if self.desk.keymap.keys(Command::Back).contains(press));
        if back && self.waiting.take_if(|waiting| waiting.typed.is_empty()).is_some() {
            return self.desk.notices.dismiss();
        }
        if self.waiting.is_none() && !back && self.unread() {
            let people = self.screens.top().person().into_iter().collect();
            self.waiting = Some(Waiting { people, command: None, typed: vec![] });
        }
        match (&mut self.waiting, msg) {
            (Some(waiting), msg) => waiting.typed.push(msg),
            (None, Msg::Key(press)) => self.key(press),
            (None, Msg::Paste(text)) => self.paste(&text),
            (None, _) => {}
        }
    }

    /// The screen is about one person, of whom nothing is known yet: after a restart, or one step ahead of the disk.
    pub(crate) fn unread(&self) -> bool {
        self.screens.top().is_about_one()
            && self.screens.top().person().is_some_and(|id| self.desk.office.loading.contains(&id))
    }

    /// After a dossier has come, or will not come.
    pub(crate) fn go_on_waiting(&mut self) {
        let there = |id: &PersonId| !self.desk.office.loading.contains(id);
        let Some(waiting) = self.waiting.take_if(|waiting| waiting.people.iter().all(there)) else { return };
        if !waiting.people.iter().all(|id| self.desk.office.dossier(*id).is_some()) {
            // It failed, and that was said. What was typed was meant for a place that did not open.
            return;
        }
        self.desk.notices.dismiss();
        if let Some(command) = waiting.command {
            self.run(command);
        }
        for msg in waiting.typed {
            self.refresh();
            self.take_in(msg);
        }
    }
}
