//! Somebody comes second: who holds the store, in what, since when no key came; and what can be done about it. The holder
//! is asked to leave, woken for it if it was stopped, told by a signal if it does not hear, and ended only where nothing
//! that was saved can suffer from it.

use super::{Context, Failure, OpenMode, open_store, output};
use crate::i18n::{Arg, Text};
use crate::runtime::prompt::Prompt;
use crate::store::held::Held;
use crate::store::process;
use crate::store::{Holder, Store, StoreError};
use jiff::Timestamp;
use rustix::process::Signal;
use std::time::{Duration, Instant};

/// A loop that is not blocked leaves in this time.
const ASKED: Duration = Duration::from_secs(2);
/// A process that nobody reads ends itself within five seconds of the signal.
const SIGNALLED: Duration = Duration::from_secs(7);
const PAUSE: Duration = Duration::from_millis(10);

/// What whoever comes second wants.
enum Choice {
    TakeOver,
    Look,
    Leave,
}

/// Opens the store for the screens; where somebody holds it, the user is asked, or has said it already.
pub fn open(ctx: &mut Context, take_over: bool) -> Result<Box<dyn Store>, Failure> {
    let mode = if ctx.read_only { OpenMode::ReadOnly } else { OpenMode::ReadWrite };
    if mode == OpenMode::ReadOnly {
        return open_store(ctx, mode);
    }
    let holder = match super::open_at_once(ctx)? {
        Ok(store) => return Ok(store),
        Err(holder) => holder,
    };
    let Some(held) = Held::of(&ctx.store_dir, &holder) else {
        // It has gone meanwhile, or is not ours to move.
        return open_store(ctx, mode);
    };
    let choice = if take_over { Choice::TakeOver } else { ask(ctx, &holder, &held)? };
    match choice {
        Choice::TakeOver => remove(ctx, &holder, &held),
        Choice::Look => {
            ctx.read_only = true;
            open_store(ctx, OpenMode::ReadOnly)
        }
        Choice::Leave => Err(StoreError::Busy { holder: Box::new(holder) }.into()),
    }
}

fn ask(ctx: &Context, holder: &Holder, held: &Held) -> Result<Choice, Failure> {
    // Without a terminal to ask at, nobody is asked.
    let Ok(mut prompt) = Prompt::begin() else { return Err(StoreError::Busy { holder: Box::new(holder.clone()) }.into()) };
    let mut asked = || -> std::io::Result<Choice> {
        for line in said(holder, held) {
            prompt.say(&ctx.words.text(&line))?;
        }
        loop {
            let keys = prompt.keys()?;
            // Arrows and their like begin as Esc does, and mean nothing here.
            let is_sequence = keys.len() > 1 && keys[0] == 27;
            let chosen = keys.iter().filter(|_| !is_sequence).find_map(|key| choice(*key));
            match chosen {
                Some(choice) => return Ok(choice),
                None if keys.is_empty() => return Ok(Choice::Leave),
                None => {}
            }
        }
    };
    asked().map_err(|_| StoreError::Busy { holder: Box::new(holder.clone()) }.into())
}

fn choice(key: u8) -> Option<Choice> {
    match key {
        b't' | b'T' => Some(Choice::TakeOver),
        b'l' | b'L' => Some(Choice::Look),
        b'q' | b'Q' | 3 | 4 | 27 => Some(Choice::Leave),
        _ => None,
    }
}

/// Who holds it, in what, since when no key came; and the ways on.
fn said(holder: &Holder, held: &Held) -> Vec<Text> {
    let clock = |at: Timestamp| at.to_zoned(jiff::tz::TimeZone::system()).strftime("%H:%M:%S").to_string();
    let since = holder.since.parse().map_or_else(|_| holder.since.clone(), clock);
    let key = process::last_key(&holder.terminal);
    let args: [(&'static str, Arg); 5] = [
        ("pid", holder.pid.to_string().into()),
        ("terminal", holder.terminal.as_str().into()),
        ("since", since.into()),
        ("known", usize::from(key.is_some()).into()),
        ("key", key.map(clock).unwrap_or_default().into()),
    ];
    let mut lines = vec![Text::with("take-over-held", args)];
    let within = match holder.within.as_str() {
        _ if held.is_stopped() => Some("take-over-stopped"),
        "tmux" => Some("take-over-tmux"),
        "screen" => Some("take-over-screen"),
        "mosh" => Some("take-over-mosh"),
        _ => None,
    };
    lines.extend(within.map(Text::plain));
    lines.extend(["take-over-take", "take-over-look", "take-over-leave"].map(Text::plain));
    lines
}

/// Lets the holder go, and opens.
fn remove(ctx: &Context, holder: &Holder, held: &Held) -> Result<Box<dyn Store>, Failure> {
    let stopped = held.is_stopped();
    let told = crate::store::ask_to_leave(&ctx.store_dir, &Holder::here().terminal);
    if stopped {
        // It must not take its terminal back, which is its shell's by now: the wish to end is there before it wakes.
        let _ = held.signal(Signal::TERM).and_then(|()| held.signal(Signal::CONT));
    } else if told && let Some(store) = wait(ctx, ASKED)? {
        return Ok(store);
    }
    let _ = held.signal(Signal::TERM);
    if let Some(store) = wait(ctx, SIGNALLED)? {
        return Ok(store);
    }
    if held.is_writing() {
        return Err(StoreError::Busy { holder: Box::new(holder.clone()) }.into());
    }
    // What was saved is in the journal, whose end is mended if it is torn; drafts are replaced whole or not at all.
    let kept = std::fs::metadata(ctx.store_dir.join("drafts.json")).and_then(|found| found.modified()).ok();
    let _ = held.signal(Signal::KILL);
    let store = wait(ctx, ASKED)?.ok_or_else(|| StoreError::Busy { holder: Box::new(holder.clone()) })?;
    let kept = kept.and_then(|at| Timestamp::try_from(at).ok());
    let time = kept.map(|at| at.to_zoned(jiff::tz::TimeZone::system()).strftime("%H:%M:%S").to_string());
    let args = [("known", usize::from(time.is_some()).into()), ("time", time.unwrap_or_default().into())];
    output::remark(&ctx.words.with("take-over-ended", &args));
    Ok(store)
}

fn wait(ctx: &Context, time: Duration) -> Result<Option<Box<dyn Store>>, Failure> {
    let begun = Instant::now();
    loop {
        match super::open_at_once(ctx)? {
            Ok(store) => return Ok(Some(store)),
            Err(_) if begun.elapsed() < time => std::thread::sleep(PAUSE),
            Err(_) => return Ok(None),
        }
    }
}
