//! What came back from the last closed session and since: what the employee answered, and which promises were not kept.
//! With it the next session opens.

use crate::domain::evaluation::objection::Contested;
use crate::domain::{Action, ActionState, Dossier, Session};
use jiff::civil::Date;

#[derive(Clone, Debug, PartialEq)]
pub struct CameBack<'d> {
    pub session: &'d Session,
    /// The oldest objection that is open.
    pub objection: Option<Contested<'d>>,
    /// The employee's own words about the last session; empty if there are none.
    pub words: &'d str,
    pub mood: Option<u8>,
    /// Of the two sessions before, the newest first. Never averaged: a mood belongs to its day.
    pub earlier: Vec<(Date, u8)>,
    /// Not kept or dropped since then, the supervisor's first.
    pub broken: Vec<&'d Action>,
}

/// Nothing if no session was closed, or if nothing came back.
pub fn came_back(dossier: &Dossier) -> Option<CameBack<'_>> {
    let mut closed = dossier.sessions.iter().rev().filter(|session| session.is_closed());
    let session = closed.next()?;
    let mood = |session: &Session| Some((session.on, session.response.as_ref()?.mood?));
    let given_up = |action: &&Action| match &action.state {
        ActionState::NotDone { on, .. } | ActionState::Dropped { on, .. } => *on > session.on,
        _ => false,
    };
    let mut broken: Vec<&Action> = dossier.actions.iter().filter(given_up).collect();
    broken.sort_by_key(|action| (action.owner, action.state.settled_on(), action.id));
    let back = CameBack {
        session,
        objection: dossier.contested().first().copied(),
        words: session.response.as_ref().map_or("", |response| response.words.get().trim()),
        mood: mood(session).map(|(_, mood)| mood),
        earlier: closed.take(2).filter_map(mood).collect(),
        broken,
    };
    (!back.is_empty()).then_some(back)
}

impl CameBack<'_> {
    fn is_empty(&self) -> bool {
        self.objection.is_none() && self.words.is_empty() && self.mood.is_none() && self.broken.is_empty()
    }
}

/// Why a promise was not kept or dropped, and on which day.
pub fn given_up(action: &Action) -> Option<(Date, &str)> {
    match &action.state {
        ActionState::NotDone { on, reason } | ActionState::Dropped { on, reason } => Some((*on, reason)),
        ActionState::Open | ActionState::Done { .. } => None,
    }
}
