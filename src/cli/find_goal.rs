//! The indicator that a word on the command line means: by the tag of its result, or by words of the titles. Never
//! guesses when two fit.

use super::Failure;
use crate::domain::goal::plan::Goal;
use crate::domain::goal::{Indicator, PerformancePlan, WorkResult};
use crate::domain::language::clean::fold;
use crate::i18n::Text;

/// How many of those that fit are named.
const NAMED: usize = 8;

/// One indicator with its result.
pub type Found<'a> = (&'a WorkResult, &'a Indicator);

/// The one that is meant.
pub fn find<'a>(plan: &PerformancePlan<'a>, typed: &str) -> Result<Found<'a>, Failure> {
    let of = |goals: &[Goal<'a>]| -> Vec<Found<'a>> {
        goals.iter().flat_map(|goal| goal.result.indicators.iter().map(|i| (goal.result, i))).collect()
    };
    // The plan comes first; what earlier plans left only where nothing of it is meant.
    let own = of(plan.own());
    let all = if fitting(&own, typed).is_empty() { of(&plan.goals) } else { own };
    let fitting = fitting(&all, typed);
    match fitting.as_slice() {
        [one] => Ok(*one),
        [] => Err(nothing(plan, &all, typed)),
        _ => {
            let args = [("goal", typed.into()), ("count", fitting.len().into())];
            Err(name(Failure::refused("checkin-several", args), &all, &fitting))
        }
    }
}

/// Those that a text fits. Within one result, the indicators whose own titles say it come first.
fn fitting<'a>(all: &[Found<'a>], typed: &str) -> Vec<Found<'a>> {
    let wanted = fold(typed);
    let wanted = wanted.trim_start_matches('#');
    let parts: Vec<&str> = wanted.split(' ').filter(|part| !part.is_empty()).collect();
    if parts.is_empty() {
        return vec![];
    }
    let words = |texts: &[&str]| -> Vec<String> {
        let split = |text: &&str| fold(text).split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect::<Vec<_>>();
        texts.iter().flat_map(split).collect()
    };
    let says = |texts: &[&str]| {
        let (words, tags) = (words(texts), texts);
        parts.iter().all(|part| words.iter().any(|word| word.starts_with(part)) || tags.contains(part))
    };
    let whole = |found: &&Found<'a>| fold(&found.1.title) == wanted || fold(&found.0.title) == wanted;
    let tagged = |found: &&Found<'a>| found.0.tag == wanted;
    let said = |found: &&Found<'a>| says(&[&found.0.tag, &found.0.title, &found.1.title]);
    let tests: [&dyn Fn(&&Found<'a>) -> bool; 3] = [&whole, &tagged, &said];
    let fits = tests.iter().map(|test| all.iter().filter(test).copied().collect::<Vec<_>>()).find(|fits| !fits.is_empty());
    let fits = fits.unwrap_or_default();
    let one_result = fits.iter().all(|(result, _)| result.id == fits[0].0.id);
    let own: Vec<Found<'a>> = fits.iter().copied().filter(|(_, indicator)| says(&[&indicator.title])).collect();
    if one_result && own.len() == 1 { own } else { fits }
}

/// Each with the shortest words that mean only it.
fn name(mut failure: Failure, all: &[Found<'_>], fitting: &[Found<'_>]) -> Failure {
    for found in fitting.iter().take(NAMED) {
        let (result, indicator) = found;
        let args = [
            ("goal", shortest(all, found).into()),
            ("indicator", indicator.title.as_str().into()),
            ("result", result.title.as_str().into()),
        ];
        failure = failure.hint(Text::with("checkin-candidate", args));
    }
    match fitting.len().saturating_sub(NAMED) {
        0 => failure,
        more => failure.hint(Text::with("cli-candidates-more", [("count", more.into())])),
    }
}

fn shortest(all: &[Found<'_>], (result, indicator): &Found<'_>) -> String {
    let title = fold(&indicator.title);
    let with_word =
        title.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 3).map(|w| format!("{} {w}", result.tag));
    let ways = std::iter::once(result.tag.clone()).chain(with_word).chain([title.clone()]);
    let means_it = |way: &String| matches!(fitting(all, way).as_slice(), [(_, only)] if only.id == indicator.id);
    ways.into_iter().find(means_it).unwrap_or(title)
}

fn nothing(plan: &PerformancePlan<'_>, all: &[Found<'_>], typed: &str) -> Failure {
    let failure = Failure::refused("checkin-nothing", [("goal", typed.into())]);
    let firsts: Vec<Found<'_>> =
        plan.goals.iter().filter_map(|goal| Some((goal.result, goal.result.indicators.first()?))).collect();
    name(failure, all, &firsts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Dossier;
    use crate::reports::{goals::tests, sample};

    fn found(dossier: &Dossier, typed: &str) -> Result<String, Failure> {
        let plan = PerformancePlan::on(dossier, sample::TODAY).unwrap();
        find(&plan, typed).map(|(_, indicator)| indicator.title.clone())
    }

    #[test]
    fn a_tag_or_words_of_the_titles_are_enough() {
        let dossier = tests::office();
        for typed in ["arsip", "#arsip", "boks", "Boks arsip yang ditata", "tertata boks", "arsip kuantitas boks"] {
            let outcome = found(&dossier, typed);
            if typed.contains("kuantitas") {
                assert_eq!(outcome.unwrap_err().message.id, "checkin-nothing");
            } else {
                assert_eq!(outcome.unwrap(), "Boks arsip yang ditata", "{typed}");
            }
        }
        assert_eq!(found(&dossier, "arsip temuan").unwrap(), "Temuan salah susun");
    }

    #[test]
    fn when_several_fit_each_is_named_with_words_that_mean_only_it() {
        let dossier = tests::office();
        let failure = found(&dossier, "data").unwrap_err();
        assert_eq!((failure.message.id, failure.kind.exit_code(), failure.hints.len()), ("checkin-several", 1, 2));
        for hint in &failure.hints {
            let crate::i18n::Arg::Word(way) = &hint.args[0].1 else { panic!("{hint:?}") };
            assert!(found(&dossier, way).is_ok(), "{way}");
        }
        assert!(found(&dossier, "  ").is_err());
    }
}
