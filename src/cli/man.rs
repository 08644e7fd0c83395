//! `bina man`: the manual page, one text for all commands.

use super::{Failure, help, output};
use crate::i18n::Words;
use clap_mangen::Man;

pub fn run(words: &Words) -> Result<(), Failure> {
    let page = page(words).map_err(|error| Failure::output(&error))?;
    output::program_text(&String::from_utf8_lossy(&page))
}

fn page(words: &Words) -> std::io::Result<Vec<u8>> {
    let mut command = help::command(words);
    command.build();
    let mut page = Vec::new();
    let man = Man::new(command.clone());
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    for below in command.get_subcommands() {
        let about = below.get_about().map(ToString::to_string).unwrap_or_default();
        let usage = below.clone().render_usage().to_string();
        let usage = usage.split_once(' ').map_or("", |(_, rest)| rest);
        let mut roff = clap_mangen::roff::Roff::default();
        roff.control("SH", [below.get_name().to_uppercase().as_str()]);
        roff.text([clap_mangen::roff::bold(usage)]);
        roff.control("PP", []);
        roff.text([clap_mangen::roff::roman(about)]);
        roff.to_writer(&mut page)?;
        Man::new(below.clone()).render_options_section(&mut page)?;
    }
    Ok(page)
}
