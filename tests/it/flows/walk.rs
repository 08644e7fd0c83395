//! A walk through many people.

use crate::support::world::World;

#[test]
fn a_walk_goes_through_those_who_need_the_user() {
    let mut world = World::three();
    world.press("w").see("Keliling").see("Sari Dewi Lubis").see("1 dari 2").press("J").see("Evi Rangkuti").press("J");
    world.see("Keliling selesai: 2 orang ditangani.").see("NAMA");
}

#[test]
fn a_filter_chooses_who_is_walked_to() {
    let mut world = World::three();
    world.press("/").type_text("budi").press("enter w").see("Budi Pohan").see("1 dari 1");
}

#[test]
fn somebody_is_skipped_with_a_reason_that_stays() {
    let mut world = World::three();
    world.press("w x").see("Lewati").type_text("dinas luar").press("enter").see("Evi Rangkuti");
    assert_eq!(world.stored("Sari").skips[0].reason, "dinas luar");
    world.press("esc enter tab").see("dilewati saat keliling: dinas luar");
}

#[test]
fn skipping_needs_a_reason() {
    World::three().press("w x enter").see("Tulis alasannya dulu.").see("Sari");
}

#[test]
fn who_is_parked_comes_again_at_the_end() {
    let mut world = World::three();
    world.press("w z").see("Evi Rangkuti").press("J").see("Sari Dewi Lubis").press("J").see("Keliling selesai");
}

#[test]
fn a_session_closed_in_a_walk_goes_on_to_the_next_person() {
    let mut world = World::three();
    world.press("w s ctrl-d ctrl-d ctrl-d").see("Keliling").see("Evi Rangkuti");
    assert!(world.stored("Sari").last_closed().is_some());
}

#[test]
fn a_walk_survives_leaving_and_the_end_of_the_process() {
    let mut world = World::three();
    world.press("w J").see("Evi Rangkuti").restart().see("Keliling").see("Evi Rangkuti").see("2 dari 2");
    world
        .press("esc")
        .see("draf menunggu")
        .press("space / t u l i s a n enter")
        .see("Evi Rangkuti")
        .press("esc q")
        .restart();
    world.press("space / t u l i s a n enter").see("Evi Rangkuti");
}

#[test]
fn nobody_to_walk_to_is_said() {
    World::team(&[("Budi", 1)]).press("w").see("Tidak ada yang perlu didatangi");
}
