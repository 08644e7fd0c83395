//! The text as it is wrapped.

use crate::desk::Desk;
use crate::desk::reader::Reader;
use crate::screens::draw::Draw;
use crate::ui::canvas::Canvas;
use crate::ui::parts::page;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

impl Draw for Reader {
    fn draw(&self, desk: &Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let inner = page(canvas, area, &desk.words.text(&self.title));
        let lines = self.lines(Reader::width(area.width));
        for (i, line) in lines.iter().skip(self.top).take(usize::from(inner.height)).enumerate() {
            canvas.put(inner.x, inner.y + i as u16, inner.width, line, Role::Plain);
        }
    }
}
