//! The known word that somebody most likely meant.

/// The nearest of the known words, if one is near enough to be meant.
pub fn nearest<'k>(typed: &str, known: &[&'k str]) -> Option<&'k str> {
    let limit = (typed.chars().count() / 3).max(2);
    known
        .iter()
        .map(|word| (distance(typed, word), *word))
        .filter(|(distance, word)| *distance <= limit && *distance < word.chars().count())
        .min()
        .map(|(_, word)| word)
}

/// How many letters must be added, removed, replaced or swapped with their neighbour.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = vec![0; b.len() + 1];
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let replaced = above[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = replaced.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use crate::domain::language::nearest::*;

    #[test]
    fn slips_of_the_finger_are_near_and_other_words_are_not() {
        assert_eq!(nearest("palin", &["lang", "plain", "ascii"]), Some("plain"));
        assert_eq!(nearest("colour", &["color", "cadence"]), Some("color"));
        assert_eq!(nearest("theme", &["color", "cadence"]), None);
        assert_eq!(distance("", "abc"), 3);
    }
}
