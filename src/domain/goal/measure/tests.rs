//! Progress of every kind of indicator: figures by hand, and what holds for all.

use super::*;
use crate::domain::DecimalSign;
use proptest::prelude::*;

fn number(text: &str) -> Number {
    Number::read(text, DecimalSign::Point).unwrap()
}
fn percent(measure: &Measure, accrual: Accrual, value: &str) -> i64 {
    measure.progress(accrual, number(value)).unwrap().percent()
}
fn higher(baseline: Option<&str>, target: &str) -> Measure {
    Measure::Higher { baseline: baseline.map(number), target: number(target) }
}
fn lower(baseline: Option<&str>, target: &str) -> Measure {
    Measure::Lower { baseline: baseline.map(number), target: number(target) }
}

#[test]
fn more_is_better_as_a_share_of_the_target_or_of_the_way_to_it() {
    assert_eq!(percent(&higher(None, "120"), Accrual::Total, "84"), 70);
    assert_eq!(percent(&higher(None, "120"), Accrual::Total, "126"), 105, "over the target as it is");
    assert_eq!(percent(&higher(Some("70"), "85"), Accrual::Level, "79"), 60);
    assert_eq!(percent(&higher(Some("70"), "85"), Accrual::Level, "67"), -20, "behind the start as it is");
    assert_eq!(percent(&higher(Some("-10"), "-2"), Accrual::Level, "-4"), 75, "a negative target with a start below it");
}

#[test]
fn less_is_better_inverted_or_as_a_share_of_the_way_down() {
    assert_eq!(percent(&lower(None, "2"), Accrual::Level, "2"), 100);
    assert_eq!(percent(&lower(None, "2"), Accrual::Level, "1.6"), 120);
    assert_eq!(percent(&lower(None, "2"), Accrual::Level, "3"), 50);
    assert_eq!(percent(&lower(None, "2"), Accrual::Level, "0"), 200);
    assert_eq!(percent(&lower(Some("10"), "2"), Accrual::Level, "4"), 75);
    assert_eq!(percent(&lower(None, "0"), Accrual::Level, "0"), 100, "no complaint at all");
    assert_eq!(percent(&lower(None, "0"), Accrual::Level, "1"), 0);
}

#[test]
fn a_total_with_a_limit_is_kept_until_it_is_exceeded() {
    let money = lower(None, "12500000");
    assert_eq!(percent(&money, Accrual::Total, "6000000"), 100);
    assert_eq!(percent(&money, Accrual::Total, "12500000"), 100);
    assert_eq!(percent(&money, Accrual::Total, "15000000"), 80);
}

#[test]
fn a_range_yes_and_steps() {
    let range = Measure::Within { low: number("20"), high: number("24") };
    for (value, expected) in [("20", 100), ("22", 100), ("24", 100), ("19", 75), ("28", 0), ("30", -50)] {
        assert_eq!(percent(&range, Accrual::Level, value), expected, "{value}");
    }
    assert_eq!(percent(&Measure::YesNo, Accrual::Total, "1"), 100);
    let steps = Measure::Milestones { steps: vec!["rencana".into(), "uji".into(), "terap".into()] };
    assert_eq!((percent(&steps, Accrual::Total, "1"), percent(&steps, Accrual::Total, "3")), (33, 100));
    assert_eq!(Measure::Described.progress(Accrual::Total, Number::ONE), None);
}

#[test]
fn targets_that_nothing_can_be_measured_against_are_refused() {
    let level = Accrual::Level;
    let refused = [
        (higher(None, "0"), level, Refusal::TargetSenseless),
        (higher(None, "-5"), level, Refusal::TargetSenseless),
        (higher(Some("85"), "85"), level, Refusal::BaselineNotBelow),
        (higher(Some("90"), "85"), level, Refusal::BaselineNotBelow),
        (lower(None, "-1"), level, Refusal::TargetSenseless),
        (lower(Some("2"), "2"), level, Refusal::BaselineNotAbove),
        (lower(Some("10"), "2"), Accrual::Total, Refusal::LimitWithBaseline),
        (Measure::Within { low: number("4"), high: number("4") }, level, Refusal::RangeEmpty),
        (Measure::Milestones { steps: vec![] }, level, Refusal::StepsMissing),
        (Measure::Milestones { steps: vec![" ".into()] }, level, Refusal::StepsMissing),
    ];
    for (measure, accrual, refusal) in refused {
        assert_eq!(measure.check(accrual), Err(refusal), "{measure:?}");
    }
    for (measure, accrual) in
        [(higher(Some("-5"), "0"), level), (lower(None, "0"), level), (lower(None, "0"), Accrual::Total)]
    {
        assert_eq!(measure.check(accrual), Ok(()), "{measure:?}");
    }
}

fn numbers() -> impl Strategy<Value = Number> {
    (-1_000_000_000i64..1_000_000_000).prop_map(|n| Number::from(n).over(Number::from(1000)).unwrap())
}
fn accruals() -> impl Strategy<Value = Accrual> {
    prop_oneof![Just(Accrual::Total), Just(Accrual::Level)]
}
fn measures() -> impl Strategy<Value = Measure> {
    prop_oneof![
        (prop::option::of(numbers()), numbers()).prop_map(|(baseline, target)| Measure::Higher { baseline, target }),
        (prop::option::of(numbers()), numbers()).prop_map(|(baseline, target)| Measure::Lower { baseline, target }),
        (numbers(), numbers()).prop_map(|(low, high)| Measure::Within { low, high }),
        (1usize..9).prop_map(|n| Measure::Milestones { steps: vec!["langkah".into(); n] }),
        Just(Measure::YesNo),
    ]
}

proptest! {
    #[test]
    fn whatever_passes_the_check_can_be_measured(measure in measures(), accrual in accruals(), value in numbers()) {
        if measure.check(accrual).is_ok() {
            prop_assert!(measure.progress(accrual, value).is_some());
        }
    }

    #[test]
    fn the_target_itself_is_reached_and_the_start_is_nothing(measure in measures(), accrual in accruals()) {
        prop_assume!(measure.check(accrual).is_ok());
        if let Some(target) = measure.target() {
            prop_assert_eq!(measure.progress(accrual, target), Some(Number::ONE));
        }
        if let Some(start) = measure.baseline() {
            prop_assert_eq!(measure.progress(accrual, start), Some(Number::ZERO));
        }
    }

    #[test]
    fn a_better_value_is_never_less_progress(measure in measures(), accrual in accruals(), a in numbers(), b in numbers()) {
        prop_assume!(measure.check(accrual).is_ok());
        let (less, more) = (a.min(b), a.max(b));
        let progress = |value| measure.progress(accrual, value).unwrap();
        match measure {
            Measure::Higher { .. } | Measure::Milestones { .. } => prop_assert!(progress(less) <= progress(more)),
            Measure::Lower { .. } => prop_assert!(progress(less) >= progress(more)),
            Measure::Within { low, high } => {
                let inside = |v: Number| low <= v && v <= high;
                for value in [less, more] {
                    prop_assert_eq!(progress(value) == Number::ONE, inside(value));
                    prop_assert!(progress(value) <= Number::ONE);
                }
            }
            _ => {}
        }
    }

    #[test]
    fn what_lies_beyond_the_target_is_not_cut_off(target in 1i64..1_000_000, times in 2i64..50) {
        let value = Number::from(target * times);
        let higher = Measure::Higher { baseline: None, target: Number::from(target) };
        prop_assert_eq!(higher.progress(Accrual::Total, value), Some(Number::from(times)));
        let lower = Measure::Lower { baseline: None, target: Number::from(target) };
        prop_assert_eq!(lower.progress(Accrual::Level, value), Some(Number::from(2 - times)));
    }
}
