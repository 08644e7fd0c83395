//! `bina completions SHELL`: for the shell's own directory of completions.

use super::{Failure, help, output};
use crate::i18n::Words;

pub fn run(shell: clap_complete::Shell, words: &Words) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut help::command(words), "bina", &mut script);
    output::program_text(&String::from_utf8_lossy(&script))
}
