//! What the user sees of each fault, and what is lost by it: the program itself over stores that are damaged on
//! purpose, in both languages. The help has the table; it is compared with what was found here.

mod office;
mod refused;
mod words;

use crate::support::pages::{LANGS, compare};
use bina::i18n::Lang;
use office::{COMMANDS, Damage, Office};
use std::collections::BTreeMap;

/// One line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub fault: String,
    pub seen: String,
    pub codes: String,
    pub lost: &'static str,
}

const NOTHING: &str = "nothing";

/// What the tests of this and of the neighbouring modules assert in other ways.
fn tried_elsewhere() -> Vec<Row> {
    let row = |fault: &str, seen: &str| Row {
        fault: fault.to_owned(),
        seen: seen.to_owned(),
        codes: "0".to_owned(),
        lost: NOTHING,
    };
    vec![
        row("the process is killed while it commits, opens, fills a file, rebuilds, rests, backs up, restores", "nothing"),
        Row {
            lost: "what was not yet said to be saved; what is there is whole",
            ..row("the process is killed while it imports", "nothing")
        },
        row(
            "the power goes at any moment",
            "nothing, or: The journal ended in something that is no whole entry, usually the rest of a save that was interrupted. It was put aside as torn-N-N; everything before it is whole.",
        ),
        Row {
            lost: "at most the last second of typing",
            ..row("the process is killed in the middle of a sentence", "the sentence, in its field")
        },
        row(
            "`drafts.json` cut, changed or a folder in its place",
            "on the screens: The drafts could not be read and were put aside as drafts.bad. Saved records are whole.",
        ),
        row(
            "an encrypted store: one of `KEY`, `KEY.copy` deleted or changed",
            "The key file KEY was missing, damaged or another store's; it was written anew from the other one, which is whole.",
        ),
        Row {
            codes: "5".to_owned(),
            lost: "nothing, once one of them is put back",
            ..row(
                "an encrypted store: both of them deleted",
                "The store is damaged: the file with the key (KEY and KEY.copy) is missing or can't be read; put it back from a backup.",
            )
        },
    ]
}

/// The files of a store, and what is done to each.
fn damages() -> Vec<(&'static str, &'static [Damage])> {
    use Damage::*;
    const ALL: &[Damage] = &[Cut, Emptied, Zeroed, Flipped, Deleted, Older, Folder, Link];
    const FULL: &[Damage] = &[Cut, Emptied, Zeroed, Flipped, Deleted, Folder, Link];
    vec![
        ("journal-000001.jsonl", FULL),
        ("journal-000002.jsonl", FULL),
        ("journal-000003.jsonl", ALL),
        ("HEAD", ALL),
        ("view", &[Deleted, Folder, Link, File]),
        ("view/db", &[Cut, Emptied, Noise, Deleted, Folder]),
        ("view/conf", &[Cut, Emptied, Noise, Deleted, Folder]),
        ("view/snap.*", &[Cut, Emptied, Noise, Deleted]),
        ("view/blobs", &[Deleted, File]),
        ("team.bin", ALL),
        ("roster.bin", ALL),
        ("dossiers.bin", ALL),
        ("drafts.json", ALL),
        ("LOCK", ALL),
    ]
}

/// A file, and what was done to it.
type Done = (String, Vec<&'static str>);

/// Puts faults with the same outcome into one line; the first of each stands beside it.
fn gathered(found: Vec<(&'static str, Damage, office::Outcome)>) -> Vec<(Row, (&'static str, Damage))> {
    let mut groups: Vec<(office::Outcome, Vec<Done>, (&'static str, Damage))> = vec![];
    for (file, damage, outcome) in found {
        let at = groups.iter().position(|(known, ..)| *known == outcome).unwrap_or_else(|| {
            groups.push((outcome, vec![], (file, damage)));
            groups.len() - 1
        });
        let files = &mut groups[at].1;
        let damage = damage.word();
        match files.iter_mut().find(|(known, _)| *known == file) {
            Some((_, done)) => done.push(damage),
            None => files.push((file.to_owned(), vec![damage])),
        }
    }
    groups.into_iter().map(|(outcome, files, first)| (outcome.row(&named(&files)), first)).collect()
}

/// Files to which the same was done stand together.
fn named(files: &[Done]) -> String {
    let mut by_damage: Vec<(String, Vec<String>)> = vec![];
    for (file, done) in files {
        let done = done.join(", ");
        match by_damage.iter_mut().find(|(known, _)| *known == done) {
            Some((_, files)) => files.push(format!("`{file}`")),
            None => by_damage.push((done, vec![format!("`{file}`")])),
        }
    }
    by_damage.iter().map(|(done, files)| format!("{}: {done}", files.join(", "))).collect::<Vec<_>>().join("; ")
}

fn tried(office: &Office, file: &str, damage: Damage) -> office::Outcome {
    let mut outcome = office.try_out(file, |store, older| damage.to(&office.path(store, file), &office.path(older, file)));
    // The first column says which.
    outcome.seen = outcome.seen.replace(&format!("…/{}", without_numbers(file)), "…/FILE");
    outcome
}

fn every_damage(office: &Office) -> Vec<(Row, (&'static str, Damage))> {
    let all = damages();
    let each = all.iter().flat_map(|(file, done)| done.iter().map(move |damage| (*file, *damage)));
    gathered(each.map(|(file, damage)| (file, damage, tried(office, file, damage))).collect())
}

/// Every fault, with what is seen of it in Indonesian. The language decides only about the words, so that of damages
/// with one outcome the first is tried in both.
fn rows() -> Vec<(Row, String)> {
    let (english, indonesian) = (Office::build(Lang::En), Office::build(Lang::Id));
    let (damaged, refused, other) = std::thread::scope(|scope| {
        let refused = scope.spawn(|| refused::rows(&english));
        let other = scope.spawn(|| refused::rows(&indonesian));
        let translated = |(row, (file, damage)): (Row, (&str, Damage))| {
            let other = tried(&indonesian, file, damage);
            assert_eq!((codes(&other.codes), other.lost), (row.codes.clone(), row.lost), "{}", row.fault);
            (row, other.seen)
        };
        let damaged: Vec<_> = every_damage(&english).into_iter().map(translated).collect();
        (damaged, refused.join().unwrap(), other.join().unwrap())
    });
    let bare = |rows: &[Row]| rows.iter().map(|row| Row { seen: String::new(), ..row.clone() }).collect::<Vec<_>>();
    assert_eq!(bare(&refused), bare(&other), "the language decides only about the words");
    let refused = refused.into_iter().zip(other.into_iter().map(|row| row.seen));
    let elsewhere = tried_elsewhere().into_iter().map(|row| (row.clone(), row.seen));
    elsewhere.chain(damaged).chain(refused).collect()
}

fn table(lang: Lang, rows: &[(Row, String)]) -> String {
    let said = |text: &str| words::said(lang, text);
    let heads = ["fault", "what you see"].map(said);
    let codes = said("exit code of");
    let header =
        format!("| {} | {} | {codes} {COMMANDS} | {} |\n| --- | --- | --- | --- |\n", heads[0], heads[1], said("lost"));
    let line = |(row, indonesian): &(Row, String)| {
        let seen = if lang == Lang::Id { indonesian } else { &row.seen };
        let (fault, seen, lost) = (said(&row.fault), said(seen), said(row.lost));
        format!("| {fault} | {seen} | {} | {lost} |\n", row.codes)
    };
    header + &rows.iter().map(line).collect::<String>()
}

#[test]
fn what_you_see_of_each_fault_is_as_the_help_says() {
    let rows = rows();
    for lang in LANGS {
        compare("faults", "faults tried", lang, &table(lang, &rows));
    }
}

/// A sentence, or two with what to do, and nothing of the inside of the program.
pub fn assert_plain(said: &str) {
    for debris in ["panicked", "thread '", "RUST_BACKTRACE", "os error", "Os {", "Error", "unwrap", "sled", "bincode", "::"]
    {
        assert!(!said.contains(debris), "{debris} in: {said}");
    }
    for line in said.lines() {
        let sentences = line.trim_end_matches('.').matches(". ").count() + 1;
        assert!(sentences <= 2, "{sentences} sentences: {line}");
    }
}

/// Numbers depend on the run.
fn without_numbers(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c.is_ascii_digit() {
            true if out.ends_with('N') => {}
            true => out.push('N'),
            false => out.push(c),
        }
    }
    // These are the same each time.
    out.replace("chmod N", "chmod 700").replace("view.bad-N", "view.bad-1")
}

fn codes(codes: &[i32]) -> String {
    let different: BTreeMap<i32, ()> = codes.iter().map(|code| (*code, ())).collect();
    match different.len() {
        1 => codes[0].to_string(),
        _ => codes.iter().map(i32::to_string).collect::<Vec<_>>().join(", "),
    }
}
