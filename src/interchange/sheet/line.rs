//! A row read field by field, for lists whose rows stand for themselves: what it says, whom it is about, and what is
//! wrong with it. Pure.

use super::cells;
use super::finding::{Finding, Severity};
use super::header::{Columns, Heading};
use super::nip::{is_rounded, nip_text};
use super::reading::Sheet;
use super::vocabulary::{self, Spellings};
use crate::domain::language::capture::Names;
use crate::domain::language::clean::{clean_line, clean_text, fold};
use crate::domain::people::nip::NipError;
use crate::domain::{DecimalSign, Nip, Number, PersonId, PersonName, Roster, UnitId};
use crate::i18n::{Arg, Text};
use crate::interchange::file::table::Row;
use jiff::civil::Date;
use std::collections::HashMap;

/// The row is refused, or is no record; why stands in the findings.
pub struct Wrong;

/// All rows of a list.
#[derive(Clone, Debug)]
pub struct List<F, T> {
    pub sheet: usize,
    pub columns: Columns<F>,
    pub taken: Vec<T>,
    /// Indexes of refused rows in the table.
    pub refused: Vec<usize>,
    /// In the order of the rows.
    pub findings: Vec<Finding>,
    /// Of rows that were read, by their number: where they stand in the table.
    places: HashMap<u32, usize>,
}

impl<F: Heading, T> List<F, T> {
    /// A word about a row that was read, from where the records are known.
    pub fn say(&mut self, severity: Severity, row: u32, field: F, value: &str, text: Text) {
        self.findings.push(Finding::new(severity, row, self.columns.name_of(field), value, text));
    }
    pub fn warn(&mut self, row: u32, field: F, value: &str, text: Text) {
        self.say(Severity::Warning, row, field, value, text);
    }
    /// The row comes to nothing after all.
    pub fn refuse(&mut self, row: u32, field: F, value: &str, text: Text) {
        self.say(Severity::Error, row, field, value, text);
        self.refused.extend(self.places.get(&row));
    }
    /// Findings and refused rows in the order of the rows.
    pub fn sort(&mut self) {
        self.findings.sort_by_key(|finding| finding.row);
        self.refused.sort_unstable();
        self.refused.dedup();
    }
}

/// Reads every row of a sheet that was opened. What gives nothing without an error is no record.
pub fn list<F: Heading, T>(opened: Sheet<F>, mut each: impl FnMut(&mut Line<'_, F>) -> Result<T, Wrong>) -> List<F, T> {
    let Sheet { index: sheet, columns, rows, mut refused, mut findings } = opened;
    let mut taken = Vec::new();
    for (index, row) in &rows {
        if is_remark(row, &columns, &mut findings) {
            continue;
        }
        let before = findings.len();
        let mut line = Line { row, columns: &columns, findings: &mut findings };
        match each(&mut line) {
            Ok(entry) => taken.push(entry),
            Err(Wrong) if findings[before..].iter().any(|f| f.severity == Severity::Error) => refused.push(*index),
            Err(Wrong) => {}
        }
    }
    let places = rows.iter().map(|(index, row)| (row.number, *index)).collect();
    let mut list = List { sheet, columns, taken, refused, findings, places };
    list.sort();
    list
}

/// A note or a signature below a list: nothing stands in a column that is read, or one cell alone.
fn is_remark<F: Heading>(row: &Row, columns: &Columns<F>, findings: &mut Vec<Finding>) -> bool {
    let filled: Vec<usize> = (0..row.cells.len()).filter(|column| !row.text(*column).is_empty()).collect();
    let read = filled.iter().filter(|column| columns.field(**column).is_some_and(|f| !f.is_silent())).count();
    if read > 1 || (read == 1 && filled.len() > 1) {
        return false;
    }
    if let Some(first) = filled.iter().find(|column| row.text(**column).chars().any(char::is_alphabetic)) {
        let text = Text::plain("import-note-left-out");
        findings.push(Finding::new(Severity::Skip, row.number, String::new(), row.text(*first), text));
    }
    true
}

pub struct Line<'a, F> {
    row: &'a Row,
    columns: &'a Columns<F>,
    findings: &'a mut Vec<Finding>,
}

impl<F: Heading> Line<'_, F> {
    pub fn number(&self) -> u32 {
        self.row.number
    }
    /// Without what offices write for "nothing".
    pub fn said(&self, field: F) -> &str {
        self.columns.said(self.row, field)
    }
    /// As it stands, with what offices write for "nothing".
    pub fn raw(&self, field: F) -> String {
        clean_line(self.columns.at(field).map_or("", |column| cells::without_mark(self.row.text(column))))
    }
    /// What stands over the column.
    pub fn head(&self, field: F) -> String {
        self.columns.name_of(field)
    }
    pub fn has(&self, field: F) -> bool {
        self.columns.at(field).is_some()
    }
    /// Nothing stands there, or what offices write for nothing.
    pub fn is_blank(&self, field: F) -> bool {
        self.said(field).is_empty()
    }
    /// A number of which digits are lost.
    pub fn is_rounded(&self, field: F) -> bool {
        let cell = self.columns.at(field).and_then(|column| self.row.cells.get(column));
        cell.is_some_and(is_rounded) || Nip::parse(self.said(field)) == Err(NipError::Rounded)
    }
    pub fn line(&self, field: F) -> Option<String> {
        Some(clean_line(self.said(field))).filter(|text| !text.is_empty())
    }
    pub fn text(&self, field: F) -> String {
        clean_text(self.said(field))
    }

    pub fn find(&mut self, severity: Severity, field: F, text: Text) {
        let value = self.columns.at(field).map_or("", |column| self.row.text(column)).to_owned();
        self.findings.push(Finding::new(severity, self.row.number, self.columns.name_of(field), &value, text));
    }
    pub fn warn(&mut self, field: F, text: Text) {
        self.find(Severity::Warning, field, text);
    }
    pub fn wrong<T>(&mut self, field: F, text: Text) -> Result<T, Wrong> {
        self.find(Severity::Error, field, text);
        Err(Wrong)
    }
    /// No record: it is there already.
    pub fn skip<T>(&mut self, field: F, text: Text) -> Result<T, Wrong> {
        self.find(Severity::Skip, field, text);
        Err(Wrong)
    }

    pub fn needed(&mut self, field: F) -> Result<String, Wrong> {
        match self.line(field) {
            Some(line) => Ok(line),
            None => self.wrong(field, Text::plain("import-cell-missing")),
        }
    }

    pub fn day(&mut self, field: F) -> Result<Option<Date>, Wrong> {
        let said = self.said(field);
        match (said.is_empty(), cells::date(said)) {
            (true, _) => Ok(None),
            (false, Some(day)) if (1900..=9000).contains(&day.year()) => Ok(Some(day)),
            _ => self.wrong(field, Text::plain("import-goal-date")),
        }
    }

    /// Two days of which the second must not stand before the first.
    pub fn days(&mut self, from: F, until: F) -> Result<(Option<Date>, Option<Date>), Wrong> {
        let (begin, end) = (self.day(from)?, self.day(until)?);
        match (begin, end) {
            (Some(begin), Some(end)) if end < begin => {
                self.wrong(until, Text::with("import-end-before-start", [("start", Arg::Day(begin))]))
            }
            days => Ok(days),
        }
    }

    fn stored(&self, field: F) -> bool {
        self.columns.at(field).and_then(|column| self.row.cells.get(column)).is_some_and(|cell| cell.number)
    }

    /// A number in either notation; a currency may stand before it.
    pub fn amount(&mut self, field: F, id: &'static str) -> Result<Option<Number>, Wrong> {
        let said = self.said(field);
        if said.is_empty() {
            return Ok(None);
        }
        let sign = if self.stored(field) { DecimalSign::Point } else { DecimalSign::Comma };
        let bare = ["Rp.", "Rp", "IDR"].iter().find_map(|word| said.strip_prefix(word)).unwrap_or(said).trim();
        let bare = bare.trim_end_matches(",-").trim_end_matches(",--");
        match Number::read(bare, sign) {
            Ok(number) => Ok(Some(number)),
            Err(_) => self.wrong(field, Text::plain(id)),
        }
    }

    /// A whole number within bounds.
    pub fn count(
        &mut self,
        field: F,
        within: std::ops::RangeInclusive<i64>,
        id: &'static str,
    ) -> Result<Option<i64>, Wrong> {
        let Some(number) = self.amount(field, id)? else { return Ok(None) };
        match number.whole().filter(|n| within.contains(n)) {
            Some(n) => Ok(Some(n)),
            None => self.wrong(field, Text::plain(id)),
        }
    }

    /// One of the words that a column can say; another one refuses the row.
    pub fn word<T: Copy>(&mut self, field: F, spellings: Spellings<T>) -> Result<Option<T>, Wrong> {
        let said = self.said(field);
        if said.is_empty() {
            return Ok(None);
        }
        match vocabulary::read(spellings, said) {
            Some(value) => Ok(Some(value)),
            None => self.wrong(field, Text::with("import-word-unknown", [("known", vocabulary::known(spellings).into())])),
        }
    }

    /// Whom the row is about: by the number; without one by a name that only one person has.
    pub fn person(&mut self, nip: F, name: F, people: &People<'_>) -> Result<PersonId, Wrong> {
        match self.somebody(nip, name, people)? {
            Some(person) => Ok(person),
            None => self.wrong(nip, Text::plain("import-goal-nobody")),
        }
    }

    /// The same where nobody need be named.
    pub fn somebody(&mut self, nip: F, name: F, people: &People<'_>) -> Result<Option<PersonId>, Wrong> {
        let raw = self.columns.at(nip).map_or("", |column| self.row.text(column));
        let number = if cells::is_error(raw) { raw } else { self.said(nip) };
        if !number.is_empty() {
            let cell = self.columns.at(nip).and_then(|column| self.row.cells.get(column));
            let parsed = if cell.is_some_and(is_rounded) { Err(NipError::Rounded) } else { Nip::parse(number) };
            let parsed = match parsed {
                Ok(nip) => nip,
                Err(error) => return self.wrong(nip, nip_text(&error)),
            };
            let Some((id, known)) = people.by_nip.get(parsed.as_str()).copied() else {
                return self.wrong(nip, Text::plain("import-goal-nip-unknown"));
            };
            let written = self.line(name);
            if written.is_some_and(|written| !people.called(&written).contains(&id)) {
                self.warn(name, Text::with("import-name-differs", [("name", known.full().into())]));
            }
            return Ok(Some(id));
        }
        let Some(written) = self.line(name) else { return Ok(None) };
        match people.called(&written)[..] {
            [id] => {
                self.warn(nip, Text::with("import-found-by-name", [("name", written.into())]));
                Ok(Some(id))
            }
            [] => self.wrong(name, Text::plain("import-goal-name-unknown")),
            _ => self.wrong(name, Text::with("import-name-ambiguous", [("name", written.into())])),
        }
    }

    /// A unit of the store by its name.
    pub fn unit(&mut self, field: F, people: &People<'_>) -> Result<Option<UnitId>, Wrong> {
        let Some(name) = self.line(field) else { return Ok(None) };
        match people.units.get(&fold(&name)).map_or(&[][..], Vec::as_slice) {
            [unit] => Ok(Some(*unit)),
            [] => self.wrong(field, Text::plain("import-unit-unknown")),
            _ => self.wrong(field, Text::plain("import-unit-several")),
        }
    }
}

/// People and units by what a row names them with.
pub struct People<'a> {
    by_nip: HashMap<&'a str, (PersonId, &'a PersonName)>,
    names: Names,
    units: HashMap<String, Vec<UnitId>>,
}

impl<'a> People<'a> {
    pub fn of(roster: &'a Roster) -> Self {
        let names = Names::of(roster.rows(), &roster.units);
        let mut people = People { by_nip: HashMap::new(), names, units: HashMap::new() };
        for row in roster.rows() {
            if let Some(nip) = &row.nip {
                people.by_nip.insert(nip.as_str(), (row.id, &row.name));
            }
        }
        for unit in roster.units.iter() {
            people.units.entry(fold(&unit.name)).or_default().push(unit.id);
        }
        people
    }
    /// Everybody who is called so.
    pub fn called(&self, name: &str) -> Vec<PersonId> {
        self.names.called(name)
    }
    pub fn with_nip(&self, nip: &Nip) -> Option<PersonId> {
        self.by_nip.get(nip.as_str()).map(|(id, _)| *id)
    }
    pub fn by_number(&self, written: &str) -> Option<PersonId> {
        Nip::parse(written).ok().and_then(|nip| self.with_nip(&nip))
    }
    /// Nobody of the list is called so.
    pub fn is_stranger(&self, name: &str) -> bool {
        self.called(name).is_empty()
    }
    /// The only unit of that name.
    pub fn unit_named(&self, name: &str) -> Option<UnitId> {
        match self.units.get(&fold(name)).map_or(&[][..], Vec::as_slice) {
            [unit] => Some(*unit),
            _ => None,
        }
    }
}

/// The columns of a list: fields with the word that `--map` knows and the names that stand over them, which fields a head
/// must have, which say whom a row is about, and which hold days.
macro_rules! columns {
    (
        $($field:ident $word:literal => [$($name:literal),* $(,)?]),* $(,)?;
        head [$($must:ident),*]; subject [$($subject:ident),*]; days [$($day:ident),*]
    ) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field {
            $($field,)*
            /// The running number of a row.
            Ordinal,
        }

        impl $crate::interchange::sheet::header::Heading for Field {
            const NAMES: &'static [(Field, &'static [&'static str])] = &[$((Field::$field, &[$word])),*];
            fn over(name: &str) -> Option<(Self, usize)> {
                const SYNONYMS: &[(Field, &[&str])] =
                    &[$((Field::$field, &[$($name),*]),)* (Field::Ordinal, &["no", "nomor", "no urut", "nr"])];
                let name = $crate::interchange::sheet::header::plain(name);
                SYNONYMS.iter().find_map(|(field, names)| Some((*field, names.iter().position(|n| *n == name)?)))
            }
            fn are_header(fields: &[Self], _: bool) -> bool {
                [$(Field::$must),*].iter().all(|field| fields.contains(field))
            }
            fn is_subject(self) -> bool {
                matches!(self, Field::Ordinal $(| Field::$subject)*)
            }
            fn is_silent(self) -> bool {
                self == Field::Ordinal
            }
            fn is_day(self) -> bool {
                let days: &[Field] = &[$(Field::$day),*];
                days.contains(&self)
            }
        }
    };
}
pub(in crate::interchange) use columns;
