//! A secret is typed at the terminal itself, whatever input and output are, and nothing of it is shown.

use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use zeroize::Zeroizing;

/// Longer ones are no secret that somebody types.
const LONGEST: usize = 1024;

/// A terminal on which nothing typed is shown, from the first question to the last answer: in between as well.
pub struct Prompt {
    quiet: Quiet,
}

impl Prompt {
    /// # Errors
    /// There is no terminal to ask at.
    pub fn begin() -> io::Result<Prompt> {
        let terminal = OpenOptions::new().read(true).write(true).open("/dev/tty")?;
        Ok(Prompt { quiet: Quiet::begin(terminal)? })
    }

    /// What was typed in answer to a question; `None` if the user thought better of it.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn ask(&mut self, question: &str) -> io::Result<Option<Zeroizing<String>>> {
        self.write(question)?;
        self.write(" ")?;
        let typed = read_line(&mut self.quiet.terminal);
        self.write("\r\n")?;
        typed
    }

    /// # Errors
    /// The terminal is gone.
    pub fn say(&mut self, line: &str) -> io::Result<()> {
        self.write(line)?;
        self.write("\r\n")
    }

    /// Keys as they are pressed, as bytes; several that came together are given together, and none when the terminal has
    /// gone.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn keys(&mut self) -> io::Result<Vec<u8>> {
        let mut bytes = [0; 64];
        let count = self.quiet.terminal.read(&mut bytes)?;
        Ok(bytes[..count].to_vec())
    }

    fn write(&mut self, text: &str) -> io::Result<()> {
        self.quiet.terminal.write_all(text.as_bytes())
    }
}

fn read_line(input: &mut impl Read) -> io::Result<Option<Zeroizing<String>>> {
    // Never grows, so that no copy is left behind.
    let mut typed = Zeroizing::new(Vec::with_capacity(LONGEST));
    let mut byte = [0];
    loop {
        if input.read(&mut byte)? == 0 {
            return Ok(None);
        }
        match byte[0] {
            b'\r' | b'\n' => break,
            // Ctrl-C, Ctrl-D, Esc: rather not.
            3 | 4 | 27 => return Ok(None),
            8 | 127 => while typed.pop().is_some_and(|byte| byte & 0xC0 == 0x80) {},
            21 => typed.clear(),
            other if typed.len() < LONGEST => typed.push(other),
            _ => {}
        }
    }
    Ok(std::str::from_utf8(&typed).ok().map(|text| Zeroizing::new(text.to_owned())))
}

/// Nothing typed is shown as long as it lives.
struct Quiet {
    terminal: File,
    before: Termios,
}

impl Quiet {
    fn begin(terminal: File) -> io::Result<Quiet> {
        let before = tcgetattr(&terminal)?;
        let mut quiet = before.clone();
        // Keys that would stop or end us come as bytes: the terminal must not be left without an echo.
        quiet.make_raw();
        tcsetattr(&terminal, OptionalActions::Now, &quiet)?;
        Ok(Quiet { terminal, before })
    }
}

impl Drop for Quiet {
    fn drop(&mut self) {
        let _ = tcsetattr(&self.terminal, OptionalActions::Flush, &self.before);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(keys: &[u8]) -> Option<String> {
        read_line(&mut &keys[..]).unwrap().map(|text| text.to_string())
    }

    #[test]
    fn a_line_can_be_mended_and_given_up() {
        assert_eq!(typed(b"kuda hitam\r").as_deref(), Some("kuda hitam"));
        assert_eq!(typed("kudé\u{7f}a\n".as_bytes()).as_deref(), Some("kuda"));
        assert_eq!(typed(b"salah\x15benar\n").as_deref(), Some("benar"));
        assert_eq!(typed(b"\n").as_deref(), Some(""));
        for given_up in [&b"kuda\x03"[..], b"\x04", b"kuda\x1b", b"kuda", b"\xff\n"] {
            assert_eq!(typed(given_up), None);
        }
    }
}
