//! Ceilings for development: per unit, year and source of funds. Pure.

use super::forms::money;
use super::taking::{Setting, Taken, written_number, written_unit};
use crate::domain::development::BudgetLine;
use crate::domain::development::rules::squeezed;
use crate::domain::language::clean::fold;
use crate::domain::{BudgetId, IdSource, Number, Roster, UnitId};
use crate::i18n::{Arg, Text};
use crate::interchange::file::table::Workbook;
use crate::interchange::file::unreadable::Unreadable;
use crate::interchange::sheet::choose::Options;
use crate::interchange::sheet::line::{List, People, columns, list};
use crate::interchange::sheet::reading;
use std::collections::HashMap;

columns! {
    Year "year" => ["tahun", "tahun anggaran", "year"],
    Unit "unit" => ["unit", "unit kerja"],
    Fund "fund" => ["sumber dana", "sumber pendanaan", "fund"],
    Account "account" => ["kode rekening", "rekening"],
    About "about" => ["uraian", "keterangan"],
    Ceiling "ceiling" => ["pagu", "pagu anggaran", "ceiling"],
    Spent "spent" => ["realisasi", "terpakai", "spent"];
    head [Year, Ceiling]; subject [Unit]; days []
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetRow {
    pub row: u32,
    pub year: i16,
    pub unit: UnitId,
    pub fund: String,
    pub account: String,
    pub about: String,
    pub ceiling: Number,
    pub spent: Option<Number>,
}

pub fn read(workbook: &Workbook, roster: &Roster, options: &Options<Field>) -> Result<List<Field, BudgetRow>, Unreadable> {
    let opened = reading::open(workbook, options, "budget", |_| false)?;
    let people = People::of(roster);
    let mut seen: HashMap<(i16, UnitId, String), u32> = HashMap::new();
    Ok(list(opened, |line| {
        let year = line.count(Field::Year, 2000..=2099, "import-year-wrong")?;
        let Some(year) = year.and_then(|year| i16::try_from(year).ok()) else {
            return line.wrong(Field::Year, Text::plain("import-cell-missing"));
        };
        let Some(unit) = line.unit(Field::Unit, &people)? else {
            return line.wrong(Field::Unit, Text::plain("import-cell-missing"));
        };
        let fund = line.line(Field::Fund).unwrap_or_default();
        let Some(ceiling) = money(line, Field::Ceiling)? else {
            return line.wrong(Field::Ceiling, Text::plain("import-cell-missing"));
        };
        let spent = money(line, Field::Spent)?;
        let first = *seen.entry((year, unit, squeezed(&fund))).or_insert(line.number());
        if first != line.number() {
            return line.wrong(Field::Unit, Text::with("import-already-there", [("first", Arg::from(i64::from(first)))]));
        }
        if ceiling.is_zero() {
            line.warn(Field::Ceiling, Text::plain("import-ceiling-zero"));
        }
        if spent.is_some_and(|spent: Number| spent > ceiling) {
            line.warn(Field::Spent, Text::plain("import-spent-over"));
        }
        let (account, about) = (line.line(Field::Account).unwrap_or_default(), line.text(Field::About));
        Ok(BudgetRow { row: line.number(), year, unit, fund, account, about, ceiling, spent })
    }))
}

/// The rows as ceilings; one of the same unit, year and source of funds takes the place of the other.
pub fn take(list: &mut List<Field, BudgetRow>, setting: &Setting<'_>, ids: &mut IdSource) -> Taken {
    let known = setting.catalogue().development.budget();
    let mut taken = Taken::default();
    for row in std::mem::take(&mut list.taken) {
        let was = known.iter().find(|line| line.is_for(row.year, row.unit, &row.fund));
        let next = BudgetLine {
            id: was.map_or_else(|| BudgetId(setting.uuid(ids)), |was| was.id),
            year: row.year,
            unit: row.unit,
            fund: row.fund,
            account: row.account,
            what: row.about,
            ceiling: row.ceiling,
            spent: row.spent,
            by: was.map_or_else(|| setting.actor.clone(), |was| was.by.clone()),
            written: was.map_or(setting.now, |was| was.written),
        };
        taken.put(was, &next);
    }
    taken
}

pub const HEADER: [&str; 7] = ["Tahun", "Unit", "Sumber Dana", "Kode Rekening", "Uraian", "Pagu", "Realisasi"];

/// All ceilings, by year, unit and source of funds.
pub fn rows(roster: &Roster) -> Vec<Vec<String>> {
    let mut lines = roster.catalogue.development.budget();
    lines.sort_by_cached_key(|line| (line.year, fold(roster.units.name(Some(line.unit))), fold(&line.fund), line.id));
    let row = |line: &BudgetLine| {
        vec![
            line.year.to_string(),
            written_unit(roster, Some(line.unit)),
            line.fund.clone(),
            line.account.clone(),
            line.what.clone(),
            written_number(Some(line.ceiling)),
            written_number(line.spent),
        ]
    };
    lines.iter().map(row).collect()
}
