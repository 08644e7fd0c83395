//! The page of help.

use super::{HelpPage, lines};
use crate::desk::Desk;
use crate::screens::draw::Draw;
use crate::ui::canvas::Canvas;
use crate::ui::glyphs::Glyphs;
use crate::ui::parts::{more_below, page};
use crate::ui::theme::Role;
use ratatui::layout::Rect;

impl Draw for HelpPage {
    fn draw(&self, desk: &Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let words = &desk.words;
        let inner = page(
            canvas,
            area,
            &words.with("help-title", &[("place", words.say(&format!("place-{}", self.below.id())).into())]),
        );
        let lines = lines(desk, self.below);
        let top = self.list.top.min(lines.len().saturating_sub(usize::from(inner.height)));
        for (i, (keys, text)) in lines.iter().skip(top).take(usize::from(inner.height)).enumerate() {
            let y = inner.y + i as u16;
            canvas.put(inner.x + 1, y, 14, keys, Role::Key);
            let text = as_drawn(text, canvas.glyphs);
            canvas.put(inner.x + 16, y, inner.width.saturating_sub(16), &text, Role::Plain);
        }
        let below = lines.len().saturating_sub(top + usize::from(inner.height));
        more_below(desk, canvas, inner, below);
    }
}

/// The legend with the marks that the screens use in this look.
fn as_drawn(text: &str, glyphs: Glyphs) -> String {
    [("●", glyphs.attention), ("◆", glyphs.alarm), ("│", glyphs.private), ("┃", glyphs.shared)]
        .iter()
        .fold(text.to_owned(), |text, (sign, drawn)| text.replace(sign, drawn))
}
