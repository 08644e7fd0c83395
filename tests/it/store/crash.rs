//! What a kill and a full disk leave behind: the [`writer`] is killed at random moments, whatever it is doing.

use super::writer::{self, IMPORT, TASKS};
use super::*;
use bina::domain::records::record;
use bina::store::{Snapshot, StoreError, restore, verify};
use std::io::{BufRead, BufReader, Read};
use std::process::Child;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// What the writer says, line by line.
fn lines(child: &mut Child) -> Receiver<String> {
    let (sender, receiver) = channel();
    let out = BufReader::new(child.stdout.take().unwrap());
    std::thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
    receiver
}

/// What was acknowledged, by what it was: the highest number of each.
#[derive(Default)]
struct Acknowledged {
    saved: u64,
    copied: u64,
}

impl Acknowledged {
    fn hear(&mut self, line: &str) -> bool {
        let Some((what, number)) = line.split_once(' ').and_then(|(w, n)| Some((w, n.parse::<u64>().ok()?))) else {
            return false;
        };
        match what {
            "saved" => self.saved = self.saved.max(number),
            "copied" => self.copied = self.copied.max(number),
            _ => {}
        }
        matches!(what, "saved" | "copied" | "restored")
    }
}

/// Starts the writer and kills it: every third time soon after the start, otherwise some time after its first word.
fn kill_once(place: &Place, task: &str, round: u64, random: &mut IdSource) -> Acknowledged {
    let mut acknowledged = Acknowledged::default();
    let mut child = writer::command(&place.dir(), task).spawn().unwrap();
    let said = lines(&mut child);
    if round % 3 != 2 {
        while !acknowledged.hear(&said.recv().expect("the writer goes on until it is killed")) {}
    }
    // A large one takes its time.
    let span = if task == "large" { 900_000 } else { 60_000 };
    let end = Instant::now() + Duration::from_micros(random.random() % span);
    while let Ok(line) = said.recv_timeout(end.saturating_duration_since(Instant::now())) {
        acknowledged.hear(&line);
    }
    child.kill().unwrap();
    said.iter().for_each(|line| {
        acknowledged.hear(&line);
    });
    child.wait().unwrap();
    acknowledged
}

/// Everything that was acknowledged is there, and nothing but it and what was on its way.
fn check(place: &Place, task: &str, before: u64, acknowledged: &Acknowledged) -> u64 {
    let acked = acknowledged.saved.max(before);
    let mut store = place.open();
    let found = writer::count_whole(&mut store);
    let on_its_way = if task == "import" { IMPORT } else { 1 };
    // The one who opens an empty store also adds the person.
    assert!((acked..=acked + on_its_way + u64::from(acked == 0)).contains(&found), "{task}: {found}, {acked} acknowledged");
    assert_eq!(store.head().unwrap().entry, found);
    let checked = store.verify().unwrap();
    assert!(checked.is_sound() && checked.view_compared, "{task}: {checked:?}");
    drop(store);
    check_copies(place, task, acknowledged.copied);
    found
}

/// Whatever has the name of a backup or of a store is whole.
fn check_copies(place: &Place, task: &str, copied: u64) {
    let mut copies = 0;
    for path in std::fs::read_dir(place.dir().parent().unwrap()).unwrap().map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if name.starts_with("backup-") && name.ends_with(".jsonl") {
            let made = path.with_extension("again");
            copies = copies.max(restore(&path, &made).unwrap_or_else(|e| panic!("{task}: {name}: {e}")).entries);
            std::fs::remove_dir_all(made).unwrap();
            std::fs::remove_file(path).unwrap();
        } else if name.starts_with("restored") && !name.ends_with(".half") {
            assert!(verify(&path, &Default::default()).unwrap().is_sound(), "{name}");
            std::fs::remove_dir_all(path).unwrap();
        } else if name.ends_with(".half") {
            let _ = std::fs::remove_file(&path).or_else(|_| std::fs::remove_dir_all(&path));
        }
    }
    assert!(copies >= copied, "{task}: a backup of {copied} entries was acknowledged, {copies} are there");
}

/// The same store through all rounds.
fn kill_rounds(task: &str, rounds: u64, random: &mut IdSource) {
    let place = Place::new();
    let mut found = 0;
    for round in 0..rounds {
        let acknowledged = kill_once(&place, task, round, random);
        if !place.dir().exists() {
            assert_eq!(acknowledged.saved, 0);
            continue;
        }
        found = check(&place, task, found, &acknowledged);
    }
    println!("{task}: {rounds} kills, {found} entries, none lost");
}

#[test]
fn a_kill_at_any_moment_loses_nothing_that_was_acknowledged() {
    kill_rounds("notes", 12, &mut IdSource::seeded(21));
}

#[test]
fn a_kill_while_files_are_filled_rebuilt_rested_copied_restored_and_imported_loses_nothing() {
    for task in TASKS.into_iter().skip(1) {
        kill_rounds(task, 3, &mut IdSource::seeded(22));
    }
}

mod long {
    use super::*;

    #[test]
    #[ignore = "long: two hundred kills"]
    fn two_hundred_kills_lose_nothing_that_was_acknowledged() {
        let mut random = IdSource::seeded(23);
        for lives in 0..4 {
            for task in TASKS {
                kill_rounds(task, if task == "notes" { 8 } else { 7 }, &mut random);
            }
            println!("{} kills", (lives + 1) * 50);
        }
    }
}

#[test]
fn another_process_is_told_apart_from_this_one() {
    let (place, _, _) = Place::filled(1);
    let mut child = writer::command(&place.dir(), "notes").spawn().unwrap();
    let said = lines(&mut child);
    while !said.recv().unwrap().starts_with("saved ") {}
    let outcome = Disk::open(&place.dir());
    let looked = Snapshot::open(&place.dir());
    let pid = child.id();
    child.kill().unwrap();
    child.wait().unwrap();
    match outcome {
        Err(StoreError::Busy { holder }) => assert_eq!(holder.pid, pid),
        other => panic!("{:?}", other.err()),
    }
    assert!(looked.unwrap().head().unwrap().entry > 2);
}

#[test]
fn a_full_disk_refuses_the_change_and_keeps_the_rest() {
    let place = Place::new();
    for limit in [40_000, 700_000] {
        let mut child = writer::command(&place.dir(), &format!("full {limit}")).spawn().unwrap();
        let mut said = String::new();
        child.stdout.take().unwrap().read_to_string(&mut said).unwrap();
        child.wait().unwrap();
        let kept: u64 =
            said.lines().find_map(|l| l.strip_prefix("full ")).unwrap_or_else(|| panic!("{said}")).parse().unwrap();
        let mut store = place.open();
        assert_eq!(writer::count_whole(&mut store), kept);
        assert!(store.verify().unwrap().is_sound());
    }
}

/// In a large store as well, where everybody's rows are written only when there is time.
#[test]
fn who_leaves_at_once_finds_the_first_screen_at_hand_and_nothing_lost() {
    for others in [3, 600] {
        let place = Place::new();
        let mut maker = Maker::new(9);
        let me = maker.person("Sri Rahayu");
        let mut report = maker.person("Ani Wulandari");
        report.supervisor = Some(me.id);
        let profile = record::Profile { me: Some(me.id), ..Default::default() };
        let id = report.id;
        let mut records = vec![Record::Person(me.clone()), Record::Person(report), Record::Profile(profile)];
        records.extend((0..others).map(|_| Record::Person(maker.person("Eko"))));
        let mut store = place.open();
        store.commit(&maker.change(ChangeKind::SampleBuilt, records.into_iter().map(Op::add).collect())).unwrap();
        drop(store);

        let said = writer::command(&place.dir(), "leave").output().unwrap();
        assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));

        let mut store = place.open();
        assert_eq!(store.head().unwrap().entry, 3);
        let first = store.first_rows().expect("the first screen is at hand");
        let mut names: Vec<String> = first.rows().iter().map(|row| row.name.full()).collect();
        names.sort();
        assert_eq!(names, ["Ani Wulandari", "Budi Pohan", "Sri Rahayu"], "{others}");
        assert!(first.row(id).unwrap().last_praise.is_some());
        let everybody = store.roster().unwrap();
        assert_eq!(everybody.len(), others + 3);
        assert!(first.rows().iter().all(|row| everybody.row(row.id) == Some(row)));
        assert_eq!(store.dossier(id).unwrap().unwrap().feedback.len(), 1);
        assert!(store.verify().unwrap().is_sound());
        assert_eq!(store.notes(), vec![]);
    }
}
