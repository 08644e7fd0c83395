//! A person's page as of an earlier day: what was known then, and nothing that could be changed.

use crate::support::world::World;
use bina::app::command::{COMMANDS, Place};

/// Sari with a note of ten days ago that was corrected yesterday, and one of today.
fn corrected() -> World {
    let mut world = World::three();
    world.days_pass(-10);
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
    world.see("ramah").see("teliti sekali").press("O").see("Seperti diketahui pada hari apa?");
    world.type_text("3 hari lalu\n").see("seperti diketahui 18 Nov 2026 · hanya lihat");
    world.see("teliti").see_not("sekali").see_not("ramah");
    world.press("esc").see("Kembali ke hari ini").see("ramah").see("teliti sekali");
    world.press("O").type_text("kemarin\n").see("teliti sekali").see_not("ramah").press("O").see("ramah");
}

#[test]
fn the_day_itself_is_today_there() {
    let mut world = corrected();
    // Nine days after it was agreed the action has no day; the talk that is due counts from that day.
    world.press("backtab").press("O").type_text("11/11/2026\n").see("seperti diketahui 11 Nov 2026");
    let then = world.screen();
    world.press("esc");
    assert_ne!(world.screen(), then);
    assert!(then.contains("terlambat 18 hari") && world.sees("terlambat 28 hari"), "{then}\n{}", world.screen());
}

#[test]
fn before_somebody_was_known_there_is_nothing_and_a_day_to_come_is_refused() {
    let mut world = corrected();
    world.press("O").type_text("1/1/2020\n").see("orang ini belum ada di dalam penyimpanan").press("tab tab").press("esc");
    world.press("O").type_text("2027-01-01\n").see("Tanggalnya belum tiba").press("esc").press("O").type_text("entah\n");
    world.see("tidak terbaca").press("esc").see("ramah");
}

#[test]
fn the_neighbours_are_seen_as_of_the_same_day_and_the_day_survives_a_restart() {
    let mut world = corrected();
    world.press("O").type_text("kemarin\n").press("J").see("Evi Rangkuti").see("seperti diketahui 20 Nov 2026");
    world.press("K").see("teliti sekali").see_not("ramah");
    world.restart();
    world.see("seperti diketahui 20 Nov 2026").see("teliti sekali").see_not("ramah");
    world.press("2");
    assert_eq!(world.app.place(), Place::Agenda);
    world.press("1").see_not("seperti diketahui").press("enter").see_not("seperti diketahui");
}

#[test]
fn what_was_shown_then_can_be_read_and_copied() {
    let mut world = corrected();
    world.press("O").type_text("3 hari lalu\n").press("enter").see("teliti").see_not("sekali").press("esc U").see("Log");
    world.press("esc").see("seperti diketahui");
}

/// Every key of the table, on every tab: the store stays as it is.
#[test]
fn no_key_changes_anything_there() {
    let mut world = World::sample();
    world.press("enter O").type_text("3 bulan lalu\n").see("hanya lihat");
    let before = world.store.clone();
    let count = |world: &World| {
        use bina::store::Store;
        world.store.clone().head().unwrap().entry
    };
    let (_, begun) = (before, count(&world));
    for tab in 0..6 {
        let keys: Vec<&str> = COMMANDS.iter().flat_map(|row| row.keys.iter().copied()).collect();
        for key in keys.iter().chain(&["1", "3", "5", "x", "0", "+", "-", "="]) {
            world.press(key);
            for _ in 0..4 {
                if world.app.as_of().is_some() && world.app.overlays.is_empty() {
                    break;
                }
                // Back to the page, or to it again from wherever the key has led.
                world.press("esc");
            }
            if world.app.as_of().is_none() {
                world.restart();
                while world.app.screens.top().place() != Place::Team || !world.app.overlays.is_empty() {
                    world.press("esc").press("1");
                }
                world.press("enter O").type_text("3 bulan lalu\n");
                for _ in 0..tab {
                    world.press("tab");
                }
            }
            assert_eq!(count(&world), begun, "{key} on tab {tab}");
        }
    }
}
