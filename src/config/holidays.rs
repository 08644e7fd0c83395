//! The file of decreed holidays that a rule file names: `tanggal;jenis;nama;sumber`, ISO dates, LN or CB. Each year in it
//! replaces that year's list as a whole.

use super::ConfigError;
use crate::domain::calendar::{Holiday, HolidayKind, HolidayYear};
use crate::domain::language::clean::clean_line;
use std::collections::BTreeMap;
use std::path::Path;

/// Reads it; the first mistake is said with its line.
pub fn parse_holidays(text: &str, file: &Path) -> Result<Vec<HolidayYear>, ConfigError> {
    let text = text.trim_start_matches('\u{feff}');
    let wrong = |line: usize, key: &str, found: &str, expected: &'static str| ConfigError::WrongValue {
        file: file.to_owned(),
        line,
        key: key.to_owned(),
        found: clean_line(found),
        expected,
    };
    let mut years: BTreeMap<i16, (Vec<Holiday>, String)> = BTreeMap::new();
    for (line, row) in (1..).zip(text.lines()) {
        let sign = if row.contains(';') { ';' } else { ',' };
        let cells: Vec<&str> = row.split(sign).map(|cell| cell.trim().trim_matches('"')).collect();
        if cells.iter().all(|cell| cell.is_empty()) || (line == 1 && cells[0].eq_ignore_ascii_case("tanggal")) {
            continue;
        }
        let [on, kind, name, ref rest @ ..] = cells[..] else {
            return Err(wrong(line, "tanggal", row, "expected-holiday-row"));
        };
        let on: jiff::civil::Date = on.parse().map_err(|_| wrong(line, "tanggal", on, "expected-holiday-day"))?;
        let kind = match kind.to_uppercase().as_str() {
            "LN" => HolidayKind::National,
            "CB" => HolidayKind::JointLeave,
            other => return Err(wrong(line, "jenis", other, "expected-holiday-kind")),
        };
        let (days, source) = years.entry(on.year()).or_default();
        days.push(Holiday { on, kind, name: clean_line(name) });
        if let Some(said) = rest.first().filter(|_| source.is_empty()) {
            *source = clean_line(said);
        }
    }
    Ok(years.into_iter().map(|(year, (days, source))| HolidayYear::new(year, days, source)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_holidays_becomes_lists_of_whole_years() {
        let text = "\u{feff}tanggal;jenis;nama;sumber\n2026-12-24;CB;Natal;SKB\n2027-01-01;LN;Tahun Baru;SKB 2027\n";
        let years = parse_holidays(text, Path::new("libur.csv")).unwrap();
        let said: Vec<_> = years.iter().map(|list| (list.year, list.days.len(), list.source.as_str())).collect();
        assert_eq!(said, [(2026, 1, "SKB"), (2027, 1, "SKB 2027")]);
    }

    #[test]
    fn a_mistake_is_said_with_its_line() {
        for (text, line) in [("tanggal;jenis;nama\n2026-02-30;LN;x\n", 2), ("2026-01-01;XX;x\n", 1), ("2026-01-01\n", 1)] {
            let error = parse_holidays(text, Path::new("libur.csv")).unwrap_err();
            assert!(matches!(&error, ConfigError::WrongValue { line: l, .. } if *l == line), "{error:?}");
        }
    }
}
