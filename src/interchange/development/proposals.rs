//! Proposals for development to the agency, one row a person (or a post) and programme. Pure.

use super::forms::hours_are_sound;
use crate::domain::language::clean::fold;
use crate::domain::{Number, PersonId, Roster, UnitId};
use crate::i18n::{Arg, Text};
use crate::interchange::file::table::Workbook;
use crate::interchange::file::unreadable::Unreadable;
use crate::interchange::sheet::choose::Options;
use crate::interchange::sheet::line::{Line, List, People, Wrong, columns, list};
use crate::interchange::sheet::period::year_in;
use crate::interchange::sheet::reading;
use crate::interchange::sheet::vocabulary::Spellings;
use jiff::civil::Date;
use std::collections::HashMap;

columns! {
    Year "year" => ["tahun anggaran", "tahun"],
    Quarter "quarter" => ["triwulan", "tw"],
    Unit "unit" => ["unit", "unit kerja"],
    Position "position" => ["jabatan"],
    Nip "nip" => ["nip"],
    Name "name" => ["pegawai", "nama", "nama pegawai"],
    Program "program" => ["program", "nama program"],
    Topic "topic" => ["rumpun", "kompetensi"],
    Form "form" => ["metode", "bentuk"],
    Organiser "organiser" => ["penyelenggara"],
    Hours "hours" => ["target jp", "jp"],
    Cost "cost" => ["estimasi biaya", "biaya"],
    Fund "fund" => ["sumber dana"],
    Urgency "urgency" => ["urgensi"],
    Why "why" => ["alasan"],
    State "state" => ["status"],
    Filed "filed" => ["tanggal pengajuan", "diajukan"],
    Set "set" => ["tanggal penetapan", "ditetapkan"];
    head [Year, Program]; subject [Nip, Name, Program]; days [Filed, Set]
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    Planned,
    Filed,
    Approved,
    Rejected,
    Revision,
    Cancelled,
}

pub const STATES: Spellings<State> = &[
    (State::Planned, &["direncanakan", "planned"]),
    (State::Filed, &["diajukan", "filed"]),
    (State::Approved, &["disetujui", "approved"]),
    (State::Rejected, &["ditolak", "rejected"]),
    (State::Revision, &["revisi", "revision"]),
    (State::Cancelled, &["dibatalkan", "cancelled"]),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Urgency {
    High,
    Medium,
    Low,
}

pub const URGENCIES: Spellings<Urgency> =
    &[(Urgency::High, &["Tinggi", "high"]), (Urgency::Medium, &["Sedang", "medium"]), (Urgency::Low, &["Rendah", "low"])];

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposalRow {
    pub row: u32,
    pub year: i16,
    pub quarter: Option<u8>,
    pub unit: Option<UnitId>,
    pub position: String,
    /// `None`: open to the unit.
    pub person: Option<PersonId>,
    pub program: String,
    pub topic: String,
    pub form: String,
    pub organiser: String,
    pub hours: Option<Number>,
    pub cost: Option<Number>,
    pub fund: String,
    pub urgency: Option<Urgency>,
    pub why: String,
    pub state: State,
    pub filed: Option<Date>,
    pub set: Option<Date>,
}

pub fn read(workbook: &Workbook, roster: &Roster, options: &Options<Field>) -> Result<List<Field, ProposalRow>, Unreadable> {
    let opened = reading::open(workbook, options, "proposals", |_| false)?;
    let titles = workbook.sheets[opened.index].rows.iter().take(opened.columns.header).flat_map(|row| &row.cells);
    let of_file = titles.filter_map(|cell| year_in(&cell.text)).next();
    let people = People::of(roster);
    let mut seen: HashMap<(Option<PersonId>, Option<UnitId>, String, i16), u32> = HashMap::new();
    Ok(list(opened, |line| {
        let person = line.somebody(Field::Nip, Field::Name, &people)?;
        let year = line.count(Field::Year, 2000..=2099, "import-year-wrong")?.and_then(|year| i16::try_from(year).ok());
        let Some(year) = year.or(of_file) else {
            return line.wrong(Field::Year, Text::plain("import-cell-missing"));
        };
        let quarter = quarter(line)?;
        let unit = line.unit(Field::Unit, &people)?;
        let program = line.needed(Field::Program)?;
        let (hours, cost) = (hours(line)?, cost(line)?);
        let urgency = line.word(Field::Urgency, URGENCIES)?;
        let state = line.word(Field::State, STATES)?.unwrap_or(State::Planned);
        let (filed, set) = (line.day(Field::Filed)?, line.day(Field::Set)?);
        let first = *seen.entry((person, unit, fold(&program), year)).or_insert(line.number());
        if first != line.number() {
            let text = Text::with("import-already-there", [("first", Arg::from(i64::from(first)))]);
            return line.wrong(Field::Program, text);
        }
        if of_file.is_some_and(|of_file| of_file != year) {
            line.warn(Field::Year, Text::with("import-other-year", [("year", Arg::Word(year.to_string()))]));
        }
        if let (Some(filed), Some(set)) = (filed, set)
            && set < filed
        {
            line.warn(Field::Set, Text::with("import-set-before-filed", [("day", Arg::Day(filed))]));
        }
        let said = |field| line.line(field).unwrap_or_default();
        let (position, topic, form) = (said(Field::Position), said(Field::Topic), said(Field::Form));
        let (organiser, fund, why) = (said(Field::Organiser), said(Field::Fund), line.text(Field::Why));
        let row = line.number();
        Ok(ProposalRow {
            row,
            year,
            quarter,
            unit,
            position,
            person,
            program,
            topic,
            form,
            organiser,
            hours,
            cost,
            fund,
            urgency,
            why,
            state,
            filed,
            set,
        })
    }))
}

fn quarter(line: &mut Line<'_, Field>) -> Result<Option<u8>, Wrong> {
    match fold(line.said(Field::Quarter)).as_str() {
        "" => Ok(None),
        "i" | "1" => Ok(Some(1)),
        "ii" | "2" => Ok(Some(2)),
        "iii" | "3" => Ok(Some(3)),
        "iv" | "4" => Ok(Some(4)),
        _ => line.wrong(Field::Quarter, Text::plain("import-quarter-wrong")),
    }
}

fn hours(line: &mut Line<'_, Field>) -> Result<Option<Number>, Wrong> {
    match line.amount(Field::Hours, "import-hours-wrong")? {
        Some(hours) if !hours_are_sound(hours) => line.wrong(Field::Hours, Text::plain("import-hours-wrong")),
        hours => Ok(hours),
    }
}

fn cost(line: &mut Line<'_, Field>) -> Result<Option<Number>, Wrong> {
    match line.amount(Field::Cost, "import-money-wrong")? {
        Some(cost) if cost.is_negative() => line.wrong(Field::Cost, Text::plain("import-money-negative")),
        cost => Ok(cost),
    }
}
