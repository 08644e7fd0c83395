//! The screen hides by itself: once, without waking again, and never under somebody else's screen.

use super::pty::{Terminal, wait};
use super::{cpu, switches};
use std::time::{Duration, Instant};

const HIDE: Duration = Duration::from_millis(300);

fn hiding() -> Terminal {
    Terminal::hiding(u64::try_from(HIDE.as_millis()).unwrap())
}

#[test]
fn after_the_time_without_a_key_it_hides_once_and_sleeps() {
    let mut terminal = hiding();
    terminal.see("ready");
    let typed = Instant::now();
    terminal.send("abc");
    terminal.see("text abc");
    terminal.see("hidden 1");
    assert!(typed.elapsed() >= HIDE, "{:?}", typed.elapsed());
    let pid = terminal.pid();
    // The draft is kept behind it.
    wait("rest", || {
        let before = switches(pid);
        let written = terminal.writes_within(Duration::from_millis(50));
        terminal.file("drafts").is_some() && !written && switches(pid) == before
    });
    let before = (cpu(pid), switches(pid));
    assert!(!terminal.writes_within(3 * HIDE));
    assert_eq!((cpu(pid), switches(pid)), before);
    terminal.send("\r");
    terminal.see("text abc");
    terminal.see("hidden 2");
}

#[test]
fn only_what_the_gate_takes_opens_it() {
    let mut terminal = hiding();
    terminal.see("hidden 1");
    terminal.send("x");
    terminal.see("opened Some(false)");
    terminal.send("o");
    terminal.see("ready");
}

/// However long an editor runs; but then nothing is shown before the screen is hidden.
#[test]
fn under_an_editor_nothing_hides_and_after_it_at_once() {
    let mut terminal = hiding();
    terminal.see("ready");
    terminal.send("abc\x0f");
    terminal.see("editor -w on lama");
    let before = terminal.bytes();
    let begun = Instant::now();
    wait("the time", || begun.elapsed() > 2 * HIDE);
    assert_eq!(terminal.bytes(), before, "the editor's screen is its own");
    terminal.send("baris baru\n");
    terminal.see("hidden 1");
    let since = String::from_utf8_lossy(&terminal.written()[before..]).into_owned();
    assert!(!since.contains("text abc"), "{since:?}");
    terminal.send("\r");
    terminal.see("edited [baris baru]");
}

#[test]
fn a_stopped_program_comes_back_hidden() {
    let mut terminal = Terminal::hiding_in_shell(u64::try_from(HIDE.as_millis()).unwrap());
    terminal.see("ready");
    terminal.send("abc\x1a");
    terminal.see("stopped");
    let before = terminal.bytes();
    let begun = Instant::now();
    wait("the time", || begun.elapsed() > 2 * HIDE);
    terminal.send("\n");
    terminal.see("hidden 1");
    let since = String::from_utf8_lossy(&terminal.written()[before..]).into_owned();
    assert!(!since.contains("text abc"), "{since:?}");
}
