//! `bina gaps [NAME]`: what is required against what is there, by person, by competency or by unit.

use super::{Context, Failure, OpenMode, Output, work::Desk};
use crate::domain::RosterRow;
use crate::domain::competency::standard::without_standard;
use crate::domain::people::roster::Scope;
use crate::interchange::{standards, written};
use crate::reports::gaps::{self, Rated, Setting};
use crate::reports::layout::hanging;
use clap::{Args, ValueEnum};

#[derive(Clone, Debug, Default, Args)]
pub struct GapsArgs {
    #[arg(value_name = "NAME")]
    pub name: Vec<String>,
    #[arg(
        id = "gaps_by",
        long = "by",
        value_name = "person|competency|unit",
        default_value = "person",
        hide_possible_values = true
    )]
    pub by: By,
    #[arg(long, conflicts_with = "json")]
    pub csv: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum By {
    #[default]
    Person,
    Competency,
    Unit,
}

pub fn run(ctx: &Context, args: &GapsArgs, out: &mut Output) -> Result<(), Failure> {
    answer(ctx, &mut Desk::open(ctx, OpenMode::ReadOnly)?, args, out)
}

fn answer(ctx: &Context, desk: &mut Desk, args: &GapsArgs, out: &mut Output) -> Result<(), Failure> {
    let typed = args.name.join(" ");
    let mut rows: Vec<RosterRow> = match typed.is_empty() {
        true => desk.roster.team(Scope::Mine).filter(|row| row.status.in_service()).cloned().collect(),
        false => vec![desk.person(&typed)?.clone()],
    };
    rows.sort_by_cached_key(|row| (row.name.key(), row.id));
    let mut people: Vec<Rated> = Vec::with_capacity(rows.len());
    for row in &rows {
        let dossier = desk.dossier(row.id)?;
        let unit = desk.roster.units.name(row.unit);
        people.push(Rated::of(&dossier, unit, &desk.roster.catalogue, &ctx.rules, ctx.today));
    }
    let catalogue = &desk.roster.catalogue;
    if ctx.json {
        return match args.by {
            By::Person => out.json_list(people.iter().map(|one| gaps::machine(one, &ctx.words, catalogue, &ctx.rules))),
            By::Competency => out.json_list(gaps::machine_competencies(&people, &ctx.words, catalogue)),
            By::Unit => out.json_list(gaps::machine_units(&people)),
        };
    }
    let setting = Setting { words: &ctx.words, catalogue, rules: &ctx.rules, columns: out.width };
    if args.csv {
        return csv(&people, args.by, setting, out);
    }
    if people.is_empty() {
        return out.line(&ctx.words.say("status-empty"));
    }
    let lines = match (args.by, people.as_slice()) {
        (By::Person, [one]) if !typed.is_empty() => gaps::of_person(one, setting),
        (By::Person, people) => gaps::by_person(people, setting),
        (By::Competency, people) => gaps::by_competency(people, setting),
        (By::Unit, people) => gaps::by_unit(people, setting),
    };
    lines.iter().try_for_each(|(text, tone)| out.toned(*tone, text))?;
    // Who is not counted is said, never left out in silence.
    let (without, nowhere) = without_standard(&rows, |position| catalogue.standard_of(Some(position)).is_some());
    for line in standards::plan::without_lines(&ctx.words, &without, nowhere) {
        let (indent, text) = line.strip_prefix("  ").map_or(("", line.as_str()), |text| ("  ", text));
        hanging(indent, text, out.width).iter().try_for_each(|line| out.line(line))?;
    }
    Ok(())
}

fn csv(people: &[Rated], by: By, setting: Setting<'_>, out: &mut Output) -> Result<(), Failure> {
    let group = |name| [&[name][..], &gaps::GROUP_HEADER].concat();
    let (header, rows) = match by {
        By::Person => (gaps::PERSON_HEADER.to_vec(), gaps::person_rows(people, setting)),
        By::Competency => {
            let groups = gaps::machine_competencies(people, setting.words, setting.catalogue);
            (group("Kompetensi"), gaps::group_rows(&groups))
        }
        By::Unit => (group("Unit"), gaps::group_rows(&gaps::machine_units(people))),
    };
    let bytes = written::csv(&header, rows).map_err(|error| Failure::output(&error))?;
    out.table(&bytes)
}

#[cfg(test)]
mod tests;
