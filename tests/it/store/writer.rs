//! The process that is broken on purpose: this test binary itself, run with a folder and a task in its environment. It
//! says each number once it is saved, and the text of each entry has its number.

use super::*;
use bina::store::{Drafts, backup, restore};
use std::process::{Command, Stdio};

const FOLDER: &str = "BINA_TEST_WRITER";
const TASK: &str = "BINA_TEST_TASK";

/// So many notes are imported at once.
pub const IMPORT: u64 = 40;

/// What goes on for ever, until it is killed.
pub const TASKS: [&str; 7] = ["notes", "large", "rebuild", "rest", "backup", "restore", "import"];

/// Not started yet.
pub fn command(folder: &Path, task: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "store::writer::writer", "--nocapture"]).env(FOLDER, folder).env(TASK, task);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Not a test of its own.
#[test]
fn writer() {
    let (Ok(folder), Ok(task)) = (std::env::var(FOLDER), std::env::var(TASK)) else { return };
    let folder = Path::new(&folder);
    match task.split_once(' ') {
        Some(("full", limit)) => return fill_up(folder, limit.parse().unwrap()),
        Some(("life", large)) => return life(folder, large.parse().unwrap()),
        _ if task == "leave" => return commit_and_leave(folder),
        _ if task == "restore" => return restore_for_ever(folder),
        _ => {}
    }
    let mut writer = Writer::open(folder);
    loop {
        writer.work(&task);
    }
}

fn say(what: &str, number: u64) {
    println!("\n{what} {number}");
}

/// What the entry with that number must contain; the first is the person.
pub fn text_of(entry: u64) -> String {
    if entry == 1 { "Ani Wulandari".to_owned() } else { format!("catatan {entry}.") }
}

/// How many entries there are, each with its own text.
pub fn count_whole(store: &mut dyn Store) -> u64 {
    let mut count = 0;
    let read = store.changes(&mut |change| {
        count += 1;
        let text = serde_json::to_string(&change).unwrap();
        assert!(text.contains(&text_of(count)), "entry {count} says something else");
        Ok(())
    });
    read.unwrap();
    count
}

/// A store with somebody in it, and notes about her.
pub struct Writer {
    pub store: Disk,
    folder: PathBuf,
    maker: Maker,
    person: PersonId,
}

impl Writer {
    pub fn open(folder: &Path) -> Writer {
        let mut store = Disk::open(folder).unwrap();
        let mut maker = Maker::new(store.head().unwrap().entry);
        let known = store.roster().unwrap().rows().first().map(|row| row.id);
        let person = known.unwrap_or_else(|| {
            let person = maker.person(&text_of(1));
            let id = person.id;
            store.commit(&maker.adds(Record::Person(person))).unwrap();
            say("saved", 1);
            id
        });
        Writer { store, folder: folder.to_owned(), maker, person }
    }

    fn work(&mut self, task: &str) {
        match task {
            "notes" => (0..50).for_each(|_| self.note()),
            "large" => return self.large(),
            _ => self.note(),
        }
        match task {
            "notes" | "rest" => self.store.rest(),
            "rebuild" => drop(self.store.rebuild().unwrap()),
            "backup" => self.back_up(),
            "import" => self.import(),
            _ => panic!("no task: {task}"),
        }
    }

    fn next(&mut self) -> u64 {
        self.store.head().unwrap().entry + 1
    }

    fn change(&mut self, entry: u64, more: &str) -> Change {
        let note = self.maker.feedback(self.person, 2025, &format!("{} {more}", text_of(entry)));
        self.maker.adds(Record::Feedback(note))
    }

    pub fn note(&mut self) {
        let entry = self.next();
        let change = self.change(entry, "");
        self.store.commit(&change).unwrap();
        say("saved", entry);
    }

    /// Each takes a quarter of a file of the journal; the former one goes, so that only the journal grows.
    fn large(&mut self) {
        const LENGTH: usize = 1 << 20;
        let dossier = self.store.dossier(self.person).unwrap().unwrap();
        let long = |feedback: &&Feedback| serde_json::to_string(feedback).unwrap().len() > LENGTH;
        let former = dossier.feedback.iter().find(long).cloned();
        let entry = self.next();
        let mut change = self.change(entry, &"panjang ".repeat(LENGTH / 8));
        if let (Some(former), Some(Record::Feedback(new))) = (former, change.ops[0].after().cloned()) {
            let new = Feedback { id: former.id, ..new };
            change.ops = vec![Op::replace(former, new)];
        }
        self.store.commit(&change).unwrap();
        say("saved", entry);
    }

    fn import(&mut self) {
        let from = self.next();
        let changes: Vec<Change> = (from..from + IMPORT).map(|entry| self.change(entry, "")).collect();
        self.store.commit_many(&mut changes.into_iter()).unwrap();
        say("saved", from + IMPORT - 1);
    }

    fn back_up(&mut self) {
        let number = self.next();
        let file = self.folder.with_file_name(format!("backup-{number}.jsonl"));
        say("copied", backup(&self.folder, &file).unwrap().entries);
    }
}

fn restore_for_ever(folder: &Path) {
    let mut writer = Writer::open(folder);
    writer.note();
    let file = folder.with_file_name(format!("backup-{}.jsonl", std::process::id()));
    backup(folder, &file).unwrap();
    for number in 0.. {
        let made = folder.with_file_name(format!("restored-{}-{number}", std::process::id()));
        say("restored", restore(&file, &made).unwrap().entries);
    }
}

/// Everything that writes, once, from an empty disk on.
fn life(folder: &Path, large: usize) {
    let mut writer = Writer::open(folder);
    (0..8).for_each(|_| writer.note());
    writer.store.rest();
    for number in 1..4 {
        Drafts::of(folder).save(&serde_json::json!({ "number": number })).unwrap();
        say("draft", number);
        writer.note();
    }
    writer.import();
    writer.note();
    (0..large).for_each(|_| writer.large());
    writer.store.rebuild().unwrap();
    writer.note();
    writer.import();
    for _ in 0..6 {
        writer.note();
        writer.back_up();
    }
    let copied = writer.next();
    let file = folder.with_file_name(format!("backup-{copied}.jsonl"));
    say("restored", restore(&file, &folder.with_file_name("restored")).unwrap().entries);
    drop(writer);
    let mut writer = Writer::open(folder);
    (0..5).for_each(|_| writer.note());
    writer.store.leave();
}

/// Commits until no file may grow any more; what was refused must not be there afterwards.
fn fill_up(folder: &Path, limit: u64) {
    let mut writer = Writer::open(folder);
    writer.store.dossier(writer.person).unwrap();
    let _ignored = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Default::default());
    limit_files(limit);
    for _ in 0..2000 {
        let before = writer.store.head().unwrap();
        let change = writer.change(before.entry + 1, &"penuh ".repeat(50));
        match writer.store.commit(&change) {
            Ok(()) => {}
            Err(refused) => {
                assert!(matches!(refused, bina::store::StoreError::Full), "{refused:?}");
                assert_eq!(writer.store.head().unwrap(), before);
                assert_eq!(writer.store.recent(1).unwrap().len(), 1);
                let dossier = writer.store.dossier(writer.person).unwrap().unwrap();
                assert_eq!(dossier.feedback.len() as u64, before.entry - 1, "it can still be looked at");
                say("full", before.entry);
                return;
            }
        }
    }
    println!("\nnever full");
}

fn limit_files(limit: u64) {
    let old = rustix::process::getrlimit(rustix::process::Resource::Fsize);
    let new = rustix::process::Rlimit { current: Some(limit), maximum: old.maximum };
    rustix::process::setrlimit(rustix::process::Resource::Fsize, new).unwrap();
}

/// A note about somebody of the own team and one person more, then the end of the process.
fn commit_and_leave(folder: &Path) {
    let mut store = Disk::open(folder).unwrap();
    let roster = store.first_rows().expect("the rows are at hand");
    let report = roster.rows().iter().find(|row| row.supervisor == roster.profile.me).unwrap().id;
    let mut maker = Maker::new(store.head().unwrap().entry);
    let mut newcomer = maker.person("Budi Pohan");
    newcomer.supervisor = roster.profile.me;
    let note = maker.feedback(report, 2026, "menata antrean");
    store.commit(&maker.adds(Record::Feedback(note))).unwrap();
    store.settle();
    // Nothing was told to the index of this one.
    store.commit(&maker.adds(Record::Person(newcomer))).unwrap();
    store.leave();
}
