//! The page of help.

use super::{HelpPage, Line, lines};
use crate::desk::Desk;
use crate::screens::draw::Draw;
use crate::ui::canvas::Canvas;
use crate::ui::glyphs::Glyphs;
use crate::ui::parts::{input, more_below, page};
use crate::ui::theme::Role;
use ratatui::layout::Rect;

/// Columns of the keys.
const KEYS: u16 = 14;

impl Draw for HelpPage {
    fn draw(&self, desk: &Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let words = &desk.words;
        let place = words.say(&format!("place-{}", self.below.id()));
        let inner = page(canvas, area, &words.with("help-title", &[("place", place.into())]));
        let label = words.say("help-filter");
        let x = canvas.put(inner.x + 1, inner.y, inner.width, &label, Role::Dim) + 1;
        input(canvas, x, inner.y, inner.right().saturating_sub(x), &self.query, true);
        let body = Rect { y: inner.y + 1, height: inner.height.saturating_sub(1), ..inner };
        let lines = lines(desk, self);
        if lines.is_empty() {
            canvas.put(body.x + 2, body.y, body.width, &words.say("palette-nothing"), Role::Dim);
        }
        let choices: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].is_choice()).collect();
        let chosen = choices.get(self.list.selected).copied();
        let rows = usize::from(body.height);
        // The first choice brings the legend above it; the last one is the last line.
        let top = match chosen {
            Some(_) if self.list.selected == 0 => 0,
            Some(at) => (at + 1).saturating_sub(rows),
            None => 0,
        };
        for ((at, line), y) in lines.iter().enumerate().skip(top).zip(body.y..body.bottom()) {
            put(desk, canvas, body, y, line, Some(at) == chosen);
        }
        more_below(desk, canvas, body, lines.len().saturating_sub(top + rows));
    }
}

fn put(desk: &Desk, canvas: &mut Canvas<'_>, body: Rect, y: u16, line: &Line, here: bool) {
    let words = &desk.words;
    if here {
        canvas.put(body.x, y, 1, canvas.glyphs.chosen, Role::Chosen);
    }
    let role = if here { Role::Chosen } else { Role::Plain };
    match line {
        Line::Blank => {}
        Line::Heading(text) => {
            canvas.put(body.x + 1, y, body.width, text, Role::Heading);
        }
        Line::Legend(text) => {
            canvas.put(body.x + 1, y, body.width, &as_drawn(text, canvas.glyphs), Role::Plain);
        }
        Line::Command(command, keys) => {
            canvas.put(body.x + 1, y, KEYS, keys, Role::Key);
            let text = words.say(&command.spec().long_message());
            canvas.put(body.x + KEYS + 2, y, body.width.saturating_sub(KEYS + 2), &text, role);
        }
        Line::Topic(topic) => {
            let text = words.with("help-topic", &[("name", topic.name(words.lang()).into())]);
            canvas.put(body.x + 1, y, body.width, &text, role);
        }
    }
}

/// The legend with the marks that the screens use in this look.
fn as_drawn(text: &str, glyphs: Glyphs) -> String {
    [("●", glyphs.attention), ("◆", glyphs.alarm), ("│", glyphs.private), ("┃", glyphs.shared)]
        .iter()
        .fold(text.to_owned(), |text, (sign, drawn)| text.replace(sign, drawn))
}
