//! Exact decimal numbers: targets, values, weights and what is computed from them. Written and read as people write
//! them; stored as text, so that nothing is ever rounded on its way to the disk.

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;

/// A decimal number of any sign, in no unit of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Number(#[serde(with = "rust_decimal::serde::str")] Decimal);

/// Digits before the decimal sign that a number may have: a province's budget in rupiah has fourteen.
const WHOLE_DIGITS: usize = 15;
/// Digits behind it.
const DECIMALS: usize = 6;

/// Which sign stands before the decimals; the other one parts thousands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalSign {
    Comma,
    Point,
}

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NumberError {
    #[error("no number")]
    NoNumber,
    #[error("more than {WHOLE_DIGITS} digits, or more than {DECIMALS} decimals")]
    TooLong,
}

impl Number {
    pub const ZERO: Number = Number(Decimal::ZERO);
    pub const ONE: Number = Number(Decimal::ONE);
    pub const HUNDRED: Number = Number(Decimal::ONE_HUNDRED);

    /// Reads what people write: `12.500.000`, `1,6`, `1.6`, `-3`. A sign of thousands only counts in front of groups
    /// of three, so that `1.6` is read right whatever the language.
    pub fn read(text: &str, sign: DecimalSign) -> Result<Number, NumberError> {
        let text: String = text.trim().chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '_')).collect();
        let (negative, digits) = match text.strip_prefix(['-', '−']) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(&text)),
        };
        let (whole, decimals) = parts(digits, sign).ok_or(NumberError::NoNumber)?;
        if whole.trim_start_matches('0').len() > WHOLE_DIGITS || decimals.trim_end_matches('0').len() > DECIMALS {
            return Err(NumberError::TooLong);
        }
        let plain = format!("{}{whole}.{decimals}0", if negative { "-" } else { "" });
        Decimal::from_str_exact(&plain).map(Number::from).map_err(|_| NumberError::NoNumber)
    }

    /// As people of a language write it: `12.500.000`, `1,6`.
    pub fn write(self, sign: DecimalSign) -> String {
        let plain = self.0.abs().to_string();
        let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
        let (decimal, thousands) = match sign {
            DecimalSign::Comma => (',', '.'),
            DecimalSign::Point => ('.', ','),
        };
        let mut out = String::from(if self.0.is_sign_negative() && !self.0.is_zero() { "-" } else { "" });
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i).is_multiple_of(3) {
                out.push(thousands);
            }
            out.push(digit);
        }
        if !decimals.is_empty() {
            out.push(decimal);
            out.push_str(decimals);
        }
        out
    }

    /// Rounded half up, away from zero: as offices round.
    pub fn rounded(self, decimals: u32) -> Number {
        Number::from(self.0.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero))
    }
    /// A share as whole percent, rounded half up; a hundred only where the whole is reached.
    pub fn percent(self) -> i64 {
        let most = if self.is_negative() { i64::MIN } else { i64::MAX };
        let percent = self.times(Number::HUNDRED).rounded(0).0.to_i64().unwrap_or(most);
        if percent == 100 && self < Number::from(1) { 99 } else { percent }
    }
    /// A share in thousandths, cut to what fits.
    pub fn permille(self) -> i32 {
        let thousandths = self.times(Number::from(1000)).rounded(0).0;
        thousandths.to_i32().unwrap_or(if self.is_negative() { i32::MIN } else { i32::MAX })
    }
    /// Down to the whole number below it.
    pub fn floor(self) -> Number {
        Number::from(self.0.floor())
    }
    pub fn whole(self) -> Option<i64> {
        if self.0.is_integer() { self.0.to_i64() } else { None }
    }
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }
    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }
    pub fn is_positive(self) -> bool {
        self.0.is_sign_positive() && !self.0.is_zero()
    }

    // What leaves the range ends at its border: numbers are limited when they are read, so this is out of reach.
    pub fn plus(self, other: Number) -> Number {
        Number::from(self.0.saturating_add(other.0))
    }
    pub fn minus(self, other: Number) -> Number {
        Number::from(self.0.saturating_sub(other.0))
    }
    pub fn times(self, other: Number) -> Number {
        Number::from(self.0.saturating_mul(other.0))
    }
    /// `None` if divided by zero.
    pub fn over(self, other: Number) -> Option<Number> {
        self.0.checked_div(other.0).map(Number::from)
    }
}

/// Whole digits and decimals, if every sign stands where it may.
fn parts(digits: &str, sign: DecimalSign) -> Option<(String, String)> {
    let (decimal, thousands) = match sign {
        DecimalSign::Comma => (',', '.'),
        DecimalSign::Point => ('.', ','),
    };
    let grouped = |text: &str, sign: char| {
        let mut groups = text.split(sign);
        let first = groups.next().unwrap_or_default();
        (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3) && !first.starts_with('0')
    };
    let (whole, decimals) = match digits.split_once(decimal) {
        Some((whole, decimals)) => (whole, decimals),
        // `1.6` where dots part thousands: one group that can't be one.
        None if digits.matches(thousands).count() == 1 && !grouped(digits, thousands) => digits.split_once(thousands)?,
        None => (digits, ""),
    };
    if whole.contains(thousands) && !grouped(whole, thousands) {
        // `12,500,000.5` read where the comma is the decimal sign says nothing certain.
        return None;
    }
    let whole: String = whole.chars().filter(|c| *c != thousands).collect();
    let all_digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    (!whole.is_empty() && all_digits(&whole) && all_digits(decimals)).then(|| (whole, decimals.to_owned()))
}

impl From<Decimal> for Number {
    /// One number has one text: no zeros behind the last decimal.
    fn from(decimal: Decimal) -> Self {
        Number(decimal.normalize())
    }
}

impl From<i64> for Number {
    fn from(n: i64) -> Self {
        Number(Decimal::from(n))
    }
}

/// For files that machines read: a point before the decimals and nothing else.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::language::number::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let comma = |text| Number::read(text, DecimalSign::Comma).map(|n| n.to_string());
        let point = |text| Number::read(text, DecimalSign::Point).map(|n| n.to_string());
        let good = [
            ("12.500.000", "12500000", "12,500,000"),
            ("1,6", "1.6", "1.6"),
            ("2.500", "2500", "2,500"),
            ("-3,25", "-3.25", "-3.25"),
            ("0,50", "0.5", "0.5"),
            ("88", "88", "88"),
            ("1.234,5", "1234.5", "1,234.5"),
        ];
        for (indonesian, plain, english) in good {
            assert_eq!(comma(indonesian).as_deref(), Ok(plain), "{indonesian}");
            assert_eq!(point(english).as_deref(), Ok(plain), "{english}");
        }
        // The other language's decimal sign, where it can't part thousands.
        assert_eq!((comma("1.6").as_deref(), point("1,6").as_deref()), (Ok("1.6"), Ok("1.6")));
        assert_eq!(comma("0.500").as_deref(), Ok("0.5"));
        for bad in ["", "-", "abc", "1,2,3", "1..2", "12.50.000", ",5", "1e5", "∞", "84 boks"] {
            assert_eq!(comma(bad), Err(NumberError::NoNumber), "{bad}");
        }
        assert_eq!(comma("1234567890123456"), Err(NumberError::TooLong));
        assert_eq!(comma("0,1234567"), Err(NumberError::TooLong));
    }

    #[test]
    fn halves_are_rounded_up_as_offices_round() {
        let percent = |text| Number::read(text, DecimalSign::Point).unwrap().percent();
        assert_eq!((percent("0.845"), percent("0.8449"), percent("-0.005"), percent("1.05")), (85, 84, -1, 105));
        assert_eq!((percent("0.99995"), percent("0.995"), percent("1"), percent("1.004")), (99, 99, 100, 100));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(whole in -999_999_999_999_999i64..=999_999_999_999_999, decimals in 0u32..=999_999) {
            let number = Number::read(&format!("{whole}.{decimals:06}"), DecimalSign::Point).unwrap();
            for sign in [DecimalSign::Comma, DecimalSign::Point] {
                prop_assert_eq!(Number::read(&number.write(sign), sign), Ok(number));
            }
        }

        #[test]
        fn any_text_is_a_number_or_an_error(text in "\\PC{0,20}") {
            let _ = Number::read(&text, DecimalSign::Comma).is_ok();
        }
    }
}
