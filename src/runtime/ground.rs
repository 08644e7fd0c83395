//! The background of the terminal: asked for once, after the first frame; the answer is read like every other input
//! ([`super::input`]), and what it was is remembered for the next start. Nothing waits for it, and a terminal that never
//! answers loses nothing.

use crate::desk::Ground;
use std::io::Write;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// OSC 11 with a question mark.
pub const QUESTION: &[u8] = b"\x1b]11;?\x1b\\";
/// How long an answer may hold up whoever quits at once: it would be typed into the shell otherwise.
const ON_ITS_WAY: Duration = Duration::from_millis(400);
/// So many kinds of terminals are remembered.
const MOST: usize = 32;
/// The relative luminance that has the same contrast to black and to white.
const MIDDLE: f64 = 0.179;

/// What an answer says: the text of an OSC without its brackets, `11;rgb:ffff/ffff/ffff`.
pub fn answer(text: &[u8]) -> Option<Ground> {
    let text = std::str::from_utf8(text).ok()?.strip_prefix("11;rgb")?;
    let mut parts = text.strip_prefix(':').or_else(|| text.strip_prefix("a:"))?.split('/');
    let mut next = || share(parts.next()?);
    let (red, green, blue) = (next()?, next()?, next()?);
    let luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    Some(if luminance > MIDDLE { Ground::Light } else { Ground::Dark })
}

/// One to four hexadecimal digits as a share of their most.
fn share(digits: &str) -> Option<f64> {
    if !(1..=4).contains(&digits.len()) || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let most = 16_u32.pow(u32::try_from(digits.len()).ok()?) - 1;
    Some(f64::from(u32::from_str_radix(digits, 16).ok()?) / f64::from(most))
}

fn linear(share: f64) -> f64 {
    if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
}

/// What terminals have said, a line each: `dark xterm-256color`. A file that nobody would miss.
pub struct Remembered {
    file: PathBuf,
    terminal: String,
}

impl Remembered {
    pub fn new(file: PathBuf, terminal: &str) -> Self {
        let terminal = terminal.chars().filter(|c| !c.is_control()).take(80).collect();
        Remembered { file, terminal }
    }

    /// What this terminal said the last time.
    pub fn ground(&self) -> Option<Ground> {
        self.lines().iter().find(|(terminal, _)| *terminal == self.terminal).map(|(_, ground)| *ground)
    }

    fn lines(&self) -> Vec<(String, Ground)> {
        let text = std::fs::read_to_string(&self.file).unwrap_or_default();
        let line = |line: &str| {
            let (word, terminal) = line.split_once(' ')?;
            let ground = match word {
                "dark" => Ground::Dark,
                "light" => Ground::Light,
                _ => return None,
            };
            Some((terminal.to_owned(), ground))
        };
        text.lines().filter_map(line).take(MOST).collect()
    }

    /// Remembers an answer, the newest first.
    ///
    /// # Errors
    /// The file can't be written; the next start asks again.
    pub fn keep(&self, ground: Ground) -> std::io::Result<()> {
        if self.ground() == Some(ground) {
            return Ok(());
        }
        let mut lines = self.lines();
        lines.retain(|(terminal, _)| *terminal != self.terminal);
        lines.insert(0, (self.terminal.clone(), ground));
        lines.truncate(MOST);
        if let Some(folder) = self.file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let word = |ground| if ground == Ground::Dark { "dark" } else { "light" };
        let text: String = lines.iter().map(|(terminal, ground)| format!("{} {terminal}\n", word(*ground))).collect();
        // A start at the same time reads the old file or the new one, never half of it.
        let new = self.file.with_extension(format!("{}", std::process::id()));
        std::fs::File::create(&new)?.write_all(text.as_bytes())?;
        std::fs::rename(&new, &self.file)
    }
}

/// The question of one run.
#[derive(Default)]
pub struct Question {
    memory: Option<Remembered>,
    asked: Option<Instant>,
}

impl Question {
    pub fn new(memory: Option<Remembered>) -> Self {
        Question { memory, asked: None }
    }

    /// What to write, once.
    pub fn ask(&mut self) -> Option<&'static [u8]> {
        let first = self.memory.is_some() && self.asked.is_none();
        first.then(|| {
            self.asked = Some(Instant::now());
            QUESTION
        })
    }

    /// Whether an answer was waited for; a second one, or one that nobody asked for, says nothing.
    pub fn answered(&mut self, ground: Ground) -> bool {
        let memory = self.asked.and(self.memory.take());
        if let Some(memory) = &memory {
            // Nobody misses it: the terminal is asked again at the next start.
            let _ = memory.keep(ground);
        }
        memory.is_some()
    }

    /// How long whoever quits waits for an answer that may be on its way.
    pub fn rest(&self) -> Option<Duration> {
        let asked = self.asked.filter(|_| self.memory.is_some())?;
        ON_ITS_WAY.checked_sub(asked.elapsed()).filter(|rest| !rest.is_zero())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_says_dark_or_light_in_every_spelling() {
        for (text, ground) in [
            ("11;rgb:0000/0000/0000", Some(Ground::Dark)),
            ("11;rgb:0c/0c/0c", Some(Ground::Dark)),
            ("11;rgb:ffff/ffff/ffff", Some(Ground::Light)),
            ("11;rgb:f/f/d", Some(Ground::Light)),
            ("11;rgba:fdfd/f6f6/e3e3/ffff", Some(Ground::Light)),
            ("11;rgb:2828/2c2c/3434", Some(Ground::Dark)),
            ("11;rgb:zz/00/00", None),
            ("11;rgb:00000/0/0", None),
            ("10;rgb:ffff/ffff/ffff", None),
            ("11;?", None),
        ] {
            assert_eq!(answer(text.as_bytes()), ground, "{text}");
        }
    }

    #[test]
    fn each_terminal_is_remembered_for_itself_and_the_newest_answer_holds() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("state/backgrounds");
        let of = |terminal: &str| Remembered::new(file.clone(), terminal);
        assert_eq!(of("xterm").ground(), None);
        of("xterm").keep(Ground::Dark).unwrap();
        of("putty-256color").keep(Ground::Light).unwrap();
        assert_eq!((of("xterm").ground(), of("putty-256color").ground()), (Some(Ground::Dark), Some(Ground::Light)));
        of("xterm").keep(Ground::Light).unwrap();
        assert_eq!(of("xterm").ground(), Some(Ground::Light));
        std::fs::write(&file, "grey xterm\nlight\ndark kitty\n").unwrap();
        assert_eq!((of("xterm").ground(), of("kitty").ground()), (None, Some(Ground::Dark)));
    }

    #[test]
    fn only_the_first_answer_to_a_question_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        let mut question = Question::new(Some(Remembered::new(folder.path().join("b"), "xterm")));
        assert!(question.ask().is_some() && question.ask().is_none());
        assert!(question.rest().is_some() && question.answered(Ground::Light) && !question.answered(Ground::Dark));
        assert_eq!(question.rest(), None, "nothing is on its way any more");
        let mut nobody = Question::new(None);
        assert!(nobody.ask().is_none() && !nobody.answered(Ground::Dark) && nobody.rest().is_none());
    }
}
