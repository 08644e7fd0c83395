//! The employee's sheet before a talk: filled in by hand, typed back in one form. Every field has a key at the left
//! margin, in the order of typing; the paper has a code.
//!
//! Never on it: what the supervisor rated or noted, answers of others, a signature. Values that are recorded stand
//! beside the empty cell; the supervisor's level does not, so that it anchors nobody.

use super::document::{Block, Cell, Column, Levels, Paper, Row, Section, Table, Width};
use super::parts::{NOTHING, column, number_label, official, shared};
use super::{Facts, Missing};
use crate::domain::competency::{Standing, standings};
use crate::domain::goal::check_in::value_on;
use crate::domain::goal::plan::PerformancePlan;
use crate::domain::sessions::receipt::receipt;
use crate::domain::{Shared, SharedText};
use crate::reports::goals::value_text;
use jiff::civil::Date;

/// Competencies that fit the first side.
const MOST: usize = 4;
/// Statements about the last talk.
const STATEMENTS: usize = 9;

pub fn preparation(facts: &Facts<'_>) -> Result<Paper, Missing> {
    let day =
        facts.day.or_else(|| facts.dossier.planned_session().map(|session| session.on)).filter(|day| *day >= facts.today);
    let stem = facts.words.say("paper-file-preparation");
    let mut paper: Paper = facts.paper(facts.say("paper-preparation-title"), facts.today, &stem);
    paper.head.dense = true;
    paper.head.foot = facts.with("paper-preparation-foot", &[("day", facts.words.long_day(facts.today).into())]);
    if let Some(day) = day {
        let talk = facts.with("paper-preparation-for", &[("day", facts.whole_day(day).into())]);
        paper.head.below_title = vec![talk];
    }
    let (results, keys) = results(facts, day.unwrap_or(facts.today));
    let levels = levels(facts);
    let agreements = agreements(facts);
    let code = code(facts, &keys, &levels, &agreements);
    paper.push(Block::Fields { rows: identity(facts), indented: false });
    paper.push(Block::Code { label: facts.say("paper-preparation-code"), code: official(code.clone()) });
    paper.push(Block::Remark(facts.say("paper-preparation-yours")));
    let mut side = Side { facts, paper, sections: 0 };
    if let Some(table) = results {
        side.section("paper-preparation-results", None);
        side.push(Block::Remark(facts.say("paper-preparation-results-hint")));
        side.push(table);
    }
    if !levels.is_empty() {
        side.section("paper-preparation-levels", None);
        side.push(Block::Remark(facts.say("paper-preparation-levels-hint")));
        levels.into_iter().for_each(|levels| side.push(Block::Levels(Box::new(levels))));
        let example = facts.say("paper-preparation-example");
        side.push(Block::Ink { key: Some(official("C")), label: Some(example), lines: 2 });
    }
    side.push(Block::Break);
    second(&mut side, agreements);
    side.push(Block::Paragraph(facts.with("paper-preparation-typing", &[("code", code.into())])));
    Ok(side.paper)
}

/// The paper with its sections counted.
struct Side<'f, 'a> {
    facts: &'f Facts<'a>,
    paper: Paper,
    sections: usize,
}

impl Side<'_, '_> {
    fn section(&mut self, id: &str, hint: Option<&str>) {
        self.sections += 1;
        let title = official(format!("{}. {}", self.sections, self.facts.words.say(id)));
        self.push(Block::Section(Section { title, hint: hint.map(|hint| self.facts.say(hint)) }));
    }
    fn push(&mut self, block: Block) {
        self.paper.push(block);
    }
}

fn second(side: &mut Side<'_, '_>, agreements: Vec<(SharedText, SharedText)>) {
    let facts = side.facts;
    if facts.dossier.last_closed().is_some() {
        side.section("paper-preparation-talk", Some("paper-preparation-talk-hint"));
        let statement = |n: usize| {
            let said = facts.words.say(&format!("statement-{n}"));
            (official(format!("P{n}")), official(format!("{said}.")))
        };
        side.push(Block::Scale((1..=STATEMENTS).map(statement).collect()));
        side.push(Block::Remark(facts.say("paper-preparation-only")));
    }
    if !agreements.is_empty() {
        side.section("paper-preparation-agreements", Some("paper-preparation-agreements-hint"));
        let choices = ["paper-choice-done", "paper-choice-partly", "paper-choice-not-yet"].map(|id| facts.say(id));
        side.push(Block::Checks { rows: agreements, choices: choices.into() });
    }
    side.section("paper-preparation-wishes", Some("paper-preparation-wishes-hint"));
    let keys = (1..=3).map(|n| official(format!("W{n}"))).collect();
    side.push(Block::Wishes { keys, urgency: facts.say("paper-preparation-urgent") });
    side.section("paper-preparation-topic", None);
    side.push(Block::Ink { key: Some(official("T")), label: None, lines: 3 });
    side.section("paper-preparation-help", None);
    side.push(Block::Ink { key: Some(official("B")), label: None, lines: 2 });
}

fn identity(facts: &Facts<'_>) -> Vec<(SharedText, SharedText)> {
    let person = &facts.dossier.person;
    let mut rows = vec![(facts.say("paper-name"), official(person.name.full()))];
    if let Some(nip) = person.nip.as_ref().filter(|_| facts.office.nip) {
        rows.push((official(number_label(person.kind)), official(nip.grouped())));
    }
    if let Some(position) = &person.position {
        rows.push((facts.say("paper-position"), official(position.clone())));
    }
    if let Some(superior) = facts.superior() {
        let with = facts.with("paper-preparation-with", &[("name", superior.name.full().into())]);
        rows.push((facts.say("paper-preparation-talked"), with));
    }
    rows
}

/// The plan of the day, one row an indicator; and the keys of the rows with what they are about.
fn results(facts: &Facts<'_>, day: Date) -> (Option<Block>, Vec<String>) {
    let Some(plan) = PerformancePlan::on(facts.dossier, day) else { return (None, vec![]) };
    let words = facts.words;
    let head = |id: &str, text: usize, tenths: u16| column(words, id, text, Width::Tenths(tenths));
    let columns: Vec<Column> = vec![
        Column::new(official(""), 2, Width::Tenths(90)),
        column(words, "paper-col-indicator", 19, Width::Share(100)),
        head("paper-col-target", 15, 320),
        head("paper-col-recorded", 10, 240),
        head("paper-col-mine", 8, 220),
        head("paper-col-above", 3, 130),
        head("paper-col-meets", 3, 130),
        head("paper-col-below", 3, 130),
    ];
    let mut rows = Vec::new();
    let mut keys = Vec::new();
    for goal in plan.goals.iter().filter(|goal| goal.result.is_active()) {
        if goal.result.indicators.is_empty() {
            continue;
        }
        rows.push(Row::Heading(official(goal.result.title.clone())));
        for indicator in &goal.result.indicators {
            let key = format!("H{}", keys.len() + 1);
            let held = value_on(&facts.dossier.check_ins, indicator.id, facts.today);
            let recorded = held.map_or(NOTHING.to_owned(), |(_, value)| value_text(words, indicator, value));
            rows.push(Row::Cells(vec![
                Cell::Text(official(key.clone())),
                Cell::Text(official(indicator.title.clone())),
                Cell::Text(facts.target(indicator)),
                Cell::Text(official(recorded)),
                Cell::Ink,
                Cell::Tick,
                Cell::Tick,
                Cell::Tick,
            ]));
            keys.push(format!("{key} {}", indicator.id));
        }
    }
    let table = (!keys.is_empty()).then_some(Block::Table(Table { columns, rows, by_hand: true }));
    (table, keys)
}

/// What to ask about: required and missing, then required and not known, then the rest of what is required.
fn levels(facts: &Facts<'_>) -> Vec<Levels> {
    let standings = standings(facts.dossier, &facts.roster.catalogue, facts.rules, facts.today);
    let mut asked: Vec<&Standing> = standings.iter().filter(|standing| standing.required.is_some()).collect();
    asked.sort_by_key(|standing| (standing.gap().levels() == 0, standing.known().is_some()));
    let asked = asked.into_iter().take(MOST);
    let found = asked.filter_map(|standing| Some((facts.roster.catalogue.competency(&standing.competency)?, standing)));
    let words = facts.words;
    let of = |(n, (competency, standing)): (usize, (&crate::domain::competency::Competency, &Standing))| Levels {
        key: official(format!("K{}", n + 1)),
        name: official(words.wording(&competency.name)),
        required: standing
            .required
            .map(|level| facts.with("paper-preparation-required", &[("level", i64::from(level.number()).into())])),
        never: facts.say("paper-preparation-never"),
        anchors: std::array::from_fn(|i| official(words.wording(&competency.levels[i]))),
    };
    found.enumerate().map(of).collect()
}

fn agreements(facts: &Facts<'_>) -> Vec<(SharedText, SharedText)> {
    let open = facts.dossier.open_actions().into_iter().filter_map(|action| Some((action, shared(&action.text)?)));
    let row = |(n, (action, text)): (usize, (&crate::domain::Action, SharedText))| {
        let whose = facts.owner(action.owner);
        let whose = action.due.map_or(whose.clone(), |due| format!("{whose}, {}", facts.words.long_day(due)));
        (official(format!("S{}", n + 1)), text.map(|text| format!("{text} ({whose})")))
    };
    open.enumerate().map(row).collect()
}

/// Short enough to be typed, made of the person, the day and the rows: the same paper has the same code. Nothing of it
/// tells who it is.
fn code(facts: &Facts<'_>, keys: &[String], levels: &[Levels], agreements: &[(SharedText, SharedText)]) -> String {
    let mut said = format!("{}\n{}\n{}", facts.dossier.id(), facts.today, keys.join("\n"));
    for levels in levels {
        said.push_str(&format!("\n{} {}", levels.key.get(), levels.name.get()));
    }
    for (key, text) in agreements {
        said.push_str(&format!("\n{} {}", key.get(), text.get()));
    }
    let digest = receipt(&Shared::new(said));
    format!("PS-{}", digest.split('-').next().unwrap_or_default())
}
