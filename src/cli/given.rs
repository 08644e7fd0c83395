//! Text about people that need not stand on a command line: everybody on the machine can read it in the list of processes,
//! and shells keep it. `-` in its place means standard input.

use super::Failure;
use super::args::Command;
use super::evaluate::EvaluateArgs;
use std::io::Read;

/// More than any text has, in bytes.
const LIMIT: u64 = 1 << 20;

/// Reads the free text of a command if it was given as `-`.
pub fn from_input(command: &mut Command) -> Result<(), Failure> {
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
        *words = vec![read()?];
    }
    Ok(())
}

fn read() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().take(LIMIT).read_to_end(&mut bytes);
    read.map_err(|error| Failure::refused("failure-input", [("reason", error.to_string().into())]))?;
    Ok(String::from_utf8_lossy(&bytes).trim_end().to_owned())
}
