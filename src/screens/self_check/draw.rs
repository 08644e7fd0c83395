//! What one's own ratings look like before a round of them is finished: advice, for the rater alone.

use crate::app::App;
use crate::reports::competencies as says;
use crate::screens::overlays::SelfCheckBox;
use crate::screens::overlays::draw::drawer;
use crate::ui::canvas::Canvas;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

pub fn draw(app: &App, open: &SelfCheckBox, canvas: &mut Canvas<'_>, area: Rect) {
    let words = &app.words;
    let inner = drawer(canvas, area, open.advice.len() as u16 + 5, &words.say("self-check-title"));
    let help = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), height: 2, ..inner };
    let first = canvas.paragraph(help, &words.say("self-check-help"), Role::Dim) + 1;
    let room = usize::from(inner.bottom().saturating_sub(first)).max(1);
    let top = (open.list.selected + 1).saturating_sub(room);
    for (y, (n, advice)) in (first..).zip(open.advice.iter().enumerate().skip(top).take(room)) {
        let chosen = n == open.list.selected;
        if chosen {
            canvas.mark(inner.x, y);
        }
        let person = |id| app.office.label(id);
        let text = says::advice_text(words, advice, &app.office.roster.catalogue, &person);
        let role = if chosen { Role::Strong } else { Role::Plain };
        canvas.put(inner.x + 2, y, inner.width.saturating_sub(2), &text, role);
    }
}
