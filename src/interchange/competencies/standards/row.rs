//! A row of a list of standards read: which position, which competency, which level, and what it says wrongly. Knows
//! the framework, not the standards. What merged cells leave empty is what the row above said.

use super::columns::{Columns, Field};
use crate::domain::Level;
use crate::domain::competency::standard::position_key;
use crate::domain::competency::{CompetencyId, CompetencyKind, Framework, StandardSource, lookup};
use crate::domain::language::clean::{clean_line, fold};
use crate::i18n::{Arg, Text, Words};
use crate::interchange::file::table::{Row, Workbook};
use crate::interchange::file::unreadable::Unreadable;
use crate::interchange::sheet::choose::Options;
use crate::interchange::sheet::finding::{Finding, Severity};
use crate::interchange::sheet::reading::{self, Sheet};
use crate::interchange::sheet::vocabulary::{self, Spellings};
use std::collections::HashMap;

/// One requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub row: u32,
    /// As written.
    pub position: String,
    pub competency: CompetencyId,
    pub level: Level,
    /// The agency's own, unless the row says that it is a suggestion.
    pub source: StandardSource,
}

/// All rows of a list.
#[derive(Clone, Debug)]
pub struct StandardList {
    pub sheet: usize,
    pub columns: Columns,
    pub taken: Vec<Entry>,
    /// Indexes of refused rows in the table; the findings say why.
    pub refused: Vec<usize>,
    pub findings: Vec<Finding>,
}

#[rustfmt::skip]
pub const KINDS: Spellings<CompetencyKind> = &[
    (CompetencyKind::Managerial, &["manajerial", "kompetensi manajerial", "managerial", "m"]),
    (CompetencyKind::SocioCultural, &[
        "sosial kultural", "kompetensi sosial kultural", "sosiokultural", "sosio kultural", "sosial budaya",
        "socio cultural", "sociocultural", "sk",
    ]),
    (CompetencyKind::Technical, &["teknis", "kompetensi teknis", "technical", "t"]),
];

/// What our own export says of where a standard comes from.
pub const SOURCES: Spellings<StandardSource> =
    &[(StandardSource::Given, &["standar instansi", "given"]), (StandardSource::Suggested, &["usulan", "suggested"])];

/// Reads the sheet that was asked for, else the one that reads most like a list of standards.
pub fn read(
    workbook: &Workbook,
    framework: &Framework,
    options: &Options<Field>,
    words: &Words,
) -> Result<StandardList, Unreadable> {
    let opened = reading::open(workbook, options, "standards", |_| false).map_err(|error| match error {
        Unreadable::NoHeader => Unreadable::NoStandardsHeader,
        other => other,
    })?;
    let Sheet { index: sheet, columns, rows, mut refused, findings } = opened;
    if columns.at(Field::Competency).is_none() || columns.at(Field::Position).is_none() || columns.at(Field::Level).is_none()
    {
        return Err(Unreadable::NoStandardsHeader);
    }
    let mut reading =
        Reading { columns: &columns, framework, words, position: String::new(), seen: HashMap::new(), findings };
    let mut taken = vec![];
    for (index, row) in &rows {
        match reading.row(row) {
            Ok(Some(entry)) => taken.push(entry),
            Ok(None) => {}
            Err(Wrong) => refused.push(*index),
        }
    }
    let findings = reading.findings;
    Ok(StandardList { sheet, taken, refused, findings, columns })
}

struct Reading<'a> {
    columns: &'a Columns,
    framework: &'a Framework,
    words: &'a Words,
    /// Of the row above.
    position: String,
    /// Where a cell was said first, and what.
    seen: HashMap<(String, CompetencyId), (u32, Level)>,
    findings: Vec<Finding>,
}

/// The row is refused; why stands in the findings.
struct Wrong;

impl Reading<'_> {
    fn find(&mut self, severity: Severity, row: &Row, field: Field, text: Text) {
        let value = self.columns.at(field).map_or("", |column| row.text(column)).to_owned();
        self.findings.push(Finding::new(severity, row.number, self.columns.name_of(field), &value, text));
    }

    fn wrong<T>(&mut self, row: &Row, field: Field, text: Text) -> Result<T, Wrong> {
        self.find(Severity::Error, row, field, text);
        Err(Wrong)
    }

    /// `None` for what is no requirement: headings, signatures, empty lines.
    fn row(&mut self, row: &Row) -> Result<Option<Entry>, Wrong> {
        let said = |field| self.columns.said(row, field);
        let (competency, level) = (said(Field::Competency).to_owned(), said(Field::Level).to_owned());
        let position = clean_line(said(Field::Position));
        if competency.is_empty() && level.is_empty() {
            self.heading(row, position);
            return Ok(None);
        }
        if !position.is_empty() && position_key(&position) != position_key(&self.position) {
            self.position.clone_from(&position);
        }
        if self.position.is_empty() {
            return self.wrong(row, Field::Position, Text::plain("refusal-position-missing"));
        }
        if competency.is_empty() {
            return self.wrong(row, Field::Competency, Text::plain("import-standard-no-competency"));
        }
        let id = self.competency(row, &competency)?;
        let level = match level_in(&level) {
            Some(level) => level,
            None if level.is_empty() => return self.wrong(row, Field::Level, Text::plain("import-standard-no-level")),
            None => return self.wrong(row, Field::Level, Text::plain("import-standard-level")),
        };
        let (first, said) = *self.seen.entry((position_key(&self.position), id.clone())).or_insert((row.number, level));
        if said != level {
            let args = [("first", Arg::from(i64::from(first))), ("level", i64::from(said.number()).into())];
            return self.wrong(row, Field::Level, Text::with("import-standard-otherwise", args));
        }
        let source = vocabulary::read(SOURCES, self.columns.said(row, Field::Source)).unwrap_or(StandardSource::Given);
        Ok(Some(Entry { row: row.number, position: self.position.clone(), competency: id, level, source }))
    }

    /// A line with a position alone stands above its requirements; one without any says nothing.
    fn heading(&mut self, row: &Row, position: String) {
        let filled: Vec<&str> = row.cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty()).collect();
        match filled.as_slice() {
            [] => {}
            [_] if !position.is_empty() => self.position = position,
            [first, ..] => {
                let text = Text::plain("import-note-left-out");
                self.findings.push(Finding::new(Severity::Warning, row.number, String::new(), first, text));
            }
        }
    }

    fn competency(&mut self, row: &Row, written: &str) -> Result<CompetencyId, Wrong> {
        let Some(competency) = lookup::named(self.framework, written) else {
            let text = match lookup::near(self.framework, written) {
                Some(near) => {
                    let name = self.words.wording(&near.name);
                    Text::with("import-standard-unknown-near", [("near", Arg::from(name))])
                }
                None => Text::plain("import-standard-unknown"),
            };
            return self.wrong(row, Field::Competency, text);
        };
        let said = self.columns.said(row, Field::Kind);
        let kind = vocabulary::read(KINDS, said);
        match kind {
            None if !said.is_empty() => {
                let known = Arg::from(vocabulary::known(KINDS));
                self.find(Severity::Warning, row, Field::Kind, Text::with("import-goal-word", [("known", known)]));
            }
            Some(kind) if kind != competency.kind => {
                let known = Arg::from(vocabulary::write(KINDS, &competency.kind));
                self.find(Severity::Warning, row, Field::Kind, Text::with("import-standard-kind", [("kind", known)]));
            }
            _ => {}
        }
        Ok(competency.id.clone())
    }
}

/// `3`, `3.0`, `Level 3`, `3 (Menengah)`, `III`, `menengah`.
pub(in crate::interchange) fn level_in(cell: &str) -> Option<Level> {
    const LADDER: [&[&str]; 5] =
        [&["i", "paham"], &["ii", "dasar"], &["iii", "menengah"], &["iv", "mumpuni"], &["v", "ahli"]];
    let text = fold(cell);
    let behind = ["level", "lvl", "lv", "tingkat", "l"].iter().find_map(|word| text.strip_prefix(word));
    let text = behind.map_or(text.as_str(), |rest| rest.trim_start_matches([' ', '.', '-', ':', '=']));
    if let Some(at) = LADDER.iter().position(|words| words.contains(&text)) {
        return Level::ALL.get(at).copied();
    }
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    let rest = rest.strip_prefix([',', '.']).map_or(rest, |decimals| decimals.trim_start_matches('0')).trim_start();
    // What stands behind is a word about the level, no second figure.
    let told =
        rest.is_empty() || (rest.starts_with(['(', '-', '–', ':', '=']) && !rest.contains(|c: char| c.is_ascii_digit()));
    if told { digits.parse().ok().and_then(Level::new) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_read_as_offices_write_them() {
        for text in
            ["3", " 3.0", "3,0", "Level 3", "Lv. 3", "L3", "3 (Menengah)", "III", "menengah", "Level III", "tingkat: 3"]
        {
            assert_eq!(level_in(text).map(Level::number), Some(3), "{text}");
        }
        for text in ["0", "6", "-1", "1-2", "3/4", "2,5", "33", "tiga puluh", "", "3 atau 4"] {
            assert_eq!(level_in(text), None, "{text}");
        }
    }
}
