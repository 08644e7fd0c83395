//! Parts of a period: a transfer splits it at the day of the decree into two evaluations with two assessors, and each
//! whole month belongs to exactly one of them.

use crate::domain::Period;
use crate::domain::period::days_between;
use jiff::ToSpan;
use jiff::civil::Date;

/// The parts of a period around the days on which somebody began elsewhere, in order. A day outside it, or its first
/// one, splits nothing.
pub fn split(period: Period, decrees: &[Date]) -> Vec<Period> {
    let mut days: Vec<Date> = decrees.iter().copied().filter(|day| period.from < *day && *day <= period.until).collect();
    days.sort();
    days.dedup();
    let mut parts = Vec::new();
    let mut from = period.from;
    for day in days {
        parts.extend(day.yesterday().ok().and_then(|until| Period::new(from, until)));
        from = day;
    }
    parts.extend(Period::new(from, period.until));
    parts
}

/// The first days of the months of which a span holds the last day: the months that are its own where nobody chose
/// otherwise. Ours: no rule says where a month that a transfer cuts belongs.
pub fn own_months(span: Period) -> Vec<Date> {
    touched_months(span).into_iter().filter(|month| span.contains(month.last_of_month())).collect()
}

/// The first days of months of which the span holds only a part: worth asking about.
pub fn cut_months(span: Period) -> Vec<Date> {
    let whole = |month: &Date| span.contains(*month) && span.contains(month.last_of_month());
    touched_months(span).into_iter().filter(|month| !whole(month)).collect()
}

fn touched_months(span: Period) -> Vec<Date> {
    let first = span.from.first_of_month();
    std::iter::successors(Some(first), |month| month.checked_add(1.months()).ok())
        .take_while(|month| *month <= span.until)
        .collect()
}

/// Whether an assessor had somebody for less than half of a period.
pub fn less_than_half(assessed: Period, period: Period) -> bool {
    2 * common_days(assessed, period) < period.days()
}

/// Days that two spans have in common.
pub fn common_days(a: Period, b: Period) -> i64 {
    (days_between(a.from.max(b.from), a.until.min(b.until)) + 1).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_transfer_on_16_june_makes_two_parts_of_five_and_seven_months() {
        let parts = split(Period::year(2026), &[date(2026, 6, 16)]);
        let days: Vec<i64> = parts.iter().map(|part| part.days()).collect();
        let months: Vec<usize> = parts.iter().map(|part| own_months(*part).len()).collect();
        assert_eq!((days, months), (vec![166, 199], vec![5, 7]));
        assert_eq!(cut_months(parts[0]), [date(2026, 6, 1)]);
    }

    #[test]
    fn days_outside_a_period_split_nothing() {
        let year = Period::year(2026);
        assert_eq!(split(year, &[date(2026, 1, 1), date(2025, 6, 1), date(2027, 1, 1)]), [year]);
    }
}
