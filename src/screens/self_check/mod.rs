//! Signs of habit in a round of ratings.

pub mod draw;
