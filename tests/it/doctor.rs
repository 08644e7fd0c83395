//! `bina doctor` and the log file: what they say, and that nothing of a record is in them.

use crate::pty::office::{Office, TODAY};
use crate::support::pty::wait;
use std::os::unix::fs::PermissionsExt;

/// Words that only stand in records: of names, notes and agreements of the sample.
fn words_of_records(office: &Office) -> Vec<String> {
    let export = office.json(&["export"]);
    let mut words = Vec::new();
    let mut waiting = vec![&export["people"], &export["records"]];
    while let Some(value) = waiting.pop() {
        match value {
            serde_json::Value::String(text) if text.chars().count() > 7 && !text.starts_with(char::is_numeric) => {
                words.push(text.clone());
            }
            serde_json::Value::Array(list) => waiting.extend(list),
            serde_json::Value::Object(fields) => {
                waiting.extend(["name", "text", "title", "note"].iter().filter_map(|field| fields.get(*field)));
            }
            _ => {}
        }
    }
    assert!(words.len() > 50 && words.iter().any(|word| word.contains("Hendra")), "{words:?}");
    words
}

fn people(office: &Office) -> usize {
    office.json(&["export"])["people"].as_array().unwrap().len()
}

#[track_caller]
fn nothing_of_records(text: &str, office: &Office) {
    for word in words_of_records(office) {
        assert!(!text.contains(&word), "{word} is in\n{text}");
    }
}

#[test]
fn the_doctor_says_what_was_found_and_decided_and_nothing_of_records() {
    for lang in ["id", "en"] {
        let office = Office::sample(lang);
        let run = office.run(&["doctor"]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
        nothing_of_records(&run.out, &office);
        let store = office.store().display().to_string();
        for part in [env!("CARGO_PKG_VERSION"), "xterm-256color", "LANG=C.UTF-8", "bina 2026", "0700", &store] {
            assert!(run.out.contains(part), "{part}: {}", run.out);
        }
        assert!(!run.out.contains("doctor-"), "every message is there: {}", run.out);
    }
    let office = Office::sample("en");
    let found = office.json(&["doctor", "--json"]);
    assert_eq!(found["store"]["people"], people(&office));
    assert_eq!(found["store"]["entries"], office.json(&["verify", "--json"])["entries"]);
    assert_eq!(found["store"]["held_by"], serde_json::Value::Null);
    assert!(found["store"]["sync_ms"].as_f64().unwrap() > 0.0);
    assert_eq!((&found["colors"], &found["ascii"]), (&true.into(), &false.into()));
    assert_eq!(found["lang_because"], "option");
    assert_eq!(found["broken"], serde_json::json!([]));
}

#[test]
fn the_doctor_names_the_holder_and_counts_drafts() {
    let office = Office::sample("en");
    let mut screens = office.open();
    screens.see("Hendra Piliang").press("n").text("hendra + a secret half sentence");
    crate::pty::office::wait_for_draft(&office, "half sentence");
    let found = office.json(&["doctor", "--json"]);
    assert_eq!(found["store"]["held_by"]["pid"], screens.terminal.process().as_raw_nonzero().get());
    assert_eq!(found["store"]["drafts"], 1);
    assert_eq!(found["store"]["people"], people(&office));
    let text = office.run(&["doctor"]).out;
    assert!(text.contains("penguji, process") && !text.contains("half sentence"), "{text}");
    screens.press("ctrl-u esc").see_no_more("Quick capture");
    screens.quit();
    assert_eq!(office.json(&["doctor", "--json"])["store"]["drafts"], 0);
}

#[test]
fn each_variable_decides_as_it_says() {
    let office = Office::sample("en");
    let found = |env: &[(&str, &str)], args: &[&str]| -> serde_json::Value {
        let mut command = office.command(&["doctor", "--json"]);
        command.args(args).envs(env.iter().copied());
        serde_json::from_slice(&command.output().unwrap().stdout).unwrap()
    };
    assert_eq!(found(&[("NO_COLOR", "1")], &[])["look_because"]["color"], "no_color");
    assert_eq!(found(&[("NO_COLOR", "1")], &[])["colors"], false);
    assert_eq!(found(&[], &["--plain"])["look_because"]["color"], "plain");
    assert_eq!(found(&[("LC_ALL", "C")], &[])["ascii"], true);
    assert_eq!(found(&[("LC_ALL", "C")], &[])["look_because"]["signs"], serde_json::json!({"variable": ["LC_ALL", "C"]}));
    assert_eq!(found(&[("TERM", "linux")], &[])["look_because"]["signs"], "console");
    assert_eq!(found(&[("TMUX", "x"), ("SSH_TTY", "y")], &[])["terminal"]["tmux"], true);
}

#[test]
fn what_is_broken_is_named_and_decides_the_exit_code() {
    let office = Office::sample("en");
    let config = office.store().with_file_name("broken.toml");
    std::fs::write(&config, "lang = \"en\"\nkeyz = 1\n").unwrap();
    let run = office.run(&["--config", config.to_str().unwrap(), "doctor"]);
    assert_eq!(run.code, 3, "{}", run.out);
    assert!(run.out.contains("broken.toml, line 2") && run.out.contains("xterm-256color"), "{}", run.out);

    std::fs::set_permissions(office.store(), std::fs::Permissions::from_mode(0o755)).unwrap();
    let run = office.run(&["doctor"]);
    assert_eq!(run.code, 1, "{}", run.out);
    assert!(run.out.contains("0755") && run.out.contains("Broken: "), "{}", run.out);
    std::fs::set_permissions(office.store(), std::fs::Permissions::from_mode(0o700)).unwrap();

    let journal = office.store().join("journal-000001.jsonl");
    let text = std::fs::read(&journal).unwrap();
    std::fs::write(&journal, &text[..text.len() / 2]).unwrap();
    std::fs::remove_dir_all(office.store().join("view")).unwrap();
    let run = office.run(&["doctor"]);
    assert_eq!(run.code, 5, "{}", run.out);
    assert!(run.out.contains("Broken: "), "{}", run.out);

    let empty = Office::empty("en");
    let run = empty.run(&["doctor"]);
    assert_eq!(run.code, 0, "nothing is broken where nothing is: {}", run.out);
    assert!(!empty.store().exists(), "looking makes no store");
}

#[test]
fn the_way_to_the_terminal_and_back_is_timed_on_request() {
    let office = Office::sample("en");
    let mut screens = office.start(office.command(&["doctor", "--link"]), (100, 60));
    let asked = |terminal: &crate::support::pty::Terminal| terminal.written().windows(4).any(|part| part == b"\x1b[5n");
    wait("the question", || asked(&screens.terminal));
    screens.terminal.send("x\x1b[0n");
    screens.see("there and back").see_row(&["there and back", " ms"]);
    assert_eq!(screens.terminal.end(), 0);
    screens.terminal.assert_restored();
    // A terminal that never answers.
    let mut silent = office.start(office.command(&["doctor", "--link"]), (100, 60));
    silent.see("did not answer within 2 seconds");
    assert_eq!(silent.terminal.end(), 0);
    silent.terminal.assert_restored();
    assert_eq!(office.run(&["doctor", "--link"]).code, 2, "there is no terminal");
}

#[test]
fn the_log_tells_what_happened_and_nothing_of_records() {
    let office = Office::sample("en");
    let log = office.store().with_file_name("log");
    let command = office.command(&["--log", log.to_str().unwrap()]);
    let mut screens = office.start(command, (80, 24));
    screens.see("Hendra Piliang").press("n").text("hendra + a secret line").press("enter").see("✓ note: Hendra Piliang");
    screens.terminal.resize(90, 30);
    let read = || std::fs::read_to_string(&log).unwrap();
    wait("the size", || read().contains("size 90x30"));
    rustix::process::kill_process(screens.terminal.process(), rustix::process::Signal::TERM).unwrap();
    assert_eq!(screens.terminal.end(), 0);
    let said = read();
    for part in [
        "bina log\n",
        "start screens, version",
        "store opened in ",
        "size 80x24",
        "commit feedback-noted in ",
        "signal SIGTERM",
        "end, code 0",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!said.contains("secret"), "{said}");
    nothing_of_records(&said, &office);
    assert_eq!(std::fs::metadata(&log).unwrap().permissions().mode() & 0o777, 0o600);

    let run = Office::run(&office, &["--log", log.to_str().unwrap(), "note", "hendra + again"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(read().starts_with(&said) && read().contains("start note"), "{}", read());
    let other = office.store().with_file_name("letter");
    std::fs::write(&other, "Dear all, this is a letter.").unwrap();
    let run = office.run(&["--log", other.to_str().unwrap(), "status"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("letter") && std::fs::read_to_string(&other).unwrap().starts_with("Dear all"), "{}", run.err);
    let none = office.command(&["status"]).env("BINA_LOG", "").env("BINA_TODAY", TODAY).output().unwrap();
    assert!(none.status.success(), "a variable that is empty says nothing");
}
