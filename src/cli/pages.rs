//! `bina help`: the list of topics, a page, or the help of a command; through the user's pager where there is a
//! terminal and a pager is set. Asks for no configuration and no store.

use super::{Failure, Output, help, output};
use crate::help::{TOPICS, lines, near, topic};
use crate::i18n::{Text, Words};
use crate::reports::Tone;
use crate::reports::layout::{hanging, wrap};
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// Columns of the names in the list.
const NAMES: usize = 20;

pub fn run(name: Option<&str>, plain: bool, words: &Words) -> Result<(), Failure> {
    let mut out = Output::without_configuration(plain);
    let Some(name) = name else {
        list(words, &mut out)?;
        return out.finish();
    };
    if let Some(topic) = topic(name) {
        return show(&lines(topic.page(words.lang()), out.width.min(100)), out);
    }
    let mut command = help::command(words);
    command.build();
    match command.find_subcommand_mut(name) {
        Some(below) => output::program_text(&below.render_help().to_string()),
        None => Err(unknown(name, words)),
    }
}

fn unknown(name: &str, words: &Words) -> Failure {
    let failure = Failure::usage("help-no-topic", [("topic", name.into())]);
    let near = near(name, words.lang());
    let failure = match near.is_empty() {
        true => failure,
        false => failure.hint(Text::with("cli-hint-possible", [("words", near.join(", ").into())])),
    };
    failure.hint(Text::plain("cli-hint-topics"))
}

fn list(words: &Words, out: &mut Output) -> Result<(), Failure> {
    out.toned(Tone::Title, &words.say("help-topics"))?;
    for topic in TOPICS {
        let name = format!("  {:NAMES$}", topic.name(words.lang()));
        hanging(&name, topic.title(words.lang()), out.width).iter().try_for_each(|line| out.line(line))?;
    }
    out.line("")?;
    wrap(&words.say("help-topics-next"), out.width).iter().try_for_each(|line| out.line(line))
}

fn show(lines: &[(Tone, String)], mut out: Output) -> Result<(), Failure> {
    if let Some(pager) = pager()
        && paged(&pager, lines).is_ok()
    {
        return Ok(());
    }
    lines.iter().try_for_each(|(tone, line)| out.toned(*tone, line))?;
    out.finish()
}

fn pager() -> Option<OsString> {
    let set = std::env::var_os("PAGER").filter(|pager| !pager.is_empty());
    set.filter(|_| io::stdout().is_terminal() && io::stdin().is_terminal())
}

/// # Errors
/// The pager could not be run; nothing was shown.
fn paged(pager: &OsString, lines: &[(Tone, String)]) -> io::Result<()> {
    // As every program does: the variable may hold options. An interrupt is for the pager.
    signal_hook::flag::register(signal_hook::consts::SIGINT, Arc::new(AtomicBool::new(false)))?;
    let mut child = Command::new("sh").arg("-c").arg(pager).stdin(Stdio::piped()).spawn()?;
    if let Some(mut input) = child.stdin.take() {
        let text: String = lines.iter().map(|(_, line)| format!("{line}\n")).collect();
        // Whoever has read enough closes the pager.
        let _ = input.write_all(text.as_bytes());
    }
    match child.wait()?.code() {
        // What a shell says where there is no such program.
        Some(126 | 127) => Err(io::ErrorKind::NotFound.into()),
        _ => Ok(()),
    }
}
