//! What comes in around development: [`learning`] (what people have learnt), [`plans`] (individual ones, IDP),
//! [`proposals`] (to the agency), [`courses`] (on offer), [`budget`] (ceilings), [`wishes`] (what people want to learn),
//! [`mentoring`] (pairs); [`forms`] and [`taking`] are what they share. Each reads its rows, says what they become of what is known,
//! and writes them out under the same heads.

pub mod budget;
pub mod courses;
pub mod forms;
pub mod learning;
pub mod mentoring;
pub mod plans;
pub mod proposals;
pub mod taking;
pub mod wishes;
