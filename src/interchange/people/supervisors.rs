//! Who answers to whom: from the column of the file, else from the heads of units. Never a guess: who is not found, or
//! found twice, is reported and left as it was.

use super::columns::{Columns, Field};
use super::draft::Draft;
use super::units::{self, Office, comes_back};
use crate::domain::language::capture::{Names, unaddressed};
use crate::domain::{Nip, PersonId, Roster, RosterRow, Unit, UnitId, UnitTree};
use crate::i18n::{Arg, Text};
use crate::interchange::sheet::finding::{Finding, Severity};
use std::collections::{HashMap, HashSet};

/// An office has fewer levels than this; a tree that has more is none.
const MAX_LEVELS: usize = 64;

/// Finds the head of every unit that the file speaks of, from the posts of the people in it.
pub fn find_heads(drafts: &[Draft], office: &mut Office, findings: &mut Vec<Finding>, columns: &Columns) {
    let mut best: HashMap<UnitId, (u8, Vec<usize>)> = HashMap::new();
    let mut units: Vec<UnitId> = Vec::new();
    for (i, draft) in drafts.iter().enumerate() {
        forget_former_head(draft, office);
        let (Some(unit), Some(position)) = (draft.person.unit, draft.person.position.as_deref()) else { continue };
        if !draft.person.status.in_service() {
            continue;
        }
        let Some(sure) = units::heads(position, office.tree.name(Some(unit)), draft.entry.structural) else { continue };
        let entry = best.entry(unit).or_insert_with(|| {
            units.push(unit);
            (sure, Vec::new())
        });
        if sure > entry.0 {
            *entry = (sure, Vec::new());
        }
        if sure == entry.0 {
            entry.1.push(i);
        }
    }
    for unit in units {
        match best.get(&unit).map(|(_, who)| who.as_slice()) {
            Some([one]) => office.set_head(unit, Some(drafts[*one].person.id)),
            Some([_, second, ..]) => {
                let draft = &drafts[*second];
                let name = office.tree.name(Some(unit)).to_owned();
                let text = Text::with("import-two-heads", [("unit", Arg::from(name))]);
                let position = draft.person.position.as_deref().unwrap_or_default();
                let column = columns.name_of(Field::Position);
                findings.push(Finding::new(Severity::Warning, draft.entry.row, column, position, text));
            }
            _ => {}
        }
    }
}

/// A head who has left the service or the unit heads it no more.
fn forget_former_head(draft: &Draft, office: &mut Office) {
    let Some(unit) = draft.was.as_ref().and_then(|was| was.unit) else { return };
    let heads = office.tree.get(unit).is_some_and(|u| u.head == Some(draft.person.id));
    if heads && (!draft.person.status.in_service() || draft.person.unit != Some(unit)) {
        office.set_head(unit, None);
    }
}

/// The head of the own unit; for the head, and where a post is vacant, that of the next unit above.
pub fn by_unit(tree: &UnitTree, person: PersonId, unit: Option<UnitId>) -> Option<PersonId> {
    let above = |unit: &&Unit| unit.parent.and_then(|parent| tree.get(parent));
    let line = std::iter::successors(tree.get(unit?), above).take(MAX_LEVELS);
    line.filter_map(|unit| unit.head).find(|head| *head != person)
}

/// Sets the supervisor of every draft and breaks loops.
pub fn assign(drafts: &mut [Draft], roster: &Roster, office: &Office, findings: &mut Vec<Finding>, columns: &Columns) {
    let mut known = Known::of(drafts, roster, office);
    let column =
        columns.name_of(if columns.at(Field::Supervisor).is_some() { Field::Supervisor } else { Field::SupervisorNip });
    for draft in drafts.iter_mut() {
        let before = draft.was.as_ref().and_then(|was| was.supervisor);
        draft.person.supervisor = match &draft.entry.supervisor {
            Some(wanted) => match known.find(wanted) {
                Found::One(id) => Some(id),
                other => {
                    let text = match other {
                        Found::Several(count) => Text::with("import-supervisor-ambiguous", [("count", Arg::from(count))]),
                        _ => Text::plain("import-supervisor-unknown"),
                    };
                    findings.push(Finding::new(Severity::Warning, draft.entry.row, column.clone(), wanted, text));
                    before
                }
            },
            None => {
                let now = by_unit(&office.tree, draft.person.id, draft.person.unit);
                let then = draft.was.as_ref().and_then(|was| by_unit(&roster.units, was.id, was.unit));
                // What was agreed in the program (a hand-over) is not undone by a list that says nothing of it.
                if before == then { now.or(before) } else { before }
            }
        };
    }
    break_loops(drafts, roster, findings, column);
}

/// Follows everybody upwards; whoever comes back to himself or herself keeps what was, or nobody.
fn break_loops(drafts: &mut [Draft], roster: &Roster, findings: &mut Vec<Finding>, column: String) {
    let mut above: HashMap<PersonId, Option<PersonId>> = roster.rows().iter().map(|r| (r.id, r.supervisor)).collect();
    above.extend(drafts.iter().map(|d| (d.person.id, d.person.supervisor)));
    let mut safe: HashSet<PersonId> = HashSet::new();
    for draft in drafts.iter_mut() {
        let start = draft.person.id;
        if !comes_back(start, |id| above.get(&id).copied().flatten(), &mut safe) {
            continue;
        }
        let wanted = draft.entry.supervisor.clone().unwrap_or_default();
        let text = Text::plain("import-supervisor-loop");
        findings.push(Finding::new(Severity::Warning, draft.entry.row, column.clone(), &wanted, text));
        above.insert(start, draft.was.as_ref().and_then(|was| was.supervisor));
        if comes_back(start, |id| above.get(&id).copied().flatten(), &mut safe) {
            above.insert(start, None);
        }
        draft.person.supervisor = above.get(&start).copied().flatten();
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    One(PersonId),
    Nobody,
    Several(usize),
}

/// Everybody who may be a supervisor, by everything by which lists name people.
struct Known {
    by_nip: HashMap<String, PersonId>,
    by_post: HashMap<String, Vec<PersonId>>,
    names: Names,
    /// Whoever was looked for before: a list names few supervisors many times.
    answers: HashMap<String, Found>,
}

impl Known {
    fn of(drafts: &[Draft], roster: &Roster, office: &Office) -> Self {
        let in_file: HashSet<PersonId> = drafts.iter().map(|d| d.person.id).collect();
        let drafted = drafts.iter().map(|d| &d.person).filter(|p| p.status.in_service()).map(RosterRow::bare);
        let others = roster.rows().iter().filter(|r| !in_file.contains(&r.id) && r.status.in_service()).cloned();
        let rows: Vec<RosterRow> = drafted.chain(others).collect();
        let names = Names::of(&rows, &office.tree);
        let mut known = Known { by_nip: HashMap::new(), by_post: HashMap::new(), names, answers: HashMap::new() };
        for row in &rows {
            if let Some(nip) = &row.nip {
                known.by_nip.insert(nip.as_str().to_owned(), row.id);
            }
            if let Some(position) = &row.position {
                known.by_post.entry(units::post(position)).or_default().push(row.id);
            }
        }
        for unit in office.tree.iter() {
            if let (Some(head), Some(title)) = (unit.head, units::title_of_head(&unit.name)) {
                let holders = known.by_post.entry(title).or_default();
                if !holders.contains(&head) {
                    holders.push(head);
                }
            }
        }
        known
    }

    fn find(&mut self, wanted: &str) -> Found {
        if let Some(answer) = self.answers.get(wanted) {
            return *answer;
        }
        let answer = self.look(wanted);
        self.answers.insert(wanted.to_owned(), answer);
        answer
    }

    /// The surest way that finds anybody decides.
    fn look(&self, wanted: &str) -> Found {
        if let Ok(nip) = Nip::parse(wanted) {
            return self.by_nip.get(nip.as_str()).map_or(Found::Nobody, |id| Found::One(*id));
        }
        let called = self.names.called(wanted);
        if !called.is_empty() {
            return counted(&called);
        }
        match self.by_post.get(&units::post(unaddressed(wanted))) {
            Some(holders) if !holders.is_empty() => counted(holders),
            _ => counted(&self.names.with_words(wanted)),
        }
    }
}

fn counted(found: &[PersonId]) -> Found {
    match found {
        [] => Found::Nobody,
        [one] => Found::One(*one),
        several => Found::Several(several.len()),
    }
}
