//! The palette: what is typed, and the commands that fit.

use super::{Found, PaletteBox, Why, fitting};
use crate::desk::Desk;
use crate::screens::draw::Draw;
use crate::ui::canvas::Canvas;
use crate::ui::parts::{input, page};
use crate::ui::theme::Role;
use ratatui::layout::Rect;

/// Columns of the key: `Space P` is the widest.
const KEY: u16 = 8;

impl Draw for PaletteBox {
    fn draw(&self, desk: &Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let words = &desk.words;
        let inner = page(canvas, area, &words.say("palette-title"));
        canvas.put(inner.x, inner.y, 2, ": ", Role::Key);
        input(canvas, inner.x + 2, inner.y, inner.width.saturating_sub(2), &self.query, true);
        let rows = usize::from(inner.height.saturating_sub(2));
        let found = fitting(self.query.text(), self.below, words);
        if found.is_empty() {
            canvas.put(inner.x + 2, inner.y + 2, inner.width, &words.say("palette-nothing"), Role::Dim);
        }
        for (i, Found { command, why: fits }) in found.iter().enumerate().skip(self.list.top).take(rows) {
            let y = inner.y + 2 + (i - self.list.top) as u16;
            let spec = command.spec();
            let here = i == self.list.selected;
            if here {
                canvas.put(inner.x, y, 1, canvas.glyphs.chosen, Role::Chosen);
            }
            let key = desk.keymap.way(*command, desk.look.ascii).unwrap_or_default();
            canvas.put(inner.x + 2, y, KEY, &key, Role::Key);
            let why = self.impossible.iter().find(|(impossible, _)| impossible == command).map(|(_, why)| why);
            let role = match (&why, here) {
                (Some(_), _) => Role::Dim,
                (None, true) => Role::Chosen,
                (None, false) => Role::Plain,
            };
            let mut text = words.say(&spec.long_message());
            if let Why::Also(synonym) = fits {
                text = format!("{text} · {}", words.with("palette-also", &[("word", synonym.as_str().into())]));
            }
            if let Some(why) = why {
                text = format!("{text} ({})", words.text(why));
            }
            canvas.put(inner.x + KEY + 3, y, inner.width.saturating_sub(KEY + 3), &text, role);
        }
    }
}
