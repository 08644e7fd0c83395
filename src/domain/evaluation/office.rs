//! What the office keeps for evaluations besides those of people: results of units, and lists of holidays that came in.
//! Part of the roster, since every list needs it.

use super::unit_result::UnitResult;
use crate::domain::calendar::HolidayYear;
use crate::domain::period::EvaluationPeriod;
use crate::domain::{Actor, HolidayListId, Op, Record, UnitResultId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The holidays of a year as they came in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HolidayList {
    /// Follows from the year.
    pub id: HolidayListId,
    pub list: HolidayYear,
    pub by: Actor,
    pub written: Timestamp,
}

/// Which unit's result is meant where nobody names one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NearestResult<'o> {
    Of(&'o UnitResult),
    Unknown,
    /// None of them is near, and there are several.
    Several,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeFacts {
    unit_results: BTreeMap<UnitResultId, UnitResult>,
    holidays: BTreeMap<i16, HolidayList>,
}

impl OfficeFacts {
    pub fn unit_result(&self, id: UnitResultId) -> Option<&UnitResult> {
        self.unit_results.get(&id)
    }
    /// What is known of units in a period.
    pub fn of_period(&self, period: EvaluationPeriod) -> Vec<&UnitResult> {
        self.unit_results.values().filter(|result| result.period == period).collect()
    }
    /// What is known of the nearest of these units, the innermost first; of the only one that is kept, otherwise.
    pub fn nearest<'u>(&self, period: EvaluationPeriod, units: impl IntoIterator<Item = &'u str>) -> NearestResult<'_> {
        let kept = self.of_period(period);
        let find = |unit: &str| kept.iter().find(|result| UnitResult::key(&result.unit) == UnitResult::key(unit));
        match (units.into_iter().find_map(find), kept.as_slice()) {
            (Some(result), _) => NearestResult::Of(result),
            (None, []) => NearestResult::Unknown,
            (None, [one]) => NearestResult::Of(one),
            (None, _) => NearestResult::Several,
        }
    }
    pub fn unit_results(&self) -> impl Iterator<Item = &UnitResult> {
        self.unit_results.values()
    }
    pub fn holidays(&self, year: i16) -> Option<&HolidayList> {
        self.holidays.get(&year)
    }
    pub fn holiday_lists(&self) -> impl Iterator<Item = &HolidayList> {
        self.holidays.values()
    }

    /// Follows an operation; one about something else changes nothing.
    pub fn apply(&mut self, op: &Op) {
        match op.after() {
            Some(record) => self.put(record),
            None => match op.record() {
                Record::UnitResult(result) => drop(self.unit_results.remove(&result.id)),
                Record::HolidayList(list) => drop(self.holidays.remove(&list.list.year)),
                _ => {}
            },
        }
    }

    pub fn put(&mut self, record: &Record) {
        match record {
            Record::UnitResult(result) => drop(self.unit_results.insert(result.id, result.clone())),
            Record::HolidayList(list) => drop(self.holidays.insert(list.list.year, list.clone())),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::period::Quarter;

    #[test]
    fn the_nearest_unit_says_its_result_and_several_far_ones_say_none() {
        let period = EvaluationPeriod::Quarter(Quarter { year: 2026, number: 4 });
        let mut office = OfficeFacts::default();
        let mut know = |unit: &str| {
            let result = UnitResult {
                id: UnitResultId::of(&UnitResult::key(unit), period),
                unit: unit.to_owned(),
                period,
                result: None,
                set_by: String::new(),
                set_on: None,
                others: None,
                source: String::new(),
                note: String::new(),
                by: Actor::default(),
                written: Timestamp::UNIX_EPOCH,
            };
            office.put(&Record::UnitResult(result));
        };
        know("Seksi Pelayanan Umum");
        know("Kecamatan Medan Meranti");
        let of = |units: &[&str]| match office.nearest(period, units.iter().copied()) {
            NearestResult::Of(result) => result.unit.clone(),
            NearestResult::Unknown => "unknown".to_owned(),
            NearestResult::Several => "several".to_owned(),
        };
        assert_eq!(of(&["seksi pelayanan  umum", "Kecamatan Medan Meranti"]), "Seksi Pelayanan Umum");
        assert_eq!(of(&["Seksi Lain", "Kecamatan Medan Meranti"]), "Kecamatan Medan Meranti");
        assert_eq!(of(&["Dinas Lain"]), "several");
        assert!(matches!(office.nearest(period.previous(), ["Seksi Pelayanan Umum"]), NearestResult::Unknown));
    }
}
