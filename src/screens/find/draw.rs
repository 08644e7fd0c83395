//! What is typed, and who fits it.

use super::{FindBox, fitting};
use crate::desk::Desk;
use crate::screens::draw::Draw;
use crate::ui::canvas::Canvas;
use crate::ui::parts::{input, page};
use crate::ui::theme::Role;
use ratatui::layout::Rect;

impl Draw for FindBox {
    fn draw(&self, desk: &Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let words = &desk.words;
        let inner = page(canvas, area, &words.say("find-title"));
        canvas.put(inner.x, inner.y, 2, "> ", Role::Key);
        input(canvas, inner.x + 2, inner.y, inner.width.saturating_sub(2), &self.query, true);
        let rows = usize::from(inner.height.saturating_sub(2));
        let found = fitting(self.query.text(), &desk.office);
        if found.is_empty() {
            canvas.put(inner.x + 2, inner.y + 2, inner.width, &words.say("find-nobody"), Role::Dim);
        }
        for (i, id) in found.iter().enumerate().skip(self.list.top).take(rows) {
            let y = inner.y + 2 + (i - self.list.top) as u16;
            let Some(row) = desk.office.row(*id) else { continue };
            let here = i == self.list.selected;
            if here {
                canvas.put(inner.x, y, 1, canvas.glyphs.chosen, Role::Chosen);
            }
            let end =
                canvas.put(inner.x + 2, y, inner.width / 2, &row.name.full(), if here { Role::Chosen } else { Role::Plain });
            let post = crate::ui::people::position(desk, *id);
            let unit = desk.office.roster.units.name(row.unit);
            let x = end.max(inner.x + inner.width / 2) + 1;
            canvas.put(x, y, inner.right().saturating_sub(x), &format!("{post}  {unit}"), Role::Dim);
        }
    }
}
