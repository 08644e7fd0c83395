//! What somebody has promised to do, by when, and what became of it.

use crate::domain::{ActionId, Actor, Audienced, PersonId, SessionId};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

/// One agreement with an owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    pub id: ActionId,
    /// Whom it is about; also the owner if `owner` is the employee.
    pub person: PersonId,
    pub owner: Owner,
    pub text: Audienced<String>,
    pub due: Option<Date>,
    /// How both will know that it is done.
    pub measure: String,
    pub tags: Vec<String>,
    pub state: ActionState,
    /// How often it was carried on from a session in which it was not finished.
    pub carried: u8,
    pub session: Option<SessionId>,
    pub on: Date,
    pub by: Actor,
    pub written: Timestamp,
}

/// Who has to do it. The supervisor's own promises come first everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    Supervisor,
    Employee,
}

impl Owner {
    pub fn other(self) -> Self {
        match self {
            Owner::Supervisor => Owner::Employee,
            Owner::Employee => Owner::Supervisor,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ActionState {
    Open,
    Done { on: Date, note: String },
    NotDone { on: Date, reason: String },
    Dropped { on: Date, reason: String },
}

impl ActionState {
    pub fn is_open(&self) -> bool {
        matches!(self, ActionState::Open)
    }
    pub fn settled_on(&self) -> Option<Date> {
        match self {
            ActionState::Open => None,
            ActionState::Done { on, .. } | ActionState::NotDone { on, .. } | ActionState::Dropped { on, .. } => Some(*on),
        }
    }
    pub fn id(&self) -> &'static str {
        self.into()
    }
}

impl Action {
    pub fn overdue(&self, today: Date) -> bool {
        self.state.is_open() && self.due.is_some_and(|due| due < today)
    }
}
