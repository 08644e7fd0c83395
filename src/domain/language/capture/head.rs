//! The beginning of a capture line: whom it is about, and its sign.

use super::names::stands_before;
use super::{Chip, Context, Read, What, Who};
use crate::domain::language::{clean, dates};
use crate::domain::{FeedbackKind, Owner, PersonId};
use std::ops::Range;

/// What the beginning says, and the words after it.
pub struct Head {
    pub who: Who,
    pub what: What,
    pub rest: Vec<Range<usize>>,
    pub chips: Vec<Chip>,
}

/// A sign further back is a mark of the sentence.
pub(super) const LONGEST_NAME: usize = 5;

/// Reads the beginning of a line of which `words` are the words without tags and audience.
pub fn read(line: &str, words: &[Range<usize>], context: &Context<'_>) -> Head {
    match sign(line, words, context) {
        Some(sign) => with_sign(line, context, sign),
        None => without_sign(line, words, context),
    }
}

/// A sign: the words of the name before it, its bytes, what it makes of the line, and the words behind it.
struct Sign {
    name: Vec<Range<usize>>,
    at: Range<usize>,
    what: What,
    rest: Vec<Range<usize>>,
}

/// The first sign behind nothing or behind what must be a name. A sign that hangs on a word (`+bagus`, `sari+`) needs
/// a known name or the start of the line, for it can be a mark of the sentence.
fn sign(line: &str, words: &[Range<usize>], context: &Context<'_>) -> Option<Sign> {
    for (i, at) in words.iter().enumerate().take(LONGEST_NAME + 1) {
        let known = |name: &[Range<usize>]| !context.names.narrow(&text(line, name)).is_empty();
        let after = &words[i + 1..];
        if let Some((what, length)) = what(&line[at.clone()]) {
            let (name, split) = (&words[..i], at.start + length);
            // On a person's screen unknown words before a sign are text, unless one of them is a name.
            let named = || context.here.is_none() || name.iter().any(|w| context.names.has_word(&line[w.clone()]));
            if i == 0 || known(name) || (split == at.end && named()) {
                let glued = (split < at.end).then_some(split..at.end);
                let rest = glued.into_iter().chain(after.iter().cloned()).collect();
                return Some(Sign { name: name.to_vec(), at: at.start..split, what, rest });
            }
        } else if let Some((what, length)) = what_at_end(&line[at.clone()]) {
            let split = at.end - length;
            let mut name = words[..=i].to_vec();
            name[i].end = split;
            if known(&name) {
                return Some(Sign { name, at: split..at.end, what, rest: after.to_vec() });
            }
        }
    }
    None
}

/// What the end of a word means as a sign.
fn what_at_end(word: &str) -> Option<(What, usize)> {
    [">>", "+", "-", "=", "!"].into_iter().find(|sign| word.ends_with(sign)).and_then(what)
}

/// What a word means as a sign, and how many of its bytes are the sign.
fn what(word: &str) -> Option<(What, usize)> {
    if word.starts_with(">>") {
        return Some((What::Action { owner: Owner::Employee, due: None }, 2));
    }
    let kind = match word.chars().next()? {
        '+' => What::Feedback(FeedbackKind::Praise),
        '-' => What::Feedback(FeedbackKind::Improve),
        '=' => What::Feedback(FeedbackKind::Observation),
        '!' => What::Agenda,
        _ => return None,
    };
    // `-5`, `--`, `=>` and `!!!` are no signs.
    let next = word.chars().nth(1);
    next.is_none_or(char::is_alphabetic).then_some((kind, 1))
}

fn with_sign(line: &str, context: &Context<'_>, sign: Sign) -> Head {
    let mut chips = Vec::new();
    let who = if sign.name.is_empty() {
        context.here.map_or(Who::Nobody, Who::One)
    } else {
        let name = text(line, &sign.name);
        let mut found = context.names.narrow(&name);
        found.sort_by_key(|id| Some(*id) != context.here);
        let who = who(found, name);
        chips.extend(person_chip(line, &sign.name, &who));
        who
    };
    let read = match sign.what {
        What::Feedback(kind) => Read::Feedback(kind),
        What::Agenda => Read::Agenda,
        What::Action { .. } => Read::Action,
    };
    chips.push(Chip { at: sign.at, read });
    Head { who, what: sign.what, rest: sign.rest, chips }
}

/// Without a sign it is an observation, and only as much of the beginning is a name as must be.
fn without_sign(line: &str, words: &[Range<usize>], context: &Context<'_>) -> Head {
    let what = What::Feedback(FeedbackKind::Observation);
    let all = |who| Head { who, what, rest: words.to_vec(), chips: vec![] };
    if let Some(here) = context.here {
        return all(Who::One(here));
    }
    let Some(first) = words.first() else { return all(Who::Nobody) };
    let (found, used) = leading_name(line, words, context);
    let named = &words[..used.max(1)];
    let who = who(found, text(line, std::slice::from_ref(first)));
    let chips = person_chip(line, named, &who).into_iter().collect();
    // Nothing is lost of what may be no name at all.
    let rest = if matches!(who, Who::Unknown(_)) { words.to_vec() } else { words[used..].to_vec() };
    Head { who, what, rest, chips }
}

/// The people that the first words mean, and how many words that took.
fn leading_name(line: &str, words: &[Range<usize>], context: &Context<'_>) -> (Vec<PersonId>, usize) {
    let word = |i: usize| words.get(i).map(|at: &Range<usize>| &line[at.clone()]);
    let address = usize::from(words.len() > 1 && word(0).is_some_and(stands_before));
    let mut used = address + 1;
    let mut found = word(address).map_or(vec![], |first| long_enough(first, context));
    if found.is_empty() && address == 1 {
        used = 1;
        found = word(0).map_or(vec![], |first| long_enough(first, context));
    }
    if found.is_empty() {
        return (found, 0);
    }
    let from = used - 1;
    // Whole as it was typed: what stands before the name may be its first part, or say which of them is meant.
    let typed = context.names.find(&text(line, &words[..used]));
    if address == 1 && !typed.is_empty() {
        found = typed;
    }
    while let Some(next) = word(used) {
        let mark = !next.contains(char::is_alphanumeric);
        let closed = mark || word(used - 1).is_some_and(|last| last.ends_with([':', ',']));
        if closed || used - from >= LONGEST_NAME || begins_a_sentence(line, &words[used..], context) {
            break;
        }
        let narrowed = context.names.find(&text(line, &words[..=used]));
        let whole = narrowed.iter().any(|id| context.names.is_word_of(next, *id));
        if narrowed.is_empty() || !(whole || next.chars().count() >= 3) {
            break;
        }
        (found, used) = (narrowed, used + 1);
    }
    (found, used)
}

/// One letter with no sign behind it is not enough for a name.
fn long_enough(word: &str, context: &Context<'_>) -> Vec<PersonId> {
    if word.chars().filter(|c| c.is_alphanumeric()).count() < 2 { vec![] } else { context.names.find(word) }
}

/// Words that are often the beginning of a name but are meant as themselves, and days.
fn begins_a_sentence(line: &str, words: &[Range<usize>], context: &Context<'_>) -> bool {
    const COMMON: [&str; 36] = [
        "dan", "dari", "yang", "ini", "itu", "ada", "akan", "tadi", "sudah", "belum", "tidak", "mau", "minta", "masih",
        "per", "untuk", "dengan", "kurang", "sering", "selalu", "bisa", "hadir", "izin", "sakit", "lupa", "telat", "the",
        "has", "was", "and", "not", "for", "did", "had", "can", "is",
    ];
    let list: Vec<&str> = words.iter().take(8).map(|at| &line[at.clone()]).collect();
    let common = list.first().is_some_and(|word| COMMON.contains(&clean::fold(word).as_str()));
    common || dates::begins_with_day(&list, context.today)
}

fn who(found: Vec<PersonId>, typed: String) -> Who {
    match found.as_slice() {
        [] => Who::Unknown(typed),
        [one] => Who::One(*one),
        _ => Who::Many(found),
    }
}

/// A tag may stand inside a name: the chip ends before it.
fn person_chip(line: &str, words: &[Range<usize>], who: &Who) -> Option<Chip> {
    let read = match who {
        Who::Nobody => return None,
        Who::Unknown(name) => Read::UnknownName(name.clone()),
        Who::One(id) => Read::Person(*id),
        Who::Many(ids) => Read::People(ids.clone()),
    };
    let mut at = words.first()?.clone();
    for next in &words[1..] {
        if !line[at.end..next.start].trim().is_empty() {
            break;
        }
        at.end = next.end;
    }
    Some(Chip { at, read })
}

fn text(line: &str, words: &[Range<usize>]) -> String {
    let words: Vec<&str> = words.iter().map(|at| &line[at.clone()]).collect();
    words.join(" ").trim_end_matches([':', ',']).to_owned()
}
