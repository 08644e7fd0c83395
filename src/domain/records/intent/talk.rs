//! Intents about what is said and agreed: feedback, agenda lines, actions.

use super::*;
use crate::domain::language::clean;
use crate::domain::records::record;

impl Planner<'_> {
    pub fn note_feedback(
        &mut self,
        person: PersonId,
        on: Date,
        kind: FeedbackKind,
        words: Audienced<Sbi>,
        list: Vec<String>,
        session: Option<SessionId>,
    ) -> Result<Change, Refusal> {
        let words = described(words)?;
        self.person(person)?;
        if on > self.world.today {
            return Err(Refusal::DateInFuture);
        }
        self.session_accepts(person, session)?;
        let id = FeedbackId(self.uuid());
        let (by, written) = (self.world.actor.clone(), self.world.now);
        let record = Feedback { id, person, on, kind, words, tags: tags(list), session, by, written };
        self.one(ChangeKind::FeedbackNoted, person, Op::add(Record::Feedback(record)))
    }

    pub fn correct_feedback(
        &mut self,
        person: PersonId,
        id: FeedbackId,
        kind: FeedbackKind,
        words: Audienced<Sbi>,
        list: Vec<String>,
    ) -> Result<Change, Refusal> {
        let words = described(words)?;
        let was = self.feedback(person, id)?;
        let new = Feedback { kind, words, tags: tags(list), ..was.clone() };
        if new == was {
            return Err(Refusal::NothingChanged);
        }
        self.one(ChangeKind::FeedbackCorrected, person, Op::replace(Record::Feedback(was), Record::Feedback(new)))
    }

    pub fn remove_feedback(&mut self, person: PersonId, id: FeedbackId) -> Result<Change, Refusal> {
        let was = self.feedback(person, id)?;
        self.one(ChangeKind::FeedbackRemoved, person, Op::Remove { was: Box::new(Record::Feedback(was)) })
    }

    pub fn toggle_audience(&mut self, person: PersonId, record: RecordId) -> Result<Change, Refusal> {
        let was = self.dossier(person)?.record(record).ok_or(Refusal::NoSuchRecord)?;
        let session = match &was {
            Record::Feedback(f) => f.session,
            Record::Action(a) => a.session,
            Record::Rating(r) => r.session,
            _ => None,
        };
        self.session_accepts(person, session)?;
        let new = match was.clone() {
            Record::Feedback(f) => Record::Feedback(Feedback { words: f.words.toggled(), ..f }),
            Record::Action(a) => Record::Action(Action { text: a.text.toggled(), ..a }),
            Record::Agenda(a) => Record::Agenda(AgendaLine { text: a.text.toggled(), ..a }),
            Record::Rating(r) => Record::Rating(Rating { reason: r.reason.toggled(), ..r }),
            Record::BehaviourRating(r) => Record::BehaviourRating(BehaviourRating { note: r.note.toggled(), ..r }),
            Record::Development(entry) => Record::Development(Box::new(entry.toggled().ok_or(Refusal::NoSuchRecord)?)),
            _ => return Err(Refusal::NoSuchRecord),
        };
        self.one(ChangeKind::AudienceChanged, person, Op::replace(was, new))
    }

    pub fn note_agenda(&mut self, person: PersonId, text: Audienced<String>, list: Vec<String>) -> Result<Change, Refusal> {
        let text = said(text)?;
        self.person(person)?;
        let id = AgendaId(self.uuid());
        let (by, written, on) = (self.world.actor.clone(), self.world.now, self.world.today);
        let line = AgendaLine { id, person, text, tags: tags(list), state: AgendaState::Open, carried: 0, on, by, written };
        self.one(ChangeKind::AgendaNoted, person, Op::add(Record::Agenda(line)))
    }

    pub fn settle_agenda(&mut self, person: PersonId, id: AgendaId, outcome: Outcome) -> Result<Change, Refusal> {
        let dossier = self.dossier(person)?;
        let was = dossier.agenda.iter().find(|a| a.id == id).ok_or(Refusal::NoSuchRecord)?.clone();
        if !was.state.is_open() {
            return Err(Refusal::AlreadySettled);
        }
        let on = self.world.today;
        let mut line = was.clone();
        match outcome {
            Outcome::Done => {
                let session = dossier.open_session().or(dossier.last_closed()).ok_or(Refusal::SessionNotOpen)?.id;
                line.state = AgendaState::Discussed { on, session };
            }
            Outcome::Carried { .. } => line.carried = line.carried.saturating_add(1),
            Outcome::NotDone { reason: why } | Outcome::Dropped { reason: why } => {
                line.state = AgendaState::Dropped { on, reason: reason(&why)? };
            }
        }
        self.one(ChangeKind::AgendaSettled, person, Op::replace(Record::Agenda(was), Record::Agenda(line)))
    }

    #[allow(clippy::too_many_arguments, reason = "the parts of one agreement")]
    pub fn agree(
        &mut self,
        person: PersonId,
        owner: Owner,
        text: Audienced<String>,
        due: Option<Date>,
        measure: String,
        list: Vec<String>,
        session: Option<SessionId>,
    ) -> Result<Change, Refusal> {
        let text = said(text)?;
        self.person(person)?;
        self.session_accepts(person, session)?;
        if due.is_some_and(|due| due < self.world.today) {
            return Err(Refusal::DateInPast);
        }
        let id = ActionId(self.uuid());
        let (by, written, on) = (self.world.actor.clone(), self.world.now, self.world.today);
        let (measure, tags, state) = (clean::clean_line(&measure), tags(list), ActionState::Open);
        let action = Action { id, person, owner, text, due, measure, tags, state, carried: 0, session, on, by, written };
        self.one(ChangeKind::ActionAgreed, person, Op::add(Record::Action(action)))
    }

    pub fn correct_action(
        &mut self,
        person: PersonId,
        id: ActionId,
        owner: Owner,
        text: Audienced<String>,
        due: Option<Date>,
        measure: String,
    ) -> Result<Change, Refusal> {
        let text = said(text)?;
        let was = self.open_action(person, id)?;
        self.session_accepts(person, was.session)?;
        let new = Action { owner, text, due, measure: clean::clean_line(&measure), ..was.clone() };
        if new == was {
            return Err(Refusal::NothingChanged);
        }
        self.one(ChangeKind::ActionCorrected, person, Op::replace(Record::Action(was), Record::Action(new)))
    }

    pub fn settle_action(
        &mut self,
        person: PersonId,
        id: ActionId,
        outcome: Outcome,
        session: Option<SessionId>,
    ) -> Result<Change, Refusal> {
        self.session_accepts(person, session)?;
        let was = self.open_action(person, id)?;
        let on = self.world.today;
        let mut action = was.clone();
        match outcome {
            Outcome::Done => action.state = ActionState::Done { on, note: String::new() },
            Outcome::NotDone { reason } => action.state = ActionState::NotDone { on, reason: clean::clean_line(&reason) },
            Outcome::Dropped { reason: why } => action.state = ActionState::Dropped { on, reason: reason(&why)? },
            Outcome::Carried { due } => {
                action.carried = action.carried.saturating_add(1);
                action.due = due.or(action.due);
            }
        }
        self.one(ChangeKind::ActionSettled, person, Op::replace(Record::Action(was), Record::Action(action)))
    }

    pub fn reschedule(&mut self, person: PersonId, id: ActionId, due: Option<Date>) -> Result<Change, Refusal> {
        let was = self.open_action(person, id)?;
        if due.is_some_and(|due| due < self.world.today) {
            return Err(Refusal::DateInPast);
        }
        let new = Action { due, ..was.clone() };
        if new == was {
            return Err(Refusal::NothingChanged);
        }
        self.one(ChangeKind::ActionRescheduled, person, Op::replace(Record::Action(was), Record::Action(new)))
    }

    pub fn skip_in_walk(&mut self, person: PersonId, why: String) -> Result<Change, Refusal> {
        let reason = reason(&why)?;
        self.person(person)?;
        let id = SkipId(self.uuid());
        let (by, written, on) = (self.world.actor.clone(), self.world.now, self.world.today);
        let skip = record::Skip { id, person, on, reason, by, written };
        self.one(ChangeKind::PersonSkipped, person, Op::add(Record::Skip(skip)))
    }

    /// The record may still be changed: not part of a closed session.
    fn feedback(&self, person: PersonId, id: FeedbackId) -> Result<Feedback, Refusal> {
        let was = self.dossier(person)?.feedback.iter().find(|f| f.id == id).ok_or(Refusal::NoSuchRecord)?.clone();
        self.session_accepts(person, was.session)?;
        Ok(was)
    }

    fn open_action(&self, person: PersonId, id: ActionId) -> Result<Action, Refusal> {
        let was = self.dossier(person)?.actions.iter().find(|a| a.id == id).ok_or(Refusal::NoSuchRecord)?;
        if was.state.is_open() { Ok(was.clone()) } else { Err(Refusal::AlreadySettled) }
    }

    pub(super) fn session_accepts(&self, person: PersonId, session: Option<SessionId>) -> Result<(), Refusal> {
        let Some(id) = session else { return Ok(()) };
        match self.dossier(person)?.session(id) {
            None => Err(Refusal::NoSuchRecord),
            Some(s) if s.is_open() => Ok(()),
            Some(_) => Err(Refusal::SessionClosed),
        }
    }
}

fn described(words: Audienced<Sbi>) -> Result<Audienced<Sbi>, Refusal> {
    let sbi = words.for_supervisor();
    let clean = Sbi {
        situation: clean::clean_text(&sbi.situation),
        behaviour: clean::clean_text(&sbi.behaviour),
        impact: clean::clean_text(&sbi.impact),
        intent: clean::clean_text(&sbi.intent),
    };
    if clean.is_empty() { Err(Refusal::EmptyText) } else { Ok(Audienced::new(words.audience(), clean)) }
}
