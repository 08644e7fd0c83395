//! The competency that a word on the command line means: by name, short name or identifier in either language, or by
//! the beginnings of the words of its name. Never guesses when two fit.

use super::Failure;
use crate::domain::competency::{Competency, Framework, lookup};
use crate::i18n::{Text, Words};

/// How many of those that fit are named.
const NAMED: usize = 8;

/// The one that is meant.
pub fn find<'f>(framework: &'f Framework, typed: &str, words: &Words) -> Result<&'f Competency, Failure> {
    let fitting = lookup::fitting(framework, typed);
    match fitting.as_slice() {
        [one] => Ok(one),
        [] => {
            let failure = Failure::refused("rate-nothing", [("competency", typed.into())]);
            let near = lookup::near(framework, typed).map(|near| vec![near]);
            let named = near.unwrap_or_else(|| framework.competencies.iter().collect());
            Err(name(failure, &named, words))
        }
        _ => {
            let args = [("competency", typed.into()), ("count", fitting.len().into())];
            Err(name(Failure::refused("rate-several", args), &fitting, words))
        }
    }
}

/// Each with its short name, which means only it.
fn name(mut failure: Failure, fitting: &[&Competency], words: &Words) -> Failure {
    for competency in fitting.iter().take(NAMED) {
        let args = [("short", words.wording(&competency.short).into()), ("name", words.wording(&competency.name).into())];
        failure = failure.hint(Text::with("rate-candidate", args));
    }
    match fitting.len().saturating_sub(NAMED) {
        0 => failure,
        more => failure.hint(Text::with("cli-candidates-more", [("count", more.into())])),
    }
}
