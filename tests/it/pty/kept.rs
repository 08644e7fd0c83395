//! What is kept from one start to the next, and from a second process beside the first.

use super::office::Office;
use crate::support::pty::wait;

#[test]
fn undo_and_redo_work_after_a_restart_and_name_what_they_did() {
    let office = Office::sample("en");
    let mut screens = office.open();
    screens.see("Hendra Piliang").press("n").text("hendra + answered every letter of October").press("enter");
    screens.see("✓ note: Hendra Piliang");
    screens.quit();
    let noted = || office.run(&["export"]).out.contains("answered every letter of October");
    assert!(noted());

    let mut screens = office.open();
    screens.see("Hendra Piliang").press("u").see("Undone: note “answered every letter of October”");
    wait("the note to be gone", || !noted());
    screens.press("ctrl-r").see("Done again: note “answered every letter of October”");
    screens.quit();
    assert!(noted());
}

#[test]
fn who_makes_the_store_anew_is_told_who_holds_it_and_everybody_may_look() {
    let office = Office::sample("en");
    let mut screens = office.open();
    screens.see("Hendra Piliang");
    let holder = screens.terminal.process().as_raw_nonzero().to_string();
    for args in [&["forget", "hendra", "--yes"][..], &["rebuild"]] {
        let refused = office.run(args);
        assert_eq!(refused.code, 4, "{args:?}: {}", refused.err);
        assert!(refused.err.contains(&holder) && refused.err.contains("penguji"), "{args:?}: {}", refused.err);
    }
    let status = office.json(&["status", "--json"]);
    assert_eq!(status.as_array().unwrap().len(), 14);
    assert_eq!(office.run(&["brief", "hendra"]).code, 0);
    screens.press("n").text("hendra + writes on").press("enter").see("✓ note: Hendra Piliang");
    wait("what is on the disk to be read by others", || office.run(&["brief", "hendra"]).out.contains("writes on"));
    screens.quit();
}
