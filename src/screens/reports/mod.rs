//! Reports: what a supervisor sees of the whole team, a tab each. The frame knows which tab is shown; each tab is a file of
//! its own with what it remembers and the rows it shows, and a file beside it in `draw`.

pub mod commands;
pub mod draw;
pub mod evaluation;

use self::evaluation::EvaluationTab;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReportsScreen {
    pub tab: Tab,
    pub evaluation: EvaluationTab,
}

/// In the order in which they stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tab {
    #[default]
    Evaluation,
}

impl Tab {
    pub const ALL: [Tab; 1] = [Tab::Evaluation];

    /// The message that names it.
    pub fn message(self) -> &'static str {
        match self {
            Tab::Evaluation => "reports-evaluation",
        }
    }
}
