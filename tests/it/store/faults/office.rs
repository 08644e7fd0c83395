//! A small store with three files of journal, as it is and as it was; copies of it are damaged.

use super::{NOTHING, Row, assert_plain, codes, without_numbers};
use crate::store::*;
use bina::domain::records::record;
use bina::i18n::Lang;
use bina::store::Drafts;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

/// What is run after each fault, one after the other.
pub const COMMANDS: &str = "`status`, `note`, `verify`";

const NOTES: usize = 24;
const NEWER: usize = 4;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Damage {
    Cut,
    Emptied,
    Zeroed,
    /// One bit.
    Flipped,
    /// Bits all over.
    Noise,
    Deleted,
    Older,
    Folder,
    Link,
    File,
}

impl Damage {
    pub fn word(self) -> &'static str {
        match self {
            Damage::Cut => "cut in the middle",
            Damage::Emptied => "emptied",
            Damage::Zeroed => "zeroed in part",
            Damage::Flipped => "a bit flipped",
            Damage::Noise => "bits flipped",
            Damage::Deleted => "deleted",
            Damage::Older => "an older copy of it",
            Damage::Folder => "a folder in its place",
            Damage::Link => "a link in its place",
            Damage::File => "a file in its place",
        }
    }

    pub fn to(self, path: &Path, older: &Path) {
        let bytes = fs::read(path).unwrap_or_default();
        let middle = bytes.len() / 2;
        match self {
            Damage::Cut => write(path, &bytes[..middle]),
            Damage::Emptied => write(path, b""),
            Damage::Zeroed => {
                let zeros = |at: usize| (bytes.len() / 3..middle).contains(&at);
                write(path, &bytes.iter().enumerate().map(|(at, b)| if zeros(at) { 0 } else { *b }).collect::<Vec<_>>());
            }
            Damage::Flipped => {
                let flip = |at: usize, byte: u8| if at == middle { byte ^ 4 } else { byte };
                write(path, &bytes.iter().enumerate().map(|(at, b)| flip(at, *b)).collect::<Vec<_>>());
            }
            Damage::Noise => write(path, &bytes.iter().enumerate().map(|(at, b)| b ^ (at % 7) as u8).collect::<Vec<_>>()),
            Damage::Deleted => remove(path),
            Damage::Older => {
                remove(path);
                fs::copy(older, path).unwrap();
            }
            Damage::Folder => {
                remove(path);
                fs::DirBuilder::new().create(path).unwrap();
                fs::set_permissions(path, PermissionsExt::from_mode(0o700)).unwrap();
            }
            Damage::Link => {
                let elsewhere = path.ancestors().nth(2).unwrap().join("elsewhere");
                fs::rename(path, &elsewhere).unwrap();
                symlink(&elsewhere, path).unwrap();
            }
            Damage::File => {
                remove(path);
                write(path, b"something");
            }
        }
    }
}

fn write(path: &Path, bytes: &[u8]) {
    remove(path);
    fs::write(path, bytes).unwrap();
    fs::set_permissions(path, PermissionsExt::from_mode(0o600)).unwrap();
}

pub fn remove(path: &Path) {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_dir() => fs::remove_dir_all(path).unwrap(),
        Ok(_) => fs::remove_file(path).unwrap(),
        Err(_) => {}
    }
}

pub fn copy(from: &Path, to: &Path) {
    let found = fs::symlink_metadata(from).unwrap();
    if found.is_dir() {
        fs::create_dir(to).unwrap();
        fs::read_dir(from).unwrap().map(Result::unwrap).for_each(|e| copy(&e.path(), &to.join(e.file_name())));
    } else {
        fs::copy(from, to).unwrap();
    }
    fs::set_permissions(to, found.permissions()).unwrap();
}

/// What came of one fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub seen: String,
    pub codes: Vec<i32>,
    pub lost: &'static str,
}

impl Outcome {
    pub fn row(self, fault: &str) -> Row {
        Row { fault: fault.to_owned(), seen: self.seen, codes: codes(&self.codes), lost: self.lost }
    }
}

pub struct Office {
    /// In which the program speaks.
    pub lang: Lang,
    place: Place,
    copies: AtomicU32,
}

impl Office {
    pub fn build(lang: Lang) -> Office {
        let office = Office { lang, place: Place::new(), copies: AtomicU32::new(0) };
        fs::set_permissions(office.place.dir().parent().unwrap(), PermissionsExt::from_mode(0o755)).unwrap();
        let dir = office.place.dir();
        // The way to the built one may be closed to others.
        fs::copy(env!("CARGO_BIN_EXE_bina"), dir.with_file_name("bina")).unwrap();
        let mut maker = Maker::new(7);
        let mut me = maker.person("Siti Aisyah");
        me.position = Some("Kepala Seksi".into());
        let mut ani = maker.person("Ani Wulandari");
        ani.supervisor = Some(me.id);
        let profile = record::Profile { me: Some(me.id), ..Default::default() };
        let id = ani.id;
        let first = [Record::Person(me), Record::Person(ani), Record::Profile(profile)].map(Op::add).to_vec();
        let mut changes = vec![maker.change(ChangeKind::SampleBuilt, first)];
        for n in 0..NOTES {
            let note = maker.feedback(id, 2025, &note(n));
            changes.push(maker.adds(Record::Feedback(note)));
        }
        let (first, last) = changes.split_at(changes.len() - NEWER);
        let mut store = office.place.open();
        first.iter().for_each(|change| store.commit(change).unwrap());
        drop(store);
        split(&dir);
        Drafts::of(&dir).save(&serde_json::json!({})).unwrap();
        // sled writes a snapshot when it is opened after some changes.
        office.place.open().verify().unwrap();
        copy(&dir, &office.older());
        let mut store = office.place.open();
        last.iter().for_each(|change| store.commit(change).unwrap());
        drop(store);
        office.place.open().verify().unwrap();
        office
    }

    fn older(&self) -> PathBuf {
        self.place.dir().with_file_name("older")
    }

    /// A file of a store; the newest snapshot of the index has a name of its own each time.
    pub fn path(&self, store: &Path, file: &str) -> PathBuf {
        match file.strip_suffix('*').and_then(|start| start.split_once('/')) {
            Some((folder, start)) => {
                let found = fs::read_dir(store.join(folder)).unwrap().map(|entry| entry.unwrap().path());
                let named = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().starts_with(start);
                found.filter(named).max().expect("a snapshot")
            }
            None => store.join(file),
        }
    }

    /// A copy with a folder around it; the second is as it was before the last notes.
    pub fn copies(&self) -> (PathBuf, PathBuf) {
        let number = self.copies.fetch_add(1, Ordering::SeqCst);
        let around = self.place.dir().with_file_name(format!("copy-{number}"));
        fs::create_dir(&around).unwrap();
        fs::set_permissions(&around, PermissionsExt::from_mode(0o755)).unwrap();
        copy(&self.place.dir(), &around.join("store"));
        (around.join("store"), self.older())
    }

    pub fn command(&self, store: &Path, args: &[&str]) -> Command {
        let mut command = Command::new(self.place.dir().with_file_name("bina"));
        command.env_clear().env("HOME", store.parent().unwrap()).env("TZ", "UTC").env("USER", "penguji");
        command.args(["--lang", self.lang.code(), "--today", "2026-11-23", "--store"]).arg(store).args(args);
        command.stdin(std::process::Stdio::null());
        command
    }

    /// Does it to a copy, runs the commands, and looks what is left.
    pub fn try_out(&self, file: &str, fault: impl FnOnce(&Path, &Path)) -> Outcome {
        let (store, older) = self.copies();
        fault(&store, &older);
        let (seen, codes) = self.look(&store, |store, args| self.command(store, args));
        let lost = self.lost(&store, file, &codes);
        remove(store.parent().unwrap());
        Outcome { seen, codes, lost }
    }

    /// What the first command says that says something, and the exit codes of all.
    pub fn look(&self, store: &Path, command: impl Fn(&Path, &[&str]) -> Command) -> (String, Vec<i32>) {
        let (mut seen, mut codes) = (String::new(), vec![]);
        for args in [&["status"][..], &["note", "ani + lagi"], &["verify"]] {
            let out = command(store, args).output().unwrap();
            let said = String::from_utf8(out.stderr).unwrap();
            assert_plain(&said);
            codes.push(out.status.code().unwrap());
            if seen.is_empty() && !said.is_empty() {
                let lines = said.lines().map(|line| line.trim().trim_start_matches("bina: "));
                let said = lines.collect::<Vec<_>>().join(" ").replace(store.to_str().unwrap(), "…");
                let by = if args[0] == "verify" { "`verify`: " } else { "" };
                seen = format!("{by}{}", without_numbers(&said));
            }
        }
        (if seen.is_empty() { "nothing".to_owned() } else { seen }, codes)
    }

    /// Every note that was acknowledged is there; where the program refuses, as soon as the file is put back.
    fn lost(&self, store: &Path, file: &str, codes: &[i32]) -> &'static str {
        let (opens, sound) = (codes[1] == 0, codes[2] == 0);
        if opens {
            assert_eq!(self.missing(store), 0, "{file}");
        }
        if opens && sound {
            return NOTHING;
        }
        let (whole, _) = self.copies();
        let (from, to) = (self.path(&whole, file), store.join(file));
        remove(&to);
        copy(&from, &to);
        assert_eq!(self.missing(store), 0, "{file}");
        remove(whole.parent().unwrap());
        match opens {
            true => "no record; entries of the journal, until the file is put back",
            false => "nothing, once the file is put back",
        }
    }

    /// How many of the notes the program does not find.
    pub fn missing(&self, store: &Path) -> usize {
        let out = self.command(store, &["export"]).output().unwrap();
        let text = String::from_utf8(out.stdout).unwrap();
        (0..NOTES).filter(|n| !text.contains(&note(*n))).count()
    }
}

fn note(n: usize) -> String {
    format!("catatan ke-{n}.")
}

/// Three files of journal from one, as if each were full.
fn split(dir: &Path) {
    let path = |n: usize| dir.join(format!("journal-{n:06}.jsonl"));
    let text = fs::read_to_string(path(1)).unwrap();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let third = lines.len() / 3;
    for (n, part) in [&lines[..third], &lines[third..2 * third], &lines[2 * third..]].iter().enumerate() {
        write(&path(n + 1), part.concat().as_bytes());
    }
    let last: serde_json::Value = serde_json::from_str(lines[2 * third - 1]).unwrap();
    let length = lines[third..2 * third].concat().len();
    let head = serde_json::json!({ "entry": last["n"], "hash": last["h"], "segment": 2, "offset": length });
    write(&dir.join("HEAD"), head.to_string().as_bytes());
    for full in [1, 2] {
        fs::set_permissions(path(full), PermissionsExt::from_mode(0o400)).unwrap();
    }
    // What knows of the one file is made anew.
    for known in ["view", "team.bin", "roster.bin"] {
        remove(&dir.join(known));
    }
    assert!(bina::store::verify(dir, &Default::default()).unwrap().is_sound());
}
