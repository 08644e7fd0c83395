//! Changes in words: who did what about whom, and what stood before and after, field by field. For the supervisor:
//! private text is in it, and marked as such.

mod evaluations;
mod facts;
pub mod story;

use super::layout::wrap;
use crate::domain::language::clean::clean_line;
use crate::domain::records::log::LogEntry;
use crate::domain::{Actor, Audience, Capacity, Change, CheckIn, Op, PersonId, Record, Roster};
use crate::i18n::{Arg, Words};
use facts::{Fact, facts};
use jiff::tz::TimeZone;

/// Operations that one change is shown with; an import can have thousands.
pub const OPERATIONS: usize = 100;

/// `catatan`, `penutupan sesi`.
pub fn kind_word(words: &Words, change: &Change) -> String {
    words.say(&format!("change-{}", change.kind.id()))
}

/// Who did it; the capacity where somebody acted for the post.
pub fn by(words: &Words, actor: &Actor) -> String {
    let capacity = match actor.capacity {
        Capacity::Definitive => return actor.name.clone(),
        Capacity::ActingVacant => words.say("capacity-acting-vacant"),
        Capacity::ActingDaily => words.say("capacity-acting-daily"),
    };
    format!("{} ({capacity})", actor.name)
}

/// Whom it is about; where it is about many, how many.
pub fn about(words: &Words, change: &Change, roster: &Roster) -> String {
    match change.about {
        Some(id) => name(words, roster, id),
        None => match change.people().as_slice() {
            [] => String::new(),
            [one] => name(words, roster, *one),
            many => words.with("log-people", &[("count", many.len().into())]),
        },
    }
}

fn name(words: &Words, roster: &Roster, id: PersonId) -> String {
    roster.row(id).map_or_else(|| words.say("log-nobody"), |row| row.name.full())
}

/// What a change wrote, on one line, and who may read it: where its first record says it in a word.
pub fn said(words: &Words, change: &Change) -> Option<(Option<Audience>, String)> {
    let record = change.ops.first()?.record();
    let text = title(words, record);
    (!text.is_empty()).then(|| (audience(record), clean_line(&text)))
}

/// What a record says in a word; nothing for people, units and the user.
pub(super) fn title(words: &Words, record: &Record) -> String {
    match record {
        Record::Feedback(feedback) => feedback.words.for_supervisor().text(),
        Record::Action(action) => action.text.for_supervisor().clone(),
        Record::Agenda(line) => line.text.for_supervisor().clone(),
        Record::Session(session) => words.short_day(session.on),
        Record::Skip(skip) => skip.reason.clone(),
        Record::WorkResult(result) => result.title.clone(),
        Record::CheckIn(check_in) => value(words, check_in),
        Record::Standard(standard) => standard.position.clone(),
        Record::Framework(edition) => edition.framework.version.clone(),
        Record::Rating(rating) => rating.reason.for_supervisor().clone(),
        Record::BehaviourRating(rating) => rating.note.for_supervisor().clone(),
        Record::LeaderExpectation(expectation) => expectation.text.get().clone(),
        Record::PlanItem(item) => item.name().to_owned(),
        Record::Learning(learning) => learning.title.clone(),
        Record::Wish(wish) => wish.subject.words.clone(),
        Record::NeedWord(word) => word.subject.words.clone(),
        Record::MentoringPair(pair) => pair.topic_words(),
        Record::CareerNote(note) => note.text.for_supervisor().clone(),
        Record::SupportPlan(plan) => plan.reason.get().clone(),
        Record::Course(course) => course.title.clone(),
        Record::BudgetLine(line) => format!("{} {}", line.year, line.fund),
        Record::Proposal(row) => row.program.clone(),
        Record::Evaluation(evaluation) => evaluation.reason.for_supervisor().clone(),
        Record::Objection(objection) => objection.first_reason().to_owned(),
        Record::UnitResult(result) => result.unit.clone(),
        Record::HolidayList(list) => list.list.year.to_string(),
        Record::Skp(skp) => skp.position.clone(),
        Record::Withdrawal(withdrawal) => withdrawal.reason.for_supervisor().clone(),
        Record::Profile(_) | Record::Unit(_) | Record::Person(_) => String::new(),
    }
}

fn value(words: &Words, check_in: &CheckIn) -> String {
    let value = check_in.value.map(|value| words.decimal(value)).unwrap_or_default();
    format!("{value} {}", check_in.note.get()).trim().to_owned()
}

/// Who may read a record, where that was decided for it.
fn audience(record: &Record) -> Option<Audience> {
    match record {
        Record::Feedback(feedback) => Some(feedback.words.audience()),
        Record::Action(action) => Some(action.text.audience()),
        Record::Agenda(line) => Some(line.text.audience()),
        Record::Rating(rating) => Some(rating.reason.audience()),
        Record::BehaviourRating(rating) => Some(rating.note.audience()),
        Record::PlanItem(item) => Some(item.audience()),
        Record::CareerNote(note) => Some(note.text.audience()),
        Record::NeedWord(_) | Record::Withdrawal(_) => Some(Audience::Private),
        Record::Learning(_) | Record::Wish(_) | Record::MentoringPair(_) => Some(Audience::Shared),
        Record::Evaluation(evaluation) => Some(evaluation.reason.audience()),
        Record::CheckIn(_) | Record::LeaderExpectation(_) | Record::Objection(_) => Some(Audience::Shared),
        _ => None,
    }
}

/// All of a change, to read: what, about whom, when, by whom, each operation field by field, how many more there are,
/// and its place in the chain.
pub fn text(words: &Words, entry: &LogEntry, whom: &str, left: usize, roster: &Roster, zone: &TimeZone) -> String {
    let change = &entry.change;
    let at = change.at.to_zoned(zone.clone());
    let (weekday, day) = (words.long_weekday(at.weekday()), words.long_day(at.date()));
    let mut out = [kind_word(words, change), whom.to_owned()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    out.push_str(&format!("\n{weekday}, {day}, {} · {}\n", words.clock(change.at, zone), by(words, &change.by)));
    for op in &change.ops {
        out.push('\n');
        operation(words, op, change.about, roster, &mut out);
    }
    if left > 0 {
        out.push_str(&format!("\n{}\n", words.with("log-more", &[("count", left.into())])));
    }
    let number = Arg::Word(words.number(i64::try_from(entry.number).unwrap_or(i64::MAX)));
    out.push_str(&format!("\n{}\n", words.with("log-entry", &[("number", number)])));
    if !entry.hash.is_empty() {
        out.push_str(&format!("{}\n", words.with("log-hash", &[("hash", entry.hash.as_str().into())])));
    }
    out
}

/// The same in so many columns: what does not fit goes on to the right of where it began.
pub fn wrapped(text: &str, columns: usize) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    for line in text.lines() {
        let said = line.trim_start();
        let indent = line.len() - said.len();
        let mut lines = wrap(said, columns.saturating_sub(indent + 2).max(10)).into_iter();
        out.push_str(&format!("{:indent$}{}\n", "", lines.next().unwrap_or_default()));
        lines.for_each(|rest| out.push_str(&format!("{:indent$}  {rest}\n", "")));
    }
    out
}

fn operation(words: &Words, op: &Op, about: Option<PersonId>, roster: &Roster, out: &mut String) {
    let record = Arg::from(words.say(record_word(op.record())));
    let mut heading = match (op.before(), op.after()) {
        (Some(_), Some(_)) => words.with("log-changed", &[("record", record)]),
        (Some(_), None) => words.with("log-removed", &[("record", record)]),
        _ => words.with("log-added", &[("record", record)]),
    };
    let other = op.record().person().filter(|person| about != Some(*person) && !matches!(op.record(), Record::Person(_)));
    if let Some(person) = other {
        heading.push_str(&format!(" · {}", name(words, roster, person)));
    }
    if let Some(audience) = audience(op.record()) {
        let id = if audience == Audience::Private { "log-private" } else { "log-shared" };
        heading.push_str(&format!(" · {}", words.say(id)));
    }
    out.push_str(&format!("{heading}\n"));
    match (op.before(), op.after()) {
        (Some(before), Some(after)) => differences(words, before, after, roster, out),
        (before, after) => {
            for fact in before.or(after).map(|record| facts(words, record, roster)).unwrap_or_default() {
                out.push_str(&format!("  {}: {}\n", words.say(fact.label), indented(&fact.value)));
            }
        }
    }
}

/// Text of several lines stays to the right of its label.
fn indented(text: &str) -> String {
    text.replace('\n', "\n    ")
}

fn differences(words: &Words, before: &Record, after: &Record, roster: &Roster, out: &mut String) {
    let (old, new) = (facts(words, before, roster), facts(words, after, roster));
    let mut labels: Vec<(&'static str, usize)> = Vec::new();
    for fact in old.iter().chain(&new) {
        if !labels.contains(&(fact.label, fact.nth)) {
            labels.push((fact.label, fact.nth));
        }
    }
    let find = |facts: &[Fact], at: (&str, usize)| {
        facts.iter().find(|fact| (fact.label, fact.nth) == at).map(|fact| fact.value.clone())
    };
    let mut found = false;
    for at in labels {
        let (old, new) = (find(&old, at), find(&new, at));
        if old == new {
            continue;
        }
        found = true;
        let nothing = || words.say("log-nothing");
        let args =
            |text: Option<String>| [("text", Arg::from(text.map_or_else(nothing, |text| indented(&indented(&text)))))];
        out.push_str(&format!("  {}\n", words.say(at.0)));
        out.push_str(&format!("    {}\n", words.with("log-before", &args(old))));
        out.push_str(&format!("    {}\n", words.with("log-after", &args(new))));
    }
    if !found {
        // Only who wrote it, or what it points to.
        out.push_str(&format!("  {}\n", words.say("log-same")));
    }
}

fn record_word(record: &Record) -> &'static str {
    match record {
        Record::Profile(_) => "log-record-profile",
        Record::Unit(_) => "log-record-unit",
        Record::Person(_) => "log-record-person",
        Record::Feedback(_) => "log-record-feedback",
        Record::Action(_) => "log-record-action",
        Record::Agenda(_) => "log-record-agenda",
        Record::Session(_) => "log-record-session",
        Record::Skip(_) => "log-record-skip",
        Record::WorkResult(_) => "log-record-result",
        Record::CheckIn(_) => "log-record-check-in",
        Record::Framework(_) => "log-record-framework",
        Record::Standard(_) => "log-record-standard",
        Record::Rating(_) => "log-record-rating",
        Record::BehaviourRating(_) => "log-record-behaviour",
        Record::LeaderExpectation(_) => "log-record-expectation",
        Record::PlanItem(_) => "log-record-item",
        Record::Learning(_) => "log-record-learning",
        Record::Wish(_) => "log-record-wish",
        Record::NeedWord(_) => "log-record-need",
        Record::MentoringPair(_) => "log-record-pair",
        Record::CareerNote(_) => "log-record-career",
        Record::SupportPlan(_) => "log-record-support",
        Record::Course(_) => "log-record-course",
        Record::BudgetLine(_) => "log-record-budget",
        Record::Proposal(_) => "log-record-proposal",
        Record::Evaluation(_) => "log-record-evaluation",
        Record::Objection(_) => "log-record-objection",
        Record::UnitResult(_) => "log-record-unit-result",
        Record::HolidayList(_) => "log-record-holidays",
        Record::Skp(_) => "log-record-skp",
        Record::Withdrawal(_) => "log-record-withdrawal",
    }
}

#[cfg(test)]
mod tests;
