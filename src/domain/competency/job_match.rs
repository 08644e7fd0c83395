//! Job person match: attained levels against required ones, as a percentage. Bands are decided on the exact fraction,
//! never on the rounded figure, and values above 100 % stay what they are.
//!
//! A supervisor's rating is no formal assessment: whoever shows this says that it is indicative.

use super::current::Standing;
use super::framework::CompetencyKind;
use super::level::Level;
use super::standard::PositionKind;
use crate::domain::RuleSet;
use serde::Serialize;
use strum::IntoStaticStr;

/// An exact share of a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Share {
    pub attained: u64,
    pub required: u64,
}

impl Share {
    /// `None` if nothing is required.
    pub fn new(attained: u64, required: u64) -> Option<Self> {
        (required > 0).then_some(Share { attained, required })
    }
    /// Per cent in hundredths, half up: 24/27 is 8889. Only to be shown.
    pub fn hundredths(self) -> u64 {
        let (a, r) = (u128::from(self.attained), u128::from(self.required));
        u64::try_from((a * 20_000 + r) / (2 * r)).unwrap_or(u64::MAX)
    }
    pub fn exceeds_whole(self) -> bool {
        self.attained > self.required
    }
    pub fn band(self, rules: &RuleSet) -> MatchBand {
        let reaches = |percent: u8| u128::from(self.attained) * 100 >= u128::from(percent) * u128::from(self.required);
        if reaches(rules.match_qualified) {
            MatchBand::Qualified
        } else if reaches(rules.match_still) {
            MatchBand::StillQualified
        } else {
            MatchBand::Underqualified
        }
    }
    /// Two shares with whole weights that total 100, still exact.
    pub fn weighted(technical: Share, general: Share, technical_weight: u8) -> Share {
        let weight = u64::from(technical_weight.min(100));
        let part = |share: Share, other: Share, weight: u64| weight * share.attained * other.required;
        Share {
            attained: part(technical, general, weight) + part(general, technical, 100 - weight),
            required: 100 * technical.required * general.required,
        }
    }
}

/// The band of a match. Memenuhi, masih memenuhi, kurang memenuhi syarat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum MatchBand {
    Underqualified,
    StillQualified,
    Qualified,
}

impl MatchBand {
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// The match of one person with the own position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JobPersonMatch {
    /// Over all that could be compared.
    pub all: Share,
    pub technical: Option<Share>,
    /// Managerial and socio-cultural together.
    pub general: Option<Share>,
    /// By the weights of the position's level, where the rule set has some and both parts are there.
    pub weighted: Option<Share>,
    /// Technical weight in per cent that was used for it.
    pub technical_weight: Option<u8>,
    pub compared: usize,
    /// Required, but nothing is known: left out of both sums, so the match is of a part only.
    pub unknown: usize,
}

impl JobPersonMatch {
    /// The weighted share where there is one.
    pub fn share(&self) -> Share {
        self.weighted.unwrap_or(self.all)
    }
    pub fn band(&self, rules: &RuleSet) -> MatchBand {
        self.share().band(rules)
    }
    pub fn is_complete(&self) -> bool {
        self.unknown == 0
    }
}

/// `None` if nothing that is required is known.
pub fn job_match(standings: &[Standing], position: Option<&str>, rules: &RuleSet) -> Option<JobPersonMatch> {
    let of = |wanted: fn(CompetencyKind) -> bool| {
        let pairs = standings.iter().filter(|s| wanted(s.kind)).filter_map(|s| Some((s.required?, s.known()?)));
        share(pairs)
    };
    let all = of(|_| true)?;
    let technical = of(|kind| kind == CompetencyKind::Technical);
    let general = of(|kind| kind != CompetencyKind::Technical);
    let technical_weight = position.and_then(|p| rules.technical_weight(PositionKind::of(p)));
    let parts = technical.zip(general).zip(technical_weight);
    let weighted = parts.map(|((technical, general), weight)| Share::weighted(technical, general, weight));
    let technical_weight = technical_weight.filter(|_| weighted.is_some());
    let required = standings.iter().filter(|s| s.required.is_some());
    let compared = required.clone().filter(|s| s.known().is_some()).count();
    let unknown = required.count() - compared;
    Some(JobPersonMatch { all, technical, general, weighted, technical_weight, compared, unknown })
}

/// Sums of required and attained levels.
pub fn share(pairs: impl IntoIterator<Item = (Level, Level)>) -> Option<Share> {
    let sum = pairs.into_iter().fold((0, 0), |(attained, required), (standard, known)| {
        (attained + u64::from(known.number()), required + u64::from(standard.number()))
    });
    Share::new(sum.0, sum.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use MatchBand::*;
    use proptest::prelude::*;

    fn of(attained: u64, required: u64) -> Share {
        Share::new(attained, required).unwrap()
    }
    fn band(attained: u64, required: u64) -> MatchBand {
        of(attained, required).band(&RuleSet::default())
    }

    #[test]
    fn the_bands_are_those_of_the_rule() {
        assert_eq!((of(24, 27).hundredths(), band(24, 27)), (8889, Qualified));
        assert_eq!((of(20, 25).hundredths(), band(20, 25)), (8000, Qualified));
        assert_eq!((of(17, 25).hundredths(), band(17, 25)), (6800, StillQualified));
        assert_eq!((of(16, 25).hundredths(), band(16, 25)), (6400, Underqualified));
        assert_eq!((of(25, 18).hundredths(), of(25, 18).exceeds_whole()), (13889, true));
        assert_eq!(Share::new(3, 0), None);
    }

    #[test]
    fn the_band_is_decided_before_rounding() {
        assert_eq!((of(79_996, 100_000).hundredths(), band(79_996, 100_000)), (8000, StillQualified));
        assert_eq!((of(67_996, 100_000).hundredths(), band(67_996, 100_000)), (6800, Underqualified));
    }

    #[test]
    fn weights_follow_the_level_of_the_position() {
        let rules = RuleSet::default();
        let weight = |position| rules.technical_weight(PositionKind::of(position));
        let muda = Share::weighted(of(75, 100), of(85, 100), weight("Auditor Ahli Muda").unwrap());
        assert_eq!((muda.hundredths(), muda.band(&rules)), (8000, Qualified));
        let pertama = Share::weighted(of(60, 100), of(80, 100), weight("Auditor Ahli Pertama").unwrap());
        assert_eq!((pertama.hundredths(), pertama.band(&rules)), (6800, StillQualified));
        assert_eq!((weight("Auditor Ahli Madya"), weight("Pengelola Layanan")), (Some(40), None));
    }

    proptest! {
        #[test]
        fn nothing_is_capped_and_no_band_is_decided_on_a_rounded_figure(attained in 0u64..5_000, required in 1u64..5_000) {
            let share = of(attained, required);
            prop_assert_eq!(share.exceeds_whole(), share.hundredths() > 10_000 || attained > required);
            prop_assert!(share.hundredths() >= attained * 10_000 / required);
            let expected = if attained * 100 >= 80 * required { Qualified }
                else if attained * 100 >= 68 * required { StillQualified } else { Underqualified };
            prop_assert_eq!(band(attained, required), expected);
        }

        #[test]
        fn equal_parts_weigh_the_same_whatever_the_weights(attained in 0u64..500, required in 1u64..500, weight in 0u8..=100) {
            let part = of(attained, required);
            let whole = Share::weighted(part, part, weight);
            prop_assert_eq!(whole.attained * part.required, part.attained * whole.required);
        }
    }
}
