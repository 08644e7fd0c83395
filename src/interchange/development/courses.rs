//! Courses on offer. Pure; a competency that the framework does not know is kept as it is written.

use super::forms::{FORMS, hours_are_sound};
use crate::domain::Number;
use crate::domain::competency::{CompetencyId, Framework, lookup};
use crate::domain::language::clean::fold;
use crate::i18n::{Arg, Text};
use crate::interchange::file::table::Workbook;
use crate::interchange::file::unreadable::Unreadable;
use crate::interchange::sheet::choose::Options;
use crate::interchange::sheet::line::{List, columns, list};
use crate::interchange::sheet::reading;
use crate::interchange::sheet::vocabulary::Spellings;
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
    /// One of [`FORMS`].
    pub form: &'static str,
    pub competency: Option<CompetencyId>,
    /// As written.
    pub topic: String,
    pub hours: Option<Number>,
    pub cost: Option<Number>,
    pub cost_of: CostOf,
    pub organiser: String,
    pub months: String,
    pub places: Option<i64>,
}

pub fn read(
    workbook: &Workbook,
    framework: &Framework,
    options: &Options<Field>,
) -> Result<List<Field, CourseRow>, Unreadable> {
    let opened = reading::open(workbook, options, "courses", |_| false)?;
    let mut seen: HashMap<String, u32> = HashMap::new();
    Ok(list(opened, |line| {
        let name = line.needed(Field::Name)?;
        let code = line.line(Field::Code).unwrap_or_default();
        let first = *seen.entry(fold(if code.is_empty() { &name } else { &code })).or_insert(line.number());
        if first != line.number() {
            let field = if code.is_empty() { Field::Name } else { Field::Code };
            return line.wrong(field, Text::with("import-already-there", [("first", Arg::from(i64::from(first)))]));
        }
        let Some(form) = line.word(Field::Form, FORMS)? else {
            return line.wrong(Field::Form, Text::plain("import-cell-missing"));
        };
        let cost = line.amount(Field::Cost, "import-money-wrong")?;
        if cost.is_some_and(Number::is_negative) {
            return line.wrong(Field::Cost, Text::plain("import-money-negative"));
        }
        let hours = line.amount(Field::Hours, "import-hours-wrong")?;
        if hours.is_some_and(|hours| !hours_are_sound(hours)) {
            return line.wrong(Field::Hours, Text::plain("import-hours-wrong"));
        }
        if hours.is_none() {
            line.warn(Field::Hours, Text::plain("import-hours-missing"));
        }
        let topic = line.line(Field::Competency).unwrap_or_default();
        let competency = lookup::named(framework, &topic).map(|known| known.id.clone());
        if competency.is_none() && !topic.is_empty() {
            line.warn(Field::Competency, Text::plain("import-competency-unknown"));
        }
        Ok(CourseRow {
            row: line.number(),
            code,
            name,
            form,
            competency,
            topic,
            hours,
            cost,
            cost_of: line.word(Field::CostOf, COST_OF)?.unwrap_or(CostOf::Person),
            organiser: line.line(Field::Organiser).unwrap_or_default(),
            months: line.line(Field::Months).unwrap_or_default(),
            places: line.count(Field::Places, 0..=100_000, "import-count-wrong")?,
        })
    }))
}
