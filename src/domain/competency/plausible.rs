//! A level that is far from the one before it, and says nothing about why: asked about once, never refused.

use super::{CompetencyId, Level, Rater, Rating, RatingValue};
use jiff::civil::Date;

/// So many levels away from the last one are worth a word.
const FAR: u8 = 2;

/// The last level of the same rater before that day, if the new one lies two levels away from it without a reason.
pub fn leap(
    ratings: &[Rating],
    competency: &CompetencyId,
    rater: &Rater,
    value: RatingValue,
    on: Date,
    reason: &str,
) -> Option<(Level, Date)> {
    let level = value.level().filter(|_| reason.trim().is_empty())?;
    let same = |rating: &&Rating| rating.competency == *competency && rating.rater == *rater && rating.on < on;
    let last = ratings.iter().filter(same).filter(|rating| rating.level().is_some()).max_by_key(|rating| rating.moment())?;
    let before = last.level()?;
    (before.number().abs_diff(level.number()) >= FAR).then_some((before, last.on))
}
