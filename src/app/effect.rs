//! What the shell must do. Data, so that tests can look at it.

use super::passphrase::Passphrase;
use crate::domain::{Change, PersonId, SharedText};

#[derive(Debug, PartialEq)]
pub enum Effect {
    Load(PersonId),
    /// Read what the first screen did not need.
    LoadOffice,
    Commit(Box<Change>),
    /// What is typed has changed: keep it within a second (`App::drafts` gives it).
    DraftsChanged,
    /// Long text in the user's own editor.
    OpenEditor {
        text: String,
    },
    /// Say [`Msg::Paused`](super::msg::Msg::Paused) when nothing was asked for a moment.
    Pause,
    /// To the clipboard of the user's terminal. Only shared text can be copied.
    Copy(SharedText),
    /// Paint everything anew.
    Redraw,
    Suspend,
    /// Does this open the store? Answered by `Unlocked`.
    Unlock(Passphrase),
    Quit,
}
