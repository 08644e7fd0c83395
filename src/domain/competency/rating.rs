//! A rating: what somebody judged about one competency of one person on one day. Ratings are added, never edited: a
//! better judgement is a newer rating, and the history of all of them stays.

use super::evidence::Evidence;
use super::framework::CompetencyId;
use super::level::Level;
use crate::domain::{Actor, Audienced, PersonId, RatingId, SessionId};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    pub id: RatingId,
    pub person: PersonId,
    pub competency: CompetencyId,
    pub value: RatingValue,
    pub rater: Rater,
    /// The day of the judgement, not the day it was written down.
    pub on: Date,
    /// May be empty.
    pub reason: Audienced<String>,
    pub evidence: Vec<Evidence>,
    /// What it is mostly about, where one of the three can be told apart.
    pub facet: Option<Facet>,
    /// The framework in whose words it was given.
    pub framework: String,
    pub session: Option<SessionId>,
    pub by: Actor,
    pub written: Timestamp,
}

/// A level, or that nothing could be seen: never a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RatingValue {
    Level(Level),
    NotObserved,
}

impl RatingValue {
    pub fn level(self) -> Option<Level> {
        match self {
            RatingValue::Level(level) => Some(level),
            RatingValue::NotObserved => None,
        }
    }
}

/// Who judged.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[serde(rename_all = "snake_case")]
pub enum Rater {
    Supervisor,
    /// The person about himself or herself.
    Employee,
    /// Somebody else, by name: a colleague, a team leader, who is served.
    Other(String),
}

impl Rater {
    pub fn id(&self) -> &'static str {
        self.into()
    }
}

/// The three sides of a competency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[serde(rename_all = "snake_case")]
pub enum Facet {
    Knowledge,
    Skill,
    Attitude,
}

impl Facet {
    pub const ALL: [Facet; 3] = [Facet::Knowledge, Facet::Skill, Facet::Attitude];

    pub fn id(self) -> &'static str {
        self.into()
    }
}

impl Rating {
    /// Orders ratings by when they hold: of one day, what was written later.
    pub fn moment(&self) -> (Date, Timestamp, RatingId) {
        (self.on, self.written, self.id)
    }
    pub fn level(&self) -> Option<Level> {
        self.value.level()
    }
    pub fn has_evidence(&self) -> bool {
        !self.evidence.is_empty()
    }
}
