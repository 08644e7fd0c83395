//! The import of people, from files to what would be true.

mod around;
mod around_and_back;
mod commands;
mod doors;
mod goals;
mod hostile;
mod lists;
mod siasn;
mod standards;
pub mod workbook;

use bina::domain::*;
use bina::i18n::{Lang, Words};
use bina::interchange::{Options, Proposal, Setting, Unreadable, Workbook, plan_people, read_workbook, source};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use std::path::{Path, PathBuf};

/// The program that reads XLSX in a child process.
fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_bina"))
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures").join(name)
}

fn file(name: &str) -> Workbook {
    read_workbook(&fixture(name), program()).unwrap()
}

fn list(text: impl AsRef<[u8]>) -> Workbook {
    source::workbook(text.as_ref(), program()).unwrap()
}

/// An office that remembers what was imported.
struct Office {
    roster: Roster,
    ids: IdSource,
    today: Date,
}

impl Office {
    fn new() -> Self {
        Office { roster: Roster::default(), ids: IdSource::seeded(1), today: date(2026, 11, 21) }
    }

    fn try_plan(&mut self, workbook: &Workbook, options: &Options) -> Result<Proposal, Unreadable> {
        let now = Timestamp::from_second(1_795_000_000).unwrap();
        let actor = Actor::default();
        let setting = Setting { roster: &self.roster, today: self.today, now, actor: &actor };
        plan_people(workbook, &setting, options, &mut self.ids)
    }

    fn plan(&mut self, workbook: &Workbook) -> Proposal {
        self.try_plan(workbook, &Options::default()).unwrap()
    }

    fn import(&mut self, workbook: &Workbook) -> Proposal {
        let proposal = self.plan(workbook);
        if let Some(change) = &proposal.change {
            self.apply(change);
        }
        proposal
    }

    fn apply(&mut self, change: &Change) {
        self.roster.apply_office(change);
        for op in &change.ops {
            if let Some(Record::Person(person)) = op.after() {
                self.roster.put(RosterRow::bare(person));
            }
        }
    }

    fn put(&mut self, change: impl FnOnce(&mut Person), name: &str) {
        let mut person = self.person(name).person();
        change(&mut person);
        self.roster.put(RosterRow::bare(&person));
    }

    fn person(&self, name: &str) -> &RosterRow {
        let found: Vec<_> = self.roster.rows().iter().filter(|r| r.name.name == name).collect();
        assert_eq!(found.len(), 1, "{name}");
        found[0]
    }

    fn supervisor(&self, name: &str) -> Option<&str> {
        let id = self.person(name).supervisor?;
        self.roster.row(id).map(|row| row.name.name.as_str())
    }

    fn unit(&self, name: &str) -> &str {
        self.roster.units.name(self.person(name).unit)
    }
}

/// Findings as `row column id`.
fn findings(proposal: &Proposal) -> Vec<String> {
    proposal.report.findings.iter().map(|f| format!("{} {} {}", f.row, f.column, f.text.id)).collect()
}

fn words() -> Words {
    Words::new(Lang::En)
}
