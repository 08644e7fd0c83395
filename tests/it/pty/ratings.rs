//! Fifteen competencies of one person, rated at the keyboard, in the grid and by the anchor line: keys are counted.

use super::office::Office;
use crate::support::levels;
use crate::support::world::World;
use bina::domain::PersonId;
use bina::store::{Disk, Store};

/// What a level may cost on a weak link: the cell left, the cell reached, heads, sums and the words of the next one.
const BYTES: usize = 700;

/// What stands below the table after each level but the last.
const NEXT: [&str; 14] = [
    "Kerja sama",
    "Komunikasi",
    "Orientasi pada hasil",
    "Pelayanan publik",
    "Pengembangan diri",
    "Mengelola perubahan",
    "Pengambilan keputusan",
    "Perekat bangsa",
    "Kearsipan",
    "Tata naskah dinas",
    "Pelayanan terpadu",
    "Pengolahan data",
    "Pengelolaan keuangan",
    "Analisis kebijakan",
];

/// Three people and a standard of fifteen competencies.
fn office() -> (Office, Vec<PersonId>) {
    let office = Office::empty("id");
    let team = World::team_change(&[("Sari Dewi Lubis, S.E.", 200), ("Evi Rangkuti", 120), ("Budi Pohan", 3)]);
    let mut store = Disk::open(&office.store()).unwrap();
    store.commit(&team).unwrap();
    store.commit(&levels::required(&team)).unwrap();
    (office, team.ops.iter().filter_map(|op| op.record().person()).collect())
}

fn levels_of(office: &Office, person: PersonId) -> usize {
    Disk::open(&office.store()).unwrap().dossier(person).unwrap().unwrap().ratings.len()
}

#[test]
fn fifteen_competencies_by_the_anchor_line_take_one_key_each() {
    let (office, people) = office();
    let mut screens = office.open();
    screens.see("Sari Dewi Lubis").press("enter").see("Ringkasan").press("tab tab tab").see_row(&["▌ Integritas"]);
    // The behaviour that the level stands for is in view.
    screens.see("Level").press("i").see("[MENILAI]");
    let before = screens.keys;
    for (nth, level) in "321222322122212".chars().enumerate() {
        screens.text(&level.to_string());
        if let Some(name) = NEXT.get(nth) {
            screens.see_row(&["▌", name]);
        }
    }
    screens.see("Analisis kebijakan: level 2. u membatalkan");
    assert_eq!(screens.keys - before, 15, "one key a competency where no note is written");
    // All of one day and without evidence: the look at oneself says so, once, and lets go.
    screens.press("q q").see("Sebelum lanjut").press("esc").see_no_more("Sebelum lanjut");
    screens.quit();
    assert_eq!(levels_of(&office, people[1]), 15);
}

#[test]
fn fifteen_competencies_of_one_person_take_one_key_each() {
    let (office, people) = office();
    let mut screens = office.open();
    screens.see("Sari Dewi Lubis").press("4").see("Integritas").press("j").see("minta 2");
    let before = screens.keys;
    screens.press("i").see("[MENILAI]");
    let opened = screens.keys;
    let mut bytes = Vec::new();
    for (nth, level) in "321222322122212".chars().enumerate() {
        let written = screens.terminal.bytes();
        screens.text(&level.to_string());
        match NEXT.get(nth) {
            Some(name) => screens.see(name),
            None => screens.see("Sampai di sini."),
        };
        bytes.push(screens.terminal.bytes() - written);
    }
    screens.see_row(&["Evi Rangkuti", "▼3"]);
    assert_eq!((screens.keys - opened, opened - before), (15, 1), "one key a competency beside the one that begins");
    println!("bytes a level: {bytes:?}");
    // The mode stops at the end of the person: the look at one's own habits comes once, when the mode is left.
    screens.press("q").see("Sebelum lanjut").press("esc").see_no_more("Sebelum lanjut");
    bytes.pop();
    let most = bytes.iter().max().unwrap();
    assert!(*most < BYTES, "{bytes:?}");
    screens.see_no_more("[MENILAI]");
    screens.quit();

    assert_eq!(levels_of(&office, people[2]), 15);
}
