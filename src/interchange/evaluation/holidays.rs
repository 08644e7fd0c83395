//! Decreed holidays and joint leave, one row a day. Pure.

use crate::domain::calendar::HolidayKind;
use crate::i18n::{Arg, Text};
use crate::interchange::file::table::Workbook;
use crate::interchange::file::unreadable::Unreadable;
use crate::interchange::sheet::choose::Options;
use crate::interchange::sheet::line::{List, columns, list};
use crate::interchange::sheet::reading;
use crate::interchange::sheet::vocabulary::Spellings;
use jiff::civil::Date;
use std::collections::HashMap;

columns! {
    Day "day" => ["tanggal", "date", "hari"],
    Kind "kind" => ["jenis", "kind", "type"],
    Name "name" => ["nama", "hari libur", "nama hari libur", "keterangan", "name"],
    Source "source" => ["sumber", "dasar", "source"];
    head [Day, Kind]; subject [Name]; days [Day]
}

pub const KINDS: Spellings<HolidayKind> = &[
    (HolidayKind::National, &["LN", "libur nasional", "nasional", "national holiday"]),
    (HolidayKind::JointLeave, &["CB", "cuti bersama", "joint leave"]),
];

/// One day off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolidayRow {
    pub row: u32,
    pub on: Date,
    pub kind: HolidayKind,
    pub name: String,
    pub source: String,
}

pub fn read(workbook: &Workbook, options: &Options<Field>) -> Result<List<Field, HolidayRow>, Unreadable> {
    let opened = reading::open(workbook, options, "holidays", |_| false)?;
    let mut seen: HashMap<Date, u32> = HashMap::new();
    Ok(list(opened, |line| {
        let Some(on) = line.day(Field::Day)? else {
            return line.wrong(Field::Day, Text::plain("import-cell-missing"));
        };
        let Some(kind) = line.word(Field::Kind, KINDS)? else {
            return line.wrong(Field::Kind, Text::plain("import-cell-missing"));
        };
        let name = line.needed(Field::Name)?;
        let first = *seen.entry(on).or_insert(line.number());
        if first != line.number() {
            return line.wrong(Field::Day, Text::with("import-already-there", [("first", Arg::from(i64::from(first)))]));
        }
        Ok(HolidayRow { row: line.number(), on, kind, name, source: line.line(Field::Source).unwrap_or_default() })
    }))
}
