//! `bina development [NAME]`: plans with their checks, hours of the year, licences.

use super::{Context, Desk, Failure, Output, dossiers, hours_of, people, setting};
use crate::cli::OpenMode;
use crate::reports::development as report;
use clap::Args;

#[derive(Clone, Debug, Default, Args)]
pub struct DevelopmentArgs {
    #[arg(value_name = "NAME")]
    pub name: Vec<String>,
}

pub fn run(ctx: &Context, args: &DevelopmentArgs, out: &mut Output) -> Result<(), Failure> {
    let desk = &mut Desk::open(ctx, OpenMode::ReadOnly)?;
    let typed = args.name.join(" ");
    let rows = people(desk, &typed)?;
    let dossiers = dossiers(desk, &rows)?;
    let set = setting(ctx, desk, out);
    let hours = |dossier| hours_of(ctx, dossier, ctx.today.year());
    if ctx.json {
        return match dossiers.as_slice() {
            [one] if !typed.is_empty() => out.json(&report::machine::person(one, &hours(one), set)),
            all => out.json_list(all.iter().map(|one| report::machine::person(one, &hours(one), set))),
        };
    }
    for dossier in &dossiers {
        report::plan(dossier, &hours(dossier), set).iter().try_for_each(|(text, tone)| out.toned(*tone, text))?;
    }
    Ok(())
}
