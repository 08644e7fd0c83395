//! Counts that leave the store: none under the floor, and none that can be told from what stands beside it.

/// Which cells of a partition may be shown beside its total. What is too small is hidden; if what is hidden could
/// still be told by subtracting, the next smallest is hidden with it, down to nothing.
pub fn shown(cells: &[usize], floor: usize) -> Vec<bool> {
    let mut shown: Vec<bool> = cells.iter().map(|cell| *cell == 0 || *cell >= floor).collect();
    let hidden =
        |shown: &[bool]| cells.iter().zip(shown).filter(|(_, shown)| !**shown).map(|(cell, _)| *cell).sum::<usize>();
    while hidden(&shown) > 0 && hidden(&shown) < floor {
        let left = cells.iter().enumerate().filter(|(at, cell)| shown[*at] && **cell > 0);
        match left.min_by_key(|(_, cell)| **cell).map(|(at, _)| at) {
            Some(at) => shown[at] = false,
            None => break,
        }
    }
    shown
}

/// Whether a total may be shown at all.
pub fn total_may_leave(total: usize, floor: usize) -> bool {
    total >= floor
}

/// Whether so many of a group may be told: neither they nor the others are few.
pub fn part_may_leave(part: usize, of: usize, floor: usize) -> bool {
    part >= floor && (part >= of || of - part >= floor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_small_cell_is_shown_and_none_can_be_told_by_subtracting() {
        for (cells, expected) in [
            (&[11, 3][..], &[false, false][..]),
            (&[9, 5], &[true, true]),
            (&[5, 5, 4], &[false, true, false]),
            (&[5, 15], &[true, true]),
            (&[4], &[false]),
            (&[5, 0, 9], &[true, true, true]),
        ] {
            assert_eq!(shown(cells, 5), expected, "{cells:?}");
        }
        assert!(!total_may_leave(4, 5) && total_may_leave(5, 5));
    }

    #[test]
    fn a_part_is_told_if_neither_it_nor_the_rest_is_small() {
        for (part, of, told) in [(5, 14, true), (11, 14, false), (14, 14, true), (3, 9, false), (8, 23, true)] {
            assert_eq!(part_may_leave(part, of, 5), told, "{part} of {of}");
        }
    }
}
