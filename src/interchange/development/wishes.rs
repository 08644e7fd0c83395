//! What people want to learn, as an online form hands it over. Pure. Private words of the form stay with the row.

use crate::domain::language::clean::fold;
use crate::domain::{PersonId, Roster};
use crate::i18n::{Arg, Text};
use crate::interchange::file::table::Workbook;
use crate::interchange::file::unreadable::Unreadable;
use crate::interchange::sheet::cells;
use crate::interchange::sheet::choose::Options;
use crate::interchange::sheet::line::{List, People, columns, list};
use crate::interchange::sheet::reading;
use jiff::civil::Date;
use std::collections::HashMap;

columns! {
    Stamp "stamp" => ["cap waktu", "timestamp", "waktu"],
    Mail "mail" => ["alamat email", "email", "email address"],
    Nip "nip" => ["nip"],
    Name "name" => ["nama lengkap", "nama", "nama pegawai", "pegawai"],
    Topic "topic" => ["topik yang ingin dipelajari", "topik", "keinginan", "keinginan belajar", "topic"],
    Why "why" => ["mengapa topik itu perlu", "alasan", "mengapa"];
    head [Topic]; subject [Nip, Name]; days []
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WishRow {
    pub row: u32,
    pub person: PersonId,
    pub on: Option<Date>,
    /// None where somebody answered that there is no wish.
    pub topics: Vec<String>,
    pub why: String,
}

pub fn read(workbook: &Workbook, roster: &Roster, options: &Options<Field>) -> Result<List<Field, WishRow>, Unreadable> {
    let opened = reading::open(workbook, options, "wishes", |_| false)?;
    let people = People::of(roster);
    let mut seen: HashMap<(PersonId, String), u32> = HashMap::new();
    Ok(list(opened, |line| {
        let person = line.person(Field::Nip, Field::Name, &people)?;
        let on = cells::date(line.said(Field::Stamp));
        let why = line.text(Field::Why);
        let row = line.number();
        // "Tidak ada" is an answer here, and nothing where a cell is merely empty.
        let written = line.raw(Field::Topic);
        if written.is_empty() {
            return line.wrong(Field::Topic, Text::plain("import-topic-missing"));
        }
        if cells::said(&written).is_empty() {
            line.warn(Field::Topic, Text::plain("import-no-wish"));
            return Ok(WishRow { row, person, on, topics: vec![], why });
        }
        let topics: Vec<String> =
            written.split([';', '|']).map(|topic| topic.trim().to_owned()).filter(|topic| !topic.is_empty()).collect();
        if topics.len() > 1 {
            line.warn(Field::Topic, Text::with("import-several-topics", [("count", Arg::from(topics.len()))]));
        }
        let mut new = Vec::new();
        let mut first = row;
        for topic in topics {
            let there = *seen.entry((person, fold(&topic))).or_insert(row);
            if there == row && !new.contains(&topic) {
                new.push(topic);
            } else {
                first = there;
            }
        }
        if new.is_empty() {
            return line.skip(Field::Topic, Text::with("import-already-there", [("first", Arg::from(i64::from(first)))]));
        }
        Ok(WishRow { row, person, on, topics: new, why })
    }))
}
