//! What is worth a second look before a session is closed. Warns, never blocks: the supervisor judges.
//!
//! Looks at exactly what the sheet prints ([`Paper`]) and at every private text of every kind of record: the same guard
//! for the sheet, for what is added to it, and for whatever else leaves the program.

mod names;
mod phrases;

use crate::domain::development::{item::ItemState, mentoring::PairState, need::WishState, support::End};
use crate::domain::evaluation::Judgement;
use crate::domain::goal::{Concern, concern};
use crate::domain::language::clean;
use crate::domain::period::days_between;
use crate::domain::sessions::closing::phrases::Passage;
use crate::domain::sessions::paper::{Paper, Printed};
use crate::domain::sessions::since::untold;
use crate::domain::{
    Action, ActionState, AgendaState, Audienced, Dossier, Evaluation, FeedbackKind, Grow, PersonStatus, Record, RecordId,
    Roster, RuleSet, Session, SessionId, SessionState,
};
use jiff::civil::{Date, date};
use strum::IntoStaticStr;

/// One thing to look at twice. `at` is the record whose shared text it stands in.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", prefix = "closing-")]
pub enum Warning {
    /// At least four words in a row also stand in a private text about this person.
    PrivatePhrase { phrase: String, at: RecordId },
    /// The name of somebody else.
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
    /// The one rule of closing: private words that are about to leave, and an empty sheet, are asked about twice.
    /// Everything else is said, and closing goes on.
    pub fn is_grave(&self) -> bool {
        matches!(self, Warning::NothingShared | Warning::PrivatePhrase { .. })
    }
}

/// Everything to look at before this session is closed, the gravest first. Nothing for a session that isn't there.
pub fn warnings(dossier: &Dossier, session: SessionId, roster: &Roster, rules: &RuleSet, today: Date) -> Vec<Warning> {
    let Some(session) = dossier.session(session) else { return vec![] };
    let paper = Paper::of(dossier, session);
    let mut out = guard(dossier, &paper.printed(RecordId::Session(session.id)), roster, rules);
    if paper.is_empty() {
        out.push(Warning::NothingShared);
    }
    out.extend(balance(dossier, session, today));
    out.extend(recency(dossier, rules, today));
    out.extend(unspoken(dossier, session, rules, today));
    out.sort_by_key(|warning| !warning.is_grave());
    out
}

/// What is worth a second look in texts that leave the program, about one person.
pub fn guard(dossier: &Dossier, texts: &[Printed], roster: &Roster, rules: &RuleSet) -> Vec<Warning> {
    let all: Vec<Passage> = texts.iter().map(|text| Passage::new(text.at, &text.text)).collect();
    let mut out = private_phrases(dossier, &all);
    // Nobody is told what to write about himself or herself.
    let said = texts.iter().filter(|text| !text.own_words).map(|text| Passage::new(text.at, &text.text));
    let said: Vec<Passage> = said.filter(|passage| !passage.is_empty()).collect();
    out.extend(names::others_named(dossier, roster, &said));
    for passage in &said {
        let at = passage.at;
        let english = if passage.is_indonesian() { &[][..] } else { &rules.person_words_english };
        let words = rules.person_words.iter().chain(english).map(String::as_str);
        let spared: Vec<&str> = rules.spared_phrases.iter().map(String::as_str).chain(OF_THINGS).collect();
        out.extend(passage.words_of(words, &spared).map(|word| Warning::PersonWord { word, at }));
        out.extend(passage.words_of(HEALTH_OR_FAMILY.into_iter(), &spared).map(|word| Warning::HealthOrFamily { word, at }));
    }
    out
}

/// What is added to a closed sheet is looked at like the sheet.
pub fn addendum(dossier: &Dossier, session: SessionId, text: &str, roster: &Roster, rules: &RuleSet) -> Vec<Warning> {
    let text = Printed { at: RecordId::Session(session), text: text.to_owned(), own_words: false };
    guard(dossier, &[text], roster, rules)
}

/// Phrases in which such words speak of things, papers and offices, and of nobody's character or health.
const OF_THINGS: [&str; 27] = [
    "bangunan liar",
    "parkir liar",
    "pungutan liar",
    "pedagang liar",
    "sampah liar",
    "hewan liar",
    "tumbuhan liar",
    "balap liar",
    "reklame liar",
    "anjing liar",
    "rumah sakit",
    "surat sakit",
    "surat keterangan sakit",
    "orang sakit",
    "warga sakit",
    "pasien sakit",
    "ibu hamil",
    "akta cerai",
    "akta perceraian",
    "kartu istri",
    "kartu suami",
    "suami istri",
    "utang piutang",
    "hutang piutang",
    "utang daerah",
    "penyakit kanker",
    "sick leave form",
];

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

/// Every private text about this person, of any day.
fn private_texts(dossier: &Dossier) -> Vec<String> {
    let mut out: Vec<String> = dossier.records().flat_map(|record| private_of(&record)).collect();
    out.extend(private_of(&Record::Person(dossier.person.clone())));
    out.retain(|text| !text.trim().is_empty());
    out
}

/// The private texts of one record. Every kind is named, so that a new one has to say what of it is private.
fn private_of(record: &Record) -> Vec<String> {
    fn private<T>(text: &Audienced<T>) -> Option<&T> {
        text.shared().is_none().then(|| text.for_supervisor())
    }
    let text = |text: &Audienced<String>| private(text).cloned().into_iter().collect::<Vec<_>>();
    match record {
        Record::Feedback(feedback) => private(&feedback.words).map(|words| words.text()).into_iter().collect(),
        Record::Agenda(line) => {
            let AgendaState::Dropped { reason, .. } = &line.state else { return text(&line.text) };
            [text(&line.text), vec![reason.clone()]].concat()
        }
        Record::Action(action) => of_action(action),
        Record::Session(session) => of_session(session),
        Record::Skip(skip) => vec![skip.reason.clone()],
        Record::Rating(rating) => text(&rating.reason),
        Record::BehaviourRating(rating) => text(&rating.note),
        // What a plan says, what was measured for it and what is expected is known to the employee.
        Record::WorkResult(_) | Record::CheckIn(_) | Record::LeaderExpectation(_) => vec![],
        Record::Person(person) => match &person.status {
            PersonStatus::Left { note, .. } => vec![note.clone()],
            PersonStatus::Active | PersonStatus::Leave { .. } | PersonStatus::Retired { .. } => vec![],
        },
        // Of the office, about nobody.
        Record::Profile(_) | Record::Unit(_) | Record::Framework(_) | Record::Standard(_) => vec![],
        Record::UnitResult(_) | Record::HolidayList(_) => vec![],
        Record::Course(_) | Record::BudgetLine(_) | Record::Proposal(_) => vec![],
        Record::Evaluation(evaluation) => of_evaluation(evaluation, text(&evaluation.reason)),
        Record::PlanItem(item) => {
            let answers = item.checks.iter().filter_map(|check| check.answer.as_ref());
            let said = std::iter::once(&item.expect).chain(answers.map(|answer| &answer.example)).flat_map(text);
            let why = if let ItemState::Dropped { reason, .. } = &item.state { Some(reason.clone()) } else { None };
            said.chain(why).collect()
        }
        Record::CareerNote(note) => {
            std::iter::once(&note.text).chain(note.outcome.as_ref().map(|outcome| &outcome.text)).flat_map(text).collect()
        }
        // Set aside with a reason; for the supervisor alone.
        Record::NeedWord(word) => word.aside.iter().cloned().collect(),
        // What a pair and a support plan agreed is told to the employee; why they ended is written for the supervisor.
        Record::MentoringPair(pair) => match &pair.state {
            PairState::EndedEarly { reason, .. } => vec![reason.clone()],
            _ => vec![],
        },
        Record::SupportPlan(plan) => match &plan.end {
            Some(End::HandedOn { reason, .. }) => vec![reason.clone()],
            Some(End::Met { .. }) | None => vec![],
        },
        Record::Wish(wish) => match &wish.state {
            WishState::Dropped { reason, .. } => vec![reason.clone()],
            WishState::Open => vec![],
        },
        // What was learned and objected to is the employee's own.
        Record::Learning(_) | Record::Objection(_) | Record::Skp(_) => vec![],
        Record::Withdrawal(withdrawal) => vec![withdrawal.reason.for_supervisor().clone()],
    }
}

/// Why an evaluation is what it is, and why it went: reasons are the supervisor's own.
fn of_evaluation(evaluation: &Evaluation, mut out: Vec<String>) -> Vec<String> {
    if let Judgement::NotAssessed { note, .. } = &evaluation.judgement {
        out.push(note.clone());
    }
    out.extend(evaluation.supersedes.as_ref().map(|before| before.reason.clone()));
    out.extend(evaluation.withdrawn.as_ref().map(|withdrawal| withdrawal.reason.clone()));
    out
}

/// The measure belongs to the agreement; why it was not kept is written for the supervisor alone.
fn of_action(action: &Action) -> Vec<String> {
    let why = match &action.state {
        ActionState::Open => None,
        ActionState::Done { note: why, .. }
        | ActionState::NotDone { reason: why, .. }
        | ActionState::Dropped { reason: why, .. } => Some(why.clone()),
    };
    let own = action.text.shared().is_none().then(|| [action.text.for_supervisor().clone(), action.measure.clone()]);
    own.into_iter().flatten().chain(why).collect()
}

fn of_session(session: &Session) -> Vec<String> {
    let mut out = Vec::new();
    if let Some(Audienced::Private(grow)) = &session.grow {
        let Grow { goal, reality, options, will } = grow.for_supervisor();
        out.extend([goal, reality, options, will].map(String::clone));
    }
    out.extend(session.left_out.iter().map(|left| left.reason.for_supervisor().clone()));
    let addenda = session.addenda.iter().filter(|addendum| addendum.text.shared().is_none());
    out.extend(addenda.map(|addendum| addendum.text.for_supervisor().clone()));
    match &session.state {
        SessionState::Postponed { reason, .. } | SessionState::Missed { reason, .. } => out.push(reason.clone()),
        SessionState::Planned | SessionState::Open { .. } | SessionState::Closed { .. } => {}
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

/// Runs of words of private records that stand in a text, too.
pub fn phrases_from_private(dossier: &Dossier, text: &str) -> Vec<String> {
    let passage = Passage::new(RecordId::Person(dossier.id()), text);
    passage.repeated_from(&private_texts(dossier)).into_iter().collect()
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
    let start = date(today.year(), 1, 1).max(dossier.person.clock_began(today));
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
