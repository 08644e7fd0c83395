//! Encryption, erasure and retention as a user does them: what is asked, what is said, and that nothing readable is left.

use super::office::{Office, Screens};
use crate::support::pty::wait;
use std::path::{Path, PathBuf};

const WORDS: &str = "kuda hitam di sawah";

/// Files below a folder, the program's own backups among them, that hold one of these words.
fn holding(dir: &Path, words: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(holding(&path, words));
        } else if path.is_file() {
            let bytes = std::fs::read(&path).unwrap();
            let holds = |word: &&str| bytes.windows(word.len()).any(|window| window == word.as_bytes());
            found.extend(words.iter().any(holds).then_some(path));
        }
    }
    found
}

fn home(office: &Office) -> PathBuf {
    office.store().parent().unwrap().to_owned()
}

/// A command in a terminal, for what is asked there.
fn ask(office: &Office, args: &[&str]) -> Screens {
    office.start(office.command(args), (100, 30))
}

/// Encrypts the office's store, and gives the recovery key that was shown.
fn encrypt(office: &Office) -> String {
    let mut asked = ask(office, &["encrypt"]);
    asked.see("Nobody can help with a forgotten passphrase").see("“yes”").text("yes").press("enter");
    asked.see("New passphrase:").text(WORDS).press("enter").see("Once more:").text(WORDS).press("enter");
    asked.see("shown only this once").see("asked for.");
    let screen = asked.screen();
    assert_eq!(asked.terminal.end(), 0, "{screen}");
    assert!(!screen.contains(WORDS), "nothing typed is shown:\n{screen}");
    let key = screen.lines().map(str::trim).find(|line| line.len() == 39 && line.matches('-').count() == 7);
    key.unwrap_or_else(|| panic!("{screen}")).to_owned()
}

#[test]
fn an_encrypted_store_opens_with_its_passphrase_or_its_recovery_key() {
    let office = Office::sample("en");
    let people = ["Sari Dewi", "Lubis", "Hendra", "Medan"];
    assert_eq!(office.run(&["backup"]).code, 0);
    assert!(holding(&home(&office), &people).len() > 3, "it can be read before");
    let recovery = encrypt(&office);
    assert_eq!(holding(&home(&office), &people), Vec::<PathBuf>::new(), "nor in the backups");

    for secret in [WORDS, &recovery, &recovery.to_lowercase().replace('-', " ")] {
        let mut status = ask(&office, &["status"]);
        status.see("Passphrase or recovery key:").text("not this one").press("enter").see("does not open it");
        status.text(secret).press("enter").see("Hendra Piliang");
        assert_eq!(status.terminal.end(), 0);
    }
    let mut given_up = ask(&office, &["status"]);
    given_up.see("Passphrase").press("ctrl-c").see("was not opened");
    assert_eq!(given_up.terminal.end(), 1);
    assert!(!given_up.screen().contains("Hendra"));

    // The screens ask before they take the terminal; drafts are sealed too.
    let mut screens = ask(&office, &[]);
    screens.see("Passphrase").text(WORDS).press("enter").see("Hendra Piliang");
    screens.press("n").text("hendra + jerapah ungu").press("enter").see("✓ note");
    screens.press("n").text("hendra + kuskus belang");
    screens.see("kuskus belang");
    screens.kill();
    assert_eq!(holding(&home(&office), &["jerapah", "kuskus", "Hendra"]), Vec::<PathBuf>::new());
}

#[test]
fn another_passphrase_rewrites_the_key_file_alone() {
    let office = Office::sample("en");
    encrypt(&office);
    let journal = std::fs::read(office.store().join("journal-000001.jsonl")).unwrap();
    let mut asked = ask(&office, &["passphrase"]);
    asked.see("recovery key:").text(WORDS).press("enter").see("New passphrase:").text("too short").press("enter");
    asked.see("at least 10");
    assert_eq!(asked.terminal.end(), 1);
    let mut asked = ask(&office, &["passphrase"]);
    asked.see("recovery key:").text(WORDS).press("enter").see("New passphrase:").text("gajah putih di hutan").press("enter");
    asked.see("Once more:").text("gajah putih di hutan").press("enter").see("was changed");
    assert_eq!(asked.terminal.end(), 0);
    assert_eq!(std::fs::read(office.store().join("journal-000001.jsonl")).unwrap(), journal);
    let mut status = ask(&office, &["status"]);
    status.see("Passphrase").text(WORDS).press("enter").see("does not open it");
    status.text("gajah putih di hutan").press("enter").see("Hendra Piliang");
    assert_eq!(status.terminal.end(), 0);
}

#[test]
fn scripts_use_an_identity_file_and_care_needs_no_key() {
    let office = Office::sample("en");
    let file = home(&office).join("kunci.txt");
    let made = office.run(&["encrypt", "--yes", "--new-identity", file.to_str().unwrap()]);
    assert_eq!(made.code, 0, "{}", made.err);
    let with_key = |args: &[&str]| office.run(&[&["--identity", file.to_str().unwrap()], args].concat());
    assert!(with_key(&["status"]).out.contains("Hendra Piliang"));
    assert_eq!(with_key(&["note", "hendra + menata arsip"]).code, 0);
    // What needs no content needs no key.
    let verified = office.run(&["verify"]);
    assert_eq!((verified.code, verified.err.as_str()), (0, ""));
    assert_eq!(office.run(&["backup"]).code, 0);
    assert_eq!(office.run(&["doctor"]).code, 0);
    let refused = office.run(&["status"]);
    assert_eq!((refused.code, refused.out.as_str()), (1, ""));
    assert!(refused.err.contains("--identity"), "{}", refused.err);

    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
    let refused = with_key(&["status"]);
    assert!(refused.code == 1 && refused.err.contains("chmod 600"), "{}", refused.err);
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).unwrap();
    let off = with_key(&["encrypt", "--off", "--yes"]);
    assert_eq!(off.code, 0, "{}", off.err);
    assert!(office.run(&["brief", "hendra"]).out.contains("menata arsip"));
}

#[test]
fn a_forgotten_person_is_in_no_file_any_more() {
    let office = Office::sample("en");
    office.run(&["note", "hendra + kuskus belang"]);
    office.run(&["note", "yusuf + menolong Hendra Piliang di loket"]);
    office.run(&["backup"]);
    let mut screens = office.open();
    screens.see("Hendra Piliang").press("n").text("hendra + jerapah ungu").see("jerapah ungu");
    super::office::wait_for_draft(&office, "jerapah");
    screens.kill();

    let unsure = office.run(&["forget", "hendra"]);
    assert!(unsure.code == 2 && unsure.err.contains("--yes"), "{}", unsure.err);
    let done = office.run(&["forget", "hendra", "--yes"]);
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(done.out.contains("Yusuf Azhari"), "others' notes that name him are told: {}", done.out);
    assert_eq!(holding(&home(&office), &["kuskus", "jerapah"]), Vec::<PathBuf>::new());
    assert_eq!(office.run(&["brief", "hendra"]).code, 1);
    assert_eq!(office.json(&["status", "--json"]).as_array().unwrap().len(), 13);
    assert_eq!(office.run(&["verify"]).code, 0);
    let log = office.run(&["log"]).out;
    assert!(log.contains("a person erased") && !log.contains("kuskus"), "{log}");
    let nobody = office.run(&["forget", "maimunah", "--yes"]);
    assert_ne!(nobody.code, 0, "nobody erases himself: {}", nobody.out);
}

#[test]
fn what_has_outlived_its_time_is_shown_and_goes_only_on_request() {
    let office = Office::sample("en");
    let unset = office.run(&["retention"]);
    assert!(unset.code == 1 && unset.err.contains("retention_months"), "{}", unset.err);
    let dir = home(&office).join(".config/bina");
    std::fs::create_dir_all(&dir).unwrap();
    std::fs::write(dir.join("config.toml"), "[rules]\nfile = \"rules.toml\"\n").unwrap();
    std::fs::write(dir.join("rules.toml"), "name = \"JRA Kecamatan\"\n[retention_months]\nnotes = 12\n").unwrap();
    let head = office.run(&["verify"]).out;
    let preview = office.run(&["retention"]);
    assert_eq!(preview.code, 0, "{}", preview.err);
    assert!(preview.out.contains("JRA Kecamatan") && preview.out.contains("notes: "), "{}", preview.out);
    assert!(preview.out.contains("Sari Dewi Lubis"), "{}", preview.out);
    assert_eq!(office.run(&["verify"]).out, head, "a preview changes nothing");
    let old = |office: &Office| {
        let records = office.json(&["export"])["records"].as_array().unwrap().clone();
        let noted = |r: &serde_json::Value| ["praise", "improve", "observation"].iter().any(|kind| r["kind"] == *kind);
        let old = |r: &&serde_json::Value| noted(r) && r["on"].as_str().unwrap() < "2025-11-23";
        (records.iter().filter(old).count(), records.len())
    };
    let (before, all) = old(&office);
    assert!(before > 0);
    let done = office.run(&["retention", "--apply", "--yes"]);
    assert_eq!(done.code, 0, "{}", done.err);
    assert_eq!(old(&office).0, 0);
    assert!(old(&office).1 <= all - before);
    assert!(office.run(&["retention"]).out.contains("Nothing has outlived"));
}

#[test]
fn a_backup_is_restored_over_a_store_only_on_request_and_that_one_is_kept() {
    let office = Office::sample("en");
    office.run(&["backup", "cadangan.jsonl"]);
    office.run(&["note", "hendra + kuskus belang"]);
    let refused = office.run(&["restore", "cadangan.jsonl"]);
    assert!(refused.code == 1 && refused.err.contains("--replace"), "{}", refused.err);
    let restored = office.run(&["restore", "cadangan.jsonl", "--replace"]);
    assert_eq!(restored.code, 0, "{}", restored.err);
    assert!(!office.run(&["brief", "hendra"]).out.contains("kuskus"));
    let aside = holding(&home(&office), &["kuskus"]);
    assert!(aside.iter().any(|path| path.to_string_lossy().contains("store.before-")), "{aside:?}");
}

#[test]
fn the_screens_make_a_backup_by_themselves_once_a_day() {
    let office = Office::sample("en");
    let backups = || {
        let dir = std::fs::read_dir(home(&office).join("store-backups"));
        dir.map_or(0, |files| files.filter(|file| file.as_ref().unwrap().path().extension().is_some()).count())
    };
    for _ in 0..2 {
        let mut screens = office.open();
        screens.see("Hendra Piliang").press("O").see("Settings: what applies").press("end").see("store-backups");
        wait("a backup", || backups() == 1);
        screens.see("kept").press("esc").see("Hendra Piliang");
        screens.quit();
    }
    assert_eq!(backups(), 1);
}

#[test]
fn a_hidden_screen_of_an_encrypted_store_asks_for_the_passphrase() {
    let office = Office::sample("en");
    encrypt(&office);
    let mut screens = ask(&office, &[]);
    screens.see("Passphrase").text(WORDS).press("enter").see("Hendra Piliang");
    screens.press("n").text("hendra + kuskus").see("kuskus").press("ctrl-x").see_no_more("Hendra");
    assert!(!screens.screen().contains("kuskus"), "{}", screens.screen());
    screens.text("wrong one").press("enter").see("Wrong passphrase");
    screens.text(WORDS).press("enter").see("kuskus").text(" belang").press("enter").see("✓ note");
    screens.quit();
}
