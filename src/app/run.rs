//! What commands do that belong to no screen; everything else goes to whatever is on top, then to the records.

use super::App;
use crate::desk::command::{COMMANDS, Command, Group, Place};
use crate::desk::effect::Effect;
use crate::desk::list::Move;
use crate::desk::notice::Tone;
use crate::desk::request::{Destination, Follow};
use crate::domain::records::history;
use crate::domain::{Change, PersonId};
use crate::i18n::Text;
use crate::screens::find::FindBox;
use crate::screens::help::HelpPage;
use crate::screens::messages::MessagesPage;
use crate::screens::overlay::Overlay;
use crate::screens::palette::PaletteBox;
use crate::screens::settings::SettingsPage;
use crate::screens::stack::Screen;
use crate::screens::verbs::{self, VerbsBox};

impl App {
    pub(crate) fn carry_out(&mut self, command: Command) {
        let (top, desk) = self.top_and_desk();
        if top.run(desk, command) {
            return;
        }
        if let Some(movement) = movement(command) {
            return top.step(desk, movement);
        }
        match command {
            Command::NoteNow => self.note(),
            Command::Resume => self.resume(),
            Command::DiscardDraft => self.discard_draft(),
            Command::NextTab => self.turn_tab(true),
            Command::PreviousTab => self.turn_tab(false),
            Command::GoTeam => self.go_home(Place::Team),
            Command::GoAgenda => self.go_home(Place::Agenda),
            Command::GoGoals => self.go_home(Place::Goals),
            Command::GoCompetencies => self.go_home(Place::Competencies),
            Command::GoReports => self.go_home(Place::Reports),
            Command::GoDevelopment => self.go_home(Place::Development),
            Command::Find => self.overlays.push(Overlay::Find(FindBox::default())),
            Command::Palette => self.open_palette(),
            Command::Verbs => self.open_verbs(),
            Command::Messages => self.overlays.push(Overlay::Messages(MessagesPage::default())),
            Command::Help | Command::HelpWhileTyping => {
                let below = self.screens.top().place();
                let rows = COMMANDS.iter().filter(|row| row.places.contains(&below));
                let impossible = rows.filter_map(|row| Some((row.command, self.possible(row.command).err()?))).collect();
                self.overlays.push(Overlay::Help(HelpPage { below, impossible, ..HelpPage::default() }));
            }
            Command::Settings => self.overlays.push(Overlay::Settings(SettingsPage::default())),
            Command::OpenLog => self.desk.go(Destination::Log(None)),
            Command::Undo => self.undo(true),
            Command::Redo => self.undo(false),
            Command::Back => self.back(),
            Command::Quit => self.quit(),
            Command::Lock => self.lock(),
            Command::Redraw => self.desk.effects.push(Effect::Redraw),
            Command::Suspend => self.desk.effects.push(Effect::Suspend),
            Command::EditLong => self.edit_long(),
            Command::CopyShared => self.copy(),
            other => self.run_on_records(other),
        }
    }

    /// The same on every screen that shows the record.
    fn run_on_records(&mut self, command: Command) {
        let on = self.screens.top().selection(&self.desk);
        let desk = &mut self.desk;
        let done = desk.run_about_evaluations(command, &on)
            || desk.run_about_development(command, &on)
            || desk.run_about_ratings(command, &on)
            || desk.run_about_goals(command, &on)
            || desk.run_about_people(command, &on);
        if !done {
            desk.run_about_records(command, &on);
        }
    }

    /// The capture line; on a screen about one person the name may be left out.
    pub(crate) fn note(&mut self) {
        let top = self.screens.top();
        let here = top.person().filter(|_| top.is_about_one());
        self.desk.go(Destination::Capture(here));
    }

    fn open_palette(&mut self) {
        let below = self.screens.top().place();
        let shown = crate::screens::palette::fitting("", below, &self.desk.words);
        let impossible = shown.into_iter().filter_map(|f| Some((f.command, self.possible(f.command).err()?))).collect();
        self.overlays.push(Overlay::Palette(PaletteBox { below, impossible, ..PaletteBox::default() }));
    }

    /// The verbs for what is selected; what does not apply is learnt now, with the reason.
    fn open_verbs(&mut self) {
        let top = self.screens.top();
        let below = top.place();
        let about = top.person().and_then(|id| self.desk.office.row(id)).map(|row| row.name.full()).unwrap_or_default();
        let all = Group::ALL.iter().flat_map(|group| verbs::of_group(below, *group));
        let impossible = all.filter_map(|c| Some((c, self.possible(c).err()?))).collect();
        self.overlays.push(Overlay::Verbs(VerbsBox { below, about, impossible, ..VerbsBox::default() }));
    }

    fn undo(&mut self, undo: bool) {
        let office = &mut self.desk.office;
        if undo && !office.unsaved.is_empty() {
            // What could not be saved is tried again before anything else.
            let people: Vec<PersonId> = office.unsaved.iter().flat_map(Change::people).collect();
            if !self.still_to_load(people) {
                for change in self.desk.office.retry() {
                    self.desk.commit(&change);
                }
            }
            return;
        }
        let recent = &office.recent;
        let target = if undo { history::undoable(recent) } else { history::redoable(recent) }.cloned();
        let people: Vec<PersonId> = target.iter().flat_map(Change::people).collect();
        if self.still_to_load(people) || target.as_ref().is_some_and(|target| self.asks_whose(undo, target)) {
            return;
        }
        let office = &mut self.desk.office;
        let done = if undo { office.undo() } else { office.redo() };
        match (done, target) {
            (Ok(change), Some(target)) => {
                self.desk.commit(&change);
                let text = self.desk.named_change(if undo { "notice-undone" } else { "notice-redone" }, &target);
                self.desk.tell(Tone::Good, text);
                self.leave_closed_sessions();
                self.desk.follow(Follow::Undone(Box::new(target)));
            }
            (Err(refusal), _) => self.desk.refuse(&refusal),
            (Ok(_), None) => {}
        }
    }

    /// What somebody else did is taken back, or done again, only at a second press: the first says what it is and whose.
    fn asks_whose(&mut self, undo: bool, target: &Change) -> bool {
        if target.by.name == self.desk.office.actor.name {
            return false;
        }
        if self.asked.replace((undo, target.id)) == Some((undo, target.id)) {
            self.asked = None;
            return false;
        }
        let what = self.desk.words.say(&format!("change-{}", target.kind.id()));
        let about = target.about.map(|id| self.desk.office.label(id)).unwrap_or_default();
        let id = if undo { "notice-undo-whose" } else { "notice-redo-whose" };
        let args = [("what", what.into()), ("about", about.into()), ("by", target.by.name.as_str().into())];
        self.desk.tell(Tone::Plain, Text::with(id, args));
        true
    }

    /// Waits for the dossiers that a change needs and are not here.
    fn still_to_load(&mut self, people: Vec<PersonId>) -> bool {
        let known: Vec<PersonId> = people.into_iter().filter(|id| self.desk.office.row(*id).is_some()).collect();
        self.desk.must_wait_for(&known)
    }

    /// A session screen whose session is no longer open is left.
    pub(super) fn leave_closed_sessions(&mut self) {
        while let Screen::Session(session) = self.screens.top() {
            let dossier = self.desk.office.dossier(session.person);
            let open = dossier.and_then(|d| d.session(session.session)).is_some_and(|s| s.is_open());
            if open || self.screens.pop().is_none() {
                break;
            }
        }
    }

    fn edit_long(&mut self) {
        match self.editor().map(|editor| editor.text().to_owned()) {
            Some(text) => self.desk.effects.push(Effect::OpenEditor { text }),
            None => self.desk.tell(Tone::Plain, Text::plain("why-no-text-field")),
        }
    }

    /// The shared text of what is selected.
    fn copy(&mut self) {
        let on = self.screens.top().selection(&self.desk);
        let copied = on.goal.and_then(|at| self.desk.goal_copy(at)).or_else(|| self.desk.shared_of(on.target));
        match copied {
            Some(copied) => self.desk.copy(copied),
            None => self.desk.tell(Tone::Plain, Text::plain("why-not-shared")),
        }
    }
}

fn movement(command: Command) -> Option<Move> {
    Some(match command {
        Command::Down | Command::ChooseDown => Move::Down,
        Command::Up | Command::ChooseUp => Move::Up,
        Command::PageDown => Move::PageDown,
        Command::PageUp => Move::PageUp,
        Command::First => Move::First,
        Command::Last => Move::Last,
        _ => return None,
    })
}
