//! The circle: what was noted reaches the talk, the paper, and the next talk.

use crate::support::world::World;
use bina::domain::{Audience, Went};

/// A private note, then a shared one; some days later the session stands at the first of them, the newest.
fn week() -> World {
    let mut world = World::three();
    world.press("n").type_text("sari - membiarkan warga berdiri waktu kursi kosong\n").days_pass(1);
    world.press("n").type_text("sari + narasumber di kelurahan @bersama\n").days_pass(2);
    world.press("s ctrl-n ctrl-n ctrl-n tab tab tab tab").see("Catatan sejak sesi lalu (2)");
    world
}

/// The note whose words begin so, as it is stored.
fn note(world: &World, text: &str) -> bina::domain::Feedback {
    let found = |f: &bina::domain::Feedback| f.words.for_supervisor().text().starts_with(text);
    world.stored("Sari").feedback.into_iter().find(found).unwrap()
}

#[test]
fn what_was_noted_on_monday_is_lifted_on_thursday_and_its_reader_stays() {
    let mut world = week();
    world.press("enter").see("Dalam sesi ini (1)").see("sudah diangkat").see("Catatan sejak sesi lalu (1)");
    world.press("enter").see("Dalam sesi ini (2)").see("Catatan sejak sesi lalu (0)");
    let session = world.stored("Sari").open_session().unwrap().id;
    for (text, audience) in [("narasumber", Audience::Shared), ("membiarkan", Audience::Private)] {
        let note = note(&world, text);
        assert_eq!((note.went, note.session, note.words.audience()), (Some(Went::Lifted(session)), None, audience));
    }
    world.press("ctrl-d");
    let sheet = world.closing_sheet();
    assert!(sheet.get().contains("narasumber di kelurahan") && !sheet.get().contains("membiarkan"), "{}", sheet.get());
    world.press("ctrl-d").see("Kode lembar").days_pass(7);
    world.press("s ctrl-n ctrl-n ctrl-n").see("Dalam sesi ini (0)").see_not("Catatan sejak sesi lalu");
    world.see_not("narasumber").see_not("membiarkan");
    world.agrees_with_store();
}

#[test]
fn a_note_is_shared_only_after_its_exact_words_were_seen_in_at_most_three_keys() {
    let mut world = week();
    world.press("j").see("▌P - ");
    let keys = ["p", "p"];
    world.press(keys[0]).see("Akan dibaca Sari Dewi").see("“membiarkan warga").see("berdiri waktu kursi kosong”");
    assert_eq!(note(&world, "membiarkan").words.audience(), Audience::Private, "nothing is shared by looking");
    world.press(keys[1]).see("sudah diangkat");
    let shared = note(&world, "membiarkan");
    assert_eq!((shared.words.audience(), shared.talk().is_some()), (Audience::Shared, true));
    assert!(keys.len() <= 3);
    world.press("u");
    assert_eq!((note(&world, "membiarkan").words.audience(), note(&world, "membiarkan").went), (Audience::Private, None));
}

#[test]
fn who_goes_on_after_looking_has_shared_nothing_and_looks_again() {
    let mut world = week();
    world.press("j p").see("Akan dibaca").press("k").see_not("Akan dibaca").press("j p").see("Akan dibaca");
    assert_eq!(note(&world, "membiarkan").words.audience(), Audience::Private);
}

#[test]
fn a_note_is_opened_into_situation_behaviour_and_impact_and_stays_what_it_was() {
    let mut world = week();
    world.press("j e").see("Dari catatan").see("P  ").type_text("Senin pagi, loket dua").press("ctrl-s");
    world.see("Dalam sesi ini (1)").see("Catatan sejak sesi lalu (1)").see("sudah diangkat");
    let source = note(&world, "membiarkan");
    let line = note(&world, "Senin pagi");
    assert_eq!((source.went, source.session), (Some(Went::Opened(line.id)), None));
    assert_eq!((line.words.audience(), line.on), (Audience::Private, source.on), "the reader and the day stay");
    assert_eq!(line.words.for_supervisor().behaviour, "membiarkan warga berdiri waktu kursi kosong");
    assert_eq!(world.stored("Sari").evidence().count(), 2, "what was seen once counts once");
    world.press("backtab backtab backtab").see("▌│ P - Senin").press("D");
    assert_eq!(note(&world, "membiarkan").went, None, "it may be lifted again");
    world.agrees_with_store();
}

#[test]
fn a_lifted_note_is_put_back_and_no_note_is_lost() {
    let mut world = week();
    world.press("enter k k").see("▌┃ B + narasumber").press("D").see("✓ catatan dikembalikan dari sesi");
    assert_eq!(note(&world, "narasumber").went, None);
    world.press("enter").see("sudah diangkat").press("space X").see("pembatalan sesi");
    assert_eq!(note(&world, "narasumber").went, None, "a session that was none leaves notes as they were");
    assert_eq!(world.stored("Sari").feedback.len(), 2);
    world.agrees_with_store();
}

#[test]
fn a_line_typed_in_a_session_is_shared_and_says_so() {
    let mut world = World::three();
    world.press("s ctrl-n ctrl-n ctrl-n");
    assert!(world.row_of("Baris baru").trim_end().ends_with("B  akan dibaca pegawai"), "{}", world.screen());
    world.type_text("ramah").press("ctrl-s").type_text("tampak lelah").press("ctrl-t");
    assert!(world.row_of("Baris baru").contains("P  hanya"), "{}", world.screen());
    world.press("ctrl-s");
    let readers = ["ramah", "tampak"].map(|text| note(&world, text).words.audience());
    assert_eq!(readers, [Audience::Shared, Audience::Private]);
}

#[test]
fn older_shared_notes_stand_under_one_folded_line() {
    let mut world = World::three();
    world.press("n").type_text("sari + membantu loket sebelah @bersama\n").press("n").type_text("sari = rahasia lama\n");
    world.press("s alt-7 ctrl-n ctrl-d").see("Kode lembar").days_pass(5);
    world.press("s ctrl-n ctrl-n ctrl-n backtab").see("1 catatan bersama dari sebelum sesi lalu");
    world.see_not("membantu loket").see_not("rahasia lama").press("enter").see("membantu loket");
    world.see_not("rahasia lama").press("j enter").see("Dalam sesi ini (1)");
}

#[test]
fn what_is_shared_stands_on_the_next_sheet_unless_it_is_left_out_with_a_reason() {
    let mut world = week();
    world.press("ctrl-d").see_not("lembar kosong");
    let sheet = world.closing_sheet();
    assert!(sheet.get().contains("Sebelum sesi ini") && sheet.get().contains("narasumber di kelurahan"), "{}", sheet.get());
    assert!(!sheet.get().contains("membiarkan"), "{}", sheet.get());
    world.press("alt-4 tab tab tab tab").see("ikut dicetak").press("x").see("Mengapa tidak ada di lembar ini");
    world.type_text("menunggu izin lurah").press("ctrl-s").see("tidak dicetak").press("ctrl-d");
    let sheet = world.closing_sheet();
    assert!(!sheet.get().contains("narasumber") && !sheet.get().contains("menunggu izin"), "{}", sheet.get());
    world.press("alt-4 tab tab tab tab x").see("ikut dicetak").press("ctrl-d ctrl-d").see("Kode lembar");
    let closed = world.stored("Sari").last_closed().cloned().unwrap();
    assert!(closed.sheet().unwrap().get().contains("narasumber di kelurahan"));
    world.days_pass(7).press("s ctrl-d");
    assert!(!world.closing_sheet().get().contains("narasumber"), "told once");
    world.agrees_with_store();
}

#[test]
fn what_is_private_can_not_be_left_off_a_sheet_on_which_it_never_stands() {
    week().press("j x").see("Ini tidak akan dicetak");
}

/// A word about the person stands in a shared line, and the session is at its last step.
fn warned() -> World {
    let mut world = World::three();
    world.press("s ctrl-n ctrl-n ctrl-n").type_text("tadi malas memanggil antrean").press("ctrl-s ctrl-d");
    world.see("“malas” menilai orangnya");
    world
}

#[test]
fn a_warned_word_is_corrected_and_one_is_back_within_four_keys() {
    let mut world = warned();
    let keys = ["tab", "enter", "ctrl-s"];
    assert!(keys.len() <= 4);
    world.press(keys[0]).press(keys[1]).see("Ralat").see("▸ 4 Umpan balik").type_text("tidak ");
    world.press(keys[2]).see("▸ 8 Tutup");
    assert!(world.closing_sheet().get().contains("tadi tidak malas memanggil"), "the cursor stood before the word");
    world.agrees_with_store();
}

#[test]
fn who_only_looks_at_a_warned_word_comes_back_and_nothing_is_left_unfinished() {
    let mut world = warned();
    world.press("tab enter").see("Ralat").press("esc").see("▸ 8 Tutup").press("ctrl-d").see("Kode lembar");
}

#[test]
fn private_words_and_an_empty_sheet_are_asked_about_twice_and_the_rest_is_only_said() {
    let mut world = World::three();
    world.press("s ctrl-d").see("!! lembar kosong: ^D dua kali").press("ctrl-d").see("^D sekali lagi");
    assert!(world.stored("Sari").open_session().is_some());
    warned().see("cukup dilihat, ^D menutup").press("ctrl-d").see("Kode lembar");
}

#[test]
fn a_missing_next_step_is_written_where_its_warning_leads() {
    let mut world = World::three();
    world.press("s ctrl-n ctrl-n ctrl-n").type_text("ramah di loket").press("ctrl-s ctrl-d");
    world.press("tab enter").see("▸ 6 Kesepakatan").type_text("menata arsip").press("tab").type_text("15/12");
    world.press("ctrl-s").see("▸ 8 Tutup").see_not("Belum ada langkah berikut");
}

#[test]
fn a_session_begun_by_mistake_is_discarded_from_any_field_and_the_planned_day_stays() {
    let text = "esc space X";
    for (step, discard) in [
        ("", text),
        ("ctrl-n", "space X"),
        ("ctrl-n ctrl-n", "space X"),
        ("ctrl-n ctrl-n ctrl-n", text),
        ("alt-5", "space X"),
        ("alt-6", text),
        ("alt-7", text),
        ("ctrl-d", "space X"),
    ] {
        let mut world = World::three();
        world.press("n").type_text("sari ! jadwal loket\n").press("b").type_text("30/11/2026").press("ctrl-s");
        let before = world.stored("Sari");
        world.press("s").press(step).press(discard).see("pembatalan sesi");
        assert_eq!(world.stored("Sari"), before, "from {step}");
        assert!(world.row_of("Sari Dewi").contains("Sen 30 Nov"), "{}", world.screen());
        world.agrees_with_store();
    }
}

#[test]
fn what_was_ticked_off_in_a_session_that_was_none_is_open_again() {
    let mut world = World::three();
    world.press("n").type_text("sari ! jadwal loket\n");
    let before = world.stored("Sari");
    world.press("s ctrl-n d").see("dibahas").press("space X");
    assert_eq!(world.stored("Sari"), before);
}

#[test]
fn who_takes_back_closing_or_discarding_goes_on_at_the_same_step() {
    let mut world = warned();
    world.press("ctrl-d").see("Kode lembar").press("u s").see("▸ 8 Tutup");
    world.press("alt-3 space X").see("pembatalan sesi").press("u s").see("▸ 3 Sasaran");
}

#[test]
fn what_came_back_opens_the_next_session() {
    let mut world = World::three();
    world.press("n").type_text("sari >> menata arsip 15/12\n");
    world.press("s alt-7").type_text("Saya setuju, tetapi jadwal berat").press("tab 2 ctrl-d ctrl-d").see("Kode lembar");
    let receipt = world.stored("Sari").sessions[0].receipt().unwrap_or_default().to_owned();
    world.press("g").type_text("sari").press("enter space T").type_text(&receipt).press("tab right right tab");
    world.type_text("enam baris bukan pekerjaan saya").press("ctrl-s").see("✓ jawaban atas lembar sesi").press("esc");
    world.days_pass(9).press("s").see("Keberatan").see("enam baris bukan pekerjaan saya");
    world.press("ctrl-n").see("Yang kembali dari sesi").see("Saya setuju, tetapi jadwal berat");
    world.see("2 dari 5").see("enam baris bukan pekerjaan saya");
    world.press("t").type_text("Musrenbang dua hari penuh").press("ctrl-s").see("Musrenbang dua hari penuh");
    world.press("esc").see("terbuka");
    world.agrees_with_store();
}
