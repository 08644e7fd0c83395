//! Values as they come in when a goal goes at a given tempo.

use super::dice::Dice;
use crate::domain::Number;
use crate::domain::goal::{Accrual, Indicator, Measure, WorkResult};
use jiff::civil::Date;

/// What is reached on a day if somebody reaches `tempo` percent of what the day asks for; totals and steps never go
/// back. `None` where success is described.
pub fn value(
    result: &WorkResult,
    indicator: &Indicator,
    day: Date,
    tempo: i64,
    last: Option<Number>,
    dice: &mut Dice,
) -> Option<Number> {
    let passed = result.period_of(indicator).passed(day);
    let tempo = percent(tempo + dice.between(-2, 2));
    let share = passed.times(tempo);
    let not_less = |value: Number| value.max(last.unwrap_or(Number::ZERO)).max(Number::ZERO);
    Some(match &indicator.measure {
        Measure::Higher { baseline: Some(from), target } => from.plus(target.minus(*from).times(share)).rounded(1),
        Measure::Higher { baseline: None, target } if indicator.accrual == Accrual::Total => {
            // What is only begun does not count; by the last day of a good year everything is finished.
            let begun = if passed < Number::ONE { percent(30) } else { Number::ZERO };
            not_less(target.times(share).minus(begun).rounded(0))
        }
        Measure::Higher { baseline: None, target } => target.times(tempo).rounded(1).min(Number::HUNDRED),
        Measure::Lower { target, .. } if target.is_zero() => {
            let complained = tempo < percent(90) && passed > percent(50);
            not_less(if complained { Number::ONE } else { Number::ZERO })
        }
        Measure::Lower { target, .. } => {
            let used = target.times(Number::from(2).minus(tempo));
            if indicator.accrual == Accrual::Level { used.rounded(1) } else { not_less(thousands(used.times(passed))) }
        }
        Measure::Within { low, high } => {
            let middle = low.plus(*high).times(percent(50));
            middle.plus(Number::from(dice.between(-5, 5)).times(percent(10))).rounded(1)
        }
        Measure::YesNo => not_less(if share >= percent(65) { Number::ONE } else { Number::ZERO }),
        Measure::Milestones { steps } => {
            let all = Number::from(steps.len() as i64);
            not_less(all.times(share).rounded(0).min(all))
        }
        Measure::Described => return None,
    })
}

fn percent(n: i64) -> Number {
    Number::from(n).over(Number::HUNDRED).unwrap_or_default()
}

/// Receipts add up to whole thousands.
fn thousands(amount: Number) -> Number {
    let thousand = Number::from(1000);
    amount.over(thousand).unwrap_or_default().rounded(0).times(thousand)
}
