//! A sheet of whatever list: [`header`] (which column says what), [`choose`] (which sheet), [`cells`] (how one cell is
//! read), [`vocabulary`] (words in cells), [`nip`] (numbers of people), [`finding`] (what was odd, and the report),
//! [`refused`] (refused rows written out again), [`written`] (tables going out). Knows no list.

pub mod cells;
pub mod choose;
pub mod finding;
pub mod header;
pub mod nip;
pub mod refused;
pub mod vocabulary;
pub mod written;
