//! The middle of a few counts, kept exact: half a count is a count and a half.

use std::cmp::Ordering;

/// Twice the median: whole also where two counts lie in the middle. `None` without counts.
pub fn doubled(counts: impl IntoIterator<Item = u32>) -> Option<u32> {
    let mut counts: Vec<u32> = counts.into_iter().collect();
    counts.sort_unstable();
    let middle = counts.len() / 2;
    let upper = counts.get(middle)?;
    match counts.len() % 2 {
        0 => counts.get(middle.checked_sub(1)?).map(|lower| lower.saturating_add(*upper)),
        _ => Some(upper.saturating_mul(2)),
    }
}

/// How far a count lies below the median, in halves: `Greater` than `by` counts or not.
pub fn is_below(count: u32, doubled_median: u32, by: u32) -> bool {
    let needed = count.saturating_mul(2).saturating_add(by.saturating_mul(2));
    !matches!(needed.cmp(&doubled_median), Ordering::Greater)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_an_even_number_lies_between_two() {
        assert_eq!(doubled([6, 5, 4, 3, 2, 1]), Some(7));
        assert_eq!(doubled([12, 10, 9, 8, 8, 7, 3]), Some(16));
        assert_eq!(doubled([]), None);
        assert_eq!(doubled([4]), Some(8));
    }

    #[test]
    fn two_below_four_is_two() {
        assert!(is_below(2, 8, 2) && !is_below(3, 8, 2) && is_below(3, 10, 2));
    }
}
