//! The competency that somebody means by what he or she wrote: in a file, or in the shell. Never guesses where two fit.

use super::framework::{Competency, Framework};
use crate::domain::language::clean;
use crate::domain::language::nearest::nearest;

/// The one that a cell names: whatever the case, the spaces (`Kerjasama`) and the code or number beside it
/// (`M.02 Kerja sama`).
pub fn named<'f>(framework: &'f Framework, written: &str) -> Option<&'f Competency> {
    let written = clean::clean_line(written);
    let readings = [written.as_str(), without_note(&written), without_code(&written), without_code(without_note(&written))];
    readings.into_iter().find_map(|reading| {
        let squeezed = squeezed(reading);
        let same = |name: &str| self::squeezed(name) == squeezed;
        let called = || framework.competencies.iter().find(|c| !squeezed.is_empty() && spellings(c).iter().any(|n| same(n)));
        framework.by_name(reading).or_else(called)
    })
}

/// All that a word typed in the shell fits: by what it is called, else by the beginnings of the words of its name.
pub fn fitting<'f>(framework: &'f Framework, typed: &str) -> Vec<&'f Competency> {
    if let Some(one) = named(framework, typed) {
        return vec![one];
    }
    let typed = clean::fold(&typed.replace(['-', '_'], " "));
    let parts: Vec<&str> = typed.split(' ').filter(|part| !part.is_empty()).collect();
    let begins = |name: &str| {
        let words: Vec<String> = clean::fold(name).split(' ').map(str::to_owned).collect();
        !parts.is_empty() && parts.iter().all(|part| words.iter().any(|word| word.starts_with(part)))
    };
    framework.competencies.iter().filter(|c| begins(&c.name.id) || begins(&c.name.en)).collect()
}

/// The one that was most likely meant by a name that none has.
pub fn near<'f>(framework: &'f Framework, written: &str) -> Option<&'f Competency> {
    let written = clean::fold(without_code(&clean::clean_line(written)));
    let names: Vec<(String, &Competency)> =
        framework.competencies.iter().flat_map(|c| [&c.name.id, &c.name.en].map(|n| (clean::fold(n), c))).collect();
    let known: Vec<&str> = names.iter().map(|(name, _)| name.as_str()).collect();
    let found = nearest(&written, &known)?;
    names.iter().find(|(name, _)| name == found).map(|(_, competency)| *competency)
}

fn spellings(competency: &Competency) -> [&str; 3] {
    [&competency.name.id, &competency.name.en, competency.id.as_str()]
}

fn squeezed(text: &str) -> String {
    clean::fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// `Integritas (M.01)`.
fn without_note(text: &str) -> &str {
    text.split_once('(').map_or(text, |(name, _)| name.trim())
}

/// `M.01 Integritas`, `SK.01 - Perekat bangsa`, `3) Komunikasi`.
fn without_code(text: &str) -> &str {
    let Some((first, rest)) = text.split_once(' ') else { return text };
    let numbers =
        first.len() <= 8 && (first.chars().any(|c| c.is_ascii_digit()) || (first.len() == 2 && first.ends_with(['.', ')'])));
    if numbers { rest.trim_start_matches([' ', '-', '–', ':', '.']) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(found: Option<&Competency>) -> &str {
        found.map_or("", |competency| competency.id.as_str())
    }

    #[test]
    fn a_cell_names_one_in_any_spelling() {
        let framework = Framework::national();
        for written in [
            "Kerja sama",
            " KERJASAMA ",
            "Kerja-sama",
            "M.02 Kerja sama",
            "2. Kerja sama",
            "Cooperation",
            "ksm",
            "Kerja Sama (M.02)",
        ] {
            assert_eq!(id(named(framework, written)), "cooperation", "{written}");
        }
        assert_eq!(id(named(framework, "SK.01 - Perekat bangsa")), "national-cohesion");
        for none in ["", "  ", "-", "M.01", "Menjahit"] {
            assert_eq!(id(named(framework, none)), "", "{none}");
        }
    }

    #[test]
    fn the_shell_takes_beginnings_and_names_all_that_fit() {
        let framework = Framework::national();
        let fits = |typed| fitting(framework, typed).iter().map(|c| c.id.as_str()).collect::<Vec<_>>();
        assert_eq!(fits("keputusan"), ["decision-making"]);
        assert_eq!(fits("deci mak"), ["decision-making"]);
        assert_eq!(fits("pelayanan pu"), ["public-service"]);
        assert_eq!(fits("pelayanan").len(), 2);
        assert!(fits("menjahit").is_empty() && fits(" ").is_empty());
        assert_eq!(id(near(framework, "Kearsiapan")), id(named(framework, "Kearsipan")));
        assert_eq!(id(near(framework, "Menjahit seragam")), "");
    }
}
