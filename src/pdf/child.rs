//! The child: limits itself, reads one order, answers once.

use super::world::set;
use super::{Order, Said, Unset};
use rustix::process::{Resource, Rlimit, setrlimit};
use std::io::{IsTerminal, Read, Write};
use std::process::ExitCode;

const MAX_MEMORY: u64 = 768 << 20;
const MAX_SECONDS: u64 = 10;
const MAX_ORDER: u64 = 32 << 20;

/// What `bina __set-pdf` does: an order on standard input, a line and a PDF on standard output.
pub fn child_main() -> ExitCode {
    // What it says is for the program that started it; a PDF is not for a terminal.
    if std::io::stdout().is_terminal() || limit().is_err() {
        return ExitCode::FAILURE;
    }
    let mut bytes = Vec::new();
    if std::io::stdin().lock().take(MAX_ORDER).read_to_end(&mut bytes).is_err() {
        return ExitCode::FAILURE;
    }
    let outcome = match serde_json::from_slice::<Order>(&bytes) {
        Ok(order) => set(order),
        Err(error) => Err(Unset::Child(error.to_string())),
    };
    if answer(outcome, &mut std::io::stdout().lock()).is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn limit() -> rustix::io::Result<()> {
    let at_most = |n| Rlimit { current: Some(n), maximum: Some(n) };
    setrlimit(Resource::Core, at_most(0))?;
    // Nothing is written, wherever a template would like it.
    setrlimit(Resource::Fsize, at_most(0))?;
    setrlimit(Resource::As, at_most(MAX_MEMORY))?;
    setrlimit(Resource::Cpu, Rlimit { current: Some(MAX_SECONDS), maximum: Some(MAX_SECONDS + 1) })
}

fn answer(outcome: Result<Vec<u8>, Unset>, out: &mut impl Write) -> std::io::Result<()> {
    let (said, pdf) = match outcome {
        Ok(pdf) => (Said::Pdf(pdf.len()), pdf),
        Err(unset) => (Said::Refused(unset), vec![]),
    };
    serde_json::to_writer(&mut *out, &said)?;
    out.write_all(b"\n")?;
    out.write_all(&pdf)?;
    out.flush()
}
