//! What the shell must do. Data, so that tests can look at it.

use super::passphrase::Passphrase;
use crate::domain::{Change, ChangeId, PersonId, SharedText};
use jiff::{Timestamp, civil::Date};

#[derive(Debug, PartialEq)]
pub enum Effect {
    Load(PersonId),
    /// Read what the first screen did not need.
    LoadOffice,
    /// Read the log on from an entry towards older ones: a page, or as far as a moment reaches.
    LoadLog {
        about: Option<PersonId>,
        before: u64,
    },
    /// What was known of somebody until a moment, which is the end of that day.
    LoadKnown {
        person: PersonId,
        day: Date,
        until: Timestamp,
    },
    Commit(Box<Change>),
    /// The change that was asked for from outside is not made.
    Decline(ChangeId, Declined),
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

/// Why a change from outside is not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Declined {
    /// What it rests on is no longer so.
    ChangedSince,
    /// It speaks of more people than can be looked at beside the screens.
    TooLarge,
}
