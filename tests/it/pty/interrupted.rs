//! A killed process, a lost connection: what was typed is there again, in the very field, with the cursor in its place.

use super::office::{Office, Screens, wait_for_draft};
use std::path::Path;
use std::time::{Duration, Instant};

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
        .see("B + Loket 1, Selasa: menjelaskan syarat");
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

#[test]
fn half_a_form_survives_a_kill_in_its_field() {
    let office = Office::sample("en");
    let mut screens = office.open();
    screens.see("Hendra Piliang").press("a").see("Add a person").text("Rina Mar");
    wait_for_draft(&office, "Rina Mar");
    screens.kill();

    let mut screens = office.open();
    screens.see("Add a person").cursor_after("Rina Mar").text("pa").cursor_after("Rina Marpa");
    screens.kill();
}

#[test]
fn drafts_that_cannot_be_read_are_put_aside_and_said() {
    let damages: [&dyn Fn(&Path); 2] =
        [&|file| std::fs::write(file, b"{\"screens\":[\0\0").unwrap(), &|file| std::fs::create_dir(file).unwrap()];
    for damage in damages {
        let office = Office::sample("en");
        damage(&office.store().join("drafts.json"));
        let mut screens = office.open();
        screens.see("The drafts could not be read").see("Hendra Piliang");
        screens.quit();
        assert!(office.store().join("drafts.bad").exists());
    }
}

mod long {
    use super::*;

    /// Types without end, and says when each character was typed.
    fn type_until(screens: &mut Screens, end: Instant) -> Vec<Instant> {
        let mut typed = vec![];
        while Instant::now() < end {
            screens.text(if typed.len() % 7 == 6 { " " } else { "a" });
            typed.push(Instant::now());
            std::thread::park_timeout(Duration::from_millis(25));
        }
        typed
    }

    /// A session's field, the quick note, a form, a cell of the month's values.
    fn go_to(screens: &mut Screens, place: usize) {
        screens.see("Hendra Piliang");
        match place {
            0 => screens.press("g").text("wahyu").press("enter s").see("1 Prepare"),
            1 => screens.press("n").text("hendra + "),
            2 => screens.press("a").see("Add a person"),
            _ => screens.press("space M").see("Month").text("2"),
        };
    }

    #[test]
    #[ignore = "long: watches the clock"]
    fn a_kill_in_the_middle_of_a_sentence_costs_at_most_the_last_second() {
        let mut worst = Duration::ZERO;
        for round in 0..24u64 {
            let office = Office::sample("en");
            let mut screens = office.open();
            go_to(&mut screens, round as usize % 4);
            let typed = type_until(&mut screens, Instant::now() + Duration::from_millis(1200 + round * 137));
            let end = Instant::now();
            screens.kill();
            let drafts = office.drafts();
            let kept = (0..=typed.len()).rev().find(|n| drafts.contains(&sentence(*n))).unwrap();
            let lost = typed.get(kept).map_or(Duration::ZERO, |first| end.duration_since(*first));
            worst = worst.max(lost);
            // A busy machine takes a little longer than the second that the program takes.
            assert!(lost < Duration::from_millis(1500), "round {round}: {lost:?} of typing is lost: {drafts}");
        }
        println!("24 kills, at most {worst:?} of typing lost");
    }

    fn sentence(count: usize) -> String {
        (0..count).map(|n| if n % 7 == 6 { ' ' } else { 'a' }).collect()
    }
}
