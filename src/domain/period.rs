//! Calendar periods: quarters (triwulan) and years.

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

/// A quarter of a calendar year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Quarter {
    pub year: i16,
    /// 1 to 4.
    pub number: u8,
}

impl Quarter {
    pub fn of(day: Date) -> Self {
        Quarter { year: day.year(), number: ((day.month() as u8) - 1) / 3 + 1 }
    }
    pub fn first(self) -> Date {
        date(self.year, (self.number as i8 - 1) * 3 + 1, 1)
    }
    pub fn last(self) -> Date {
        date(self.year, self.number as i8 * 3, 1).last_of_month()
    }
    /// Roman, as the forms have it: "TW IV".
    pub fn roman(self) -> &'static str {
        ["I", "II", "III", "IV"][usize::from(self.number.clamp(1, 4)) - 1]
    }
    /// Days from `today` to the last day.
    pub fn days_left(self, today: Date) -> i64 {
        days_between(today, self.last())
    }
}

/// What a judgement is about: a quarter or a whole year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    Quarter(Quarter),
    Year(i16),
}

impl Period {
    pub fn first(self) -> Date {
        match self {
            Period::Quarter(quarter) => quarter.first(),
            Period::Year(year) => date(year, 1, 1),
        }
    }
    pub fn last(self) -> Date {
        match self {
            Period::Quarter(quarter) => quarter.last(),
            Period::Year(year) => date(year, 12, 31),
        }
    }
    pub fn contains(self, day: Date) -> bool {
        (self.first()..=self.last()).contains(&day)
    }
}

/// Whole days from `from` to `to`; negative if `to` is earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map(|span| i64::from(span.get_days())).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_know_their_days() {
        let q = Quarter::of(date(2026, 11, 21));
        assert_eq!((q.roman(), q.first(), q.last()), ("IV", date(2026, 10, 1), date(2026, 12, 31)));
        assert_eq!(q.days_left(date(2026, 11, 21)), 40);
        assert_eq!(days_between(date(2026, 3, 1), date(2026, 2, 27)), -2);
    }
}
