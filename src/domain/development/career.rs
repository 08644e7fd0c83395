//! Where somebody wants to go and what is known about the way: aspirations, the supervisor's dated words, facts that
//! others gave, and readiness as a list of facts with three states. Never a sum, a percentage or a rank.

use super::learning::{Learning, Verification};
use super::rules::{DevelopmentRules, squeezed};
use crate::domain::competency::standard::position_key;
use crate::domain::competency::{Catalogue, CompetencyId, PositionKind, current};
use crate::domain::{Actor, Audienced, CareerId, Dossier, Level, Number, PersonId, RuleSet};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One dated word about somebody's way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CareerNote {
    pub id: CareerId,
    pub person: PersonId,
    pub what: CareerWord,
    /// In words; may be empty where the fact says it all.
    pub text: Audienced<String>,
    /// What became of it.
    pub outcome: Option<CareerOutcome>,
    pub on: Date,
    pub by: Actor,
    pub written: Timestamp,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CareerWord {
    /// The employee's own: which post within which time. May name none.
    Aspiration {
        horizon: Horizon,
        position: String,
    },
    /// The supervisor proposes.
    BiggerTask,
    Project,
    Promotion {
        position: String,
    },
    /// The personnel office says whether there is a disciplinary sanction.
    Discipline {
        clear: bool,
    },
    /// Whether a post is free, as it was asked.
    Vacancy {
        position: String,
        free: bool,
    },
    /// Months in the present rank or level, as the personnel office has them, and what is asked for.
    TimeInRank {
        months: u16,
        needed: Option<u16>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Horizon {
    /// One or two years.
    Short,
    /// Three to five.
    Middle,
}

impl Horizon {
    pub const ALL: [Horizon; 2] = [Horizon::Short, Horizon::Middle];
    pub fn id(self) -> &'static str {
        match self {
            Horizon::Short => "short",
            Horizon::Middle => "middle",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CareerOutcome {
    pub text: Audienced<String>,
    pub on: Date,
}

impl CareerWord {
    pub fn id(&self) -> &'static str {
        match self {
            CareerWord::Aspiration { .. } => "aspiration",
            CareerWord::BiggerTask => "bigger_task",
            CareerWord::Project => "project",
            CareerWord::Promotion { .. } => "promotion",
            CareerWord::Discipline { .. } => "discipline",
            CareerWord::Vacancy { .. } => "vacancy",
            CareerWord::TimeInRank { .. } => "time_in_rank",
        }
    }
    /// A word of the supervisor whose outcome is followed.
    pub fn is_proposal(&self) -> bool {
        matches!(self, CareerWord::BiggerTask | CareerWord::Project | CareerWord::Promotion { .. })
    }
}

/// The newest aspiration of a horizon on a day.
pub fn aspiration(notes: &[CareerNote], horizon: Horizon, today: Date) -> Option<&CareerNote> {
    let wanted = |note: &&CareerNote| matches!(&note.what, CareerWord::Aspiration { horizon: of, .. } if *of == horizon);
    notes.iter().filter(wanted).filter(|note| note.on <= today).max_by_key(|note| (note.on, note.written, note.id))
}

/// The post that the employee aims at next.
pub fn aimed_at(notes: &[CareerNote], today: Date) -> Option<&str> {
    Horizon::ALL.into_iter().find_map(|horizon| match &aspiration(notes, horizon, today)?.what {
        CareerWord::Aspiration { position, .. } if !position.trim().is_empty() => Some(position.as_str()),
        _ => None,
    })
}

/// Proposals whose outcome nobody wrote yet, oldest first.
pub fn unanswered(notes: &[CareerNote]) -> Vec<&CareerNote> {
    notes.iter().filter(|note| note.what.is_proposal() && note.outcome.is_none()).collect()
}

/// Whether a fact is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FactState {
    There,
    NotYet,
    Unknown,
}

impl FactState {
    pub fn id(self) -> &'static str {
        match self {
            FactState::There => "there",
            FactState::NotYet => "not_yet",
            FactState::Unknown => "unknown",
        }
    }
}

/// One line of the checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub state: FactState,
    pub why: Grounds,
}

/// What a line says, with its facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Grounds {
    Competencies {
        met: usize,
        of: usize,
        not_met: Vec<CompetencyId>,
        unknown: Vec<CompetencyId>,
    },
    /// The ratings of the last years, oldest first; none where it is not known.
    Predicates {
        years: Vec<(i16, Option<String>)>,
    },
    Credit {
        have: Option<Number>,
        need: Number,
    },
    /// Any of these is asked for; with what was done.
    Training {
        required: Vec<String>,
        done: Option<String>,
    },
    Discipline {
        from_office: bool,
        on: Option<Date>,
    },
    Vacancy {
        on: Option<Date>,
    },
    TimeInRank {
        months: Option<u16>,
        needed: Option<u16>,
    },
}

impl Grounds {
    pub fn id(&self) -> &'static str {
        match self {
            Grounds::Competencies { .. } => "competencies",
            Grounds::Predicates { .. } => "predicates",
            Grounds::Credit { .. } => "credit",
            Grounds::Training { .. } => "training",
            Grounds::Discipline { .. } => "discipline",
            Grounds::Vacancy { .. } => "vacancy",
            Grounds::TimeInRank { .. } => "time_in_rank",
        }
    }
}

/// Levels against what a post requires. A known shortfall makes it "not yet"; else anything unknown makes it unknown.
pub fn competencies(required: &BTreeMap<CompetencyId, Level>, known: impl Fn(&CompetencyId) -> Option<Level>) -> Fact {
    let (mut met, mut not_met, mut unknown) = (0, vec![], vec![]);
    for (id, required) in required {
        match known(id) {
            None => unknown.push(id.clone()),
            Some(level) if level >= *required => met += 1,
            Some(_) => not_met.push(id.clone()),
        }
    }
    let state = match (required.is_empty(), not_met.is_empty(), unknown.is_empty()) {
        (true, ..) => FactState::Unknown,
        (_, false, _) => FactState::NotYet,
        (_, true, false) => FactState::Unknown,
        (_, true, true) => FactState::There,
    };
    Fact { state, why: Grounds::Competencies { met, of: required.len(), not_met, unknown } }
}

/// Whether the ratings of the last full years are known. What they say is shown as it is: no pass, no fail.
pub fn predicates(known: &BTreeMap<i16, String>, this_year: i16, years: u8) -> Fact {
    let wanted = (1..=i16::from(years)).rev().map(|back| this_year.saturating_sub(back));
    let years: Vec<(i16, Option<String>)> = wanted.map(|year| (year, known.get(&year).cloned())).collect();
    let complete = !years.is_empty() && years.iter().all(|(_, predicate)| predicate.is_some());
    Fact { state: if complete { FactState::There } else { FactState::Unknown }, why: Grounds::Predicates { years } }
}

/// Credit points against the need of the next level; a post without them has no such line.
pub fn credit(have: Option<Number>, need: Option<Number>) -> Option<Fact> {
    let need = need?;
    let state = match have {
        None => FactState::Unknown,
        Some(have) if have >= need => FactState::There,
        Some(_) => FactState::NotYet,
    };
    Some(Fact { state, why: Grounds::Credit { have, need } })
}

/// Whether one of the names stands in what was done.
pub fn training(required: &[String], done: &[String]) -> Fact {
    let named = |title: &&String| {
        let title = squeezed(title);
        required.iter().map(|name| squeezed(name)).any(|name| !name.is_empty() && title.contains(&name))
    };
    let found = done.iter().find(named).cloned();
    let state = match (required.is_empty(), &found) {
        (true, _) => FactState::Unknown,
        (_, Some(_)) => FactState::There,
        (_, None) => FactState::NotYet,
    };
    Fact { state, why: Grounds::Training { required: required.to_vec(), done: found } }
}

/// Only the personnel office can say it.
pub fn discipline(said: Option<(bool, Date)>) -> Fact {
    let state = match said {
        Some((true, _)) => FactState::There,
        Some((false, _)) => FactState::NotYet,
        None => FactState::Unknown,
    };
    Fact { state, why: Grounds::Discipline { from_office: said.is_some(), on: said.map(|(_, on)| on) } }
}

pub fn vacancy(said: Option<(bool, Date)>) -> Fact {
    let state = match said {
        Some((true, _)) => FactState::There,
        Some((false, _)) => FactState::NotYet,
        None => FactState::Unknown,
    };
    Fact { state, why: Grounds::Vacancy { on: said.map(|(_, on)| on) } }
}

pub fn time_in_rank(months: Option<u16>, needed: Option<u16>) -> Fact {
    let state = match (months, needed) {
        (Some(months), Some(needed)) if months >= needed => FactState::There,
        (Some(_), Some(_)) => FactState::NotYet,
        _ => FactState::Unknown,
    };
    Fact { state, why: Grounds::TimeInRank { months, needed } }
}

/// What is asked of a person for a post, beside the dossier: what other parts of the store know.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// Rating of the year, as it is written.
    pub predicates: BTreeMap<i16, String>,
    pub credit: Option<Number>,
    pub credit_needed: Option<Number>,
}

/// Everything that the checklist of one person looks at.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    pub dossier: &'a Dossier,
    pub notes: &'a [CareerNote],
    pub learning: &'a [Learning],
    pub beside: &'a Beside,
    pub catalogue: &'a Catalogue,
    pub rules: &'a RuleSet,
    pub today: Date,
}

/// The checklist of one person for one post, on a day.
pub fn readiness(ground: Ground<'_>, position: &str) -> Vec<Fact> {
    let Ground { dossier, notes, learning, beside, catalogue, rules, today } = ground;
    let nothing = BTreeMap::new();
    let required = catalogue.standard_of(Some(position)).map_or(&nothing, |standard| &standard.required);
    let level = |id: &CompetencyId| current::standing(dossier, id, catalogue, rules, today).known();
    let mut out =
        vec![competencies(required, level), predicates(&beside.predicates, today.year(), rules.development.career.years)];
    out.extend(credit(beside.credit, beside.credit_needed));
    let wanted = required_training(position, &rules.development);
    let approved = learning.iter().filter(|l| l.until <= today && l.verification == Verification::Approved);
    out.push(training(&wanted, &approved.map(|l| l.title.clone()).collect::<Vec<_>>()));
    let newest = |fits: &dyn Fn(&CareerWord) -> bool| {
        let said = notes.iter().filter(|note| note.on <= today && fits(&note.what));
        said.max_by_key(|note| (note.on, note.written, note.id))
    };
    let rank = newest(&|word| matches!(word, CareerWord::TimeInRank { .. }));
    let (months, needed) = match rank.map(|note| &note.what) {
        Some(CareerWord::TimeInRank { months, needed }) => (Some(*months), *needed),
        _ => (None, None),
    };
    out.push(time_in_rank(months, needed));
    let said = newest(&|word| matches!(word, CareerWord::Discipline { .. }));
    out.push(discipline(said.and_then(|note| match note.what {
        CareerWord::Discipline { clear } => Some((clear, note.on)),
        _ => None,
    })));
    let post = position_key(position);
    let free = newest(&|word| matches!(word, CareerWord::Vacancy { position, .. } if position_key(position) == post));
    out.push(vacancy(free.and_then(|note| match note.what {
        CareerWord::Vacancy { free, .. } => Some((free, note.on)),
        _ => None,
    })));
    out
}

/// The training that the rules ask of a post of that kind; empty where they say nothing.
pub fn required_training(position: &str, rules: &DevelopmentRules) -> Vec<String> {
    rules.career.training.get(&PositionKind::of(position)).cloned().unwrap_or_default()
}
