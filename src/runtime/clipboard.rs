//! Copies to the clipboard of the user's own terminal (OSC 52), also through tmux and screen. Only shared text comes
//! here. Whether the terminal takes it can't be known.

use crate::domain::SharedText;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Longer sequences are cut off or refused by terminals, in bytes of the text.
pub const LIMIT: usize = 74_000;
/// What screen takes in one piece.
const SCREEN_PIECE: usize = 500;

/// What stands between the program and the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Between {
    Nothing,
    Tmux,
    Screen,
}

impl Between {
    /// Looks at the environment.
    pub fn here() -> Between {
        if std::env::var_os("TMUX").is_some() {
            Between::Tmux
        } else if std::env::var_os("STY").is_some() {
            Between::Screen
        } else {
            Between::Nothing
        }
    }
}

/// The bytes that copy a text; `None` if it is too long to arrive whole.
pub fn sequence(text: &SharedText, between: Between) -> Option<Vec<u8>> {
    if text.get().len() > LIMIT {
        return None;
    }
    let plain = format!("\x1b]52;c;{}\x07", STANDARD.encode(text.get()));
    let bytes = match between {
        Between::Nothing => plain.into_bytes(),
        // The wrapper needs tmux's allow-passthrough, the plain one its set-clipboard: one of them arrives.
        Between::Tmux => format!("\x1bPtmux;{}\x1b\\{plain}", plain.replace('\x1b', "\x1b\x1b")).into_bytes(),
        Between::Screen => {
            let piece = |piece: &[u8]| [&b"\x1bP"[..], piece, &b"\x1b\\"[..]].concat();
            plain.as_bytes().chunks(SCREEN_PIECE).flat_map(piece).collect()
        }
    };
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Shared;

    fn copied(text: &str, between: Between) -> Option<String> {
        sequence(&Shared::new(text.to_owned()), between).map(|bytes| String::from_utf8(bytes).unwrap())
    }

    #[test]
    fn a_text_is_wrapped_for_what_stands_between() {
        assert_eq!(copied("hai", Between::Nothing).unwrap(), "\x1b]52;c;aGFp\x07");
        assert_eq!(copied("hai", Between::Tmux).unwrap(), "\x1bPtmux;\x1b\x1b]52;c;aGFp\x07\x1b\\\x1b]52;c;aGFp\x07");
        let long = copied(&"x".repeat(900), Between::Screen).unwrap();
        assert_eq!(long.matches("\x1bP").count(), 3);
        let joined = long.replace("\x1bP", "").replace("\x1b\\", "");
        assert_eq!(Some(joined), copied(&"x".repeat(900), Between::Nothing));
    }

    #[test]
    fn too_long_a_text_is_refused_and_escapes_in_it_are_only_encoded() {
        assert_eq!(copied(&"x".repeat(LIMIT + 1), Between::Nothing), None);
        assert!(copied(&"x".repeat(LIMIT), Between::Nothing).unwrap().len() < 100_000);
        assert_eq!(copied("\x1b[2J\x07", Between::Nothing).unwrap().matches('\x1b').count(), 1);
    }
}
