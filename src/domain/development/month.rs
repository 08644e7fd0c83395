//! The months of plans, and the days on which something is asked again: month ends as the calendar has them, and a
//! working day before and after one that is none.

use crate::domain::{RuleSet, people::cadence::working_day};
use jiff::{ToSpan, civil::Date, civil::Weekday};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A month of a year, written `2027-02`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Month {
    year: i16,
    month: i8,
}

impl Month {
    pub fn new(year: i16, month: i8) -> Option<Self> {
        ((1..=9999).contains(&year) && (1..=12).contains(&month)).then_some(Month { year, month })
    }
    pub fn of(day: Date) -> Self {
        Month { year: day.year().max(1), month: day.month() }
    }
    pub fn year(self) -> i16 {
        self.year
    }
    pub fn number(self) -> i8 {
        self.month
    }
    pub fn first(self) -> Date {
        Date::new(self.year, self.month, 1).unwrap_or(Date::MAX)
    }
    pub fn last(self) -> Date {
        self.first().last_of_month()
    }
    /// 1 to 4.
    pub fn quarter(self) -> u8 {
        ((self.month - 1) / 3 + 1).unsigned_abs()
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for Month {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = "a month is written 2027-02";
        let (year, month) = text.trim().split_once('-').ok_or(wrong)?;
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if year.len() != 4 || !(1..=2).contains(&month.len()) || !digits(year) || !digits(month) {
            return Err(wrong);
        }
        Month::new(year.parse().map_err(|_| wrong)?, month.parse().map_err(|_| wrong)?).ok_or(wrong)
    }
}

impl TryFrom<String> for Month {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}
impl From<Month> for String {
    fn from(month: Month) -> String {
        month.to_string()
    }
}

/// When something is to be: on a day or some time in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    Day(Date),
    Month(Month),
}

impl When {
    pub fn month(self) -> Month {
        match self {
            When::Day(day) => Month::of(day),
            When::Month(month) => month,
        }
    }
    /// The day after which it is late.
    pub fn last(self) -> Date {
        match self {
            When::Day(day) => day,
            When::Month(month) => month.last(),
        }
    }
}

/// The same day so many months later, or the last of a shorter month.
pub fn months_after(day: Date, months: u8) -> Date {
    day.checked_add(i32::from(months).months()).unwrap_or(Date::MAX)
}

/// Days on which two people can meet instead of one on which nobody works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposed {
    pub before: Date,
    pub after: Date,
}

/// `None` for a working day.
pub fn proposed(day: Date, rules: &RuleSet) -> Option<Proposed> {
    let after = working_day(day, rules);
    (after != day).then(|| Proposed { before: working_day_before(day, rules), after })
}

/// The last working day on or before a day.
fn working_day_before(day: Date, rules: &RuleSet) -> Date {
    let mut at = day;
    // As for the day after: ten weeks without a working day are a broken list.
    for _ in 0..70 {
        if !matches!(at.weekday(), Weekday::Saturday | Weekday::Sunday) && !rules.is_holiday(at) {
            return at;
        }
        at = at.yesterday().unwrap_or(at);
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_check_keeps_to_the_end_of_a_shorter_month() {
        assert_eq!(months_after(date(2026, 8, 31), 6), date(2027, 2, 28));
        assert_eq!(months_after(date(2027, 8, 31), 6), date(2028, 2, 29));
        assert_eq!(months_after(date(2026, 8, 20), 3), date(2026, 11, 20));
    }

    #[test]
    fn a_day_on_which_nobody_works_offers_the_working_days_around_it() {
        let rules = RuleSet::default();
        let saturday = proposed(date(2027, 2, 20), &rules).unwrap();
        assert_eq!((saturday.before, saturday.after), (date(2027, 2, 19), date(2027, 2, 22)));
        assert_eq!(proposed(date(2026, 11, 20), &rules), None);
    }

    #[test]
    fn months_are_read_and_written_as_people_sort_them() {
        let month: Month = "2027-2".parse().unwrap();
        assert_eq!((month.to_string(), month.quarter(), month.last()), ("2027-02".into(), 1, date(2027, 2, 28)));
        for wrong in ["2027", "2027-13", "27-02", "2027-00", "2027-02-01", "+027-02"] {
            assert!(wrong.parse::<Month>().is_err(), "{wrong}");
        }
    }
}
