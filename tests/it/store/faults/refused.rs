//! Faults of which no single file is the cause: rights, space, a holder, a newer program, several files at once.

use super::office::{Office, copy, remove};
use super::{NOTHING, Row, codes};
use crate::store::*;
use bina::i18n::Lang;
use std::fs;
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::process::Command;

pub fn rows(office: &Office) -> Vec<Row> {
    let mut rows = together(office);
    let (rights, full_disk) = std::thread::scope(|scope| {
        let rights = scope.spawn(|| with_rights(office));
        let full_disk = full(office);
        (rights.join().unwrap(), full_disk)
    });
    rows.extend(rights);
    rows.push(full_disk);
    rows.push(held(office));
    rows
}

fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, PermissionsExt::from_mode(mode)).unwrap();
}

/// Several files at once.
fn together(office: &Office) -> Vec<Row> {
    const BACK: &str = "nothing, once the files are put back";
    let mut rows = vec![];
    let mut row = |fault: &str, lost: &'static str, damage: &dyn Fn(&Path, &Path)| {
        let (store, older) = office.copies();
        damage(&store, &older);
        let (seen, found) = office.look(&store, |store, args| office.command(store, args));
        let missing = office.missing(&store);
        assert_eq!(missing == 0, lost == NOTHING, "{fault}: {missing} missing");
        rows.push(Row { fault: fault.to_owned(), seen, codes: codes(&found), lost });
        remove(store.parent().unwrap());
    };
    let journals = |store: &Path| (1..4).for_each(|n| remove(&store.join(format!("journal-{n:06}.jsonl"))));
    row("every file of the journal deleted", NOTHING, &|store, _| journals(store));
    row("everything but `view` deleted", NOTHING, &|store, _| {
        journals(store);
        ["HEAD", "team.bin", "roster.bin", "drafts.json", "LOCK"].iter().for_each(|name| remove(&store.join(name)));
    });
    row("everything but the journal deleted", NOTHING, &|store, _| {
        ["HEAD", "view", "team.bin", "roster.bin", "drafts.json", "LOCK"].iter().for_each(|name| remove(&store.join(name)));
    });
    row("the last file of the journal and `view` deleted", BACK, &|store, _| {
        remove(&store.join("journal-000003.jsonl"));
        remove(&store.join("view"));
    });
    row("a bit flipped in the journal, and `view` deleted", BACK, &|store, _| {
        super::Damage::Flipped.to(&store.join("journal-000002.jsonl"), store);
        ["view", "team.bin", "roster.bin"].iter().for_each(|name| remove(&store.join(name)));
    });
    row("everything but `view` replaced by an older copy", NOTHING, &|store, older| {
        let view = store.with_file_name("view");
        fs::rename(store.join("view"), &view).unwrap();
        remove(store);
        copy(older, store);
        remove(&store.join("view"));
        fs::rename(view, store.join("view")).unwrap();
    });
    row(
        "the whole folder replaced by an older copy",
        "what came after the copy; the hash that `verify` prints is another one",
        &|store, older| {
            remove(store);
            copy(older, store);
        },
    );
    row("written by a newer bina", "nothing, once bina is newer", &|store, _| {
        let path = store.join("journal-000003.jsonl");
        let text = fs::read_to_string(&path).unwrap();
        let last = text.lines().last().unwrap().replacen("{\"v\":3", "{\"v\":4", 1);
        fs::write(path, format!("{text}{last}\n")).unwrap();
    });
    row("a file in place of the folder", "nothing, once the folder is put back", &|store, _| {
        remove(store);
        fs::write(store, b"").unwrap();
    });
    row("others may look into the folder", "nothing, once it is private", &|store, _| mode(store, 0o755));
    rows
}

/// Everything of a copy belongs to somebody who is not root, because root may do everything.
struct Somebody<'a> {
    office: &'a Office,
    store: PathBuf,
    is_root: bool,
}

/// The one who owns nothing.
const NOBODY: u32 = 65534;

impl<'a> Somebody<'a> {
    fn new(office: &'a Office) -> Somebody<'a> {
        let is_root = rustix::process::geteuid().is_root();
        let (store, _) = office.copies();
        if is_root {
            files(&store).iter().chain([&store]).for_each(|path| chown(path, Some(NOBODY), Some(NOBODY)).unwrap());
        }
        Somebody { office, store, is_root }
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = self.office.command(&self.store, args);
        if self.is_root {
            command.uid(NOBODY).gid(NOBODY);
        }
        command
    }

    /// Restricts something, runs the commands, and takes it back: everything is there.
    fn row(self, fault: &str, restrict: impl Fn(&Path), release: impl Fn(&Path)) -> (Row, String) {
        restrict(&self.store);
        let (seen, found) = self.office.look(&self.store, |_, args| self.command(args));
        release(&self.store);
        let out = self.command(&["export"]).output().unwrap();
        let text = String::from_utf8(out.stdout).unwrap();
        assert!(text.contains("catatan ke-0.") && text.contains("catatan ke-23."), "{fault}");
        let lost = if found[1] == 0 { NOTHING } else { "nothing, once the right is given back" };
        remove(self.store.parent().unwrap());
        (Row { fault: String::new(), seen, codes: codes(&found), lost }, fault.to_owned())
    }
}

fn with_rights(office: &Office) -> Vec<Row> {
    let mut found: Vec<(Row, String)> = vec![];
    for name in [
        "journal-000001.jsonl",
        "journal-000003.jsonl",
        "HEAD",
        "view",
        "view/db",
        "view/conf",
        "team.bin",
        "LOCK",
        "drafts.json",
    ] {
        let (none, all) = (|store: &Path| mode(&store.join(name), 0), |store: &Path| mode(&store.join(name), 0o700));
        found.push(Somebody::new(office).row(&format!("`{name}` unreadable (mode 000)"), none, all));
    }
    found.push(Somebody::new(office).row("the folder unreadable (mode 000)", |s| mode(s, 0), |s| mode(s, 0o700)));
    found.push(Somebody::new(office).row("the folder read-only, its files not", |s| mode(s, 0o500), |s| mode(s, 0o700)));
    let all = |file: u32, folder: u32| {
        move |store: &Path| {
            files(store).iter().chain([&store.to_owned()]).for_each(|p| mode(p, if p.is_dir() { folder } else { file }));
        }
    };
    found.push(Somebody::new(office).row("everything read-only", all(0o400, 0o500), all(0o600, 0o700)));
    let mut rows: Vec<Row> = vec![];
    for (row, fault) in found {
        match rows.iter_mut().find(|known| Row { fault: String::new(), ..(*known).clone() } == row) {
            Some(known) => known.fault.push_str(&format!("; {fault}")),
            None => rows.push(Row { fault, ..row }),
        }
    }
    rows
}

/// A limit on the length of files stands for a disk that is full; what is refused says so and leaves nothing.
fn full(office: &Office) -> Row {
    let mut refused = None;
    // In blocks of 512 bytes; the largest file is the index.
    for limit in [0, 1, 3, 8, 16, 32, 64, 256, 768, 1536, 2560, 4096] {
        for gone in [&[][..], &["view", "team.bin", "roster.bin"]] {
            let (store, _) = office.copies();
            gone.iter().for_each(|name| remove(&store.join(name)));
            let limited = |store: &Path, args: &[&str]| {
                let own = office.command(store, args);
                let mut command = Command::new("/bin/sh");
                command.args(["-c", &format!("trap '' XFSZ; ulimit -f {limit}; exec \"$@\""), "sh"]).arg(own.get_program());
                command.args(own.get_args()).env_clear();
                command.envs(own.get_envs().filter_map(|(name, value)| Some((name, value?))));
                command.stdin(std::process::Stdio::null());
                command
            };
            let (seen, found) = office.look(&store, limited);
            assert_eq!(office.missing(&store), 0, "{limit}: {seen}");
            assert_eq!((found[0], found[2]), (0, 0), "{limit}: {seen}");
            let kept = String::from_utf8(office.command(&store, &["export"]).output().unwrap().stdout).unwrap();
            assert_eq!(kept.contains("\"lagi\""), found[1] == 0, "{limit}: what is refused is not there");
            assert!(found[1] == 0 || seen.contains(super::words::full_disk(office.lang)), "{limit}: {seen}");
            if found[1] != 0 && gone.is_empty() {
                refused.get_or_insert((seen, codes(&found)));
            }
            remove(store.parent().unwrap());
            // The words of the other language are all that is asked of it.
            if office.lang == Lang::Id && refused.is_some() {
                break;
            }
        }
    }
    let (seen, codes) = refused.expect("one limit is too low");
    Row { fault: "the disk is full, at any write".to_owned(), seen, codes, lost: NOTHING }
}

fn held(office: &Office) -> Row {
    let (store, _) = office.copies();
    let holder = Disk::open(&store).unwrap();
    let (seen, found) = office.look(&store, |store, args| office.command(store, args));
    drop(holder);
    assert_eq!(office.missing(&store), 0);
    remove(store.parent().unwrap());
    let seen = super::words::without_the_holder(office.lang, &seen);
    Row { fault: "another process has the store open".to_owned(), seen, codes: codes(&found), lost: NOTHING }
}
