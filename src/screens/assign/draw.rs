//! The list in which a result is given to several people: marks, names, and each one's targets.

use super::{AssignBox, Assignee, columns, has};
use crate::desk::Desk;
use crate::domain::goal::{Indicator, WorkResult};
use crate::i18n::Arg;
use crate::reports::goals as says;
use crate::screens::draw::Draw;
use crate::ui::canvas::{Canvas, fit_name};
use crate::ui::parts::page;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

/// Columns of a target.
const TARGET: u16 = 15;
/// Columns that a name takes at least.
const NAME: u16 = 24;

impl Draw for AssignBox {
    fn draw(&self, desk: &Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let words = &desk.words;
        let Some(result) = desk.office.dossier(self.at.person).and_then(|d| d.result(self.at.result)) else { return };
        let inner = page(canvas, area, &words.with("assign-title", &[("title", result.title.as_str().into())]));
        let indicators: Vec<&Indicator> = columns(result).collect();
        let fit = usize::from(inner.width.saturating_sub(NAME + 6) / TARGET).max(1);
        let first = (self.column + 1).saturating_sub(fit);
        let shown: Vec<(usize, &Indicator)> = indicators.iter().copied().enumerate().skip(first).take(fit).collect();
        head(desk, self, canvas, inner, &shown);
        let visible = self.visible(&desk.office);
        if visible.is_empty() {
            canvas.put(inner.x + 2, inner.y + 2, inner.width, &words.say("find-nobody"), Role::Dim);
        }
        let rows = usize::from(inner.height.saturating_sub(4));
        let table = Table { desk, result, shown: &shown, column: self.column };
        for (i, at) in visible.iter().enumerate().skip(self.list.top).take(rows) {
            let y = inner.y + 2 + (i - self.list.top) as u16;
            let line = Rect { y, height: 1, ..inner };
            table.row(canvas, line, &self.people[*at], i == self.list.selected);
        }
        foot(desk, self, canvas, inner, indicators.get(self.column).copied());
    }
}

/// What every row of the list needs.
struct Table<'a> {
    desk: &'a Desk,
    result: &'a WorkResult,
    /// The indicators that have room, with their places.
    shown: &'a [(usize, &'a Indicator)],
    column: usize,
}

/// The filter, and the titles of the targets.
fn head(desk: &Desk, open: &AssignBox, canvas: &mut Canvas<'_>, inner: Rect, shown: &[(usize, &Indicator)]) {
    let x = canvas.put(inner.x, inner.y, 2, "/ ", Role::Key);
    let text = open.filter.text();
    if text.is_empty() {
        canvas.put(x, inner.y, inner.width / 2, &desk.words.say("assign-filter"), Role::Dim);
    } else {
        canvas.put(x, inner.y, inner.width.saturating_sub(2), text, Role::Strong);
    }
    for (n, (column, indicator)) in shown.iter().enumerate() {
        let role = if *column == open.column { Role::Focus } else { Role::Heading };
        let x = target_at(inner, shown.len(), n);
        canvas.put(x + 1, inner.y + 1, TARGET - 1, &indicator.title, role);
    }
}

fn target_at(inner: Rect, count: usize, n: usize) -> u16 {
    inner.right().saturating_sub(TARGET * (count - n) as u16)
}

impl Table<'_> {
    fn row(&self, canvas: &mut Canvas<'_>, line: Rect, person: &Assignee, here: bool) {
        let taken = has(&self.desk.office, person.person, self.result);
        if here {
            canvas.mark(line.x, line.y);
        }
        let mark = if taken { canvas.glyphs.done } else { "x" };
        let mark = if person.chosen || taken { format!("[{mark}]") } else { "[ ]".to_owned() };
        canvas.put(line.x + 2, line.y, 3, &mark, if person.chosen { Role::Good } else { Role::Dim });
        let right = target_at(line, self.shown.len(), 0);
        let room = usize::from(right.saturating_sub(line.x + 7));
        let row = self.desk.office.row(person.person);
        let name = row.map(|r| fit_name(&r.name, room, canvas.glyphs.ellipsis)).unwrap_or_default();
        let role = match (taken, here) {
            (true, _) => Role::Dim,
            (_, true) => Role::Chosen,
            _ => Role::Plain,
        };
        canvas.put(line.x + 6, line.y, room as u16, &name, role);
        if taken {
            canvas.put_right(line.right(), line.y, &self.desk.words.say("assign-taken"), Role::Dim);
        } else {
            self.targets(canvas, line, person, here);
        }
    }

    fn targets(&self, canvas: &mut Canvas<'_>, line: Rect, person: &Assignee, here: bool) {
        for (n, (column, indicator)) in self.shown.iter().enumerate() {
            let Some(target) = person.targets.get(*column) else { continue };
            let typing = here && *column == self.column;
            let role = match (typing, target.fresh, person.chosen) {
                (true, ..) => Role::Focus,
                (_, false, _) => Role::Strong,
                (_, _, true) => Role::Plain,
                _ => Role::Dim,
            };
            let x = target_at(line, self.shown.len(), n);
            let end = canvas.put(x + 1, line.y, TARGET - 2, target.line.text(), role);
            if typing {
                canvas.cursor = Some((end, line.y));
            }
            let unit = format!(" {}", indicator.unit);
            canvas.put(end, line.y, (x + TARGET - 1).saturating_sub(end), &unit, Role::Dim);
        }
    }
}

/// Which target is typed, how many are chosen, why it was refused.
fn foot(desk: &Desk, open: &AssignBox, canvas: &mut Canvas<'_>, inner: Rect, column: Option<&Indicator>) {
    let words = &desk.words;
    let y = inner.bottom().saturating_sub(2);
    let room = inner.width.saturating_sub(1);
    match (&open.error, column) {
        (Some(error), _) => {
            canvas.put(inner.x, y, room, &words.text(error), Role::Attention);
        }
        (None, Some(indicator)) => {
            let text = format!("{}: {}", indicator.title, says::measure_line(words, indicator));
            canvas.put(inner.x, y, room, &text, Role::Plain);
        }
        (None, None) => {}
    }
    let chosen = open.people.iter().filter(|p| p.chosen).count();
    let text = words.with("assign-keys", &[("count", Arg::from(chosen))]);
    canvas.put(inner.x, y + 1, room, &text, Role::Dim);
}
