//! Both languages; without colour, with ASCII alone, and plain.

use super::sizes::{Frame, frames};
use crate::support::world::{World, lines};
use bina::desk::Look;
use bina::desk::command::Place;
use bina::i18n::Lang;
use ratatui::style::Color;

const PLAIN: Look = Look { ascii: true, mono: true, plain: true, indexed: false, ground: None };

#[test]
fn without_colour_there_is_none_on_any_screen() {
    for frame in frames(Lang::Id, Look { mono: true, ..Look::default() }) {
        let coloured = frame.buffer.content.iter().find(|c| c.fg != Color::Reset || c.bg != Color::Reset);
        assert_eq!(coloured, None, "{}", frame.keys);
    }
}

#[test]
fn no_look_sets_a_background() {
    for frame in frames(Lang::Id, Look::default()) {
        assert!(frame.buffer.content.iter().all(|c| c.bg == Color::Reset), "{}", frame.keys);
    }
}

/// Letters and signs within messages become ASCII at the very end, cell by cell; marks have ASCII forms of their own,
/// so that they stay different.
#[test]
fn with_ascii_alone_no_mark_is_drawn_that_would_lose_its_meaning() {
    for lang in [Lang::Id, Lang::En] {
        for look in [Look { ascii: true, ..Look::default() }, PLAIN] {
            for frame in frames(lang, look) {
                let screen = frame.screen();
                let other = screen.lines().find(|line| line.contains(['▌', '●', '◆', '◇', '┃', '│', '▸', '─', '•']));
                assert_eq!(other, None, "{lang:?} {}", frame.keys);
            }
        }
    }
}

#[test]
fn both_languages_say_everything() {
    for lang in [Lang::Id, Lang::En] {
        for frame in frames(lang, Look::default()) {
            let screen = frame.screen();
            for mark in ["{", "}", "\u{2068}", "\u{2069}"] {
                assert!(!screen.contains(mark), "{lang:?} {}\n{screen}", frame.keys);
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
    for (look, mark) in [(Look::default(), "▌"), (Look { ascii: true, ..Look::default() }, ">"), (PLAIN, ">")] {
        let world = World::three().look(look);
        assert!(world.row_of("Sari Dewi").trim_start().starts_with(mark), "{}", world.screen());
    }
}

/// What is read aloud line by line has no lines drawn, and nothing beside something else.
#[test]
fn plain_is_linear_without_a_drawn_line() {
    for frame in frames(Lang::Id, PLAIN) {
        let (screen, keys) = (frame.screen(), frame.keys);
        // The sheet is shown as it will be printed: a heading of it is underlined.
        let printed = |line: &&str| {
            line.rsplit("| ").next().is_some_and(|text| text.len() > 8 && text.trim_end().chars().all(|c| c == '-'))
        };
        let screen: String = screen.lines().filter(|line| !printed(line)).map(|line| format!("{line}\n")).collect();
        assert!(!screen.contains("---") && !screen.contains("| |"), "{keys}\n{screen}");
    }
    let mut wide = World::sample().look(PLAIN).size(200, 36);
    wide.see("NAMA").see_not("Sesi lalu").press("enter").see("Sesi lalu").see_not("NAMA");
}

/// It stands in the text that is typed, or on the line that is selected; where only is read, at most on the page.
#[test]
fn the_terminals_cursor_is_on_what_has_the_focus() {
    for look in [Look::default(), PLAIN] {
        for frame in frames(Lang::Id, look) {
            let Frame { keys, place, buffer, .. } = frame;
            let Some((x, y)) = frame.cursor else {
                assert!(!frame.in_text, "{keys}: typing without a cursor\n{}", frame.screen());
                let list = matches!(place, Place::Team | Place::Agenda | Place::Person);
                let marked = list && lines(buffer).iter().any(|line| line.trim_start().starts_with(['▌', '>']));
                assert!(!marked, "{keys}: a selection without a cursor\n{}", frame.screen());
                continue;
            };
            if !frame.in_text {
                let symbol = buffer[(x, y)].symbol();
                // Or at the beginning of a choice, in the line of its field; in a grid behind the bracket of its cell.
                let field = !lines(buffer)[usize::from(y)].is_empty();
                let choice = matches!(place, Place::Session | Place::Form) && field;
                let cell = matches!(place, Place::Month | Place::Competencies | Place::Rating)
                    && x > 0
                    && buffer[(x - 1, y)].symbol() == "[";
                assert!(
                    choice || cell || ["▌", ">"].contains(&symbol),
                    "{keys}: the cursor is on {symbol:?}\n{}",
                    frame.screen()
                );
            }
        }
    }
}

/// Refused before anything is typed, and not promised in the line of keys.
#[test]
fn whoever_only_looks_is_offered_no_key_that_writes() {
    let mut world = World::sample_in(Lang::En);
    world.app.read_only = true;
    world.press("j k").see("open").see_not("n note").see_not("s session").see("view only");
    for key in ["n", "s", "a", "u", "b"] {
        world.press(key).see("View only: nothing can be changed.");
        assert!(world.app.overlays.is_empty() && world.app.waiting() == 0, "{key}");
    }
    world.press("enter").see("of 13").press("i").see("View only");
}

#[test]
fn what_lies_over_a_screen_says_how_it_is_left() {
    for screen in ["1", "2", "3", "4", "enter"] {
        for overlay in ["?", "O", "space B"] {
            let mut world = World::sample_in(Lang::En);
            world.press(screen).press(overlay);
            let screen_text = world.screen();
            assert!(
                screen_text.lines().last().is_some_and(|line| line.contains("Esc back")),
                "{screen} {overlay}\n{screen_text}"
            );
        }
    }
}

#[test]
fn a_page_as_of_a_day_promises_no_key_that_rates() {
    let mut world = World::sample_in(Lang::En);
    world.days_pass(2);
    world.press("enter tab tab tab i").see("1-5").press("space Q").type_text("yesterday\n").see("view only").see_not("1-5");
}
