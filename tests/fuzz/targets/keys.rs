//! Any bytes from the terminal, in any pieces: as keys, on the screens.
#![no_main]

use bina::app::key::{Key, KeyPress};
use bina::app::msg::Msg;
use bina::runtime::input::Parser;
use bina_fuzz::{Screens, store};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut whole = Parser::default();
    let mut expected = whole.feed(bytes);
    let mut pieces = Parser::default();
    let mut found: Vec<Msg> = bytes.chunks(3).flat_map(|piece| pieces.feed(piece)).collect();
    expected.extend(whole.give_up());
    found.extend(pieces.give_up());
    assert_eq!(format!("{expected:?}"), format!("{found:?}"));
    if found.len() > 60 {
        return;
    }
    let mut screens = Screens::on(store());
    screens.begin();
    for msg in found {
        if let Msg::Key(KeyPress { key: Key::Char(c), .. }) = &msg {
            assert!(!c.is_control(), "{c:?}");
        }
        screens.tell(msg);
    }
});
