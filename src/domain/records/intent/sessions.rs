//! Intents about sessions: plan, start, edit, close, postpone, miss, correct, acknowledge.

use super::*;
use crate::domain::language::clean;
use crate::domain::people::attention;
use crate::domain::sessions::receipt;

impl Planner<'_> {
    pub fn plan_session(&mut self, person: PersonId, on: Date) -> Result<Change, Refusal> {
        if on < self.world.today {
            return Err(Refusal::DateInPast);
        }
        let ops = self.replan(person, Some(on))?;
        if ops.is_empty() {
            return Err(Refusal::NothingChanged);
        }
        Ok(self.change(ChangeKind::SessionPlanned, Some(person), ops))
    }

    pub fn start_session(&mut self, person: PersonId, kind: SessionKind) -> Result<Change, Refusal> {
        let dossier = self.dossier(person)?;
        if !dossier.person.status.in_service() {
            return Err(Refusal::NotActive);
        }
        if dossier.open_session().is_some() {
            return Err(Refusal::SessionAlreadyOpen);
        }
        let planned = dossier.planned_session().cloned();
        let state = SessionState::Open { started: self.world.now };
        let on = self.world.today;
        let op = match planned {
            Some(was) => {
                let by = self.world.actor.clone();
                let session = Session { on, kind, state, by, ..was.clone() };
                Op::replace(Record::Session(was), Record::Session(session))
            }
            None => {
                let mut session = self.new_session(person, on, state);
                session.kind = kind;
                Op::add(Record::Session(session))
            }
        };
        self.one(ChangeKind::SessionStarted, person, op)
    }

    pub fn edit_session(&mut self, person: PersonId, id: SessionId, edit: SessionEdit) -> Result<Change, Refusal> {
        let was = self.open_session(person, id)?;
        let mut new = was.clone();
        if let Some(kind) = edit.kind {
            new.kind = kind;
        }
        if let Some(purpose) = edit.purpose {
            new.purpose = clean::clean_text(&purpose);
        }
        if let Some(grow) = edit.grow {
            let cleaned = Grow {
                goal: clean::clean_text(&grow.for_supervisor().goal),
                reality: clean::clean_text(&grow.for_supervisor().reality),
                options: clean::clean_text(&grow.for_supervisor().options),
                will: clean::clean_text(&grow.for_supervisor().will),
            };
            new.grow = (!cleaned.is_empty()).then(|| Audienced::new(grow.audience(), cleaned));
        }
        if let Some(response) = edit.response {
            let response = Response { words: response.words.map(|w| clean::clean_text(&w)), ..response };
            new.response = (!response.is_empty()).then_some(response);
        }
        if let Some(next) = edit.next {
            new.next = Some(next);
        }
        if new == was {
            return Err(Refusal::NothingChanged);
        }
        self.one(ChangeKind::SessionEdited, person, Op::replace(Record::Session(was), Record::Session(new)))
    }

    /// Closes the talk, keeps what was handed out, carries on what is not finished, plans the next one.
    pub fn close_session(
        &mut self,
        person: PersonId,
        id: SessionId,
        sheet: SharedText,
        next: Option<Date>,
    ) -> Result<Change, Refusal> {
        let was = self.open_session(person, id)?;
        let receipt = Some(receipt::receipt(&sheet));
        let state = SessionState::Closed { at: self.world.now, sheet: Some(sheet), receipt };
        let closed = Session { state, next, ..was.clone() };
        let mut ops = vec![Op::replace(Record::Session(was), Record::Session(closed))];
        let dossier = self.dossier(person)?;
        for line in dossier.open_agenda() {
            let carried = AgendaLine { carried: line.carried.saturating_add(1), ..line.clone() };
            ops.push(Op::replace(Record::Agenda(line.clone()), Record::Agenda(carried)));
        }
        if let Some(day) = next {
            let planned = self.new_session(person, day, SessionState::Planned);
            ops.push(Op::add(Record::Session(planned)));
        }
        Ok(self.change(ChangeKind::SessionClosed, Some(person), ops))
    }

    pub fn discard_session(&mut self, person: PersonId, id: SessionId) -> Result<Change, Refusal> {
        let was = self.open_session(person, id)?;
        let dossier = self.dossier(person)?;
        let mut ops: Vec<Op> = Vec::new();
        // What was written in it stays: it was seen or promised all the same.
        for feedback in dossier.feedback_of(id) {
            let freed = Feedback { session: None, ..feedback.clone() };
            ops.push(Op::replace(Record::Feedback(feedback.clone()), Record::Feedback(freed)));
        }
        for action in dossier.actions_of(id) {
            let freed = Action { session: None, ..action.clone() };
            ops.push(Op::replace(Record::Action(action.clone()), Record::Action(freed)));
        }
        for rating in dossier.ratings.iter().filter(|rating| rating.session == Some(id)) {
            let freed = Rating { session: None, ..rating.clone() };
            ops.push(Op::replace(Record::Rating(rating.clone()), Record::Rating(freed)));
        }
        ops.push(Op::Remove { was: Box::new(Record::Session(was)) });
        Ok(self.change(ChangeKind::SessionDiscarded, Some(person), ops))
    }

    pub fn postpone(&mut self, person: PersonId, to: Option<Date>, why: String) -> Result<Change, Refusal> {
        let reason = reason(&why)?;
        if to.is_some_and(|day| day < self.world.today) {
            return Err(Refusal::DateInPast);
        }
        let state = SessionState::Postponed { on: self.world.today, to, reason };
        self.end_planned(person, state, to, ChangeKind::SessionPostponed)
    }

    pub fn miss(&mut self, person: PersonId, why: String, next: Option<Date>) -> Result<Change, Refusal> {
        let reason = reason(&why)?;
        let state = SessionState::Missed { on: self.world.today, reason };
        self.end_planned(person, state, next, ChangeKind::SessionMissed)
    }

    /// The planned (or merely due) talk did not take place; the history keeps that, a new one may be planned.
    fn end_planned(
        &mut self,
        person: PersonId,
        state: SessionState,
        next: Option<Date>,
        kind: ChangeKind,
    ) -> Result<Change, Refusal> {
        let dossier = self.dossier(person)?;
        if dossier.open_session().is_some() {
            return Err(Refusal::SessionAlreadyOpen);
        }
        let mut ops = match dossier.planned_session().cloned() {
            Some(was) => {
                let ended = Session { state, ..was.clone() };
                vec![Op::replace(Record::Session(was), Record::Session(ended))]
            }
            None => {
                let due = self
                    .world
                    .roster
                    .row(person)
                    .and_then(|row| attention::next_due(row, self.world.roster, self.world.rules, self.world.today));
                let session = self.new_session(person, due.unwrap_or(self.world.today), state);
                vec![Op::add(Record::Session(session))]
            }
        };
        if let Some(day) = next {
            let planned = self.new_session(person, day, SessionState::Planned);
            ops.push(Op::add(Record::Session(planned)));
        }
        Ok(self.change(kind, Some(person), ops))
    }

    pub fn write_addendum(&mut self, person: PersonId, id: SessionId, text: Audienced<String>) -> Result<Change, Refusal> {
        let text = said(text)?;
        let was = self.dossier(person)?.session(id).ok_or(Refusal::NoSuchRecord)?.clone();
        if !was.is_closed() {
            return Err(Refusal::SessionNotClosed);
        }
        let mut new = was.clone();
        new.addenda.push(Addendum { at: self.world.now, by: self.world.actor.clone(), text });
        self.one(ChangeKind::AddendumWritten, person, Op::replace(Record::Session(was), Record::Session(new)))
    }

    pub fn acknowledge(&mut self, person: PersonId, code: &str, answer: Acknowledgement) -> Result<Change, Refusal> {
        let code = receipt::normalise(code);
        let was = self
            .dossier(person)?
            .sessions
            .iter()
            .find(|s| s.receipt() == Some(code.as_str()))
            .ok_or(Refusal::UnknownReceipt)?
            .clone();
        let answer = match answer {
            Acknowledgement::Objects { on, reason: why } => Acknowledgement::Objects { on, reason: reason(&why)? },
            other => other,
        };
        if was.acknowledgement.as_ref().is_some_and(|given| !answer.may_follow(given)) {
            return Err(Refusal::AlreadyAcknowledged);
        }
        let new = Session { acknowledgement: Some(answer), ..was.clone() };
        self.one(ChangeKind::SheetAcknowledged, person, Op::replace(Record::Session(was), Record::Session(new)))
    }

    /// Moves the planned talk to another day, or plans one.
    fn replan(&mut self, person: PersonId, on: Option<Date>) -> Result<Vec<Op>, Refusal> {
        let planned = self.dossier(person)?.planned_session().cloned();
        Ok(match (planned, on) {
            (Some(was), Some(day)) if was.on == day => vec![],
            (Some(was), Some(day)) => {
                let moved = Session { on: day, ..was.clone() };
                vec![Op::replace(Record::Session(was), Record::Session(moved))]
            }
            (None, Some(day)) => vec![Op::add(Record::Session(self.new_session(person, day, SessionState::Planned)))],
            (Some(was), None) => vec![Op::Remove { was: Box::new(Record::Session(was)) }],
            (None, None) => vec![],
        })
    }

    fn open_session(&self, person: PersonId, id: SessionId) -> Result<Session, Refusal> {
        let session = self.dossier(person)?.session(id).ok_or(Refusal::NoSuchRecord)?;
        match session.state {
            SessionState::Open { .. } => Ok(session.clone()),
            SessionState::Closed { .. } => Err(Refusal::SessionClosed),
            _ => Err(Refusal::SessionNotOpen),
        }
    }

    fn new_session(&mut self, person: PersonId, on: Date, state: SessionState) -> Session {
        Session {
            id: SessionId(self.uuid()),
            person,
            kind: SessionKind::Dialogue,
            on,
            state,
            purpose: String::new(),
            grow: None,
            response: None,
            next: None,
            by: self.world.actor.clone(),
            written: self.world.now,
            addenda: vec![],
            acknowledgement: None,
        }
    }
}
