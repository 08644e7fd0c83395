//! What one's own ratings look like before a round of them is finished: advice, for the rater alone.

use super::SelfCheckBox;
use crate::desk::Desk;
use crate::reports::competencies as says;
use crate::screens::draw::Draw;
use crate::ui::canvas::Canvas;
use crate::ui::parts::drawer;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

impl Draw for SelfCheckBox {
    fn draw(&self, desk: &Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let words = &desk.words;
        let inner = drawer(canvas, area, self.advice.len() as u16 + 5, &words.say("self-check-title"));
        let help = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), height: 2, ..inner };
        let first = canvas.paragraph(help, &words.say("self-check-help"), Role::Dim) + 1;
        let room = usize::from(inner.bottom().saturating_sub(first)).max(1);
        let top = (self.list.selected + 1).saturating_sub(room);
        for (y, (n, advice)) in (first..).zip(self.advice.iter().enumerate().skip(top).take(room)) {
            let chosen = n == self.list.selected;
            if chosen {
                canvas.mark(inner.x, y);
            }
            let person = |id| desk.office.label(id);
            let text = says::advice_text(words, advice, &desk.office.roster.catalogue, &person);
            let role = if chosen { Role::Strong } else { Role::Plain };
            canvas.put(inner.x + 2, y, inner.width.saturating_sub(2), &text, role);
        }
    }
}
