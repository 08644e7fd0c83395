//! Drafts that the last start left, with any bytes of them changed; and any value in their place.
#![no_main]

use bina_fuzz::{Screens, store};
use libfuzzer_sys::fuzz_target;

/// Keys to where something is typed or chosen.
const PLACES: [&str; 12] = [
    "n a b c",
    "j enter s ctrl-n ctrl-n ctrl-n ctrl-t a b c",
    "j enter s ctrl-n ctrl-n ctrl-n ctrl-n ctrl-n a b c",
    "j enter N a b c",
    "j enter a a b c",
    "j enter tab tab j",
    "3 i a 1",
    "w",
    "M",
    "4 i 1",
    ": a",
    "2 j",
];

fuzz_target!(|input: (u8, Vec<(u16, u8)>, Vec<u8>)| {
    let (place, changes, any) = input;
    let mut before = Screens::on(store());
    before.begin();
    before.press(PLACES[usize::from(place) % PLACES.len()]);
    let mut bytes = before.app.drafts().to_string().into_bytes();
    for (at, byte) in changes.iter().take(4) {
        let at = usize::from(*at) % bytes.len();
        bytes[at] = *byte;
    }
    for bytes in [&bytes, &any] {
        let Ok(drafts) = serde_json::from_slice(bytes) else { continue };
        let mut screens = Screens::on(store());
        screens.app.restore(drafts);
        screens.begin();
        let _ = screens.app.drafts();
        screens.press("left right up down x backspace home end ctrl-w tab enter ctrl-n ctrl-s esc esc esc");
    }
});
