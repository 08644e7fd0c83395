//! A walk over all screens with a store full of hostile texts, through the real painter: the terminal gets text and the
//! painter's own sequences, and every row has the width of the terminal.

use super::corpus::{poisoned, texts};
use crate::flows::sizes::{OVERLAYS, SCREENS};
use crate::support::bytes::foreign;
use crate::support::world::World;
use bina::desk::Look;
use bina::desk::msg::Size;
use bina::domain::language::clean;
use bina::runtime::painter::{Painter, Palette};
use bina::store::{Memory, Store};
use ratatui::buffer::Buffer;

/// The sample, poisoned.
pub fn store() -> Memory {
    let mut store = Memory::new();
    for change in poisoned(&mut World::sample().store) {
        store.commit(&change).unwrap();
    }
    store
}

/// Every column belongs to one glyph, and every glyph has the columns that it needs.
#[track_caller]
fn rows_are_right(buffer: &Buffer, what: &str) {
    let area = buffer.area;
    for y in 0..area.height {
        let mut x = 0;
        while x < area.width {
            let symbol = buffer[(x, y)].symbol();
            let columns = (clean::width(symbol) as u16).max(1);
            assert!(x + columns <= area.width, "{what}: row {y} is too wide at {x}: {symbol:?}");
            for behind in x + 1..x + columns {
                assert_eq!(buffer[(behind, y)].symbol(), "", "{what}: row {y}, column {behind} is behind {symbol:?}");
            }
            x += columns;
        }
    }
}

/// More than a frame of a whole screen, each cell with a style of its own and its marks, can't be.
fn most_bytes(size: Size) -> usize {
    usize::from(size.columns) * usize::from(size.rows) * 40
}

#[track_caller]
fn painted_well(world: &World, size: Size, ascii: bool, what: &str) {
    let (buffer, cursor) = world.drawn();
    rows_are_right(&buffer, what);
    let frame = Painter::new(size, Palette { color: true, ascii }).frame(buffer, cursor);
    assert_eq!(foreign(&frame), None, "{what}");
    assert!(frame.len() < most_bytes(size), "{what}: {} bytes", frame.len());
    assert!(!ascii || frame.is_ascii(), "{what}");
}

#[test]
fn no_screen_shows_anything_hostile_and_no_row_breaks() {
    let store = store();
    for (nth, keys) in SCREENS.iter().chain(OVERLAYS).enumerate() {
        let mut world = World::on(store.clone());
        let plain = nth % 2 == 0;
        world.app.look = Look { ascii: plain, mono: plain, plain, ..Look::default() };
        world.press(keys);
        for (columns, rows) in [(80, 24), (120, 36), (40, 10)] {
            world.resize(columns, rows);
            let what = format!("{keys:?} at {columns}x{rows}");
            painted_well(&world, Size { columns, rows }, plain, &what);
        }
    }
}

/// Each alone, so that none hides behind another: as a name, as a note, as what is done at the moment.
#[test]
fn every_hostile_text_is_shown_harmlessly() {
    for (name, text) in texts() {
        let mut change = World::team_change(&[("Sari Dewi Lubis", 200), ("Evi Rangkuti", 120)]);
        for op in &mut change.ops {
            let mut value = serde_json::to_value(&*op).unwrap();
            if let Some(person) = value.pointer_mut("/put/record/person") {
                person["position"] = format!("{text}x").into();
                person["name"]["name"] = format!("{text}Sari").into();
            }
            *op = serde_json::from_value(value).unwrap();
        }
        let mut store = Memory::new();
        store.commit(&change).unwrap();
        let mut world = World::on(store);
        let size = Size { columns: 80, rows: 24 };
        for keys in ["j", "j", "enter", "tab", "s", "esc", "n"] {
            world.press(keys);
            painted_well(&world, size, false, name);
        }
    }
}

/// A word of a megabyte is cut where it is shown, and does not make a key wait.
#[test]
fn a_word_of_a_megabyte_is_one_row_like_any_other() {
    let mut change = World::team_change(&[("Sari Dewi Lubis", 200), ("Evi Rangkuti", 120)]);
    for op in &mut change.ops {
        let mut value = serde_json::to_value(&*op).unwrap();
        if let Some(person) = value.pointer_mut("/put/record/person") {
            person["name"]["name"] = "x".repeat(1 << 20).into();
        }
        *op = serde_json::from_value(value).unwrap();
    }
    let mut store = Memory::new();
    store.commit(&change).unwrap();
    let mut world = World::on(store);
    let size = Size { columns: 80, rows: 24 };
    for keys in ["j", "enter", "tab", "esc", "2", "3", "4"] {
        let begun = std::time::Instant::now();
        world.press(keys);
        painted_well(&world, size, false, keys);
        assert!(begun.elapsed() < std::time::Duration::from_secs(5), "{keys}: {:?}", begun.elapsed());
    }
}
