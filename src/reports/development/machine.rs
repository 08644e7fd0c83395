//! What `--json` gives of development. The shapes are promises: fields are added, never changed; what is absent is
//! `null`. Private origins are marked, for the supervisor alone.

use super::{Setting, ready_why, warnings};
use crate::domain::development::career::Fact;
use crate::domain::development::effect::{Group, Why};
use crate::domain::development::hours::{JpVerdict, JpYear};
use crate::domain::development::item::{Check, Helper};
use crate::domain::development::learning::lapsing;
use crate::domain::development::month::proposed;
use crate::domain::development::sum::{Draft, Topic};
use crate::domain::development::{Need, PlanItem};
use crate::domain::{Audience, Dossier, Number, Owner};
use serde_json::{Value, json};

fn money(number: Option<Number>) -> Value {
    // Whole rupiah are numbers; what has decimals keeps them as text.
    number.map_or(Value::Null, |n| n.whole().map_or_else(|| json!(n), Value::from))
}

pub fn topic(topic: &Topic) -> Value {
    let origins: Vec<Value> =
        topic.origins.iter().map(|(kind, private)| json!({ "kind": kind, "private": private })).collect();
    let planned = topic.planned.len();
    json!({
        "topic": topic.subject.words,
        "competency": topic.subject.competency,
        "people": topic.people.len(),
        "levels": topic.levels,
        "urgency": topic.urgency.map(|u| u.id()),
        "origins": origins,
        "plan": if planned == 0 { Value::Null } else { planned.into() },
        "with_gap": topic.with_gap.len(),
        "wishing": topic.wishing.len(),
    })
}

pub fn need(need: &Need, name: &str) -> Value {
    let origins: Vec<Value> =
        need.origins.iter().map(|audible| json!({ "kind": audible.origin.id(), "private": audible.is_private() })).collect();
    json!({
        "person": need.person,
        "name": name,
        "topic": need.subject.words,
        "competency": need.subject.competency,
        "people": 1,
        "levels": need.levels(),
        "urgency": need.urgency.map(|u| u.id()),
        "origins": origins,
        "plan": if need.plan.is_empty() { Value::Null } else { json!(need.plan) },
        "set_aside": need.aside,
    })
}

pub fn jp(jp: &JpYear) -> Value {
    let (state, figure) = match jp.verdict() {
        JpVerdict::Met => ("met", None),
        JpVerdict::Missing(n) => ("missing", Some(n)),
        JpVerdict::Left(n) => ("left", Some(n)),
        JpVerdict::Over(n) => ("over", Some(n)),
        JpVerdict::Nothing => ("no_rule", None),
    };
    json!({
        "year": jp.year,
        "counted": jp.counted,
        "unverified": jp.waiting,
        "required": jp.rule.figure(),
        "rule": jp.rule.id(),
        "state": state,
        "difference": figure,
        "over_cap": jp.over_cap,
        "rejected": jp.rejected,
    })
}

fn check(check: &Check, setting: Setting<'_>) -> Value {
    let around = proposed(check.due, setting.rules);
    let answer = check.answer.as_ref().map(|answer| {
        json!({
            "seen": answer.seen.id(),
            "on": answer.on,
            "example": answer.example.for_supervisor(),
            "hindrances": answer.hindrances.iter().map(|h| h.id()).collect::<Vec<_>>(),
            "follow_up": answer.follow_up.map(|f| f.id()),
        })
    });
    json!({
        "due": check.due,
        "months": check.months,
        "working_day_before": around.map(|p| p.before),
        "working_day_after": around.map(|p| p.after),
        "answer": answer,
    })
}

pub fn item(item: &PlanItem, setting: Setting<'_>) -> Value {
    let before = item.before.as_ref().map(|before| {
        json!({ "level": before.level, "on": before.on, "rater": before.rater.rater.id(), "rater_name": before.rater.name })
    });
    let when = item.when.map(|when| when.month().to_string());
    json!({
        "id": item.id,
        "topic": item.subject.words,
        "competency": item.subject.competency,
        "title": item.title,
        "expect": item.expect.for_supervisor(),
        "audience": if item.audience() == Audience::Shared { "shared" } else { "private" },
        "kind": item.kind,
        "state": item.state.id(),
        "month": when,
        "jp": item.jp,
        "cost": money(item.cost),
        "fund": item.fund,
        "organiser": item.organiser,
        "helper": item.helper.as_ref().map(|helper| match helper {
            Helper::Person(id) => id.to_string(),
            Helper::Named(name) => name.clone(),
        }),
        "owner": if item.owner == Owner::Supervisor { "supervisor" } else { "employee" },
        "programme": item.programme,
        "planned": item.on,
        "ended": item.ended(),
        "before": before,
        "checks": item.checks.iter().map(|one| check(one, setting)).collect::<Vec<_>>(),
    })
}

/// `bina development --json` of one person.
pub fn person(dossier: &Dossier, hours: &JpYear, setting: Setting<'_>) -> Value {
    let portfolio = dossier;
    let due = portfolio.due_checks(setting.today);
    let checks =
        due.iter().map(|item| json!({ "item": item.id, "title": item.name(), "due": item.next_check().map(|c| c.due) }));
    let learning = portfolio.learning.iter().map(|record| {
        json!({
            "id": record.id, "title": record.title, "kind": record.kind, "from": record.from, "until": record.until,
            "jp": record.jp, "certificate": record.certificate, "verification": record.verification.id(),
            "verified_by": record.verified_by, "lapses": record.lapses, "item": record.item,
        })
    });
    let pairs = portfolio.pairs.iter().map(|pair| {
        let progress = pair.progress();
        json!({
            "id": pair.id, "state": pair.state.id(), "from": pair.from, "until": pair.until, "settled": pair.settled,
            "topics": pair.topics.iter().map(|t| json!({ "topic": t.text, "state": t.state.id() })).collect::<Vec<_>>(),
            "talks": progress.held, "topics_enough": progress.enough,
        })
    });
    let wishes = portfolio.wishes.iter().map(|wish| json!({ "id": wish.id, "topic": wish.subject.words, "on": wish.on }));
    let lapsing = lapsing(&portfolio.learning, setting.today, &setting.rules.development);
    json!({
        "person": dossier.id(),
        "name": dossier.person.name.full(),
        "items": portfolio.items.iter().map(|one| item(one, setting)).collect::<Vec<_>>(),
        "checks": checks.collect::<Vec<_>>(),
        "jp": jp(hours),
        "learning": learning.collect::<Vec<_>>(),
        "wishes": wishes.collect::<Vec<_>>(),
        "pairs": pairs.collect::<Vec<_>>(),
        "lapsing": lapsing.iter().map(|l| json!({ "title": l.learning.title, "on": l.on, "days": l.days_left })).collect::<Vec<_>>(),
        "warnings": warnings(dossier, hours, setting),
    })
}

/// `bina effect --json`.
pub fn effect(group: &Group, untrained: Option<&Group>, cost: Option<Number>, setting: Setting<'_>) -> Value {
    let rules = &setting.rules.development;
    let mean = group.mean(rules);
    let comparison = untrained
        .map(|others| json!({ "n": others.n(), "mean": others.mean(rules), "difference": group.difference(others, rules) }));
    let mut why: Vec<&str> = group.left_out.iter().map(|why: &Why| why.id()).collect();
    why.sort_unstable();
    why.dedup();
    if mean.is_none() && group.n() > 0 {
        why.push("too_few");
    }
    if group.not_yet > 0 {
        why.push("not_yet_rated");
    }
    json!({
        "n": group.n(),
        "before": group.pairs.iter().map(|(before, _)| *before).collect::<Vec<_>>(),
        "after": group.pairs.iter().map(|(_, after)| *after).collect::<Vec<_>>(),
        "change": group.changes(),
        "mean": mean,
        "comparison": comparison,
        "cost_per_level": money(group.cost_per_level(cost)),
        "why": if why.is_empty() { Value::Null } else { json!(why) },
    })
}

/// `bina proposal --json`.
pub fn proposal(draft: &Draft<'_>) -> Value {
    let rows = draft.lines.iter().map(|line| {
        let in_house = line.in_house.as_ref().map(|offer| {
            json!({
                "course": offer.course.title, "cost": money(Some(offer.heads.package)),
                "per_head": money(Some(offer.heads.package_each)), "per_head_sent": money(Some(offer.heads.each)),
            })
        });
        json!({
            "topic": line.program,
            "competency": line.subject.as_ref().and_then(|subject| subject.competency.clone()),
            "kind": line.kind,
            "organiser": line.organiser,
            "people": line.people.len(),
            "open": line.open_rows,
            "jp_each": line.jp_each,
            "jp": line.jp,
            "cost": money(Some(line.cost)),
            "urgency": line.urgency.map(|u| u.id()),
            "state": line.state.id(),
            "fits": line.fits,
            "in_house": in_house,
        })
    });
    json!({
        "year": draft.year,
        "rows": rows.collect::<Vec<_>>(),
        "sum": money(Some(draft.sum)),
        "budget": money(draft.budget),
        "over": money(draft.over),
        "jp": draft.jp,
    })
}

/// `bina readiness --json`.
pub fn ready(facts: &[Fact], setting: Setting<'_>) -> Value {
    let lines = facts.iter().map(|fact| {
        json!({
            "what": fact.why.id(),
            "state": fact.state.id(),
            "why": ready_why(setting.words, setting.catalogue, &fact.why),
        })
    });
    json!({ "lines": lines.collect::<Vec<_>>() })
}
