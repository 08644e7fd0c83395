//! How much of what has to be judged has evidence, and whether all of it came at the end.

use crate::domain::competency::behaviour::BehaviourValue;
use crate::domain::goal::plan::in_effect;
use crate::domain::period::{Period, days_between};
use crate::domain::{Dossier, RuleSet};
use jiff::civil::Date;

/// Evidence of one person in a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Results in effect on the last day, and how many of them have at least one note or value.
    pub results: (usize, usize),
    /// The seven values of behaviour, and how many have a note.
    pub behaviours: (usize, usize),
    /// Every piece, oldest first.
    pub days: Vec<Date>,
    /// In whole per cent, how much of it lies in the last quarter of the period; none without evidence.
    pub late_percent: Option<u32>,
    /// All of it, and enough to say so.
    pub all_late: bool,
}

impl Coverage {
    pub fn of(dossier: &Dossier, period: Period, rules: &RuleSet) -> Coverage {
        let notes = || dossier.evidence().filter(move |note| period.contains(note.on));
        let tagged = |tag: &str| notes().any(|note| note.tags.iter().any(|own| own == tag));
        let results = in_effect(dossier, period.until);
        let measured = |id| dossier.check_ins.iter().any(|value| value.result == id && period.contains(value.on));
        let with = results.iter().filter(|result| tagged(&result.tag) || measured(result.id)).count();
        let behaviours = BehaviourValue::ALL
            .into_iter()
            .filter(|value| notes().any(|note| note.tags.iter().any(|tag| value.is_tagged(tag))))
            .count();
        let values = dossier.check_ins.iter().map(|value| value.on).filter(|on| period.contains(*on));
        let mut days: Vec<Date> = notes().map(|note| note.on).chain(values).collect();
        days.sort_unstable();
        let (late_percent, all_late) = recency(&days, period, usize::from(rules.recency_least));
        Coverage {
            results: (with, results.len()),
            behaviours: (behaviours, BehaviourValue::ALL.len()),
            days,
            late_percent,
            all_late,
        }
    }
}

/// How much lies in the last quarter of a period, in whole per cent, and whether that is all of at least `least`.
pub fn recency(days: &[Date], period: Period, least: usize) -> (Option<u32>, bool) {
    let within: Vec<Date> = days.iter().copied().filter(|day| period.contains(*day)).collect();
    let late = within.iter().filter(|day| is_late(**day, period)).count();
    let percent = (late * 100).checked_div(within.len()).and_then(|percent| u32::try_from(percent).ok());
    (percent, within.len() >= least && late == within.len())
}

/// In the last quarter of the days of the period.
fn is_late(day: Date, period: Period) -> bool {
    let before = days_between(period.from, day);
    before * 4 >= period.days() * 3
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn everything_at_the_end_is_said_from_four_pieces_on() {
        let year = Period::year(2026);
        let late = date(2026, 10, 15);
        let mut days = vec![late; 11];
        days.push(date(2026, 3, 1));
        assert_eq!(recency(&days, year, 4), (Some(91), false));
        assert_eq!(recency(&[late; 12], year, 4), (Some(100), true));
        assert!(recency(&[date(2026, 11, 1); 4], year, 4).1);
        assert!(!recency(&[date(2026, 11, 1); 3], year, 4).1);
        assert!(!recency(&[date(2026, 2, 1); 4], year, 4).1);
        assert_eq!(recency(&[], year, 4), (None, false));
    }
}
