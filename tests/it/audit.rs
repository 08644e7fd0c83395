//! Who changed what when, from the shell: the log, what was known on a day, and a store held against what was kept of it.

use crate::cli::{Run, User};

/// A small demo of 21 November with two notes of the days after it.
struct Office {
    user: User,
}

impl Office {
    fn new() -> Self {
        let office = Office { user: User::new() };
        let built = office.on("2026-11-21", &["demo", "--build-only", "--people", "5"]);
        assert_eq!(built.code, 0, "{}", built.err);
        for (day, line) in [("2026-11-22", "sari + menata arsip"), ("2026-11-23", "sari - terlambat dua menit")] {
            assert_eq!(office.on(day, &["note", line]).code, 0);
        }
        office
    }
    fn on(&self, day: &str, args: &[&str]) -> Run {
        self.user.run(&[&["--store", "store", "--today", day][..], args].concat())
    }
    fn run(&self, args: &[&str]) -> Run {
        self.on("2026-11-24", args)
    }
    fn path(&self, name: &str) -> std::path::PathBuf {
        self.user.home().join(name)
    }
}

#[test]
fn the_log_is_narrowed_by_person_day_and_kind() {
    let office = Office::new();
    let log = office.run(&["log", "sari", "--since", "kemarin"]);
    assert!(log.out.contains("terlambat dua menit") && !log.out.contains("menata arsip"), "{}{}", log.out, log.err);
    let log = office.run(&["log", "--kind", "feedback-noted"]);
    assert_eq!(log.out.lines().count(), 2, "{}", log.out);
    let log = office.run(&["log", "--kind", "catatan"]);
    assert!(log.code == 2 && log.err.contains("bina log --json"), "{}", log.err);
    let rows: serde_json::Value = serde_json::from_str(&office.run(&["log", "--count", "1", "--json"]).out).unwrap();
    let checked: serde_json::Value = serde_json::from_str(&office.run(&["verify", "--json"]).out).unwrap();
    assert_eq!((&rows[0]["hash"], &rows[0]["entry"]), (&checked["head"], &checked["entries"]));
}

#[test]
fn brief_export_and_goals_say_what_was_known_on_a_day() {
    let office = Office::new();
    let brief = office.run(&["brief", "sari", "--as-of", "kemarin lusa"]);
    assert!(brief.out.starts_with("Keadaan per 22 Nov 2026"), "{}{}", brief.out, brief.err);
    assert!(brief.out.contains("menata arsip") && !brief.out.contains("terlambat dua menit"), "{}", brief.out);
    let export = office.run(&["export", "sari", "--as-of", "2026-11-22"]);
    let export: serde_json::Value = serde_json::from_str(&export.out).unwrap();
    let text = export["records"].to_string();
    assert!(text.contains("menata arsip") && !text.contains("terlambat dua menit"));
    assert_eq!(export["people"].as_array().unwrap().len(), 1);
    assert!(office.run(&["goals", "sari", "--as-of", "22/11/2026"]).out.starts_with("Keadaan per"));
    for (args, id) in [
        (&["brief", "sari", "--as-of", "2020-01-01"][..], "belum ada"),
        (&["brief", "sari", "--as-of", "2026-12-24"], "belum tiba"),
        (&["brief", "sari", "--as-of", "entah"], "bukan tanggal"),
        (&["export", "--as-of", "2026-11-22"], "satu nama"),
        (&["export", "goals", "--as-of", "2026-11-22"], "satu nama"),
    ] {
        let run = office.run(args);
        assert!(run.code != 0 && run.err.contains(id), "{args:?}: {}", run.err);
    }
}

#[test]
fn a_store_is_held_against_a_checkpoint_and_a_backup() {
    let office = Office::new();
    assert_eq!(office.run(&["verify", "--checkpoint", "kept.json"]).code, 0);
    assert_eq!(office.run(&["verify", "--checkpoint", "kept.json"]).code, 1, "never over anything");
    assert_eq!(office.run(&["backup", "kept.jsonl"]).code, 0);
    assert_eq!(office.run(&["note", "sari + ramah"]).code, 0);
    for kept in ["kept.json", "kept.jsonl"] {
        let run = office.run(&["verify", "--against", kept]);
        assert!(run.code == 0 && run.out.contains("tanpa perubahan"), "{}{}", run.out, run.err);
    }
    // The same history once more, word for word but for one: whole in itself, with other hashes.
    std::fs::remove_dir_all(office.path("store")).unwrap();
    let other = Office::new();
    std::fs::rename(other.path("store"), office.path("store")).unwrap();
    assert_eq!(office.run(&["verify"]).code, 0);
    let run = office.run(&["verify", "--against", "kept.json"]);
    assert!(run.code == 5 && run.out.contains("hash lain"), "{}{}", run.out, run.err);
    let run = office.run(&["verify", "--against", "kept.jsonl", "--json"]);
    let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((run.code, &report["against"]["outcome"], &report["against"]["entry"]), (5, &"differs".into(), &1.into()));
    let run = office.run(&["verify", "--against", "nothing.json"]);
    assert_eq!(run.code, 2, "{}", run.err);
    std::fs::write(office.path("other.txt"), "nama;nip\n").unwrap();
    let run = office.run(&["verify", "--against", "other.txt"]);
    assert!(run.code == 1 && run.err.contains("baris 1"), "{}", run.err);
}
