//! The shell in a real pseudo-terminal: every way out gives the terminal back, nothing typed is lost, nothing is
//! written that need not be.

mod hiding;
mod pty;
mod toy;

use crate::support::scrollback::traces;
use pty::{Terminal, toy_command, wait};
use rustix::process::{Pid, Signal, kill_process};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Does nothing as a test; started again in a pseudo-terminal it is the program.
#[test]
fn toy_program_child() {
    if let Some(folder) = std::env::var_os(toy::FOLDER) {
        toy::run(folder.into());
    }
}

fn ready() -> Terminal {
    let terminal = Terminal::toy();
    terminal.see("ready");
    terminal
}

#[test]
fn quitting_restores_the_terminal_and_keeps_drafts() {
    let mut terminal = ready();
    terminal.until("the alternate screen", |screen| screen.alternate_screen() && screen.bracketed_paste());
    terminal.send("abc");
    terminal.see("text abc");
    terminal.send("\x11");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
    assert_eq!(terminal.drafts()["text"], "abc");
}

#[test]
fn a_commit_asked_for_before_quitting_is_done() {
    let mut terminal = ready();
    terminal.send("\x13\x13\x13\x11");
    assert_eq!(terminal.end(), 0);
    assert_eq!(terminal.file("commits").unwrap(), "ccc");
}

#[test]
fn a_commit_that_fails_calls_back_who_is_leaving() {
    let mut terminal = ready();
    std::fs::write(terminal.folder.path().join("full"), "x").unwrap();
    terminal.send("\x13\x11");
    terminal.see("failed store-full");
    std::fs::remove_file(terminal.folder.path().join("full")).unwrap();
    terminal.send("\x13\x11");
    assert_eq!(terminal.end(), 0);
    assert_eq!(terminal.file("commits").unwrap(), "c");
}

#[test]
fn signals_restore_the_terminal_and_keep_drafts() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT] {
        let mut terminal = ready();
        terminal.send("abc");
        terminal.see("text abc");
        terminal.signal(signal);
        assert_eq!(terminal.end(), 0, "{signal:?}");
        terminal.assert_restored();
        assert_eq!(terminal.drafts()["text"], "abc");
    }
}

#[test]
fn a_panic_restores_the_terminal_and_shows_its_place_only() {
    let mut terminal = ready();
    terminal.send("abc\x10");
    assert_eq!(terminal.end(), 70);
    terminal.assert_restored();
    terminal.see("toy.rs:");
    assert!(!terminal.contents().contains("secret"));
    assert_eq!(terminal.drafts()["text"], "abc");
    let left = traces(&terminal.written(), (80, 24)).concat();
    assert!(left.contains("A fault of the program (tests/it/runtime/toy.rs:") && !left.contains("abc"), "{left}");
    let log = terminal.file("log").unwrap();
    assert!(log.contains("fault at tests/it/runtime/toy.rs:"), "{log}");
    assert!(!log.contains("secret") && !log.contains("abc"), "{log}");
}

/// Nobody sends SIGHUP here: the shell in between ignores it and lives on.
#[test]
fn a_terminal_that_is_gone_ends_the_program_without_spinning() {
    let mut terminal = Terminal::shell(&format!("trap '' HUP; {}; echo x > $BINA_TOY/over", toy_command()), 80, 24);
    terminal.see("ready");
    terminal.send("abc");
    terminal.see("text abc");
    let closed = Instant::now();
    terminal.close();
    wait("the end", || terminal.file("over").is_some());
    assert!(closed.elapsed() < Duration::from_secs(1), "{:?}", closed.elapsed());
    assert_eq!(terminal.file("code").unwrap(), "0");
    assert_eq!(terminal.drafts()["text"], "abc");
}

#[test]
fn a_paste_is_one_text_and_costs_few_bytes() {
    let mut terminal = ready();
    let before = terminal.bytes();
    let text = "baris teks yang panjang\r\n".repeat(4000);
    terminal.send(format!("\x1b[200~{text}\x1b[201~"));
    terminal.see("paste Some((100000, 4000))");
    terminal.see("length 0");
    let cost = terminal.bytes() - before;
    eprintln!("paste of 100 KB: {cost} bytes written");
    assert!(cost < 200, "{cost}");
}

#[test]
fn a_burst_of_keys_draws_few_frames() {
    let mut terminal = ready();
    let before = terminal.bytes();
    terminal.send("j".repeat(200));
    terminal.see("length 200");
    let cost = terminal.bytes() - before;
    terminal.send("\x11");
    terminal.end();
    let frames = terminal.drafts()["frames"].as_u64().unwrap();
    eprintln!("200 keys at once: {frames} frames in all, {cost} bytes");
    assert!(frames <= 20, "{frames}");
}

/// 6,000 copies are more than the terminal holds back, and more than may wait inside the program.
#[test]
fn while_nobody_reads_no_key_is_lost() {
    let mut terminal = ready();
    let mut keyboard = terminal.keyboard();
    {
        let _nobody_reads = terminal.stall();
        keyboard.write_all(&[0x19; 6000]).unwrap();
        keyboard.write_all(b"abc").unwrap();
    }
    terminal.see("text abc");
    terminal.see("copied 6000");
}

/// Not even its frame can be finished; what was typed was kept a second after it was typed.
#[test]
fn a_signal_ends_the_program_in_time_while_nobody_reads() {
    let mut terminal = ready();
    terminal.send("abc");
    wait("drafts", || terminal.file("drafts").is_some_and(|drafts| drafts.contains("abc")));
    let mut keyboard = terminal.keyboard();
    let pid = terminal.pid();
    let nobody_reads = terminal.stall();
    keyboard.write_all(&[0x19; 8000]).unwrap();
    // It takes keys until it hangs in a write.
    wait("a full terminal", || {
        let first_thread = PathBuf::from(format!("/proc/{0}/task/{0}", pid.as_raw_nonzero()));
        let before = switches_of(&first_thread);
        std::thread::park_timeout(Duration::from_millis(200));
        switches_of(&first_thread) == before && stat(pid).contains(") S ")
    });
    kill_process(pid, Signal::TERM).unwrap();
    wait("the end", || matches!(stat(pid).as_str(), stat if stat.is_empty() || stat.contains(") Z ")));
    drop(nobody_reads);
    assert_eq!(terminal.end(), 128 + 15);
    assert_eq!(terminal.termios(), terminal.before);
}

#[test]
fn an_idle_program_writes_nothing_and_uses_no_processor() {
    let mut terminal = ready();
    terminal.send("a");
    terminal.see("text a");
    // The draft is still due; after it nothing is.
    let pid = terminal.pid();
    wait("rest", || {
        let before = switches(pid);
        let written = terminal.writes_within(Duration::from_millis(50));
        terminal.file("drafts").is_some() && !written && switches(pid) == before
    });
    let before = (cpu(pid), switches(pid));
    assert!(!terminal.writes_within(Duration::from_millis(1000)));
    assert_eq!((cpu(pid), switches(pid)), before);
}

#[test]
fn typing_costs_few_bytes() {
    let mut terminal = ready();
    terminal.send("a");
    terminal.see("length 1");
    let before = terminal.bytes();
    terminal.send("b");
    terminal.see("length 2");
    let cost = terminal.bytes() - before;
    eprintln!("one character and a counter elsewhere: {cost} bytes");
    assert!(cost <= 25, "{cost}");
}

#[test]
fn fifty_resizes_and_a_terminal_of_one_cell_are_survived() {
    let terminal = ready();
    for n in 0..50 {
        terminal.resize(1 + n * 3, 1 + n % 30);
    }
    terminal.resize(1, 1);
    terminal.resize(80, 24);
    terminal.see("size 80x24");
    terminal.see("ready");
    assert!(terminal.contents().starts_with("text"));
}

#[test]
fn a_start_in_one_cell_grows() {
    let terminal = Terminal::shell(&format!("exec {}", toy_command()), 1, 1);
    wait("the start", || terminal.file("pid").is_some());
    terminal.until("the alternate screen", vt100::Screen::alternate_screen);
    terminal.resize(80, 24);
    terminal.see("size 80x24");
}

#[test]
fn stopping_and_going_on_works_in_a_shell_with_jobs() {
    let mut terminal = Terminal::shell("exec /bin/sh -i", 80, 24);
    terminal.send(format!("{}\n", toy_command()));
    terminal.see("ready");
    terminal.send("abc");
    terminal.see("text abc");
    for round in 1..3 {
        terminal.send("\x1a");
        terminal.until("the shell", |screen| !screen.alternate_screen() && !screen.bracketed_paste());
        terminal.send(format!("echo $((40+{round}))in the shell\n"));
        terminal.see(&format!("{}in the shell", 40 + round));
        terminal.send("fg\n");
        terminal.until("the screen again", |screen| screen.alternate_screen() && screen.contents().contains("text abc"));
    }
    // Stopped from outside, as a key inside a child would do it.
    terminal.signal(Signal::TSTP);
    terminal.until("the shell", |screen| !screen.alternate_screen());
    terminal.send("fg\n");
    terminal.until("the screen again", |screen| screen.alternate_screen() && screen.contents().contains("text abc"));
    terminal.send("d\x11");
    wait("the end", || terminal.file("code").is_some());
    assert_eq!(terminal.drafts()["text"], "abcd");
}

#[test]
fn without_jobs_stopping_is_refused() {
    let mut terminal = ready();
    terminal.send("\x1a");
    terminal.see("terminal-no-job-control");
    terminal.send("abc");
    terminal.see("text abc");
}

#[test]
fn the_editor_has_terminal_and_keys_for_itself() {
    let mut terminal = ready();
    terminal.send("\x0f");
    terminal.see("editor -w on lama");
    terminal.until("the shell's screen", |screen| !screen.alternate_screen() && !screen.bracketed_paste());
    assert_eq!(terminal.termios(), terminal.before);
    terminal.send("baris baru dari editor\n");
    terminal.see("edited [baris baru dari editor]");
    terminal.send("abc");
    terminal.see("text abc");
    terminal.send("\x0f");
    terminal.see("editor -w on lama");
    terminal.send("fail\n");
    terminal.see("edited [nothing]");
    terminal.see("trouble terminal-editor-failed");
    let left = std::fs::read_dir(terminal.folder.path()).unwrap().flatten();
    assert!(!left.into_iter().any(|entry| entry.file_name().to_string_lossy().starts_with("bina-text")));
}

#[test]
fn a_signal_while_the_editor_runs_ends_both() {
    let mut terminal = ready();
    terminal.send("\x0f");
    terminal.see("editor -w on lama");
    terminal.signal(Signal::TERM);
    assert_eq!(terminal.end(), 0);
    assert_eq!(terminal.drafts()["edited"], "lama");
}

#[test]
fn answers_of_terminals_and_escape_alone_are_not_typed() {
    let mut terminal = ready();
    terminal.send("\x1b[?1;2c\x1b]11;rgb:0000/0000/0000\x07\x1b[24;80R\x1bx\x1b");
    terminal.send("ok");
    terminal.see("text xok");
    terminal.see("length 3 paste None");
}

#[test]
fn the_terminal_is_asked_once_behind_the_first_frame_and_its_answer_is_remembered() {
    let mut terminal = Terminal::asking();
    terminal.see("ready");
    wait("the question", || terminal.written().windows(8).any(|seen| seen == b"\x1b]11;?\x1b\\"));
    assert_eq!(terminal.file("grounds"), None);
    terminal.send("\x1b]11;rgb:ffff/ffff/ffff\x1b\\");
    terminal.see("ground Some(Light)");
    terminal.send("\x1b]11;rgb:0000/0000/0000\x1b\\a");
    terminal.see("text a");
    terminal.see("ground Some(Light)");
    assert_eq!(terminal.file("grounds").as_deref(), Some("light toy\n"));
    terminal.send("\x11");
    assert_eq!(terminal.end(), 0);
}

/// Does nothing as a test; started again it is a command that panics.
#[test]
fn panicking_child() {
    if std::env::var_os("BINA_PANICS").is_some() {
        bina::runtime::fault::hush();
        assert!(std::panic::catch_unwind(|| panic!("with something secret")).is_err());
        println!("place {}", bina::runtime::fault::place());
    }
}

#[test]
fn a_panic_of_a_command_is_told_by_its_place_alone() {
    let mut command = std::process::Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "runtime::panicking_child", "--nocapture", "--test-threads=1"]).env("BINA_PANICS", "1");
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(said.contains("place tests/it/runtime.rs:") && !said.contains("secret"), "{said}");
}

#[test]
fn without_a_terminal_one_line_says_so_at_once() {
    let table = [
        (format!("{} < /dev/null", toy_command()), "standard input is not a terminal"),
        (format!("{} | cat", toy_command()), "Standard output is not a terminal"),
        (format!("TERM=dumb {}", toy_command()), "can't show a screen"),
        (format!("unset TERM; {}", toy_command()), "can't show a screen"),
    ];
    for (line, said) in table {
        let terminal = Terminal::shell(&line, 200, 24);
        terminal.see(said);
        assert!(terminal.file("code").is_some_and(|code| code == "70"));
        terminal.until("no modes", |screen| !screen.alternate_screen() && !screen.bracketed_paste());
    }
}

/// What the system says of a process; empty if it is gone.
fn stat(pid: Pid) -> String {
    std::fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero())).unwrap_or_default()
}

/// Processor time of a process, in ticks of 10 ms.
fn cpu(pid: Pid) -> u64 {
    let stat = stat(pid);
    let after_name = stat.rsplit(')').next().unwrap();
    after_name.split_whitespace().skip(11).take(2).map(|n| n.parse::<u64>().unwrap()).sum()
}

/// How often the threads of a process were woken.
fn switches(pid: Pid) -> u64 {
    let tasks = std::fs::read_dir(format!("/proc/{}/task", pid.as_raw_nonzero())).unwrap();
    tasks.flatten().map(|task| switches_of(&task.path())).sum()
}

/// How often one thread was woken.
fn switches_of(thread: &Path) -> u64 {
    let status = std::fs::read_to_string(thread.join("status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("voluntary_ctxt_switches")).unwrap();
    line.split_whitespace().last().unwrap().parse().unwrap()
}
