//! `bina readiness NAME --for POSITION`: facts about the way to a post, each with one of three states. Never a score.

use super::{Context, Desk, Failure, Output, setting};
use crate::cli::OpenMode;
use crate::domain::development::career::{Beside, Ground, aimed_at, readiness};
use crate::reports::development as report;
use clap::Args;

#[derive(Clone, Debug, Default, Args)]
pub struct ReadinessArgs {
    #[arg(required = true, value_name = "NAME")]
    pub name: Vec<String>,
    /// The post that the person aims at, where none is named.
    #[arg(id = "for_position", long = "for", value_name = "POSITION")]
    pub position: Option<String>,
}

pub fn run(ctx: &Context, args: &ReadinessArgs, out: &mut Output) -> Result<(), Failure> {
    let desk = &mut Desk::open(ctx, OpenMode::ReadOnly)?;
    let person = desk.person(&args.name.join(" "))?.id;
    let dossier = desk.dossier(person)?;
    let aimed = aimed_at(&dossier.career, ctx.today).map(str::to_owned);
    let position =
        args.position.clone().or(aimed).ok_or_else(|| Failure::usage("usage-missing", [("arg", "--for".into())]))?;
    let beside = Beside::default();
    let ground = Ground {
        dossier: &dossier,
        notes: &dossier.career,
        learning: &dossier.learning,
        beside: &beside,
        catalogue: &desk.roster.catalogue,
        rules: &ctx.rules,
        today: ctx.today,
    };
    let facts = readiness(ground, &position);
    let set = setting(ctx, desk, out);
    if ctx.json {
        return out.json(&report::machine::ready(&facts, set));
    }
    let args = [("name", dossier.person.name.full().into()), ("position", position.into())];
    out.line(&ctx.words.with("ready-title", &args))?;
    report::readiness(&facts, set).iter().try_for_each(|(text, tone)| out.toned(*tone, text))
}
