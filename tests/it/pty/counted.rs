//! How many keys the everyday things take, counted at the keyboard. The help says the same.

use super::grid::FIFTY_VALUES;
use super::office::{Office, Screens};
use crate::support::pages::compare;
use bina::i18n::Lang;

#[test]
fn the_keys_of_a_note_a_short_session_and_the_next_person_are_as_the_help_says() {
    let office = Office::sample("en");
    let mut screens = office.open();
    screens.see("Sari Dewi Lubis");
    let (note, strict) = note(&mut screens);
    assert!(note <= 4, "a note takes {note} keys beside its line");
    let step = step_to_the_next_person(&mut screens);
    assert_eq!(step, 1);
    let session = short_session(&mut screens);
    let rated = rate_everything(&mut screens);
    assert!(rated <= 2 * 11, "eleven competencies take {rated} keys");
    let table = format!(
        "| what | keys |\n\
         | --- | --- |\n\
         | a quick note from home, beside the line that is typed | {note} |\n\
         | the same, if the letters of the name and the sign count as keys too (`sa + `) | {strict} |\n\
         | a short session from the team, beside its texts: a promise settled, a shared line of feedback, an agreement with a date, closed | {session} |\n\
         | to the next person on a person's page | {step} |\n\
         | fifty values of a month from the team, ten of each of five people, beside the values themselves | {FIFTY_VALUES} |\n\
         | all eleven competencies of one person, from the first row on, without a word | {rated} |\n"
    );
    compare("keys", "keys measured", Lang::En, &table);
    let table = format!(
        "| apa | tombol |\n\
         | --- | --- |\n\
         | catatan cepat dari layar awal, di samping baris yang diketik | {note} |\n\
         | yang sama, jika huruf nama dan tandanya juga dihitung sebagai tombol (`sa + `) | {strict} |\n\
         | sesi singkat dari layar Tim, di samping teksnya: satu janji diselesaikan, satu baris umpan balik bersama, satu kesepakatan bertanggal, ditutup | {session} |\n\
         | ke orang berikutnya pada halaman seseorang | {step} |\n\
         | lima puluh nilai sebulan dari layar Tim, sepuluh untuk masing-masing dari lima orang, di samping nilainya sendiri | {FIFTY_VALUES} |\n\
         | kesebelas kompetensi seseorang, mulai baris pertama, tanpa satu kata | {rated} |\n"
    );
    compare("keys", "keys measured", Lang::Id, &table);
}

/// Keys beside the line, and keys beside the words that are kept. Two letters are enough for a name that only one
/// person has.
fn note(screens: &mut Screens) -> (usize, usize) {
    const KEPT: &str = "sorted the 2019 archive in two days";
    let line = format!("sa + {KEPT}");
    let before = screens.keys;
    screens.press("n").text(&line).press("enter").see("✓ note: Sari Dewi Lubis");
    let keys = screens.keys - before;
    (keys - line.chars().count(), keys - KEPT.chars().count())
}

fn step_to_the_next_person(screens: &mut Screens) -> usize {
    screens.press("enter").see("‹ 1 of 13 ›");
    let before = screens.keys;
    screens.press("J").see("‹ 2 of 13 ›");
    let step = screens.keys - before;
    screens.press("K").see("‹ 1 of 13 ›").press("q").see("NAME");
    step
}

/// Sari is selected: she needs the user most.
fn short_session(screens: &mut Screens) -> usize {
    const FEEDBACK: &str = "greets visitors first #layanan";
    const AGREEMENT: &str = "File the letters of this week";
    const DUE: &str = "friday";
    let before = screens.keys;
    screens.press("s").see("▸ 1 Prepare");
    screens.press("ctrl-n").see("▸ 2 Follow up").press("d").see("done");
    screens.press("ctrl-n").see("▸ 3 Goals").press("ctrl-n").see("▸ 4 Feedback").text(FEEDBACK);
    screens.press("ctrl-n ctrl-n").see("▸ 6 Agreements").text(AGREEMENT).press("tab").text(DUE).see("27 November 2026");
    screens.press("ctrl-d").see("▸ 8 Close").press("ctrl-d").see("Code of the sheet: ");
    let typed = [FEEDBACK, AGREEMENT, DUE].iter().map(|text| text.chars().count()).sum::<usize>();
    screens.keys - before - typed
}

/// Sari's position requires eleven.
fn rate_everything(screens: &mut Screens) -> usize {
    screens.press("g").text("sari").press("enter tab tab tab").see("supervisor's rating, indicative");
    let before = screens.keys;
    screens.press("i").see("[RATING]").press("1 2 1 2 2 1 2 0 2 1 1").see("Financial management: level 1.");
    screens.keys - before
}
