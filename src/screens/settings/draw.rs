//! What holds, section by section.

use super::{Line, NAMES};
use crate::app::App;
use crate::screens::overlays::draw::page;
use crate::ui::canvas::Canvas;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

pub fn draw(app: &App, top: usize, canvas: &mut Canvas<'_>, area: Rect) {
    let inner = page(canvas, area, &app.words.say("settings-title"));
    let lines = app.settings_lines();
    let rows = usize::from(inner.height);
    let top = top.min(lines.len().saturating_sub(rows));
    for (line, y) in lines.iter().skip(top).take(rows).zip(inner.y..) {
        let x = inner.x + 1;
        let width = inner.right().saturating_sub(x);
        match line {
            Line::Blank => {}
            Line::Heading(text) => {
                canvas.put(x, y, width, text, Role::Strong);
            }
            Line::Fact(name, fact) => {
                let end = canvas.put(x, y, width, name, Role::Dim);
                // Beside its name, or under it.
                let x = if app.settings_beside() { end.max(x + NAMES as u16) } else { x + 1 };
                canvas.put(x, y, inner.right().saturating_sub(x), fact, Role::Plain);
            }
        }
    }
    let below = lines.len().saturating_sub(top + rows);
    if below > 0 {
        let text = format!("  {}", app.words.with("close-more", &[("count", below.into())]));
        canvas.put_right(inner.right(), inner.bottom().saturating_sub(1), &text, Role::Dim);
    }
}
