//! Whoever comes second takes over by one key: what was typed goes along, and the other terminal is left in order.

use super::office::{Office, Screens};
use rustix::process::{Signal, kill_process};
use std::io::Write;

fn typing(office: &Office) -> Screens {
    let mut screens = office.open();
    screens.see("Hendra Piliang").press("n").text("sari + half a sent").see("half a sent");
    screens
}

fn second(office: &Office, args: &[&str]) -> Screens {
    office.start(office.command(args), (80, 24))
}

fn goes_on(mut screens: Screens, office: &Office) {
    screens.see("half a sent").text("ence").press("enter").see("✓ note");
    screens.quit();
    assert!(office.run(&["export"]).out.contains("half a sentence"));
}

#[test]
fn one_key_goes_on_in_the_same_field_and_the_other_terminal_says_so() {
    let office = Office::sample("en");
    let mut first = typing(&office);
    let holder = first.terminal.process().as_raw_nonzero().to_string();
    let mut second = second(&office, &[]);
    second.see("Your bina is open already").see(&holder).see("last key").see("take over").press("x t");
    second.see("half a sent");
    first.see("Taken over at").see("What was typed is kept");
    assert_eq!(first.terminal.end(), 0);
    first.terminal.assert_restored();
    goes_on(second, &office);
}

#[test]
fn who_only_looks_or_leaves_changes_nothing() {
    let office = Office::sample("en");
    let first = typing(&office);
    let mut leaves = second(&office, &[]);
    leaves.see("take over").press("q").see("has this store open");
    assert_eq!(leaves.terminal.end(), 4);
    let mut looks = second(&office, &[]);
    looks.see("only look").press("l").see("Hendra Piliang").press("q");
    assert_eq!(looks.terminal.end(), 0);
    goes_on(first, &office);
}

#[test]
fn a_stopped_holder_is_woken_for_it() {
    let office = Office::sample("en");
    let mut first = typing(&office);
    super::office::wait_for_draft(&office, "half a sent");
    kill_process(first.terminal.process(), Signal::STOP).unwrap();
    let mut asked = second(&office, &[]);
    asked.see("It is stopped").press("q");
    assert_eq!(asked.terminal.end(), 4);
    let mut second = second(&office, &["--take-over"]);
    second.see("half a sent");
    assert_eq!(first.terminal.end(), 0);
    goes_on(second, &office);
}

#[test]
fn a_holder_that_nobody_reads_ends_and_a_command_is_no_place_for_it() {
    let office = Office::sample("en");
    assert_eq!(office.run(&["--take-over", "status"]).code, 2);
    let mut first = typing(&office);
    super::office::wait_for_draft(&office, "half a sent");
    let mut keyboard = first.terminal.keyboard();
    let guard = first.terminal.stall();
    // More pictures than the line holds: the process waits for somebody to read.
    let typist = std::thread::spawn(move || {
        for _ in 0..400 {
            if keyboard.write_all(b"\x0c\x0c\x0c\x0c").is_err() {
                break;
            }
        }
        keyboard
    });
    let mut second = second(&office, &["--take-over"]);
    second.see("half a sent");
    drop(guard);
    drop(typist.join());
    first.terminal.end();
    goes_on(second, &office);
}
