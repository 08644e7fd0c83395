//! A walk through those who need the user.

use super::office::{Office, Screens, wait_for_draft};

#[test]
fn a_walk_goes_on_at_the_same_person_after_a_kill() {
    let office = Office::sample("en");
    let mut screens = office.open();
    screens.see("Sari Dewi Lubis").press("w").see("1 of 7").see("Sari Dewi Lubis");
    screens.press("J").see("2 of 7 · 6 left");
    let skipped = person(&screens);
    screens.press("x").see("Why is this person skipped").text("in training this week").press("enter").see("3 of 7 · 5 left");
    let parked = person(&screens);
    screens.press("z").see("4 of 7 · 5 left");
    let here = person(&screens);
    assert!(skipped != parked && parked != here, "{skipped} {parked} {here}");
    wait_for_draft(&office, "\"at\":3");
    screens.kill();

    let mut screens = office.open();
    screens.see("4 of 7 · 5 left").see(&here);
    screens.press("J J J J").see("3 of 7 · 1 left").see(&parked);
    screens.press("J").see("The walk is over: 6 people seen to");
    screens.quit();
    let kept = office.run(&["export"]).out;
    assert!(kept.contains("in training this week"));
}

/// Whose turn it is.
fn person(screens: &Screens) -> String {
    let screen = screens.screen();
    let title = screen.lines().next().unwrap_or_default().trim();
    title.split("  ").next().unwrap_or_default().to_owned()
}
