//! The sheet of a talk: what was said and agreed, to read, to add to and to sign. Dialogue, coaching and counselling
//! have the same frame; counselling says that it is confidential.
//!
//! Never on it: moods, the nine answers, private lines, a level without its reason.

use super::document::{Block, Cell, Outcome, Paper, Row, Section, Table, Width};
use super::parts::{NOTHING, capital, column, official, shared};
use super::{Facts, Missing};
use crate::domain::competency::{Rater, Rating};
use crate::domain::goal::check_in::value_on;
use crate::domain::{
    Acknowledgement, Action, ActionState, Addendum, AgendaState, Audienced, Feedback, FeedbackKind, Sbi, Session,
    SessionKind, SessionState, SharedText, WorkResult,
};
use crate::reports::goals::{status_word, value_text};

/// Of the closed session of the day, with its code and what came after it.
pub fn sheet(facts: &Facts<'_>) -> Result<Paper, Missing> {
    let session = facts.closed_session()?;
    Ok(printed(facts, session))
}

/// The same, of a session of that kind only.
pub fn counselling(facts: &Facts<'_>) -> Result<Paper, Missing> {
    let of_kind = |s: &&Session| s.is_closed() && s.kind == SessionKind::Counselling;
    let mut found = facts.dossier.sessions.iter().rev().filter(of_kind);
    let session = match facts.day {
        Some(day) => found.find(|session| session.on == day),
        None => found.next(),
    };
    Ok(printed(facts, session.ok_or(Missing::Counselling)?))
}

fn printed(facts: &Facts<'_>, session: &Session) -> Paper {
    let mut paper = handed_out(facts, session);
    if let Some(code) = session.receipt() {
        paper.push(Block::Code { label: facts.say("paper-receipt"), code: official(code) });
    }
    paper
}

/// The sheet without its code, which is a digest of this text: what step "closing" shows and keeps.
pub fn handed_out(facts: &Facts<'_>, session: &Session) -> Paper {
    let title = facts.say(&format!("sheet-title-{}", session.kind.id()));
    let mut paper: Paper = facts.paper(title, session.on, &facts.words.say("paper-file-sheet"));
    paper.head.below_title = vec![official(facts.whole_day(session.on))];
    paper.push(Block::Parties(facts.employee(), facts.supervisor_party(session)));
    if session.kind == SessionKind::Counselling {
        paper.push(Block::Remark(facts.say("paper-confidential")));
    }
    earlier(&mut paper, facts, session);
    topics(&mut paper, facts, session);
    results(&mut paper, facts, session);
    feedback(&mut paper, facts, session);
    coaching(&mut paper, facts, session);
    competencies(&mut paper, facts, session);
    agreements(&mut paper, facts, session);
    response(&mut paper, facts, session);
    addenda(&mut paper, facts, session);
    if let Some(day) = session.next {
        paper.push(Block::Paragraph(facts.with("paper-next", &[("day", facts.whole_day(day).into())])));
    }
    let mut signing = vec![
        Block::Paragraph(facts.say("sheet-signing-means")),
        Block::Ticks {
            label: None,
            choices: vec![facts.say("paper-tick-read"), facts.say("paper-tick-agree"), facts.say("paper-tick-object")],
        },
    ];
    signing.extend(objection(facts, session));
    signing.push(facts.signatures(session, Some(session.on)));
    paper.push(Block::Together(signing));
    paper
}

/// Agreements of earlier talks: what became of them since this one began, and what goes on.
fn earlier(paper: &mut Paper, facts: &Facts<'_>, session: &Session) {
    let still = |a: &&Action| {
        let before = a.session != Some(session.id) && a.on <= session.on;
        before && a.state.settled_on().is_none_or(|on| on >= session.on)
    };
    let found = facts.dossier.actions.iter().filter(still).filter_map(|a| Some((a, shared(&a.text)?)));
    let rows: Vec<Outcome> = found.map(|(action, text)| outcome(facts, session, action, text)).collect();
    if !rows.is_empty() {
        paper.section(facts.say("paper-earlier"));
        paper.push(Block::Outcomes(rows));
    }
}

/// As it stood when the talk was closed, whenever the sheet is printed.
fn outcome(facts: &Facts<'_>, session: &Session, action: &Action, text: SharedText) -> Outcome {
    let closed = match session.state {
        SessionState::Closed { at, .. } => Some(at.to_zoned(facts.zone.clone()).date()),
        _ => None,
    };
    let open = action.state.settled_on().is_none_or(|on| closed.is_some_and(|closed| on > closed));
    let state = match action.state {
        _ if open => "paper-state-open",
        ActionState::Open => "paper-state-open",
        ActionState::Done { .. } => "paper-state-done",
        ActionState::NotDone { .. } => "paper-state-not-done",
        ActionState::Dropped { .. } => "paper-state-dropped",
    };
    let whose = facts.owner(action.owner);
    let due = action.due.filter(|_| open).map(|due| facts.words.long_day(due));
    let whose = due.map_or(whose.clone(), |due| format!("{whose}, {due}"));
    Outcome { state: facts.say(state), text, whose: official(whose) }
}

fn topics(paper: &mut Paper, facts: &Facts<'_>, session: &Session) {
    let discussed = |state: &AgendaState| matches!(state, AgendaState::Discussed { session: id, .. } if *id == session.id);
    let lines = facts.dossier.agenda.iter().filter(|a| discussed(&a.state)).filter_map(|a| shared(&a.text));
    let lines: Vec<SharedText> = lines.collect();
    if !lines.is_empty() {
        paper.section(facts.say("sheet-topics"));
        paper.push(Block::Numbered(lines));
    }
}

/// What was talked about of the plan: every indicator of a result with what held on the day.
fn results(paper: &mut Paper, facts: &Facts<'_>, session: &Session) {
    let results = facts.dossier.results_of(session);
    if results.is_empty() {
        return;
    }
    let words = facts.words;
    paper.push(Block::Section(Section {
        title: facts.say("paper-results"),
        hint: Some(official(words.long_day(session.on))),
    }));
    let columns = vec![
        column(words, "paper-col-result", 22, Width::Tenths(420)),
        column(words, "paper-col-indicator", 23, Width::Tenths(440)),
        column(words, "paper-col-target", 14, Width::Tenths(320)),
        column(words, "paper-col-reached", 10, Width::Share(100)),
    ];
    let rows = results.iter().flat_map(|result| result_rows(facts, session, result)).collect();
    paper.push(Block::Table(Table { columns, rows, by_hand: false }));
    let notes = results.iter().flat_map(|result| notes(facts, session, result)).collect::<Vec<_>>();
    if !notes.is_empty() {
        paper.push(Block::Fields { rows: notes, indented: false });
    }
}

fn result_rows(facts: &Facts<'_>, session: &Session, result: &WorkResult) -> Vec<Row> {
    let title = Cell::Text(official(result.title.clone()));
    let indicators = result.indicators.iter().enumerate().map(|(n, indicator)| {
        let held = value_on(&facts.dossier.check_ins, indicator.id, session.on);
        let reached = held.map_or(NOTHING.to_owned(), |(_, value)| value_text(facts.words, indicator, value));
        let first = if n == 0 { title.clone() } else { Cell::Same };
        Row::Cells(vec![
            first,
            Cell::Text(official(indicator.title.clone())),
            Cell::Text(facts.target(indicator)),
            Cell::Text(official(reached)),
        ])
    });
    let rows: Vec<Row> = indicators.collect();
    if rows.is_empty() { vec![Row::Cells(vec![title, Cell::Same, Cell::Same, Cell::Same])] } else { rows }
}

/// What was written to the values of this talk, and the supervisor's word of the day.
fn notes(facts: &Facts<'_>, session: &Session, result: &WorkResult) -> Vec<(SharedText, SharedText)> {
    let mut rows = Vec::new();
    for check_in in facts.dossier.check_ins_of(session.id).filter(|c| c.result == result.id) {
        let Some(indicator) = result.indicator(check_in.indicator) else { continue };
        let evidence = check_in.evidence.get();
        let evidence =
            (!evidence.is_empty()).then(|| facts.words.with("paper-evidence", &[("text", evidence.as_str().into())]));
        let said = check_in.note.as_ref().map(|note| {
            let parts = [Some(note.trim().to_owned()).filter(|note| !note.is_empty()), evidence];
            parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
        });
        if !said.get().is_empty() {
            rows.push((official(indicator.title.clone()), said));
        }
    }
    if let Some(word) =
        result.words.last().filter(|word| word.on >= session.on && (session.is_open() || word.on == session.on))
    {
        rows.push((official(result.title.clone()), official(status_word(facts.words, word.status))));
    }
    rows
}

fn feedback(paper: &mut Paper, facts: &Facts<'_>, session: &Session) {
    let kinds = [
        (FeedbackKind::Praise, "paper-praise"),
        (FeedbackKind::Improve, "paper-improve"),
        (FeedbackKind::Observation, "paper-observation"),
    ];
    let mut blocks = Vec::new();
    for (kind, id) in kinds {
        for given in facts.dossier.feedback_of(session.id).filter(|f| f.kind == kind) {
            blocks.extend(noted(facts, given, id));
        }
    }
    if !blocks.is_empty() {
        paper.section(facts.say("paper-feedback"));
        paper.blocks.extend(blocks);
    }
}

fn noted(facts: &Facts<'_>, given: &Feedback, id: &str) -> Option<Block> {
    let words = given.words.shared()?;
    let part = |pick: fn(&Sbi) -> &String| words.as_ref().map(|sbi| pick(sbi).trim().to_owned());
    let parts = [
        ("sheet-situation", part(|s| &s.situation)),
        ("sheet-behaviour", part(|s| &s.behaviour)),
        ("sheet-impact", part(|s| &s.impact)),
        ("sheet-intent", part(|s| &s.intent)),
    ];
    let said: Vec<_> = parts.into_iter().filter(|(_, text)| !text.get().is_empty()).collect();
    // A plain note has only what was seen.
    let alone = said.len() == 1;
    let label = |id: &str| if alone { official("") } else { facts.say(id) };
    let rows: Vec<_> = said.into_iter().map(|(id, text)| (label(id), text)).collect();
    let caption = official(format!("{}, {}", facts.words.say(id), facts.words.long_day(given.on)));
    (!rows.is_empty()).then_some(Block::Noted { caption, rows })
}

fn coaching(paper: &mut Paper, facts: &Facts<'_>, session: &Session) {
    let Some(grow) = session.grow.as_ref().and_then(Audienced::shared).filter(|g| !g.get().is_empty()) else { return };
    let parts = [
        ("sheet-goal", grow.as_ref().map(|g| g.goal.clone())),
        ("sheet-reality", grow.as_ref().map(|g| g.reality.clone())),
        ("sheet-options", grow.as_ref().map(|g| g.options.clone())),
        ("sheet-will", grow.as_ref().map(|g| g.will.clone())),
    ];
    let rows = parts.into_iter().filter(|(_, text)| !text.get().trim().is_empty());
    paper.section(facts.say("sheet-grow"));
    paper.push(Block::Fields { rows: rows.map(|(id, text)| (facts.say(id), text)).collect(), indented: false });
}

/// What was said about competencies for both to read: the reason, never the level alone.
fn competencies(paper: &mut Paper, facts: &Facts<'_>, session: &Session) {
    let said = reasons(facts, session);
    if !said.is_empty() {
        paper.section(facts.say("sheet-competencies"));
        paper.push(Block::Fields { rows: said, indented: false });
    }
}

/// Competency and reason, the newest of each.
pub fn reasons(facts: &Facts<'_>, session: &Session) -> Vec<(SharedText, SharedText)> {
    let of_talk = facts.dossier.ratings.iter().filter(|rating| rating.session == Some(session.id));
    let mut newest: Vec<&Rating> = Vec::new();
    for rating in of_talk.filter(|rating| rating.rater == Rater::Supervisor) {
        newest.retain(|earlier| earlier.competency != rating.competency);
        newest.push(rating);
    }
    let name =
        |rating: &Rating| crate::reports::competencies::name(facts.words, &facts.roster.catalogue, &rating.competency);
    newest.iter().filter_map(|rating| Some((official(name(rating)), shared(&rating.reason)?))).collect()
}

fn agreements(paper: &mut Paper, facts: &Facts<'_>, session: &Session) {
    let agreed = facts.dossier.actions_of(session.id).filter_map(|a| Some((a, shared(&a.text)?)));
    let rows: Vec<Row> = agreed.enumerate().map(|(n, (action, text))| agreement(facts, n + 1, action, text)).collect();
    if rows.is_empty() {
        return;
    }
    let words = facts.words;
    let columns = vec![
        column(words, "paper-col-number", 2, Width::Tenths(70)),
        column(words, "paper-col-what", 23, Width::Share(150)),
        column(words, "paper-col-by", 7, Width::Tenths(200)),
        column(words, "paper-col-due", 11, Width::Tenths(310)),
        column(words, "paper-col-measure", 25, Width::Share(135)),
    ];
    paper.section(facts.say("sheet-agreements"));
    paper.push(Block::Table(Table { columns, rows, by_hand: false }));
}

fn agreement(facts: &Facts<'_>, number: usize, action: &Action, text: SharedText) -> Row {
    let owner = capital(&facts.owner(action.owner));
    // How both will know: part of an agreement that is shared.
    let measure = if action.measure.is_empty() { NOTHING.to_owned() } else { action.measure.clone() };
    Row::Cells(vec![
        Cell::Text(official(number.to_string())),
        Cell::Text(text),
        Cell::Text(official(owner)),
        facts.day_cell(action.due),
        Cell::Text(official(measure)),
    ])
}

fn response(paper: &mut Paper, facts: &Facts<'_>, session: &Session) {
    paper.section(facts.say("sheet-response"));
    let said = session.response.as_ref().map(|response| response.words.clone());
    match said.filter(|words| !words.get().trim().is_empty()) {
        Some(words) => paper.push(Block::Quote(words)),
        None => paper.push(Block::Paragraph(facts.say("sheet-no-response"))),
    }
    paper.push(Block::Ink { key: None, label: Some(facts.say("paper-own-hand")), lines: 2 });
}

/// What was added to the closed session for the employee.
fn addenda(paper: &mut Paper, facts: &Facts<'_>, session: &Session) {
    let day = |a: &Addendum| a.at.to_zoned(facts.zone.clone()).date();
    let said = session.addenda.iter().filter_map(|a| Some((day(a), shared(&a.text)?)));
    let rows: Vec<_> = said.map(|(day, text)| (official(facts.words.long_day(day)), text)).collect();
    if !rows.is_empty() {
        paper.section(facts.say("sheet-addenda"));
        paper.push(Block::Fields { rows, indented: false });
    }
}

fn objection(facts: &Facts<'_>, session: &Session) -> Vec<Block> {
    match &session.acknowledgement {
        Some(Acknowledgement::Objects { on, reason }) => {
            let said = facts.with("paper-objects", &[("day", facts.words.long_day(*on).into())]);
            // The employee's own words.
            vec![Block::Paragraph(said), Block::Quote(official(reason.clone()))]
        }
        _ => vec![],
    }
}
