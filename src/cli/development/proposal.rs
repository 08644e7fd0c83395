//! `bina proposal --year Y`: what is asked for the team in a year, in order, against the money.

use super::{Context, Desk, Failure, Output, dossiers, money, needs_of, people, setting};
use crate::cli::OpenMode;
use crate::cli::tables::TableArgs;
use crate::domain::Number;
use crate::domain::development::course::ceiling;
use crate::domain::development::sum::{Draft, Line, Stock, draft};
use crate::domain::development::{PlanItem, Proposal};
use crate::reports::development as report;
use clap::Args;
use std::collections::BTreeSet;

#[derive(Clone, Debug, Default, Args)]
pub struct ProposalArgs {
    #[arg(id = "proposal_year", long = "year", value_name = "YEAR", value_parser = clap::value_parser!(i16).range(1900..=9000))]
    pub year: i16,
    #[arg(long, value_name = "RUPIAH")]
    pub budget: Option<String>,
    #[command(flatten)]
    pub table: TableArgs,
}

pub fn run(ctx: &Context, args: &ProposalArgs, out: &mut Output) -> Result<(), Failure> {
    let desk = &mut Desk::open(ctx, OpenMode::ReadOnly)?;
    let rows = people(desk, "")?;
    let dossiers = dossiers(desk, &rows)?;
    let office = &desk.roster.catalogue.development;
    let units: BTreeSet<_> = rows.iter().filter_map(|row| row.unit).collect();
    let needs: Vec<_> = dossiers.iter().flat_map(|dossier| needs_of(ctx, desk, dossier)).collect();
    let items: Vec<PlanItem> = dossiers.iter().flat_map(|d| d.items.iter().cloned()).collect();
    let team: BTreeSet<_> = rows.iter().map(|row| row.id).collect();
    let own = |row: &&Proposal| match row.person {
        Some(person) => team.contains(&person),
        None => row.unit.is_some_and(|unit| units.contains(&unit)),
    };
    let proposals: Vec<Proposal> = office.proposals().filter(own).cloned().collect();
    let courses = office.courses();
    let budget = match &args.budget {
        Some(typed) => Some(money(ctx, "--budget", typed)?),
        None => ceiling(&office.budget(), args.year, &units),
    };
    let stock = Stock { needs: &needs, items: &items, rows: &proposals, courses: &courses, rules: &ctx.rules.development };
    let draft = draft(args.year, stock, budget);
    if ctx.json {
        return out.json(&report::machine::proposal(&draft));
    }
    if args.table.wanted() {
        return table(ctx, args, &draft, out);
    }
    let lines = report::proposal(&draft, setting(ctx, desk, out));
    lines.iter().try_for_each(|(text, tone)| out.toned(*tone, text))
}

/// What others may read: people whose need is a wish or an open plan, and everybody where there are enough. Origins and
/// names stay here.
fn table(ctx: &Context, args: &ProposalArgs, draft: &Draft<'_>, out: &mut Output) -> Result<(), Failure> {
    let floor = usize::from(ctx.rules.development.effect.floor);
    let header = ["Program", "Metode", "Penyelenggara", "Orang", "JP", "Biaya", "Urgensi", "Status"];
    let told: Vec<Vec<String>> = draft.lines.iter().filter_map(|line| row(ctx, line, floor)).collect();
    let hidden = draft.lines.len() - told.len();
    args.table.put(ctx, &header, told, out)?;
    if hidden > 0 {
        let args = [("count", hidden.into()), ("floor", floor.into())];
        crate::cli::output::remark(&ctx.words.with("needs-hidden", &args));
    }
    Ok(())
}

/// `None` for a line that only private origins of a few people speak for.
fn row(ctx: &Context, line: &Line<'_>, floor: usize) -> Option<Vec<String>> {
    let all = line.people.len();
    let people = if all >= floor { all } else { line.nameable.len() };
    if people == 0 && line.open_rows == 0 {
        return None;
    }
    // The hours and the money of those who are told of.
    let count = |n: usize| Number::from(i64::try_from(n).unwrap_or(i64::MAX));
    let share = |whole: Number| if people == all { Some(whole) } else { whole.times(count(people)).over(count(all)) };
    let kind = line.kind.as_ref().map(|id| report::kind(&ctx.words, &ctx.rules.development, id));
    Some(vec![
        line.program.clone(),
        kind.unwrap_or_default(),
        line.organiser.clone(),
        people.to_string(),
        share(Number::from(i64::from(line.jp)))?.rounded(0).to_string(),
        share(line.cost)?.rounded(0).to_string(),
        line.urgency.map(|u| ctx.words.say(&format!("urgency-{}", u.id()))).unwrap_or_default(),
        report::line_state(&ctx.words, line.state),
    ])
}
