//! Nobody is surprised by a key: digits go to screens, words typed into a list run nothing, verbs are found in one place.

use super::sizes::{OVERLAYS, SCREENS};
use crate::support::world::World;
use bina::desk::command::Place;
use bina::desk::msg::Msg;
use std::collections::{BTreeMap, BTreeSet};

/// What the title says of digits; nothing where they go to screens.
fn mode(world: &World) -> Option<bina::screens::Mode> {
    world.app.on_top().mode()
}

#[test]
fn a_digit_changes_the_screen_or_with_the_mode_in_the_title_a_value_and_nothing_else() {
    let mut seen = BTreeSet::new();
    // Two ways into a place are enough: what a digit means there hangs on the place, its mode and whether one types.
    let mut ways: BTreeMap<(&str, bool, bool), usize> = BTreeMap::new();
    for keys in SCREENS.iter().chain(OVERLAYS).chain(&["U", "3 j j i", "enter tab tab tab space V"]) {
        let mut there = World::sample();
        there.press(keys);
        let way = ways.entry((there.app.place().id(), mode(&there).is_some(), there.app.in_text())).or_default();
        *way += 1;
        if *way > 2 {
            continue;
        }
        for digit in ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"] {
            let mut world = World::sample();
            world.press(keys);
            seen.insert(world.app.place().id());
            let (entries, mode, typing) = (stored(&world), mode(&world), world.app.in_text());
            let shown = mode.map(|mode| world.app.words.say(mode.message()));
            let screen = world.screen();
            let choice = world.app.place() == Place::Form;
            assert!(shown.is_none_or(|word| screen.contains(&format!("[{word}]"))), "{keys}: {screen}");
            world.press(digit);
            if mode.is_none() {
                assert_eq!(stored(&world), entries, "{keys} {digit} has written something");
            }
            if mode.is_none() && !typing && !choice {
                let at_home = ["1", "2", "3", "4", "5", "6"].contains(&digit) && world.app.place() != Place::Verbs;
                assert!(!at_home || world.app.screens.at_home(), "{keys} {digit}");
            }
        }
    }
    for place in Place::ALL.iter().map(|place| place.id()) {
        let rare = ["self-check"];
        assert!(seen.contains(place) || rare.contains(&place), "no digit was tried in {place}");
    }
}

fn stored(world: &World) -> u64 {
    use bina::store::Store;
    world.store.clone().head().unwrap().entry
}

#[test]
fn a_word_that_arrives_at_once_goes_to_the_filter_and_writes_nothing() {
    for (place, keys) in [("team", ""), ("goals", "3"), ("competencies", "4")] {
        let mut world = World::three();
        world.press(keys);
        let before = stored(&world);
        world.tell(Msg::Burst("evi".to_owned()));
        assert!(world.app.in_text(), "{place}: the filter has it");
        world.see("Evi Rangkuti").see_not("Budi Pohan");
        assert_eq!(stored(&world), before, "{place}");
    }
}

#[test]
fn a_word_writes_nothing_in_any_place_and_moving_keys_still_move() {
    for keys in SCREENS {
        for word in ["dewi", "sari", "budi", "evi", "tuti", "xena"] {
            let mut world = World::sample();
            world.press(keys);
            if world.app.in_text() {
                continue;
            }
            let before = stored(&world);
            world.tell(Msg::Burst(word.to_owned()));
            assert_eq!(stored(&world), before, "{keys}: {word}");
        }
    }
    let mut world = World::three();
    world.tell(Msg::Burst("jjj".to_owned()));
    assert!(!world.app.in_text() && world.chosen().contains("Budi"), "{}", world.chosen());
    world.tell(Msg::Burst("nevi".to_owned()));
    world.see("evi");
    assert_eq!(world.app.place(), Place::Capture, "the first letter opens a line");
}

#[test]
fn space_names_the_verbs_with_their_keys_and_runs_them() {
    let mut world = World::three();
    world
        .press("space")
        .see("Sari Dewi Lubis, S.E.: tekan satu huruf")
        .see("s mulai")
        .see("P")
        .see("Pegawai")
        .see("Program");
    world.press("P").see("Pindahkan: Sari").press("esc");
    world.press("space").type_text("/cuti").press("enter");
    assert_eq!(world.app.place(), Place::Form);
    world.press("esc space esc").see("NAMA");
    world.press("space").type_text("%").see("Tidak ada tindakan dengan huruf %");
}

#[test]
fn a_verb_that_does_not_apply_says_why() {
    let mut world = World::three();
    world.press("space u").see("Tidak ada yang dapat diurungkan");
}

#[test]
fn a_capital_alone_changes_nothing() {
    for keys in SCREENS {
        let mut world = World::sample();
        world.press(keys);
        if world.app.in_text() {
            continue;
        }
        for capital in ('A'..='Z').filter(|c| !"JKDUO".contains(*c)) {
            let (place, before) = (world.app.place(), stored(&world));
            world.press(&capital.to_string());
            assert_eq!((world.app.place(), stored(&world)), (place, before), "{keys} {capital}");
        }
    }
}

#[test]
fn menus_help_and_questions_do_not_come_back_after_a_kill() {
    for keys in ["space", "?", ":", "space B", "O"] {
        let mut world = World::three();
        world.press("j").press(keys);
        world.kept = Some(world.app.drafts());
        world.restart();
        assert_eq!(world.app.place(), Place::Team, "{keys}");
    }
}

#[test]
fn a_draft_that_says_nothing_new_is_none_and_any_other_is_thrown_away_by_a_key() {
    let mut world = World::three();
    world.press("space H").type_text("evi").press("esc").see("1 draf menunggu");
    world.press("x").see("Buang draf").press("x").see("Draf dibuang").see_not("draf menunggu");
    world.press("space H").type_text("evi").press("esc").see("1 draf menunggu");
    world.press("space H ctrl-u esc").see_not("draf menunggu");
}

#[test]
fn the_palette_puts_the_best_match_first_and_shows_why_it_matched() {
    let mut world = World::three();
    world.press(":").type_text("urung");
    assert!(world.chosen().contains('u'), "{}", world.chosen());
    world.press("esc :").type_text("settings").see("juga: settings").press("esc");
    world.press(":").type_text("print").see_not("juga: settings");
}

#[test]
fn help_says_the_signs_first_is_narrowed_by_words_and_runs_what_is_chosen() {
    let mut world = World::three();
    world.press("?");
    assert!(world.line_of("Tanda di layar ini") < world.line_of("Sesi"), "{}", world.screen());
    world.type_text("cuti").see_not("Tanda di layar ini").press("enter");
    assert_eq!(world.app.place(), Place::Form);
    world.press("esc ?").type_text("enkripsi").see("Bantuan: enkripsi").press("enter");
    assert_eq!(world.app.place(), Place::Reader);
    world.press("esc ?").type_text("undo").press("enter").see("Tidak ada yang dapat diurungkan");
    world.press("?").type_text("zzzz").see("Tidak ada").press("esc").see("NAMA");
}
