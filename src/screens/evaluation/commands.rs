//! What keys do on the page of an evaluation: a digit is a rating and goes on to the second one, Enter keeps both and goes
//! on to the next person.

use super::{EvaluationScreen, Focus, Judging, is_settled, kept};
use crate::desk::Desk;
use crate::desk::command::{Command, Place};
use crate::desk::editor::Editor;
use crate::desk::form::{Form, Purpose, refused};
use crate::desk::list::Move;
use crate::desk::notice::Tone;
use crate::desk::records::evaluations::is_undecided;
use crate::desk::request::{Destination, Follow, Request};
use crate::desk::selection::EvaluationAt;
use crate::desk::selection::Selection;
use crate::domain::competency::ExpectationRating;
use crate::domain::evaluation::Judgement;
use crate::domain::records::intent;
use crate::domain::{Audience, Audienced, ChangeKind, PersonId, Refusal};
use crate::i18n::Text;
use crate::screens::walk::StopState;
use crate::screens::{Mode, OnTop};

impl OnTop for EvaluationScreen {
    fn place(&self) -> Place {
        if self.rating { Place::Evaluating } else { Place::Evaluation }
    }
    fn mode(&self) -> Option<Mode> {
        self.rating.then_some(Mode::Rating)
    }
    fn person(&self) -> Option<PersonId> {
        Some(self.at.person)
    }
    fn is_about_one(&self) -> bool {
        true
    }
    fn selection(&self, _desk: &Desk) -> Selection {
        Selection { person: Some(self.at.person), evaluation: Some(self.at), ..Selection::default() }
    }
    fn listed(&mut self, _desk: &mut Desk) -> Vec<PersonId> {
        self.stops.iter().map(|stop| stop.person).collect()
    }

    fn in_text(&self) -> bool {
        self.rating && self.focus.is_text()
    }
    fn editor(&mut self) -> Option<&mut Editor> {
        let (focus, here) = (self.focus, self.at);
        let judging = &mut self.typed.iter_mut().find(|(at, _)| *at == here)?.1;
        match focus {
            Focus::Reason => Some(&mut judging.reason),
            Focus::Notes => Some(&mut judging.notes),
            Focus::Results | Focus::Behaviour => None,
        }
    }
    fn takes_lines(&self) -> bool {
        true
    }

    fn step(&mut self, desk: &mut Desk, movement: Move) {
        let (lines, rows) = (super::facts::lines(self, desk).len(), self.rows(desk).facts);
        self.list.scroll(movement, lines, rows);
    }

    fn run(&mut self, desk: &mut Desk, command: Command) -> bool {
        let turns = matches!(command, Command::NextPerson | Command::PreviousPerson);
        let own = command.spec().places.iter().all(|place| matches!(place, Place::Evaluation | Place::Evaluating));
        // What is kept must be known before anything is given beside it.
        if own && !turns && desk.must_wait_for(&[self.at.person]) {
            return true;
        }
        if let Some(rating) = rating_of(command) {
            self.rate(desk, rating);
            return true;
        }
        match command {
            Command::EvaluationField => self.go_to(desk, self.focus.moved(true)),
            Command::EvaluationFieldBack => self.go_to(desk, self.focus.moved(false)),
            Command::EvaluationReason => self.go_to(desk, Focus::Reason),
            Command::EvaluationBefore => {
                let judging = self.judging(desk.office.dossier(self.at.person));
                self.before = Some(!self.shows_before(&judging));
            }
            Command::EvaluationNone => desk.open_form(Purpose::NotAssessed(self.at.person, self.at.period)),
            Command::EvaluationEvidence => {
                let given = self.judging(desk.office.dossier(self.at.person)).evidence;
                let form = Form::of_evidence(self.at.person, self.at.period, &given, &desk.office);
                desk.go(Destination::FilledForm(form));
            }
            Command::EvaluationNext => self.next(desk),
            Command::EvaluationSkip => desk.open_form(Purpose::SkipInWalk(self.at.person)),
            Command::EvaluationPark => self.go_on(desk, StopState::Parked),
            Command::EvaluationBegin => self.begin(desk),
            Command::NextPerson | Command::PreviousPerson => self.turn(desk, command == Command::NextPerson),
            Command::PeriodNext | Command::PeriodPrevious => self.turn_period(desk, command == Command::PeriodNext),
            _ => return false,
        }
        desk.typed();
        true
    }

    /// Out of a text, then out of the rating: what is whole is kept first.
    fn back(&mut self, desk: &mut Desk) -> bool {
        if self.in_text() {
            self.focus = Focus::Results;
            return true;
        }
        if self.rating && !self.keep(desk) {
            return true;
        }
        false
    }

    fn follow(&mut self, desk: &mut Desk, what: &Follow) -> bool {
        match what {
            Follow::Skipped => self.go_on(desk, StopState::Skipped),
            Follow::Evaluated => {
                self.forget_draft();
                self.go_on(desk, StopState::Finished);
            }
            Follow::EvidenceGiven(evidence) => {
                let evidence = evidence.clone();
                self.judging_mut(desk.office.dossier(self.at.person)).evidence = evidence;
                desk.typed();
            }
            Follow::Undone(change) if matches!(change.kind, ChangeKind::Evaluated) => {
                let Some(person) = change.about else { return false };
                self.visit(EvaluationAt { person, ..self.at });
            }
            _ => return false,
        }
        true
    }

    fn offers(&self, desk: &Desk, command: Command) -> bool {
        let dossier = desk.office.dossier(self.at.person);
        let found = kept(dossier, self.at.period);
        match command {
            Command::EvaluationSkip | Command::EvaluationPark => self.is_round,
            Command::HandOverEvaluation => found.is_some_and(|found| found.handed_over.is_none() && found.is_assessed()),
            Command::EvaluationStep => found.is_some_and(|found| found.handed_over.is_some()),
            Command::EvaluationWithdraw => found.is_some(),
            Command::NextPerson | Command::PreviousPerson => !self.rating,
            Command::GoAgenda | Command::GoGoals | Command::GoCompetencies | Command::GoReports | Command::Find => false,
            Command::NoteNow => !self.rating,
            _ => true,
        }
    }

    fn refresh(&mut self, desk: &mut Desk) {
        self.derive(&desk.office);
        let (lines, rows) = (super::facts::lines(self, desk).len(), self.rows(desk).facts);
        self.list.top = self.list.top.min(lines.saturating_sub(rows));
    }
}

fn rating_of(command: Command) -> Option<ExpectationRating> {
    match command {
        Command::EvaluationAbove => Some(ExpectationRating::Above),
        Command::EvaluationMeets => Some(ExpectationRating::Meets),
        Command::EvaluationBelow => Some(ExpectationRating::Below),
        _ => None,
    }
}

impl EvaluationScreen {
    /// The one writer of a rating: a key was pressed for this person and this side.
    fn rate(&mut self, desk: &mut Desk, rating: ExpectationRating) {
        let Some(dossier) = desk.office.dossier(self.at.person) else { return desk.wait_for(vec![self.at.person]) };
        let second = self.focus == Focus::Behaviour;
        let judging = self.judging_mut(Some(dossier));
        if second {
            judging.behaviour = Some(rating);
        } else {
            judging.results = Some(rating);
            self.focus = Focus::Behaviour;
        }
        desk.typed();
    }

    fn go_to(&mut self, desk: &mut Desk, focus: Focus) {
        if focus.is_text() {
            // A field has the cursor only where there is something to type into.
            self.judging_mut(desk.office.dossier(self.at.person));
        }
        self.focus = focus;
    }

    /// Digits rate from here on. What was handed over stays: a new judgement begins empty and will take its place.
    fn begin(&mut self, desk: &mut Desk) {
        let settled = kept(desk.office.dossier(self.at.person), self.at.period).is_some_and(is_settled);
        if settled {
            desk.tell(Tone::Plain, Text::plain("evaluation-supersedes-paper"));
        }
        self.rating = true;
        self.focus = Focus::Results;
    }

    /// Enter: both ratings are kept, and the next person comes. With nothing given it only goes on.
    fn next(&mut self, desk: &mut Desk) {
        let judging = self.judging(desk.office.dossier(self.at.person));
        if judging.is_begun() && judging.both().is_none() {
            self.focus = if judging.results.is_none() { Focus::Results } else { Focus::Behaviour };
            return desk.tell(Tone::Plain, Text::plain("evaluation-second-missing"));
        }
        if !self.keep(desk) {
            return;
        }
        let done = desk.office.dossier(self.at.person).is_some_and(|dossier| !is_undecided(dossier, self.at.period));
        self.go_on(desk, if done { StopState::Finished } else { StopState::Waiting });
    }

    /// Keeps what is whole; what is half stays a draft. False if it was refused.
    fn keep(&mut self, desk: &mut Desk) -> bool {
        let dossier = desk.office.dossier(self.at.person);
        let found = kept(dossier, self.at.period);
        let judging = self.judging(dossier);
        let base = found.filter(|found| !is_settled(found)).map(Judging::of).unwrap_or_default();
        if judging.says_the_same(&base) {
            self.forget_draft();
            return true;
        }
        let Some((results, behaviour)) = judging.both() else { return true };
        let intent = intent::Evaluate {
            person: self.at.person,
            period: self.at.period,
            span: found.map(|found| found.span),
            judgement: Judgement::Rated { results, behaviour },
            reason: Audienced::new(Audience::Private, judging.reason.text().to_owned()),
            evidence: judging.evidence.clone(),
            notes: judging.notes.text().to_owned(),
            on: desk.office.today,
            assessor: None,
            acting_post: false,
            credit_months: found.and_then(|found| found.credit_months),
            because: judging.reason.text().to_owned(),
        };
        if desk.read_only {
            desk.tell(Tone::Alarm, Text::plain("store-read-only"));
            return false;
        }
        match desk.office.intend(intent) {
            Ok(change) => {
                desk.commit(&change);
                desk.tell_done(&change);
            }
            Err(Refusal::NothingChanged) => {}
            Err(refusal) => {
                if refusal == Refusal::ReasonMissing {
                    self.go_to(desk, Focus::Reason);
                }
                desk.tell(Tone::Plain, refused(&refusal));
                return false;
            }
        }
        self.forget_draft();
        true
    }

    /// The next who waits; at the end of a round it is looked at as a whole.
    fn go_on(&mut self, desk: &mut Desk, state: StopState) {
        desk.typed();
        let next = if self.is_round { self.leave_person(state) } else { self.neighbour(true) };
        if let Some(person) = next {
            self.visit(EvaluationAt { person, ..self.at });
            self.rating = self.is_round || self.may_rate(desk);
            return desk.want(person);
        }
        if !self.is_round {
            self.rating = false;
            return self.visit(self.at);
        }
        if state == StopState::Waiting {
            return desk.tell(Tone::Plain, Text::plain("evaluation-only-one-left"));
        }
        let done = self.stops.iter().filter(|stop| stop.state == StopState::Finished).count();
        desk.ask(Request::Leave);
        desk.check_evaluations(self.at.period);
        desk.tell(Tone::Good, Text::with("notice-round-over", [("count", done.into())]));
    }

    /// Somebody whom nobody has judged: digits rate at once.
    fn may_rate(&self, desk: &Desk) -> bool {
        let open = desk.office.dossier(self.at.person).is_some_and(|dossier| is_undecided(dossier, self.at.period));
        open && !desk.read_only && self.at.period.first() <= desk.office.today
    }

    /// The person before or after, whatever became of the present one; what is whole is kept.
    fn turn(&mut self, desk: &mut Desk, forward: bool) {
        let Some(person) = self.neighbour(forward) else {
            return desk.tell(Tone::Plain, Text::plain("why-last-person"));
        };
        if self.rating && !self.keep(desk) {
            return;
        }
        desk.want(person);
        self.visit(EvaluationAt { person, ..self.at });
        self.rating = self.may_rate(desk);
    }

    fn turn_period(&mut self, desk: &mut Desk, forward: bool) {
        let period = if forward { self.at.period.following() } else { self.at.period.previous() };
        if period.first() > desk.office.today {
            return desk.tell(Tone::Plain, Text::plain("why-period-ahead"));
        }
        self.visit(EvaluationAt { period, ..self.at });
        self.rating = false;
    }
}
