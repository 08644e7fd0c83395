//! `bina note LINE`: quick capture in the shell, the same grammar as on the screens.

use super::work::Desk;
use super::{Context, Failure, OpenMode, Output};
use crate::domain::capture::{self, CaptureProblem, Names, Who};
use crate::domain::{Audience, Change, FeedbackKind, Op, Owner, Record, Roster};
use crate::i18n::Text;
use jiff::civil::Date;
use serde::Serialize;

/// What was noted, for machines.
#[derive(Debug, Serialize)]
struct Noted {
    id: String,
    person: String,
    kind: &'static str,
    audience: Audience,
    tags: Vec<String>,
    date: Option<Date>,
    text: String,
}

pub fn run(ctx: &Context, line: &str, out: &mut Output) -> Result<(), Failure> {
    let mut desk = Desk::open(ctx, OpenMode::ReadWrite)?;
    let names = Names::of(desk.roster.rows());
    let context = capture::Context { names: &names, here: None, tags: &[], today: ctx.today };
    let captured = capture::read(line, &context);
    let intent = captured.to_intent(ctx.today).map_err(|problem| failure(&problem, &desk.roster))?;
    let about = match captured.person {
        Who::One(person) => Some(person),
        _ => None,
    };
    let change = desk.carry_out(ctx, about, intent)?;
    let Some(noted) = noted(&change) else { return Ok(()) };
    if ctx.json {
        return out.json(&noted);
    }
    let name = about.and_then(|id| desk.roster.row(id)).map(|row| row.name.full()).unwrap_or_default();
    let kind = ctx.words.say(&format!("noted-{}", noted.kind));
    let audience = ctx.words.say(if noted.audience == Audience::Private { "audience-private" } else { "audience-shared" });
    let day = noted.date.map(|day| ctx.words.short_day(day)).unwrap_or_default();
    let args = [
        ("name", name.into()),
        ("kind", kind.into()),
        ("audience", audience.into()),
        ("day", day.into()),
        ("text", noted.text.into()),
    ];
    out.line(ctx.words.with("noted", &args).trim_end())
}

fn noted(change: &Change) -> Option<Noted> {
    let record = change.ops.iter().find_map(Op::after)?;
    let id = record.id().uuid().to_string();
    let person = record.person()?.to_string();
    Some(match record {
        Record::Feedback(f) => {
            let kind = match f.kind {
                FeedbackKind::Praise => "praise",
                FeedbackKind::Improve => "improve",
                FeedbackKind::Observation => "observation",
            };
            let (audience, text) = (f.words.audience(), f.words.for_supervisor().text());
            Noted { id, person, kind, audience, tags: f.tags.clone(), date: Some(f.on), text }
        }
        Record::Agenda(a) => {
            let (audience, text) = (a.text.audience(), a.text.for_supervisor().clone());
            Noted { id, person, kind: "agenda", audience, tags: a.tags.clone(), date: Some(a.on), text }
        }
        Record::Action(a) => {
            let kind = if a.owner == Owner::Supervisor { "promise" } else { "action" };
            let (audience, text) = (a.text.audience(), a.text.for_supervisor().clone());
            Noted { id, person, kind, audience, tags: a.tags.clone(), date: a.due, text }
        }
        _ => return None,
    })
}

fn failure(problem: &CaptureProblem, roster: &Roster) -> Failure {
    let id = problem.message_id();
    match problem {
        CaptureProblem::UnknownPerson(name) => Failure::refused(id, [("name", name.as_str().into())]),
        CaptureProblem::Ambiguous(people) => {
            let names: Vec<String> = people.iter().take(6).filter_map(|p| roster.row(*p)).map(|r| r.name.full()).collect();
            Failure::refused(id, [("people", names.join("; ").into())])
        }
        CaptureProblem::FutureDate(day) => Failure::refused(id, [("day", (*day).into())]),
        CaptureProblem::NoPerson | CaptureProblem::NoText => Failure::refused(id, []).hint(Text::plain("capture-example")),
    }
}
