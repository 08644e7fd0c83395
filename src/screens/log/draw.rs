//! The log: a line a change, the day where it begins, and below the list (beside it on a wide terminal) more about the
//! selected one.

use super::LogScreen;
use crate::desk::Desk;
use crate::desk::WIDE;
use crate::desk::journal::Line;
use crate::domain::language::clean;
use crate::i18n::Arg;
use crate::reports::log as says;
use crate::screens::draw::Draw;
use crate::ui::canvas::{Canvas, fit};
use crate::ui::parts::audience_mark;
use crate::ui::people::full_name;
use crate::ui::theme::Role;
use jiff::civil::Date;
use ratatui::layout::Rect;

/// Columns of the day and of the time.
const DAY: u16 = 11;
const TIME: u16 = 6;
/// Names stand below each other; the selected one is said in full below the list.
const NAME: u16 = 21;

impl Draw for LogScreen {
    fn crumbs(&self, desk: &Desk) -> Vec<String> {
        {
            let name = self.about.map(|id| full_name(desk, id));
            let parts = [Some(desk.words.say("place-team")), name, Some(desk.words.say("place-log"))];
            parts.into_iter().flatten().collect()
        }
    }

    fn corner(&self, _desk: &Desk) -> Option<String> {
        Some(String::new())
    }

    fn draw(&self, desk: &Desk, canvas: &mut Canvas<'_>, body: Rect) {
        let wide = body.width >= WIDE;
        let list = Rect { width: if wide { body.width * 3 / 5 } else { body.width }, ..body };
        heading(desk, self, canvas, list);
        let rows = Rect { y: list.y + 2, height: list.height.saturating_sub(5), ..list };
        if desk.journal.shown().len() == 0 && !desk.journal.is_loading() {
            let id = if desk.journal.is_empty() { "log-empty" } else { "log-no-match" };
            let text = Rect { x: rows.x + 3, y: rows.y + 1, width: rows.width.saturating_sub(6), height: 3 };
            canvas.paragraph(text, &desk.words.say(id), Role::Plain);
        }
        let mut day = None;
        for (y, entry) in (rows.y..).zip(desk.journal.shown().skip(self.list.top).take(usize::from(rows.height))) {
            let begins = day != Some(entry.day);
            day = Some(entry.day);
            line(desk, self, canvas, Rect { y, height: 1, ..rows }, entry, begins);
        }
        let Some(selected) = self.selected.and_then(|number| desk.journal.line(number)) else { return };
        let x = list.x + 1;
        let place = Rect { x, y: list.bottom().saturating_sub(2), width: list.width.saturating_sub(2), height: 2 };
        below(desk, selected, canvas, place);
        if wide {
            let x = list.right() + 1;
            for y in body.top()..body.bottom() {
                canvas.put(x, y, 1, canvas.glyphs.bar, Role::Dim);
            }
            let pane = Rect { x: x + 2, width: body.right().saturating_sub(x + 3), ..body };
            let text = super::commands::entry_text(desk, selected, usize::from(pane.width));
            for (y, line) in (pane.y..pane.bottom()).zip(text.lines()) {
                canvas.put(pane.x, y, pane.width, line, Role::Plain);
            }
        }
    }
}

/// The filter, or how much was read.
fn heading(desk: &Desk, screen: &LogScreen, canvas: &mut Canvas<'_>, area: Rect) {
    let (words, log) = (&desk.words, &desk.journal);
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
        crate::ui::parts::input(canvas, x, area.y, width, &screen.filter, screen.filtering);
        x += (clean::width(screen.filter.text()) as u16 + 1).min(width) + 2;
    }
    canvas.put(x, area.y, area.right().saturating_sub(x + 1), &text, Role::Dim);
}

fn line(desk: &Desk, screen: &LogScreen, canvas: &mut Canvas<'_>, area: Rect, line: &Line, begins: bool) {
    let (words, change) = (&desk.words, &line.entry.change);
    let chosen = screen.selected == Some(line.entry.number);
    if chosen {
        canvas.mark(area.x + 1, area.y);
    }
    let x = area.x + 3;
    // Read line by line, each one says its day.
    if begins || desk.look.plain {
        canvas.put(x, area.y, DAY - 1, &day(desk, line.day), Role::Heading);
    }
    canvas.put(x + DAY, area.y, TIME, &words.clock(change.at, &desk.office.zone), Role::Dim);
    let role = if chosen { Role::Strong } else { Role::Plain };
    let (x, right) = (x + DAY + TIME, area.right().saturating_sub(1));
    let mut x = x;
    if screen.about.is_none() {
        let room = right.saturating_sub(x).min(NAME);
        let whom = fit(&whom(desk, line), usize::from(room), canvas.glyphs.ellipsis);
        canvas.put(x, area.y, room, &whom, role);
        x += NAME + 1;
    }
    x = canvas.put(x, area.y, right.saturating_sub(x), &says::kind_word(words, change), role) + 2;
    if let Some((audience, said)) = says::said(words, change)
        && x + 8 < right
    {
        x = audience.map_or(x, |audience| audience_mark(desk, canvas, x, area.y, audience));
        canvas.put(x, area.y, right.saturating_sub(x), &said, Role::Plain);
    }
}

/// `Sab 21 Nov`; of another year, `21 Nov 25`.
fn day(desk: &Desk, day: Date) -> String {
    if day.year() == desk.office.today.year() {
        format!("{} {}", desk.words.weekday(day.weekday()), desk.words.day_month(day))
    } else {
        format!("{} {:02}", desk.words.day_month(day), day.year() % 100)
    }
}

/// The name without titles, which the list has no room for.
fn whom(desk: &Desk, line: &Line) -> String {
    let change = &line.entry.change;
    match change.about.and_then(|id| desk.office.row(id)) {
        Some(row) => row.name.name.clone(),
        None => line.about.clone(),
    }
}

/// By whom, about whom with all titles, and where the entry stands.
fn below(desk: &Desk, line: &Line, canvas: &mut Canvas<'_>, area: Rect) {
    let (words, change) = (&desk.words, &line.entry.change);
    let number = Arg::Word(words.number(i64::try_from(line.entry.number).unwrap_or(i64::MAX)));
    let by = words.with("log-by", &[("name", says::by(words, &change.by).into()), ("number", number)]);
    let parts = [line.about.clone(), by];
    let dot = format!(" {} ", canvas.glyphs.dot);
    let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(&dot);
    canvas.paragraph(area, &text, Role::Dim);
}
