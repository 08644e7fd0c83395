//! `bina man`: the manual page, one text for all commands, wholly in the user's language.

use super::help::{self, GROUPS};
use super::{Failure, Kind, output};
use crate::i18n::Words;
use clap::{Arg, Command};
use clap_mangen::roff::{Inline, Roff, bold, italic, roman};

/// What is read or written, and the message that says why.
const FILES: &[(&str, &str)] = &[
    ("~/.config/bina/config.toml", "man-file-config"),
    ("~/.local/share/bina/", "man-file-store"),
    ("~/.local/share/bina-backups/", "man-file-backups"),
    ("~/.local/share/bina-demo/", "man-file-demo"),
];

/// Variables besides those of single options.
const VARIABLES: &[(&str, &str)] = &[
    ("XDG_CONFIG_HOME, XDG_DATA_HOME", "man-env-xdg"),
    ("LC_ALL, LC_MESSAGES, LANG", "man-env-lang"),
    ("NO_COLOR", "man-env-no-color"),
    ("VISUAL, EDITOR", "man-env-editor"),
    ("PAGER", "man-env-pager"),
];

pub fn run(words: &Words) -> Result<(), Failure> {
    let page = page(words).map_err(|error| Failure::output(&error))?;
    output::program_text(&String::from_utf8_lossy(&page))
}

fn page(words: &Words) -> std::io::Result<Vec<u8>> {
    let mut command = help::command(words);
    command.build();
    let mut page = Roff::default();
    let title = format!("bina {}", command.get_version().unwrap_or_default());
    page.control("TH", ["bina", "1", " ", title.trim(), &words.say("man-title")]);
    section(&mut page, words, "man-name");
    page.text([roman(words.say("man-name-line"))]);
    section(&mut page, words, "man-synopsis");
    page.text([bold("bina"), roman(command_line(&command))]);
    section(&mut page, words, "man-description");
    page.text([roman(command.get_about().map(ToString::to_string).unwrap_or_default())]);
    page.control("PP", []);
    page.text([roman(words.say("man-description-more"))]);
    for (group, names) in GROUPS {
        section(&mut page, words, group);
        for below in names.iter().filter_map(|name| command.find_subcommand(name)) {
            of_command(&mut page, below, words);
        }
    }
    section(&mut page, words, "cli-help-global");
    command.get_arguments().for_each(|arg| of_argument(&mut page, arg));
    section(&mut page, words, "cli-help-examples");
    lines(&mut page, &words.say("example-bina"));
    section(&mut page, words, "man-files");
    FILES.iter().for_each(|(path, said)| entry(&mut page, italic(*path), &words.say(said)));
    section(&mut page, words, "man-environment");
    for arg in command.get_arguments() {
        if let Some(name) = arg.get_env() {
            let said = words.say(&format!("arg-{}", arg.get_id().as_str().replace('_', "-")));
            entry(&mut page, bold(name.to_string_lossy().into_owned()), &said);
        }
    }
    VARIABLES.iter().for_each(|(name, said)| entry(&mut page, bold(*name), &words.say(said)));
    section(&mut page, words, "man-exit");
    Kind::ALL.iter().for_each(|kind| entry(&mut page, bold(kind.exit_code().to_string()), &words.say(kind.meaning())));
    section(&mut page, words, "man-see-also");
    page.text([roman(words.say("man-see-also-line"))]);
    let mut written = Vec::new();
    page.to_writer(&mut written)?;
    Ok(written)
}

fn section(page: &mut Roff, words: &Words, title: &str) {
    page.control("SH", [words.say(title).to_uppercase().as_str()]);
}

/// What stands behind the name of the program.
fn command_line(command: &Command) -> String {
    let usage = command.clone().render_usage().to_string();
    usage.split_once("bina").map_or_else(String::new, |(_, rest)| rest.to_owned())
}

fn of_command(page: &mut Roff, command: &Command, words: &Words) {
    page.control("SS", [format!("bina{}", command_line(command)).as_str()]);
    page.text([roman(command.get_about().map(ToString::to_string).unwrap_or_default())]);
    for arg in command.get_arguments().filter(|arg| !arg.is_global_set() && arg.get_id() != "help") {
        of_argument(page, arg);
    }
    lines(page, &words.say(&format!("example-{}", command.get_name())));
}

fn of_argument(page: &mut Roff, arg: &Arg) {
    let takes_values = arg.get_action().takes_values();
    let values: Vec<String> =
        arg.get_value_names().filter(|_| takes_values).unwrap_or_default().iter().map(ToString::to_string).collect();
    let long = arg.get_long().map(|long| format!("--{long}"));
    let short = arg.get_short().map(|short| format!("-{short}"));
    let flags = short.into_iter().chain(long).collect::<Vec<_>>().join(", ");
    page.control("TP", []);
    let mut name = vec![bold(flags.clone())];
    if !values.is_empty() {
        name.push(roman(if flags.is_empty() { "" } else { " " }));
        name.push(italic(values.join(" ")));
    }
    page.text(name);
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    for (at, line) in help.lines().enumerate() {
        if at > 0 {
            page.control("br", []);
        }
        page.text([roman(line)]);
    }
}

fn entry(page: &mut Roff, name: Inline, said: &str) {
    page.control("TP", []);
    page.text([name]);
    page.text([roman(said)]);
}

/// Command lines, as they are typed.
fn lines(page: &mut Roff, lines: &str) {
    page.control("PP", []);
    page.control("nf", []);
    page.control("RS", ["4"]);
    lines.lines().for_each(|line| {
        page.text([roman(line)]);
    });
    page.control("RE", []);
    page.control("fi", []);
}
