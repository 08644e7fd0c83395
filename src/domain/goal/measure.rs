//! How an indicator is measured, and how a value becomes progress. Progress is a share of the target: 1 is reached,
//! more is more, and nothing is cut off at either end.

use super::Aspect;
use crate::domain::language::clean;
use crate::domain::{Number, Refusal, RuleSet};
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

/// What counts as reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// More is better ("naik").
    Higher {
        baseline: Option<Number>,
        target: Number,
    },
    /// Less is better ("turun"): days, complaints, money.
    Lower {
        baseline: Option<Number>,
        target: Number,
    },
    /// Neither too little nor too much; both ends belong to it.
    Within {
        low: Number,
        high: Number,
    },
    YesNo,
    /// Steps in their order; the value is how many are done.
    Milestones {
        steps: Vec<String>,
    },
    /// The success is described in words; nothing is computed.
    Described,
}

/// How values follow each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[serde(rename_all = "snake_case")]
pub enum Accrual {
    /// Grows over the period: letters issued, money spent. A value is the total since the period's first day.
    #[default]
    Total,
    /// Stands for itself whenever it is measured: an index, an average of days.
    Level,
}

impl Accrual {
    pub const ALL: [Accrual; 2] = [Accrual::Total, Accrual::Level];
    /// What is meant where nobody says: values stand for themselves if their unit says so, if they tell quality (faults
    /// at each check), or if they come down from a baseline; the rest grows.
    pub fn usual(unit: &str, aspect: Option<Aspect>, comes_down: bool, rules: &RuleSet) -> Accrual {
        let unit = clean::fold(unit);
        let by_unit = rules.level_units.iter().any(|known| clean::fold(known) == unit);
        if by_unit || aspect == Some(Aspect::Quality) || comes_down { Accrual::Level } else { Accrual::Total }
    }
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// The formula by which a progress came about; message `formula-<id>` writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Formula {
    /// value / target
    Share,
    /// (value - baseline) / (target - baseline)
    Way,
    /// 2 - value / target: as far below the target as a higher-is-better value would be above it.
    Inverted,
    /// A target of zero can't be approached by shares: kept or not.
    KeptAtZero,
    /// A total that must not grow beyond the target: 1 while it has not, then [`Formula::Inverted`].
    Limit,
    /// 1 inside; outside, 1 - distance / width of the range.
    Range,
    YesNo,
    /// steps done / steps
    Steps,
}

impl Formula {
    pub fn id(self) -> &'static str {
        self.into()
    }
}

impl Measure {
    /// Stable name of the kind.
    pub fn id(&self) -> &'static str {
        self.into()
    }

    /// Refuses targets that no value could be measured against.
    pub fn check(&self, accrual: Accrual) -> Result<(), Refusal> {
        let sensible = match self {
            Measure::Higher { baseline: Some(from), target } => return ordered(*from, *target, Refusal::BaselineNotBelow),
            Measure::Higher { baseline: None, target } => target.is_positive(),
            Measure::Lower { baseline: Some(from), target } => {
                if accrual == Accrual::Total {
                    return Err(Refusal::LimitWithBaseline);
                }
                return ordered(*target, *from, Refusal::BaselineNotAbove);
            }
            Measure::Lower { baseline: None, target } => !target.is_negative(),
            Measure::Within { low, high } => return ordered(*low, *high, Refusal::RangeEmpty),
            Measure::Milestones { steps } => {
                return if steps.is_empty() || steps.iter().any(|s| s.trim().is_empty()) {
                    Err(Refusal::StepsMissing)
                } else {
                    Ok(())
                };
            }
            Measure::YesNo | Measure::Described => true,
        };
        if sensible { Ok(()) } else { Err(Refusal::TargetSenseless) }
    }

    /// Refuses values that mean nothing here.
    pub fn check_value(&self, value: Number) -> Result<(), Refusal> {
        match self {
            Measure::YesNo if value != Number::ZERO && value != Number::ONE => Err(Refusal::ValueNotYesNo),
            Measure::Milestones { steps } if value.whole().is_none_or(|n| n < 0 || n > steps.len() as i64) => {
                Err(Refusal::ValueNoStep(steps.len()))
            }
            Measure::Described => Err(Refusal::ValueNotAsked),
            _ => Ok(()),
        }
    }

    pub fn formula(&self, accrual: Accrual) -> Option<Formula> {
        Some(match self {
            Measure::Higher { baseline: None, .. } => Formula::Share,
            Measure::Higher { baseline: Some(_), .. } | Measure::Lower { baseline: Some(_), .. } => Formula::Way,
            Measure::Lower { target, .. } if target.is_zero() => Formula::KeptAtZero,
            Measure::Lower { .. } if accrual == Accrual::Total => Formula::Limit,
            Measure::Lower { .. } => Formula::Inverted,
            Measure::Within { .. } => Formula::Range,
            Measure::YesNo => Formula::YesNo,
            Measure::Milestones { .. } => Formula::Steps,
            Measure::Described => return None,
        })
    }

    /// The share of the target that a value is; `None` where nothing is computed.
    pub fn progress(&self, accrual: Accrual, value: Number) -> Option<Number> {
        let two = Number::from(2);
        match (self, self.formula(accrual)?) {
            (Measure::Higher { baseline, target } | Measure::Lower { baseline, target }, formula) => match formula {
                Formula::Way => {
                    let from = baseline.unwrap_or(Number::ZERO);
                    value.minus(from).over(target.minus(from))
                }
                Formula::KeptAtZero => Some(if value.is_positive() { Number::ZERO } else { Number::ONE }),
                Formula::Limit if value <= *target => Some(Number::ONE),
                Formula::Limit | Formula::Inverted => Some(two.minus(value.over(*target)?)),
                _ => value.over(*target),
            },
            (Measure::Within { low, high }, _) => {
                let distance = low.minus(value).max(value.minus(*high)).max(Number::ZERO);
                Some(Number::ONE.minus(distance.over(high.minus(*low))?))
            }
            (Measure::Milestones { steps }, _) => value.over(Number::from(steps.len() as i64)),
            (Measure::YesNo, _) => Some(value),
            (Measure::Described, _) => None,
        }
    }

    /// The figure that is aimed at, where there is one.
    pub fn target(&self) -> Option<Number> {
        match self {
            Measure::Higher { target, .. } | Measure::Lower { target, .. } => Some(*target),
            Measure::YesNo => Some(Number::ONE),
            Measure::Milestones { steps } => Some(Number::from(steps.len() as i64)),
            Measure::Within { .. } | Measure::Described => None,
        }
    }
    pub fn baseline(&self) -> Option<Number> {
        match self {
            Measure::Higher { baseline, .. } | Measure::Lower { baseline, .. } => *baseline,
            _ => None,
        }
    }
    /// The same kind with another target; `None` where it has no single one.
    pub fn with_target(&self, target: Number) -> Option<Measure> {
        Some(match self {
            Measure::Higher { baseline, .. } => Measure::Higher { baseline: *baseline, target },
            Measure::Lower { baseline, .. } => Measure::Lower { baseline: *baseline, target },
            _ => return None,
        })
    }
}

fn ordered(low: Number, high: Number, refusal: Refusal) -> Result<(), Refusal> {
    if low < high { Ok(()) } else { Err(refusal) }
}

#[cfg(test)]
mod tests;
