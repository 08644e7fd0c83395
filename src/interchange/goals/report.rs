//! What an import of a plan does, or would do, in words and for other programs.

use crate::i18n::{Text, Words};
use crate::interchange::sheet::finding::Finding;
use serde_json::{Value, json};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Results.
    pub added: usize,
    pub updated: usize,
    pub unchanged: usize,
    /// Rows.
    pub refused: usize,
    /// How many targets were revised.
    pub revised: usize,
    /// In the store and not in the file: person, result and, where only that is missing, indicator. They stay.
    pub missing: Vec<String>,
    /// In the order of the rows.
    pub findings: Vec<Finding>,
    /// What was taken for granted where the file says nothing.
    pub notes: Vec<Text>,
    /// Names of columns that say nothing to the import.
    pub unread: Vec<String>,
}

impl Report {
    /// The documented form for other programs.
    pub fn json(&self, words: &Words) -> Value {
        json!({
            "added": self.added,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "revised": self.revised,
            "missing": self.missing,
            "findings": self.findings.iter().map(|finding| finding.json(words)).collect::<Vec<_>>(),
            "notes": self.notes.iter().map(|note| words.text(note)).collect::<Vec<_>>(),
            "unread": self.unread,
        })
    }

    /// Lines for people.
    pub fn lines(&self, words: &Words, dry_run: bool) -> Vec<String> {
        let mut out: Vec<String> = self.findings.iter().map(|finding| finding.line(words)).collect();
        out.extend(self.notes.iter().map(|note| words.text(note)));
        if !self.unread.is_empty() {
            out.push(words.with("import-goal-unread", &[("columns", self.unread.join(", ").into())]));
        }
        if !self.missing.is_empty() {
            out.push(words.with("import-goal-missing", &[("count", self.missing.len().into())]));
            out.extend(self.missing.iter().map(|name| format!("  {name}")));
        }
        if self.revised > 0 {
            out.push(words.with("import-goal-revised", &[("count", self.revised.into())]));
        }
        let counts = [
            ("added", self.added.into()),
            ("updated", self.updated.into()),
            ("unchanged", self.unchanged.into()),
            ("refused", self.refused.into()),
        ];
        out.push(words.with(if dry_run { "import-goal-would" } else { "import-goal-did" }, &counts));
        out
    }
}
