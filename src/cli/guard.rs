//! `bina guard --period P`: the distribution of predikat against the pattern of the unit, in persons and without a name.

use super::evaluate::period;
use super::{Context, Failure, OpenMode, Output, work::Desk};
use crate::domain::evaluation::guard::Population;
use crate::domain::evaluation::office::NearestResult;
use crate::domain::evaluation::{Counts, Evaluation, Guard, OrganisationResult, UnitResult, holding};
use crate::domain::people::roster::Scope;
use crate::domain::period::EvaluationPeriod;
use crate::reports::guard;
use clap::{Args, ValueEnum};

#[derive(Clone, Debug, Default, Args)]
pub struct GuardArgs {
    #[arg(long, value_name = "PERIOD")]
    pub period: String,
    #[arg(long, value_name = "RESULT", hide_possible_values = true)]
    pub organisation: Option<Result5>,
    #[arg(long, value_name = "N,N,N,N,N", conflicts_with = "counts")]
    pub others: Option<String>,
    #[arg(long, value_name = "N,N,N,N,N")]
    pub counts: Option<String>,
    #[arg(id = "unit_name", long = "unit", value_name = "UNIT")]
    pub unit: Option<String>,
}

/// Result of an organisation; with `-` or `_`, and as the rule calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Result5 {
    #[value(alias = "istimewa")]
    Outstanding,
    #[value(alias = "baik")]
    Good,
    #[value(alias = "needs_improvement", alias = "cukup")]
    NeedsImprovement,
    #[value(alias = "kurang")]
    Poor,
    #[value(alias = "very_poor")]
    VeryPoor,
}

impl Result5 {
    fn result(self) -> OrganisationResult {
        match self {
            Result5::Outstanding => OrganisationResult::Outstanding,
            Result5::Good => OrganisationResult::Good,
            Result5::NeedsImprovement => OrganisationResult::NeedsImprovement,
            Result5::Poor => OrganisationResult::Poor,
            Result5::VeryPoor => OrganisationResult::VeryPoor,
        }
    }
}

pub fn run(ctx: &Context, args: &GuardArgs, out: &mut Output) -> Result<(), Failure> {
    let period = period(&args.period)?;
    // The whole unit in figures asks nothing of the store.
    if let (Some(counts), Some(result)) = (&args.counts, args.organisation) {
        let population = Population { counts: five("--counts", counts)?, ..Population::default() };
        return say(ctx, &Guard::of(population, Some(result.result()), &ctx.rules), out);
    }
    answer(ctx, &mut Desk::open(ctx, OpenMode::ReadOnly)?, period, args, out)
}

fn answer(
    ctx: &Context,
    desk: &mut Desk,
    period: EvaluationPeriod,
    args: &GuardArgs,
    out: &mut Output,
) -> Result<(), Failure> {
    let known = unit_result(ctx, desk, period, args.unit.as_deref())?;
    let result = args.organisation.map(Result5::result).or_else(|| known.as_ref().and_then(|unit| unit.result));
    let population = match &args.counts {
        Some(counts) => Population { counts: five("--counts", counts)?, ..Population::default() },
        None => {
            let typed = args.others.as_deref().map(|others| five("--others", others)).transpose()?;
            team(desk, period, typed.or_else(|| known.and_then(|unit| unit.others)), ctx)?
        }
    };
    say(ctx, &Guard::of(population, result, &ctx.rules), out)
}

/// The team's own, each person once, and the unit's other people where they are known.
fn team(desk: &mut Desk, period: EvaluationPeriod, others: Option<Counts>, ctx: &Context) -> Result<Population, Failure> {
    let ids: Vec<_> = desk.roster.team(Scope::Mine).map(|row| (row.id, row.status.in_service())).collect();
    let mut people: Vec<Vec<Evaluation>> = Vec::with_capacity(ids.len());
    for (id, in_service) in ids {
        let evaluations = desk.dossier(id)?.evaluations;
        if holding::is_of_round(in_service, &evaluations, period) {
            people.push(evaluations);
        }
    }
    let (own, undecided) = holding::tally(people.iter().map(Vec::as_slice), period, &ctx.rules);
    let counts = std::array::from_fn(|place| own[place].saturating_add(others.map_or(0, |others| others[place])));
    Ok(Population { counts, undecided, team_only: others.is_none() })
}

/// What is known of the user's unit, or of the nearest one above it; of the only one that is kept, otherwise.
fn unit_result(
    ctx: &Context,
    desk: &Desk,
    period: EvaluationPeriod,
    named: Option<&str>,
) -> Result<Option<UnitResult>, Failure> {
    let office = &desk.roster.catalogue.office;
    if let Some(unit) = named {
        let of_unit = |result: &&UnitResult| UnitResult::key(&result.unit) == UnitResult::key(unit);
        return Ok(office.of_period(period).into_iter().find(of_unit).cloned());
    }
    let own = desk.roster.me().and_then(|me| me.unit);
    let path = own.map(|unit| desk.roster.units.path(unit)).unwrap_or_default();
    match office.nearest(period, path.iter().map(|unit| unit.name.as_str())) {
        NearestResult::Of(result) => Ok(Some(result.clone())),
        NearestResult::Unknown => Ok(None),
        NearestResult::Several => {
            let period = ctx.words.evaluation_period(period);
            Err(Failure::refused("guard-several-units", [("period", period.into())]))
        }
    }
}

/// Five figures, very good to very poor.
fn five(arg: &'static str, typed: &str) -> Result<Counts, Failure> {
    let wrong = || Failure::usage("usage-counts", [("arg", arg.into()), ("value", typed.into())]);
    let figures: Option<Vec<u32>> = typed.split(',').map(|figure| figure.trim().parse().ok()).collect();
    let figures = figures.filter(|figures| figures.iter().all(|figure| *figure <= MOST)).ok_or_else(wrong)?;
    figures.try_into().map_err(|_| wrong())
}

/// No unit has more people.
const MOST: u32 = 1_000_000;

fn say(ctx: &Context, found: &Guard, out: &mut Output) -> Result<(), Failure> {
    if ctx.json {
        return out.json(&guard::machine(found, &ctx.rules));
    }
    guard::lines(&ctx.words, found, &ctx.rules).iter().try_for_each(|line| out.line(line))
}
