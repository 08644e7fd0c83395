//! Every rating that was given, as rows for a spreadsheet. For the supervisor: reasons are in it.

use super::competencies::{facet_word, kind_word, name, rater_word};
use crate::domain::competency::{Catalogue, CompetencyKind, Evidence, Rating};
use crate::domain::{Dossier, Level};
use crate::i18n::Words;
use jiff::civil::Date;

pub const HEADER: [&str; 13] = [
    "NIP",
    "Nama",
    "Jabatan",
    "Jenis",
    "Kompetensi",
    "Penilai",
    "Tanggal",
    "Level",
    "Teramati",
    "Sisi",
    "Alasan",
    "Bukti",
    "Kamus",
];

/// One row a rating, by day. A level is a number; what was not observed has none.
pub fn rows(dossier: &Dossier, words: &Words, catalogue: &Catalogue) -> Vec<Vec<String>> {
    let mut ratings: Vec<&Rating> = dossier.ratings.iter().collect();
    ratings.sort_by_key(|rating| rating.moment());
    let person = &dossier.person;
    let row = |rating: &&Rating| {
        let kind = catalogue.competency(&rating.competency).map_or(CompetencyKind::Technical, |c| c.kind);
        vec![
            // Eighteen digits: without the mark a spreadsheet keeps fifteen of them.
            person.nip.as_ref().map(|nip| format!("'{}", nip.as_str())).unwrap_or_default(),
            person.name.full(),
            person.position.clone().unwrap_or_default(),
            kind_word(words, kind),
            name(words, catalogue, &rating.competency),
            rater_word(words, &rating.rater),
            day(rating.on),
            rating.level().map(|level: Level| level.number().to_string()).unwrap_or_default(),
            words.say(if rating.level().is_some() { "goal-yes" } else { "competency-not-observed" }),
            rating.facet.map(|facet| facet_word(words, facet)).unwrap_or_default(),
            rating.reason.for_supervisor().clone(),
            rating.evidence.iter().map(evidence).collect::<Vec<_>>().join("; "),
            rating.framework.clone(),
        ]
    };
    ratings.iter().map(row).collect()
}

/// A document in words; a record by its identifier.
fn evidence(piece: &Evidence) -> String {
    match piece {
        Evidence::Record(id) => id.uuid().to_string(),
        Evidence::Document(text) => text.clone(),
    }
}

/// As an Indonesian spreadsheet takes it for a date.
pub(super) fn day(day: Date) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}
