//! Pictures of frames as SVG: runs of cells with one style as one text, held to the grid by `textLength`.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::fmt::Write;

/// The colours of a terminal.
pub struct Palette {
    pub name: &'static str,
    back: &'static str,
    front: &'static str,
    dim: &'static str,
    /// Black, red, green, yellow, blue, magenta, cyan, white, and the bright ones.
    named: [&'static str; 16],
}

pub const DARK: Palette = Palette {
    name: "dark",
    back: "#16181d",
    front: "#d6d9e0",
    dim: "#858b98",
    named: [
        "#2a2e37", "#e8706f", "#8fc379", "#e0b25f", "#6fa3e8", "#c18be0", "#5fc3c9", "#c3c8d2", //
        "#5b6270", "#ff8f8d", "#a9dc92", "#f2c97c", "#8fbcff", "#d7a9f2", "#7fdde2", "#f2f4f8",
    ],
};

pub const LIGHT: Palette = Palette {
    name: "light",
    back: "#fbfaf7",
    front: "#22262e",
    dim: "#6b707b",
    named: [
        "#22262e", "#b3261e", "#2f6f2a", "#8a5a00", "#1d4fa3", "#7a3aa0", "#00696e", "#8a8f99", //
        "#4a4f59", "#d0342c", "#3c8a35", "#a86f00", "#2b66c9", "#9450bf", "#00858b", "#55595f",
    ],
};

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
        let mut front =
            colour(look.fg, palette).unwrap_or(if modifier.contains(Modifier::DIM) { palette.dim } else { palette.front });
        let mut back = colour(look.bg, palette);
        if modifier.contains(Modifier::REVERSED) {
            (front, back) = (back.unwrap_or(palette.back), Some(front));
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

fn colour(colour: Color, palette: &Palette) -> Option<&'static str> {
    let n = match colour {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        _ => return None,
    };
    Some(palette.named[n])
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
