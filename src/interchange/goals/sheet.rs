//! Plans written out: the columns of the forms, then what is needed so that the same plan comes in again, then the
//! realisation, which the import leaves alone. Pure: gives bytes. Nothing in them runs when a spreadsheet opens them.

use crate::domain::goal::plan::{Goal, Standing};
use crate::domain::goal::{Indicator, Measure};
use crate::domain::language::clean::clean_text;
use crate::domain::{Nip, Number};
use crate::interchange::sheet::cells::neutral;
use crate::interchange::sheet::vocabulary::{self as words, Kind};
use jiff::civil::Date;

/// One person's results.
#[derive(Clone, Debug)]
pub struct Listed<'a> {
    pub name: String,
    pub nip: Option<&'a Nip>,
    pub goals: Vec<Goal<'a>>,
}

/// What is said of a result in words: the pace of one indicator, and the supervisor's word.
pub type Sayer<'a> = dyn Fn(&Goal<'_>, Option<&Standing<'_>>) -> [String; 2] + 'a;

const HEADER: [&str; 31] = [
    "NIP",
    "RHK Pimpinan yang Diintervensi",
    "RHK",
    "Jenis",
    "Aspek",
    "Indikator Kinerja Individu",
    "Target",
    "Satuan",
    "Arah",
    "Bobot",
    "Periode Mulai",
    "Periode Akhir",
    "Nama",
    "Perspektif",
    "Target Akhir",
    "Nilai Awal",
    "Langkah",
    "Perhitungan Nilai",
    "Pendekatan",
    "Ekspektasi",
    "Klasifikasi RHK",
    "Bobot Indikator",
    "Tenggat RHK",
    "Tenggat Indikator",
    "Tanda",
    "Target Belum Ditetapkan",
    "Realisasi",
    "Tanggal Realisasi",
    "Capaian",
    "Laju",
    "Status",
];

/// CSV as an Indonesian spreadsheet opens it: UTF-8 with BOM, semicolons, decimal commas.
pub fn write(people: &[Listed<'_>], said: &Sayer<'_>) -> std::io::Result<Vec<u8>> {
    let mut out =
        csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(b"\xEF\xBB\xBF".to_vec());
    out.write_record(HEADER)?;
    for person in people {
        for goal in &person.goals {
            if goal.standings.is_empty() {
                out.write_record(record(person, goal, None, said))?;
            }
            for standing in &goal.standings {
                out.write_record(record(person, goal, Some(standing), said))?;
            }
        }
    }
    out.into_inner().map_err(|error| std::io::Error::other(error.to_string()))
}

fn record(person: &Listed<'_>, goal: &Goal<'_>, standing: Option<&Standing<'_>>, said: &Sayer<'_>) -> [String; 31] {
    let result = goal.result;
    let indicator = standing.map(|standing| standing.indicator);
    let of = |say: fn(&Indicator) -> String| indicator.map(say).unwrap_or_default();
    let [pace, status] = said(goal, standing);
    let [value, on, progress] = realisation(standing);
    [
        // Eighteen digits: without the mark a spreadsheet keeps fifteen of them.
        person.nip.map(|nip| format!("'{}", nip.as_str())).unwrap_or_default(),
        text(result.supports.as_ref().map_or("", |s| &s.title)),
        text(&result.title),
        words::write(words::CLASSES, &result.class).to_owned(),
        of(|i| i.aspect.map(|aspect| words::write(words::ASPECTS, &aspect).to_owned()).unwrap_or_default()),
        of(|i| text(&i.title)),
        of(target),
        of(|i| text(&i.unit)),
        of(|i| words::write(words::KINDS, &Kind::of(&i.measure)).to_owned()),
        optional(result.weight),
        day(Some(result.period.from)),
        day(Some(result.period.until)),
        text(&person.name),
        of(|i| i.perspective.map(|p| words::write(words::PERSPECTIVES, &p).to_owned()).unwrap_or_default()),
        of(|i| if let Measure::Within { high, .. } = &i.measure { number(*high) } else { String::new() }),
        of(|i| optional(i.measure.baseline())),
        of(steps),
        of(|i| words::write(words::ACCRUALS, &i.accrual).to_owned()),
        words::write(words::APPROACHES, &result.approach).to_owned(),
        text(&result.expectation),
        words::write(words::SCOPES, &result.scope).to_owned(),
        of(|i| optional(i.weight)),
        day(result.due),
        of(|i| day(i.due)),
        text(&result.tag),
        of(|i| if i.target_open { words::write(words::YES, &true).to_owned() } else { String::new() }),
        value,
        on,
        progress,
        text(&pace),
        text(&status),
    ]
}

fn realisation(standing: Option<&Standing<'_>>) -> [String; 3] {
    let Some(standing) = standing else { return Default::default() };
    let value = standing.value.map(|value| match standing.indicator.measure {
        Measure::YesNo => words::write(words::YES, &(value == Number::ONE)).to_owned(),
        _ => number(value),
    });
    let on = standing.check_ins.iter().rev().find(|c| c.value.is_some() == standing.value.is_some()).map(|c| c.on);
    let progress = standing.progress.map(|share| format!("{}%", share.percent())).unwrap_or_default();
    [value.unwrap_or_default(), day(on), progress]
}

fn target(indicator: &Indicator) -> String {
    match &indicator.measure {
        Measure::Higher { target, .. } | Measure::Lower { target, .. } => number(*target),
        Measure::Within { low, .. } => number(*low),
        Measure::YesNo => words::write(words::YES, &true).to_owned(),
        Measure::Milestones { steps } => steps.len().to_string(),
        Measure::Described => String::new(),
    }
}

fn steps(indicator: &Indicator) -> String {
    let Measure::Milestones { steps } = &indicator.measure else { return String::new() };
    let lines = steps.iter().enumerate().map(|(i, step)| format!("{}. {step}", i + 1));
    text(&lines.collect::<Vec<_>>().join("\n"))
}

/// Stored text that nothing runs.
fn text(text: &str) -> String {
    neutral(&clean_text(text))
}

/// Without signs of thousands, which not every spreadsheet takes for such.
fn number(number: Number) -> String {
    number.to_string().replace('.', ",")
}

fn optional(given: Option<Number>) -> String {
    given.map(number).unwrap_or_default()
}

fn day(day: Option<Date>) -> String {
    day.map(|day| format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())).unwrap_or_default()
}
