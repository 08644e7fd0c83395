//! Evaluations of quarters and years as a section keeps them, one row a person and period. Pure. Whether the predikat
//! follows from the two ratings is judged where the rules are.

use crate::domain::competency::ExpectationRating;
use crate::domain::evaluation::Predicate;
use crate::domain::period::EvaluationPeriod;
use crate::domain::{Capacity, Period, PersonId, PersonName, Roster};
use crate::i18n::{Arg, Text};
use crate::interchange::file::table::Workbook;
use crate::interchange::file::unreadable::Unreadable;
use crate::interchange::sheet::choose::Options;
use crate::interchange::sheet::line::{List, People, columns, list};
use crate::interchange::sheet::period::evaluation_period_in;
use crate::interchange::sheet::reading;
use crate::interchange::sheet::vocabulary::{Spellings, YES};
use jiff::civil::Date;
use std::collections::HashMap;

columns! {
    Nip "nip" => ["nip", "nip pegawai", "nip baru"],
    Name "name" => ["nama", "nama pegawai", "pegawai"],
    Period "period" => ["periode", "periode penilaian"],
    From "from" => ["mulai", "periode awal", "awal"],
    Until "until" => ["akhir", "periode akhir", "selesai"],
    Results "results" => ["rating hasil kerja", "hasil kerja", "rating hasil"],
    Behaviour "behaviour" => ["rating perilaku kerja", "perilaku kerja", "rating perilaku"],
    Predikat "predikat" => ["predikat", "predikat kinerja", "predikat kinerja pegawai", "hasil akhir"],
    Assessor "assessor" => ["pejabat penilai", "pejabat penilai kinerja", "penilai"],
    Capacity "capacity" => ["kapasitas", "sebagai"],
    On "on" => ["tanggal", "tanggal penilaian"],
    Note "note" => ["keterangan", "catatan"],
    Acting "acting" => ["plt plh", "is plt plh"];
    head [Results, Behaviour]; subject [Nip, Name]; days [From, Until, On]
}

pub const RATINGS: Spellings<ExpectationRating> = &[
    (ExpectationRating::Above, &["Di atas ekspektasi", "above expectations"]),
    (ExpectationRating::Meets, &["Sesuai ekspektasi", "meets expectations"]),
    (ExpectationRating::Below, &["Di bawah ekspektasi", "below expectations"]),
];

pub const PREDIKAT: Spellings<Predicate> = &[
    (Predicate::VeryGood, &["Sangat Baik"]),
    (Predicate::Good, &["Baik"]),
    (Predicate::NeedsImprovement, &["Butuh Perbaikan", "cukup"]),
    (Predicate::Poor, &["Kurang/Misconduct", "kurang", "misconduct"]),
    (Predicate::VeryPoor, &["Sangat Kurang"]),
];

pub const CAPACITIES: Spellings<Capacity> = &[
    (Capacity::Definitive, &["definitif"]),
    (Capacity::ActingVacant, &["plt", "pelaksana tugas", "pj"]),
    (Capacity::ActingDaily, &["plh", "pelaksana harian"]),
];

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvaluationRow {
    pub row: u32,
    pub person: PersonId,
    /// The named period, and the days of it that this evaluation is about.
    pub period: EvaluationPeriod,
    pub days: Period,
    /// `None` where the person was not assessed.
    pub ratings: Option<(ExpectationRating, ExpectationRating)>,
    pub predikat: Option<Predicate>,
    /// As written.
    pub assessor: String,
    pub capacity: Option<Capacity>,
    pub on: Option<Date>,
    pub note: String,
    /// Of a post that the person fills for the time being.
    pub acting: bool,
}

pub fn read(
    workbook: &Workbook,
    roster: &Roster,
    options: &Options<Field>,
) -> Result<List<Field, EvaluationRow>, Unreadable> {
    let opened = reading::open(workbook, options, "evaluations", |_| false)?;
    let people = People::of(roster);
    let mut seen: HashMap<(PersonId, Period, String, bool), u32> = HashMap::new();
    Ok(list(opened, |line| {
        let person = line.person(Field::Nip, Field::Name, &people)?;
        let said = line.needed(Field::Period)?;
        let Some(period) = evaluation_period_in(&said) else {
            return line.wrong(Field::Period, Text::plain("import-goal-period"));
        };
        let (from, until) = line.days(Field::From, Field::Until)?;
        let days = Period { from: from.unwrap_or(period.first()), until: until.unwrap_or(period.last()) };
        let (results, behaviour) = (line.word(Field::Results, RATINGS)?, line.word(Field::Behaviour, RATINGS)?);
        let predikat = line.word(Field::Predikat, PREDIKAT)?;
        let ratings = match (results, behaviour) {
            (Some(results), Some(behaviour)) => Some((results, behaviour)),
            (None, None) if predikat.is_some() => None,
            (None, None) => {
                line.warn(Field::Predikat, Text::plain("import-not-assessed"));
                None
            }
            (None, _) => return line.wrong(Field::Results, Text::plain("import-cell-missing")),
            (_, None) => return line.wrong(Field::Behaviour, Text::plain("import-cell-missing")),
        };
        let assessor = line.line(Field::Assessor).unwrap_or_default();
        let capacity = line.word(Field::Capacity, CAPACITIES)?;
        let on = line.day(Field::On)?;
        let acting = line.word(Field::Acting, YES)?.unwrap_or(false);
        let first = *seen.entry((person, days, PersonName::parse(&assessor).key(), acting)).or_insert(line.number());
        if first != line.number() {
            let text = Text::with("import-already-there", [("first", Arg::from(i64::from(first)))]);
            return line.wrong(Field::Period, text);
        }
        let note = line.text(Field::Note);
        Ok(EvaluationRow {
            row: line.number(),
            person,
            period,
            days,
            ratings,
            predikat,
            assessor,
            capacity,
            on,
            note,
            acting,
        })
    }))
}
