//! Calendar periods: quarters (triwulan), years, and the part of a year that a plan is for.

use super::Number;
use jiff::civil::Date;
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
        first_of(self.year, self.last_month() - 2)
    }
    pub fn last(self) -> Date {
        first_of(self.year, self.last_month()).last_of_month()
    }
    fn last_month(self) -> i8 {
        3 * i8::try_from(self.number).unwrap_or(4).clamp(1, 4)
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

/// From a first to a last day, both part of it; the first is not later than the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Period {
    pub from: Date,
    pub until: Date,
}

impl Period {
    /// `None` if it would end before it begins.
    pub fn new(from: Date, until: Date) -> Option<Period> {
        (from <= until).then_some(Period { from, until })
    }
    pub fn year(year: i16) -> Period {
        Period { from: first_of(year, 1), until: first_of(year, 12).last_of_month() }
    }
    pub fn contains(self, day: Date) -> bool {
        self.from <= day && day <= self.until
    }
    pub fn days(self) -> i64 {
        days_between(self.from, self.until) + 1
    }
    /// How much of it has passed at the end of a day: 0 before it, 1 from its last day on.
    pub fn passed(self, day: Date) -> Number {
        let days = (days_between(self.from, day) + 1).clamp(0, self.days());
        Number::from(days).over(Number::from(self.days())).unwrap_or(Number::ONE)
    }
    /// The whole calendar year after it.
    pub fn next_year(self) -> Period {
        Period::year(self.until.year().saturating_add(1))
    }
}

/// What a judgement is about: a quarter or a whole year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvaluationPeriod {
    Quarter(Quarter),
    Year(i16),
}

impl EvaluationPeriod {
    pub fn first(self) -> Date {
        match self {
            EvaluationPeriod::Quarter(quarter) => quarter.first(),
            EvaluationPeriod::Year(year) => Period::year(year).from,
        }
    }
    pub fn last(self) -> Date {
        match self {
            EvaluationPeriod::Quarter(quarter) => quarter.last(),
            EvaluationPeriod::Year(year) => Period::year(year).until,
        }
    }
    pub fn contains(self, day: Date) -> bool {
        (self.first()..=self.last()).contains(&day)
    }
}

/// A year that the calendar does not have becomes its first or last one.
fn first_of(year: i16, month: i8) -> Date {
    Date::new(year.clamp(Date::MIN.year(), Date::MAX.year()), month, 1).unwrap_or(Date::MAX)
}

/// Whole days from `from` to `to`; negative if `to` is earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map(|span| i64::from(span.get_days())).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn years_beyond_the_calendar_are_its_last_ones() {
        assert_eq!((Period::year(i16::MAX).until, Period::year(i16::MIN).from), (Date::MAX, Date::MIN));
        assert_eq!(Quarter { year: 2026, number: 255 }.first(), date(2026, 10, 1));
        assert_eq!(Quarter { year: i16::MAX, number: 0 }.last(), date(9999, 3, 31));
    }

    #[test]
    fn a_period_passes_from_its_first_to_its_last_day() {
        let year = Period::year(2026);
        assert_eq!(year.days(), 365);
        assert_eq!((year.passed(date(2025, 12, 31)), year.passed(date(2026, 12, 31))), (Number::ZERO, Number::ONE));
        assert_eq!(year.passed(date(2026, 7, 2)).percent(), 50);
        assert_eq!((year.passed(date(2027, 3, 1)), Period::new(date(2026, 2, 2), date(2026, 2, 1))), (Number::ONE, None));
    }

    #[test]
    fn quarters_know_their_days() {
        let q = Quarter::of(date(2026, 11, 21));
        assert_eq!((q.roman(), q.first(), q.last()), ("IV", date(2026, 10, 1), date(2026, 12, 31)));
        assert_eq!(q.days_left(date(2026, 11, 21)), 40);
        assert_eq!(days_between(date(2026, 3, 1), date(2026, 2, 27)), -2);
    }
}
