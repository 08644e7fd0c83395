//! A number as its cell shows it: percent, decimals, fractions, scientific notation. Pure. What is shown is what a person
//! has read and checked; where that can't be told, the cell is marked, and nobody takes its number.

use super::super::table::Mark;
use super::rows::Written;
use rust_decimal::{Decimal, RoundingStrategy};

/// By the format of the cell; `General` if it has none.
pub(super) fn shown(value: f64, format: &str) -> Written {
    let kept = plainly(value);
    let Ok(exact) = kept.parse::<Decimal>() else { return number(kept, None) };
    if format.trim().is_empty() {
        return number(kept, None);
    }
    let section = section(format, exact);
    let Some(pattern) = Pattern::read(section) else {
        return match exact.is_zero() {
            true => number(kept, None),
            false => number(kept, Some(Mark::Format(format.to_owned()))),
        };
    };
    match pattern {
        Pattern::General => number(kept, None),
        Pattern::Digits { decimals, percent } => {
            let factor = Decimal::from(100u32.pow(percent.min(2)));
            let Some(value) = exact.checked_mul(factor) else { return number(kept, None) };
            let round = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
            let sign = if percent > 0 { "%" } else { "" };
            let text = |value: Decimal| format!("{}{sign}", value.normalize());
            number(text(round), (round != value).then(|| Mark::Rounded(text(value))))
        }
        Pattern::Scientific { decimals } => {
            let mantissa = format!("{:.*e}", decimals as usize, value);
            let same = Decimal::from_scientific(&mantissa).is_ok_and(|shown| shown == exact);
            number(kept, (!same).then(|| Mark::Format(format.to_owned())))
        }
        Pattern::Fraction { most } => {
            let whole = (1..=most).any(|d| exact.checked_mul(Decimal::from(d)).is_some_and(|n| n.fract().is_zero()));
            number(kept, (!whole).then(|| Mark::Format(format.to_owned())))
        }
    }
}

fn number(text: String, mark: Option<Mark>) -> Written {
    Written { number: true, text, mark }
}

/// Fifteen digits are true of what a spreadsheet keeps; the rest is noise of counting in twos.
fn plainly(value: f64) -> String {
    let fifteen = format!("{value:.14e}");
    match Decimal::from_scientific(&fifteen) {
        // Too small for a decimal and not nothing.
        Ok(decimal) if !(decimal.is_zero() && value != 0.0) => decimal.normalize().to_string(),
        _ => value.to_string(),
    }
}

/// The part of a format that speaks of this value: above zero, below, and zero itself.
fn section(format: &str, value: Decimal) -> &str {
    let mut parts = Vec::new();
    let (mut from, mut quoted, mut escaped) = (0, false, false);
    for (at, c) in format.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => quoted = !quoted,
            ';' if !quoted => {
                parts.push(&format[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&format[from..]);
    let at = match parts.len() {
        2.. if value.is_sign_negative() && !value.is_zero() => 1,
        3.. if value.is_zero() => 2,
        _ => 0,
    };
    parts[at]
}

enum Pattern {
    General,
    Digits { decimals: u32, percent: u32 },
    Scientific { decimals: u32 },
    Fraction { most: u32 },
}

impl Pattern {
    /// `None` for what shows no number, shows it divided, or under conditions.
    fn read(section: &str) -> Option<Pattern> {
        let bare = bare(section)?;
        let lower = bare.to_lowercase();
        if lower.contains("general") || lower.trim() == "@" {
            return Some(Pattern::General);
        }
        let digit = |c: char| matches!(c, '0' | '#' | '?');
        let last = bare.rfind(digit)?;
        let count = |text: &str| text.chars().filter(|c| digit(*c)).count() as u32;
        let behind_point = |text: &str| text.split_once('.').map_or(0, |(_, decimals)| count(decimals));
        if let Some(at) = lower.find("e+").or_else(|| lower.find("e-")) {
            return Some(Pattern::Scientific { decimals: behind_point(&bare[..at]) });
        }
        if let Some((_, below)) = bare.split_once('/') {
            let fixed: Option<u32> = below.trim().parse().ok().filter(|n| *n > 0);
            let most = 10u32.pow(count(below).min(3)) - 1;
            return Some(Pattern::Fraction { most: fixed.unwrap_or(most).min(999) });
        }
        // A comma behind the last digit, or behind the last before the point, shows thousands as ones.
        let whole = bare.split('.').next().unwrap_or_default();
        if bare[last + 1..].starts_with(',') || whole.trim_end().ends_with(',') {
            return None;
        }
        let percent = bare.matches('%').count() as u32;
        Some(Pattern::Digits { decimals: behind_point(&bare), percent })
    }
}

/// Without what is only written beside the number: words, colours, currencies. `None` where a condition stands.
fn bare(section: &str) -> Option<String> {
    let mut out = String::new();
    let mut chars = section.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => drop(chars.by_ref().find(|c| *c == '"')),
            '\\' | '_' | '*' => drop(chars.next()),
            '[' => {
                let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                if inside.starts_with(['<', '>', '=']) {
                    return None;
                }
            }
            c => out.push(c),
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(value: f64, format: &str) -> (String, Option<Mark>) {
        let written = shown(value, format);
        (written.text, written.mark)
    }

    #[test]
    fn a_number_is_what_its_cell_shows() {
        for (value, format, text) in [
            (0.95, "0%", "95%"),
            (0.8875, "0.00%", "88.75%"),
            (0.1 + 0.2, "General", "0.3"),
            (125_000_000_000.0, "General", "125000000000"),
            (125_000_000_000.0, "0.00E+00", "125000000000"),
            (12_500_000.0, "[$Rp-421]#,##0", "12500000"),
            (12_500_000.0, "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)", "12500000"),
            (-1250.5, "#,##0.00;[Red](#,##0.00)", "-1250.5"),
            (0.0, "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)", "0"),
            (0.5, "# ?/?", "0.5"),
            (3.0, "0\" dokumen\"", "3"),
        ] {
            assert_eq!(of(value, format), (text.to_owned(), None), "{value} as {format}");
        }
    }

    #[test]
    fn what_a_cell_shows_otherwise_than_it_keeps_is_marked() {
        assert_eq!(of(88.75, "0"), ("89".into(), Some(Mark::Rounded("88.75".into()))));
        assert_eq!(of(0.954, "0%"), ("95%".into(), Some(Mark::Rounded("95.4%".into()))));
        for (value, format) in
            [(125_000.0, "#,##0,"), (1.0, ";;;"), (1.0 / 3.0, "# ?/?"), (125_432.0, "0.0E+00"), (5.0, "[<100]0;0.0")]
        {
            assert_eq!(of(value, format).1, Some(Mark::Format(format.into())), "{value} as {format}");
        }
    }
}
