//! What was odd in a file, and the report of an import. Words are said by the caller's [`Words`]; nothing is printed
//! here.

use crate::domain::language::clean::clean_line;
use crate::i18n::{Text, Words};
use serde_json::{Value, json};

/// Something about one row, with the place as the spreadsheet shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub row: u32,
    /// What stands over the column.
    pub column: String,
    pub value: String,
    pub severity: Severity,
    /// What is wrong and what to do.
    pub text: Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The row was refused.
    Error,
    /// The row was taken; something of it was not, or deserves a look.
    Warning,
}

impl Severity {
    pub fn id(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

impl Finding {
    pub fn new(severity: Severity, row: u32, column: String, value: &str, text: Text) -> Self {
        let mut value = clean_line(value);
        if value.chars().count() > 80 {
            value = value.chars().take(79).chain(['…']).collect();
        }
        Finding { row, column, value, severity, text }
    }

    /// The documented form for other programs.
    pub fn json(&self, words: &Words) -> Value {
        json!({
            "row": self.row,
            "column": self.column,
            "value": self.value,
            "severity": self.severity.id(),
            "message": words.text(&self.text),
        })
    }

    /// A line for people.
    pub fn line(&self, words: &Words) -> String {
        let severity = words.say(if self.severity == Severity::Error { "import-error" } else { "import-warning" });
        let id = match (self.column.is_empty(), self.value.is_empty()) {
            (true, _) => "import-finding-row",
            (false, true) => "import-finding",
            (false, false) => "import-finding-value",
        };
        let args = [
            ("severity", severity.into()),
            ("row", i64::from(self.row).into()),
            ("column", self.column.as_str().into()),
            ("value", self.value.as_str().into()),
            ("message", words.text(&self.text).into()),
        ];
        words.with(id, &args)
    }
}

/// What an import does, or would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    pub added: usize,
    pub updated: usize,
    pub unchanged: usize,
    pub refused: usize,
    /// In the store and not in the file: name, and NIP where there is one. They stay.
    pub missing: Vec<String>,
    /// In the order of the rows.
    pub findings: Vec<Finding>,
    /// Where the file names no unit of its own, the unit that its title names.
    pub unit_of_title: Option<String>,
}

impl Report {
    /// The documented form for other programs.
    pub fn json(&self, words: &Words) -> Value {
        let findings: Vec<Value> = self.findings.iter().map(|finding| finding.json(words)).collect();
        json!({
            "added": self.added,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "missing": self.missing,
            "findings": findings,
        })
    }

    /// Lines for people.
    pub fn lines(&self, words: &Words, dry_run: bool) -> Vec<String> {
        let mut out: Vec<String> = self.findings.iter().map(|finding| finding.line(words)).collect();
        if let Some(unit) = &self.unit_of_title {
            out.push(words.with("import-unit-of-title", &[("unit", unit.as_str().into())]));
        }
        if !self.missing.is_empty() {
            out.push(words.with("import-missing", &[("count", self.missing.len().into())]));
            out.extend(self.missing.iter().map(|name| format!("  {name}")));
        }
        let counts = [
            ("added", self.added.into()),
            ("updated", self.updated.into()),
            ("unchanged", self.unchanged.into()),
            ("refused", self.refused.into()),
        ];
        out.push(words.with(if dry_run { "import-would" } else { "import-did" }, &counts));
        out
    }
}
