//! What is worth a second look before shared words leave by the shell: said once, with the gravest first, and done only
//! where `--yes` says that it was seen.

use super::Failure;
use crate::domain::sessions::closing::{self, Warning};
use crate::domain::sessions::paper::Printed;
use crate::domain::{Dossier, Roster, RuleSet};
use crate::i18n::{Text, Words};

/// How many warnings are told.
const TOLD: usize = 8;

/// Refuses if private words of somebody are about to leave. What is no private word is told with them.
pub fn look_first(roster: &Roster, rules: &RuleSet, words: &Words, all: &[(&Dossier, Vec<Printed>)]) -> Result<(), Failure> {
    let mut found: Vec<(String, Warning)> = Vec::new();
    for (dossier, printed) in all {
        let name = dossier.person.name.full();
        found.extend(closing::guard(dossier, printed, roster, rules).into_iter().map(|w| (name.clone(), w)));
    }
    if !found.iter().any(|(_, warning)| warning.is_grave()) {
        return Ok(());
    }
    found.sort_by_key(|(_, warning)| !warning.is_grave());
    let left = found.len().saturating_sub(TOLD);
    let mut failure = Failure::refused("guarded-look", []);
    for (name, warning) in found.into_iter().take(TOLD) {
        let word = warning.word().unwrap_or_default().to_owned();
        let said = words.with(warning.message_id(), &[("word", word.into())]);
        failure = failure.hint(Text::with("guarded-warning", [("name", name.into()), ("warning", said.into())]));
    }
    if left > 0 {
        failure = failure.hint(Text::with("cli-candidates-more", [("count", left.into())]));
    }
    Err(failure.hint(Text::plain("guarded-hint-yes")))
}
