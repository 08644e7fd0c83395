//! Intents about sessions: plan, start, edit, close, postpone, miss, correct, acknowledge.

use super::*;
use crate::domain::people::attention;
use crate::domain::records::record::Skip;
use crate::domain::sessions::receipt;

/// A change inside an open session; fields that are `None` stay.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionEdit {
    pub kind: Option<SessionKind>,
    pub purpose: Option<String>,
    pub grow: Option<Audienced<Grow>>,
    pub response: Option<Response>,
    pub next: Option<Date>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanSession {
    pub person: PersonId,
    pub on: Date,
}

impl Judge for PlanSession {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let PlanSession { person, on } = self;
        if on < case.world.today {
            return Err(Refusal::DateInPast);
        }
        let ops = case.replan(person, Some(on))?;
        if ops.is_empty() {
            return Err(Refusal::NothingChanged);
        }
        Ok(case.change(ChangeKind::SessionPlanned, Some(person), ops))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartSession {
    pub person: PersonId,
    pub kind: SessionKind,
}

impl Judge for StartSession {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let StartSession { person, kind } = self;
        let dossier = case.dossier(person)?;
        if !dossier.person.status.in_service() {
            return Err(Refusal::NotActive);
        }
        if dossier.open_session().is_some() {
            return Err(Refusal::SessionAlreadyOpen);
        }
        let planned = dossier.planned_session().cloned();
        let state = SessionState::Open { started: case.world.now };
        let on = case.world.today;
        let op = match planned {
            Some(was) => {
                let by = case.world.actor.clone();
                let session = Session { on, kind, state, by, planned: Some(was.on), ..was.clone() };
                Op::replace(was, session)
            }
            None => {
                let mut session = case.new_session(person, on, state);
                session.kind = kind;
                Op::add(session)
            }
        };
        case.one(ChangeKind::SessionStarted, person, op)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditSession {
    pub person: PersonId,
    pub id: SessionId,
    pub edit: SessionEdit,
}

impl Judge for EditSession {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let EditSession { person, id, edit } = self;
        let was = case.open_session(person, id)?;
        let mut new = was.clone();
        if let Some(kind) = edit.kind {
            new.kind = kind;
        }
        if let Some(purpose) = edit.purpose {
            new.purpose = whole(&purpose)?;
        }
        if let Some(grow) = edit.grow {
            let cleaned = Grow {
                goal: whole(&grow.for_supervisor().goal)?,
                reality: whole(&grow.for_supervisor().reality)?,
                options: whole(&grow.for_supervisor().options)?,
                will: whole(&grow.for_supervisor().will)?,
            };
            new.grow = (!cleaned.is_empty()).then(|| Audienced::new(grow.audience(), cleaned));
        }
        if let Some(response) = edit.response {
            let response = Response { words: Shared::new(whole(response.words.get())?), ..response };
            new.response = (!response.is_empty()).then_some(response);
        }
        if let Some(next) = edit.next {
            new.next = Some(next);
        }
        case.replace(ChangeKind::SessionEdited, was, new)
    }
}

/// Closes the talk, keeps what was handed out, carries on what is not finished, plans the next one.
/// `sheet` is what the employee receives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CloseSession {
    pub person: PersonId,
    pub id: SessionId,
    pub sheet: SharedText,
    pub next: Option<Date>,
}

impl Judge for CloseSession {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let CloseSession { person, id, sheet, next } = self;
        let was = case.open_session(person, id)?;
        let receipt = Some(receipt::receipt(&sheet));
        let state = SessionState::Closed { at: case.world.now, sheet: Some(sheet), receipt };
        let closed = Session { state, next, ..was.clone() };
        let mut ops = vec![Op::replace(was, closed)];
        let dossier = case.dossier(person)?;
        for line in dossier.open_agenda() {
            let carried = AgendaLine { carried: line.carried.saturating_add(1), ..line.clone() };
            ops.push(Op::replace(line.clone(), carried));
        }
        if next.is_some() {
            // A day that was agreed while the talk was open moves to the one on the sheet.
            ops.extend(case.replan(person, next)?);
        }
        Ok(case.change(ChangeKind::SessionClosed, Some(person), ops))
    }
}

/// An open session that turned out to be none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiscardSession {
    pub person: PersonId,
    pub id: SessionId,
}

impl Judge for DiscardSession {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let DiscardSession { person, id } = self;
        let was = case.open_session(person, id)?;
        let dossier = case.dossier(person)?;
        let mut ops: Vec<Op> = Vec::new();
        // What was written in it stays: it was seen or promised all the same.
        for feedback in dossier.feedback_of(id) {
            let freed = Feedback { session: None, went: None, ..feedback.clone() };
            ops.push(Op::replace(feedback.clone(), freed));
        }
        for action in dossier.actions_of(id) {
            let freed = Action { session: None, ..action.clone() };
            ops.push(Op::replace(action.clone(), freed));
        }
        for check_in in dossier.check_ins_of(id) {
            let freed = CheckIn { session: None, ..check_in.clone() };
            ops.push(Op::replace(Record::CheckIn(check_in.clone()), Record::CheckIn(freed)));
        }
        // What was ticked off was not talked about: it waits for the next talk.
        let talked = |line: &&AgendaLine| matches!(line.state, AgendaState::Discussed { session, .. } if session == id);
        for line in dossier.agenda.iter().filter(talked) {
            let open = AgendaLine { state: AgendaState::Open, ..line.clone() };
            ops.push(Op::replace(Record::Agenda(line.clone()), Record::Agenda(open)));
        }
        for rating in dossier.ratings.iter().filter(|rating| rating.session == Some(id)) {
            let freed = Rating { session: None, ..rating.clone() };
            ops.push(Op::replace(rating.clone(), freed));
        }
        ops.push(match was.planned {
            // The planned day is still agreed: nothing else of the session stays.
            Some(on) => {
                let plan = case.new_session(person, on, SessionState::Planned);
                let (by, written) = (was.by.clone(), was.written);
                let plan = Session { id, by, written, ..plan };
                Op::replace(was, plan)
            }
            None => Op::remove(was),
        });
        Ok(case.change(ChangeKind::SessionDiscarded, Some(person), ops))
    }
}

/// A shared record stays off the sheet of the open session. The reason is the supervisor's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeaveOut {
    pub person: PersonId,
    pub id: SessionId,
    pub record: RecordId,
    pub reason: String,
}

impl Judge for LeaveOut {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let LeaveOut { person, id, record, reason: why } = self;
        let reason = reason(&why)?;
        let was = case.open_session(person, id)?;
        case.dossier(person)?.record(record).ok_or(Refusal::NoSuchRecord)?;
        if was.leaves_out(record) {
            return Err(Refusal::NothingChanged);
        }
        let mut new = was.clone();
        new.left_out.push(LeftOut { record, reason: Private::new(reason) });
        case.replace(ChangeKind::LeftOffSheet, was, new)
    }
}

/// What was left off the sheet stands on it after all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeIn {
    pub person: PersonId,
    pub id: SessionId,
    pub record: RecordId,
}

impl Judge for TakeIn {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let TakeIn { person, id, record } = self;
        let was = case.open_session(person, id)?;
        let mut new = was.clone();
        new.left_out.retain(|left| left.record != record);
        case.replace(ChangeKind::PutOnSheet, was, new)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Postpone {
    pub person: PersonId,
    pub to: Option<Date>,
    pub reason: String,
}

impl Judge for Postpone {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let Postpone { person, to, reason: why } = self;
        let reason = reason(&why)?;
        if to.is_some_and(|day| day < case.world.today) {
            return Err(Refusal::DateInPast);
        }
        let state = SessionState::Postponed { on: case.world.today, to, reason };
        case.end_planned(person, state, to, ChangeKind::SessionPostponed)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miss {
    pub person: PersonId,
    pub reason: String,
    pub next: Option<Date>,
}

impl Judge for Miss {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let Miss { person, reason: why, next } = self;
        let reason = reason(&why)?;
        let state = SessionState::Missed { on: case.world.today, reason };
        case.end_planned(person, state, next, ChangeKind::SessionMissed)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteAddendum {
    pub person: PersonId,
    pub id: SessionId,
    pub text: Audienced<String>,
}

impl Judge for WriteAddendum {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let WriteAddendum { person, id, text } = self;
        let text = said(text)?;
        let was = case.dossier(person)?.session(id).ok_or(Refusal::NoSuchRecord)?.clone();
        if !was.is_closed() {
            return Err(Refusal::SessionNotClosed);
        }
        let mut new = was.clone();
        new.addenda.push(Addendum { at: case.world.now, by: case.world.actor.clone(), text });
        case.one(ChangeKind::AddendumWritten, person, Op::replace(was, new))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acknowledge {
    pub person: PersonId,
    pub receipt: String,
    pub answer: Acknowledgement,
}

impl Judge for Acknowledge {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let Acknowledge { person, receipt: code, answer } = self;
        let code = receipt::normalise(&code);
        let was = case
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
        case.one(ChangeKind::SheetAcknowledged, person, Op::replace(was, new))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkipInWalk {
    pub person: PersonId,
    pub reason: String,
}

impl Judge for SkipInWalk {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let SkipInWalk { person, reason: why } = self;
        let reason = reason(&why)?;
        case.person(person)?;
        let id = SkipId(case.uuid());
        let (by, written, on) = (case.world.actor.clone(), case.world.now, case.world.today);
        let skip = Skip { id, person, on, reason, by, written };
        case.one(ChangeKind::PersonSkipped, person, Op::add(skip))
    }
}

impl Case<'_> {
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
                vec![Op::replace(was, ended)]
            }
            None => {
                let due = self
                    .world
                    .roster
                    .row(person)
                    .and_then(|row| attention::next_due(row, self.world.roster, self.world.rules, self.world.today));
                let session = self.new_session(person, due.unwrap_or(self.world.today), state);
                vec![Op::add(session)]
            }
        };
        if let Some(day) = next {
            let planned = self.new_session(person, day, SessionState::Planned);
            ops.push(Op::add(planned));
        }
        Ok(self.change(kind, Some(person), ops))
    }

    /// Moves the planned session to another day, or plans one. Of several only the first stays: one session is the next.
    fn replan(&mut self, person: PersonId, on: Option<Date>) -> Result<Vec<Op>, Refusal> {
        let dossier = self.dossier(person)?;
        let planned = dossier.planned_session().cloned();
        let others: Vec<Session> = dossier.sessions.iter().filter(|s| s.is_planned()).skip(1).cloned().collect();
        let mut ops: Vec<Op> = others.into_iter().map(Op::remove).collect();
        ops.extend(match (planned, on) {
            (Some(was), Some(day)) if was.on == day => vec![],
            (Some(was), Some(day)) => {
                let moved = Session { on: day, ..was.clone() };
                vec![Op::replace(was, moved)]
            }
            (None, Some(day)) => vec![Op::add(self.new_session(person, day, SessionState::Planned))],
            (Some(was), None) => vec![Op::remove(was)],
            (None, None) => vec![],
        });
        Ok(ops)
    }

    /// What belongs to a session may be written while that is open.
    pub(super) fn session_accepts(&self, person: PersonId, session: Option<SessionId>) -> Result<(), Refusal> {
        let Some(id) = session else { return Ok(()) };
        match self.dossier(person)?.session(id) {
            None => Err(Refusal::NoSuchRecord),
            Some(s) if s.is_open() => Ok(()),
            Some(_) => Err(Refusal::SessionClosed),
        }
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
            planned: None,
            left_out: vec![],
        }
    }
}
