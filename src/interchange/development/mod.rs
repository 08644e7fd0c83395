//! What comes in around development: [`learning`] (what people have learnt), [`plans`] (individual ones, IDP),
//! [`proposals`] (to the agency), [`courses`] (on offer), [`budget`] (ceilings), [`wishes`] (what people want to learn),
//! [`mentoring`] (pairs), [`forms`] (words that they share). Plain rows and findings; records are made of them elsewhere.

pub mod budget;
pub mod courses;
pub mod forms;
pub mod learning;
pub mod mentoring;
pub mod plans;
pub mod proposals;
pub mod wishes;
