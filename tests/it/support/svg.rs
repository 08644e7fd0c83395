//! Pictures of what a terminal shows of a frame, as SVG: runs of cells with one style as one text, held to the grid by `textLength`.

use bina::desk::Ground;
use bina::desk::msg::Size;
use bina::runtime::painter::{Painter, Palette as Sent};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier, Style};
use std::fmt::Write;

/// The colours of a terminal, as it is delivered. What has an index above the sixteen is the same on all of them.
pub struct Palette {
    pub name: &'static str,
    pub ground: Ground,
    back: &'static str,
    front: &'static str,
}

/// Windows Terminal, which most of the users have.
pub const DARK: Palette = Palette { name: "dark", ground: Ground::Dark, back: "#0c0c0c", front: "#cccccc" };

/// A white page, as on macOS.
pub const LIGHT: Palette = Palette { name: "light", ground: Ground::Light, back: "#ffffff", front: "#000000" };

/// What a terminal shows of the bytes that a frame becomes.
pub fn shown(buffer: Buffer, cursor: Option<(u16, u16)>) -> Buffer {
    let area = buffer.area;
    let size = Size { columns: area.width, rows: area.height };
    let bytes = Painter::new(size, Sent { color: true, ascii: false }).frame(buffer, cursor);
    let mut terminal = vt100::Parser::new(area.height, area.width, 0);
    terminal.process(&bytes);
    let mut out = Buffer::empty(area);
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            let Some(cell) = terminal.screen().cell(y, x) else { continue };
            let mut modifier = Modifier::empty();
            modifier.set(Modifier::BOLD, cell.bold());
            modifier.set(Modifier::UNDERLINED, cell.underline());
            modifier.set(Modifier::REVERSED, cell.inverse());
            let style = Style::new().fg(color(cell.fgcolor())).bg(color(cell.bgcolor())).add_modifier(modifier);
            let symbol = if cell.has_contents() || cell.is_wide_continuation() { cell.contents() } else { " " };
            out[(x, y)].set_symbol(symbol).set_style(style);
        }
    }
    out
}

fn color(color: vt100::Color) -> Color {
    match color {
        vt100::Color::Default => Color::Reset,
        vt100::Color::Idx(n) => Color::Indexed(n),
        vt100::Color::Rgb(r, g, b) => Color::Rgb(r, g, b),
    }
}

const CELL: (f32, f32) = (8.4, 17.0);
const MARGIN: f32 = 12.0;
const FONTS: &str = "'DejaVu Sans Mono','Liberation Mono','Cascadia Mono',Menlo,Consolas,monospace";

/// The whole picture. The title is what a reader who can't see it hears.
pub fn picture(buffer: &Buffer, palette: &Palette, title: &str) -> String {
    let area = buffer.area;
    let (width, height) = (f32::from(area.width) * CELL.0 + 2.0 * MARGIN, f32::from(area.height) * CELL.1 + 2.0 * MARGIN);
    let mut out = String::new();
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.1}\" height=\"{height:.1}\" viewBox=\"0 0 {width:.1} \
         {height:.1}\" role=\"img\">\n<title>{}</title>",
        escaped(title)
    );
    let _ = writeln!(out, "<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{}\"/>", palette.back);
    let _ = writeln!(out, "<g font-family=\"{FONTS}\" font-size=\"14\" fill=\"{}\" xml:space=\"preserve\">", palette.front);
    for y in area.top()..area.bottom() {
        for run in runs(buffer, y) {
            run.write(&mut out, y, palette);
        }
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// Neighbours in one line that look the same.
struct Run {
    x: u16,
    columns: u16,
    text: String,
    look: Cell,
}

fn runs(buffer: &Buffer, y: u16) -> Vec<Run> {
    let area = buffer.area;
    let mut out: Vec<Run> = Vec::new();
    let mut x = area.left();
    while x < area.right() {
        let cell = &buffer[(x, y)];
        let columns = (bina::domain::language::clean::width(cell.symbol()) as u16).max(1);
        let same = |run: &Run| run.x + run.columns == x && styled(&run.look, cell) && columns == 1 && run.text.is_ascii();
        match out.last_mut() {
            // Anything but plain text stands in a run of its own, so that a font's own widths can't move the grid.
            Some(run) if same(run) && cell.symbol().is_ascii() => {
                run.text.push_str(cell.symbol());
                run.columns += columns;
            }
            _ => out.push(Run { x, columns, text: cell.symbol().to_owned(), look: cell.clone() }),
        }
        x += columns;
    }
    out
}

fn styled(a: &Cell, b: &Cell) -> bool {
    (a.fg, a.bg, a.modifier) == (b.fg, b.bg, b.modifier)
}

impl Run {
    fn write(&self, out: &mut String, y: u16, palette: &Palette) {
        let (modifier, look) = (self.look.modifier, &self.look);
        let mut front = colour(look.fg).unwrap_or_else(|| palette.front.to_owned());
        let mut back = colour(look.bg);
        if modifier.contains(Modifier::REVERSED) {
            (front, back) = (back.unwrap_or_else(|| palette.back.to_owned()), Some(front));
        }
        let (left, top) = (MARGIN + f32::from(self.x) * CELL.0, MARGIN + f32::from(y) * CELL.1);
        let width = f32::from(self.columns) * CELL.0;
        if let Some(back) = back {
            let (x, y) = (number(left), number(top));
            let _ = writeln!(
                out,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{}\" fill=\"{back}\"/>",
                number(width),
                CELL.1
            );
        }
        let mut style = String::new();
        if front != palette.front {
            let _ = write!(style, " fill=\"{front}\"");
        }
        if modifier.contains(Modifier::BOLD) {
            style.push_str(" font-weight=\"bold\"");
        }
        if modifier.contains(Modifier::UNDERLINED) {
            style.push_str(" text-decoration=\"underline\"");
        }
        for (at, word) in self.words() {
            let columns = bina::domain::language::clean::width(word).max(1) as f32;
            let _ = writeln!(
                out,
                "<text x=\"{}\" y=\"{}\" textLength=\"{}\"{style}>{}</text>",
                number(left + at as f32 * CELL.0),
                number(top + 13.0),
                number(columns * CELL.0),
                escaped(word)
            );
        }
    }

    /// Each word by its own place: also where a viewer knows nothing of `textLength`, words stand on the grid.
    fn words(&self) -> Vec<(usize, &str)> {
        if self.look.modifier.contains(Modifier::UNDERLINED) {
            return vec![(0, self.text.as_str())];
        }
        let mut at = 0;
        let mut out = Vec::new();
        for word in self.text.split(' ') {
            if !word.is_empty() {
                out.push((at, word));
            }
            at += bina::domain::language::clean::width(word) + 1;
        }
        out
    }
}

/// At most two places, no needless zeros: the same on every machine.
fn number(value: f32) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn colour(colour: Color) -> Option<String> {
    let step = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
    match colour {
        Color::Indexed(n @ 16..=231) => {
            let n = n - 16;
            Some(format!("#{:02x}{:02x}{:02x}", step(n / 36), step(n / 6 % 6), step(n % 6)))
        }
        Color::Indexed(n @ 232..) => Some(format!("#{0:02x}{0:02x}{0:02x}", 8 + 10 * (n - 232))),
        Color::Reset => None,
        other => panic!("{other:?} is none of the palette"),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
