//! An encrypted store: it is the same store, nothing in its files can be read, and only its key opens it.

use super::*;
use bina::store::{
    Backups, Damage, DataKey, Drafts, Keyring, OpenMode, Seal, Snapshot, StoreError, WayKind, WrittenKey, backup, reseal,
    restore, verify,
};
use std::fs;

/// A key and the keyring with a written key to it: a passphrase would only make the tests slow.
fn key() -> (Keyring, DataKey, WrittenKey) {
    let (mut keyring, data, written) = (Keyring::new(), DataKey::new().unwrap(), WrittenKey::new().unwrap());
    keyring.set_written(&data, WayKind::Recovery, &written).unwrap();
    (keyring, data, written)
}

fn said(kind: ChangeKind) -> Change {
    Maker::new(77).change(kind, vec![])
}

/// A filled store that was sealed afterwards; the seal, and what it held.
fn sealed(notes: usize) -> (Place, PersonId, Seal, Vec<(PersonId, Dossier)>) {
    let (place, id, _) = Place::filled(notes);
    let mut store = place.open();
    let seen = dossiers(&mut store);
    store.rebuild().unwrap();
    drop(store);
    Drafts::of(&place.dir()).save(&serde_json::json!({ "capture": "sari rahasia sekali" })).unwrap();
    let (keyring, data, _) = key();
    let said = || said(ChangeKind::StoreSealed);
    patiently(|| reseal(&place.dir(), &Seal::default(), Some((&keyring, &data)), said(), &[])).unwrap();
    (place, id, data.seal().unwrap(), seen)
}

fn dossiers(store: &mut dyn Store) -> Vec<(PersonId, Dossier)> {
    let roster = store.roster().unwrap();
    roster.rows().iter().map(|row| (row.id, store.dossier(row.id).unwrap().unwrap())).collect()
}

/// Every file below a folder with its bytes.
fn bytes_of(dir: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    files(dir).into_iter().filter(|path| path.is_file()).map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn nothing_in_any_file_can_be_read_and_nothing_is_lost() {
    let (place, id, seal, seen) = sealed(40);
    let words = ["Sri Rahayu", "catatan", "akuntabel", "loket", "Pengelola", "rahasia", "sri "];
    let look = |when: &str| {
        for (path, bytes) in bytes_of(&place.dir()) {
            let found = words.iter().find(|word| holds(&bytes, word));
            assert_eq!(found, None, "{when}: {}", path.display());
        }
    };
    look("when it was sealed");
    let mut store = place.open_with(&seal);
    assert_eq!(dossiers(&mut store), seen);
    let mut maker = Maker::new(5);
    let note = maker.feedback(id, 2026, "catatan sesudah disandikan");
    store.commit(&maker.adds(Record::Feedback(note))).unwrap();
    Drafts::of(&place.dir()).with(&seal).save(&serde_json::json!({ "capture": "rahasia" })).unwrap();
    store.rest();
    assert!(store.verify().unwrap().is_sound());
    drop(store);
    look("after it was used");
    let mut again = place.open_with(&seal);
    assert_eq!(again.dossier(id).unwrap().unwrap().feedback.len(), 41);
    assert_eq!(Drafts::of(&place.dir()).with(&seal).load().unwrap().0.unwrap()["capture"], "rahasia");
    assert!(again.first_rows().is_some(), "the first screen is at hand without the index");
    let looked = Snapshot::open_with(&place.dir(), &seal).unwrap().dossier(id).unwrap();
    assert_eq!(looked.unwrap().feedback.len(), 41);
}

#[test]
fn what_was_typed_before_it_was_sealed_is_still_there() {
    let (place, _, seal, _) = sealed(3);
    let drafts = Drafts::of(&place.dir()).with(&seal).load().unwrap();
    assert_eq!(drafts.0.unwrap()["capture"], "sari rahasia sekali");
}

#[test]
fn without_its_key_it_stays_shut_and_unchanged() {
    let (place, _, seal, _) = sealed(5);
    let before = bytes_of(&place.dir());
    for mode in [OpenMode::ReadWrite, OpenMode::ReadOnly] {
        let outcome = bina::store::open(&place.dir(), mode, &Seal::default());
        assert!(matches!(outcome, Err(StoreError::Locked)), "{:?}", outcome.err());
    }
    let checked = verify(&place.dir(), &Seal::default()).unwrap();
    assert!(checked.is_sound() && !checked.view_compared, "the chain needs no key");
    assert_eq!(bytes_of(&place.dir()), before);
    assert!(verify(&place.dir(), &seal).unwrap().view_compared);
}

#[test]
fn another_key_opens_nothing_and_damages_nothing() {
    let (place, _, seal, seen) = sealed(5);
    let other = DataKey::new().unwrap().seal().unwrap();
    let outcome =
        patiently(|| Disk::open_with(&place.dir(), &other)).and_then(|mut store| store.roster().map(|rows| rows.len()));
    assert!(matches!(outcome, Err(StoreError::Damaged { what: Damage::KeyDiffers, .. })), "{outcome:?}");
    assert_eq!(dossiers(&mut place.open_with(&seal)), seen);
}

#[test]
fn a_lost_key_file_is_named_and_put_back_from_its_copy() {
    let (place, _, seal, seen) = sealed(5);
    let keys = ["KEY", "KEY.copy"].map(|name| place.dir().join(name));
    let whole = fs::read(&keys[0]).unwrap();
    for path in &keys {
        fs::remove_file(path).unwrap();
        assert_eq!(dossiers(&mut place.open_with(&seal)), seen);
        assert_eq!(fs::read(path).unwrap(), whole, "{}", path.display());
    }
    keys.iter().for_each(|path| fs::remove_file(path).unwrap());
    for mode in [OpenMode::ReadWrite, OpenMode::ReadOnly] {
        let outcome = bina::store::open(&place.dir(), mode, &Seal::default());
        let what = outcome.err().map(|error| error.to_string()).unwrap_or_default();
        assert!(what.contains("key file"), "{mode:?}: {what}");
    }
}

#[test]
fn a_backup_needs_no_key_and_brings_its_own() {
    let (place, id, _, _) = sealed(7);
    let other = Place::new();
    let file = other.dir().with_extension("jsonl");
    let copied = backup(&place.dir(), &file).unwrap();
    assert!(bytes_of(file.parent().unwrap()).iter().all(|(_, bytes)| !holds(bytes, "Sri Rahayu")));
    assert_eq!(restore(&file, &other.dir()).unwrap(), copied);
    assert!(matches!(Disk::open(&other.dir()), Err(StoreError::Locked)));
    let keyring = Keyring::of(&place.dir()).unwrap().unwrap();
    assert_eq!(Keyring::of(&other.dir()).unwrap(), Some(keyring));
    let _ = id;
}

#[test]
fn encryption_can_be_switched_off_again() {
    let (place, _, seal, seen) = sealed(12);
    patiently(|| reseal(&place.dir(), &seal, None, said(ChangeKind::StoreUnsealed), &[])).unwrap();
    assert!(!place.dir().join("KEY").exists());
    let mut store = place.open();
    assert_eq!(dossiers(&mut store), seen);
    let kinds: Vec<&str> = store.recent(2).unwrap().iter().map(|change| change.kind.id()).collect();
    assert_eq!(kinds, ["store-sealed", "store-unsealed"]);
    assert!(store.verify().unwrap().is_sound());
}

#[test]
fn a_store_that_somebody_has_open_is_not_sealed() {
    let (place, _, _) = Place::filled(3);
    let store = place.open();
    let (keyring, data, _) = key();
    let outcome = reseal(&place.dir(), &Seal::default(), Some((&keyring, &data)), said(ChangeKind::StoreSealed), &[]);
    assert!(matches!(outcome, Err(StoreError::Busy { .. })), "{outcome:?}");
    drop(store);
    assert_eq!(place.open().roster().unwrap().len(), 1);
}

/// What a crash leaves carries a mark (see `interrupted`); a name alone is none.
#[test]
fn a_folder_that_has_but_the_name_of_remains_is_left_alone() {
    let (place, _, seal, seen) = sealed(3);
    for name in ["store.rewritten", "store.rewritten-0a1b2c3d", "store.restored-0a1b2c3d", "store.half"] {
        let other = place.dir().with_file_name(name);
        fs::create_dir(&other).unwrap();
        fs::write(other.join("tesis.txt"), "bab satu").unwrap();
        assert_eq!(dossiers(&mut place.open_with(&seal)), seen);
        assert_eq!(fs::read(other.join("tesis.txt")).unwrap(), b"bab satu", "{name}");
    }
}

#[test]
fn the_end_that_a_sealed_journal_lost_comes_back_from_the_index() {
    let (place, id, seal, _) = sealed(9);
    drop(place.open_with(&seal).rebuild());
    let whole = fs::read(place.journal()).unwrap();
    fs::write(place.journal(), &whole[..whole.len() - 300]).unwrap();
    let mut store = place.open_with(&seal);
    assert_eq!(store.dossier(id).unwrap().unwrap().feedback.len(), 9);
    drop(store);
    assert_eq!(fs::read(place.journal()).unwrap(), whole);
}

#[test]
fn bina_keeps_the_newest_of_its_own_backups() {
    let (place, _, _) = Place::filled(4);
    let backups = Backups::of(&place.dir(), None, 3);
    let day = |n: i64| Timestamp::now() + jiff::SignedDuration::from_hours(24 * n);
    assert!(backups.is_due(day(0), 1).unwrap(), "the first is due at once");
    assert!(!backups.is_due(day(0), 0).unwrap(), "unless none is wanted");
    for n in 0..5 {
        backups.make(day(n)).unwrap();
    }
    let made: Vec<Timestamp> = backups.list().unwrap().iter().map(|file| file.made).collect();
    let second = |at: Timestamp| Timestamp::from_second(at.as_second()).unwrap();
    assert_eq!(made.len(), 3);
    assert!(made.is_sorted_by(|a, b| a > b) && made[0].duration_since(second(day(4))).as_secs() <= 1);
    assert!(!backups.is_due(day(30), 1).unwrap(), "nothing was written since");
    assert_eq!(backups.start_over(day(9)).unwrap(), 3);
    let left = backups.list().unwrap();
    assert_eq!(left.len(), 1);
    let other = Place::new();
    restore(&left[0].path, &other.dir()).unwrap();
    assert_eq!(contents(&mut other.open()), contents(&mut place.open()));
}
