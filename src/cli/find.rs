//! The person that a name on the command line means: by a part of the name or of the NIP. Never guesses when two fit.

use super::{Failure, Kind};
use crate::domain::language::clean::fold;
use crate::domain::{Roster, RosterRow};
use crate::i18n::Text;

/// How many of those who fit are named.
const NAMED: usize = 8;
/// Fewer digits of a NIP fit everybody.
const DIGITS: usize = 4;

/// The one who fits best: by the whole name, by the beginnings of its parts, by any part.
pub fn find<'r>(roster: &'r Roster, typed: &str) -> Result<&'r RosterRow, Failure> {
    let wanted = fold(typed);
    if wanted.is_empty() {
        return Err(Failure::usage("usage-name-empty", []));
    }
    let digits: String = wanted.chars().filter(|c| !matches!(c, ' ' | '.' | '-')).collect();
    if digits.len() >= DIGITS && digits.chars().all(|c| c.is_ascii_digit()) {
        return one(roster, typed, |row| row.nip.as_ref().is_some_and(|nip| nip.as_str().contains(&digits)));
    }
    let parts: Vec<&str> = wanted.split(' ').collect();
    let whole = |row: &RosterRow| row.name.key() == wanted || fold(&row.name.full()) == wanted;
    let begins = |row: &RosterRow| {
        let name = fold(&row.name.full());
        parts.iter().all(|part| name.split([' ', ',', '.']).any(|word| word.starts_with(part)))
    };
    let contains = |row: &RosterRow| {
        let name = fold(&row.name.full());
        parts.iter().all(|part| name.contains(part)) || row.id.to_string() == wanted
    };
    let tests: [&dyn Fn(&RosterRow) -> bool; 3] = [&whole, &begins, &contains];
    match tests.iter().find(|test| roster.rows().iter().any(test)) {
        Some(test) => one(roster, typed, test),
        None => one(roster, typed, |_| false),
    }
}

fn one<'r>(roster: &'r Roster, typed: &str, fits: impl Fn(&RosterRow) -> bool) -> Result<&'r RosterRow, Failure> {
    let found: Vec<&RosterRow> = roster.rows().iter().filter(|row| fits(row)).collect();
    match found.as_slice() {
        [row] => Ok(row),
        [] => Err(Failure::refused("failure-nobody", [("name", typed.into())]).hint(Text::plain("cli-hint-names"))),
        _ => {
            let message = Text::with("failure-several", [("name", typed.into()), ("count", found.len().into())]);
            Err(several(roster, message, found))
        }
    }
}

/// More than one fits: they are named, nobody is chosen.
pub fn several(roster: &Roster, message: Text, mut found: Vec<&RosterRow>) -> Failure {
    found.sort_by_cached_key(|row| (row.name.key(), row.id));
    let mut failure = Failure::new(Kind::Refused, message);
    for row in found.iter().take(NAMED) {
        let nip = row.nip.as_ref().map_or("–", |nip| nip.as_str());
        let unit = roster.units.name(row.unit);
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
        for typed in ["sari", "dewi lubis", "LUB sar", "ubi", "19850101200001100 1"] {
            let found = find(&roster, typed);
            assert_eq!(found.map(|r| r.name.name.clone()).unwrap(), "Sari Dewi Lubis", "{typed}");
        }
        assert_eq!(find(&roster, "dewi").unwrap().name.name, "Dewi", "the whole name is no guess");
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
