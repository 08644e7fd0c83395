//! Finding people by a few letters of any part of the name. Never guesses: says everybody who matches. Where names
//! are the same, words of titles, position and unit narrow them down.

use crate::domain::language::clean;
use crate::domain::people::name::titles;
use crate::domain::{PersonId, PersonName, RosterRow, UnitTree};
use std::collections::HashMap;
use std::sync::Arc;

/// The names that a line can mean, folded and sorted once so that every keystroke is quick.
#[derive(Clone, Debug, Default)]
pub struct Names {
    people: Vec<Named>,
    /// Every word of every name with whose it is, sorted by the word.
    words: Vec<(String, u32)>,
    /// The initials of every name that has two to four, with whose they are, sorted.
    initials: Vec<(Initials, u32)>,
    index: HashMap<PersonId, u32>,
}

#[derive(Clone, Debug)]
struct Named {
    id: PersonId,
    full: String,
    name: String,
    nip: Option<String>,
    words: Vec<String>,
    /// What narrows the name down; an office has few of each, so people share them.
    titles: Arc<[String]>,
    post: Arc<[String]>,
    unit: Arc<str>,
}

/// Two to four letters; the rest is nothing.
type Initials = [char; 4];

/// Fewer digits than a birth date say nothing about whose NIP it is.
const LEAST_OF_NIP: usize = 8;
/// Where nothing but a name can stand, a few digits of any part are enough.
const LEAST_OF_NIP_IN_COMMANDS: usize = 4;

impl Names {
    /// The people of a list; make it anew when the list changes.
    pub fn of<'a>(rows: impl IntoIterator<Item = &'a RosterRow>, units: &UnitTree) -> Self {
        let mut names = Names::default();
        let mut unit_names: HashMap<_, Arc<str>> = HashMap::new();
        let mut posts: HashMap<_, Arc<[String]>> = HashMap::new();
        let mut title_lists: HashMap<_, Arc<[String]>> = HashMap::new();
        let labels = units.labels();
        for row in rows {
            let at = u32::try_from(names.people.len()).unwrap_or(u32::MAX);
            let words = split(&row.name.name);
            names.words.extend(words.iter().map(|word| (word.clone(), at)));
            names.initials.extend(initials(words.iter().filter_map(|word| word.chars().next())).map(|of| (of, at)));
            let nip = row.nip.as_ref().map(|nip| nip.as_str().to_owned());
            names.words.extend(nip.iter().map(|nip| (nip.clone(), at)));
            names.index.insert(row.id, at);
            let unit = unit_names
                .entry(row.unit)
                .or_insert_with(|| row.unit.and_then(|id| labels.get(&id)).map_or("", String::as_str).into())
                .clone();
            let position = row.position.as_deref().unwrap_or("");
            let post = posts.entry((row.unit, position)).or_insert_with(|| [split(position), split(&unit)].concat().into());
            let (front, back) = (row.name.front.as_str(), row.name.back.as_str());
            let titles =
                title_lists.entry((front, back)).or_insert_with(|| [title_words(front), title_words(back)].concat().into());
            let (titles, post, full, name) = (titles.clone(), post.clone(), row.name.full(), row.name.name.clone());
            names.people.push(Named { id: row.id, full, name, nip, words, titles, post, unit });
        }
        names.words.sort_unstable();
        names.initials.sort_unstable();
        names
    }

    /// Everybody whom these words can mean: each is the beginning of another word of the name. A name typed in full
    /// means its bearer even where it is also the beginning or a part of a longer one. Forms of address may stand before
    /// the name; titles narrow it down and are never dropped to fit somebody else's; a word that is none of these is a
    /// word of the name. Two to four initials do if nothing else matches.
    pub fn find(&self, typed: &str) -> Vec<PersonId> {
        self.ids(self.positions(&Typed::read(typed)))
    }

    /// The same where nothing but a name can stand: behind the name, words of the titles, the position and the unit
    /// narrow it down (`agus uli a.md`, `agus uli rengas`).
    pub fn narrow(&self, typed: &str) -> Vec<PersonId> {
        let typed = Typed::read(typed);
        let mut found = self.positions(&typed);
        if found.is_empty() {
            found = self.by_words_and_post(&typed.bare);
        }
        self.ids(found)
    }

    /// Everybody whom a name in a command or a form can mean, where a part of the NIP does as well.
    pub fn meant(&self, typed: &str) -> Vec<PersonId> {
        let digits: String = typed.chars().filter(|c| !matches!(c, ' ' | '.' | '-' | '\u{a0}')).collect();
        if digits.len() >= LEAST_OF_NIP_IN_COMMANDS && digits.chars().all(|c| c.is_ascii_digit()) {
            let has = |named: &&Named| named.nip.as_ref().is_some_and(|nip| nip.contains(&digits));
            return self.people.iter().filter(has).map(|named| named.id).collect();
        }
        let found = self.narrow(typed);
        let by_id = || self.people.iter().map(|named| named.id).filter(|id| id.to_string() == typed.trim()).collect();
        if found.is_empty() { by_id() } else { found }
    }

    /// Those whose whole name this is as a list writes it: whatever its dots and capitals, with titles or without. Titles
    /// that are written tell namesakes apart; titles that are left out don't.
    pub fn called(&self, written: &str) -> Vec<PersonId> {
        let name = PersonName::parse(unaddressed(written));
        let exactly = |words: &[String]| -> Vec<usize> {
            let Some(longest) = words.iter().max_by_key(|word| word.len()) else { return vec![] };
            self.beginning(longest).into_iter().filter(|at| self.people[*at].words == words).collect()
        };
        let mut found = exactly(&split(&name.name));
        if found.is_empty() {
            found = exactly(&split(written));
        }
        let titles: Vec<String> = split(&format!("{} {}", name.front, name.back));
        let titled = |at: &usize| titles.iter().all(|title| self.people[*at].titles.contains(title));
        if found.len() > 1 && !titles.is_empty() && found.iter().any(titled) {
            found.retain(titled);
        }
        self.ids(found)
    }

    /// Those in whose names all these words stand, each as it is; one of them has three letters.
    pub fn with_words(&self, written: &str) -> Vec<PersonId> {
        let words = split(&PersonName::parse(unaddressed(written)).name);
        let Some(longest) = words.iter().max_by_key(|word| word.chars().count()).filter(|word| word.chars().count() >= 3)
        else {
            return vec![];
        };
        let has = |at: &usize| words.iter().all(|word| self.people[*at].words.contains(word));
        self.ids(self.beginning(longest).into_iter().filter(has).collect())
    }

    /// People in whose names, units or numbers all these words stand somewhere: for a list from which somebody is
    /// chosen, never for choosing. Those whose names begin so come first.
    pub fn near(&self, typed: &str) -> Vec<PersonId> {
        let words = split(typed);
        let anywhere = |named: &&Named| {
            let within = |word: &String| {
                let in_name = named.words.iter().chain(named.titles.iter()).any(|of| of.contains(word.as_str()));
                let nip = named.nip.as_ref().is_some_and(|nip| nip.starts_with(word.as_str()));
                in_name || nip || named.post.iter().any(|of| of.contains(word.as_str()))
            };
            !words.is_empty() && words.iter().all(within)
        };
        let begins = |named: &Named| words.first().is_some_and(|w| named.words.iter().any(|of| of.starts_with(w.as_str())));
        let mut found: Vec<&Named> = self.people.iter().filter(anywhere).collect();
        found.sort_by_key(|named| (!begins(named), &named.words, named.id));
        let certain = self.narrow(typed);
        let rest = found.into_iter().map(|named| named.id).filter(|id| !certain.contains(id)).collect::<Vec<_>>();
        let mut certain = certain;
        certain.sort_by_cached_key(|id| (self.words(*id).to_vec(), *id));
        certain.into_iter().chain(rest).collect()
    }

    /// The whole name with titles and, where somebody has the same name, the unit or else the end of the NIP.
    pub fn label(&self, id: PersonId) -> Option<String> {
        let full = &self.named(id)?.full;
        Some(self.mark(id).map_or_else(|| full.clone(), |mark| format!("{full} · {mark}")))
    }

    /// The same without titles, where a line is short.
    pub fn short_label(&self, id: PersonId) -> Option<String> {
        let name = &self.named(id)?.name;
        Some(self.mark(id).map_or_else(|| name.clone(), |mark| format!("{name} · {mark}")))
    }

    /// What tells somebody from others of the same name: the unit, or else the end of the NIP.
    fn mark(&self, id: PersonId) -> Option<String> {
        let named = self.named(id)?;
        let alike = |other: &&Named| other.words == named.words && other.id != id;
        let same: Vec<&Named> = self.find(&named.name).into_iter().filter_map(|id| self.named(id)).filter(alike).collect();
        if same.is_empty() {
            return None;
        }
        let own_unit = !named.unit.is_empty() && same.iter().all(|other| other.unit != named.unit);
        let end = named.nip.as_deref().and_then(|nip| nip.get(nip.len().checked_sub(4)?..)).map(|end| format!("…{end}"));
        if own_unit { Some(named.unit.to_string()) } else { end }
    }

    fn ids(&self, found: Vec<usize>) -> Vec<PersonId> {
        found.into_iter().filter_map(|at| Some(self.people.get(at)?.id)).collect()
    }

    /// The whole name with titles.
    pub fn full(&self, id: PersonId) -> Option<&str> {
        self.named(id).map(|named| named.full.as_str())
    }

    /// The folded words of the name, without titles.
    pub(super) fn words(&self, id: PersonId) -> &[String] {
        self.named(id).map_or(&[], |named| &named.words)
    }

    /// What to type so that only this person is meant: the name, or the NIP where somebody has the same name.
    pub fn typed(&self, id: PersonId) -> Option<&str> {
        let named = self.named(id)?;
        let clear = self.find(&named.name).len() == 1;
        Some(named.nip.as_deref().filter(|_| !clear).unwrap_or(&named.name))
    }

    /// Whether the word is a whole word of somebody's name.
    pub(super) fn has_word(&self, word: &str) -> bool {
        split(word).iter().any(|word| self.starting(word).first().is_some_and(|(whole, _)| whole == word))
    }

    /// Whether the word is a whole word of this person's name.
    pub(super) fn is_word_of(&self, word: &str, id: PersonId) -> bool {
        let words = split(word);
        self.named(id).is_some_and(|named| words.iter().all(|word| named.words.contains(word)))
    }

    fn named(&self, id: PersonId) -> Option<&Named> {
        self.index.get(&id).and_then(|at| self.people.get(*at as usize))
    }

    fn positions(&self, typed: &Typed) -> Vec<usize> {
        // The name as it was typed, whole: nobody else is meant, whatever else would fit.
        for words in [&typed.all, &typed.unaddressed] {
            let whole = self.whole(words);
            if !whole.is_empty() {
                return whole;
            }
        }
        // `bu sari` may be Ibu Sari or Sari Budiman: without the form of address both are found.
        let mut found = self.by_words(&typed.bare);
        // A title that is left out of the name still says which of them.
        let titled = |at: &usize| {
            let has = |title: &String| self.people.get(*at).is_some_and(|named| named.titles.contains(title));
            typed.titles.iter().all(|words| words.iter().all(has))
        };
        if found.iter().any(titled) {
            found.retain(titled);
            // Whole behind a title that its bearer has.
            let whole: Vec<usize> = found.iter().copied().filter(|at| self.people[*at].words == typed.bare).collect();
            if let [one] = whole.as_slice() {
                return vec![*one];
            }
        }
        if typed.titles.is_empty() {
            let whole = self.whole(&typed.bare);
            if !whole.is_empty() {
                return whole;
            }
        }
        if found.is_empty() {
            found = self.by_words(&typed.all);
        }
        match typed.all.as_slice() {
            [one] if found.is_empty() => initials(one.chars()).map_or(vec![], |letters| self.by_initials(letters)),
            _ => found,
        }
    }

    /// Those whose name is these words and no more, with or without their titles.
    fn whole(&self, words: &[String]) -> Vec<usize> {
        let Some(longest) = words.iter().max_by_key(|w| w.len()) else { return vec![] };
        let named: Vec<usize> = self.beginning(longest).into_iter().filter(|at| self.people[*at].words == words).collect();
        let is_all = |named: &Named| {
            let name = named.words.iter().map(String::as_str);
            split(&named.full).iter().map(String::as_str).eq(words.iter().map(String::as_str)) && name.len() < words.len()
        };
        // The longest word may be one of a title: the name's are looked up one after the other.
        let near = words.iter().flat_map(|word| self.beginning(word));
        let mut near: Vec<usize> = near.filter(|at| is_all(&self.people[*at])).chain(named).collect();
        near.sort_unstable();
        near.dedup();
        near
    }

    /// People a word of whose name begins so.
    fn beginning(&self, word: &str) -> Vec<usize> {
        let mut near: Vec<usize> = self.starting(word).iter().map(|(_, at)| *at as usize).collect();
        near.sort_unstable();
        near.dedup();
        near
    }

    fn by_words(&self, words: &[String]) -> Vec<usize> {
        // The longest word leaves the fewest people.
        let Some(longest) = words.iter().max_by_key(|w| w.len()) else { return vec![] };
        let mut near = self.beginning(longest);
        near.retain(|at| self.people.get(*at).is_some_and(|named| named.answers_to(words)));
        near
    }

    /// The first word is the name's, the others may say the post.
    fn by_words_and_post(&self, words: &[String]) -> Vec<usize> {
        let Some((first, rest)) = words.split_first().filter(|(_, rest)| !rest.is_empty()) else { return vec![] };
        let mut near = self.beginning(first);
        near.retain(|at| self.people.get(*at).is_some_and(|named| named.answers_with_post(first, rest)));
        near
    }

    /// The part of the sorted words that begin so.
    fn starting(&self, prefix: &str) -> &[(String, u32)] {
        if prefix.starts_with(|c: char| c.is_ascii_digit()) && prefix.len() < LEAST_OF_NIP {
            return &[];
        }
        let from = self.words.partition_point(|(word, _)| word.as_str() < prefix);
        let len = self.words[from..].partition_point(|(word, _)| word.starts_with(prefix));
        &self.words[from..from + len]
    }

    fn by_initials(&self, letters: Initials) -> Vec<usize> {
        let from = self.initials.partition_point(|(of, _)| *of < letters);
        self.initials[from..].iter().take_while(|(of, _)| *of == letters).map(|(_, at)| *at as usize).collect()
    }
}

impl Named {
    /// Each typed word begins another word of the name (or the NIP).
    fn answers_to(&self, typed: &[String]) -> bool {
        fn fit(typed: &[String], named: &Named, taken: u32) -> bool {
            let Some((first, rest)) = typed.split_first() else { return true };
            if named.nip.as_ref().is_some_and(|nip| first.len() >= LEAST_OF_NIP && nip.starts_with(first.as_str())) {
                return fit(rest, named, taken);
            }
            let free = named.words.iter().enumerate().take(32).filter(|(i, _)| taken & (1 << i) == 0);
            free.filter(|(_, word)| word.starts_with(first.as_str())).any(|(i, _)| fit(rest, named, taken | 1 << i))
        }
        typed.len() <= self.words.len() + 1 && typed.len() <= 8 && fit(typed, self, 0)
    }

    /// Those of the words that say nothing of the post answer to the name. A post's word needs three letters, a
    /// title all of them.
    fn answers_with_post(&self, first: &str, rest: &[String]) -> bool {
        let says_post = |word: &String| {
            let begins = word.chars().count() >= 3 && self.post.iter().any(|of_post| of_post.starts_with(word.as_str()));
            begins || self.titles.contains(word)
        };
        let of_name: Vec<String> =
            [first.to_owned()].into_iter().chain(rest.iter().filter(|w| !says_post(w)).cloned()).collect();
        self.answers_to(&of_name)
    }
}

fn initials(letters: impl Iterator<Item = char>) -> Option<Initials> {
    let (mut initials, mut count) = (Initials::default(), 0);
    for letter in letters {
        *initials.get_mut(count)? = letter;
        count += 1;
    }
    (count >= 2).then_some(initials)
}

/// What people type of titles: `A.Md.` is `a`, `md`, and `amd`.
fn title_words(titles: &str) -> Vec<String> {
    let mut out = split(titles);
    out.extend(titles.split([' ', ',']).map(|title| split(title).concat()).filter(|title| !title.is_empty()));
    out
}

/// The words of a name as they are compared: folded, without apostrophes, initials apart.
fn split(name: &str) -> Vec<String> {
    let folded = clean::fold(name).replace('\'', "");
    folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// What was typed where a name is expected, sorted by what each word can be.
struct Typed {
    /// Every word.
    all: Vec<String>,
    /// Without forms of address.
    unaddressed: Vec<String>,
    /// Without known titles, too.
    bare: Vec<String>,
    /// The words of each title.
    titles: Vec<Vec<String>>,
}

impl Typed {
    fn read(typed: &str) -> Self {
        let (mut unaddressed, mut bare, mut titles) = (vec![], vec![], vec![]);
        for word in typed.split_whitespace() {
            if is_address(word) {
                continue;
            }
            let words = split(word);
            unaddressed.extend(words.iter().cloned());
            if is_title(word) { titles.push(words) } else { bare.extend(words) }
        }
        let all = split(typed);
        // Who typed nothing else meant it as a name.
        if bare.is_empty() {
            (bare, titles) = (unaddressed.clone(), vec![]);
        }
        Typed { all, unaddressed, bare, titles }
    }
}

/// A form of address, which is no part of a name.
fn is_address(word: &str) -> bool {
    const ADDRESSES: [&str; 17] = [
        "pak", "bapak", "bp", "bpk", "bu", "ibu", "mas", "mbak", "kak", "bang", "sdr", "sdri", "saudara", "saudari", "mr",
        "mrs", "ms",
    ];
    ADDRESSES.contains(&clean::fold(word).trim_end_matches(['.', ',']))
}

/// A title that is known: `Drs.`, `S.H.`. What only looks like one (`Abd.`, `Muh.`) is a part of the name.
fn is_title(word: &str) -> bool {
    let bare = word.trim_end_matches([',', ';', ':']);
    titles::front(bare).is_some_and(|_| bare.ends_with('.') || bare.chars().count() > 1) || titles::degree(bare).is_some()
}

/// Lists are polite: `Ibu Siti Aminah`, `Bpk. Budi`.
pub fn unaddressed(written: &str) -> &str {
    let written = written.trim();
    match written.split_once(char::is_whitespace) {
        Some((first, rest)) if is_address(first) && !rest.trim().is_empty() => rest.trim(),
        _ => written,
    }
}

/// What may stand before a name and need not be part of it.
pub(super) fn stands_before(word: &str) -> bool {
    is_address(word) || is_title(word)
}
