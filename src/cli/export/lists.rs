//! `bina export WORD`: the lists around evaluation and development, as `bina import` takes them in under the same word.
//! In the words of the forms, whatever the language of the program.

use super::named;
use crate::cli::work::Desk;
use crate::cli::{Context, Failure, OpenMode, Output};
use crate::domain::calendar::HolidayKind;
use crate::domain::{Dossier, Roster};
use crate::i18n::{Lang, Text, Words};
use crate::interchange::development::{budget, courses, learning, mentoring, plans, proposals, wishes};
use crate::interchange::evaluation::ekinerja;
use crate::interchange::written;
use crate::reports::evaluations;
use clap::ValueEnum;

/// Lists that are exported under the word with which they are imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Word {
    Evaluations,
    Ekinerja,
    Holidays,
    Distribution,
    Learning,
    Plans,
    Proposals,
    Courses,
    Budget,
    Wishes,
    Mentoring,
}

impl Word {
    pub fn of(written: &str) -> Option<Word> {
        Word::from_str(written, false).ok()
    }
    /// Whether its rows are about one person each, so that names choose among them.
    fn is_of_people(self) -> bool {
        use Word::*;
        matches!(self, Evaluations | Ekinerja | Learning | Plans | Wishes | Mentoring)
    }
}

/// `names` only for lists of people, `year` only for proposals.
pub fn run(ctx: &Context, word: Word, names: &[String], year: Option<i16>, out: &mut Output) -> Result<(), Failure> {
    if !names.is_empty() && !word.is_of_people() {
        return Err(Failure::usage("export-list-whole", []));
    }
    let desk = &mut Desk::open(ctx, OpenMode::ReadOnly)?;
    let rules = &ctx.rules.development;
    match word {
        Word::Evaluations => evaluations(ctx, desk, names, out),
        Word::Ekinerja => people(desk, names, &ekinerja::HEADER, |dossier, _| ekinerja::rows(dossier), out),
        Word::Holidays => holidays(ctx, desk, out),
        Word::Distribution => distribution(desk, out),
        Word::Learning => people(desk, names, &learning::HEADER, |dossier, _| learning::rows(dossier, rules), out),
        Word::Plans => people(desk, names, &plans::HEADER, |dossier, _| plans::rows(dossier, rules), out),
        Word::Wishes => people(desk, names, &wishes::HEADER, |dossier, _| wishes::rows(dossier), out),
        Word::Mentoring => people(desk, names, &mentoring::HEADER, mentoring::rows, out),
        Word::Proposals => some(&proposals::HEADER, proposals::rows(&desk.roster, rules, year), out),
        Word::Courses => some(&courses::HEADER, courses::rows(&desk.roster.catalogue, rules), out),
        Word::Budget => some(&budget::HEADER, budget::rows(&desk.roster), out),
    }
}

/// Rows of everybody or of some, by name.
fn people(
    desk: &mut Desk,
    names: &[String],
    header: &[&str],
    rows: impl Fn(&Dossier, &Roster) -> Vec<Vec<String>>,
    out: &mut Output,
) -> Result<(), Failure> {
    let mut all = Vec::new();
    for row in named(desk, names)? {
        let dossier = desk.dossier(row.id)?;
        all.extend(rows(&dossier, &desk.roster));
    }
    some(header, all, out)
}

/// A table with nothing in it would be no list.
fn some(header: &[&str], rows: Vec<Vec<String>>, out: &mut Output) -> Result<(), Failure> {
    match rows.is_empty() {
        true => Err(Failure::refused("export-list-empty", []).hint(Text::plain("export-hint-list"))),
        false => table(header, rows, out),
    }
}

/// Evaluations that hold; of one that came with a list, the predikat as the list said it.
fn evaluations(ctx: &Context, desk: &mut Desk, names: &[String], out: &mut Output) -> Result<(), Failure> {
    let (forms, rules) = (Words::new(Lang::Id), desk.rules(ctx));
    let mut rows = Vec::new();
    for row in named(desk, names)? {
        rows.extend(evaluations::listed(&desk.dossier(row.id)?, &forms, &rules));
    }
    if rows.is_empty() {
        return Err(Failure::refused("evaluation-none", []).hint(Text::plain("export-hint-evaluations")));
    }
    table(&evaluations::LIST_HEADER, rows, out)
}

/// The lists that hold, whether they were imported or are built in.
fn holidays(ctx: &Context, desk: &Desk, out: &mut Output) -> Result<(), Failure> {
    let rules = desk.rules(ctx);
    let days = rules.holiday_lists.years().flat_map(|list| {
        list.days.iter().map(|holiday| {
            let kind = if holiday.kind == HolidayKind::National { "LN" } else { "CB" };
            vec![holiday.on.to_string(), kind.to_owned(), holiday.name.clone(), list.source.clone()]
        })
    });
    table(&["tanggal", "jenis", "nama", "sumber"], days.collect(), out)
}

/// What is known of units, period by period.
fn distribution(desk: &Desk, out: &mut Output) -> Result<(), Failure> {
    const HEADER: [&str; 10] = [
        "Periode",
        "Unit",
        "Capaian Organisasi",
        "Sangat Baik",
        "Baik",
        "Butuh Perbaikan",
        "Kurang",
        "Sangat Kurang",
        "Jumlah",
        "Keterangan",
    ];
    let forms = Words::new(Lang::Id);
    let mut results: Vec<_> = desk.roster.catalogue.office.unit_results().collect();
    results.sort_by_key(|result| (std::cmp::Reverse(result.period.first()), result.unit.as_str()));
    let rows: Vec<Vec<String>> = results
        .into_iter()
        .map(|result| {
            let reached = result.result.map(|reached| evaluations::result_word(&forms, reached)).unwrap_or_default();
            let mut row = vec![forms.evaluation_period(result.period), result.unit.clone(), reached];
            match result.others {
                Some(counts) => {
                    row.extend(counts.iter().map(u32::to_string));
                    row.push(crate::domain::evaluation::total(&counts).to_string());
                }
                None => row.extend(std::iter::repeat_n(String::new(), 6)),
            }
            row.push(result.note.clone());
            row
        })
        .collect();
    if rows.is_empty() {
        return Err(Failure::refused("export-no-distribution", []).hint(Text::plain("export-hint-distribution")));
    }
    table(&HEADER, rows, out)
}

fn table(header: &[&str], rows: Vec<Vec<String>>, out: &mut Output) -> Result<(), Failure> {
    let bytes = written::csv(header, rows).map_err(|error| Failure::output(&error))?;
    out.table(&bytes)
}
