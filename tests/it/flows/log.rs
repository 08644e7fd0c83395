//! The log: who changed what when, from the keyboard.

use crate::support::world::World;
use bina::desk::Look;
use bina::desk::command::Place;

fn with_notes() -> World {
    let mut world = World::three();
    for line in ["sari + teliti memeriksa berkas @bersama", "sari - sering terlambat apel", "evi ! beban kerja"] {
        world.press("n").type_text(&format!("{line}\n"));
    }
    world
}

#[test]
fn the_log_shows_what_was_done_newest_first_with_its_audience() {
    let mut world = with_notes();
    world.press("U").see("4 perubahan").see("Sab 21 Nov").see("oleh Rina Tanjung, S.Sos., entri 4");
    assert!(world.line_of("beban kerja") < world.line_of("terlambat apel"));
    assert!(world.row_of("terlambat apel").contains("│ P sering"), "{}", world.screen());
    assert!(world.row_of("teliti").contains("┃ B teliti"), "{}", world.screen());
    assert!(!world.row_of("teliti").contains("Sab 21"), "the day stands where it begins");
    world.press("esc");
    assert_eq!(world.app.place(), Place::Team);
}

#[test]
fn a_change_is_opened_with_what_stood_before_and_after() {
    let mut world = with_notes();
    world.press("enter tab f f").press("j e tab tab").type_text(" sekali").press("ctrl-s");
    let said = world.stored("Sari").feedback.iter().any(|f| f.words.for_supervisor().behaviour.ends_with(" sekali"));
    assert!(said, "{}", world.screen());
    world.press("U enter").see("Catatan diubah").see("Perilaku").see("sebelum: ").see("sekali").see("Entri nomor 5");
    world.see_not("Beban kerja").press("esc").see("4 perubahan").see_not("beban kerja");
}

#[test]
fn a_filter_finds_by_name_kind_words_and_day() {
    let mut world = with_notes();
    world.press("U");
    for (typed, found) in [("evi", "beban kerja"), ("butir agenda", "beban kerja"), ("apel", "terlambat"), ("4", "beban")] {
        world.press("/").type_text(typed).see(found).see_not("teliti").press("esc esc");
    }
    world.press("/").type_text("2026-11-21 rina").see("4 cocok").press("esc").see("4 cocok");
    world.press("esc").see("4 perubahan").press("/").type_text("kemarau").see("Tidak ada perubahan yang cocok");
}

#[test]
fn what_is_committed_while_it_is_open_stands_on_top() {
    let mut world = with_notes();
    world.press("U n").type_text("budi + ramah\n").see("5 perubahan").see("ramah");
    assert!(world.line_of("ramah") < world.line_of("beban kerja"));
}

#[test]
fn only_the_newest_change_can_be_taken_back_from_here() {
    let mut world = with_notes();
    world.press("U j u").see("Hanya perubahan terbaru");
    assert_eq!(world.stored("Evi").agenda.len(), 1);
    world.press("k u");
    assert_eq!(world.stored("Evi").agenda.len(), 0);
    world.see("urung").agrees_with_store();
}

/// The world gives fifty entries at once.
#[test]
fn the_log_is_read_on_where_its_end_is_reached_and_where_a_filter_looks() {
    let mut world = World::three();
    for n in 0..130 {
        world.press("n").type_text(&format!("sari ! nomor {n}\n"));
    }
    world.press("U").see("50 terbaru").press("end").see("100 terbaru").press("end").see("131 perubahan");
    let numbers: Vec<_> = world.app.journal.shown().map(|line| line.entry.number).collect();
    assert_eq!(numbers, (1..=131).rev().collect::<Vec<_>>());
    world.press("esc U").see("50 terbaru").press("/").type_text("data contoh").see("1 cocok").see("4 orang");
}

#[test]
fn a_person_has_a_log_of_her_own_after_a_restart_as_well() {
    let mut world = World::sample();
    let name = world.app.office.row(world.app.screens.top().person().unwrap()).unwrap().name.name.clone();
    world.press("enter U").see(&name).see("perubahan");
    let before = world.screen();
    world.press("j");
    world.restart();
    assert_eq!(world.app.place(), Place::Log);
    assert_eq!(world.press("k").screen().lines().nth(4), before.lines().nth(4));
}

#[test]
fn an_empty_log_says_so_and_plain_lines_each_have_their_day() {
    let mut world = World::empty();
    world.press("esc U").see("Belum ada yang dilakukan di sini");
    let plain = Look { ascii: true, mono: true, plain: true, ..Look::default() };
    let mut world = with_notes().look(plain);
    world.press("U");
    for words in ["teliti", "terlambat apel", "beban kerja"] {
        assert!(world.row_of(words).contains("Sab 21 Nov"), "{}", world.screen());
    }
}

#[test]
fn a_long_name_is_cut_in_the_list_and_said_in_full_below() {
    let name = "Muhammad Ridwansyah Halomoan Pasaribu Hq";
    assert_eq!(name.chars().count(), 40);
    for (columns, rows) in [(80, 24), (120, 36), (40, 10)] {
        let mut world = World::team(&[(name, 200)]).size(columns, rows);
        world.press("n").type_text("muhammad + teliti memeriksa berkas\n").press("U");
        if columns >= 80 {
            world.see(name).see("teliti").see("Muhammad Ridwansyah …");
        }
    }
}
