//! What a screen may touch, and knows no screen: the office, words, effects, notices; commands and keys; forms; the text
//! field, lists and grids.

pub mod command;
pub mod editor;
pub mod effect;
pub mod form;
pub mod grid;
pub mod key;
pub mod keymap;
pub mod list;
pub mod msg;
pub mod notice;
pub mod office;
pub mod passphrase;
pub mod records;
