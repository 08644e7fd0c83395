//! Which file of the program names which, from its source text. A file and the folder that it opens don't count: a
//! module declares what is in it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

type Name = Vec<String>;
pub type Graph = BTreeMap<Name, BTreeSet<Name>>;

pub fn graph() -> Graph {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files: BTreeMap<Name, String> = BTreeMap::new();
    read(&root, &root, &mut files);
    let known: BTreeSet<Name> = files.keys().cloned().collect();
    let named = |name: &Name, text: &str| -> BTreeSet<Name> {
        let reached = paths(text).into_iter().filter_map(|path| resolve(name, &path, &known));
        reached.filter(|other| !other.starts_with(name) && !name.starts_with(other)).collect()
    };
    files.iter().map(|(name, text)| (name.clone(), named(name, text))).collect()
}

/// Files that reach each other, each circle once, sorted.
pub fn circles(graph: &Graph) -> Vec<Vec<String>> {
    let reach = |from: &Name| -> BTreeSet<Name> {
        let (mut found, mut waiting) = (BTreeSet::new(), vec![from.clone()]);
        while let Some(next) = waiting.pop() {
            let further = graph.get(&next).into_iter().flatten().filter(|name| found.insert((*name).clone()));
            waiting.extend(further.cloned().collect::<Vec<_>>());
        }
        found
    };
    let reached: BTreeMap<&Name, BTreeSet<Name>> = graph.keys().map(|name| (name, reach(name))).collect();
    let mut circles: BTreeSet<Vec<String>> = BTreeSet::new();
    for (name, others) in &reached {
        let back = |other: &&Name| reached.get(*other).is_some_and(|its| its.contains(*name));
        let circle: Vec<String> = others.iter().filter(back).map(|name| name.join("::")).collect();
        if circle.len() > 1 {
            circles.insert(circle);
        }
    }
    circles.into_iter().collect()
}

fn read(root: &Path, folder: &Path, files: &mut BTreeMap<Name, String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path: PathBuf = entry.unwrap().path();
        if path.is_dir() {
            read(root, &path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let inside = path.strip_prefix(root).unwrap().with_extension("");
            let mut name: Name = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
            if name.last().is_some_and(|last| last == "mod") {
                name.pop();
            }
            if !matches!(name.last().map(String::as_str), Some("lib" | "main" | "tests") | None) {
                files.insert(name, program(&std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
}

/// Without comments and without what is only for tests.
fn program(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// Every path that begins with `crate`, `super` or `self`, those of `use` with their braces opened.
fn paths(text: &str) -> Vec<Name> {
    let mut found = Vec::new();
    for start in ["crate::", "super::", "self::"] {
        for (at, _) in text.match_indices(start) {
            let inside = text[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':');
            if !inside {
                open(&text[at..], &mut Vec::new(), &mut found);
            }
        }
    }
    found
}

/// Reads one path, or the group of paths that a brace opens; gives what follows it.
fn open<'t>(text: &'t str, before: &mut Name, found: &mut Vec<Name>) -> &'t str {
    let (mut path, mut rest) = (before.clone(), text.trim_start());
    loop {
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        if end > 0 {
            path.push(rest[..end].to_owned());
        }
        rest = rest[end..].trim_start();
        let Some(further) = rest.strip_prefix("::") else { break };
        rest = further.trim_start();
        if let Some(mut group) = rest.strip_prefix('{') {
            loop {
                group = open(group, &mut path, found).trim_start();
                // An `as` and its name.
                let next = group.find([',', '}']).unwrap_or(group.len());
                let (comma, after) = (group[next..].starts_with(','), group.get(next + 1..).unwrap_or_default());
                group = after;
                if !comma || group.trim_start().starts_with('}') {
                    return if comma { group.trim_start().trim_start_matches('}') } else { group };
                }
            }
        }
    }
    found.push(path);
    rest
}

/// The file that a path leads to, from a file.
fn resolve(from: &Name, path: &Name, known: &BTreeSet<Name>) -> Option<Name> {
    let mut whole: Name = match path.first()?.as_str() {
        "crate" => vec![],
        _ => from.clone(),
    };
    let mut parts = path.iter().skip_while(|part| *part == "crate" || *part == "self").peekable();
    while parts.next_if(|part| *part == "super").is_some() {
        whole.pop();
    }
    whole.extend(parts.cloned());
    (1..=whole.len()).rev().map(|count| whole[..count].to_vec()).find(|name| known.contains(name))
}
