//! Why the screen could not be shown, or why it ended.

use crate::i18n::Text;
use thiserror::Error;

#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum RuntimeError {
    /// Input is a pipe or a file: start it in a terminal.
    #[error("standard input is not a terminal")]
    NoInput,
    /// Output is a pipe or a file.
    #[error("standard output is not a terminal")]
    NoOutput,
    /// `TERM` is unset or `dumb`: use the commands that print lines.
    #[error("the terminal has no screen (TERM is unset or dumb)")]
    NoScreen,
    /// Threads, pipes or signals could not be had.
    #[error("the system refused: {0}")]
    System(String),
    /// Our own fault: a panic, with its place in the code and nothing of the records.
    #[error("a fault of the program ({0})")]
    Fault(String),
}

impl RuntimeError {
    /// The message for the user.
    pub fn text(&self) -> Text {
        match self {
            RuntimeError::NoInput => Text::plain("terminal-no-input"),
            RuntimeError::NoOutput => Text::plain("terminal-no-output"),
            RuntimeError::NoScreen => Text::plain("terminal-no-screen"),
            RuntimeError::System(reason) => Text::with("terminal-system", [("reason", reason.as_str().into())]),
            RuntimeError::Fault(place) => Text::with("terminal-fault", [("place", place.as_str().into())]),
        }
    }
}

impl From<std::io::Error> for RuntimeError {
    fn from(error: std::io::Error) -> Self {
        RuntimeError::System(error.to_string())
    }
}
