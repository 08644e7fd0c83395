//! What a kill and a full disk leave behind. The writer is this test binary itself, run with a folder in its
//! environment.

use super::*;
use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

const FOLDER: &str = "BINA_TEST_WRITER";
const LIMIT: &str = "BINA_TEST_LIMIT";
const LEAVES: &str = "BINA_TEST_LEAVES";

/// Not a test of its own: commits for ever, and says each number once it is saved.
#[test]
fn writer() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    if let Ok(limit) = std::env::var(LIMIT) {
        fill_up(Path::new(&folder), limit.parse().unwrap());
        return;
    }
    if std::env::var_os(LEAVES).is_some() {
        return commit_and_leave(Path::new(&folder));
    }
    let mut store = Disk::open(Path::new(&folder)).unwrap();
    let me = store.roster().unwrap().rows()[0].id;
    let from = store.head().unwrap().entry;
    let mut maker = Maker::new(from);
    for entry in from + 1.. {
        let note = maker.feedback(me, 2025, &format!("catatan {entry}"));
        store.commit(&maker.adds(Record::Feedback(note))).unwrap();
        println!("\nsaved {entry}");
        if entry % 50 == 0 {
            store.rest();
        }
    }
}

fn start(place: &Place, limit: Option<u64>) -> std::process::Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "store::crash::writer", "--nocapture"]).env(FOLDER, place.dir());
    if let Some(limit) = limit {
        command.env(LIMIT, limit.to_string());
    }
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

#[test]
fn a_kill_at_any_moment_loses_nothing_that_was_acknowledged() {
    let (place, id, _) = Place::filled(1);
    let mut random = IdSource::seeded(21);
    let mut acknowledged = 2;
    for round in 0..12 {
        let mut child = start(&place, None);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // Some die in the middle of opening, the others after some commits.
        let commits = if round % 4 == 0 { 0 } else { random.random() % 90 };
        let mut seen = 0;
        while seen < commits {
            let line = lines.next().expect("the writer goes on until it is killed").unwrap();
            if let Some(entry) = line.strip_prefix("saved ") {
                acknowledged = entry.parse().unwrap();
                seen += 1;
            }
        }
        child.kill().unwrap();
        for line in lines.map_while(Result::ok) {
            if let Some(entry) = line.strip_prefix("saved ") {
                acknowledged = entry.parse().unwrap_or(acknowledged);
            }
        }
        child.wait().unwrap();
        let mut store = place.open();
        let head = store.head().unwrap().entry;
        assert!(head == acknowledged || head == acknowledged + 1, "round {round}: {head}, {acknowledged} acknowledged");
        assert_eq!(store.dossier(id).unwrap().unwrap().feedback.len() as u64, head - 1);
        let checked = store.verify().unwrap();
        assert!(checked.is_sound(), "round {round}: {checked:?}");
        acknowledged = head;
    }
}

#[test]
fn another_process_is_told_apart_from_this_one() {
    let (place, _, _) = Place::filled(1);
    let mut child = start(&place, None);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    while !lines.next().unwrap().unwrap().starts_with("saved ") {}
    let outcome = Disk::open(&place.dir());
    let looked = bina::store::Snapshot::open(&place.dir());
    let pid = child.id();
    child.kill().unwrap();
    child.wait().unwrap();
    match outcome {
        Err(bina::store::StoreError::Busy { holder }) => assert_eq!(holder.pid, pid),
        other => panic!("{:?}", other.err()),
    }
    assert!(looked.unwrap().head().unwrap().entry > 2);
}

/// Commits until no file may grow any more; what was refused must not be there afterwards.
fn fill_up(folder: &Path, limit: u64) {
    let mut store = Disk::open(folder).unwrap();
    let me = store.roster().unwrap().rows()[0].id;
    store.dossier(me).unwrap();
    let _ignored = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Default::default());
    limit_files(limit);
    let mut maker = Maker::new(limit);
    for _ in 0..2000 {
        let before = store.head().unwrap();
        let note = maker.feedback(me, 2025, &"penuh ".repeat(50));
        match store.commit(&maker.adds(Record::Feedback(note))) {
            Ok(()) => {}
            Err(refused) => {
                assert!(matches!(refused, bina::store::StoreError::Full), "{refused:?}");
                assert_eq!(store.head().unwrap(), before);
                assert_eq!(store.recent(1).unwrap().len(), 1);
                println!("\nfull {}", before.entry);
                return;
            }
        }
    }
    println!("\nnever full");
}

fn limit_files(limit: u64) {
    let old = rustix::process::getrlimit(rustix::process::Resource::Fsize);
    let new = rustix::process::Rlimit { current: Some(limit), maximum: old.maximum };
    rustix::process::setrlimit(rustix::process::Resource::Fsize, new).unwrap();
}

#[test]
fn a_full_disk_refuses_the_change_and_keeps_the_rest() {
    let (place, id, _) = Place::filled(1);
    for limit in [40_000, 700_000] {
        let mut child = start(&place, Some(limit));
        let mut said = String::new();
        child.stdout.take().unwrap().read_to_string(&mut said).unwrap();
        child.wait().unwrap();
        let kept: u64 =
            said.lines().find_map(|l| l.strip_prefix("full ")).unwrap_or_else(|| panic!("{said}")).parse().unwrap();
        let mut store = place.open();
        assert_eq!(store.head().unwrap().entry, kept);
        assert_eq!(store.dossier(id).unwrap().unwrap().feedback.len() as u64, kept - 1);
        assert!(store.verify().unwrap().is_sound());
    }
}

/// A note about somebody of the own team and one person more, then the end of the process.
fn commit_and_leave(folder: &Path) {
    let mut store = Disk::open(folder).unwrap();
    let roster = store.first_rows().expect("the rows are at hand");
    let report = roster.rows().iter().find(|row| row.supervisor == roster.profile.me).unwrap().id;
    let mut maker = Maker::new(store.head().unwrap().entry);
    let mut newcomer = maker.person("Budi Pohan");
    newcomer.supervisor = roster.profile.me;
    let note = maker.feedback(report, 2026, "menata antrean");
    store.commit(&maker.adds(Record::Feedback(note))).unwrap();
    store.settle();
    // Nothing was told to the index of this one.
    store.commit(&maker.adds(Record::Person(newcomer))).unwrap();
    store.leave();
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

        let mut child = Command::new(std::env::current_exe().unwrap());
        child.args(["--exact", "store::crash::writer", "--nocapture"]).env(FOLDER, place.dir()).env(LEAVES, "1");
        let said = child.output().unwrap();
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
