//! Commands that make the store anew, killed at their calls that change the disk, and then gone on with: by the next
//! command, whatever it is, and by the same one again. A sample of the calls is tried always, all of them in the long way.

use crate::cli::{Run, User};
use bina::domain::IdSource;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Calls that change something on a disk, or make it durable.
const CALLS: [&str; 14] = [
    "openat",
    "write",
    "pwrite64",
    "ftruncate",
    "fsync",
    "fdatasync",
    "mkdir",
    "unlink",
    "unlinkat",
    "rmdir",
    "rename",
    "renameat",
    "renameat2",
    "chmod",
];

const GONE: &str = "Kanari Zzcanary";
const NOTED: &str = "QQCANARYNOTE";
const LATER: &str = "QQSESUDAH";

/// A home with a store of a few people, a backup of it, and something that came after the backup.
fn office() -> User {
    let user = User::new();
    let list = user.home().join("orang.csv");
    let head = "NIP;Nama;Jabatan;Unit Kerja";
    let rows = [
        format!("198501012010011009;{GONE};Pengadministrasi;Seksi Umum"),
        "198602022011012003;Siti Aminah;Analis;Seksi Umum".to_owned(),
        "198703032012011004;Budi Santoso;Analis;Seksi Umum".to_owned(),
    ];
    fs::write(&list, format!("{head}\n{}\n", rows.join("\n"))).unwrap();
    for args in [&["import", "people", "orang.csv"][..], &["init", "--me", "198602022011012003"]] {
        fine(&user, args);
    }
    for n in 0..3 {
        fine(&user, &["note", &format!("kanari + {NOTED}{n} isi")]);
    }
    fine(&user, &["backup"]);
    fine(&user, &["note", &format!("budi + {LATER} cadangan")]);
    user
}

fn fine(user: &User, args: &[&str]) -> Run {
    let run = user.run(&[&["--store", "kantor", "--lang", "en"], args].concat());
    assert_eq!(run.code, 0, "{args:?}: {}{}", run.out, run.err);
    run
}

/// Copies of a home, each for one kill.
fn copy_of(user: &User) -> User {
    let copy = User::new();
    let done = Command::new("cp").arg("-a").arg(user.home().join(".")).arg(copy.home()).status().unwrap();
    assert!(done.success());
    copy
}

/// Names beside the store of files that hold a word.
fn holding(user: &User, word: &str) -> Vec<String> {
    fn below(dir: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(dir).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() { below(&path, found) } else { found.push(path) }
        }
    }
    let mut all = vec![];
    below(user.home(), &mut all);
    let holds = |path: &&PathBuf| fs::read(path).unwrap().windows(word.len()).any(|part| part == word.as_bytes());
    let name = |path: &PathBuf| path.strip_prefix(user.home()).unwrap().display().to_string();
    all.iter().filter(|path| !path.ends_with("orang.csv")).filter(holds).map(name).collect()
}

/// Runs a command that is killed when it makes a call for the n-th time; whether it came to that.
fn killed(user: &User, args: &[&str], call: &str, nth: usize) -> Option<bool> {
    let mut strace = Command::new("strace");
    let inject = format!("inject={call}:signal=KILL:when={nth}");
    strace.args(["-f", "-qq", "-o", "/dev/null", "-e", &format!("trace={call}"), "-e", &inject]);
    strace.arg(env!("CARGO_BIN_EXE_bina")).args(["--store", "kantor", "--lang", "en"]).args(args);
    strace.current_dir(user.home()).env_clear().env("HOME", user.home()).env("USER", "penguji").env("TZ", "UTC");
    strace.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    let out = strace.stdin(std::process::Stdio::null()).output().ok()?;
    if String::from_utf8_lossy(&out.stderr).contains("strace:") {
        return None;
    }
    Some(out.status.code() != Some(0))
}

/// Kills a command at each of its calls, or at some of them, and checks what is left.
fn kill(office: &User, args: &[&str], every: bool, check: impl Fn(&User, &str)) {
    let mut random = IdSource::seeded(args.len() as u64 + 71);
    let mut kills = 0;
    for call in CALLS {
        let mut nth = 1;
        loop {
            let user = copy_of(office);
            let Some(killed) = killed(&user, args, call, nth) else {
                return eprintln!("strace can't trace here: kills at each call are NOT tested");
            };
            check(&user, &format!("{args:?} killed at {call} {nth}"));
            if !killed {
                break;
            }
            kills += 1;
            nth += if every { 1 } else { 1 + (random.random() % 23) as usize };
        }
    }
    assert!(kills > 10, "{args:?} was killed {kills} times");
    println!("{args:?}: {kills} kills, nothing lost, everything finished");
}

/// The store is whole, and whoever was not forgotten is there.
fn assert_whole(user: &User, when: &str) {
    let verified = user.run(&["--store", "kantor", "--lang", "en", "verify"]);
    assert_eq!(verified.code, 0, "{when}: {}{}", verified.out, verified.err);
    assert!(fine(user, &["status", "--all"]).out.contains("Budi Santoso"), "{when}");
    let beside = fs::read_dir(user.home()).unwrap().flatten().map(|entry| entry.file_name().into_string().unwrap());
    let known = |name: &String| {
        let own = ["kantor", "kantor-backups", "orang.csv", "cadangan.jsonl", ".config", "kunci", "kunci-2"];
        own.contains(&name.as_str()) || name.starts_with("kantor.before-")
    };
    let left: Vec<String> = beside.filter(|name| !known(name)).collect();
    assert_eq!(left, Vec::<String>::new(), "{when}: nothing lies beside the store that nobody knows");
}

fn forgetting(every: bool) {
    kill(&office(), &["forget", "--yes", "kanari"], every, |user, when| {
        // Whatever comes next finishes what was begun.
        let next = fine(user, &["status", "--all"]);
        if !next.out.contains(GONE) {
            assert_eq!(holding(user, NOTED), Vec::<String>::new(), "{when}: forgotten, {}", next.err);
        } else {
            assert!(holding(user, NOTED).len() > 1, "{when}: nothing is half gone");
            fine(user, &["forget", "--yes", "kanari"]);
            assert_eq!(holding(user, NOTED), Vec::<String>::new(), "{when}: forgotten again");
        }
        assert_eq!(holding(user, GONE), Vec::<String>::new(), "{when}");
        assert_whole(user, when);
    });
}

fn replacing(every: bool) {
    let office = office();
    let made = fs::read_dir(office.home().join("kantor-backups")).unwrap().next().unwrap().unwrap().path();
    fs::rename(made, office.home().join("cadangan.jsonl")).unwrap();
    let args = ["restore", "cadangan.jsonl", "--replace"];
    kill(&office, &args, every, |user, when| {
        let assert_findable = |when: &str| {
            let found = holding(user, LATER);
            let named = |path: &String| path.starts_with("kantor/") || path.starts_with("kantor.before-");
            assert!(found.iter().any(named), "{when}: what came after the backup lies under a name that says so: {found:?}");
        };
        assert_findable(when);
        assert_whole(user, when);
        fine(user, &args);
        assert_findable(&format!("{when}, and again"));
        assert_whole(user, when);
    });
}

/// Whether the store is sealed now; the next command that opens it finishes what was begun.
fn is_sealed(user: &User) -> bool {
    fine(user, &["status", "--all"]);
    user.home().join("kantor/KEY").exists()
}

fn encrypting(every: bool) {
    let office = office();
    office.configure("identity = \"~/kunci\"\n");
    kill(&office, &["encrypt", "--yes", "--new-identity", "kunci"], every, |user, when| {
        if is_sealed(user) {
            assert_eq!(holding(user, NOTED), Vec::<String>::new(), "{when}: nothing readable is left");
        } else {
            assert!(holding(user, NOTED).len() > 1, "{when}: nothing is half sealed");
            // What was begun may have left the file, which opens nothing.
            let _ = fs::remove_file(user.home().join("kunci"));
            fine(user, &["encrypt", "--yes", "--new-identity", "kunci"]);
            assert_eq!(holding(user, NOTED), Vec::<String>::new(), "{when}: sealed again");
        }
        assert_whole(user, when);
    });
}

fn decrypting(every: bool) {
    let office = office();
    office.configure("identity = \"~/kunci\"\n");
    fine(&office, &["encrypt", "--yes", "--new-identity", "kunci"]);
    kill(&office, &["encrypt", "--off", "--yes"], every, |user, when| {
        if is_sealed(user) {
            assert_eq!(holding(user, NOTED), Vec::<String>::new(), "{when}: nothing is half open");
        } else {
            assert!(holding(user, NOTED).len() > 1, "{when}: open, and its backup too");
        }
        assert_whole(user, when);
    });
}

fn adding_a_way_in(every: bool) {
    let office = office();
    office.configure("identity = \"~/kunci\"\n");
    fine(&office, &["encrypt", "--yes", "--new-identity", "kunci"]);
    kill(&office, &["encrypt", "--new-identity", "kunci-2"], every, assert_whole);
}

/// A note is saved whole or not at all, whatever happens to it.
fn noting(every: bool) {
    kill(&office(), &["note", "budi + QQBARU"], every, |user, when| {
        assert_whole(user, when);
        fine(user, &["note", "budi + QQSESUDAHNYA"]);
        let log = fine(user, &["export"]).out;
        assert!(log.contains(LATER) && log.contains("QQSESUDAHNYA"), "{when}");
    });
}

fn backing_up(every: bool) {
    kill(&office(), &["backup"], every, |user, when| {
        fine(user, &["backup"]);
        for file in fs::read_dir(user.home().join("kantor-backups")).unwrap() {
            let path = file.unwrap().path();
            let run = user.run(&["--store", "lain", "restore", path.to_str().unwrap()]);
            assert_eq!(run.code, 0, "{when}: {}: {}", path.display(), run.err);
            fs::remove_dir_all(user.home().join("lain")).unwrap();
        }
        assert_whole(user, when);
    });
}

#[test]
fn forgetting_that_is_killed_is_finished_by_the_next_command() {
    forgetting(false);
}

#[test]
fn replacing_a_store_that_is_killed_keeps_both_and_may_be_done_again() {
    replacing(false);
}

#[test]
fn encrypting_that_is_killed_leaves_nothing_half_sealed() {
    encrypting(false);
    decrypting(false);
}

mod long {
    #[test]
    #[ignore = "long: every call that changes the disk"]
    fn each_command_may_be_killed_at_any_call_and_is_gone_on_with() {
        super::forgetting(true);
        super::replacing(true);
        super::encrypting(true);
        super::decrypting(true);
        super::adding_a_way_in(true);
        super::noting(true);
        super::backing_up(true);
    }
}
