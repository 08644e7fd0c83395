//! The menu of verbs: its groups in columns where there is room, else in rows; found verbs one below the other.

use super::{VerbsBox, of_group};
use crate::desk::Desk;
use crate::desk::command::{Command, Group};
use crate::domain::language::clean;
use crate::screens::draw::Draw;
use crate::ui::canvas::Canvas;
use crate::ui::parts::{drawer, input};
use crate::ui::theme::Role;
use ratatui::layout::Rect;

/// Narrower than this the groups are rows.
const COLUMNS_FROM: u16 = 76;
/// Where the verbs of a row begin.
const LABEL: u16 = 9;

impl Draw for VerbsBox {
    fn draw(&self, desk: &Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let words = &desk.words;
        let title = match self.about.is_empty() {
            true => words.say("verbs-title"),
            false => words.with("verbs-title-about", &[("name", self.about.as_str().into())]),
        };
        if self.query.is_some() {
            let inner = drawer(canvas, area, 12, &title);
            return found(self, desk, canvas, inner);
        }
        let columns = area.width >= COLUMNS_FROM && !desk.look.plain;
        let lines = if columns { in_columns(self, desk, area.width) } else { in_rows(self, desk, area.width) };
        let inner = drawer(canvas, area, lines.len() as u16 + 1, &title);
        // What is chosen stays in view on a small terminal.
        let here = lines.iter().position(|line| line.iter().any(|piece| piece.is(self.chosen(desk)))).unwrap_or(0);
        let room = usize::from(inner.height).max(1);
        let top = (here + 1).saturating_sub(room);
        for (line, y) in lines.iter().skip(top).zip(inner.y..inner.bottom()) {
            for piece in line {
                piece.put(self, desk, canvas, inner.x, y, inner.right());
            }
        }
    }
}

impl VerbsBox {
    fn chosen(&self, desk: &Desk) -> Option<Command> {
        self.shown(&desk.words).get(self.selected).copied()
    }
}

/// A heading or a verb, at its column.
struct Piece {
    x: u16,
    width: u16,
    verb: Result<Command, String>,
}

impl Piece {
    fn is(&self, command: Option<Command>) -> bool {
        self.verb.as_ref().ok().copied() == command
    }

    fn put(&self, menu: &VerbsBox, desk: &Desk, canvas: &mut Canvas<'_>, left: u16, y: u16, right: u16) {
        let x = left + self.x;
        let room = self.width.min(right.saturating_sub(x));
        match &self.verb {
            Err(heading) => {
                canvas.put(x, y, room, heading, Role::Strong);
            }
            Ok(command) => {
                let here = menu.chosen(desk) == Some(*command);
                if here {
                    canvas.put(x.saturating_sub(1), y, 1, canvas.glyphs.chosen, Role::Chosen);
                }
                canvas.put(x, y, room, &letter(desk, *command), Role::Key);
                let role = match (menu.why_not(*command), here) {
                    (Some(_), _) => Role::Dim,
                    (None, true) => Role::Chosen,
                    (None, false) => Role::Plain,
                };
                let name = desk.words.say(&command.spec().message());
                canvas.put(x + 2, y, room.saturating_sub(2), &name, role);
            }
        }
    }
}

/// The key of a verb in the menu; a blank where it has none.
fn letter(desk: &Desk, command: Command) -> String {
    desk.keymap.in_menu(command).map_or_else(|| " ".to_owned(), |press| press.short(desk.look.ascii))
}

/// One column a group; what belongs to the program is a line of its own below them.
fn in_columns(menu: &VerbsBox, desk: &Desk, width: u16) -> Vec<Vec<Piece>> {
    let groups: Vec<(Group, Vec<Command>)> =
        Group::ALL.iter().map(|group| (*group, of_group(menu.below, *group).collect())).collect();
    let shown: Vec<_> = groups.iter().filter(|(group, verbs)| *group != Group::Program && !verbs.is_empty()).collect();
    let each = width.saturating_sub(3) / shown.len().max(1) as u16;
    let tallest = shown.iter().map(|(_, verbs)| verbs.len()).max().unwrap_or(0);
    let mut lines: Vec<Vec<Piece>> = (0..=tallest).map(|_| vec![]).collect();
    for (n, (group, verbs)) in shown.iter().enumerate() {
        let (x, width) = (1 + n as u16 * each, each.saturating_sub(2));
        lines[0].push(Piece { x, width, verb: Err(desk.words.say(group.message())) });
        for (verb, line) in verbs.iter().zip(1..) {
            lines[line as usize].push(Piece { x, width, verb: Ok(*verb) });
        }
    }
    lines.push(vec![]);
    lines.extend(flow(desk, Group::Program, menu, width));
    lines
}

fn in_rows(menu: &VerbsBox, desk: &Desk, width: u16) -> Vec<Vec<Piece>> {
    Group::ALL.iter().flat_map(|group| flow(desk, *group, menu, width)).collect()
}

/// The name of a group and its verbs one after the other, on as many lines as they need.
fn flow(desk: &Desk, group: Group, menu: &VerbsBox, width: u16) -> Vec<Vec<Piece>> {
    let verbs: Vec<Command> = of_group(menu.below, group).collect();
    if verbs.is_empty() {
        return vec![];
    }
    let mut lines = vec![vec![Piece { x: 1, width: LABEL - 1, verb: Err(desk.words.say(group.message())) }]];
    let mut x = LABEL + 1;
    for verb in verbs {
        let wide = clean::width(&desk.words.say(&verb.spec().message())) as u16 + 2;
        if x + wide + 2 > width && x > LABEL + 1 {
            lines.push(vec![]);
            x = LABEL + 1;
        }
        if let Some(line) = lines.last_mut() {
            line.push(Piece { x, width: wide, verb: Ok(verb) });
        }
        x += wide + 2;
    }
    lines
}

/// What a verb is looked for by, and the verbs that fit, each in a sentence.
fn found(menu: &VerbsBox, desk: &Desk, canvas: &mut Canvas<'_>, inner: Rect) {
    let words = &desk.words;
    if let Some(query) = &menu.query {
        canvas.put(inner.x, inner.y, 2, "/ ", Role::Key);
        input(canvas, inner.x + 2, inner.y, inner.width.saturating_sub(2), query, true);
    }
    let shown = menu.shown(words);
    if shown.is_empty() {
        canvas.put(inner.x + 2, inner.y + 1, inner.width, &words.say("palette-nothing"), Role::Dim);
    }
    let rows = usize::from(inner.height.saturating_sub(1)).max(1);
    let top = (menu.selected + 1).saturating_sub(rows);
    for (n, (command, y)) in shown.iter().skip(top).zip(inner.y + 1..inner.bottom()).enumerate() {
        let here = top + n == menu.selected;
        if here {
            canvas.put(inner.x, y, 1, canvas.glyphs.chosen, Role::Chosen);
        }
        canvas.put(inner.x + 2, y, 3, &letter(desk, *command), Role::Key);
        let why = menu.why_not(*command);
        let mut text = words.say(&command.spec().long_message());
        if let Some(why) = why {
            text = format!("{text} ({})", words.text(why));
        }
        let role = match (why, here) {
            (Some(_), _) => Role::Dim,
            (None, true) => Role::Chosen,
            (None, false) => Role::Plain,
        };
        canvas.put(inner.x + 5, y, inner.width.saturating_sub(5), &text, role);
    }
}
