//! `bina evaluate NAME --period P --results R --behaviour B`: sets an evaluation from the shell. Both ratings are typed;
//! the predikat follows, and what is worth a second look is said, never a block.

use super::context::{date, past_day};
use super::{Context, Failure, OpenMode, Output, work::Desk};
use crate::domain::competency::{Evidence, ExpectationRating};
use crate::domain::evaluation::caution::{Judged, cautions};
use crate::domain::evaluation::{Judgement, NotAssessed};
use crate::domain::period::EvaluationPeriod;
use crate::domain::records::intent::Evaluate;
use crate::domain::{Audience, Audienced, Evaluation, Period, Record, Refusal};
use crate::reports::evaluations;
use clap::{Args, ValueEnum};

#[derive(Clone, Debug, Default, Args)]
pub struct EvaluateArgs {
    #[arg(required = true, value_name = "NAME")]
    pub name: Vec<String>,
    #[arg(long, value_name = "PERIOD")]
    pub period: String,
    #[arg(long, value_name = "above|meets|below", hide_possible_values = true)]
    pub results: Option<Rated>,
    #[arg(long, value_name = "above|meets|below", hide_possible_values = true)]
    pub behaviour: Option<Rated>,
    #[arg(id = "rated_because", long = "reason", value_name = "TEXT")]
    pub reason: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub evidence: Vec<String>,
    #[arg(id = "judged_on", long = "on", value_name = "DAY")]
    pub on: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    #[arg(long, value_name = "WHY", hide_possible_values = true, conflicts_with_all = ["results", "behaviour"])]
    pub not_assessed: Option<Why>,
}

/// A rating, in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Rated {
    #[value(alias = "diatas")]
    Above,
    #[value(alias = "sesuai")]
    Meets,
    #[value(alias = "dibawah")]
    Below,
}

impl Rated {
    fn rating(self) -> ExpectationRating {
        match self {
            Rated::Above => ExpectationRating::Above,
            Rated::Meets => ExpectationRating::Meets,
            Rated::Below => ExpectationRating::Below,
        }
    }
}

/// Why somebody is not assessed here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Why {
    #[value(alias = "cuti")]
    Leave,
    #[value(alias = "study_assignment")]
    Study,
    #[value(alias = "too_short")]
    Short,
    #[value(alias = "other_assessor")]
    OtherAssessor,
    Other,
}

impl Why {
    fn why(self) -> NotAssessed {
        match self {
            Why::Leave => NotAssessed::Leave,
            Why::Study => NotAssessed::StudyAssignment,
            Why::Short => NotAssessed::TooShort,
            Why::OtherAssessor => NotAssessed::OtherAssessor,
            Why::Other => NotAssessed::Other,
        }
    }
}

/// A period as it was typed.
pub fn period(typed: &str) -> Result<EvaluationPeriod, Failure> {
    let wrong = || Failure::usage("usage-period", [("arg", "--period".into()), ("value", typed.into())]);
    EvaluationPeriod::read(typed).ok_or_else(wrong)
}

pub fn run(ctx: &Context, args: &EvaluateArgs, out: &mut Output) -> Result<(), Failure> {
    answer(ctx, &mut Desk::open(ctx, OpenMode::ReadWrite)?, args, out)
}

fn answer(ctx: &Context, desk: &mut Desk, args: &EvaluateArgs, out: &mut Output) -> Result<(), Failure> {
    let period = period(&args.period)?;
    let person = desk.person(&args.name.join(" "))?.id;
    let name = super::find::label(&desk.roster, person);
    let reason = args.reason.clone().unwrap_or_default();
    let judgement = match (args.results, args.behaviour, args.not_assessed) {
        (Some(results), Some(behaviour), None) => {
            Judgement::Rated { results: results.rating(), behaviour: behaviour.rating() }
        }
        (None, None, Some(why)) => Judgement::NotAssessed { why: why.why(), note: reason.clone() },
        _ => return Err(Failure::usage("usage-ratings", [])),
    };
    let judge = Evaluate {
        person,
        period,
        span: part(args, period)?,
        judgement,
        reason: Audienced::new(Audience::Private, reason.clone()),
        evidence: args.evidence.iter().map(|text| Evidence::Document(text.clone())).collect(),
        notes: String::new(),
        on: args.on.as_deref().map(|text| past_day("--on", text, ctx.today)).transpose()?.unwrap_or(ctx.today),
        assessor: None,
        acting_post: false,
        credit_months: None,
        because: reason,
    };
    let change = desk.carry_out(ctx, Some(person), judge)?;
    let kept = change.ops.iter().find_map(|op| match op.after() {
        Some(Record::Evaluation(evaluation)) => Some(evaluation.clone()),
        _ => None,
    });
    said(ctx, desk, &name, &kept.ok_or(Refusal::NoSuchRecord)?, out)
}

fn part(args: &EvaluateArgs, period: EvaluationPeriod) -> Result<Option<Period>, Failure> {
    if args.from.is_none() && args.until.is_none() {
        return Ok(None);
    }
    let day = |arg, text: &Option<String>| text.as_deref().map(|text| date(arg, text)).transpose();
    let from = day("--from", &args.from)?.unwrap_or(period.first());
    let until = day("--until", &args.until)?.unwrap_or(period.last());
    Ok(Some(Period::new(from, until).ok_or(Refusal::PeriodBackwards)?))
}

fn said(ctx: &Context, desk: &mut Desk, name: &str, kept: &Evaluation, out: &mut Output) -> Result<(), Failure> {
    let dossier = desk.dossier(kept.person)?;
    if ctx.json {
        let id = kept.id.to_string();
        let line = evaluations::machine(&dossier, &ctx.rules).into_iter().find(|line| line.id == id);
        return out.json(&line.ok_or(Refusal::NoSuchRecord)?);
    }
    let words = &ctx.words;
    let line = evaluations::line(words, kept, &dossier.evaluations, &ctx.rules);
    out.line(&words.with("evaluate-done", &[("name", name.into()), ("line", line.into())]))?;
    let (Some(results), Some(behaviour)) = (kept.results(), kept.behaviour()) else { return Ok(()) };
    let source = ctx.rules.source_of("matrix").map(|source| source.text.clone()).unwrap_or_default();
    out.line(&words.with("evaluate-why", &[("source", source.into())]))?;
    let judged = Judged {
        period: kept.period,
        span: kept.span,
        results,
        behaviour,
        reason: kept.reason.for_supervisor(),
        evidence: &kept.evidence,
        notes: kept.notes.get(),
        other_assessor: None,
    };
    for caution in cautions(&judged, &dossier, &ctx.rules, ctx.today) {
        out.line(&evaluations::caution_text(words, &caution))?;
    }
    Ok(())
}
