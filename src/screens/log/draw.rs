//! The log: a line a change, the day where it begins, and below the list (beside it on a wide terminal) more about the
//! selected one.

use super::LogScreen;
use super::commands::Line;
use crate::app::App;
use crate::app::WIDE;
use crate::desk::command::Command;
use crate::domain::language::clean;
use crate::i18n::Arg;
use crate::reports::log as says;
use crate::screens::draw::audience_mark;
use crate::ui::canvas::{Canvas, fit};
use crate::ui::theme::Role;
use jiff::civil::Date;
use ratatui::layout::Rect;

/// Columns of the day and of the time.
const DAY: u16 = 11;
const TIME: u16 = 6;
/// Names stand below each other; the selected one is said in full below the list.
const NAME: u16 = 21;

pub fn draw(app: &App, screen: &LogScreen, canvas: &mut Canvas<'_>, body: Rect) {
    let wide = body.width >= WIDE;
    let list = Rect { width: if wide { body.width * 3 / 5 } else { body.width }, ..body };
    heading(app, screen, canvas, list);
    let rows = Rect { y: list.y + 2, height: list.height.saturating_sub(5), ..list };
    if app.log.shown().len() == 0 && !app.log.is_loading() {
        let id = if app.log.is_empty() { "log-empty" } else { "log-no-match" };
        let text = Rect { x: rows.x + 3, y: rows.y + 1, width: rows.width.saturating_sub(6), height: 3 };
        canvas.paragraph(text, &app.words.say(id), Role::Plain);
    }
    let mut day = None;
    for (y, entry) in (rows.y..).zip(app.log.shown().skip(screen.list.top).take(usize::from(rows.height))) {
        let begins = day != Some(entry.day);
        day = Some(entry.day);
        line(app, screen, canvas, Rect { y, height: 1, ..rows }, entry, begins);
    }
    let Some(selected) = screen.selected.and_then(|number| app.log.line(number)) else { return };
    let x = list.x + 1;
    let place = Rect { x, y: list.bottom().saturating_sub(2), width: list.width.saturating_sub(2), height: 2 };
    below(app, selected, canvas, place);
    if wide {
        let x = list.right() + 1;
        for y in body.top()..body.bottom() {
            canvas.put(x, y, 1, canvas.glyphs.bar, Role::Dim);
        }
        let pane = Rect { x: x + 2, width: body.right().saturating_sub(x + 3), ..body };
        let text = app.entry_text(selected, usize::from(pane.width));
        for (y, line) in (pane.y..pane.bottom()).zip(text.lines()) {
            canvas.put(pane.x, y, pane.width, line, Role::Plain);
        }
    }
}

/// The filter, or how much was read.
fn heading(app: &App, screen: &LogScreen, canvas: &mut Canvas<'_>, area: Rect) {
    let (words, log) = (&app.words, &app.log);
    let number = |n: usize| Arg::Word(words.number(n as i64));
    let (count, of) = (number(log.shown().len()), number(log.len()));
    let searched = !screen.filter.text().is_empty();
    let text = match (log.is_loading(), log.reached()) {
        (true, None) => words.say("log-reading"),
        (true, Some(entry)) => {
            let entry = Arg::Word(words.number(i64::try_from(entry).unwrap_or(i64::MAX)));
            words.with("log-reading-on", &[("count", count), ("number", entry)])
        }
        _ if searched && log.is_whole() => words.with("log-found", &[("count", count)]),
        _ if searched => words.with("log-found-of", &[("count", count), ("of", of)]),
        _ if log.is_whole() => words.with("log-all", &[("count", count)]),
        _ => words.with("log-newest", &[("count", count)]),
    };
    let mut x = area.x + 1;
    if screen.filtering || searched {
        x = canvas.put(x, area.y, area.width, "/ ", Role::Key);
        let width = area.right().saturating_sub(x).saturating_sub(clean::width(&text) as u16 + 3).max(12);
        crate::screens::overlays::draw::input(canvas, x, area.y, width, &screen.filter, screen.filtering);
        x += (clean::width(screen.filter.text()) as u16 + 1).min(width) + 2;
    }
    canvas.put(x, area.y, area.right().saturating_sub(x + 1), &text, Role::Dim);
}

fn line(app: &App, screen: &LogScreen, canvas: &mut Canvas<'_>, area: Rect, line: &Line, begins: bool) {
    let (words, change) = (&app.words, &line.entry.change);
    let chosen = screen.selected == Some(line.entry.number);
    if chosen {
        canvas.mark(area.x + 1, area.y);
    }
    let x = area.x + 3;
    // Read line by line, each one says its day.
    if begins || app.look.plain {
        canvas.put(x, area.y, DAY - 1, &day(app, line.day), Role::Heading);
    }
    canvas.put(x + DAY, area.y, TIME, &words.clock(change.at, &app.office.zone), Role::Dim);
    let role = if chosen { Role::Strong } else { Role::Plain };
    let (x, right) = (x + DAY + TIME, area.right().saturating_sub(1));
    let mut x = x;
    if screen.about.is_none() {
        let room = right.saturating_sub(x).min(NAME);
        let whom = fit(&whom(app, line), usize::from(room), canvas.glyphs.ellipsis);
        canvas.put(x, area.y, room, &whom, role);
        x += NAME + 1;
    }
    x = canvas.put(x, area.y, right.saturating_sub(x), &says::kind_word(words, change), role) + 2;
    if let Some((audience, said)) = says::said(words, change)
        && x + 8 < right
    {
        x = audience.map_or(x, |audience| audience_mark(app, canvas, x, area.y, audience));
        canvas.put(x, area.y, right.saturating_sub(x), &said, Role::Plain);
    }
}

/// `Sab 21 Nov`; of another year, `21 Nov 25`.
fn day(app: &App, day: Date) -> String {
    if day.year() == app.office.today.year() {
        format!("{} {}", app.words.weekday(day.weekday()), app.words.day_month(day))
    } else {
        format!("{} {:02}", app.words.day_month(day), day.year() % 100)
    }
}

/// The name without titles, which the list has no room for.
fn whom(app: &App, line: &Line) -> String {
    let change = &line.entry.change;
    match change.about.and_then(|id| app.office.row(id)) {
        Some(row) => row.name.name.clone(),
        None => line.about.clone(),
    }
}

/// By whom, about whom with all titles, and where the entry stands.
fn below(app: &App, line: &Line, canvas: &mut Canvas<'_>, area: Rect) {
    let (words, change) = (&app.words, &line.entry.change);
    let number = Arg::Word(words.number(i64::try_from(line.entry.number).unwrap_or(i64::MAX)));
    let by = words.with("log-by", &[("name", says::by(words, &change.by).into()), ("number", number)]);
    let parts = [line.about.clone(), by];
    let dot = format!(" {} ", canvas.glyphs.dot);
    let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(&dot);
    canvas.paragraph(area, &text, Role::Dim);
}

/// Undo only where it would take back what is selected, which the table of commands knows.
pub fn hint_fits(command: Command) -> bool {
    command != Command::Find
}
