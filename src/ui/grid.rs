//! Draws a grid: names at the left, short heads over columns, the cell under the cursor in brackets. What stands in the
//! cells, each screen says by [`Faces`]; where the cursor is and what fits, `app::grid` says.

use super::canvas::Canvas;
use super::theme::Role;
use crate::desk::grid::{Cells, GridState, Layout};
use crate::domain::language::clean;
use ratatui::layout::Rect;

/// What a grid shows.
pub trait Faces: Cells {
    /// What neighbouring columns stand under together.
    fn group(&self, column: usize) -> &str;
    /// Title, and what stands below it.
    fn head(&self, column: usize) -> (&str, &str);
    /// Whose row it is, in so many columns, and how far it is.
    fn name(&self, row: usize, width: usize) -> (String, String);
    /// Over the names.
    fn names(&self) -> String;
    fn cell(&self, row: usize, column: usize) -> Option<Face>;
    /// Which columns are on the page, counted from 1, of how many.
    fn part(&self, from: usize, to: usize, of: usize) -> String;
}

/// A value and a sign behind it: nothing is said by colour alone.
pub struct Face {
    pub value: String,
    pub role: Role,
    pub sign: &'static str,
    pub sign_role: Role,
}

/// Columns that a row's own figure needs behind its name.
const TALLY: u16 = 6;

/// Draws heads and rows; returns where the cell under the cursor is, its brackets included.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, layout: &Layout, grid: &GridState, faces: &impl Faces) -> Option<Rect> {
    heads(canvas, area, layout, grid, faces);
    let mut under = None;
    let shown = grid.rows.top..faces.rows().min(grid.rows.top + layout.rows);
    for row in shown {
        let y = area.y + (layout.heads + row - grid.rows.top) as u16;
        let chosen = row == grid.row();
        elsewhere(canvas, Rect { y, height: 1, ..area }, layout, grid, faces, row);
        for nth in 0..layout.columns.min(faces.columns().saturating_sub(grid.columns.top)) {
            let column = grid.columns.top + nth;
            let Some(face) = faces.cell(row, column) else { continue };
            let place = Rect { x: area.x + layout.cell_at(nth), y, width: layout.cell + 1, height: 1 };
            let here = chosen && column == grid.column();
            cell(canvas, place, &face, here);
            if here {
                under = Some(place);
                canvas.cursor = Some((place.x + 1, y));
            }
        }
        name(canvas, Rect { y, height: 1, ..area }, layout, faces, row, chosen);
    }
    under
}

/// Marks a row that has cells left or right of the page.
fn elsewhere(canvas: &mut Canvas<'_>, area: Rect, layout: &Layout, grid: &GridState, faces: &impl Faces, row: usize) {
    let (from, to) = (grid.columns.top, grid.columns.top + layout.columns);
    let (back, next) = (canvas.glyphs.back, canvas.glyphs.next);
    if (0..from).any(|column| faces.applies(row, column)) {
        canvas.put(area.x + layout.cell_at(0) - 1, area.y, 1, back, Role::Dim);
    }
    if (to..faces.columns()).any(|column| faces.applies(row, column)) {
        canvas.put(area.x + layout.cell_at(layout.columns), area.y, 1, next, Role::Dim);
    }
}

fn name(canvas: &mut Canvas<'_>, area: Rect, layout: &Layout, faces: &impl Faces, row: usize, chosen: bool) {
    if chosen {
        canvas.mark(area.x + 1, area.y);
    }
    let x = area.x + Layout::MARK;
    let tallied = layout.name > 3 * TALLY;
    let width = layout.name.saturating_sub(if tallied { TALLY } else { 1 });
    let (name, tally) = faces.name(row, usize::from(width));
    canvas.put(x, area.y, width, &name, if chosen { Role::Chosen } else { Role::Plain });
    if tallied {
        canvas.put_right(x + layout.name - 1, area.y, &tally, Role::Dim);
    }
}

fn cell(canvas: &mut Canvas<'_>, place: Rect, face: &Face, chosen: bool) {
    let Rect { x, y, width, .. } = place;
    let end = x + width - 1;
    // A long value may take the blank before its sign.
    let room = width.saturating_sub(4).max(clean::width(&face.value).min(usize::from(width.saturating_sub(3))) as u16);
    let start = (x + 1 + width.saturating_sub(4)).saturating_sub(clean::width(&face.value) as u16).max(x + 1);
    canvas.put(
        start,
        y,
        room.min(end.saturating_sub(start + 1)),
        &face.value,
        if chosen { Role::Chosen } else { face.role },
    );
    canvas.put(end - 1, y, 1, face.sign, face.sign_role);
    if chosen {
        canvas.put(x, y, 1, "[", Role::Chosen);
        canvas.put(end, y, 1, "]", Role::Chosen);
    }
}

fn heads(canvas: &mut Canvas<'_>, area: Rect, layout: &Layout, grid: &GridState, faces: &impl Faces) {
    let from = grid.columns.top;
    let to = faces.columns().min(from + layout.columns);
    let bottom = area.y + layout.heads.saturating_sub(1) as u16;
    canvas.put(area.x + Layout::MARK, bottom, layout.name.saturating_sub(1), &faces.names(), Role::Heading);
    if to - from < faces.columns() {
        let (back, next) = (canvas.glyphs.back, canvas.glyphs.next);
        let part = faces.part(from + 1, to, faces.columns());
        let left = if from > 0 { back } else { " " };
        let right = if to < faces.columns() { next } else { " " };
        let text = format!("{left} {part} {right}");
        canvas.put_right(area.x + Layout::MARK + layout.name - 1, area.y, &text, Role::Strong);
    }
    let grouped = usize::from(layout.heads > 3);
    let lines = layout.heads - 1 - grouped;
    for column in from..to {
        let x = area.x + layout.cell_at(column - from) + 1;
        let width = layout.cell.saturating_sub(1);
        let (title, under) = faces.head(column);
        let titles = short_title(title, usize::from(width), lines, canvas.glyphs.ellipsis);
        // What there is of a head stands on its cells.
        let first = area.y + (grouped + lines - titles.len()) as u16;
        for (line, text) in titles.iter().enumerate() {
            canvas.put(x, first + line as u16, width, text, Role::Plain);
        }
        canvas.put(x, bottom, width, under, Role::Heading);
    }
    if grouped > 0 {
        groups(canvas, area, layout, from..to, faces);
    }
}

/// Each group over its columns, with a line to their end.
fn groups(canvas: &mut Canvas<'_>, area: Rect, layout: &Layout, shown: std::ops::Range<usize>, faces: &impl Faces) {
    let mut column = shown.start;
    while column < shown.end {
        let end = (column + 1..shown.end).find(|c| faces.group(*c) != faces.group(column)).unwrap_or(shown.end);
        let x = area.x + layout.cell_at(column - shown.start) + 1;
        let right = area.x + layout.cell_at(end - shown.start);
        let after = canvas.put(x, area.y, right.saturating_sub(x), faces.group(column), Role::Heading);
        canvas.rule(after + 1, area.y, right.saturating_sub(after + 1), Role::Dim);
        column = end;
    }
}

/// Words that a short head can do without.
const FILLERS: &[&str] = &[
    "yang", "dan", "di", "ke", "dari", "untuk", "pada", "dengan", "per", "atas", "the", "of", "and", "in", "for", "to", "a",
    "that", "are", "is",
];

/// A title on a few short lines: telling words first, words cut where they must be.
fn short_title(title: &str, width: usize, lines: usize, ellipsis: &str) -> Vec<String> {
    let words: Vec<&str> = title.split_whitespace().collect();
    let telling: Vec<&str> = words.iter().copied().filter(|w| !FILLERS.contains(&clean::fold(w).as_str())).collect();
    let mut out: Vec<String> = Vec::new();
    let mut left = false;
    for word in if telling.is_empty() { words } else { telling } {
        let word = cut(word, width, ellipsis);
        let full = out.len() >= lines;
        match out.last_mut().filter(|line| clean::width(line) + 1 + clean::width(&word) <= width) {
            Some(line) => *line = format!("{line} {word}"),
            None if full => {
                left = true;
                break;
            }
            None => out.push(word),
        }
    }
    if left && let Some(line) = out.last_mut().filter(|line| !line.ends_with(ellipsis)) {
        *line = cut(&format!("{line}{}", "-".repeat(width)), clean::width(line).min(width - 1) + 1, ellipsis);
    }
    out
}

fn cut(word: &str, width: usize, ellipsis: &str) -> String {
    if clean::width(word) <= width {
        return word.to_owned();
    }
    let mut out = String::new();
    for c in word.chars() {
        if clean::width(&out) + clean::width(c.encode_utf8(&mut [0; 4])) + 1 > width {
            break;
        }
        out.push(c);
    }
    out + ellipsis
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_keeps_the_telling_words_of_a_title() {
        let short = |title: &str| short_title(title, 9, 2, "…");
        assert_eq!(short("Boks arsip yang ditata"), ["Boks", "arsip…"]);
        assert_eq!(short("Persentase surat yang dijawab tepat waktu"), ["Persenta…", "surat…"]);
        assert_eq!(short("IKM"), ["IKM"]);
        assert_eq!(short("dari dan untuk"), ["dari dan", "untuk"]);
        assert_eq!(short("Berkas lengkap"), ["Berkas", "lengkap"]);
        for width in 1..12 {
            let lines = short_title("Kabupaten pengelolaan kearsipan 世界", width, 3, "…");
            assert!(lines.iter().all(|line| clean::width(line) <= width.max(1)), "{width} {lines:?}");
        }
    }
}
