//! The line of a check-in: a value, a note, a day, evidence.

pub mod commands;
pub mod draw;

use crate::desk::editor::Editor;
use crate::desk::records::goals::GoalAt;
use crate::domain::{IndicatorId, SessionId};
use crate::i18n::Text;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckInBox {
    /// Where the line was opened.
    pub at: GoalAt,
    /// The indicator whose value is typed.
    pub indicator: IndicatorId,
    pub line: Editor,
    /// The session in which it was opened.
    #[serde(default)]
    pub session: Option<SessionId>,
    /// Why the line could not be saved.
    #[serde(skip)]
    pub error: Option<Text>,
}
