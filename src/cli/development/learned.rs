//! `bina learned NAME TITLE --from D --until D --jp N`: something that was learnt.

use super::{Context, Desk, Failure, Output, ask, hours_of, item, kind, subject};
use crate::cli::OpenMode;
use crate::cli::context::{date, past_day};
use crate::domain::development::asked::{Ask, NewLearning};
use crate::domain::development::learning::{Source, Verification};
use crate::domain::development::{KindId, Subject};
use crate::reports::development as report;
use clap::Args;

#[derive(Clone, Debug, Default, Args)]
pub struct LearnedArgs {
    #[arg(value_name = "NAME")]
    pub name: String,
    #[arg(value_name = "TITLE")]
    pub learned: String,
    #[arg(id = "learned_from_day", long = "from", value_name = "DATE")]
    pub from: Option<String>,
    #[arg(id = "learned_until", long = "until", value_name = "DATE")]
    pub until: Option<String>,
    #[arg(long, value_name = "N")]
    pub jp: u32,
    #[arg(long, value_name = "NO")]
    pub certificate: Option<String>,
    #[arg(id = "way", long = "kind", value_name = "KIND")]
    pub kind: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub organiser: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub lapses: Option<String>,
    #[arg(long, value_name = "WHO")]
    pub verified_by: Option<String>,
    #[arg(id = "learned_item", long = "item", value_name = "ITEM")]
    pub item: Option<String>,
    #[arg(long, value_name = "WHO")]
    pub expert: Option<String>,
}

pub fn run(ctx: &Context, args: LearnedArgs, out: &mut Output) -> Result<(), Failure> {
    let desk = &mut Desk::open(ctx, OpenMode::ReadWrite)?;
    let person = desk.person(&args.name)?.id;
    let name = crate::cli::find::label(&desk.roster, person);
    let until = args.until.as_deref().map_or(Ok(ctx.today), |typed| past_day("--until", typed, ctx.today))?;
    let from = args.from.as_deref().map_or(Ok(until), |typed| past_day("--from", typed, ctx.today))?;
    let dossier = desk.dossier(person)?;
    let planned = args.item.as_deref().map(|typed| item(&dossier, typed)).transpose()?;
    let named = Some(subject(ctx, desk, &args.learned, None)?).filter(|about: &Subject| about.competency.is_some());
    let kind = match (&args.kind, planned) {
        (Some(typed), _) => kind(ctx, typed)?,
        (None, Some(item)) => item.kind.clone(),
        (None, None) => KindId::new("course").ok_or_else(|| Failure::fault("failure-panic"))?,
    };
    let verification = if args.verified_by.is_some() { Verification::Approved } else { Verification::Waiting };
    let learning = NewLearning {
        title: args.learned.clone(),
        kind,
        subject: planned.map(|item| item.subject.clone()).or(named),
        organiser: args.organiser.unwrap_or_default(),
        certificate: args.certificate.unwrap_or_default(),
        from,
        until,
        issued: None,
        lapses: args.lapses.as_deref().map(|typed| date("--lapses", typed)).transpose()?,
        jp: args.jp,
        method: None,
        link: String::new(),
        learned_from: args.expert.unwrap_or_default(),
        verification,
        verified_by: args.verified_by.unwrap_or_default(),
        source: Source::Own,
        item: planned.map(|item| item.id),
    };
    ask(ctx, desk, person, Ask::Learn(learning))?;
    let dossier = desk.dossier(person)?;
    let hours = hours_of(ctx, &dossier, until.year());
    if ctx.json {
        return out.json(&serde_json::json!({ "person": person, "title": args.learned, "jp": report::machine::jp(&hours) }));
    }
    out.line(&ctx.words.with("learned-done", &[("name", name.into()), ("title", args.learned.into())]))?;
    out.line(&report::jp_line(&ctx.words, &hours))
}
