//! `bina mentor NAME MENTOR TOPIC…`: a pair; with `--talk`, `--topic`, `--settled`, `--finish` or `--end` what happens in
//! the running one. Of a talk only what the pair gives to be written is kept.

use super::{Context, Desk, Failure, Output, ask};
use crate::cli::OpenMode;
use crate::cli::context::{coming_day, date};
use crate::domain::development::asked::{Ask, NewPair, PairStep};
use crate::domain::development::mentoring::{Mentor, MentorTalk, MentoringPair, PairKind, TopicState};
use crate::domain::language::dates;
use crate::domain::{Refusal, Shared};
use clap::Args;
use jiff::civil::Date;

#[derive(Clone, Debug, Default, Args)]
pub struct MentorArgs {
    #[arg(value_name = "NAME")]
    pub name: String,
    #[arg(value_name = "MENTOR")]
    pub mentor: Option<String>,
    #[arg(id = "pair_topics", value_name = "TOPIC")]
    pub topics: Vec<String>,
    #[arg(id = "pair_until", long = "until", value_name = "DATE")]
    pub until: Option<String>,
    #[arg(long)]
    pub peer: bool,
    #[arg(long, value_name = "TEXT")]
    pub agreement: Option<String>,
    #[arg(long, value_name = "DATE", num_args = 0..=1, default_missing_value = "")]
    pub talk: Option<String>,
    #[arg(long, value_name = "N", requires = "talk")]
    pub minutes: Option<u16>,
    #[arg(long, value_name = "TEXT", requires = "talk")]
    pub done: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "talk")]
    pub next: Option<String>,
    #[arg(id = "topic_state", long = "topic", value_name = "N=STATE")]
    pub topic: Option<String>,
    #[arg(long)]
    pub settled: bool,
    #[arg(long)]
    pub finish: bool,
    #[arg(id = "end_pair", long = "end", value_name = "REASON")]
    pub end: Option<String>,
}

pub fn run(ctx: &Context, args: MentorArgs, out: &mut Output) -> Result<(), Failure> {
    let mode = if args.looks() { OpenMode::ReadOnly } else { OpenMode::ReadWrite };
    let desk = &mut Desk::open(ctx, mode)?;
    let person = desk.person(&args.name)?.id;
    let dossier = desk.dossier(person)?;
    if let Some(mentor) = &args.mentor {
        let until = args.until.as_deref().map(|typed| coming_day("--until", typed, ctx.today)).transpose()?;
        let mentor = desk.person(mentor).map_or_else(|_| Mentor::Named(mentor.clone()), |row| Mentor::Person(row.id));
        let kind = if args.peer { PairKind::Peer } else { PairKind::Senior };
        let agreement = Shared::new(args.agreement.unwrap_or_default());
        let pair = NewPair { mentor, kind, topics: args.topics, agreement, from: ctx.today, until };
        ask(ctx, desk, person, Ask::Pair(pair))?;
    } else if !args.looks() {
        let pair = dossier.running_pair().ok_or(Refusal::NoSuchRecord)?;
        let step = step(ctx, &args)?;
        ask(ctx, desk, person, Ask::PairStep { id: pair.id, step })?;
    }
    let dossier = desk.dossier(person)?;
    let pairs = &dossier.pairs;
    if ctx.json {
        return out.json_list(pairs.iter().map(|pair| value(desk, pair)));
    }
    if pairs.is_empty() {
        return out.line(&ctx.words.say("mentor-none"));
    }
    pairs.iter().try_for_each(|pair| show(ctx, desk, pair, out))
}

impl MentorArgs {
    fn looks(&self) -> bool {
        let steps = [self.talk.is_some(), self.topic.is_some(), self.settled, self.finish, self.end.is_some()];
        self.mentor.is_none() && !steps.contains(&true)
    }
}

fn step(ctx: &Context, args: &MentorArgs) -> Result<PairStep, Failure> {
    if let Some(typed) = &args.talk {
        let on = day(ctx, typed)?;
        let words = |text: &Option<String>| text.clone().map(Shared::new);
        return Ok(PairStep::Talk(MentorTalk {
            on,
            held: on <= ctx.today,
            minutes: args.minutes,
            topics: vec![],
            done: words(&args.done),
            next: words(&args.next),
        }));
    }
    if let Some(typed) = &args.topic {
        let wrong = || Failure::usage("usage-value", [("arg", "--topic".into()), ("value", typed.as_str().into())]);
        let (place, state) = typed.split_once('=').ok_or_else(wrong)?;
        let at = place.trim().parse::<usize>().ok().and_then(|n| n.checked_sub(1)).ok_or_else(wrong)?;
        let state = match state.trim() {
            "not_yet" | "not-yet" | "belum" => TopicState::NotYet,
            "running" | "jalan" => TopicState::Running,
            "enough" | "cukup" => TopicState::Enough,
            _ => return Err(wrong()),
        };
        return Ok(PairStep::Topic { at, state });
    }
    if args.settled {
        return Ok(PairStep::Settled { on: ctx.today });
    }
    match &args.end {
        Some(reason) => Ok(PairStep::EndEarly { on: ctx.today, reason: reason.clone() }),
        None => Ok(PairStep::Finish { on: ctx.today }),
    }
}

/// A talk that was or that is planned: near today where words leave it open.
fn day(ctx: &Context, typed: &str) -> Result<Date, Failure> {
    if typed.trim().is_empty() {
        return Ok(ctx.today);
    }
    date("--talk", typed).or_else(|no_date| dates::parse_day(typed, ctx.today).ok_or(no_date))
}

fn mentor_name(desk: &Desk, mentor: &Mentor) -> String {
    match mentor {
        Mentor::Named(name) => name.clone(),
        Mentor::Person(id) => desk.roster.row(*id).map(|row| row.name.full()).unwrap_or_default(),
    }
}

fn show(ctx: &Context, desk: &Desk, pair: &MentoringPair, out: &mut Output) -> Result<(), Failure> {
    let (words, progress) = (&ctx.words, pair.progress());
    let args = [
        ("mentor", mentor_name(desk, &pair.mentor).into()),
        ("state", words.say(&format!("pair-state-{}", pair.state.id())).into()),
        ("enough", progress.enough.into()),
        ("topics", progress.topics.into()),
        ("talks", progress.held.into()),
    ];
    out.line(&words.with("mentor-line", &args))?;
    for (at, topic) in pair.topics.iter().enumerate() {
        let state = words.say(&format!("topic-state-{}", topic.state.id()));
        out.line(&format!("  {} {}: {state}", at + 1, topic.text))?;
    }
    pair.talks.iter().try_for_each(|talk| {
        let given = [&talk.done, &talk.next].into_iter().flatten().map(|text| text.get().as_str()).collect::<Vec<_>>();
        let id = if talk.held { "mentor-talk" } else { "mentor-planned" };
        let said = words.with(id, &[("day", talk.on.into())]);
        out.line(format!("  {said} {}", given.join(" · ")).trim_end())
    })
}

fn value(desk: &Desk, pair: &MentoringPair) -> serde_json::Value {
    let progress = pair.progress();
    let topics = pair.topics.iter().map(|t| serde_json::json!({ "topic": t.text, "state": t.state.id(), "since": t.since }));
    let talks = pair.talks.iter().map(|t| {
        serde_json::json!({
            "on": t.on, "held": t.held, "minutes": t.minutes,
            "done": t.done.as_ref().map(|text| text.get()), "next": t.next.as_ref().map(|text| text.get()),
        })
    });
    serde_json::json!({
        "id": pair.id, "person": pair.person, "mentor": mentor_name(desk, &pair.mentor), "kind": pair.kind.id(),
        "state": pair.state.id(), "from": pair.from, "until": pair.until, "settled": pair.settled,
        "topics": topics.collect::<Vec<_>>(), "talks": talks.collect::<Vec<_>>(),
        "topics_enough": progress.enough, "talks_held": progress.held,
    })
}
