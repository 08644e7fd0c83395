//! The store from outside: what it promises ([`suite`]), what damage does to it ([`damage`]), what is read
//! without the index ([`dossiers`]), what has no veto ([`hints`]), what a kill leaves of commands that make the store anew
//! ([`interrupted`]), who may open it ([`access`]), what a kill leaves ([`crash`]) and what a power cut
//! ([`power`]), what the user sees of all this ([`faults`]), copies of it ([`copies`]), encryption ([`sealed`]) and erasure
//! ([`erased`]), old formats ([`golden`]), and how quick it is ([`speed`]).

mod access;
mod checkpoints;
mod copies;
mod crash;
mod damage;
mod dossiers;
mod erased;
mod faults;
mod golden;
mod hints;
mod history;
mod interrupted;
mod messages;
mod power;
mod properties;
mod recorded;
mod sealed;
mod speed;
mod suite;
mod writer;

use bina::domain::goal::{Accrual, Approach, Aspect, Indicator, Measure, ResultClass, ResultScope, WorkResult};
use bina::domain::*;
use bina::store::{Disk, Seal, Store, StoreError};
use jiff::{Timestamp, civil::Date, civil::date};
use std::path::{Path, PathBuf};

/// Makes people, feedback and changes from a seed.
pub struct Maker {
    ids: IdSource,
    at: Timestamp,
}

impl Maker {
    pub fn new(seed: u64) -> Self {
        Maker { ids: IdSource::seeded(seed), at: Timestamp::from_second(1_750_000_000).unwrap() }
    }
    fn uuid(&mut self) -> uuid::Uuid {
        self.at += jiff::SignedDuration::from_millis(250);
        self.ids.uuid(self.at)
    }
    pub fn person(&mut self, name: &str) -> Person {
        Person {
            id: PersonId(self.uuid()),
            name: PersonName::plain(name),
            nip: None,
            kind: EmploymentKind::Pns,
            rank: Some("III/b".into()),
            position: Some("Pengelola Pelayanan".into()),
            unit: None,
            supervisor: None,
            status: PersonStatus::Active,
            tags: vec!["loket".into()],
            cadence: None,
            probation_until: None,
            since: date(2025, 1, 6),
        }
    }
    pub fn feedback(&mut self, person: PersonId, year: i16, text: &str) -> Feedback {
        let on = date(year, 1 + (self.ids.random() % 12) as i8, 1 + (self.ids.random() % 28) as i8);
        Feedback {
            id: FeedbackId(self.uuid()),
            person,
            on,
            kind: FeedbackKind::Praise,
            words: Audienced::Private(Private::new(Sbi::plain(text))),
            tags: vec!["akuntabel".into()],
            session: None,
            by: Actor { name: "sri".into(), ..Actor::default() },
            written: self.at,
            went: None,
        }
    }
    /// A plan of one year with one indicator.
    pub fn result(&mut self, person: PersonId, year: i16, target: i64) -> WorkResult {
        let indicator = Indicator {
            id: IndicatorId(self.uuid()),
            title: "Boks arsip yang ditata".into(),
            aspect: Some(Aspect::Quantity),
            perspective: None,
            measure: Measure::Higher { baseline: None, target: Number::from(target) },
            accrual: Accrual::Total,
            unit: "boks".into(),
            weight: None,
            due: None,
            target_open: false,
            revisions: vec![],
        };
        WorkResult {
            id: ResultId(self.uuid()),
            person,
            period: Period::year(year),
            title: "Arsip dinamis tertata".into(),
            class: ResultClass::Main,
            scope: ResultScope::Individual,
            supports: None,
            approach: Approach::Quantitative,
            expectation: String::new(),
            weight: None,
            due: None,
            tag: "arsip".into(),
            indicators: vec![indicator],
            words: vec![],
            split_on: None,
            continues: None,
            by: Actor { name: "sri".into(), ..Actor::default() },
            written: self.at,
        }
    }
    /// A value of the result's first indicator.
    pub fn check_in(&mut self, result: &WorkResult, on: Date, value: i64) -> CheckIn {
        CheckIn {
            id: CheckInId(self.uuid()),
            person: result.person,
            result: result.id,
            indicator: result.indicators[0].id,
            on,
            value: Some(Number::from(value)),
            note: Shared::new("rak timur selesai".into()),
            evidence: Shared::new(String::new()),
            session: None,
            by: Actor { name: "sri".into(), ..Actor::default() },
            written: self.at,
        }
    }
    pub fn change(&mut self, kind: ChangeKind, ops: Vec<Op>) -> Change {
        let id = ChangeId(self.uuid());
        let by = Actor { name: "sri \",\"h\":\"\n".into(), ..Actor::default() };
        Change { id, at: self.at, by, kind, about: None, ops }
    }
    pub fn adds(&mut self, record: Record) -> Change {
        self.change(ChangeKind::FeedbackNoted, vec![Op::add(record)])
    }
    /// A person, then notes about her, each as a change of its own.
    pub fn history(&mut self, notes: usize) -> (PersonId, Vec<Change>) {
        let person = self.person("Ani Wulandari");
        let id = person.id;
        let mut changes = vec![self.adds(Record::Person(person))];
        for n in 0..notes {
            let feedback = self.feedback(id, 2024 + (n % 3) as i16, &format!("catatan ke-{n} tentang antrean loket"));
            changes.push(self.adds(Record::Feedback(feedback)));
        }
        (id, changes)
    }
}

/// A folder for one store, private and gone afterwards.
pub struct Place(tempfile::TempDir);

impl Place {
    pub fn new() -> Self {
        Place(tempfile::tempdir().unwrap())
    }
    pub fn dir(&self) -> PathBuf {
        self.0.path().join("store")
    }
    pub fn open(&self) -> Disk {
        self.open_with(&Seal::default())
    }
    pub fn open_with(&self, seal: &Seal) -> Disk {
        patiently(|| Disk::open_with(&self.dir(), seal)).unwrap()
    }
    pub fn journal(&self) -> PathBuf {
        self.dir().join("journal-000001.jsonl")
    }
    pub fn filled(notes: usize) -> (Place, PersonId, Vec<Change>) {
        let place = Place::new();
        let (id, changes) = Maker::new(7).history(notes);
        let mut store = place.open();
        changes.iter().for_each(|c| store.commit(c).unwrap());
        (place, id, changes)
    }
}

/// Waits for this process's own lock: a program that another test is just starting holds a copy for a moment.
pub fn patiently<T>(mut run: impl FnMut() -> Result<T, StoreError>) -> Result<T, StoreError> {
    let mut outcome = None;
    crate::support::pty::wait("the lock", || {
        let tried = run();
        let own = matches!(&tried, Err(StoreError::Busy { holder }) if holder.pid == std::process::id());
        outcome = Some(tried);
        !own
    });
    outcome.unwrap()
}

/// Nothing comes along, and there are no backups.
pub fn left() -> bina::store::Left<'static> {
    bina::store::Left { doing: bina::store::Doing::Forgetting, drafts: None, backups: &[] }
}

/// Everything that a user can see.
pub fn contents(store: &mut dyn Store) -> (Roster, Vec<Dossier>, Vec<Change>) {
    let roster = store.roster().unwrap();
    let people: Vec<PersonId> = roster.rows().iter().map(|r| r.id).collect();
    let dossiers = people.into_iter().map(|id| store.dossier(id).unwrap().unwrap()).collect();
    (roster, dossiers, store.recent(100).unwrap())
}

pub fn files(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        }
        found.push(path);
    }
    found
}
