//! Numbers as people write them: `1.234` and `18,75` in Indonesian, `1,234` and `18.75` in English.

use super::{Lang, Words};

impl Words {
    /// A decimal number as people of this language write it.
    pub fn decimal(&self, number: crate::domain::Number) -> String {
        number.write(self.decimal_sign())
    }

    /// What stands before the decimals in this language.
    pub fn decimal_sign(&self) -> crate::domain::DecimalSign {
        match self.lang() {
            Lang::Id => crate::domain::DecimalSign::Comma,
            Lang::En => crate::domain::DecimalSign::Point,
        }
    }

    /// A whole number with separators of thousands.
    pub fn number(&self, n: i64) -> String {
        let separator = if self.lang() == Lang::Id { '.' } else { ',' };
        let digits = n.unsigned_abs().to_string();
        let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 1);
        if n < 0 {
            out.push('-');
        }
        for (i, c) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push(separator);
            }
            out.push(c);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_separated_as_the_language_does() {
        assert_eq!(Words::new(Lang::Id).number(-1_234_567), "-1.234.567");
        assert_eq!(Words::new(Lang::En).number(999), "999");
    }
}
