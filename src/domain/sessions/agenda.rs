//! Lines for the agenda of the next session: noted any time, ticked off in the talk, carried on by themselves.

use crate::domain::{Actor, AgendaId, Audienced, PersonId, SessionId};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaLine {
    pub id: AgendaId,
    pub person: PersonId,
    pub text: Audienced<String>,
    pub tags: Vec<String>,
    pub state: AgendaState,
    /// Sessions that ended without it having been talked about.
    pub carried: u8,
    pub on: Date,
    pub by: Actor,
    pub written: Timestamp,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[serde(rename_all = "snake_case")]
pub enum AgendaState {
    Open,
    Discussed { on: Date, session: SessionId },
    Dropped { on: Date, reason: String },
}

impl AgendaState {
    pub fn is_open(&self) -> bool {
        matches!(self, AgendaState::Open)
    }
    pub fn settled_on(&self) -> Option<Date> {
        match self {
            AgendaState::Open => None,
            AgendaState::Discussed { on, .. } | AgendaState::Dropped { on, .. } => Some(*on),
        }
    }
    pub fn id(&self) -> &'static str {
        self.into()
    }
}
