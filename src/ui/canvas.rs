//! Writing cells: text clipped by grapheme, never outside its area.

use super::glyphs::Glyphs;
use super::theme::{Role, Theme};
use crate::domain::language::clean;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Style;

pub struct Canvas<'b> {
    pub buffer: &'b mut Buffer,
    pub theme: Theme,
    pub glyphs: Glyphs,
    /// Where the terminal's cursor stands.
    pub cursor: Option<(u16, u16)>,
}

impl Canvas<'_> {
    /// Writes a text on one line from `x`, at most `width` columns, and returns the column after it.
    pub fn put(&mut self, x: u16, y: u16, width: u16, text: &str, role: Role) -> u16 {
        let words = text.chars().any(char::is_alphanumeric);
        let style = if words { self.theme.style(role) } else { self.theme.sign(role) };
        self.put_styled(x, y, width, text, style)
    }

    fn put_styled(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
        let area = self.buffer.area;
        let end = x.saturating_add(width).min(area.right());
        if y >= area.bottom() {
            return x;
        }
        let fits = clean::width(text) <= usize::from(end.saturating_sub(x));
        let limit = if fits { end } else { end.saturating_sub(1) };
        let mut at = x;
        for grapheme in clean::graphemes(text) {
            let w = clean::width(grapheme) as u16;
            if w == 0 {
                continue;
            }
            if at + w > limit {
                break;
            }
            self.cell(at, y, grapheme, style);
            for i in 1..w {
                self.cell(at + i, y, "", style);
            }
            at += w;
        }
        if !fits && at < end {
            self.cell(at, y, self.glyphs.ellipsis, style);
            at += 1;
        }
        at
    }

    fn cell(&mut self, x: u16, y: u16, symbol: &str, style: Style) {
        self.part(x, y, symbol.is_empty());
        if let Some(cell) = self.buffer.cell_mut((x, y)) {
            // What is stored is clean already; a bug elsewhere must not reach the terminal either.
            if symbol.chars().any(clean::is_hostile) && symbol.chars().count() == 1 {
                cell.set_char(clean::REPLACEMENT);
            } else {
                cell.set_symbol(symbol);
            }
            cell.set_style(style);
        }
    }

    /// Where a wide glyph stands on this cell and on another one, that one becomes blank: half a glyph would push its
    /// row aside. `second`: this becomes the second half of a new one.
    fn part(&mut self, x: u16, y: u16, second: bool) {
        let Some(old) = self.buffer.cell((x, y)).map(Cell::symbol) else { return };
        let (is_second, is_wide) = (old.is_empty() && !second, old.len() > 1 && clean::width(old) > 1);
        let other = if is_wide { x.checked_add(1) } else { x.checked_sub(1).filter(|_| is_second) };
        if let Some(other) = other.and_then(|x| self.buffer.cell_mut((x, y))) {
            other.set_symbol(" ");
        }
    }

    /// The mark of the selected line. The terminal's cursor stands on it too: for screen readers, and for eyes that
    /// look for it.
    pub fn mark(&mut self, x: u16, y: u16) {
        self.put(x, y, 1, self.glyphs.chosen, Role::Chosen);
        // Where text is typed the cursor stays there.
        self.cursor.get_or_insert((x, y));
    }

    /// The same, ending at `right`.
    pub fn put_right(&mut self, right: u16, y: u16, text: &str, role: Role) -> u16 {
        let width = clean::width(text) as u16;
        let x = right.saturating_sub(width);
        self.put(x, y, width, text, role);
        x
    }

    /// Wrapped text; returns the row after it. Never goes below the area.
    pub fn paragraph(&mut self, area: Rect, text: &str, role: Role) -> u16 {
        let mut y = area.y;
        for range in crate::desk::editor::wrap(text, usize::from(area.width)) {
            if y >= area.bottom() {
                break;
            }
            self.put(area.x, y, area.width, text[range].trim_end(), role);
            y += 1;
        }
        y
    }

    /// A horizontal line.
    pub fn rule(&mut self, x: u16, y: u16, width: u16, role: Role) {
        let line = self.glyphs.line.repeat(usize::from(width));
        self.put(x, y, width, &line, role);
    }

    /// Blanks an area, for what lies over a screen.
    pub fn clear(&mut self, area: Rect) {
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                self.part(x, y, false);
                if let Some(cell) = self.buffer.cell_mut((x, y)) {
                    cell.reset();
                }
            }
        }
    }
}

/// Shortens a full name to a width: titles behind are cut first, then the name, with an ellipsis.
pub fn fit_name(name: &crate::domain::PersonName, width: usize, ellipsis: &str) -> String {
    let full = name.full();
    if clean::width(&full) <= width {
        return full;
    }
    let front = if name.front.is_empty() { String::new() } else { format!("{} ", name.front) };
    let with_mark = format!("{front}{}, {ellipsis}", name.name);
    if clean::width(&with_mark) <= width {
        // As many back titles as fit.
        let mut best = with_mark;
        let mut kept = String::new();
        for title in name.back.split(", ") {
            let longer = if kept.is_empty() { title.to_owned() } else { format!("{kept}, {title}") };
            let tried = format!("{front}{}, {longer}, {ellipsis}", name.name);
            if clean::width(&tried) > width {
                break;
            }
            best = tried;
            kept = longer;
        }
        return best;
    }
    let bare = if clean::width(&format!("{front}{}", name.name)) <= width {
        format!("{front}{}", name.name)
    } else {
        name.name.clone()
    };
    if clean::width(&bare) <= width {
        return bare;
    }
    fit(&bare, width, ellipsis)
}

/// A text in so many columns, its end cut off where it must be.
pub fn fit(text: &str, width: usize, ellipsis: &str) -> String {
    if clean::width(text) <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    for grapheme in clean::graphemes(text) {
        if clean::width(&out) + clean::width(grapheme) + 1 > width {
            break;
        }
        out.push_str(grapheme);
    }
    out.push_str(ellipsis);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::PersonName;

    #[test]
    fn what_is_written_over_half_a_wide_glyph_leaves_no_half() {
        let rows = |write: &dyn Fn(&mut Canvas<'_>) -> u16| {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 1));
            let look = crate::desk::Look::default();
            let mut canvas =
                Canvas { buffer: &mut buffer, theme: Theme::new(look), glyphs: Glyphs::new(look), cursor: None };
            canvas.put(0, 0, 6, "漢字か", Role::Plain);
            write(&mut canvas);
            (0..6).map(|x| buffer[(x, 0)].symbol().to_owned()).collect::<Vec<_>>().join("|")
        };
        assert_eq!(rows(&|_| 0), "漢||字||か|");
        assert_eq!(rows(&|canvas| canvas.put(1, 0, 1, "x", Role::Plain)), " |x|字||か|");
        assert_eq!(rows(&|canvas| canvas.put(2, 0, 1, "x", Role::Plain)), "漢||x| |か|");
        assert_eq!(rows(&|canvas| canvas.put(1, 0, 2, "な", Role::Plain)), " |な|| |か|");
        assert_eq!(rows(&|canvas| (canvas.clear(Rect::new(3, 0, 2, 1)), 0).1), "漢|| | | | ");
    }

    #[test]
    fn titles_give_way_before_the_name_does() {
        let name = PersonName { front: "Ir.".into(), name: "Desi Anggraini Matondang".into(), back: "S.E., M.Si.".into() };
        assert_eq!(fit_name(&name, 60, "…"), "Ir. Desi Anggraini Matondang, S.E., M.Si.");
        assert_eq!(fit_name(&name, 38, "…"), "Ir. Desi Anggraini Matondang, S.E., …");
        assert_eq!(fit_name(&name, 31, "…"), "Ir. Desi Anggraini Matondang, …");
        assert_eq!(fit_name(&name, 26, "…"), "Desi Anggraini Matondang");
        assert_eq!(fit_name(&name, 10, "…"), "Desi Angg…");
    }
}
