//! What the user sees of each fault, and what is lost by it: the program itself over stores that are damaged on
//! purpose. The README has the table; it is compared with what was found here.

mod office;
mod refused;

use office::{COMMANDS, Damage, Office};
use std::collections::BTreeMap;
use std::path::Path;

const START: &str = "<!-- faults tried -->";
const END: &str = "<!-- /faults tried -->";

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

/// Puts faults with the same outcome into one line.
fn gathered(found: Vec<(String, &'static str, office::Outcome)>) -> Vec<Row> {
    let mut groups: Vec<(office::Outcome, Vec<Done>)> = vec![];
    for (file, damage, outcome) in found {
        let at = groups.iter().position(|(known, _)| *known == outcome).unwrap_or_else(|| {
            groups.push((outcome, vec![]));
            groups.len() - 1
        });
        let files = &mut groups[at].1;
        match files.iter_mut().find(|(known, _)| *known == file) {
            Some((_, done)) => done.push(damage),
            None => files.push((file, vec![damage])),
        }
    }
    groups.into_iter().map(|(outcome, files)| outcome.row(&named(&files))).collect()
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

fn every_damage(office: &Office) -> Vec<Row> {
    let mut found = vec![];
    for (file, done) in damages() {
        for damage in done {
            let mut outcome =
                office.try_out(file, |store, older| damage.to(&office.path(store, file), &office.path(older, file)));
            // The first column says which.
            outcome.seen = outcome.seen.replace(&format!("…/{}", without_numbers(file)), "…/FILE");
            found.push((file.to_owned(), damage.word(), outcome));
        }
    }
    gathered(found)
}

fn table() -> String {
    let office = Office::build();
    let mut rows = tried_elsewhere();
    let (damaged, refused) = std::thread::scope(|scope| {
        let refused = scope.spawn(|| refused::rows(&office));
        (every_damage(&office), refused.join().unwrap())
    });
    rows.extend(damaged);
    rows.extend(refused);
    let header = format!("| fault | what you see | exit code of {COMMANDS} | lost |\n| --- | --- | --- | --- |\n");
    let line = |row: Row| format!("| {} | {} | {} | {} |\n", row.fault, row.seen, row.codes, row.lost);
    header + &rows.into_iter().map(line).collect::<String>()
}

#[test]
fn what_you_see_of_each_fault_is_as_the_readme_says() {
    let table = table();
    println!("{table}");
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let said = readme.split_once(START).and_then(|(_, rest)| rest.split_once(END)).map_or("", |(block, _)| block);
    assert!(said.trim() == table.trim(), "stale: put this between the marks\n\n{START}\n{table}{END}\n");
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
