//! The guard of the hidden screen: what is meant for it is answered here, before everything else.

use super::App;
use crate::desk::command::Command;
use crate::desk::effect::Effect;
use crate::desk::key::{Key, KeyPress};
use crate::desk::msg::Msg;
use crate::screens::locked::{Asks, Locked};
use zeroize::Zeroize;

impl App {
    /// What is meant for the hidden screen, or hides it, is answered here; everything else is given back.
    pub(crate) fn guard(&mut self, msg: Msg) -> Option<Msg> {
        match (msg, &mut self.locked) {
            (Msg::Idle, _) => self.lock(),
            (Msg::Unlocked(opens), Some(locked)) if matches!(locked.asks, Asks::Patience) => {
                if opens {
                    self.locked = None;
                } else {
                    locked.asks = Asks::passphrase(true);
                }
            }
            (Msg::Unlocked(_), _) => {}
            (Msg::Key(press), Some(_)) => self.key_while_locked(press),
            (Msg::Paste(mut text), Some(locked)) => {
                match &mut locked.asks {
                    Asks::Passphrase { typed, .. } => text.chars().for_each(|c| typed.push(c)),
                    Asks::Key => self.locked = None,
                    Asks::Patience => {}
                }
                text.zeroize();
            }
            // Before anything else: also while a key waits for the disk, or everybody is still being read.
            (Msg::Key(press), None) if self.desk.keymap.keys(Command::Lock).contains(&press) => self.lock(),
            (msg, _) => return Some(msg),
        }
        None
    }

    /// Hides the screen. A hidden one forgets what was typed of a passphrase.
    pub(crate) fn lock(&mut self) {
        let asks = if self.desk.settings.asks_passphrase { Asks::passphrase(false) } else { Asks::Key };
        match &mut self.locked {
            None => self.locked = Some(Locked { since: self.desk.office.now, asks }),
            Some(locked) if matches!(locked.asks, Asks::Passphrase { .. }) => locked.asks = asks,
            Some(_) => {}
        }
    }

    pub(crate) fn key_while_locked(&mut self, press: KeyPress) {
        let Some(locked) = &mut self.locked else { return };
        match (&mut locked.asks, press) {
            // It opens, and does nothing else.
            (Asks::Key, _) => self.locked = None,
            // Who has no passphrase may leave. The place is kept as if the line had dropped.
            (_, KeyPress { key: Key::Char('c'), ctrl: true, .. }) => self.desk.effects.push(Effect::Quit),
            (_, KeyPress { key: Key::Char('l'), ctrl: true, .. }) => self.desk.effects.push(Effect::Redraw),
            (Asks::Patience, _) => {}
            (Asks::Passphrase { typed, .. }, KeyPress { key: Key::Enter, .. }) => {
                if !typed.is_empty() {
                    self.desk.effects.push(Effect::Unlock(std::mem::take(typed)));
                    locked.asks = Asks::Patience;
                }
            }
            (Asks::Passphrase { typed, .. }, KeyPress { key: Key::Backspace, .. }) => typed.pop(),
            (Asks::Passphrase { typed, .. }, KeyPress { key: Key::Char('h'), ctrl: true, .. }) => typed.pop(),
            (asks, KeyPress { key: Key::Esc, .. } | KeyPress { key: Key::Char('u'), ctrl: true, .. }) => {
                *asks = Asks::passphrase(false);
            }
            (Asks::Passphrase { typed, .. }, press) => press.typed().into_iter().for_each(|c| typed.push(c)),
        }
    }
}
