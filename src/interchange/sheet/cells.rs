//! How single cells are read: what counts as empty, dates, golongan, the mark against formulas. Pure.

use jiff::civil::Date;

/// The text of a cell without the mark that [`neutral`] sets and without what offices write for "nothing".
pub fn said(cell: &str) -> &str {
    let text = without_mark(cell.trim()).trim();
    let nothing = ["", "-", "--", "–", "—", ".", "null", "n/a", "nihil", "tidak ada", "belum ada"];
    if is_error(text) || text.len() <= 10 && nothing.contains(&text.to_lowercase().as_str()) { "" } else { text }
}

/// What a spreadsheet shows where a formula failed.
pub fn is_error(text: &str) -> bool {
    let text = text.trim();
    text.starts_with('#')
        && ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#DATA!"]
            .iter()
            .any(|error| error.eq_ignore_ascii_case(text))
}

/// A cell that a spreadsheet does not run: what begins like a formula gets an apostrophe. A number stays one.
pub fn neutral(cell: &str) -> String {
    if runs(cell.trim_start_matches('\'')) { format!("'{cell}") } else { cell.to_owned() }
}

/// Takes off exactly what [`neutral`] puts on.
pub fn without_mark(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if runs(rest.trim_start_matches('\'')) => rest,
        _ => cell,
    }
}

/// Whether a spreadsheet would take it for a formula, a command or a second cell.
fn runs(text: &str) -> bool {
    if text.trim_start_matches([' ', '\u{a0}']).starts_with(['\t', '\r', '\n']) {
        return true;
    }
    !is_number(text) && text.trim_start().starts_with(['=', '+', '-', '@', '|', '%', '＝', '＋', '－', '＠', '｜', '％'])
}

/// `-5`, `-1.250,5`, `-12%`: a spreadsheet shows what stands there.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or_default();
    let digits = digits.strip_suffix('%').unwrap_or(digits);
    let apart = |c: char| c == '.' || c == ',';
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.ends_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || apart(c))
}

/// A date as offices write it: day first with `-`, `/`, `.` or spaces, months also by name; or ISO; a time of day
/// behind it is left out. `None` for what is none, as 31-02.
pub fn date(text: &str) -> Option<Date> {
    let text = text.trim().to_lowercase();
    let parts: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|p| !p.is_empty()).collect();
    let [first, month, last, ..] = parts.as_slice() else { return None };
    let last = last.split('t').next().unwrap_or(last);
    let (year, day) = if first.len() == 4 { (*first, last) } else { (last, *first) };
    if year.len() != 4 || day.len() > 2 {
        return None;
    }
    Date::new(year.parse().ok()?, month_number(month)?, day.parse().ok()?).ok()
}

/// By its number, or by how its name begins.
pub fn month_number(text: &str) -> Option<i8> {
    if let Ok(number) = text.parse::<i8>() {
        return Some(number);
    }
    const NAMES: [&[&str]; 12] = [
        &["jan"],
        &["feb", "peb"],
        &["mar"],
        &["apr"],
        &["mei", "may"],
        &["jun"],
        &["jul"],
        &["agu", "ags", "agt", "aug"],
        &["sep"],
        &["okt", "oct"],
        &["nov", "nop"],
        &["des", "dec"],
    ];
    NAMES.iter().position(|names| names.iter().any(|name| text.starts_with(name))).and_then(|i| i8::try_from(i + 1).ok())
}

/// Golongan ruang in the usual spelling where it can be found (`Penata Tk. I, III/D` is `III/d`), the grade of a PPPK,
/// or the text itself.
pub fn rank(text: &str) -> String {
    let text = crate::domain::language::clean::clean_line(text);
    for (at, _) in text.match_indices('/') {
        let before = text[..at].trim_end();
        let roman: String = before.chars().rev().take_while(|c| matches!(c, 'I' | 'V' | 'i' | 'v')).collect();
        let roman: String = roman.chars().rev().collect::<String>().to_uppercase();
        let mut after = text[at + 1..].trim_start().chars();
        let room = after.next().map(|c| c.to_ascii_lowercase());
        let ends = after.next().is_none_or(|c| !c.is_alphanumeric());
        if let Some(room @ 'a'..='e') = room
            && ends
            && ["I", "II", "III", "IV"].contains(&roman.as_str())
        {
            return format!("{roman}/{room}");
        }
    }
    let grade = text.strip_prefix("Golongan ").or_else(|| text.strip_prefix("Gol. ")).unwrap_or(&text);
    if is_grade(grade) { grade.to_uppercase() } else { text }
}

/// A grade of PPPK: `I` to `XVII`, no room.
pub fn is_grade(text: &str) -> bool {
    const GRADES: [&str; 17] =
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII"];
    GRADES.iter().any(|grade| grade.eq_ignore_ascii_case(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil;

    #[test]
    fn a_formula_is_marked_going_out_and_the_mark_goes_coming_in() {
        for text in [
            "=cmd|' /C calc'!A0",
            "+1",
            "-1+1",
            "-5)",
            "-,5",
            "－5",
            "\u{a0}=1",
            "'-x",
            "@SUM(A1)",
            "  =1",
            "＝1",
            "|x",
            "'=1",
        ] {
            let out = neutral(text);
            assert!(out.starts_with('\''), "{text}");
            assert_eq!(said(&out), text.trim(), "{text}");
        }
        for harmless in ["Siti", "'198609262015051001", "O'Neil", "1-2", "-5", "-1.250,5", "-12%"] {
            assert_eq!(neutral(harmless), harmless);
            assert_eq!(said(harmless), harmless);
        }
    }

    #[test]
    fn dates_are_read_day_first_and_impossible_ones_are_none() {
        for text in ["20-10-1982", "20/10/1982", "1982-10-20", "20 Oktober 1982", "20.10.1982 00:00", "1982-10-20T00:00:00"]
        {
            assert_eq!(date(text), Some(civil::date(1982, 10, 20)), "{text}");
        }
        for text in ["31-02-1982", "20-13-1982", "tidak tahu", "1982", "20-10-82"] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn ranks_are_found_inside_what_is_written_around_them() {
        assert_eq!(
            ["III/d", "Penata Tk. I, III/D", "Penata (III / c)", "IX", "Golongan IX", "Penata Muda"].map(rank),
            ["III/d", "III/d", "III/c", "IX", "IX", "Penata Muda"].map(str::to_owned)
        );
    }
}
