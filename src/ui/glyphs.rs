//! The few signs that the screens use, in Unicode and in ASCII. No icon fonts, no emoji.

use crate::desk::Look;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyphs {
    pub chosen: &'static str,
    pub attention: &'static str,
    pub alarm: &'static str,
    pub private: &'static str,
    pub shared: &'static str,
    pub done: &'static str,
    pub current: &'static str,
    pub ellipsis: &'static str,
    pub dot: &'static str,
    pub evidence: &'static str,
    pub none: &'static str,
    pub line: &'static str,
    pub bar: &'static str,
    pub dash: &'static str,
    pub session: &'static str,
    pub back: &'static str,
    pub next: &'static str,
    /// Below and above the required level; the second of each where the requirement is only suggested.
    pub below: [&'static str; 2],
    pub above: [&'static str; 2],
    /// Neither before nor behind what the time asks for.
    pub on_pace: &'static str,
    /// The bar of a pace: reached, still to come, where it should be.
    pub pace_full: &'static str,
    pub pace_rest: &'static str,
    pub pace_mark: &'static str,
    /// Ready and not handed over; handed over; a square for one person.
    pub open: &'static str,
    pub handed: &'static str,
    pub square: &'static str,
    /// From little to much: a small graph is made of them.
    pub levels: [&'static str; 8],
}

const UNICODE: Glyphs = Glyphs {
    chosen: "▌",
    attention: "●",
    alarm: "◆",
    private: "│",
    shared: "┃",
    done: "✓",
    current: "▸",
    ellipsis: "…",
    dot: "·",
    evidence: "•",
    none: "·",
    line: "─",
    bar: "│",
    dash: "–",
    session: "S",
    back: "‹",
    next: "›",
    below: ["▼", "▽"],
    above: ["▲", "△"],
    on_pace: "=",
    pace_full: "━",
    pace_rest: "╌",
    pace_mark: "┃",
    open: "○",
    handed: "→",
    square: "■",
    levels: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
};

const ASCII: Glyphs = Glyphs {
    chosen: ">",
    attention: "!",
    alarm: "#",
    private: "|",
    shared: ":",
    done: "v",
    current: ">",
    ellipsis: "~",
    dot: "-",
    evidence: "o",
    none: ".",
    line: "-",
    bar: "|",
    dash: "-",
    session: "S",
    back: "<",
    next: ">",
    below: ["v", "-"],
    above: ["^", "+"],
    on_pace: "=",
    pace_full: "=",
    pace_rest: ".",
    pace_mark: "|",
    open: "o",
    handed: ">",
    square: "#",
    levels: ["_", "_", ".", ".", "-", "-", "=", "^"],
};

/// A screen reader would read every line that is drawn.
const PLAIN: Glyphs = Glyphs { line: " ", levels: [""; 8], ..ASCII };

impl Glyphs {
    pub fn new(look: Look) -> Self {
        match look {
            Look { plain: true, .. } => PLAIN,
            Look { ascii: true, .. } => ASCII,
            _ => UNICODE,
        }
    }
}
