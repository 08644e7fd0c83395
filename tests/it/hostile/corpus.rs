//! Texts that mean harm, and a store full of them, as if it had been written by a program that does not clean.

use bina::domain::{Change, Op};
use bina::store::Store;
use serde_json::Value;
use std::collections::HashMap;

/// What is tried, by name.
pub fn texts() -> Vec<(&'static str, String)> {
    let flood = |letter: &str, count: usize| format!("{letter}{}", "\u{301}".repeat(count));
    vec![
        ("a style", "\x1b[31mmerah\x1b[0m".into()),
        ("a title", "\x1b]0;judul\x07".into()),
        ("a copy", "\x1b]52;c;cm0gLXJm\x07".into()),
        ("a question", "\x1b[c\x1b[6n\x1bP$qm\x1b\\".into()),
        ("an empty screen", "\x1b[2J\x1b[H\x1b[3J".into()),
        ("controls of one byte", "a\u{9b}31mb\u{9d}0;x\u{9c}".into()),
        ("other controls", "a\0b\x07c\x08\x08d\x7fe\x0ef\x0b\x0c".into()),
        ("line ends", "satu\nbina: dua\r\ntiga\rempat\u{85}lima".into()),
        ("line ends of Unicode", "satu\u{2028}dua\u{2029}tiga".into()),
        ("a tab", "satu\tdua".into()),
        ("overrides", "\u{202e}gnirts\u{202c}\u{202d}x".into()),
        ("isolates", "\u{2066}a\u{2067}b\u{2068}c\u{2069}".into()),
        ("marks of direction", "a\u{200e}b\u{200f}c\u{61c}".into()),
        ("no width", "a\u{200b}b\u{200c}c\u{200d}d\u{2060}e\u{feff}f\u{ad}g\u{34f}h".into()),
        ("fillers", "\u{3164}\u{115f}\u{1160}\u{ffa0}".into()),
        ("tags", "a\u{e0041}\u{e007f}".into()),
        ("selectors", "❤\u{fe0f}a\u{e0100}".into()),
        ("private use", "\u{e000}\u{f8ff}\u{f0000}\u{10ffff}".into()),
        ("no characters", "\u{fdd0}\u{fffe}\u{1ffff}".into()),
        ("invisible formats", "\u{1d173}\u{13430}\u{1bca0}\u{180e}\u{180b}\u{206a}".into()),
        ("a flood of marks", flood("a", 500)),
        ("a flood on a wide letter", flood("漢", 500)),
        ("only marks", flood("", 300)),
        ("a family", "👨\u{200d}👩\u{200d}👧 👍🏽 🇮🇩".into()),
        ("wide letters", "漢字かな交じり文".repeat(8)),
        ("right to left", "שלום عليكم".into()),
        ("joined letters", "क्षि நி ก็ำ 각 각".into()),
        ("a long word", "x".repeat(2_000)),
        ("many lines", "a\n".repeat(50)),
        ("a formula", "=cmd|' /C calc'!A0".into()),
        ("an option", "--help".into()),
        ("markup", "<b>&amp;</b> # judul\n- butir `kode`".into()),
        ("a message", "{ $name } {\"{\"} { 1 ->".into()),
        ("nothing", String::new()),
    ]
}

/// Keys whose text says what belongs together, and is no text of a user.
const LINKS: [&str; 3] = ["id", "competency", "required"];

/// Every text in these changes with something hostile before it, in turn.
pub fn poisoned(store: &mut dyn Store) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    store
        .changes(&mut |change| {
            changes.push(change);
            Ok(())
        })
        .unwrap();
    let mut poison = Poison { texts: texts(), next: 0, free: HashMap::new() };
    for change in &mut changes {
        change.by.name = poison.mixed(&change.by.name);
        for op in &mut change.ops {
            let mut value = serde_json::to_value(&*op).unwrap();
            poison.all(&mut value);
            *op = serde_json::from_value(value).unwrap();
        }
    }
    changes
}

struct Poison {
    texts: Vec<(&'static str, String)>,
    next: usize,
    /// Whether any text may stand at a place, found by trying.
    free: HashMap<String, bool>,
}

impl Poison {
    fn mixed(&mut self, text: &str) -> String {
        self.next += 1;
        format!("{} {text}", self.texts[self.next % self.texts.len()].1)
    }

    fn all(&mut self, op: &mut Value) {
        let mut places = Vec::new();
        collect(op, String::new(), String::new(), &mut places);
        for (pointer, place) in places {
            let free = self.free.get(&place).copied().unwrap_or_else(|| {
                let mut tried = op.clone();
                *tried.pointer_mut(&pointer).unwrap() = Value::from("\x1b hostile");
                serde_json::from_value::<Op>(tried).is_ok()
            });
            self.free.insert(place, free);
            if free {
                let text = op.pointer(&pointer).and_then(Value::as_str).unwrap_or_default().to_owned();
                *op.pointer_mut(&pointer).unwrap() = Value::from(self.mixed(&text));
            }
        }
    }
}

/// Every text, with the way to it and the same without numbers.
fn collect(value: &Value, pointer: String, place: String, out: &mut Vec<(String, String)>) {
    match value {
        Value::String(_) => out.push((pointer, place)),
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(at, v)| collect(v, format!("{pointer}/{at}"), place.clone(), out));
        }
        Value::Object(fields) => {
            let own = fields.iter().filter(|(key, _)| !LINKS.contains(&key.as_str()));
            own.for_each(|(key, v)| {
                let step = key.replace('~', "~0").replace('/', "~1");
                collect(v, format!("{pointer}/{step}"), format!("{place}/{key}"), out);
            });
        }
        _ => {}
    }
}

/// Every text in a value.
pub fn strings(value: &Value, each: &mut dyn FnMut(&str)) {
    match value {
        Value::String(text) => each(text),
        Value::Array(list) => list.iter().for_each(|value| strings(value, each)),
        Value::Object(fields) => fields.values().for_each(|value| strings(value, each)),
        _ => {}
    }
}
