//! What the sheet of a session prints of the records: gathered once, printed by the reports and looked at by the guard.
//! Holds nothing but shared text; a part that is added here is forgotten by neither, for both take it apart whole.

use crate::domain::competency::{CompetencyId, Rater, Rating};
use crate::domain::sessions::since::{Untold, untold};
use crate::domain::{
    Action, AgendaState, Audienced, CheckIn, Dossier, FeedbackKind, Grow, RecordId, Sbi, Session, SessionState, Shared,
    SharedText, WorkResult,
};

/// The parts of the sheet in the order in which they are printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper<'a> {
    /// Lines of the agenda that were talked about.
    pub topics: Vec<(RecordId, SharedText)>,
    /// Agreements from before this session: what became of them since it began, and what goes on.
    pub followed_up: Vec<(&'a Action, SharedText)>,
    pub given: Vec<(RecordId, FeedbackKind, Shared<&'a Sbi>)>,
    /// Shared since the last session, and on no sheet yet.
    pub since: Untold<'a>,
    pub coaching: Option<Shared<&'a Grow>>,
    pub goals: Vec<GoalSaid<'a>>,
    pub competencies: Vec<(RecordId, CompetencyId, SharedText)>,
    pub agreements: Vec<(&'a Action, SharedText)>,
    /// The employee's own words.
    pub response: Option<&'a SharedText>,
}

/// What was said about a goal: values with their notes, and whether the supervisor gave a word.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalSaid<'a> {
    pub result: &'a WorkResult,
    pub values: Vec<&'a CheckIn>,
    pub word: bool,
}

/// One text of the sheet, with the record to change it in.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    pub at: RecordId,
    pub text: String,
    /// The employee's own words: nobody is told what to write about himself or herself.
    pub own_words: bool,
}

impl<'a> Paper<'a> {
    pub fn of(dossier: &'a Dossier, session: &'a Session) -> Self {
        Paper {
            topics: topics(dossier, session),
            followed_up: followed_up(dossier, session),
            given: given(dossier, session),
            since: untold(dossier, session),
            coaching: session.grow.as_ref().and_then(Audienced::shared).filter(|grow| !grow.get().is_empty()),
            goals: goals(dossier, session),
            competencies: competencies(dossier, session),
            agreements: dossier.actions_of(session.id).filter_map(|a| Some((a, text(&a.text)?))).collect(),
            response: session.response.as_ref().map(|r| &r.words).filter(|words| !words.get().trim().is_empty()),
        }
    }

    /// Nothing stands on it that was said, agreed or measured.
    pub fn is_empty(&self) -> bool {
        self.since.count() == 0 && self.printed(RecordId::Profile).iter().all(|text| text.own_words)
    }

    /// Every text on it. `session` is where its own answers are changed.
    pub fn printed(&self, session: RecordId) -> Vec<Printed> {
        let Paper { topics, followed_up, given, since, coaching, goals, competencies, agreements, response } = self;
        let mut out = Vec::new();
        let mut put = |at: RecordId, text: &str| {
            if !text.trim().is_empty() {
                out.push(Printed { at, text: text.to_owned(), own_words: false });
            }
        };
        topics.iter().for_each(|(at, text)| put(*at, text.get()));
        followed_up.iter().for_each(|(action, text)| put(RecordId::Action(action.id), text.get()));
        given.iter().for_each(|(at, _, sbi)| put(*at, &sbi.get().text()));
        since.texts().into_iter().for_each(|(at, text)| put(at, &text));
        if let Some(grow) = coaching {
            let Grow { goal, reality, options, will } = grow.get();
            [goal, reality, options, will].into_iter().for_each(|text| put(session, text));
        }
        for GoalSaid { result, values, word } in goals {
            if *word || !values.is_empty() {
                put(RecordId::WorkResult(result.id), &result.title);
            }
            for value in values {
                put(RecordId::CheckIn(value.id), &format!("{}. {}", value.note.get(), value.evidence.get()));
            }
        }
        competencies.iter().for_each(|(at, _, reason)| put(*at, reason.get()));
        for (action, text) in agreements {
            put(RecordId::Action(action.id), &format!("{}. {}", text.get(), action.measure));
        }
        if let Some(words) = response {
            out.push(Printed { at: session, text: words.get().clone(), own_words: true });
        }
        out
    }
}

/// The closed sessions on whose sheets a record stands, the oldest first.
pub fn sheets_with(dossier: &Dossier, record: RecordId) -> Vec<&Session> {
    let closed = dossier.sessions.iter().filter(|session| session.sheet().is_some());
    closed.filter(|session| stood_on(dossier, session, record)).collect()
}

/// Looks at the dossier as it was when the session was closed.
fn stood_on(dossier: &Dossier, session: &Session, record: RecordId) -> bool {
    let SessionState::Closed { at, .. } = session.state else { return false };
    if dossier.record(record).and_then(|found| found.written().map(|(_, written)| written > at)) == Some(true) {
        return false;
    }
    let mut then = dossier.clone().before_withdrawals(at);
    then.sessions.retain(|other| (other.on, other.id) <= (session.on, session.id));
    let paper = Paper::of(&then, session);
    let values = paper.since.values.iter().map(|value| RecordId::CheckIn(value.id));
    let said = paper.goals.iter().flat_map(|goal| &goal.values).map(|value| RecordId::CheckIn(value.id));
    let texts = paper.printed(RecordId::Session(session.id)).into_iter().map(|text| text.at);
    let mut all = values.chain(said).chain(texts);
    all.any(|at| at == record)
}

/// The shared text, if it is shared.
fn text(text: &Audienced<String>) -> Option<SharedText> {
    text.shared().map(|text| text.map(String::clone))
}

fn topics(dossier: &Dossier, session: &Session) -> Vec<(RecordId, SharedText)> {
    let discussed = |state: &AgendaState| matches!(state, AgendaState::Discussed { session: id, .. } if *id == session.id);
    let lines = dossier.agenda.iter().filter(|line| discussed(&line.state));
    lines.filter_map(|line| Some((RecordId::Agenda(line.id), text(&line.text)?))).collect()
}

fn followed_up<'a>(dossier: &'a Dossier, session: &Session) -> Vec<(&'a Action, SharedText)> {
    let since = |a: &&Action| a.session != Some(session.id) && a.state.settled_on().is_none_or(|on| on >= session.on);
    dossier.actions.iter().filter(since).filter_map(|a| Some((a, text(&a.text)?))).collect()
}

fn given<'a>(dossier: &'a Dossier, session: &Session) -> Vec<(RecordId, FeedbackKind, Shared<&'a Sbi>)> {
    let id = session.id;
    let shared = dossier.feedback.iter().filter(move |f| f.talk() == Some(id));
    shared.filter_map(|f| Some((RecordId::Feedback(f.id), f.kind, f.words.shared()?))).collect()
}

fn goals<'a>(dossier: &'a Dossier, session: &'a Session) -> Vec<GoalSaid<'a>> {
    let newest = |result: &'a WorkResult| {
        let of = move |indicator| dossier.check_ins_of(session.id).filter(move |c| c.indicator == indicator);
        let values = result.indicators.iter().filter_map(move |i| of(i.id).max_by_key(|c| (c.on, c.written, c.id)));
        let word = result.words.last().is_some_and(|word| word.on >= session.on);
        GoalSaid { result, values: values.collect(), word }
    };
    dossier.results_of(session).into_iter().map(newest).collect()
}

/// What was said about competencies for both to read: the reason, never the level.
fn competencies(dossier: &Dossier, session: &Session) -> Vec<(RecordId, CompetencyId, SharedText)> {
    let of_talk = dossier.ratings.iter().filter(|rating| rating.session == Some(session.id));
    // What was said last about a competency stands for what was said before it.
    let mut newest: Vec<&Rating> = Vec::new();
    for rating in of_talk.filter(|rating| rating.rater == Rater::Supervisor) {
        newest.retain(|earlier| earlier.competency != rating.competency);
        newest.push(rating);
    }
    let said = newest.into_iter().filter_map(|rating| {
        let reason = text(&rating.reason).filter(|reason| !reason.get().trim().is_empty())?;
        Some((RecordId::Rating(rating.id), rating.competency.clone(), reason))
    });
    said.collect()
}
