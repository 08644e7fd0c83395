//! Nothing hostile gets in or out: a corpus of texts that mean harm ([`corpus`]), brought to every door: what the store
//! holds ([`screens`], [`commands`]), what is typed and kept as a draft ([`typed`]), what spreadsheets run
//! ([`formulas`]), values that no form takes ([`values`]), files that are no lists ([`files`]), and files and folders of the program itself ([`doors`]).

mod commands;
mod corpus;
mod doors;
mod files;
mod formulas;
mod screens;
mod table;
mod typed;
mod values;
