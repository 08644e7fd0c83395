//! `bina export evaluations [NAME…]`, `bina export holidays`, `bina export distribution`: what `bina import` takes in
//! under the same word. In the words of the forms, whatever the language of the program.

use super::named;
use crate::cli::work::Desk;
use crate::cli::{Context, Failure, Output};
use crate::domain::calendar::HolidayKind;
use crate::i18n::{Lang, Text, Words};
use crate::interchange::written;
use crate::reports::evaluations;

/// Evaluations that hold; of one that came with a list, the predikat as the list said it.
pub fn evaluations(ctx: &Context, desk: &mut Desk, names: &[String], out: &mut Output) -> Result<(), Failure> {
    let (forms, rules) = (Words::new(Lang::Id), desk.rules(ctx));
    let mut rows = Vec::new();
    for row in named(desk, names)? {
        rows.extend(evaluations::listed(&desk.dossier(row.id)?, &forms, &rules));
    }
    if rows.is_empty() {
        return Err(Failure::refused("evaluation-none", []).hint(Text::plain("export-hint-evaluations")));
    }
    table(&evaluations::HEADER, rows, out)
}

/// The lists that hold, whether they were imported or are built in.
pub fn holidays(ctx: &Context, desk: &Desk, out: &mut Output) -> Result<(), Failure> {
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
pub fn distribution(desk: &Desk, out: &mut Output) -> Result<(), Failure> {
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
                    row.push(counts.iter().sum::<u32>().to_string());
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
