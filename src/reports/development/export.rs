//! Development in the export: everything for the supervisor; for the employee what he or she may read. Needs are no
//! records: they follow from the others, and their private origins stay with these.

use crate::domain::development::{CareerNote, Learning, MentoringPair, PlanItem, SupportPlan, Wish};
use crate::domain::{Actor, Audience, Dossier, PersonId, Shared, SharedText};
use crate::reports::exported::{ExportRecord, SharedParts, SharedRecord};
use jiff::{Timestamp, civil::Date};
use serde_json::{Value, json};

/// What every record has.
struct Head<'a> {
    id: String,
    person: PersonId,
    kind: &'static str,
    audience: Audience,
    by: &'a Actor,
    written: Timestamp,
    on: Date,
}

impl Head<'_> {
    fn record(self, text: String, more: Value) -> ExportRecord {
        ExportRecord {
            id: self.id,
            person: self.person.to_string(),
            kind: self.kind,
            audience: self.audience,
            at: self.written,
            by: self.by.name.clone(),
            text: Some(text).filter(|text| !text.is_empty()),
            on: self.on,
            more,
        }
    }
}

/// Every record of a person's development.
pub fn records(dossier: &Dossier) -> Vec<ExportRecord> {
    let mut out: Vec<ExportRecord> = dossier.items.iter().map(item).collect();
    out.extend(dossier.learning.iter().map(learning));
    out.extend(dossier.wishes.iter().map(wish));
    out.extend(dossier.need_words.iter().map(|word| {
        let head = Head {
            id: word.id.to_string(),
            person: word.person,
            kind: "need",
            audience: Audience::Private,
            by: &word.by,
            written: word.written,
            on: word.on,
        };
        head.record(
            word.subject.words.clone(),
            json!({ "competency": word.subject.competency, "urgency": word.urgency, "set_aside": word.aside }),
        )
    }));
    out.extend(dossier.pairs.iter().map(|pair| {
        let head = Head {
            id: pair.id.to_string(),
            person: pair.person,
            kind: "mentoring",
            audience: Audience::Shared,
            by: &pair.by,
            written: pair.written,
            on: pair.from,
        };
        let more = json!({
            "mentor": pair.mentor, "pair": pair.kind, "topics": pair.topics, "talks": pair.talks, "earlier_talks": pair.earlier_talks,
            "state": pair.state, "agreed": pair.agreed, "until": pair.until, "settled": pair.settled,
        });
        head.record(pair.agreement.get().clone(), more)
    }));
    out.extend(dossier.career.iter().map(|note| {
        let head = Head {
            id: note.id.to_string(),
            person: note.person,
            kind: "career",
            audience: note.text.audience(),
            by: &note.by,
            written: note.written,
            on: note.on,
        };
        head.record(note.text.for_supervisor().clone(), json!({ "what": note.what, "outcome": note.outcome }))
    }));
    out.extend(dossier.support_plans.iter().map(support));
    out
}

fn item(item: &PlanItem) -> ExportRecord {
    let head = Head {
        id: item.id.to_string(),
        person: item.person,
        kind: "plan_item",
        audience: item.audience(),
        by: &item.by,
        written: item.written,
        on: item.on,
    };
    let more = json!({
        "topic": item.subject.words, "competency": item.subject.competency, "title": item.title,
        "way": item.kind, "when": item.when, "jp": item.jp, "cost": item.cost, "fund": item.fund,
        "organiser": item.organiser, "helper": item.helper, "owner": item.owner, "programme": item.programme,
        "course": item.course, "before": item.before, "state": item.state, "checks": item.checks, "session": item.session,
    });
    head.record(item.expect.for_supervisor().clone(), more)
}

fn learning(record: &Learning) -> ExportRecord {
    let head = Head {
        id: record.id.to_string(),
        person: record.person,
        kind: "learning",
        audience: Audience::Shared,
        by: &record.by,
        written: record.written,
        on: record.until,
    };
    let more = json!({
        "way": record.kind, "subject": record.subject, "organiser": record.organiser,
        "certificate": record.certificate, "from": record.from, "until": record.until, "issued": record.issued,
        "lapses": record.lapses, "jp": record.jp, "method": record.method, "link": record.link,
        "learned_from": record.learned_from, "verification": record.verification,
        "verified_by": record.verified_by, "source": record.source, "item": record.item, "opinions": record.opinions,
    });
    head.record(record.title.clone(), more)
}

fn support(plan: &SupportPlan) -> ExportRecord {
    let head = Head {
        id: plan.id.to_string(),
        person: plan.person,
        kind: "support",
        audience: if plan.told.is_some() { Audience::Shared } else { Audience::Private },
        by: &plan.by,
        written: plan.written,
        on: plan.from,
    };
    let more = json!({
        "until": plan.until, "targets": plan.targets, "help": plan.help, "talks": plan.talks, "told": plan.told,
        "talk_weeks": plan.talk_weeks,
        "extended_from": plan.extended_from, "end": plan.end,
    });
    head.record(plan.reason.get().clone(), more)
}

fn wish(wish: &Wish) -> ExportRecord {
    let head = Head {
        id: wish.id.to_string(),
        person: wish.person,
        kind: "wish",
        audience: Audience::Shared,
        by: &wish.by,
        written: wish.written,
        on: wish.on,
    };
    head.record(
        wish.subject.words.clone(),
        json!({
            "competency": wish.subject.competency, "reason": wish.reason, "state": wish.state, "session": wish.session,
        }),
    )
}

/// What the employee may read: open items, what was learnt, the own wishes.
pub fn shared_records(dossier: &Dossier) -> Vec<SharedRecord> {
    let items = dossier.items.iter().filter_map(|item| {
        let text = Shared::new(item.expect.shared()?.get().to_string());
        let state = Some(item.state.id());
        let head = (item.id.to_string(), item.person, "plan_item", &item.by, item.written, item.on);
        Some(shared(head, text, SharedParts { owner: Some(item.owner), state, ..SharedParts::default() }))
    });
    let learning = dossier.learning.iter().map(|record| {
        let head = (record.id.to_string(), record.person, "learning", &record.by, record.written, record.until);
        let state = Some(record.verification.id());
        shared(head, Shared::new(record.title.clone()), SharedParts { state, ..SharedParts::default() })
    });
    let wishes = dossier.wishes.iter().map(|wish| {
        let head = (wish.id.to_string(), wish.person, "wish", &wish.by, wish.written, wish.on);
        shared(head, Shared::new(wish.subject.words.clone()), SharedParts::default())
    });
    let pairs = dossier.pairs.iter().map(shared_pair);
    let career = dossier.career.iter().filter_map(shared_career);
    let support = dossier.support_plans.iter().filter_map(shared_support);
    items.chain(learning).chain(wishes).chain(pairs).chain(career).chain(support).collect()
}

/// What the pair agreed and gives to be written.
fn shared_pair(pair: &MentoringPair) -> SharedRecord {
    let topics = pair.topics.iter().map(|topic| Shared::new(topic.text.clone()));
    let talks = pair.talks.iter().flat_map(|talk| talk.done.iter().chain(&talk.next).cloned());
    let head = (pair.id.to_string(), pair.person, "mentoring", &pair.by, pair.written, pair.from);
    let more = SharedParts { until: pair.until, state: Some(pair.state.id()), ..lines(topics.chain(talks)) };
    shared(head, pair.agreement.clone(), more)
}

fn shared_career(note: &CareerNote) -> Option<SharedRecord> {
    let text = note.text.shared().map(|text| text.map(String::clone))?;
    let outcome = note.outcome.iter().filter_map(|outcome| outcome.text.shared().map(|text| text.map(String::clone)));
    let head = (note.id.to_string(), note.person, "career", &note.by, note.written, note.on);
    Some(shared(head, text, lines(outcome)))
}

/// Once the employee was told.
fn shared_support(plan: &SupportPlan) -> Option<SharedRecord> {
    plan.told?;
    let targets = plan.targets.iter().map(|target| target.text.clone());
    let help = plan.help.iter().map(|help| help.text.clone());
    let talks = plan.talks.iter().map(|talk| talk.words.clone());
    let head = (plan.id.to_string(), plan.person, "support", &plan.by, plan.written, plan.from);
    let more = SharedParts { until: Some(plan.until), ..lines(targets.chain(help).chain(talks)) };
    Some(shared(head, plan.reason.clone(), more))
}

fn lines(texts: impl Iterator<Item = SharedText>) -> SharedParts {
    let lines: Vec<SharedText> = texts.filter(|text| !text.get().trim().is_empty()).collect();
    SharedParts { lines: (!lines.is_empty()).then_some(lines), ..SharedParts::default() }
}

type SharedHead<'a> = (String, PersonId, &'static str, &'a Actor, Timestamp, Date);

fn shared(head: SharedHead<'_>, text: Shared<String>, more: SharedParts) -> SharedRecord {
    let (id, person, kind, by, at, on) = head;
    let (person, by, text) = (person.to_string(), by.name.clone(), Some(text));
    SharedRecord { id, person, kind, audience: Audience::Shared, at, by, text, on, more }
}
