//! What is kept of an evaluation: the judgement with its period, assessor and reasons, the paper that was handed over,
//! the answer to it. Both ratings are typed by the assessor; the predikat is not kept but follows from the matrix, and
//! what a paper said stays as the paper said it.

use super::predicate::Predicate;
use crate::domain::competency::{Evidence, ExpectationRating};
use crate::domain::period::EvaluationPeriod;
use crate::domain::{Acknowledgement, Actor, Audienced, Capacity, EvaluationId, Period, PersonId, RuleSet, SharedText};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// One judgement of one person over one period or a part of it. A handed over one is never edited: a new one supersedes
/// it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evaluation {
    pub id: EvaluationId,
    pub person: PersonId,
    pub period: EvaluationPeriod,
    /// The days that are judged: the period, or the part of it before or after a transfer.
    pub span: Period,
    pub assessor: Assessor,
    /// The post that was judged, as it was called then.
    pub position: Option<String>,
    /// The post is one that the person fills for the time being (Plt, Plh): it counts in no distribution.
    pub acting_post: bool,
    pub judgement: Judgement,
    /// Why; may be empty.
    pub reason: Audienced<String>,
    pub evidence: Vec<Evidence>,
    /// Catatan/rekomendasi, written to be read by the person; may be empty.
    pub notes: SharedText,
    /// The day it was set.
    pub on: Date,
    pub origin: Origin,
    /// Whole months for credit points, where the supervisor settled to which row a month belongs that a transfer cuts.
    pub credit_months: Option<u8>,
    /// The one whose place it takes, and why.
    pub supersedes: Option<Superseded>,
    pub handed_over: Option<HandOver>,
    pub withdrawn: Option<Withdrawal>,
    pub by: Actor,
    pub written: Timestamp,
}

/// Who judged, and in which capacity.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessor {
    pub name: String,
    /// If he or she is among the people of this store.
    pub person: Option<PersonId>,
    pub capacity: Capacity,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Judgement {
    Rated {
        results: ExpectationRating,
        behaviour: ExpectationRating,
    },
    /// An old list gave the predikat alone.
    PredicateOnly {
        predicate: Predicate,
    },
    NotAssessed {
        why: NotAssessed,
        note: String,
    },
}

/// Why somebody is not assessed here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotAssessed {
    /// Cuti di luar tanggungan negara, or another long leave.
    Leave,
    /// Tugas belajar.
    StudyAssignment,
    /// In the post for too few days.
    TooShort,
    OtherAssessor,
    Other,
}

impl NotAssessed {
    pub const ALL: [NotAssessed; 5] = [
        NotAssessed::Leave,
        NotAssessed::StudyAssignment,
        NotAssessed::TooShort,
        NotAssessed::OtherAssessor,
        NotAssessed::Other,
    ];

    pub fn id(self) -> &'static str {
        match self {
            NotAssessed::Leave => "leave",
            NotAssessed::StudyAssignment => "study_assignment",
            NotAssessed::TooShort => "too_short",
            NotAssessed::OtherAssessor => "other_assessor",
            NotAssessed::Other => "other",
        }
    }
}

/// Where it comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Typed here.
    #[default]
    Typed,
    /// Came in with a list. `said` is the predikat that stood in it, which may break the matrix.
    Imported { file: String, row: u32, said: Option<Predicate> },
    /// By the decision on an objection.
    Decided,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Superseded {
    pub id: EvaluationId,
    /// For the supervisor.
    pub reason: String,
}

/// The paper as the employee received it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOver {
    /// The day the employee had it in hand: the deadlines run from here.
    pub on: Date,
    /// Exactly what was handed over: the code is a digest of these bytes.
    pub sheet: SharedText,
    pub receipt: String,
    /// As it was at that moment.
    pub predicate: Option<Predicate>,
    pub answer: Option<Acknowledgement>,
}

/// Taken out of force, with a reason that only the supervisor reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    pub on: Date,
    pub reason: String,
    pub by: Actor,
}

impl Evaluation {
    pub fn results(&self) -> Option<ExpectationRating> {
        if let Judgement::Rated { results, .. } = self.judgement { Some(results) } else { None }
    }
    pub fn behaviour(&self) -> Option<ExpectationRating> {
        if let Judgement::Rated { behaviour, .. } = self.judgement { Some(behaviour) } else { None }
    }
    /// By its two ratings through the matrix, whatever a list said.
    pub fn predicate(&self, rules: &RuleSet) -> Option<Predicate> {
        match self.judgement {
            Judgement::Rated { results, behaviour } => Some(rules.matrix.predicate(results, behaviour)),
            Judgement::PredicateOnly { predicate } => Some(predicate),
            Judgement::NotAssessed { .. } => None,
        }
    }
    /// What a list said against the matrix: said, and right.
    pub fn matrix_mismatch(&self, rules: &RuleSet) -> Option<(Predicate, Predicate)> {
        let (Origin::Imported { said: Some(said), .. }, Some(right)) = (&self.origin, self.predicate(rules)) else {
            return None;
        };
        (*said != right).then_some((*said, right))
    }
    pub fn is_assessed(&self) -> bool {
        !matches!(self.judgement, Judgement::NotAssessed { .. })
    }
    /// Only a part of its period.
    pub fn is_part(&self) -> bool {
        self.span != self.period.span()
    }
    pub fn answer(&self) -> Option<&Acknowledgement> {
        self.handed_over.as_ref().and_then(|handed| handed.answer.as_ref())
    }
    /// Orders evaluations of a person: by what they judge, then by when they were made.
    pub fn moment(&self) -> (Date, Date, Timestamp, EvaluationId) {
        (self.span.until, self.on, self.written, self.id)
    }
}
