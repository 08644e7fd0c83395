//! The style that the terminal writes with, and the shortest SGR sequence to another one.

use super::glyph::Glyph;
use ratatui::style::{Color, Modifier};

/// What a terminal's current style is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pen {
    pub fg: Color,
    pub bg: Color,
    pub modifier: Modifier,
}

impl Default for Pen {
    fn default() -> Self {
        Pen { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() }
    }
}

/// What can be seen on a blank, and shows the foreground too.
pub const ON_BLANK: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

/// Every modifier with the codes that set and clear it.
const CODES: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

impl Pen {
    /// Whether a glyph can be written without a change.
    pub fn serves(&self, glyph: &Glyph<'_>) -> bool {
        self.wanted(glyph) == *self
    }

    /// Takes the style of a glyph.
    pub fn change(&mut self, out: &mut Vec<u8>, glyph: &Glyph<'_>) {
        let wanted = self.wanted(glyph);
        self.take(out, wanted);
    }

    /// Takes a style in which erasing leaves the terminal's own background.
    pub fn blank(&mut self, out: &mut Vec<u8>) {
        let modifier = self.modifier - ON_BLANK;
        self.take(out, Pen { bg: Color::Reset, modifier, ..*self });
    }

    /// The style of a glyph; what can't be seen on a blank stays as it is.
    fn wanted(&self, glyph: &Glyph<'_>) -> Pen {
        let style = glyph.style;
        if !glyph.is_blank() {
            return style;
        }
        let seen = style.modifier & ON_BLANK;
        let fg = if seen.is_empty() { self.fg } else { style.fg };
        Pen { fg, bg: style.bg, modifier: (self.modifier - ON_BLANK) | seen }
    }

    fn take(&mut self, out: &mut Vec<u8>, wanted: Pen) {
        if *self == wanted {
            return;
        }
        let from_here = codes(*self, wanted);
        let from_reset = codes(Pen::default(), wanted);
        let reset = if from_reset.is_empty() { String::new() } else { format!("0;{from_reset}") };
        let shorter = if reset.len() < from_here.len() { reset } else { from_here };
        out.extend(format!("\x1b[{shorter}m").as_bytes());
        *self = wanted;
    }
}

/// The codes from one style to another.
fn codes(from: Pen, to: Pen) -> String {
    let mut codes: Vec<String> = Vec::new();
    let mut have = from.modifier;
    for (modifier, _, off) in CODES {
        if have.contains(modifier) && !to.modifier.contains(modifier) {
            codes.push(off.to_string());
            // Bold and dim, slow and rapid blinking go together.
            for (other, _, _) in CODES.iter().filter(|(_, _, o)| *o == off) {
                have.remove(*other);
            }
        }
    }
    for (modifier, on, _) in CODES {
        if to.modifier.contains(modifier) && !have.contains(modifier) {
            codes.push(on.to_string());
        }
    }
    if from.fg != to.fg {
        codes.push(color(to.fg, 30));
    }
    if from.bg != to.bg {
        codes.push(color(to.bg, 40));
    }
    codes.join(";")
}

/// `base` is 30 for the foreground, 40 for the background.
fn color(color: Color, base: u8) -> String {
    let named = |n: u8| if n < 8 { (base + n).to_string() } else { (base + 60 + n - 8).to_string() };
    match color {
        Color::Reset => (base + 9).to_string(),
        Color::Black => named(0),
        Color::Red => named(1),
        Color::Green => named(2),
        Color::Yellow => named(3),
        Color::Blue => named(4),
        Color::Magenta => named(5),
        Color::Cyan => named(6),
        Color::Gray => named(7),
        Color::DarkGray => named(8),
        Color::LightRed => named(9),
        Color::LightGreen => named(10),
        Color::LightYellow => named(11),
        Color::LightBlue => named(12),
        Color::LightMagenta => named(13),
        Color::LightCyan => named(14),
        Color::White => named(15),
        Color::Indexed(n @ 0..16) => named(n),
        Color::Indexed(n) => format!("{};5;{n}", base + 8),
        Color::Rgb(r, g, b) => format!("{};2;{r};{g};{b}", base + 8),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pen(fg: Color, bg: Color, modifier: Modifier) -> Pen {
        Pen { fg, bg, modifier }
    }

    #[test]
    fn only_what_differs_is_said_and_a_reset_where_it_is_shorter() {
        let sgr = |mut from: Pen, to: Pen| {
            let mut out = Vec::new();
            from.take(&mut out, to);
            String::from_utf8(out).unwrap()
        };
        let plain = Pen::default();
        let bold = pen(Color::Reset, Color::Reset, Modifier::BOLD);
        let loud = pen(Color::Red, Color::Blue, Modifier::BOLD | Modifier::REVERSED);
        assert_eq!(sgr(plain, plain), "");
        assert_eq!(sgr(plain, bold), "\x1b[1m");
        assert_eq!(sgr(bold, plain), "\x1b[m");
        assert_eq!(sgr(loud, bold), "\x1b[0;1m");
        assert_eq!(sgr(plain, loud), "\x1b[1;7;31;44m");
        assert_eq!(sgr(loud, pen(Color::LightGreen, Color::Blue, loud.modifier)), "\x1b[92m");
        let dim = pen(Color::Red, Color::Reset, Modifier::DIM);
        assert_eq!(sgr(pen(Color::Red, Color::Reset, Modifier::BOLD | Modifier::DIM), dim), "\x1b[22;2m");
        assert_eq!(
            sgr(plain, pen(Color::Indexed(200), Color::Rgb(1, 2, 3), Modifier::empty())),
            "\x1b[38;5;200;48;2;1;2;3m"
        );
    }
}
