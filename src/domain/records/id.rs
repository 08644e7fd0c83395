//! Identifiers: 128 bits that sort by the time of their making and say nothing about the person.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }
        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(s: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(s).map(Self)
            }
        }
    )+};
}

ids! {
    /// A person. Never the NIP: that one changes (a PPPK contract) and tells birth date and sex.
    PersonId,
    /// A work unit.
    UnitId,
    /// A piece of feedback or an observation.
    FeedbackId,
    /// Something that somebody has promised to do.
    ActionId,
    /// A line for the agenda of the next session.
    AgendaId,
    /// A feedback session.
    SessionId,
    /// A person skipped on purpose in a walk.
    SkipId,
    /// A planned work result (RHK).
    ResultId,
    /// An individual performance indicator (IKI) of a result.
    IndicatorId,
    /// A dated value of an indicator.
    CheckInId,
    /// One committed change.
    ChangeId,
    /// A rating of a competency.
    RatingId,
    /// A rating of a BerAKHLAK value.
    BehaviourId,
    /// What a leader expects of somebody in one value.
    ExpectationId,
    /// A framework that was taken over.
    FrameworkId,
    /// The standard of a position.
    StandardId,
    /// An item of a development plan.
    ItemId,
    /// Something that was learnt.
    LearningId,
    /// What somebody wants to learn.
    WishId,
    /// The supervisor's word on a need.
    NeedId,
    /// A mentoring pair.
    PairId,
    /// A word about somebody's career.
    CareerId,
    /// A support plan.
    SupportId,
    /// A course on offer.
    CourseId,
    /// A ceiling of the budget.
    BudgetId,
    /// A row of a proposal.
    ProposalId,
    /// An evaluation of one person and period.
    EvaluationId,
    /// An objection to an evaluation or to a sheet.
    ObjectionId,
    /// What is known of a unit in a period.
    UnitResultId,
    /// The holidays of a year, as they came in.
    HolidayListId,
    /// A plan as e-Kinerja lists it.
    SkpId,
    /// That something was withdrawn.
    WithdrawalId,
}

impl SkpId {
    /// There is one of a number.
    pub fn of(number: &str) -> Self {
        SkpId(named("skp", &number.to_lowercase()))
    }
}

impl FrameworkId {
    /// There is one framework of a version.
    pub fn of(version: &str) -> Self {
        FrameworkId(named("framework", version))
    }
}

impl StandardId {
    /// There is one standard of a position; `key` as [`crate::domain::competency::standard::position_key`] gives it.
    pub fn of(key: &str) -> Self {
        StandardId(named("standard", key))
    }
}

impl UnitResultId {
    /// There is one a unit and period; `key` as `UnitResult::key` gives it.
    pub fn of(key: &str, period: crate::domain::period::EvaluationPeriod) -> Self {
        UnitResultId(named("unit-result", &format!("{period} {key}")))
    }
}

impl HolidayListId {
    /// There is one a year.
    pub fn of(year: i16) -> Self {
        HolidayListId(named("holidays", &year.to_string()))
    }
}

/// For what is identified by its name: a digest of it.
fn named(kind: &str, name: &str) -> Uuid {
    let digest = Sha256::new().chain_update(kind).chain_update([0]).chain_update(name).finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

/// Makes identifiers. The shell seeds it with entropy, tests and the sample with a number: the same seed and the
/// same times give the same identifiers.
#[derive(Clone, Debug)]
pub struct IdSource {
    state: u64,
    counter: u16,
}

impl IdSource {
    pub fn seeded(seed: u64) -> Self {
        IdSource { state: seed, counter: 0 }
    }

    /// The next pseudo-random number (SplitMix64, public domain algorithm of Vigna).
    pub fn random(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A version 7 UUID: milliseconds, a counter that keeps the order within them, randomness.
    pub fn uuid(&mut self, now: jiff::Timestamp) -> Uuid {
        self.counter = (self.counter + 1) & 0x0FFF;
        let mut bytes = [0u8; 10];
        bytes[..2].copy_from_slice(&self.counter.to_be_bytes());
        bytes[2..].copy_from_slice(&self.random().to_be_bytes());
        let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::records::id::*;

    #[test]
    fn identifiers_made_in_one_millisecond_keep_their_order() {
        let mut ids = IdSource::seeded(7);
        let now = jiff::Timestamp::from_millisecond(1_700_000_000_000).unwrap();
        let made: Vec<_> = (0..50).map(|_| ids.uuid(now)).collect();
        let mut sorted = made.clone();
        sorted.sort();
        assert_eq!(made, sorted);
        assert_ne!(made[0], IdSource::seeded(8).uuid(now));
    }
}
