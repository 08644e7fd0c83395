//! What damage does: nothing that was saved is lost where either the journal or the view still has it, and what
//! can't be mended is named and left alone.

use super::*;
use bina::store::{Damage, Note, Seal, StoreError, give_up_lost_end, verify};
use std::fs;
use std::os::unix::fs::FileExt;

/// Takes what the files beside the view know away, so that the view must be opened.
fn forget_rows(place: &Place) {
    for name in ["team.bin", "roster.bin", "dossiers.bin"] {
        let _ = fs::remove_file(place.dir().join(name));
    }
}

fn lines(path: &Path) -> Vec<Vec<u8>> {
    fs::read(path).unwrap().split_inclusive(|b| *b == b'\n').map(<[u8]>::to_vec).collect()
}

fn expect_damage(outcome: Result<Disk, StoreError>, wanted: Damage) {
    match outcome {
        Err(StoreError::Damaged { what, .. }) => assert_eq!(what, wanted),
        other => panic!("{wanted:?} expected, not {:?}", other.err()),
    }
}

#[test]
fn a_view_that_is_lost_is_rebuilt() {
    let (place, _, _) = Place::filled(40);
    let seen = contents(&mut place.open());
    fs::remove_dir_all(place.dir().join("view")).unwrap();
    forget_rows(&place);
    assert_eq!(contents(&mut place.open()), seen);
}

#[test]
fn a_view_that_is_damaged_is_put_aside_and_rebuilt() {
    let (place, _, _) = Place::filled(40);
    let seen = contents(&mut place.open());
    let db = place.dir().join("view/db");
    let whole = fs::read(&db).unwrap();
    let used = whole.iter().rposition(|b| *b != 0).unwrap();
    #[allow(clippy::type_complexity, reason = "a table of damages")]
    let damages: [(&str, &dyn Fn(&fs::File)); 4] = [
        ("zeroed", &|f| f.write_all_at(&vec![0; used], 0).unwrap()),
        ("emptied", &|f| f.set_len(0).unwrap()),
        ("cut in the middle", &|f| f.set_len(used as u64 / 2).unwrap()),
        ("noise", &|f| f.write_all_at(&vec![0xA7; used / 2], used as u64 / 4).unwrap()),
    ];
    for (name, damage) in damages {
        forget_rows(&place);
        damage(&fs::OpenOptions::new().write(true).open(&db).unwrap());
        let mut store = place.open();
        assert_eq!(contents(&mut store), seen, "{name}");
        assert!(store.verify().unwrap().is_sound(), "{name}");
    }
    // sled itself survives a cut in its padding; zeros and noise it does not.
    assert!(place.dir().join("view.bad-1").exists());
}

#[test]
fn any_flipped_byte_of_the_view_costs_nothing() {
    let (place, _, _) = Place::filled(20);
    let seen = contents(&mut place.open());
    let db = place.dir().join("view/db");
    let used = fs::read(&db).unwrap().iter().rposition(|b| *b != 0).unwrap();
    let mut random = IdSource::seeded(11);
    for _ in 0..24 {
        forget_rows(&place);
        let at = random.random() % used as u64;
        let file = fs::OpenOptions::new().read(true).write(true).open(&db).unwrap();
        let mut byte = [0];
        file.read_exact_at(&mut byte, at).unwrap();
        file.write_all_at(&[byte[0] ^ (1 << (random.random() % 8))], at).unwrap();
        assert_eq!(contents(&mut place.open()), seen, "byte {at}");
    }
}

#[test]
fn a_damaged_setting_or_a_half_snapshot_of_the_view_is_survived() {
    let (place, _, _) = Place::filled(20);
    let seen = contents(&mut place.open());
    fs::write(place.dir().join("view/snap.00000000000FFFFF.generating"), b"").unwrap();
    forget_rows(&place);
    let mut store = place.open();
    assert_eq!(contents(&mut store), seen);
    assert_eq!(store.notes(), vec![], "the half snapshot is no reason to rebuild");
    drop(store);
    fs::write(place.dir().join("view/conf"), b"nonsense").unwrap();
    forget_rows(&place);
    assert_eq!(contents(&mut place.open()), seen);
}

#[test]
fn a_view_of_another_format_is_rebuilt() {
    let (place, _, _) = Place::filled(5);
    let seen = contents(&mut place.open());
    forget_rows(&place);
    {
        let db = sled::open(place.dir().join("view")).unwrap();
        db.open_tree("meta").unwrap().insert("format", &[250]).unwrap();
        db.open_tree("roster").unwrap().clear().unwrap();
    }
    let mut store = place.open();
    assert_eq!(contents(&mut store), seen);
    assert!(store.verify().unwrap().is_sound());
}

#[test]
fn a_view_of_another_format_goes_only_when_there_is_a_new_one() {
    let (place, _, _) = Place::filled(5);
    let text = fs::read_to_string(place.journal()).unwrap();
    fs::write(place.journal(), text.replacen("ke-2", "ke-9", 1)).unwrap();
    forget_rows(&place);
    let format = || sled::open(place.dir().join("view")).unwrap().open_tree("meta").unwrap();
    format().insert("format", &[250]).unwrap();
    match place.open().rebuild() {
        Err(StoreError::Damaged { what, .. }) => assert_eq!(what, Damage::BodyChanged),
        other => panic!("{other:?}"),
    }
    assert_eq!(format().get("format").unwrap().unwrap(), [250], "who wrote it can read it");
    assert!(!place.dir().join("view.new").exists());
}

/// Of lines that were not synced one by one, a power cut may keep the last ones and lose the first.
#[test]
fn an_import_that_a_power_cut_left_with_holes_is_taken_back_to_what_is_whole() {
    let (place, _, changes) = Place::filled(30);
    let whole = lines(&place.journal());
    let tenth: serde_json::Value = serde_json::from_slice(&whole[9]).unwrap();
    let offset = whole[..10].concat().len();
    let begun = serde_json::json!({ "entry": 10, "hash": tenth["h"], "segment": 1, "offset": offset });
    fs::write(place.dir().join("MANY"), begun.to_string()).unwrap();
    let hole = vec![0; whole[20].len()];
    fs::write(place.journal(), [whole[..20].concat(), hole, whole[21..].concat()].concat()).unwrap();
    fs::remove_dir_all(place.dir().join("view")).unwrap();
    forget_rows(&place);
    let mut store = place.open();
    assert_eq!(store.recent(99).unwrap(), changes[..20]);
    assert!(matches!(store.notes()[..], [Note::TornEnd { .. }]), "what follows the hole is put aside");
    assert!(!place.dir().join("MANY").exists());
    store.commit(&changes[20]).unwrap();
    assert!(store.verify().unwrap().is_sound());
}

#[test]
fn a_last_line_cut_at_any_byte_loses_nothing_that_was_acknowledged() {
    let (place, _, changes) = Place::filled(3);
    let whole = fs::read(place.journal()).unwrap();
    let last = lines(&place.journal()).last().unwrap().len();
    let before = whole.len() - last;
    for cut in 0..last {
        // Without view and rows: the line is as good as never acknowledged.
        let _ = fs::remove_dir_all(place.dir().join("view"));
        forget_rows(&place);
        fs::write(place.journal(), &whole[..before + cut]).unwrap();
        let mut store = place.open();
        let left = if cut == last - 1 { &changes[..] } else { &changes[..3] };
        assert_eq!(store.recent(9).unwrap(), left, "cut at {cut}");
        assert_eq!(store.roster().unwrap().rows()[0].evidence.len(), left.len() - 1);
        let torn = matches!(store.notes()[..], [Note::TornEnd { bytes, .. }] if bytes == cut as u64);
        assert_eq!(torn, cut > 0 && cut < last - 1, "cut at {cut}");
        store.commit(&changes[3]).unwrap();
        drop(store);
        assert!(verify(&place.dir(), &Seal::default()).unwrap().is_sound(), "cut at {cut}");
    }
}

#[test]
fn a_torn_last_line_that_the_view_knows_is_put_back() {
    let (place, _, changes) = Place::filled(3);
    let whole = fs::read(place.journal()).unwrap();
    for cut in [1, 40, 200] {
        fs::write(place.journal(), &whole[..whole.len() - cut]).unwrap();
        let mut store = place.open();
        assert_eq!(store.recent(9).unwrap(), changes);
        drop(store);
        assert_eq!(fs::read(place.journal()).unwrap(), whole);
    }
}

#[test]
fn a_journal_that_lost_its_end_is_completed_from_the_view() {
    for keep in [0, 1, 25] {
        let (place, _, _) = Place::filled(30);
        let seen = contents(&mut place.open());
        let whole = lines(&place.journal());
        fs::write(place.journal(), whole[..keep].concat()).unwrap();
        let mut store = place.open();
        assert_eq!(store.notes(), vec![Note::EndRestored { entries: 31 - keep as u64 }]);
        assert_eq!(contents(&mut store), seen);
        drop(store);
        assert_eq!(lines(&place.journal()), whole);
    }
}

#[test]
fn a_deleted_journal_is_completed_from_the_view() {
    let (place, _, _) = Place::filled(30);
    let seen = contents(&mut place.open());
    fs::remove_file(place.journal()).unwrap();
    assert_eq!(contents(&mut place.open()), seen);
}

#[test]
fn a_journal_that_lost_more_than_the_view_holds_is_refused_and_left_alone() {
    let (place, _, _) = Place::filled(400);
    let whole = lines(&place.journal());
    fs::write(place.journal(), whole[..50].concat()).unwrap();
    expect_damage(Disk::open(&place.dir()), Damage::JournalShort);
    fs::remove_dir_all(place.dir().join("view")).unwrap();
    // Looking must not make it forget.
    for _ in 0..3 {
        expect_damage(Disk::open(&place.dir()), Damage::JournalShort);
    }
    assert_eq!(lines(&place.journal()).len(), 50);
    fs::write(place.journal(), whole.concat()).unwrap();
    assert_eq!(place.open().roster().unwrap().len(), 1);
}

#[test]
fn a_lost_end_can_be_given_up() {
    let (place, id, changes) = Place::filled(400);
    let whole = lines(&place.journal());
    fs::write(place.journal(), whole[..50].concat()).unwrap();
    expect_damage(Disk::open(&place.dir()), Damage::JournalShort);
    assert_eq!(give_up_lost_end(&place.dir(), &Seal::default()).unwrap().entry, 50);
    let mut store = place.open();
    assert_eq!(store.dossier(id).unwrap().unwrap().feedback.len(), 49);
    store.commit(&changes[50]).unwrap();
    assert!(store.verify().unwrap().is_sound());
    assert!(place.dir().join("view.bad-1").exists(), "the view, which knew more, is kept");
}

#[test]
fn a_journal_that_went_another_way_than_the_view_is_believed() {
    let (place, _, _) = Place::filled(10);
    let (other, _, changes) = {
        let place = Place::new();
        let (id, changes) = Maker::new(9).history(10);
        let mut s = place.open();
        changes.iter().for_each(|c| s.commit(c).unwrap());
        drop(s);
        (place, id, changes)
    };
    fs::copy(other.journal(), place.journal()).unwrap();
    let mut store = place.open();
    assert_eq!(store.recent(99).unwrap(), changes);
    assert_eq!(contents(&mut store), contents(&mut other.open()));
}

#[test]
fn verify_names_the_entry_of_any_flipped_byte() {
    let (place, _, _) = Place::filled(6);
    let whole = fs::read(place.journal()).unwrap();
    let mut random = IdSource::seeded(3);
    for at in (0..whole.len()).step_by(5) {
        let mut flipped = whole.clone();
        flipped[at] ^= 1 << (random.random() % 8);
        if flipped[at] == b'\n' || whole[at] == b'\n' {
            continue;
        }
        fs::write(place.journal(), &flipped).unwrap();
        let entry = 1 + whole[..at].iter().filter(|b| **b == b'\n').count() as u64;
        match verify(&place.dir(), &Seal::default()) {
            Ok(checked) => {
                let found = checked.findings.iter().find(|f| f.entry == Some(entry));
                let found = found.unwrap_or_else(|| panic!("byte {at}: {checked:?}"));
                assert_eq!(found.place, format!("journal-000001.jsonl:{entry}"));
            }
            // The number of the format itself was hit.
            Err(other) => assert!(matches!(other, StoreError::Newer { .. }), "byte {at}: {other}"),
        }
    }
}

#[test]
fn a_first_line_that_was_torn_leaves_an_empty_store_or_comes_back() {
    let (place, _, changes) = Place::filled(0);
    let whole = fs::read(place.journal()).unwrap();
    fs::write(place.journal(), &whole[..50]).unwrap();
    assert_eq!(place.open().recent(9).unwrap(), changes);
    assert_eq!(fs::read(place.journal()).unwrap(), whole);
    fs::write(place.journal(), &whole[..50]).unwrap();
    fs::remove_dir_all(place.dir().join("view")).unwrap();
    forget_rows(&place);
    assert!(place.open().roster().unwrap().is_empty());
}

#[test]
fn verify_finds_removed_swapped_and_added_lines() {
    let (place, _, _) = Place::filled(6);
    let whole = lines(&place.journal());
    let cases: Vec<(&str, Vec<usize>)> = vec![
        ("removed", vec![0, 1, 3, 4, 5, 6]),
        ("swapped", vec![0, 2, 1, 3, 4, 5, 6]),
        ("doubled", vec![0, 1, 1, 2, 3, 4, 5, 6]),
    ];
    for (name, order) in cases {
        fs::write(place.journal(), order.iter().flat_map(|i| whole[*i].clone()).collect::<Vec<u8>>()).unwrap();
        let checked = verify(&place.dir(), &Seal::default()).unwrap();
        assert_eq!(checked.findings.first().map(|f| f.what), Some(Damage::ChainBroken), "{name}");
    }
}

#[test]
fn verify_finds_a_view_that_says_something_else() {
    let (place, id, _) = Place::filled(6);
    assert!(verify(&place.dir(), &Seal::default()).unwrap().view_compared);
    for tree in ["people", "roster"] {
        let mut store = place.open();
        store.rebuild().unwrap();
        drop(store);
        sled::open(place.dir().join("view")).unwrap().open_tree(tree).unwrap().remove(id.0.as_bytes()).unwrap();
        let checked = verify(&place.dir(), &Seal::default()).unwrap();
        assert_eq!(checked.findings.first().map(|f| f.what), Some(Damage::ViewDiffers), "{tree}");
    }
}

#[test]
fn a_damaged_old_entry_keeps_its_effect_while_the_view_is_whole() {
    let (place, id, _) = Place::filled(6);
    let mut bytes = fs::read(place.journal()).unwrap();
    let at = bytes.len() / 2;
    bytes[at] ^= 4;
    fs::write(place.journal(), bytes).unwrap();
    forget_rows(&place);
    let mut store = place.open();
    assert_eq!(store.dossier(id).unwrap().unwrap().feedback.len(), 6);
    assert!(store.rebuild().is_err());
    assert_eq!(store.dossier(id).unwrap().unwrap().feedback.len(), 6, "the view is only given up for a whole one");
}

#[test]
fn fields_of_later_programs_are_left_alone() {
    let (place, id, _) = Place::filled(2);
    let mut all = lines(&place.journal());
    let text = String::from_utf8(all[1].clone()).unwrap();
    all[1] = text.replacen(",\"z\":\"", ",\"later\":7,\"z\":\"", 1).into_bytes();
    fs::write(place.journal(), all.concat()).unwrap();
    fs::remove_dir_all(place.dir().join("view")).unwrap();
    forget_rows(&place);
    assert_eq!(place.open().dossier(id).unwrap().unwrap().feedback.len(), 2);
}

#[test]
fn a_missing_segment_in_the_middle_is_named() {
    let (place, _, _) = Place::filled(2);
    fs::write(place.dir().join("journal-000003.jsonl"), b"").unwrap();
    match Disk::open(&place.dir()) {
        Err(StoreError::Damaged { what: Damage::SegmentMissing, place }) => assert_eq!(place, "journal-000002.jsonl"),
        other => panic!("{:?}", other.err()),
    }
}

#[test]
fn a_torn_or_stale_roster_file_is_not_believed() {
    for name in ["team.bin", "roster.bin"] {
        let (place, _, _) = Place::filled(8);
        let seen = contents(&mut place.open());
        let path = place.dir().join(name);
        let whole = fs::read(&path).unwrap();
        for at in (0..whole.len()).step_by(7) {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x10;
            fs::write(&path, &bytes).unwrap();
            assert_eq!(contents(&mut place.open()), seen, "{name}");
            fs::write(&path, &whole[..at]).unwrap();
            assert_eq!(contents(&mut place.open()), seen, "{name}");
            assert_eq!(fs::read(&path).unwrap(), whole, "{name} is written again");
        }
    }
}

/// A torn line has no end, or zeros in it; what was written whole and is another one now is damage.
#[test]
fn a_last_line_that_was_altered_is_damage_unless_the_index_knows_it() {
    let (place, _, changes) = Place::filled(3);
    let whole = fs::read(place.journal()).unwrap();
    let mut altered = whole.clone();
    let at = whole.len() - 30;
    altered[at] ^= 1;
    fs::write(place.journal(), &altered).unwrap();
    assert_eq!(place.open().recent(9).unwrap(), changes, "the index has it");
    assert_eq!(fs::read(place.journal()).unwrap(), whole);
    fs::write(place.journal(), &altered).unwrap();
    fs::remove_dir_all(place.dir().join("view")).unwrap();
    forget_rows(&place);
    for _ in 0..2 {
        expect_damage(Disk::open(&place.dir()), Damage::BodyChanged);
        assert_eq!(fs::read(place.journal()).unwrap(), altered, "it is left alone");
    }
    fs::write(place.journal(), &whole).unwrap();
    assert_eq!(place.open().recent(9).unwrap(), changes);
}
