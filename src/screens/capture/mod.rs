//! Quick capture: one line that becomes a note, an agreement or a line of the agenda.

pub mod commands;
pub mod draw;

use crate::desk::editor::Editor;
use crate::domain::{Audience, PersonId};
use crate::i18n::Text;
use serde::{Deserialize, Serialize};

/// The capture line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CaptureBox {
    pub line: Editor,
    /// The person of the screen underneath: the name may be left out.
    pub here: Option<PersonId>,
    /// Chosen by key, stronger than the grammar.
    pub audience: Option<Audience>,
    /// Tags in use, for completion.
    #[serde(skip)]
    pub tags: Vec<String>,
    /// Why the line could not be saved.
    #[serde(skip)]
    pub error: Option<Text>,
}
