//! The first day: an empty store, the office's own list, the team.

use super::office::Office;
use std::path::Path;

#[test]
fn the_first_start_asks_who_you_are_and_the_imported_list_makes_a_team() {
    let office = Office::empty("en");
    let mut screens = office.open();
    screens.see("Who are you?").text("Siti Aisyah Sinaga").press("tab").text("19740619 199409 2 501");
    screens.press("ctrl-s").see("Nobody is here yet.").see("bina import people");
    screens.quit();

    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/daftar-pegawai-seksi.csv");
    let imported = office.json(&["import", "people", list.to_str().unwrap(), "--json"]);
    assert_eq!(imported["missing"].as_array().unwrap().len(), 0, "{imported}");

    let mut screens = office.open();
    screens.see("Kartini Wahyu, S.E.").see("Evi Aisyah Rangkuti");
    screens.press("end enter").see("‹ 11 of 11 ›").press("q");
    screens.quit();
    let status = office.json(&["status", "--json"]);
    let status = status.as_array().unwrap();
    let mine = |row: &&serde_json::Value| row["supervisor"].as_str().is_some_and(|s| s.starts_with("Siti Aisyah Sinaga"));
    assert_eq!(status.iter().filter(mine).count(), 11, "{status:?}");
}
