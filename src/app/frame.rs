//! State to cells. Reads the [`App`] and writes a buffer; remembers nothing. `screens/` and `overlays/` have the names
//! that they have in `app`.

use crate::app::App;
use crate::desk::command::{COMMANDS, Command, Place};
use crate::desk::notice::Tone;
use crate::desk::{Desk, FRAME_ROWS, WIDE};
use crate::domain::language::clean;
use crate::domain::period::Quarter;
use crate::i18n::Arg;
use crate::screens::stack::Screen;
use crate::ui::canvas::{self, Canvas};
use crate::ui::glyphs::Glyphs;
use crate::ui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Smaller than this, only a polite line is shown.
pub const SMALLEST: (u16, u16) = (40, 10);

/// Draws everything; returns where the terminal's cursor belongs.
pub fn draw(app: &App, buffer: &mut Buffer) -> Option<(u16, u16)> {
    let area = buffer.area;
    let mut canvas = Canvas { buffer, theme: Theme::new(app.look), glyphs: Glyphs::new(app.look), cursor: None };
    if let Some(locked) = &app.locked {
        crate::screens::locked::draw::draw(app, locked, &mut canvas, area);
        return canvas.cursor;
    }
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        canvas.put(0, 0, area.width, &app.words.say("frame-too-small"), Role::Plain);
        return None;
    }
    title(app, &mut canvas, area);
    // Plain is linear: nothing stands beside a list.
    let width = if app.look.plain { area.width.min(WIDE - 1) } else { area.width };
    let body = Rect { x: 0, y: 2, width, height: area.height.saturating_sub(FRAME_ROWS) };
    app.screens.top().draw(app, &mut canvas, body);
    if let Some(overlay) = app.overlays.last() {
        canvas.cursor = None;
        overlay.draw(app, &mut canvas, area);
    }
    bottom(app, &mut canvas, area);
    canvas.cursor
}

/// One line: where am I, which period, how many days are left.
fn title(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let top = app.screens.top();
    // An earlier day must not be taken for today.
    let (right, role) = match app.as_of() {
        Some(day) => (app.words.with("as-of-mark", &[("day", day.into())]), Role::Attention),
        None => (top.corner(app).unwrap_or_else(|| office_and_period(app)), Role::Dim),
    };
    let right_start = canvas.put_right(area.right().saturating_sub(1), 0, &right, role);
    let room = right_start.saturating_sub(1);
    let parts = top.crumbs(app);
    let mut x = 1;
    // What digits do is said first: where they are values the tabs have no digits.
    if let Some(mode) = top.mode() {
        x = canvas.put(x, 0, room, &format!("[{}]", app.words.say(mode.message())), Role::Attention) + 1;
    }
    if !parts.is_empty() {
        return crumbs(app, canvas, x, room, &parts);
    }
    for place in Screen::HOMES {
        let here = top.place() == place || (top.place() == Place::Rating && place == Place::Competencies);
        let role = if here { Role::Focus } else { Role::Dim };
        x = canvas.put(x, 0, room.saturating_sub(x), &tab(app, place), role) + 2;
    }
}

fn tab(desk: &Desk, place: Place) -> String {
    desk.words.say(&format!("place-{}", place.id()))
}

fn tabs_width(desk: &Desk) -> usize {
    Screen::HOMES.iter().map(|place| clean::width(&tab(desk, *place)) + 2).sum()
}

fn crumbs(app: &App, canvas: &mut Canvas<'_>, start: u16, room: u16, parts: &[String]) {
    let mut x = start;
    let separator = if app.look.ascii { " > " } else { " › " };
    for (i, part) in parts.iter().enumerate() {
        let last = i + 1 == parts.len();
        x = canvas.put(x, 0, room.saturating_sub(x), part, if last { Role::Strong } else { Role::Dim });
        if !last {
            x = canvas.put(x, 0, room.saturating_sub(x), separator, Role::Dim);
        }
    }
}

fn office_and_period(app: &Desk) -> String {
    let quarter = Quarter::of(app.office.today);
    let unit = app.office.roster.me().map(|me| app.office.roster.units.name(me.unit).to_owned()).unwrap_or_default();
    let args = [
        ("quarter", quarter.roman().into()),
        ("year", Arg::Word(quarter.year.to_string())),
        ("days", quarter.days_left(app.office.today).into()),
    ];
    // The names of the screens at the left are never cut for it.
    let left = usize::from(app.size.columns).saturating_sub(tabs_width(app) + 3);
    let forms = ["frame-period", "frame-period-short"].map(|id| app.words.with(id, &args));
    let period = forms.into_iter().find(|form| clean::width(form) <= left).unwrap_or_default();
    let dot = if app.look.ascii { " - " } else { " · " };
    // The names of the screens at the left come first; then the period, then the unit.
    let room = usize::from(app.size.columns).saturating_sub(tabs_width(app) + clean::width(&period) + 5);
    let unit = canvas::fit(&unit, room, Glyphs::new(app.look).ellipsis);
    if unit.is_empty() || room < 6 { period } else { format!("{unit}{dot}{period}") }
}

/// The last line: what was just told, or the keys; at its right whether everything is saved.
fn bottom(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let y = area.bottom() - 1;
    canvas.clear(Rect { x: 0, y, width: area.width, height: 1 });
    let saved = saved(app);
    let role = if app.office.unsaved.is_empty() { Role::Dim } else { Role::Alarm };
    let right = canvas.put_right(area.right().saturating_sub(1), y, &saved, role);
    let room = right.saturating_sub(2);
    match app.notices.current() {
        Some(notice) => {
            let role = match notice.tone {
                Tone::Good => Role::Good,
                Tone::Plain => Role::Strong,
                Tone::Alarm => Role::Alarm,
            };
            canvas.put(1, y, room, &app.words.text(&notice.text), role);
        }
        None => keys(app, canvas, y, room),
    }
}

fn saved(app: &App) -> String {
    let glyphs = Glyphs::new(app.look);
    if !app.office.unsaved.is_empty() {
        return app.words.say("frame-not-saved");
    }
    if app.read_only {
        return app.words.say("frame-read-only");
    }
    if !app.office.pending.is_empty() {
        return glyphs.ellipsis.to_owned();
    }
    match app.office.saved_at {
        Some(at) => format!("{} {}", glyphs.done, app.words.clock(at, &app.office.zone)),
        None => String::new(),
    }
}

/// The keys that matter here, best first, as many as fit.
pub fn hints(app: &App) -> Vec<(String, String)> {
    let (place, in_text, ascii) = (app.place(), app.in_text(), app.look.ascii);
    let mut rows: Vec<_> = COMMANDS
        .iter()
        .filter(|row| row.hint > 0 && row.places.contains(&place) && (!in_text || row.in_text))
        .filter(|row| offered(app, row.command))
        .collect();
    rows.sort_by_key(|row| row.hint);
    rows.iter().filter_map(|row| Some((app.keymap.span(row, ascii)?, app.words.say(&row.message())))).collect()
}

/// Leaves out what makes no sense at the moment.
fn offered(app: &App, command: Command) -> bool {
    let typing = app.in_text() || !matches!(command, Command::EditLong | Command::HelpWhileTyping);
    typing && app.possible(command).is_ok() && app.on_top().offers(app, command)
}

fn keys(app: &App, canvas: &mut Canvas<'_>, y: u16, room: u16) {
    let width = |(key, label): &(String, String)| (clean::width(key) + clean::width(label) + 3) as u16;
    let mut hints = hints(app);
    // Help always has a place: without it nobody finds what did not fit.
    let help = app.words.say("cmd-app-help");
    let last = hints.iter().position(|(_, label)| *label == help).map(|at| hints.remove(at));
    let end = room.saturating_sub(last.as_ref().map_or(0, width));
    let mut x = 1;
    for hint in &hints {
        if x + width(hint) > end + 2 {
            break;
        }
        x = put_hint(canvas, x, y, room, hint);
    }
    if let Some(help) = &last {
        put_hint(canvas, x, y, room, help);
    }
}

fn put_hint(canvas: &mut Canvas<'_>, x: u16, y: u16, room: u16, (key, label): &(String, String)) -> u16 {
    let x = canvas.put(x, y, room, key, Role::Key);
    canvas.put(x + 1, y, room, label, Role::Plain) + 2
}
