//! A command that needs a dossier which is still being read: it runs by itself when the dossier is there, and what is
//! typed meanwhile is taken up after it, so that fast hands and slow lines never type into the wrong place.

use super::App;
use crate::desk::command::Command;
use crate::desk::msg::Msg;
use crate::desk::notice::Tone;
use crate::domain::PersonId;
use crate::i18n::Text;

#[derive(Debug)]
pub(crate) struct Waiting {
    people: Vec<PersonId>,
    /// Known as soon as the command that waits has returned.
    command: Option<Command>,
    typed: Vec<Msg>,
}

impl App {
    /// The present command can't go on before these people's dossiers are here.
    pub(crate) fn wait_for(&mut self, people: Vec<PersonId>) {
        for id in &people {
            self.want(*id);
        }
        self.waiting = Some(Waiting { people, command: None, typed: vec![] });
        self.tell(Tone::Plain, Text::plain("notice-loading"));
    }

    /// Runs a command; if it has to wait, this is the one that is run again.
    pub(crate) fn run(&mut self, command: Command) {
        self.carry_out(command);
        if let Some(waiting) = &mut self.waiting {
            waiting.command.get_or_insert(command);
        }
    }

    /// Takes a key or a paste, now or after the command that waits. Esc as the next key gives the command up.
    pub(crate) fn take_in(&mut self, msg: Msg) {
        let back = matches!(&msg, Msg::Key(press) if self.keymap.keys(Command::Back).contains(press));
        if back && self.waiting.take_if(|waiting| waiting.typed.is_empty()).is_some() {
            return self.notices.dismiss();
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
        self.screens.top().is_about_one() && self.screens.top().person().is_some_and(|id| self.office.loading.contains(&id))
    }

    /// After a dossier has come, or will not come.
    pub(crate) fn go_on_waiting(&mut self) {
        let there = |id: &PersonId| !self.office.loading.contains(id);
        let Some(waiting) = self.waiting.take_if(|waiting| waiting.people.iter().all(there)) else { return };
        if !waiting.people.iter().all(|id| self.office.dossier(*id).is_some()) {
            // It failed, and that was said. What was typed was meant for a place that did not open.
            return;
        }
        self.notices.dismiss();
        if let Some(command) = waiting.command {
            self.run(command);
        }
        for msg in waiting.typed {
            self.refresh();
            self.take_in(msg);
        }
    }
}
