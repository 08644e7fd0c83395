//! NIP of civil servants and NI PPPK: 18 digits that tell birth date, start and sex.
//!
//! Parts 1-8 birth date, 9-14 start (PNS: year and month of the first appointment; PPPK: year and number of the
//! contract), 15 sex, 16-18 serial. Sources: domain notes 6.1; the widths of the PPPK parts are remembered, not
//! confirmed, so a PPPK number is recognised by its digits 13-14 and never refused for them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;
use strum::IntoStaticStr;
use thiserror::Error;

/// Eighteen checked digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Nip(String);

/// What is wrong with a number.
#[derive(Clone, Debug, PartialEq, Eq, Error, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", prefix = "nip-")]
pub enum NipError {
    #[error("{0} digits instead of 18")]
    Length(usize),
    #[error("other characters than digits")]
    NotDigits,
    /// `1.98209E+17`, or digits that end in zeros where a spreadsheet has no more precision.
    #[error("rounded by a spreadsheet")]
    Rounded,
    #[error("the first eight digits are no birth date")]
    BirthDate,
    #[error("digits 9 to 14 are no start")]
    Start,
    #[error("digit 15 is neither 1 nor 2")]
    Sex,
}

impl NipError {
    pub fn message_id(&self) -> &'static str {
        self.into()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    Male,
    Female,
}

/// How digits 9 to 14 read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// First appointment as candidate (TMT CPNS).
    Pns { year: i16, month: i8 },
    /// Year of the first appointment, number of the contract (21 is the first).
    Pppk { year: i16, contract: u8 },
}

impl Nip {
    /// Accepts spaces, dots and dashes between groups and a leading apostrophe; never guesses digits.
    pub fn parse(input: &str) -> Result<Nip, NipError> {
        let trimmed = input.trim().trim_start_matches(['\'', '’', '`', '"']).trim_end_matches(['\'', '"']);
        let scientific = trimmed.contains(['e', 'E']) && trimmed.chars().any(|c| c.is_ascii_digit());
        if scientific || is_decimal(trimmed) {
            return Err(NipError::Rounded);
        }
        let digits: String = trimmed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-' | '\u{A0}')).collect();
        if !digits.chars().all(|c| c.is_ascii_digit()) {
            return Err(NipError::NotDigits);
        }
        if digits.len() != 18 {
            return Err(NipError::Length(digits.len()));
        }
        let nip = Nip(digits);
        nip.checked()
    }

    fn checked(self) -> Result<Nip, NipError> {
        // A number cell keeps 15 to 17 digits: the serial then ends in zeros, and no serial is 000.
        if self.0.ends_with("000") {
            return Err(NipError::Rounded);
        }
        let year = self.number(0..4);
        Date::new(year, self.number(4..6) as i8, self.number(6..8) as i8)
            .ok()
            .filter(|d| (1920..2020).contains(&d.year()))
            .ok_or(NipError::BirthDate)?;
        let start_year = self.number(8..12);
        let part = self.number(12..14);
        let plausible = start_year >= year + 15 && start_year <= 2100;
        if !plausible || !(matches!(part, 1..=12) || part >= 21) {
            return Err(NipError::Start);
        }
        if !matches!(self.number(14..15), 1 | 2) {
            return Err(NipError::Sex);
        }
        Ok(self)
    }

    fn number(&self, range: std::ops::Range<usize>) -> i16 {
        self.0.get(range).and_then(|s| s.parse().ok()).unwrap_or(0)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
    pub fn born(&self) -> Date {
        Date::new(self.number(0..4), self.number(4..6) as i8, self.number(6..8) as i8).unwrap_or_default()
    }
    pub fn sex(&self) -> Sex {
        if self.number(14..15) == 1 { Sex::Male } else { Sex::Female }
    }
    pub fn start(&self) -> Start {
        let (year, part) = (self.number(8..12), self.number(12..14));
        if part >= 21 { Start::Pppk { year, contract: part as u8 } } else { Start::Pns { year, month: part as i8 } }
    }
    /// As offices write it on paper: `YYYYMMDD YYYYMM G SSS`.
    pub fn grouped(&self) -> String {
        let groups = [0..8, 8..14, 14..15, 15..18].map(|group| self.0.get(group));
        // A journal that another hand has written may hold anything.
        groups.into_iter().collect::<Option<Vec<_>>>().map_or_else(|| self.0.clone(), |groups| groups.join(" "))
    }
    /// For papers that others see: without birth date and serial.
    pub fn masked(&self) -> String {
        format!("{}**** ****** * ***", self.0.get(..4).unwrap_or("****"))
    }
}

/// `198210202010072000.0`: a number cell printed with a fraction.
fn is_decimal(text: &str) -> bool {
    text.split_once(['.', ',']).is_some_and(|(whole, fraction)| {
        whole.len() >= 15
            && whole.chars().all(|c| c.is_ascii_digit())
            && !fraction.is_empty()
            && fraction.chars().all(|c| c == '0')
    })
}

impl fmt::Display for Nip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::people::nip::*;
    use jiff::civil::date;

    #[test]
    fn the_parts_of_published_numbers_read_right() {
        let nip = Nip::parse("198609262015051001").unwrap();
        assert_eq!(nip.born(), date(1986, 9, 26));
        assert_eq!(nip.start(), Start::Pns { year: 2015, month: 5 });
        assert_eq!(nip.sex(), Sex::Male);
        assert_eq!(Nip::parse("198012302010012005").unwrap().sex(), Sex::Female);
        let pppk = Nip::parse("199001012023211002").unwrap();
        assert_eq!(pppk.start(), Start::Pppk { year: 2023, contract: 21 });
    }

    #[test]
    fn habits_of_offices_are_accepted() {
        for written in ["'198609262015051001", " 19860926 201505 1 001 ", "19860926.201505.1.001", "19860926-201505-1-001"] {
            assert_eq!(Nip::parse(written).unwrap().as_str(), "198609262015051001", "{written}");
        }
    }

    #[test]
    fn impossible_numbers_are_refused_with_the_reason() {
        for (written, error) in [
            ("19860926201505100", NipError::Length(17)),
            ("1986092620150510011", NipError::Length(19)),
            ("198613262015051001", NipError::BirthDate),
            ("198602312015051001", NipError::BirthDate),
            ("198609262015131001", NipError::Start),
            ("198609261990051001", NipError::Start),
            ("198609262015053001", NipError::Sex),
            ("19860926A015051001", NipError::NotDigits),
            ("1.98609E+17", NipError::Rounded),
            ("1,98609262015051E+17", NipError::Rounded),
            ("198609262015051000", NipError::Rounded),
            ("198609262015051000.0", NipError::Rounded),
        ] {
            assert_eq!(Nip::parse(written), Err(error), "{written}");
        }
    }
}
