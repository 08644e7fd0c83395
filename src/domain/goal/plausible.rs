//! What makes one look twice at a value before it is kept: asked once, never refused. Knows no words.

use super::check_in::{self, CheckIn};
use super::{Accrual, Indicator, Measure, WorkResult};
use crate::domain::{Number, Period};
use jiff::civil::Date;

/// Why a value may be a slip of the hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// A total that has been growing is smaller than before.
    Falls { before: Number, on: Date },
    /// Ten times what stood before, or more.
    TenTimesLast { before: Number, on: Date },
    /// Ten times the target, or more.
    TenTimesTarget { target: Number },
    /// A hundredth of what stood before, or less: another unit.
    OtherUnit { before: Number, on: Date },
    /// The day lies after the period of the goal.
    AfterPeriod { period: Period },
}

/// The first reason for doubt, if there is one. `check_ins` without the value that is about to be replaced.
pub fn doubt(
    result: &WorkResult,
    indicator: &Indicator,
    check_ins: &[CheckIn],
    value: Option<Number>,
    on: Date,
) -> Option<Doubt> {
    if on > result.period.until {
        return Some(Doubt::AfterPeriod { period: result.period });
    }
    let value = value?;
    if matches!(indicator.measure, Measure::YesNo | Measure::Described) {
        return None;
    }
    let ten = Number::from(10);
    let last = check_in::value_on(check_ins, indicator.id, on).map(|(last, number)| (number, last.on));
    let is_count = matches!(indicator.measure, Measure::Milestones { .. });
    if let Some((before, on)) = last {
        // Milestones are counted up like a total, and have too few steps for the other doubts.
        if (indicator.accrual == Accrual::Total || is_count) && value < before {
            return Some(Doubt::Falls { before, on });
        }
        if !is_count && before.is_positive() && value >= before.times(ten) {
            return Some(Doubt::TenTimesLast { before, on });
        }
        if before.is_positive() && value.is_positive() && value.times(Number::HUNDRED) <= before {
            return Some(Doubt::OtherUnit { before, on });
        }
    }
    let target = indicator.measure.target().filter(|target| !is_count && !indicator.target_open && target.is_positive());
    let target = target.filter(|target| value >= target.times(ten));
    target.map(|target| Doubt::TenTimesTarget { target })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::sample;

    const fn day(n: i8) -> Date {
        jiff::civil::date(2026, 11, n)
    }

    /// Sari's archive: 84 of 120 boxes so far.
    fn doubted(value: i64, on: Date) -> Option<Doubt> {
        let dossier = sample::planned();
        let result = &dossier.results[0];
        doubt(result, &result.indicators[0], &dossier.check_ins, Some(Number::from(value)), on)
    }

    #[test]
    fn a_value_that_goes_on_as_before_is_not_doubted() {
        for value in [84, 85, 96, 120, 300] {
            assert_eq!(doubted(value, sample::TODAY), None, "{value}");
        }
    }

    #[test]
    fn a_total_that_falls_ten_times_the_last_and_another_unit_are_doubted() {
        assert!(matches!(doubted(83, sample::TODAY), Some(Doubt::Falls { .. })));
        assert!(matches!(doubted(840, sample::TODAY), Some(Doubt::TenTimesLast { .. })));
        let dossier = sample::planned();
        let mut result = dossier.results[0].clone();
        result.indicators[0].accrual = Accrual::Level;
        let tiny = Number::read("0,8", crate::domain::DecimalSign::Comma).ok();
        let found = doubt(&result, &result.indicators[0], &dossier.check_ins, tiny, sample::TODAY);
        assert!(matches!(found, Some(Doubt::OtherUnit { .. })), "{found:?}");
    }

    #[test]
    fn without_a_value_before_it_is_held_against_the_target() {
        assert_eq!(doubted(1199, day(1).with().month(1).build().unwrap()), None);
        let found = doubted(1200, day(1).with().month(1).build().unwrap());
        assert!(matches!(found, Some(Doubt::TenTimesTarget { .. })), "{found:?}");
    }

    #[test]
    fn a_day_behind_the_period_is_doubted() {
        let found = doubted(90, jiff::civil::date(2027, 1, 5));
        assert!(matches!(found, Some(Doubt::AfterPeriod { .. })), "{found:?}");
    }
}
