//! Feedback sessions (performance dialogue, coaching, counselling) and what becomes of them.

use crate::domain::{Actor, Audienced, PersonId, Private, RecordId, SessionId, Shared, SharedText};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

/// One talk: planned, open, closed, postponed or missed. Feedback and actions of the talk are records of their own
/// that point here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    pub id: SessionId,
    pub person: PersonId,
    pub kind: SessionKind,
    /// The day it is planned for, or was held on.
    pub on: Date,
    pub state: SessionState,
    /// What the talk is for.
    pub purpose: String,
    /// Answers to the coaching prompts.
    pub grow: Option<Audienced<Grow>>,
    pub response: Option<Response>,
    /// The agreed day of the next talk.
    pub next: Option<Date>,
    pub by: Actor,
    pub written: Timestamp,
    /// Corrections after closing: the closed session itself is never edited.
    pub addenda: Vec<Addendum>,
    pub acknowledgement: Option<Acknowledgement>,
    /// The day it was planned for before it was begun: a session that turned out to be none goes back to it.
    #[serde(default)]
    pub planned: Option<Date>,
    /// What stays off its sheet although it is shared and stands on none yet.
    #[serde(default)]
    pub left_out: Vec<LeftOut>,
}

/// A shared record that the supervisor keeps off the sheet of a session. Why is nobody else's business.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    pub record: RecordId,
    pub reason: Private<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[serde(rename_all = "snake_case")]
pub enum SessionKind {
    /// The periodic talk (dialog kinerja).
    Dialogue,
    /// Performance coaching (bimbingan kinerja), with GROW prompts.
    Coaching,
    /// Performance counselling (konseling kinerja).
    Counselling,
}

impl SessionKind {
    pub fn id(self) -> &'static str {
        self.into()
    }
    pub fn next(self) -> Self {
        match self {
            SessionKind::Dialogue => SessionKind::Coaching,
            SessionKind::Coaching => SessionKind::Counselling,
            SessionKind::Counselling => SessionKind::Dialogue,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[serde(rename_all = "snake_case")]
pub enum SessionState {
    Planned,
    Open {
        started: Timestamp,
    },
    Closed {
        at: Timestamp,
        /// Exactly what the employee received, kept for good: the receipt code is a digest of these bytes.
        sheet: Option<SharedText>,
        /// Short digest of the sheet.
        receipt: Option<String>,
    },
    Postponed {
        on: Date,
        to: Option<Date>,
        reason: String,
    },
    Missed {
        on: Date,
        reason: String,
    },
}

impl SessionState {
    pub fn id(&self) -> &'static str {
        self.into()
    }
}

/// Goal, reality, options, will: the answers in a coaching talk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grow {
    pub goal: String,
    pub reality: String,
    pub options: String,
    pub will: String,
}

impl Grow {
    pub fn is_empty(&self) -> bool {
        [&self.goal, &self.reality, &self.options, &self.will].iter().all(|s| s.trim().is_empty())
    }
}

/// The employee's side of the talk, in his or her own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    pub words: Shared<String>,
    /// 1 (heavy) to 5 (good), only if the employee chose one.
    pub mood: Option<u8>,
    /// Nine short statements about the talk, each 1 (not at all) to 5 (fully); see `statement-1` … `statement-9`.
    pub statements: [Option<u8>; 9],
}

impl Response {
    pub fn is_empty(&self) -> bool {
        self.words.get().trim().is_empty() && self.mood.is_none() && self.statements.iter().all(Option::is_none)
    }
}

/// A dated correction of a closed session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addendum {
    pub at: Timestamp,
    pub by: Actor,
    pub text: Audienced<String>,
}

/// What the employee said to the sheet, entered with its receipt code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[serde(rename_all = "snake_case")]
pub enum Acknowledgement {
    #[strum(serialize = "signed")]
    SignedOnPaper {
        on: Date,
    },
    Read {
        on: Date,
    },
    Objects {
        on: Date,
        reason: String,
    },
}

impl Acknowledgement {
    pub fn id(&self) -> &'static str {
        self.into()
    }

    /// Whether the employee may still say this after what was said: who read may sign, and a signature is no
    /// agreement, so the way to an objection stays open. Only an objection is final.
    pub fn may_follow(&self, given: &Acknowledgement) -> bool {
        let step = |answer: &Acknowledgement| match answer {
            Acknowledgement::Read { .. } => 0,
            Acknowledgement::SignedOnPaper { .. } => 1,
            Acknowledgement::Objects { .. } => 2,
        };
        step(self) > step(given)
    }
}

impl Session {
    pub fn is_closed(&self) -> bool {
        matches!(self.state, SessionState::Closed { .. })
    }
    pub fn is_open(&self) -> bool {
        matches!(self.state, SessionState::Open { .. })
    }
    pub fn leaves_out(&self, record: RecordId) -> bool {
        self.left_out.iter().any(|left| left.record == record)
    }
    pub fn is_planned(&self) -> bool {
        matches!(self.state, SessionState::Planned)
    }
    pub fn sheet(&self) -> Option<&SharedText> {
        match &self.state {
            SessionState::Closed { sheet, .. } => sheet.as_ref(),
            _ => None,
        }
    }
    pub fn receipt(&self) -> Option<&str> {
        match &self.state {
            SessionState::Closed { receipt, .. } => receipt.as_deref(),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::sessions::session::*;
    use jiff::civil::date;

    #[test]
    fn who_read_may_sign_or_object_who_signed_may_object_and_an_objection_is_final() {
        let on = date(2026, 11, 21);
        let read = Acknowledgement::Read { on };
        let signed = Acknowledgement::SignedOnPaper { on };
        let objects = Acknowledgement::Objects { on, reason: "angka belum final".into() };
        for (given, next) in [(&read, vec![&signed, &objects]), (&signed, vec![&objects]), (&objects, vec![])] {
            let may: Vec<_> = [&read, &signed, &objects].into_iter().filter(|answer| answer.may_follow(given)).collect();
            assert_eq!(may, next, "after {given:?}");
        }
    }
}
