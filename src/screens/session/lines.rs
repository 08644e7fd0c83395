//! The lines that are being written in a session: feedback and agreements, and the tags in them.

use crate::desk::editor::Editor;
use crate::domain::{ActionId, Audience, Feedback, FeedbackId, FeedbackKind, Owner, Sbi};
use serde::{Deserialize, Serialize};

/// The feedback line being written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    pub kind: FeedbackKind,
    pub audience: Audience,
    pub situation: Editor,
    pub behaviour: Editor,
    pub impact: Editor,
    pub intent: Editor,
    /// The record that is being corrected.
    pub editing: Option<FeedbackId>,
    /// The note that is being opened into situation, behaviour and impact.
    #[serde(default)]
    pub source: Option<FeedbackId>,
}

impl Default for Entry {
    fn default() -> Self {
        Entry {
            kind: FeedbackKind::Praise,
            // What is written in a session is meant for both; its letter stands beside it.
            audience: Audience::Shared,
            situation: Editor::default(),
            behaviour: Editor::default(),
            impact: Editor::default(),
            intent: Editor::default(),
            editing: None,
            source: None,
        }
    }
}

impl Entry {
    /// The line that holds what a record says.
    pub fn of(feedback: &Feedback) -> Entry {
        let sbi = feedback.words.for_supervisor();
        let tags: String = feedback.tags.iter().map(|t| format!(" #{t}")).collect();
        Entry {
            kind: feedback.kind,
            audience: feedback.words.audience(),
            situation: Editor::new(&sbi.situation),
            behaviour: Editor::new(format!("{}{tags}", sbi.behaviour)),
            impact: Editor::new(&sbi.impact),
            intent: Editor::new(&sbi.intent),
            editing: None,
            source: None,
        }
    }

    pub fn is_empty(&self) -> bool {
        [&self.situation, &self.behaviour, &self.impact, &self.intent].iter().all(|e| e.is_empty())
    }
    /// The four parts without their `#tags`, and the tags.
    pub fn words(&self) -> (Sbi, Vec<String>) {
        let mut tags = Vec::new();
        let mut part = |editor: &Editor| {
            let (text, mut found) = split_tags(editor.text());
            tags.append(&mut found);
            text
        };
        let sbi = Sbi {
            situation: part(&self.situation),
            behaviour: part(&self.behaviour),
            impact: part(&self.impact),
            intent: part(&self.intent),
        };
        (sbi, tags)
    }
}

/// The agreement being written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Agreement {
    pub owner: Owner,
    pub audience: Audience,
    pub text: Editor,
    pub due: Editor,
    pub measure: Editor,
    pub editing: Option<ActionId>,
}

impl Default for Agreement {
    fn default() -> Self {
        Agreement {
            owner: Owner::Employee,
            audience: Audience::Shared,
            text: Editor::default(),
            due: Editor::default(),
            measure: Editor::default(),
            editing: None,
        }
    }
}

impl Agreement {
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.due.is_empty() && self.measure.is_empty()
    }
}

/// Words that start with `#` are tags wherever they stand.
pub fn split_tags(text: &str) -> (String, Vec<String>) {
    let is_tag = |word: &str| {
        word.len() > 1 && word.starts_with('#') && word[1..].chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
    };
    if !text.split_whitespace().any(is_tag) {
        return (text.trim().to_owned(), vec![]);
    }
    let tags = text.split_whitespace().filter(|w| is_tag(w)).map(|w| w[1..].to_lowercase()).collect();
    let lines: Vec<String> =
        text.lines().map(|l| l.split_whitespace().filter(|w| !is_tag(w)).collect::<Vec<_>>().join(" ")).collect();
    (lines.join("\n").trim().to_owned(), tags)
}
