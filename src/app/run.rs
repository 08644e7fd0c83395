//! What commands do. Talks are in `talk`, people in `people`, forms in `filling`, walks in `walking`, goals in `goals`
//! and `planning`, their grid in `cells`, competencies in `ratings` and `rating_grid`.

use super::App;
use super::resuming::keep_screen;
use crate::desk::command::{Command, Place};
use crate::desk::effect::Effect;
use crate::desk::list::Move;
use crate::desk::notice::Tone;
use crate::domain::records::history;
use crate::domain::records::intent::Intent;
use crate::domain::{Change, PersonId};
use crate::i18n::{Arg, Text};
use crate::screens::agenda::AgendaScreen;
use crate::screens::competencies::CompetenciesScreen;
use crate::screens::goals::GoalsScreen;
use crate::screens::overlays;
use crate::screens::overlays::{Chooser, Overlay, Reader};
use crate::screens::person::PersonScreen;
use crate::screens::stack::Screen;
use crate::screens::team::TeamScreen;

impl App {
    pub(crate) fn carry_out(&mut self, command: Command) {
        match command {
            command if self.overlays.is_empty() && self.run_in_cells(command) => {}
            Command::Down | Command::ChooseDown => self.step(Move::Down),
            Command::Up | Command::ChooseUp => self.step(Move::Up),
            Command::PageDown => self.step(Move::PageDown),
            Command::PageUp => self.step(Move::PageUp),
            Command::First => self.step(Move::First),
            Command::Last => self.step(Move::Last),
            Command::OpenPerson => self.open_person(),
            Command::NoteNow => self.open_capture(),
            Command::Filter => self.begin_filter(),
            Command::Order => {
                self.with_team(TeamScreen::next_order);
                self.tell_order();
            }
            Command::ScopeNext => self.next_scope(),
            Command::Resume => self.resume(),
            Command::NextTab => self.turn_tab(true),
            Command::PreviousTab => self.turn_tab(false),
            Command::GoTeam => self.go_home(Screen::Team(TeamScreen::default())),
            Command::GoAgenda => self.go_home(Screen::Agenda(AgendaScreen::default())),
            Command::GoGoals => self.go_home(Screen::Goals(GoalsScreen::default())),
            Command::GoCompetencies => self.go_home(Screen::Competencies(Box::<CompetenciesScreen>::default())),
            Command::Find => self.overlays.push(Overlay::Find(Chooser::default())),
            Command::Palette => self.overlays.push(Overlay::Palette(Chooser::default())),
            Command::Messages => self.overlays.push(Overlay::Messages(Default::default())),
            Command::Help | Command::HelpWhileTyping => self.overlays.push(Overlay::Help(Default::default())),
            Command::Undo => self.undo(true),
            Command::Redo => self.undo(false),
            Command::Back => self.back(),
            Command::Quit => self.quit(),
            Command::Redraw => self.effects.push(Effect::Redraw),
            Command::Suspend => self.effects.push(Effect::Suspend),
            Command::EditLong => self.edit_long(),
            Command::CaptureSave => self.capture_save(),
            Command::CaptureComplete => self.capture_complete(),
            Command::CaptureAudience => self.capture_audience(),
            Command::FormNext => self.with_form(|form| form.focus_by(true)),
            Command::FormPrevious => self.with_form(|form| form.focus_by(false)),
            Command::FormLeft => self.with_form(|form| form.turn(false)),
            Command::FormRight => self.with_form(|form| form.turn(true)),
            Command::FormEnter => self.form_enter(),
            Command::FormSubmit => self.form_submit(),
            Command::FormNextProposal => self.turn_proposal(true),
            Command::FormPreviousProposal => self.turn_proposal(false),
            Command::Choose => self.choose(),
            Command::Settings => self.overlays.push(Overlay::Settings(Default::default())),
            Command::Lock => self.lock(),
            Command::CopyShared => self.copy(),
            Command::OpenLog => self.open_log(),
            Command::AsOf => self.ask_as_of(),
            Command::OpenRecord if self.place() == Place::Log => self.open_entry(),
            other if self.run_about_ratings(other) => {}
            other if self.run_about_goals(other) => {}
            other => self.run_about_people(other),
        }
    }

    /// The screens of cells: commands mean something else on them.
    pub(crate) fn run_in_cells(&mut self, command: Command) -> bool {
        self.run_in_grid(command) || self.run_in_competencies(command)
    }

    pub(crate) fn begin_filter(&mut self) {
        match self.screens.top_mut() {
            Screen::Team(team) => {
                team.filtering = true;
                team.filter.clear();
            }
            Screen::Goals(goals) => goals.begin_filter(),
            Screen::Competencies(screen) => screen.begin_filter(),
            Screen::Log(log) => log.begin_filter(),
            _ => {}
        }
    }

    /// Plans, applies and sends a change; says what happened.
    pub(crate) fn intend(&mut self, intent: impl Into<Intent>) -> Option<Change> {
        if self.read_only {
            self.tell(Tone::Alarm, Text::plain("store-read-only"));
            return None;
        }
        match self.office.intend(intent) {
            Ok(change) => {
                self.commit(&change);
                Some(change)
            }
            Err(refusal) => {
                self.refuse(&refusal);
                None
            }
        }
    }

    pub(crate) fn commit(&mut self, change: &Change) {
        self.effects.push(Effect::Commit(Box::new(change.clone())));
        self.effects.push(Effect::DraftsChanged);
    }

    /// "Saved: note on Sari. u takes it back."
    pub(crate) fn tell_done(&mut self, change: &Change) {
        let text = self.named_change("notice-done", change);
        self.tell(Tone::Good, text);
    }

    pub(crate) fn named_change(&self, id: &'static str, change: &Change) -> Text {
        let what = self.words.say(&format!("change-{}", change.kind.id()));
        let name = change.about.and_then(|id| self.office.row(id)).map(|r| r.name.name.clone()).unwrap_or_default();
        let with_name = usize::from(!name.is_empty());
        Text::with(id, [("what", what.into()), ("name", name.into()), ("named", with_name.into())])
    }

    pub(crate) fn undo(&mut self, undo: bool) {
        if undo && !self.office.unsaved.is_empty() {
            // What could not be saved is tried again before anything else.
            let people = self.office.unsaved.iter().flat_map(Change::people).collect();
            if !self.still_to_load(people) {
                for change in self.office.retry() {
                    self.commit(&change);
                }
            }
            return;
        }
        let recent = &self.office.recent;
        let target = if undo { history::undoable(recent) } else { history::redoable(recent) }.cloned();
        let people: Vec<PersonId> = target.iter().flat_map(Change::people).collect();
        if self.still_to_load(people) {
            return;
        }
        let done = if undo { self.office.undo() } else { self.office.redo() };
        match (done, target) {
            (Ok(change), Some(target)) => {
                self.commit(&change);
                let text = self.named_change(if undo { "notice-undone" } else { "notice-redone" }, &target);
                self.tell(Tone::Good, text);
                self.forget_closed_sessions();
                self.follow_rating(&target);
                self.follow_in_grid(&target);
            }
            (Err(refusal), _) => self.refuse(&refusal),
            (Ok(_), None) => {}
        }
    }

    /// Waits for the dossiers that a change needs and are not here.
    pub(crate) fn still_to_load(&mut self, people: Vec<PersonId>) -> bool {
        let missing: Vec<PersonId> =
            people.into_iter().filter(|id| self.office.row(*id).is_some() && self.office.dossier(*id).is_none()).collect();
        let waits = !missing.is_empty();
        if waits {
            self.wait_for(missing);
        }
        waits
    }

    /// A session screen whose session is no longer open is left.
    pub(crate) fn forget_closed_sessions(&mut self) {
        while let Screen::Session(session) = self.screens.top() {
            let open =
                self.office.dossier(session.person).and_then(|d| d.session(session.session)).is_some_and(|s| s.is_open());
            if open || self.screens.pop().is_none() {
                break;
            }
        }
    }

    pub(crate) fn step(&mut self, movement: Move) {
        let (rows, width) = (self.body_rows(), overlays::Reader::width(self.size.columns));
        let help = overlays::help_lines(self).len();
        let (messages, settings) = (self.notices.log().len(), self.settings_lines().len());
        match self.overlays.last_mut() {
            Some(Overlay::Palette(_) | Overlay::Find(_)) => return self.step_chooser(movement),
            Some(Overlay::Help(list)) => return list.scroll(movement, help, rows),
            Some(Overlay::Settings(list)) => return list.scroll(movement, settings, rows),
            // A message can take several lines: the last one may stand alone.
            Some(Overlay::Messages(list)) => return list.scroll(movement, messages, 1),
            Some(Overlay::Reader(reader)) => {
                let mut list = crate::desk::list::ListState { selected: 0, top: reader.top };
                list.scroll(movement, reader.lines(width).len(), rows);
                reader.top = list.top;
                return;
            }
            Some(Overlay::SelfCheck(open)) => return open.list.step(movement, open.advice.len(), rows),
            Some(Overlay::Form(_) | Overlay::Capture(_) | Overlay::CheckIn(_) | Overlay::Assign(_)) => return,
            None => {}
        }
        match self.screens.top_mut() {
            Screen::Team(team) => team.step(movement, rows.saturating_sub(super::TEAM_ROWS)),
            Screen::Agenda(agenda) => agenda.step(movement, rows),
            Screen::Goals(goals) => goals.step(movement, rows),
            Screen::Competencies(screen) => screen.step(movement, rows),
            Screen::Person(person) => person.step(movement, rows.saturating_sub(person.heading_rows())),
            Screen::Log(_) => self.step_log(movement),
            Screen::Session(_) => self.step_session(movement),
            Screen::Grid(_) | Screen::Walk(_) => {}
        }
    }

    pub(crate) fn step_chooser(&mut self, movement: Move) {
        let place = self.screens.top().place();
        let rows = self.body_rows().saturating_sub(4);
        let len = match self.overlays.last() {
            Some(Overlay::Palette(c)) => overlays::palette(c.query.text(), place, &self.words).len(),
            Some(Overlay::Find(c)) => overlays::find(c.query.text(), &self.office).len(),
            _ => 0,
        };
        if let Some(Overlay::Palette(chooser) | Overlay::Find(chooser)) = self.overlays.last_mut() {
            chooser.list.step(movement, len, rows);
        }
    }

    pub(crate) fn choose(&mut self) {
        let place = self.screens.top().place();
        match self.overlays.pop() {
            Some(Overlay::Palette(chooser)) => {
                let found = overlays::palette(chooser.query.text(), place, &self.words);
                if let Some(command) = found.get(chooser.list.selected).copied() {
                    match self.possible(command) {
                        Ok(()) => self.run(command),
                        Err(why) => self.tell(Tone::Plain, why),
                    }
                }
            }
            Some(Overlay::Find(chooser)) => {
                let found = overlays::find(chooser.query.text(), &self.office);
                if let Some(person) = found.get(chooser.list.selected).copied() {
                    self.visit(person, found);
                }
            }
            other => self.overlays.extend(other),
        }
    }

    pub(crate) fn with_team(&mut self, edit: impl FnOnce(&mut TeamScreen)) {
        if let Screen::Team(team) = self.screens.top_mut() {
            edit(team);
        }
    }

    pub(crate) fn tell_order(&mut self) {
        if let Screen::Team(team) = self.screens.top() {
            self.tell(Tone::Plain, Text::with("notice-order", [("order", Arg::Message(team.order.id()))]));
        }
    }

    pub(crate) fn next_scope(&mut self) {
        match self.screens.top_mut() {
            Screen::Team(team) => team.next_scope(),
            Screen::Agenda(agenda) => {
                agenda.scope = agenda.scope.other();
                self.want_agenda();
            }
            Screen::Goals(goals) => {
                goals.scope = goals.scope.other();
                self.want_goals();
            }
            Screen::Competencies(screen) => screen.scope = screen.scope.other(),
            _ => {}
        }
    }

    pub(crate) fn want_agenda(&mut self) {
        if let Screen::Agenda(agenda) = self.screens.top() {
            self.office.judge(agenda.scope);
            // A whole agency's actions are read when somebody looks at them, not before.
            for id in crate::screens::agenda::wanted(&self.office, agenda.scope).into_iter().take(500) {
                self.want(id);
            }
        }
    }

    /// Whose plans the Goals screen shows.
    pub(crate) fn want_goals(&mut self) {
        if let Screen::Goals(goals) = self.screens.top() {
            for id in goals.wanted(&self.office) {
                self.want(id);
            }
        }
    }

    pub(crate) fn go_home(&mut self, screen: Screen) {
        for screen in self.screens.iter() {
            keep_screen(&mut self.drafts, screen);
        }
        if let Screen::Competencies(left) = self.screens.bottom_mut() {
            left.rating = false;
        }
        if self.screens.bottom().place() == screen.place() {
            while self.screens.pop().is_some() {}
        } else {
            let known = self.other_homes.iter().position(|home| home.place() == screen.place());
            let known = known.map(|at| self.other_homes.remove(at));
            self.other_homes.push(self.screens.bottom().clone());
            self.screens.reset(known.unwrap_or(screen));
        }
        self.want_agenda();
        self.want_goals();
    }

    pub(crate) fn turn_tab(&mut self, forward: bool) {
        match self.screens.top_mut() {
            Screen::Team(_) | Screen::Agenda(_) | Screen::Goals(_) | Screen::Competencies(_) => {
                let order = [Place::Team, Place::Agenda, Place::Goals, Place::Competencies];
                let at = order.iter().position(|place| *place == self.screens.top().place()).unwrap_or(0);
                let next = (at + if forward { 1 } else { order.len() - 1 }) % order.len();
                self.go_home(match order[next] {
                    Place::Agenda => Screen::Agenda(AgendaScreen::default()),
                    Place::Goals => Screen::Goals(GoalsScreen::default()),
                    Place::Competencies => Screen::Competencies(Box::<CompetenciesScreen>::default()),
                    _ => Screen::Team(TeamScreen::default()),
                });
            }
            Screen::Person(person) => person.turn_tab(forward),
            _ => {}
        }
    }

    pub(crate) fn open_person(&mut self) {
        let queue = match self.screens.top() {
            Screen::Team(team) => team.people.clone(),
            Screen::Competencies(screen) => screen.map.people.iter().map(|row| row.person).collect(),
            _ => vec![],
        };
        if let Some(person) = self.screens.top().person() {
            self.visit(person, queue);
        }
    }

    /// Opens a person's page; on a person's page it changes the person.
    pub(crate) fn visit(&mut self, person: PersonId, queue: Vec<PersonId>) {
        let queue = neighbours(person, queue);
        match self.screens.top_mut() {
            Screen::Person(page) => {
                page.queue = queue;
                page.visit(person);
            }
            _ => self.screens.push(Screen::Person(PersonScreen::new(person, queue))),
        }
        self.want(person);
    }

    pub(crate) fn back(&mut self) {
        if let Some(overlay) = self.overlays.pop() {
            self.put_aside(overlay);
            return;
        }
        if self.take_back_typed() {
            return;
        }
        if let Screen::Goals(goals) = self.screens.top_mut()
            && goals.leave_filter()
        {
            return;
        }
        if let Screen::Competencies(screen) = self.screens.top_mut()
            && screen.leave()
        {
            return self.effects.push(Effect::DraftsChanged);
        }
        if let Screen::Log(log) = self.screens.top_mut()
            && log.leave_filter()
        {
            return self.effects.push(Effect::DraftsChanged);
        }
        match self.screens.top_mut() {
            Screen::Person(page) if page.as_of.is_some() => self.return_to_present(),
            Screen::Team(team) if team.filtering => {
                team.filtering = false;
                if team.filter.is_empty() {
                    team.filter.clear();
                }
            }
            Screen::Team(team) if !team.filter.text().is_empty() => team.filter.clear(),
            Screen::Session(_) => self.back_in_session(),
            _ => self.leave_screen(),
        }
    }

    /// Leaves the top screen; what was typed on it stays in the drafts.
    pub(crate) fn leave_screen(&mut self) {
        keep_screen(&mut self.drafts, self.screens.top());
        if matches!(self.screens.top(), Screen::Walk(_)) && self.drafts.walk.is_some() {
            self.tell(Tone::Plain, Text::plain("notice-walk-kept"));
        }
        if self.screens.pop().is_none() {
            self.tell(Tone::Plain, Text::plain("notice-how-to-quit"));
        }
        self.effects.push(Effect::DraftsChanged);
    }

    pub(crate) fn quit(&mut self) {
        let rating = self.place() == Place::Rating;
        if !self.overlays.is_empty() || !self.screens.at_home() || rating {
            return self.back();
        }
        if !self.office.unsaved.is_empty() && self.notices.log().last().is_none_or(|n| n.text.id != "notice-unsaved") {
            return self.tell(Tone::Alarm, Text::plain("notice-unsaved"));
        }
        self.left = true;
        self.effects.push(Effect::Quit);
    }

    /// Goes on with what waits: a session first, then a walk, a form, a note.
    pub(crate) fn resume(&mut self) {
        if let Some(walk) = self.drafts.walk.take() {
            self.screens.push(Screen::Walk(walk));
        } else if let Some(person) = self.drafts.sessions.keys().copied().find(|id| self.in_session(*id)) {
            self.open_session(person);
        } else if let Some(open) = self.drafts.check_in.take() {
            self.overlays.push(Overlay::CheckIn(open));
        } else if let Some(open) = self.drafts.assign.take() {
            self.overlays.push(Overlay::Assign(open));
        } else if let Some(form) = self.drafts.form.take() {
            self.overlays.push(Overlay::Form(form));
        } else {
            self.open_capture();
        }
    }

    pub(crate) fn edit_long(&mut self) {
        let text = match self.editor() {
            Some(editor) => editor.text().to_owned(),
            None => return self.tell(Tone::Plain, Text::plain("why-no-text-field")),
        };
        self.effects.push(Effect::OpenEditor { text });
    }

    // --- reading and copying ---------------------------------------------------------------------------------

    pub(crate) fn read(&mut self, reader: Reader) {
        self.overlays.push(Overlay::Reader(reader));
    }

    pub(crate) fn copy(&mut self) {
        let text = match self.overlays.last() {
            Some(Overlay::Reader(reader)) => reader.copy.clone(),
            _ => self.goal_copy().or_else(|| self.shared_of_selection()),
        };
        match text {
            Some(text) => self.effects.push(Effect::Copy(text)),
            None => self.tell(Tone::Plain, Text::plain("why-not-shared")),
        }
    }
}

/// The people around somebody in a list: enough to walk along it, few enough to be kept in a draft.
fn neighbours(person: PersonId, list: Vec<PersonId>) -> Vec<PersonId> {
    const AROUND: usize = 500;
    match list.iter().position(|id| *id == person) {
        Some(at) => list[at.saturating_sub(AROUND)..list.len().min(at + AROUND)].to_vec(),
        None => vec![person],
    }
}
