//! e-Kinerja's two reports: "Laporan SKP" (whose plan is which, from when to when) and "Laporan Penilaian SKP" (what was
//! judged, by the number of the plan). They are told apart by their heads. Pure.

use super::evaluations::{PREDIKAT, RATINGS};
use crate::domain::competency::ExpectationRating;
use crate::domain::evaluation::{Predicate, Skp};
use crate::domain::language::clean::fold;
use crate::domain::period::EvaluationPeriod;
use crate::domain::{Actor, Dossier, Period, PersonId, Roster, SkpId};
use crate::i18n::{Arg, Text};
use crate::interchange::file::table::Workbook;
use crate::interchange::file::unreadable::Unreadable;
use crate::interchange::sheet::cells;
use crate::interchange::sheet::choose::Options;
use crate::interchange::sheet::header::best_header;
use crate::interchange::sheet::line::{Line, List, People, Wrong, columns, list};
use crate::interchange::sheet::period::{titled_period, year_in};
use crate::interchange::sheet::reading;
use crate::interchange::sheet::vocabulary::{self, YES};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::HashMap;

/// "Laporan SKP".
pub mod plans {
    use super::*;

    columns! {
        Number "number" => ["skp id"],
        Nip "nip" => ["nip"],
        Name "name" => ["nama"],
        Position "position" => ["skp jabatan", "jabatan"],
        Unit "unit" => ["skp unor", "unit"],
        Status "status" => ["skp status"],
        Model "model" => ["skp model"],
        From "from" => ["periode awal"],
        Until "until" => ["periode akhir"],
        Acting "acting" => ["is plt plh", "plt plh"];
        head [Number, From]; subject [Number, Nip, Name]; days [From, Until]
    }
}

/// "Laporan Penilaian SKP".
pub mod judgements {
    use super::*;

    columns! {
        Number "number" => ["id", "skp id"],
        Nip "nip" => ["nip"],
        Name "name" => ["nama"],
        Results "results" => ["hasil kerja"],
        Behaviour "behaviour" => ["perilaku kerja"],
        Final "final" => ["hasil akhir"],
        AssessorNip "assessor-nip" => ["pegawai atasan nip"],
        Assessor "assessor" => ["pegawai atasan nama"];
        head [Number, Final]; subject [Number, Nip, Name]; days []
    }
}

/// Whether a workbook is the report of plans; the other one otherwise.
pub fn is_of_plans(workbook: &Workbook) -> bool {
    workbook.sheets.iter().any(|sheet| best_header::<plans::Field>(&sheet.rows).is_some())
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkpRow {
    pub row: u32,
    pub person: PersonId,
    pub number: String,
    pub position: String,
    pub unit: String,
    pub status: String,
    pub model: String,
    pub span: Period,
    pub acting: bool,
}

impl SkpRow {
    pub fn record(self, actor: &Actor, now: Timestamp) -> Skp {
        Skp {
            id: SkpId::of(&self.number),
            person: self.person,
            number: self.number,
            position: self.position,
            unit: self.unit,
            status: self.status,
            model: self.model,
            span: self.span,
            acting_post: self.acting,
            by: actor.clone(),
            written: now,
        }
    }
}

pub const APPROVED: &str = "persetujuan";

pub fn read_plans(
    workbook: &Workbook,
    roster: &Roster,
    options: &Options<plans::Field>,
) -> Result<List<plans::Field, SkpRow>, Unreadable> {
    let opened = reading::open(workbook, options, "ekinerja", |_| false)?;
    let year = titles(workbook, opened.index, opened.columns.header).find_map(|title| year_in(&title));
    let people = People::of(roster);
    let mut seen: HashMap<String, u32> = HashMap::new();
    let mut read: Vec<(u32, Skp)> = Vec::new();
    Ok(list(opened, |line| {
        let row = plan(line, &people, year)?;
        let first = *seen.entry(fold(&row.number)).or_insert(row.row);
        if first != row.row {
            let text = Text::with("import-already-there", [("first", Arg::from(i64::from(first)))]);
            return line.skip(plans::Field::Number, text);
        }
        let record = row.clone().record(&Actor::default(), Timestamp::UNIX_EPOCH);
        let overlap = read.iter().find_map(|(first, other)| Some((*first, record.overlap(other)?)));
        if let Some((first, days)) = overlap {
            let args =
                [("from", Arg::Day(days.from)), ("until", Arg::Day(days.until)), ("first", Arg::from(i64::from(first)))];
            line.warn(plans::Field::From, Text::with("import-skp-overlap", args));
        }
        read.push((row.row, record));
        Ok(row)
    }))
}

fn plan(line: &mut Line<'_, plans::Field>, people: &People<'_>, year: Option<i16>) -> Result<SkpRow, Wrong> {
    use plans::Field;
    let number = line.needed(Field::Number)?;
    if line.is_blank(Field::Nip) {
        return line.wrong(Field::Nip, Text::plain("import-cell-missing"));
    }
    // Names stand here without titles and in capitals.
    let person = line.person(Field::Nip, Field::Name, people)?;
    let (Some(from), Some(until)) = line.days(Field::From, Field::Until)? else {
        let missing = if line.is_blank(Field::From) { Field::From } else { Field::Until };
        return line.wrong(missing, Text::plain("import-cell-missing"));
    };
    let acting = line.word(Field::Acting, YES)?.unwrap_or(false);
    let said = |field| line.line(field).unwrap_or_default();
    let (status, position, unit, model) =
        (said(Field::Status), said(Field::Position), said(Field::Unit), said(Field::Model));
    if !status.is_empty() && fold(&status) != APPROVED {
        line.warn(Field::Status, Text::plain("import-skp-not-approved"));
    }
    if acting {
        line.warn(Field::Acting, Text::plain("import-skp-acting"));
    }
    if year.is_some_and(|year| until.year() > year) {
        line.warn(Field::Until, Text::plain("import-skp-beyond-year"));
    }
    let span = Period { from, until };
    Ok(SkpRow { row: line.number(), person, number, position, unit, status, model, span, acting })
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JudgementRow {
    pub row: u32,
    pub number: String,
    /// By the number; by the name alone it may be one of several.
    pub people: Vec<PersonId>,
    /// The number is missing or was rounded: the plan has to say who it is.
    pub by_plan: bool,
    pub nip: String,
    pub ratings: Option<(ExpectationRating, ExpectationRating)>,
    /// `None`: not judged yet.
    pub predicate: Option<Predicate>,
    pub assessor: String,
    pub assessor_person: Option<PersonId>,
}

/// The rows, with the period and the day of the report as its titles say them.
pub struct Judgements {
    pub list: List<judgements::Field, JudgementRow>,
    pub period: Option<EvaluationPeriod>,
    pub on: Option<Date>,
}

pub fn read_judgements(
    workbook: &Workbook,
    roster: &Roster,
    options: &Options<judgements::Field>,
) -> Result<Judgements, Unreadable> {
    let opened = reading::open(workbook, options, "ekinerja", |_| false)?;
    let titles: Vec<String> = titles(workbook, opened.index, opened.columns.header).collect();
    let period = titles.iter().find_map(|title| titled_period(title));
    let of_report = |title: &String| fold(title).contains("tanggal laporan");
    let on = titles.iter().filter(|title| of_report(title)).find_map(|title| cells::date(title.rsplit(':').next()?));
    let people = People::of(roster);
    let list = list(opened, |line| judgement(line, &people, roster));
    Ok(Judgements { list, period, on })
}

fn judgement(line: &mut Line<'_, judgements::Field>, people: &People<'_>, roster: &Roster) -> Result<JudgementRow, Wrong> {
    use judgements::Field;
    let number = line.needed(Field::Number)?;
    let by_plan = line.is_blank(Field::Nip) || line.is_rounded(Field::Nip);
    let whom = match by_plan {
        true => people.called(&line.line(Field::Name).unwrap_or_default()),
        false => vec![line.person(Field::Nip, Field::Name, people)?],
    };
    let said = fold(line.said(Field::Final));
    if said == "istimewa" {
        return line.wrong(Field::Final, Text::plain("import-predicate-of-organisation"));
    }
    let predicate = line.word(Field::Final, PREDIKAT)?;
    let ratings = line.word(Field::Results, RATINGS)?.zip(line.word(Field::Behaviour, RATINGS)?);
    if said == "cukup" {
        let read = vocabulary::write(PREDIKAT, &Predicate::NeedsImprovement);
        line.warn(Field::Final, Text::with("import-read-as", [("word", read.into())]));
    }
    if predicate.is_none() && ratings.is_none() {
        line.warn(Field::Final, Text::plain("import-not-judged-yet"));
    }
    let assessor_person = people.by_number(line.said(Field::AssessorNip));
    let known = assessor_person.and_then(|person| roster.row(person)).map(|row| row.name.full());
    let assessor = known.or_else(|| line.line(Field::Assessor)).unwrap_or_default();
    if assessor.is_empty() && (predicate.is_some() || ratings.is_some()) {
        return line.wrong(Field::Assessor, Text::plain("import-cell-missing"));
    }
    let nip = line.raw(Field::Nip);
    Ok(JudgementRow {
        row: line.number(),
        number,
        people: whom,
        by_plan,
        nip,
        ratings,
        predicate,
        assessor,
        assessor_person,
    })
}

/// The cells above the head.
fn titles(workbook: &Workbook, sheet: usize, header: usize) -> impl Iterator<Item = String> + '_ {
    let rows = workbook.sheets[sheet].rows.iter().take(header);
    rows.flat_map(|row| &row.cells).map(|cell| cell.text.to_string())
}

/// The days of a plan that were judged, and in which period: that of the report; of a plan that had ended before or began
/// after it, the nearest one of the same kind.
pub fn judged_days(plan: Period, of_report: EvaluationPeriod) -> Option<(EvaluationPeriod, Period)> {
    let period = match (plan.until < of_report.first(), plan.from > of_report.last()) {
        (true, _) => of_report.kind().at(plan.until),
        (_, true) => of_report.kind().at(plan.from),
        _ => of_report,
    };
    Period::new(plan.from.max(period.first()), plan.until.min(period.last())).map(|days| (period, days))
}

pub const HEADER: [&str; 10] =
    ["skp_id", "nip", "nama", "jabatan", "unit", "skp_status", "skp_model", "periode_awal", "periode_akhir", "is_plt_plh"];

/// The plans of one person, by day.
pub fn rows(dossier: &Dossier) -> Vec<Vec<String>> {
    let nip = dossier.person.nip.as_ref().map(|nip| format!("'{}", nip.as_str())).unwrap_or_default();
    let row = |skp: &Skp| {
        vec![
            skp.number.clone(),
            nip.clone(),
            dossier.person.name.full(),
            skp.position.clone(),
            skp.unit.clone(),
            skp.status.clone(),
            skp.model.clone(),
            skp.span.from.to_string(),
            skp.span.until.to_string(),
            if skp.acting_post { "1" } else { "0" }.to_owned(),
        ]
    };
    dossier.skps.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::period::Quarter;
    use jiff::civil::date;

    #[test]
    fn a_plan_beside_the_period_of_the_report_was_judged_in_the_nearest_one() {
        let report = EvaluationPeriod::Quarter(Quarter { year: 2026, number: 3 });
        let days =
            |from, until| judged_days(Period { from, until }, report).map(|(period, days)| (period.to_string(), days));
        let whole = Period { from: date(2026, 7, 1), until: date(2026, 9, 30) };
        assert_eq!(days(date(2026, 1, 1), date(2026, 12, 31)), Some(("2026-Q3".into(), whole)));
        let before = Period { from: date(2026, 4, 1), until: date(2026, 6, 15) };
        assert_eq!(days(date(2026, 1, 1), date(2026, 6, 15)), Some(("2026-Q2".into(), before)));
        let after = Period { from: date(2026, 11, 1), until: date(2026, 12, 31) };
        assert_eq!(days(date(2026, 11, 1), date(2027, 1, 31)), Some(("2026-Q4".into(), after)));
    }
}
