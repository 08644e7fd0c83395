//! The sheet of a talk: what was said and agreed, to read, to add to and to sign. Dialogue, coaching and counselling
//! have the same frame; counselling says that it is confidential.
//!
//! Never on it: moods, the nine answers, private lines, a level without its reason.

use super::document::{Block, Cell, Outcome, Paper, Row, Section, Table, Width};
use super::parts::{NOTHING, capital, column, official, shared};
use super::{Facts, Missing};
use crate::domain::competency::CompetencyId;
use crate::domain::goal::check_in::value_on;
use crate::domain::sessions::paper::{self, GoalSaid};
use crate::domain::sessions::since::Untold;
use crate::domain::{
    Acknowledgement, Action, ActionState, Addendum, FeedbackKind, Grow, RecordId, Sbi, Session, SessionKind, SessionState,
    Shared, SharedText, WorkResult,
};
use crate::reports::goal_text;
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
    said(&mut paper, facts, session);
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

/// What is printed is what the guard of a closing looks at: every part, or it does not compile.
fn said(paper: &mut Paper, facts: &Facts<'_>, session: &Session) {
    let all = paper::Paper::of(facts.dossier, session);
    let paper::Paper { topics: lines, followed_up, given, since: untold, coaching: grow, goals, .. } = &all;
    let paper::Paper { competencies: reasons, agreements: agreed, response: answer, .. } = &all;
    earlier(paper, facts, session, followed_up);
    topics(paper, facts, lines);
    results(paper, facts, session, goals);
    feedback(paper, facts, session, given);
    coaching(paper, facts, grow.as_ref());
    competencies(paper, facts, reasons);
    since(paper, facts, session, untold);
    agreements(paper, facts, agreed);
    response(paper, facts, *answer);
}

/// Agreements of earlier talks: what became of them since this one began, and what goes on.
fn earlier(paper: &mut Paper, facts: &Facts<'_>, session: &Session, followed_up: &[(&Action, SharedText)]) {
    let before = followed_up.iter().filter(|(action, _)| action.on <= session.on);
    let rows: Vec<Outcome> = before.map(|(action, text)| outcome(facts, session, action, text.clone())).collect();
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
    let state = if open { "paper-state-open" } else { state_of(&action.state) };
    let whose = facts.owner(action.owner);
    let due = action.due.filter(|_| open).map(|due| facts.words.long_day(due));
    let whose = due.map_or(whose.clone(), |due| format!("{whose}, {due}"));
    Outcome { state: facts.say(state), text, whose: official(whose) }
}

fn state_of(state: &ActionState) -> &'static str {
    match state {
        ActionState::Open => "paper-state-open",
        ActionState::Done { .. } => "paper-state-done",
        ActionState::NotDone { .. } => "paper-state-not-done",
        ActionState::Dropped { .. } => "paper-state-dropped",
    }
}

fn topics(paper: &mut Paper, facts: &Facts<'_>, lines: &[(RecordId, SharedText)]) {
    if !lines.is_empty() {
        paper.section(facts.say("sheet-topics"));
        paper.push(Block::Numbered(lines.iter().map(|(_, line)| line.clone()).collect()));
    }
}

/// What was talked about of the plan: every indicator of a result with what held on the day.
fn results(paper: &mut Paper, facts: &Facts<'_>, session: &Session, goals: &[GoalSaid<'_>]) {
    if goals.is_empty() {
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
    let rows = goals.iter().flat_map(|goal| result_rows(facts, session, goal.result)).collect();
    paper.push(Block::Table(Table { columns, rows, by_hand: false }));
    let notes = goals.iter().flat_map(|goal| notes(facts, session, goal)).collect::<Vec<_>>();
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
fn notes(facts: &Facts<'_>, session: &Session, goal: &GoalSaid<'_>) -> Vec<(SharedText, SharedText)> {
    let result = goal.result;
    let mut rows = Vec::new();
    for value in &goal.values {
        let Some(indicator) = result.indicator(value.indicator) else { continue };
        let evidence = value.evidence.get();
        let evidence =
            (!evidence.is_empty()).then(|| facts.words.with("paper-evidence", &[("text", evidence.as_str().into())]));
        let said = value.note.as_ref().map(|note| {
            let parts = [Some(note.trim().to_owned()).filter(|note| !note.is_empty()), evidence];
            parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
        });
        if !said.get().is_empty() {
            rows.push((official(indicator.title.clone()), said));
        }
    }
    let of_then = |on| session.is_open() || on == session.on;
    if let Some(word) = result.words.last().filter(|word| goal.word && of_then(word.on)) {
        rows.push((official(result.title.clone()), official(status_word(facts.words, word.status))));
    }
    rows
}

fn feedback(paper: &mut Paper, facts: &Facts<'_>, session: &Session, given: &[(RecordId, FeedbackKind, Shared<&Sbi>)]) {
    let kinds = [
        (FeedbackKind::Praise, "paper-praise"),
        (FeedbackKind::Improve, "paper-improve"),
        (FeedbackKind::Observation, "paper-observation"),
    ];
    let mut blocks = Vec::new();
    for (kind, id) in kinds {
        let of_kind = given.iter().filter(|(_, of, _)| *of == kind);
        blocks.extend(of_kind.filter_map(|(record, _, words)| noted(facts, session, *record, words, id)));
    }
    if !blocks.is_empty() {
        paper.section(facts.say("paper-feedback"));
        paper.blocks.extend(blocks);
    }
}

fn noted(facts: &Facts<'_>, session: &Session, record: RecordId, words: &Shared<&Sbi>, id: &str) -> Option<Block> {
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
    let on = match record {
        RecordId::Feedback(id) => facts.dossier.feedback(id).map_or(session.on, |given| given.on),
        _ => session.on,
    };
    let caption = official(format!("{}, {}", facts.words.say(id), facts.words.long_day(on)));
    (!rows.is_empty()).then_some(Block::Noted { caption, rows })
}

/// What was shared since the last session and stood on no sheet yet; "shared" is a promise that it will be read.
fn since(paper: &mut Paper, facts: &Facts<'_>, session: &Session, untold: &Untold<'_>) {
    if untold.count() == 0 {
        return;
    }
    let Untold { notes, values, ratings, actions } = untold;
    let (words, dossier) = (facts.words, facts.dossier);
    let mut lines: Vec<SharedText> = Vec::new();
    lines.extend(notes.iter().filter_map(|note| {
        let kind = words.say(&format!("feedback-{}", note.kind.id()));
        let day = words.long_day(note.on);
        Some(note.words.shared()?.map(|sbi| format!("{day}, {kind}: {}", sbi.text())))
    }));
    lines.extend(values.iter().filter_map(|value| {
        let indicator = dossier.result(value.result)?.indicator(value.indicator)?;
        Some(goal_text::value(words, indicator, value))
    }));
    lines.extend(ratings.iter().filter_map(|rating| {
        let name = crate::reports::competencies::name(words, &facts.roster.catalogue, &rating.competency);
        Some(shared(&rating.reason)?.map(|reason| format!("{}, {name}: {reason}", words.long_day(rating.on))))
    }));
    lines.extend(actions.iter().filter_map(|action| {
        let (state, whose) = (words.say(state_of(&action.state)), facts.owner(action.owner));
        Some(shared(&action.text)?.map(|text| format!("{state}: {text} ({whose})")))
    }));
    let first = !dossier.sessions.iter().any(|other| other.id != session.id && other.is_closed() && other.on <= session.on);
    paper.section(facts.say(if first { "sheet-before" } else { "sheet-since" }));
    paper.push(Block::Fields { rows: lines.into_iter().map(|line| (official("-"), line)).collect(), indented: false });
}

fn coaching(paper: &mut Paper, facts: &Facts<'_>, grow: Option<&Shared<&Grow>>) {
    let Some(grow) = grow else { return };
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
fn competencies(paper: &mut Paper, facts: &Facts<'_>, reasons: &[(RecordId, CompetencyId, SharedText)]) {
    if !reasons.is_empty() {
        paper.section(facts.say("sheet-competencies"));
        paper.push(Block::Fields { rows: named(facts, reasons), indented: false });
    }
}

/// Competency and reason, the newest of each.
pub fn reasons(facts: &Facts<'_>, session: &Session) -> Vec<(SharedText, SharedText)> {
    named(facts, &paper::Paper::of(facts.dossier, session).competencies)
}

fn named(facts: &Facts<'_>, reasons: &[(RecordId, CompetencyId, SharedText)]) -> Vec<(SharedText, SharedText)> {
    let name = |id: &CompetencyId| crate::reports::competencies::name(facts.words, &facts.roster.catalogue, id);
    reasons.iter().map(|(_, id, reason)| (official(name(id)), reason.clone())).collect()
}

fn agreements(paper: &mut Paper, facts: &Facts<'_>, agreed: &[(&Action, SharedText)]) {
    let row = |(n, (action, text)): (usize, &(&Action, SharedText))| agreement(facts, n + 1, action, text.clone());
    let rows: Vec<Row> = agreed.iter().enumerate().map(row).collect();
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

fn response(paper: &mut Paper, facts: &Facts<'_>, answer: Option<&SharedText>) {
    paper.section(facts.say("sheet-response"));
    match answer {
        Some(words) => paper.push(Block::Quote(words.clone())),
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
