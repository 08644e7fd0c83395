//! Any value as the drafts that the last start left.
#![no_main]

use bina_fuzz::{Screens, store};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(drafts) = serde_json::from_slice(bytes) else { return };
    let mut screens = Screens::on(store());
    screens.app.restore(drafts);
    screens.begin();
    let _ = screens.app.drafts();
    screens.press("left right up down x backspace home end ctrl-w tab enter ctrl-n ctrl-s esc esc esc q");
});
