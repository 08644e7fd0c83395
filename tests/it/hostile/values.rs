//! Days, numbers and counts that no form takes, in a journal that somebody wrote: every screen and every command lives
//! with them.

use crate::cli::User;
use crate::flows::sizes::SCREENS;
use crate::support::world::World;
use bina::domain::{Change, Number, Op};
use bina::store::{Memory, Store};
use serde_json::Value;
use std::collections::HashMap;

/// A day, an instant, an exact number and a count.
type Extreme = (&'static str, &'static str, &'static str, u64);

const EXTREMES: [Extreme; 4] = [
    ("-009999-01-02", "-009998-01-02T00:00:00Z", "-79228162514264337593543950335", 0),
    ("9999-12-31", "9999-12-30T00:00:00Z", "79228162514264337593543950335", 255),
    ("0000-01-01", "0000-01-01T00:00:00Z", "0.0000000000000000000000000001", 65_535),
    ("9999-12-31", "2026-11-21T03:42:07Z", "0", 4_294_967_295),
];

fn strained(store: &mut dyn Store, extreme: Extreme) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut each = |change| {
        changes.push(change);
        Ok(())
    };
    store.changes(&mut each).unwrap();
    let mut taken = HashMap::new();
    for op in changes.iter_mut().flat_map(|change| &mut change.ops) {
        let mut value = serde_json::to_value(&*op).unwrap();
        let mut places = Vec::new();
        collect(&value, String::new(), String::new(), &mut places);
        for (pointer, place) in places {
            let Some(new) = instead(value.pointer(&pointer).unwrap(), extreme) else { continue };
            let mut tried = value.clone();
            *tried.pointer_mut(&pointer).unwrap() = new;
            let fits = *taken.entry(place).or_insert_with(|| serde_json::from_value::<Op>(tried.clone()).is_ok());
            if fits {
                value = tried;
            }
        }
        // A few places fit alone and not together.
        if let Ok(strained) = serde_json::from_value(value) {
            *op = strained;
        }
    }
    changes
}

fn instead(value: &Value, (day, instant, number, count): Extreme) -> Option<Value> {
    match value {
        Value::Number(_) => Some(count.into()),
        Value::String(text) if text.parse::<jiff::civil::Date>().is_ok() && text.len() == 10 => Some(day.into()),
        Value::String(text) if text.parse::<jiff::Timestamp>().is_ok() => Some(instant.into()),
        Value::String(text) if serde_json::from_value::<Number>(text.as_str().into()).is_ok() => Some(number.into()),
        _ => None,
    }
}

fn collect(value: &Value, pointer: String, place: String, out: &mut Vec<(String, String)>) {
    match value {
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(at, v)| collect(v, format!("{pointer}/{at}"), place.clone(), out));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(key, v)| collect(v, format!("{pointer}/{key}"), format!("{place}/{key}"), out));
        }
        _ => out.push((pointer, place)),
    }
}

fn sample(extreme: Extreme) -> Memory {
    let mut store = Memory::new();
    for change in strained(&mut World::sample().store, extreme) {
        store.commit(&change).unwrap();
    }
    store
}

#[test]
fn every_screen_lives_with_days_and_numbers_at_the_ends() {
    for extreme in EXTREMES {
        let store = sample(extreme);
        for keys in SCREENS {
            World::on(store.clone()).resize(120, 36).press(keys).press("j enter esc");
        }
    }
}

#[test]
fn every_command_lives_with_days_and_numbers_at_the_ends() {
    for extreme in EXTREMES {
        let user = User::new();
        let place = user.home().join("store");
        let changes = strained(&mut World::sample().store, extreme);
        bina::store::Disk::open(&place).unwrap().commit_many(&mut changes.into_iter()).unwrap();
        for args in [
            &["status", "--all"][..],
            &["due"],
            &["brief", "hendra"],
            &["sheet", "hendra"],
            &["goals"],
            &["goals", "--by", "result"],
            &["gaps"],
            &["gaps", "hendra"],
            &["standards"],
            &["export"],
            &["export", "goals"],
            &["export", "ratings"],
            &["log"],
            &["verify"],
            &["rebuild"],
        ] {
            let args = [&["--today", "2026-11-23", "--store", place.to_str().unwrap()], args].concat();
            let run = user.run(&args);
            assert!(run.code <= 1, "{extreme:?}, {args:?}: {} {}", run.code, run.err);
        }
    }
}
