//! The text as it is wrapped; what is below the page is counted at the end of the line over it.

use crate::desk::Desk;
use crate::desk::reader::Reader;
use crate::reports::Tone;
use crate::screens::draw::Draw;
use crate::ui::canvas::Canvas;
use crate::ui::parts::page;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

impl Draw for Reader {
    fn draw(&self, desk: &Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let inner = page(canvas, area, &desk.words.text(&self.title));
        let lines = self.lines(Reader::width(area.width));
        let room = usize::from(inner.height);
        for (i, line) in lines.iter().skip(self.top).take(room).enumerate() {
            let y = inner.y + i as u16;
            canvas.put(inner.x, y, inner.width, line.label, Role::Dim);
            let x = inner.x + line.at as u16;
            canvas.put(x, y, inner.right().saturating_sub(x), line.text, role(line.tone));
        }
        let below = lines.len().saturating_sub(self.top + room);
        if below > 0 {
            let text = format!(" {} ", desk.words.with("close-more", &[("count", below.into())]));
            canvas.put_right(inner.right().saturating_sub(1), inner.y.saturating_sub(1), &text, Role::Dim);
        }
    }
}

fn role(tone: Tone) -> Role {
    match tone {
        Tone::Title => Role::Strong,
        Tone::Plain => Role::Plain,
        Tone::Good => Role::Good,
        Tone::Attention => Role::Attention,
        Tone::Alarm => Role::Alarm,
        Tone::Dim => Role::Dim,
    }
}
