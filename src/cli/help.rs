//! The command with its help in the user's language.

use super::args::Cli;
use crate::i18n::Words;
use clap::{Arg, Command, CommandFactory};

/// `--help` and `--version` stand below everything else.
const LAST: usize = 900;

/// The whole command line, in words.
pub fn command(words: &Words) -> Command {
    say(Cli::command(), words, true)
}

/// Puts words into a command and those below it.
fn say(command: Command, words: &Words, root: bool) -> Command {
    let about = if root { "about-bina".to_owned() } else { format!("about-{}", command.get_name()) };
    let template =
        format!("{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}", words.say("cli-help-usage"));
    // In the order in which they are typed, not by the alphabet.
    let mut place = 0;
    command
        .about(words.say(&about))
        .help_template(template)
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

fn said(arg: Arg, words: &Words) -> Arg {
    let heading = if arg.is_positional() {
        "cli-help-arguments"
    } else if arg.is_global_set() {
        "cli-help-global"
    } else {
        "cli-help-options"
    };
    let help = words.say(&message_id(&arg));
    arg.help(help).help_heading(words.say(heading))
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
            let mut todo: Vec<(String, &Command)> = vec![("about-bina".to_owned(), &root)];
            while let Some((about, command)) = todo.pop() {
                let ids = command.get_arguments().map(message_id);
                missing.extend(ids.chain([about]).filter(|id| !words.has(id)));
                todo.extend(command.get_subcommands().map(|c| (format!("about-{}", c.get_name()), c)));
            }
            assert!(missing.is_empty(), "{lang:?}: {missing:?}");
            command(&words).debug_assert();
        }
    }
}
