//! Competencies of the team on one screen, and digits that rate in it.

use crate::support::levels::{CLERK, office};
use crate::support::world::World;
use bina::desk::Look;
use bina::desk::command::Place;
use bina::domain::competency::{CompetencyId, Level, RatingValue};
use bina::i18n::Lang;

/// The levels that the store holds of somebody, in the order in which they were given.
fn levels(world: &World, name: &str) -> Vec<Option<u8>> {
    world.stored(name).ratings.iter().map(|rating| rating.level().map(Level::number)).collect()
}

#[test]
fn digits_rate_one_cell_each_and_the_row_is_done_without_another_key() {
    let mut world = office();
    world.press("4").see("Kompetensi").press("i").see("Menilai");
    world.see("Integritas · usulan 1 · belum dinilai");
    assert!(world.chosen().contains("Budi Pohan"), "by name: {}", world.chosen());
    world.press("j").see("Integritas · minta 2");
    world.press("3 1 2 4 4 2 2 2 2 2 2 2 2 2 2 2").see("Sampai di sini.");
    assert!(world.chosen().contains("Evi"), "it stops at the end of a person: {}", world.chosen());
    assert_eq!(levels(&world, "Evi").len(), 15);
    world.press("home");
    let row = world.row_of("Evi Rangkuti");
    assert!(row.contains("3▲") && row.contains("1▼") && row.contains("4▲"), "{row}");
    let newest = &world.app.office.recent.last().unwrap();
    assert_eq!(newest.ops.len(), 1, "one change a cell");
    world.agrees_with_store();
}

#[test]
fn undo_takes_cells_back_one_by_one_and_the_cursor_is_there() {
    let mut world = office();
    world.press("4 i j 3 4 4 5 5").see("Orientasi pada hasil").press("u");
    assert_eq!(levels(&world, "Evi"), [Some(3), Some(4)]);
    world.see("Komunikasi · minta 2 · belum dinilai").press("u").see("Kerja sama · minta 2 · belum dinilai");
    world.press("ctrl-r").see("Kerja sama · minta 2 · kini 4");
    world.agrees_with_store();
}

#[test]
fn downwards_one_competency_is_rated_for_everybody_and_then_the_next() {
    let mut world = office();
    world.press("4 i v").see("orang berikutnya").press("1 2 3");
    world.see("Sampai di sini.").see("Integritas");
    for (name, level) in [("Budi", 1), ("Evi", 2), ("Sari", 3)] {
        assert_eq!(levels(&world, name), [Some(level)], "{name}");
    }
}

#[test]
fn not_observed_is_a_value_of_its_own_and_takes_no_level_away() {
    let mut world = office();
    world.press("4 i j 3 left 0");
    let ratings = world.stored("Evi").ratings;
    assert_eq!(ratings.last().unwrap().value, RatingValue::NotObserved);
    world.press("left").see("kini 3").see("tak teramati");
    assert!(world.row_of("Evi").contains("3▲"), "{}", world.row_of("Evi"));
}

#[test]
fn nothing_else_than_a_level_is_taken_and_nothing_is_wiped_out() {
    let mut world = office();
    world.press("4 i j 7").see("1 sampai 5").press("3 left backspace").see("tidak dihapus");
    assert_eq!(levels(&world, "Evi"), [Some(3)]);
    world.press("3").see("Kerja sama");
    assert_eq!(levels(&world, "Evi"), [Some(3)], "said once a day");
    world.press("esc");
    assert_eq!(world.app.place(), Place::Competencies);
    world.press("1").see("BERIKUT");
    assert_eq!(levels(&world, "Evi"), [Some(3)], "outside of rating digits are screens");
}

#[test]
fn gaps_are_summed_by_person_competency_and_unit() {
    let mut world = office();
    world.press("4 i j 1 1 2 3 j home 1 esc");
    assert!(world.row_of("Evi Rangkuti").ends_with("▼2"), "{}", world.row_of("Evi Rangkuti"));
    assert!(world.row_of("Budi Pohan").ends_with('–'), "no standard, no gap: {}", world.row_of("Budi Pohan"));
    assert!(world.row_of("   kesenjangan  ").contains("2   1   ·"), "{}", world.screen());
    world.see("▼ 3 kesenjangan");
    world.press("v").see("KOMPETENSI").see("Evi Rangkuti, Sari Dewi Lubis");
    assert!(world.chosen().contains("Integritas"), "most needed first: {}", world.chosen());
    world.press("v").see("Tanpa unit");
    assert!(world.chosen().contains("▼3"), "{}", world.chosen());
    world.press("v").see("INT");
    world.press("1");
    assert!(world.row_of("NAMA").contains("GAP") && world.row_of("Evi").contains("▼2"), "{}", world.screen());
    world.resize(120, 36).see("3 kesenjangan");
}

#[test]
fn enter_says_why_on_a_cell_a_person_a_competency_and_a_sum() {
    let mut world = office();
    world
        .press("4 i j 1 3 esc home enter")
        .see("Mengapa · Evi Rangkuti")
        .see("2 − 1 = 1: kurang 1 level")
        .see("Berlaku sampai");
    world.press("esc end enter").see("4 ÷ 4 = 100,00%").see("indikatif").see("Memenuhi syarat mulai 80%").press("esc");
    world.press("space / j u m l a h enter enter").see("3 orang").see("1 orang tidak ikut dihitung").press("esc");
    world
        .press("home enter")
        .see("Mengapa · Integritas")
        .see("Evi Rangkuti: disyaratkan 2, sekarang 1 (21 Nov 2026): kurang 1 level");
    world.press("esc v enter").see("Mengapa · Integritas").press("esc v enter").see("Mengapa · Tanpa unit");
}

#[test]
fn a_position_without_a_standard_shows_suggestions_and_is_listed() {
    let mut world = office();
    world.press("4").see("1 jabatan tanpa standar").see("Integritas · usulan 1");
    world.press("i 3");
    let row = world.row_of("Budi Pohan");
    assert!(row.contains("3△"), "another sign than against a standard: {row}");
    world.press("esc space / s t a n d a r enter").see(CLERK).see("1 orang · usulan level").see("bina import standards");
    world.press("esc home enter").see("belum memiliki standar");
}

#[test]
fn the_filter_narrows_people_and_with_a_hash_competencies() {
    let mut world = office();
    world.press("4 /").see("#kompetensi").type_text("arsiparis").see("Evi Rangkuti").see_not("Budi Pohan");
    world.press("enter esc").see("Budi Pohan");
    world.press("/").type_text("#ply").see("PLY").see_not("KSM").press("enter esc").see("KSM");
    world.press("/").type_text("zzz").see("Tidak ada");
}

#[test]
fn a_restart_resumes_in_the_cell() {
    let mut world = office();
    world.press("4 i j 3 1").restart();
    assert_eq!(world.app.place(), Place::Rating);
    world.see("Menilai").see("Komunikasi · minta 2").press("5 5");
    let mut given = levels(&world, "Evi");
    given.sort();
    assert_eq!(given, [Some(1), Some(3), Some(5)]);
}

#[test]
fn columns_scroll_and_marks_say_where_more_is() {
    let mut world = office();
    world.press("4 j").see("INT");
    assert!(world.row_of("NAMA").contains('›') && !world.row_of("NAMA").contains('‹'));
    world.press("end left").see_not("INT").see("KBJ");
    assert!(world.row_of("NAMA").contains('‹') && !world.row_of("NAMA").contains('›'), "{}", world.screen());
    world.press("home").see("INT");
    world.resize(120, 36);
    assert!(!world.row_of("NAMA").contains('›'), "{}", world.screen());
}

#[test]
fn all_of_it_is_readable_small_plain_and_without_colour() {
    let plain = Look { ascii: true, mono: true, plain: true, ..Look::default() };
    let mut world = office().look(plain);
    world.press("4 i j 1 3");
    let row = world.row_of("Evi Rangkuti");
    assert!(row.contains("1v") && row.contains("3^"), "{row}");
    for (columns, rows) in [(120, 36), (60, 12), (40, 10)] {
        world.resize(columns, rows).see("INT").see("Evi").see("1v");
        assert!(!world.screen().contains(['▼', '▲', '▽', '–', '│', '▌', '›', '→', '─']), "{}", world.screen());
    }
}

#[test]
fn the_sample_shows_gaps_stale_levels_and_suggestions_in_both_languages() {
    let mut world = World::sample();
    world.press("4");
    for sign in ["▼", "▲", "–", "'", "△"] {
        world.see(sign);
    }
    world.press("?").see("kedaluwarsa");
    World::sample_in(Lang::En)
        .press("4")
        .see("Competencies")
        .see("SRV")
        .see("gaps")
        .press("space / s t a n d a r d enter")
        .see("bina import standards FILE");
}

#[test]
fn two_thousand_people_need_no_more_dossiers_than_a_small_team() {
    let names: Vec<String> = (0..2000).map(|n| format!("Orang {n:04}")).collect();
    let people: Vec<(&str, i64)> = names.iter().map(|name| (name.as_str(), 100)).collect();
    let mut world = World::team(&people);
    world.press("4").see("Orang 0000").press("space / j u m l a h enter").see("2000 orang");
    assert!(world.app.office.dossiers.len() <= 202, "{}", world.app.office.dossiers.len());
}

#[test]
fn nobody_there_breaks_nothing() {
    let mut world = World::empty();
    world.press("esc 4 i j l enter space / s t a n d a r enter v v v space / j u m l a h enter end").see("Belum ada orang");
    let id = CompetencyId::new("integrity").unwrap();
    assert!(world.app.office.roster.catalogue.competency(&id).is_some());
}
