//! What whatever is on top draws of itself. Only files named `draw` know the drawing kit.

use crate::desk::Desk;
use crate::ui::canvas::Canvas;
use ratatui::layout::Rect;

pub trait Draw {
    /// The title line, from the left: where the user is, widest first; empty on the first screens, which show tabs.
    fn crumbs(&self, _desk: &Desk) -> Vec<String> {
        vec![]
    }

    /// What stands at the right of the title; `None` for the office and the period.
    fn corner(&self, _desk: &Desk) -> Option<String> {
        Some(String::new())
    }

    /// The body of a screen; what lies over one clears its part of the whole area first.
    fn draw(&self, desk: &Desk, canvas: &mut Canvas<'_>, area: Rect);
}
