//! sled panics on some damage. Such a panic is caught here and becomes a damaged view, without a word on the terminal.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    static EXPECTED: Cell<bool> = const { Cell::new(false) };
}

/// Whether this thread is where a panic would be caught and mended: a hook that restores the terminal asks first.
pub fn panic_expected() -> bool {
    EXPECTED.try_with(Cell::get).unwrap_or(false) || std::thread::current().name().is_some_and(|n| n.starts_with("sled"))
}

/// `None` if it panicked.
pub(super) fn caught<T>(run: impl FnOnce() -> T) -> Option<T> {
    static HUSHED: Once = Once::new();
    HUSHED.call_once(|| {
        let previous = take_hook();
        set_hook(Box::new(move |panic| {
            if !panic_expected() {
                previous(panic);
            }
        }));
    });
    let before = EXPECTED.replace(true);
    let outcome = catch_unwind(AssertUnwindSafe(run)).ok();
    EXPECTED.set(before);
    outcome
}
