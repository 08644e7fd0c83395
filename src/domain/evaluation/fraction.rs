//! Exact fractions for credit points: a twelfth of a year has no last decimal. Rounded once, where a row is written.

use crate::domain::{DecimalSign, Number};

/// In lowest terms, with a positive denominator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fraction {
    above: i128,
    below: i128,
}

impl Fraction {
    pub const ZERO: Fraction = Fraction { above: 0, below: 1 };

    /// Nothing divides by zero: that is zero.
    pub fn new(above: i128, below: i128) -> Fraction {
        if below == 0 {
            return Fraction::ZERO;
        }
        let divisor = gcd(above.unsigned_abs(), below.unsigned_abs()).max(1);
        let divisor = i128::try_from(divisor).unwrap_or(1) * below.signum();
        Fraction { above: above / divisor, below: below / divisor }
    }

    /// Exactly a decimal number.
    pub fn of(number: Number) -> Fraction {
        let text = number.to_string();
        let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
        let places = u32::try_from(decimals.len()).unwrap_or(0).min(MOST_PLACES);
        let digits: i128 = format!("{whole}{decimals}").parse().unwrap_or(0);
        Fraction::new(digits, 10_i128.pow(places))
    }

    pub fn times(self, other: Fraction) -> Fraction {
        // Crosswise first, so that nothing grows larger than it has to.
        let (a, b) = (Fraction::new(self.above, other.below), Fraction::new(other.above, self.below));
        Fraction::new(a.above.saturating_mul(b.above), a.below.saturating_mul(b.below))
    }
    pub fn plus(self, other: Fraction) -> Fraction {
        let above = self.above.saturating_mul(other.below).saturating_add(other.above.saturating_mul(self.below));
        Fraction::new(above, self.below.saturating_mul(other.below))
    }
    /// How many whole times it fits at least: `None` if divided by zero.
    pub fn over_up(self, other: Fraction) -> Option<i128> {
        if other.above <= 0 {
            return None;
        }
        let (above, below) = (self.above.checked_mul(other.below)?, self.below.checked_mul(other.above)?);
        Some((above + below - 1).div_euclid(below).max(0))
    }

    /// Half up, away from zero, to so many decimals.
    pub fn rounded(self, decimals: u8) -> Number {
        let places = u32::from(decimals).min(6);
        let scale = 10_i128.pow(places);
        let doubled = self.above.unsigned_abs().saturating_mul(scale.unsigned_abs()).saturating_mul(2);
        let below = self.below.unsigned_abs();
        let whole = (doubled + below) / (2 * below);
        let digits = format!("{whole:0>width$}", width = places as usize + 1);
        let (before, behind) = digits.split_at(digits.len() - places as usize);
        let sign = if self.above < 0 { "-" } else { "" };
        Number::read(&format!("{sign}{before}.{behind}0"), DecimalSign::Point).unwrap_or(Number::ZERO)
    }
}

impl std::fmt::Display for Fraction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.below == 1 { write!(f, "{}", self.above) } else { write!(f, "{}/{}", self.above, self.below) }
    }
}

const MOST_PLACES: u32 = 18;

fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_up_and_thirds_stay_exact() {
        assert_eq!(Fraction::new(45, 8).rounded(2).to_string(), "5.63");
        let third = Fraction::new(1, 3);
        assert_eq!(third.plus(third).plus(third), Fraction::new(1, 1));
        assert_eq!([third.rounded(2), third.rounded(3)].map(|n| n.to_string()), ["0.33", "0.333"]);
        assert_eq!(Fraction::new(-1, 8).rounded(2).to_string(), "-0.13");
        assert_eq!(Fraction::of(Fraction::new(75, 2).rounded(3)).to_string(), "75/2");
        assert_eq!(Fraction::new(100, 1).over_up(Fraction::new(25, 24)), Some(96));
        assert_eq!(Fraction::new(1, 1).over_up(Fraction::ZERO), None);
    }
}
