//! A sheet of whatever list: [`header`] (which column says what), [`kind`] (which list it is),
//! [`choose`] (which sheet), [`reading`] (its rows, with a word about whatever of it is not used), [`mod@line`] (a row field by field), [`period`] and [`cells`] (how one cell is
//! read), [`vocabulary`] (words in cells), [`nip`] (numbers of people), [`finding`] (what was odd, and the report),
//! [`refused`] (refused rows written out again), [`written`] (tables going out). Knows no list.

pub mod cells;
pub mod choose;
pub mod finding;
pub mod header;
pub mod kind;
pub mod line;
pub mod nip;
pub mod period;
pub mod reading;
pub mod refused;
pub mod vocabulary;
pub mod written;
