//! Undo and redo: of each kind of change, after a restart, and refused when something newer stands on it.

use crate::support::world::World;

/// Keys that make one change on the first person, from the team list.
const CHANGES: &[(&str, &str, &str)] = &[
    ("catatan", "n", "sari + ramah\n"),
    ("butir agenda", "n", "sari ! beban kerja\n"),
    ("tindak lanjut", "n", "sari >> menata arsip jumat\n"),
    ("rencana sesi", "b", "15/12\n"),
    ("penundaan sesi", "z", "sakit\n\n"),
    ("sesi tidak terlaksana", "space Z", "sakit\n\n"),
    ("irama sesi", "enter space R", "2 minggu\n\n"),
    ("cuti", "enter space L", "\n\n"),
    ("perpindahan", "enter space P", "Seksi Baru\n\n"),
    ("penambahan orang", "a", "Joko Susilo\n\n\n\n\n\n\n"),
    ("pengaturan pengguna", "space / i r a m a space t i m enter", "2 bulan\n"),
    ("perbaikan data orang", "enter space E", " Hasibuan\n\n\n\n\n\n"),
    ("akhir masa tugas", "enter space X", "\n\n\n"),
    ("pengalihan atasan", "enter space H ctrl-u", "evi\n"),
];

#[test]
fn every_kind_of_change_is_taken_back_and_done_again() {
    for (name, keys, text) in CHANGES {
        let mut world = World::three();
        let before = world.store.clone();
        world.press(keys).type_text(text).see(&format!("✓ {name}"));
        let after = world.store.clone();
        world.press("u").see(&format!("Diurungkan: {name}"));
        same_records(name, &world, before);
        world.press("ctrl-r").see(&format!("Diulangi: {name}"));
        same_records(name, &world, after);
        world.agrees_with_store();
    }
}

#[test]
fn every_kind_of_change_is_taken_back_after_a_restart() {
    for (name, keys, text) in CHANGES {
        let mut world = World::three();
        let before = world.store.clone();
        world.press(keys).type_text(text).press("esc esc q").restart();
        again_if_loading(&mut world, "u").see(&format!("Diurungkan: {name}"));
        same_records(name, &world, before);
        again_if_loading(world.restart(), "ctrl-r").see(&format!("Diulangi: {name}"));
        world.agrees_with_store();
    }
}

/// The records of somebody outside the team are read when they are needed.
fn again_if_loading<'w>(world: &'w mut World, key: &str) -> &'w mut World {
    if world.press(key).sees("Tekan sekali lagi") {
        world.press(key);
    }
    world
}

#[track_caller]
fn same_records(name: &str, world: &World, then: bina::store::Memory) {
    use bina::store::Store;
    let (mut now, mut then) = (world.store.clone(), then);
    let (roster, earlier) = (now.roster().unwrap(), then.roster().unwrap());
    assert_eq!(roster.rows(), earlier.rows(), "{name}");
    assert_eq!(roster.profile, earlier.profile, "{name}");
    for row in roster.rows() {
        assert_eq!(now.dossier(row.id).unwrap(), then.dossier(row.id).unwrap(), "{name}");
    }
}

#[test]
fn a_closed_session_is_opened_again_by_undo() {
    let mut world = World::three();
    world.press("s ctrl-n ctrl-n ctrl-n").type_text("ramah").press("ctrl-s ctrl-d ctrl-d").see("Kode lembar");
    world.press("u").see("Diurungkan: penutupan sesi");
    assert!(world.stored("Sari").open_session().is_some());
    world.press("s").see("Dialog kinerja");
    assert_eq!(world.stored("Sari").sessions.len(), 1 + usize::from(world.stored("Sari").planned_session().is_some()));
}

#[test]
fn undo_goes_back_one_by_one_and_says_when_nothing_is_left() {
    let mut world = World::three();
    for text in ["satu", "dua", "tiga"] {
        world.press("n").type_text(&format!("evi + {text}\n"));
    }
    world.press("u u u");
    assert!(world.stored("Evi").feedback.is_empty());
    world.press("u").see("Tidak ada yang dapat diurungkan.").press("ctrl-r ctrl-r");
    assert_eq!(world.stored("Evi").feedback.len(), 2);
    world.press("n").type_text("evi + empat\n").press("ctrl-r").see("Tidak ada yang dapat diulangi.");
}

#[test]
fn a_sample_can_not_be_undone() {
    World::sample().press("u").see("Tidak ada yang dapat diurungkan.");
}

#[test]
fn undoing_the_start_of_a_session_leaves_no_draft_that_would_start_another() {
    let mut world = World::three();
    world.press("s esc esc u").see("Diurungkan: awal sesi");
    assert!(world.stored("Sari").sessions.is_empty());
    world.press("space / t u l i s a n enter");
    assert!(world.stored("Sari").sessions.is_empty(), "{}", world.screen());
}
