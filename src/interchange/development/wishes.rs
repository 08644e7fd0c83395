//! What people want to learn, as an online form hands it over. Pure. Private words of the form stay with the row.

use super::taking::{Setting, Taken, written_day, written_person};
use crate::domain::development::need::{Wish, WishState};
use crate::domain::development::subject::Subject;
use crate::domain::language::clean::fold;
use crate::domain::{Dossier, IdSource, PersonId, Roster, Shared, WishId};
use crate::i18n::{Arg, Text};
use crate::interchange::file::table::Workbook;
use crate::interchange::file::unreadable::Unreadable;
use crate::interchange::sheet::cells;
use crate::interchange::sheet::choose::Options;
use crate::interchange::sheet::finding::Severity;
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
        let one = fold(&line.head(Field::Topic)) == ONE;
        let several = |sign: char| !one && matches!(sign, ';' | '|');
        let topics: Vec<String> =
            written.split(several).map(|topic| topic.trim().to_owned()).filter(|topic| !topic.is_empty()).collect();
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

/// The rows as wishes; one that is there stays as it is, and one that was dropped does not come back.
pub fn take(list: &mut List<Field, WishRow>, setting: &Setting<'_>, ids: &mut IdSource) -> Taken {
    let mut taken = Taken::default();
    for row in std::mem::take(&mut list.taken) {
        let known = setting.of(row.person, |dossier| &dossier.wishes);
        for topic in row.topics {
            let Some(subject) = Subject::read(&topic, setting.catalogue()) else { continue };
            let same = |wish: &&Wish| wish.subject.is_same(&subject);
            if known.iter().any(|wish| same(&wish) && wish.state == WishState::Open) {
                taken.keep();
            } else if known.iter().any(|wish| same(&wish)) {
                taken.keep();
                list.say(Severity::Skip, row.row, Field::Topic, &topic, Text::plain("import-wish-dropped"));
            } else {
                let wish = Wish {
                    id: WishId(setting.uuid(ids)),
                    person: row.person,
                    subject,
                    reason: Shared::new(row.why.clone()),
                    state: WishState::Open,
                    session: None,
                    on: row.on.map_or(setting.today, |on| on.min(setting.today)),
                    by: setting.actor.clone(),
                    written: setting.now,
                };
                taken.put(None, &wish);
            }
        }
    }
    taken
}

/// Under this head stands one wish, whatever signs are in it.
const ONE: &str = "keinginan";

pub const HEADER: [&str; 5] = ["Cap Waktu", "NIP", "Nama Lengkap", "Keinginan", "Mengapa topik itu perlu?"];

/// What one person still wishes to learn, by day.
pub fn rows(dossier: &Dossier) -> Vec<Vec<String>> {
    let [nip, name] = written_person(dossier.person.nip.as_ref(), &dossier.person.name);
    let open = dossier.wishes.iter().filter(|wish| wish.state == WishState::Open);
    let row = |wish: &Wish| {
        let words = wish.subject.words.clone();
        vec![written_day(Some(wish.on)), nip.clone(), name.clone(), words, wish.reason.get().clone()]
    };
    open.map(row).collect()
}
