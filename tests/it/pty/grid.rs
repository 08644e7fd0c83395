//! The month's values of five people, ten each, typed at the keyboard in the grid.

use super::office::{Office, wait_for_draft};
use crate::support::tables;
use crate::support::world::World;
use bina::store::{Disk, Store};

const ARCHIVE: [&str; 10] = ["84", "2", "41", "y", "96,5", "2,5", "21", "3", "9400000", "98"];
/// In the order of the columns: what everybody has stands before what the second one brings.
const COUNTER: [&str; 10] = ["91", "3,2", "20", "2", "8750000", "100", "2150", "88,7", "0", "t"];

/// Keys beside the values themselves: the two that open the grid, and one a value.
pub const FIFTY_VALUES: usize = 52;

/// Longest waiting first: so they stand in the list.
const PEOPLE: [(&str, i64); 5] = [
    ("Sari Dewi Lubis, S.E.", 500),
    ("Evi Rangkuti", 400),
    ("Budi Pohan", 300),
    ("Hendra Piliang", 250),
    ("Wahyu Lestari", 220),
];

#[test]
fn ten_indicators_of_five_people_are_brought_up_to_date_with_one_key_a_value_beside_the_value() {
    let office = Office::empty("id");
    let team = World::team_change(&PEOPLE);
    {
        let mut store = Disk::open(&office.store()).unwrap();
        store.commit(&team).unwrap();
        store.commit(&tables::ten_each(&team)).unwrap();
    }
    let mut screens = office.open();
    screens.see("Sari Dewi Lubis");
    let before = screens.keys;
    let mut typed = 0;
    screens.press("space M").see("Boks arsip yang ditata");
    for (nth, _) in PEOPLE.iter().enumerate() {
        for value in if nth % 2 == 0 { ARCHIVE } else { COUNTER } {
            screens.text(value).press("enter");
            typed += value.chars().count();
        }
    }
    for name in ["Sari", "Evi", "Budi", "Hendra", "Wahyu"] {
        screens.see_row(&[name, "10/10"]);
    }
    let keys = screens.keys - before;
    screens.press("q").see_no_more("Isian bulan");
    screens.quit();
    saved(&office);
    assert_eq!(keys - typed, FIFTY_VALUES);
}

#[test]
fn half_a_value_survives_a_kill_in_its_cell() {
    let office = Office::empty("id");
    let team = World::team_change(&PEOPLE);
    {
        let mut store = Disk::open(&office.store()).unwrap();
        store.commit(&team).unwrap();
        store.commit(&tables::ten_each(&team)).unwrap();
    }
    let mut screens = office.open();
    screens
        .see("Sari Dewi Lubis")
        .press("space M")
        .see("Boks arsip")
        .press("end tab tab")
        .see("Rata-rata hari penyelesaian");
    screens.text("2,5 surv");
    wait_for_draft(&office, "2,5 surv");
    screens.kill();

    let mut screens = office.open();
    screens.see("Rata-rata hari penyelesaian").cursor_after("2,5 surv").text("ei").press("enter").see_row(&["Evi", "2,5"]);
    screens.press("u").see("belum terukur").press("q").see_no_more("Isian bulan");
    screens.quit();
}

/// All of them are on the disk, the last as well as the first.
fn saved(office: &Office) {
    let mut store = Disk::open(&office.store()).unwrap();
    let roster = store.roster().unwrap();
    let mut count = 0;
    for row in roster.rows() {
        let dossier = store.dossier(row.id).unwrap().unwrap();
        count += dossier.check_ins.len();
        let of = |title: &str| {
            let indicator = dossier.results.iter().flat_map(|r| &r.indicators).find(|i| i.title == title)?;
            dossier.check_ins.iter().find(|c| c.indicator == indicator.id)?.value.map(|v| v.to_string())
        };
        match row.name.name.as_str() {
            "Sari Dewi Lubis" => assert_eq!(of("Boks arsip yang ditata").as_deref(), Some("84")),
            "Wahyu Lestari" => assert_eq!(of("Kuitansi lengkap").as_deref(), Some("98")),
            _ => {}
        }
    }
    assert_eq!(count, 50);
}
