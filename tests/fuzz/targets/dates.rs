//! Any text as a day, a number, a NIP, a name, a rank, a rhythm.
#![no_main]

use bina::domain::clean::{clean_line, clean_text};
use bina::domain::nip::Nip;
use bina::domain::{Cadence, DecimalSign, Number, PersonName, dates};
use bina::interchange::cells::{self, neutral};
use bina_fuzz::TODAY;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for day in [dates::parse_day(text, TODAY), dates::parse_past(text, TODAY), dates::parse_future(text, TODAY)] {
        assert!(day.is_none_or(|day| (0..=9999).contains(&day.year())), "{day:?}");
    }
    let _ = cells::date(text);
    let _ = cells::rank(text);
    let _ = Nip::parse(text);
    let _ = text.parse::<Cadence>();
    for sign in [DecimalSign::Comma, DecimalSign::Point] {
        if let Ok(number) = Number::read(text, sign) {
            assert_eq!(Number::read(&number.write(sign), sign), Ok(number));
        }
    }
    let name = PersonName::parse(text);
    let _ = (name.full(), name.key());
    let line = clean_line(text);
    assert_eq!(clean_line(&line), line);
    let clean = clean_text(text);
    assert_eq!(clean_text(&clean), clean);
    assert_eq!(cells::without_mark(&neutral(&clean)), clean);
});
