//! A row read as a person: what it says, and what it says wrongly. Knows nothing of the store or of other rows but
//! the unit that a line above it named.

use super::columns::{Columns, Field};
use super::units::{self, UnitSaid};
use crate::domain::language::clean::clean_line;
use crate::domain::people::nip::{NipError, Start};
use crate::domain::{EmploymentKind, Nip, PersonName};
use crate::i18n::{Arg, Text};
use crate::interchange::file::table::{Row, Table};
use crate::interchange::sheet::cells;
use crate::interchange::sheet::finding::{Finding, Severity};
use crate::interchange::sheet::nip::{is_rounded, nip_text};
use crate::interchange::sheet::reading::Sheet;
use jiff::civil::Date;

/// What one row says of one person. `None` and empty mean that it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Index of the row in its table, and its number in the spreadsheet.
    pub index: usize,
    pub row: u32,
    pub name: PersonName,
    /// Written in capitals throughout: the store's own spelling is better.
    pub shouted: bool,
    pub nip: Option<Nip>,
    pub kind: Option<EmploymentKind>,
    /// What NIP and golongan let expect.
    pub likely_kind: EmploymentKind,
    pub rank: Option<String>,
    pub position: Option<String>,
    /// A structural post, by its kind or echelon.
    pub structural: bool,
    pub unit: Option<UnitSaid>,
    pub supervisor: Option<String>,
    pub status: Option<StatusSaid>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatusSaid {
    Active,
    Leave,
    Retired { on: Option<Date> },
    Left { note: String },
}

/// All rows of a table.
#[derive(Clone, Debug, Default)]
pub struct Entries {
    pub taken: Vec<Entry>,
    /// Indexes of refused rows in the table; the findings say why.
    pub refused: Vec<usize>,
    pub findings: Vec<Finding>,
    pub unit_of_title: Option<String>,
}

/// Reads every row of a sheet that was opened.
pub fn read(table: &Table, sheet: Sheet<Field>) -> Entries {
    let Sheet { columns, rows, refused, findings, .. } = sheet;
    let columns = &columns;
    let mut out = Entries { refused, findings, ..Entries::default() };
    let names_units = columns.at(Field::Unit).is_some() || columns.at(Field::UnitCode).is_some();
    if !names_units {
        let titles = table.rows.iter().take(columns.header);
        let named = titles.flat_map(|row| &row.cells).filter_map(|cell| units::in_title(&cell.text));
        out.unit_of_title = named.min_by_key(|unit| units::size(unit));
    }
    let mut unit = out.unit_of_title.clone();
    for (index, row) in &rows {
        let index = *index;
        let mut reading = Reading { row, columns, findings: &mut out.findings };
        match reading.what() {
            What::Nothing => {}
            What::Heading(name) if !names_units => unit = Some(name),
            What::Heading(_) => {}
            What::Person => match reading.person() {
                Some(mut entry) => {
                    entry.index = index;
                    if !names_units {
                        entry.unit = unit.clone().map(|name| UnitSaid { code: None, name });
                    }
                    out.taken.push(entry);
                }
                None => out.refused.push(index),
            },
        }
    }
    out
}

enum What {
    Person,
    /// A line of its own that names the unit of those below.
    Heading(String),
    /// Signatures and notes.
    Nothing,
}

struct Reading<'a> {
    row: &'a Row,
    columns: &'a Columns,
    findings: &'a mut Vec<Finding>,
}

impl Reading<'_> {
    fn said(&self, field: Field) -> &str {
        self.columns.said(self.row, field)
    }

    fn line(&self, field: Field) -> Option<String> {
        Some(clean_line(self.said(field))).filter(|text| !text.is_empty())
    }

    fn find(&mut self, severity: Severity, field: Field, text: Text) {
        let value = self.columns.at(field).map_or("", |column| self.row.text(column)).to_owned();
        self.findings.push(Finding::new(severity, self.row.number, self.columns.name_of(field), &value, text));
    }

    fn warn(&mut self, field: Field, id: &'static str) {
        self.find(Severity::Warning, field, Text::plain(id));
    }

    fn what(&mut self) -> What {
        let name_field = if self.columns.at(Field::NameNip).is_some() { Field::NameNip } else { Field::Name };
        let filled: Vec<&str> = self.row.cells.iter().map(|c| c.text.trim()).filter(|t| !t.is_empty()).collect();
        if let [only] = filled.as_slice()
            && let Some(unit) = units::in_heading(only)
        {
            return What::Heading(unit);
        }
        let name = self.said(name_field);
        let others = self.columns.fields().filter(|f| *f != name_field).collect::<Vec<_>>();
        let says_more = !self.said(Field::Ordinal).is_empty() || others.iter().any(|f| !self.said(*f).is_empty());
        if name.is_empty() && self.said(Field::Nip).is_empty() {
            // Signatures and footnotes stand in any column; whoever counts it as a row learns that it was left out.
            if !self.said(Field::Ordinal).is_empty() && filled.len() > 1 {
                return What::Person;
            }
            if filled.len() == 1 && !self.said(Field::Ordinal).is_empty() {
                // Numbered in advance, and free.
                return What::Nothing;
            }
            let id = if filled.len() > 1 { "import-no-person" } else { "import-note-left-out" };
            let value = filled.first().copied().unwrap_or_default().to_owned();
            self.findings.push(Finding::new(Severity::Warning, self.row.number, String::new(), &value, Text::plain(id)));
            return What::Nothing;
        }
        if !says_more && !others.is_empty() {
            self.warn(name_field, "import-only-a-name");
            return What::Nothing;
        }
        What::Person
    }

    fn person(&mut self) -> Option<Entry> {
        let (written, number) = self.name_and_nip();
        let name = PersonName::from_columns(self.said(Field::Front), &written, self.said(Field::Back));
        let name_field = if self.columns.at(Field::NameNip).is_some() { Field::NameNip } else { Field::Name };
        let mut good = true;
        if !name.name.chars().any(char::is_alphabetic) {
            self.find(Severity::Error, name_field, Text::plain("import-name-missing"));
            good = false;
        }
        let nip = match self.nip(&number) {
            Ok(nip) => nip,
            Err(()) => {
                good = false;
                None
            }
        };
        if !good {
            return None;
        }
        if number.is_empty() {
            self.find(
                Severity::Warning,
                if self.columns.at(Field::Nip).is_some() { Field::Nip } else { name_field },
                Text::plain("import-no-nip"),
            );
        }
        self.check_dates(nip.as_ref());
        let rank = self.line(Field::Rank).map(|text| cells::rank(&text));
        let supervisor = self.supervisor();
        Some(Entry {
            index: 0,
            row: self.row.number,
            shouted: !written.chars().any(char::is_lowercase),
            kind: self.kind(),
            likely_kind: likely_kind(nip.as_ref(), rank.as_deref()),
            name,
            nip,
            rank,
            position: self.line(Field::Position),
            structural: self.structural(),
            unit: self.unit(),
            supervisor,
            status: self.status(),
        })
    }

    /// From one column or two. Of `Siti Aminah, S.H. / NIP. 1986…` the digits at the end are the number.
    fn name_and_nip(&self) -> (String, String) {
        let raw = self.columns.at(Field::Nip).map_or("", |column| self.row.text(column));
        // A formula that failed is no missing number: it is a wrong one.
        let nip = if cells::is_error(raw) { raw.to_owned() } else { self.said(Field::Nip).to_owned() };
        let name = self.said(Field::Name).to_owned();
        let both = self.said(Field::NameNip);
        if both.is_empty() {
            return (name, nip);
        }
        let digits = both.char_indices().find(|(_, c)| c.is_ascii_digit()).map_or(both.len(), |(at, _)| at);
        let (before, number) = both.split_at(digits);
        let before = before.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '.');
        let label = ["NIPPPK.", "NIPPPK", "NIP.", "NIP", "Nip.", "Nip", "nip."];
        let before = label.iter().find_map(|l| before.strip_suffix(l)).unwrap_or(before);
        let before = before.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '.');
        (before.to_owned(), if nip.is_empty() { number.trim().to_owned() } else { nip })
    }

    fn nip(&mut self, written: &str) -> Result<Option<Nip>, ()> {
        if written.is_empty() {
            return Ok(None);
        }
        let rounded = self.is_rounded(Field::Nip);
        let error = match Nip::parse(written) {
            Ok(nip) if !rounded => return Ok(Some(nip)),
            Ok(_) => NipError::Rounded,
            Err(_) if rounded => NipError::Rounded,
            Err(error) => error,
        };
        let field = if self.columns.at(Field::Nip).is_some() { Field::Nip } else { Field::NameNip };
        self.find(Severity::Error, field, nip_text(&error));
        Err(())
    }

    fn is_rounded(&self, field: Field) -> bool {
        let cell = self.columns.at(field).and_then(|column| self.row.cells.get(column));
        cell.is_some_and(is_rounded)
    }

    /// The number where there is a sound one, else the name or post; a rounded number is as good as none.
    fn supervisor(&mut self) -> Option<String> {
        let number = self.line(Field::SupervisorNip).filter(|_| !self.is_rounded(Field::SupervisorNip));
        if number.as_deref().is_some_and(|n| Nip::parse(n).is_ok()) {
            return number;
        }
        if self.is_rounded(Field::Supervisor) {
            self.warn(Field::Supervisor, "nip-rounded");
            return None;
        }
        self.line(Field::Supervisor).or(number)
    }

    fn check_dates(&mut self, nip: Option<&Nip>) {
        for field in [Field::Born, Field::Started, Field::RetiredOn] {
            let said = self.said(field);
            if said.is_empty() {
                continue;
            }
            match (cells::date(said), nip) {
                (None, _) => self.warn(field, "import-date-impossible"),
                (Some(date), Some(nip)) if field == Field::Born && date != nip.born() => {
                    self.find(
                        Severity::Warning,
                        field,
                        Text::with("import-born-otherwise", [("born", Arg::Day(nip.born()))]),
                    );
                }
                _ => {}
            }
        }
    }

    fn kind(&mut self) -> Option<EmploymentKind> {
        let candidate = kind_named(&self.said(Field::Candidate).to_lowercase(), true);
        let kind = kind_named(&self.said(Field::Kind).to_lowercase(), false);
        // A column `Status` may say either.
        let kind = kind.or_else(|| kind_named(&self.said(Field::Status).to_lowercase(), false));
        match (kind, candidate) {
            (None | Some(EmploymentKind::Pns), Some(EmploymentKind::Cpns)) => Some(EmploymentKind::Cpns),
            (Some(kind), _) => Some(kind),
            (None, candidate) => candidate,
        }
    }

    fn structural(&self) -> bool {
        let kind = self.said(Field::PositionKind).to_lowercase();
        let echelon = self.said(Field::Echelon).to_lowercase();
        let echelon = echelon.strip_prefix("eselon").unwrap_or(&echelon).trim_start();
        let named = ["struktural", "administrator", "pengawas", "pimpinan tinggi", "manajerial"];
        (named.iter().any(|word| kind.contains(word)) && !kind.contains("non"))
            || echelon.starts_with(['i', 'v', '1', '2', '3', '4', '5'])
    }

    fn unit(&self) -> Option<UnitSaid> {
        let (code, name) = (self.line(Field::UnitCode), self.line(Field::Unit));
        // A code without a name is a unit all the same; the tree may know its name.
        let name = name.or_else(|| code.clone())?;
        Some(UnitSaid { code, name })
    }

    fn status(&mut self) -> Option<StatusSaid> {
        let said = self.line(Field::Status)?;
        let text = said.to_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
        if has(&["masa persiapan", "mpp", "cltn", "cuti", "tugas belajar", "pemberhentian sementara", "leave"]) {
            return Some(StatusSaid::Leave);
        }
        if has(&["pensiun", "purna", "retired", "bup"]) {
            return Some(StatusSaid::Retired { on: cells::date(self.said(Field::RetiredOn)) });
        }
        if has(&[
            "meninggal",
            "wafat",
            "diberhentikan",
            "berhenti",
            "mutasi keluar",
            "pindah",
            "mengundurkan diri",
            "nonaktif",
            "non aktif",
            "non-aktif",
            "tidak aktif",
        ]) {
            return Some(StatusSaid::Left { note: said });
        }
        if has(&["aktif", "active"]) {
            return Some(StatusSaid::Active);
        }
        // `PNS`, `PPPK`, `Kawin`: other things that lists call status.
        if kind_named(&text, false).is_none() && !has(&["kawin", "nikah", "janda", "duda", "hadir"]) {
            self.warn(Field::Status, "import-status-unknown");
        }
        None
    }
}

fn kind_named(text: &str, letters: bool) -> Option<EmploymentKind> {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    match text {
        "" => None,
        "c" if letters => Some(EmploymentKind::Cpns),
        "p" if letters => Some(EmploymentKind::Pns),
        _ if has(&["pppk", "p3k", "perjanjian kerja"]) => Some(EmploymentKind::Pppk),
        _ if has(&["cpns", "calon"]) && !text.contains("/pns") => Some(EmploymentKind::Cpns),
        _ if has(&["pns", "pegawai negeri"]) => Some(EmploymentKind::Pns),
        _ if has(&["honor", "thl", "kontrak", "non asn", "non-asn", "phl", "tks", "outsourc"]) => {
            Some(EmploymentKind::Other)
        }
        _ => None,
    }
}

fn likely_kind(nip: Option<&Nip>, rank: Option<&str>) -> EmploymentKind {
    match nip.map(Nip::start) {
        Some(Start::Pppk { .. }) => EmploymentKind::Pppk,
        // Grades I to IV may be a golongan that lacks its room.
        Some(Start::Pns { .. }) if rank.is_some_and(|r| cells::is_grade(r) && !["I", "II", "III", "IV"].contains(&r)) => {
            EmploymentKind::Pppk
        }
        Some(Start::Pns { .. }) => EmploymentKind::Pns,
        None => EmploymentKind::Other,
    }
}
