//! What every store promises, run against the durable one and its twin.

use super::*;
use bina::domain::records::record;
use bina::store::Memory;

macro_rules! every_store {
    ($($name:ident($store:ident) $body:block)+) => {
        $(fn $name($store: &mut dyn Store) $body)+
        mod disk { $(#[test] fn $name() { let place = super::Place::new(); super::$name(&mut place.open()); })+ }
        mod memory { $(#[test] fn $name() { super::$name(&mut bina::store::Memory::new()); })+ }
    };
}

every_store! {
    an_empty_store_knows_nobody(store) {
        assert!(store.roster().unwrap().is_empty());
        assert_eq!(store.head().unwrap(), bina::store::Head::default());
        assert_eq!(store.recent(3).unwrap(), vec![]);
        assert_eq!(store.dossier(Maker::new(1).person("Ani").id).unwrap(), None);
    }

    what_is_committed_is_in_row_and_dossier(store) {
        let (id, changes) = Maker::new(1).history(30);
        changes.iter().for_each(|c| store.commit(c).unwrap());
        let dossier = store.dossier(id).unwrap().unwrap();
        assert_eq!(dossier.feedback.len(), 30);
        let roster = store.roster().unwrap();
        assert_eq!(roster.rows(), [RosterRow::of(&dossier)]);
        assert!(roster.row(id).unwrap().last_praise.is_some());
        store.rest();
        assert_eq!(store.roster().unwrap(), roster);
        assert_eq!(store.head().unwrap().entry, 31);
    }

    changes_come_back_in_order(store) {
        let (_, changes) = Maker::new(1).history(9);
        changes.iter().for_each(|c| store.commit(c).unwrap());
        assert_eq!(store.recent(4).unwrap(), changes[6..]);
        assert_eq!(store.recent(400).unwrap(), changes);
        let mut all = vec![];
        store.changes(&mut |c| { all.push(c); Ok(()) }).unwrap();
        assert_eq!(all, changes);
    }

    profile_and_units_are_kept(store) {
        let mut maker = Maker::new(1);
        let me = maker.person("Sri");
        let unit = Unit { id: UnitId(maker.uuid()), code: None, name: "Seksi Pemerintahan".into(), parent: None, head: Some(me.id), cadence: None };
        let profile = record::Profile { me: Some(me.id), ..Default::default() };
        let ops = [Record::Person(me.clone()), Record::Unit(unit.clone()), Record::Profile(profile.clone())].map(Op::add).to_vec();
        let change = maker.change(ChangeKind::ProfileSet, ops);
        store.commit(&change).unwrap();
        let roster = store.roster().unwrap();
        assert_eq!((roster.profile.clone(), roster.units.get(unit.id)), (profile, Some(&unit)));
        let back = maker.change(ChangeKind::Undone { of: change.id }, change.inverse_ops());
        store.commit(&back).unwrap();
        assert_eq!(store.roster().unwrap(), Roster::new(Default::default(), Default::default(), vec![]));
    }

    a_record_that_moves_to_another_year_or_person_is_there_once(store) {
        let mut maker = Maker::new(1);
        let (a, b) = (maker.person("Ani"), maker.person("Budi"));
        let note = maker.feedback(a.id, 2024, "tertukar");
        let first = maker.change(ChangeKind::PersonAdded, [Record::Person(a.clone()), Record::Person(b.clone()), Record::Feedback(note.clone())].map(Op::add).to_vec());
        store.commit(&first).unwrap();
        let moved = Feedback { person: b.id, on: date(2026, 2, 3), ..note.clone() };
        store.commit(&maker.change(ChangeKind::FeedbackCorrected, vec![Op::replace(Record::Feedback(note), Record::Feedback(moved.clone()))])).unwrap();
        assert_eq!(store.dossier(a.id).unwrap().unwrap().feedback, vec![]);
        assert_eq!(store.dossier(b.id).unwrap().unwrap().feedback, vec![moved]);
        assert_eq!(store.roster().unwrap().row(a.id).unwrap().last_feedback, None);
    }

    a_plan_and_its_values_are_in_row_and_dossier(store) {
        let mut maker = Maker::new(8);
        let person = maker.person("Ani");
        let result = maker.result(person.id, 2026, 120);
        let values = [maker.check_in(&result, date(2026, 6, 30), 66), maker.check_in(&result, date(2027, 1, 8), 126)];
        for record in [Record::Person(person.clone()), Record::WorkResult(result.clone())] {
            store.commit(&maker.adds(record)).unwrap();
        }
        for value in &values {
            store.commit(&maker.adds(Record::CheckIn(value.clone()))).unwrap();
        }
        store.rest();
        let dossier = store.dossier(person.id).unwrap().unwrap();
        assert_eq!((&dossier.results, &dossier.check_ins), (&vec![result], &values.to_vec()), "also of the year after it");
        let roster = store.roster().unwrap();
        let row = roster.row(person.id).unwrap();
        assert_eq!(row, &RosterRow::of(&dossier));
        assert_eq!((row.plans.len(), row.plans[0].from.date().year(), row.plans[0].progress), (1, 2026, Some(1050)));
    }

    a_revised_target_and_a_value_taken_back_change_the_row(store) {
        let mut maker = Maker::new(9);
        let person = maker.person("Ani");
        let was = maker.result(person.id, 2026, 120);
        let value = maker.check_in(&was, date(2026, 6, 30), 60);
        let first = [Record::Person(person.clone()), Record::WorkResult(was.clone()), Record::CheckIn(value)];
        store.commit(&maker.change(ChangeKind::SampleBuilt, first.into_iter().map(Op::add).collect())).unwrap();
        let progress = |store: &mut dyn Store| store.roster().unwrap().row(person.id).unwrap().plans[0].progress;
        assert_eq!(progress(store), Some(500));
        let mut now = was.clone();
        now.indicators[0].measure = Measure::Higher { baseline: None, target: Number::from(80) };
        let revised = maker.change(ChangeKind::TargetRevised, vec![Op::replace(Record::WorkResult(was), Record::WorkResult(now.clone()))]);
        store.commit(&revised).unwrap();
        assert_eq!(progress(store), Some(750));
        let newer = maker.check_in(&now, date(2026, 7, 31), 80);
        let checked = maker.change(ChangeKind::CheckedIn, vec![Op::add(newer)]);
        store.commit(&checked).unwrap();
        assert_eq!(progress(store), Some(1000));
        for done in [&checked, &revised] {
            store.commit(&maker.change(ChangeKind::Undone { of: done.id }, done.inverse_ops())).unwrap();
        }
        assert_eq!(progress(store), Some(500));
        store.commit(&maker.change(ChangeKind::Redone { of: revised.id }, revised.ops.clone())).unwrap();
        assert_eq!(progress(store), Some(750));
    }

    notes_wait_for_a_person_that_was_taken_back(store) {
        let (id, changes) = Maker::new(1).history(2);
        changes.iter().for_each(|c| store.commit(c).unwrap());
        let mut maker = Maker::new(2);
        store.commit(&maker.change(ChangeKind::Undone { of: changes[0].id }, changes[0].inverse_ops())).unwrap();
        assert_eq!(store.dossier(id).unwrap(), None);
        assert!(store.roster().unwrap().is_empty());
        store.commit(&maker.change(ChangeKind::Redone { of: changes[0].id }, changes[0].ops.clone())).unwrap();
        assert_eq!(store.dossier(id).unwrap().unwrap().feedback.len(), 2);
    }

    many_at_once_are_as_one_by_one(store) {
        let mut maker = Maker::new(3);
        let changes: Vec<Change> = (0..40).flat_map(|_| maker.history(20).1).collect();
        assert_eq!(store.commit_many(&mut changes.iter().cloned()).unwrap(), changes.len() as u64);
        let mut twin = Memory::new();
        changes.iter().for_each(|c| twin.commit(c).unwrap());
        assert_eq!(contents(store), contents(&mut twin));
        store.commit(&maker.history(0).1[0]).unwrap();
        assert_eq!(store.roster().unwrap().len(), 41);
    }

    a_text_longer_than_a_page_is_kept_whole(store) {
        let mut maker = Maker::new(4);
        let (id, changes) = maker.history(1);
        changes.iter().for_each(|c| store.commit(c).unwrap());
        let long = maker.feedback(id, 2024, &"panjang sekali \u{1F4DD} ".repeat(3000));
        store.commit(&maker.adds(Record::Feedback(long.clone()))).unwrap();
        assert!(store.dossier(id).unwrap().unwrap().feedback.contains(&long));
        store.commit(&maker.change(ChangeKind::FeedbackRemoved, vec![Op::remove(long)])).unwrap();
        store.rest();
        assert_eq!(store.dossier(id).unwrap().unwrap().feedback.len(), 1);
    }
}

#[test]
fn a_commit_survives_reopening() {
    let (place, id, changes) = Place::filled(12);
    let mut store = place.open();
    let mut twin = Memory::new();
    changes.iter().for_each(|c| twin.commit(c).unwrap());
    assert_eq!(contents(&mut store), contents(&mut twin));
    assert_eq!(store.dossier(id).unwrap().unwrap().feedback.len(), 12);
    assert_eq!(store.notes(), vec![]);
}

#[test]
fn a_bulk_across_segments_is_followed_by_the_view() {
    let place = Place::new();
    let mut maker = Maker::new(6);
    let (id, changes) = maker.history(0);
    let mut store = place.open();
    store.commit(&changes[0]).unwrap();
    let text = "x".repeat(3 << 20);
    let notes: Vec<Feedback> = (0..5).map(|_| maker.feedback(id, 2025, &text)).collect();
    let mut bulk = notes.into_iter().map(|note| maker.adds(Record::Feedback(note)));
    assert_eq!(store.commit_many(&mut bulk).unwrap(), 5);
    assert_eq!(store.dossier(id).unwrap().unwrap().feedback.len(), 5);
    assert!(store.verify().unwrap().is_sound());
}

#[test]
fn a_bulk_that_breaks_off_keeps_a_first_part_and_the_store_goes_on() {
    let (place, id, _) = Place::filled(0);
    let mut maker = Maker::new(6);
    let mut store = place.open();
    // The fourth needs a new segment, which can't be made; the three before it are synced by then.
    let obstacle = place.dir().join("journal-000002.jsonl");
    std::fs::create_dir(&obstacle).unwrap();
    let sizes = [1 << 20, 1 << 20, 1 << 20, 6 << 20];
    let mut bulk = sizes.map(|size| maker.feedback(id, 2025, &"x".repeat(size))).into_iter();
    let mut changes = std::iter::from_fn(|| bulk.next().map(|note| maker.adds(Record::Feedback(note))));
    assert!(store.commit_many(&mut changes).is_err());
    std::fs::remove_dir(&obstacle).unwrap();
    assert_eq!(store.head().unwrap().entry, 4);
    let small = maker.feedback(id, 2025, "kecil");
    store.commit(&maker.adds(Record::Feedback(small))).unwrap();
    assert_eq!(store.dossier(id).unwrap().unwrap().feedback.len(), 4, "the view does not skip what it was not given");
    assert!(store.verify().unwrap().is_sound());
}

#[test]
fn a_journal_of_several_segments_is_one_journal() {
    let place = Place::new();
    let mut maker = Maker::new(5);
    let text = "x".repeat(1 << 20);
    let (id, changes) = maker.history(0);
    let mut store = place.open();
    store.commit(&changes[0]).unwrap();
    for _ in 0..18 {
        let note = maker.feedback(id, 2025, &text);
        store.commit(&maker.adds(Record::Feedback(note))).unwrap();
    }
    let seen = contents(&mut store);
    drop(store);
    assert!(place.dir().join("journal-000003.jsonl").exists());
    let sealed = std::fs::metadata(place.journal()).unwrap();
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&sealed.permissions()) & 0o777, 0o400);
    let mut store = place.open();
    assert_eq!(contents(&mut store), seen);
    assert!(store.verify().unwrap().is_sound());
    assert_eq!(store.rebuild().unwrap(), 19);
    assert_eq!(contents(&mut store), seen);
}
