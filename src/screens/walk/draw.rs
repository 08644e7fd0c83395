//! A walk: the present person's brief, the queue, how many are left.

use super::{StopState, WalkScreen};
use crate::desk::Desk;
use crate::desk::WIDE;
use crate::screens::OnTop;
use crate::screens::draw::Draw;
use crate::ui::canvas::{Canvas, fit_name};
use crate::ui::people::full_name;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

impl Draw for WalkScreen {
    fn crumbs(&self, desk: &Desk) -> Vec<String> {
        {
            let name = self.visited().map(|id| full_name(desk, id)).unwrap_or_default();
            vec![desk.words.say("place-walk"), name]
        }
    }

    fn corner(&self, desk: &Desk) -> Option<String> {
        Some(left(desk, self))
    }

    fn draw(&self, desk: &Desk, canvas: &mut Canvas<'_>, body: Rect) {
        let words = &desk.words;
        let Some(person) = self.person() else { return };
        let mut x = body.x + 1;
        for stop in &self.stops {
            // One sign a stop, as a track of the self.
            let (sign, role) = match stop.state {
                _ if stop.person == person => (canvas.glyphs.current, Role::Focus),
                StopState::Finished => (canvas.glyphs.done, Role::Good),
                StopState::Skipped => ("x", Role::Dim),
                StopState::Parked => ("p", Role::Attention),
                StopState::Waiting => (canvas.glyphs.none, Role::Dim),
            };
            if x + 2 >= body.right() {
                canvas.put(x, body.y, 1, canvas.glyphs.ellipsis, Role::Dim);
                break;
            }
            x = canvas.put(x, body.y, 1, sign, role);
        }
        if !self.filter.is_empty() {
            canvas.put(x + 2, body.y, body.width, &format!("/ {}", self.filter), Role::Dim);
        }
        let area = Rect { y: body.y + 2, height: body.height.saturating_sub(2), ..body };
        let wide = body.width >= WIDE;
        let brief = Rect { x: area.x + 1, width: if wide { 84 } else { area.width.saturating_sub(2) }, ..area };
        crate::screens::person::draw::brief(desk, person, canvas, brief);
        if wide {
            let x = brief.right() + 2;
            for y in area.top()..area.bottom() {
                canvas.put(x - 1, y, 1, canvas.glyphs.bar, Role::Dim);
            }
            for (i, stop) in self.stops.iter().skip(self.at.saturating_sub(3)).take(usize::from(area.height)).enumerate() {
                let y = area.y + i as u16;
                let here = stop.person == person;
                if let Some(row) = desk.office.row(stop.person) {
                    let state = words.say(stop.state.id());
                    let right = area.right().saturating_sub(1);
                    let end =
                        if stop.state == StopState::Waiting { right } else { canvas.put_right(right, y, &state, Role::Dim) };
                    let width = end.saturating_sub(x + 2);
                    let name = fit_name(&row.name, usize::from(width), canvas.glyphs.ellipsis);
                    canvas.put(x + 1, y, width, &name, if here { Role::Chosen } else { Role::Plain });
                }
            }
        }
    }
}

/// "3 of 9 · 6 left · about 2 h", for the title line.
pub fn left(desk: &Desk, walk: &WalkScreen) -> String {
    let minutes = walk.minutes_left();
    desk.words.with(
        "walk-left",
        &[
            ("at", (walk.at + 1).into()),
            ("of", walk.stops.len().into()),
            ("left", walk.left().into()),
            ("hours", format!("{}:{:02}", minutes / 60, minutes % 60).into()),
        ],
    )
}
