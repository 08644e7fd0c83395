//! A page in lines for a terminal: the little of Markdown that the pages use. A table that is too wide for the
//! terminal becomes one record below the other.

use crate::domain::language::clean::width;
use crate::reports::Tone;
use crate::reports::layout::{hanging, pad, wrap};

/// Columns between two columns of a table.
const GAP: usize = 2;
/// The last column of a table may be wrapped as long as so many columns are left for it.
const LEAST: usize = 30;

/// The lines of a page, each with what it means.
pub fn lines(page: &str, columns: usize) -> Vec<(Tone, String)> {
    let mut out: Vec<(Tone, String)> = Vec::new();
    let mut rest = page.lines().filter(|line| !line.starts_with("<!--")).peekable();
    while let Some(line) = rest.next() {
        if line.starts_with("```") {
            out.extend(rest.by_ref().take_while(|line| !line.starts_with("```")).map(|line| plain(format!("  {line}"))));
        } else if line.starts_with('#') {
            let title = bare(line.trim_start_matches('#').trim_start());
            out.extend(wrap(&title, columns).into_iter().map(|line| (Tone::Title, line)));
        } else if line.starts_with('|') {
            let mut rows = vec![cells(line)];
            while let Some(row) = rest.next_if(|line| line.starts_with('|')) {
                rows.push(cells(row));
            }
            out.extend(table(&rows, columns));
        } else if line.trim().is_empty() {
            if out.last().is_some_and(|(_, last)| !last.is_empty()) {
                out.push(plain(String::new()));
            }
        } else {
            let (first, text) = line.strip_prefix("- ").map_or(("", line), |text| ("- ", text));
            let mut text = text.to_owned();
            while let Some(more) = rest.next_if(|line| goes_on(line)) {
                text.push(' ');
                text.push_str(more.trim_start());
            }
            out.extend(hanging(first, &bare(&text), columns).into_iter().map(plain));
        }
    }
    out
}

fn plain(text: String) -> (Tone, String) {
    (Tone::Plain, text)
}

/// Whether a line belongs to the paragraph or the entry of a list above it.
fn goes_on(line: &str) -> bool {
    !line.trim().is_empty() && !["```", "#", "|", "- ", "<!--"].iter().any(|start| line.starts_with(start))
}

/// Without the marks of bold text.
fn bare(text: &str) -> String {
    text.replace("**", "")
}

/// The cells of one row; a bar behind a backslash belongs to the text.
fn cells(row: &str) -> Vec<String> {
    const BAR: &str = "\u{1}";
    let row = row.trim().trim_start_matches('|').trim_end_matches('|').replace("\\|", BAR);
    row.split('|').map(|cell| bare(cell.trim()).replace(BAR, "|")).collect()
}

fn table(rows: &[Vec<String>], columns: usize) -> Vec<(Tone, String)> {
    let (Some(head), body) = (rows.first(), rows.get(2..).unwrap_or_default()) else { return vec![] };
    let widths: Vec<usize> = (0..head.len())
        .map(|at| rows.iter().enumerate().filter(|(n, _)| *n != 1).filter_map(move |(_, row)| row.get(at)).map(|c| width(c)))
        .map(|cells| cells.max().unwrap_or(0))
        .collect();
    let before: usize = widths.iter().rev().skip(1).map(|w| w + GAP).sum();
    let last = widths.last().copied().unwrap_or(0);
    if before + last.min(LEAST) > columns {
        return records(head, body, columns);
    }
    let mut out = vec![];
    for (n, row) in std::iter::once(head).chain(body).enumerate() {
        let tone = if n == 0 { Tone::Dim } else { Tone::Plain };
        let (end, start) = row.split_last().map_or((String::new(), &[][..]), |(end, start)| (end.clone(), start));
        let first: String = start.iter().zip(&widths).map(|(cell, w)| pad(cell, w + GAP)).collect();
        out.extend(hanging(&first, &end, columns).into_iter().map(|line| (tone, line)));
    }
    out
}

/// One row below the other: the first cell as a heading, then each cell behind the name of its column.
fn records(head: &[String], body: &[Vec<String>], columns: usize) -> Vec<(Tone, String)> {
    let mut out = vec![];
    for row in body {
        if !out.is_empty() {
            out.push(plain(String::new()));
        }
        for (at, cell) in row.iter().enumerate() {
            let name = head.get(at).map_or("", String::as_str);
            let lines = match at {
                0 => wrap(cell, columns),
                _ => hanging("  ", &if name.is_empty() { cell.clone() } else { format!("{name}: {cell}") }, columns),
            };
            out.extend(lines.into_iter().map(|line| (Tone::Plain, line)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(page: &str, columns: usize) -> String {
        lines(page, columns).into_iter().map(|(_, line)| line + "\n").collect()
    }

    #[test]
    fn paragraphs_and_lists_are_filled_and_code_is_left_alone() {
        let page = "# Title\n\nSome **bold** words\non two lines.\n\n- one\n  and more\n- two\n\n```sh\nbina  due\n```\n";
        assert_eq!(text(page, 40), "Title\n\nSome bold words on two lines.\n\n- one and more\n- two\n\n  bina  due\n");
    }

    #[test]
    fn a_table_that_is_too_wide_becomes_records() {
        let page = "<!-- keys -->\n| key | what it does |\n| --- | --- |\n| `a \\| b` | adds |\n<!-- /keys -->\n";
        assert_eq!(text(page, 40), "key      what it does\n`a | b`  adds\n");
        let wide = format!("| fault | seen | lost |\n| --- | --- | --- |\n| it burns | {} | all |\n", "smoke ".repeat(20));
        let shown = text(&wide, 40);
        assert!(shown.starts_with("it burns\n  seen: smoke smoke") && shown.contains("\n  lost: all\n"), "{shown}");
        assert!(shown.lines().all(|line| width(line) <= 40), "{shown}");
    }
}
