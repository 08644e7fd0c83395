//! What is worth a second look before a session is closed. Warns, never blocks: the supervisor judges.
//!
//! Looks at what the employee receives of the session (shared feedback, agreements, coaching answers, the purpose),
//! not at the employee's own response.

mod phrases;

use crate::domain::goal::{Concern, concern};
use crate::domain::language::clean;
use crate::domain::period::days_between;
use crate::domain::sessions::closing::phrases::Passage;
use crate::domain::sessions::since::untold;
use crate::domain::{Audienced, Dossier, FeedbackKind, RecordId, Roster, RuleSet, Session, SessionId};
use jiff::civil::{Date, date};
use strum::IntoStaticStr;

/// One thing to look at twice. `at` is the record whose shared text it stands in.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", prefix = "closing-")]
pub enum Warning {
    /// At least four words in a row also stand in a private text about this person.
    PrivatePhrase { phrase: String, at: RecordId },
    /// The full name of somebody else.
    OtherPerson { name: String, at: RecordId },
    /// A word about the person instead of an act.
    PersonWord { word: String, at: RecordId },
    /// A word about health or family, which may not belong on paper.
    HealthOrFamily { word: String, at: RecordId },
    /// The employee would receive an empty sheet.
    NothingShared,
    /// Something to improve, and nothing to praise.
    OnlyCorrections { count: usize },
    /// No agreement with a day lies ahead.
    NoNextStep,
    /// No day for the next talk.
    NoNextDate,
    /// All evidence of the year so far is from its last days.
    RecentEvidence { count: usize, days: i64 },
    /// Goals off track or slipping of which the talk has neither a value, nor a word, nor an agreement.
    GoalsUnspoken { title: String, count: usize },
}

impl Warning {
    /// The message that says it, with [`Warning::word`] as `$word` and [`Warning::numbers`].
    pub fn message_id(&self) -> &'static str {
        self.into()
    }
    /// The words of the text that it speaks of.
    pub fn word(&self) -> Option<&str> {
        match self {
            Warning::PrivatePhrase { phrase: word, .. }
            | Warning::OtherPerson { name: word, .. }
            | Warning::PersonWord { word, .. }
            | Warning::HealthOrFamily { word, .. }
            | Warning::GoalsUnspoken { title: word, .. } => Some(word),
            _ => None,
        }
    }
    /// The numbers in it, by the names that the message uses.
    pub fn numbers(&self) -> Vec<(&'static str, i64)> {
        let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        match self {
            Warning::OnlyCorrections { count } | Warning::GoalsUnspoken { count, .. } => vec![("count", whole(*count))],
            Warning::RecentEvidence { count, days } => vec![("count", whole(*count)), ("days", *days)],
            _ => vec![],
        }
    }
    /// The one rule of closing. What stands on paper can't be called back, and an empty paper says that nobody has
    /// looked: these are asked about twice. What concerns the balance of the talk is said, and closing goes on.
    pub fn is_asked_twice(&self) -> bool {
        self.at().is_some() || matches!(self, Warning::NothingShared)
    }
    /// Where to go to change it.
    pub fn at(&self) -> Option<RecordId> {
        match self {
            Warning::PrivatePhrase { at, .. }
            | Warning::OtherPerson { at, .. }
            | Warning::PersonWord { at, .. }
            | Warning::HealthOrFamily { at, .. } => Some(*at),
            _ => None,
        }
    }
}

/// Everything to look at before this session is closed, the gravest first. Nothing for a session that isn't there.
pub fn warnings(dossier: &Dossier, session: SessionId, roster: &Roster, rules: &RuleSet, today: Date) -> Vec<Warning> {
    let Some(session) = dossier.session(session) else { return vec![] };
    let shared = shared_passages(dossier, session);
    let mut out = private_phrases(dossier, &shared);
    out.extend(others_named(dossier, roster, &shared));
    for passage in &shared {
        let (own, at) = (rules.person_words.iter().map(String::as_str), passage.at);
        out.extend(passage.words_of(own, &rules.spared_phrases).map(|word| Warning::PersonWord { word, at }));
        out.extend(passage.words_of(HEALTH_OR_FAMILY.into_iter(), &[]).map(|word| Warning::HealthOrFamily { word, at }));
    }
    let tells = untold(dossier, session).count() > 0;
    if !tells && shared.iter().all(|passage| passage.is_purpose) && dossier.results_of(session).is_empty() {
        out.push(Warning::NothingShared);
    }
    out.extend(balance(dossier, session, today));
    out.extend(recency(dossier, rules, today));
    out.extend(unspoken(dossier, session, rules, today));
    out
}

/// Ours, and only a hint: what an employee may not want to see on paper.
const HEALTH_OR_FAMILY: [&str; 24] = [
    "sakit",
    "hamil",
    "keguguran",
    "kanker",
    "depresi",
    "diagnosis",
    "rawat inap",
    "cerai",
    "perceraian",
    "suami",
    "istri",
    "mertua",
    "utang",
    "hutang",
    "ill",
    "illness",
    "pregnant",
    "cancer",
    "depression",
    "divorce",
    "husband",
    "wife",
    "in debt",
    "sick",
];

/// What the employee receives of this session.
fn shared_passages(dossier: &Dossier, session: &Session) -> Vec<Passage> {
    let mut out = Vec::new();
    for feedback in dossier.feedback_of(session.id) {
        if let Some(words) = feedback.words.shared() {
            out.push(Passage::new(RecordId::Feedback(feedback.id), &words.get().text()));
        }
    }
    for action in dossier.actions_of(session.id) {
        if let Some(text) = action.text.shared() {
            out.push(Passage::new(RecordId::Action(action.id), &format!("{}. {}", text.get(), action.measure)));
        }
    }
    for check_in in dossier.check_ins_of(session.id) {
        let text = format!("{}. {}", check_in.note.get(), check_in.evidence.get());
        out.push(Passage::new(RecordId::CheckIn(check_in.id), &text));
    }
    let untold = untold(dossier, session);
    for note in &untold.notes {
        out.push(Passage::new(RecordId::Feedback(note.id), &note.words.for_supervisor().text()));
    }
    for value in &untold.values {
        out.push(Passage::new(RecordId::CheckIn(value.id), &format!("{}. {}", value.note.get(), value.evidence.get())));
    }
    for rating in &untold.ratings {
        out.push(Passage::new(RecordId::Rating(rating.id), rating.reason.for_supervisor()));
    }
    for action in &untold.actions {
        out.push(Passage::new(RecordId::Action(action.id), action.text.for_supervisor()));
    }
    if let Some(grow) = session.grow.as_ref().and_then(Audienced::shared) {
        let parts = [&grow.get().goal, &grow.get().reality, &grow.get().options, &grow.get().will];
        out.extend(parts.iter().map(|part| Passage::new(RecordId::Session(session.id), part)));
    }
    out.push(Passage::of_purpose(RecordId::Session(session.id), &session.purpose));
    out.retain(|passage| !passage.is_empty());
    out
}

/// Every private text about this person, of any day.
fn private_texts(dossier: &Dossier) -> Vec<String> {
    fn private<T>(text: &Audienced<T>) -> Option<&T> {
        text.shared().is_none().then(|| text.for_supervisor())
    }
    let mut out: Vec<String> = dossier.feedback.iter().filter_map(|f| private(&f.words)).map(|w| w.text()).collect();
    out.extend(dossier.agenda.iter().filter_map(|a| private(&a.text)).cloned());
    out.extend(dossier.actions.iter().filter_map(|a| private(&a.text)).cloned());
    for session in &dossier.sessions {
        if let Some(grow) = session.grow.as_ref().and_then(private) {
            out.extend([&grow.goal, &grow.reality, &grow.options, &grow.will].map(String::clone));
        }
        out.extend(session.addenda.iter().filter_map(|a| private(&a.text)).cloned());
    }
    out
}

fn private_phrases(dossier: &Dossier, shared: &[Passage]) -> Vec<Warning> {
    let private = private_texts(dossier);
    let mut out: Vec<Warning> = Vec::new();
    for passage in shared {
        for phrase in passage.repeated_from(&private) {
            let warning = Warning::PrivatePhrase { phrase, at: passage.at };
            if !out.contains(&warning) {
                out.push(warning);
            }
        }
    }
    out
}

/// Names of other people, but not parts of the employee's or the user's own.
fn others_named(dossier: &Dossier, roster: &Roster, shared: &[Passage]) -> Vec<Warning> {
    let me = roster.me().map(|row| &row.name);
    let own = [Some(&dossier.person.name), me].map(|name| format!(" {} ", name.map(|n| n.key()).unwrap_or_default()));
    let mut out = Vec::new();
    for row in roster.rows().iter().filter(|row| row.id != dossier.id() && Some(row.id) != roster.profile.me) {
        let key = format!(" {} ", clean::fold(&row.name.name));
        if own.iter().any(|own| own.contains(&key)) {
            continue;
        }
        if let Some(passage) = shared.iter().find(|passage| passage.names(key.trim())) {
            out.push(Warning::OtherPerson { name: row.name.name.clone(), at: passage.at });
        }
    }
    out
}

/// Praise, next step, next date. Praise that the employee never reads balances nothing.
fn balance(dossier: &Dossier, session: &Session, today: Date) -> Vec<Warning> {
    let untold = untold(dossier, session).notes;
    let received = || dossier.feedback_of(session.id).filter(|f| f.words.shared().is_some()).chain(untold.iter().copied());
    let count = |kind: FeedbackKind| received().filter(|f| f.kind == kind).count();
    let mut out = Vec::new();
    let corrections = count(FeedbackKind::Improve);
    if corrections > 0 && count(FeedbackKind::Praise) == 0 {
        out.push(Warning::OnlyCorrections { count: corrections });
    }
    // What was carried on to a day ahead is a next step, too.
    let dated = dossier.open_actions().iter().any(|a| a.due.is_some_and(|due| due >= today));
    if !dated {
        out.push(Warning::NoNextStep);
    }
    if session.next.is_none() {
        out.push(Warning::NoNextDate);
    }
    out
}

/// Too short a time says nothing about the spread of evidence, in days.
const SHORTEST_WINDOW: i64 = 14;

/// All evidence of the year so far, since the person is looked after here, lies in its last part.
fn recency(dossier: &Dossier, rules: &RuleSet, today: Date) -> Option<Warning> {
    let start = date(today.year(), 1, 1).max(dossier.person.since);
    let days = days_between(start, today) * i64::from(rules.recency_percent) / 100;
    let evidence: Vec<i64> =
        dossier.evidence().filter(|f| f.on >= start && f.on <= today).map(|f| days_between(f.on, today)).collect();
    let telling = evidence.len() >= usize::from(rules.recency_least).max(1) && days >= SHORTEST_WINDOW;
    (telling && evidence.iter().all(|ago| *ago <= days)).then_some(Warning::RecentEvidence { count: evidence.len(), days })
}

/// Goals that don't go well and that nobody spoke of: one warning for all of them. A note or an agreement of the talk
/// speaks of a goal if it has its tag, or says it.
fn unspoken(dossier: &Dossier, session: &Session, rules: &RuleSet, today: Date) -> Option<Warning> {
    let touched = dossier.results_of(session);
    let notes = dossier.feedback_of(session.id).map(|f| (&f.tags, f.words.for_supervisor().text()));
    let agreed = dossier.actions_of(session.id).map(|a| (&a.tags, a.text.for_supervisor().clone()));
    let said: Vec<(&Vec<String>, String)> = notes.chain(agreed).map(|(tags, text)| (tags, clean::fold(&text))).collect();
    let spoken = |tag: &String| said.iter().any(|(tags, text)| tags.contains(tag) || text.contains(tag.as_str()));
    let grave = concern::concerning(dossier, rules, today);
    let mut left = grave
        .iter()
        .filter(|(_, why)| why.iter().any(|c| matches!(c, Concern::OffTrack | Concern::Slipping)))
        .map(|(goal, _)| goal.result)
        .filter(|result| !touched.iter().any(|t| t.id == result.id) && !spoken(&result.tag));
    let first = left.next()?;
    Some(Warning::GoalsUnspoken { title: first.title.clone(), count: 1 + left.count() })
}

#[cfg(test)]
mod tests;
