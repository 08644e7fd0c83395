//! Pieces that several screens draw: the drawer and the page over a screen, a line to type in, the mark of an audience.

use super::canvas::Canvas;
use super::theme::Role;
use crate::desk::Desk;
use crate::desk::editor::Editor;
use crate::domain::language::clean;
use crate::domain::{Audience, FeedbackKind};
use ratatui::layout::Rect;

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
pub(crate) fn input(canvas: &mut Canvas<'_>, x: u16, y: u16, width: u16, editor: &Editor, focused: bool) {
    // A line longer than its field shows the part around the cursor.
    let before = clean::width(&editor.text()[..editor.cursor()]);
    let skip = (before + 1).saturating_sub(usize::from(width));
    let shown = drop_columns(editor.text(), skip);
    canvas.put(x, y, width, shown, if focused { Role::Strong } else { Role::Plain });
    if focused {
        canvas.cursor = Some((x + (before - skip.min(before)) as u16, y));
    }
}

fn drop_columns(text: &str, columns: usize) -> &str {
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

/// How many lines are below the last row of a page.
pub(crate) fn more_below(desk: &Desk, canvas: &mut Canvas<'_>, inner: Rect, below: usize) {
    if below > 0 {
        let text = format!("  {}", desk.words.with("close-more", &[("count", below.into())]));
        canvas.put_right(inner.right(), inner.bottom().saturating_sub(1), &text, Role::Dim);
    }
}

/// The letter of an audience, P for private and B (bersama) for shared; the bar in the gutter says it once more.
pub(crate) fn audience_mark(desk: &Desk, canvas: &mut Canvas<'_>, x: u16, y: u16, audience: Audience) -> u16 {
    let (bar, id, role) = match audience {
        Audience::Private => (canvas.glyphs.private, "mark-private", Role::Private),
        Audience::Shared => (canvas.glyphs.shared, "mark-shared", Role::Plain),
    };
    canvas.put(x, y, 1, bar, role);
    canvas.put(x + 2, y, 1, &desk.words.say(id), role);
    x + 4
}

/// The colour of a sign of feedback.
pub(crate) fn sign_role(kind: FeedbackKind) -> Role {
    match kind {
        FeedbackKind::Praise => Role::Good,
        FeedbackKind::Improve => Role::Attention,
        FeedbackKind::Observation => Role::Plain,
    }
}
