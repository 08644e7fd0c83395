//! The journal from its end: pages that fit together across its files, the same in every store.

use super::*;
use bina::store::{OpenMode, open};
use std::ops::ControlFlow;

/// Numbers, hashes and changes before an entry, read so many at a time.
fn read(store: &mut dyn Store, page: usize) -> Vec<(u64, String, ChangeId)> {
    let (mut found, mut before) = (Vec::new(), u64::MAX);
    loop {
        let begun = found.len();
        store
            .entries(before, &mut |entry| {
                before = entry.number;
                found.push((entry.number, entry.hash, entry.change.id));
                if found.len() - begun >= page { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            })
            .unwrap();
        if found.len() == begun {
            return found;
        }
    }
}

#[test]
fn pages_of_the_log_fit_together_across_the_files_of_the_journal() {
    let place = Place::new();
    let mut maker = Maker::new(5);
    let person = maker.person("Ani Wulandari");
    let mut changes = vec![maker.adds(Record::Person(person.clone()))];
    // Entries so large that a few of them fill a file.
    for n in 0..24 {
        let text = format!("{n} {}", "panjang ".repeat(100_000));
        let feedback = maker.feedback(person.id, 2026, &text);
        changes.push(maker.adds(Record::Feedback(feedback)));
    }
    let mut store = place.open();
    store.commit_many(&mut changes.iter().cloned()).unwrap();
    assert!(place.dir().join("journal-000003.jsonl").exists());
    let whole = read(&mut store, usize::MAX);
    assert_eq!(
        whole.iter().map(|(_, _, id)| *id).collect::<Vec<_>>(),
        changes.iter().rev().map(|c| c.id).collect::<Vec<_>>()
    );
    assert_eq!(whole.iter().map(|(n, ..)| *n).collect::<Vec<_>>(), (1..=25).rev().collect::<Vec<_>>());
    assert_eq!(whole[0].1, store.head().unwrap().hash);
    for page in [1, 2, 7, 24] {
        assert_eq!(read(&mut store, page), whole, "{page}");
    }
    // Who only looks sees what was there when it was opened.
    let mut looking = open(&place.dir(), OpenMode::ReadOnly, &Default::default()).unwrap();
    let more = maker.feedback(person.id, 2026, "sesudahnya");
    store.commit(&maker.adds(Record::Feedback(more))).unwrap();
    assert_eq!(read(looking.as_mut(), 4), whole);
    assert_eq!(read(&mut store, 4).len(), 26);
}

#[test]
fn an_empty_store_has_an_empty_log() {
    assert_eq!(read(&mut Place::new().open(), 5), []);
    assert_eq!(read(&mut bina::store::Memory::new(), 5), []);
}
