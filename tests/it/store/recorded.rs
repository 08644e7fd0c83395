//! The file operations of a process, recorded by strace, and the states a disk could have if the power had gone at any
//! moment of them: of a file what was synced, and of all later writes any part; of a folder the names up to its last
//! sync, and of later ones the first few.

use bina::domain::IdSource;
use std::collections::{BTreeMap, HashMap};
use std::fs::{DirBuilder, File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, FileExt, OpenOptionsExt};
use std::path::Path;

/// What a disk writes as a whole.
const SECTOR: u64 = 512;

/// When something was begun and done: lines of the recording.
#[derive(Clone, Copy, Debug)]
struct When {
    begun: usize,
    done: usize,
}

#[derive(Debug)]
struct Call {
    when: When,
    name: String,
    args: Vec<String>,
    result: i64,
}

/// In the order in which they were done.
fn calls(trace: &str) -> Vec<Call> {
    let mut unfinished: HashMap<&str, (usize, &str)> = HashMap::new();
    let mut found = Vec::new();
    for (done, line) in trace.lines().enumerate() {
        let Some((pid, rest)) = line.split_once(' ') else { continue };
        let rest = rest.trim_start();
        if let Some(start) = rest.strip_suffix(" <unfinished ...>") {
            unfinished.insert(pid, (done, start));
            continue;
        }
        let (begun, text) = match rest.strip_prefix("<... ").and_then(|r| r.split_once(" resumed>")) {
            Some((_, end)) => {
                let Some((begun, start)) = unfinished.remove(pid) else { continue };
                (begun, format!("{start}{end}"))
            }
            None => (done, rest.to_owned()),
        };
        let Some((call, result)) = text.rsplit_once(" = ") else { continue };
        let Some((name, args)) = call.trim_end().strip_suffix(')').and_then(|c| c.split_once('(')) else { continue };
        let Some(result) = result.split(' ').next().and_then(|r| r.parse().ok()) else { continue };
        let args = args.split(", ").map(str::to_owned).collect();
        found.push(Call { when: When { begun, done }, name: name.to_owned(), args, result });
    }
    found
}

/// A string in hexadecimal, as strace writes it.
fn bytes(arg: &str) -> Vec<u8> {
    let inside = arg.strip_prefix('"').and_then(|a| a.strip_suffix('"')).unwrap_or_else(|| panic!("{arg} is cut off"));
    inside.split("\\x").skip(1).map(|hex| u8::from_str_radix(hex, 16).unwrap()).collect()
}

fn path(arg: &str) -> String {
    String::from_utf8(bytes(arg)).unwrap()
}

enum Wrote {
    Bytes(u64, Vec<u8>),
    Length(u64),
}

#[derive(Clone)]
enum Name {
    Given(String, usize),
    Gone(String),
    Changed(String, String),
}

/// A file or a folder.
#[derive(Default)]
struct Node {
    folder: bool,
    writes: Vec<(When, Wrote)>,
    length: u64,
    names: Vec<(When, Name)>,
    now: BTreeMap<String, usize>,
    syncs: Vec<When>,
}

impl Node {
    /// What was done before this is on the disk.
    fn synced(&self, at: usize) -> usize {
        self.syncs.iter().filter(|sync| sync.done <= at).map(|sync| sync.begun).max().unwrap_or(0)
    }
}

struct Open {
    node: usize,
    position: u64,
    appends: bool,
}

/// Everything below one folder, which was empty.
pub struct Recording {
    nodes: Vec<Node>,
    /// What was printed until then.
    said: Vec<(usize, Vec<u8>)>,
    pub length: usize,
}

/// How much of what was not synced is still there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Luck {
    Nothing,
    Everything,
    /// Some writes.
    Some,
    /// Some sectors of them.
    Torn,
}

impl Recording {
    pub fn read(trace: &str, root: &Path) -> Recording {
        let top = Node { folder: true, ..Node::default() };
        let recording = Recording { nodes: vec![top], said: vec![], length: trace.lines().count() };
        let root = format!("{}/", root.display());
        let mut reader = Reader { recording, root, open: HashMap::new() };
        calls(trace).iter().for_each(|call| reader.take(call));
        reader.recording
    }

    /// What the process had said at that moment.
    pub fn said(&self, at: usize) -> String {
        let said = self.said.iter().filter(|(done, _)| *done <= at).flat_map(|(_, bytes)| bytes.clone());
        String::from_utf8_lossy(&said.collect::<Vec<u8>>()).into_owned()
    }

    /// Makes what the disk could hold after a cut at that moment.
    pub fn cut(&self, at: usize, luck: Luck, random: &mut IdSource, to: &Path) {
        self.make(0, at, luck, random, to);
    }

    fn make(&self, node: usize, at: usize, luck: Luck, random: &mut IdSource, to: &Path) {
        let node = &self.nodes[node];
        if !node.folder {
            let content = content(node, at, luck, random);
            OpenOptions::new().write(true).create_new(true).mode(0o600).open(to).unwrap().write_all(&content).unwrap();
            return;
        }
        DirBuilder::new().recursive(true).mode(0o700).create(to).unwrap();
        for (name, child) in names(node, at, luck, random) {
            self.make(child, at, luck, random, &to.join(name));
        }
    }
}

fn names(node: &Node, at: usize, luck: Luck, random: &mut IdSource) -> BTreeMap<String, usize> {
    let synced = node.synced(at);
    let begun: Vec<&(When, Name)> = node.names.iter().filter(|(when, _)| when.begun <= at).collect();
    let safe = begun.iter().take_while(|(when, _)| when.done < synced).count();
    let kept = match luck {
        Luck::Nothing => safe,
        Luck::Everything => begun.len(),
        Luck::Some | Luck::Torn => safe + (random.random() % (begun.len() - safe + 1) as u64) as usize,
    };
    let mut names = BTreeMap::new();
    begun[..kept].iter().for_each(|(_, name)| apply(&mut names, name));
    names
}

fn apply(names: &mut BTreeMap<String, usize>, name: &Name) {
    match name {
        Name::Given(name, node) => drop(names.insert(name.clone(), *node)),
        Name::Gone(name) => drop(names.remove(name)),
        Name::Changed(from, to) => {
            if let Some(node) = names.remove(from) {
                names.insert(to.clone(), node);
            }
        }
    }
}

fn content(node: &Node, at: usize, luck: Luck, random: &mut IdSource) -> Vec<u8> {
    let synced = node.synced(at);
    let mut content = Vec::new();
    for (when, write) in node.writes.iter().filter(|(when, _)| when.begun <= at) {
        let luck = if when.done < synced { Luck::Everything } else { luck };
        if luck == Luck::Nothing || (luck != Luck::Everything && random.random().is_multiple_of(3)) {
            continue;
        }
        match write {
            Wrote::Length(length) => content.resize(*length as usize, 0),
            Wrote::Bytes(from, bytes) => {
                for (start, sector) in sectors(*from, bytes) {
                    if luck != Luck::Torn || random.random().is_multiple_of(2) {
                        let end = start as usize + sector.len();
                        if content.len() < end {
                            content.resize(end, 0);
                        }
                        content[start as usize..end].copy_from_slice(sector);
                    }
                }
            }
        }
    }
    content
}

/// The parts of a write that lie in one sector each.
fn sectors(from: u64, bytes: &[u8]) -> Vec<(u64, &[u8])> {
    let (mut at, mut rest, mut found) = (from, bytes, vec![]);
    while !rest.is_empty() {
        let (sector, more) = rest.split_at(rest.len().min((SECTOR - at % SECTOR) as usize));
        found.push((at, sector));
        (at, rest) = (at + sector.len() as u64, more);
    }
    found
}

struct Reader {
    recording: Recording,
    root: String,
    open: HashMap<i64, Open>,
}

impl Reader {
    fn take(&mut self, call: &Call) {
        if call.result < 0 {
            return;
        }
        let (when, arg) = (call.when, |n: usize| call.args[n].as_str());
        let number = |n: usize| call.args[n].parse::<i64>().unwrap();
        match call.name.as_str() {
            "openat" => self.opened(when, arg(0), &path(arg(1)), arg(2), call.result),
            "close" => drop(self.open.remove(&number(0))),
            "write" if number(0) == 1 => self.recording.said.push((when.done, bytes(arg(1)))),
            "write" => self.wrote(when, number(0), &bytes(arg(1)), call.result),
            "pwrite64" => self.wrote_at(when, number(0), &bytes(arg(1))[..call.result as usize], number(3) as u64),
            "lseek" => drop(self.open.get_mut(&number(0)).map(|open| open.position = call.result as u64)),
            "ftruncate" => {
                if let Some(node) = self.open.get(&number(0)).map(|open| open.node) {
                    self.length(when, node, number(1) as u64);
                }
            }
            "fsync" | "fdatasync" => {
                if let Some(open) = self.open.get(&number(0)) {
                    self.recording.nodes[open.node].syncs.push(when);
                }
            }
            "mkdir" => self.given(when, "AT_FDCWD", &path(arg(0)), true),
            "mkdirat" => self.given(when, arg(0), &path(arg(1)), true),
            "unlink" | "rmdir" => self.gone(when, "AT_FDCWD", &path(arg(0))),
            "unlinkat" => self.gone(when, arg(0), &path(arg(1))),
            "rename" => self.renamed(when, &path(arg(0)), &path(arg(1))),
            "renameat" | "renameat2" => self.renamed(when, &path(arg(1)), &path(arg(3))),
            other => panic!("{other} is not understood"),
        }
    }

    /// The folder in which a path lies, and its name there; `None` outside of the recorded folder.
    fn place(&self, base: &str, path: &str) -> Option<(usize, String)> {
        let (mut node, inside) = match base.parse::<i64>() {
            Ok(base) if !path.starts_with('/') => (self.open.get(&base)?.node, path),
            _ => (0, path.strip_prefix(&self.root)?),
        };
        let mut parts: Vec<&str> = inside.split('/').filter(|part| !part.is_empty()).collect();
        let name = parts.pop()?.to_owned();
        for part in parts {
            node = *self.recording.nodes[node].now.get(part)?;
        }
        Some((node, name))
    }

    fn found(&self, base: &str, path: &str) -> Option<usize> {
        if path.trim_end_matches('/') == self.root.trim_end_matches('/') {
            return Some(0);
        }
        let (folder, name) = self.place(base, path)?;
        self.recording.nodes[folder].now.get(&name).copied()
    }

    fn opened(&mut self, when: When, base: &str, path: &str, flags: &str, handle: i64) {
        if self.found(base, path).is_none() && flags.contains("O_CREAT") {
            self.given(when, base, path, false);
        }
        self.open.remove(&handle);
        let Some(node) = self.found(base, path) else { return };
        if flags.contains("O_TRUNC") && self.recording.nodes[node].length > 0 {
            self.length(when, node, 0);
        }
        self.open.insert(handle, Open { node, position: 0, appends: flags.contains("O_APPEND") });
    }

    fn given(&mut self, when: When, base: &str, path: &str, folder: bool) {
        let Some((parent, name)) = self.place(base, path) else { return };
        self.recording.nodes.push(Node { folder, ..Node::default() });
        self.name(when, parent, Name::Given(name, self.recording.nodes.len() - 1));
    }

    fn gone(&mut self, when: When, base: &str, path: &str) {
        if let Some((parent, name)) = self.place(base, path) {
            self.name(when, parent, Name::Gone(name));
        }
    }

    fn renamed(&mut self, when: When, from: &str, to: &str) {
        let Some(((parent, from), (other, to))) = self.place("AT_FDCWD", from).zip(self.place("AT_FDCWD", to)) else {
            return;
        };
        assert_eq!(parent, other, "renamed into another folder");
        self.name(when, parent, Name::Changed(from, to));
    }

    fn name(&mut self, when: When, folder: usize, name: Name) {
        let node = &mut self.recording.nodes[folder];
        apply(&mut node.now, &name);
        node.names.push((when, name));
    }

    fn wrote(&mut self, when: When, handle: i64, bytes: &[u8], count: i64) {
        let Some(open) = self.open.get_mut(&handle) else { return };
        let length = self.recording.nodes[open.node].length;
        let at = if open.appends { length } else { open.position };
        open.position = at + count as u64;
        self.wrote_at(when, handle, &bytes[..count as usize], at);
    }

    fn wrote_at(&mut self, when: When, handle: i64, bytes: &[u8], at: u64) {
        let Some(open) = self.open.get(&handle) else { return };
        let node = &mut self.recording.nodes[open.node];
        node.length = node.length.max(at + bytes.len() as u64);
        node.writes.push((when, Wrote::Bytes(at, bytes.to_vec())));
    }

    fn length(&mut self, when: When, node: usize, length: u64) {
        self.recording.nodes[node].length = length;
        self.recording.nodes[node].writes.push((when, Wrote::Length(length)));
    }
}

/// Without a cut the recording gives the files as the process left them.
pub fn assert_same(made: &Path, real: &Path) {
    let mut same = 0;
    for path in super::files(real) {
        let inside = path.strip_prefix(real).unwrap();
        if path.is_file() {
            let (a, b) = (File::open(&path).unwrap(), File::open(made.join(inside)).unwrap());
            let length = a.metadata().unwrap().len();
            assert_eq!(b.metadata().unwrap().len(), length, "{}", inside.display());
            let (mut left, mut right) = (vec![0; length as usize], vec![0; length as usize]);
            a.read_exact_at(&mut left, 0).unwrap();
            b.read_exact_at(&mut right, 0).unwrap();
            assert!(left == right, "{} differs", inside.display());
            same += 1;
        }
    }
    assert!(same > 5);
}
