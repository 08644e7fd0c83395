//! Courses on offer. Pure; a competency that the framework does not know is kept as it is written.

use super::forms::{hours, kind_word, money, needed_kind};
use super::taking::{Setting, Taken, written_count, written_number};
use crate::domain::competency::Catalogue;
use crate::domain::development::Course;
use crate::domain::development::course::{Months, Price};
use crate::domain::development::rules::{DevelopmentRules, KindId, squeezed};
use crate::domain::development::subject::Subject;
use crate::domain::language::clean::fold;
use crate::domain::{CourseId, IdSource};
use crate::i18n::{Arg, Text};
use crate::interchange::file::table::Workbook;
use crate::interchange::file::unreadable::Unreadable;
use crate::interchange::sheet::cells::month_number;
use crate::interchange::sheet::choose::Options;
use crate::interchange::sheet::line::{Line, List, Wrong, columns, list};
use crate::interchange::sheet::reading;
use crate::interchange::sheet::vocabulary::{self, Spellings};
use std::collections::HashMap;

columns! {
    Code "code" => ["kode", "code"],
    Name "name" => ["nama pelatihan", "nama kursus", "pelatihan", "name"],
    Form "form" => ["bentuk", "jenis", "metode"],
    Competency "competency" => ["kompetensi", "rumpun", "competency"],
    Hours "hours" => ["jp", "jam pelajaran", "jumlah jp"],
    Cost "cost" => ["biaya", "cost"],
    CostOf "cost-of" => ["satuan biaya", "biaya per"],
    Organiser "organiser" => ["penyelenggara", "lembaga penyelenggara"],
    Months "months" => ["bulan", "jadwal"],
    Places "places" => ["kuota", "peserta"];
    head [Name, Form]; subject [Code, Name]; days []
}

/// What a cost is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CostOf {
    Person,
    Package,
}

pub const COST_OF: Spellings<CostOf> =
    &[(CostOf::Person, &["orang", "peserta", "person"]), (CostOf::Package, &["paket", "package"])];

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseRow {
    pub row: u32,
    pub code: String,
    pub name: String,
    pub form: KindId,
    /// What the list's word for the field names, if it names a competency.
    pub subject: Option<Subject>,
    /// As written.
    pub topic: String,
    pub hours: Option<u32>,
    pub price: Option<Price>,
    pub organiser: String,
    pub months: Months,
    pub places: Option<u32>,
}

pub fn read(
    workbook: &Workbook,
    catalogue: &Catalogue,
    rules: &DevelopmentRules,
    options: &Options<Field>,
) -> Result<List<Field, CourseRow>, Unreadable> {
    let opened = reading::open(workbook, options, "courses", |_| false)?;
    let mut seen: HashMap<String, u32> = HashMap::new();
    Ok(list(opened, |line| {
        let name = line.needed(Field::Name)?;
        let code = line.line(Field::Code).unwrap_or_default();
        let organiser = line.line(Field::Organiser).unwrap_or_default();
        let key = if code.is_empty() { format!("{} / {}", fold(&name), fold(&organiser)) } else { squeezed(&code) };
        let first = *seen.entry(key).or_insert(line.number());
        if first != line.number() {
            let field = if code.is_empty() { Field::Name } else { Field::Code };
            return line.wrong(field, Text::with("import-already-there", [("first", Arg::from(i64::from(first)))]));
        }
        let form = needed_kind(line, Field::Form, rules)?;
        let cost = money(line, Field::Cost)?;
        let price = match line.word(Field::CostOf, COST_OF)? {
            Some(CostOf::Package) => cost.map(Price::Package),
            _ => cost.map(Price::Each),
        };
        let hours = hours(line, Field::Hours, rules)?;
        let months = months(line)?;
        let places = line.count(Field::Places, 0..=100_000, "import-count-wrong")?.and_then(|n| u32::try_from(n).ok());
        if hours.is_none() {
            line.warn(Field::Hours, Text::plain("import-hours-missing"));
        }
        let topic = line.line(Field::Competency).unwrap_or_default();
        let subject = Subject::read(&topic, catalogue).filter(|subject| subject.competency.is_some());
        if subject.is_none() && !topic.is_empty() && !rules.is_field(&topic) {
            line.warn(Field::Competency, Text::plain("import-competency-unknown"));
        }
        Ok(CourseRow { row: line.number(), code, name, form, subject, topic, hours, price, organiser, months, places })
    }))
}

const ALWAYS: &[&str] = &["sepanjang tahun", "setiap saat", "setiap bulan", "always", "all year"];
const AGREED: &[&str] = &["menurut kesepakatan", "sesuai kesepakatan", "menyesuaikan", "sesuai permintaan", "as agreed"];
const MONTHS: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

/// `Februari, Juli`, `sepanjang tahun`, `menurut kesepakatan`.
fn months(line: &mut Line<'_, Field>) -> Result<Months, Wrong> {
    let said = fold(line.said(Field::Months));
    if said.is_empty() {
        return Ok(Months::Unknown);
    }
    if ALWAYS.contains(&said.as_str()) {
        return Ok(Months::Always);
    }
    if AGREED.contains(&said.as_str()) {
        return Ok(Months::Agreed);
    }
    let parts = said.split([',', ';', '/', '|', '&']).flat_map(|part| part.split(" dan ")).map(str::trim);
    let read = |part: &str| month_number(part).and_then(|n| u8::try_from(n).ok()).filter(|n| (1..=12).contains(n));
    match parts.filter(|part| !part.is_empty()).map(read).collect::<Option<Vec<u8>>>() {
        Some(mut months) => {
            months.sort_unstable();
            months.dedup();
            Ok(Months::In(months))
        }
        None => line.wrong(Field::Months, Text::plain("import-months-wrong")),
    }
}

/// The rows as courses on offer; one of the same code, or of the same name and organiser, takes the place of the other.
pub fn take(list: &mut List<Field, CourseRow>, setting: &Setting<'_>, ids: &mut IdSource) -> Taken {
    let known = setting.catalogue().development.courses();
    let mut taken = Taken::default();
    for row in std::mem::take(&mut list.taken) {
        let mut next = Course {
            id: CourseId(setting.uuid(ids)),
            code: row.code,
            title: row.name,
            kind: row.form,
            field: row.topic,
            subject: row.subject,
            jp: row.hours,
            price: row.price,
            organiser: row.organiser,
            months: row.months,
            places: row.places,
            by: setting.actor.clone(),
            written: setting.now,
        };
        let was = known.iter().find(|course| course.is_same(&next));
        if let Some(was) = was {
            (next.id, next.by, next.written) = (was.id, was.by.clone(), was.written);
        }
        taken.put(was, &next);
    }
    taken
}

pub const HEADER: [&str; 10] =
    ["Kode", "Nama Pelatihan", "Bentuk", "Kompetensi", "JP", "Biaya", "Satuan Biaya", "Penyelenggara", "Bulan", "Kuota"];

/// All courses on offer, by code and name.
pub fn rows(catalogue: &Catalogue, rules: &DevelopmentRules) -> Vec<Vec<String>> {
    let mut courses = catalogue.development.courses();
    courses.sort_by_cached_key(|course| (fold(&course.code), fold(&course.title), course.id));
    let row = |course: Course| {
        let cost_of = match course.price {
            Some(Price::Package(_)) => vocabulary::write(COST_OF, &CostOf::Package),
            Some(Price::Each(_)) => vocabulary::write(COST_OF, &CostOf::Person),
            None => "",
        };
        let months = match &course.months {
            Months::Unknown => String::new(),
            Months::Always => ALWAYS[0].to_owned(),
            Months::Agreed => AGREED[0].to_owned(),
            Months::In(months) => {
                let names = months.iter().filter_map(|month| MONTHS.get(usize::from(*month).checked_sub(1)?));
                names.copied().collect::<Vec<_>>().join(", ")
            }
        };
        let field = match (&course.subject, course.field.is_empty()) {
            (Some(subject), true) => subject.words.clone(),
            _ => course.field.clone(),
        };
        vec![
            course.code.clone(),
            course.title.clone(),
            kind_word(&course.kind, rules),
            field,
            written_count(course.jp),
            written_number(course.price.map(Price::amount)),
            cost_of.to_owned(),
            course.organiser.clone(),
            months,
            written_count(course.places),
        ]
    };
    courses.into_iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_month_that_is_written_is_read() {
        for (at, name) in MONTHS.iter().enumerate() {
            assert_eq!(month_number(&fold(name)), i8::try_from(at + 1).ok(), "{name}");
        }
    }
}
