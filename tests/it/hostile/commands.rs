//! Every command over a store full of hostile texts, with hostile options, names of files, configurations and
//! environments: what it says, what it complains and what it logs is text in lines.

use super::corpus::texts;
use super::screens::store;
use crate::cli::{Run, User};
use crate::pty::office::TODAY;
use crate::support::bytes::foreign_in_lines;
use bina::domain::language::clean::width;
use bina::store::Store;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A user whose store is poisoned.
struct Victim {
    user: User,
}

impl Victim {
    fn new() -> Victim {
        let victim = Victim { user: User::new() };
        let mut changes = Vec::new();
        let mut each = |change| {
            changes.push(change);
            Ok(())
        };
        store().changes(&mut each).unwrap();
        bina::store::Disk::open(&victim.store()).unwrap().commit_many(&mut changes.into_iter()).unwrap();
        victim
    }

    fn store(&self) -> PathBuf {
        self.user.home().join("store")
    }

    fn log(&self) -> PathBuf {
        self.user.home().join("log")
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = self.user.command(args);
        command.env("BINA_STORE", self.store()).env("BINA_TODAY", TODAY).env("BINA_LOG", self.log());
        command
    }

    #[track_caller]
    fn run(&self, args: &[&str]) -> Run {
        said_harmlessly(&mut self.command(args), &format!("{args:?}"))
    }
}

#[track_caller]
fn said_harmlessly(command: &mut Command, what: &str) -> Run {
    let output = command.output().unwrap();
    let code = output.status.code();
    assert!(code.is_some_and(|code| code != 70), "{what}: {code:?} {}", String::from_utf8_lossy(&output.stderr));
    for (stream, bytes) in [("out", &output.stdout), ("err", &output.stderr)] {
        // A spreadsheet begins with a mark of its encoding and has line ends of its own.
        let text = String::from_utf8_lossy(bytes).trim_start_matches('\u{feff}').replace("\r\n", "\n");
        assert_eq!(foreign_in_lines(text.as_bytes(), false), None, "{what}, {stream}: {text}");
    }
    Run::of(output)
}

/// What looks at the store, and whether it is a table whose lines have a width.
const LOOKS: &[(&[&str], bool)] = &[
    (&["status"], true),
    (&["status", "--all"], true),
    (&["due"], true),
    (&["brief", "hendra"], true),
    (&["sheet", "hendra"], false),
    (&["goals"], true),
    (&["goals", "--by", "result"], true),
    (&["goals", "--by", "status"], true),
    (&["goals", "hendra", "--text", "--yes"], false),
    (&["gaps"], true),
    (&["gaps", "--by", "competency"], true),
    (&["gaps", "--by", "unit"], true),
    (&["gaps", "hendra"], true),
    (&["gaps", "--csv"], false),
    (&["gaps", "--by", "unit", "--csv"], false),
    (&["standards"], false),
    (&["standards", "--missing"], false),
    (&["export"], false),
    (&["export", "--shared", "--yes"], false),
    (&["export", "hendra"], false),
    (&["export", "goals"], false),
    (&["export", "standards"], false),
    (&["export", "ratings"], false),
    (&["log"], false),
    (&["log", "hendra", "--count", "200"], false),
    (&["keys"], false),
    (&["doctor"], false),
    (&["verify"], false),
    (&["--help"], false),
    (&["help"], true),
    (&["help", "guide"], true),
    (&["man"], false),
];

#[test]
fn no_command_says_anything_hostile_of_what_the_store_holds() {
    let victim = Victim::new();
    for (args, table) in LOOKS {
        let run = victim.run(args);
        assert_eq!(run.code, 0, "{args:?}: {}", run.err);
        assert!(!run.out.is_empty(), "{args:?}");
        let wide = run.out.lines().find(|line| *table && width(line) > 80);
        assert_eq!(wide, None, "{args:?}");
        let json = victim.run(&[&["--json"], *args].concat());
        // A sheet stays a sheet, and may begin with what a unit is called.
        if args[0] != "sheet" && json.out.starts_with(['{', '[']) {
            serde_json::from_str::<serde_json::Value>(&json.out)
                .unwrap_or_else(|e| panic!("{args:?}: {e}: {}", &json.out[..json.out.len().min(200)]));
        }
    }
    let colored = victim.user.home().join("colored.toml");
    std::fs::write(&colored, "color = \"always\"\n").unwrap();
    for (args, _) in LOOKS {
        let args = [&["--config", colored.to_str().unwrap()], *args].concat();
        let out = victim.command(&args).output().unwrap().stdout;
        let text = String::from_utf8(out).unwrap().trim_start_matches('\u{feff}').replace("\r\n", "\n");
        assert_eq!(foreign_in_lines(text.as_bytes(), true), None, "{args:?}");
        // A line that begins with a style ends with the end of it: the texts have brought none.
        assert!(text.lines().all(|line| matches!(line.matches('\x1b').count(), 0 | 2)), "{args:?}");
    }
    assert_logged_harmlessly(&victim);
}

fn assert_logged_harmlessly(victim: &Victim) {
    let log = std::fs::read(victim.log()).unwrap();
    assert_eq!(foreign_in_lines(&log, false), None);
    let text = String::from_utf8(log).unwrap();
    let known = |line: &str| line.starts_with("20") && line.split(' ').nth(1).is_some_and(|pid| pid.parse::<u32>().is_ok());
    assert_eq!(text.lines().skip(1).find(|line| !known(line)), None);
}

/// Without NUL, which no argument can hold.
fn arguments() -> impl Iterator<Item = (&'static str, String)> {
    texts().into_iter().map(|(name, text)| (name, text.replace('\0', "")))
}

#[test]
fn no_command_repeats_a_hostile_argument_as_it_is() {
    let victim = Victim::new();
    for (name, text) in arguments() {
        let own_store = victim.user.home().join("own").display().to_string();
        let lines: &[&[&str]] = &[
            &[&text],
            &["status", &text],
            &[&format!("--{text}")],
            &["--lang", &text, "status"],
            &["--today", &text, "due"],
            &["brief", &text],
            &["sheet", "hendra", &text],
            &["plan", "hendra", &text],
            &["goals", "--year", &text],
            &["gaps", &format!("{text}x")],
            &["--store", &text, "status"],
            &["--config", &format!("{text}x"), "status"],
            &["--log", &format!("{text}/x"), "status"],
            &["import", &text, "x.csv"],
            &["import", "people", &format!("{text}x.csv")],
            &["import", "people", "x.csv", "--map", &format!("{text}=nip")],
            &["import", "people", "x.csv", "--map", &format!("nama={text}")],
            &["import", "people", "x.csv", "--sheet", &text],
            &["backup", &format!("absent/{text}x")],
            &["restore", &format!("{text}x")],
            &["completions", &text],
            &["help", &text],
            &["note", &format!("{text} x")],
            &["--store", &own_store, "init", "--name", &format!("x {text}"), "--position", &text, "--unit", &text],
        ];
        for args in lines.iter().filter(|args| args.iter().all(|arg| !arg.starts_with("--help"))) {
            let run = said_harmlessly(&mut victim.command(args), &format!("{name} in {args:?}"));
            let (said, hints) = run.err.split_once('\n').unwrap_or_default();
            assert!(run.err.is_empty() || said.starts_with("bina: "), "{name}: {}", run.err);
            let indented = |line: &str| line.is_empty() || line.starts_with("  ");
            assert!(hints.lines().all(indented), "a name that makes lines of its own: {name} in {args:?}: {}", run.err);
        }
    }
    assert_logged_harmlessly(&victim);
}

#[test]
fn names_of_files_and_what_stands_in_them_are_said_harmlessly() {
    let victim = Victim::new();
    let home = victim.user.home().to_owned();
    for (name, text) in arguments().filter(|(_, text)| !text.contains('/')) {
        let short: String = text.chars().take(40).collect();
        let lists = [
            ("people", format!("Nama;NIP;Jabatan\n\"{short}\";198609262015051001;\"{short}\"\n\"{short}\";x;\"{short}\"\n")),
            ("goals", format!("NIP;RHK;Indikator;Target;Satuan\n1;\"{short}\";\"{short}\";\"{short}\";\"{short}\"\n")),
            ("standards", format!("jabatan,jenis,kompetensi,level\n\"{short}\",\"{short}\",\"{short}\",\"{short}\"\n")),
            ("framework", format!("version = {:?}\n[[competency]]\nid = {:?}\n", short, short)),
        ];
        for (nth, (what, content)) in lists.iter().enumerate() {
            let (list, refused) = (home.join(format!("l{nth}{short}.csv")), home.join(format!("r{nth}{short}.csv")));
            std::fs::write(&list, content).unwrap();
            for json in [false, true] {
                let mut command = victim.command(&["import", what]);
                command.args(json.then_some("--json")).arg(&list).arg("--refused").arg(&refused);
                said_harmlessly(&mut command, &format!("{name} in {what}"));
                said_harmlessly(&mut command, &format!("{name} in {what}, again"));
            }
            if let Ok(written) = std::fs::read(&refused) {
                let text = String::from_utf8(written).unwrap().trim_start_matches('\u{feff}').replace("\r\n", "\n");
                assert_eq!(foreign_in_lines(text.as_bytes(), false), None, "{name} in the refused rows of {what}");
            }
        }
        for content in
            [format!("{short} = 1"), format!("lang = \"{short}\""), format!("keys.\"{short}\" = \"{short}\""), short]
        {
            let config = home.join("hostile.toml");
            std::fs::write(&config, &content).unwrap();
            said_harmlessly(&mut victim.command(&["--config", "hostile.toml", "status"]), &format!("{name}: {content:?}"));
            std::fs::write(home.join("rules.toml"), &content).unwrap();
            std::fs::write(&config, "rules.file = \"rules.toml\"").unwrap();
            said_harmlessly(&mut victim.command(&["--config", "hostile.toml", "status"]), &format!("{name}: {content:?}"));
        }
    }
}

#[test]
fn names_of_users_terminals_and_machines_are_said_harmlessly() {
    let victim = Victim::new();
    for (name, text) in arguments() {
        for args in [&["doctor"][..], &["note", "hendra", "+", "satu"], &["log"]] {
            let mut command = victim.command(args);
            for variable in ["USER", "LOGNAME", "TERM", "LANG", "LC_ALL", "COLORTERM", "SSH_TTY", "TZ", "COLUMNS"] {
                command.env(variable, &text);
            }
            said_harmlessly(&mut command, &format!("{name} around {args:?}"));
        }
    }
    // Who has it open wrote who it is, and a program of today did not look at it.
    let held = bina::store::Disk::open(&victim.store()).unwrap();
    for (name, text) in texts() {
        let holder = serde_json::json!({ "user": text, "pid": 1, "host": text, "terminal": text, "since": text });
        std::fs::write(victim.store().join("LOCK"), holder.to_string()).unwrap();
        let run = victim.run(&["note", "hendra", "+", "satu"]);
        assert_eq!(
            (run.code, run.err.lines().filter(|line| !line.starts_with("  ")).count()),
            (4, 1),
            "{name}: {}",
            run.err
        );
        victim.run(&["doctor"]);
    }
    drop(held);
}

#[test]
fn names_that_are_no_text_are_said_too() {
    let victim = Victim::new();
    let name = std::ffi::OsStr::from_bytes(b"a\xff\x1b[31m\xc2");
    for before in [&["import", "people"][..], &["restore"], &["--config"], &["--log"]] {
        let mut command = victim.command(before);
        command.arg(Path::new(name));
        if before[0].starts_with('-') {
            command.arg("status");
        }
        let run = said_harmlessly(&mut command, &format!("{before:?}"));
        assert!(run.code != 0 || before == ["--log"], "{before:?}");
    }
}
