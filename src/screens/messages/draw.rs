//! The messages, each with its time.

use super::MessagesPage;
use crate::desk::Desk;
use crate::desk::notice::Tone;
use crate::screens::draw::Draw;
use crate::ui::canvas::Canvas;
use crate::ui::parts::page;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

impl Draw for MessagesPage {
    fn draw(&self, desk: &Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let words = &desk.words;
        let inner = page(canvas, area, &words.say("messages-title"));
        if desk.notices.log().is_empty() {
            canvas.put(inner.x + 1, inner.y, inner.width, &words.say("messages-none"), Role::Dim);
        }
        let mut y = inner.y;
        for notice in desk.notices.log().iter().rev().skip(self.list.top) {
            if y >= inner.bottom() {
                break;
            }
            let role = match notice.tone {
                Tone::Good => Role::Good,
                Tone::Plain => Role::Plain,
                Tone::Alarm => Role::Alarm,
            };
            canvas.put(inner.x + 1, y, 6, &words.clock(notice.at, &desk.office.zone), Role::Dim);
            let text =
                Rect { x: inner.x + 8, y, width: inner.width.saturating_sub(8), height: inner.bottom().saturating_sub(y) };
            y = canvas.paragraph(text, &words.text(&notice.text), role);
        }
    }
}
