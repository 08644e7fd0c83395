//! What the selection of a screen is on: all that commands about records need to know of the screen they were given on.

use super::records::goals::GoalAt;
use super::records::needs::DevelopAt;
use super::records::ratings::{BehaviourAt, RateAt};
use crate::domain::people::roster::Scope;
use crate::domain::{ActionId, AgendaId, CheckInId, FeedbackId, PersonId, ResultId, SessionId};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The person that the screen is about, or that its selection is on.
    pub person: Option<PersonId>,
    pub target: Target,
    pub goal: Option<GoalAt>,
    /// A competency that can be rated.
    pub rating: Option<RateAt>,
    pub behaviour: Option<BehaviourAt>,
    /// Something about development.
    pub development: Option<DevelopAt>,
    /// The session that the screen is.
    pub session: Option<SessionId>,
    /// The year whose plan is shown, if it is not the one in effect.
    pub year: Option<i16>,
    /// Whom the list is of.
    pub scope: Scope,
}

/// The record that the selection is on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Target {
    Feedback(PersonId, FeedbackId),
    Action(PersonId, ActionId),
    Agenda(PersonId, AgendaId),
    Session(PersonId, SessionId),
    CheckIn(PersonId, CheckInId),
    /// What was said or changed of a result.
    Goal(PersonId, ResultId),
    #[default]
    Nothing,
}
