//! Small forms: filled, refused at the field, put aside and taken up again.

use crate::support::world::World;
use bina::domain::PersonStatus;
use jiff::civil::date;

#[test]
fn a_person_is_added_and_is_at_once_in_the_team() {
    let mut world = World::three();
    world.press("a").type_text("Ir. Joko Susilo, M.T.\n").type_text("199005272014042002").press("ctrl-s");
    world.see("✓ penambahan orang").see("Ir. Joko Susilo, M.T.");
    world.agrees_with_store();
}

#[test]
fn a_wrong_nip_is_said_in_the_form_and_everything_typed_stays() {
    let mut world = World::three();
    world.press("a").type_text("Joko\n").type_text("123").press("ctrl-s").see("NIP harus 18 angka.").see("Tambah orang");
    world.see("Joko").see("123").press("esc").see("draf").press("a").see("Joko").see("123");
    world.press("esc").restart().press("a").see("Joko").see("123");
}

#[test]
fn an_empty_name_is_refused() {
    World::three().press("a ctrl-s").see("Nama belum diisi.").see("Tambah orang");
}

#[test]
fn leave_suspends_sessions_until_its_end() {
    let mut world = World::three();
    world.press("enter space L tab").type_text("30/11").press("ctrl-s").see("✓ cuti").press("esc");
    assert!(world.row_of("Sari Dewi").contains("cuti"), "{}", world.screen());
    // Time away stops the clock: the rhythm begins at the return.
    world.days_pass(20);
    assert!(world.row_of("Sari Dewi").contains("4 Jan"), "{}", world.screen());
    world.days_pass(60);
    assert!(world.row_of("Sari Dewi").contains("terlambat"), "{}", world.screen());
}

#[test]
fn who_retires_leaves_the_list_but_not_the_store() {
    let mut world = World::three();
    world.press("enter space X ctrl-s esc").see_not("Sari Dewi Lubis, S.E.");
    assert_eq!(world.stored("Sari").person.status, PersonStatus::Retired { on: Some(date(2026, 11, 21)) });
    world.press("/").type_text("sari").see("Sari Dewi Lubis").press("enter enter").see("Ringkasan");
    world.press("s").see("Orang ini sudah tidak bertugas di sini.");
    world.press("space X right right ctrl-s").see("✓ kembali bertugas");
    assert_eq!(world.stored("Sari").person.status, PersonStatus::Active);
}

#[test]
fn handing_over_shows_who_is_meant_before_it_is_done() {
    let mut world = World::team(&[("Sari Dewi", 9), ("Sari Indah", 9), ("Budi", 9)]);
    world.press("/").type_text("budi").press("enter enter space H ctrl-u").type_text("sari").see("2 cocok").press("enter");
    world.see("2 orang cocok dengan “sari”").type_text(" indah").see("= Sari Indah").press("enter");
    assert_eq!(world.stored("Budi").person.supervisor, Some(world.person("Sari Indah")));
}

#[test]
fn the_teams_rhythm_changes_who_is_overdue() {
    let mut world = World::three();
    world
        .see("2 sesi terlambat")
        .press("space / i r a m a space t i m enter")
        .type_text("12 bulan")
        .press("enter")
        .see_not("sesi terlambat");
    world.press("space / i r a m a space t i m enter ctrl-u").type_text("sering").press("enter").see("“sering” bukan irama");
}

#[test]
fn every_form_opens_is_filled_with_letters_and_leaves_no_harm() {
    for keys in [
        "a",
        "space R",
        "space / i r a m a space t i m enter",
        "space I",
        "b",
        "z",
        "space Z",
        "enter space E",
        "enter space P",
        "enter space H",
        "enter space L",
        "enter space X",
        "enter space R",
        "enter a",
        "enter space T",
        "enter space N",
        "enter space N x ctrl-s",
        "enter space N x ctrl-s esc e",
        "enter space N x ctrl-s esc space / b e r i k a n enter",
    ] {
        let mut world = World::three();
        world.press(keys).type_text("apa saja 123\nlagi\n\n\n\n\n\n\n").press("right left tab backtab ctrl-s esc");
        world.agrees_with_store();
        world.restart().press("esc esc");
        world.agrees_with_store();
    }
}
