//! Check-ins: dated values of an indicator with a note and its evidence. A wrong one is corrected by a newer one.

use crate::domain::{Actor, CheckInId, IndicatorId, Number, PersonId, ResultId, SessionId, SharedText};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// What was reached on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckIn {
    pub id: CheckInId,
    pub person: PersonId,
    pub result: ResultId,
    pub indicator: IndicatorId,
    /// The day that the value is of, not the day it was written.
    pub on: Date,
    /// In the indicator's unit: 0 or 1 for yes/no, steps done for milestones, nothing where success is described.
    pub value: Option<Number>,
    /// Belongs to the result's record, which the employee reads: what only the supervisor may read is a note of its own.
    pub note: SharedText,
    /// A reference or a link; may be empty.
    pub evidence: SharedText,
    pub session: Option<SessionId>,
    pub by: Actor,
    pub written: Timestamp,
}

/// The check-ins of one indicator in the order in which they hold: by day, on one day the newest last.
pub fn of_indicator<'a>(check_ins: impl IntoIterator<Item = &'a CheckIn>, indicator: IndicatorId) -> Vec<&'a CheckIn> {
    let mut out: Vec<&CheckIn> = check_ins.into_iter().filter(|c| c.indicator == indicator).collect();
    out.sort_by_key(|c| (c.on, c.written, c.id));
    out
}

/// The value that holds on a day: the newest of the latest day not after it.
pub fn value_on(check_ins: &[CheckIn], indicator: IndicatorId, day: Date) -> Option<(&CheckIn, Number)> {
    let held = check_ins.iter().filter(|c| c.indicator == indicator && c.on <= day && c.value.is_some());
    let newest = held.max_by_key(|c| (c.on, c.written, c.id))?;
    Some((newest, newest.value?))
}
