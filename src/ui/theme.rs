//! Colours have meanings, chosen once at start. Roles stand over the terminal's own sixteen colours, no background is
//! ever set, and nothing is said by colour alone.

use crate::desk::Look;
use ratatui::style::{Color, Modifier, Style};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Plain,
    /// What the eye may skip.
    Dim,
    /// What the eye must find.
    Strong,
    /// The selection.
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
    /// The field that has the focus.
    Focus,
}

#[derive(Clone, Copy, Debug)]
pub struct Theme {
    mono: bool,
}

impl Theme {
    pub fn new(look: Look) -> Self {
        Theme { mono: look.mono }
    }

    pub fn style(self, role: Role) -> Style {
        let plain = Style::new();
        if self.mono {
            return match role {
                Role::Plain | Role::Good => plain,
                Role::Dim | Role::Private => plain.add_modifier(Modifier::DIM),
                Role::Strong | Role::Key | Role::Attention => plain.add_modifier(Modifier::BOLD),
                Role::Chosen | Role::Alarm => plain.add_modifier(Modifier::BOLD | Modifier::REVERSED),
                Role::Heading => plain.add_modifier(Modifier::DIM),
                Role::Focus => plain.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            };
        }
        match role {
            Role::Plain => plain,
            Role::Dim => plain.add_modifier(Modifier::DIM),
            Role::Strong => plain.add_modifier(Modifier::BOLD),
            Role::Chosen => plain.fg(Color::Cyan).add_modifier(Modifier::BOLD),
            Role::Attention => plain.fg(Color::Yellow).add_modifier(Modifier::BOLD),
            Role::Alarm => plain.fg(Color::Red).add_modifier(Modifier::BOLD),
            Role::Good => plain.fg(Color::Green),
            Role::Private => plain.fg(Color::Magenta),
            Role::Key => plain.fg(Color::Cyan),
            Role::Heading => plain.add_modifier(Modifier::DIM),
            Role::Focus => plain.fg(Color::Cyan).add_modifier(Modifier::BOLD),
        }
    }
}
