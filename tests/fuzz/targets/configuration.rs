//! Any text as the configuration and as a rule file.
#![no_main]

use bina::config::{Config, parse_rules};
use bina::i18n::{Lang, Words};
use libfuzzer_sys::fuzz_target;
use std::path::Path;

fuzz_target!(|text: &str| {
    let words = Words::new(Lang::En);
    let _ = Config::lang_of(text);
    let errors = [Config::parse(text, Path::new("c")).err(), parse_rules(text, Path::new("r")).err()];
    for error in errors.into_iter().flatten() {
        let _ = (words.text(&error.message()), error.hint().map(|hint| words.text(&hint)));
    }
});
