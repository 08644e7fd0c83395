//! What users read: the pages of the help, README and its twin, the help of each command and the manual page. The
//! generated parts are as the program is, nothing is named that does not exist, and both languages say the same.

use super::cli::{Run, User};
use super::support::pages::{LANGS, compare};
use super::support::pty::Terminal;
use bina::cli::args::Cli;
use bina::cli::{Kind, help};
use bina::desk::command::COMMANDS;
use bina::help::{TOPICS, page};
use bina::i18n::{Lang, Words};
use clap::error::ErrorKind;
use clap::{Command, CommandFactory};
use portable_pty::CommandBuilder;
use std::collections::BTreeSet;
use std::path::Path;

const README: [&str; 2] = ["BACASAYA.md", "README.md"];

/// Keys that are values where competencies are rated.
const VALUES: &[&str] = &["1", "2", "3", "4", "5", "0"];

/// Options of other programs.
const FOREIGN: &[&str] = &["--nice"];

fn text(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// README and every page, in both languages, with where it stands.
fn everything() -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = README.iter().map(|path| ((*path).to_owned(), text(path))).collect();
    for topic in TOPICS {
        let paths = LANGS.map(|lang| format!("src/help/{}/{}.md", lang.code(), topic.id));
        all.extend(paths.map(|path| (path.clone(), text(&path))));
    }
    all
}

/// Pieces of code: lines of blocks, and what stands between backticks in a line.
fn code(page: &str) -> (Vec<&str>, Vec<&str>) {
    let (mut lines, mut spans, mut inside) = (vec![], vec![], false);
    for line in page.lines() {
        if line.starts_with("```") {
            inside = !inside;
        } else if inside {
            lines.push(line.trim_start_matches("$ "));
        } else {
            spans.extend(line.split('`').skip(1).step_by(2));
        }
    }
    (lines, spans)
}

/// Words of a command line as a shell splits them; only double quotes are known.
fn shell_words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted, mut begun) = (vec![], String::new(), false, false);
    for c in line.chars() {
        match c {
            '"' => (quoted, begun) = (!quoted, true),
            ' ' if !quoted => {
                if begun {
                    words.push(std::mem::take(&mut word));
                }
                begun = false;
            }
            c => {
                word.push(c);
                begun = true;
            }
        }
    }
    words.extend(begun.then_some(word));
    words
}

/// The part of a line that is typed to bina.
fn typed(line: &str) -> &str {
    [" # ", " | ", " > "].iter().fold(line, |line, end| line.split(end).next().unwrap_or(line)).trim()
}

/// Why bina would not understand a line in which words in capitals stand for something.
fn misunderstood(line: &str) -> Option<String> {
    let mut words = shell_words(typed(line));
    // What may be left out.
    words.retain(|word| !word.starts_with('['));
    if let [_, help, name] = words.as_slice()
        && help == "help"
        && name.chars().any(char::is_lowercase)
    {
        let known = page(name, Lang::Id).is_some() || Cli::command().find_subcommand(name).is_some();
        return (!known).then(|| format!("no topic {name}"));
    }
    let error = Cli::command().try_get_matches_from(&words).err()?;
    let capitals = |word: &str| word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase());
    let stands_for = words.iter().any(|word| word.starts_with('<') || capitals(word));
    match error.kind() {
        ErrorKind::MissingRequiredArgument | ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => None,
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if stands_for => None,
        _ => Some(error.to_string().lines().next().unwrap_or_default().to_owned()),
    }
}

#[track_caller]
fn none(found: Vec<String>) {
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn no_page_names_a_command_line_that_is_not_understood() {
    let mut wrong = Vec::new();
    for (path, page) in everything() {
        let (lines, spans) = code(&page);
        let typed = lines.into_iter().chain(spans).filter(|code| *code == "bina" || code.starts_with("bina "));
        wrong.extend(typed.filter_map(|line| Some(format!("{path}: {line}: {}", misunderstood(line)?))));
    }
    none(wrong);
}

#[test]
fn no_page_names_an_option_a_key_or_a_command_of_the_screens_that_does_not_exist() {
    let root = Cli::command();
    let commands = std::iter::once(&root).chain(root.get_subcommands());
    let mut options: BTreeSet<String> =
        commands.flat_map(Command::get_arguments).filter_map(|arg| Some(format!("--{}", arg.get_long()?))).collect();
    options.extend(["--help", "--version"].iter().chain(FOREIGN).map(|option| (*option).to_owned()));
    let keys: BTreeSet<&str> = COMMANDS
        .iter()
        .flat_map(|spec| spec.keys)
        .chain(VALUES)
        .copied()
        .chain(COMMANDS.iter().filter_map(|spec| spec.command.letter()))
        .collect();
    let files = ["toml", "json", "jsonl", "bin", "csv", "md"];
    let mut wrong = Vec::new();
    for (path, page) in everything() {
        for span in code(&page).1 {
            let one = span.chars().count() == 1 && span.chars().all(|c| c.is_ascii_alphanumeric());
            let held = span.to_lowercase().starts_with("ctrl-");
            let key = if held { span.to_lowercase() } else { span.to_owned() };
            let id = span.split_once('.').filter(|(object, verb)| {
                let word = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c == '_');
                word(object) && word(verb) && !files.contains(verb)
            });
            let unknown = (span.starts_with("--") && !options.contains(span.split([' ', '=']).next().unwrap_or(span)))
                || ((one || held) && !keys.contains(key.as_str()))
                || (id.is_some() && COMMANDS.iter().all(|spec| spec.id != span));
            wrong.extend(unknown.then(|| format!("{path}: {span}")));
        }
    }
    none(wrong);
}

#[test]
fn the_example_of_every_command_is_understood_and_is_its_own() {
    for words in LANGS.map(Words::new) {
        let root = Cli::command();
        for name in root.get_subcommands().map(Command::get_name).chain(["bina"]) {
            let said = words.say(&format!("example-{name}"));
            let own = if name == "bina" { "bina ".to_owned() } else { format!("bina {name}") };
            assert!(said.lines().all(|line| line.starts_with(&own)), "{name}: {said}");
            for line in said.lines() {
                let outcome = Cli::command().try_get_matches_from(shell_words(typed(line)));
                assert!(outcome.is_ok(), "{line}: {:?}", outcome.err().map(|error| error.to_string()));
                assert!(line.chars().count() <= 76, "{line} is wider than a terminal");
            }
        }
    }
}

#[test]
fn nothing_in_the_indonesian_help_is_english() {
    let mut command = help::command(&Words::new(Lang::Id));
    command.build();
    let mut pages = vec![command.render_help().to_string()];
    pages.extend(command.get_subcommands_mut().map(|below| below.render_help().to_string()));
    let user = User::new();
    pages.push(user.run(&["man"]).out);
    for page in pages {
        for word in ["OPTIONS", "<NAME>", "FILE", "DATE", "default", "possible values", "env:", "Usage", "Options", "Print"]
        {
            assert!(!page.contains(word), "{word}: {page}");
        }
        assert!(page.contains("Contoh") || page.contains("CONTOH"), "{page}");
    }
}

#[test]
fn the_manual_page_has_examples_files_environment_and_exit_codes() {
    let user = User::new();
    for (lang, sections) in [
        ("id", ["NAMA", "RINGKASAN", "CONTOH", "BERKAS", "LINGKUNGAN", "KODE KELUAR"]),
        ("en", ["NAME", "SYNOPSIS", "EXAMPLES", "FILES", "ENVIRONMENT", "EXIT CODES"]),
    ] {
        let page = user.run(&["--lang", lang, "man"]).out;
        for section in sections {
            assert!(
                page.lines().any(|line| line == format!(".SH {section}") || line == format!(".SH \"{section}\"")),
                "{section}"
            );
        }
        for name in ["BINA_STORE", "PAGER", "config.toml"] {
            assert!(page.replace('\\', "").contains(name), "{name}");
        }
        for kind in Kind::ALL {
            assert!(page.contains(&Words::new(lang.parse().unwrap()).say(kind.meaning())[..20]), "{kind:?}");
        }
    }
}

#[test]
fn the_list_of_commands_and_of_exit_codes_is_as_the_program_has_it() {
    for words in LANGS.map(Words::new) {
        let lang = words.lang();
        let indonesian = lang == Lang::Id;
        let mut command = help::command(&words);
        command.build();
        let head = if indonesian { "| perintah | gunanya |" } else { "| command | what it does |" };
        let mut made = String::new();
        for (group, names) in help::GROUPS {
            made.push_str(&format!("### {}\n\n{head}\n| --- | --- |\n", words.say(group)));
            for below in names.iter().filter_map(|name| command.find_subcommand(name)) {
                let usage = below.clone().render_usage().to_string();
                let usage = usage.split_once(' ').unwrap().1.trim().replace('|', "\\|");
                made.push_str(&format!("| `{usage}` | {} |\n", below.get_about().unwrap()));
                let own = below
                    .get_arguments()
                    .filter(|arg| !arg.is_positional() && !arg.is_global_set() && arg.get_id() != "help");
                for arg in own {
                    let name = arg.to_string().replace('|', "\\|");
                    made.push_str(&format!("| · `{name}` | {} |\n", arg.get_help().unwrap()));
                }
            }
            made.push('\n');
        }
        compare("shell", "commands", lang, &made);
        let head = if indonesian { "| kode keluar | artinya |" } else { "| exit code | meaning |" };
        let row = |kind: Kind| format!("| {} | {} |\n", kind.exit_code(), words.say(kind.meaning()));
        let made = format!("{head}\n| --- | --- |\n{}", Kind::ALL.map(row).concat());
        compare("shell", "exit codes", lang, &made);
    }
}

/// What `bina keys` prints, as headings and rows of key, command and words.
fn printed_keys(user: &User, lang: Lang) -> Vec<(String, Vec<[String; 3]>)> {
    let mut sections: Vec<(String, Vec<[String; 3]>)> = Vec::new();
    let mut titled = false;
    for line in user.run(&["--lang", lang.code(), "keys"]).out.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let id = words.iter().position(|word| COMMANDS.iter().any(|spec| spec.id == *word));
        match (line.starts_with("  "), id) {
            (true, Some(at)) => {
                let row = [words[..at].join(" "), words[at].to_owned(), words[at + 1..].join(" ")];
                sections.last_mut().unwrap().1.push(row);
            }
            (true, None) => {
                let words_so_far = &mut sections.last_mut().unwrap().1.last_mut().unwrap()[2];
                *words_so_far = format!("{words_so_far} {}", line.trim());
            }
            (false, _) if line.is_empty() => {}
            (false, _) if titled => {
                let title = &mut sections.last_mut().unwrap().0;
                *title = format!("{title} {line}");
            }
            (false, _) => sections.push((line.to_owned(), vec![])),
        }
        titled = !line.is_empty() && !line.starts_with("  ");
    }
    sections
}

#[test]
fn every_command_of_the_screens_is_printed_with_its_keys() {
    let user = User::new();
    for lang in LANGS {
        let sections = printed_keys(&user, lang);
        let printed: BTreeSet<&str> = sections.iter().flat_map(|(_, rows)| rows).map(|row| row[1].as_str()).collect();
        let json: Vec<serde_json::Value> = serde_json::from_str(&user.run(&["keys", "--json"]).out).unwrap();
        assert_eq!(printed.len(), json.len());
        assert_eq!(json.len(), COMMANDS.len());
        // Each stands under every place in which it works, alone or together with others.
        let words = Words::new(lang);
        for spec in COMMANDS {
            for place in spec.places {
                let name = words.say(&format!("place-{}", place.id()));
                let here = sections.iter().filter(|(title, _)| {
                    *title == words.say("keys-everywhere") || title.split(", ").any(|place| place == name)
                });
                assert!(here.flat_map(|(_, rows)| rows).any(|row| row[1] == spec.id), "{} in {name}", spec.id);
            }
        }
        let head = if lang == Lang::Id { "| tombol | perintah | gunanya |" } else { "| key | command | what it does |" };
        let key = |keys: &str| keys.split(' ').map(|key| format!("`{key}`")).collect::<Vec<_>>().join(" ");
        let mut made = String::new();
        for (title, rows) in sections {
            made.push_str(&format!("### {title}\n\n{head}\n| --- | --- | --- |\n"));
            for [keys, id, about] in rows {
                made.push_str(&format!("| {} | `{id}` | {about} |\n", key(&keys)));
            }
            made.push('\n');
        }
        compare("keys", "keys", lang, &made);
    }
}

#[test]
fn a_command_without_a_key_is_printed_all_the_same() {
    let user = User::new();
    user.configure("[keys]\n\"session.start\" = []\n");
    let run = user.run(&["keys"]);
    assert!(run.out.lines().any(|line| line.contains("session.start") && line.trim_start().starts_with('–')), "{}", run.out);
}

/// What a page is built of: headings, code blocks, rows of tables and entries of lists.
fn parts(page: &str) -> Vec<(&'static str, usize)> {
    let count = |start: &str| page.lines().filter(|line| line.starts_with(start)).count();
    vec![
        ("titles", count("# ")),
        ("headings", count("## ")),
        ("smaller headings", count("### ")),
        ("code", count("```")),
        ("rows", count("|")),
        ("entries", count("- ")),
        ("pictures", count("![")),
    ]
}

#[test]
fn what_is_not_filled_fits_a_terminal_of_eighty_columns() {
    // Whoever measures works at a wide one.
    for topic in TOPICS.iter().filter(|topic| topic.id != "performance") {
        for lang in LANGS {
            let page = topic.page(lang);
            let wide = bina::help::lines(page, 80).into_iter().find(|(_, line)| line.chars().count() > 80);
            assert_eq!(wide, None, "{} in {}", topic.id, lang.code());
        }
    }
}

#[test]
fn both_languages_have_the_same_parts() {
    for topic in TOPICS {
        let [id, en] = LANGS.map(|lang| topic.page(lang));
        assert_eq!(parts(id), parts(en), "{}", topic.id);
        assert!(id.starts_with("# ") && en.starts_with("# ") && id != en, "{}", topic.id);
        let commands = |page: &str| -> Vec<String> {
            let (lines, _) = code(page);
            let typed = lines.iter().filter(|line| line.starts_with("bina ")).map(|line| shell_words(typed(line)));
            typed.map(|words| words[..words.len().min(2)].join(" ")).collect()
        };
        assert_eq!(commands(id).len(), commands(en).len(), "{}", topic.id);
    }
    let figures = |lang: Lang| {
        let page = page("performance", lang).unwrap().to_owned();
        let rows = page.lines().filter(|line| line.starts_with('|')).map(|line| line.replace([',', '.'], " "));
        let numbers = rows.flat_map(|row| row.split(|c: char| !c.is_ascii_digit()).map(str::to_owned).collect::<Vec<_>>());
        numbers.filter(|number| !number.is_empty()).collect::<Vec<_>>()
    };
    assert_eq!(figures(Lang::Id), figures(Lang::En), "the figures of the two pages");
}

#[test]
fn readme_and_its_twin_are_short_say_the_same_and_lead_to_every_page() {
    let [id, en] = README.map(text);
    assert_eq!(parts(&id), parts(&en));
    for (path, page) in README.iter().zip([&id, &en]) {
        assert!(page.lines().count() <= 180, "{path} has {} lines", page.lines().count());
        let links = page.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        let missing: Vec<&str> = links
            .filter(|link| !link.starts_with("http"))
            .filter(|link| !Path::new(env!("CARGO_MANIFEST_DIR")).join(link).exists())
            .collect();
        assert!(missing.is_empty(), "{path}: {missing:?}");
    }
    for topic in TOPICS {
        for (lang, page) in LANGS.iter().zip([&id, &en]) {
            let link = format!("[{}](src/help/{}/{}.md)", topic.name(*lang), lang.code(), topic.id);
            assert!(page.contains(&link), "{link}");
        }
    }
}

#[test]
fn help_lists_topics_and_shows_one_by_its_name_in_either_language() {
    let user = User::new();
    user.configure("this is no toml");
    let list = user.run(&["--lang", "id", "help"]);
    assert_eq!((list.code, list.err.as_str()), (0, ""));
    let listed = list.out.split_whitespace().collect::<Vec<_>>().join(" ");
    for topic in TOPICS {
        assert!(listed.contains(&format!("{} {}", topic.name(Lang::Id), topic.title(Lang::Id))), "{listed}");
        let shown = user.run(&["--lang", "en", "help", topic.name(Lang::Id)]);
        assert_eq!(shown.code, 0, "{}", shown.err);
        assert_eq!(shown.out.lines().next(), Some(topic.title(Lang::En)));
        let marks = shown.out.lines().find(|line| line.contains("<!--") || line.contains("**"));
        assert_eq!(marks, None);
    }
    assert!(user.run(&["help", "restore"]).out.contains("Pemakaian: bina restore"));
}

#[test]
fn a_topic_that_does_not_exist_is_a_usage_error_that_names_the_nearest() {
    let user = User::new();
    let run = user.run(&["--lang", "en", "help", "konfigurasy"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("konfigurasi") && run.err.contains("bina help"), "{}", run.err);
}

#[test]
fn a_pager_is_used_on_a_terminal_and_only_there() {
    let user = User::new();
    let env = [("PAGER", "sed 's/^/through the pager: /'"), ("PATH", "/usr/bin:/bin")];
    let run = Run::of(user.command(&["--lang", "en", "help", "ssh"]).envs(env).output().unwrap());
    assert!(run.code == 0 && run.out.starts_with("Over SSH") && !run.out.contains("through the pager"), "{}", run.out);
    for (pager, seen) in [(env[0].1, "through the pager: Over SSH"), ("", "Over SSH"), ("no-such-pager", "Over SSH")] {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_bina"));
        command.args(["--lang", "en", "help", "ssh"]);
        command.env_clear();
        for (name, value) in [("PAGER", pager), env[1], ("TERM", "xterm"), ("LANG", "C.UTF-8")] {
            command.env(name, value);
        }
        command.env("HOME", user.home());
        let mut terminal = Terminal::run(command, 100, 40);
        terminal.see(seen);
        assert_eq!(terminal.end(), 0, "{pager}");
    }
}
