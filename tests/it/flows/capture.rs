//! Quick capture: one line from anywhere.

use crate::support::world::World;
use bina::domain::{Audience, FeedbackKind, Owner};
use jiff::civil::date;

#[test]
fn one_line_becomes_a_note_from_any_screen() {
    for place in ["", "2", "enter", "w", "enter tab tab"] {
        let mut world = World::three();
        world.press(place).press("n").type_text("evi + membereskan arsip #arsip kemarin\n").see("✓ catatan");
        let note = &world.stored("Evi").feedback[0];
        assert_eq!(note.words.for_supervisor().behaviour, "membereskan arsip");
        assert_eq!(
            (note.kind, note.on, note.words.audience()),
            (FeedbackKind::Praise, date(2026, 11, 20), Audience::Private)
        );
        assert_eq!(note.tags, ["arsip"]);
        world.agrees_with_store();
    }
}

#[test]
fn on_a_persons_page_the_name_may_be_left_out() {
    let mut world = World::three();
    world.press("enter n").type_text("- menunda laporan\n");
    assert_eq!(world.stored("Sari").feedback[0].kind, FeedbackKind::Improve);
}

#[test]
fn promises_and_agenda_lines_come_from_the_same_line() {
    let mut world = World::three();
    world.press("n").type_text("evi >> saya mengurus izin pelatihan jumat\n");
    world.press("n").type_text("evi ! beban kerja\n");
    let evi = world.stored("Evi");
    assert_eq!((evi.actions[0].owner, evi.actions[0].due), (Owner::Supervisor, Some(date(2026, 11, 27))));
    assert_eq!(evi.agenda[0].text.for_supervisor(), "beban kerja");
}

#[test]
fn a_name_that_fits_several_is_never_guessed() {
    let mut world = World::team(&[("Sari Dewi", 9), ("Sari Indah", 9)]);
    world.press("n").type_text("sari + ramah di loket\n").see("Beberapa orang cocok: ").see("Sari Dewi; Sari Indah");
    assert!(world.stored("Sari Dewi").feedback.is_empty() && world.stored("Sari Indah").feedback.is_empty());
    world.see("sari + ramah di loket");
    world.press("home").type_text("indah ").press("enter");
    assert_eq!(world.stored("Sari Indah").feedback.len(), 1, "{}", world.screen());
}

#[test]
fn an_unknown_name_is_refused_and_the_line_stays() {
    let mut world = World::three();
    world.press("n").type_text("joko + tepat waktu\n").see("Tidak ada yang bernama “joko”").see("joko + tepat waktu");
}

#[test]
fn what_was_typed_survives_esc_and_the_end_of_the_process() {
    let mut world = World::three();
    world.press("n").type_text("evi + separuh kalim").press("esc").see("draf").press("n").see("evi + separuh kalim");
    world.press("esc").restart().press("j n").see("evi + separuh kalim");
    world.restart().see("evi + separuh kalim").type_text("at\n");
    assert_eq!(world.stored("Evi").feedback[0].words.for_supervisor().behaviour, "separuh kalimat");
    world.press("n").see_not("separuh");
}

#[test]
fn tab_completes_and_a_key_turns_the_audience() {
    let mut world = World::three();
    world.press("n").type_text("ev").press("tab").see("Evi Rangkuti").type_text("+ teliti").press("ctrl-t enter");
    assert_eq!(world.stored("Evi").feedback[0].words.audience(), Audience::Shared, "{}", world.screen());
}

#[test]
fn who_may_read_the_note_is_always_seen_while_it_is_written() {
    let mut world = World::three();
    world.press("n").type_text("sari + menyusun ulang arsip #arsip #layanan #kompeten #adaptif kemarin").see("[pribadi]");
    world.press("ctrl-t").see("[bersama]").see_not("[pribadi]");
}

#[test]
fn a_pasted_line_end_does_not_send_the_line() {
    let mut world = World::three();
    world.press("n").paste("evi + satu\ndua\x1b[31m tiga");
    assert!(world.stored("Evi").feedback.is_empty());
    world.see("evi + satu dua").press("enter");
    let text = world.stored("Evi").feedback[0].words.for_supervisor().behaviour.clone();
    assert!(!text.contains('\x1b') && text.starts_with("satu dua"), "{text:?}");
}

#[test]
fn what_an_editor_gives_back_is_taken_like_a_paste_whatever_ends_its_lines() {
    let mut world = World::three();
    world.press("n").type_text("evi + x").press("ctrl-o");
    world.tell(bina::desk::msg::Msg::Edited(Some("\u{feff}evi + dari edi\u{ad}tor\r\nbaris dua\r\n".to_owned())));
    world.press("enter").see("✓ catatan");
    assert_eq!(world.stored("Evi").feedback[0].words.for_supervisor().behaviour, "dari editor baris dua");
}
