//! What was noted since the last closed session: what step 4 of the next one offers. Reads only; nothing is told here.

use crate::domain::competency::{Rater, Rating};
use crate::domain::{
    Action, Audience, CheckIn, CheckInId, Dossier, Feedback, FeedbackId, RatingId, RecordId, Session, SessionId,
    SessionState, Went,
};
use jiff::{Timestamp, civil::Date};

/// The newest first, each kind by itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Since<'d> {
    /// Notes of any reader, those too that were taken into this session, at their place.
    pub notes: Vec<&'d Feedback>,
    /// Shared notes from before the last session that no session has taken up.
    pub older: Vec<&'d Feedback>,
    pub values: Vec<&'d CheckIn>,
    pub ratings: Vec<&'d Rating>,
}

/// A line of the news about goals and competencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum News {
    Value(CheckInId),
    Rating(RatingId),
}

impl News {
    pub fn record(self) -> RecordId {
        match self {
            News::Value(id) => RecordId::CheckIn(id),
            News::Rating(id) => RecordId::Rating(id),
        }
    }
}

/// What is new for a session: since the last one that was closed before it, or since the beginning. For one that is
/// closed nothing counts that was written after its closing, whenever it is asked.
pub fn since<'d>(dossier: &'d Dossier, session: SessionId) -> Since<'d> {
    let (last, end) = (before(dossier, session), end(dossier, session));
    let is_new = |on: Date, written: Timestamp| {
        last.is_none_or(|(day, at)| on > day || written > at) && end.is_none_or(|end| written <= end)
    };
    let offered = |f: &&Feedback| f.session.is_none() && is_offered(dossier, f, session);
    let (mut notes, older): (Vec<_>, Vec<_>) =
        dossier.feedback.iter().rev().filter(offered).partition(|f| is_new(f.on, f.written));
    let (taken, older): (Vec<_>, Vec<_>) = older.into_iter().partition(|f| f.went.is_some());
    // An older one that was taken into this session stands with the others, so that it does not vanish under the cursor.
    notes.extend(taken);
    let values = dossier.check_ins.iter().rev().filter(|c| c.session.is_none() && is_new(c.on, c.written));
    let own = |r: &&Rating| r.session.is_none() && r.rater == Rater::Supervisor && is_new(r.on, r.written);
    Since {
        notes,
        older: older.into_iter().filter(|f| f.words.audience() == Audience::Shared).collect(),
        values: values.collect(),
        ratings: dossier.ratings.iter().rev().filter(own).collect(),
    }
}

/// What is shared, new and on no sheet yet: the sheet of the session that is open has it, unless it was left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Untold<'d> {
    pub notes: Vec<&'d Feedback>,
    pub values: Vec<&'d CheckIn>,
    /// Their reasons were shared; the levels were not.
    pub ratings: Vec<&'d Rating>,
    /// Promises that were made and settled between two sessions; those still open are followed up on the sheet anyway.
    pub actions: Vec<&'d Action>,
}

/// The oldest first, as a sheet tells it.
pub fn untold<'d>(dossier: &'d Dossier, session: &Session) -> Untold<'d> {
    let since = since(dossier, session.id);
    let stays = |record: RecordId| !session.leaves_out(record);
    let shared =
        |note: &&&Feedback| note.went.is_none() && note.words.shared().is_some() && stays(RecordId::Feedback(note.id));
    let said = |rating: &&&Rating| {
        rating.reason.shared().is_some_and(|reason| !reason.get().trim().is_empty()) && stays(RecordId::Rating(rating.id))
    };
    let (last, end) = (before(dossier, session.id), end(dossier, session.id));
    let is_new = |action: &&Action| {
        let after = last.is_none_or(|(day, at)| action.on > day || action.written > at);
        after && end.is_none_or(|end| action.written <= end)
    };
    let settled = |action: &&Action| {
        let before = action.state.settled_on().is_some_and(|on| on < session.on);
        action.session.is_none() && before && action.text.shared().is_some() && stays(RecordId::Action(action.id))
    };
    Untold {
        notes: since.notes.iter().rev().filter(shared).copied().collect(),
        values: since.values.iter().rev().filter(|value| stays(RecordId::CheckIn(value.id))).copied().collect(),
        ratings: since.ratings.iter().rev().filter(said).copied().collect(),
        actions: dossier.actions.iter().filter(is_new).filter(settled).collect(),
    }
}

impl Untold<'_> {
    /// What will be read of it, for the guard of the sheet.
    pub fn texts(&self) -> Vec<(RecordId, String)> {
        let Untold { notes, values, ratings, actions } = self;
        let notes = notes.iter().map(|note| (RecordId::Feedback(note.id), note.words.for_supervisor().text()));
        let said = |value: &CheckIn| format!("{}. {}", value.note.get(), value.evidence.get());
        let values = values.iter().map(|value| (RecordId::CheckIn(value.id), said(value)));
        let reasons = ratings.iter().map(|r| (RecordId::Rating(r.id), r.reason.for_supervisor().clone()));
        let promises = actions.iter().map(|a| (RecordId::Action(a.id), a.text.for_supervisor().clone()));
        notes.chain(values).chain(reasons).chain(promises).collect()
    }

    pub fn count(&self) -> usize {
        self.notes.len() + self.values.len() + self.ratings.len() + self.actions.len()
    }
}

/// A note that went nowhere, or into this very session.
fn is_offered(dossier: &Dossier, note: &Feedback, session: SessionId) -> bool {
    match note.went {
        None => true,
        Some(Went::Lifted(into)) => into == session,
        Some(Went::Opened(line)) => is_line_of(dossier, line, session),
    }
}

fn is_line_of(dossier: &Dossier, line: FeedbackId, session: SessionId) -> bool {
    dossier.feedback(line).is_some_and(|line| line.session == Some(session))
}

/// The last session that was closed before this one, or at all while this one is open.
fn before(dossier: &Dossier, session: SessionId) -> Option<(Date, Timestamp)> {
    let end = end(dossier, session);
    let others = dossier.sessions.iter().rev().filter(|other| other.id != session);
    others.filter_map(closed).find(|(_, at)| end.is_none_or(|end| *at < end))
}

/// When the session was closed.
fn end(dossier: &Dossier, session: SessionId) -> Option<Timestamp> {
    dossier.sessions.iter().find(|other| other.id == session).and_then(closed).map(|(_, at)| at)
}

fn closed(session: &Session) -> Option<(Date, Timestamp)> {
    match session.state {
        SessionState::Closed { at, .. } => Some((session.on, at)),
        _ => None,
    }
}

impl Since<'_> {
    pub fn news(&self) -> Vec<News> {
        let values = self.values.iter().map(|value| News::Value(value.id));
        values.chain(self.ratings.iter().map(|rating| News::Rating(rating.id))).collect()
    }
}
