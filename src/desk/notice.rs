//! What the program tells the user: one line at the bottom, and all of them in the list of messages.

use crate::i18n::Text;
use jiff::Timestamp;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Good,
    /// Something to know.
    Plain,
    /// Something could not be done; stays until a key is pressed.
    Alarm,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    pub at: Timestamp,
    pub tone: Tone,
    pub text: Text,
}

/// The newest few hundred, oldest first.
#[derive(Clone, Debug, Default)]
pub struct Notices {
    log: Vec<Notice>,
    showing: bool,
}

impl Notices {
    const KEPT: usize = 300;

    pub fn tell(&mut self, at: Timestamp, tone: Tone, text: Text) {
        if self.log.len() == Self::KEPT {
            self.log.remove(0);
        }
        self.log.push(Notice { at, tone, text });
        self.showing = true;
    }
    /// The one at the bottom of the screen, until the next key.
    pub fn current(&self) -> Option<&Notice> {
        self.log.last().filter(|_| self.showing)
    }
    pub fn dismiss(&mut self) {
        self.showing = false;
    }
    pub fn log(&self) -> &[Notice] {
        &self.log
    }
}
