//! The frame of Reports: its tabs over the one that is shown.

pub mod evaluation;

use super::{ReportsScreen, Tab};
use crate::desk::Desk;
use crate::screens::draw::Draw;
use crate::ui::canvas::Canvas;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

impl Draw for ReportsScreen {
    fn corner(&self, _desk: &Desk) -> Option<String> {
        None
    }

    fn draw(&self, desk: &Desk, canvas: &mut Canvas<'_>, body: Rect) {
        // Under the tabs of the screens, where other screens have a blank line.
        let y = body.y.saturating_sub(1);
        let mut x = body.x + 2;
        for tab in Tab::ALL {
            let role = if tab == self.tab { Role::Focus } else { Role::Dim };
            x = canvas.put(x, y, body.right().saturating_sub(x), &desk.words.say(tab.message()), role) + 2;
        }
        match self.tab {
            Tab::Evaluation => evaluation::draw(desk, &self.evaluation, canvas, body),
        }
    }
}
