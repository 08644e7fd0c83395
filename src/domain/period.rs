//! Calendar periods: months, quarters (triwulan), years, and the part of a year that a plan is for.

use super::Number;
use super::RuleSet;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

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

/// A month of a calendar year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Month {
    pub year: i16,
    /// 1 to 12.
    pub number: u8,
}

impl Month {
    pub fn of(day: Date) -> Self {
        Month { year: day.year(), number: day.month().unsigned_abs() }
    }
    pub fn first(self) -> Date {
        first_of(self.year, i8::try_from(self.number).unwrap_or(12).clamp(1, 12))
    }
    pub fn last(self) -> Date {
        self.first().last_of_month()
    }
}

/// What a judgement is about: a quarter, a whole year or a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvaluationPeriod {
    Quarter(Quarter),
    Year(i16),
    Month(Month),
}

/// How long the periods are in which an office evaluates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeriodKind {
    #[serde(alias = "bulan")]
    Month,
    #[serde(alias = "triwulan")]
    Quarter,
    #[serde(alias = "tahun")]
    Year,
}

impl PeriodKind {
    pub fn id(self) -> &'static str {
        match self {
            PeriodKind::Month => "month",
            PeriodKind::Quarter => "quarter",
            PeriodKind::Year => "year",
        }
    }
    /// The one that a day lies in.
    pub fn at(self, day: Date) -> EvaluationPeriod {
        match self {
            PeriodKind::Month => EvaluationPeriod::Month(Month::of(day)),
            PeriodKind::Quarter => EvaluationPeriod::Quarter(Quarter::of(day)),
            PeriodKind::Year => EvaluationPeriod::Year(day.year()),
        }
    }
}

/// Days after its end until which a period is to be evaluated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FillBy {
    pub month: u16,
    pub quarter: u16,
    pub year: u16,
}

impl Default for FillBy {
    /// Two weeks; of a year, the end of January.
    fn default() -> Self {
        FillBy { month: 14, quarter: 14, year: 31 }
    }
}

impl EvaluationPeriod {
    pub fn first(self) -> Date {
        match self {
            EvaluationPeriod::Month(month) => month.first(),
            EvaluationPeriod::Quarter(quarter) => quarter.first(),
            EvaluationPeriod::Year(year) => Period::year(year).from,
        }
    }
    pub fn last(self) -> Date {
        match self {
            EvaluationPeriod::Month(month) => month.last(),
            EvaluationPeriod::Quarter(quarter) => quarter.last(),
            EvaluationPeriod::Year(year) => Period::year(year).until,
        }
    }
    pub fn contains(self, day: Date) -> bool {
        (self.first()..=self.last()).contains(&day)
    }
    pub fn span(self) -> Period {
        Period { from: self.first(), until: self.last() }
    }
    pub fn kind(self) -> PeriodKind {
        match self {
            EvaluationPeriod::Month(_) => PeriodKind::Month,
            EvaluationPeriod::Quarter(_) => PeriodKind::Quarter,
            EvaluationPeriod::Year(_) => PeriodKind::Year,
        }
    }
    /// The one with exactly these days.
    pub fn of_span(span: Period) -> Option<EvaluationPeriod> {
        let kinds = [PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Year];
        kinds.into_iter().map(|kind| kind.at(span.from)).find(|period| period.span() == span)
    }
    /// The one of the same kind after it.
    pub fn following(self) -> EvaluationPeriod {
        self.kind().at(self.last().tomorrow().unwrap_or(Date::MAX))
    }
    /// The one of the same kind before it.
    pub fn previous(self) -> EvaluationPeriod {
        self.kind().at(self.first().yesterday().unwrap_or(Date::MIN))
    }
    /// The last day on which it is to be evaluated, by the rules.
    pub fn fill_by(self, rules: &RuleSet) -> Date {
        let days = match self.kind() {
            PeriodKind::Month => rules.fill_by.month,
            PeriodKind::Quarter => rules.fill_by.quarter,
            PeriodKind::Year => rules.fill_by.year,
        };
        self.last().checked_add(i32::from(days).days()).unwrap_or(Date::MAX)
    }
    /// Whether the office evaluates in periods of this kind.
    pub fn is_used(self, rules: &RuleSet) -> bool {
        rules.period_kinds.contains(&self.kind())
    }

    /// As people and machines write it: `2026`, `2026-Q4`, `2026-11`, `TW IV 2026`, `November 2026`.
    pub fn read(text: &str) -> Option<EvaluationPeriod> {
        let folded = super::language::clean::fold(text);
        let parts = folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
        let filler = ["tahun", "tahunan", "year", "bulan", "month", "periode", "period"];
        let (years, rest): (Vec<&str>, Vec<&str>) =
            parts.filter(|part| !filler.contains(part)).partition(|part| part.len() == 4 && part.parse::<i16>().is_ok());
        let [year] = years[..] else { return None };
        let year: i16 = year.parse().ok().filter(|year| (1900..2200).contains(year))?;
        let quarter = |number: u8| EvaluationPeriod::Quarter(Quarter { year, number });
        let month = |number: i8| EvaluationPeriod::Month(Month { year, number: number.unsigned_abs() });
        match rest[..] {
            [] => Some(EvaluationPeriod::Year(year)),
            [word, number] if QUARTER_WORDS.contains(&word) => quarter_number(number).map(quarter),
            [word] => {
                let joined = QUARTER_WORDS.iter().find_map(|begin| word.strip_prefix(begin)).and_then(quarter_number);
                let number = || word.parse().ok().filter(|number| (1..=12).contains(number) && word.len() <= 2);
                joined.map(quarter).or_else(|| super::language::months::month(word).or_else(number).map(month))
            }
            _ => None,
        }
    }
}

const QUARTER_WORDS: [&str; 5] = ["triwulan", "tw", "quarter", "kuartal", "q"];

fn quarter_number(word: &str) -> Option<u8> {
    let number = ["i", "ii", "iii", "iv"].iter().zip(1..).find(|(roman, _)| **roman == word).map(|(_, number)| number);
    number.or_else(|| word.parse().ok().filter(|number| (1..=4).contains(number)))
}

/// For machines and the command line; [`EvaluationPeriod::read`] reads it.
impl fmt::Display for EvaluationPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EvaluationPeriod::Month(month) => write!(f, "{:04}-{:02}", month.year, month.number),
            EvaluationPeriod::Quarter(quarter) => write!(f, "{:04}-Q{}", quarter.year, quarter.number),
            EvaluationPeriod::Year(year) => write!(f, "{year:04}"),
        }
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

    #[test]
    fn periods_are_read_as_people_write_them_and_written_for_machines() {
        for (text, written) in [
            ("2026", "2026"),
            ("Tahun 2026", "2026"),
            ("2026-Q4", "2026-Q4"),
            ("q4 2026", "2026-Q4"),
            ("TW IV 2026", "2026-Q4"),
            ("Triwulan 2 / 2026", "2026-Q2"),
            ("tw3-2026", "2026-Q3"),
            ("2026-11", "2026-11"),
            ("11/2026", "2026-11"),
            ("Bulan November 2026", "2026-11"),
        ] {
            let period = EvaluationPeriod::read(text).map(|period| period.to_string());
            assert_eq!(period.as_deref(), Some(written), "{text}");
        }
        for text in ["", "TW V 2026", "2026-13", "2026-Q0", "2026 2027", "setahun", "TW IV", "1 November 2026"] {
            assert_eq!(EvaluationPeriod::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_period_is_to_be_evaluated_some_days_after_its_end() {
        let rules = RuleSet::default();
        let by = |text: &str| EvaluationPeriod::read(text).unwrap().fill_by(&rules);
        assert_eq!([by("2026-Q4"), by("2026"), by("2026-02")], [date(2027, 1, 14), date(2027, 1, 31), date(2026, 3, 14)]);
    }

    #[test]
    fn the_neighbours_of_a_period_are_of_its_kind() {
        let names = |text: &str| {
            let period = EvaluationPeriod::read(text).unwrap();
            [period.previous().to_string(), period.following().to_string()]
        };
        assert_eq!(names("2026-Q4"), ["2026-Q3", "2027-Q1"]);
        assert_eq!(names("2026-01"), ["2025-12", "2026-02"]);
        assert_eq!(names("2026"), ["2025", "2027"]);
    }
}
