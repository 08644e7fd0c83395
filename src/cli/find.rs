//! The person that a name on the command line means: by words of the name or digits of the NIP. Never guesses when two
//! fit.

use super::{Failure, Kind};
use crate::domain::language::capture::Names;
use crate::domain::language::clean::fold;
use crate::domain::{PersonId, Roster, RosterRow};
use crate::i18n::Text;

/// How many of those who fit are named.
const NAMED: usize = 8;

/// The one who is meant, by the finder of the capture line: a name in full is never taken for another one.
pub fn find<'r>(roster: &'r Roster, typed: &str) -> Result<&'r RosterRow, Failure> {
    if fold(typed).is_empty() {
        return Err(Failure::usage("usage-name-empty", []));
    }
    let names = Names::of(roster.rows(), &roster.units);
    let found: Vec<&RosterRow> = names.meant(typed).into_iter().filter_map(|id| roster.row(id)).collect();
    match found.as_slice() {
        [row] => Ok(row),
        [] => {
            let failure = Failure::refused("failure-nobody", [("name", typed.into())]);
            let near: Vec<&RosterRow> = names.near(typed).into_iter().filter_map(|id| roster.row(id)).collect();
            // A part of a word names nobody; who has it is said.
            if near.is_empty() {
                Err(failure.hint(Text::plain("cli-hint-names")))
            } else {
                Err(named(roster, failure, near))
            }
        }
        _ => {
            let message = Text::with("failure-several", [("name", typed.into()), ("count", found.len().into())]);
            Err(several(roster, message, found))
        }
    }
}

/// The name in an answer: in words that tell namesakes apart.
pub fn label(roster: &Roster, id: PersonId) -> String {
    let full = || roster.row(id).map(|row| row.name.full());
    Names::of(roster.rows(), &roster.units).label(id).or_else(full).unwrap_or_default()
}

/// More than one fits: they are named, nobody is chosen.
pub fn several(roster: &Roster, message: Text, found: Vec<&RosterRow>) -> Failure {
    named(roster, Failure::new(Kind::Refused, message), found)
}

/// Each with what tells namesakes apart.
fn named(roster: &Roster, mut failure: Failure, mut found: Vec<&RosterRow>) -> Failure {
    found.sort_by_cached_key(|row| (row.name.key(), row.id));
    let labels = roster.units.labels();
    for row in found.iter().take(NAMED) {
        let nip = row.nip.as_ref().map_or("–", |nip| nip.as_str());
        let unit = row.unit.and_then(|id| labels.get(&id)).map_or("", String::as_str);
        let args = [("name", row.name.full().into()), ("nip", nip.into()), ("unit", unit.into())];
        failure = failure.hint(Text::with("cli-candidate", args));
    }
    match found.len().saturating_sub(NAMED) {
        0 => failure,
        more => failure.hint(Text::with("cli-candidates-more", [("count", more.into())])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::double::roster_of;

    #[test]
    fn a_part_of_the_name_or_of_the_nip_is_enough() {
        let roster = roster_of(&["Sari Dewi Lubis", "Ahmad Fauzi Nasution", "Dewi"]);
        for typed in ["sari", "dewi lubis", "LUB sar", "sdl", "19850101200001100 1", "1001"] {
            let found = find(&roster, typed);
            assert_eq!(found.map(|r| r.name.name.clone()).unwrap(), "Sari Dewi Lubis", "{typed}");
        }
        assert_eq!(find(&roster, "dewi").unwrap().name.name, "Dewi", "the whole name is no guess");
        let inside = find(&roster, "ubi").unwrap_err();
        assert_eq!((inside.message.id, inside.hints.len()), ("failure-nobody", 1), "a part of a word is offered, not taken");
    }

    #[test]
    fn when_several_fit_they_are_named_and_nobody_is_chosen() {
        let roster = roster_of(&["Sari Dewi Lubis", "Sari Rangkuti"]);
        let failure = find(&roster, "sari").unwrap_err();
        assert_eq!((failure.message.id, failure.hints.len()), ("failure-several", 2));
        assert_eq!(failure.kind.exit_code(), 1);
        assert_eq!(find(&roster, "togar").unwrap_err().message.id, "failure-nobody");
        assert_eq!(find(&roster, "  ").unwrap_err().kind.exit_code(), 2);
    }
}
