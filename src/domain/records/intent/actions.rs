//! Intents about what is agreed: agenda lines and actions.

use super::*;

/// What became of an agenda line or an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done,
    NotDone {
        reason: String,
    },
    /// Goes on to the next session, perhaps with another day.
    Carried {
        due: Option<Date>,
    },
    Dropped {
        reason: String,
    },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteAgenda {
    pub person: PersonId,
    pub text: Audienced<String>,
    pub tags: Vec<String>,
}

impl Judge for NoteAgenda {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let NoteAgenda { person, text, tags: list } = self;
        let text = said(text)?;
        case.person(person)?;
        let id = AgendaId(case.uuid());
        let (by, written, on) = (case.world.actor.clone(), case.world.now, case.world.today);
        let line = AgendaLine { id, person, text, tags: tags(list), state: AgendaState::Open, carried: 0, on, by, written };
        case.one(ChangeKind::AgendaNoted, person, Op::add(line))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettleAgenda {
    pub person: PersonId,
    pub id: AgendaId,
    pub outcome: Outcome,
}

impl Judge for SettleAgenda {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let dossier = case.dossier(self.person)?;
        let was = dossier.agenda_line(self.id).ok_or(Refusal::NoSuchRecord)?.clone();
        if !was.state.is_open() {
            return Err(Refusal::AlreadySettled);
        }
        let on = case.world.today;
        let mut line = was.clone();
        match self.outcome {
            Outcome::Done => {
                let session = dossier.open_session().or(dossier.last_closed()).ok_or(Refusal::SessionNotOpen)?.id;
                line.state = AgendaState::Discussed { on, session };
            }
            Outcome::Carried { .. } => line.carried = line.carried.saturating_add(1),
            Outcome::NotDone { reason: why } | Outcome::Dropped { reason: why } => {
                line.state = AgendaState::Dropped { on, reason: reason(&why)? };
            }
        }
        case.one(ChangeKind::AgendaSettled, self.person, Op::replace(was, line))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agree {
    pub person: PersonId,
    pub owner: Owner,
    pub text: Audienced<String>,
    pub due: Option<Date>,
    pub measure: String,
    pub tags: Vec<String>,
    pub session: Option<SessionId>,
}

impl Judge for Agree {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let Agree { person, owner, text, due, measure, tags: list, session } = self;
        let text = said(text)?;
        case.person(person)?;
        case.session_accepts(person, session)?;
        if due.is_some_and(|due| due < case.world.today) {
            return Err(Refusal::DateInPast);
        }
        let id = ActionId(case.uuid());
        let (by, written, on) = (case.world.actor.clone(), case.world.now, case.world.today);
        let (measure, tags, state) = (whole_line(&measure)?, tags(list), ActionState::Open);
        let action = Action { id, person, owner, text, due, measure, tags, state, carried: 0, session, on, by, written };
        case.one(ChangeKind::ActionAgreed, person, Op::add(action))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectAction {
    pub person: PersonId,
    pub id: ActionId,
    pub owner: Owner,
    pub text: Audienced<String>,
    pub due: Option<Date>,
    pub measure: String,
}

impl Judge for CorrectAction {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let CorrectAction { person, id, owner, text, due, measure } = self;
        let text = said(text)?;
        let was = case.open_action(person, id)?;
        case.session_accepts(person, was.session)?;
        let new = Action { owner, text, due, measure: whole_line(&measure)?, ..was.clone() };
        case.replace(ChangeKind::ActionCorrected, was, new)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettleAction {
    pub person: PersonId,
    pub id: ActionId,
    pub outcome: Outcome,
    pub session: Option<SessionId>,
}

impl Judge for SettleAction {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        case.session_accepts(self.person, self.session)?;
        let was = case.open_action(self.person, self.id)?;
        let on = case.world.today;
        let mut action = was.clone();
        match self.outcome {
            Outcome::Done => action.state = ActionState::Done { on, note: String::new() },
            Outcome::NotDone { reason } => action.state = ActionState::NotDone { on, reason: whole_line(&reason)? },
            Outcome::Dropped { reason: why } => action.state = ActionState::Dropped { on, reason: reason(&why)? },
            Outcome::Carried { due } => {
                action.carried = action.carried.saturating_add(1);
                action.due = due.or(action.due);
            }
        }
        case.one(ChangeKind::ActionSettled, self.person, Op::replace(was, action))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reschedule {
    pub person: PersonId,
    pub id: ActionId,
    pub due: Option<Date>,
}

impl Judge for Reschedule {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let Reschedule { person, id, due } = self;
        let was = case.open_action(person, id)?;
        if due.is_some_and(|due| due < case.world.today) {
            return Err(Refusal::DateInPast);
        }
        let new = Action { due, ..was.clone() };
        case.replace(ChangeKind::ActionRescheduled, was, new)
    }
}

impl Case<'_> {
    fn open_action(&self, person: PersonId, id: ActionId) -> Result<Action, Refusal> {
        let was = self.dossier(person)?.action(id).ok_or(Refusal::NoSuchRecord)?;
        if was.state.is_open() { Ok(was.clone()) } else { Err(Refusal::AlreadySettled) }
    }
}
