//! Commands that write while the screens hold the store: handed over, judged there, seen at once, never done twice and
//! never after they were withdrawn.

use super::office::Office;
use crate::cli::Run;
use crate::support::pty::wait;
use rustix::process::Signal;
use std::os::unix::fs::{FileTypeExt, PermissionsExt};

fn entries(office: &Office) -> usize {
    office.json(&["log", "--count", "1000", "--json"]).as_array().map_or(0, Vec::len)
}

#[test]
fn twenty_shells_at_once_write_beside_open_screens() {
    let office = Office::sample("en");
    let mut screens = office.open();
    screens.see("Hendra Piliang").press("n").text("sari + half a sent").see("half a sent");
    let shells: Vec<_> = (0..20)
        .map(|number| {
            let line = format!("hendra + from shell {number}.");
            let mut command = office.command(&["note", &line]);
            command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap()
        })
        .collect();
    for shell in shells {
        let run = Run::of(shell.wait_with_output().unwrap());
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(run.out.contains("Hendra Piliang"), "it is answered as usual: {}", run.out);
    }
    // What is typed stays where it is, and goes on.
    screens.see("From the shell: note · Hendra Piliang").text("ence").see("sari + half a sentence");
    screens.press("enter").see("✓ note");
    screens.quit();
    let log = office.run(&["log", "--count", "100"]).out;
    for number in 0..20 {
        let text = format!("from shell {number}.");
        assert_eq!(log.matches(&text).count(), 1, "{text}: {log}");
    }
    assert!(log.contains("half a sentence"));
    assert_eq!(office.run(&["verify"]).code, 0);
}

#[test]
fn every_command_that_writes_is_handed_over_and_seen() {
    let office = Office::sample("en");
    let list = office.store().with_file_name("staff.csv");
    std::fs::write(&list, "NIP,Nama\n198701012010011001,Baru Sekali\n").unwrap();
    let mut screens = office.open();
    screens.see("Hendra Piliang");
    let socket = std::fs::symlink_metadata(office.store().join("SOCKET")).unwrap();
    assert!(socket.file_type().is_socket() && socket.permissions().mode() & 0o777 == 0o600);
    for args in [
        &["note", "hendra", "+", "at the counter"][..],
        &["plan", "hendra", "2026-12-02"],
        &["rate", "hendra", "integritas", "3", "never swapped a file"],
        &["import", "people", list.to_str().unwrap()],
    ] {
        let entries = entries(&office);
        let run = office.run(args);
        assert_eq!(run.code, 0, "{args:?}: {}{}", run.out, run.err);
        assert!(!run.out.is_empty(), "{args:?}");
        assert_eq!(self::entries(&office), entries + 1, "{args:?}");
        screens.see("From the shell: ").press("esc").see_no_more("From the shell: ");
    }
    // Taken back where it is seen, although it came from elsewhere.
    screens.press("u").see("Undone: ");
    screens.quit();
    assert!(office.run(&["export"]).out.contains("at the counter"));
    assert!(!office.store().join("SOCKET").exists());
}

#[test]
fn two_shells_that_want_the_same_are_judged_one_after_the_other() {
    let office = Office::sample("en");
    let mut screens = office.open();
    screens.see("Hendra Piliang");
    let shells: Vec<_> = (1..=6)
        .map(|day| {
            let day = format!("2026-12-{day:02}");
            let mut command = office.command(&["plan", "hendra", &day]);
            command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap()
        })
        .collect();
    for shell in shells {
        let run = Run::of(shell.wait_with_output().unwrap());
        assert_eq!(run.code, 0, "{}", run.err);
    }
    screens.quit();
    assert_eq!(office.run(&["verify"]).code, 0);
}

#[test]
fn a_holder_that_is_stopped_is_named_and_does_nothing_of_it_later() {
    let office = Office::sample("en");
    let mut screens = office.open();
    screens.see("Hendra Piliang");
    let holder = screens.terminal.process();
    rustix::process::kill_process(holder, Signal::STOP).unwrap();
    let refused = office.run(&["note", "hendra + never said"]);
    assert_eq!(refused.code, 4, "{}", refused.err);
    let named = refused.err.contains(&holder.as_raw_nonzero().to_string()) && refused.err.contains("penguji");
    assert!(named && refused.err.contains("withdrawn"), "{}", refused.err);
    rustix::process::kill_process(holder, Signal::CONT).unwrap();
    assert_eq!(office.run(&["note", "hendra + said later"]).code, 0);
    screens.see("From the shell: note · Hendra Piliang");
    screens.quit();
    let kept = office.run(&["export"]).out;
    assert!(kept.contains("said later") && !kept.contains("never said"));
}

#[test]
fn a_socket_that_a_killed_holder_left_stands_in_nobodys_way() {
    let office = Office::sample("en");
    let mut screens = office.open();
    screens.see("Hendra Piliang");
    screens.kill();
    assert!(office.store().join("SOCKET").exists());
    assert_eq!(office.run(&["note", "hendra + after the kill"]).code, 0);
    let mut screens = office.open();
    screens.see("Hendra Piliang");
    assert_eq!(office.run(&["note", "hendra + beside the next"]).code, 0);
    screens.see("From the shell: note · Hendra Piliang");
    screens.quit();
    wait("both notes", || {
        let kept = office.run(&["export"]).out;
        kept.contains("after the kill") && kept.contains("beside the next")
    });
}
