//! Any bytes as a line of a journal, and any change that a line could hold, seen on every screen and in every report.
#![no_main]

use bina::domain::Change;
use bina::store::{Memory, Store, journal_line};
use bina_fuzz::Screens;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = journal_line(bytes);
    let mut store = Memory::new();
    let mut any = false;
    // The hashes of a line are easily made right by whoever writes it; what it says is not checked by them.
    for line in bytes.split(|byte| *byte == b'\n') {
        if let Ok(change) = serde_json::from_slice::<Change>(line) {
            let _ = store.commit(&change);
            any = true;
        }
    }
    if !any {
        return;
    }
    let mut screens = Screens::on(store);
    screens.begin();
    screens.press("j enter tab tab tab tab esc 2 3 o enter esc 4 o esc esc 1 w esc M esc u");
});
