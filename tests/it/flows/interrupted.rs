//! A dropped line, a killed process, a reboot: the next start goes on at the very field.

use crate::support::world::World;

#[test]
fn a_session_goes_on_at_the_field_where_it_was_cut_off() {
    let mut world = World::three();
    world.press("s ctrl-n ctrl-n ctrl-n").type_text("Loket").press("tab").type_text("tenang mela");
    world
        .restart()
        .see("Dilanjutkan di tempat Anda terputus")
        .see("▸ 4")
        .see("Loket")
        .type_text("yani")
        .see("tenang melayani");
}

#[test]
fn a_persons_page_goes_on_at_its_line() {
    let mut world = World::sample();
    world.press("enter tab j j j n").type_text("x");
    world.press("esc");
    let line = world.chosen();
    world.restart();
    assert_eq!(world.chosen(), line);
}

#[test]
fn after_leaving_in_order_the_next_start_is_at_home() {
    let mut world = World::three();
    world.press("enter tab q q");
    assert!(world.quit);
    world.restart().see("NAMA").see_not("Dilanjutkan");
}

#[test]
fn reading_something_does_not_cost_the_drafts() {
    let mut world = World::sample();
    world.press("n").type_text("evi + separuh").press("esc").press("enter tab j j j enter").see("y salin");
    world.kept = Some(world.app.drafts());
    world.restart().press("esc esc n").see("evi + separuh");
}

#[test]
fn drafts_that_make_no_sense_are_left_alone() {
    for kept in [serde_json::json!(null), serde_json::json!({"place": 7}), serde_json::json!([1, 2]), serde_json::json!({})]
    {
        let mut world = World::three();
        world.kept = Some(kept);
        world.restart().see("NAMA");
    }
}

#[test]
fn the_session_of_somebody_who_is_gone_is_left_out() {
    let mut world = World::three();
    world.press("a").type_text("Joko").press("ctrl-s /").type_text("joko").press("enter s").type_text("tujuan");
    let kept = world.kept.clone();
    let mut other = World::three();
    other.kept = kept;
    other.restart().see("NAMA").press("space / t u l i s a n enter j enter esc").see("NAMA");
}
