//! What is erased is nowhere any more, the chain still holds, and nothing goes without a stone that says so.

use super::*;
use bina::domain::records::record;
use bina::store::{Damage, Erased, Seal, Snapshot, StoreError, backup, doomed, erase, restore, verify};
use std::collections::HashSet;
use std::fs;

/// An office of three: the user, Ani and Budi, brought in by one change; notes about both; a note that was removed.
fn office() -> (Place, [PersonId; 3]) {
    let place = Place::new();
    let mut maker = Maker::new(3);
    let people = ["Sri Rahayu", "Ani Wulandari", "Budi Pohan"].map(|name| maker.person(name));
    let ids = [people[0].id, people[1].id, people[2].id];
    let mut ops: Vec<Op> = people.into_iter().map(Op::add).collect();
    ops.push(Op::add(Record::Profile(record::Profile { me: Some(ids[0]), ..Default::default() })));
    let mut store = place.open();
    store.commit(&maker.change(ChangeKind::PeopleImported, ops)).unwrap();
    for n in 0..20 {
        for (id, word) in [(ids[1], "kenanga"), (ids[2], "melati")] {
            let note = maker.feedback(id, 2024 + n % 3, &format!("{word} {n}"));
            store.commit(&maker.adds(Record::Feedback(note))).unwrap();
        }
    }
    let removed = maker.feedback(ids[1], 2025, "kenanga yang dihapus");
    store.commit(&maker.adds(Record::Feedback(removed.clone()))).unwrap();
    let taken = vec![Op::remove(removed)];
    store.commit(&maker.change(ChangeKind::FeedbackRemoved, taken)).unwrap();
    drop(store);
    // Files that older damage left behind hold words too.
    fs::write(place.dir().join("torn-9-20"), "kenanga yang terpotong").unwrap();
    fs::create_dir(place.dir().join("view.bad-1")).unwrap();
    fs::write(place.dir().join("view.bad-1/db"), "kenanga Ani Wulandari").unwrap();
    (place, ids)
}

fn forget(place: &Place, seal: &Seal, person: PersonId) -> Result<Erased, StoreError> {
    let mut maker = Maker::new(99);
    let mut stone = || maker.change(ChangeKind::PersonForgotten, vec![]);
    patiently(|| erase(&place.dir(), seal, &mut |record| record.person() == Some(person), &mut stone, left()))
}

fn holding(dir: &Path, words: &[&str]) -> Vec<PathBuf> {
    let holds = |path: &PathBuf| {
        let bytes = fs::read(path).unwrap();
        words.iter().any(|word| bytes.windows(word.len()).any(|window| window == word.as_bytes()))
    };
    files(dir).into_iter().filter(|path| path.is_file()).filter(holds).collect()
}

#[test]
fn a_forgotten_person_is_nowhere_and_the_others_are_whole() {
    let (place, [_, ani, budi]) = office();
    let budis = place.open().dossier(budi).unwrap();
    let erased = forget(&place, &Seal::default(), ani).unwrap();
    // Ani and 21 notes; the entry that brought three people in keeps two of them.
    assert_eq!(erased, Erased { records: 22, entries: 23, emptied: 22 });
    assert_eq!(holding(&place.dir(), &["kenanga", "Wulandari", &ani.to_string()]), Vec::<PathBuf>::new());
    let mut store = place.open();
    assert_eq!(store.dossier(ani).unwrap(), None);
    assert_eq!(store.dossier(budi).unwrap(), budis);
    assert_eq!(store.roster().unwrap().len(), 2);
    let stone = store.recent(1).unwrap().pop().unwrap();
    assert_eq!((stone.kind, stone.about, stone.ops.len()), (ChangeKind::PersonForgotten, None, 0));
    let checked = store.verify().unwrap();
    assert_eq!((checked.is_sound(), checked.erased, checked.entries), (true, 22, 44));
    drop(store);
    assert_eq!(holding(&place.dir(), &["kenanga", "Wulandari"]), Vec::<PathBuf>::new(), "nor after it was used");
}

#[test]
fn the_chain_before_the_stone_is_the_same() {
    let (place, [_, ani, _]) = office();
    let before = place.open().head().unwrap();
    forget(&place, &Seal::default(), ani).unwrap();
    let text = fs::read_to_string(place.journal()).unwrap();
    let line = text.lines().nth(before.entry as usize - 1).unwrap();
    assert!(line.contains(&format!("\"h\":\"{}\"", before.hash)), "{line}");
}

#[test]
fn people_can_be_forgotten_one_after_the_other() {
    let (place, [_, ani, budi]) = office();
    forget(&place, &Seal::default(), ani).unwrap();
    forget(&place, &Seal::default(), budi).unwrap();
    assert_eq!(holding(&place.dir(), &["kenanga", "melati", "Wulandari", "Pohan"]), Vec::<PathBuf>::new());
    assert!(verify(&place.dir(), &Seal::default()).unwrap().is_sound());
    assert_eq!(place.open().roster().unwrap().len(), 1);
}

#[test]
fn content_that_goes_without_a_stone_is_noticed() {
    let (place, [_, ani, _]) = office();
    forget(&place, &Seal::default(), ani).unwrap();
    let text = fs::read_to_string(place.journal()).unwrap();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    // Budi's first note goes as Ani's did, but no stone names it.
    let at = lines.iter().position(|line| line.contains("melati")).unwrap();
    let head = lines[at].find(",\"z\":\"").unwrap();
    lines[at] = format!("{},\"erased\":1750000000000}}", &lines[at][..head]);
    fs::write(place.journal(), lines.join("\n") + "\n").unwrap();
    let checked = verify(&place.dir(), &Seal::default()).unwrap();
    let found: Vec<_> = checked.findings.iter().map(|f| (f.entry, f.what)).collect();
    assert_eq!(found, [(Some(at as u64 + 1), Damage::ErasedUnsaid)]);
    let looked = Snapshot::open(&place.dir());
    assert!(matches!(looked, Err(StoreError::Damaged { what: Damage::ErasedUnsaid, .. })));
}

#[test]
fn what_is_left_of_an_entry_can_not_be_changed_unnoticed() {
    let (place, [_, ani, _]) = office();
    forget(&place, &Seal::default(), ani).unwrap();
    let text = fs::read_to_string(place.journal()).unwrap();
    fs::write(place.journal(), text.replacen("Budi Pohan", "Budi Pahan", 1)).unwrap();
    let checked = verify(&place.dir(), &Seal::default()).unwrap();
    assert_eq!(checked.findings.first().map(|f| (f.entry, f.what)), Some((Some(1), Damage::BodyChanged)));
}

#[test]
fn a_backup_of_an_erased_store_holds_nothing_either() {
    let (place, [_, ani, _]) = office();
    forget(&place, &Seal::default(), ani).unwrap();
    let other = Place::new();
    let file = other.dir().with_extension("jsonl");
    backup(&place.dir(), &file).unwrap();
    assert_eq!(holding(file.parent().unwrap(), &["kenanga", "Wulandari"]), Vec::<PathBuf>::new());
    restore(&file, &other.dir()).unwrap();
    assert_eq!(contents(&mut other.open()), contents(&mut place.open()));
    assert!(verify(&other.dir(), &Seal::default()).unwrap().is_sound());
}

#[test]
fn nothing_is_erased_from_a_store_that_somebody_has_open() {
    let (place, [_, ani, _]) = office();
    let store = place.open();
    let mut stone = || Maker::new(9).change(ChangeKind::PersonForgotten, vec![]);
    let refused = erase(&place.dir(), &Seal::default(), &mut |_| true, &mut stone, left());
    assert!(matches!(refused, Err(StoreError::Busy { .. })));
    drop(store);
    assert!(place.open().dossier(ani).unwrap().is_some());
}

#[test]
fn records_go_by_their_newest_state_and_stay_gone_after_a_rebuild() {
    let (place, [_, ani, _]) = office();
    let old = |record: &Record| matches!(record, Record::Feedback(note) if note.on.year() == 2024);
    let records = doomed(&place.dir(), &Seal::default(), &mut |record| old(record)).unwrap();
    assert_eq!(records.len(), 14);
    let mut maker = Maker::new(4);
    let mut stone = || maker.change(ChangeKind::RetentionApplied, vec![]);
    patiently(|| erase(&place.dir(), &Seal::default(), &mut |record| old(record), &mut stone, left())).unwrap();
    let mut store = place.open();
    let left = |dossier: Dossier| dossier.feedback.iter().map(|note| note.on.year()).collect::<HashSet<_>>();
    assert_eq!(left(store.dossier(ani).unwrap().unwrap()), HashSet::from([2025, 2026]));
    store.rebuild().unwrap();
    assert_eq!(left(store.dossier(ani).unwrap().unwrap()), HashSet::from([2025, 2026]));
    assert!(store.verify().unwrap().is_sound());
}

#[test]
fn a_journal_of_many_files_is_erased_in_all_of_them() {
    let (place, [_, ani, budi]) = office();
    let mut maker = Maker::new(8);
    let long = "melati ".repeat(2500);
    let mut notes = (0..1100).map(|n| {
        let note = maker.feedback(
            if n % 50 == 0 { ani } else { budi },
            2025,
            &format!("{} {long}", if n % 50 == 0 { "kenanga" } else { "" }),
        );
        maker.adds(Record::Feedback(note))
    });
    let mut store = place.open();
    store.commit_many(&mut notes).unwrap();
    drop(store);
    assert!(place.dir().join("journal-000003.jsonl").exists());
    forget(&place, &Seal::default(), ani).unwrap();
    assert_eq!(holding(&place.dir(), &["kenanga"]), Vec::<PathBuf>::new());
    let mut store = place.open();
    assert_eq!(store.dossier(budi).unwrap().unwrap().feedback.len(), 20 + 1078);
    assert!(store.verify().unwrap().is_sound());
}

#[test]
fn what_is_none_of_binas_is_not_taken_along_to_nowhere() {
    let (place, [_, ani, _]) = office();
    let foreign = place.dir().join("kunci.txt");
    fs::write(&foreign, "sesuatu yang lain").unwrap();
    let refused = forget(&place, &Seal::default(), ani);
    assert!(matches!(refused, Err(StoreError::Denied { reason: bina::store::Denial::Foreign, .. })), "{refused:?}");
    assert!(foreign.exists() && place.open().dossier(ani).unwrap().is_some());
}

#[test]
fn erased_content_that_is_put_back_is_noticed() {
    let (place, [_, ani, _]) = office();
    let before = fs::read_to_string(place.journal()).unwrap();
    forget(&place, &Seal::default(), ani).unwrap();
    let after = fs::read_to_string(place.journal()).unwrap();
    let mut lines: Vec<&str> = after.lines().collect();
    lines[1] = before.lines().nth(1).unwrap();
    fs::write(place.journal(), lines.join("\n") + "\n").unwrap();
    let checked = verify(&place.dir(), &Seal::default()).unwrap();
    assert_eq!(checked.findings.first().map(|f| (f.entry, f.what)), Some((Some(2), Damage::ErasedUnsaid)));
}
