//! `bina export [NAME]`: everything as JSON, or all about one person; `--shared` only what the employees may see. What
//! is handed to somebody needs both: the shared records of all are many people's.
//!
//! `bina export goals [NAME…]`: plans of a year as a spreadsheet, which `bina import goals` takes in again.
//! `bina export evaluations [NAME…]`, `holidays` and so on: the lists that `bina import` takes in under that word.
//! `bina export standards`: the same for standards. `bina export ratings [NAME…]`: every rating that was given.

mod lists;

use super::args::ExportArgs;
use super::{Context, Failure, OpenMode, Output, context::past_day, guarded, work::Desk};
use crate::domain::goal::plan::{Goal, Standing};
use crate::domain::goal::{PerformancePlan, WorkResult};
use crate::domain::records::log::Known;
use crate::domain::{Dossier, PersonId, Roster, RosterRow};
use crate::i18n::Text;
use crate::interchange::{self, goals, written};
use crate::reports::goals::{status_word, verdict_word};
use crate::reports::{export, rating_table};
use jiff::civil::Date;

pub fn run(ctx: &Context, args: &ExportArgs, out: &mut Output) -> Result<(), Failure> {
    let ExportArgs { of, shared, year, as_of, yes } = args;
    let (shared, year) = (*shared, *year);
    let word = of.first().and_then(|what| lists::Word::of(what));
    let table = word.is_some() || of.first().is_some_and(|what| ["goals", "standards", "ratings"].contains(&what.as_str()));
    if as_of.is_some() && (of.is_empty() || table) {
        return Err(Failure::usage("export-as-of-alone", []));
    }
    if let Some((_, names)) = of.split_first().filter(|(what, _)| *what == "goals") {
        return plans(ctx, &mut Desk::open(ctx, OpenMode::ReadOnly)?, names, year, out);
    }
    if let (Some(word), Some((_, names))) = (word, of.split_first()) {
        return match (shared, year.is_some() && word != lists::Word::Proposals) {
            (true, _) => Err(Failure::usage("export-list-shared", [])),
            (_, true) => Err(Failure::usage("export-year-alone", [])),
            _ => lists::run(ctx, word, names, year, out),
        };
    }
    if year.is_some() {
        return Err(Failure::usage("export-year-alone", []));
    }
    match of.split_first() {
        Some((what, [])) if what == "standards" => return standards(&Desk::open(ctx, OpenMode::ReadOnly)?, out),
        // Ratings are the supervisor's own: nothing of them is for other eyes as it is.
        Some((what, _)) if what == "ratings" && shared => return Err(Failure::usage("export-ratings-shared", [])),
        Some((what, names)) if what == "ratings" => {
            return ratings(ctx, &mut Desk::open(ctx, OpenMode::ReadOnly)?, names, out);
        }
        _ => {}
    }
    let name = Some(of.join(" ")).filter(|name| !name.is_empty());
    let mut desk = Desk::open(ctx, OpenMode::ReadOnly)?;
    match (as_of, &name) {
        (Some(text), Some(name)) => known(ctx, &mut desk, name, text, args, out),
        _ => {
            if shared && !*yes {
                look_first(ctx, &mut desk, name.as_deref())?;
            }
            answer(&mut desk, name.as_deref(), shared, out)
        }
    }
}

/// What employees get is looked at like a sheet, before anything of it is written: one dossier at a time.
fn look_first(ctx: &Context, desk: &mut Desk, of: Option<&str>) -> Result<(), Failure> {
    let people: Vec<PersonId> = match of {
        Some(name) => vec![desk.person(name)?.id],
        None => desk.roster.rows().iter().map(|row| row.id).collect(),
    };
    for person in people {
        let dossier = desk.dossier(person)?;
        let printed = export::printed(&dossier);
        guarded::look_first(&desk.roster, &ctx.rules, &ctx.words, &[(&dossier, printed)])?;
    }
    Ok(())
}

/// One person's records as they were known at the end of a day.
fn known(
    ctx: &Context,
    desk: &mut Desk,
    name: &str,
    as_of: &str,
    args: &ExportArgs,
    out: &mut Output,
) -> Result<(), Failure> {
    let shared = args.shared;
    let day = past_day("--as-of", as_of, ctx.today)?;
    let person = desk.person(name)?.id;
    let Known { dossier, roster } = desk.known(ctx, person, day)?;
    if shared && !args.yes {
        let printed = export::printed(&dossier);
        guarded::look_first(&desk.roster, &ctx.rules, &ctx.words, &[(&dossier, printed)])?;
    }
    begin(&roster.rows().iter().collect::<Vec<_>>(), &roster, shared, out)?;
    records(&dossier, shared, &mut "\n", out)?;
    out.put("\n]}\n")
}

fn standards(desk: &Desk, out: &mut Output) -> Result<(), Failure> {
    if desk.roster.catalogue.standards().next().is_none() {
        return Err(Failure::refused("standards-none", []).hint(Text::plain("standards-hint-import")));
    }
    let bytes = interchange::standards::write(&desk.roster.catalogue).map_err(|error| Failure::output(&error))?;
    out.table(&bytes)
}

/// Everybody or some, by name.
fn named(desk: &Desk, names: &[String]) -> Result<Vec<RosterRow>, Failure> {
    let mut rows: Vec<RosterRow> = match names {
        [] => desk.roster.rows().to_vec(),
        names => names.iter().map(|name| desk.person(name).cloned()).collect::<Result<_, _>>()?,
    };
    rows.sort_by_cached_key(|row| (row.name.key(), row.id));
    Ok(rows)
}

/// Every rating of everybody or of some, by name and day.
fn ratings(ctx: &Context, desk: &mut Desk, names: &[String], out: &mut Output) -> Result<(), Failure> {
    let rows = named(desk, names)?;
    let mut written = Vec::new();
    for row in rows {
        let dossier = desk.dossier(row.id)?;
        written.extend(rating_table::rows(&dossier, &ctx.words, &desk.roster.catalogue));
    }
    let bytes = written::csv(&rating_table::HEADER, written).map_err(|error| Failure::output(&error))?;
    out.table(&bytes)
}

/// Plans of a year, as they stand today.
fn plans(ctx: &Context, desk: &mut Desk, names: &[String], year: Option<i16>, out: &mut Output) -> Result<(), Failure> {
    let year = year.unwrap_or(ctx.today.year());
    let rows = named(desk, names)?;
    let dossiers: Vec<Dossier> = rows.iter().map(|row| desk.dossier(row.id)).collect::<Result<_, _>>()?;
    let listed: Vec<goals::Listed<'_>> = dossiers.iter().filter_map(|dossier| listed(dossier, year, ctx.today)).collect();
    if listed.is_empty() {
        return Err(
            Failure::refused("export-no-goals", [("year", year.to_string().into())]).hint(Text::plain("goals-hint-import"))
        );
    }
    let said = |goal: &Goal<'_>, standing: Option<&Standing<'_>>| {
        let pace = standing.and_then(|s| s.verdict(&ctx.rules)).map(|verdict| verdict_word(&ctx.words, verdict));
        let status = goal.result.status().map(|status| status_word(&ctx.words, status));
        [pace.unwrap_or_default(), status.unwrap_or_default()]
    };
    let bytes = goals::write(&listed, &said).map_err(|error| Failure::output(&error))?;
    out.table(&bytes)
}

/// What stayed behind when somebody moved is not planned any more.
fn listed(dossier: &Dossier, year: i16, today: Date) -> Option<goals::Listed<'_>> {
    let of_year = |r: &&WorkResult| !r.is_left() && r.period.from.year() <= year && year <= r.period.until.year();
    let plan = PerformancePlan::of(dossier.results.iter().filter(of_year).collect(), &dossier.check_ins, today)?;
    Some(goals::Listed { name: dossier.person.name.full(), nip: dossier.person.nip.as_ref(), goals: plan.goals })
}

/// Written piece by piece: one dossier at a time is in memory.
fn answer(desk: &mut Desk, of: Option<&str>, shared: bool, out: &mut Output) -> Result<(), Failure> {
    let roster = &desk.roster;
    let rows: Vec<&RosterRow> = match of {
        Some(name) => vec![desk.person(name)?],
        None => roster.rows().iter().collect(),
    };
    begin(&rows, roster, shared, out)?;
    let people: Vec<PersonId> = rows.iter().map(|row| row.id).collect();
    let mut separator = "\n";
    for person in people {
        records(&desk.dossier(person)?, shared, &mut separator, out)?;
    }
    out.put("\n]}\n")
}

fn begin(rows: &[&RosterRow], roster: &Roster, shared: bool, out: &mut Output) -> Result<(), Failure> {
    out.put(&format!("{{\"format\":{},\"people\":", export::FORMAT))?;
    if shared {
        out.json_list(rows.iter().map(|row| export::shared_person(row, roster)))?;
    } else {
        out.json_list(rows.iter().map(|row| export::person(row, roster)))?;
    }
    out.put(",\"records\":[")
}

fn records(dossier: &Dossier, shared: bool, separator: &mut &str, out: &mut Output) -> Result<(), Failure> {
    if shared {
        each(out, separator, &export::shared_records(dossier))
    } else {
        each(out, separator, &export::records(dossier))
    }
}

fn each<T: serde::Serialize>(out: &mut Output, separator: &mut &str, records: &[T]) -> Result<(), Failure> {
    for record in records {
        out.put(separator)?;
        out.json_part(record)?;
        *separator = ",\n";
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::double::{Double, Paper};
    use crate::reports::sample;
    use serde_json::Value;

    fn export(of: Option<&str>, shared: bool) -> (String, Value) {
        let (roster, dossier) = sample::office();
        let boss = sample::boss();
        let (store, paper) = (Double::with(roster, vec![dossier, boss]), Paper::default());
        answer(&mut store.desk(), of, shared, &mut paper.output()).unwrap();
        (paper.text(), serde_json::from_str(&paper.text()).unwrap())
    }

    #[test]
    fn everything_is_exported_in_the_promised_shape() {
        let (text, value) = export(None, false);
        assert_eq!(value["format"], 1);
        assert_eq!(value["people"].as_array().unwrap().len(), 2);
        let records = value["records"].as_array().unwrap();
        for record in records {
            for field in ["id", "person", "kind", "audience", "at", "by", "text"] {
                assert!(record.get(field).is_some(), "{field} in {record}");
            }
        }
        let kinds: Vec<&str> = records.iter().filter_map(|r| r["kind"].as_str()).collect();
        for kind in ["praise", "improve", "action", "agenda", "session"] {
            assert!(kinds.contains(&kind), "{kind}");
        }
        assert!(text.contains(sample::SECRET));
    }

    #[test]
    fn the_shared_export_has_no_private_text() {
        let (text, value) = export(None, true);
        assert!(!text.contains(sample::SECRET), "{text}");
        let records = value["records"].as_array().unwrap();
        assert!(!records.is_empty());
        assert!(records.iter().all(|r| r["audience"] == "shared"));
    }

    #[test]
    fn with_a_name_only_this_person_is_exported() {
        let (text, value) = export(Some("sari"), true);
        let sari = sample::sari().id().to_string();
        assert_eq!(value["people"].as_array().unwrap().len(), 1);
        assert!(value["records"].as_array().unwrap().iter().all(|r| r["person"] == sari.as_str()));
        assert!(!text.contains("Togar Simanjuntak, M.Si.\",\"nip"), "nobody else's entry: {text}");
        let (_, boss) = export(Some("togar"), true);
        assert_eq!((boss["people"].as_array().unwrap().len(), boss["records"].as_array().unwrap().len()), (1, 0));
    }

    #[test]
    fn every_rating_stands_in_a_row_and_nothing_of_it_runs() {
        use crate::reports::gaps::tests::{rated, standard};
        let (roster, _) = sample::office();
        let mut dossier = rated("Pengelola Layanan", &[("integrity", 2), ("communication", 0)]);
        dossier.ratings[0].reason = crate::domain::Audienced::new(crate::domain::Audience::Private, "=1+1".into());
        let (catalogue, _) = standard("Pengelola Layanan", &[("integrity", 3)]);
        let store = Double::with(roster.with_catalogue(catalogue), vec![dossier, sample::boss()]);
        let ctx = crate::cli::double::context(crate::i18n::Lang::Id);
        let paper = Paper::default();
        ratings(&ctx, &mut store.desk(), &["sari".to_owned()], &mut paper.output()).unwrap();
        let text = paper.text();
        assert!(text.starts_with("\u{feff}NIP;Nama;Jabatan"), "{text}");
        assert!(text.contains(";Integritas;atasan;01/10/2026;2;ya;;'=1+1;;"), "{text}");
        assert!(text.contains(";Komunikasi;atasan;01/10/2026;;tidak teramati;;;;"), "{text}");
        let paper = Paper::default();
        standards(&store.desk(), &mut paper.output()).unwrap();
        assert!(paper.text().contains("Pengelola Layanan;manajerial;Integritas;3;standar instansi"), "{}", paper.text());
        let args = ExportArgs { of: vec!["ratings".to_owned()], shared: true, ..ExportArgs::default() };
        let refused = run(&ctx, &args, &mut Paper::default().output()).unwrap_err();
        assert_eq!((refused.message.id, refused.kind.exit_code()), ("export-ratings-shared", 2));
    }
}
