//! Who may open a store, and what a second one is told.

use super::*;
use bina::store::{Denial, Drafts, OpenMode, Seal, StoreError};
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};

#[test]
fn the_folder_is_0700_and_every_file_0600() {
    let (place, _, _) = Place::filled(3);
    let store = place.open();
    Drafts::of(&place.dir()).save(&serde_json::json!({"a": 1})).unwrap();
    assert_eq!(fs::metadata(place.dir()).unwrap().mode() & 0o777, 0o700);
    for path in files(&place.dir()) {
        let found = fs::metadata(&path).unwrap();
        let wanted = if found.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(found.mode() & 0o777, wanted, "{}", path.display());
    }
    drop(store);
}

#[test]
fn a_folder_that_others_can_look_into_is_refused() {
    let (place, _, _) = Place::filled(1);
    fs::set_permissions(place.dir(), Permissions::from_mode(0o750)).unwrap();
    for mode in [OpenMode::ReadWrite, OpenMode::ReadOnly] {
        match bina::store::open(&place.dir(), mode, &Seal::default()) {
            Err(StoreError::Denied { reason, .. }) => assert_eq!(reason, Denial::OpenToOthers),
            other => panic!("{:?}", other.err()),
        }
    }
}

#[test]
fn a_file_in_place_of_the_folder_is_refused() {
    let place = Place::new();
    fs::write(place.dir(), b"").unwrap();
    assert!(matches!(Disk::open(&place.dir()), Err(StoreError::Denied { reason: Denial::NotAFolder, .. })));
}

#[test]
fn the_second_one_is_told_who_has_it() {
    let (place, _, _) = Place::filled(1);
    let _first = place.open();
    match Disk::open(&place.dir()) {
        Err(StoreError::Busy { holder }) => {
            assert_eq!(holder.pid, std::process::id());
            assert!(holder.since.parse::<jiff::Timestamp>().is_ok());
        }
        other => panic!("{:?}", other.err()),
    }
}

#[test]
fn looking_works_beside_a_holder_and_changes_nothing() {
    let (place, id, changes) = Place::filled(5);
    let mut first = place.open();
    let mut look = bina::store::open(&place.dir(), OpenMode::ReadOnly, &Seal::default()).unwrap();
    assert_eq!(contents(&mut *look), contents(&mut first));
    assert_eq!(look.head().unwrap(), first.head().unwrap());
    assert!(matches!(look.commit(&changes[0]), Err(StoreError::ReadOnly)));
    first.commit(&Maker::new(2).adds(Record::Feedback(Maker::new(3).feedback(id, 2026, "sesudahnya")))).unwrap();
    assert_eq!(look.dossier(id).unwrap().unwrap().feedback.len(), 5, "it shows the moment of its opening");
    let beside = bina::store::verify(&place.dir(), &Seal::default()).unwrap();
    assert_eq!((beside.is_sound(), beside.view_compared, beside.entries), (true, false, 7));
}

#[test]
fn looking_leaves_half_a_line_alone() {
    let (place, id, _) = Place::filled(3);
    let whole = fs::read(place.journal()).unwrap();
    fs::write(place.journal(), &whole[..whole.len() - 9]).unwrap();
    let mut look = bina::store::open(&place.dir(), OpenMode::ReadOnly, &Seal::default()).unwrap();
    assert_eq!(look.dossier(id).unwrap().unwrap().feedback.len(), 2);
    assert_eq!(fs::read(place.journal()).unwrap().len(), whole.len() - 9);
}

#[test]
fn a_newer_format_is_refused_with_both_numbers() {
    let (place, _, _) = Place::filled(2);
    let text = fs::read_to_string(place.journal()).unwrap();
    let last = text.lines().last().unwrap().replacen("{\"v\":3", "{\"v\":4", 1);
    fs::write(place.journal(), format!("{text}{last}\n")).unwrap();
    for mode in [OpenMode::ReadWrite, OpenMode::ReadOnly] {
        let outcome = bina::store::open(&place.dir(), mode, &Seal::default());
        assert!(matches!(outcome, Err(StoreError::Newer { found: 4, known: 3 })), "{:?}", outcome.err());
    }
    fs::write(place.journal(), format!("{text}{{\"v\":9,\"of another shape\":[]}}\n")).unwrap();
    assert!(matches!(Disk::open(&place.dir()), Err(StoreError::Newer { found: 9, known: 3 })));
}

#[test]
fn the_first_screen_needs_no_view() {
    let (place, id, _) = Place::filled(5);
    let seen = place.open().roster().unwrap();
    fs::rename(place.dir().join("view"), place.dir().join("elsewhere")).unwrap();
    let mut store = place.open();
    assert_eq!(store.roster().unwrap(), seen);
    assert_eq!(store.recent(1).unwrap().len(), 1);
    assert!(!place.dir().join("view").exists());
    assert!(store.dossier(id).unwrap().is_some());
    assert!(place.dir().join("view").exists());
}

#[test]
fn after_a_rest_everything_goes_on() {
    let (place, id, _) = Place::filled(5);
    let mut store = place.open();
    let mut maker = Maker::new(8);
    for n in 0..3 {
        let note = maker.feedback(id, 2026, "sesudah istirahat");
        store.commit(&maker.adds(Record::Feedback(note))).unwrap();
        store.rest();
        assert_eq!(store.dossier(id).unwrap().unwrap().feedback.len(), 6 + n);
    }
}

#[test]
fn drafts_are_kept_replaced_and_removed() {
    let (place, _, _) = Place::filled(0);
    let drafts = Drafts::of(&place.dir());
    assert_eq!(drafts.load().unwrap(), (None, None));
    for text in ["satu", "dua"] {
        drafts.save(&serde_json::json!({ "text": text })).unwrap();
        assert_eq!(drafts.load().unwrap().0.unwrap()["text"], text);
    }
    drafts.remove().unwrap();
    drafts.remove().unwrap();
    assert_eq!(drafts.load().unwrap(), (None, None));
}

#[test]
fn damaged_drafts_are_put_aside_and_never_in_the_way() {
    let (place, _, _) = Place::filled(0);
    fs::write(place.dir().join("drafts.json"), b"{\"text\": \"set").unwrap();
    let (drafts, note) = Drafts::of(&place.dir()).load().unwrap();
    assert_eq!((drafts, note.is_some()), (None, true));
    assert_eq!(fs::read(place.dir().join("drafts.bad")).unwrap(), b"{\"text\": \"set");
    assert_eq!(Drafts::of(&place.dir()).load().unwrap(), (None, None));
    fs::create_dir(place.dir().join("drafts.json")).unwrap();
    assert!(Drafts::of(&place.dir()).load().unwrap().1.is_some());
    assert!(place.dir().join("drafts.bad").is_dir());
    Drafts::of(&place.dir()).save(&serde_json::json!({})).unwrap();
}

#[test]
fn whoever_writes_waits_for_somebody_who_is_soon_done() {
    let (place, _, _) = Place::filled(1);
    let first = place.open();
    let dir = place.dir();
    let second = std::thread::spawn(move || Disk::open(&dir).map(drop));
    // It has asked for the lock when its thread sleeps; whether or not, it is given its turn.
    drop(first);
    second.join().unwrap().unwrap();
}

#[test]
fn looking_takes_no_lock_and_sees_what_is_at_hand() {
    let (place, id, _) = Place::filled(4);
    let seen = contents(&mut place.open());
    fs::remove_file(place.dir().join("LOCK")).unwrap();
    fs::rename(place.dir().join("view"), place.dir().join("elsewhere")).unwrap();
    let mut look = bina::store::look(&place.dir(), &Seal::default()).unwrap();
    assert_eq!((look.roster().unwrap(), look.recent(9).unwrap()), (seen.0, seen.2));
    assert_eq!(look.head().unwrap().entry, 5);
    assert!(!place.dir().join("LOCK").exists() && !place.dir().join("view").exists());
    // What is not at hand opens the store.
    let dossier = look.dossier(id).unwrap().unwrap();
    assert_eq!(dossier, seen.1[0]);
    assert!(place.dir().join("LOCK").exists());
}

#[test]
fn looking_at_what_was_left_in_disorder_mends_it() {
    let (place, _, _) = Place::filled(4);
    let whole = fs::read(place.journal()).unwrap();
    fs::write(place.journal(), &whole[..whole.len() - 9]).unwrap();
    let mut look = bina::store::look(&place.dir(), &Seal::default()).unwrap();
    assert_eq!(look.roster().unwrap().len(), 1);
    assert!(!look.notes().is_empty());
    drop(look);
    assert_eq!(fs::read(place.journal()).unwrap(), whole);
}
