//! The words of the levels below the map, while digits rate.

use crate::desk::Desk;
use crate::desk::records::ratings::RateAt;
use crate::domain::competency::{Competency, Standing};
use crate::reports::competencies as says;
use crate::ui::canvas::Canvas;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

/// While digits rate: what is known on one line, then a line for each level in view, the one looked at brought out.
pub fn level_lines(
    desk: &Desk,
    canvas: &mut Canvas<'_>,
    lines: Rect,
    at: RateAt,
    standing: &Standing,
    competency: &Competency,
    said: &str,
) {
    let x = canvas.put(lines.x, lines.y, lines.width, desk.words.wording(&competency.name), Role::Strong);
    canvas.put(x, lines.y, lines.right().saturating_sub(x), &format!(" · {said}"), Role::Plain);
    let view = desk.level_in_view(at, standing);
    for (level, y) in desk.levels_in_view(at, standing).into_iter().zip(lines.y + 1..lines.bottom()) {
        let role = if level == view { Role::Strong } else { Role::Plain };
        let text = says::level_text(&desk.words, competency, level);
        canvas.put(lines.x, y, lines.width, &text, role);
    }
}
