//! Every key everywhere: whatever is pressed, nothing panics, screens agree with the store, and drafts restore.

use super::sizes::{OVERLAYS, SCREENS};
use crate::support::world::World;
use bina::desk::command::COMMANDS;
use bina::desk::key::KeyPress;
use bina::desk::msg::Msg;
use proptest::prelude::*;

fn all_keys() -> Vec<&'static str> {
    let mut keys: Vec<&str> = COMMANDS.iter().flat_map(|row| row.keys.iter().copied()).collect();
    keys.extend([
        "x",
        "é",
        "backspace",
        "delete",
        "left",
        "right",
        "ctrl-w",
        "ctrl-k",
        "ctrl-u",
        "alt-b",
        "4",
        "5",
        "9",
        "@",
        ">",
    ]);
    keys.sort_unstable();
    keys.dedup();
    keys
}

#[test]
fn every_key_works_in_every_place() {
    let keys = all_keys();
    for place in SCREENS.iter().chain(OVERLAYS) {
        let mut there = World::three();
        there.press(place);
        let (at, in_text) = (there.app.place(), there.app.in_text());
        let means = |key: &&&str| there.app.keymap.command(at, in_text, key.parse().unwrap()).is_some();
        for key in keys.iter().filter(means) {
            let mut world = World::three();
            world.press(place).press(key);
            world.agrees_with_store();
        }
    }
}

/// The end of a process at this point costs nothing: the same place, the same text.
fn restores(world: &World) {
    let kept = world.app.drafts();
    assert!(kept.is_object(), "drafts can be written down at any point");
    let mut again = World::on(world.store.clone());
    again.kept = Some(kept.clone());
    again.restart();
    let place = |drafts: &serde_json::Value| (drafts["place"]["overlays"].clone(), drafts["sessions"].clone());
    assert_eq!(place(&again.app.drafts()), place(&kept));
    assert_eq!(again.app.place(), World::place_of(&world.app));
}

/// Which key, and whether something else happens instead.
type Presses = Vec<(usize, u8)>;

fn presses() -> impl Strategy<Value = (Presses, usize)> {
    (proptest::collection::vec((0usize..500, 0u8..40), 1..120), 0usize..100)
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn any_keys(presses: Presses, start: usize) {
    let keys = all_keys();
    let starts: Vec<&str> = SCREENS.iter().chain(OVERLAYS).copied().collect();
    let mut world = World::sample();
    world.press(starts[start % starts.len()]);
    for (at, (key, luck)) in presses.into_iter().enumerate() {
        let press: KeyPress = keys[key % keys.len()].parse().unwrap();
        match luck {
            0 => drop(world.resize(40 + (key as u16) % 100, 10 + (key as u16) % 30)),
            1 => drop(world.paste("tempelan\nbaris dua 👨‍👩‍👧 #tanda")),
            2 => drop(world.days_pass(1)),
            3 => world.disk_full = !world.disk_full,
            4 => drop(world.restart()),
            _ => world.tell(Msg::Key(press)),
        }
        if world.quit {
            world.restart();
        }
        if at % 20 == 0 {
            world.agrees_with_store();
            restores(&world);
        }
    }
    world.agrees_with_store();
    restores(&world);
}

proptest! {
    #![proptest_config(cases(8))]

    #[test]
    fn any_keys_in_any_order((presses, start) in presses()) {
        any_keys(presses, start);
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    #[ignore = "long"]
    fn long_any_keys_in_any_order((presses, start) in presses()) {
        any_keys(presses, start);
    }
}
