//! Bytes of a terminal become keys and pasted texts. A pure state machine: no terminal, no clock. Whoever reads waits
//! [`Parser::patience`] for the rest of something unfinished and then calls [`Parser::give_up`].
//!
//! One answer is read, that about the background. Other answers of terminals, mouse reports and unknown sequences are swallowed: they never become typed text.

use super::{ground, sequences};
use crate::desk::key::{Key, KeyPress};
use crate::desk::msg::Msg;
use std::time::Duration;

/// How long a lone ESC may turn out to be the beginning of a sequence.
const ESC_PATIENCE: Duration = Duration::from_millis(25);
/// How long the rest of a begun sequence may take on a poor link.
const SEQUENCE_PATIENCE: Duration = Duration::from_millis(500);
/// What is kept of one paste, in bytes; no field takes more.
const MAX_PASTE: usize = 1 << 20;
/// Longer sequences are nobody's; they are swallowed without being kept.
const MAX_SEQUENCE: usize = 64;
const PASTE_END: &[u8] = b"\x1b[201~";

/// Reads keys out of bytes, however they are cut into pieces.
#[derive(Default)]
pub struct Parser {
    state: State,
    /// What belongs to the state: bytes of a character, of a sequence, of a paste.
    kept: Vec<u8>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
enum State {
    #[default]
    Ground,
    /// Inside a character of several bytes; so many are missing. `alt` if ESC stood before it.
    Char {
        missing: u8,
        alt: bool,
    },
    Esc,
    Csi,
    /// Single shift three: one more byte.
    Ss3,
    /// The letter of a function key of the Linux console: `ESC [ [ A`.
    Console,
    /// A mouse report of the oldest kind: so many bytes follow.
    Mouse {
        missing: u8,
    },
    /// OSC, DCS, APC, PM, SOS: until BEL or ESC \.
    Answer {
        opener: u8,
        escaped: bool,
        empty: bool,
    },
    Paste,
}

/// Letters alone, three and more of them: what somebody types by hand does not come so.
pub(super) fn as_burst(read: Vec<Msg>) -> Vec<Msg> {
    let letter = |msg: &Msg| match msg {
        Msg::Key(press) => press.typed().filter(|c| c.is_alphabetic()),
        _ => None,
    };
    match read.iter().map(letter).collect::<Option<String>>() {
        Some(word) if read.len() >= 3 => vec![Msg::Burst(word)],
        _ => read,
    }
}

impl Parser {
    /// Takes what was read and gives what it means.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Msg> {
        let mut out = Vec::new();
        for &byte in bytes {
            self.byte(byte, &mut out);
        }
        out
    }

    /// How long to wait for more before [`Parser::give_up`]; `None` if nothing is unfinished.
    pub fn patience(&self) -> Option<Duration> {
        match self.state {
            State::Ground | State::Paste => None,
            State::Esc => Some(ESC_PATIENCE),
            _ => Some(SEQUENCE_PATIENCE),
        }
    }

    /// Nothing more came: what was begun is a key of its own, or nothing.
    pub fn give_up(&mut self) -> Vec<Msg> {
        let mut out = Vec::new();
        match self.state {
            State::Esc => out.push(Msg::Key(KeyPress::plain(Key::Esc))),
            State::Csi if self.kept.is_empty() => out.push(alt('[')),
            State::Ss3 => out.push(alt('O')),
            State::Answer { opener, empty: true, .. } => out.push(alt(opener.into())),
            _ => {}
        }
        self.enter(State::Ground);
        out
    }

    fn enter(&mut self, state: State) {
        self.state = state;
        self.kept.clear();
    }

    fn byte(&mut self, byte: u8, out: &mut Vec<Msg>) {
        match self.state {
            State::Ground => self.ground(byte, false, out),
            State::Char { missing, alt } => self.inside_char(byte, missing, alt, out),
            State::Esc => self.after_esc(byte, out),
            State::Csi => self.csi(byte, out),
            State::Ss3 => {
                out.extend(sequences::ss3(byte).map(Msg::Key));
                self.enter(State::Ground);
            }
            State::Console => {
                out.extend(sequences::console(byte).map(Msg::Key));
                self.enter(State::Ground);
            }
            State::Mouse { missing: 1 } => self.enter(State::Ground),
            State::Mouse { missing } => self.state = State::Mouse { missing: missing - 1 },
            State::Answer { opener, escaped, .. } => match (escaped, byte) {
                (_, 0x07) | (true, b'\\') => {
                    let ground = if opener == b']' { ground::answer(&self.kept) } else { None };
                    out.extend(ground.map(Msg::Ground));
                    self.enter(State::Ground);
                }
                (true, _) => {
                    self.enter(State::Esc);
                    self.after_esc(byte, out);
                }
                (false, _) => {
                    if byte != 0x1b && self.kept.len() < MAX_SEQUENCE {
                        self.kept.push(byte);
                    }
                    self.state = State::Answer { opener, escaped: byte == 0x1b, empty: false };
                }
            },
            State::Paste => self.paste(byte, out),
        }
    }

    fn ground(&mut self, byte: u8, alt: bool, out: &mut Vec<Msg>) {
        self.enter(State::Ground);
        let missing = match byte {
            0x1b => return self.enter(State::Esc),
            0x00..=0x7f => {
                out.extend(sequences::ascii(byte, alt).map(Msg::Key));
                return;
            }
            0xc2..=0xdf => 1,
            0xe0..=0xef => 2,
            0xf0..=0xf4 => 3,
            _ => return,
        };
        self.kept.push(byte);
        self.state = State::Char { missing, alt };
    }

    fn inside_char(&mut self, byte: u8, missing: u8, alt: bool, out: &mut Vec<Msg>) {
        if !(0x80..=0xbf).contains(&byte) {
            return self.ground(byte, false, out);
        }
        self.kept.push(byte);
        if missing > 1 {
            self.state = State::Char { missing: missing - 1, alt };
            return;
        }
        if let Some(c) = std::str::from_utf8(&self.kept).ok().and_then(|s| s.chars().next()).filter(|c| !c.is_control()) {
            out.push(Msg::Key(KeyPress { key: Key::Char(c), ctrl: false, alt }));
        }
        self.enter(State::Ground);
    }

    fn after_esc(&mut self, byte: u8, out: &mut Vec<Msg>) {
        match byte {
            b'[' => self.enter(State::Csi),
            b'O' => self.enter(State::Ss3),
            b']' | b'P' | b'_' | b'^' | b'X' => self.enter(State::Answer { opener: byte, escaped: false, empty: true }),
            // Twice ESC is ESC pressed twice; the second may begin a sequence.
            0x1b => out.push(Msg::Key(KeyPress::plain(Key::Esc))),
            _ => self.ground(byte, true, out),
        }
    }

    fn csi(&mut self, byte: u8, out: &mut Vec<Msg>) {
        match byte {
            b'[' if self.kept.is_empty() => self.enter(State::Console),
            b'M' if self.kept.is_empty() => self.enter(State::Mouse { missing: 3 }),
            0x20..=0x3f => {
                if self.kept.len() < MAX_SEQUENCE {
                    self.kept.push(byte);
                }
            }
            b'~' if self.kept == b"200" => self.enter(State::Paste),
            0x40..=0x7e => {
                out.extend(sequences::csi(&self.kept, byte).map(Msg::Key));
                self.enter(State::Ground);
            }
            // A control character or a letter inside: the sequence was cut off.
            _ => self.ground(byte, false, out),
        }
    }

    fn paste(&mut self, byte: u8, out: &mut Vec<Msg>) {
        // Beyond the limit only the last bytes are kept, so that the end is still seen.
        if self.kept.len() >= MAX_PASTE + PASTE_END.len() {
            let seen = self.kept.len() - PASTE_END.len() + 1;
            self.kept.copy_within(seen.., MAX_PASTE);
            self.kept.truncate(MAX_PASTE + PASTE_END.len() - 1);
        }
        self.kept.push(byte);
        if byte == b'~' && self.kept.ends_with(PASTE_END) {
            let text = &self.kept[..self.kept.len() - PASTE_END.len()];
            out.push(Msg::Paste(String::from_utf8_lossy(text).into_owned()));
            self.enter(State::Ground);
        }
    }
}

fn alt(c: char) -> Msg {
    Msg::Key(KeyPress { key: Key::Char(c), ctrl: false, alt: true })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(msgs: Vec<Msg>) -> String {
        let word = |msg| match msg {
            Msg::Key(press) => press.to_string(),
            Msg::Paste(text) => format!("<{text}>"),
            other => format!("{other:?}"),
        };
        msgs.into_iter().map(word).collect::<Vec<_>>().join(" ")
    }

    /// Everything at once, then nothing more.
    fn whole(bytes: &[u8]) -> String {
        let mut parser = Parser::default();
        let mut msgs = parser.feed(bytes);
        msgs.extend(parser.give_up());
        said(msgs)
    }

    const TABLE: &[(&[u8], &str)] = &[
        (b"aZ ~", "a Z space ~"),
        ("é漢😀".as_bytes(), "é 漢 😀"),
        (b"\r\n\t\x7f\x08", "enter enter tab backspace ctrl-h"),
        (b"\x01\x13\x1a\x00", "ctrl-a ctrl-s ctrl-z ctrl-space"),
        (b"\x1b", "esc"),
        (b"\x1b\x1b", "esc esc"),
        (b"\x1b\x1b[A", "esc up"),
        (b"\x1bb\x1b\x7f", "alt-b alt-backspace"),
        ("\x1bé".as_bytes(), "alt-é"),
        (b"\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F\x1b[Z", "up down right left home end backtab"),
        (b"\x1bOA\x1bOB\x1bOH\x1bOF\x1bOM\x1bOP\x1bOS", "up down home end enter f1 f4"),
        (b"\x1b[1~\x1b[3~\x1b[4~\x1b[5~\x1b[6~\x1b[7~\x1b[8~", "home delete end pageup pagedown home end"),
        (b"\x1b[11~\x1b[15~\x1b[17~\x1b[21~\x1b[23~\x1b[24~\x1b[[A\x1b[[E", "f1 f5 f6 f10 f11 f12 f1 f5"),
        (b"\x1b[1;5C\x1b[1;3D\x1b[3;5~\x1b[1;2A\x1b[1;2P", "ctrl-right alt-left ctrl-delete up f1"),
        (b"\x1b[97;5u\x1b[27;5;115~\x1b[13u\x1b[9;2u\x1b[27u", "ctrl-a ctrl-s enter backtab esc"),
        (b"\x1b[200~baris 1\r\nbaris\t2\x1b[A\x1b[201~x", "<baris 1\r\nbaris\t2\x1b[A> x"),
        (b"\x1b[200~\x1b[201~", "<>"),
        // Answers nobody asked for, in every form.
        (b"\x1b[?1;2c\x1b[>41;0;0c\x1b[24;80R\x1b[0n\x1b[?2026;2$y\x1b[I\x1b[Oa", "a"),
        (
            b"\x1b]11;rgb:0000/0000/0000\x07a\x1b]52;c;aGFp\x1b\\b\x1bP>|xterm(1)\x1b\\c\x1b_Gi=1\x1b\\d",
            "Ground(Dark) a b c d",
        ),
        (b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b]11;?\x07\x1bP11;rgb:0/0/0\x07x", "Ground(Light) x"),
        (b"\x1b[<35;10;20M\x1b[<0;1;1m\x1b[M !!a\x1b[2;5~b", "a b"),
        // Garbage.
        (b"\xff\xfe\x80a\xc3(\xe2\x82b\xf5\xc0\xaf", "a ( b"),
        ("\u{85}\u{9b}a".as_bytes(), "a"),
        (b"\xed\xa0\x80a", "a"),
        (b"\x1b[12\x03a", "ctrl-c a"),
        (b"\x1b[12\x1b[A", "up"),
        (b"\x1b[", "alt-["),
        (b"\x1bO", "alt-O"),
        (b"\x1bP", "alt-P"),
        (b"\x1b[1;5", ""),
        (b"\x1b]0;x", ""),
        (b"\x1b]0;x\x1b[Aa", "up a"),
    ];

    #[test]
    fn bytes_mean_keys() {
        for (bytes, expected) in TABLE {
            assert_eq!(whole(bytes), *expected, "{}", bytes.escape_ascii());
        }
    }

    #[test]
    fn however_the_bytes_are_cut_they_mean_the_same() {
        for (bytes, expected) in TABLE {
            for cut in 1..bytes.len() {
                let mut parser = Parser::default();
                let mut msgs = parser.feed(&bytes[..cut]);
                msgs.extend(parser.feed(&bytes[cut..]));
                msgs.extend(parser.give_up());
                assert_eq!(said(msgs), *expected, "{} cut at {cut}", bytes.escape_ascii());
            }
        }
    }

    #[test]
    fn only_something_unfinished_needs_patience() {
        let after = |bytes: &[u8]| {
            let mut parser = Parser::default();
            parser.feed(bytes);
            parser.patience()
        };
        assert_eq!(after(b"a\x1b[A"), None);
        assert_eq!(after(b"\x1b"), Some(ESC_PATIENCE));
        assert_eq!(after(b"\x1b[1;"), Some(SEQUENCE_PATIENCE));
        assert_eq!(after(b"\x1b[200~half a paste"), None);
    }

    #[test]
    fn a_huge_paste_is_one_text_with_its_end_seen() {
        let mut bytes = b"\x1b[200~".to_vec();
        bytes.extend(std::iter::repeat_n(b'x', 6_500_000));
        bytes.extend(b"\x1b[201~q");
        let mut parser = Parser::default();
        let mut msgs = Vec::new();
        for piece in bytes.chunks(4095) {
            msgs.extend(parser.feed(piece));
        }
        let [Msg::Paste(text), Msg::Key(key)] = msgs.as_slice() else { panic!("{} messages", msgs.len()) };
        assert!(text.len() >= MAX_PASTE && text.len() < MAX_PASTE + 16 && text.bytes().all(|b| b == b'x'));
        assert_eq!(*key, KeyPress::char('q'));
    }

    #[test]
    fn endless_sequences_take_no_memory() {
        for opener in [&b"\x1b["[..], b"\x1b]", b"\x1bP"] {
            let mut parser = Parser::default();
            parser.feed(opener);
            for _ in 0..1000 {
                assert!(parser.feed(&[b'1'; 1000]).is_empty());
            }
            assert!(parser.kept.capacity() < 1000);
        }
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_break_it(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
            let mut parser = Parser::default();
            parser.feed(&bytes);
            parser.give_up();
            if parser.state != State::Paste {
                proptest::prop_assert_eq!(said(parser.feed(b"q")), "q");
            }
        }
    }
}
