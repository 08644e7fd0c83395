//! Text about people that need not stand on a command line: everybody on the machine can read it in the list of processes,
//! and shells keep it. `-` in its place means standard input.

use super::Failure;
use super::args::Command;
use super::evaluate::EvaluateArgs;
use crate::runtime::store_words::reason_of;
use std::io::Read;

/// More than any text has, in bytes.
const LIMIT: u64 = 1 << 20;

/// Reads the free text of a command if it was given as `-`.
pub fn from_input(command: &mut Command) -> Result<(), Failure> {
    let is_note = matches!(command, Command::Note { .. });
    let words = match command {
        Command::Note { line } => line,
        Command::Addendum(args) => &mut args.text,
        Command::Checkin(args) => &mut args.note,
        Command::Rate(args) => &mut args.reason,
        Command::Evaluate(EvaluateArgs { reason: Some(reason), .. }) if reason == "-" => {
            *reason = read()?;
            return Ok(());
        }
        _ => return Ok(()),
    };
    if *words == ["-"] {
        let text = read()?;
        // Each would have a person of its own: one note of them all would be about the first one.
        let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
        if is_note && lines > 1 {
            return Err(Failure::refused("note-several-lines", [("count", lines.into())]));
        }
        *words = vec![text];
    }
    Ok(())
}

fn read() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().take(LIMIT).read_to_end(&mut bytes);
    read.map_err(|error| Failure::refused("failure-input", [("reason", reason_of(&error).into())]))?;
    Ok(String::from_utf8_lossy(&bytes).trim_end().to_owned())
}
