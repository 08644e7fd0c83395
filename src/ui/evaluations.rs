//! Pieces that the list of a round and the page of one person share: evidence over the period, the unit in figures.

use super::canvas::Canvas;
use super::theme::Role;
use crate::desk::Desk;
use crate::domain::competency::evidence::Spread;
use crate::domain::evaluation::Guard;
use crate::domain::evaluation::pattern::Allowed;
use crate::domain::language::clean;
use crate::reports::judging as said;
use ratatui::layout::Rect;

/// From this width on the rule has its remark.
const ROOMY: u16 = 70;

/// By sixths of the period, whether something was noted.
pub(crate) fn spread(canvas: &mut Canvas<'_>, x: u16, y: u16, evidence: Spread) {
    for (n, part) in (0..).zip(evidence.parts) {
        let (sign, role) = if part > 0 { (canvas.glyphs.evidence, Role::Plain) } else { (canvas.glyphs.none, Role::Track) };
        canvas.put(x + n, y, 1, sign, role);
    }
}

/// Two rows: whose unit, and the counts with what the pattern says of them. No name stands here.
pub fn guard_rows(desk: &Desk, guard: &Guard, canvas: &mut Canvas<'_>, area: Rect) {
    let words = &desk.words;
    let roomy = area.width >= ROOMY;
    let end = canvas.put(area.x, area.y, area.width, &said::unit_line(words, guard), Role::Strong);
    let note = words.say("guard-no-quota");
    let start = match roomy {
        true => canvas.put_right(area.right(), area.y, &note, Role::Dim),
        false => area.right(),
    };
    canvas.rule(end + 1, area.y, start.saturating_sub(end + 2), Role::Track);
    let counts = said::counts(words, guard.population.counts, guard.population.undecided);
    let text = limits(desk, guard);
    let room = area.width.saturating_sub(clean::width(&counts) as u16 + 2);
    canvas.put(area.x, area.y + 1, area.width, &counts, Role::Plain);
    let role = if guard.shortfall().is_some_and(|short| short > 0) { Role::Attention } else { Role::Dim };
    if clean::width(&text) <= usize::from(room) {
        canvas.put_right(area.right(), area.y + 1, &text, role);
    } else {
        let state = said::state_short(words, guard);
        let x = area.right().saturating_sub(room.min(clean::width(&state) as u16));
        canvas.put(x, area.y + 1, room, &state, role);
    }
}

fn limits(desk: &Desk, guard: &Guard) -> String {
    let n = guard.population.n();
    let one = |allowed: &Allowed| said::allowed(&desk.words, allowed, n);
    let mut parts: Vec<String> = guard.allowed.iter().take(1).map(one).collect();
    parts.push(said::state_short(&desk.words, guard));
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}
