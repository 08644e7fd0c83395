//! `bina evaluations [NAME] [--period P]`: what was judged, of one person or of the team. Superseded and withdrawn ones
//! stay readable and say so.

use super::evaluate::period;
use super::tables::TableArgs;
use super::{Context, Failure, OpenMode, Output, work::Desk};
use crate::domain::people::roster::Scope;
use crate::domain::{Dossier, PersonId};
use crate::i18n::{Lang, Words};
use crate::reports::evaluations;
use clap::Args;

#[derive(Clone, Debug, Default, Args)]
pub struct EvaluationsArgs {
    #[arg(value_name = "NAME")]
    pub name: Vec<String>,
    #[arg(long, value_name = "PERIOD")]
    pub period: Option<String>,
    #[command(flatten)]
    pub table: TableArgs,
}

pub fn run(ctx: &Context, args: &EvaluationsArgs, out: &mut Output) -> Result<(), Failure> {
    answer(ctx, &mut Desk::open(ctx, OpenMode::ReadOnly)?, args, out)
}

fn answer(ctx: &Context, desk: &mut Desk, args: &EvaluationsArgs, out: &mut Output) -> Result<(), Failure> {
    let period = args.period.as_deref().map(period).transpose()?;
    let typed = args.name.join(" ");
    let mut people: Vec<(String, PersonId)> = match typed.is_empty() {
        true => desk.roster.team(Scope::Mine).map(|row| (row.name.key(), row.id)).collect(),
        false => desk.person(&typed).map(|row| vec![(row.name.key(), row.id)])?,
    };
    people.sort();
    let mut dossiers: Vec<Dossier> = Vec::with_capacity(people.len());
    for (_, id) in people {
        let mut dossier = desk.dossier(id)?;
        dossier.evaluations.retain(|evaluation| period.is_none_or(|period| evaluation.period == period));
        dossiers.push(dossier);
    }
    let rules = desk.rules(ctx);
    if ctx.json {
        return out.json_list(dossiers.iter().flat_map(|dossier| evaluations::machine(dossier, &rules)));
    }
    if args.table.wanted() {
        let forms = Words::new(Lang::Id);
        let rows: Vec<Vec<String>> =
            dossiers.iter().flat_map(|dossier| evaluations::rows(dossier, &forms, &rules)).collect();
        return args.table.put(ctx, &evaluations::HEADER, rows, out);
    }
    let mut any = false;
    for dossier in dossiers.iter().filter(|dossier| !dossier.evaluations.is_empty()) {
        any = true;
        out.line(&dossier.person.name.full())?;
        for evaluation in &dossier.evaluations {
            let line = evaluations::line(&ctx.words, evaluation, &dossier.evaluations, &rules);
            out.line(&format!("  {line}"))?;
        }
    }
    if any { Ok(()) } else { out.line(&ctx.words.say("evaluation-none")) }
}
