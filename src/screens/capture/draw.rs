//! The capture line, what is understood of it, and what it could be completed to.

use super::CaptureBox;
use crate::desk::Desk;
use crate::domain::Audience;
use crate::domain::language::capture::{Captured, Read};
use crate::domain::language::clean;
use crate::i18n::Arg;
use crate::screens::draw::Draw;
use crate::ui::canvas::Canvas;
use crate::ui::parts::{drawer, input};
use crate::ui::theme::Role;
use ratatui::layout::Rect;

impl Draw for CaptureBox {
    fn draw(&self, desk: &Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let words = &desk.words;
        let inner = drawer(canvas, area, 6, &words.say("capture-title"));
        canvas.put(inner.x, inner.y, 2, "> ", Role::Key);
        input(canvas, inner.x + 2, inner.y, inner.width.saturating_sub(2), &self.line, true);
        if self.line.text().is_empty() {
            canvas.put(
                inner.x + 2,
                inner.y,
                inner.width.saturating_sub(2),
                &words.say(if self.here.is_some() { "capture-example-here" } else { "capture-example" }),
                Role::Dim,
            );
        }
        let captured = self.read(desk);
        let mut x = inner.x + 2;
        let y = inner.y + 1;
        for (text, role) in chips(desk, self, &captured) {
            let needed = clean::width(&text) as u16 + 2;
            if x + needed > inner.right() {
                break;
            }
            x = canvas.put(x, y, needed, &format!("[{text}]"), role) + 1;
        }
        let y = inner.y + 2;
        if let Some(error) = &self.error {
            canvas.paragraph(
                Rect { x: inner.x + 2, y, width: inner.width.saturating_sub(2), height: 2 },
                &words.text(error),
                Role::Attention,
            );
            return;
        }
        let proposals = self.completions(desk);
        if !proposals.is_empty() && !self.line.text().is_empty() {
            let mut x = canvas.put(inner.x + 2, y, inner.width, &words.say("capture-proposals"), Role::Dim) + 1;
            for (i, proposal) in proposals.iter().take(6).enumerate() {
                let role = if i == 0 { Role::Focus } else { Role::Dim };
                if x + clean::width(&proposal.label) as u16 > inner.right() {
                    break;
                }
                x = canvas.put(x, y, inner.right().saturating_sub(x), &proposal.label, role) + 2;
            }
        }
        canvas.put(inner.x + 2, inner.y + 3, inner.width.saturating_sub(2), &words.say("capture-grammar"), Role::Dim);
    }
}

/// What was understood, said as short words.
fn chips(desk: &Desk, capture: &CaptureBox, captured: &Captured) -> Vec<(String, Role)> {
    let words = &desk.words;
    let name = |id| desk.office.row(id).map(|r| r.name.name.clone()).unwrap_or_default();
    let mut out: Vec<(String, Role)> = Vec::new();
    let said_person =
        captured.chips.iter().any(|c| matches!(c.read, Read::Person(_) | Read::People(_) | Read::UnknownName(_)));
    if !said_person && let Some(here) = capture.here {
        out.push((name(here), Role::Strong));
    }
    for chip in &captured.chips {
        let id = chip.read.message_id();
        let (args, role): (Vec<(&'static str, Arg)>, Role) = match &chip.read {
            Read::Person(person) => (vec![("name", name(*person).into())], Role::Strong),
            Read::People(people) => (vec![("count", people.len().into())], Role::Attention),
            Read::UnknownName(text) => (vec![("name", text.as_str().into())], Role::Attention),
            Read::Tag(tag) => (vec![("tag", tag.as_str().into())], Role::Key),
            Read::On(day) | Read::Due(day) => (vec![("day", (*day).into())], Role::Good),
            Read::Audience(_) => continue,
            Read::Feedback(_) | Read::Agenda | Read::Action | Read::Owner(_) => (vec![], Role::Good),
        };
        out.push((words.with(id, &args), role));
    }
    if !capture.line.text().is_empty() {
        let (id, role) = match captured.audience {
            Audience::Private => ("capture-chip-private", Role::Private),
            Audience::Shared => ("capture-chip-shared", Role::Strong),
        };
        // Beside the name, where no other chip can push it off the line: this one must always be seen.
        out.insert(out.len().min(1), (words.say(id), role));
    }
    out
}
