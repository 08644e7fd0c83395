//! What is typed, pasted, brought back from an editor or kept as a draft: whatever it is, what is stored is clean.

use super::corpus::{strings, texts};
use crate::flows::sizes::{OVERLAYS, SCREENS};
use crate::support::bytes::foreign;
use crate::support::world::World;
use bina::desk::key::{Key, KeyPress};
use bina::desk::msg::{Msg, Size};
use bina::domain::language::clean::is_hostile;
use bina::runtime::painter::{Painter, Palette};
use bina::store::Store;

/// Every text comes to some of the places: all of them in all places would take minutes.
fn some_texts(nth: usize) -> impl Iterator<Item = (&'static str, String)> {
    texts().into_iter().skip(nth % 6).step_by(6)
}

/// Whatever the store holds could be printed.
#[track_caller]
fn stored_clean(world: &World, what: &str) {
    let changes = world.store.clone().recent(usize::MAX).unwrap();
    strings(&serde_json::to_value(&changes).unwrap(), &mut |text| {
        let wrong = text.chars().find(|c| *c != '\n' && is_hostile(*c));
        assert_eq!(wrong, None, "{what}: {text:?}");
        assert!(text.chars().count() < 100_000, "{what}");
    });
}

#[track_caller]
fn painted_clean(world: &World, what: &str) {
    let (buffer, cursor) = world.drawn();
    let mut painter = Painter::new(Size { columns: 80, rows: 24 }, Palette { color: true, ascii: false });
    assert_eq!(foreign(&painter.frame(buffer, cursor)), None, "{what}");
}

#[test]
fn nothing_hostile_can_be_typed_pasted_or_edited_into_any_field() {
    for (nth, keys) in SCREENS.iter().chain(OVERLAYS).enumerate() {
        let mut there = World::three();
        there.press(keys);
        if !there.app.in_text() {
            continue;
        }
        for (name, text) in some_texts(nth) {
            let what = format!("{name} in {keys:?}");
            let mut world = World::three();
            world.press(keys).paste(&text);
            for c in text.chars().take(40) {
                world.tell(Msg::Key(KeyPress::char(c)));
            }
            world.tell(Msg::Key(KeyPress { key: Key::Char('\u{202e}'), ctrl: false, alt: true }));
            painted_clean(&world, &what);
            world.press("ctrl-s");
            world.tell(Msg::Edited(Some(text.clone())));
            painted_clean(&world, &what);
            world.press("tab ctrl-s enter enter");
            stored_clean(&world, &what);
        }
    }
}

/// A file of drafts that somebody wrote by hand, or that an older program wrote.
#[test]
fn drafts_are_read_as_something_foreign() {
    for (nth, keys) in SCREENS.iter().chain(OVERLAYS).enumerate() {
        for (name, text) in some_texts(nth) {
            let what = format!("{name} in {keys:?}");
            let mut world = World::three();
            world.press(keys).type_text("abc");
            let mut kept = world.app.drafts();
            let found = spoil(&mut kept, &text);
            let mut world = World::three();
            world.kept = Some(kept);
            world.restart();
            painted_clean(&world, &what);
            world.press("left x right backspace end ctrl-w home delete");
            painted_clean(&world, &what);
            world.press("x ctrl-s enter");
            stored_clean(&world, &what);
            if !found {
                break;
            }
        }
    }
}

/// Every text that is being typed gets something in the middle, and a cursor that stands anywhere.
fn spoil(value: &mut serde_json::Value, with: &str) -> bool {
    match value {
        serde_json::Value::Object(fields) => {
            let mut found = false;
            if let (Some(text), true) = (fields.get("text").and_then(|t| t.as_str()), fields.contains_key("cursor")) {
                let text = format!("{text}{with}{text}");
                let cursor = text.len() / 2 + 1;
                fields.insert("text".into(), text.into());
                fields.insert("cursor".into(), cursor.into());
                found = true;
            }
            fields.values_mut().fold(found, |found, value| spoil(value, with) | found)
        }
        serde_json::Value::Array(list) => list.iter_mut().fold(false, |found, value| spoil(value, with) | found),
        _ => false,
    }
}
