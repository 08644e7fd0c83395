//! What lies over a screen: at its bottom or over its middle, never a box inside a box.

use super::{CaptureBox, Chooser, Overlay, Reader, find, help_lines, palette};
use crate::app::App;
use crate::desk::notice::Tone;
use crate::domain::Audience;
use crate::domain::language::capture::Read;
use crate::domain::language::clean;
use crate::i18n::Arg;
use crate::ui::canvas::Canvas;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

pub fn draw(app: &App, overlay: &Overlay, canvas: &mut Canvas<'_>, area: Rect) {
    match overlay {
        Overlay::Capture(capture) => capture_box(app, capture, canvas, area),
        Overlay::CheckIn(open) => crate::screens::check_in::draw::draw(app, open, canvas, area),
        Overlay::Palette(chooser) => palette_list(app, chooser, canvas, area),
        Overlay::Find(chooser) => find_list(app, chooser, canvas, area),
        Overlay::Help(list) => help(app, list.top, canvas, area),
        Overlay::Messages(list) => messages(app, list.top, canvas, area),
        Overlay::Settings(list) => crate::screens::settings::draw::draw(app, list.top, canvas, area),
        Overlay::Form(open) => crate::screens::form::draw::draw(app, open, canvas, area),
        Overlay::Assign(open) => crate::screens::assign::draw::draw(app, open, canvas, area),
        Overlay::SelfCheck(open) => crate::screens::self_check::draw::draw(app, open, canvas, area),
        Overlay::Reader(reader) => read(app, reader, canvas, area),
    }
}

/// Clears the lower `rows` over the line of keys and draws the line that divides them from the screen.
pub(crate) fn drawer(canvas: &mut Canvas<'_>, area: Rect, rows: u16, title: &str) -> Rect {
    let rows = rows.min(area.height.saturating_sub(2));
    let top = area.bottom().saturating_sub(rows + 1);
    let drawer = Rect { x: area.x, y: top, width: area.width, height: rows };
    canvas.clear(drawer);
    canvas.rule(area.x, top, area.width, Role::Dim);
    canvas.put(area.x + 2, top, area.width.saturating_sub(4), &format!(" {title} "), Role::Strong);
    Rect { x: area.x + 1, y: top + 1, width: area.width.saturating_sub(2), height: rows.saturating_sub(1) }
}

/// Clears the whole body under a title.
pub(crate) fn page(canvas: &mut Canvas<'_>, area: Rect, title: &str) -> Rect {
    drawer(canvas, area, area.height.saturating_sub(2), title)
}

/// One line to type in; the cursor is always within its width.
pub(crate) fn input(
    canvas: &mut Canvas<'_>,
    x: u16,
    y: u16,
    width: u16,
    editor: &crate::desk::editor::Editor,
    focused: bool,
) {
    // A line longer than its field shows the part around the cursor.
    let before = clean::width(&editor.text()[..editor.cursor()]);
    let skip = (before + 1).saturating_sub(usize::from(width));
    let shown = drop_columns(editor.text(), skip);
    canvas.put(x, y, width, shown, if focused { Role::Strong } else { Role::Plain });
    if focused {
        canvas.cursor = Some((x + (before - skip.min(before)) as u16, y));
    }
}

pub(crate) fn drop_columns(text: &str, columns: usize) -> &str {
    use unicode_segmentation::UnicodeSegmentation;
    let mut dropped = 0;
    for (i, g) in text.grapheme_indices(true) {
        if dropped >= columns {
            return &text[i..];
        }
        dropped += clean::width(g);
    }
    if columns == 0 { text } else { "" }
}

// --- quick capture ---------------------------------------------------------------------------------------------

pub(crate) fn capture_box(app: &App, capture: &CaptureBox, canvas: &mut Canvas<'_>, area: Rect) {
    let words = &app.words;
    let inner = drawer(canvas, area, 6, &words.say("capture-title"));
    canvas.put(inner.x, inner.y, 2, "> ", Role::Key);
    input(canvas, inner.x + 2, inner.y, inner.width.saturating_sub(2), &capture.line, true);
    if capture.line.text().is_empty() {
        canvas.put(
            inner.x + 2,
            inner.y,
            inner.width.saturating_sub(2),
            &words.say(if capture.here.is_some() { "capture-example-here" } else { "capture-example" }),
            Role::Dim,
        );
    }
    let captured = app.captured(capture);
    let mut x = inner.x + 2;
    let y = inner.y + 1;
    for (text, role) in chips(app, capture, &captured) {
        let needed = clean::width(&text) as u16 + 2;
        if x + needed > inner.right() {
            break;
        }
        x = canvas.put(x, y, needed, &format!("[{text}]"), role) + 1;
    }
    let y = inner.y + 2;
    if let Some(error) = &capture.error {
        canvas.paragraph(
            Rect { x: inner.x + 2, y, width: inner.width.saturating_sub(2), height: 2 },
            &words.text(error),
            Role::Attention,
        );
        return;
    }
    let proposals = app.completions(capture);
    if !proposals.is_empty() && !capture.line.text().is_empty() {
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

/// What was understood, said as short words.
pub(crate) fn chips(
    app: &App,
    capture: &CaptureBox,
    captured: &crate::domain::language::capture::Captured,
) -> Vec<(String, Role)> {
    let words = &app.words;
    let name = |id| app.office.row(id).map(|r| r.name.name.clone()).unwrap_or_default();
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

// --- choosing --------------------------------------------------------------------------------------------------

pub(crate) fn palette_list(app: &App, chooser: &Chooser, canvas: &mut Canvas<'_>, area: Rect) {
    let words = &app.words;
    let inner = page(canvas, area, &words.say("palette-title"));
    canvas.put(inner.x, inner.y, 2, ": ", Role::Key);
    input(canvas, inner.x + 2, inner.y, inner.width.saturating_sub(2), &chooser.query, true);
    let rows = usize::from(inner.height.saturating_sub(2));
    let found = palette(chooser.query.text(), app.screens.top().place(), words);
    if found.is_empty() {
        canvas.put(inner.x + 2, inner.y + 2, inner.width, &words.say("palette-nothing"), Role::Dim);
    }
    for (i, command) in found.iter().enumerate().skip(chooser.list.top).take(rows) {
        let y = inner.y + 2 + (i - chooser.list.top) as u16;
        let spec = command.spec();
        let here = i == chooser.list.selected;
        if here {
            canvas.put(inner.x, y, 1, canvas.glyphs.chosen, Role::Chosen);
        }
        let key = app.keymap.short(*command, app.look.ascii).unwrap_or_default();
        canvas.put(inner.x + 2, y, 6, &key, Role::Key);
        let why = app.possible(*command).err();
        let role = match (&why, here) {
            (Some(_), _) => Role::Dim,
            (None, true) => Role::Chosen,
            (None, false) => Role::Plain,
        };
        let mut text = words.say(&spec.long_message());
        if let Some(why) = why {
            text = format!("{text} ({})", words.text(&why));
        }
        canvas.put(inner.x + 9, y, inner.width.saturating_sub(9), &text, role);
    }
}

pub(crate) fn find_list(app: &App, chooser: &Chooser, canvas: &mut Canvas<'_>, area: Rect) {
    let words = &app.words;
    let inner = page(canvas, area, &words.say("find-title"));
    canvas.put(inner.x, inner.y, 2, "> ", Role::Key);
    input(canvas, inner.x + 2, inner.y, inner.width.saturating_sub(2), &chooser.query, true);
    let rows = usize::from(inner.height.saturating_sub(2));
    let found = find(chooser.query.text(), &app.office);
    if found.is_empty() {
        canvas.put(inner.x + 2, inner.y + 2, inner.width, &words.say("find-nobody"), Role::Dim);
    }
    for (i, id) in found.iter().enumerate().skip(chooser.list.top).take(rows) {
        let y = inner.y + 2 + (i - chooser.list.top) as u16;
        let Some(row) = app.office.row(*id) else { continue };
        let here = i == chooser.list.selected;
        if here {
            canvas.put(inner.x, y, 1, canvas.glyphs.chosen, Role::Chosen);
        }
        let end =
            canvas.put(inner.x + 2, y, inner.width / 2, &row.name.full(), if here { Role::Chosen } else { Role::Plain });
        let post = crate::screens::person::draw::position(app, *id);
        let unit = app.office.roster.units.name(row.unit);
        let x = end.max(inner.x + inner.width / 2) + 1;
        canvas.put(x, y, inner.right().saturating_sub(x), &format!("{post}  {unit}"), Role::Dim);
    }
}

// --- help and messages -----------------------------------------------------------------------------------------

/// Every command of the screen below, with its keys; also `bina keys`.
pub(crate) fn help(app: &App, top: usize, canvas: &mut Canvas<'_>, area: Rect) {
    let words = &app.words;
    let place = app.screens.top().place();
    let inner =
        page(canvas, area, &words.with("help-title", &[("place", words.say(&format!("place-{}", place.id())).into())]));
    let lines = help_lines(app);
    let top = top.min(lines.len().saturating_sub(usize::from(inner.height)));
    for (i, (keys, text)) in lines.iter().skip(top).take(usize::from(inner.height)).enumerate() {
        let y = inner.y + i as u16;
        canvas.put(inner.x + 1, y, 14, keys, Role::Key);
        let text = as_drawn(text, canvas.glyphs);
        canvas.put(inner.x + 16, y, inner.width.saturating_sub(16), &text, Role::Plain);
    }
    let below = lines.len().saturating_sub(top + usize::from(inner.height));
    if below > 0 {
        let text = format!("  {}", words.with("close-more", &[("count", below.into())]));
        canvas.put_right(inner.right(), inner.bottom().saturating_sub(1), &text, Role::Dim);
    }
}

/// The legend with the marks that the screens use in this look.
pub(crate) fn as_drawn(text: &str, glyphs: crate::ui::glyphs::Glyphs) -> String {
    [("●", glyphs.attention), ("◆", glyphs.alarm), ("│", glyphs.private), ("┃", glyphs.shared)]
        .iter()
        .fold(text.to_owned(), |text, (sign, drawn)| text.replace(sign, drawn))
}

pub(crate) fn messages(app: &App, top: usize, canvas: &mut Canvas<'_>, area: Rect) {
    let words = &app.words;
    let inner = page(canvas, area, &words.say("messages-title"));
    if app.notices.log().is_empty() {
        canvas.put(inner.x + 1, inner.y, inner.width, &words.say("messages-none"), Role::Dim);
    }
    let mut y = inner.y;
    for notice in app.notices.log().iter().rev().skip(top) {
        if y >= inner.bottom() {
            break;
        }
        let role = match notice.tone {
            Tone::Good => Role::Good,
            Tone::Plain => Role::Plain,
            Tone::Alarm => Role::Alarm,
        };
        canvas.put(inner.x + 1, y, 6, &words.clock(notice.at, &app.office.zone), Role::Dim);
        let text =
            Rect { x: inner.x + 8, y, width: inner.width.saturating_sub(8), height: inner.bottom().saturating_sub(y) };
        y = canvas.paragraph(text, &words.text(&notice.text), role);
    }
}

pub(crate) fn read(app: &App, reader: &Reader, canvas: &mut Canvas<'_>, area: Rect) {
    let inner = page(canvas, area, &app.words.text(&reader.title));
    let lines = reader.lines(Reader::width(area.width));
    for (i, line) in lines.iter().skip(reader.top).take(usize::from(inner.height)).enumerate() {
        canvas.put(inner.x, inner.y + i as u16, inner.width, line, Role::Plain);
    }
}
