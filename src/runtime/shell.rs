//! The loop: blocks for one event, takes all that wait, lets the program follow, does what it asks, paints once. No
//! tick: what is not due does not wake it.

use super::clipboard::{self, Between};
use super::clock::{Clock, Moment};
use super::error::RuntimeError;
use super::event::{Event, Watch};
use super::ground::{Question, Remembered};
use super::guests::{self, Guests};
use super::idle::Idle;
use super::outside_editor::PrivateFile;
use super::painter::{Painter, Palette};
use super::reader::Reader;
use super::worker::Worker;
use super::{Gate, Program, fault, log, terminal};
use crate::desk::effect::Effect;
use crate::desk::msg::{Msg, Size};
use crate::desk::passphrase::Passphrase;
use crate::i18n::Text;
use jiff::civil::Date;
use rustix::process::{Pid, Signal};
use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender};
use std::time::{Duration, Instant};

/// What is typed is kept this long after it was typed, at most.
const KEEP_AFTER: Duration = Duration::from_millis(200);
/// At most so often.
const KEEP_EVERY: Duration = Duration::from_secs(1);
/// Who pressed nothing for so long has paused.
const PAUSE: Duration = Duration::from_millis(150);
/// However much waits: a frame is shown this often.
const LONGEST_DRAIN: Duration = Duration::from_millis(100);

pub struct Shell<'a> {
    program: &'a mut dyn Program,
    worker: &'a Worker,
    events: &'a Receiver<Event>,
    sender: SyncSender<Event>,
    reader: Reader,
    clock: Clock,
    today: Date,
    painter: Painter,
    size: Option<Size>,
    private_dir: PathBuf,
    /// Told to the program next.
    next: VecDeque<Msg>,
    /// Commits that were not answered.
    unanswered: usize,
    guests: Guests,
    idle: Idle,
    gate: Option<Arc<dyn Gate>>,
    keep_at: Option<Instant>,
    /// When what is typed was last kept.
    kept_at: Option<Instant>,
    /// When the program is told that there was a pause, if it wants to know.
    pause_at: Option<Instant>,
    /// The picture may differ from what is shown.
    stale: bool,
    question: Question,
    /// The rest of the office is wanted, and waits for the frame: it would take the processor from it.
    behind_the_frame: bool,
    resized: bool,
    away: Option<Away>,
    leaving: Option<Leaving>,
    taken_over: Option<String>,
    broken: bool,
}

/// Why the screen is not ours at the moment.
enum Away {
    Stopped,
    Editing { file: PrivateFile, editor: Option<Pid> },
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Leaving {
    /// The user wants to go; a commit that fails now calls back.
    Quit,
    /// The terminal is gone, or a signal ends us.
    Gone,
}

impl<'a> Shell<'a> {
    #[expect(clippy::too_many_arguments, reason = "called once, with everything that the shell stands on")]
    pub fn new(
        program: &'a mut dyn Program,
        worker: &'a Worker,
        events: &'a Receiver<Event>,
        reader: Reader,
        clock: Clock,
        palette: Palette,
        private_dir: PathBuf,
        sender: SyncSender<Event>,
    ) -> Self {
        Shell {
            painter: Painter::new(terminal::size(), palette),
            today: clock.read().1,
            program,
            worker,
            events,
            sender,
            reader,
            clock,
            size: None,
            private_dir,
            next: VecDeque::new(),
            unanswered: 0,
            guests: Guests::default(),
            idle: Idle::new(None, Moment::now()),
            gate: None,
            keep_at: None,
            kept_at: None,
            pause_at: None,
            stale: true,
            question: Question::default(),
            behind_the_frame: false,
            resized: true,
            away: None,
            leaving: None,
            taken_over: None,
            broken: false,
        }
    }

    /// Hides the screen after so long without a key; the gate says what opens it again.
    pub fn hiding(mut self, after: Option<Duration>, gate: Option<Arc<dyn Gate>>) -> Self {
        self.idle = Idle::new(after, Moment::now());
        self.gate = gate;
        self
    }

    /// Asks the terminal for its background, and remembers the answer.
    pub fn asking(mut self, memory: Option<Remembered>) -> Self {
        self.question = Question::new(memory);
        self
    }

    /// Until the end.
    pub fn run(&mut self, terminate: &AtomicBool) -> Result<Option<String>, RuntimeError> {
        loop {
            if self.broken {
                return Err(RuntimeError::Fault(fault::place()));
            }
            // Nobody sees the frame after the key that quits.
            if self.leaving.is_some() && self.unanswered == 0 && self.awaited().is_none() {
                self.guests.send_away();
                return Ok(self.taken_over.take());
            }
            self.show();
            if let Some(event) = self.wait() {
                self.happened(event);
            }
            let until = Instant::now() + LONGEST_DRAIN;
            while Instant::now() < until
                && let Ok(event) = self.events.try_recv()
            {
                self.happened(event);
            }
            if terminate.load(Ordering::Relaxed) {
                self.gone();
            }
            self.due();
        }
    }

    /// How long an answer of the terminal holds up whoever quits: read here, it isn't typed into the shell.
    fn awaited(&self) -> Option<Duration> {
        if self.leaving == Some(Leaving::Quit) { self.question.rest() } else { None }
    }

    /// Blocks until something happens or is due.
    fn wait(&mut self) -> Option<Event> {
        let left = |at: Option<Instant>| at.map(|at| at.saturating_duration_since(Instant::now()));
        // What somebody else shows there is not ours to hide.
        let hide = if self.away.is_none() { self.idle.rest(Moment::now()) } else { None };
        let due = [left(self.keep_at), left(self.pause_at), hide, self.clock.rest_of_day(), self.awaited()];
        let next = due.into_iter().flatten().min();
        let event = match next {
            Some(time) => self.events.recv_timeout(time),
            None => self.events.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        self.broken |= matches!(event, Err(RecvTimeoutError::Disconnected));
        event.ok()
    }

    fn due(&mut self) {
        if self.keep_at.is_some_and(|at| at <= Instant::now()) {
            self.keep();
        }
        if self.pause_at.is_some_and(|at| at <= Instant::now()) {
            self.pause_at = None;
            self.tell(Msg::Paused);
        }
        if self.clock.read().1 != self.today {
            self.follow();
        }
        // Before anything is painted again: the time may have passed while the screen was not ours, or the machine slept.
        if self.away.is_none() && self.idle.due(Moment::now()) {
            self.tell(Msg::Idle);
        }
    }

    fn happened(&mut self, event: Event) {
        match event {
            Event::Msg(Msg::Hangup) | Event::Terminate => self.gone(),
            Event::Interrupt if matches!(self.away, Some(Away::Editing { .. })) => {}
            Event::Interrupt => self.gone(),
            // Typed behind the key that quits.
            Event::Msg(Msg::Key(_) | Msg::Paste(_) | Msg::Burst(_)) if self.leaving.is_some() => {}
            // It was meant for what is no longer shown.
            Event::Msg(Msg::Key(_) | Msg::Paste(_) | Msg::Burst(_)) if self.idle.pressed(Moment::now()) => {
                self.tell(Msg::Idle)
            }
            Event::Msg(Msg::Ground(ground)) if !self.question.answered(ground) => {}
            Event::Msg(msg) => self.tell(msg),
            Event::TakenOver(terminal) => {
                self.taken_over = Some(terminal);
                self.gone();
            }
            Event::Asked(asked) if self.leaving.is_some() => guests::refuse(asked.reply),
            Event::Asked(asked) => {
                if let Some(request) = self.guests.take(asked) {
                    self.tell(Msg::Asked { judged_on: request.judged_on, change: request.change });
                }
            }
            Event::Answered(msg) => {
                match &msg {
                    Msg::Committed(id) => self.guests.committed(*id),
                    Msg::CommitFailed(id, why) => self.guests.not_committed(*id, why),
                    _ => {}
                }
                self.unanswered = self.unanswered.saturating_sub(1);
                if matches!(msg, Msg::CommitFailed(..)) && self.leaving == Some(Leaving::Quit) {
                    self.leaving = None;
                }
                self.tell(msg);
            }
            Event::Resized => self.resized = true,
            // The editor was stopped with us: the screen is its own.
            Event::Stop if matches!(self.away, Some(Away::Editing { .. })) => stop_now(),
            Event::Stop => self.suspend(),
            // Woken only to go: the terminal is somebody else's.
            Event::Continued if self.leaving == Some(Leaving::Gone) => {}
            Event::Continued if matches!(self.away, Some(Away::Editing { .. })) => {}
            Event::Continued => self.come_back(),
            Event::EditorEnded(well) => self.edited(well),
            Event::Broken => self.broken = true,
        }
    }

    fn tell(&mut self, msg: Msg) {
        self.next.push_back(msg);
        self.follow();
    }

    /// Lets the program follow everything that happened, and does what it asks.
    fn follow(&mut self) {
        loop {
            let (now, today) = self.clock.read();
            self.program.clock(now, today);
            let new_day = std::mem::replace(&mut self.today, today) != today;
            let Some(msg) = new_day.then_some(Msg::NewDay).or_else(|| self.next.pop_front()) else { return };
            self.stale = true;
            for effect in self.program.update(msg) {
                self.perform(effect);
            }
        }
    }

    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Load(person) => self.worker.load(person),
            Effect::LoadOffice => self.behind_the_frame = true,
            Effect::LoadLog { about, before } => self.worker.load_log(about, before),
            Effect::LoadKnown { person, day, until } => self.worker.load_known(person, day, until),
            Effect::Commit(change) => {
                self.unanswered += 1;
                self.worker.commit(change);
            }
            Effect::Decline(id, why) => self.guests.decline(id, why),
            Effect::DraftsChanged => {
                let soon = Instant::now() + KEEP_AFTER;
                let due = self.kept_at.map_or(soon, |kept| soon.max(kept + KEEP_EVERY));
                self.keep_at.get_or_insert(due);
            }
            Effect::Pause => self.pause_at = Some(Instant::now() + PAUSE),
            Effect::OpenEditor { text } => self.open_editor(&text),
            Effect::Copy(text) => {
                let sent = clipboard::sequence(&text, Between::here()).map(|bytes| self.write(&bytes));
                self.next.push_back(match sent {
                    Some(()) => Msg::Copied,
                    None => Msg::Trouble(Text::plain("terminal-copy-too-long")),
                });
            }
            Effect::Redraw => {
                self.painter.forget();
                self.resized = true;
            }
            Effect::Suspend => self.suspend(),
            Effect::Unlock(passphrase) => self.ask_gate(passphrase),
            Effect::Quit => {
                self.leaving.get_or_insert(Leaving::Quit);
            }
        }
    }

    /// The check is slow on purpose: on a thread of its own, answered by a message. Without a gate nothing opens.
    fn ask_gate(&mut self, passphrase: Passphrase) {
        let (events, gate) = (self.sender.clone(), self.gate.clone());
        let asked = std::thread::Builder::new().name("gate".to_owned()).spawn(move || {
            let _watch = Watch(events.clone());
            let opens = gate.is_some_and(|gate| gate.opens(passphrase.text()));
            let _ = events.send(Event::Msg(Msg::Unlocked(opens)));
        });
        if asked.is_err() {
            self.next.push_back(Msg::Unlocked(false));
        }
    }

    fn keep(&mut self) {
        self.keep_at = None;
        self.kept_at = Some(Instant::now());
        self.worker.keep(self.program.drafts());
    }

    /// Paints what is stale, if the screen is ours.
    fn show(&mut self) {
        if self.away.is_some() || self.leaving == Some(Leaving::Gone) {
            return;
        }
        if std::mem::take(&mut self.resized) {
            let size = terminal::size();
            if self.size != Some(size) {
                self.size = Some(size);
                log::note(log::Event::Size { columns: size.columns, rows: size.rows });
                self.painter.resize(size);
                self.tell(Msg::Resize(size));
            }
        }
        // The size may have led to something that took the screen away.
        if std::mem::take(&mut self.stale) && self.away.is_none() {
            let mut canvas = self.painter.canvas();
            let cursor = self.program.draw(&mut canvas);
            let frame = self.painter.frame(canvas, cursor);
            self.write(&frame);
            if let Some(question) = self.question.ask() {
                self.write(question);
            }
        }
        if std::mem::take(&mut self.behind_the_frame) {
            self.worker.load_office();
        }
    }

    fn write(&mut self, bytes: &[u8]) {
        if self.leaving != Some(Leaving::Gone) && terminal::write(bytes).is_err() {
            self.gone();
        }
    }

    /// The terminal is gone, or we shall go.
    fn gone(&mut self) {
        if self.leaving.replace(Leaving::Gone) == Some(Leaving::Gone) {
            return;
        }
        if let Some(Away::Editing { file, editor }) = self.away.take() {
            self.next.extend(file.read().ok().map(|text| Msg::Edited(Some(text))));
            if let Some(pid) = editor {
                let _ = rustix::process::kill_process(pid, Signal::HUP);
            }
        }
        self.tell(Msg::Hangup);
    }

    fn suspend(&mut self) {
        if self.away.is_some() || self.leaving.is_some() {
            return;
        }
        if !has_job_control() {
            self.next.push_back(Msg::Trouble(Text::plain("terminal-no-job-control")));
            return self.follow();
        }
        self.keep();
        self.reader.pause();
        terminal::leave();
        self.away = Some(Away::Stopped);
        stop_now();
    }

    /// Takes the screen again, whatever it was used for meanwhile.
    fn come_back(&mut self) {
        self.away = None;
        self.painter.forget();
        self.resized = true;
        self.stale = true;
        if terminal::enter().is_err() {
            return self.gone();
        }
        self.reader.resume();
    }

    fn open_editor(&mut self, text: &str) {
        if self.away.is_some() || self.leaving.is_some() {
            return;
        }
        self.keep();
        self.reader.pause();
        terminal::leave();
        let started = PrivateFile::with(text, &self.private_dir).and_then(|file| {
            let mut child = file.edit()?;
            let editor = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
            let events = self.sender.clone();
            std::thread::Builder::new().name("editor".to_owned()).spawn(move || {
                let _watch = Watch(events.clone());
                let well = child.wait().is_ok_and(|status| status.success());
                let _ = events.send(Event::EditorEnded(well));
            })?;
            Ok(Away::Editing { file, editor })
        });
        match started {
            Ok(away) => self.away = Some(away),
            Err(error) => {
                self.come_back();
                let reason = [("reason", error.to_string().into())];
                self.next.push_back(Msg::Edited(None));
                self.next.push_back(Msg::Trouble(Text::with("terminal-editor-missing", reason)));
            }
        }
    }

    fn edited(&mut self, well: bool) {
        let Some(Away::Editing { file, .. }) = self.away.take() else { return };
        self.come_back();
        match file.read() {
            Ok(text) if well => self.next.push_back(Msg::Edited(Some(text))),
            _ => {
                self.next.push_back(Msg::Edited(None));
                self.next.push_back(Msg::Trouble(Text::plain("terminal-editor-failed")));
            }
        }
        self.follow();
    }
}

/// Stops this process and those that run with it, as the key of the shell would.
fn stop_now() {
    let _ = rustix::process::kill_current_process_group(Signal::STOP);
}

/// Whether somebody could wake us again: not if we are the session's own group, as when SSH started us directly.
///
/// The kernel is asked by its files, because a session that was begun outside of a container has the number 0 inside it,
/// which the library's numbers of processes can't hold.
#[cfg(target_os = "linux")]
fn has_job_control() -> bool {
    let groups = |process: &str| groups(&std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?);
    let Some((parent, group, session)) = groups("self") else { return false };
    let parents_session = groups(&parent.to_string()).map(|(_, _, session)| session);
    parents_session == Some(session) && session != group
}

#[cfg(not(target_os = "linux"))]
fn has_job_control() -> bool {
    use rustix::process::{getpgrp, getppid, getsid};
    let session = getsid(None).ok();
    let parent = getppid().and_then(|parent| getsid(Some(parent)).ok());
    session.is_some() && parent == session && session != Some(getpgrp())
}

/// Parent, group and session of a process, out of its line in `/proc`. The name before them may hold anything.
#[cfg(target_os = "linux")]
fn groups(stat: &str) -> Option<(u32, u32, u32)> {
    let mut numbers = stat[stat.rfind(')')? + 1..].split_ascii_whitespace().skip(1).map(|number| number.parse().ok());
    Some((numbers.next()??, numbers.next()??, numbers.next()??))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn groups_are_read_behind_any_name() {
        assert_eq!(groups("7 (a) b (c)) S 1 7 0 34816 7 4194304"), Some((1, 7, 0)));
        assert_eq!(groups("7 (a) S 1"), None);
        assert_eq!(groups(""), None);
    }
}
