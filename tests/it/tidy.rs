//! The rules that keep the source readable and its layers apart, as tests on the text of the source.

use super::imports;
use super::source::{SourceFile, Token, program};
use std::path::{Path, PathBuf};

/// The layers, each with those it may name.
const LAYERS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("i18n", &["domain"]),
    ("store", &["domain"]),
    ("reports", &["domain", "i18n"]),
    ("help", &["domain", "i18n", "reports"]),
    ("interchange", &["domain", "i18n"]),
    ("papers", &["domain", "i18n", "reports"]),
    ("config", &["domain", "i18n", "papers"]),
    ("demo", &["domain"]),
    ("desk", &["domain", "help", "i18n", "reports"]),
    ("ui", &["desk", "domain", "i18n", "reports"]),
    ("screens", &["desk", "domain", "help", "i18n", "reports", "ui"]),
    ("app", &["desk", "domain", "i18n", "reports", "screens", "ui"]),
    ("runtime", &["app", "desk", "domain", "i18n", "screens", "store"]),
    (
        "cli",
        &[
            "app",
            "config",
            "demo",
            "desk",
            "domain",
            "help",
            "i18n",
            "interchange",
            "papers",
            "reports",
            "runtime",
            "screens",
            "store",
            "ui",
        ],
    ),
];

/// Layers that only compute: what they need to know is told to them.
const PURE: &[&str] = &["domain", "demo", "desk", "screens", "app", "ui", "reports", "papers", "help", "i18n"];

/// The most lines of a file that need no reason: one subject has room, and a second one shows.
const LONGEST_FILE: usize = 800;

/// Longer than that, and why.
const LONG_FILES: &[(&str, &str)] = &[];

/// Longer than 60 lines, and why.
const LONG_FUNCTIONS: &[(&str, &str)] = &[
    ("two_years", "one story of two years, told day by day"),
    ("of_the_office", "one record of each kind, field by field"),
    ("of_development", "one record of each kind, field by field"),
    ("of_evaluations", "one record of each kind, field by field"),
    ("of_every_kind", "one record of each kind, as the journal writes it"),
    ("Purpose::id", "a table: the name of each form"),
    ("Form::new", "a table: the fields of each form"),
    ("Form::intent", "a table: what each form asks of the domain"),
    ("match_people", "every way in which a row can mean somebody, in the order in which they are tried"),
    ("said", "a table: one arm a kind of entry"),
    ("FieldName::id", "a table: the label of each field"),
    ("RuleSet::default", "a table: every number of the built-in rules"),
];

fn layer(path: &str) -> &str {
    let rest = path.trim_start_matches("src/");
    rest.split(['/', '.']).next().unwrap_or_default()
}

/// Every `from::name` in the file, as `name`.
fn named<'f>(file: &'f SourceFile, from: &str) -> Vec<&'f str> {
    let word = |token: &'f Token| if let Token::Word(word) = token { Some(word.as_str()) } else { None };
    let colon = |token: &Token| *token == Token::Sign(':');
    let paths = file.tokens.windows(4).filter(|t| word(&t[0]) == Some(from) && colon(&t[1]) && colon(&t[2]));
    paths.filter_map(|t| word(&t[3])).collect()
}

fn words(file: &SourceFile) -> impl Iterator<Item = &str> {
    file.tokens.iter().filter_map(|token| if let Token::Word(word) = token { Some(word.as_str()) } else { None })
}

/// Every file with a text, from the root of the project.
fn texts(folders: &[&str]) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut waiting: Vec<PathBuf> = folders.iter().map(|folder| root.join(folder)).collect();
    let mut found = Vec::new();
    while let Some(path) = waiting.pop() {
        // What fuzzing has built and found is none of the source.
        if ["target", "corpus", "artifacts"].iter().any(|left| path.ends_with(left)) {
            continue;
        }
        if path.is_dir() {
            waiting.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            found.push((name, text));
        }
    }
    found.sort();
    found
}

#[track_caller]
fn none(found: Vec<String>) {
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn layers_name_only_what_lies_below_them() {
    let mut wrong = Vec::new();
    for file in program() {
        let own = layer(&file.path);
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == own) else { continue };
        let known = |name: &&str| LAYERS.iter().any(|(layer, _)| layer == name);
        let mut uses = named(&file, "crate");
        if file.path == format!("src/{own}/mod.rs") || file.path == format!("src/{own}.rs") {
            uses.extend(named(&file, "super"));
        }
        let uses = uses.into_iter().filter(known).filter(|name| *name != own && !allowed.contains(name));
        wrong.extend(uses.map(|name| format!("{} names {name}", file.path)));
    }
    none(wrong);
}

#[test]
fn every_layer_is_known() {
    let mut new: Vec<String> = program().iter().map(|file| layer(&file.path).to_owned()).collect();
    new.retain(|name| !["lib", "main"].contains(&name.as_str()) && !LAYERS.iter().any(|(layer, _)| layer == name));
    none(new);
}

#[test]
fn pure_layers_do_no_io_and_read_no_clock() {
    let mut wrong = Vec::new();
    for file in program().iter().filter(|file| PURE.contains(&layer(&file.path))) {
        let outside = ["fs", "env", "net", "process", "thread", "os"];
        wrong.extend(named(file, "std").iter().filter(|n| outside.contains(n)).map(|n| format!("{}: std::{n}", file.path)));
        for clock in ["Timestamp", "Zoned"] {
            wrong.extend(named(file, clock).iter().filter(|n| **n == "now").map(|_| format!("{}: {clock}::now", file.path)));
        }
        let clocks = words(file).filter(|w| ["SystemTime", "Instant"].contains(w));
        wrong.extend(clocks.map(|w| format!("{}: {w}", file.path)));
    }
    none(wrong);
}

#[test]
fn each_outside_library_has_its_place() {
    let mut wrong = Vec::new();
    for file in program() {
        let path = file.path.as_str();
        let drawing = ["ui", "runtime"].contains(&layer(path))
            || path == "src/cli/screens.rs"
            || path == "src/app/frame.rs"
            || path.contains("/draw");
        for word in words(&file) {
            let fine = match word {
                "bincode" => path == "src/store/view/codec.rs",
                "ratatui" | "crossterm" => drawing,
                "clap" => layer(path) == "cli" || path == "src/main.rs",
                "fluent_bundle" => layer(path) == "i18n",
                "calamine" | "zip" => path.starts_with("src/interchange/"),
                _ => true,
            };
            if !fine && (word != "zip" || !named(&file, "zip").is_empty()) {
                wrong.push(format!("{path} names {word}"));
            }
        }
        // The store has a module of that name, which is what its neighbours mean.
        let types = ["Db", "Tree", "Config", "Batch", "IVec", "Error", "open"];
        if path != "src/store/view/sled.rs" && named(&file, "sled").iter().any(|name| types.contains(name)) {
            wrong.push(format!("{path} names sled"));
        }
    }
    wrong.dedup();
    none(wrong);
}

#[test]
fn only_the_output_prints() {
    let allowed = ["src/cli/output.rs", "src/interchange/xlsx/child.rs"];
    let macros = ["println", "eprintln", "print", "eprint", "dbg"];
    let mut wrong = Vec::new();
    for file in program().iter().filter(|file| !allowed.contains(&file.path.as_str())) {
        for pair in file.tokens.windows(2) {
            if let [Token::Word(word), Token::Sign('!')] = pair
                && macros.contains(&word.as_str())
            {
                wrong.push(format!("{}: {word}!", file.path));
            }
        }
    }
    none(wrong);
}

#[test]
fn nothing_is_unwrapped_and_nothing_is_unsafe() {
    let mut wrong = Vec::new();
    for file in program() {
        for three in file.tokens.windows(3) {
            if let [Token::Sign('.'), Token::Word(word), Token::Sign('(')] = three
                && ["unwrap", "expect", "unwrap_err", "expect_err"].contains(&word.as_str())
            {
                wrong.push(format!("{}: .{word}()", file.path));
            }
        }
        wrong.extend(words(&file).filter(|w| *w == "unsafe").map(|_| format!("{}: unsafe", file.path)));
    }
    none(wrong);
}

#[test]
fn every_module_says_what_it_is_for() {
    let silent = texts(&["src", "tests"]).into_iter().filter(|(path, text)| {
        let first = text.lines().find(|line| !line.trim().is_empty() && !line.starts_with("#!")).unwrap_or_default();
        path.ends_with(".rs") && !first.starts_with("//! ") && path != "src/main.rs"
    });
    none(silent.map(|(path, _)| path).collect());
}

#[test]
fn files_are_short_or_say_why_not() {
    let long: Vec<String> = texts(&["src", "tests"])
        .into_iter()
        .filter(|(path, text)| path.ends_with(".rs") && text.lines().count() > LONGEST_FILE)
        .map(|(path, _)| path)
        .collect();
    let unsaid = long.iter().filter(|path| !LONG_FILES.iter().any(|(known, _)| known == path));
    none(unsaid.map(|path| format!("{path} is longer than {LONGEST_FILE} lines")).collect());
    let stale = LONG_FILES.iter().filter(|(known, _)| !long.iter().any(|path| path == known));
    none(stale.map(|(path, _)| format!("{path} is short now: take it off the list")).collect());
}

/// Functions of formatted source with their lines; those of an `impl` with its type before them.
fn functions(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let indent = |line: &str| line.len() - line.trim_start().len();
    let mut found = Vec::new();
    let mut of = String::new();
    for (at, line) in lines.iter().enumerate() {
        if indent(line) == 0 && line.starts_with("impl") && line.ends_with('{') {
            let named = line.trim_end_matches(" {").rsplit(' ').next().unwrap_or_default();
            of = named.split('<').next().unwrap_or_default().to_owned();
        }
        let Some((before, after)) = line.split_once("fn ") else { continue };
        let heads = ["", "pub ", "pub(super) ", "pub(crate) ", "const ", "pub const "];
        // A method that a trait only names ends with its line.
        if !heads.contains(&before.trim_start()) || line.ends_with(';') {
            continue;
        }
        let name = after.split(['(', '<']).next().unwrap_or_default();
        let closing = format!("{}}}", &line[..indent(line)]);
        let length = lines[at..].iter().position(|l| *l == closing).map_or(1, |n| n + 1);
        let name = if indent(line) > 0 { format!("{of}::{name}") } else { name.to_owned() };
        found.push((name, length));
    }
    found
}

#[test]
fn functions_are_short_or_say_why_not() {
    let mut long: Vec<(String, String, usize)> = Vec::new();
    for (path, text) in texts(&["src", "tests"]).into_iter().filter(|(path, _)| path.ends_with(".rs")) {
        long.extend(functions(&text).into_iter().filter(|(_, n)| *n > 60).map(|(name, n)| (path.clone(), name, n)));
    }
    let unsaid = long.iter().filter(|(_, name, _)| !LONG_FUNCTIONS.iter().any(|(known, _)| known == name));
    none(unsaid.map(|(path, name, lines)| format!("{path}: {name} has {lines} lines")).collect());
    let stale = LONG_FUNCTIONS.iter().filter(|(known, _)| !long.iter().any(|(_, name, _)| name == known));
    none(stale.map(|(name, _)| format!("{name} is short now: take it off the list")).collect());
}

#[test]
fn nothing_is_left_for_later_and_no_machine_is_named() {
    // Put together here, so that this file is not among the finds.
    let marks = [["TO", "DO"], ["FIX", "ME"], ["XX", "X"], ["HA", "CK"], ["todo", "!("], ["unimplemented", "!("]];
    let places = [["/ho", "me/"], ["/Us", "ers/"], ["/wo", "rk/"], ["/ro", "ot/"], ["C:", "\\Users"]];
    let mut wrong = Vec::new();
    for (path, text) in texts(&["src", "tests", "Cargo.toml", ".rustfmt.toml"]) {
        for (n, line) in text.lines().enumerate() {
            let word = |mark: &[&str; 2]| {
                let mark = mark.concat();
                let alone = |at: usize| !line[..at].ends_with(char::is_alphanumeric);
                line.find(&mark).is_some_and(|at| alone(at) && !line[at + mark.len()..].starts_with(char::is_alphanumeric))
            };
            if marks.iter().any(word) || places.iter().any(|place| line.contains(&place.concat())) {
                wrong.push(format!("{path}:{}: {}", n + 1, line.trim()));
            }
        }
    }
    none(wrong);
}

#[test]
fn the_store_is_built_on_the_versions_that_were_tried() {
    let lock = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).unwrap();
    for (name, version) in [("sled", "0.34.7"), ("bincode", "1.3.3")] {
        let entries: Vec<&str> =
            lock.split("[[package]]").filter(|p| p.contains(&format!("\nname = \"{name}\"\n"))).collect();
        assert_eq!(entries.len(), 1, "{name}");
        assert!(entries[0].contains(&format!("version = \"{version}\"")), "{name}: {}", entries[0]);
    }
}

/// Files that name each other, and why that is no knot: each list is one subject that is told in several files.
const CIRCLES: &[(&str, &str)] = &[
    (
        "domain::competency::catalogue",
        "what an office knows of competencies and of development stands side by side in its catalogue",
    ),
    ("runtime::glyph", "a painter, its pen and a glyph are one instrument"),
    ("demo::goals", "one life that is told in several files"),
    ("store::care::backups", "what is unfinished of a backup is finished by it"),
];

#[test]
fn no_circle_of_files_that_name_each_other_is_unknown() {
    let graph = imports::graph();
    let known = |circle: &Vec<String>| CIRCLES.iter().any(|(one, _)| circle.iter().any(|file| file == one));
    let circles = imports::circles(&graph);
    none(circles.iter().filter(|circle| !known(circle)).map(|circle| circle.join(", ")).collect());
    let stale = CIRCLES.iter().filter(|(one, _)| !circles.iter().any(|circle| circle.iter().any(|file| file == one)));
    none(stale.map(|(one, _)| format!("{one} is in no circle: take it off the list")).collect());
}
