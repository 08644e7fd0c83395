//! The only place that prints. Stored text leaves with its control characters made visible; a reader who has gone is
//! no error; colour only for a terminal that wants it.

use super::{Context, Failure, Kind};
use crate::config::Color;
use crate::domain::language::clean;
use crate::i18n::{Arg, Text, Words};
use crate::reports::Tone;
use crate::reports::layout::wrap;
use crate::runtime::store_words::note_text;
use crate::store::{Note, StoreError, backup_into};
use std::io::{self, IsTerminal, Write};
use std::path::Path;

/// Where a command says what it found.
pub struct Output {
    out: Box<dyn Write>,
    color: bool,
    terminal: bool,
    /// Columns that a table may use.
    pub width: usize,
}

/// What a spreadsheet knows UTF-8 by.
const BOM: &str = "\u{feff}";

/// Width of what is not shown on a terminal: mail, files.
pub const PAPER: usize = 80;

impl Output {
    pub fn stdout(ctx: &Context) -> Self {
        Output::with(ctx.config.color, ctx.plain)
    }

    /// For what speaks of the program alone: a broken configuration must not stop it.
    pub fn without_configuration(plain: bool) -> Self {
        Output::with(Color::Auto, plain)
    }

    fn with(color: Color, plain: bool) -> Self {
        let terminal = io::stdout().is_terminal();
        let set = |name: &str| std::env::var_os(name).is_some_and(|v| !v.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let color = match color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => terminal && !dumb && !set("NO_COLOR"),
        };
        let width = if terminal { columns().unwrap_or(PAPER) } else { PAPER };
        let out = Box::new(io::BufWriter::new(io::stdout().lock()));
        Output { out, color: color && !plain, terminal, width: width.clamp(40, 200) }
    }

    /// Into a buffer, for tests.
    pub fn into(writer: Box<dyn Write>) -> Self {
        Output { out: writer, color: false, terminal: false, width: PAPER }
    }

    /// One line, whatever stands in the text.
    pub fn line(&mut self, text: &str) -> Result<(), Failure> {
        self.write(&clean::harmless_line(text))?;
        self.write("\n")
    }

    /// A sentence, whose words are not cut at the border of a terminal.
    pub fn prose(&mut self, tone: Tone, text: &str) -> Result<(), Failure> {
        let lines = if self.terminal { wrap(text, self.width) } else { vec![text.to_owned()] };
        lines.iter().try_for_each(|line| self.toned(tone, line))
    }

    pub fn toned(&mut self, tone: Tone, text: &str) -> Result<(), Failure> {
        match code(tone).filter(|_| self.color && !text.is_empty()) {
            Some(code) => self.write(&format!("\u{1b}[{code}m{}\u{1b}[0m\n", clean::harmless_line(text))),
            None => self.line(text),
        }
    }

    /// A whole value for machines, one line.
    pub fn json(&mut self, value: &impl serde::Serialize) -> Result<(), Failure> {
        let text = to_json(value)?;
        self.write(&text)?;
        self.write("\n")
    }

    /// A list for machines, one element a line, whatever its length.
    pub fn json_list<T: serde::Serialize>(&mut self, list: impl IntoIterator<Item = T>) -> Result<(), Failure> {
        self.write("[")?;
        let mut separator = "\n";
        for value in list {
            let text = to_json(&value)?;
            self.write(separator)?;
            self.write(&text)?;
            separator = ",\n";
        }
        self.write("\n]\n")
    }

    /// A part of a larger JSON text that is written as it is found.
    pub fn json_part(&mut self, value: &impl serde::Serialize) -> Result<(), Failure> {
        let text = to_json(value)?;
        self.write(&text)
    }

    /// A spreadsheet as text: with the mark of its encoding and the line ends that spreadsheets like.
    pub fn table(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        let text = String::from_utf8_lossy(bytes);
        let (mark, rows) = text.strip_prefix(BOM).map_or(("", &*text), |rows| (BOM, rows));
        self.write(mark)?;
        let rows: Vec<String> = rows.split("\r\n").map(clean::harmless).collect();
        self.write(&rows.join("\r\n"))
    }

    /// Pages for a printer: a form feed between two of them, and nothing else that is no text.
    pub fn printed(&mut self, text: &str) -> Result<(), Failure> {
        let pages: Vec<String> = text.split('\u{c}').map(clean::harmless).collect();
        self.write(&pages.join("\u{c}"))
    }

    /// A backup, for another program: never to a terminal.
    pub fn backup(&mut self, store: &Path) -> Result<(), Failure> {
        if self.terminal {
            return Err(Failure::usage("failure-backup-terminal", []));
        }
        let unwritable = |error| match error {
            StoreError::Io { path, source } if path == Path::new("-") => Failure::output(&source),
            StoreError::Full => Failure::output(&io::ErrorKind::StorageFull.into()),
            other => other.into(),
        };
        backup_into(store, &mut self.out, Path::new("-")).map(drop).map_err(unwritable)
    }

    /// Lines; what could harm a terminal is made visible.
    pub fn put(&mut self, text: &str) -> Result<(), Failure> {
        self.write(&clean::harmless(text))
    }

    fn write(&mut self, text: &str) -> Result<(), Failure> {
        self.out.write_all(text.as_bytes()).map_err(|error| Failure::output(&error))
    }

    pub fn is_terminal(&self) -> bool {
        self.terminal
    }

    pub fn finish(&mut self) -> Result<(), Failure> {
        self.out.flush().map_err(|error| Failure::output(&error))
    }
}

/// Columns for the help of a command.
pub fn help_width() -> usize {
    columns().unwrap_or(PAPER).clamp(40, 100)
}

/// Help, man page, completions.
pub fn program_text(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| Failure::output(&error))
}

/// Standard error, if somebody looks at it: for a line that says how far long work is.
pub fn progress_terminal<'a>() -> Option<Box<dyn Write + 'a>> {
    let error = io::stderr();
    error.is_terminal().then(|| Box::new(error) as Box<dyn Write>)
}

/// Says something on standard error that is no answer.
pub fn remark(text: &str) {
    // Nobody is left to be told if this fails.
    let _ = writeln!(io::stderr().lock(), "{}", folded(&clean::harmless(text)));
}

/// Asks on standard error, and reads a line from the terminal.
pub fn question(text: &str) -> io::Result<String> {
    let input = io::stdin();
    if !input.is_terminal() {
        return Err(io::ErrorKind::NotConnected.into());
    }
    write!(io::stderr().lock(), "{} ", folded(&clean::harmless(text)))?;
    let mut line = String::new();
    input.read_line(&mut line)?;
    Ok(line)
}

/// Says on standard error what was found wrong in the store and mended.
pub fn mended(notes: &[Note], words: &Words) {
    for note in notes {
        let _ = writeln!(io::stderr().lock(), "{}", format_args!("bina: {}", said(&note_text(note), words)));
    }
}

/// Says on standard error what went wrong; gives the exit code.
pub fn complain(failure: &Failure, words: &Words) -> u8 {
    if failure.kind != Kind::ReaderGone {
        let mut text = format!("bina: {}\n", said(&failure.message, words));
        for hint in &failure.hints {
            text.push_str(&format!("  {}\n", said(hint, words)));
        }
        // Nobody is left to be told if this fails.
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }
    failure.kind.exit_code()
}

/// Sentences for a terminal: words are not cut at its border. What is read by programs stays one line.
fn folded(text: &str) -> String {
    match columns().filter(|_| io::stderr().is_terminal()) {
        Some(columns) => wrap(text, columns.clamp(40, 200)).join("\n"),
        None => text.to_owned(),
    }
}

/// A message in which nothing that it speaks of begins a line of its own: names of files may hold anything.
fn said(text: &Text, words: &Words) -> String {
    let args = text.args.iter().map(|(name, arg)| match arg {
        Arg::Word(word) => (*name, Arg::Word(clean::clean_line(word))),
        other => (*name, other.clone()),
    });
    clean::harmless(&words.with(text.id, &args.collect::<Vec<_>>()))
}

/// JSON keeps every character, but the harmful ones only as escapes.
fn to_json(value: &impl serde::Serialize) -> Result<String, Failure> {
    let text = serde_json::to_string(value).map_err(|_| Failure::fault("failure-panic"))?;
    if !text.chars().any(clean::is_hostile) {
        return Ok(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if clean::is_hostile(c) {
            let mut units = [0u16; 2];
            for unit in c.encode_utf16(&mut units) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            out.push(c);
        }
    }
    Ok(out)
}

fn code(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Plain => None,
        Tone::Title => Some("1"),
        Tone::Alarm => Some("1;31"),
        Tone::Attention => Some("33"),
        Tone::Good => Some("32"),
        Tone::Dim => Some("2"),
    }
}

fn columns() -> Option<usize> {
    let told = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
    told.or_else(|| rustix::termios::tcgetwinsize(io::stdout()).ok().map(|size| usize::from(size.ws_col)))
        .filter(|columns| *columns > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_only_escapes_in_json() {
        let json = to_json(&"a\u{1b}\u{9b}\u{202e}\u{E0041}é").unwrap();
        assert_eq!(json, r#""a\u001b\u009b\u202e\udb40\udc41é""#);
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), "a\u{1b}\u{9b}\u{202e}\u{E0041}é", "nothing is lost");
    }
}
