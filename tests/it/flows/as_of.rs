//! A person's page as of an earlier day: what was known then, and nothing that could be changed.

use crate::support::world::World;
use bina::desk::command::{COMMANDS, Place};
use bina::store::Store;

/// Sari with a note of 21 November that was corrected on the 30th, and one of 1 December, which is today.
fn corrected() -> World {
    let mut world = World::three();
    world.press("n").type_text("sari + teliti\n").press("n").type_text("sari >> menata arsip\n");
    world.days_pass(9);
    world.press("enter tab f f e tab tab").type_text(" sekali").press("ctrl-s").see("teliti sekali");
    world.days_pass(1);
    world.press("n").type_text("+ ramah\n");
    world
}

#[test]
fn the_page_shows_what_was_known_at_the_end_of_that_day() {
    let mut world = corrected();
    world.see("ramah").see("teliti sekali").press("space Q").see("Keadaan per hari");
    world.type_text("3 hari lalu\n").see("keadaan per 28 Nov 2026 · hanya lihat");
    world.see("teliti").see_not("sekali").see_not("ramah");
    world.press("esc").see("Kembali ke hari ini").see("ramah").see("teliti sekali");
    world.press("space Q").type_text("kemarin\n").see("teliti sekali").see_not("ramah").press("space Q").see("ramah");
}

#[test]
fn the_day_itself_is_today_there() {
    let mut world = corrected();
    world.press("backtab").see("terlambat 179 hari").press("space Q").type_text("21 november\n");
    world.see("keadaan per 21 Nov 2026").see("terlambat 169 hari").press("esc").see("terlambat 179 hari");
}

#[test]
fn before_somebody_was_known_there_is_nothing_and_a_day_to_come_is_refused() {
    let mut world = corrected();
    world.press("space Q").type_text("1/1/2020\n").see("orang ini belum dicatat").press("esc");
    world
        .press("space Q")
        .type_text("2027-01-01\n")
        .see("Tanggalnya belum tiba")
        .press("esc")
        .press("space Q")
        .type_text("entah\n");
    world.see("belum terbaca sebagai tanggal").press("esc").see("ramah");
}

#[test]
fn the_neighbours_are_seen_as_of_the_same_day_and_the_day_survives_a_restart() {
    let mut world = corrected();
    world.press("space Q").type_text("kemarin\n").press("J").see("Evi Rangkuti").see("keadaan per 30 Nov 2026");
    world.press("K").see("teliti sekali").see_not("ramah");
    world.restart();
    world.see("keadaan per 30 Nov 2026").see("teliti sekali").see_not("ramah");
    world.press("2");
    assert_eq!(world.app.place(), Place::Agenda);
    world.press("1").see_not("keadaan per").press("enter").see_not("keadaan per");
}

#[test]
fn what_was_shown_then_can_be_read_and_copied() {
    let mut world = corrected();
    world
        .press("space Q")
        .type_text("3 hari lalu\n")
        .press("enter")
        .see("teliti")
        .see_not("sekali")
        .press("esc U")
        .see("Log");
    world.press("esc").see("keadaan per");
}

/// Every key of the table, on a page full of records: the store stays as it is, and nothing waits as a draft.
#[test]
fn no_key_changes_anything_there() {
    let mut world = World::sample();
    world.days_pass(7);
    let look_back = |world: &mut World, tabs: usize| {
        world.press("enter space Q").type_text("3 hari lalu\n").see("hanya lihat");
        for _ in 0..tabs {
            world.press("tab");
        }
        assert!(world.app.nothing_known().is_none(), "{}", world.screen());
    };
    let mut keys: Vec<&str> = COMMANDS.iter().flat_map(|row| row.keys.iter().copied()).chain(["5", "0", "+", "-"]).collect();
    keys.sort_unstable();
    keys.dedup();
    // Timeline, goals, competencies: where records can be changed.
    for tab in 1..4 {
        look_back(&mut world, tab);
        for key in &keys {
            world.press("j").press(key);
            assert!(!world.app.overlays.iter().any(|overlay| overlay.in_text() && overlay.place() == Place::Form), "{key}");
            assert!(
                world.app.office.pending.is_empty() && world.app.waiting() == 0,
                "{key} on tab {tab}: {}",
                world.screen()
            );
            if world.app.as_of().is_some() && world.app.overlays.is_empty() {
                continue;
            }
            // To the page again from wherever the key has led: another screen, an overlay, today.
            for _ in 0..9 {
                if world.app.place() != Place::Team {
                    world.press("esc esc 1");
                }
            }
            look_back(&mut world, tab);
        }
        for _ in 0..9 {
            world.press("esc");
        }
    }
    assert_eq!(world.store.head().unwrap(), World::sample().store.head().unwrap());
}
