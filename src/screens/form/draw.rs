//! A form: its fields, what each was understood as, and what they say together.

use crate::desk::Desk;
use crate::desk::editor::wrap;
use crate::desk::form::{Field, FieldName, Form, Input, option_text};
use crate::domain::language::clean;
use crate::i18n::Arg;
use crate::screens::draw::Draw;
use crate::ui::canvas::Canvas;
use crate::ui::parts::{drawer, input};
use crate::ui::theme::Role;
use ratatui::layout::Rect;

const LABEL: u16 = 18;

impl Draw for Form {
    fn draw(&self, desk: &Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let words = &desk.words;
        let name = self.purpose.person().and_then(|id| desk.office.row(id)).map(|r| r.name.full()).unwrap_or_default();
        let title = words.say(&format!("form-{}", self.purpose.id()));
        let title = if name.is_empty() { title } else { format!("{title}: {name}") };
        let width = usize::from(area.width.saturating_sub(4));
        let below = below(desk, self, width);
        let shown: Vec<(usize, &Field)> = self.shown().collect();
        let rows = shown.len() as u16 + below.len() as u16 + 4;
        let inner = drawer(canvas, area, rows.max(shown.len() as u16 + 5), &title);
        let help = words.say(&format!("form-{}-help", self.purpose.id()));
        let help_area = Rect { x: inner.x + 1, y: inner.y, width: inner.width.saturating_sub(2), height: 2 };
        let mut y = canvas.paragraph(help_area, &help, Role::Dim).max(inner.y + 1);
        // Where not all fields have room, those around the focus are shown.
        let room = usize::from(inner.bottom().saturating_sub(y)).saturating_sub(below.len()).max(1);
        let at = shown.iter().position(|(at, _)| *at == self.focus).unwrap_or(0);
        let first = (at + 1).saturating_sub(room);
        for (i, field) in shown.iter().skip(first).take(room) {
            form_field(desk, self, field, *i == self.focus, canvas, Rect { y, height: 1, ..inner });
            y += 1;
        }
        for (line, role) in below {
            if y >= inner.bottom() {
                break;
            }
            canvas.put(inner.x + 1, y, inner.width.saturating_sub(2), &line, role);
            y += 1;
        }
    }
}

/// Why it was refused, then what was understood; wrapped.
fn below(desk: &Desk, form: &Form, width: usize) -> Vec<(String, Role)> {
    let mut out: Vec<(String, Role)> = Vec::new();
    let mut say = |text: String, role: Role| {
        out.extend(wrap(&text, width).into_iter().map(|range| (text[range].trim_end().to_owned(), role)));
    };
    if let Some(error) = &form.error {
        say(desk.words.text(error), Role::Attention);
    }
    for (line, attention) in form.understood(&desk.office, &desk.words) {
        say(line, if attention { Role::Attention } else { Role::Good });
    }
    out
}

fn form_field(desk: &Desk, form: &Form, field: &Field, focused: bool, canvas: &mut Canvas<'_>, area: Rect) {
    let label = desk.words.say(field.name.id());
    canvas.put(area.x + 1, area.y, LABEL - 1, &label, if focused { Role::Focus } else { Role::Heading });
    let x = area.x + 1 + LABEL;
    let width = area.right().saturating_sub(x);
    match &field.input {
        Input::Line(editor) => {
            let mut room = width;
            if let Some((text, role)) = understood(desk, form, field).filter(|_| !editor.is_empty()) {
                let start = canvas.put_right(area.right(), area.y, &text, role);
                room = start.saturating_sub(x + 1);
            }
            input(canvas, x, area.y, room, editor, focused);
            if focused {
                proposal(desk, form, canvas, Rect { x, width: room, ..area }, editor.text());
            }
        }
        Input::Choice(options, at) => choice(desk, canvas, Rect { x, width, ..area }, options, *at, focused),
    }
}

/// What the text of a field means: the day, the number, who or which result it is.
fn understood(desk: &Desk, form: &Form, field: &Field) -> Option<(String, Role)> {
    let words = &desk.words;
    if field.name.is_day() {
        return Some(match form.day(field.name, desk.office.today) {
            Ok(Some(day)) => (format!("= {} {}", words.long_weekday(day.weekday()), words.long_day(day)), Role::Good),
            _ => (words.say("day-not-understood"), Role::Attention),
        });
    }
    if field.name.is_number() {
        let Input::Line(editor) = &field.input else { return None };
        return match form.number(field.name, words.decimal_sign()) {
            // What is written as it is read needs no echo.
            Ok(Some(number)) if words.decimal(number) == editor.text().trim() => None,
            Ok(number) => number.map(|number| (format!("= {}", words.decimal(number)), Role::Good)),
            Err(_) => Some((words.say("number-not-understood"), Role::Attention)),
        };
    }
    let Input::Line(editor) = &field.input else { return None };
    match field.name {
        FieldName::Month => Some(match form.month(desk.office.today) {
            Ok(when) => (format!("= {}", crate::reports::development::when(words, when)), Role::Good),
            Err(_) => (words.say("day-not-understood"), Role::Attention),
        }),
        FieldName::Helper | FieldName::Mentor => match crate::desk::form::named(&desk.office, editor.text()).as_slice() {
            [one] => Some((format!("= {}", crate::ui::people::full_name(desk, *one)), Role::Good)),
            _ => None,
        },
        FieldName::Supervisor => {
            let found = crate::desk::form::named(&desk.office, editor.text());
            Some(match found.as_slice() {
                [one] => (format!("= {}", crate::ui::people::full_name(desk, *one)), Role::Good),
                [] => (words.say("find-nobody"), Role::Attention),
                many => (words.with("form-matches", &[("count", many.len().into())]), Role::Attention),
            })
        }
        FieldName::Supports => form.resolved(&desk.office).map(|text| (words.text(&text), Role::Good)),
        _ => None,
    }
}

/// Behind what is typed, dim, what it could be completed to.
fn proposal(desk: &Desk, form: &Form, canvas: &mut Canvas<'_>, area: Rect, typed: &str) {
    let Some(full) = form.proposal(&desk.office) else { return };
    let x = area.x + clean::width(typed) as u16;
    let room = area.right().saturating_sub(x);
    let begun = !typed.is_empty() && !desk.look.plain;
    let rest = full.get(typed.len()..).filter(|_| begun && clean::fold(&full).starts_with(&clean::fold(typed)));
    let arrow = if desk.look.ascii || desk.look.plain { "->" } else { "→" };
    let text = match rest {
        Some(rest) => format!("{rest}  {arrow}"),
        None if typed.is_empty() => format!("{arrow} {full}"),
        None => format!("  {arrow} {full}"),
    };
    canvas.put(x, area.y, room, &text, Role::Dim);
}

/// All options where they fit, else the chosen one between arrows, with its place.
fn choice(desk: &Desk, canvas: &mut Canvas<'_>, area: Rect, options: &[String], at: usize, focused: bool) {
    let words = &desk.words;
    let say = |option: &String| option_text(option, words, &desk.office);
    if focused {
        canvas.cursor = Some((area.x, area.y));
    }
    let chosen = if focused { Role::Chosen } else { Role::Strong };
    let all: usize = options.iter().map(|option| clean::width(&say(option)) + 3).sum();
    if all > usize::from(area.width) {
        let text = options.get(at).map(say).unwrap_or_default();
        let x = canvas.put(area.x, area.y, area.width, &format!("[{text}]"), chosen);
        let args = [("at", Arg::from(at + 1)), ("of", options.len().into())];
        let place = format!("{} {} {}", canvas.glyphs.back, words.with("form-choice-of", &args), canvas.glyphs.next);
        canvas.put(x + 2, area.y, area.right().saturating_sub(x + 2), &place, Role::Dim);
        return;
    }
    let mut x = area.x;
    for (i, option) in options.iter().enumerate() {
        let (text, role) =
            if i == at { (format!("[{}]", say(option)), chosen) } else { (format!(" {} ", say(option)), Role::Dim) };
        x = canvas.put(x, area.y, area.right().saturating_sub(x), &text, role) + 1;
    }
}
