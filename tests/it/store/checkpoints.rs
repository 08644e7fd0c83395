//! A store held against what was kept of it: edits, removals, other orders, cut ends, and a chain that was rewritten
//! from end to end, which nothing inside the store can show.

use super::*;
use bina::store::{Checkpoint, Compared, Damage, Denial, StoreError, backup, compare, verify};
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};

/// A store with 21 entries, a checkpoint and a backup of it, each in a file elsewhere.
struct Held {
    place: Place,
    elsewhere: tempfile::TempDir,
    changes: Vec<Change>,
}

impl Held {
    fn new() -> Self {
        let (place, _, changes) = Place::filled(20);
        let held = Held { place, elsewhere: tempfile::tempdir().unwrap(), changes };
        let head = held.place.open().head().unwrap();
        Checkpoint::of(&head, "2026-11-21T03:42:07Z".into()).write(&held.checkpoint()).unwrap();
        backup(&held.place.dir(), &held.backup()).unwrap();
        held
    }
    fn checkpoint(&self) -> PathBuf {
        self.elsewhere.path().join("checkpoint.json")
    }
    fn backup(&self) -> PathBuf {
        self.elsewhere.path().join("backup.jsonl")
    }
    fn lines(&self) -> Vec<String> {
        fs::read_to_string(self.place.journal()).unwrap().lines().map(|line| format!("{line}\n")).collect()
    }
    fn write(&self, lines: &[String]) {
        fs::set_permissions(self.place.journal(), fs::Permissions::from_mode(0o600)).unwrap();
        fs::write(self.place.journal(), lines.concat()).unwrap();
    }
    fn against_both(&self) -> (Compared, Compared) {
        (compare(&self.place.dir(), &self.checkpoint()).unwrap(), compare(&self.place.dir(), &self.backup()).unwrap())
    }
    fn finding(&self) -> (Option<u64>, Damage) {
        let finding = verify(&self.place.dir(), &Default::default()).unwrap().findings.remove(0);
        (finding.entry, finding.what)
    }
}

fn differs(entry: u64, line: Option<u64>) -> Compared {
    Compared::Differs { entry, place: format!("journal-000001.jsonl:{entry}"), line }
}

#[test]
fn a_store_that_only_grew_contains_what_was_kept_of_it() {
    let held = Held::new();
    let same = Compared::Contained { entry: 21 };
    assert_eq!(held.against_both(), (same.clone(), same.clone()));
    let mut maker = Maker::new(3);
    let grown = Record::Person(maker.person("Budi Pohan"));
    held.place.open().commit(&maker.adds(grown)).unwrap();
    assert_eq!(held.against_both(), (same.clone(), same));
}

#[test]
fn a_checkpoint_is_private_new_and_says_nothing_of_the_records() {
    let held = Held::new();
    assert_eq!(fs::metadata(held.checkpoint()).unwrap().mode() & 0o777, 0o600);
    let text = fs::read_to_string(held.checkpoint()).unwrap();
    let head = held.place.open().head().unwrap();
    assert!(text.contains(&head.hash) && !text.contains("Ani"), "{text}");
    let again = Checkpoint::of(&head, String::new()).write(&held.checkpoint());
    assert!(matches!(again, Err(StoreError::Denied { reason: Denial::NotEmpty, .. })));
    assert_eq!(fs::read_to_string(held.checkpoint()).unwrap(), text);
}

#[test]
fn an_edited_entry_is_named_by_the_store_itself_and_by_the_backup() {
    let held = Held::new();
    let mut lines = held.lines();
    lines[6] = lines[6].replace("catatan", "pujian!");
    held.write(&lines);
    assert_eq!(held.finding(), (Some(7), Damage::BodyChanged));
    assert_eq!(held.against_both().1, differs(7, Some(8)));
}

#[test]
fn a_removed_entry_is_named() {
    let held = Held::new();
    let mut lines = held.lines();
    lines.remove(9);
    held.write(&lines);
    assert_eq!(held.finding(), (Some(11), Damage::ChainBroken));
    let (checkpoint, backup) = held.against_both();
    assert_eq!(backup, differs(10, Some(11)));
    assert_eq!(checkpoint, Compared::Shorter { newest: 20, expected: 21 });
}

#[test]
fn entries_in_another_order_are_named() {
    let held = Held::new();
    let mut lines = held.lines();
    lines.swap(3, 4);
    held.write(&lines);
    assert_eq!(held.finding(), (Some(5), Damage::ChainBroken));
    assert_eq!(held.against_both().1, differs(4, Some(5)));
}

#[test]
fn an_end_that_was_cut_off_is_missed_with_its_numbers() {
    let held = Held::new();
    held.write(&held.lines()[..15]);
    let shorter = Compared::Shorter { newest: 15, expected: 21 };
    assert_eq!(held.against_both(), (shorter.clone(), shorter));
}

#[test]
fn a_chain_that_was_rewritten_is_sound_and_only_what_was_kept_shows_it() {
    let held = Held::new();
    let mut changes = held.changes.clone();
    changes[12].by.name = "somebody else".into();
    fs::remove_dir_all(held.place.dir()).unwrap();
    held.place.open().commit_many(&mut changes.into_iter()).unwrap();
    assert!(verify(&held.place.dir(), &Default::default()).unwrap().is_sound());
    // A salt is new for every line, so a rewritten history is another one from its first entry on.
    assert_eq!(held.against_both(), (differs(21, None), differs(1, Some(2))));
}

#[test]
fn a_history_that_was_rewritten_from_an_entry_on_is_named_by_the_backup() {
    let held = Held::new();
    let mut changes = held.changes.clone();
    changes[12].by.name = "somebody else".into();
    let first = held.lines()[..12].to_vec();
    fs::remove_dir_all(held.place.dir()).unwrap();
    fs::create_dir(held.place.dir()).unwrap();
    fs::set_permissions(held.place.dir(), fs::Permissions::from_mode(0o700)).unwrap();
    fs::write(held.place.journal(), first.concat()).unwrap();
    held.place.open().commit_many(&mut changes.drain(12..)).unwrap();
    assert!(verify(&held.place.dir(), &Default::default()).unwrap().is_sound());
    assert_eq!(held.against_both(), (differs(21, None), differs(13, Some(14))));
}

#[test]
fn what_is_neither_a_checkpoint_nor_a_backup_is_not_believed() {
    let held = Held::new();
    let file = held.elsewhere.path().join("other");
    let good = fs::read_to_string(held.backup()).unwrap();
    let second = good.find('\n').unwrap() + 1;
    for (text, line) in [("", 1), ("nama;nip\n", 1), (r#"{"format":"other","entry":1}"#, 1), (&good[..second + 40], 2)] {
        fs::write(&file, text).unwrap();
        assert_eq!(compare(&held.place.dir(), &file).unwrap(), Compared::Unreadable { line }, "{text}");
    }
}
