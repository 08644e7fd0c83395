//! Cells with a target or with the steps to it, as people write it: `12.500.000`, `Rp 12.500.000,00`, `≤ 3`, `95 - 98 %`, `120 boks`. Pure.

use crate::domain::language::clean::clean_line;
use crate::domain::{DecimalSign, Number};
use crate::interchange::sheet::vocabulary::Kind;

/// What a cell with a target says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TargetSaid {
    pub number: Option<Number>,
    /// The end of a range.
    pub end: Option<Number>,
    /// What a sign or a word before the number says of the direction.
    pub kind: Option<Kind>,
    /// What stands behind the number, or the currency before it.
    pub unit: String,
}

const AT_LEAST: &[&str] = &["≥", ">=", ">", "minimal", "minimum", "min.", "min", "paling sedikit", "at least"];
const AT_MOST: &[&str] =
    &["≤", "<=", "<", "maksimal", "maksimum", "maks.", "maks", "max.", "max", "paling banyak", "at most"];
const BETWEEN: &[&str] = &["antara", "between"];
const TO: &[&str] = &["s.d.", "s.d", "s/d", "sd", "sampai", "hingga", "dan", "to", "and", "–", "—", "-"];

/// Reads a cell; `stored` if the spreadsheet keeps it as a number, with a point before its decimals.
pub fn read(cell: &str, stored: bool) -> TargetSaid {
    let mut said = TargetSaid::default();
    if stored {
        // Shown as percent, as percent it is taken.
        let bare = cell.trim().strip_suffix('%');
        said.number = Number::read(bare.unwrap_or(cell), DecimalSign::Point).ok();
        if bare.is_some() {
            said.unit = "%".to_owned();
        }
        return said;
    }
    let signs = [(AT_LEAST, Kind::Higher), (AT_MOST, Kind::Lower), (BETWEEN, Kind::Within)];
    let found = signs.iter().find_map(|(words, kind)| Some((behind(cell, words)?, *kind)));
    let rest = match found {
        Some((rest, kind)) => {
            said.kind = Some(kind);
            rest
        }
        None => cell,
    };
    let rest = match behind(rest, &["rp.", "rp"]) {
        Some(rest) => {
            said.unit = "Rp".to_owned();
            rest
        }
        None => rest,
    };
    let Some((number, rest)) = leading(rest) else { return said };
    // `1/2`, `1 1/2`, `1,25E+11`: more of a number follows, and what it means is not certain.
    if goes_on(rest) {
        return TargetSaid::default();
    }
    said.number = Some(number);
    let mut rest = rest;
    if let Some((end, behind)) = behind(rest.trim_start_matches('%'), TO).and_then(leading) {
        said.end = Some(end);
        rest = behind;
    }
    if said.unit.is_empty() {
        said.unit = rest.trim().to_owned();
    }
    said
}

/// A number alone in its cell; a currency or a sign of percent may stand with it.
pub fn number(cell: &str, stored: bool) -> Option<Number> {
    let said = read(cell, stored);
    let alone = said.end.is_none() && said.kind.is_none() && matches!(said.unit.as_str(), "" | "%" | "Rp");
    said.number.filter(|_| alone)
}

/// One a line, numbered or not; on one line between bars or semicolons.
pub fn steps(cell: &str) -> Vec<String> {
    let lines: Vec<&str> = cell.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let numbered = |(i, line): (usize, &&str)| line.strip_prefix(&format!("{}. ", i + 1)).map(str::to_owned);
    let stripped: Option<Vec<String>> = lines.iter().enumerate().map(numbered).collect();
    let parts = match (stripped, lines.as_slice()) {
        (Some(steps), _) => steps,
        (None, [line]) => line.split(['|', ';']).map(str::to_owned).collect(),
        (None, lines) => lines.iter().map(|line| (*line).to_owned()).collect(),
    };
    parts.iter().map(|step| clean_line(step)).filter(|step| !step.is_empty()).collect()
}

/// The number at the beginning, and what follows it.
fn leading(text: &str) -> Option<(Number, &str)> {
    let text = text.trim_start();
    let sign = text.chars().next().filter(|c| matches!(c, '-' | '−' | '+')).map_or(0, char::len_utf8);
    let digits = text[sign..].find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(text.len() - sign);
    let (number, rest) = text.split_at(sign + digits);
    // `12.500,-` is how offices end a sum of money.
    let rest = rest.strip_prefix('-').filter(|_| number.ends_with(',')).unwrap_or(rest);
    let number = number.trim_end_matches([',', '.']);
    let read = Number::read(number, DecimalSign::Comma).or_else(|_| Number::read(number, DecimalSign::Point));
    Some((read.ok()?, rest))
}

/// Whether what follows a number is still a number: a fraction, a power of ten, more digits.
fn goes_on(rest: &str) -> bool {
    let next = rest.trim_start();
    let power = rest.strip_prefix(['e', 'E']).map(|power| power.trim_start_matches(['+', '-']));
    next.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '½' | '¼' | '¾'))
        || next.strip_prefix(['/', '⁄']).is_some_and(|below| below.trim_start().starts_with(|c: char| c.is_ascii_digit()))
        || power.is_some_and(|power| power.starts_with(|c: char| c.is_ascii_digit()))
}

/// What follows one of these words at the beginning; a word of letters ends where the letters end.
fn behind<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    let text = text.trim_start();
    words.iter().find_map(|word| {
        let start = text.get(..word.len())?;
        let rest = &text[word.len()..];
        let whole = !word.ends_with(char::is_alphabetic) || !rest.starts_with(char::is_alphabetic);
        (start.to_lowercase() == **word && whole).then_some(rest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(cell: &str) -> (Option<String>, Option<String>, Option<Kind>, String) {
        let said = read(cell, false);
        (said.number.map(|n| n.to_string()), said.end.map(|n| n.to_string()), said.kind, said.unit)
    }
    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn targets_are_read_as_offices_write_them() {
        assert_eq!(said("12.500.000"), (some("12500000"), None, None, String::new()));
        assert_eq!(said("Rp 12.500.000,00"), (some("12500000"), None, None, "Rp".into()));
        assert_eq!(said("Rp12.500.000,-"), (some("12500000"), None, None, "Rp".into()));
        assert_eq!(said("≤ 3 hari kerja"), (some("3"), None, Some(Kind::Lower), "hari kerja".into()));
        assert_eq!(said("Min. 97,5%"), (some("97.5"), None, Some(Kind::Higher), "%".into()));
        assert_eq!(said("95 - 98 %"), (some("95"), some("98"), None, "%".into()));
        assert_eq!(said("95% s.d. 98%"), (some("95"), some("98"), None, "%".into()));
        assert_eq!(said("-2 sampai 2 °C"), (some("-2"), some("2"), None, "°C".into()));
        assert_eq!(said("1,250,000.50"), (some("1250000.5"), None, None, String::new()));
        assert_eq!(said("120 dokumen"), (some("120"), None, None, "dokumen".into()));
        assert_eq!(said("terlaksana"), (None, None, None, String::new()));
        assert_eq!(said("maksudnya 3"), (None, None, None, String::new()));
    }

    #[test]
    fn what_a_spreadsheet_keeps_as_a_number_has_a_point() {
        assert_eq!(read("1.625", true).number.map(|n| n.to_string()), some("1.625"));
        assert_eq!(read("1.625", false).number.map(|n| n.to_string()), some("1625"));
        assert_eq!(number("40%", false).map(|n| n.to_string()), some("40"));
        assert_eq!(number("40 boks", false), None);
    }

    #[test]
    fn halves_and_powers_of_ten_are_no_numbers_with_a_unit() {
        for cell in ["1/2", "1 1/2", "1,25E+11", "1.25e11", "3 ½"] {
            assert_eq!(read(cell, false), TargetSaid::default(), "{cell}");
        }
        assert_eq!(said("3 ekor"), (some("3"), None, None, "ekor".into()));
        assert_eq!(read("88.75%", true).number.map(|n| n.to_string()), some("88.75"));
    }

    #[test]
    fn steps_stand_one_a_line_or_between_bars() {
        assert_eq!(steps("1. rencana\n2. uji | coba"), ["rencana", "uji | coba"]);
        assert_eq!(steps("rencana | uji coba; laporan"), ["rencana", "uji coba", "laporan"]);
        assert_eq!(steps("1. a; b"), ["a; b"]);
        assert!(steps(" ").is_empty());
    }
}
