//! What goes to the clipboard: shared text, looked at as before a session is closed.

use super::Desk;
use super::effect::Effect;
use super::notice::Tone;
use crate::domain::sessions::closing;
use crate::domain::sessions::paper::Printed;
use crate::domain::{PersonId, RecordId, SharedText};
use crate::i18n::Text;

/// A text that the copy key takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Copied {
    pub text: SharedText,
    /// Whose private words must not stand in it unseen; nobody's in a paper that was handed over.
    pub about: Option<PersonId>,
}

impl Desk {
    /// Where the guard finds something, it is asked once: the same key again copies.
    pub(crate) fn copy(&mut self, copied: Copied) {
        if let Some(asked) = self.look_before_copying(&copied)
            && self.notices.log().last().is_none_or(|notice| notice.text != asked)
        {
            return self.tell(Tone::Alarm, asked);
        }
        self.effects.push(Effect::Copy(copied.text));
    }

    fn look_before_copying(&self, copied: &Copied) -> Option<Text> {
        let dossier = self.shown().dossier(copied.about?)?;
        let at = RecordId::Person(dossier.id());
        let printed = Printed { at, text: copied.text.get().clone(), own_words: false };
        let found = closing::guard(dossier, &[printed], &self.office.roster, &self.office.rules);
        let warning = found.iter().find(|warning| warning.is_grave()).or(found.first())?;
        let word = warning.word().unwrap_or_default().to_owned();
        let said = self.words.with(warning.message_id(), &[("word", word.into())]);
        Some(Text::with("notice-copy-look", [("warning", said.into())]))
    }
}
