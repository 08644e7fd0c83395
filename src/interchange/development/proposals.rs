//! Proposals for development to the agency, one row a person (or a post) and programme. Pure.

use super::forms::{hours, kind_word, money, needed_kind};
use super::taking::{Setting, Taken, written_count, written_day, written_number, written_row, written_unit};
use crate::domain::development::hours::{JpRule, JpVerdict};
use crate::domain::development::need::Urgency;
use crate::domain::development::proposal::{Proposal, ProposalState, planned_jp};
use crate::domain::development::rules::{DevelopmentRules, KindId, squeezed};
use crate::domain::development::subject::Subject;
use crate::domain::language::clean::fold;
use crate::domain::{IdSource, Number, PersonId, ProposalId, Roster, Shared, UnitId};
use crate::i18n::{Arg, Text};
use crate::interchange::file::table::Workbook;
use crate::interchange::file::unreadable::Unreadable;
use crate::interchange::sheet::choose::Options;
use crate::interchange::sheet::line::{Line, List, People, Wrong, columns, list};
use crate::interchange::sheet::period::year_in;
use crate::interchange::sheet::reading;
use crate::interchange::sheet::vocabulary::{self, Spellings};
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
    Set "set" => ["tanggal penetapan", "ditetapkan"],
    Outcome "outcome" => ["hasil", "tindak lanjut", "outcome"];
    head [Year, Program]; subject [Nip, Name, Program]; days [Filed, Set]
}

pub const STATES: Spellings<ProposalState> = &[
    (ProposalState::Planned, &["direncanakan", "planned"]),
    (ProposalState::Proposed, &["diajukan", "filed", "proposed"]),
    (ProposalState::Approved, &["disetujui", "approved"]),
    (ProposalState::Rejected, &["ditolak", "rejected"]),
    (ProposalState::Revision, &["revisi", "revision"]),
    (ProposalState::Done, &["terealisasi", "terlaksana", "done"]),
    (ProposalState::Cancelled, &["dibatalkan", "cancelled"]),
];

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
    pub form: KindId,
    pub organiser: String,
    pub hours: Option<u32>,
    pub cost: Option<Number>,
    pub fund: String,
    pub urgency: Option<Urgency>,
    pub why: String,
    pub state: ProposalState,
    pub filed: Option<Date>,
    pub set: Option<Date>,
    /// What became of it.
    pub outcome: String,
}

pub fn read(
    workbook: &Workbook,
    roster: &Roster,
    rules: &DevelopmentRules,
    options: &Options<Field>,
) -> Result<List<Field, ProposalRow>, Unreadable> {
    let opened = reading::open(workbook, options, "proposals", |_| false)?;
    let titles = workbook.sheets[opened.index].rows.iter().take(opened.columns.header).flat_map(|row| &row.cells);
    let of_file = titles.filter_map(|cell| year_in(&cell.text)).next();
    let people = People::of(roster);
    let mut seen: HashMap<(Option<PersonId>, Option<UnitId>, String, i16), u32> = HashMap::new();
    Ok(list(opened, |line| {
        let row = row(line, &people, rules, of_file)?;
        let unit = if row.person.is_none() { row.unit } else { None };
        let first = *seen.entry((row.person, unit, squeezed(&row.program), row.year)).or_insert(row.row);
        if first != row.row {
            let text = Text::with("import-already-there", [("first", Arg::from(i64::from(first)))]);
            return line.wrong(Field::Program, text);
        }
        if of_file.is_some_and(|of_file| of_file != row.year) {
            line.warn(Field::Year, Text::with("import-other-year", [("year", Arg::Word(row.year.to_string()))]));
        }
        if let (Some(filed), Some(set)) = (row.filed, row.set)
            && set < filed
        {
            line.warn(Field::Set, Text::with("import-set-before-filed", [("day", Arg::Day(filed))]));
        }
        Ok(row)
    }))
}

fn row(
    line: &mut Line<'_, Field>,
    people: &People<'_>,
    rules: &DevelopmentRules,
    of_file: Option<i16>,
) -> Result<ProposalRow, Wrong> {
    let person = line.somebody(Field::Nip, Field::Name, people)?;
    let year = line.count(Field::Year, 2000..=2099, "import-year-wrong")?.and_then(|year| i16::try_from(year).ok());
    let Some(year) = year.or(of_file) else {
        return line.wrong(Field::Year, Text::plain("import-cell-missing"));
    };
    let quarter = quarter(line)?;
    let unit = line.unit(Field::Unit, people)?;
    if person.is_none() && unit.is_none() {
        return line.wrong(Field::Unit, Text::plain("import-cell-missing"));
    }
    let program = line.needed(Field::Program)?;
    let form = needed_kind(line, Field::Form, rules)?;
    let (hours, cost) = (hours(line, Field::Hours, rules)?, money(line, Field::Cost)?);
    let urgency = line.word(Field::Urgency, URGENCIES)?;
    let state = line.word(Field::State, STATES)?.unwrap_or_default();
    let (filed, set) = (line.day(Field::Filed)?, line.day(Field::Set)?);
    let said = |field| line.line(field).unwrap_or_default();
    Ok(ProposalRow {
        row: line.number(),
        year,
        quarter,
        unit,
        position: said(Field::Position),
        person,
        program,
        topic: said(Field::Topic),
        form,
        organiser: said(Field::Organiser),
        hours,
        cost,
        fund: said(Field::Fund),
        urgency,
        why: line.text(Field::Why),
        state,
        filed,
        set,
        outcome: said(Field::Outcome),
    })
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

/// The rows as proposals; one of the same person (or unit), programme and year takes the place of the other.
pub fn take(list: &mut List<Field, ProposalRow>, setting: &Setting<'_>, ids: &mut IdSource) -> Taken {
    let mut known: Vec<Proposal> = setting.catalogue().development.proposals().cloned().collect();
    let mut taken = Taken::default();
    for row in std::mem::take(&mut list.taken) {
        let number = row.row;
        let mut next = proposal(row, setting, ProposalId(setting.uuid(ids)));
        let place = known.iter().position(|known| known.is_same(&next));
        let was = place.map(|at| known[at].clone());
        if let Some(was) = &was {
            (next.id, next.item, next.on, next.by, next.written) = (was.id, was.item, was.on, was.by.clone(), was.written);
            if next.outcome.is_empty() {
                next.outcome.clone_from(&was.outcome);
            }
        }
        match place {
            Some(at) => known[at] = next.clone(),
            None => known.push(next.clone()),
        }
        if was.as_ref() != Some(&next) {
            warn_of_limit(list, number, &next, &known, setting);
        }
        taken.put(was.as_ref(), &next);
    }
    taken
}

fn proposal(row: ProposalRow, setting: &Setting<'_>, id: ProposalId) -> Proposal {
    Proposal {
        id,
        year: row.year,
        quarter: row.quarter,
        unit: row.unit,
        position: row.position,
        person: row.person,
        program: row.program,
        subject: Subject::read(&row.topic, setting.catalogue()),
        kind: row.form,
        organiser: row.organiser,
        jp: row.hours,
        cost: row.cost.unwrap_or(Number::ZERO),
        fund: row.fund,
        urgency: row.urgency,
        reason: Shared::new(row.why),
        state: row.state,
        proposed: row.filed,
        decided: row.set,
        outcome: row.outcome,
        item: None,
        on: row.filed.map_or(setting.today, |filed| filed.min(setting.today)),
        by: setting.actor.clone(),
        written: setting.now,
    }
}

/// More JP than a PPPK may have in the year, by all rows so far.
fn warn_of_limit(
    list: &mut List<Field, ProposalRow>,
    number: u32,
    row: &Proposal,
    known: &[Proposal],
    setting: &Setting<'_>,
) {
    let (Some(person), Some(jp), true) = (row.person, row.jp, row.is_live()) else { return };
    let rule = JpRule::of(setting.employment(person), &setting.rules.development);
    let all = planned_jp(known, person, row.year);
    if let (JpRule::Limit(limit), JpVerdict::Over(over)) = (rule, rule.verdict(all)) {
        let args = [
            ("year", Arg::from(row.year.to_string())),
            ("jp", i64::from(all).into()),
            ("limit", i64::from(limit).into()),
            ("over", i64::from(over).into()),
        ];
        list.warn(number, Field::Hours, &jp.to_string(), Text::with("import-jp-over-limit", args));
    }
}

pub const HEADER: [&str; 19] = [
    "Tahun Anggaran",
    "Triwulan",
    "Unit",
    "Jabatan",
    "NIP",
    "Pegawai",
    "Program",
    "Rumpun",
    "Metode",
    "Penyelenggara",
    "Target JP",
    "Estimasi Biaya",
    "Sumber Dana",
    "Urgensi",
    "Alasan",
    "Status",
    "Tanggal Pengajuan",
    "Tanggal Penetapan",
    "Hasil",
];

/// Proposals of every year, or of one, by year, unit and programme.
pub fn rows(roster: &Roster, rules: &DevelopmentRules, year: Option<i16>) -> Vec<Vec<String>> {
    let of_year = |row: &&Proposal| year.is_none_or(|year| row.year == year);
    let mut all: Vec<&Proposal> = roster.catalogue.development.proposals().filter(of_year).collect();
    all.sort_by_cached_key(|row| (row.year, fold(roster.units.name(row.unit)), fold(&row.program), row.id));
    all.into_iter().map(|row| written(row, roster, rules)).collect()
}

fn written(row: &Proposal, roster: &Roster, rules: &DevelopmentRules) -> Vec<String> {
    let quarter =
        row.quarter.and_then(|quarter| ["I", "II", "III", "IV"].get(usize::from(quarter).checked_sub(1)?).copied());
    let [nip, name] = written_row(roster, row.person);
    vec![
        row.year.to_string(),
        quarter.unwrap_or_default().to_owned(),
        written_unit(roster, row.unit),
        row.position.clone(),
        nip,
        name,
        row.program.clone(),
        row.subject.as_ref().map(|subject| subject.words.clone()).unwrap_or_default(),
        kind_word(&row.kind, rules),
        row.organiser.clone(),
        written_count(row.jp),
        written_number(Some(row.cost)),
        row.fund.clone(),
        row.urgency.map(|urgency| vocabulary::write(URGENCIES, &urgency).to_owned()).unwrap_or_default(),
        row.reason.get().clone(),
        vocabulary::write(STATES, &row.state).to_owned(),
        written_day(row.proposed),
        written_day(row.decided),
        row.outcome.clone(),
    ]
}
