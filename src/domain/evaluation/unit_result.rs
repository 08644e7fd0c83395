//! What is known of a unit in a period: its result with who set it, and the predikat of its other people as counts. All
//! of it is typed or imported; nothing is derived from the people of the team.

use super::pattern::{Counts, OrganisationResult};
use crate::domain::period::EvaluationPeriod;
use crate::domain::{Actor, UnitResultId};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// One a unit and period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitResult {
    /// Follows from unit and period: the same always have the same.
    pub id: UnitResultId,
    /// As the office calls it; it need not be among the units of the store.
    pub unit: String,
    pub period: EvaluationPeriod,
    /// Not set yet if nothing is here.
    pub result: Option<OrganisationResult>,
    /// By whom the result was set, and when, if that is known.
    pub set_by: String,
    pub set_on: Option<Date>,
    /// The unit's people who are not in the team; not known if nothing is here.
    pub others: Option<Counts>,
    /// The list they came with, or empty if they were typed.
    pub source: String,
    /// What stood beside it in a list.
    #[serde(default)]
    pub note: String,
    pub by: Actor,
    pub written: Timestamp,
}

impl UnitResult {
    /// Under which a unit is found: case and spaces make no difference.
    pub fn key(unit: &str) -> String {
        crate::domain::language::clean::fold(&crate::domain::language::clean::clean_line(unit))
    }
}
