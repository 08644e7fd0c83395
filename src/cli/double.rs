//! A store in memory, just enough for the tests of commands.

use super::{Context, Output, context, work::Desk};
use crate::config::Config;
use crate::domain::*;
use crate::i18n::{Lang, Words};
use crate::store::{Head, Store, StoreError};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

/// Keeps dossiers and changes; shared, so that a test can look into it after a command.
#[derive(Clone, Default)]
pub struct Double(Arc<Mutex<Kept>>);

#[derive(Default)]
struct Kept {
    roster: Roster,
    dossiers: BTreeMap<PersonId, Dossier>,
    changes: Vec<Change>,
}

impl Double {
    pub fn with(roster: Roster, dossiers: Vec<Dossier>) -> Self {
        let dossiers = dossiers.into_iter().map(|d| (d.id(), d)).collect();
        Double(Arc::new(Mutex::new(Kept { roster, dossiers, changes: vec![] })))
    }
    pub fn desk(&self) -> Desk {
        Desk::on(Box::new(self.clone())).unwrap()
    }
    pub fn log(&self) -> Vec<Change> {
        self.0.lock().unwrap().changes.clone()
    }
}

impl Store for Double {
    fn roster(&mut self) -> Result<Roster, StoreError> {
        let mut roster = self.0.lock().unwrap().roster.clone();
        roster.reindex();
        Ok(roster)
    }
    fn dossier(&mut self, person: PersonId) -> Result<Option<Dossier>, StoreError> {
        Ok(self.0.lock().unwrap().dossiers.get(&person).cloned())
    }
    fn commit(&mut self, change: &Change) -> Result<(), StoreError> {
        let mut kept = self.0.lock().unwrap();
        kept.roster.apply_office(change);
        for op in &change.ops {
            if let Some(Record::Person(person)) = op.after() {
                kept.dossiers.entry(person.id).or_insert_with(|| Dossier::new(person.clone()));
            }
            kept.dossiers.values_mut().for_each(|dossier| dossier.apply(op));
        }
        for person in change.people() {
            if let Some(row) = kept.dossiers.get(&person).map(RosterRow::of) {
                kept.roster.put(row);
            }
        }
        kept.changes.push(change.clone());
        Ok(())
    }
    fn recent(&mut self, count: usize) -> Result<Vec<Change>, StoreError> {
        let all = self.log();
        Ok(all[all.len().saturating_sub(count)..].to_vec())
    }
    fn changes(&mut self, each: &mut dyn FnMut(Change) -> Result<(), StoreError>) -> Result<(), StoreError> {
        self.log().into_iter().try_for_each(each)
    }
    fn head(&mut self) -> Result<Head, StoreError> {
        Ok(Head::default())
    }
}

/// Rows of people with these names.
pub fn roster_of(names: &[&str]) -> Roster {
    let mut ids = IdSource::seeded(3);
    let rows = names.iter().enumerate().map(|(i, name)| {
        let person = Person {
            id: PersonId(ids.uuid(jiff::Timestamp::UNIX_EPOCH)),
            name: PersonName::plain(*name),
            nip: Nip::parse(&format!("19850101200001{}", 1001 + i)).ok(),
            kind: EmploymentKind::Pns,
            rank: None,
            position: None,
            unit: None,
            supervisor: None,
            status: PersonStatus::Active,
            tags: vec![],
            cadence: None,
            probation_until: None,
            since: jiff::civil::date(2026, 1, 1),
        };
        RosterRow::bare(&person)
    });
    Roster::new(Default::default(), Default::default(), rows.collect())
}

/// A context of a fixed day.
pub fn context(lang: Lang) -> Context {
    Context {
        replayed: false,
        read_only: false,
        identity: None,
        unlocked: Default::default(),
        store_dir: PathBuf::from("/nowhere"),
        today: jiff::civil::date(2026, 11, 21),
        now: "2026-11-21T03:42:07Z".parse().unwrap(),
        zone: jiff::tz::TimeZone::fixed(jiff::tz::offset(7)),
        lang,
        lang_because: context::LangReason::Default,
        words: Words::new(lang),
        rules: RuleSet::default(),
        actor: Actor { name: "tester".to_owned(), ..Actor::default() },
        json: false,
        plain: false,
        config: Config::default(),
        config_file: PathBuf::from("/nowhere/config.toml"),
    }
}

/// Where a test reads what a command printed.
#[derive(Clone, Default)]
pub struct Paper(Arc<Mutex<Vec<u8>>>);

impl Paper {
    pub fn output(&self) -> Output {
        Output::into(Box::new(self.clone()))
    }
    pub fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
