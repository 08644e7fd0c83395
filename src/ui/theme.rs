//! Colours have meanings. Nine roles, each with an ink that was measured on the ground it stands on (`tests` compute the
//! contrast in the palettes that terminals ship). Where the ground isn't known only what can be read on both is used.
//! Nothing is said by colour alone; bold is weight and never another colour; nothing is ever faint (SGR 2).

use crate::desk::{Ground, Look};
use ratatui::style::{Color, Modifier, Style};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Plain,
    /// Labels, units, what is settled.
    Dim,
    /// What the eye must find.
    Strong,
    /// The first cell of the selected row; the row itself has a background: [`super::canvas::Canvas::mark`].
    Chosen,
    /// Needs me now.
    Attention,
    /// A promise of mine is overdue; something went wrong.
    Alarm,
    Good,
    /// Only for the supervisor.
    Private,
    /// Keys that can be pressed.
    Key,
    /// Headings of columns and sections.
    Heading,
    /// The field that has the focus; where I am.
    Focus,
    /// Rules, and the empty part of a bar: never text, never the only carrier.
    Track,
    /// A chosen option, or the mode that takes the digits: a field, filled.
    Filled,
    /// A field that needs a look.
    FilledAttention,
    /// A field that needs me now.
    FilledAlarm,
}

impl Role {
    pub const ALL: [Role; 15] = [
        Role::Plain,
        Role::Dim,
        Role::Strong,
        Role::Chosen,
        Role::Attention,
        Role::Alarm,
        Role::Good,
        Role::Private,
        Role::Key,
        Role::Heading,
        Role::Focus,
        Role::Track,
        Role::Filled,
        Role::FilledAttention,
        Role::FilledAlarm,
    ];
}

#[derive(Clone, Copy, Debug)]
pub struct Theme {
    inks: Inks,
}

/// Which column of the palette holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Inks {
    Mono,
    Sixteen(Option<Ground>),
    Indexed(Ground),
}

/// The inks of one ground, as indices of the 256 colours. The text of fields is on the other ground's ink.
struct Palette {
    text: u8,
    dim: u8,
    accent: u8,
    attention: u8,
    alarm: u8,
    good: u8,
    private: u8,
    track: u8,
    chosen: u8,
    on_field: u8,
}

const DARK: Palette = Palette {
    text: 252,
    dim: 246,
    accent: 74,
    attention: 179,
    alarm: 203,
    good: 108,
    private: 176,
    track: 240,
    chosen: 235,
    on_field: 231,
};

const LIGHT: Palette = Palette {
    text: 235,
    dim: 241,
    accent: 24,
    attention: 94,
    alarm: 124,
    good: 22,
    private: 90,
    track: 250,
    chosen: 254,
    on_field: 235,
};

impl Theme {
    pub fn new(look: Look) -> Self {
        let inks = match look.ground {
            _ if look.mono => Inks::Mono,
            Some(ground) if look.indexed => Inks::Indexed(ground),
            ground => Inks::Sixteen(ground),
        };
        Theme { inks }
    }

    /// How words of a role look.
    pub fn style(self, role: Role) -> Style {
        match self.inks {
            Inks::Mono => mono(role),
            Inks::Sixteen(ground) => sixteen(role, ground),
            Inks::Indexed(ground) => indexed(role, ground),
        }
    }

    /// How a sign looks: it needs less contrast than words, so that some colours serve it that don't serve them.
    pub fn sign(self, role: Role) -> Style {
        match (self.inks, role) {
            // The bright red is the only one of the sixteen that shows on every ground.
            (Inks::Sixteen(None | Some(Ground::Dark)), Role::Alarm) => Style::new().fg(Color::LightRed),
            _ => self.style(role),
        }
    }

    /// The background of the selected row, and the ink of what has none of its own on it; none where there are too few
    /// colours, or the ground is not known.
    pub fn chosen(self) -> Option<(Color, Color)> {
        match self.inks {
            Inks::Indexed(ground) => {
                let palette = palette(ground);
                Some((Color::Indexed(palette.chosen), Color::Indexed(palette.text)))
            }
            Inks::Mono | Inks::Sixteen(_) => None,
        }
    }
}

fn palette(ground: Ground) -> &'static Palette {
    match ground {
        Ground::Dark => &DARK,
        Ground::Light => &LIGHT,
    }
}

fn other(ground: Ground) -> &'static Palette {
    match ground {
        Ground::Dark => &LIGHT,
        Ground::Light => &DARK,
    }
}

const BOLD: Modifier = Modifier::BOLD;

fn indexed(role: Role, ground: Ground) -> Style {
    let (own, other) = (palette(ground), other(ground));
    let ink = |index: u8| Style::new().fg(Color::Indexed(index));
    let field = |index: u8| ink(own.on_field).bg(Color::Indexed(index));
    match role {
        Role::Plain => Style::new(),
        Role::Strong | Role::Chosen => Style::new().add_modifier(BOLD),
        Role::Dim | Role::Heading => ink(own.dim),
        Role::Attention => ink(own.attention).add_modifier(BOLD),
        Role::Alarm => ink(own.alarm).add_modifier(BOLD),
        Role::Good => ink(own.good),
        Role::Private => ink(own.private),
        Role::Key => ink(own.accent),
        Role::Focus => ink(own.accent).add_modifier(BOLD),
        Role::Track => ink(own.track),
        Role::Filled => field(other.accent),
        Role::FilledAttention => field(other.attention),
        Role::FilledAlarm => field(other.alarm),
    }
}

/// The terminal's own sixteen, whose values differ so much that few can be read everywhere: what could not is said by
/// weight. Many terminals turn bold into the bright colour, so that bold and a colour only meet where that is no harm.
fn sixteen(role: Role, ground: Option<Ground>) -> Style {
    let plain = Style::new();
    let bold = plain.add_modifier(BOLD);
    match (role, ground) {
        (Role::Plain | Role::Dim | Role::Heading | Role::Track, _) => plain,
        (Role::Strong | Role::Chosen, _) => bold,
        (Role::Key, Some(Ground::Dark)) => plain.fg(Color::Cyan),
        (Role::Key, Some(Ground::Light)) => plain.fg(Color::Blue),
        (Role::Focus, Some(Ground::Dark)) => bold.fg(Color::Cyan),
        (Role::Focus, Some(Ground::Light)) => plain.fg(Color::Blue).add_modifier(Modifier::UNDERLINED),
        (Role::Key, None) => bold,
        (Role::Focus, None) => bold.add_modifier(Modifier::UNDERLINED),
        (Role::Attention, Some(Ground::Dark)) => bold.fg(Color::LightYellow),
        (Role::Attention, _) => bold,
        (Role::Alarm, Some(Ground::Light)) => plain.fg(Color::Red),
        (Role::Alarm, _) => bold,
        (Role::Good, Some(Ground::Dark)) => plain.fg(Color::Green),
        (Role::Good, _) => plain,
        (Role::Private, Some(Ground::Light)) => plain.fg(Color::Magenta),
        (Role::Private, _) => plain.add_modifier(Modifier::UNDERLINED),
        (Role::Filled | Role::FilledAttention, _) => plain.add_modifier(Modifier::REVERSED),
        (Role::FilledAlarm, _) => bold.add_modifier(Modifier::REVERSED),
    }
}

fn mono(role: Role) -> Style {
    let plain = Style::new();
    match role {
        Role::Plain | Role::Good | Role::Dim | Role::Heading | Role::Track => plain,
        Role::Private => plain.add_modifier(Modifier::UNDERLINED),
        Role::Strong | Role::Key | Role::Attention | Role::Chosen | Role::Alarm => plain.add_modifier(BOLD),
        Role::Focus => plain.add_modifier(BOLD | Modifier::UNDERLINED),
        Role::Filled | Role::FilledAttention => plain.add_modifier(Modifier::REVERSED),
        Role::FilledAlarm => plain.add_modifier(BOLD | Modifier::REVERSED),
    }
}

#[cfg(test)]
mod tests;
