//! State to cells. Reads the [`App`] and writes a buffer; remembers nothing. `screens/` and `overlays/` have the names
//! that they have in `app`.

use crate::app::App;
use crate::desk::command::{COMMANDS, Command, Place};
use crate::desk::notice::Tone;
use crate::domain::language::clean;
use crate::domain::period::Quarter;
use crate::i18n::Arg;
use crate::screens::overlays::{rating_commands, rating_keys};
use crate::screens::stack::Screen;
use crate::ui::canvas::{self, Canvas};
use crate::ui::glyphs::Glyphs;
use crate::ui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Smaller than this, only a polite line is shown.
pub const SMALLEST: (u16, u16) = (40, 10);
pub use crate::app::WIDE;

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
    let body = Rect { x: 0, y: 2, width, height: area.height.saturating_sub(3) };
    crate::screens::draw::draw(app, &mut canvas, body);
    if let Some(overlay) = app.overlays.last() {
        canvas.cursor = None;
        crate::screens::overlays::draw::draw(app, overlay, &mut canvas, area);
    }
    bottom(app, &mut canvas, area);
    canvas.cursor
}

/// One line: where am I, which period, how many days are left.
pub(crate) fn title(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let words = &app.words;
    let right = match app.screens.top() {
        Screen::Team(_) | Screen::Agenda(_) | Screen::Competencies(_) => office_and_period(app),
        Screen::Goals(goals) => crate::screens::goals::draw::period(app, goals),
        Screen::Grid(grid) => crate::screens::month::draw::day(app, grid),
        Screen::Person(page) => crate::screens::person::draw::position(app, page.person),
        Screen::Session(session) => crate::screens::session::draw::clock(app, session),
        Screen::Walk(walk) => crate::screens::walk::draw::left(app, walk),
        Screen::Log(_) => String::new(),
    };
    // An earlier day must not be taken for today.
    let (right, role) = match app.as_of() {
        Some(day) => (app.words.with("as-of-mark", &[("day", day.into())]), Role::Attention),
        None => (right, Role::Dim),
    };
    let right_start = canvas.put_right(area.right().saturating_sub(1), 0, &right, role);
    let room = right_start.saturating_sub(1);
    match app.screens.top() {
        Screen::Team(_) | Screen::Agenda(_) | Screen::Goals(_) | Screen::Competencies(_) => {
            let mut x = 1;
            for (place, id) in TABS {
                let top = app.screens.top().place();
                let here = top == place || (top == Place::Rating && place == Place::Competencies);
                let role = if here { Role::Focus } else { Role::Dim };
                x = canvas.put(x, 0, room.saturating_sub(x), &words.say(id), role) + 2;
            }
        }
        Screen::Grid(_) => {
            let home = if app.screens.bottom().place() == Place::Goals { "place-goals" } else { "place-team" };
            crumbs(app, canvas, room, &[words.say(home), words.say("place-grid")]);
        }
        Screen::Person(page) => {
            crumbs(app, canvas, room, &[words.say("place-team"), crate::screens::person::draw::full_name(app, page.person)]);
        }
        Screen::Log(log) => {
            let name = log.about.map(|id| crate::screens::person::draw::full_name(app, id));
            let parts = [Some(words.say("place-team")), name, Some(words.say("place-log"))];
            crumbs(app, canvas, room, &parts.into_iter().flatten().collect::<Vec<_>>());
        }
        Screen::Session(session) => {
            let kind = crate::screens::session::draw::kind(app, session);
            let name = app.office.row(session.person).map(|r| r.name.name.clone()).unwrap_or_default();
            crumbs(app, canvas, room, &[kind, name]);
        }
        Screen::Walk(walk) => {
            let name = walk.person().map(|id| crate::screens::person::draw::full_name(app, id)).unwrap_or_default();
            crumbs(app, canvas, room, &[words.say("place-walk"), name]);
        }
    }
}

/// The first screens, in the order of their keys.
const TABS: [(Place, &str); 4] = [
    (Place::Team, "place-team"),
    (Place::Agenda, "place-agenda"),
    (Place::Goals, "place-goals"),
    (Place::Competencies, "place-competencies"),
];

pub(crate) fn tabs_width(app: &App) -> usize {
    TABS.iter().map(|(_, id)| clean::width(&app.words.say(id)) + 2).sum()
}

pub(crate) fn crumbs(app: &App, canvas: &mut Canvas<'_>, room: u16, parts: &[String]) {
    let mut x = 1;
    let separator = if app.look.ascii { " > " } else { " › " };
    for (i, part) in parts.iter().enumerate() {
        let last = i + 1 == parts.len();
        x = canvas.put(x, 0, room.saturating_sub(x), part, if last { Role::Strong } else { Role::Dim });
        if !last {
            x = canvas.put(x, 0, room.saturating_sub(x), separator, Role::Dim);
        }
    }
}

pub(crate) fn office_and_period(app: &App) -> String {
    let quarter = Quarter::of(app.office.today);
    let unit = app.office.roster.me().map(|me| app.office.roster.units.name(me.unit).to_owned()).unwrap_or_default();
    let period = app.words.with(
        "frame-period",
        &[
            ("quarter", quarter.roman().into()),
            ("year", Arg::Word(quarter.year.to_string())),
            ("days", quarter.days_left(app.office.today).into()),
        ],
    );
    let dot = if app.look.ascii { " - " } else { " · " };
    // The names of the screens at the left come first; then the period, then the unit.
    let room = usize::from(app.size.columns).saturating_sub(tabs_width(app) + clean::width(&period) + 5);
    let unit = canvas::fit(&unit, room, Glyphs::new(app.look).ellipsis);
    if unit.is_empty() || room < 6 { period } else { format!("{unit}{dot}{period}") }
}

/// The last line: what was just told, or the keys; at its right whether everything is saved.
pub(crate) fn bottom(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
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

pub(crate) fn saved(app: &App) -> String {
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
    let (place, in_text) = (app.place(), app.in_text());
    let mut rows: Vec<_> = COMMANDS
        .iter()
        .filter(|row| row.hint > 0 && row.places.contains(&place) && (!in_text || row.in_text))
        .filter(|row| fits_here(app, row.command))
        .collect();
    rows.sort_by_key(|row| row.hint);
    let (own, named) = if app.overlays.is_empty() { (rating_keys(app), rating_commands(app)) } else { (&[][..], &[][..]) };
    let named = named.iter().filter(|(command, _)| app.possible(*command).is_ok());
    let named = named.filter_map(|(command, id)| Some((app.keymap.short(*command, app.look.ascii)?, app.words.say(id))));
    let own = own.iter().map(|key| (key.keys.to_owned(), app.words.say(key.short))).chain(named);
    let listed =
        rows.iter().filter_map(|row| Some((app.keymap.short(row.command, app.look.ascii)?, app.words.say(&row.message()))));
    own.chain(listed).collect()
}

/// Leaves out hints that make no sense at the moment.
pub(crate) fn fits_here(app: &App, command: Command) -> bool {
    if app.possible(command).is_err() {
        return false;
    }
    if matches!(command, Command::EditLong | Command::HelpWhileTyping) && !app.in_text() {
        return false;
    }
    // What lies over a screen has keys of its own.
    if !app.overlays.is_empty() {
        return true;
    }
    match app.screens.top() {
        Screen::Session(session) => crate::screens::session::draw::hint_fits(session, command, app.in_text()),
        Screen::Person(page) => crate::screens::person::draw::hint_fits(page, command),
        Screen::Agenda(agenda) => crate::screens::agenda::draw::hint_fits(agenda, command),
        Screen::Goals(goals) => crate::screens::goals::draw::hint_fits(goals, command),
        Screen::Competencies(screen) => crate::screens::competencies::draw::hint_fits(screen, command),
        Screen::Grid(grid) => crate::screens::month::draw::hint_fits(grid, command),
        Screen::Team(_) => crate::screens::team::draw::hint_fits(app, command),
        Screen::Log(_) => crate::screens::log::draw::hint_fits(command),
        Screen::Walk(_) => !matches!(command, Command::GoAgenda | Command::Find),
    }
}

pub(crate) fn keys(app: &App, canvas: &mut Canvas<'_>, y: u16, room: u16) {
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

pub(crate) fn put_hint(canvas: &mut Canvas<'_>, x: u16, y: u16, room: u16, (key, label): &(String, String)) -> u16 {
    let x = canvas.put(x, y, room, key, Role::Key);
    canvas.put(x + 1, y, room, label, Role::Plain) + 2
}
