//! One folder a screen or overlay: `mod.rs` (what it remembers and the rows it shows), `commands.rs` (what its keys do),
//! `draw.rs` (state to cells). Each answers for itself through [`OnTop`] and touches only the [`Desk`]; where it wants to
//! go it asks for by a [`Request`](crate::desk::request::Request), so no screen names another one.

pub mod agenda;
pub mod assign;
pub mod capture;
pub mod check_in;
pub mod competencies;
pub mod development;
pub mod draw;
pub mod evaluation;
pub mod find;
pub mod form;
pub mod goals;
pub mod help;
pub mod locked;
pub mod log;
pub mod messages;
pub mod month;
pub mod overlay;
pub mod palette;
pub mod person;
pub mod reader;
pub mod reports;
pub mod self_check;
pub mod session;
pub mod settings;
pub mod stack;
pub mod team;
pub mod verbs;
pub mod walk;

use crate::desk::Desk;
use crate::desk::command::{Command, Place};
use crate::desk::editor::Editor;
use crate::desk::key::KeyPress;
use crate::desk::list::Move;
use crate::desk::request::Follow;
use crate::desk::selection::Selection;
use crate::domain::PersonId;
use jiff::civil::Date;

/// What the application asks of whatever is on top: a screen, or what lies over one. The defaults are those of a page
/// that shows something and takes no text.
pub trait OnTop: draw::Draw {
    /// Where its keys are looked up.
    fn place(&self) -> Place;

    /// The person that it is about, or that its selection is on.
    fn person(&self) -> Option<PersonId> {
        None
    }

    /// Keys mean one person's records here; there is no list to choose from.
    fn is_about_one(&self) -> bool {
        false
    }

    /// What commands about records are about.
    fn selection(&self, _desk: &Desk) -> Selection {
        Selection { person: self.person(), ..Selection::default() }
    }

    /// Everybody it lists, for whoever goes from one to the next.
    fn listed(&mut self, _desk: &mut Desk) -> Vec<PersonId> {
        vec![]
    }

    /// Goes through the people of the list below, and does not know them yet.
    fn wants_list(&self) -> bool {
        false
    }
    fn take_list(&mut self, _people: Vec<PersonId>) {}

    /// Whose earlier day is looked at.
    fn as_of(&self) -> Option<(PersonId, Date)> {
        None
    }

    /// Where a round of ratings is under way; leaving this place finishes it.
    fn round(&self) -> Option<(Place, PersonId)> {
        None
    }

    /// What digits do here, if not go to screens; it is said in the title.
    fn mode(&self) -> Option<Mode> {
        None
    }

    // --- text ----------------------------------------------------------------------------------------------------

    /// A text field has the focus.
    fn in_text(&self) -> bool {
        false
    }

    /// The text field that has the focus.
    fn editor(&mut self) -> Option<&mut Editor> {
        None
    }

    /// The field keeps the lines of what is pasted.
    fn takes_lines(&self) -> bool {
        false
    }

    /// What is typed has changed.
    fn typed(&mut self, _desk: &mut Desk) {}

    /// A key without a command, while text is typed; false gives it to the field.
    fn text_key(&mut self, _desk: &mut Desk, _press: KeyPress) -> bool {
        false
    }

    /// Something is pasted where no field has the focus yet.
    fn begin_text(&mut self, _desk: &mut Desk) {}

    // --- keys ----------------------------------------------------------------------------------------------------

    /// A key that is a value and no command; false if it means nothing here.
    fn value_key(&mut self, _desk: &mut Desk, _press: KeyPress) -> bool {
        false
    }

    /// Moves the selection, or scrolls.
    fn step(&mut self, _desk: &mut Desk, _movement: Move) {}

    /// A command of its own; false leaves it to what is common to all.
    fn run(&mut self, _desk: &mut Desk, _command: Command) -> bool {
        false
    }

    /// One level back within it; false leaves it.
    fn back(&mut self, _desk: &mut Desk) -> bool {
        false
    }

    /// Follows what was done elsewhere; false if that means nothing here.
    fn follow(&mut self, _desk: &mut Desk, _what: &Follow) -> bool {
        false
    }

    /// Whether a command belongs into the line of keys at the moment.
    fn offers(&self, _desk: &Desk, _command: Command) -> bool {
        true
    }

    // --- time ----------------------------------------------------------------------------------------------------

    /// It was opened, or came back on top.
    fn opened(&mut self, _desk: &mut Desk) {}

    /// Derives what it shows; after every message.
    fn refresh(&mut self, _desk: &mut Desk) {}

    /// The terminal has another size.
    fn resized(&mut self) {}

    /// The selection came to rest.
    fn rested(&mut self, _desk: &mut Desk) {}
}

/// The two states in which digits are values. Both are entered on purpose and seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// They rate.
    Rating,
    /// They fill in a value.
    Filling,
}

impl Mode {
    /// The word for it.
    pub fn message(self) -> &'static str {
        match self {
            Mode::Rating => "mode-rating",
            Mode::Filling => "mode-filling",
        }
    }
}

/// Enter and the arrows in the line of a filter leave it; the arrows move in the list at once.
pub(crate) fn leaves_filter(press: KeyPress) -> Option<Option<Move>> {
    use crate::desk::key::Key;
    match press.key {
        Key::Enter => Some(None),
        Key::Up => Some(Some(Move::Up)),
        Key::Down => Some(Some(Move::Down)),
        _ => None,
    }
}
