//! The thread that owns the store: it loads, commits in the order asked, keeps drafts, and gives back what the store
//! holds when nothing was asked for a while. The loop never waits for a disk, and an end only for what must be kept.

use super::Chore;
use super::event::{Event, Watch};
use super::store_words::{note_text, store_text};
use crate::desk::msg::{Msg, WholeOffice};
use crate::desk::office::RECENT;
use crate::domain::language::capture::Names;
use crate::domain::records::log::LogPart;
use crate::domain::{Change, PersonId};
use crate::i18n::Text;
use crate::store::{Store, StoreError};
use jiff::{Timestamp, civil::Date};
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, TryRecvError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// So long an end waits for a store that is filing what it can do again at the next start.
const PATIENCE: Duration = Duration::from_millis(2);

/// Entries of the log that are given at once, and how long is looked for them before what was found is shown.
const PAGE: usize = 200;
const SLICE: Duration = Duration::from_millis(100);

/// The loop's end.
pub struct Worker {
    requests: Sender<Request>,
    shared: Arc<Shared>,
    /// Closed when the thread has ended.
    over: Receiver<()>,
}

enum Request {
    Load(PersonId),
    Office,
    Log { about: Option<PersonId>, before: u64 },
    Known { person: PersonId, day: Date, until: Timestamp },
    Commit(Box<Change>),
    Drafts(serde_json::Value),
}

/// What the loop and the thread both reach.
struct Shared {
    drafts: Mutex<Kept>,
    /// Commits that were asked for and not tried.
    commits: AtomicUsize,
    /// Something was committed, so that there is something to be filed.
    changed: AtomicBool,
    /// Nobody reads what is loaded any more.
    ending: AtomicBool,
}

struct Kept {
    keeper: Box<dyn DraftKeeper>,
    failed: bool,
    /// The last ones of all are kept; what was asked for before is older.
    last: bool,
}

/// Keeps what is typed and not committed.
pub trait DraftKeeper: Send + 'static {
    /// Replaces what was kept before.
    ///
    /// # Errors
    /// The disk is full, not writable, or gone.
    fn save(&mut self, drafts: &serde_json::Value) -> Result<(), StoreError>;
}

impl Worker {
    /// Starts the thread.
    ///
    /// # Errors
    /// The system has no thread left.
    pub fn start(
        store: Box<dyn Store>,
        drafts: impl DraftKeeper,
        chore: Option<Chore>,
        events: SyncSender<Event>,
    ) -> std::io::Result<Worker> {
        let (requests, asked) = channel();
        let (ended, over) = channel();
        let drafts = Mutex::new(Kept { keeper: Box::new(drafts), failed: false, last: false });
        let shared = Arc::new(Shared {
            drafts,
            commits: AtomicUsize::new(0),
            changed: AtomicBool::new(false),
            ending: AtomicBool::new(false),
        });
        let thread = Thread { store, shared: Arc::clone(&shared), chore, events, _ended: ended };
        std::thread::Builder::new().name("store".to_owned()).spawn(move || thread.run(&asked))?;
        Ok(Worker { requests, shared, over })
    }

    pub fn load(&self, person: PersonId) {
        self.ask(Request::Load(person));
    }
    pub fn load_office(&self) {
        self.ask(Request::Office);
    }
    /// Reads the log on towards older entries; answered by a part, so that nothing waits long behind it.
    pub fn load_log(&self, about: Option<PersonId>, before: u64) {
        self.ask(Request::Log { about, before });
    }
    pub fn load_known(&self, person: PersonId, day: Date, until: Timestamp) {
        self.ask(Request::Known { person, day, until });
    }
    /// Answered by [`Event::Answered`].
    pub fn commit(&self, change: Box<Change>) {
        self.shared.changed.store(true, Ordering::SeqCst);
        self.shared.commits.fetch_add(1, Ordering::SeqCst);
        self.ask(Request::Commit(change));
    }
    pub fn keep(&self, drafts: serde_json::Value) {
        self.ask(Request::Drafts(drafts));
    }

    /// Keeps the last drafts and waits for every commit that was asked for; without drafts, for everything. The
    /// receiver of events must be gone, or somebody must empty it. The process should end then: the thread may be
    /// reading still.
    pub fn finish(self, drafts: Option<serde_json::Value>) {
        self.shared.ending.store(true, Ordering::SeqCst);
        let kept = drafts.map(|drafts| self.shared.keep(&drafts, true));
        drop(self.requests);
        let needed = || kept.is_none() || self.shared.commits.load(Ordering::SeqCst) > 0;
        let patience = if self.shared.changed.load(Ordering::SeqCst) || kept.is_none() { PATIENCE } else { Duration::ZERO };
        while self.over.recv_timeout(patience) == Err(RecvTimeoutError::Timeout) && needed() {}
    }

    fn ask(&self, request: Request) {
        // A thread that is gone has reported itself.
        let _ = self.requests.send(request);
    }
}

impl Shared {
    /// What is to be said if they can't be kept; once, not every second.
    fn keep(&self, drafts: &serde_json::Value, last: bool) -> Option<Text> {
        let mut kept = self.drafts.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.last {
            return None;
        }
        kept.last = last;
        let error = kept.keeper.save(drafts).err();
        let before = std::mem::replace(&mut kept.failed, error.is_some());
        error.as_ref().filter(|_| !before).map(store_text)
    }
}

struct Thread {
    store: Box<dyn Store>,
    shared: Arc<Shared>,
    /// Waits for the first rest.
    chore: Option<Chore>,
    events: SyncSender<Event>,
    /// Goes with the thread.
    _ended: Sender<()>,
}

impl Thread {
    fn run(mut self, asked: &Receiver<Request>) {
        let _watch = Watch(self.events.clone());
        let mut resting = true;
        loop {
            let request = match asked.try_recv() {
                Ok(request) => Ok(request),
                Err(TryRecvError::Disconnected) => Err(RecvTimeoutError::Disconnected),
                Err(TryRecvError::Empty) if resting => asked.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Err(TryRecvError::Empty) => {
                    self.store.settle();
                    asked.recv_timeout(self.store.rest_after())
                }
            };
            resting = false;
            match request {
                Ok(request) => {
                    self.serve(request);
                    for note in self.store.notes() {
                        let _ = self.events.send(Event::Msg(Msg::Trouble(note_text(&note))));
                    }
                }
                Err(RecvTimeoutError::Timeout) => {
                    self.store.rest();
                    self.begin_chore();
                    resting = true;
                }
                Err(RecvTimeoutError::Disconnected) => return self.store.leave(),
            }
        }
    }

    /// On a thread of its own: what is asked meanwhile does not wait for it, and an end leaves it undone.
    fn begin_chore(&mut self) {
        let (Some(chore), events) = (self.chore.take(), self.events.clone()) else { return };
        let work = move || {
            let _ = events.send(Event::Msg(chore()));
        };
        let _ = std::thread::Builder::new().name("chore".to_owned()).spawn(work);
    }

    fn serve(&mut self, request: Request) {
        let event = match request {
            Request::Load(_) | Request::Office | Request::Log { .. } | Request::Known { .. }
                if self.shared.ending.load(Ordering::SeqCst) =>
            {
                return;
            }
            Request::Load(person) => Event::Msg(match self.store.dossier(person) {
                Ok(dossier) => Msg::Loaded(person, dossier.map(Box::new)),
                Err(error) => Msg::LoadFailed(person, store_text(&error)),
            }),
            Request::Office => Event::Msg(match self.whole_office() {
                Ok(whole) => Msg::Office(Box::new(whole)),
                Err(error) => Msg::Trouble(store_text(&error)),
            }),
            Request::Log { about, before } => Event::Msg(match self.part_of_log(about, before) {
                Ok(part) => Msg::Log { about, before, part },
                Err(error) => Msg::LogFailed(store_text(&error)),
            }),
            Request::Known { person, day, until } => Event::Msg(match self.store.known(person, until) {
                Ok(known) => Msg::Known(person, day, known.map(Box::new)),
                Err(error) => Msg::Trouble(store_text(&error)),
            }),
            Request::Commit(change) => {
                let outcome = self.store.commit(&change);
                self.shared.commits.fetch_sub(1, Ordering::SeqCst);
                Event::Answered(match outcome {
                    Ok(()) => Msg::Committed(change.id),
                    Err(error) => Msg::CommitFailed(change.id, store_text(&error)),
                })
            }
            Request::Drafts(drafts) => {
                let trouble = self.shared.keep(&drafts, false);
                if !self.shared.ending.load(Ordering::SeqCst) {
                    self.store.prepare();
                }
                match trouble {
                    Some(text) => Event::Msg(Msg::Trouble(text)),
                    None => return,
                }
            }
        };
        // After the end nobody needs answers.
        let _ = self.events.send(event);
    }

    /// A page of entries, or fewer where they are long to find: then it ends after a moment, and who wants more asks on.
    fn part_of_log(&mut self, about: Option<PersonId>, before: u64) -> Result<LogPart, StoreError> {
        let begun = Instant::now();
        let mut part = LogPart { entries: vec![], reached: 1 };
        self.store.entries(before, &mut |entry| {
            let reached = entry.number;
            if about.is_none_or(|person| entry.is_about(person)) {
                part.entries.push(entry);
            }
            if part.entries.len() >= PAGE || begun.elapsed() >= SLICE {
                part.reached = reached;
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        })?;
        Ok(part)
    }

    fn whole_office(&mut self) -> Result<WholeOffice, StoreError> {
        let roster = self.store.roster()?;
        let names = Names::of(roster.rows(), &roster.units);
        Ok(WholeOffice { roster, names, recent: self.store.recent(RECENT)? })
    }
}

#[cfg(test)]
mod tests {
    use super::super::event;
    use super::*;
    use crate::domain::{Actor, ChangeId, ChangeKind, Dossier, IdSource, Roster};
    use crate::store::Head;

    /// Takes so many changes, then it is full.
    struct Small(usize);

    impl Store for Small {
        fn commit(&mut self, _change: &Change) -> Result<(), StoreError> {
            self.0 = self.0.checked_sub(1).ok_or(StoreError::Full)?;
            Ok(())
        }
        fn roster(&mut self) -> Result<Roster, StoreError> {
            Ok(Roster::default())
        }
        fn dossier(&mut self, _person: PersonId) -> Result<Option<Dossier>, StoreError> {
            Ok(None)
        }
        fn recent(&mut self, _count: usize) -> Result<Vec<Change>, StoreError> {
            Ok(vec![])
        }
        fn changes(&mut self, _each: &mut dyn FnMut(Change) -> Result<(), StoreError>) -> Result<(), StoreError> {
            Ok(())
        }
        /// Soon, so that nobody waits for what is done then.
        fn rest_after(&self) -> Duration {
            Duration::from_millis(1)
        }
        fn head(&mut self) -> Result<Head, StoreError> {
            Ok(Head::default())
        }
    }

    impl Store for Slow {
        fn commit(&mut self, _change: &Change) -> Result<(), StoreError> {
            Ok(())
        }
        fn roster(&mut self) -> Result<Roster, StoreError> {
            Ok(Roster::default())
        }
        fn dossier(&mut self, _person: PersonId) -> Result<Option<Dossier>, StoreError> {
            let _ = self.began.send(());
            let _ = self.go_on.recv();
            Ok(None)
        }
        fn recent(&mut self, _count: usize) -> Result<Vec<Change>, StoreError> {
            Ok(vec![])
        }
        fn changes(&mut self, _each: &mut dyn FnMut(Change) -> Result<(), StoreError>) -> Result<(), StoreError> {
            Ok(())
        }
        fn head(&mut self) -> Result<Head, StoreError> {
            Ok(Head::default())
        }
        fn prepare(&mut self) {
            let _ = self.kept.send("prepared".into());
        }
        fn leave(&mut self) {
            let _ = self.kept.send("left".into());
        }
    }

    /// Says what it keeps.
    struct Told(Sender<serde_json::Value>);

    impl DraftKeeper for Told {
        fn save(&mut self, drafts: &serde_json::Value) -> Result<(), StoreError> {
            let _ = self.0.send(drafts.clone());
            Ok(())
        }
    }

    /// Fails where the drafts are `false`.
    struct Moody;

    impl DraftKeeper for Moody {
        fn save(&mut self, drafts: &serde_json::Value) -> Result<(), StoreError> {
            if drafts == false { Err(StoreError::ReadOnly) } else { Ok(()) }
        }
    }

    /// What was answered to these requests.
    fn answers(store: Small, ask: impl FnOnce(&Worker)) -> Vec<Event> {
        let (sender, events) = event::channel();
        let worker = Worker::start(Box::new(store), Moody, None, sender).unwrap();
        ask(&worker);
        worker.finish(None);
        events.iter().collect()
    }

    /// Is asked for a dossier and does not come back before it is told to.
    struct Slow {
        began: Sender<()>,
        go_on: Receiver<()>,
        kept: Sender<serde_json::Value>,
    }

    #[test]
    fn an_end_keeps_the_last_drafts_and_waits_for_nobody_who_only_reads() {
        let ((began, has_begun), (let_go, go_on), (kept, keeps)) = (channel(), channel(), channel());
        let (sender, events) = event::channel();
        let slow = Slow { began, go_on, kept: kept.clone() };
        let worker = Worker::start(Box::new(slow), Told(kept), None, sender).unwrap();
        let mut ids = IdSource::seeded(1);
        let person = PersonId(ids.uuid(jiff::Timestamp::UNIX_EPOCH));
        worker.load(person);
        has_begun.recv().unwrap();
        worker.keep("older".into());
        worker.load(person);
        worker.finish(Some("last".into()));
        assert_eq!(keeps.try_iter().collect::<Vec<_>>(), ["last"], "it went on while the store was reading");
        let_go.send(()).unwrap();
        assert_eq!(keeps.iter().collect::<Vec<_>>(), ["left"], "the older ones are not kept over the last");
        assert_eq!(events.iter().count(), 1, "what was asked for and not begun is not read");
    }

    #[test]
    fn a_chore_is_done_once_when_the_store_rests() {
        let (sender, events) = event::channel();
        let chore: Chore = Box::new(|| Msg::Trouble(Text::plain("store-full")));
        let worker = Worker::start(Box::new(Small(0)), Moody, Some(chore), sender).unwrap();
        worker.load_office();
        let told: Vec<Event> = events.iter().take(2).collect();
        assert!(matches!(&told[..], [Event::Msg(Msg::Office(_)), Event::Msg(Msg::Trouble(_))]), "{told:?}");
        worker.load_office();
        worker.finish(None);
        assert_eq!(events.iter().filter(|event| matches!(event, Event::Msg(Msg::Trouble(_)))).count(), 0);
    }

    #[test]
    fn while_somebody_types_the_store_gets_ready_for_the_commit() {
        let ((began, _), (let_go, go_on), (kept, keeps)) = (channel(), channel(), channel());
        let (sender, _events) = event::channel();
        let worker = Worker::start(Box::new(Slow { began, go_on, kept: kept.clone() }), Told(kept), None, sender).unwrap();
        worker.keep("typed".into());
        assert_eq!([keeps.recv().unwrap(), keeps.recv().unwrap()], ["typed", "prepared"]);
        worker.finish(None);
        drop(let_go);
    }

    fn change(ids: &mut IdSource) -> Box<Change> {
        let at = jiff::Timestamp::UNIX_EPOCH;
        let id = ChangeId(ids.uuid(at));
        Box::new(Change { id, at, by: Actor::default(), kind: ChangeKind::ProfileSet, about: None, ops: vec![] })
    }

    #[test]
    fn commits_are_answered_in_order_and_a_failure_says_why() {
        let mut ids = IdSource::seeded(1);
        let changes = [change(&mut ids), change(&mut ids)];
        let [first, second] = [changes[0].id, changes[1].id];
        let answers = answers(Small(1), |worker| changes.into_iter().for_each(|change| worker.commit(change)));
        let [Event::Answered(Msg::Committed(done)), Event::Answered(Msg::CommitFailed(failed, text))] = answers.as_slice()
        else {
            panic!("{answers:?}")
        };
        assert_eq!((*done, *failed, text.id), (first, second, "store-full"));
    }

    #[test]
    fn the_log_is_given_in_parts_and_says_how_far_it_was_read() {
        let mut store = crate::store::Memory::new();
        let mut ids = IdSource::seeded(1);
        (0..PAGE + 3).for_each(|_| store.commit(&change(&mut ids)).unwrap());
        let (sender, events) = event::channel();
        let worker = Worker::start(Box::new(store), Moody, None, sender).unwrap();
        worker.load_log(None, 204);
        let Ok(Event::Msg(Msg::Log { about: None, before: 204, part })) = events.recv() else { panic!("no log") };
        let numbers: Vec<u64> = part.entries.iter().map(|entry| entry.number).collect();
        assert_eq!((numbers[0], *numbers.last().unwrap()), (203, part.reached));
        // A slow machine may have given less than a page.
        worker.load_log(Some(PersonId(uuid::Uuid::nil())), 2);
        let Ok(Event::Msg(Msg::Log { part, .. })) = events.recv() else { panic!("no log") };
        assert_eq!(part, LogPart { entries: vec![], reached: 1 });
        drop(events);
        worker.finish(None);
    }

    #[test]
    fn drafts_that_can_not_be_kept_are_said_once_until_they_can() {
        let drafts = [false, false, true, false];
        let answers = answers(Small(0), |worker| drafts.into_iter().for_each(|ok| worker.keep(ok.into())));
        let said = |event: &Event| matches!(event, Event::Msg(Msg::Trouble(text)) if text.id == "store-read-only");
        assert!(answers.len() == 2 && answers.iter().all(said), "{answers:?}");
    }
}
