//! What the word at the cursor of a capture line could become.

use super::{AUDIENCES, Context, VALUES, tokens};
use crate::domain::PersonId;
use crate::domain::language::clean;
use std::ops::Range;

/// One proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// Bytes of the line to replace.
    pub range: Range<usize>,
    pub replacement: String,
    /// What to show in a list.
    pub label: String,
}

/// More would not be read.
const MOST: usize = 8;

/// Proposals for the word that ends at the cursor (a byte of the line): people in the name before any sign, `#tags` and
/// audience words anywhere. Best first. A proposal never replaces a sign or the text behind it.
pub fn complete(line: &str, cursor: usize, context: &Context<'_>) -> Vec<Completion> {
    let cursor = (0..=cursor.min(line.len())).rev().find(|i| line.is_char_boundary(*i)).unwrap_or(0);
    let before = &line[..cursor];
    let start = before.rfind(char::is_whitespace).map_or(0, |i| i + before[i..].chars().next().map_or(1, char::len_utf8));
    let word = &before[start..];
    let proposal =
        |replacement: String, label: &str| Completion { range: start..cursor, replacement, label: label.to_owned() };
    if let Some(typed) = word.strip_prefix('#') {
        return tags(&clean::fold(typed), context).map(|tag| proposal(format!("#{tag} "), tag)).take(MOST).collect();
    }
    if word.starts_with('@') {
        let typed = clean::fold(word);
        let fitting = AUDIENCES.iter().filter(|(name, _)| name.starts_with(&typed));
        return fitting.map(|(name, _)| proposal(format!("{name} "), name)).collect();
    }
    people(before, context)
}

/// The person's results, the behaviour values, then the tags in use.
fn tags<'a>(typed: &'a str, context: &Context<'a>) -> impl Iterator<Item = &'a str> {
    let values = VALUES.iter().filter(move |(value, others)| {
        value.starts_with(typed) || (!typed.is_empty() && others.iter().any(|other| other.starts_with(typed)))
    });
    let is_result = |tag: &str| context.results.iter().any(|result| result == tag);
    let is_value = |tag: &str| VALUES.iter().any(|(value, _)| *value == tag);
    let results = context.results.iter().map(String::as_str).filter(move |tag| tag.starts_with(typed));
    let values = values.map(|(value, _)| *value).filter(move |value| !is_result(value));
    let used = context.tags.iter().map(String::as_str);
    let used = used.filter(move |tag| tag.starts_with(typed) && !is_value(tag) && !is_result(tag));
    results.chain(values).chain(used)
}

/// The whole beginning of the line is replaced, so that what is left can mean only one person.
fn people(before: &str, context: &Context<'_>) -> Vec<Completion> {
    let typed = before.trim();
    let words: Vec<&str> = tokens(before).map(|at| &before[at]).collect();
    let too_long = words.len() > super::head::LONGEST_NAME;
    let least = if context.here.is_some() { 2 } else { 1 };
    if typed.chars().count() < least || too_long || typed.contains(['#', '@']) || words.iter().any(|w| holds_sign(w)) {
        return vec![];
    }
    let found = context.names.narrow(typed);
    // After a space the name is finished, unless it can still mean several.
    if before.ends_with(char::is_whitespace) && found.len() < 2 {
        return vec![];
    }
    let from = before.len() - before.trim_start().len();
    let first = words.first().map(|w| clean::fold(w)).unwrap_or_default();
    let mut people: Vec<(bool, &[String], PersonId)> = found
        .into_iter()
        .map(|id| {
            let words = context.names.words(id);
            (!words.first().is_some_and(|word| word.starts_with(&first)), words, id)
        })
        .collect();
    people.sort_unstable();
    let proposal = |id: PersonId| {
        let (replacement, label) = (context.names.typed(id)?, context.names.label(id)?);
        Some(Completion { range: from..before.len(), replacement: format!("{replacement} "), label })
    };
    people.into_iter().take(MOST).filter_map(|(_, _, id)| proposal(id)).collect()
}

/// Whether a word is a sign or has one at an end: the name ends there.
fn holds_sign(word: &str) -> bool {
    const SIGNS: [char; 5] = ['+', '-', '=', '!', '>'];
    word.starts_with(SIGNS) || word.ends_with(SIGNS) || !word.contains(char::is_alphanumeric)
}
