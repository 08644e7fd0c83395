//! The page of a person: tabs, timeline and its filters, the promote key, reading and copying.

use crate::support::world::World;
use bina::domain::Audience;

fn with_notes() -> World {
    let mut world = World::three();
    for line in ["+ teliti memeriksa berkas @bersama", "- sering terlambat apel", ">> menata arsip jumat", "! beban kerja"] {
        world.press("n").type_text(&format!("sari {line}\n"));
    }
    world.press("enter tab");
    world
}

#[test]
fn the_timeline_is_filtered_by_kind_and_by_audience() {
    let mut world = with_notes();
    world.see("teliti").see("terlambat apel").see("menata arsip").see("beban kerja");
    world.press("f").see("sesi").see_not("teliti");
    world.press("f").see("teliti").see("terlambat apel").see_not("menata arsip");
    world.press("f").see("menata arsip").see_not("teliti").press("f").see("beban kerja").see_not("menata arsip");
    world.press("f").see("[sasaran]").see_not("beban kerja").press("f").see("[penilaian]").press("f");
    world.press("v").see("teliti").see_not("terlambat apel").press("v").see("terlambat apel").see_not("teliti").press("v");
    world.see("teliti").see("terlambat apel");
}

#[test]
fn a_filter_that_leaves_nothing_says_which_keys_change_it() {
    let mut world = World::three();
    world.press("enter tab f").see("Belum ada catatan yang cocok");
}

#[test]
fn the_promote_key_shares_a_private_note_and_takes_it_back() {
    let mut world = with_notes();
    world.press("f f j");
    let before = world.stored("Sari").feedback.iter().filter(|f| f.words.audience() == Audience::Shared).count();
    world.press("p").see("Sekarang ");
    let after = world.stored("Sari").feedback.iter().filter(|f| f.words.audience() == Audience::Shared).count();
    assert_ne!(before, after);
    world.press("u");
    let back = world.stored("Sari").feedback.iter().filter(|f| f.words.audience() == Audience::Shared).count();
    assert_eq!(before, back);
}

#[test]
fn only_shared_text_can_be_copied() {
    let mut world = with_notes();
    world.press("f f v").see("teliti").press("y");
    assert_eq!(world.copied.len(), 1);
    assert!(world.copied[0].contains("teliti"));
    world.press("v").see("terlambat apel").press("y").see("Hanya teks bersama yang dapat disalin");
    assert_eq!(world.copied.len(), 1);
}

#[test]
fn a_note_is_corrected_and_removed() {
    let mut world = with_notes();
    world.press("f f v").press("e").see("Ubah catatan").press("tab tab").type_text(" sekali").press("ctrl-s");
    world.see("teliti memeriksa berkas sekali").press("D").see("Tidak dihapus");
    world.type_text("orang lain").press("ctrl-s").see("penarikan");
    assert_eq!((world.stored("Sari").feedback.len(), world.stored("Sari").withdrawn.len()), (1, 1));
    world.press("u");
    assert_eq!(world.stored("Sari").feedback.len(), 2);
    world.agrees_with_store();
}

#[test]
fn a_long_note_is_read_to_its_last_word() {
    let mut world = World::three();
    let long = "kata yang panjang sekali ".repeat(150);
    world.press("n").paste(&format!("sari = {long} penghabisan")).press("enter").press("enter tab enter");
    world.see_not("penghabisan").press("end").see("penghabisan");
    world.press("home").see_not("penghabisan");
}

#[test]
fn the_selection_stays_on_its_line_when_something_newer_appears() {
    let mut world = with_notes();
    world.press("f f j");
    let line = world.chosen();
    world.press("n").type_text("= hal baru\n").see("hal baru");
    assert_eq!(world.chosen(), line);
}

#[test]
fn find_goes_to_anybody_from_anywhere() {
    let mut world = World::sample();
    world.press("2 g").type_text("fauzi").press("enter").see("Ahmad Fauzi Nasution").see("Ringkasan");
    world.press("g").type_text("wahyu").press("enter").see("Wahyu Lestari").press("esc").see("Agenda");
}
