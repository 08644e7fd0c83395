//! The plan of a year (SKP) for administrators and functional officials, quantitative or qualitative, with its annex:
//! a form of the law, always in Indonesian. Never on it: what was reached, feedback, a rating. A target that nobody set
//! says so.

use super::document::{Block, Cell, Column, Paper, Party, Row, Signatures, Signer, Table, Width};
use super::parts::{NOTHING, capital, column, number, official};
use super::{Facts, Missing};
use crate::domain::competency::BehaviourValue;
use crate::domain::goal::plan::{Goal, PerformancePlan};
use crate::domain::goal::{Approach, Indicator, ResultClass};
use crate::domain::{Capacity, SharedText};
use crate::reports::goals::aspect_word;

/// Lines to write on where an annex has nothing yet.
const LINES: u8 = 3;

pub fn skp(facts: &Facts<'_>) -> Result<Paper, Missing> {
    let day = facts.plan_day();
    let plan = PerformancePlan::on(facts.dossier, day).ok_or(Missing::Plan)?;
    let qualitative = plan.goals.iter().all(|goal| goal.result.approach == Approach::Qualitative);
    let signed = plan.period.from;
    let mut paper: Paper = facts.paper(facts.say("paper-skp-title"), facts.today, &facts.words.say("paper-file-skp"));
    paper.head.dense = true;
    let approach = if qualitative { "paper-skp-qualitative" } else { "paper-skp-quantitative" };
    let period = [("from", facts.words.long_day(signed).into()), ("until", facts.words.long_day(plan.period.until).into())];
    paper.head.below_title =
        vec![facts.say(approach), facts.say("paper-skp-whose"), facts.with("paper-skp-period", &period)];
    paper.push(Block::Parties(Party { role: facts.say("paper-skp-employee"), ..facts.employee() }, assessor(facts)));
    paper.section(facts.say("paper-skp-results"));
    paper.push(if qualitative { described(facts, &plan) } else { measured(facts, &plan) });
    paper.section(facts.say("paper-skp-behaviour"));
    paper.blocks.extend(BehaviourValue::ALL.into_iter().enumerate().map(|(n, value)| behaviour(facts, n + 1, value)));
    let notes =
        vec![Block::Remark(facts.say("paper-skp-note-results")), Block::Remark(facts.say("paper-skp-note-behaviour"))];
    let signatures = || signatures(facts);
    paper.push(Block::Together(notes.into_iter().chain([signatures()]).collect()));
    paper.push(Block::Break);
    paper.section(facts.say("paper-skp-annex"));
    for id in ["paper-skp-resources", "paper-skp-accountability", "paper-skp-consequences"] {
        paper.section(facts.say(id));
        paper.push(Block::Ink { key: None, label: None, lines: LINES });
    }
    paper.push(signatures());
    Ok(paper)
}

fn assessor(facts: &Facts<'_>) -> Party {
    facts.party_of("paper-skp-assessor", facts.superior(), Capacity::Definitive, NOTHING)
}

fn signatures(facts: &Facts<'_>) -> Block {
    let person = &facts.dossier.person;
    let comma = |id: &str| official(format!("{},", facts.words.say(id)));
    let left = Signer {
        capacity: vec![comma("paper-skp-employee")],
        name: official(person.name.full()),
        number: official(number(person.nip.as_ref(), person.kind, facts.office).unwrap_or_default()),
    };
    let row = facts.superior();
    let numbered = row.and_then(|row| number(row.nip.as_ref(), row.kind, facts.office));
    let right = Signer {
        capacity: vec![comma("paper-skp-assessor")],
        name: official(row.map_or_else(|| ".".repeat(30), |row| row.name.full())),
        number: official(numbered.unwrap_or_default()),
    };
    // The day of signing is written by hand: nobody told the program.
    let dots = ".".repeat(20);
    let place = facts.office.place.as_ref().map_or(dots.clone(), |place| format!("{place}, {dots}"));
    Block::Signatures(Signatures { place_and_day: Some(official(place)), left: Some(left), right })
}

/// Both parts of the plan, each under its head.
fn parts(facts: &Facts<'_>, plan: &PerformancePlan<'_>, rows: impl Fn(usize, &Goal<'_>) -> Vec<Row>) -> Vec<Row> {
    let mut out = Vec::new();
    for (class, id) in [(ResultClass::Main, "paper-skp-main"), (ResultClass::Additional, "paper-skp-additional")] {
        let of_class = plan.goals.iter().filter(|goal| goal.result.class == class && !goal.result.is_dropped());
        let found: Vec<Row> = of_class.enumerate().flat_map(|(n, goal)| rows(n + 1, goal)).collect();
        if !found.is_empty() {
            out.push(Row::Heading(facts.say(id)));
            out.extend(found);
        }
    }
    out
}

fn measured(facts: &Facts<'_>, plan: &PerformancePlan<'_>) -> Block {
    let words = facts.words;
    let columns: Vec<Column> = vec![
        column(words, "paper-col-number", 2, Width::Tenths(65)),
        column(words, "paper-col-supports", 17, Width::Share(112)),
        column(words, "paper-col-result", 16, Width::Share(110)),
        column(words, "paper-col-aspect", 9, Width::Tenths(200)),
        column(words, "paper-col-iki", 13, Width::Share(115)),
        column(words, "paper-col-target", 10, Width::Tenths(270)),
    ];
    let rows = parts(facts, plan, |n, goal| {
        let first = [official(n.to_string()), supports(goal), official(goal.result.title.clone())];
        let cells = |at: usize, indicator: Option<&Indicator>| {
            let mut cells: Vec<Cell> =
                first.iter().map(|t| if at == 0 { Cell::Text(t.clone()) } else { Cell::Same }).collect();
            let aspect = indicator.and_then(|i| i.aspect).map(|aspect| capital(&aspect_word(words, aspect)));
            cells.push(Cell::Text(official(aspect.unwrap_or_else(|| NOTHING.to_owned()))));
            cells.push(Cell::Text(official(indicator.map_or(NOTHING, |i| i.title.as_str()))));
            cells.push(Cell::Text(indicator.map_or_else(|| facts.say("paper-target-open"), |i| facts.target(i))));
            Row::Cells(cells)
        };
        match goal.result.indicators.as_slice() {
            [] => vec![cells(0, None)],
            indicators => indicators.iter().enumerate().map(|(at, indicator)| cells(at, Some(indicator))).collect(),
        }
    });
    Block::Table(Table { columns, rows, by_hand: false })
}

/// Success in words: what is expected, then each measure.
fn described(facts: &Facts<'_>, plan: &PerformancePlan<'_>) -> Block {
    let words = facts.words;
    let columns: Vec<Column> = vec![
        column(words, "paper-col-number", 2, Width::Tenths(65)),
        column(words, "paper-col-supports", 20, Width::Share(100)),
        column(words, "paper-col-result", 20, Width::Share(100)),
        column(words, "paper-col-success", 27, Width::Share(130)),
    ];
    let rows = parts(facts, plan, |n, goal| {
        let expected = Some(goal.result.expectation.clone()).filter(|text| !text.is_empty());
        let measures = goal.result.indicators.iter().map(|i| format!("{}: {}", i.title, facts.target(i).get()));
        let said: Vec<String> = expected.into_iter().chain(measures).collect();
        let said = if said.is_empty() { facts.words.say("paper-target-open") } else { said.join("\n") };
        vec![Row::Cells(vec![
            Cell::Text(official(n.to_string())),
            Cell::Text(supports(goal)),
            Cell::Text(official(goal.result.title.clone())),
            Cell::Text(official(said)),
        ])]
    });
    Block::Table(Table { columns, rows, by_hand: false })
}

fn supports(goal: &Goal<'_>) -> SharedText {
    official(goal.result.supports.as_ref().map_or(NOTHING, |support| support.title.as_str()))
}

fn behaviour(facts: &Facts<'_>, n: usize, value: BehaviourValue) -> Block {
    let words = value.words();
    let mut rows: Vec<(SharedText, SharedText)> =
        words.behaviours.iter().map(|said| (official(NOTHING), official(facts.words.wording(said)))).collect();
    let day = facts.plan_day();
    let of_value = facts.dossier.expectations.iter().rev().filter(|e| e.value == value && e.on <= day);
    let newest = of_value.max_by_key(|e| (e.on, e.written, e.id)).filter(|e| !e.text.get().trim().is_empty());
    rows.extend(newest.map(|expected| (facts.say("paper-skp-expected"), expected.text.clone())));
    Block::Noted { caption: official(format!("{n}. {}", facts.words.wording(&words.name))), rows }
}
