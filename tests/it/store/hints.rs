//! Small files beside the journal are hints: whatever stands in them, a store whose journal and index agree opens, whole
//! and without a word.

use super::*;
use bina::store::StoreError;
use std::fs;

/// A store with a full segment of the journal, and so with a head file.
fn with_head() -> (Place, u64) {
    let (place, id, _) = Place::filled(0);
    let mut maker = Maker::new(21);
    let mut notes = (0..450).map(|n| {
        let note = maker.feedback(id, 2026, &format!("{n} {}", "panjang sekali ".repeat(1300)));
        maker.adds(Record::Feedback(note))
    });
    place.open().commit_many(&mut notes).unwrap();
    assert!(place.dir().join("HEAD").exists() && place.dir().join("journal-000002.jsonl").exists());
    (place, 451)
}

fn opens(place: &Place, entries: u64, what: &str) {
    let mut store = place.open();
    assert_eq!(store.head().unwrap().entry, entries, "{what}");
    assert_eq!(store.roster().unwrap().len(), 1, "{what}");
    assert_eq!(store.notes(), [], "{what}");
}

/// Flips bits of a file: every one, or one in so many.
fn flip(place: &Place, name: &str, entries: u64, step: usize) {
    let path = place.dir().join(name);
    let whole = fs::read(&path).unwrap();
    for bit in (0..whole.len() * 8).step_by(step) {
        let mut rotten = whole.clone();
        rotten[bit / 8] ^= 1 << (bit % 8);
        fs::write(&path, rotten).unwrap();
        opens(place, entries, &format!("{name}, bit {bit}"));
        fs::write(&path, &whole).unwrap();
    }
}

#[test]
fn a_rotten_bit_in_a_small_file_refuses_nothing() {
    let (place, entries) = with_head();
    flip(&place, "HEAD", entries, 37);
    let (place, _, _) = Place::filled(4);
    place.open().roster().unwrap();
    for name in ["LOCK", "team.bin", "roster.bin", "dossiers.bin"] {
        let length = fs::metadata(place.dir().join(name)).unwrap().len() as usize;
        flip(&place, name, 5, length * 8 / 12 + 1);
    }
}

#[test]
fn a_head_that_claims_too_much_is_overruled_by_the_index_and_not_without_one() {
    let (place, _, _) = Place::filled(6);
    let claim = r#"{"entry":900,"hash":"00112233445566778899aabbccddeeff","segment":1,"offset":70000}"#;
    fs::write(place.dir().join("HEAD"), claim).unwrap();
    opens(&place, 7, "the index agrees");
    fs::write(place.dir().join("HEAD"), claim).unwrap();
    fs::remove_dir_all(place.dir().join("view")).unwrap();
    for _ in 0..3 {
        assert!(matches!(Disk::open(&place.dir()), Err(StoreError::Damaged { .. })), "nothing but it knows");
    }
}

#[test]
fn rows_of_another_store_are_not_believed() {
    let (place, _, _) = Place::filled(3);
    let (other, _, _) = Place::filled(9);
    other.open().roster().unwrap();
    for name in ["team.bin", "roster.bin", "dossiers.bin"] {
        fs::copy(other.dir().join(name), place.dir().join(name)).unwrap();
    }
    opens(&place, 4, "rows from elsewhere");
}

#[test]
fn a_forged_mark_of_an_import_takes_nothing_back() {
    let (place, _, _) = Place::filled(9);
    let text = fs::read_to_string(place.journal()).unwrap();
    let second: serde_json::Value = serde_json::from_str(text.lines().nth(1).unwrap()).unwrap();
    let offset: usize = text.lines().take(2).map(|line| line.len() + 1).sum();
    let mark = |hash: &str, offset: usize| {
        serde_json::json!({ "entry": 2, "hash": hash, "segment": 1, "offset": offset }).to_string()
    };
    let hash = second["h"].as_str().unwrap();
    let other = "0123456789abcdef0123456789abcdef";
    for forged in [mark(hash, offset), mark(other, offset), mark(hash, 7), "{}".into(), String::new(), "x".repeat(5000)] {
        fs::write(place.dir().join("MANY"), &forged).unwrap();
        opens(&place, 10, &forged);
        assert!(!place.dir().join("MANY").exists());
    }
}

mod long {
    use super::Store;

    #[test]
    #[ignore = "long: every bit"]
    fn no_rotten_bit_in_a_small_file_refuses_anything() {
        let (place, entries) = super::with_head();
        super::flip(&place, "HEAD", entries, 1);
        let (place, _, _) = super::Place::filled(4);
        place.open().roster().unwrap();
        for name in ["LOCK", "team.bin", "roster.bin", "dossiers.bin"] {
            super::flip(&place, name, 5, 1);
        }
    }
}
