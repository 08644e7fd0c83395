//! Competencies: what a post requires, what was rated, and what is missing. Work behaviour (BerAKHLAK) is rated
//! beside them and never mixed in.
//!
//! Reading order: [`level`], [`wording`] and [`framework`] (what can be rated), [`standard`] (what a position
//! requires), [`catalogue`] (both, as an office keeps them), [`rating`] (what somebody judged), [`current`] (the rule
//! that makes the present value of ratings), [`gap`] (required against present), [`tally`] (the same for a row of a
//! list), [`job_match`], [`self_check`] (for the rater alone), [`behaviour`].

pub mod behaviour;
pub mod catalogue;
pub mod current;
pub mod evidence;
pub mod framework;
pub mod gap;
pub mod job_match;
pub mod level;
pub mod lookup;
pub mod rating;
pub mod self_check;
pub mod standard;
pub mod tally;
pub mod wording;

pub use behaviour::{BehaviourRating, BehaviourValue, ExpectationRating, LeaderExpectation};
pub use catalogue::{Catalogue, Edition};
pub use current::{DatedLevel, Standing, Trend, standings};
pub use evidence::{Evidence, Spread};
pub use framework::{Competency, CompetencyId, CompetencyKind, Framework, FrameworkError, FrameworkFile};
pub use gap::{Gap, GapCount};
pub use job_match::{JobPersonMatch, MatchBand};
pub use level::Level;
pub use rating::{Facet, Rater, Rating, RatingValue};
pub use standard::{PositionKind, Standard, StandardSource};
pub use wording::Wording;
