//! Feedback and observations: what was seen, dated, for an audience, tagged. The evidence that later judgements
//! stand on.

use crate::domain::{Actor, Audienced, FeedbackId, PersonId, SessionId};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

/// One observation about one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feedback {
    pub id: FeedbackId,
    pub person: PersonId,
    /// The day it speaks of, not the day it was written.
    pub on: Date,
    pub kind: FeedbackKind,
    pub words: Audienced<Sbi>,
    /// Goals, behaviour values and competencies that it is evidence for; without `#`, lower case.
    pub tags: Vec<String>,
    /// The session in which it was given.
    pub session: Option<SessionId>,
    pub by: Actor,
    pub written: Timestamp,
    /// What became of a note that was written outside a session.
    #[serde(default)]
    pub went: Option<Went>,
}

/// Where a note went, so that it is not offered twice. Neither way changes who may read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Went {
    /// Lifted into a session as it is.
    Lifted(SessionId),
    /// Opened into situation, behaviour and impact: a line of a session says the same, and the note stays as it was.
    Opened(FeedbackId),
}

impl Feedback {
    /// The session that it is part of: written in it, or lifted into it.
    pub fn talk(&self) -> Option<SessionId> {
        match self.went {
            Some(Went::Lifted(session)) => self.session.or(Some(session)),
            _ => self.session,
        }
    }
    /// Another record says the same: it counts once.
    pub fn is_opened(&self) -> bool {
        matches!(self.went, Some(Went::Opened(_)))
    }
}

/// `+`, `-` and `=` of the capture line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[serde(rename_all = "snake_case")]
pub enum FeedbackKind {
    Praise,
    Improve,
    Observation,
}

impl FeedbackKind {
    pub fn sign(self) -> char {
        match self {
            FeedbackKind::Praise => '+',
            FeedbackKind::Improve => '-',
            FeedbackKind::Observation => '=',
        }
    }
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// Situation, behaviour, impact, and the intent asked for. A quick note has only a behaviour.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sbi {
    pub situation: String,
    pub behaviour: String,
    pub impact: String,
    pub intent: String,
}

impl Sbi {
    pub fn plain(text: impl Into<String>) -> Self {
        Sbi { behaviour: text.into(), ..Sbi::default() }
    }
    pub fn is_empty(&self) -> bool {
        [&self.situation, &self.behaviour, &self.impact, &self.intent].iter().all(|s| s.trim().is_empty())
    }
    /// The four parts as one text: "situation: behaviour → impact (intent)".
    pub fn text(&self) -> String {
        let mut out = String::new();
        if !self.situation.is_empty() {
            out.push_str(self.situation.trim_end_matches(['.', ':', ',']));
            out.push_str(": ");
        }
        out.push_str(&self.behaviour);
        if !self.impact.is_empty() {
            out.push_str(" → ");
            out.push_str(&self.impact);
        }
        if !self.intent.is_empty() {
            out.push_str(" (");
            out.push_str(&self.intent);
            out.push(')');
        }
        out.trim().to_owned()
    }
}
