//! The only way in which figures are put together: a mean that says how it came about. Never a rating.

use crate::domain::Number;
use strum::IntoStaticStr;

/// A mean of shares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mean {
    /// `None` if nothing was measured.
    pub value: Option<Number>,
    pub weighting: Weighting,
    /// How many parts have a value. Those without one are left out, not counted as nothing reached.
    pub measured: usize,
    pub of: usize,
}

/// Which weights were used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Weighting {
    /// Each part had one; the weights of all parts together, in percent.
    Given { total: Number },
    /// Nobody gave any.
    Equal,
    /// Only some parts had one, so none was used.
    Incomplete,
}

impl Weighting {
    /// Whether given weights don't total 100.
    pub fn is_off(self) -> bool {
        matches!(self, Weighting::Given { total } if total != Number::HUNDRED)
    }
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// The mean of parts, each with a weight and a share if it has them.
pub fn mean(parts: &[(Option<Number>, Option<Number>)]) -> Mean {
    let given = parts.iter().filter(|(weight, _)| weight.is_some()).count();
    let total = parts.iter().filter_map(|(weight, _)| *weight).fold(Number::ZERO, Number::plus);
    let weighting = match given {
        0 => Weighting::Equal,
        n if n == parts.len() => Weighting::Given { total },
        _ => Weighting::Incomplete,
    };
    let weight = |given: Option<Number>| match weighting {
        Weighting::Given { .. } => given.unwrap_or(Number::ZERO),
        Weighting::Equal | Weighting::Incomplete => Number::ONE,
    };
    let measured: Vec<(Number, Number)> = parts.iter().filter_map(|(w, share)| Some((weight(*w), (*share)?))).collect();
    let sum = measured.iter().fold(Number::ZERO, |sum, (weight, share)| sum.plus(weight.times(*share)));
    let weights = measured.iter().fold(Number::ZERO, |sum, (weight, _)| sum.plus(*weight));
    Mean { value: sum.over(weights), weighting, measured: measured.len(), of: parts.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(percent: i64) -> Option<Number> {
        Number::from(percent).over(Number::HUNDRED)
    }
    fn weight(percent: i64) -> Option<Number> {
        Some(Number::from(percent))
    }

    #[test]
    fn weights_count_only_if_everybody_has_one_and_say_when_they_are_no_hundred() {
        let equal = mean(&[(None, share(50)), (None, share(100))]);
        assert_eq!((equal.value, equal.weighting), (share(75), Weighting::Equal));
        let given = mean(&[(weight(80), share(50)), (weight(20), share(100))]);
        assert_eq!((given.value, given.weighting.is_off()), (share(60), false));
        let off = mean(&[(weight(80), share(50)), (weight(40), share(80))]);
        assert_eq!((off.value, off.weighting.is_off()), (share(60), true));
        let some = mean(&[(weight(80), share(50)), (None, share(100))]);
        assert_eq!((some.value, some.weighting), (share(75), Weighting::Incomplete));
    }

    #[test]
    fn what_was_not_measured_is_left_out_and_counted() {
        let mean = mean(&[(weight(50), share(120)), (weight(50), None)]);
        assert_eq!((mean.value, mean.measured, mean.of), (share(120), 1, 2));
        assert_eq!(super::mean(&[(None, None)]).value, None);
        assert_eq!(super::mean(&[(weight(0), share(50))]).value, None, "no weight, no mean");
    }
}
