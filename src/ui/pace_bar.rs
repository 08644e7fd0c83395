//! How much is reached beside how much should be, as a bar of so many cells: it touches its mark where all is well, so
//! that nobody has to read a figure.

use super::canvas::Canvas;
use super::theme::Role;

/// At or above this share of what was expected the bar reaches the mark.
const TOUCHES: i64 = 95;

/// Draws from `x`; both figures in percent.
pub fn draw(canvas: &mut Canvas<'_>, x: u16, y: u16, cells: u16, reached: i64, expected: i64) {
    let (filled, mark) = layout(i64::from(cells), reached, expected);
    let behind = reached.saturating_mul(100) < expected.saturating_mul(TOUCHES);
    let (full, rest, here) = (canvas.glyphs.pace_full, canvas.glyphs.pace_rest, canvas.glyphs.pace_mark);
    for cell in 0..i64::from(cells) {
        let (sign, role) = match cell {
            cell if cell == mark => (here, Role::Strong),
            cell if cell < filled => (full, if behind { Role::Plain } else { Role::Dim }),
            _ => (rest, Role::Track),
        };
        canvas.put(x + cell as u16, y, 1, sign, role);
    }
}

/// How many cells are filled, and which one is the mark.
fn layout(cells: i64, reached: i64, expected: i64) -> (i64, i64) {
    let last = (cells - 1).max(0);
    let mark = (expected.max(0).saturating_mul(cells) / 100).min(last);
    let filled = (reached.max(0).saturating_mul(cells) / 100).min(cells);
    let behind = reached.saturating_mul(100) < expected.saturating_mul(TOUCHES);
    (if behind { filled.min((mark - 1).max(0)) } else { filled.max(mark) }, mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_touches_its_mark_from_nearly_on_pace_on_and_stops_short_before() {
        assert_eq!(layout(9, 86, 100), (7, 8));
        assert_eq!(layout(9, 120, 100), (9, 8));
        assert_eq!(layout(9, 95, 100), (8, 8));
        assert_eq!(layout(12, 40, 50), (4, 6));
        assert_eq!(layout(12, 0, 0), (0, 0));
        assert_eq!(layout(9, 99, 50), (8, 4));
    }
}
