//! One cell with a period, as people write it. Pure.

use crate::domain::Period;
use crate::domain::language::clean::fold;
use crate::domain::period::{EvaluationPeriod, Quarter};
use crate::interchange::sheet::cells;

/// `2026`, `Triwulan II 2026`, `1 Januari 2026 s.d. 31 Maret 2026`.
pub fn period_in(cell: &str) -> Option<Period> {
    let text = fold(cell);
    if let Some(range) = range_in(&text) {
        return range;
    }
    let year = year_in(&text)?;
    let words: Vec<&str> = text.split([' ', '.', '-', '/']).filter(|w| !w.is_empty()).collect();
    let quarter = words.iter().position(|word| matches!(*word, "triwulan" | "tw" | "quarter" | "q"));
    let Some(at) = quarter else { return Some(Period::year(year)) };
    let number = match words.get(at + 1).copied()? {
        "i" | "1" => 1,
        "ii" | "2" => 2,
        "iii" | "3" => 3,
        "iv" | "4" => 4,
        _ => return None,
    };
    let quarter = Quarter { year, number };
    Some(Period { from: quarter.first(), until: quarter.last() })
}

/// What two days with a word between them say; the inner nothing: it is a range and can't be read.
fn range_in(text: &str) -> Option<Option<Period>> {
    for between in ["s.d.", "s/d", " sd ", "sampai dengan", "sampai", "hingga", " - ", "–"] {
        if let Some((from, until)) = text.split_once(between) {
            let (from, until) = (cells::date(from), cells::date(until));
            return Some(from.and_then(|from| Period::new(from, until?)));
        }
    }
    None
}

/// A period in which offices judge: `2026`, `TW III 2026`, `November 2026`, or its first and its last day.
pub fn evaluation_period_in(cell: &str) -> Option<EvaluationPeriod> {
    let range = || range_in(&fold(cell)).flatten().and_then(EvaluationPeriod::of_span);
    EvaluationPeriod::read(cell).or_else(range)
}

/// The period that a title speaks of: `LAPORAN … TRIWULAN III TAHUN 2026`, `… BULAN NOVEMBER 2026`, `… TAHUN 2026`.
pub fn titled_period(title: &str) -> Option<EvaluationPeriod> {
    let text = fold(title);
    let year = year_in(&text)?;
    let named =
        |word: &str| if word.len() > 2 && word.chars().all(char::is_alphabetic) { cells::month_number(word) } else { None };
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    let quarter = words.iter().any(|word| matches!(*word, "triwulan" | "tw"));
    // "Maret" is a month before its year; "mandiri" is none.
    let month = words.windows(2).find_map(|pair| (pair[1].parse() == Ok(year)).then(|| named(pair[0])).flatten());
    match month.filter(|_| !quarter) {
        Some(month) => EvaluationPeriod::read(&format!("{year:04}-{month:02}")),
        None => period_in(&text).and_then(EvaluationPeriod::of_span),
    }
}

/// The only year of this century that a text names.
pub fn year_in(text: &str) -> Option<i16> {
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let mut years: Vec<i16> = numbers.filter_map(|n| n.parse().ok()).filter(|y| (2000..2100).contains(y)).collect();
    years.dedup();
    if let [year] = years[..] { Some(year) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn periods_are_read_as_offices_write_them() {
        let quarter = Period { from: date(2026, 4, 1), until: date(2026, 6, 30) };
        for text in ["Triwulan II 2026", "TW 2 / 2026", "1 April 2026 s.d. 30 Juni 2026", "01/04/2026 - 30/06/2026"] {
            assert_eq!(period_in(text), Some(quarter), "{text}");
        }
        assert_eq!(period_in("Tahun 2026"), Some(Period::year(2026)));
        assert_eq!([period_in("setahun"), period_in("30/06/2026 - 01/04/2026")], [None, None]);
    }
}
