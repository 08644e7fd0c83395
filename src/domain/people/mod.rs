//! Who: people, their names and numbers, the units they work in, the row that lists know of each, and who needs the
//! supervisor now.

pub mod attention;
pub mod cadence;
pub mod name;
pub mod nip;
pub mod person;
pub mod roster;
pub mod unit;
