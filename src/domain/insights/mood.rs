//! How somebody said to feel about the work, talk by talk. Facts beside each other for the supervisor alone: no mean, no
//! trend in figures, nothing that leaves.

use super::median;
use crate::domain::Dossier;
use crate::domain::period::Period;
use jiff::civil::Date;
use strum::IntoStaticStr;

/// The median is of so many values.
const LAST: usize = 4;

/// A value that was said in a closed talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    pub on: Date,
    /// 1 (heavy) to 5 (good).
    pub mood: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Sign {
    /// The last two steps both went down.
    TwoFalls,
    /// The last value lies two or more below the median of the last four, itself among them.
    BelowOwnMedian,
}

impl Sign {
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// What was said in the closed talks of a period, oldest first.
pub fn said(dossier: &Dossier, period: Period) -> Vec<Said> {
    let closed = dossier.sessions.iter().filter(|session| session.is_closed() && period.contains(session.on));
    closed
        .filter_map(|session| {
            let mood = session.response.as_ref()?.mood?;
            Some(Said { on: session.on, mood })
        })
        .collect()
}

/// What the last values say. Only the end counts: whoever has risen again is not called falling.
pub fn sign(values: &[u8]) -> Option<Sign> {
    if let [.., first, second, third] = values
        && first > second
        && second > third
    {
        return Some(Sign::TwoFalls);
    }
    let (last, _) = values.split_last()?;
    let recent = &values[values.len().saturating_sub(LAST)..];
    let middle = median::doubled(recent.iter().map(|value| u32::from(*value)))?;
    median::is_below(u32::from(*last), middle, 2).then_some(Sign::BelowOwnMedian)
}

/// Two of three facts together say that somebody carries too much.
pub fn carries_too_much(work_high_twice: bool, overdue: usize, postponed_by_employee: usize) -> bool {
    [work_high_twice, overdue >= 3, postponed_by_employee >= 2].into_iter().filter(|fact| *fact).count() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_falls_at_the_end_or_far_below_the_own_median_are_signs() {
        assert_eq!(sign(&[4, 3, 2]), Some(Sign::TwoFalls));
        assert_eq!(sign(&[4, 4, 2]), Some(Sign::BelowOwnMedian));
        assert_eq!(sign(&[5, 5, 5, 3]), Some(Sign::BelowOwnMedian));
        for none in [&[3, 2, 3][..], &[4, 3], &[5, 4, 4, 3], &[2, 2, 2, 2], &[3], &[], &[4, 3, 3, 2], &[1, 2, 3, 2]] {
            assert_eq!(sign(none), None, "{none:?}");
        }
        assert_eq!(sign(&[5, 4, 3, 4]), None, "risen again");
    }

    #[test]
    fn one_fact_alone_is_no_sign_of_too_much() {
        assert!(carries_too_much(true, 3, 0) && carries_too_much(false, 3, 2));
        assert!(!carries_too_much(true, 2, 1) && !carries_too_much(false, 5, 0));
    }
}
