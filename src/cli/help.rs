//! The command with its help in the user's language: what is said of each part is a message, `about-<command>`,
//! `example-<command>`, `arg-<argument>` and `placeholder-<value>`. Nothing of clap's own words is left in it.

use super::args::Cli;
use super::output;
use crate::i18n::Words;
use crate::reports::layout::hanging;
use clap::{Arg, Command, CommandFactory};
use std::collections::BTreeMap;

/// `--help` and `--version` stand below everything else.
const LAST: usize = 900;

/// Columns of the names of commands.
const NAMES: usize = 14;

/// The commands by what they are for; a test holds that each stands in one group.
pub const GROUPS: &[(&str, &[&str])] = &[
    ("cli-group-begin", &["init", "import", "demo"]),
    ("cli-group-look", &["status", "due", "brief"]),
    ("cli-group-talk", &["note", "plan", "sheet", "paper", "addendum"]),
    ("cli-group-goals", &["goals", "checkin", "rate", "gaps", "standards"]),
    ("cli-group-judge", &["evaluate", "evaluations", "guard", "credit", "deadline"]),
    (
        "cli-group-develop",
        &["needs", "develop", "development", "learned", "effect", "wish", "mentor", "proposal", "readiness"],
    ),
    ("cli-group-out", &["export", "log"]),
    ("cli-group-keep", &["backup", "restore", "verify", "rebuild"]),
    ("cli-group-protect", &["encrypt", "passphrase", "forget", "retention"]),
    ("cli-group-program", &["help", "keys", "doctor", "completions", "man"]),
];

/// The whole command line, in words.
pub fn command(words: &Words) -> Command {
    let said = say(Cli::command(), words, true);
    let mut built = said.clone();
    built.build();
    let usages: BTreeMap<String, String> =
        built.get_subcommands().map(|below| (below.get_name().to_owned(), usage(below, words))).collect();
    let own = usage(&built, words);
    said.mut_subcommands(|below| {
        let usage = usages.get(below.get_name()).cloned().unwrap_or_default();
        below.override_usage(usage)
    })
    .override_usage(own)
}

/// How a command is typed, without clap's word for options.
fn usage(command: &Command, words: &Words) -> String {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.split_once(' ').map_or("", |(_, rest)| rest);
    usage.trim().replace("[OPTIONS]", &format!("[{}]", words.say("cli-help-any-options")))
}

/// Puts words into a command and those below it.
fn say(command: Command, words: &Words, root: bool) -> Command {
    let name = if root { "bina" } else { command.get_name() };
    let (about, example) = (format!("about-{name}"), format!("example-{name}"));
    let listed = match root {
        true => format!("{}{}:\n{{options}}", listed(&command, words), words.say("cli-help-global")),
        false => "{all-args}".to_owned(),
    };
    let template = format!("{{about-with-newline}}\n{} {{usage}}\n\n{listed}{{after-help}}", words.say("cli-help-usage"));
    // In the order in which they are typed, not by the alphabet.
    let mut place = 0;
    command
        .about(words.say(&about))
        .after_help(examples(&words.say(&example), words))
        .help_template(template)
        .term_width(output::help_width())
        .subcommand_help_heading(words.say("cli-help-commands"))
        .subcommand_value_name(words.say("cli-help-command"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .mut_args(|arg| {
            place += 1;
            let positional = arg.is_positional();
            let said = said(arg, words);
            if positional { said.display_order(place) } else { said }
        })
        .mut_subcommands(|below| say(below, words, false))
        .args(general(words, root))
}

/// The commands in their groups, each with what it does.
fn listed(root: &Command, words: &Words) -> String {
    let mut out = String::new();
    for (group, names) in GROUPS {
        out.push_str(&format!("{}:\n", words.say(group)));
        for name in *names {
            let Some(below) = root.find_subcommand(name) else { continue };
            let about = words.say(&format!("about-{}", below.get_name()));
            let lines = hanging(&format!("  {name:NAMES$}"), &about, output::help_width());
            out.push_str(&(lines.join("\n") + "\n"));
        }
        out.push('\n');
    }
    out
}

fn examples(lines: &str, words: &Words) -> String {
    let lines: String = lines.lines().map(|line| format!("\n  {line}")).collect();
    format!("{}:{lines}", words.say("cli-help-examples"))
}

fn said(arg: Arg, words: &Words) -> Arg {
    let heading = if arg.is_positional() {
        "cli-help-arguments"
    } else if arg.is_global_set() {
        "cli-help-global"
    } else {
        "cli-help-options"
    };
    let mut help = words.say(&message_id(&arg));
    if let [value] = arg.get_default_values()
        && arg.get_action().takes_values()
    {
        let value = value.to_string_lossy().into_owned();
        help = words.with("cli-help-default", &[("help", help.into()), ("value", value.into())]);
    }
    if let Some(name) = arg.get_env() {
        let name = name.to_string_lossy().into_owned();
        help = words.with("cli-help-env", &[("help", help.into()), ("name", name.into())]);
    }
    let names: Vec<String> = arg.get_value_names().unwrap_or_default().iter().map(|n| placeholder(n, words)).collect();
    let takes_values = arg.get_action().takes_values();
    let arg = arg.help(help).help_heading(words.say(heading));
    if !takes_values {
        return arg;
    }
    let arg = arg.hide_default_value(true).hide_possible_values(true).hide_env(true);
    if names.is_empty() { arg } else { arg.value_names(names) }
}

/// The name of a value in the user's language; a choice stays what must be typed.
fn placeholder(name: &str, words: &Words) -> String {
    let part = |part: &str| match part.chars().all(|c| c.is_ascii_uppercase()) {
        true => words.say(&placeholder_id(part)),
        false => part.to_owned(),
    };
    name.split('=').map(part).collect::<Vec<_>>().join("=")
}

fn placeholder_id(name: &str) -> String {
    format!("placeholder-{}", name.to_lowercase())
}

fn message_id(arg: &Arg) -> String {
    format!("arg-{}", arg.get_id().as_str().replace('_', "-"))
}

fn general(words: &Words, root: bool) -> Vec<Arg> {
    let heading = words.say("cli-help-global");
    let help = Arg::new("help").short('h').long("help").action(clap::ArgAction::Help);
    let version = Arg::new("version").short('V').long("version").action(clap::ArgAction::Version);
    let flags = if root { vec![help, version] } else { vec![help] };
    flags
        .into_iter()
        .map(|flag| {
            let about = words.say(&message_id(&flag));
            flag.help(about).help_heading(heading.clone()).display_order(LAST)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn arguments_are_explained_in_the_order_in_which_they_are_typed() {
        let help = command(&Words::new(Lang::En)).find_subcommand_mut("plan").unwrap().render_help().to_string();
        assert!(help.find("  <NAME>").unwrap() < help.find("  <DATE>").unwrap(), "{help}");
    }

    #[test]
    fn every_command_and_argument_is_explained_in_both_languages() {
        for lang in [Lang::Id, Lang::En] {
            let words = Words::new(lang);
            let mut missing = Vec::new();
            let root = Cli::command();
            let mut todo: Vec<(String, &Command)> = vec![("bina".to_owned(), &root)];
            while let Some((name, command)) = todo.pop() {
                let ids = command.get_arguments().flat_map(|arg| {
                    let names = arg.get_value_names().unwrap_or_default().iter().flat_map(|name| name.split('='));
                    let names = names.filter(|_| arg.get_action().takes_values());
                    let named = names.filter(|name| name.chars().all(|c| c.is_ascii_uppercase())).map(placeholder_id);
                    named.chain([message_id(arg)]).collect::<Vec<_>>()
                });
                let of_command = [format!("about-{name}"), format!("example-{name}")];
                missing.extend(ids.chain(of_command).filter(|id| !words.has(id)));
                todo.extend(command.get_subcommands().map(|c| (c.get_name().to_owned(), c)));
            }
            assert!(missing.is_empty(), "{lang:?}: {missing:?}");
            command(&words).debug_assert();
        }
    }

    #[test]
    fn every_command_stands_in_one_group() {
        let mut listed: Vec<&str> = GROUPS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        let root = Cli::command();
        let mut known: Vec<&str> = root.get_subcommands().map(Command::get_name).collect();
        listed.sort_unstable();
        known.sort_unstable();
        assert_eq!(listed, known);
    }
}
