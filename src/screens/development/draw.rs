//! Development: tabs, what is urgent, the rows of the tab, and the story of the selected one below or beside them.

use super::commands::foot_rows;
use super::table::{Cell, Column};
use super::tabs::{cells, columns, headline};
use super::{DevelopmentScreen, HEAD_ROWS, Row, Tab};
use crate::desk::Desk;
use crate::desk::WIDE;
use crate::desk::editor::wrap;
use crate::desk::records::needs::DevelopAt;
use crate::domain::language::clean;
use crate::reports::Tone;
use crate::reports::development::Line;
use crate::screens::draw::Draw;
use crate::ui::canvas::Canvas;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

/// The list keeps its columns on a wide terminal; the story stands beside it.
const LIST: u16 = 82;
/// Below this only what names and judges a row is shown.
const NARROW: u16 = 60;

impl Draw for DevelopmentScreen {
    fn corner(&self, _desk: &Desk) -> Option<String> {
        None
    }

    fn draw(&self, desk: &Desk, canvas: &mut Canvas<'_>, body: Rect) {
        let beside = body.width >= WIDE;
        let page = if beside { Rect { width: LIST, ..body } } else { body };
        tabs(desk, self.tab, canvas, body);
        put_headline(desk, self, canvas, Rect { y: body.y + 1, height: 1, ..body });
        if self.rows.is_empty() {
            let id = if desk.office.roster.is_empty() { "team-empty" } else { self.tab.empty() };
            let text = Rect { x: page.x + 3, y: page.y + 3, width: page.width.saturating_sub(6), height: 5 };
            canvas.paragraph(text, &desk.words.say(id), Role::Plain);
            return;
        }
        heads(desk, self.tab, canvas, Rect { y: body.y + 2, height: 1, ..page });
        let foot = foot_rows(desk, usize::from(body.height)) as u16;
        let height = body.height.saturating_sub(HEAD_ROWS as u16 + foot);
        let list = Rect { y: body.y + HEAD_ROWS as u16, height, ..page };
        for (i, row) in self.rows.iter().enumerate().skip(self.list.top).take(usize::from(list.height)) {
            let line = Rect { y: list.y + (i - self.list.top) as u16, height: 1, ..list };
            match row {
                Row::Heading(id, count) => {
                    let text = desk.words.with(id, &[("count", (*count).into())]);
                    let end = canvas.put(line.x + 2, line.y, line.width, &text, Role::Heading);
                    canvas.rule(end + 1, line.y, line.right().saturating_sub(end + 2), Role::Track);
                }
                Row::At(at) => self.row(desk, *at, canvas, line, i == self.list.selected),
            }
        }
        let Some(at) = self.selected else { return };
        let lines = desk.development_lines(at, &self.team, &self.proposal);
        if beside {
            let x = page.right() + 2;
            put_story(canvas, Rect { x, width: body.right().saturating_sub(x + 1), ..body }, &lines, false);
        } else if foot > 0 {
            let area = Rect { x: body.x + 2, y: list.bottom(), width: body.width.saturating_sub(3), height: foot };
            put_story(canvas, area, &lines, true);
        }
    }
}

fn tabs(desk: &Desk, here: Tab, canvas: &mut Canvas<'_>, body: Rect) {
    let names: Vec<String> = Tab::ALL.iter().map(|tab| desk.words.say(tab.id())).collect();
    let whole: usize = names.iter().map(|name| clean::width(name) + 2).sum();
    let mut x = body.x + 2;
    for (tab, name) in Tab::ALL.iter().zip(names) {
        let role = if *tab == here { Role::Focus } else { Role::Dim };
        // On a narrow terminal the others are their first letters.
        let short = whole + 3 > usize::from(body.width) && *tab != here;
        let name = if short { name.chars().take(3).collect() } else { name };
        x = canvas.put(x, body.y, body.right().saturating_sub(x + 1), &name, role) + 2;
    }
}

fn put_headline(desk: &Desk, screen: &DevelopmentScreen, canvas: &mut Canvas<'_>, area: Rect) {
    let mut x = area.x + 2;
    for (text, tone) in headline(desk, screen) {
        let room = area.right().saturating_sub(x + 1);
        if clean::width(&text) > usize::from(room) && x > area.x + 2 {
            break;
        }
        x = canvas.put(x, area.y, room, &text, role(tone)) + 2;
    }
}

/// Where the columns stand that have room: each with its left edge and width, the first one with what is left.
fn places(area: Rect, all: &'static [Column]) -> Vec<(usize, u16, u16)> {
    let kept = |column: &&Column| area.width >= NARROW || column.keeps;
    let taken: u16 = all.iter().skip(1).filter(kept).map(|column| column.width + 1).sum();
    let mut x = area.x + 2;
    let first = area.right().saturating_sub(x + taken + 1);
    let mut out = Vec::new();
    for (n, column) in all.iter().enumerate().filter(|(_, column)| kept(column)) {
        let width = if n == 0 { first } else { column.width };
        out.push((n, x, width));
        x += width + 1;
    }
    out
}

fn heads(desk: &Desk, tab: Tab, canvas: &mut Canvas<'_>, area: Rect) {
    let all = columns(tab);
    for (n, x, width) in places(area, all) {
        put_cell(canvas, &all[n], Rect { x, width, ..area }, &desk.words.say(all[n].head), Role::Dim);
    }
}

fn put_cell(canvas: &mut Canvas<'_>, column: &Column, area: Rect, text: &str, role: Role) {
    if column.right && clean::width(text) <= usize::from(area.width) {
        canvas.put_right(area.x + area.width, area.y, text, role);
    } else {
        canvas.put(area.x, area.y, area.width, text, role);
    }
}

impl DevelopmentScreen {
    fn row(&self, desk: &Desk, at: DevelopAt, canvas: &mut Canvas<'_>, area: Rect, chosen: bool) {
        let (all, said) = (columns(self.tab), cells(desk, self, at));
        for (n, x, width) in places(area, all) {
            let Some((text, tone)): Option<&Cell> = said.cells.get(n) else { continue };
            let indent = if n == 0 { said.indent } else { 0 };
            let role = if n == 0 && chosen { Role::Chosen } else { role(*tone) };
            let cell = Rect { x: x + indent, width: width.saturating_sub(indent), ..area };
            put_cell(canvas, &all[n], cell, text, role);
        }
        if chosen {
            canvas.mark(area.x, area.y);
        }
    }
}

/// The name over a line, then as much of the story as has room; what does not is counted.
pub(crate) fn put_story(canvas: &mut Canvas<'_>, area: Rect, lines: &[Line], ruled: bool) {
    let Some((title, _)) = lines.first() else { return };
    let end = canvas.put(area.x, area.y, area.width, title, Role::Strong);
    if ruled {
        canvas.rule(end + 1, area.y, area.right().saturating_sub(end + 1), Role::Track);
    }
    let width = usize::from(area.width.max(1));
    let wrapped = lines
        .iter()
        .skip(1)
        .flat_map(|(text, tone)| wrap(text, width).into_iter().map(move |range| (text[range].trim_end().to_owned(), *tone)));
    let wrapped: Vec<(String, Tone)> = wrapped.collect();
    let room = usize::from(area.height.saturating_sub(1));
    for (n, (text, tone)) in wrapped.iter().take(room).enumerate() {
        canvas.put(area.x, area.y + 1 + n as u16, area.width, text, role(*tone));
    }
    if wrapped.len() > room {
        let below = canvas.glyphs.ellipsis;
        canvas.put_right(area.right(), area.bottom().saturating_sub(1), below, Role::Dim);
    }
}

pub(crate) fn role(tone: Tone) -> Role {
    match tone {
        Tone::Title => Role::Strong,
        Tone::Plain => Role::Plain,
        Tone::Good => Role::Good,
        Tone::Attention => Role::Attention,
        Tone::Alarm => Role::Alarm,
        Tone::Dim => Role::Dim,
    }
}
