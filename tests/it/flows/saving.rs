//! "Saved" is said when it is true, and what could not be saved is not lost.

use crate::support::world::World;
use bina::desk::effect::Effect;
use bina::desk::msg::Msg;

#[test]
fn a_failed_commit_says_not_saved_and_u_tries_again() {
    let mut world = World::three();
    world.disk_full = true;
    world.press("n").type_text("evi + teliti\n").see("TIDAK TERSIMPAN").see_not("✓ 10.42");
    assert!(world.stored("Evi").feedback.is_empty());
    world.press("j").see("TIDAK TERSIMPAN").press("u").see("TIDAK TERSIMPAN");
    world.disk_full = false;
    world.press("u").see_not("TIDAK TERSIMPAN").see("✓ 10.42");
    assert_eq!(world.stored("Evi").feedback.len(), 1);
    world.agrees_with_store();
}

#[test]
fn screens_show_what_is_true_after_a_failure() {
    let mut world = World::three();
    world.press("enter tab");
    world.disk_full = true;
    world.press("n").type_text("+ teliti\n").see_not("teliti");
    world.agrees_with_store();
}

#[test]
fn several_changes_that_failed_are_saved_in_their_order() {
    let mut world = World::three();
    world.disk_full = true;
    world.press("n").type_text("evi + satu\n").press("n").type_text("evi + dua\n").press("s").press("esc esc esc");
    world.disk_full = false;
    world.press("u").see_not("TIDAK TERSIMPAN");
    assert_eq!(world.stored("Evi").feedback.len(), 2);
    world.agrees_with_store();
}

#[test]
fn changes_that_build_on_one_that_failed_fail_with_it_and_are_saved_with_it() {
    let mut world = World::three();
    world.disk_slow = true;
    world.press("enter n").type_text("+ teliti\n").press("tab p").see("teliti").see_not("✓ 10.42");
    world.disk_full = true;
    world.answer().see("TIDAK TERSIMPAN").see_not("teliti");
    world.agrees_with_store();
    world.disk_full = false;
    world.press("u").see("teliti").see_not("TIDAK TERSIMPAN");
    assert!(world.stored("Sari").feedback[0].words.shared().is_some());
    world.agrees_with_store();
}

#[test]
fn leaving_with_something_unsaved_asks_once() {
    let mut world = World::three();
    world.disk_full = true;
    world.press("n").type_text("evi + teliti\n").press("q").see("Ada perubahan yang belum tersimpan");
    assert!(!world.quit);
    world.press("q");
    assert!(world.quit);
}

#[test]
fn what_could_not_be_saved_is_still_there_after_a_restart() {
    let mut world = World::three();
    world.disk_full = true;
    world.press("n").type_text("evi + teliti\n");
    world.disk_full = false;
    world.restart().see("TIDAK TERSIMPAN").press("u").see_not("TIDAK TERSIMPAN");
    assert_eq!(world.stored("Evi").feedback.len(), 1);
}

#[test]
fn messages_can_be_read_again() {
    let mut world = World::three();
    world.press("o o n").type_text("evi + teliti\n").press("space B").see("Urutan: nama").see("✓ catatan: Evi");
    world.press("end k k k home").see("✓ catatan: Evi").press("esc").see_not("Urutan: nama");
}

/// The end needs no store that was never opened.
#[test]
fn who_only_looks_at_the_list_and_leaves_asks_for_nobody() {
    let quit = || Msg::Key("q".parse().unwrap());
    assert_eq!(World::three().app.update(quit()), [Effect::Quit]);
    let mut before_everybody_is_read = World::three();
    before_everybody_is_read.app.begin_incomplete();
    assert_eq!(before_everybody_is_read.app.update(quit()), [Effect::Quit]);
}

#[test]
fn a_key_that_came_before_the_one_that_quits_waits_for_everybody() {
    let mut world = World::three();
    world.app.begin_incomplete();
    assert_eq!(world.app.update(Msg::Key("j".parse().unwrap())), []);
    assert_eq!(world.app.update(Msg::Key("q".parse().unwrap())), []);
}
