//! Two pictures become the fewest bytes that turn one into the other: moves and style changes only where they are
//! needed, line ends erased instead of filled. Pure: bytes are returned, not written.
//!
//! The last check stands here: whatever a cell holds, nothing hostile reaches a terminal (see [`super::glyph`]).

use super::glyph::{Glyph, glyph};
use super::pen::Pen;
use crate::desk::msg::Size;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::ops::Range;

/// Longer frames are shown at once, where the terminal can, and with the cursor hidden meanwhile.
const LONG_FRAME: usize = 200;
/// So many columns of blanks and more are erased instead of written.
const ERASE_FROM: usize = 3;
const SYNC_BEGIN: &[u8] = b"\x1b[?2026h";
const SYNC_END: &[u8] = b"\x1b[?2026l";
/// Empties the screen by inserting blank lines at its top, more than any terminal has, within no margins: what stood there
/// falls out below. Erasing it at once would keep it: PuTTY, GNOME's terminal, Windows' and tmux move it up into the
/// scrollback.
pub const ERASE: &[u8] = b"\x1b[r\x1b[H\x1b[500L";
const HIDE: &[u8] = b"\x1b[?25l";
const SHOW: &[u8] = b"\x1b[?25h";

/// What a terminal can be given.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    /// Colours may leave.
    pub color: bool,
    /// Nothing but ASCII may leave.
    pub ascii: bool,
}

/// Knows what the terminal shows and brings it up to date.
pub struct Painter {
    palette: Palette,
    shown: Buffer,
    /// The terminal's content is not known: the next frame begins with an empty screen.
    unknown: bool,
    /// `None` if that is not known.
    cursor_shown: Option<bool>,
    at: At,
    pen: Pen,
}

/// Where the terminal's cursor stands, as far as that is certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct At {
    column: Option<u16>,
    row: Option<u16>,
}

impl Painter {
    pub fn new(size: Size, palette: Palette) -> Self {
        Painter {
            palette,
            shown: blank(size),
            unknown: true,
            cursor_shown: None,
            at: At { column: None, row: None },
            pen: Pen::default(),
        }
    }

    /// The terminal has another size now; what it shows is not known.
    pub fn resize(&mut self, size: Size) {
        self.shown = blank(size);
        self.unknown = true;
    }

    /// Something else wrote on the screen.
    pub fn forget(&mut self) {
        self.unknown = true;
    }

    /// An empty buffer of the terminal's size.
    pub fn canvas(&self) -> Buffer {
        Buffer::empty(self.shown.area)
    }

    /// The bytes of the next frame; empty if nothing differs.
    pub fn frame(&mut self, next: Buffer, cursor: Option<(u16, u16)>) -> Vec<u8> {
        let mut out = Vec::new();
        if std::mem::take(&mut self.unknown) {
            self.shown.reset();
            self.pen = Pen::default();
            self.cursor_shown = None;
            self.at = At { column: Some(0), row: Some(0) };
            out.extend(b"\x1b[m");
            out.extend(ERASE);
        }
        if next.area == self.shown.area {
            for row in 0..next.area.height {
                self.row(&mut out, &next, row);
            }
            self.shown = next;
        }
        let area = self.shown.area;
        let cursor = cursor.filter(|(x, y)| *x < area.width && *y < area.height);
        self.finish(out, cursor)
    }

    /// Puts the cursor in its place and wraps a long frame.
    fn finish(&mut self, painted: Vec<u8>, cursor: Option<(u16, u16)>) -> Vec<u8> {
        let mut out = painted;
        if let Some((column, row)) = cursor {
            self.go(&mut out, column, row);
        }
        let was_shown = self.cursor_shown.replace(cursor.is_some());
        let long = out.len() > LONG_FRAME;
        let mut frame = Vec::with_capacity(out.len() + 32);
        if long {
            frame.extend(SYNC_BEGIN);
        }
        if was_shown != Some(false) && (long || cursor.is_none()) {
            frame.extend(HIDE);
        }
        frame.append(&mut out);
        if cursor.is_some() && (long || was_shown != Some(true)) {
            frame.extend(SHOW);
        }
        if long {
            frame.extend(SYNC_END);
        }
        frame
    }

    fn row(&mut self, out: &mut Vec<u8>, next: &Buffer, y: u16) {
        let width = usize::from(next.area.width);
        let range = usize::from(y) * width..(usize::from(y) + 1) * width;
        if next.content[range.clone()] == self.shown.content[range.clone()] {
            return;
        }
        let new = row_of(next, range.clone(), self.palette);
        let old = row_of(&self.shown, range, self.palette);
        let changed: Vec<usize> = (0..width).filter(|&x| !same(&old, &new, x)).collect();
        let tail = tail_start(&new);
        let (ink, blanks) = changed.split_at(changed.partition_point(|&x| x < tail));
        let erase = blanks.first().zip(blanks.last()).filter(|(first, last)| *last - *first >= ERASE_FROM);
        let mut done = 0;
        for &x in if erase.is_some() { ink } else { &changed } {
            // The second half of a wide character comes with the first.
            if x >= done && new[x].is_some() {
                self.bridge(out, &new, x, y);
                done = self.put(out, &new, x, y);
            }
        }
        if let Some((first, _)) = erase {
            // From the end of the ink on everything is blank, so that erasing may begin wherever the cursor is.
            let here = self.at.row == Some(y) && self.at.column.is_some_and(|c| (tail..=*first).contains(&usize::from(c)));
            if !here {
                self.go(out, column(*first), y);
            }
            self.pen.blank(out);
            out.extend(b"\x1b[K");
        }
    }

    /// Comes nearer to `x` by writing again what stands between, if that is shorter than a move.
    fn bridge(&mut self, out: &mut Vec<u8>, new: &[Option<Glyph<'_>>], x: usize, y: u16) {
        let At { column: Some(from), row: Some(row) } = self.at else { return };
        let from = usize::from(from);
        if row != y || from >= x || x - from > 4 || new[from].is_none() {
            return;
        }
        let between = || new[from..x].iter().flatten();
        let cost: usize = between().map(|g| g.text.len()).sum();
        if cost < forward(column(x - from)).len() && between().all(|g| g.certain && self.pen.serves(g)) {
            let mut at = from;
            while at < x {
                at = self.put(out, new, at, y);
            }
        }
    }

    /// Writes one glyph and says which column comes next.
    fn put(&mut self, out: &mut Vec<u8>, new: &[Option<Glyph<'_>>], x: usize, y: u16) -> usize {
        let Some(glyph) = new.get(x).and_then(Option::as_ref) else { return x + 1 };
        self.go(out, column(x), y);
        self.pen.change(out, glyph);
        out.extend(glyph.text.as_bytes());
        let after = x + glyph.cells;
        // At the right edge the cursor hangs, and about the width of some glyphs terminals differ.
        self.at.column = (after < new.len() && glyph.certain).then_some(column(after));
        after
    }

    /// Moves the cursor in the shortest way.
    fn go(&mut self, out: &mut Vec<u8>, x: u16, y: u16) {
        if self.at == (At { column: Some(x), row: Some(y) }) {
            return;
        }
        let mut ways = vec![absolute(x, y)];
        if let Some(row) = self.at.row {
            let across = across(self.at.column, x);
            if row == y {
                ways.push(across);
            } else if row < y && y - row <= 4 && self.at.column.is_some() {
                ways.push(format!("{}{across}", "\n".repeat(usize::from(y - row))));
            } else if row < y && self.at.column.is_none() && y - row <= 4 {
                // A hanging cursor lets go with a carriage return.
                ways.push(format!("\r{}{}", "\n".repeat(usize::from(y - row)), forward(x)));
            } else if row > y && self.at.column.is_some() {
                ways.push(format!("{}{across}", counted(row - y, 'A')));
            }
        }
        let shortest = ways.iter().min_by_key(|way| way.len());
        out.extend(shortest.map_or(&[][..], String::as_bytes));
        self.at = At { column: Some(x), row: Some(y) };
    }
}

fn blank(size: Size) -> Buffer {
    Buffer::empty(Rect::new(0, 0, size.columns, size.rows))
}

fn column(x: usize) -> u16 {
    u16::try_from(x).unwrap_or(u16::MAX)
}

/// What one row shows; `None` where the second half of a wide character stands.
fn row_of(buffer: &Buffer, range: Range<usize>, palette: Palette) -> Vec<Option<Glyph<'_>>> {
    let cells = &buffer.content[range];
    let mut row: Vec<Option<Glyph<'_>>> = Vec::with_capacity(cells.len());
    while row.len() < cells.len() {
        let glyph = glyph(&cells[row.len()], cells.len() - row.len(), palette);
        let wide = glyph.cells == 2;
        row.push(Some(glyph));
        if wide {
            row.push(None);
        }
    }
    row
}

/// Whether a column needs nothing.
fn same(old: &[Option<Glyph<'_>>], new: &[Option<Glyph<'_>>], x: usize) -> bool {
    match (&old[x], &new[x]) {
        (Some(old), Some(new)) => old.looks_like(new),
        // Half of a wide character: as much the same as its first half.
        (None, None) => true,
        _ => false,
    }
}

/// From where on a row is blank.
fn tail_start(row: &[Option<Glyph<'_>>]) -> usize {
    row.iter().rposition(|g| !g.as_ref().is_some_and(Glyph::is_nothing)).map_or(0, |last| last + 1)
}

fn absolute(x: u16, y: u16) -> String {
    match (x, y) {
        (0, 0) => "\x1b[H".to_owned(),
        (0, y) => format!("\x1b[{}H", y + 1),
        (x, 0) => format!("\x1b[;{}H", x + 1),
        (x, y) => format!("\x1b[{};{}H", y + 1, x + 1),
    }
}

/// Within a row.
fn across(from: Option<u16>, to: u16) -> String {
    let edge = format!("\r{}", forward(to));
    let Some(from) = from else { return edge };
    let direct = if from <= to {
        forward(to - from)
    } else if from - to <= 4 {
        "\x08".repeat(usize::from(from - to))
    } else {
        counted(from - to, 'D')
    };
    if edge.len() < direct.len() { edge } else { direct }
}

fn forward(columns: u16) -> String {
    if columns == 0 { String::new() } else { counted(columns, 'C') }
}

fn counted(count: u16, letter: char) -> String {
    if count == 1 { format!("\x1b[{letter}") } else { format!("\x1b[{count}{letter}") }
}

#[cfg(test)]
mod tests;
