//! How quick it is. Not run by default: `cargo test --release --test it store::speed -- --ignored --nocapture`.

use super::*;
use std::time::Instant;

#[test]
#[ignore = "a measurement"]
fn fifty_people() {
    let place = Place::new();
    let mut maker = Maker::new(1);
    let mut store = place.open();
    let changes: Vec<Change> = (0..50).flat_map(|_| maker.history(40).1).collect();
    store.commit_many(&mut changes.iter().cloned()).unwrap();
    let people: Vec<PersonId> = store.roster().unwrap().rows().iter().map(|row| row.id).collect();
    let mut times = vec![];
    for n in 0..500 {
        let note = maker.feedback(people[n % 50], 2026, "tepat waktu, ramah, berkas lengkap sebelum loket dibuka");
        let change = maker.adds(Record::Feedback(note));
        let begun = Instant::now();
        store.commit(&change).unwrap();
        times.push(begun.elapsed());
    }
    times.sort();
    println!("commit p50 {:?}, p90 {:?}, p99 {:?}", times[250], times[450], times[495]);
    let mut bare = std::fs::File::create(place.dir().join("bare")).unwrap();
    let mut synced: Vec<_> = (0..500)
        .map(|_| {
            let begun = Instant::now();
            std::io::Write::write_all(&mut bare, &[b'x'; 900]).unwrap();
            bare.sync_data().unwrap();
            begun.elapsed()
        })
        .collect();
    synced.sort();
    println!("a bare append and sync p50 {:?}, p90 {:?}, p99 {:?}", synced[250], synced[450], synced[495]);
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
        let mut ops = vec![Op::add(Record::Person(person))];
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
    let note = maker.feedback(rows.rows()[777].id, 2026, "catatan");
    let change = maker.adds(Record::Feedback(note));
    let begun = Instant::now();
    store.commit(&change).unwrap();
    println!("commit {:?}", begun.elapsed());
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

fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .filter(|l| l.starts_with("VmRSS") || l.starts_with("VmHWM"))
        .map(|l| l.replace('\t', " "))
        .collect::<Vec<_>>()
        .join(", ")
}
