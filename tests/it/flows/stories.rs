//! A record opens to its whole story, and what was wrong is put right where it is seen.

use crate::support::world::World;

/// Sari with a goal of her own; the timeline is open.
fn on_the_timeline() -> World {
    let mut world = World::sample();
    world.press("g").type_text("sari\n").press("tab");
    world
}

#[test]
fn a_promise_opens_to_who_when_and_what_stood_before() {
    let mut world = World::three();
    world.press("n").type_text("sari >> menata arsip jumat\n").press("enter tab");
    world.press("e").press("tab tab tab").type_text("120 boks").press("ctrl-s");
    world.press("enter").see("Tindak lanjut").see("menata arsip").see("Ditulis").see("Riwayat (2)");
    world.see("Ukuran: (kosong) → 120 boks");
    world.press("esc").see_not("Riwayat (2)");
}

#[test]
fn a_long_story_says_how_much_is_below() {
    let mut world = World::three();
    world.press("n").paste(&format!("sari = {}", "kata ".repeat(400))).press("enter").press("enter tab enter");
    world.see("baris lagi").press("end").see_not("baris lagi");
}

#[test]
fn a_wrong_value_is_withdrawn_in_three_keys_and_the_figures_are_computed_again() {
    let mut world = on_the_timeline();
    world.press("f f f f f").see("[sasaran]");
    let before = world.stored("Sari");
    let keys = ["D", "ctrl-s"];
    world.press(keys[0]).see("Tidak dihapus").type_text("salah ketik").press(keys[1]).see("penarikan");
    assert!(keys.len() <= 3);
    let after = world.stored("Sari");
    assert_eq!((after.check_ins.len() + 1, after.withdrawn.len()), (before.check_ins.len(), 1));
    assert_eq!(after.withdrawals[0].reason.for_supervisor(), "salah ketik");
    world.press("f f home").see("ditarik");
    world.agrees_with_store();
    world.press("u").see("Diurungkan: penarikan “");
    assert_eq!(world.stored("Sari"), before);
    world.agrees_with_store();
}

#[test]
fn what_is_right_takes_the_place_of_a_wrong_value_on_its_day() {
    let mut world = on_the_timeline();
    world.press("f f f f f").press("j e").see("Ralat: Sari").press("ctrl-s").see("Isi yang benar");
    let newest = |world: &World| world.stored("Sari").check_ins.iter().max_by_key(|c| (c.on, c.written, c.id)).cloned();
    let was = newest(&world).unwrap();
    let right = if was.value == Some(bina::domain::Number::ONE) { "0" } else { "1" };
    world.type_text(right).press("tab").type_text("salah baca").press("ctrl-s").see_not("Ralat: Sari");
    let dossier = world.stored("Sari");
    let withdrawn = dossier.withdrawn.first().unwrap().clone();
    let bina::domain::Record::CheckIn(wrong) = withdrawn else { panic!("another kind") };
    let kept = dossier.check_ins.iter().find(|c| c.indicator == wrong.indicator && c.on == wrong.on).unwrap();
    assert_eq!(kept.value.map(|value| value.to_string()).as_deref(), Some(right));
    assert!(was.on >= wrong.on);
}

#[test]
fn a_rating_stands_on_the_timeline_opens_and_is_withdrawn() {
    let mut world = on_the_timeline();
    world.press("f f f f f f").see("[penilaian]");
    let before = world.stored("Sari");
    while !world.chosen().contains("Nilai kompetensi") {
        world.press("j");
    }
    world.press("enter").see("Nilai kompetensi").see("Riwayat (1)").press("esc");
    world.press("D").type_text("bukti milik orang lain").press("ctrl-s");
    let after = world.stored("Sari");
    let left = |d: &bina::domain::Dossier| d.ratings.len() + d.behaviours.len() + d.expectations.len();
    assert_eq!(left(&after) + 1, left(&before));
    world.press("u");
    assert_eq!(world.stored("Sari"), before);
}

#[test]
fn what_stands_on_a_sheet_gets_an_addendum_and_that_is_said_before_the_form() {
    let mut world = World::three();
    world.press("s ctrl-n ctrl-n ctrl-n").type_text("membuka loket tepat waktu").press("ctrl-s");
    world.press("ctrl-d ctrl-d").see("Kode lembar").press("g").type_text("sari").press("enter tab f f").see("membuka loket");
    world.press("e").see("lembar tetap").see("Adendum");
}

/// Sari's sheet has been handed over, and she objects to it; the objection is typed back with its code.
fn objected() -> World {
    let mut world = World::three();
    world.press("s ctrl-n ctrl-n ctrl-n").type_text("laporan tanggal 5 terlambat").press("ctrl-s");
    world.press("ctrl-d ctrl-d").see("Kode lembar").days_pass(3);
    let code = world.stored("Sari").last_closed().unwrap().receipt().unwrap().to_owned();
    world
        .press("g")
        .type_text("sari")
        .press("enter space T")
        .type_text(&code)
        .press("tab right right tab")
        .type_text("laporan sudah dikirim tanggal 4");
    world.press("ctrl-s").press("esc");
    world
}

#[test]
fn an_objection_stands_first_is_forwarded_explained_and_decided_and_each_step_is_kept() {
    let mut world = objected();
    world.see("1 keberatan").see("keberatan");
    assert!(world.row_of("Sari").contains("keberatan"), "{}", world.screen());
    assert!(world.line_of("Sari") < world.line_of("Evi"));
    world.press("2").see("Keberatan (1)").see("laporan sudah dikirim").see("hari ke-1");
    world.press("e").see("Langkah").press("tab").type_text("Camat Marelan").press("ctrl-s").see("hari ke-1 · penjelasan");
    world.days_pass(2);
    world.press("e").see("penjelasan Anda").press("tab").type_text("tanda terima menyebut tanggal 5").press("ctrl-s");
    world.see("hari ke-3 · keputusan");
    world.press("e right right tab").press("ctrl-u").type_text("Camat Marelan").press("tab");
    world
        .type_text("pengiriman tanggal 4 terbukti")
        .press("tab")
        .type_text("tanda terima ada")
        .press("ctrl-s")
        .see_not("Keberatan (1)");
    let chain = world.stored("Sari").objections.first().cloned().unwrap();
    assert_eq!(chain.steps.len(), 4, "{chain:?}");
    assert!(world.stored("Sari").contested().is_empty());
    world.agrees_with_store();
    world.press("u").see("Keberatan (1)");
}

#[test]
fn an_answer_that_an_older_program_kept_is_the_first_step_and_a_later_session_closes_it() {
    let mut world = objected();
    let mut dossier = world.stored("Sari");
    assert_eq!(dossier.objections.len(), 1);
    dossier.objections.clear();
    let answered = dossier.contested();
    assert_eq!((answered.len(), answered[0].chain), (1, None), "the answer alone is an open objection");
    world.press("s ctrl-n ctrl-n ctrl-n").type_text("menata ulang jadwal").press("ctrl-s ctrl-d ctrl-d").see("Kode lembar");
    let mut dossier = world.stored("Sari");
    assert_eq!(dossier.contested().len(), 1, "a record waits for its decision");
    dossier.objections.clear();
    assert!(dossier.contested().is_empty());
}

#[test]
fn an_open_objection_is_the_first_thing_of_the_next_session() {
    let mut world = objected();
    world.press("s").see("Keberatan").press("ctrl-n").see("Yang kembali").see("laporan sudah dikirim tanggal 4");
    world.see("teruskan ke atasan Anda");
}
