//! What a screen may touch, and knows no screen: the office, words, effects, notices, what is asked of the application;
//! commands and keys; forms; the text field, lists and grids; what can be done to records wherever they are shown.

pub mod as_of;
pub mod command;
pub mod copying;
pub mod editor;
pub mod effect;
pub mod form;
pub mod grid;
pub mod journal;
pub mod key;
pub mod keymap;
pub mod list;
pub mod msg;
pub mod notice;
pub mod office;
pub mod passphrase;
pub mod reader;
pub mod records;
pub mod request;
pub mod selection;
pub mod settings;
pub mod trace;

use crate::domain::records::intent::Intent;
use crate::domain::records::log::LogPart;
use crate::domain::{Change, PersonId, Refusal};
use crate::i18n::{Text, Words};
use crate::reports::layout::cut;
use crate::reports::log::story;
use as_of::Past;
use effect::Effect;
use form::Purpose;
use jiff::civil::Date;
use journal::Journal;
use keymap::Keymap;
use msg::Size;
use notice::{Notices, Tone};
use office::Office;
use reader::Reader;
use records::ratings::Round;
use request::{Destination, Follow, Request};
use settings::Settings;
use trace::Trace;

/// Everything that a screen's commands can reach. Where they want to go and what others shall do is asked for with a
/// [`Request`]; the application carries that out.
pub struct Desk {
    pub office: Office,
    pub notices: Notices,
    pub keymap: Keymap,
    pub words: Words,
    pub look: Look,
    pub size: Size,
    /// Only looking: another process holds the store.
    pub read_only: bool,
    pub settings: Settings,
    /// What was read of the journal, for the Log screen.
    pub journal: Journal,
    /// What was read of it about the record whose story is open.
    pub(crate) trace: Trace,
    /// An earlier day that the page on top looks at.
    pub(crate) past: Option<Past>,
    pub(crate) round: Round,
    /// Only the people of the first screen are known yet.
    pub(crate) incomplete: bool,
    /// Whose brief stands beside the list.
    pub(crate) beside: Option<PersonId>,
    /// How many drafts wait to be gone on with.
    pub(crate) drafts_waiting: usize,
    pub(crate) effects: Vec<Effect>,
    pub(crate) requests: Vec<Request>,
    /// People whose dossiers the present command can't go on without.
    pub(crate) wants: Option<Vec<PersonId>>,
}

/// How the terminal wants it; chosen at start, but for the ground, which the terminal may tell later.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Only ASCII glyphs.
    pub ascii: bool,
    /// No colours.
    pub mono: bool,
    /// Linear, for screen readers and slow links: no decoration, the selection marked in text. Goes with the other two.
    pub plain: bool,
    /// The terminal knows 256 colours, not just its own sixteen.
    pub indexed: bool,
    /// What the text stands on, as far as that is known.
    pub ground: Option<Ground>,
}

/// The background that a terminal shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    Dark,
    Light,
}

/// From this width on the brief of the selected person stands beside lists.
pub const WIDE: u16 = 110;

/// Columns of the words that a notice gives to what was taken back.
const WHICH: usize = 36;

/// Rows that a screen's frame takes: title, line of keys, line between.
pub const FRAME_ROWS: u16 = 3;

impl Desk {
    pub fn new(office: Office, words: Words, keymap: Keymap, look: Look, size: Size) -> Self {
        Desk {
            office,
            notices: Notices::default(),
            keymap,
            words,
            look,
            size,
            read_only: false,
            settings: Settings::default(),
            journal: Journal::default(),
            trace: Trace::default(),
            past: None,
            round: Round::default(),
            incomplete: false,
            beside: None,
            drafts_waiting: 0,
            effects: vec![],
            requests: vec![],
            wants: None,
        }
    }

    // --- what is shown -------------------------------------------------------------------------------------------

    /// Rows between the title and the line of keys.
    pub fn body_rows(&self) -> usize {
        usize::from(self.size.rows.saturating_sub(FRAME_ROWS))
    }

    /// Columns of a page; plain is linear, and nothing stands beside it.
    pub fn page_columns(&self) -> u16 {
        if self.look.plain { self.size.columns.min(WIDE - 1) } else { self.size.columns }
    }

    /// The day as which the top screen is looked at, if that is an earlier one.
    pub fn as_of(&self) -> Option<Date> {
        self.past.as_ref().map(|past| past.day)
    }

    /// The records that the top screen shows: those of today, or of an earlier day.
    pub fn shown(&self) -> &Office {
        self.past.as_ref().map_or(&self.office, |past| &past.office)
    }

    // --- telling and asking --------------------------------------------------------------------------------------

    pub(crate) fn tell(&mut self, tone: Tone, text: Text) {
        self.notices.tell(self.office.now, tone, text);
    }

    /// Says something more after what was just told.
    pub(crate) fn tell_on(&mut self, id: &'static str) {
        let said = self.notices.current().map(|notice| self.words.text(&notice.text)).unwrap_or_default();
        self.tell(Tone::Good, Text::with(id, [("said", said.into())]));
    }

    pub(crate) fn refuse(&mut self, refusal: &Refusal) {
        self.tell(Tone::Plain, form::refused(refusal));
    }

    /// What is typed has changed.
    pub(crate) fn typed(&mut self) {
        if self.effects.last() != Some(&Effect::DraftsChanged) {
            self.effects.push(Effect::DraftsChanged);
        }
    }

    pub(crate) fn ask(&mut self, request: Request) {
        self.requests.push(request);
    }

    pub(crate) fn go(&mut self, to: Destination) {
        self.ask(Request::Go(to));
    }

    pub(crate) fn open_form(&mut self, purpose: Purpose) {
        self.go(Destination::Form(purpose));
    }

    pub(crate) fn read(&mut self, reader: Reader) {
        // What was read of the journal before may have been followed by something.
        self.trace = reader.record.map(Trace::about).unwrap_or_default();
        self.go(Destination::Reader(reader));
    }

    /// The screen on top shall follow what was done.
    pub(crate) fn follow(&mut self, what: Follow) {
        self.ask(Request::Follow(what));
    }

    /// A part of the log came, for the Log screen or for the story of a record.
    pub(crate) fn take_log(&mut self, about: Option<PersonId>, before: u64, part: LogPart) {
        self.trace.take(about, before, &part);
        self.journal.take(about, before, part, &self.office, &self.words);
    }

    pub(crate) fn log_failed(&mut self) {
        self.journal.failed();
        self.trace.failed();
    }

    // --- dossiers ------------------------------------------------------------------------------------------------

    /// Asks for a dossier that is not here yet.
    pub(crate) fn want(&mut self, id: PersonId) {
        if !self.office.dossiers.contains_key(&id) && self.office.row(id).is_some() && self.office.loading.insert(id) {
            self.effects.push(Effect::Load(id));
        }
    }

    /// The present command can't go on before these people's dossiers are here; it is run again then.
    pub(crate) fn wait_for(&mut self, people: Vec<PersonId>) {
        for id in &people {
            self.want(*id);
        }
        self.wants = Some(people);
        self.tell(Tone::Plain, Text::plain("notice-loading"));
    }

    /// True if the command has to wait for dossiers that are not here yet.
    pub(crate) fn must_wait_for(&mut self, people: &[PersonId]) -> bool {
        let missing: Vec<PersonId> = people.iter().copied().filter(|id| self.office.dossier(*id).is_none()).collect();
        let waits = !missing.is_empty();
        if waits {
            self.wait_for(missing);
        }
        waits
    }

    // --- changes -------------------------------------------------------------------------------------------------

    /// Plans, applies and sends a change; a refusal is said.
    pub(crate) fn intend(&mut self, intent: impl Into<Intent>) -> Option<Change> {
        if self.read_only {
            self.tell(Tone::Alarm, Text::plain("store-read-only"));
            return None;
        }
        match self.office.intend(intent.into()) {
            Ok(change) => {
                self.commit(&change);
                Some(change)
            }
            Err(refusal) => {
                self.refuse(&refusal);
                None
            }
        }
    }

    /// The same where a refusal is shown at a field.
    pub(crate) fn try_to(&mut self, intent: impl Into<Intent>) -> Result<Change, Text> {
        if self.read_only {
            return Err(Text::plain("store-read-only"));
        }
        let change = self.office.intend(intent.into()).map_err(|refusal| form::refused(&refusal))?;
        self.commit(&change);
        Ok(change)
    }

    pub(crate) fn commit(&mut self, change: &Change) {
        self.effects.push(Effect::Commit(Box::new(change.clone())));
        self.typed();
    }

    /// "Saved: note on Sari. u takes it back."
    pub(crate) fn tell_done(&mut self, change: &Change) {
        let text = self.named_change("notice-done", change);
        self.tell(Tone::Good, text);
    }

    /// Which record a change was about, in a few words behind a blank; nothing where it has no words of its own.
    fn which(&self, change: &Change) -> String {
        let dossier = change.about.and_then(|id| self.office.dossier(id));
        let said = story::subject(&self.words, change, dossier, &self.office.roster);
        said.map(|said| format!(" “{}”", cut(&said, WHICH))).unwrap_or_default()
    }

    pub(crate) fn named_change(&self, id: &'static str, change: &Change) -> Text {
        let what = self.words.say(&format!("change-{}", change.kind.id()));
        let name = change.about.map(|id| self.office.called(id)).unwrap_or_default();
        let with_name = usize::from(!name.is_empty());
        let mut args = vec![("what", what.into()), ("name", name.into()), ("named", with_name.into())];
        if matches!(id, "notice-undone" | "notice-redone") {
            args.push(("which", self.which(change).into()));
        }
        Text::with(id, args)
    }
}
