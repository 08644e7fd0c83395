//! Backups, and stores made from them.

use super::*;
use bina::store::{
    Backups, Damage, Denial, Doing, Left, Note, Shortened, StoreError, backup, erase, finish, restore, restore_from, verify,
};
use std::fs;
use std::os::unix::fs::{DirBuilderExt, MetadataExt};

#[test]
fn a_backup_restores_to_the_same_store() {
    let (place, _, _) = Place::filled(20);
    let mut store = place.open();
    let seen = contents(&mut store);
    let other = Place::new();
    let file = other.dir().with_extension("jsonl");
    let copied = backup(&place.dir(), &file).unwrap();
    assert_eq!((copied.entries, &copied.head), (21, &store.head().unwrap()));
    assert_eq!(fs::metadata(&file).unwrap().mode() & 0o777, 0o600);
    assert_eq!(restore(&file, &other.dir()).unwrap(), copied);
    let mut second = other.open();
    assert_eq!(contents(&mut second), seen);
    assert!(second.verify().unwrap().is_sound());
}

#[test]
fn nothing_is_written_over() {
    let (place, _, _) = Place::filled(2);
    let other = Place::new();
    let file = other.dir().with_extension("jsonl");
    backup(&place.dir(), &file).unwrap();
    let refused = |outcome| matches!(outcome, Err(StoreError::Denied { reason: Denial::NotEmpty, .. }));
    assert!(refused(backup(&place.dir(), &file)));
    assert!(refused(restore(&file, &place.dir())));
    assert_eq!(place.open().roster().unwrap().len(), 1);
}

#[test]
fn a_backup_that_was_interrupted_is_begun_anew() {
    let (place, _, _) = Place::filled(3);
    let file = place.dir().with_file_name("office.jsonl");
    fs::write(place.dir().with_file_name("office.jsonl.half"), b"{\"v\":1,").unwrap();
    let copied = backup(&place.dir(), &file).unwrap();
    assert_eq!(restore(&file, &place.dir().with_file_name("again")).unwrap(), copied);
    assert!(!place.dir().with_file_name("office.jsonl.half").exists());
}

#[test]
fn a_damaged_backup_restores_nothing() {
    let (place, _, _) = Place::filled(5);
    let other = Place::new();
    let file = other.dir().with_extension("jsonl");
    backup(&place.dir(), &file).unwrap();
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&file, bytes).unwrap();
    match restore(&file, &other.dir()) {
        Err(StoreError::Damaged { what, .. }) => assert_ne!(what, Damage::View),
        other => panic!("{other:?}"),
    }
    assert!(!other.dir().exists());
}

#[test]
fn a_backup_that_lost_its_end_is_restored_only_on_the_users_word() {
    let (place, _, _) = Place::filled(5);
    let other = Place::new();
    let file = other.dir().with_extension("jsonl");
    backup(&place.dir(), &file).unwrap();
    let whole = fs::read(&file).unwrap();
    let lines: Vec<&[u8]> = whole.split_inclusive(|b| *b == b'\n').collect();
    // Header, six entries, the end; cut between lines and within one, and emptied.
    let half = [lines[..4].concat(), lines[4][..30].to_vec()].concat();
    for (cut, entries) in
        [(lines[..7].concat(), 6), (lines[..3].concat(), 2), (half, 3), (lines[0].to_vec(), 0), (vec![], 0)]
    {
        fs::write(&file, &cut).unwrap();
        let refused = restore(&file, &other.dir());
        assert!(
            matches!(refused, Err(StoreError::Damaged { what: Damage::CopyShort, .. })),
            "{} bytes: {refused:?}",
            cut.len()
        );
        assert!(!other.dir().exists());
        let made = Place::new();
        assert_eq!(restore_from(&file, &made.dir(), Shortened::Taken).unwrap().entries, entries);
        assert_eq!(verify(&made.dir(), &Default::default()).unwrap().entries, entries);
    }
    // A line that was taken out of the middle, or put behind the end, is noticed too.
    for changed in [[&lines[..6], &lines[7..]].concat().concat(), [&lines[..], &lines[6..7]].concat().concat()] {
        fs::write(&file, changed).unwrap();
        assert!(restore(&file, &other.dir()).is_err());
    }
}

#[test]
fn a_file_that_only_has_the_name_of_half_a_backup_is_left_alone() {
    let (place, _, _) = Place::filled(1);
    let file = place.dir().with_file_name("office.jsonl");
    let other = place.dir().with_file_name("office.jsonl.half");
    fs::write(&other, b"bab satu").unwrap();
    assert!(matches!(backup(&place.dir(), &file), Err(StoreError::Denied { reason: Denial::NotEmpty, .. })));
    assert_eq!(fs::read(&other).unwrap(), b"bab satu");
}

#[test]
fn a_backup_from_the_future_stops_none_and_goes_first() {
    let (place, _, _) = Place::filled(3);
    let backups = Backups::of(&place.dir(), None, 2);
    let now = Timestamp::now();
    let years = |n: i64| jiff::SignedDuration::from_hours(24 * 365 * n);
    let (ahead, _) = backups.make(now + years(5)).unwrap();
    assert!(ahead.is_ahead(now) && backups.newest(now).unwrap().is_none());
    assert!(backups.is_due(now, 1).unwrap());
    let (made, _) = backups.make(now).unwrap();
    assert_eq!(backups.newest(now).unwrap().unwrap().path, made.path);
    backups.make(now + jiff::SignedDuration::from_secs(60)).unwrap();
    assert!(!ahead.path.exists() && made.path.exists(), "of two that stay it is none");
}

/// The disk with the backups is not there when somebody is erased.
#[test]
fn backups_that_can_not_be_reached_are_remembered_said_and_replaced_when_they_can() {
    let (place, id, _) = Place::filled(3);
    let folder = place.dir().with_file_name("disk");
    fs::DirBuilder::new().mode(0o700).create(&folder).unwrap();
    let backups = Backups::of(&place.dir(), Some(&folder), 3);
    let (old, _) = backups.make(Timestamp::now() - jiff::SignedDuration::from_hours(48)).unwrap();
    let away = place.dir().with_file_name("away");
    fs::rename(&folder, &away).unwrap();
    let mut maker = Maker::new(99);
    let mut stone = || maker.change(ChangeKind::PersonForgotten, vec![]);
    let rest = Left { backups: std::slice::from_ref(&backups), ..left() };
    patiently(|| erase(&place.dir(), &Default::default(), &mut |r| r.person() == Some(id), &mut stone, rest)).unwrap();
    let finished = patiently(|| finish(&place.dir())).unwrap();
    assert_eq!((finished.replaced, finished.left.len()), (0, 1));
    for _ in 0..2 {
        let said = place.open().notes();
        assert_eq!(said, [Note::Unfinished { doing: Doing::Forgetting, place: folder.display().to_string() }]);
    }
    fs::rename(&away, &folder).unwrap();
    assert_eq!(place.open().notes(), [Note::Finished { doing: Doing::Forgetting, backups: 1 }]);
    assert!(!old.path.exists() && backups.list().unwrap().len() == 1);
    assert_eq!(place.open().notes(), []);
}
