//! `bina report KIND [NAME] [--period P]`: a supervisor's own figures. The same that the Reports screen shows; every row can
//! be followed to the records behind it.

use super::development::{dossiers, hours_of, people};
use super::evaluate::period;
use super::{Context, Failure, OpenMode, Output, work::Desk};
use crate::domain::goal::plan::PerformancePlan;
use crate::domain::insights::{attention, evidence::Coverage, promises};
use crate::domain::period::{Period, Quarter, days_between};
use crate::domain::{ActionId, Dossier, Owner};
use crate::reports::insights::{self, Mood, Person, Report, Trends, of};
use clap::{Args, ValueEnum};
use jiff::{ToSpan, civil::Date};
use std::collections::BTreeSet;
use std::ops::ControlFlow;

#[derive(Clone, Debug, Args)]
pub struct ReportArgs {
    #[arg(id = "report_kind", value_name = "KIND", hide_possible_values = true)]
    pub kind: ReportKind,
    #[arg(value_name = "NAME")]
    pub name: Vec<String>,
    #[arg(long, value_name = "PERIOD")]
    pub period: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportKind {
    #[value(alias = "perhatian")]
    Attention,
    #[value(alias = "janji")]
    Promises,
    #[value(alias = "suasana")]
    Mood,
    #[value(alias = "bukti")]
    Evidence,
    #[value(alias = "sebaran")]
    Spread,
    #[value(alias = "tren")]
    Trends,
    #[value(alias = "jp")]
    Hours,
    #[value(alias = "dampak")]
    Effects,
}

/// Where nothing else is said, the last year, day by day; trends go back twelve quarters.
const MONTHS: i64 = 12;
const QUARTERS: i64 = 12;

pub fn run(ctx: &Context, args: &ReportArgs, out: &mut Output) -> Result<(), Failure> {
    answer(ctx, &mut Desk::open(ctx, OpenMode::ReadOnly)?, args, out)
}

fn answer(ctx: &Context, desk: &mut Desk, args: &ReportArgs, out: &mut Output) -> Result<(), Failure> {
    let rows = people(desk, &args.name.join(" "))?;
    let team = dossiers(desk, &rows)?;
    let days = days(ctx, args)?;
    let report = report(ctx, desk, args.kind, &team, days)?;
    if ctx.json {
        return out.json(&report);
    }
    insights::lines(&ctx.words, &report, out.width).iter().try_for_each(|line| out.line(line))
}

/// The days that are looked at. Nothing is known of days to come: a period under way is looked at as far as it has come.
fn days(ctx: &Context, args: &ReportArgs) -> Result<Period, Failure> {
    let (from, until) = match args.period.as_deref() {
        Some(typed) => {
            let period = period(typed)?;
            (period.first(), period.last().min(ctx.today))
        }
        None => {
            let months = if args.kind == ReportKind::Trends { QUARTERS * 3 } else { MONTHS };
            let from = ctx.today.checked_sub(months.months()).and_then(|day| day.checked_add(1.day()));
            (from.unwrap_or(ctx.today), ctx.today)
        }
    };
    let begun = Period::new(from, until);
    begun.ok_or_else(|| Failure::refused("report-not-begun", [("day", from.into())]))
}

fn report(ctx: &Context, desk: &mut Desk, kind: ReportKind, team: &[Dossier], days: Period) -> Result<Report, Failure> {
    let today = days.until;
    Ok(match kind {
        ReportKind::Attention => attention_of(ctx, team, days),
        ReportKind::Promises => {
            let moved = put_off_too_late(ctx, desk)?;
            let both = |dossier: &Dossier| {
                let side = |owner| promises::of(dossier, owner, days, today, &moved);
                (side(Owner::Supervisor), side(Owner::Employee))
            };
            of::promises(&found(team, both), days)
        }
        ReportKind::Mood => of::mood(&found(team, |dossier| Mood::of(dossier, days, today)), days),
        ReportKind::Evidence => of::evidence(&found(team, |dossier| Coverage::of(dossier, days, &ctx.rules)), days),
        ReportKind::Spread => of::spread(&found(team, |dossier| insights::predicates(dossier, days, &ctx.rules)), days),
        ReportKind::Trends => of::trends(&found(team, |dossier| trends(ctx, dossier, days)), days),
        ReportKind::Hours => of::hours(&found(team, |dossier| hours_of(ctx, dossier, today.year())), days),
        ReportKind::Effects => of::effects(&found(team, |_| ()), &ctx.rules, days),
    })
}

fn found<T>(team: &[Dossier], find: impl Fn(&Dossier) -> T) -> Vec<Person<'_, T>> {
    team.iter().map(|dossier| Person { dossier, found: find(dossier) }).collect()
}

/// The longest without contact first.
fn attention_of(ctx: &Context, team: &[Dossier], days: Period) -> Report {
    let mut given: Vec<attention::Given> =
        team.iter().map(|dossier| attention::Given::of(dossier, days, &ctx.rules)).collect();
    attention::compare(&mut given);
    let mut people: Vec<Person<'_, attention::Given>> =
        team.iter().zip(given).map(|(dossier, found)| Person { dossier, found }).collect();
    people.sort_by_key(|person| person.found.place());
    let overdue = team.iter().flat_map(|dossier| dossier.open_actions_of(Owner::Supervisor));
    let overdue = overdue.filter(|action| action.overdue(days.until)).count();
    of::attention(&people, overdue, days)
}

/// Promises whose day was put off after it had passed, as the log tells.
fn put_off_too_late(ctx: &Context, desk: &mut Desk) -> Result<BTreeSet<ActionId>, Failure> {
    let mut moved = BTreeSet::new();
    desk.store.entries(u64::MAX, &mut |entry| {
        moved.extend(promises::put_off_too_late(&entry.change, &ctx.zone));
        ControlFlow::Continue(())
    })?;
    Ok(moved)
}

fn trends(ctx: &Context, dossier: &Dossier, days: Period) -> Trends {
    let mut quarters = Vec::new();
    let mut quarter = Quarter::of(days.from);
    while quarter.first() <= days.until && days_between(days.from, quarter.first()) < QUARTERS * 92 {
        let end = quarter.last().min(days.until);
        let progress = PerformancePlan::on(dossier, end).and_then(|plan| plan.mean.value);
        quarters.push((quarter, progress.map(|progress| progress.percent())));
        quarter = Quarter::of(quarter.last().tomorrow().unwrap_or(Date::MAX));
    }
    let skip = quarters.len().saturating_sub(QUARTERS as usize);
    quarters.drain(..skip);
    let years = days.from.year()..=days.until.year();
    let hours = years.map(|year| (year, hours_of(ctx, dossier, year).counted)).collect();
    Trends { quarters, levels: insights::levels(dossier, days), hours }
}
