//! Both languages; without colour, with ASCII alone, and plain.

use super::sizes::{OVERLAYS, SCREENS};
use crate::support::world::World;
use bina::app::Look;
use bina::i18n::Lang;
use ratatui::style::Color;

#[test]
fn without_colour_there_is_none_on_any_screen() {
    let mono = Look { mono: true, ..Look::default() };
    for keys in SCREENS.iter().chain(OVERLAYS) {
        let mut world = World::sample().look(mono);
        let buffer = world.press(keys).draw();
        let coloured = buffer.content.iter().find(|c| c.fg != Color::Reset || c.bg != Color::Reset);
        assert_eq!(coloured, None, "{keys}");
    }
}

#[test]
fn no_look_sets_a_background() {
    for keys in SCREENS.iter().chain(OVERLAYS) {
        let buffer = World::sample().press(keys).draw();
        assert!(buffer.content.iter().all(|c| c.bg == Color::Reset), "{keys}");
    }
}

/// Letters and signs within messages become ASCII at the very end, cell by cell; marks have ASCII forms of their own,
/// so that they stay different.
#[test]
fn with_ascii_alone_no_mark_is_drawn_that_would_lose_its_meaning() {
    for lang in [Lang::Id, Lang::En] {
        for look in [Look { ascii: true, ..Look::default() }, Look { ascii: true, mono: true, plain: true }] {
            for keys in SCREENS.iter().chain(OVERLAYS) {
                let mut world = World::sample_in(lang).look(look);
                let screen = world.press(keys).screen();
                let other = screen.lines().find(|line| line.contains(['▌', '●', '◆', '◇', '┃', '│', '▸', '─', '•']));
                assert_eq!(other, None, "{lang:?} {keys}");
            }
        }
    }
}

#[test]
fn both_languages_say_everything() {
    for lang in [Lang::Id, Lang::En] {
        for keys in SCREENS.iter().chain(OVERLAYS) {
            let mut world = World::sample_in(lang);
            let screen = world.press(keys).screen();
            for mark in ["{", "}", "\u{2068}", "\u{2069}"] {
                assert!(!screen.contains(mark), "{lang:?} {keys}\n{screen}");
            }
        }
    }
}

#[test]
fn english_is_english() {
    let mut world = World::sample_in(Lang::En);
    world.see("Team").see_not("Tim ").see_not("terlambat").press("enter").see_not("Ringkasan").press("s").see_not("Siapkan");
}

#[test]
fn the_selection_is_marked_in_every_look() {
    for (look, mark) in [
        (Look::default(), "▌"),
        (Look { ascii: true, ..Look::default() }, ">"),
        (Look { plain: true, mono: true, ascii: false }, ">"),
    ] {
        let world = World::three().look(look);
        assert!(world.row_of("Sari Dewi").trim_start().starts_with(mark), "{}", world.screen());
    }
}
