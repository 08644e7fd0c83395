//! Text in columns: wrapping, cutting and filling by the width that a terminal gives it.

use crate::domain::PersonName;
use crate::domain::language::clean::width;
use unicode_segmentation::UnicodeSegmentation;

/// Breaks a text into lines of at most `columns`. Its own line ends stay; longer words are split. No line but the
/// first of a paragraph begins with what Markdown would take for the start of a list, a heading or a quotation.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(4);
    text.split('\n').flat_map(|paragraph| wrap_paragraph(paragraph, columns)).collect()
}

fn wrap_paragraph(paragraph: &str, columns: usize) -> Vec<String> {
    let words: Vec<&str> = paragraph.split(' ').filter(|w| !w.is_empty()).flat_map(|w| pieces(w, columns)).collect();
    if words.is_empty() {
        return vec![String::new()];
    }
    let mut lines = Vec::new();
    let mut start = 0;
    while start < words.len() {
        let mut end = start + 1;
        let mut used = width(words[start]);
        while end < words.len() && used + 1 + width(words[end]) <= columns {
            used += 1 + width(words[end]);
            end += 1;
        }
        // A word that would open a block takes the one before it along.
        let mut at = end;
        while at < words.len() && at > start + 1 && opens_block(words[at]) {
            at -= 1;
        }
        let stop = if at < words.len() && opens_block(words[at]) { end } else { at };
        lines.push(words[start..stop].join(" "));
        start = stop;
    }
    lines
}

/// A word in parts that fit.
fn pieces(word: &str, columns: usize) -> Vec<&str> {
    if width(word) <= columns {
        return vec![word];
    }
    let mut out = Vec::new();
    let (mut start, mut used) = (0, 0);
    for (at, grapheme) in word.grapheme_indices(true) {
        let wide = width(grapheme);
        if used + wide > columns && at > start {
            out.push(&word[start..at]);
            (start, used) = (at, 0);
        }
        used += wide;
    }
    out.push(&word[start..]);
    out
}

fn opens_block(word: &str) -> bool {
    let ruler = |sign: char| !word.is_empty() && word.chars().all(|c| c == sign);
    let number = word.strip_suffix(['.', ')']).is_some_and(|n| !n.is_empty() && n.chars().all(|c| c.is_ascii_digit()));
    word.starts_with(['#', '>', '|', '`', '~']) || ['-', '+', '*', '=', '_'].into_iter().any(ruler) || number
}

/// Wrapped with a first prefix and another of the same width below it. Empty lines stay without prefix.
pub fn hanging(first: &str, text: &str, columns: usize) -> Vec<String> {
    let indent = width(first);
    let blank = " ".repeat(indent);
    let lines = wrap(text, columns.saturating_sub(indent)).into_iter().enumerate();
    lines
        .map(|(i, line)| match (i, line.is_empty()) {
            (0, _) => format!("{first}{line}").trim_end().to_owned(),
            (_, true) => String::new(),
            _ => format!("{blank}{line}"),
        })
        .collect()
}

/// At most `columns` wide, the end marked with an ellipsis if something is missing. One line.
pub fn cut(text: &str, columns: usize) -> String {
    let text = if text.contains('\n') { text.replace('\n', " ") } else { text.to_owned() };
    if width(&text) <= columns {
        return text;
    }
    let mut out = String::new();
    let mut used = 1;
    for grapheme in text.graphemes(true) {
        used += width(grapheme);
        if used > columns {
            break;
        }
        out.push_str(grapheme);
    }
    out.truncate(out.trim_end().len());
    if columns > 0 {
        out.push('…');
    }
    out
}

/// A name in at most `columns`: titles go first, then the end of the name.
pub fn cut_name(name: &PersonName, columns: usize) -> String {
    let without_back = PersonName { back: String::new(), ..name.clone() };
    let shorter = [name.full(), without_back.full(), name.name.clone()];
    let fits = shorter.into_iter().find(|form| width(form) <= columns);
    fits.unwrap_or_else(|| cut(&name.name, columns))
}

/// Exactly `columns` wide.
pub fn pad(text: &str, columns: usize) -> String {
    let mut out = cut(text, columns);
    out.push_str(&" ".repeat(columns.saturating_sub(width(&out))));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_break_between_words_and_long_words_are_split() {
        assert_eq!(wrap("satu dua tiga", 8), ["satu dua", "tiga"]);
        assert_eq!(wrap("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(wrap("a\n\nb", 10), ["a", "", "b"]);
        assert_eq!(hanging("- ", "satu dua tiga", 10), ["- satu dua", "  tiga"]);
    }

    #[test]
    fn a_wrapped_line_does_not_begin_like_a_list_or_a_heading() {
        assert_eq!(wrap("nilai naik - turun", 10), ["nilai", "naik -", "turun"]);
        assert_eq!(wrap("target 12 naik 3. lalu", 14), ["target 12", "naik 3. lalu"]);
    }

    #[test]
    fn cut_text_says_so() {
        assert_eq!(cut("Sari Dewi Lubis", 9), "Sari Dew…");
        assert_eq!(cut("日本語", 4), "日…");
        assert_eq!(pad("ab", 4), "ab  ");
        let name = PersonName { front: "Ir.".into(), name: "Desi Anggraini".into(), back: "S.E., M.Si.".into() };
        assert_eq!(cut_name(&name, 40), "Ir. Desi Anggraini, S.E., M.Si.");
        assert_eq!(cut_name(&name, 20), "Ir. Desi Anggraini");
        assert_eq!(cut_name(&name, 14), "Desi Anggraini");
        assert_eq!(cut_name(&name, 10), "Desi Angg…");
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_is_wider(text in "[a-zé日\\-#. \n]{0,120}", columns in 4usize..40) {
            let lines = wrap(&text, columns);
            for line in &lines {
                prop_assert!(width(line) <= columns, "{line:?}");
            }
            let plain = |s: &str| s.replace([' ', '\n'], "");
            prop_assert_eq!(plain(&lines.concat()), plain(&text));
        }
    }
}
