//! What was odd in a file, and the report of an import. Words are said by the caller's [`Words`]; nothing is printed
//! here.

use crate::domain::language::clean::clean_line;
use crate::i18n::{Text, Words};
use serde_json::{Value, json};

/// Something about one row, with the place as the spreadsheet shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Of a workbook with several; empty where there is no doubt.
    pub sheet: String,
    /// 0 where it is about the sheet as a whole.
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
    /// The row is no record: a total, or what is there already.
    Skip,
}

impl Severity {
    pub fn id(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Skip => "skip",
        }
    }
}

impl Finding {
    pub fn new(severity: Severity, row: u32, column: String, value: &str, text: Text) -> Self {
        let mut value = clean_line(value);
        if value.chars().count() > 80 {
            value = value.chars().take(79).chain(['…']).collect();
        }
        Finding { sheet: String::new(), row, column, value, severity, text }
    }

    /// About a sheet as a whole.
    pub fn of_sheet(sheet: &str, text: Text) -> Self {
        Finding { sheet: clean_line(sheet), ..Finding::new(Severity::Warning, 0, String::new(), "", text) }
    }

    /// The documented form for other programs.
    pub fn json(&self, words: &Words) -> Value {
        json!({
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "value": self.value,
            "severity": self.severity.id(),
            "message": words.text(&self.text),
        })
    }

    /// A line for people.
    pub fn line(&self, words: &Words) -> String {
        let severity = words.say(match self.severity {
            Severity::Error => "import-error",
            Severity::Warning => "import-warning",
            Severity::Skip => "import-skip",
        });
        let id = match (self.row, self.column.is_empty(), self.value.is_empty()) {
            (0, ..) if self.sheet.is_empty() => "import-finding-file",
            (0, ..) => "import-finding-sheet",
            (_, true, true) => "import-finding-bare",
            (_, true, false) => "import-finding-row",
            (_, false, true) => "import-finding",
            (_, false, false) => "import-finding-value",
        };
        let args = [
            ("severity", severity.into()),
            ("sheet", self.sheet.as_str().into()),
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
    /// Names of columns that say nothing to the import.
    pub unread: Vec<String>,
    /// Who leaves the own team by this, with what is open.
    pub leaving: Vec<Leaving>,
}

/// Somebody who leaves the own team by an import, and what is open with him or her.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Leaving {
    pub name: String,
    /// Open promises of the supervisor, and of the employee.
    pub mine: usize,
    pub theirs: usize,
    pub agenda: usize,
    /// A session was begun and not closed.
    pub session: bool,
}

impl Leaving {
    fn json(&self) -> Value {
        json!({
            "name": self.name,
            "own_promises": self.mine,
            "their_promises": self.theirs,
            "agenda": self.agenda,
            "open_session": self.session,
        })
    }

    fn line(&self, words: &Words) -> String {
        let counts = [
            ("name", self.name.as_str().into()),
            ("mine", self.mine.into()),
            ("theirs", self.theirs.into()),
            ("agenda", self.agenda.into()),
        ];
        match (self.session, self.mine + self.theirs + self.agenda) {
            (true, _) => words.with("import-leaving-session", &counts),
            (false, 0) => words.with("import-leaving-nothing", &counts),
            (false, _) => words.with("import-leaving-open", &counts),
        }
    }
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
            "unread": self.unread,
            "leaving": self.leaving.iter().map(Leaving::json).collect::<Vec<_>>(),
        })
    }

    /// Lines for people.
    pub fn lines(&self, words: &Words, dry_run: bool) -> Vec<String> {
        let mut out: Vec<String> = self.findings.iter().map(|finding| finding.line(words)).collect();
        if let Some(unit) = &self.unit_of_title {
            out.push(words.with("import-unit-of-title", &[("unit", unit.as_str().into())]));
        }
        if !self.unread.is_empty() {
            out.push(words.with("import-goal-unread", &[("columns", self.unread.join(", ").into())]));
        }
        out.extend(self.leaving.iter().map(|one| one.line(words)));
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
