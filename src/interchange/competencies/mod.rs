//! What competencies require and are: [`standards`] (which level a position needs), [`framework`] (what an agency adds
//! to the competencies).

pub mod framework;
pub mod standards;
