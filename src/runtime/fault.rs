//! A panic is reported by its place in the code. Its message is not shown: it could hold something of the records, as that
//! of a text cut in the middle of a letter does. On the loop's thread the terminal is given back first.

use super::error::RuntimeError;
use super::{log, terminal};
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook, take_hook};
use std::sync::Mutex;
use std::thread::ThreadId;

type Hook = Box<dyn Fn(&PanicHookInfo<'_>) + Send + Sync>;

/// Where the newest panic was.
static PLACE: Mutex<String> = Mutex::new(String::new());

/// From here on panics say nothing by themselves; [`place`] knows where the newest was.
pub fn hush() {
    set_hook(Box::new(remember));
}

/// Stands instead of the usual panic hook as long as it lives.
pub struct Catch {
    previous: Option<Hook>,
}

impl Catch {
    /// Replaces the hook; the calling thread is the one whose panics end the screen.
    pub fn set() -> Catch {
        let previous = take_hook();
        let thread = std::thread::current().id();
        set_hook(Box::new(move |panic| panicked(panic, thread)));
        Catch { previous: Some(previous) }
    }

    /// Runs something; its panic becomes an error.
    pub fn caught<T>(&self, run: impl FnOnce() -> Result<T, RuntimeError>) -> Result<T, RuntimeError> {
        catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| Err(RuntimeError::Fault(place())))
    }
}

impl Drop for Catch {
    fn drop(&mut self) {
        // A thread that panics may not change hooks; then the program ends anyway.
        if let Some(previous) = self.previous.take().filter(|_| !std::thread::panicking()) {
            drop(take_hook());
            set_hook(previous);
        }
    }
}

/// Where the newest panic was: file and line.
pub fn place() -> String {
    PLACE.lock().map_or_else(|e| e.into_inner().clone(), |place| place.clone())
}

fn panicked(panic: &PanicHookInfo<'_>, thread: ThreadId) {
    if std::thread::current().id() == thread {
        terminal::leave();
    }
    log::panicked(panic);
    remember(panic);
}

fn remember(panic: &PanicHookInfo<'_>) {
    if let (Some(at), Ok(mut place)) = (panic.location(), PLACE.try_lock()) {
        *place = format!("{}:{}", at.file(), at.line());
    }
}
