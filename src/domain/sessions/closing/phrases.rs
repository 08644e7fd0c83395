//! Finding words in shared text: the same phrase in another text, listed words, names.

use crate::domain::RecordId;
use crate::domain::language::clean;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// So many words in a row are no accident.
const PHRASE: usize = 4;

/// One shared text, word by word.
pub struct Passage {
    pub at: RecordId,
    words: Vec<Word>,
}

struct Word {
    written: String,
    folded: String,
    /// Begins the text or a sentence.
    first: bool,
}

impl Passage {
    pub fn new(at: RecordId, text: &str) -> Self {
        let mut words: Vec<Word> = Vec::new();
        let mut first = true;
        for token in text.split_whitespace() {
            let written = token.trim_matches(|c: char| !c.is_alphanumeric());
            if !written.is_empty() {
                words.push(Word { written: written.to_owned(), folded: clean::fold(written), first });
                first = false;
            }
            first |= token.ends_with(['.', '!', '?', ':', '→']);
        }
        Passage { at, words }
    }

    /// Which of the two languages it is written in, by its small words: what is a judgement in one is none in the other.
    pub fn is_indonesian(&self) -> bool {
        const INDONESIAN: [&str; 30] = [
            "yang", "dan", "di", "ke", "dari", "untuk", "dengan", "tidak", "sudah", "belum", "ini", "itu", "pada", "akan",
            "saya", "saudara", "anda", "ia", "dia", "sangat", "lebih", "agar", "serta", "oleh", "karena", "adalah", "telah",
            "warga", "sering", "selalu",
        ];
        const ENGLISH: [&str; 24] = [
            "the", "and", "a", "an", "is", "was", "are", "to", "of", "in", "he", "she", "you", "not", "very", "his", "her",
            "for", "with", "often", "always", "be", "has", "did",
        ];
        let count = |list: &[&str]| self.words.iter().filter(|word| list.contains(&word.folded.as_str())).count();
        let shaped = self.words.iter().filter(|word| {
            let word = word.folded.as_str();
            word.len() > 5
                && (word.starts_with("me") || word.starts_with("ber") || word.ends_with("nya") || word.ends_with("kan"))
        });
        count(&INDONESIAN) + shaped.count() > count(&ENGLISH)
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The longest phrases of four words or more that also stand in one of the texts, as they are written here.
    pub fn repeated_from(&self, texts: &[String]) -> Vec<String> {
        let own: Vec<&str> = self.words.iter().map(|w| w.folded.as_str()).collect();
        let mut places: HashMap<&[&str], Vec<usize>> = HashMap::new();
        for (at, start) in own.windows(PHRASE).enumerate() {
            places.entry(start).or_default().push(at);
        }
        if places.is_empty() {
            return vec![];
        }
        let mut spans: Vec<(usize, usize)> = Vec::new();
        for text in texts {
            let folded = folded_words(text);
            let other: Vec<&str> = folded.iter().map(String::as_str).collect();
            for (from, start) in other.windows(PHRASE).enumerate() {
                for at in places.get(start).into_iter().flatten() {
                    // Not where it goes on from the word before: that one has found it whole.
                    if *at > 0 && from > 0 && own[at - 1] == other[from - 1] {
                        continue;
                    }
                    let length = own[*at..].iter().zip(&other[from..]).take_while(|(a, b)| a == b).count();
                    spans.push((*at, at + length));
                }
            }
        }
        self.longest(spans)
    }

    /// Spans that lie in no other, in the order of the text.
    fn longest(&self, spans: Vec<(usize, usize)>) -> Vec<String> {
        let mut all: Vec<(usize, usize)> = spans.into_iter().collect::<HashSet<_>>().into_iter().collect();
        all.sort_by_key(|(from, to)| (*from, usize::MAX - *to));
        let mut reached = 0;
        all.retain(|(_, to)| {
            let further = *to > reached;
            reached = reached.max(*to);
            further
        });
        all.into_iter().map(|(from, to)| self.written(from, to)).collect()
    }

    fn written(&self, from: usize, to: usize) -> String {
        let words: Vec<&str> = self.words[from..to].iter().map(|w| w.written.as_str()).collect();
        words.join(" ")
    }

    /// Those of the listed words (or groups of words) that stand here, as they are written, each once. `malasnya`,
    /// `pemalas` and `malas-malasan` are `malas`, too. What lies inside a spared phrase is no find.
    pub fn words_of<'a>(&self, list: impl Iterator<Item = &'a str>, spared: &[&str]) -> impl Iterator<Item = String> {
        let same = is_form_of;
        let places = |wanted: &[String]| self.positions(wanted, same).map(|at| at..at + wanted.len()).collect::<Vec<_>>();
        let spared: Vec<Range<usize>> = spared.iter().flat_map(|phrase| places(&folded_words(phrase))).collect();
        let found: Vec<String> = list
            .filter_map(|wanted| {
                let wanted = folded_words(wanted);
                let free = |at: &usize| !spared.iter().any(|s| s.start <= *at && at + wanted.len() <= s.end);
                let at = self.positions(&wanted, same).find(free)?;
                Some(self.written(at, at + wanted.len()))
            })
            .collect();
        found.into_iter()
    }

    /// Its words: as written, folded, and whether each begins a sentence.
    pub fn words(&self) -> impl Iterator<Item = (&str, &str, bool)> {
        self.words.iter().map(|word| (word.written.as_str(), word.folded.as_str(), word.first))
    }

    /// Where these words begin.
    fn positions<'a>(
        &'a self,
        wanted: &'a [String],
        same: impl Fn(&str, &str) -> bool + 'a,
    ) -> impl Iterator<Item = usize> + 'a {
        let here = self.words.windows(wanted.len().max(1)).enumerate();
        let fits = move |here: &[Word]| here.iter().zip(wanted).all(|(a, b)| same(&a.folded, b));
        here.filter(move |(_, words)| !wanted.is_empty() && fits(words)).map(|(at, _)| at)
    }
}

fn folded_words(text: &str) -> Vec<String> {
    let words = text.split_whitespace().map(|token| token.trim_matches(|c: char| !c.is_alphanumeric()));
    words.filter(|word| !word.is_empty()).map(clean::fold).collect()
}

/// Whether a word is a listed one, with an ending, a prefix, or doubled: `malasnya`, `pemalas`, `bermalas-malasan`.
fn is_form_of(word: &str, wanted: &str) -> bool {
    // Short words are parts of too many others.
    const SHORTEST: usize = 5;
    let ends = |word: &str| word == wanted || ["nya", "an", "kan"].iter().any(|end| word.strip_suffix(end) == Some(wanted));
    let begins = |word: &str| ["ber", "ter", "pe", "ke", "se", "di"].iter().any(|p| word.strip_prefix(p).is_some_and(ends));
    if word == wanted || word.strip_suffix("nya") == Some(wanted) {
        return true;
    }
    wanted.len() >= SHORTEST && word.split('-').all(|part| !part.is_empty() && (ends(part) || begins(part)))
}
