//! Pace: progress against the time that had passed on the day of the value. It stands beside the supervisor's word and
//! never replaces it.

use super::measure::Formula;
use super::{Accrual, GoalStatus, Indicator, Measure};
use crate::domain::{Number, Period, RuleSet};
use jiff::civil::Date;
use strum::IntoStaticStr;

/// How fast an indicator moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pace {
    /// The day of the value.
    pub on: Date,
    pub progress: Number,
    /// The share of the period that had passed.
    pub passed: Number,
    /// The progress that the day asked for.
    pub expected: Number,
    /// Progress by what was expected; 1 is just on pace. For a limit: time by what is used up.
    pub ratio: Number,
}

/// The computed counterpart of [`GoalStatus`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Verdict {
    Reached,
    OnPace,
    Slipping,
    Behind,
}

impl Verdict {
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// The pace of a value; `None` where nothing is computed.
pub fn pace(indicator: &Indicator, period: Period, on: Date, value: Number) -> Option<Pace> {
    if indicator.target_open {
        return None;
    }
    let measure = &indicator.measure;
    let progress = measure.progress(indicator.accrual, value)?;
    let passed = period.passed(on);
    let formula = measure.formula(indicator.accrual)?;
    let expected = match (measure, formula) {
        (_, Formula::Way | Formula::Steps) => passed,
        (_, Formula::Share) if indicator.accrual == Accrual::Total => passed,
        // Due at the end and not in parts.
        (_, Formula::YesNo) if on < period.until => Number::ZERO,
        _ => Number::ONE,
    };
    let ratio = match (measure, formula) {
        (Measure::Lower { target, .. }, Formula::Limit) => {
            let used = value.over(*target).unwrap_or(Number::ZERO);
            if used > Number::ONE { progress } else { passed.over(used).unwrap_or(Number::ONE) }
        }
        _ => progress.over(expected).unwrap_or(Number::ONE),
    };
    Some(Pace { on, progress, passed, expected, ratio })
}

impl Pace {
    pub fn verdict(&self, indicator: &Indicator, rules: &RuleSet) -> Verdict {
        // What may still be used up or must be held to the end is not reached before it.
        let holds =
            matches!(indicator.measure.formula(indicator.accrual), Some(Formula::Share | Formula::Way | Formula::Steps))
                && indicator.accrual == Accrual::Total
                || matches!(indicator.measure, Measure::YesNo | Measure::Milestones { .. });
        let reached = self.progress >= Number::ONE && (holds || self.passed >= Number::ONE);
        if reached { Verdict::Reached } else { verdict(self.ratio, rules) }
    }
}

/// What a ratio of progress to expectation means under the rule set's thresholds.
pub fn verdict(ratio: Number, rules: &RuleSet) -> Verdict {
    match ratio.times(Number::HUNDRED) {
        percent if percent >= Number::from(i64::from(rules.pace_on_percent)) => Verdict::OnPace,
        percent if percent >= Number::from(i64::from(rules.pace_slipping_percent)) => Verdict::Slipping,
        _ => Verdict::Behind,
    }
}

/// Whether the supervisor's word and the computed pace say different things of the same goal.
pub fn disagree(word: GoalStatus, computed: Verdict) -> bool {
    match word {
        GoalStatus::OnTrack => computed >= Verdict::Slipping,
        GoalStatus::Slipping => !matches!(computed, Verdict::Slipping | Verdict::Behind),
        GoalStatus::OffTrack => computed <= Verdict::OnPace,
        GoalStatus::Done => computed != Verdict::Reached,
        GoalStatus::Dropped => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{DecimalSign, IndicatorId};
    use jiff::civil::date;

    fn number(text: &str) -> Number {
        Number::read(text, DecimalSign::Point).unwrap()
    }
    fn indicator(measure: Measure, accrual: Accrual) -> Indicator {
        Indicator {
            id: IndicatorId(uuid::Uuid::nil()),
            title: "Boks arsip yang ditata".into(),
            aspect: None,
            perspective: None,
            measure,
            accrual,
            unit: "boks".into(),
            weight: None,
            due: None,
            target_open: false,
            revisions: vec![],
        }
    }
    fn verdict_of(measure: Measure, accrual: Accrual, value: &str, on: Date) -> Verdict {
        let indicator = indicator(measure, accrual);
        let pace = pace(&indicator, Period::year(2026), on, number(value)).unwrap();
        pace.verdict(&indicator, &RuleSet::default())
    }

    #[test]
    fn a_total_must_keep_up_with_the_year_and_a_level_must_hold() {
        let june = date(2026, 6, 30);
        let boxes = || Measure::Higher { baseline: None, target: number("120") };
        for (value, verdict) in
            [("60", Verdict::OnPace), ("50", Verdict::Slipping), ("20", Verdict::Behind), ("120", Verdict::Reached)]
        {
            assert_eq!(verdict_of(boxes(), Accrual::Total, value, june), verdict, "{value} boxes");
        }
        let days = || Measure::Lower { baseline: None, target: number("2") };
        assert_eq!(verdict_of(days(), Accrual::Level, "1.6", june), Verdict::OnPace, "held so far, not reached for good");
        assert_eq!(verdict_of(days(), Accrual::Level, "1.6", date(2026, 12, 31)), Verdict::Reached);
        assert_eq!(verdict_of(days(), Accrual::Level, "4", june), Verdict::Behind);
    }

    #[test]
    fn a_limit_may_be_used_up_as_fast_as_time_passes() {
        let money = || Measure::Lower { baseline: None, target: number("12500000") };
        let june = date(2026, 6, 30);
        assert_eq!(verdict_of(money(), Accrual::Total, "6000000", june), Verdict::OnPace);
        assert_eq!(verdict_of(money(), Accrual::Total, "6700000", june), Verdict::OnPace, "within the tolerance");
        assert_eq!(verdict_of(money(), Accrual::Total, "8000000", june), Verdict::Slipping);
        assert_eq!(verdict_of(money(), Accrual::Total, "12000000", june), Verdict::Behind);
        assert_eq!(verdict_of(money(), Accrual::Total, "12000000", date(2026, 12, 31)), Verdict::Reached);
        assert_eq!(verdict_of(money(), Accrual::Total, "0", date(2026, 1, 2)), Verdict::OnPace);
    }

    #[test]
    fn yes_is_expected_on_the_last_day_and_steps_one_after_the_other() {
        let steps = || Measure::Milestones { steps: vec!["rencana".into(), "uji coba".into()] };
        assert_eq!(verdict_of(Measure::YesNo, Accrual::Total, "0", date(2026, 11, 1)), Verdict::OnPace);
        assert_eq!(verdict_of(Measure::YesNo, Accrual::Total, "0", date(2026, 12, 31)), Verdict::Behind);
        assert_eq!(verdict_of(Measure::YesNo, Accrual::Total, "1", date(2026, 2, 1)), Verdict::Reached);
        assert_eq!(verdict_of(steps(), Accrual::Total, "1", date(2026, 6, 30)), Verdict::OnPace);
        assert_eq!(verdict_of(steps(), Accrual::Total, "0", date(2026, 6, 30)), Verdict::Behind);
    }

    #[test]
    fn an_open_target_has_no_pace() {
        let open = Indicator { target_open: true, ..indicator(Measure::YesNo, Accrual::Total) };
        assert_eq!(pace(&open, Period::year(2026), date(2026, 6, 1), Number::ONE), None);
    }

    #[test]
    fn word_and_pace_disagree_where_they_say_different_things() {
        assert!(disagree(GoalStatus::OnTrack, Verdict::Behind));
        assert!(disagree(GoalStatus::OffTrack, Verdict::Reached));
        assert!(disagree(GoalStatus::Done, Verdict::OnPace));
        assert!(!disagree(GoalStatus::Slipping, Verdict::Behind));
        assert!(!disagree(GoalStatus::Dropped, Verdict::Behind));
    }
}
