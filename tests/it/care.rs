//! The commands that care for a store, where the world around it is not as it should be: what is said, and that nothing
//! is lost or taken in silence.

use crate::cli::{Run, User};
use std::fs;
use std::io::Write;
use std::process::Stdio;

fn office() -> User {
    let user = User::new();
    let list = "NIP;Nama;Jabatan;Unit Kerja\n198602022011012003;Siti Aminah;Analis;Seksi Umum\n\
                198703032012011004;Budi Santoso;Analis;Seksi Umum\n";
    fs::write(user.home().join("orang.csv"), list).unwrap();
    for args in [&["import", "people", "orang.csv"][..], &["init", "--me", "198602022011012003"]] {
        assert_eq!(kantor(&user, args).code, 0);
    }
    user
}

fn kantor(user: &User, args: &[&str]) -> Run {
    user.run(&[&["--store", "kantor", "--lang", "en"], args].concat())
}

fn entries(user: &User) -> usize {
    fs::read_to_string(user.home().join("kantor/journal-000001.jsonl")).unwrap().lines().count()
}

fn noted(user: &User, text: &str) -> Run {
    let mut command = user.command(&["--store", "kantor", "--lang", "en", "note", "-"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    Run::of(child.wait_with_output().unwrap())
}

#[test]
fn a_text_that_is_too_long_is_refused_with_the_limit_and_nothing_is_saved() {
    let user = office();
    let before = entries(&user);
    let long = noted(&user, &format!("budi + {} AKHIR\n", "kata ".repeat(6000)));
    assert!(long.code == 1 && long.err.contains("20000") && long.err.contains("nothing was saved"), "{}", long.err);
    let several = noted(&user, "budi + satu\nbudi + dua\n");
    assert!(several.code == 1 && several.err.contains("2 lines"), "{}", several.err);
    assert_eq!(entries(&user), before);
    assert_eq!(noted(&user, "budi + satu saja\n\n").code, 0);
}

#[test]
fn output_that_fails_after_a_change_says_that_the_change_was_made() {
    let user = office();
    let before = entries(&user);
    let full = || fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let run = |args: &[&str]| Run::of(user.command(args).stdout(full()).output().unwrap());
    let note = run(&["--store", "kantor", "--lang", "en", "note", "budi + keluar penuh"]);
    assert!(note.code == 1 && note.err.contains("The change was made and is saved"), "{}", note.err);
    assert!(!note.err.contains("os error"), "{}", note.err);
    assert_eq!(entries(&user), before + 1);
    let status = run(&["--store", "kantor", "--lang", "en", "status", "--all"]);
    assert!(status.code == 1 && !status.err.contains("change"), "{}", status.err);
}

#[test]
fn a_sign_for_the_home_folder_is_meant_as_in_a_shell_wherever_it_stands() {
    let user = User::new();
    let init = |user: &User, store: &str| user.run(&[&format!("--store={store}"), "init", "--name", "Tes"]);
    assert_eq!(init(&user, "~/toko").code, 0);
    assert_eq!(Run::of(user.command(&["init", "--name", "Tes"]).env("BINA_STORE", "~/lain").output().unwrap()).code, 0);
    assert!(user.home().join("toko").is_dir() && user.home().join("lain").is_dir() && !user.home().join("~").exists());
}

#[test]
fn a_backup_goes_to_standard_output_and_into_a_folder() {
    let user = office();
    let piped = kantor(&user, &["backup", "-"]);
    assert!(piped.code == 0 && !user.home().join("-").exists(), "{}", piped.err);
    fs::write(user.home().join("pipa.jsonl"), &piped.out).unwrap();
    assert_eq!(user.run(&["--store", "dua", "restore", "pipa.jsonl"]).code, 0);
    for _ in 0..2 {
        assert_eq!(kantor(&user, &["backup", "--to", "luar"]).code, 0);
    }
    let made = || fs::read_dir(user.home().join("luar")).unwrap().flatten().map(|e| e.path()).collect::<Vec<_>>();
    assert_eq!(made().len(), 2);
    // What is erased later is erased there too.
    assert_eq!(kantor(&user, &["import", "people", "lain.csv"]).code, 1);
    fs::write(user.home().join("lain.csv"), "Nama\nKanari Zzcanary\n").unwrap();
    assert_eq!(kantor(&user, &["import", "people", "lain.csv"]).code, 0);
    assert_eq!(kantor(&user, &["backup", "--to", "luar"]).code, 0);
    let forgotten = kantor(&user, &["forget", "--yes", "kanari"]);
    assert_eq!(forgotten.code, 0, "{}{}", forgotten.out, forgotten.err);
    assert!(made().iter().all(|path| !fs::read_to_string(path).unwrap().contains("Zzcanary")));
}

#[test]
fn a_shortened_backup_is_refused_in_words_and_taken_on_a_clear_yes() {
    let user = office();
    assert_eq!(kantor(&user, &["backup", "satu.jsonl"]).code, 0);
    let file = user.home().join("satu.jsonl");
    let text = fs::read_to_string(&file).unwrap();
    let short: String = text.split_inclusive('\n').take(2).collect();
    fs::write(&file, short).unwrap();
    let refused = user.run(&["--lang", "en", "--store", "dua", "restore", "satu.jsonl"]);
    assert!(refused.code == 5 && refused.err.contains("cut off") && refused.err.contains("--yes"), "{}", refused.err);
    assert!(!user.home().join("dua").exists());
    assert_eq!(user.run(&["--store", "dua", "restore", "satu.jsonl", "--yes"]).code, 0);
}

#[test]
fn each_identity_file_opens_until_it_is_revoked() {
    let user = office();
    let by = |file: &str, args: &[&str]| kantor(&user, &[&["--identity", file], args].concat());
    assert_eq!(kantor(&user, &["encrypt", "--yes", "--new-identity", "kunci"]).code, 0);
    let second = by("kunci", &["encrypt", "--new-identity", "cadangan"]);
    assert!(second.code == 0 && second.out.contains("stay valid"), "{}{}", second.out, second.err);
    assert_eq!((by("kunci", &["status"]).code, by("cadangan", &["status"]).code), (0, 0));
    let list = kantor(&user, &["encrypt", "--list"]).out;
    assert!(list.contains("identity file kunci") && list.contains("identity file cadangan"), "{list}");
    assert!(list.contains("recovery key"), "{list}");
    assert_eq!(by("cadangan", &["encrypt", "--revoke", "tidak-ada"]).code, 1);
    assert_eq!(by("cadangan", &["encrypt", "--revoke", "kunci"]).code, 0);
    assert_eq!((by("kunci", &["status"]).code, by("cadangan", &["status"]).code), (1, 0));
    let list = kantor(&user, &["encrypt", "--list"]).out;
    assert!(!list.contains("kunci\n") && list.contains("cadangan"), "{list}");
}

#[test]
fn a_recovery_key_lives_until_its_successor_was_seen() {
    let user = office();
    assert_eq!(kantor(&user, &["encrypt", "--yes", "--new-identity", "kunci"]).code, 0);
    let ways = || kantor(&user, &["encrypt", "--list"]).out.matches("recovery key").count();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let args = ["--store", "kantor", "--lang", "en", "--identity", "kunci", "passphrase", "--recovery"];
    let unseen = Run::of(user.command(&args).stdout(full).output().unwrap());
    assert_eq!((unseen.code, ways()), (1, 1), "{}", unseen.err);
    let piped = user.run(&args);
    assert_eq!((piped.code, ways()), (0, 2), "{}", piped.err);
    assert!(piped.err.contains("former recovery key stays valid"), "{}", piped.err);
}

#[test]
fn a_rotten_key_file_is_healed_from_the_other_and_that_is_said() {
    let user = office();
    assert_eq!(kantor(&user, &["encrypt", "--yes", "--new-identity", "kunci"]).code, 0);
    let (key, copy) = (user.home().join("kantor/KEY"), user.home().join("kantor/KEY.copy"));
    let whole = fs::read_to_string(&key).unwrap();
    let at = whole.rfind("\"wrapped\":\"").unwrap() + 14;
    let mut rotten = whole.clone().into_bytes();
    rotten[at] = if rotten[at] == b'A' { b'B' } else { b'A' };
    for (bad, good) in [(&key, &copy), (&copy, &key)] {
        fs::write(bad, &rotten).unwrap();
        let locked = kantor(&user, &["verify"]);
        assert!(locked.code == 5 && locked.out.contains("KEY"), "{}{}", locked.out, locked.err);
        let status = kantor(&user, &["--identity", "kunci", "status"]);
        assert!(status.code == 0 && status.err.contains("written anew from the other one"), "{}", status.err);
        assert_eq!((fs::read_to_string(bad).unwrap(), fs::read_to_string(good).unwrap()), (whole.clone(), whole.clone()));
        assert_eq!(kantor(&user, &["verify"]).code, 0);
    }
}

#[test]
fn a_pipe_as_configuration_is_refused_and_none_may_be_named() {
    let user = office();
    let pipe = user.home().join("pipa");
    rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, 0o600.into(), 0).unwrap();
    let refused = kantor(&user, &["--config", "pipa", "status"]);
    assert!(refused.code == 3 && refused.err.contains("pipe or a device"), "{}", refused.err);
    assert_eq!(kantor(&user, &["--config", "/dev/zero", "status"]).code, 3);
    assert_eq!(kantor(&user, &["--config", "/dev/null", "status"]).code, 0);
}

#[test]
fn a_misspelt_time_zone_is_told() {
    let user = office();
    let args = ["--store", "kantor", "--lang", "en", "status"];
    let run = |zone: &str| Run::of(user.command(&args).env("TZ", zone).output().unwrap());
    let wrong = run("Asia/Jakrata");
    assert!(wrong.code == 0 && wrong.err.contains("Asia/Jakrata"), "{}", wrong.err);
    for right in ["Asia/Jakarta", "UTC", "<+07>-7", ":Asia/Makassar", ""] {
        assert_eq!(run(right).err, "", "{right}");
    }
}

#[test]
fn where_there_are_no_locks_looking_works_and_writing_says_why() {
    let user = office();
    let run = |args: &[&str]| {
        let mut strace = std::process::Command::new("strace");
        strace.args(["-f", "-qq", "-o", "/dev/null", "-e", "trace=flock", "-e", "inject=flock:error=ENOLCK"]);
        strace.arg(env!("CARGO_BIN_EXE_bina")).args(["--store", "kantor", "--lang", "en"]).args(args);
        strace.current_dir(user.home()).env_clear().env("HOME", user.home()).env("TZ", "UTC");
        strace.env("PATH", std::env::var_os("PATH").unwrap_or_default()).output().ok().map(Run::of)
    };
    let Some(status) = run(&["status", "--all"]).filter(|run| !run.err.contains("strace:")) else {
        return eprintln!("strace can't trace here: a host without locks is NOT tested");
    };
    assert!(status.code == 0 && status.out.contains("Budi Santoso"), "{}", status.err);
    let before = entries(&user);
    let note = run(&["note", "budi + tanpa kunci"]).unwrap();
    assert!(note.code == 1 && note.err.contains("knows no locks"), "{}", note.err);
    assert_eq!(entries(&user), before);
}
