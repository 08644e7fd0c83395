//! The guided talk: steps in any order, nothing typed is lost.

use crate::support::world::World;
use bina::domain::{Audience, FeedbackKind, SessionKind, SessionState};

#[test]
fn steps_come_in_any_order() {
    let mut world = World::three();
    world.press("s alt-6").see("▸ 6 Kesepakatan").press("alt-2").see("▸ 2 Tindak lanjut").press("alt-8").see("▸ 8 Tutup");
    world.press("alt-1").see("▸ 1 Siapkan").press("ctrl-n ctrl-n").see("▸ 3").press("ctrl-p").see("▸ 2");
}

#[test]
fn a_line_becomes_a_record_when_it_is_saved_or_the_step_is_left() {
    let mut world = World::three();
    world.press("s ctrl-n ctrl-n ctrl-n").type_text("Loket, Selasa pagi").press("tab").type_text("tenang melayani #layanan");
    world.press("ctrl-s").see("✓ catatan");
    world.type_text("- menunda laporan").press("ctrl-n").see("▸ 5").press("ctrl-p").see("menunda laporan");
    let sari = world.stored("Sari");
    let (first, second) = (&sari.feedback[0], &sari.feedback[1]);
    assert_eq!(first.words.for_supervisor().situation, "Loket, Selasa pagi");
    assert_eq!((first.words.audience(), first.kind), (Audience::Shared, FeedbackKind::Praise));
    assert_eq!((second.words.for_supervisor().behaviour.as_str(), second.kind), ("menunda laporan", FeedbackKind::Improve));
    assert_eq!(first.tags, ["layanan"]);
    world.agrees_with_store();
}

#[test]
fn leaving_a_session_keeps_it_and_everything_typed_in_it() {
    let mut world = World::three();
    world.press("s").type_text("membahas arsip").press("tab").type_text("belum jadi baris").press("esc esc");
    world.see("Sesi tetap terbuka").see("terbuka").press("s").see("membahas arsip").see("belum jadi baris");
    let sessions = world.stored("Sari").sessions;
    assert_eq!(sessions.len(), 1, "the same session goes on");
    assert_eq!(sessions[0].purpose, "membahas arsip");
}

#[test]
fn last_times_promises_are_settled_and_carried_over() {
    let mut world = World::three();
    world.press("n").type_text("sari >> menata arsip 15/12\n").press("n").type_text("sari >> mencatat surat 15/12\n");
    world.press("s ctrl-n").see("menata arsip").see("mencatat surat").press("d").see("selesai");
    world.press("space C").see("Bawa ke sesi berikut").type_text("31/12").press("ctrl-s").see("Kam 31 Des");
    let actions = world.stored("Sari").actions;
    assert_eq!(actions.iter().filter(|a| a.state.is_open()).count(), 1);
    assert_eq!(actions.iter().map(|a| a.carried).sum::<u8>(), 1);
    world.agrees_with_store();
}

#[test]
fn a_saved_line_is_taken_up_again() {
    let mut world = World::three();
    world.press("s ctrl-n ctrl-n ctrl-n").type_text("ramah di loket").press("ctrl-s backtab").press("e").see("Ralat");
    world.type_text(" dua").press("ctrl-s").see("ramah di loket dua");
    assert_eq!(world.stored("Sari").feedback.len(), 1);
}

#[test]
fn coaching_has_its_own_four_questions() {
    let mut world = World::three();
    world.press("s ctrl-y").see("Bimbingan kinerja").press("alt-4").see("Kenyataan").see("Pilihan");
    world.press("tab tab tab tab").type_text("arsip rapi akhir bulan").press("ctrl-n");
    let session = &world.stored("Sari").sessions[0];
    assert_eq!(session.kind, SessionKind::Coaching);
    assert_eq!(session.grow.as_ref().unwrap().for_supervisor().goal, "arsip rapi akhir bulan");
}

#[test]
fn mood_and_statements_are_digits_and_words_have_lines() {
    let mut world = World::three();
    world.press("s alt-7").type_text("Saya senang.\nTerima kasih.").press("tab 4 5 3").press("ctrl-n");
    let response = world.stored("Sari").sessions[0].response.clone().unwrap();
    assert_eq!(response.words.get(), "Saya senang.\nTerima kasih.");
    assert_eq!((response.mood, response.statements[0], response.statements[1]), (Some(4), Some(5), Some(3)));
}

#[test]
fn discarding_a_session_keeps_its_notes() {
    let mut world = World::three();
    world
        .press("s ctrl-n ctrl-n ctrl-n")
        .type_text("ramah di loket")
        .press("ctrl-s esc space / b u a n g enter")
        .see("pembatalan sesi");
    let sari = world.stored("Sari");
    assert!(sari.open_session().is_none());
    assert_eq!(sari.feedback.len(), 1);
    world.agrees_with_store();
}

#[test]
fn a_closed_session_is_never_edited_and_an_addendum_is_dated() {
    let mut world = World::three();
    world.press("s ctrl-n ctrl-n ctrl-n").type_text("ramah").press("ctrl-s ctrl-d ctrl-d").see("Kode lembar");
    let before = world.stored("Sari").sessions[0].clone();
    world.days_pass(2).press("g").type_text("sari").press("enter tab f").see("Dialog kinerja");
    world.press("e").see("Perintah itu tidak berlaku pada baris ini.");
    world.press("space A").see("Adendum").type_text("yang benar 18, bukan 81").press("ctrl-s").see("✓ adendum");
    let after = world.stored("Sari").sessions.into_iter().find(|s| s.id == before.id).unwrap();
    assert_eq!((before.sheet(), before.receipt()), (after.sheet(), after.receipt()));
    assert!(matches!(after.state, SessionState::Closed { .. }));
    let addendum = format!("{:?}", after.addenda);
    assert!(addendum.contains("2026-11-23") && addendum.contains("bukan 81"), "{addendum}");
    world.agrees_with_store();
}

#[test]
fn starting_a_session_twice_goes_on_with_the_open_one() {
    let mut world = World::three();
    world.press("s esc esc s esc esc enter s");
    assert_eq!(world.stored("Sari").sessions.len(), 1);
}

#[test]
fn long_words_of_the_employee_can_be_written_in_an_editor() {
    let mut world = World::three();
    world.press("s alt-7").type_text("awal").press("ctrl-o");
    assert_eq!(world.edited, ["awal"]);
    world.tell(bina::desk::msg::Msg::Edited(Some("awal\nlalu panjang".to_owned())));
    world.see("lalu panjang").press("ctrl-n");
    assert_eq!(world.stored("Sari").sessions[0].response.as_ref().unwrap().words.get(), "awal\nlalu panjang");
}
