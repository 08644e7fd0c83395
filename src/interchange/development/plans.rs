//! Individual development plans (IDP), one row an activity, also as agencies export them without numbers of people. Pure.

use super::forms::{hours, kind_word, needed_kind};
use super::taking::{Setting, Taken, written_count, written_day, written_person};
use crate::domain::development::course;
use crate::domain::development::hours::{jp_of_year, over_limit};
use crate::domain::development::item::{ItemState, PlanItem, Warning};
use crate::domain::development::month::{Month, When};
use crate::domain::development::rules::{DevelopmentRules, KindId, squeezed};
use crate::domain::development::subject::Subject;
use crate::domain::{Audience, Audienced, Dossier, IdSource, ItemId, Owner, PersonId, Roster};
use crate::i18n::{Arg, Text};
use crate::interchange::file::table::Workbook;
use crate::interchange::file::unreadable::Unreadable;
use crate::interchange::sheet::cells;
use crate::interchange::sheet::choose::Options;
use crate::interchange::sheet::line::{Line, List, People, Wrong, columns, list};
use crate::interchange::sheet::reading;
use crate::interchange::sheet::vocabulary::{self, Spellings};
use std::collections::{HashMap, HashSet};

columns! {
    Nip "nip" => ["nip", "nip pegawai", "nip baru"],
    Name "name" => ["pegawai", "nama", "nama pegawai", "nama lengkap"],
    Program "program" => ["program", "program pengembangan", "nama program"],
    Form "form" => ["metode", "metode diklat", "bentuk"],
    On "on" => ["tanggal", "tanggal pelaksanaan"],
    Hours "hours" => ["jp", "jam pelajaran jp", "jam pelajaran"],
    Organiser "organiser" => ["penyelenggara", "lembaga penyelenggara"],
    Evidence "evidence" => ["bukti", "bukti dokumen"],
    Expect "expect" => ["perilaku yang diharapkan", "harapan", "expected behaviour"],
    Topic "topic" => ["rumpun", "kompetensi"],
    State "state" => ["status"];
    head [Program, Form]; subject [Nip, Name, Program]; days [On]
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

impl State {
    fn of(state: &ItemState) -> State {
        match state {
            ItemState::Planned => State::Planned,
            ItemState::Running { .. } => State::Underway,
            ItemState::Done { .. } => State::Done,
            ItemState::Dropped { .. } => State::Cancelled,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRow {
    pub row: u32,
    pub person: PersonId,
    pub program: String,
    pub form: KindId,
    pub when: Option<When>,
    pub hours: Option<u32>,
    pub organiser: String,
    pub evidence: String,
    /// What will be seen afterwards, where a list says so.
    pub expect: String,
    pub topic: String,
    pub state: Option<State>,
}

pub fn read(
    workbook: &Workbook,
    roster: &Roster,
    rules: &DevelopmentRules,
    options: &Options<Field>,
) -> Result<List<Field, PlanRow>, Unreadable> {
    let opened = reading::open(workbook, options, "plans", |_| false)?;
    let people = People::of(roster);
    Ok(list(opened, |line| {
        let person = line.person(Field::Nip, Field::Name, &people)?;
        let program = line.needed(Field::Program)?;
        let form = needed_kind(line, Field::Form, rules)?;
        let when = when(line)?;
        let hours = hours(line, Field::Hours, rules)?;
        let state = line.word(Field::State, STATES)?;
        if state == Some(State::Done) && when.is_none() {
            return line.wrong(Field::On, Text::plain("import-cell-missing"));
        }
        let said = |field| line.line(field).unwrap_or_default();
        let (organiser, evidence, topic) = (said(Field::Organiser), said(Field::Evidence), said(Field::Topic));
        let expect = said(Field::Expect);
        let row = line.number();
        Ok(PlanRow { row, person, program, form, when, hours, organiser, evidence, expect, topic, state })
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
            return Ok(Some(When::Month(Month::of(first))));
        }
    }
    Ok(line.day(Field::On)?.map(When::Day))
}

/// The rows as items of plans. A row is the item of that name and day, else the one of that name and year.
pub fn take(list: &mut List<Field, PlanRow>, setting: &Setting<'_>, ids: &mut IdSource) -> Taken {
    let mut known: HashMap<PersonId, Vec<PlanItem>> = HashMap::new();
    let (mut taken, mut used) = (Taken::default(), HashSet::new());
    for row in std::mem::take(&mut list.taken) {
        let ahead = |when: When| if let When::Day(day) = when { day } else { when.month().first() } > setting.today;
        if row.state == Some(State::Done) && row.when.is_some_and(ahead) {
            list.refuse(row.row, Field::State, "", Text::plain("import-done-ahead"));
            continue;
        }
        let (number, person) = (row.row, row.person);
        let items = known.entry(person).or_insert_with(|| setting.of(person, |dossier| &dossier.items).to_vec());
        let place = place(items, &row, &used);
        let was = place.map(|at| items[at].clone());
        let (next, behind) = item(row, was.as_ref(), setting, ItemId(setting.uuid(ids)));
        if behind {
            list.warn(
                number,
                Field::State,
                vocabulary::write(STATES, &State::of(&next.state)),
                Text::plain("import-plan-ahead"),
            );
        }
        used.insert(next.id);
        taken.put(was.as_ref(), &next);
        match place {
            Some(at) => items[at] = next.clone(),
            None => items.push(next.clone()),
        }
        if was.as_ref() != Some(&next) {
            warn_of_limit(list, number, &next, items, setting);
        }
    }
    taken
}

fn place(items: &[PlanItem], row: &PlanRow, used: &HashSet<ItemId>) -> Option<usize> {
    let named = |item: &PlanItem| !used.contains(&item.id) && squeezed(item.name()) == squeezed(&row.program);
    let year = |when: Option<When>| when.map(|when| when.month().year());
    let exact = items.iter().position(|item| named(item) && item.when == row.when);
    exact.or_else(|| items.iter().position(|item| named(item) && year(item.when) == year(row.when)))
}

/// The item as the list has it now, and whether it is further here than there: then its state stays.
fn item(row: PlanRow, was: Option<&PlanItem>, setting: &Setting<'_>, id: ItemId) -> (PlanItem, bool) {
    let course = course::named(&setting.catalogue().development.courses(), &row.program).cloned();
    let topic = Subject::read(&row.topic, setting.catalogue());
    let about = || Subject::read(&row.program, setting.catalogue()).unwrap_or_else(|| Subject::topic(&row.program));
    let mut item = was.cloned().unwrap_or_else(|| PlanItem {
        id,
        person: row.person,
        subject: course.as_ref().and_then(|course| course.subject.clone()).unwrap_or_else(about),
        title: row.program.clone(),
        expect: Audienced::new(Audience::Shared, String::new()),
        kind: row.form.clone(),
        course: course.as_ref().map(|course| course.id),
        when: None,
        jp: None,
        cost: None,
        fund: String::new(),
        organiser: String::new(),
        helper: None,
        owner: Owner::Employee,
        programme: String::new(),
        before: None,
        state: ItemState::Planned,
        checks: vec![],
        evidence: String::new(),
        session: None,
        on: setting.today,
        by: setting.actor.clone(),
        written: setting.now,
    });
    if let Some(topic) = topic {
        item.subject = topic;
    }
    (item.kind, item.when, item.jp, item.organiser) = (row.form, row.when, row.hours, row.organiser);
    if !row.evidence.is_empty() {
        item.evidence = row.evidence;
    }
    if !row.expect.is_empty() {
        item.expect = Audienced::new(item.expect.audience(), row.expect);
    }
    let (here, there) = (State::of(&item.state), row.state.unwrap_or(State::Planned));
    let last = row.when.map_or(setting.today, |when| when.last().min(setting.today));
    match there {
        _ if here == there => {}
        _ if here > there => return (item, row.state.is_some()),
        State::Planned => {}
        State::Underway => item.state = ItemState::Running { since: last },
        State::Done => item = item.finished(last, &setting.rules.development),
        State::Cancelled => item.state = ItemState::Dropped { on: last, reason: setting.reason.to_owned() },
    }
    (item, false)
}

/// More JP than a PPPK may have in the year of this item, with what is counted already.
fn warn_of_limit(list: &mut List<Field, PlanRow>, number: u32, item: &PlanItem, items: &[PlanItem], setting: &Setting<'_>) {
    let (Some(when), Some(jp), ItemState::Planned) = (item.when, item.jp, &item.state) else { return };
    let learning = setting.of(item.person, |dossier| &dossier.learning);
    let rules = &setting.rules.development;
    let year = jp_of_year(learning, &[], setting.employment(item.person), when.month().year(), rules);
    if let Some(Warning::OverLimit { year, jp: all, limit }) = over_limit(items, &year) {
        let args = [
            ("year", Arg::from(year.to_string())),
            ("jp", i64::from(all).into()),
            ("limit", i64::from(limit).into()),
            ("over", i64::from(all - limit).into()),
        ];
        list.warn(number, Field::Hours, &jp.to_string(), Text::with("import-jp-over-limit", args));
    }
}

pub const HEADER: [&str; 11] = [
    "NIP",
    "Pegawai",
    "Program",
    "Metode",
    "Tanggal",
    "JP",
    "Penyelenggara",
    "Bukti",
    "Perilaku yang Diharapkan",
    "Rumpun",
    "Status",
];

/// The items of one person that others may read, by when they are to be.
pub fn rows(dossier: &Dossier, rules: &DevelopmentRules) -> Vec<Vec<String>> {
    let [nip, name] = written_person(dossier.person.nip.as_ref(), &dossier.person.name);
    let mut items: Vec<&PlanItem> = dossier.items.iter().filter(|item| item.audience() == Audience::Shared).collect();
    items.sort_by_key(|item| (item.when.map(When::last), item.on, item.id));
    let when = |when: When| match when {
        When::Day(day) => written_day(Some(day)),
        When::Month(month) => month.to_string(),
    };
    let row = |item: &PlanItem| {
        vec![
            nip.clone(),
            name.clone(),
            item.name().to_owned(),
            kind_word(&item.kind, rules),
            item.when.map(when).unwrap_or_default(),
            written_count(item.jp),
            item.organiser.clone(),
            item.evidence.clone(),
            item.expect.shared().map(|expect| expect.get().to_string()).unwrap_or_default(),
            item.subject.words.clone(),
            vocabulary::write(STATES, &State::of(&item.state)).to_owned(),
        ]
    };
    items.into_iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_month_is_written_as_it_is_read() {
        let month = Month::of(date(2026, 11, 30)).to_string();
        assert_eq!(cells::date(&format!("01-{}-{}", &month[5..], &month[..4])), Some(date(2026, 11, 1)));
    }
}
