//! What holds, section by section.

use super::{Line, NAMES, SettingsPage, beside, lines};
use crate::desk::Desk;
use crate::screens::draw::Draw;
use crate::ui::canvas::Canvas;
use crate::ui::parts::{more_below, page};
use crate::ui::theme::Role;
use ratatui::layout::Rect;

impl Draw for SettingsPage {
    fn draw(&self, desk: &Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let inner = page(canvas, area, &desk.words.say("settings-title"));
        let lines = lines(desk);
        let rows = usize::from(inner.height);
        let top = self.list.top.min(lines.len().saturating_sub(rows));
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
                    let x = if beside(desk) { end.max(x + NAMES as u16) } else { x + 1 };
                    canvas.put(x, y, inner.right().saturating_sub(x), fact, Role::Plain);
                }
            }
        }
        let below = lines.len().saturating_sub(top + rows);
        more_below(desk, canvas, inner, below);
    }
}
