//! Goals: where everybody's stand, values in two keys and the figure, and why behind each.

use crate::support::plans::office;
use crate::support::world::World;
use bina::desk::Look;
use bina::desk::command::Place;
use bina::domain::Number;
use bina::domain::goal::GoalStatus;
use jiff::civil::date;

/// Down to the line with this text.
#[track_caller]
fn go_to(world: &mut World, text: &str) {
    world.press("home");
    for _ in 0..40 {
        if world.chosen().contains(text) {
            return;
        }
        world.press("j");
    }
    panic!("no line with {text}\n{}", world.screen());
}

#[test]
fn one_screen_says_where_everybodys_goals_stand() {
    let mut world = office();
    world.press("3").see("Sasaran");
    assert!(world.row_of("Sari Dewi Lubis").contains("1 dari 2 terukur"));
    let boxes = world.row_of("84/120 boks");
    assert!(boxes.contains("70%") && boxes.contains("agak tertinggal") && boxes.contains("12 Nov"), "{boxes}");
    assert!(world.row_of("Rata-rata lama").contains("belum terukur"));
    assert!(world.row_of("Budi Pohan").contains("belum ada rencana"));
}

#[test]
fn a_value_costs_two_keys_beside_the_value_and_the_next_line_is_ready() {
    let mut world = office();
    world.press("3");
    assert!(world.chosen().contains("Boks arsip"), "the first line that takes a value: {}", world.chosen());
    go_to(&mut world, "84/120");
    world.press("i").see("Boks arsip yang ditata · Sari Dewi Lubis").type_text("96 boks 85-96 selesai @BA-14/2026");
    world.see("[96 boks = 80%]").see("[bukti BA-14/2026]").press("enter");
    world.see("Tersimpan: 96 boks · 80% · agak tertinggal");
    assert!(world.chosen().contains("Rata-rata lama"), "{}", world.chosen());
    let stored = world.stored("Sari");
    let newest = stored.check_ins.iter().max_by_key(|c| (c.on, c.written)).unwrap();
    assert_eq!((newest.value, newest.note.get().as_str()), (Some(Number::from(96)), "boks 85-96 selesai"));
    world.press("u").see("84/120 boks");
    world.agrees_with_store();
}

#[test]
fn a_value_that_cannot_be_read_says_why_and_stays() {
    let mut world = office();
    world.press("3");
    go_to(&mut world, "84/120");
    world.press("i").type_text("banyak\n").see("Mulai dengan nilainya, misalnya 84 atau +24.");
    world.press("esc").see("disimpan sebagai draf");
    world.press("i").see("banyak");
    world.restart().see("banyak");
    assert_eq!(World::place_of(&world.app), Place::CheckIn);
    assert_eq!(world.stored("Sari").check_ins.len(), 2);
}

#[test]
fn the_supervisors_word_stands_beside_the_pace_and_a_mark_where_they_disagree() {
    let mut world = office();
    world.press("3");
    go_to(&mut world, "Evi");
    world.press("j space S").see("Status sasaran").press("ctrl-s");
    let row = world.row_of("sesuai rencana");
    assert!(row.contains('●'), "on track was said, far behind was computed: {row}");
    assert_eq!(world.stored("Evi").results[0].status(), Some(GoalStatus::OnTrack));
    world.press("enter").see("Anda menyatakan sesuai rencana, hitungannya tertinggal");
}

#[test]
fn dropping_asks_for_a_reason() {
    let mut world = office();
    world.press("3");
    go_to(&mut world, "Evi");
    world.press("j space S right right right right ctrl-s").see("alasan");
    world.type_text("gudang ditutup").press("ctrl-s").see("dihentikan");
    assert!(world.stored("Evi").results[0].is_dropped());
    world.press("i").see("dihentikan atau ditinggalkan");
}

#[test]
fn enter_shows_formula_dates_and_the_notes_that_are_evidence() {
    let mut world = office();
    world.press("n").type_text("sari + menata boks tanpa diminta #arsip\n");
    world.press("3");
    go_to(&mut world, "84/120");
    world.press("enter").see("Mengapa · Sari Dewi Lubis").see("84 ÷ 120 = 70%").see("84 boks pada 12 Nov 2026");
    world.see("60 boks pada 30 Jun 2026").see("Catatan bertanda #arsip (1)").see("menata boks tanpa diminta");
}

#[test]
fn goals_stand_under_the_supervisors_result_or_under_their_status_too() {
    let mut world = office();
    world.press("3 v").see("hasil kerja pimpinan");
    let parent = world.row_of("Tertibnya arsip kecamatan");
    assert!(parent.contains("2 dari 2 terukur") && parent.contains("39%"), "(70 % + 8 %) / 2: {parent}");
    assert!(world.line_of("Tertibnya arsip") < world.line_of("Evi Rangkuti · Arsip"));
    go_to(&mut world, "Tertibnya");
    world.press("enter").see("bukan predikat kinerja").press("esc");
    world.press("v").see("belum dinilai").see("Sari Dewi Lubis · Arsip");
    world.press("v").see("Budi Pohan");
}

#[test]
fn the_filter_finds_people_titles_and_tags_and_folding_shortens_the_list() {
    let mut world = office();
    world.press("3 /").type_text("surat").see("Rata-rata lama").see_not("Evi Rangkuti").press("enter");
    world.press("esc").see("Evi Rangkuti");
    world
        .press("right")
        .see_not("Arsip dinamis")
        .see("Sari Dewi Lubis")
        .press("right")
        .see("Arsip dinamis")
        .see_not("84/120 boks");
}

#[test]
fn another_year_shows_its_own_plan() {
    let mut world = office();
    world.press("3 ,").see("Tahun 2025").see("belum ada rencana").press(".").see("84/120 boks");
}

#[test]
fn goals_are_readable_without_colour_borders_and_width() {
    let plain = Look { ascii: true, mono: true, plain: true, ..Look::default() };
    let mut world = office().look(plain);
    world.press("3").see("84/120 boks");
    world.resize(60, 12).see("84/120 boks");
    world.resize(40, 10).see("Sari");
}

#[test]
fn a_year_passes_and_the_old_plan_stays_until_there_is_a_new_one() {
    let mut world = office();
    world.press("3").days_pass(45);
    assert!(world.today > date(2026, 12, 31));
    world.see("84/120 boks");
}
