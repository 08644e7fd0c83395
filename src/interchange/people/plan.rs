//! From rows to one proposed change. Pure: the same file, store and identifiers give the same proposal; nothing is
//! written until the caller commits it.

use super::columns::{Columns, Field};
use super::draft::Draft;
use super::row::{self, Entries, Entry, StatusSaid};
use super::supervisors;
use super::units::{self, Office};
use crate::domain::people::nip::Start;
use crate::domain::*;
use crate::i18n::{Arg, Text};
use crate::interchange::file::table::Workbook;
use crate::interchange::file::unreadable::Unreadable;
use crate::interchange::sheet::choose::Options;
use crate::interchange::sheet::finding::{Finding, Leaving, Report, Severity};
use crate::interchange::sheet::reading;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};

/// What is known when a file is judged.
pub struct Setting<'a> {
    pub roster: &'a Roster,
    pub today: Date,
    pub now: Timestamp,
    pub actor: &'a Actor,
}

/// What an import would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// `None` if nothing would change.
    pub change: Option<Change>,
    pub report: Report,
    /// Which sheet was read, how, and which of its rows (by index) were refused.
    pub sheet: usize,
    pub columns: Columns,
    pub refused: Vec<usize>,
}

/// Judges a file of people.
pub fn plan_people(
    workbook: &Workbook,
    setting: &Setting<'_>,
    options: &Options<Field>,
    ids: &mut IdSource,
) -> Result<Proposal, Unreadable> {
    let opened = reading::open(workbook, options, "people", units::is_tree)?;
    let (sheet, columns) = (opened.index, opened.columns.clone());
    let mut entries = row::read(&workbook.sheets[sheet], opened);
    refuse_repeated(&mut entries, &columns);
    let known = match_people(&mut entries, setting.roster, &columns);
    let mut office = Office::of(&setting.roster.units, setting.now);
    let mut covered: HashSet<Option<UnitId>> =
        office.place(&units::tree_sheet(workbook), ids, &mut entries.findings).into_iter().map(Some).collect();
    let mut planning = Planning { setting, ids, office: &mut office, columns: &columns, findings: &mut entries.findings };
    let mut drafts: Vec<Draft> =
        entries.taken.into_iter().zip(known).map(|(entry, was)| planning.draft(entry, was)).collect();
    supervisors::find_heads(&drafts, &mut office, &mut entries.findings, &columns);
    supervisors::assign(&mut drafts, setting.roster, &office, &mut entries.findings, &columns);

    for draft in &drafts {
        covered.insert(draft.person.unit);
        covered.extend(draft.was.as_ref().map(|was| was.unit));
    }
    let mut report = Report { unit_of_title: entries.unit_of_title, ..Report::default() };
    report.missing = missing(setting.roster, &drafts, &covered);
    report.leaving = leaving(setting.roster, &drafts);
    report.unread = columns.unread();
    report.refused = entries.refused.len();
    report.findings = entries.findings;
    report.findings.sort_by_key(|finding| finding.row);
    entries.refused.sort_unstable();
    let ops = operations(setting.roster, &office, drafts, &mut report);
    let change = (!ops.is_empty()).then(|| Change {
        id: ChangeId(ids.uuid(setting.now)),
        at: setting.now,
        by: setting.actor.clone(),
        kind: ChangeKind::PeopleImported,
        about: None,
        ops,
    });
    Ok(Proposal { change, report, sheet, columns, refused: entries.refused })
}

/// The same NIP twice, or the same name twice without any NIP: the first row counts.
fn refuse_repeated(entries: &mut Entries, columns: &Columns) {
    let mut first: HashMap<String, u32> = HashMap::new();
    let Entries { taken, refused, findings, .. } = entries;
    taken.retain(|entry| {
        let (key, id, field, value) = match &entry.nip {
            Some(nip) => (nip.as_str().to_owned(), "import-nip-repeated", Field::Nip, nip.to_string()),
            None => (entry.name.key(), "import-name-repeated", Field::Name, entry.name.full()),
        };
        let row = *first.entry(key).or_insert(entry.row);
        if row == entry.row {
            return true;
        }
        let text = Text::with(id, [("first", Arg::from(i64::from(row)))]);
        findings.push(Finding::new(Severity::Error, entry.row, columns.name_of(field), &value, text));
        refused.push(entry.index);
        false
    });
}

/// Whom each accepted row speaks of: by NIP; without one by the exact name, if that is one person.
fn match_people(entries: &mut Entries, roster: &Roster, columns: &Columns) -> Vec<Option<Person>> {
    let mut by_nip: HashMap<&str, &RosterRow> = HashMap::new();
    let mut by_name: HashMap<String, Vec<&RosterRow>> = HashMap::new();
    for row in roster.rows() {
        if let Some(nip) = &row.nip {
            by_nip.insert(nip.as_str(), row);
        }
        by_name.entry(row.name.key()).or_default().push(row);
    }
    let mut names: HashMap<String, usize> = HashMap::new();
    let mut taken: HashSet<PersonId> = HashSet::new();
    for entry in &entries.taken {
        *names.entry(entry.name.key()).or_default() += 1;
        taken.extend(entry.nip.as_ref().and_then(|nip| by_nip.get(nip.as_str())).map(|row| row.id));
    }
    let mut known = Vec::with_capacity(entries.taken.len());
    let Entries { taken: rows, refused, findings, .. } = entries;
    rows.retain(|entry| {
        let key = entry.name.key();
        let find = |field: Field, severity, id, value: &str, other: String| {
            Finding::new(severity, entry.row, columns.name_of(field), value, Text::with(id, [("name", Arg::from(other))]))
        };
        let namesakes = || by_name.get(&key).into_iter().flatten().filter(|row| !taken.contains(&row.id));
        let was = match &entry.nip {
            Some(nip) => match by_nip.get(nip.as_str()) {
                Some(row) => Some(*row),
                None => {
                    // Entered by hand before the number was known.
                    let bare: Vec<_> = namesakes().filter(|row| row.nip.is_none()).collect();
                    if let ([one], Some(1)) = (bare.as_slice(), names.get(&key)) {
                        findings.push(find(
                            Field::Nip,
                            Severity::Warning,
                            "import-nip-added",
                            nip.as_str(),
                            one.name.full(),
                        ));
                        Some(**one)
                    } else {
                        let born = |row: &&&RosterRow| row.nip.as_ref().is_some_and(|n| n.born() == nip.born());
                        if let Some(other) = namesakes().find(born) {
                            let who = labelled(other);
                            findings.push(find(Field::Nip, Severity::Warning, "import-nip-changed", nip.as_str(), who));
                        }
                        None
                    }
                }
            },
            None => {
                let bare: Vec<_> = namesakes().filter(|row| row.nip.is_none()).collect();
                let all: Vec<_> = namesakes().collect();
                match (bare.as_slice(), all.as_slice()) {
                    ([one], _) | ([], [one]) => Some(**one),
                    ([], []) => None,
                    _ => {
                        let value = entry.name.full();
                        findings.push(find(Field::Name, Severity::Error, "import-name-ambiguous", &value, value.clone()));
                        refused.push(entry.index);
                        return false;
                    }
                }
            }
        };
        known.push(was.map(RosterRow::person));
        true
    });
    known
}

struct Planning<'a> {
    setting: &'a Setting<'a>,
    ids: &'a mut IdSource,
    office: &'a mut Office,
    columns: &'a Columns,
    findings: &'a mut Vec<Finding>,
}

impl Planning<'_> {
    fn draft(&mut self, entry: Entry, was: Option<Person>) -> Draft {
        let mut person = match &was {
            Some(was) => was.clone(),
            None => self.new_person(&entry),
        };
        if was.is_some() {
            take_name(&mut person.name, &entry);
            person.nip = entry.nip.clone().or(person.nip);
        }
        person.kind = match entry.kind {
            Some(kind) => kind,
            None if person.kind == EmploymentKind::Other => entry.likely_kind,
            None => person.kind,
        };
        person.rank = entry.rank.clone().or(person.rank);
        person.position = entry.position.clone().or(person.position);
        if let Some(said) = &entry.unit {
            match self.office.named(said, self.ids) {
                Some(unit) => person.unit = Some(unit),
                None => self.warn(&entry, Field::Unit, &said.name, "import-unit-ambiguous"),
            }
        }
        self.take_status(&mut person, &entry);
        if was.is_none() {
            person.probation_until = probation(&person, self.setting.today);
        }
        Draft { entry, was, person }
    }

    fn new_person(&mut self, entry: &Entry) -> Person {
        Person {
            id: PersonId(self.ids.uuid(self.setting.now)),
            name: entry.name.clone(),
            nip: entry.nip.clone(),
            kind: EmploymentKind::Other,
            rank: None,
            position: None,
            unit: None,
            supervisor: None,
            status: PersonStatus::Active,
            tags: vec![],
            cadence: None,
            probation_until: None,
            since: self.setting.today,
        }
    }

    /// What was said in the program about a leave or an end of service is not lost to a list that knows less.
    fn take_status(&mut self, person: &mut Person, entry: &Entry) {
        let today = self.setting.today;
        let over = matches!(person.status, PersonStatus::Leave { until: Some(until), .. } if until < today);
        match (&entry.status, &person.status) {
            // A leave that has ended is over, and the next one is another.
            (Some(StatusSaid::Active), PersonStatus::Leave { .. }) if over => person.status = PersonStatus::Active,
            (Some(StatusSaid::Leave), PersonStatus::Leave { .. }) if over => {
                person.status = PersonStatus::Leave { from: today, until: None };
            }
            (None, _) | (Some(StatusSaid::Active), PersonStatus::Active | PersonStatus::Leave { .. }) => {}
            (Some(StatusSaid::Active), _) => {
                person.status = PersonStatus::Active;
                self.warn(entry, Field::Status, "", "import-active-again");
            }
            (Some(StatusSaid::Leave), PersonStatus::Leave { .. }) => {}
            (Some(StatusSaid::Leave), _) => person.status = PersonStatus::Leave { from: today, until: None },
            (Some(StatusSaid::Retired { on: None }), PersonStatus::Retired { .. }) => {}
            // The day counts, not the list: until then the person is in service.
            (Some(StatusSaid::Retired { on: Some(on) }), _) if *on > today && person.status.in_service() => {
                let column = self.columns.name_of(Field::RetiredOn);
                let text = Text::with("import-retires-later", [("day", Arg::Day(*on))]);
                self.findings.push(Finding::new(Severity::Warning, entry.row, column, "", text));
            }
            (Some(StatusSaid::Retired { on }), _) => person.status = PersonStatus::Retired { on: *on },
            (Some(StatusSaid::Left { .. }), PersonStatus::Left { .. }) => {}
            (Some(StatusSaid::Left { note }), _) => {
                person.status = PersonStatus::Left { on: None, note: note.clone() };
            }
        }
    }

    fn warn(&mut self, entry: &Entry, field: Field, value: &str, id: &'static str) {
        let column = self.columns.name_of(field);
        self.findings.push(Finding::new(Severity::Warning, entry.row, column, value, Text::plain(id)));
    }
}

/// Titles that the file does not mention stay, and so does the store's spelling of what the file writes in capitals.
fn take_name(name: &mut PersonName, entry: &Entry) {
    if !(entry.shouted && entry.name.key() == name.key()) {
        name.name = entry.name.name.clone();
    }
    if !entry.name.front.is_empty() {
        name.front = entry.name.front.clone();
    }
    if !entry.name.back.is_empty() {
        name.back = entry.name.back.clone();
    }
}

/// The probation year of a candidate counts from the start that the NIP tells.
fn probation(person: &Person, today: Date) -> Option<Date> {
    let (EmploymentKind::Cpns, Some(Start::Pns { year, month })) = (person.kind, person.nip.as_ref().map(Nip::start)) else {
        return None;
    };
    Date::new(year + 1, month, 1).ok().filter(|until| *until >= today)
}

/// People in service whom the file should name and doesn't: those of its units, or everybody if it names at least half
/// of all (then it is the whole list in a new state). The user's own record is nobody's business here.
fn missing(roster: &Roster, drafts: &[Draft], covered: &HashSet<Option<UnitId>>) -> Vec<String> {
    let there: HashSet<PersonId> = drafts.iter().map(|draft| draft.person.id).collect();
    let expected = |row: &&RosterRow| row.status.in_service() && roster.profile.me != Some(row.id);
    let all = roster.rows().iter().filter(expected).count();
    let named = roster.rows().iter().filter(expected).filter(|row| there.contains(&row.id)).count();
    let whole = named * 2 >= all && named > 0;
    let absent = roster.rows().iter().filter(expected).filter(|row| !there.contains(&row.id));
    let mut out: Vec<String> = absent.filter(|row| whole || covered.contains(&row.unit)).map(labelled).collect();
    out.sort();
    out
}

/// Who was of the own team and will not be, with what is open. Nothing of it is lost: promises stay until settled.
fn leaving(roster: &Roster, drafts: &[Draft]) -> Vec<Leaving> {
    let Some(me) = roster.profile.me else { return vec![] };
    let own = |person: &Person| person.supervisor == Some(me) && person.status.in_service();
    let gone = drafts.iter().filter(|draft| draft.was.as_ref().is_some_and(own) && !own(&draft.person));
    let named = gone.filter_map(|draft| roster.row(draft.person.id)).map(|row| Leaving {
        name: labelled(row),
        mine: row.my_due.len(),
        theirs: row.their_due.len(),
        agenda: usize::from(row.open_agenda),
        session: row.open_session,
    });
    named.collect()
}

/// Name, and NIP where there is one: two people may have one name.
fn labelled(row: &RosterRow) -> String {
    match &row.nip {
        Some(nip) => format!("{} ({nip})", row.name.full()),
        None => row.name.full(),
    }
}

fn operations(roster: &Roster, office: &Office, drafts: Vec<Draft>, report: &mut Report) -> Vec<Op> {
    let mut ops = Vec::new();
    for unit in office.tree.iter() {
        match roster.units.get(unit.id) {
            None => ops.push(Op::add(Record::Unit(unit.clone()))),
            Some(was) if was != unit => ops.push(Op::replace(Record::Unit(was.clone()), Record::Unit(unit.clone()))),
            Some(_) => {}
        }
    }
    for Draft { was, person, .. } in drafts {
        match was {
            None => {
                report.added += 1;
                ops.push(Op::add(person));
            }
            Some(was) if was != person => {
                report.updated += 1;
                ops.push(Op::replace(was, person));
            }
            Some(_) => report.unchanged += 1,
        }
    }
    ops
}
