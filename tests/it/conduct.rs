//! Good conduct of the program itself, whatever terminal it meets: it paints what that terminal can show, asks it
//! nothing, and leaves it as it was, with what was typed safe. What needs faults on purpose is in `runtime`.

mod multiplexer;
mod quiet;
mod traces;

use crate::pty::office::{Office, Screens, wait_for_draft};
use crate::support::pty::wait;
use rustix::process::{Pid, Signal, kill_process};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// What a long frame begins with.
const FRAME: &[u8] = b"\x1b[?2026h";

/// The screens with these variables, when there is something to see.
fn open(office: &Office, env: &[(&str, &str)]) -> Screens {
    let mut command = office.command(&[]);
    command.envs(env.iter().copied());
    let screens = office.start(command, (80, 24));
    screens.terminal.until("the team", |screen| screen.alternate_screen() && screen.contents().contains("Hendra Piliang"));
    screens
}

/// Looks at one of each: team, person, session, help, agenda, goals, competencies, capture; and leaves.
fn look_around(screens: &mut Screens) {
    screens.press("enter").see("of 13").press("s").see("1 Prepare");
    screens
        .press("ctrl-n ctrl-n ctrl-n")
        .see("New line")
        .text("something")
        .see("something")
        .press("ctrl-p ctrl-p")
        .see("2 Follow up");
    screens.press("q").see("of 13").press("?").see("Keys: ").press("esc").see_no_more("Keys: ").press("q").see("NAME");
    screens.press("2").see_no_more("NAME").press("3 4 5 6 1").see("NAME").press("n").text("hendra + x").see("hendra + x");
    empty_line(screens);
    screens.press("q");
    assert_eq!(screens.terminal.end(), 0);
    screens.terminal.assert_restored();
}

/// Throws the line away that is being typed.
fn empty_line(screens: &mut Screens) {
    screens.press("ctrl-u esc").see_no_more("Quick capture");
}

fn count(written: &[u8], part: &[u8]) -> usize {
    written.windows(part.len()).filter(|window| *window == part).count()
}

/// Parameters of each sequence that sets a style.
fn styles(written: &[u8]) -> BTreeSet<String> {
    let text = String::from_utf8_lossy(written);
    let sequences = text.split("\x1b[").skip(1);
    let style = |rest: &str| {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ';' && c != ':')?;
        rest[end..].starts_with('m').then(|| rest[..end].to_owned())
    };
    sequences.filter_map(style).collect()
}

/// Numbers among the parameters that set a colour.
fn colors(written: &[u8]) -> BTreeSet<u8> {
    let numbers = styles(written).into_iter().flat_map(|style| {
        let numbers: Vec<u8> = style.split([';', ':']).filter_map(|n| n.parse().ok()).collect();
        numbers
    });
    numbers.filter(|n| matches!(n, 30..=49 | 58 | 90..=107)).collect()
}

#[test]
fn every_terminal_gets_a_screen_and_is_left_as_it_was() {
    for term in ["vt100", "linux", "screen", "screen-256color", "tmux-256color", "xterm", "putty", "rxvt-unicode"] {
        let office = Office::sample("en");
        let mut screens = open(&office, &[("TERM", term)]);
        look_around(&mut screens);
    }
}

#[test]
fn colours_are_the_terminals_own_where_its_ground_is_not_known() {
    for env in [&[][..], &[("COLORTERM", "truecolor")], &[("TERM", "xterm")]] {
        let office = Office::sample("en");
        let mut screens = open(&office, env);
        look_around(&mut screens);
        let colors = colors(&screens.terminal.written());
        assert!(colors.iter().all(|n| matches!(n, 30..=37 | 39 | 90..=97)), "{env:?}: {colors:?}");
    }
}

#[test]
fn no_color_means_none() {
    let office = Office::sample("en");
    let mut screens = open(&office, &[("NO_COLOR", "1")]);
    look_around(&mut screens);
    assert_eq!(colors(&screens.terminal.written()), BTreeSet::new());
}

#[test]
fn in_the_c_locale_only_ascii_leaves() {
    for lang in ["C", "POSIX", "id_ID.ISO-8859-1"] {
        let office = Office::sample("en");
        let mut screens = open(&office, &[("LANG", lang)]);
        look_around(&mut screens);
        let written = screens.terminal.written();
        let wrong: Vec<u8> = written.into_iter().filter(|b| !b.is_ascii()).collect();
        assert!(wrong.is_empty(), "{lang}: {:?}", String::from_utf8_lossy(&wrong));
    }
}

#[test]
fn a_ground_that_is_known_brings_colours_that_were_measured_on_it() {
    let office = Office::sample("en");
    let mut screens = open(&office, &[("TERM", "xterm-256color"), ("COLORFGBG", "0;15")]);
    look_around(&mut screens);
    assert!(count(&screens.terminal.written(), b"38;5;") > 0);
}

/// No test's terminal ever answers, and no test has to wait for it. Its background is asked for once, after the first frame.
#[test]
fn nothing_but_its_ground_is_asked_of_the_terminal() {
    let office = Office::sample("en");
    let mut screens = open(&office, &[]);
    look_around(&mut screens);
    let written = screens.terminal.written();
    for query in [&b"\x1b[c"[..], b"\x1b[>", b"\x1b[=", b"\x1b[5n", b"\x1b[6n", b"\x1b[?u", b"\x1b[?6n", b"\x1bP"] {
        assert_eq!(count(&written, query), 0, "{:?}", String::from_utf8_lossy(query));
    }
    assert_eq!(count(&written, b"$p"), 0, "a request for a mode");
    assert_eq!((count(&written, b"\x1b]1"), count(&written, b"\x1b]11;?")), (1, 1));
}

#[test]
fn without_a_screen_one_line_says_so_at_once_and_it_is_a_usage_error() {
    let office = Office::sample("en");
    for (line, term, said) in [
        ("exec \"$@\" < /dev/null", Some("xterm"), "standard input is not a terminal"),
        ("\"$@\" > out; code=$?; cat out; exit $code", Some("xterm"), "Standard output is not a terminal"),
        ("exec \"$@\" demo < /dev/null", Some("xterm"), "standard input is not a terminal"),
        ("exec \"$@\"", Some("dumb"), "can't show a screen"),
        ("exec \"$@\"", None, "can't show a screen"),
    ] {
        let line = match term {
            Some(term) => format!("export TERM={term}; {line}"),
            None => format!("unset TERM; {line}"),
        };
        let mut screens = in_shell(&office, &line, (200, 24));
        screens.see(said);
        let code = screens.terminal.end();
        screens.terminal.assert_restored();
        assert_eq!(code, 2, "{line}: {}", screens.screen());
        assert_eq!(screens.screen().trim().lines().count(), 1, "{line}: {}", screens.screen());
        assert_eq!(count(&screens.terminal.written(), b"\x1b"), 0, "{line}");
    }
}

#[test]
fn signals_leave_the_terminal_as_it_was_and_the_draft_safe() {
    let office = Office::sample("en");
    for (n, signal) in [Signal::TERM, Signal::INT, Signal::HUP, Signal::QUIT].into_iter().enumerate() {
        let mut screens = open(&office, &[]);
        let typed = format!("hendra + half a sentence {n}");
        screens.press("n").text(&typed).see(&typed);
        kill_process(screens.terminal.process(), signal).unwrap();
        assert_eq!(screens.terminal.end(), 0, "{signal:?}");
        screens.terminal.assert_restored();
        assert!(office.drafts().contains(&typed), "{signal:?}");
        let mut screens = office.open();
        screens.see(&typed);
        empty_line(&mut screens);
        screens.quit();
    }
}

/// The shell in between ignores the signal of the lost line, and the program inherits that.
#[test]
fn a_lost_terminal_ends_the_program_within_a_second_also_without_a_signal() {
    let office = Office::sample("en");
    let mut screens = in_shell(&office, "trap '' HUP; \"$@\"; echo $? > code", (80, 24));
    screens.see("Hendra Piliang").press("n").text("hendra + cut off here");
    screens.see("cut off here");
    let lost = Instant::now();
    screens.terminal.close();
    let code = office.store().with_file_name("code");
    wait("the end", || std::fs::read_to_string(&code).is_ok_and(|text| text.trim() == "0"));
    assert!(lost.elapsed() < Duration::from_secs(1), "{:?}", lost.elapsed());
    assert!(office.drafts().contains("cut off here"));
}

#[test]
fn stopped_and_continued_in_a_shell_the_same_screen_is_there() {
    let office = Office::sample("en");
    let mut screens = in_shell(&office, "set -m; \"$@\"; echo stopped; read line; fg; echo over", (80, 24));
    screens.see("Hendra Piliang").press("n").text("hendra + to be continued").see("to be continued");
    let before = screens.screen();
    screens.press("ctrl-z").see("stopped");
    screens.terminal.until("the shell's screen", |screen| !screen.alternate_screen() && !screen.bracketed_paste());
    screens.terminal.send("\n");
    screens.terminal.until("the same screen", |screen| screen.alternate_screen() && screen.contents() == before);
    empty_line(&mut screens);
    screens.press("q").see("over");
    assert_eq!(screens.terminal.end(), 0);
}

fn in_shell(office: &Office, line: &str, size: (u16, u16)) -> Screens {
    let bina = office.command(&[]);
    let mut command = std::process::Command::new("/bin/sh");
    command.args(["-c", line, "sh"]).arg(bina.get_program()).args(bina.get_args()).env_clear();
    command.envs(bina.get_envs().filter_map(|(name, value)| Some((name, value?))));
    office.start(command, size)
}

#[test]
fn a_paste_of_100_kb_is_taken_in_at_most_two_frames() {
    let office = Office::sample("en");
    let mut screens = open(&office, &[]);
    screens.press("n").text("hendra + ").see("hendra +");
    let before = screens.terminal.written().len();
    let pasted = "a line that was copied elsewhere ".repeat(100_000 / 33);
    let begun = Instant::now();
    screens.terminal.send(format!("\x1b[200~{pasted}\x1b[201~"));
    screens.see("copied elsewhere a line");
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    // Whatever else it would write would be written now.
    assert!(!screens.terminal.writes_within(Duration::from_millis(300)));
    let written = screens.terminal.written();
    let (frames, bytes) = (count(&written[before..], FRAME), written.len() - before);
    eprintln!("paste of 100 KB into the line: {frames} long frames, {bytes} bytes");
    assert!(frames <= 2 && bytes < 6000, "{frames} frames, {bytes} bytes");
    wait_for_draft(&office, "copied elsewhere");
    empty_line(&mut screens);
    screens.quit();
}

#[test]
fn a_burst_of_200_keys_ends_in_few_frames() {
    let office = Office::sample("en");
    let mut screens = open(&office, &[]);
    screens.press("enter").see("‹ 1 of 13 ›").press("q").see("NAME");
    let before = screens.terminal.written().len();
    // Down and up again, so that the end is known: the last key opens the first person.
    screens.terminal.send(format!("{}{}\r", "j".repeat(100), "k".repeat(100)));
    screens.see("‹ 1 of 13 ›");
    let bytes = screens.terminal.written().len() - before;
    eprintln!("200 keys at once: {bytes} bytes");
    assert!(bytes < 12_000, "{bytes}");
    screens.press("q").see("NAME");
    screens.quit();
}

#[test]
fn a_start_in_one_cell_grows_and_fifty_sizes_are_survived() {
    let office = Office::sample("en");
    let mut screens = office.start(office.command(&[]), (1, 1));
    screens.terminal.until("the alternate screen", vt100::Screen::alternate_screen);
    screens.terminal.resize(80, 24);
    screens.see("Hendra Piliang").press("n").text("hendra + kept").see("hendra + kept");
    let before = screens.screen();
    for n in 0..50 {
        screens.terminal.resize(1 + n * 3, 1 + n % 30);
    }
    screens.terminal.resize(1, 1);
    screens.terminal.resize(80, 24);
    screens.terminal.until("the same screen", |screen| screen.contents() == before);
    empty_line(&mut screens);
    screens.quit();
}

#[test]
fn at_rest_nothing_is_written_and_no_thread_of_ours_wakes() {
    let office = Office::sample("en");
    let log = office.store().with_file_name("log");
    // The backup of the day is work that is done once.
    let config = office.store().with_file_name(".config").join("bina");
    std::fs::create_dir_all(&config).unwrap();
    std::fs::write(config.join("config.toml"), "[backups]\ndays = 0\n").unwrap();
    let screens = open(&office, &[("BINA_LOG", log.to_str().unwrap())]);
    let pid = screens.terminal.process();
    // Having read the team, the store gives back what it opened.
    wait("rest", || std::fs::read_to_string(&log).is_ok_and(|said| said.contains("store rests")));
    let before = woken(pid);
    assert!(!screens.terminal.writes_within(Duration::from_millis(1500)));
    assert_eq!(woken(pid), before);
    screens.quit();
}

/// How often the threads of a process were woken. Those of sled's pool, once it was used, look about once a second and
/// can't be told not to.
fn woken(pid: Pid) -> u64 {
    let tasks = std::fs::read_dir(format!("/proc/{}/task", pid.as_raw_nonzero())).unwrap().flatten();
    let ours = |task: &std::fs::DirEntry| {
        std::fs::read_to_string(task.path().join("comm")).is_ok_and(|name| !name.starts_with("sled-io"))
    };
    let status = tasks.filter(ours).filter_map(|task| std::fs::read_to_string(task.path().join("status")).ok());
    let lines = status.filter_map(|text| {
        let line = text.lines().find(|line| line.starts_with("voluntary_ctxt_switches"))?.to_owned();
        line.split_whitespace().last()?.parse::<u64>().ok()
    });
    lines.sum()
}

#[test]
fn a_reader_who_stops_reading_gets_few_frames_afterwards() {
    let office = Office::sample("en");
    let mut screens = open(&office, &[]);
    let before = screens.terminal.written().len();
    let mut keyboard = screens.terminal.keyboard();
    {
        let _nobody_reads = screens.terminal.stall();
        std::io::Write::write_all(&mut keyboard, "jk".repeat(100).as_bytes()).unwrap();
        std::io::Write::write_all(&mut keyboard, b"\r").unwrap();
    }
    screens.see("‹ 1 of 13 ›");
    let bytes = screens.terminal.written().len() - before;
    eprintln!("200 keys while nobody reads: {bytes} bytes");
    assert!(bytes < 22_000, "{bytes}");
    kill_process(screens.terminal.process(), Signal::TERM).unwrap();
    assert_eq!(screens.terminal.end(), 0);
    screens.terminal.assert_restored();
}

/// As over a link that keeps the order of what it carries and nothing else: all in one piece after a long wait, torn
/// anywhere, or key by key with pauses, while what is shown waits somewhere as well.
#[test]
fn keys_that_come_late_in_bunches_or_torn_do_what_they_do_in_time() {
    const KEYS: [&str; 14] = [
        "\x1b[B",
        "\x1b[B",
        "\x1bOA",
        "\r",
        "\t",
        "\x1b[6~",
        "\x1b[Z",
        "q",
        "\x1b[H",
        "n",
        "hendra + ",
        "é…",
        "\x1b[D",
        "\x1b[200~pasted\x1b[201~",
    ];
    let office = Office::sample("en");
    let mut expected = None;
    for arrival in ["in time", "all at once", "torn", "with pauses", "unread"] {
        let mut screens = open(&office, &[]);
        let whole = KEYS.concat();
        // Lives on: the library types the end of a file when it goes.
        let mut keyboard = None;
        match arrival {
            "in time" => {
                for key in KEYS {
                    screens.terminal.send(key);
                    // As long as something is painted for it.
                    while screens.terminal.writes_within(Duration::from_millis(100)) {}
                }
            }
            "torn" => whole.as_bytes().chunks(5).for_each(|piece| screens.terminal.send(piece)),
            "with pauses" => {
                for (n, key) in KEYS.into_iter().enumerate() {
                    screens.terminal.send(key);
                    screens.terminal.writes_within(Duration::from_millis(n as u64 * 7 % 23));
                }
            }
            "unread" => {
                let keyboard = keyboard.insert(screens.terminal.keyboard());
                let _nobody_reads = screens.terminal.stall();
                std::io::Write::write_all(keyboard, whole.as_bytes()).unwrap();
            }
            _ => screens.terminal.send(&whole),
        }
        screens.see("[private] [praise]").cursor_after("hendra + épasted");
        let lines = |text: String| text.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
        let expected = expected.get_or_insert_with(|| lines(screens.screen()));
        screens.terminal.until(arrival, |screen| lines(screen.contents()) == *expected);
        kill_process(screens.terminal.process(), Signal::TERM).unwrap();
        assert_eq!(screens.terminal.end(), 0, "{arrival}");
        screens.terminal.assert_restored();
        assert!(office.drafts().contains("hendra + épasted…"), "{arrival}");
        std::fs::remove_file(office.store().join("drafts.json")).unwrap();
    }
}
