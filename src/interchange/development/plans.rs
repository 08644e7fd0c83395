//! Individual development plans (IDP), one row an activity, also as agencies export them without numbers of people. Pure.

use super::forms::hours_are_sound;
use crate::domain::{Number, PersonId, Roster};
use crate::i18n::{Arg, Text};
use crate::interchange::file::table::Workbook;
use crate::interchange::file::unreadable::Unreadable;
use crate::interchange::sheet::cells;
use crate::interchange::sheet::choose::Options;
use crate::interchange::sheet::line::{Line, List, People, Wrong, columns, list};
use crate::interchange::sheet::reading;
use crate::interchange::sheet::vocabulary::Spellings;
use jiff::civil::Date;

columns! {
    Nip "nip" => ["nip", "nip pegawai", "nip baru"],
    Name "name" => ["pegawai", "nama", "nama pegawai", "nama lengkap"],
    Program "program" => ["program", "program pengembangan", "nama program"],
    Form "form" => ["metode", "metode diklat", "bentuk"],
    On "on" => ["tanggal", "tanggal pelaksanaan"],
    Hours "hours" => ["jp", "jam pelajaran jp", "jam pelajaran"],
    Organiser "organiser" => ["penyelenggara", "lembaga penyelenggara"],
    Evidence "evidence" => ["bukti", "bukti dokumen"],
    State "state" => ["status"];
    head [Program, Form]; subject [Nip, Name, Program]; days [On]
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    Planned,
    Underway,
    Done,
    Cancelled,
}

pub const STATES: Spellings<State> = &[
    (State::Planned, &["Direncanakan", "rencana", "planned"]),
    (State::Underway, &["Berjalan", "underway"]),
    (State::Done, &["Terlaksana", "selesai", "done"]),
    (State::Cancelled, &["Dibatalkan", "batal", "cancelled"]),
];

/// A day, or as much of it as was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Day(Date),
    /// The first day of the month.
    Month(Date),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRow {
    pub row: u32,
    pub person: PersonId,
    pub program: String,
    /// As written.
    pub form: String,
    pub when: Option<When>,
    pub hours: Option<Number>,
    pub organiser: String,
    pub evidence: String,
    pub state: Option<State>,
}

pub fn read(workbook: &Workbook, roster: &Roster, options: &Options<Field>) -> Result<List<Field, PlanRow>, Unreadable> {
    let opened = reading::open(workbook, options, "plans", |_| false)?;
    let people = People::of(roster);
    Ok(list(opened, |line| {
        let person = line.person(Field::Nip, Field::Name, &people)?;
        let program = line.needed(Field::Program)?;
        let when = when(line)?;
        let hours = line.amount(Field::Hours, "import-hours-wrong")?;
        if hours.is_some_and(|hours| !hours_are_sound(hours)) {
            return line.wrong(Field::Hours, Text::plain("import-hours-wrong"));
        }
        let state = line.word(Field::State, STATES)?;
        Ok(PlanRow {
            row: line.number(),
            person,
            program,
            form: line.line(Field::Form).unwrap_or_default(),
            when,
            hours,
            organiser: line.line(Field::Organiser).unwrap_or_default(),
            evidence: line.line(Field::Evidence).unwrap_or_default(),
            state,
        })
    }))
}

/// `2026-11` names a month and no day.
fn when(line: &mut Line<'_, Field>) -> Result<Option<When>, Wrong> {
    let said = line.said(Field::On).to_owned();
    let parts: Vec<&str> = said.split(['-', '/', ' ']).filter(|part| !part.is_empty()).collect();
    if let [a, b] = parts[..] {
        let (year, month) = if a.len() == 4 { (a, b) } else { (b, a) };
        if let Some(first) = cells::date(&format!("01-{month}-{year}")) {
            line.warn(Field::On, Text::with("import-month-only", [("day", Arg::Day(first))]));
            return Ok(Some(When::Month(first)));
        }
    }
    Ok(line.day(Field::On)?.map(When::Day))
}
