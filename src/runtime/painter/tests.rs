//! Frames against a terminal's own reading of them, and what frames may cost.

use super::*;
use ratatui::style::{Color, Modifier, Style};

const RICH: Palette = Palette { color: true, ascii: false };

fn size(columns: u16, rows: u16) -> Size {
    Size { columns, rows }
}

/// An ordinary screen: a title, a rule, rows with a sign, names and dates, a line of keys.
fn screen(selected: u16) -> Buffer {
    let mut buffer = blank(size(80, 24));
    buffer.set_string(0, 0, " Tim saya · Dinas Komunikasi · 14 orang", Style::new().add_modifier(Modifier::BOLD));
    buffer.set_string(60, 0, "Sabtu 21 Nov 2026", Style::new().fg(Color::DarkGray));
    buffer.set_string(0, 1, "─".repeat(80), Style::new().fg(Color::DarkGray));
    for row in 2..20 {
        buffer.set_string(1, row, "●", Style::new().fg(if row % 3 == 0 { Color::Yellow } else { Color::Green }));
        buffer.set_string(3, row, format!("Siti Rahmawati Nomor {row}"), Style::new());
        buffer.set_string(32, row, "Analis Kebijakan", Style::new().fg(Color::DarkGray));
        buffer.set_string(52, row, "sesi 12 hari lagi", Style::new());
    }
    buffer.set_style(Rect::new(0, selected, 80, 1), Style::new().add_modifier(Modifier::REVERSED));
    buffer.set_string(0, 23, "↵ buka  s sesi  n catat  w keliling  / saring  ? bantuan", Style::new().fg(Color::DarkGray));
    buffer
}

fn painted(before: Buffer) -> Painter {
    let mut painter = Painter::new(size(before.area.width, before.area.height), RICH);
    painter.frame(before, None);
    painter
}

#[test]
fn a_typed_character_costs_one_byte_and_a_restyled_row_little_more_than_its_text() {
    let mut painter = painted(screen(4));
    painter.frame(screen(4), Some((1, 22)));
    let mut typed = screen(4);
    typed.set_string(1, 22, "a", Style::new());
    assert!(painter.frame(typed.clone(), Some((2, 22))).len() <= 15);
    typed.set_string(2, 22, "b", Style::new());
    assert_eq!(painter.frame(typed, Some((3, 22))), b"b");

    let down = painted(screen(4)).frame(screen(5), None).len();
    let all = Painter::new(size(80, 24), RICH).frame(screen(4), None).len();
    eprintln!("one row down: {down} bytes; all of it: {all} bytes");
    assert!(down <= 250, "{down}");
    assert!(all <= 3_500, "{all}");
}

#[test]
fn nothing_changed_is_nothing_written() {
    let mut painter = painted(screen(4));
    painter.frame(screen(4), Some((3, 3)));
    assert_eq!(painter.frame(screen(4), Some((3, 3))), b"");
    assert_eq!(painter.frame(screen(4), Some((4, 3))), b"\x1b[C");
    assert_eq!(painter.frame(screen(4), None), b"\x1b[?25l");
    assert_eq!(painter.frame(screen(4), None), b"");
}

#[test]
fn an_emptied_line_is_erased() {
    let mut painter = painted(screen(4));
    let mut less = screen(4);
    less.set_string(10, 23, " ".repeat(70), Style::new());
    let bytes = painter.frame(less, None);
    assert!(bytes.len() < 16 && bytes.ends_with(b"\x1b[K"), "{}", bytes.escape_ascii());
}

#[test]
fn with_ascii_no_other_byte_leaves_and_without_colour_no_colour() {
    let bytes = Painter::new(size(80, 24), Palette { color: false, ascii: true }).frame(screen(4), None);
    assert!(bytes.is_ascii());
    let text = String::from_utf8(bytes).unwrap();
    for sgr in text.split("\x1b[").skip(1).filter_map(|s| s.split_once('m').map(|(codes, _)| codes)) {
        assert!(!sgr.split(';').any(|code| matches!(code.len(), 2 | 3) && "349".contains(&code[..1])), "{sgr}");
    }
}

#[test]
fn a_screen_of_one_cell_and_one_of_none_can_be_painted() {
    for (columns, rows) in [(1, 1), (0, 0), (2, 1)] {
        let mut painter = Painter::new(size(columns, rows), RICH);
        let mut canvas = painter.canvas();
        canvas.set_string(0, 0, "漢字", Style::new());
        painter.frame(canvas, Some((0, 0)));
    }
}

mod random {
    use super::*;
    use proptest::prelude::*;

    const SYMBOLS: [&str; 14] =
        [" ", " ", " ", "a", "b", "é", "漢", "●", "e\u{301}", "─", "\u{1b}", "\u{202e}", "😀", "\x1b[2J"];
    const COLORS: [Color; 6] =
        [Color::Reset, Color::Reset, Color::Red, Color::White, Color::Indexed(99), Color::Rgb(1, 20, 200)];
    const MODIFIERS: [Modifier; 6] = [
        Modifier::empty(),
        Modifier::empty(),
        Modifier::BOLD,
        Modifier::DIM,
        Modifier::REVERSED,
        Modifier::UNDERLINED.union(Modifier::ITALIC),
    ];

    type Stroke = (u16, u16, usize, usize, usize, usize, u16);

    fn strokes() -> impl Strategy<Value = Vec<Stroke>> {
        prop::collection::vec((0u16..12, 0u16..4, 0..14usize, 0..6usize, 0..6usize, 0..6usize, 1u16..9), 0..14)
    }

    fn draw(buffer: &mut Buffer, strokes: &[Stroke]) {
        for &(x, y, symbol, fg, bg, modifier, length) in strokes {
            let style = Style::new().fg(COLORS[fg]).bg(COLORS[bg]).add_modifier(MODIFIERS[modifier]);
            let step = if clean_width(SYMBOLS[symbol]) == 2 { 2 } else { 1 };
            for at in (x..(x + length).min(12)).step_by(step) {
                // A wide character takes its neighbour, as the library's own drawing does.
                if let Some(next) = buffer.cell_mut((at + 1, y)).filter(|_| step == 2) {
                    next.reset();
                }
                buffer[(at, y)].set_symbol(SYMBOLS[symbol]).set_style(style);
            }
        }
    }

    fn clean_width(symbol: &str) -> usize {
        crate::domain::language::clean::width(symbol)
    }

    fn color(color: Color) -> vt100::Color {
        match color {
            Color::Red => vt100::Color::Idx(1),
            Color::White => vt100::Color::Idx(15),
            Color::Indexed(n) => vt100::Color::Idx(n),
            Color::Rgb(r, g, b) => vt100::Color::Rgb(r, g, b),
            _ => vt100::Color::Default,
        }
    }

    /// The terminal shows what the buffer holds.
    fn check(terminal: &vt100::Screen, buffer: &Buffer) -> Result<(), TestCaseError> {
        for y in 0..buffer.area.height {
            let row = row_of(buffer, usize::from(y) * 12..usize::from(y + 1) * 12, RICH);
            for (x, glyph) in row.iter().enumerate() {
                let Some(glyph) = glyph else { continue };
                let cell = terminal.cell(y, column(x)).unwrap();
                let place = format!("{x},{y}: {glyph:?} {cell:?}");
                let style = glyph.style.modifier;
                let text = glyph.text.replace('\u{FFFD}', "?");
                prop_assert_eq!(cell.contents().trim_end(), text.trim_end(), "{}", place);
                prop_assert_eq!(cell.bgcolor(), color(glyph.style.bg), "{}", place);
                prop_assert_eq!(cell.inverse(), style.contains(Modifier::REVERSED), "{}", place);
                prop_assert_eq!(cell.underline(), style.contains(Modifier::UNDERLINED), "{}", place);
                if !glyph.is_blank() {
                    prop_assert_eq!(cell.fgcolor(), color(glyph.style.fg), "{}", place);
                    prop_assert_eq!(cell.bold(), style.contains(Modifier::BOLD), "{}", place);
                    prop_assert_eq!(cell.dim(), style.contains(Modifier::DIM), "{}", place);
                    prop_assert_eq!(cell.italic(), style.contains(Modifier::ITALIC), "{}", place);
                }
            }
        }
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]
        #[test]
        fn a_terminal_that_reads_the_frames_shows_the_buffers(
            frames in prop::collection::vec((strokes(), any::<bool>(), prop::option::of((0u16..12, 0u16..4))), 1..5)
        ) {
            let mut painter = Painter::new(size(12, 4), RICH);
            let mut terminal = vt100::Parser::new(4, 12, 0);
            let mut buffer = painter.canvas();
            for (strokes, fresh, cursor) in frames {
                if fresh {
                    buffer.reset();
                }
                draw(&mut buffer, &strokes);
                // The model leaves out replacement characters.
                let frame = String::from_utf8_lossy(&painter.frame(buffer.clone(), cursor)).replace('\u{FFFD}', "?");
                terminal.process(frame.as_bytes());
                check(terminal.screen(), &buffer)?;
                prop_assert_eq!(terminal.screen().hide_cursor(), cursor.is_none());
                if let Some((x, y)) = cursor {
                    prop_assert_eq!(terminal.screen().cursor_position(), (y, x));
                }
            }
        }
    }
}
