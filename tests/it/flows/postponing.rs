//! Sessions that were put off or did not take place stay in the history, with their reasons.

use crate::support::world::World;
use bina::domain::SessionState;

#[test]
fn a_postponed_session_stays_in_the_history_with_its_reason() {
    let mut world = World::three();
    world.press("z").type_text("rapat mendadak").press("tab").type_text("jumat").press("ctrl-s").see("✓ penundaan sesi");
    assert!(world.stored("Sari").sessions.iter().any(|s| matches!(&s.state, SessionState::Postponed { .. })));
    world.see("Jum 27 Nov").press("enter tab").see("sesi ditunda ke Jum 27 Nov: rapat mendadak");
    world.press("esc 2").see("Ditunda atau tidak terlaksana bulan ini (1)");
    world.agrees_with_store();
}

#[test]
fn a_missed_session_stays_in_the_history_with_its_reason() {
    let mut world = World::three();
    world.press("space Z").type_text("pegawai sakit").press("ctrl-s").see("✓ sesi tidak terlaksana");
    world.press("enter tab").see("sesi tidak terlaksana: pegawai sakit").press("esc 2").see("tidak terlaksana");
}

#[test]
fn postponing_needs_a_reason() {
    let mut world = World::three();
    world.press("z ctrl-s").see("Tulis alasannya dulu.");
    assert!(world.stored("Sari").sessions.is_empty());
}

#[test]
fn who_was_put_off_often_is_named_for_it() {
    let mut world = World::three();
    for reason in ["satu", "dua", "tiga"] {
        world.press("z").type_text(reason).press("ctrl-s");
    }
    world.press("j k").see("sesi ditunda 3 kali");
}

#[test]
fn a_planned_day_moves_the_next_session() {
    let mut world = World::three();
    world.press("b").type_text("15/12").press("enter");
    assert!(world.row_of("Sari Dewi").contains("Sel 15 Des"), "{}", world.screen());
}
