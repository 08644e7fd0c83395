//! PDF through a child process of the same program. What sets a page (typst) reads a template that an agency may have
//! written: it can loop, and ask for any memory. The child ([`child`]) limits itself, has two texts and the fonts of
//! the program and nothing else, and answers with a PDF or with what is wrong; this side waits for so long and no longer.
//!
//! Without the feature `pdf` the program says that it has none.

#[cfg(feature = "pdf")]
mod child;
#[cfg(feature = "pdf")]
mod world;

#[cfg(feature = "pdf")]
pub use child::child_main;

use crate::i18n::Text;
use serde::{Deserialize, Serialize};
use std::io::{Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};
use thiserror::Error;

/// The hidden subcommand under which the program sets a PDF.
pub const SUBCOMMAND: &str = "__set-pdf";
/// Larger papers there are none.
const MAX_PDF: u64 = 64 << 20;
/// The child has ten seconds of processor time; a busy machine gets it some more of the clock.
const WALL: Duration = Duration::from_secs(30);
/// How often it is looked whether the child has ended.
const LOOK: Duration = Duration::from_millis(5);

/// What is to be set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// Calls of the template's functions.
    pub source: String,
    pub template: String,
    /// Under which name the source imports it.
    pub template_name: String,
}

/// Why there is no PDF.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Error)]
pub enum Unset {
    #[error("built without PDF")]
    Absent,
    #[error("template, line {line}: {reason}")]
    Template { line: usize, reason: String },
    #[error("paper: {reason}")]
    Source { reason: String },
    #[error("no shapes for {0}")]
    Letters(String),
    #[error("took too long")]
    Time,
    #[error("too much memory")]
    Memory,
    #[error("{0}")]
    Child(String),
}

impl Unset {
    /// What happened, for the user. `template` is the file of the agency, if one is used.
    pub fn text(&self, template: Option<&Path>) -> Text {
        let file = || template.map_or_else(|| "paper.typ".to_owned(), |file| file.display().to_string());
        match self {
            Unset::Absent => Text::plain("paper-pdf-absent"),
            Unset::Template { line, reason } => Text::with(
                "paper-template-wrong",
                [("file", file().into()), ("line", (*line).into()), ("reason", reason.clone().into())],
            ),
            Unset::Source { reason } => Text::with("paper-source-wrong", [("reason", reason.clone().into())]),
            Unset::Letters(letters) => Text::with("paper-letters", [("letters", letters.clone().into())]),
            Unset::Time => Text::plain("paper-time"),
            Unset::Memory => Text::plain("paper-memory"),
            Unset::Child(reason) => Text::with("paper-child", [("reason", reason.clone().into())]),
        }
    }

    /// What to do about it.
    pub fn hint(&self, template: Option<&Path>) -> Option<Text> {
        match self {
            Unset::Absent => Some(Text::plain("paper-hint-pdf-absent")),
            Unset::Letters(_) => Some(Text::plain("paper-hint-letters")),
            Unset::Template { .. } | Unset::Source { .. } | Unset::Time | Unset::Memory if template.is_some() => {
                Some(Text::plain("paper-hint-template"))
            }
            _ => None,
        }
    }
}

/// The first line of the child's answer; the PDF follows.
#[derive(Debug, Serialize, Deserialize)]
enum Said {
    Pdf(usize),
    Refused(Unset),
}

/// Whether this program can.
pub const fn built_in() -> bool {
    cfg!(feature = "pdf")
}

/// Sets a paper with the help of `program`, started with [`SUBCOMMAND`].
pub fn set(order: &Order, program: &Path) -> Result<Vec<u8>, Unset> {
    if !built_in() {
        return Err(Unset::Absent);
    }
    let io = |error: std::io::Error| Unset::Child(error.to_string());
    let order = serde_json::to_vec(order).map_err(|error| Unset::Child(error.to_string()))?;
    let mut child = Command::new(program)
        .arg(SUBCOMMAND)
        .env_clear()
        // One thread: more would each ask for memory that the limit counts.
        .env("RAYON_NUM_THREADS", "1")
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(io)?;
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    std::thread::scope(|scope| {
        // A child that stops early closes the pipe: not an error, it has said why.
        scope.spawn(move || stdin.map(|mut pipe| pipe.write_all(&order)));
        let reader = scope.spawn(move || {
            let mut bytes = Vec::new();
            stdout.map(|pipe| pipe.take(MAX_PDF).read_to_end(&mut bytes));
            bytes
        });
        let status = wait(&mut child);
        let bytes = reader.join().unwrap_or_default();
        match status {
            Some(status) => understood(&bytes).unwrap_or_else(|| Err(cause_of_death(status))),
            None => Err(Unset::Time),
        }
    })
}

/// How the child ended; nothing if it had to be stopped.
fn wait(child: &mut Child) -> Option<ExitStatus> {
    let until = Instant::now() + WALL;
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status),
            Ok(None) if Instant::now() < until => std::thread::sleep(LOOK),
            _ => {
                let _ = child.kill();
                let _ = child.wait();
                return None;
            }
        }
    }
}

/// The whole answer; nothing if it is not whole.
fn understood(bytes: &[u8]) -> Option<Result<Vec<u8>, Unset>> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let (said, rest) = (serde_json::from_slice(&bytes[..end]).ok()?, &bytes[end + 1..]);
    match said {
        Said::Pdf(length) => (rest.len() == length).then(|| Ok(rest.to_vec())),
        Said::Refused(unset) => Some(Err(unset)),
    }
}

/// The processor limit ends with its own signal; a refused allocation aborts.
fn cause_of_death(status: ExitStatus) -> Unset {
    const SIGABRT: i32 = 6;
    const SIGXCPU: i32 = 24;
    match status.signal() {
        Some(SIGXCPU) => Unset::Time,
        Some(SIGABRT) => Unset::Memory,
        Some(signal) => Unset::Child(format!("signal {signal}")),
        None => Unset::Child(status.to_string()),
    }
}
