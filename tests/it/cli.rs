//! The command line, driven as a user drives it: the binary itself, in a directory of its own, with nothing of the
//! tester's environment.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// A user with an empty home.
pub struct User {
    home: TempDir,
}

impl User {
    pub fn new() -> Self {
        User { home: tempfile::tempdir().expect("a directory for the test") }
    }

    pub fn home(&self) -> &Path {
        self.home.path()
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bina"));
        command.args(args).current_dir(self.home()).stdin(Stdio::null());
        command.env_clear().env("HOME", self.home()).env("USER", "penguji").env("COLUMNS", "80").env("TZ", "UTC");
        command
    }

    pub fn run(&self, args: &[&str]) -> Run {
        Run::of(self.command(args).output().expect("bina starts"))
    }

    pub fn configure(&self, text: &str) {
        let dir = self.home().join(".config/bina");
        std::fs::create_dir_all(&dir).expect("a configuration directory");
        std::fs::write(dir.join("config.toml"), text).expect("a configuration file");
    }
}

/// What came of a run.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Run {
    pub fn of(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("output is UTF-8");
        Run { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }
}

#[test]
fn help_and_complaints_speak_the_users_language() {
    let user = User::new();
    assert!(user.run(&["--help"]).out.contains("Pemakaian: bina"), "Indonesian unless something else is said");
    assert!(user.run(&["--lang", "en", "--help"]).out.contains("Usage: bina"));
    let english = user.command(&["--help"]).env("LC_ALL", "en_GB.UTF-8").output().expect("bina starts");
    assert!(Run::of(english).out.contains("Usage: bina"));
    user.configure("lang = \"en\"\n");
    assert!(user.run(&["--help"]).out.contains("Usage: bina"), "the configuration counts");
    assert!(user.run(&["--lang", "id", "--help"]).out.contains("Pemakaian: bina"), "the option counts more");
}

#[test]
fn a_line_that_cannot_be_understood_is_a_usage_error_with_a_way_out() {
    let user = User::new();
    for (args, expected) in [
        (&["sttaus"][..], "status"),
        (&["status", "--jsn"], "--json"),
        (&["brief"], "NAMA"),
        (&["--lang", "fr", "status"], "fr"),
        (&["--today", "besok", "due"], "2026-11-24"),
        (&["sheet", "sari", "--signed"], "--receipt"),
        (&["init"], "--name"),
    ] {
        let run = user.run(args);
        assert_eq!(run.code, 2, "{args:?}: {}", run.err);
        assert!(run.err.starts_with("bina: ") && run.err.contains(expected), "{args:?}: {}", run.err);
        assert_eq!(run.out, "", "{args:?}");
    }
}

#[test]
fn a_mistake_in_the_configuration_names_file_line_key_and_the_nearest_one() {
    let user = User::new();
    user.configure("lang = \"en\"\nstoer = \"/tmp/x\"\n");
    let run = user.run(&["status"]);
    assert_eq!(run.code, 3);
    for part in ["config.toml, line 2", "\"stoer\"", "store"] {
        assert!(run.err.contains(part), "{part}: {}", run.err);
    }
    let run = user.run(&["--config", "absent.toml", "--lang", "en", "status"]);
    assert_eq!(run.code, 3);
    assert!(run.err.contains("absent.toml"), "{}", run.err);
    user.configure("lang = \"en\"\n[rules]\nfile = \"rules.toml\"\n");
    std::fs::write(user.home().join(".config/bina/rules.toml"), "\nsoon_day = 3\n").expect("a rule file");
    let run = user.run(&["status"]);
    assert_eq!(run.code, 3);
    assert!(run.err.contains("rules.toml, line 2") && run.err.contains("soon_days"), "{}", run.err);
}

#[test]
fn help_and_man_page_work_with_a_broken_configuration() {
    let user = User::new();
    user.configure("this is no toml");
    for args in [&["--help"][..], &["--version"], &["man"], &["completions", "bash"], &["completions", "fish"]] {
        let run = user.run(args);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{args:?}");
        assert!(run.out.contains("bina"), "{args:?}");
    }
}

#[test]
fn without_a_store_the_first_steps_are_named_and_nothing_is_made() {
    let user = User::new();
    for args in [&["status"][..], &["due"], &["brief", "sari"], &["export"], &["log"], &["sheet", "sari"]] {
        let run = user.run(args);
        assert_eq!(run.code, 1, "{args:?}: {}", run.err);
        assert!(run.err.contains(".local/share/bina") && run.err.contains("bina init"), "{args:?}: {}", run.err);
    }
    let made: Vec<_> = std::fs::read_dir(user.home()).expect("the home").collect();
    assert!(made.is_empty(), "{made:?}");
}

#[test]
fn the_store_is_where_option_environment_configuration_and_xdg_say_in_this_order() {
    let user = User::new();
    let place = |command: &mut Command| Run::of(command.output().expect("bina starts")).err;
    assert!(place(user.command(&["status"]).env("XDG_DATA_HOME", "/nowhere/xdg")).contains("/nowhere/xdg/bina"));
    user.configure("store = \"/nowhere/config\"\n");
    assert!(place(&mut user.command(&["status"])).contains("/nowhere/config"));
    assert!(place(user.command(&["status"]).env("BINA_STORE", "/nowhere/env")).contains("/nowhere/env"));
    let option = &["--store", "/nowhere/option", "status"];
    assert!(place(user.command(option).env("BINA_STORE", "/nowhere/env")).contains("/nowhere/option"));
    user.configure("store = \"~/data\"\n");
    let home = user.home().join("data").display().to_string();
    assert!(place(&mut user.command(&["status"])).contains(&home));
}

#[test]
fn a_reader_who_has_gone_is_no_error() {
    let user = User::new();
    let mut child = user.command(&["man"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("bina starts");
    drop(child.stdout.take());
    let run = Run::of(child.wait_with_output().expect("bina ends"));
    assert_eq!((run.code, run.err.as_str()), (0, ""));
}

/// A user with the sample office; every command looks at it.
fn sample() -> User {
    let user = User::new();
    let store = user.home().join("sample").display().to_string();
    user.configure(&format!("lang = \"en\"\nstore = \"{store}\"\n"));
    let run = user.run(&["--store", &store, "--today", "2026-11-21", "demo", "--build-only"]);
    assert_eq!(run.code, 0, "{}", run.err);
    user
}

fn json(run: &Run) -> serde_json::Value {
    assert_eq!(run.code, 0, "{}", run.err);
    serde_json::from_str(&run.out).expect("JSON")
}

#[test]
fn a_team_comes_in_from_a_list_and_a_note_is_kept() {
    let user = User::new();
    let list = "Nama;NIP;Jabatan\nSari Dewi Lubis, S.E.;198609262015051001;Pengelola Layanan\n";
    std::fs::write(user.home().join("list.csv"), list).expect("a list");
    assert_eq!(user.run(&["init", "--name", "Drs. Togar Simanjuntak, M.Si.", "--position", "Camat"]).code, 0);
    let trial = user.run(&["import", "people", "list.csv", "--dry-run", "--json"]);
    assert_eq!(json(&trial)["added"], 1);
    assert!(json(&user.run(&["status", "--json"])).as_array().expect("a list").is_empty(), "a trial keeps nothing");
    let imported = user.run(&["import", "people", "list.csv"]);
    assert_eq!(imported.code, 0, "{}", imported.err);
    assert!(imported.out.ends_with("bina\n"), "what comes next: {}", imported.out);
    let nobody = user.run(&["--store", "other", "import", "people", "list.csv"]);
    assert!(nobody.out.lines().last().is_some_and(|line| line.contains("bina init --me")), "{}", nobody.out);
    let note = json(&user.run(&["--today", "2026-11-21", "note", "sari", "+", "menata", "arsip", "kemarin", "--json"]));
    assert_eq!(
        (&note["kind"], &note["date"], &note["text"]),
        (&"praise".into(), &"2026-11-20".into(), &"menata arsip".into())
    );
    let export = json(&user.run(&["export"]));
    assert_eq!(export["records"][0]["id"], note["id"]);
    assert_eq!(export["records"][0]["by"], "Drs. Togar Simanjuntak, M.Si.");
    assert_eq!(user.run(&["verify"]).code, 0);
}

/// Neither in the list of processes nor in the history of a shell.
#[test]
fn text_about_people_comes_from_standard_input_too() {
    let user = sample();
    let given = |args: &[&str], text: &str| {
        let mut child = user.command(args).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        let run = Run::of(child.wait_with_output().unwrap());
        assert_eq!(run.code, 0, "{args:?}: {}", run.out);
        run.out
    };
    let noted = given(&["note", "-", "--json"], "sari + menata lemari kemarin\n");
    assert!(noted.contains("menata lemari"), "{noted}");
    let rated = given(&["rate", "sari", "integritas", "3", "-", "--json"], "berkas tidak pernah tertukar\n");
    assert!(rated.contains("berkas tidak pernah tertukar"), "{rated}");
    given(&["addendum", "sari", "-"], "angka terakhir sudah benar\n");
    assert!(user.run(&["export", "sari"]).out.contains("angka terakhir sudah benar"));
}

#[test]
fn what_is_looked_at_fits_paper_and_mail() {
    let user = sample();
    for args in [&["status"][..], &["due"], &["brief", "sari"], &["sheet", "sari"], &["--lang", "id", "due"]] {
        let run = user.run(&[&["--today", "2026-11-21"], args].concat());
        assert_eq!(run.code, 0, "{args:?}: {}", run.err);
        assert!(run.out.lines().all(|line| line.chars().count() <= 80), "{args:?}: {}", run.out);
        assert!(!run.out.contains('\u{1b}') && !run.out.is_empty(), "{args:?}");
    }
    assert!(user.run(&["brief", "sari"]).out.lines().count() <= 24);
    assert!(user.run(&["keys"]).code == 0);
}

#[test]
fn the_code_on_the_sheet_is_typed_back_once() {
    let user = sample();
    let people = json(&user.run(&["status", "--json"]));
    let mut sheets = people.as_array().expect("a list").iter().filter_map(|row| {
        let sheet = user.run(&["sheet", row["nip"].as_str()?]);
        let code = sheet.out.lines().find_map(|line| line.strip_prefix("Receipt code: ")).map(str::to_owned)?;
        let answered = sheet.out.contains("Signed by") || sheet.out.contains("objected on");
        (!answered).then_some((row["nip"].as_str()?.to_owned(), code))
    });
    let (nip, code) = sheets.next_back().expect("a sheet that nobody has answered");
    let objects = user.run(&["sheet", &nip, "--receipt", &code.to_lowercase(), "--objects", "the number is wrong"]);
    assert_eq!(objects.code, 0, "{}", objects.err);
    assert!(user.run(&["sheet", &nip]).out.contains("the number is wrong"));
    let again = user.run(&["sheet", &nip, "--receipt", &code, "--signed"]);
    assert_eq!(again.code, 1, "{}", again.out);
}

#[test]
fn a_backup_is_restored_whole_and_never_over_something() {
    let user = sample();
    let backup = user.run(&["backup", "office.bak"]);
    assert!(backup.code == 0 && backup.out.contains("Chain hash: "), "{}", backup.out);
    let again = user.run(&["backup", "office.bak"]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("office.bak is there already"), "{}", again.err);
    assert_eq!(user.run(&["--store", "again", "restore", "office.bak"]).code, 0);
    assert_eq!(user.run(&["export"]).out, user.run(&["--store", "again", "export"]).out);
    assert_eq!(user.run(&["--store", "again", "restore", "office.bak"]).code, 1);
    assert_eq!(user.run(&["--store", "again", "rebuild"]).code, 0);
    assert_eq!(user.run(&["--store", "again", "verify"]).code, 0);
}

#[test]
fn a_damaged_store_is_code_5_and_says_where() {
    let user = sample();
    let journal = user.home().join("sample/journal-000001.jsonl");
    let text = std::fs::read_to_string(&journal).expect("the journal");
    std::fs::write(&journal, text.replacen("Lubis", "Lubus", 1)).expect("the journal is writable");
    let run = user.run(&["verify"]);
    assert_eq!(run.code, 5, "{}", run.err);
    assert!(run.out.contains("journal-000001.jsonl"), "{}", run.out);
    assert!(run.err.contains("bina restore"), "{}", run.err);
}

#[test]
fn a_name_that_fits_several_people_is_refused_and_they_are_named() {
    let user = sample();
    let people = json(&user.run(&["status", "--all", "--json"]));
    let count =
        people.as_array().expect("a list").iter().filter(|row| row["name"].as_str().is_some_and(|n| n.contains('a')));
    assert!(count.count() > 1);
    let run = user.run(&["brief", "a"]);
    assert_eq!(run.code, 1);
    assert!(run.err.lines().count() > 2, "{}", run.err);
}
