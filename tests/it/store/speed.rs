//! How quick it is. Not run by default: `cargo test --release --test it store::speed -- --ignored --nocapture`.

use super::*;
use bina::store::{DataKey, Keyring, Seal, reseal};
use std::fs::File;
use std::io::Write;
use std::time::{Duration, Instant};

#[test]
#[ignore = "a measurement"]
fn fifty_people() {
    let place = Place::new();
    let mut maker = Maker::new(1);
    let mut store = place.open();
    let changes: Vec<Change> = (0..50).flat_map(|_| maker.history(40).1).collect();
    store.commit_many(&mut changes.iter().cloned()).unwrap();
    let people: Vec<PersonId> = store.roster().unwrap().rows().iter().map(|row| row.id).collect();
    let mut beside = Beside::new(&place);
    for n in 0..500 {
        let note = maker.feedback(people[n % 50], 2026, "tepat waktu, ramah, berkas lengkap sebelum loket dibuka");
        beside.commit(&mut store, &maker.adds(Record::Feedback(note)));
    }
    println!("{beside}");
    drop(store);
    let mut opens = vec![];
    for _ in 0..20 {
        let begun = Instant::now();
        let mut store = place.open();
        let rows = store.roster().unwrap();
        let first = begun.elapsed();
        store.dossier(rows.rows()[3].id).unwrap();
        opens.push((first, begun.elapsed()));
    }
    opens.sort();
    println!("open to roster {:?}, to the first dossier {:?}", opens[10].0, opens[10].1);
}

/// What encryption costs: the same store as it is and sealed, in turns.
#[test]
#[ignore = "a measurement"]
fn fifty_people_sealed() {
    let mut maker = Maker::new(1);
    let changes: Vec<Change> = (0..50).flat_map(|_| maker.history(40).1).collect();
    let (mut keyring, data) = (Keyring::new(), DataKey::new().unwrap());
    let begun = Instant::now();
    keyring.set_passphrase(&data, "kuda hitam di sawah").unwrap();
    println!("a passphrase set in {:?}", begun.elapsed());
    let begun = Instant::now();
    keyring.open("kuda hitam di sawah").unwrap();
    println!("a passphrase tried in {:?}", begun.elapsed());
    let places = [Place::new(), Place::new()];
    for place in &places {
        place.open().commit_many(&mut changes.iter().cloned()).unwrap();
    }
    let begun = Instant::now();
    let said = Maker::new(2).change(ChangeKind::StoreSealed, vec![]);
    reseal(&places[1].dir(), &Seal::default(), Some((&keyring, &data)), said, &[]).unwrap();
    println!("{} entries sealed anew in {:?}", changes.len(), begun.elapsed());
    let seals = [Seal::default(), data.seal().unwrap()];
    let mut times = [vec![], vec![]];
    for _ in 0..20 {
        for n in [0, 1] {
            let begun = Instant::now();
            let mut store = Disk::open_with(&places[n].dir(), &seals[n]).unwrap();
            let rows = store.roster().unwrap();
            let opened = begun.elapsed();
            store.dossier(rows.rows()[3].id).unwrap();
            let read = begun.elapsed();
            let note = maker.feedback(rows.rows()[3].id, 2026, "tepat waktu, ramah, berkas lengkap");
            let begun = Instant::now();
            store.commit(&maker.adds(Record::Feedback(note))).unwrap();
            times[n].push([opened, read, begun.elapsed()]);
        }
    }
    for (name, times) in ["open", "sealed"].iter().zip(&times) {
        let median = |part: usize| {
            let mut times: Vec<Duration> = times.iter().map(|t| t[part]).collect();
            times.sort();
            times[times.len() / 2]
        };
        println!("{name}: to the roster {:?}, to the first dossier {:?}, a commit {:?}", median(0), median(1), median(2));
    }
}

#[test]
#[ignore = "a measurement"]
fn twenty_thousand_people() {
    let place = Place::new();
    let mut maker = Maker::new(1);
    let mut store = place.open();
    let begun = Instant::now();
    let mut people = (0..20_000).map(|_| {
        let person = maker.person("Ani Wulandari");
        let id = person.id;
        let mut ops = vec![Op::add(person)];
        ops.extend((0..150).map(|n| {
            Op::add(Record::Feedback(maker.feedback(
                id,
                2016 + n % 10,
                "menata antrean loket sehingga warga menunggu lebih singkat dari biasanya",
            )))
        }));
        maker.change(ChangeKind::SampleBuilt, ops)
    });
    store.commit_many(&mut people).unwrap();
    println!("build of 20,000 x 150: {:?}, {}", begun.elapsed(), memory());
    let begun = Instant::now();
    drop(store);
    println!("close {:?}", begun.elapsed());
    let begun = Instant::now();
    let mut store = place.open();
    let rows = store.roster().unwrap();
    println!("open to roster {:?}", begun.elapsed());
    store.dossier(rows.rows()[777].id).unwrap();
    println!("to the first dossier {:?}, {}", begun.elapsed(), memory());
    let mut beside = Beside::new(&place);
    for _ in 0..100 {
        let note = maker.feedback(rows.rows()[777].id, 2026, "tepat waktu, ramah, berkas lengkap sebelum loket dibuka");
        beside.commit(&mut store, &maker.adds(Record::Feedback(note)));
    }
    println!("{beside}");
    let begun = Instant::now();
    store.roster().unwrap();
    println!("roster from the view {:?}", begun.elapsed());
    let begun = Instant::now();
    assert!(store.verify().unwrap().is_sound());
    println!("verify {:?}, {}", begun.elapsed(), memory());
    let begun = Instant::now();
    store.rebuild().unwrap();
    println!("rebuild {:?}, {}", begun.elapsed(), memory());
    let size: u64 = files(&place.dir()).iter().map(|f| std::fs::metadata(f).unwrap().len()).sum();
    println!("{} MB on the disk", size >> 20);
}

/// Commits, each beside the append and sync of as many bytes to a file that grows in the same folder as the journal does.
struct Beside {
    journal: PathBuf,
    bare: File,
    /// As long as the newest line of the journal.
    line: Vec<u8>,
    commits: Vec<Duration>,
    syncs: Vec<Duration>,
}

impl Beside {
    fn new(place: &Place) -> Self {
        let bare = File::options().append(true).create(true).open(place.dir().join("bare")).unwrap();
        let newest = files(&place.dir()).into_iter().filter(|f| f.extension().is_some_and(|e| e == "jsonl")).max();
        Beside { journal: newest.unwrap(), bare, line: vec![], commits: vec![], syncs: vec![] }
    }

    /// One of each, in turns: whoever comes first also pays for what the index has written before.
    fn commit(&mut self, store: &mut Disk, change: &Change) {
        let bare_first = self.commits.len() % 2 == 1;
        if bare_first {
            self.sync_bare();
        }
        let before = std::fs::metadata(&self.journal).unwrap().len();
        let begun = Instant::now();
        store.commit(change).unwrap();
        self.commits.push(begun.elapsed());
        let grown = std::fs::metadata(&self.journal).unwrap().len().saturating_sub(before);
        self.line = vec![b'x'; grown as usize];
        if !bare_first {
            self.sync_bare();
        }
        // The index follows while nobody waits.
        store.settle();
    }

    fn sync_bare(&mut self) {
        let begun = Instant::now();
        self.bare.write_all(&self.line).unwrap();
        self.bare.sync_data().unwrap();
        self.syncs.push(begun.elapsed());
    }
}

impl std::fmt::Display for Beside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sorted = |times: &[Duration]| {
            let mut times = times.to_vec();
            times.sort();
            [times[times.len() / 2], times[times.len() * 9 / 10]]
        };
        let ([commit, slow], [sync, slow_sync]) = (sorted(&self.commits), sorted(&self.syncs));
        let ratio = commit.as_secs_f64() / sync.as_secs_f64();
        write!(f, "commit p50 {commit:?}, p90 {slow:?}; bare sync p50 {sync:?}, p90 {slow_sync:?}; ratio {ratio:.2}")
    }
}

fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .filter(|l| l.starts_with("VmRSS") || l.starts_with("VmHWM"))
        .map(|l| l.replace('\t', " "))
        .collect::<Vec<_>>()
        .join(", ")
}
