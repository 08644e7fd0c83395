//! How often a session is due.

use crate::domain::calendar::Calendar;
use crate::domain::ruleset::RuleSet;
use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A rhythm in whole weeks or months. Written `2w` and `1m`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cadence {
    Weeks(u8),
    Months(u8),
}

impl Cadence {
    /// The same day one rhythm later; the last day of a shorter month.
    pub fn after(self, day: Date) -> Date {
        let span = match self {
            Cadence::Weeks(n) => i64::from(n).weeks(),
            Cadence::Months(n) => i64::from(n).months(),
        };
        day.checked_add(span).unwrap_or(Date::MAX)
    }

    /// About how many days.
    pub fn days(self) -> i64 {
        match self {
            Cadence::Weeks(n) => i64::from(n) * 7,
            Cadence::Months(n) => i64::from(n) * 30,
        }
    }
}

impl fmt::Display for Cadence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cadence::Weeks(n) => write!(f, "{n}w"),
            Cadence::Months(n) => write!(f, "{n}m"),
        }
    }
}

impl FromStr for Cadence {
    type Err = ();
    /// `2w`, `2 minggu`, `2 weeks`, `1m`, `1 bulan`, `3 months`.
    fn from_str(s: &str) -> Result<Self, ()> {
        let s = s.trim().to_lowercase();
        let split = s.find(|c: char| !c.is_ascii_digit()).ok_or(())?;
        let number: u8 = s[..split].parse().map_err(|_| ())?;
        if !(1..=52).contains(&number) {
            return Err(());
        }
        match s[split..].trim() {
            "w" | "mg" | "minggu" | "week" | "weeks" | "pekan" => Ok(Cadence::Weeks(number)),
            "m" | "b" | "bl" | "bln" | "bulan" | "month" | "months" => Ok(Cadence::Months(number)),
            _ => Err(()),
        }
    }
}

/// The first working day on or after `day`: no weekend, no listed holiday.
pub fn working_day(day: Date, rules: &RuleSet) -> Date {
    Calendar::of(rules).first_worked(day)
}

#[cfg(test)]
mod tests {
    use crate::domain::people::cadence::*;
    use jiff::civil::date;

    #[test]
    fn a_month_later_is_the_same_day_or_the_last_of_a_shorter_month() {
        assert_eq!(Cadence::Months(1).after(date(2026, 1, 31)), date(2026, 2, 28));
        assert_eq!(Cadence::Weeks(2).after(date(2026, 12, 25)), date(2027, 1, 8));
    }

    #[test]
    fn weekends_and_holidays_are_stepped_over() {
        let rules = RuleSet::default();
        assert_eq!(working_day(date(2026, 11, 21), &rules), date(2026, 11, 23));
        assert_eq!(working_day(date(2026, 12, 25), &rules), date(2026, 12, 28));
    }

    #[test]
    fn rhythms_are_read_in_both_languages() {
        assert_eq!("2 minggu".parse(), Ok(Cadence::Weeks(2)));
        assert_eq!("1m".parse(), Ok(Cadence::Months(1)));
        assert_eq!("3 months".parse(), Ok(Cadence::Months(3)));
        assert!("0m".parse::<Cadence>().is_err());
        assert!("bulan".parse::<Cadence>().is_err());
    }
}
