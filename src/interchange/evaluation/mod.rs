//! What comes in around the evaluation: [`holidays`] (the decreed calendar), [`distribution`] (the predikat of others in
//! the unit), [`evaluations`] (of quarters and years), [`ekinerja`] (the two reports of e-Kinerja). Plain rows and findings; records are made of them elsewhere.

pub mod distribution;
pub mod ekinerja;
pub mod evaluations;
pub mod holidays;
