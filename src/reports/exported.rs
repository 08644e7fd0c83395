//! What an export says of one record, of whatever kind: the parts that programs rely on.

use crate::domain::{Audience, CompetencyId, ResultId, Shared, SharedText};
use jiff::{Timestamp, civil::Date};
use serde::Serialize;
use serde_json::Value;

/// The parts that every record has, then those of its kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExportRecord {
    pub id: String,
    /// The person's identifier.
    pub person: String,
    pub kind: &'static str,
    pub audience: Audience,
    /// When it was written.
    pub at: Timestamp,
    /// Who wrote it.
    pub by: String,
    pub text: Option<String>,
    /// The day it speaks of.
    pub on: Date,
    #[serde(flatten)]
    pub more: Value,
}

/// One record of those that the employee may see. Its text can only be [`Shared`].
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SharedRecord {
    pub id: String,
    pub person: String,
    pub kind: &'static str,
    pub audience: Audience,
    pub at: Timestamp,
    pub by: String,
    pub text: Option<SharedText>,
    pub on: Date,
    #[serde(flatten)]
    pub more: SharedParts,
}

/// What else a shared record says; only what its kind has.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SharedParts {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parts: Option<Shared<crate::domain::Sbi>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<crate::domain::Owner>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<SharedText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response: Option<SharedText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receipt: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acknowledgement: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub addenda: Option<Vec<SharedText>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<ResultId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<SharedText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub competency: Option<CompetencyId>,
    /// Since when it counts for nothing: it stands on a sheet in somebody's hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Date>,
    /// What else of it was written to be read by the employee.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lines: Option<Vec<SharedText>>,
}
