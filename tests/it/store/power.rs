//! The power goes, and what was not synced is lost in part. The quick way replays recorded file operations; the long
//! way copies a block device as it is at some moment.

use super::recorded::{Luck, Recording, assert_same};
use super::writer;
use super::*;
use bina::store::{Drafts, restore, verify};
use std::process::{Command, Stdio};

/// What a writer had said when the power went.
#[derive(Debug, Default)]
struct Heard {
    saved: u64,
    draft: u64,
    copied: u64,
    restored: u64,
}

impl Heard {
    fn of(said: &str) -> Heard {
        let last = |what: &str| {
            let numbers = said.lines().filter_map(|line| line.strip_prefix(what)?.trim().parse().ok());
            numbers.max().unwrap_or(0)
        };
        Heard { saved: last("saved "), draft: last("draft "), copied: last("copied "), restored: last("restored ") }
    }
}

/// All that was acknowledged is there, the store is whole, and it goes on.
fn check(root: &Path, heard: &Heard) -> Result<(), String> {
    let dir = root.join("store");
    if !dir.exists() {
        return if heard.saved == 0 { Ok(()) } else { Err("the store is gone".to_owned()) };
    }
    let mut store = Disk::open(&dir).map_err(|e| format!("can't be opened: {e}"))?;
    let found = writer::count_whole(&mut store);
    if found < heard.saved || store.head().unwrap().entry != found {
        return Err(format!("{found} entries"));
    }
    let checked = store.verify().map_err(|e| format!("can't be verified: {e}"))?;
    if !checked.is_sound() || !checked.view_compared {
        return Err(format!("{checked:?}"));
    }
    let mut maker = Maker::new(found);
    let more = maker.person(&writer::text_of(found + 1));
    store.commit(&maker.adds(Record::Person(more))).map_err(|e| format!("does not go on: {e}"))?;
    drop(store);
    let draft = Drafts::of(&dir).load().unwrap().0.and_then(|d| d["number"].as_u64()).unwrap_or(0);
    if draft < heard.draft {
        return Err(format!("draft {draft}"));
    }
    check_copies(root, heard)
}

/// Whatever has the name of a backup or of a store is whole, also if nobody was told of it.
fn check_copies(root: &Path, heard: &Heard) -> Result<(), String> {
    let number = |name: &str| name.strip_prefix("backup-")?.strip_suffix(".jsonl")?.parse::<u64>().ok();
    let names = std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().file_name());
    let newest = names.filter_map(|name| number(name.to_str()?)).max().unwrap_or(1);
    if newest > 1 {
        let file = root.join(format!("backup-{newest}.jsonl"));
        let again = restore(&file, &root.join("again")).map_err(|e| format!("the backup: {e}"))?;
        if again.entries != newest - 1 {
            return Err(format!("a backup of {} of {} entries", again.entries, newest - 1));
        }
    }
    if newest - 1 < heard.copied {
        return Err("a backup is gone".to_owned());
    }
    if heard.restored > 0 {
        let made = verify(&root.join("restored"), &Default::default()).map_err(|e| format!("the restored one: {e}"))?;
        if !made.is_sound() || made.entries != heard.restored {
            return Err(format!("restored: {made:?}"));
        }
    }
    Ok(())
}

const TRACED: &str = "trace=openat,close,write,pwrite64,lseek,ftruncate,fsync,fdatasync,mkdir,mkdirat,unlink,rmdir,\
                      unlinkat,rename,renameat,renameat2";

/// A whole life of the writer; `None`, and a line that says so, where nothing can be recorded.
fn record(place: &Place, large: usize) -> Option<Recording> {
    let root = place.dir().parent().unwrap().to_owned();
    let other = Place::new();
    let trace = other.dir();
    let writer = writer::command(&place.dir(), &format!("life {large}"));
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-xx", "-s", "16777216", "-e", TRACED, "-o"]).arg(&trace);
    command.arg(writer.get_program()).args(writer.get_args()).stdin(Stdio::null());
    command.envs(writer.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let outcome = match command.output() {
        Ok(outcome) if !outcome.stdout.is_empty() => outcome,
        Ok(outcome) => {
            let why = String::from_utf8_lossy(&outcome.stderr).into_owned();
            eprintln!("strace can't trace here: power cuts are NOT tested: {why}");
            return None;
        }
        Err(_) => {
            eprintln!("strace is not installed: power cuts are NOT tested");
            return None;
        }
    };
    assert!(outcome.status.success(), "{}", String::from_utf8_lossy(&outcome.stdout));
    Some(Recording::read(&std::fs::read_to_string(&trace).unwrap(), &root))
}

fn cuts(large: usize, count: u64, seed: u64) {
    let place = Place::new();
    let Some(recording) = record(&place, large) else { return };
    let made = tempfile::tempdir().unwrap();
    let mut random = IdSource::seeded(seed);
    recording.cut(recording.length, Luck::Everything, &mut random, &made.path().join("whole"));
    assert_same(&made.path().join("whole"), place.dir().parent().unwrap());
    assert!(Heard::of(&recording.said(recording.length)).restored > 0);
    for number in 0..count {
        let luck = [Luck::Some, Luck::Torn, Luck::Nothing, Luck::Everything, Luck::Torn][(number % 5) as usize];
        let at = (random.random() % recording.length as u64) as usize;
        let root = made.path().join(number.to_string());
        recording.cut(at, luck, &mut random, &root);
        let heard = Heard::of(&recording.said(at));
        if let Err(wrong) = check(&root, &heard) {
            panic!("cut {number} at {at} of {} ({luck:?}), {heard:?}: {wrong}", recording.length);
        }
        std::fs::remove_dir_all(root).unwrap();
    }
    println!("{count} power cuts, nothing lost");
}

#[test]
fn a_power_cut_at_any_moment_loses_nothing_that_was_acknowledged() {
    cuts(0, 150, 31);
}

mod long {
    use super::*;
    use std::io::Read;

    #[test]
    #[ignore = "long: two thousand cuts"]
    fn two_thousand_power_cuts_lose_nothing_that_was_acknowledged() {
        for seed in 40..44 {
            cuts(0, 475, seed);
        }
        // With files of the journal that are filled.
        cuts(6, 100, 44);
    }

    /// A command that must work, as root.
    fn run(program: &str, args: &[&str]) -> Result<String, String> {
        let out = Command::new(program).args(args).output().map_err(|e| format!("{program}: {e}"))?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
        if out.status.success() { Ok(text(&out.stdout)) } else { Err(format!("{program}: {}", text(&out.stderr))) }
    }

    /// A file system of its own on a file, gone with the value.
    struct Mounted(PathBuf);

    impl Mounted {
        /// In memory, and so small.
        fn small(size: &str, at: &Path) -> Result<Mounted, String> {
            std::fs::create_dir_all(at).unwrap();
            run("mount", &["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs", at.to_str().unwrap()])?;
            Ok(Mounted(at.to_owned()))
        }

        fn on(image: &Path, at: &Path) -> Result<Mounted, String> {
            std::fs::create_dir_all(at).unwrap();
            run("mount", &["-o", "loop", image.to_str().unwrap(), at.to_str().unwrap()])?;
            Ok(Mounted(at.to_owned()))
        }
    }

    impl Drop for Mounted {
        fn drop(&mut self) {
            let _ = run("umount", &[self.0.to_str().unwrap()]);
        }
    }

    /// Commits on a mounted disk until some moment, copies the disk beneath it as it is then.
    fn cut_the_disk(dir: &Path, task: &str, pause: u64) -> Heard {
        use crate::support::pty::wait;
        let mut child = writer::command(&dir.join("disk/store"), task).spawn().unwrap();
        let process = rustix::process::Pid::from_child(&child);
        let mut out = child.stdout.take().unwrap();
        let said = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
        let heard = std::sync::Arc::clone(&said);
        let reader = std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count) = out.read(&mut bytes)
                && count > 0
            {
                heard.lock().unwrap().extend_from_slice(&bytes[..count]);
            }
        });
        let lines = || said.lock().unwrap().iter().filter(|b| **b == b'\n').count() as u64;
        wait("some commits", || lines() > pause);
        rustix::process::kill_process(process, rustix::process::Signal::STOP).unwrap();
        let said_then = said.lock().unwrap().clone();
        std::fs::copy(dir.join("image"), dir.join("copy")).unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
        reader.join().unwrap();
        Heard { copied: 0, restored: 0, ..Heard::of(&String::from_utf8_lossy(&said_then)) }
    }

    #[test]
    #[ignore = "long: needs root and a loop device"]
    fn a_block_device_that_stops_at_any_moment_loses_nothing_that_was_acknowledged() {
        let place = Place::new();
        let dir = place.dir();
        std::fs::create_dir(&dir).unwrap();
        let mut random = IdSource::seeded(51);
        let mut before = 0;
        for round in 0..40 {
            if round % 20 == 0 {
                let image = dir.join("image");
                std::fs::File::create(&image).unwrap().set_len(64 << 20).unwrap();
                run("mkfs.ext4", &["-q", "-F", image.to_str().unwrap()]).unwrap();
                before = 0;
            }
            let heard = {
                let _mounted = match Mounted::on(&dir.join("image"), &dir.join("disk")) {
                    Ok(mounted) => mounted,
                    Err(why) => return eprintln!("no loop device here: block devices are NOT tested: {why}"),
                };
                let task = ["notes", "import", "rest", "rebuild"][round % 4];
                cut_the_disk(&dir, task, 3 + random.random() % if round % 4 < 2 { 300 } else { 30 })
            };
            std::fs::rename(dir.join("copy"), dir.join("image")).unwrap();
            let _mounted = Mounted::on(&dir.join("image"), &dir.join("disk")).unwrap();
            let heard = Heard { saved: heard.saved.max(before), ..heard };
            check(&dir.join("disk"), &heard).unwrap_or_else(|wrong| panic!("round {round}, {heard:?}: {wrong}"));
            before = heard.saved + 1;
            println!("round {round}: {} acknowledged, none lost", heard.saved);
        }
    }

    #[test]
    #[ignore = "long: needs root and tmpfs"]
    fn a_small_disk_that_fills_up_refuses_what_it_cannot_keep_and_loses_nothing() {
        for size in ["2m", "3m", "4m", "6m"] {
            let place = Place::new();
            let disk = place.dir();
            let _mounted = match Mounted::small(size, &disk) {
                Ok(mounted) => mounted,
                Err(why) => return eprintln!("no tmpfs here: small disks are NOT tested: {why}"),
            };
            // It ends at the first refusal.
            let out = writer::command(&disk.join("store"), "notes").output().unwrap();
            let heard = Heard::of(&String::from_utf8_lossy(&out.stdout));
            let said = String::from_utf8_lossy(&out.stdout).into_owned() + &String::from_utf8_lossy(&out.stderr);
            assert!(heard.saved > 50 && said.contains("Full"), "{size}: {said}");
            for (args, code) in [(&["status", "--all"][..], 0), (&["export"], 0), (&["note", "ani + penuh"], 1)] {
                let mut bina = Command::new(env!("CARGO_BIN_EXE_bina"));
                let out = bina.arg("--store").arg(disk.join("store")).args(args).env("HOME", &disk).output().unwrap();
                let said = String::from_utf8_lossy(&out.stderr).into_owned();
                assert!(out.status.code() == Some(code), "{size} {args:?}: {said}");
                crate::store::faults::assert_plain(&said);
            }
            run("mount", &["-o", "remount,size=64m", disk.to_str().unwrap()]).unwrap();
            check(&disk, &heard).unwrap_or_else(|wrong| panic!("{size}, {heard:?}: {wrong}"));
            println!("{size}: full after {} entries, none lost", heard.saved);
        }
    }
}
