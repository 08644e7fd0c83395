//! A killed process, a lost connection: what was typed is there again, in the very field, with the cursor in its place.

use super::office::{Office, wait_for_draft};

#[test]
fn a_sentence_of_a_session_survives_kill_and_hang_up_in_its_field() {
    let office = Office::sample("id");
    let mut screens = office.open();
    screens.see("Wahyu Lestari").press("g").text("wahyu").press("enter s").see("▸ 1 Siapkan");
    screens.text("Bekal pelatihan").press("ctrl-n ctrl-n ctrl-n").see("▸ 4 Umpan balik");
    screens.text("Loket 1, Selasa").press("tab").text("menjelaskan tanpa diminta");
    screens.press("left left left left left left left left left left left left left left").text(" syarat");
    wait_for_draft(&office, "menjelaskan syarat tanpa diminta");
    screens.kill();

    let mut screens = office.open();
    screens.see("▸ 4 Umpan balik").see("Loket 1, Selasa").see("menjelaskan syarat tanpa diminta");
    screens.cursor_after("  menjelaskan syarat").text(" dengan sabar").see("menjelaskan syarat dengan sabar tanpa diminta");
    screens.hang_up();

    let mut screens = office.open();
    screens.see("menjelaskan syarat dengan sabar tanpa diminta");
    screens
        .cursor_after("  menjelaskan syarat dengan sabar")
        .press("ctrl-s")
        .see("(1)")
        .see("│ P + Loket 1, Selasa: menjelaskan syarat");
    screens.press("ctrl-p ctrl-p ctrl-p").see("Bekal pelatihan").press("ctrl-n").see("▸ 2 Tindak lanjut").press("q q");
    screens.quit();
    let kept = office.run(&["export"]).out;
    for text in ["menjelaskan syarat dengan sabar tanpa diminta", "Bekal pelatihan"] {
        assert!(kept.contains(text), "{text}");
    }
}

#[test]
fn a_half_typed_note_survives_kill_and_hang_up() {
    let office = Office::sample("en");
    let mut screens = office.open();
    screens.see("Hendra Piliang").press("n").text("hendra + sorted the archive ");
    wait_for_draft(&office, "hendra + sorted the archive ");
    screens.kill();

    let mut screens = office.open();
    screens.cursor_after("hendra + sorted the archive ").text("in two days").see("hendra + sorted the archive in two days");
    screens.hang_up();

    let mut screens = office.open();
    screens.see("hendra + sorted the archive in two days").press("enter").see("✓ note: Hendra Piliang");
    screens.quit();
    let brief = office.run(&["brief", "hendra"]).out;
    assert!(brief.contains("+ P sorted the archive in two days"), "{brief}");
    assert!(!office.drafts().contains("archive"), "{}", office.drafts());
}
