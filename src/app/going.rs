//! Where screens ask to go: the one place that makes screens and overlays and takes them away.

use super::App;
use super::drafts::keep_screen;
use crate::desk::command::Place;
use crate::desk::effect::Effect;
use crate::desk::form::{Form, Purpose};
use crate::desk::notice::Tone;
use crate::desk::request::{Destination, Follow, Part, Request};
use crate::desk::selection::EvaluationAt;
use crate::domain::records::intent;
use crate::domain::{Dossier, PersonId, SessionKind};
use crate::i18n::Text;
use crate::screens::assign::AssignBox;
use crate::screens::capture::CaptureBox;
use crate::screens::check_in::CheckInBox;
use crate::screens::evaluation::EvaluationScreen;
use crate::screens::log::LogScreen;
use crate::screens::month::MonthScreen;
use crate::screens::overlay::Overlay;
use crate::screens::person::PersonScreen;
use crate::screens::self_check::SelfCheckBox;
use crate::screens::session::SessionScreen;
use crate::screens::stack::Screen;
use crate::screens::walk::WalkScreen;

impl App {
    /// Carries out what was asked for, and what that asks for in turn.
    pub(crate) fn carry_on(&mut self) {
        while !self.desk.requests.is_empty() {
            for request in std::mem::take(&mut self.desk.requests) {
                match request {
                    Request::Go(to) => self.go_to(to),
                    Request::Leave => self.leave_screen(),
                    Request::Discard => {
                        if let Some(Screen::Session(ended)) = self.screens.pop() {
                            self.drafts.ended = Some(*ended);
                        }
                    }
                    Request::CloseOverlay => {
                        self.overlays.pop();
                    }
                    Request::ForgetSession(person) => {
                        self.drafts.sessions.remove(&person);
                    }
                    Request::ForgetWalk => self.drafts.walk = None,
                    Request::Follow(what) => self.let_follow(&what),
                    Request::Run(command) => self.run(command),
                }
            }
        }
    }

    fn let_follow(&mut self, what: &Follow) {
        let followed = self.screens.top_mut().follow(&mut self.desk, what);
        if let (false, Follow::Revisit(person, mark)) = (followed, what) {
            let queue = self.screens.top_mut().listed(&mut self.desk);
            self.visit(*person, queue, Part::Competency(*mark));
        }
    }

    fn go_to(&mut self, to: Destination) {
        match to {
            Destination::Home(place) => self.go_home(place),
            Destination::Person { person, queue, part } => self.visit(person, queue, part),
            Destination::Session(person) => self.open_session(person),
            Destination::Walk { queue, filter, resumable } => self.walk(queue, filter, resumable),
            Destination::Log(about) => {
                self.desk.journal = crate::desk::journal::Journal::about(about);
                self.screens.push(Screen::Log(LogScreen::new(about)));
            }
            Destination::Month { filter, month } => {
                let people = self.screens.bottom_mut().listed(&mut self.desk);
                self.screens.push(Screen::Month(Box::new(MonthScreen::new(
                    self.screens.bottom().place(),
                    people,
                    filter,
                    month,
                ))));
            }
            Destination::Form(purpose) => self.open_form(purpose, false),
            Destination::FilledForm(form) => self.overlays.push(Overlay::Form(form)),
            Destination::Evaluation { at, queue, rate, is_round } => self.evaluate(at, queue, rate, is_round),
            Destination::FormAtTarget(purpose) => self.open_form(purpose, true),
            Destination::Reader(reader) => self.overlays.push(Overlay::Reader(reader)),
            Destination::CheckIn(at, indicator) => {
                let session = self.screens.top().selection(&self.desk).session;
                let same = |kept: &mut CheckInBox| kept.at.person == at.person && kept.indicator == indicator;
                let kept = self.drafts.check_in.take_if(same);
                let fresh = || CheckInBox { at, indicator, line: Default::default(), session, error: None };
                self.overlays.push(Overlay::CheckIn(kept.unwrap_or_else(fresh)));
            }
            Destination::Assign(at, people) => {
                let same = |kept: &mut AssignBox| kept.at.person == at.person && kept.at.result == at.result;
                let kept = self.drafts.assign.take_if(same);
                let Some((result, _)) = self.desk.goal_records(at) else { return };
                let fresh = || AssignBox::new(at, result, people, self.desk.words.decimal_sign());
                let open = kept.unwrap_or_else(fresh);
                self.overlays.push(Overlay::Assign(open));
            }
            Destination::SelfCheck(advice) => {
                self.overlays.push(Overlay::SelfCheck(SelfCheckBox { advice, list: Default::default() }));
            }
            Destination::Capture(here) => {
                let line = self.drafts.capture.take().unwrap_or_default();
                let (line, tags) = (crate::desk::editor::Editor::new(line), self.desk.office.tags());
                self.overlays.push(Overlay::Capture(CaptureBox { line, here, audience: None, tags, error: None }));
            }
        }
        self.desk.typed();
    }

    fn open_form(&mut self, purpose: Purpose, at_target: bool) {
        let kept = self.drafts.form.take_if(|form| form.purpose == purpose);
        let fresh = || Form::new(purpose, &self.desk.office, self.desk.words.decimal_sign());
        let mut form = kept.unwrap_or_else(fresh);
        if at_target {
            form.focus_on_target();
        }
        self.overlays.push(Overlay::Form(form));
    }

    // --- screens -------------------------------------------------------------------------------------------------

    /// Opens a person's page; on a person's page it changes the person.
    pub(crate) fn visit(&mut self, person: PersonId, queue: Vec<PersonId>, part: Part) {
        let queue = neighbours(person, queue);
        match self.screens.top_mut() {
            Screen::Person(page) => {
                page.queue = queue;
                page.visit(person);
                page.show(part);
            }
            _ => {
                let mut page = PersonScreen::new(person, queue);
                page.show(part);
                self.screens.push(Screen::Person(page));
            }
        }
        self.desk.want(person);
    }

    /// Begins a session or goes on with the open one, at the field where it was left.
    pub(crate) fn open_session(&mut self, person: PersonId) {
        if self.desk.must_wait_for(&[person]) {
            return;
        }
        let open = |app: &App| app.desk.office.dossier(person).and_then(Dossier::open_session).cloned();
        if open(self).is_none() {
            self.desk.intend(intent::StartSession { person, kind: SessionKind::Dialogue });
        }
        let Some(open) = open(self) else { return };
        let is_this = |kept: &SessionScreen| kept.session == open.id;
        let kept = self.drafts.sessions.remove(&person).filter(is_this);
        let kept = kept.or_else(|| self.drafts.ended.take_if(|ended| is_this(ended)));
        let screen = kept.unwrap_or_else(|| SessionScreen::new(&open));
        self.screens.push(Screen::Session(Box::new(screen)));
        self.desk.typed();
    }

    /// The page that judges a period; what was typed there before is there again.
    fn evaluate(&mut self, at: EvaluationAt, queue: Vec<PersonId>, rate: bool, is_round: bool) {
        let typed = self.drafts.evaluation.take().map(|kept| kept.typed).unwrap_or_default();
        for id in queue.iter().copied().take(50) {
            self.desk.want(id);
        }
        let mut page = EvaluationScreen::new(at, neighbours(at.person, queue), rate, is_round);
        page.typed = typed;
        self.screens.push(Screen::Evaluation(Box::new(page)));
        self.desk.typed();
    }

    fn walk(&mut self, queue: Vec<PersonId>, filter: String, resumable: bool) {
        let kept = self.drafts.walk.take_if(|walk| {
            resumable && walk.left() > 0 && walk.filter == filter && walk.on == Some(self.desk.office.today)
        });
        if let Some(walk) = kept {
            walk.visited().into_iter().for_each(|id| self.desk.want(id));
            self.screens.push(Screen::Walk(walk));
            return self.desk.tell(Tone::Good, Text::plain("notice-walk-resumed"));
        }
        if queue.is_empty() {
            return self.desk.tell(Tone::Plain, Text::plain("why-nobody-to-walk"));
        }
        for id in queue.iter().copied().take(50) {
            self.desk.want(id);
        }
        self.drafts.walk = None;
        let walk = WalkScreen { on: Some(self.desk.office.today), ..WalkScreen::new(queue, filter) };
        self.screens.push(Screen::Walk(walk));
    }

    pub(crate) fn go_home(&mut self, place: Place) {
        while let Some(overlay) = self.overlays.pop() {
            self.put_aside(overlay);
        }
        for screen in self.screens.iter() {
            keep_screen(&mut self.drafts, screen);
        }
        if let Screen::Competencies(left) = self.screens.bottom_mut() {
            left.rating = false;
        }
        if self.screens.bottom().place() == place {
            while self.screens.pop().is_some() {}
        } else {
            let known = self.other_homes.iter().position(|home| home.place() == place);
            let known = known.map(|at| self.other_homes.remove(at));
            self.other_homes.push(self.screens.bottom().clone());
            self.screens.reset(known.unwrap_or_else(|| Screen::home(place)));
        }
        self.screens.top_mut().opened(&mut self.desk);
    }

    pub(crate) fn turn_tab(&mut self, forward: bool) {
        let order = Screen::HOMES;
        let at = order.iter().position(|place| *place == self.screens.top().place()).unwrap_or(0);
        self.go_home(order[(at + if forward { 1 } else { order.len() - 1 }) % order.len()]);
    }

    // --- back ----------------------------------------------------------------------------------------------------

    pub(crate) fn back(&mut self) {
        if self.overlays.last_mut().is_some_and(|overlay| overlay.back(&mut self.desk)) {
            return;
        }
        if let Some(overlay) = self.overlays.pop() {
            self.put_aside(overlay);
        } else if !self.screens.top_mut().back(&mut self.desk) {
            self.leave_screen();
        }
    }

    /// Leaves the top screen; what was typed on it stays in the drafts.
    pub(crate) fn leave_screen(&mut self) {
        keep_screen(&mut self.drafts, self.screens.top());
        if matches!(self.screens.top(), Screen::Walk(_)) && self.drafts.walk.is_some() {
            self.desk.tell(Tone::Plain, Text::plain("notice-walk-kept"));
        }
        if self.screens.pop().is_none() {
            self.desk.tell(Tone::Plain, Text::plain("notice-how-to-quit"));
        }
        self.desk.typed();
    }

    pub(crate) fn quit(&mut self) {
        let rating = self.on_top().mode().is_some();
        if !self.overlays.is_empty() || !self.screens.at_home() || rating {
            return self.back();
        }
        let told = self.desk.notices.log().last().is_some_and(|n| n.text.id == "notice-unsaved");
        if !self.desk.office.unsaved.is_empty() && !told {
            return self.desk.tell(Tone::Alarm, Text::plain("notice-unsaved"));
        }
        self.left = true;
        self.desk.effects.push(Effect::Quit);
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
