//! Which names of other people a text has. Those who are near (own team, those who stand above, peers in the unit) are
//! meant by any word of their name; of everybody else two words in a row are needed, or one behind a form of address.
//! An ordinary word counts only with a capital inside a sentence.

use super::Warning;
use super::phrases::Passage;
use crate::domain::language::clean;
use crate::domain::{Dossier, Roster, RosterRow};
use std::collections::{HashMap, HashSet};

/// Forms of address behind which a word is somebody's name.
const ADDRESSES: [&str; 16] =
    ["sdr", "sdri", "saudara", "saudari", "bp", "bpk", "bapak", "pak", "ibu", "bu", "dr", "mas", "mbak", "mr", "mrs", "ms"];

/// Names of other people, but not parts of the employee's or the user's own.
pub fn others_named(dossier: &Dossier, roster: &Roster, texts: &[Passage]) -> Vec<Warning> {
    let me = roster.me().map(|row| row.name.key()).unwrap_or_default();
    let own: HashSet<String> = words(&format!("{} {me}", dossier.person.name.key())).collect();
    let said = Said::of(texts, &own);
    if said.capital.is_empty() && said.pairs.is_empty() {
        return vec![];
    }
    let above = roster.line_of(roster.profile.me);
    let mut out = Vec::new();
    for row in roster.rows().iter().filter(|row| row.id != dossier.id() && Some(row.id) != roster.profile.me) {
        // Most people of an office are in no text: one word has to be there before anything else is looked at.
        let mentioned = row.name.name.split([' ', '.', '-']).any(|word| said.has(word));
        if !mentioned {
            continue;
        }
        let mine = roster.profile.me.is_some() && row.supervisor == roster.profile.me;
        let peer = row.unit.is_some() && row.unit == dossier.person.unit;
        if let Some((at, name)) = said.names(row, mine || peer || above.contains(&row.id)) {
            let warning = Warning::OtherPerson { name, at: texts[at].at };
            if !out.contains(&warning) {
                out.push(warning);
            }
        }
    }
    out
}

/// The words of all texts that can be a name, with the text in which each stands first.
struct Said<'t> {
    /// Written with a capital inside a sentence.
    capital: HashMap<&'t str, usize>,
    /// Behind a form of address.
    addressed: HashMap<&'t str, usize>,
    /// Two in a row, whatever their capitals, and whether both have one.
    pairs: HashMap<(&'t str, &'t str), (usize, bool)>,
    all: HashSet<&'t str>,
}

impl<'t> Said<'t> {
    fn of(texts: &'t [Passage], own: &HashSet<String>) -> Self {
        let mut said =
            Said { capital: HashMap::new(), addressed: HashMap::new(), pairs: HashMap::new(), all: HashSet::new() };
        for (at, text) in texts.iter().enumerate() {
            let mut before: Option<(&str, bool)> = None;
            for (written, folded, first) in text.words() {
                let capital = written.starts_with(char::is_uppercase);
                if own.contains(folded) || folded.chars().count() < 3 {
                    before = Some((folded, false));
                    continue;
                }
                said.all.insert(folded);
                if capital && !first {
                    said.capital.entry(folded).or_insert(at);
                }
                // The dot of `Sdr.` ends no sentence.
                if before.is_some_and(|(word, _)| ADDRESSES.contains(&word)) {
                    said.addressed.entry(folded).or_insert(at);
                }
                if let Some((word, was_capital)) = before.filter(|_| !first) {
                    let pair = said.pairs.entry((word, folded)).or_insert((at, false));
                    pair.1 |= capital && was_capital;
                }
                before = Some((folded, capital));
            }
        }
        said
    }

    /// Cheap, for everybody of a large office.
    fn has(&self, word: &str) -> bool {
        let mut small = [0u8; 32];
        if word.is_ascii() && word.len() <= small.len() {
            let small = &mut small[..word.len()];
            small.copy_from_slice(word.as_bytes());
            small.make_ascii_lowercase();
            return std::str::from_utf8(small).is_ok_and(|word| self.all.contains(word));
        }
        self.all.contains(clean::fold(word).as_str())
    }

    /// The text that names somebody, and by which words.
    fn names(&self, row: &RosterRow, near: bool) -> Option<(usize, String)> {
        let parts: Vec<String> = words(&row.name.key()).collect();
        let known = |map: &HashMap<&str, usize>| parts.iter().find_map(|part| map.get(part.as_str()).copied());
        let pair = |whole: bool| {
            parts.windows(2).find_map(|two| {
                let (at, capitals) = *self.pairs.get(&(two[0].as_str(), two[1].as_str()))?;
                (capitals || whole).then_some(at)
            })
        };
        // Written small, only the whole name is no accident.
        let whole =
            parts.len() > 1 && parts.windows(2).all(|two| self.pairs.contains_key(&(two[0].as_str(), two[1].as_str())));
        let one = near.then(|| known(&self.capital)).flatten();
        let only = (parts.len() == 1).then(|| known(&self.capital)).flatten();
        let at = pair(whole).or(one).or_else(|| known(&self.addressed)).or(only)?;
        Some((at, row.name.name.clone()))
    }
}

fn words(folded: &str) -> impl Iterator<Item = String> + '_ {
    folded.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| word.chars().count() > 2).map(str::to_owned)
}
