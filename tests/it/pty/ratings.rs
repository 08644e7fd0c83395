//! Fifteen competencies of one person, rated at the keyboard in the grid: keys and bytes are counted.

use super::office::Office;
use crate::support::levels;
use crate::support::world::World;
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

#[test]
fn fifteen_competencies_of_one_person_take_one_key_each() {
    let office = Office::empty("id");
    let team = World::team_change(&[("Sari Dewi Lubis, S.E.", 200), ("Evi Rangkuti", 120), ("Budi Pohan", 3)]);
    {
        let mut store = Disk::open(&office.store()).unwrap();
        store.commit(&team).unwrap();
        store.commit(&levels::required(&team)).unwrap();
    }
    let mut screens = office.open();
    screens.see("Sari Dewi Lubis").press("4").see("Integritas").press("j").see("minta 2");
    let before = screens.keys;
    screens.press("i").see("Menilai");
    let opened = screens.keys;
    let mut bytes = Vec::new();
    for (nth, level) in "321222322122212".chars().enumerate() {
        let written = screens.terminal.bytes();
        screens.text(&level.to_string());
        match NEXT.get(nth) {
            Some(name) => screens.see(name),
            None => screens.see_row(&["▌ Sari Dewi Lubis"]),
        };
        bytes.push(screens.terminal.bytes() - written);
    }
    screens.see_row(&["Evi Rangkuti", "▼3"]);
    assert_eq!((screens.keys - opened, opened - before), (15, 1), "one key a competency beside the one that begins");
    println!("bytes a level: {bytes:?}");
    let most = bytes.iter().max().unwrap();
    assert!(*most < BYTES, "{bytes:?}");
    screens.press("q").see_no_more("Menilai");
    screens.quit();

    let mut store = Disk::open(&office.store()).unwrap();
    let evi = team.ops.iter().filter_map(|op| op.record().person()).nth(2).unwrap();
    assert_eq!(store.dossier(evi).unwrap().unwrap().ratings.len(), 15);
}
