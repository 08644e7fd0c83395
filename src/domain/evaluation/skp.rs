//! A plan (SKP) as e-Kinerja lists it: whose it is, in which post, from when to when. What is planned in it are goals; this
//! says which judgement in e-Kinerja belongs to whom.

use crate::domain::{Actor, Period, PersonId, SkpId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skp {
    /// Follows from the number.
    pub id: SkpId,
    pub person: PersonId,
    /// The identifier that e-Kinerja gives it, by which its two reports belong together.
    pub number: String,
    /// As they were called then; may be empty.
    pub position: String,
    pub unit: String,
    /// As e-Kinerja calls it: `persetujuan`, `draft`.
    pub status: String,
    pub model: String,
    pub span: Period,
    /// The post is one that the person fills for the time being (Plt, Plh).
    pub acting_post: bool,
    pub by: Actor,
    pub written: Timestamp,
}

impl Skp {
    /// Whether two regular plans of one person speak of the same days.
    pub fn overlap(&self, other: &Skp) -> Option<Period> {
        let apart = self.number == other.number || self.person != other.person || self.acting_post || other.acting_post;
        let both = Period::new(self.span.from.max(other.span.from), self.span.until.min(other.span.until));
        both.filter(|_| !apart)
    }
}
