//! Plain mode: linear, without decoration, for screen readers and the poorest links. The screens stay the same; what
//! differs is that nothing is drawn that a reader would have to skip, and the cursor stands on the selection.

use super::canvas::Canvas;
use super::{Rect, bottom, overlays, screens, title};
use crate::app::App;

pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) -> Option<(u16, u16)> {
    title(app, canvas, area);
    let body = Rect { x: 0, y: 2, width: area.width.min(super::WIDE - 1), height: area.height.saturating_sub(3) };
    screens::draw(app, canvas, body);
    if let Some(overlay) = app.overlays.last() {
        canvas.cursor = None;
        overlays::draw(app, overlay, canvas, area);
    }
    bottom(app, canvas, area);
    canvas.cursor
}
