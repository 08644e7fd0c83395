//! The hidden screen: nothing of any record is shown until somebody presses a key or, where the store is encrypted, types
//! the passphrase again. Everything that is open stays as it was under it, and what the disk answers is still taken in.

pub mod draw;

use crate::desk::passphrase::Passphrase;
use jiff::Timestamp;

/// Hidden, and what shows it again. Never part of a draft.
#[derive(Debug)]
pub struct Locked {
    pub since: Timestamp,
    pub asks: Asks,
}

/// What the hidden screen asks for.
#[derive(Debug)]
pub enum Asks {
    /// Any key.
    Key,
    Passphrase {
        typed: Passphrase,
        /// The one before did not open the store.
        wrong: bool,
    },
    /// Nothing: what was typed is being checked.
    Patience,
}

impl Asks {
    pub(crate) fn passphrase(wrong: bool) -> Asks {
        Asks::Passphrase { typed: Passphrase::default(), wrong }
    }
}
