//! Competencies rated with the anchor in view: one key a row, evidence and reasons where they help, advice at the end.

use crate::support::plans::Desk;
use crate::support::world::{TODAY, World};
use bina::desk::Look;
use bina::desk::command::Place;
use bina::domain::competency::{
    BehaviourValue, Evidence, ExpectationRating, Facet, Framework, Level, Rater, RatingValue, StandardSource,
};
use bina::domain::period::{EvaluationPeriod, Quarter};
use bina::domain::records::intent::{self, NewRating, NewStandard};
use bina::domain::{Audience, IdSource};
use bina::i18n::Lang;
use bina::screens::stack::Screen;
use jiff::civil::date;

const POSITION: &str = "Pengelola Layanan Operasional";
/// From the team to Sari's competencies.
const TAB: &str = "enter tab tab tab";

/// Sari's position requires level 2 of fifteen competencies. Public service was rated 1 in May, integrity 2 three
/// years ago.
fn office() -> World {
    let world = World::three();
    let sari = world.person("Sari");
    let mut store = world.store;
    let mut desk = Desk { store: &mut store, ids: IdSource::seeded(77) };
    let moved = intent::MovePerson { person: sari, unit: None, position: Some(POSITION.into()) };
    desk.does(sari, moved, date(2026, 1, 2));
    let two = Level::new(2).unwrap();
    let required = Framework::national().competencies.iter().take(15).map(|c| (c.id.clone(), two)).collect();
    let standard = NewStandard { position: POSITION.into(), required, source: StandardSource::Given };
    desk.does(sari, intent::SetStandards { standards: vec![standard] }, date(2026, 1, 2));
    for (id, level, on) in [("public-service", 1, date(2026, 5, 4)), ("integrity", 2, date(2023, 5, 4))] {
        let competency = Framework::national().by_name(id).unwrap().id.clone();
        let value = RatingValue::Level(Level::new(level).unwrap());
        let ratings = vec![NewRating::plain(sari, competency, value, on)];
        desk.does(sari, intent::Rate { ratings, session: None }, date(2026, 5, 5));
    }
    World::on(store)
}

/// Down to the row with this text.
#[track_caller]
fn go_to(world: &mut World, text: &str) {
    world.press("home");
    for _ in 0..30 {
        if world.chosen().contains(text) {
            return;
        }
        world.press("j");
    }
    panic!("no row with {text}\n{}", world.screen());
}

#[test]
fn fifteen_competencies_take_fifteen_keys() {
    let mut world = office();
    world.press(TAB).see("JPM 50,00%, kurang memenuhi syarat · penilaian atasan, indikatif · ?14");
    world.resize(120, 24).see("indikatif · 14 belum diketahui").resize(80, 24);
    assert!(world.chosen().contains("Integritas"));
    world.press("i 2 2 1 2 3 2 2 2 0 2 2 1 2 2 2");
    let sari = world.stored("Sari");
    let today: Vec<_> = sari.ratings.iter().filter(|r| r.on == TODAY).collect();
    assert_eq!(today.len(), 15);
    assert!(today.iter().all(|r| r.rater == Rater::Supervisor && r.evidence.is_empty()));
    assert_eq!(today.iter().filter(|r| r.value == RatingValue::NotObserved).count(), 1);
    world.agrees_with_store();
}

#[test]
fn a_row_shows_what_is_required_what_was_and_what_is() {
    let mut world = office();
    world.press(TAB);
    let old = world.row_of("Integritas");
    assert!(old.contains("2' Mei 23") && old.contains('?') && old.contains("–"), "too old to count: {old}");
    let row = world.row_of("Pelayanan publik");
    assert!(row.contains("1  4 Mei") && row.contains("1*") && row.contains("▼1"), "{row}");
    go_to(&mut world, "Pelayanan publik");
    world.press("i 3").see("Pelayanan publik: level 3. u membatalkan.");
    let row = world.row_of("Pelayanan publik  ");
    assert!(row.contains("1  4 Mei") && row.contains("3*") && row.contains("▲1"), "{row}");
    assert!(world.chosen().contains("Pengembangan diri"), "the next row is ready: {}", world.chosen());
    world.press("u");
    assert!(world.row_of("Pelayanan publik").contains("▼1"));
    assert_eq!(world.stored("Sari").ratings.len(), 2);
    world.agrees_with_store();
}

#[test]
fn neighbouring_levels_are_looked_at_without_rating() {
    let mut world = office();
    let integrity = Framework::national().by_name("integrity").unwrap();
    let words = |n: u8| integrity.anchor(Level::new(n).unwrap()).id.clone();
    world.press(TAB).see("Level 2 ·").see(&words(2));
    world.press("right").see("Level 3 ·").see(&words(3)).press("left left").see("Level 1 ·").see(&words(1));
    world.press("left").see("Level 1 ·");
    assert_eq!(world.stored("Sari").ratings.len(), 2);
    world.press("j k").see("Level 1 ·");
}

#[test]
fn a_reason_with_evidence_facet_and_audience_is_written_in_a_form() {
    let mut world = office();
    world.press("n").type_text("sari + mencari jalan saat syarat kurang #pelayanan-publik\n");
    world.press(TAB);
    go_to(&mut world, "Pelayanan publik");
    assert!(world.row_of("Pelayanan publik").contains(" 1 ·····•"), "{}", world.row_of("Pelayanan publik"));
    world.press("i 2 k e").see("Nilai dan alasannya").type_text("melayani tanpa diingatkan").press("tab");
    world.see("→ 21/11/2026 + mencari jalan saat syarat kurang").press("right").press("tab").type_text("SK 12/2026");
    world.press("tab tab tab right tab right").press("ctrl-s").see("nilai kompetensi: Sari");
    let sari = world.stored("Sari");
    let newest = sari.ratings.iter().max_by_key(|r| r.moment()).unwrap();
    let note = Evidence::from(sari.feedback[0].id);
    assert_eq!(newest.evidence, [note, Evidence::Document("SK 12/2026".into())]);
    assert_eq!(newest.level(), Level::new(2));
    assert_eq!((newest.reason.audience(), newest.facet), (Audience::Shared, Some(Facet::Knowledge)));
    assert!(!world.row_of("Pelayanan publik").contains("2*"), "it has evidence now");
    world.press("2");
    assert_eq!(world.stored("Sari").ratings.len(), 4, "the same level again takes no reason away");
    world.press("k e").see("melayani tanpa diingatkan").see("SK 12/2026");
}

#[test]
fn the_own_view_and_that_of_others_stand_beside_and_are_not_mixed_in() {
    let mut world = office();
    world.press(TAB);
    go_to(&mut world, "Pelayanan publik");
    // Level, facet, audience, rater.
    world.press("e tab tab right right tab tab tab right ctrl-s");
    let row = world.row_of("Pelayanan publik  ");
    assert!(row.contains("4 Mei   3    1*  ▼1"), "{row}");
    world.press("e tab tab tab tab tab right right ctrl-s").see("Isi nama penilainya.").type_text("Kepala lingkungan");
    world.press("ctrl-s").press("enter").see("Kepala lingkungan 1 (21 Nov 2026)");
    let raters: Vec<Rater> = world.stored("Sari").ratings.iter().map(|r| r.rater.clone()).collect();
    assert!(raters.contains(&Rater::Employee) && raters.contains(&Rater::Other("Kepala lingkungan".into())), "{raters:?}");
}

#[test]
fn enter_says_why_with_rule_history_and_all_levels() {
    let mut world = office().size(80, 60);
    world.press(TAB);
    go_to(&mut world, "Pelayanan publik");
    world.press("i 2 k enter").see("Mengapa · Sari Dewi Lubis").see("Aturan: yang berlaku ialah level terbaru dari atasan");
    world.see("disyaratkan − sekarang = 2 − 2 = 0").see("naik dari 1").see("Sebelumnya: level 1 pada 4 Mei 2026");
    for level in 1..=5 {
        world.see(&format!("Level {level} ·"));
    }
    world.see("Belum ada bukti yang dicatat");
}

#[test]
fn a_question_goes_to_the_next_talk() {
    let mut world = office();
    world.press(TAB).press("a").see("Agenda sesi berikut: tanyakan Integritas.");
    assert!(world.chosen().contains("Kerja sama"));
    world.press("k a");
    let agenda = world.stored("Sari").agenda;
    assert_eq!(agenda.len(), 1, "asked once");
    assert_eq!(agenda[0].text.for_supervisor(), "Tanyakan kompetensi Integritas");
}

#[test]
fn a_round_of_the_same_level_gets_advice_once_and_leads_back() {
    let mut world = office();
    world.press(TAB).press("i 2 2 2 2 2 2 tab").see("Sebelum lanjut").see("level 2 untuk semua 6 kompetensi");
    world.see("6 nilai tanpa satu bukti pun");
    let before = world.stored("Sari");
    world.press("enter");
    assert!(matches!(world.app.screens.top(), Screen::Person(_)));
    assert!(world.chosen().contains("Komunikasi"), "the first that it is about: {}", world.chosen());
    world.press("tab").see_not("Sebelum lanjut");
    assert_eq!(world.stored("Sari"), before, "advice is not kept");
}

#[test]
fn advice_blocks_nothing_and_three_rows_get_none() {
    let mut world = office();
    world.press(TAB).press("i 2 2 2 esc esc").see_not("Sebelum lanjut").see("NAMA");
    world.press(TAB).press("j j j i 2 2 2 2 2 2 esc esc").see("Sebelum lanjut").press("esc").see_not("Sebelum lanjut");
    world.see("NAMA");
    world.restart().see_not("Sebelum lanjut");
}

#[test]
fn in_a_talk_only_what_is_due_or_touched_is_shown_and_skipping_is_one_key() {
    let mut world = office();
    world.press("s alt-5").see("▸ 5 Kompetensi").see("Perlu dinilai").see("Integritas").see_not("Pelayanan publik");
    world.press("ctrl-p").type_text("menenangkan warga #pelayanan-publik").press("ctrl-n");
    world.see("▸ 5 Kompetensi").see("Pelayanan publik").press("ctrl-n").see("▸ 6 Kesepakatan").press("ctrl-p");
    go_to_spot(&mut world, "Pelayanan publik");
    world.press("i 2");
    let sari = world.stored("Sari");
    let rated = sari.ratings.iter().find(|r| r.on == TODAY).unwrap();
    assert_eq!(rated.session, Some(sari.sessions[0].id));
    assert!(world.row_of("Pelayanan publik").contains('✓'));
    world.press("v").see("Semua").press("v").see("Perlu dinilai");
}

#[track_caller]
fn go_to_spot(world: &mut World, text: &str) {
    for _ in 0..30 {
        if world.chosen().contains(text) {
            return;
        }
        world.press("j");
    }
    panic!("no row with {text}\n{}", world.screen());
}

#[test]
fn the_sheet_has_shared_reasons_and_nothing_else_of_ratings() {
    let mut world = office();
    world.press("s alt-5");
    world.press("e").type_text("rahasia di antara kita").press("ctrl-s").press("j e").type_text("selalu membantu rekan");
    world.press("tab tab 2 tab tab right ctrl-s").see("nilai kompetensi: Sari").press("alt-8 pageup");
    let sheet = world.closing_sheet();
    assert!(sheet.get().contains("Kompetensi yang dibicarakan"), "{}", sheet.get());
    assert!(sheet.get().contains("- Kerja sama: selalu membantu rekan"), "{}", sheet.get());
    assert!(!sheet.get().contains("rahasia") && !sheet.get().to_lowercase().contains("level"), "{}", sheet.get());
}

#[test]
fn behaviours_are_rated_per_quarter_and_stand_apart() {
    let mut world = office();
    world.press(TAB).press("space V").see("Perilaku kerja BerAKHLAK · TW IV 2026").see_not("Integritas");
    world.see("Mendahulukan warga").press("i 2 3 -");
    let quarter = |number| EvaluationPeriod::Quarter(Quarter { year: 2026, number });
    let sari = world.stored("Sari");
    let given: Vec<_> = sari.behaviours.iter().map(|b| (b.value, b.rating, b.period)).collect();
    assert_eq!(given[0], (BehaviourValue::ServiceOriented, ExpectationRating::Meets, quarter(4)));
    assert_eq!(given[2], (BehaviourValue::Competent, ExpectationRating::Below, quarter(4)));
    assert_eq!(sari.ratings.len(), 2, "no competency was rated");
    world.press("home , 1").press("home");
    assert_eq!(world.stored("Sari").behaviours.last().unwrap().period, quarter(3));
    world.press(". .").see("tahun 2026").press(".").see("tahun 2026").press(", space V").see("Integritas");
}

#[test]
fn a_special_expectation_and_a_note_stand_with_the_value() {
    let mut world = office();
    world.press(TAB).press("space V i a").see("Ekspektasi khusus pimpinan").type_text("antrean paling lama 15 menit");
    world.press("ctrl-s").see("Ekspektasi khusus: antrean paling lama 15 menit");
    world.press("e right tab").type_text("warga dijemput di pintu").press("ctrl-s").see("warga dijemput di pintu");
    let sari = world.stored("Sari");
    assert_eq!(sari.behaviours[0].rating, ExpectationRating::Above);
    world.press("enter").see("Nilai yang pernah diberikan").see("di atas ekspektasi: warga dijemput");
}

#[test]
fn who_has_no_standard_can_be_rated_too() {
    let mut world = World::three();
    world.press(TAB).see("belum memiliki standar kompetensi").see("Perekat bangsa").see_not("Kearsipan").press("i 2");
    assert_eq!(world.stored("Sari").ratings.len(), 1);
}

#[test]
fn the_brief_names_the_largest_gap_and_what_is_out_of_date() {
    let mut world = office();
    world.press("enter").see("Pelayanan publik −1 · 1 kedaluwarsa, 13 belum pernah dinilai");
}

#[test]
fn ratings_are_readable_without_colour_and_in_english() {
    let plain = Look { ascii: true, mono: true, plain: true, ..Look::default() };
    let mut world = office().look(plain);
    world.press(TAB);
    let row = world.row_of("Pelayanan publik");
    assert!(row.contains("v1"), "{row}");
    world.resize(120, 40).see("Level 5").resize(60, 12).see("Integritas").resize(40, 10).see("Integritas");
    let mut world = office().language(Lang::En);
    world.press(TAB).see("JPM 50.00%").see("supervisor's rating, indicative").see("Integrity");
    world.press("i").see("not seen").press("esc");
    world.press("space V").see("Work behaviour BerAKHLAK");
    assert_eq!(World::place_of(&world.app), Place::PersonBehaviours);
}
