//! Tests of `demo`.

use super::*;
use crate::domain::{PersonId, Shared};
use crate::i18n::Lang;
use crate::store::Head;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::{Arc, Mutex};

/// Keeps changes by the folder's name, and a file in the folder so that it can be moved.
struct Shelf(Arc<Mutex<Vec<Change>>>);

impl Store for Shelf {
    fn roster(&mut self) -> Result<Roster, StoreError> {
        Ok(Roster::default())
    }
    fn dossier(&mut self, _: PersonId) -> Result<Option<Dossier>, StoreError> {
        Ok(None)
    }
    fn commit(&mut self, change: &Change) -> Result<(), StoreError> {
        self.0.lock().map(|mut list| list.push(change.clone())).map_err(|_| StoreError::Full)
    }
    fn recent(&mut self, _: usize) -> Result<Vec<Change>, StoreError> {
        Ok(vec![])
    }
    fn changes(&mut self, each: &mut dyn FnMut(Change) -> Result<(), StoreError>) -> Result<(), StoreError> {
        let list = self.0.lock().map(|list| list.clone()).unwrap_or_default();
        list.into_iter().try_for_each(each)
    }
    fn head(&mut self) -> Result<Head, StoreError> {
        Ok(Head::default())
    }
}

#[derive(Clone, Default)]
#[allow(clippy::type_complexity, reason = "a stand-in for a disk")]
struct Shelves(Rc<RefCell<HashMap<Vec<u8>, Arc<Mutex<Vec<Change>>>>>>);

impl Shelves {
    /// A folder is known by what its file says, wherever it was moved to.
    fn open(&self, dir: &Path) -> Result<Box<dyn Store>, StoreError> {
        let mark = dir.join("mark");
        std::fs::create_dir_all(dir).unwrap();
        if !mark.exists() {
            std::fs::write(&mark, self.0.borrow().len().to_string()).unwrap();
        }
        let key = std::fs::read(&mark).unwrap();
        Ok(Box::new(Shelf(self.0.borrow_mut().entry(key).or_default().clone())))
    }
}

fn args(fresh: bool) -> DemoArgs {
    DemoArgs { people: 3, years: 1, seed: 1, build_only: true, fresh }
}

fn prepared(dir: &Path, fresh: bool, shelves: &Shelves) -> Result<Prepared, DemoError> {
    let today = jiff::civil::date(2026, 11, 21);
    let sheets = |d: &Dossier, _: &Session, roster: &Roster| {
        assert!(roster.row(d.id()).is_some());
        Shared::new(d.person.name.full())
    };
    prepare(dir, (&args(fresh), today), &|dir| shelves.open(dir), &sheets, &mut |_, _| {})
}

#[test]
fn a_sample_is_built_once_and_again_when_asked() {
    let home = tempfile::tempdir().unwrap();
    let (dir, shelves) = (home.path().join("data/bina-demo"), Shelves::default());
    assert_eq!(prepared(&dir, false, &shelves).unwrap(), Prepared::Built);
    let since = jiff::civil::date(2026, 11, 21);
    assert_eq!(prepared(&dir, false, &shelves).unwrap(), Prepared::Existing { since });
    assert_eq!(prepared(&dir, true, &shelves).unwrap(), Prepared::Built);
    let built: Vec<usize> = shelves.0.borrow().values().map(|s| s.lock().unwrap().len()).collect();
    assert_eq!(built, vec![6, 6], "units and profile, superior, user, three people; twice");
    assert_eq!(std::fs::read_dir(dir.parent().unwrap()).unwrap().count(), 1, "nothing unfinished is left");
}

#[test]
fn a_folder_with_anything_else_is_left_alone() {
    let home = tempfile::tempdir().unwrap();
    let shelves = Shelves::default();
    let mut real = shelves.open(home.path()).unwrap();
    let plan = args(false).plan(jiff::civil::date(2026, 11, 21));
    let office = sample::office(&plan);
    let sheet = |_: &Dossier, _: &Session| Shared::new(String::new());
    let mut change = office.changes(&sheet).next().unwrap();
    change.kind = ChangeKind::PersonAdded;
    real.commit(&change).unwrap();
    for fresh in [false, true] {
        let error = prepared(home.path(), fresh, &shelves).unwrap_err();
        assert!(matches!(error, DemoError::NotASample { .. }));
        assert_eq!(error.text().unwrap().id, "demo-not-a-sample");
    }
    assert!(home.path().join("mark").exists());
}

#[test]
fn the_progress_says_the_same_in_both_languages() {
    for (lang, word) in [(Lang::Id, "contoh"), (Lang::En, "sample")] {
        let text = line(&Words::new(lang), 5_000, 20_000);
        assert!(text.contains("######..................") && text.contains("25") && text.contains(word), "{text}");
        assert!(text.chars().count() < 80);
    }
}

#[test]
fn quick_work_draws_no_line() {
    let (words, mut drawn) = (Words::new(Lang::En), Vec::new());
    let mut progress = ProgressLine::new(&words, Some(Box::new(&mut drawn)));
    progress.update(1, 2);
    progress.finish();
    assert!(drawn.is_empty());
    let mut progress = ProgressLine::new(&words, Some(Box::new(&mut drawn)));
    progress.begun -= PATIENCE;
    progress.update(1, 2);
    progress.finish();
    assert!(drawn.starts_with(b"\r") && drawn.ends_with(b"\r\x1b[K"));
}
