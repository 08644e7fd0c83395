//! Any size of terminal on any screen: nothing panics, nothing is drawn outside, everything is back at the old size.

use crate::support::world::{World, lines};
use bina::desk::Look;
use bina::desk::command::Place;
use bina::desk::effect::Effect;
use bina::desk::msg::{Msg, Size};
use bina::i18n::Lang;
use bina::runtime::painter::{Painter, Palette};
use ratatui::buffer::Buffer;
use std::sync::{Mutex, OnceLock};

/// Keys from the team list to every screen, and to every step of a session.
pub const SCREENS: &[&str] = &[
    "",
    "/ s a r",
    "2",
    "enter",
    "enter tab",
    "enter tab tab",
    "enter tab tab tab",
    "enter tab tab tab space V",
    "enter tab tab tab tab",
    "3",
    "enter space N a b c ctrl-s esc",
    "w",
    "space M",
    "space M 8",
    "space M , tab i",
    "s",
    "s ctrl-n",
    "s ctrl-n ctrl-n",
    "s ctrl-n ctrl-n ctrl-n",
    "s ctrl-n ctrl-n ctrl-n backtab p",
    "s esc K alt-4",
    "s alt-5",
    "s alt-5 i 1 0",
    "enter tab tab tab i 2 4 4",
    "enter tab tab tab space V i 2",
    "s alt-6",
    "s alt-7 tab",
    "s ctrl-d",
    "4",
    "4 end down down",
    "4 i 1 2",
    "4 v",
    "4 v v",
    "5",
    "5 l j",
    "5 tab",
    "5 tab tab",
    "5 tab tab tab l",
    "5 tab tab tab tab",
    "5 backtab",
    "enter backtab",
    "U",
    "U / s a r",
    "enter tab tab i 9 0 enter esc s ctrl-n ctrl-n ctrl-n backtab",
    "enter tab tab tab i 2 esc esc s ctrl-n ctrl-n ctrl-n backtab",
    "enter U",
    "6",
    "6 v",
    "6 , f",
    "6 enter",
    "6 enter i 3 3",
    "6 w 2 1 e a b c",
    "6 w 2 2 esc enter",
];

/// And to everything that lies over them.
pub const OVERLAYS: &[&str] = &[
    "space",
    "space right down",
    "space / c a",
    "3 space",
    "s alt-5 space",
    "n",
    "n s a r i",
    "n x y z enter",
    ":",
    ": s",
    "g",
    "g s a",
    "?",
    "space B",
    "O",
    "a",
    "space R",
    "space / i r a m a space t i m enter",
    "space I",
    "b",
    "z",
    "space Z",
    "enter space E",
    "enter space P",
    "enter space H",
    "enter space L",
    "enter space X",
    "enter space R",
    "enter a",
    "enter space T",
    "enter space A",
    "enter tab enter",
    "w x",
    "enter tab tab tab tab tab r",
    "enter tab tab tab i 1",
    "enter tab tab tab e",
    "enter tab j j j j e",
    "enter space N",
    "enter space N a b c ctrl-s",
    "enter space N a b c ctrl-s tab tab right right",
    "enter space N a b c ctrl-s esc space / b e r i k a n enter",
    "enter space N a b c ctrl-s esc space / b e r i k a n enter a r i 7",
    "3 i",
    "enter o",
    "enter o k e m a r i n enter",
    "3 enter",
    "6 e",
    "6 d",
    "6 v enter",
    "6 w 0",
    "6 w x",
    "6 w a",
    "6 w 2 2 esc enter c",
    "6 w 2 2 esc enter D",
    "6 w 2 2 esc enter c ctrl-s a",
    "5 enter",
    "5 l j a",
    "5 l j space W",
    "5 l j x",
    "5 tab d",
    "5 tab e",
    "5 tab x",
    "5 tab tab a",
    "5 tab tab tab a",
    "5 tab tab tab tab i",
    "5 backtab i",
    "5 backtab e",
    "5 backtab enter",
    "enter backtab a",
    "4 space N",
];

/// What is seen in a place, and what its keys mean.
pub struct Frame {
    pub keys: &'static str,
    pub place: Place,
    pub in_text: bool,
    pub buffer: Buffer,
    pub cursor: Option<(u16, u16)>,
}

impl Frame {
    pub fn screen(&self) -> String {
        lines(&self.buffer).join("\n")
    }
}

/// Every screen and everything that lies over one, as drawn in a language and a look: reached once for all tests that
/// look at it.
pub fn frames(lang: Lang, look: Look) -> &'static [Frame] {
    type Made = OnceLock<Vec<Frame>>;
    static MADE: Mutex<Vec<((Lang, Look), &'static Made)>> = Mutex::new(Vec::new());
    let made = {
        let mut known = MADE.lock().unwrap();
        let found = known.iter().find(|(of, _)| *of == (lang, look)).map(|(_, made)| *made);
        found.unwrap_or_else(|| {
            let made: &'static Made = Box::leak(Box::default());
            known.push(((lang, look), made));
            made
        })
    };
    made.get_or_init(|| {
        let frame = |keys: &&'static str| {
            let mut world = World::sample_seen(lang, look);
            world.press(keys);
            let (buffer, cursor) = world.drawn();
            Frame { keys, place: world.app.place(), in_text: world.app.in_text(), buffer, cursor }
        };
        SCREENS.iter().chain(OVERLAYS).map(frame).collect()
    })
}

/// Whatever is swept in this file, in the looks, the hidden screen, the fuzz and the hostile texts is swept in every place
/// that the table of commands knows; only what needs a round of ratings first has a test of its own.
#[test]
fn the_sweeps_reach_every_place_of_the_table() {
    let mut reached = vec![Place::SelfCheck];
    for keys in SCREENS.iter().chain(OVERLAYS) {
        let mut world = World::sample();
        world.press("");
        reached.push(world.app.place());
        for key in keys.split(' ').filter(|key| !key.is_empty()) {
            world.press(key);
            reached.push(world.app.place());
        }
    }
    let missing: Vec<&Place> = Place::ALL.iter().filter(|place| !reached.contains(place)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn no_size_breaks_a_screen() {
    for keys in SCREENS.iter().chain(OVERLAYS) {
        let mut world = World::sample();
        world.press(keys);
        let mark = |world: &World| world.screen().lines().find(|line| line.contains('▌')).map(str::to_owned);
        let before = mark(&world);
        // Every width at a few heights and every height at a few widths: all pairs would take minutes.
        for columns in [1, 2, 3, 7, 20, 39, 40, 41, 61, 79, 80, 109, 110, 111, 132, 200] {
            for rows in [1, 10, 24] {
                world.resize(columns, rows);
            }
        }
        for rows in [1, 2, 3, 4, 9, 10, 11, 13, 17, 24, 25, 36, 60] {
            for columns in [40, 80] {
                world.resize(columns, rows);
            }
        }
        world.resize(80, 24);
        assert_eq!(mark(&world), before, "{keys}");
    }
}

#[test]
fn keys_work_while_the_size_changes() {
    for keys in SCREENS {
        let mut world = World::sample();
        world.press(keys);
        for (columns, rows) in [(40, 10), (1, 1), (200, 60), (80, 11), (41, 3)] {
            world.resize(columns, rows).press("down down pagedown end up pageup home tab");
        }
    }
}

#[test]
fn too_small_a_window_says_so_and_keeps_everything() {
    let mut world = World::three();
    world.press("n").type_text("evi + teliti").resize(30, 8).see("Jendela terlalu kecil").type_text("!");
    world.resize(80, 24).see("evi + teliti!");
}

#[test]
fn help_scrolls_to_its_end_and_back() {
    let mut world = World::three().size(80, 12);
    world.press("?").see("SAYA/DIA: janji").see_not("Bantuan: kinerja").press("end").see("Bantuan: kinerja");
    world.see_not("SAYA/DIA: janji").press("home").see("SAYA/DIA: janji");
}

#[test]
fn on_a_wide_terminal_the_brief_stands_beside_the_list() {
    let mut world = World::sample().size(120, 36);
    world.see("Sesi lalu").see("NAMA").see("keberatan atas lembar").press("j").see_not("keberatan atas lembar");
}

#[test]
fn on_a_wide_terminal_a_step_costs_two_rows_and_the_brief_follows_when_the_selection_rests() {
    let mut world = World::sample().size(200, 60);
    let mut painter = Painter::new(Size { columns: 200, rows: 60 }, Palette { color: true, ascii: false });
    let mut cost = |world: &World| {
        let (buffer, cursor) = world.drawn();
        painter.frame(buffer, cursor).len()
    };
    // The first brief does not wait: whoever starts has chosen nobody yet.
    let whole = cost(&world);
    world.see("Sesi lalu");
    let named = |world: &World| lines(&world.draw())[2].split('│').nth(1).unwrap_or_default().trim().to_owned();
    let first = named(&world);
    let mut steps = Vec::new();
    for _ in 0..3 {
        let effects = world.app.update(Msg::Key("j".parse().unwrap()));
        assert!(effects.contains(&Effect::Pause), "{effects:?}");
        steps.push(cost(&world));
        assert_eq!(named(&world), first, "the old brief stands under the old name");
    }
    assert!(world.app.update(Msg::Paused).is_empty());
    assert_ne!(named(&world), first);
    eprintln!("200x60: {whole} bytes, then steps of {steps:?}, and {} at rest", cost(&world));
    assert!(steps.iter().all(|bytes| *bytes < 250), "{steps:?}");
}
