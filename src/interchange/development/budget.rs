//! Ceilings for development: per unit, year and source of funds. Pure.

use crate::domain::language::clean::fold;
use crate::domain::{Number, Roster, UnitId};
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
    pub unit: Option<UnitId>,
    pub fund: String,
    pub account: String,
    pub about: String,
    pub ceiling: Number,
    pub spent: Option<Number>,
}

pub fn read(workbook: &Workbook, roster: &Roster, options: &Options<Field>) -> Result<List<Field, BudgetRow>, Unreadable> {
    let opened = reading::open(workbook, options, "budget", |_| false)?;
    let people = People::of(roster);
    let mut seen: HashMap<(i16, Option<UnitId>, String), u32> = HashMap::new();
    Ok(list(opened, |line| {
        let year = line.count(Field::Year, 2000..=2099, "import-year-wrong")?;
        let Some(year) = year.and_then(|year| i16::try_from(year).ok()) else {
            return line.wrong(Field::Year, Text::plain("import-cell-missing"));
        };
        let unit = line.unit(Field::Unit, &people)?;
        let fund = line.line(Field::Fund).unwrap_or_default();
        let Some(ceiling) = line.amount(Field::Ceiling, "import-money-wrong")? else {
            return line.wrong(Field::Ceiling, Text::plain("import-cell-missing"));
        };
        let spent = line.amount(Field::Spent, "import-money-wrong")?;
        for (field, amount) in [(Field::Ceiling, Some(ceiling)), (Field::Spent, spent)] {
            if amount.is_some_and(Number::is_negative) {
                return line.wrong(field, Text::plain("import-money-negative"));
            }
        }
        let first = *seen.entry((year, unit, fold(&fund))).or_insert(line.number());
        if first != line.number() {
            return line.wrong(Field::Unit, Text::with("import-already-there", [("first", Arg::from(i64::from(first)))]));
        }
        if ceiling.is_zero() {
            line.warn(Field::Ceiling, Text::plain("import-ceiling-zero"));
        }
        if spent.is_some_and(|spent| spent > ceiling) {
            line.warn(Field::Spent, Text::plain("import-spent-over"));
        }
        let (account, about) = (line.line(Field::Account).unwrap_or_default(), line.text(Field::About));
        Ok(BudgetRow { row: line.number(), year, unit, fund, account, about, ceiling, spent })
    }))
}
