//! A supervisor's own figures, each with what it stands on: attention, promises, mood, evidence. Counts and days, never a
//! score; nobody is ranked, and nothing is set. The thresholds are ours.

pub mod attention;
pub mod evidence;
pub mod median;
pub mod mood;
pub mod promises;
