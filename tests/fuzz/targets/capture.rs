//! Any line at the capture line, the check-in line and the filter.
#![no_main]

use bina::app::msg::Msg;
use bina::domain::capture;
use bina::domain::query::Query;
use bina_fuzz::{Screens, TODAY, store};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|line: &str| {
    let mut screens = Screens::on(store());
    screens.begin();
    let tags = screens.app.office.tags();
    let context = screens.app.office.capture_context(None, &tags);
    let captured = capture::read(line, &context);
    for chip in &captured.chips {
        assert!(line.get(chip.at.clone()).is_some(), "{chip:?}");
    }
    let _ = captured.to_intent(TODAY);
    for (at, _) in line.char_indices() {
        for completion in capture::complete(line, at, &context) {
            assert!(line.get(completion.range.clone()).is_some(), "{completion:?}");
        }
    }
    let _ = Query::parse(line);
    for keys in ["n", "/", "g", "3 i"] {
        screens.press(keys);
        screens.tell(Msg::Paste(line.to_owned()));
        screens.press("left backspace enter");
        screens.press("esc esc esc 1");
    }
});
