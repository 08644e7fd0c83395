//! Bytes to rows of cells: [`text`] (bytes to text), [`delimited`] (text to rows), [`xlsx`] (rows from a limited child
//! process), [`table`] (what comes of both), [`unreadable`] (why nothing did). Knows no list.

pub mod delimited;
pub mod table;
pub mod text;
pub mod unreadable;
pub mod xlsx;
