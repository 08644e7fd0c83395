//! Backups, and stores made from them.

use super::*;
use bina::store::{Damage, Denial, StoreError, backup, restore};
use std::fs;
use std::os::unix::fs::MetadataExt;

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
