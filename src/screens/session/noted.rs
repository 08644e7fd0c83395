//! Notes since the last session, offered in the step of feedback: lifted as they are, shared after a look at the exact
//! words, or opened into situation, behaviour and impact. Lifting never changes the reader by itself.

use super::{Entry, Focus, SessionScreen, Spot};
use crate::desk::Desk;
use crate::desk::form::Purpose;
use crate::desk::notice::Tone;
use crate::desk::records::ratings::RateAt;
use crate::domain::competency::tally::Mark;
use crate::domain::records::intent;
use crate::domain::sessions::since::{News, since, untold};
use crate::domain::{Audience, Dossier, Feedback, FeedbackId, RecordId, Refusal, Session};
use crate::i18n::Text;

impl SessionScreen {
    /// What the step offers below the lines of the session.
    pub(super) fn offered(&self, dossier: &Dossier) -> Vec<Spot> {
        let since = since(dossier, self.session);
        let mut out: Vec<Spot> = since.notes.iter().map(|note| Spot::Noted(note.id)).collect();
        if !since.older.is_empty() {
            out.push(Spot::OlderNotes);
        }
        if self.older_notes {
            out.extend(since.older.iter().map(|note| Spot::Noted(note.id)));
        }
        out.extend(since.news().into_iter().map(Spot::News));
        out
    }

    fn note<'a>(&self, desk: &'a Desk) -> Option<&'a Feedback> {
        match self.spot()? {
            Spot::Noted(id) => desk.office.dossier(self.person)?.feedback(id),
            _ => None,
        }
    }

    /// The note becomes part of the session as it is. On the folded line it folds and unfolds.
    pub(super) fn lift(&mut self, desk: &mut Desk) {
        if self.spot() == Some(Spot::OlderNotes) {
            self.older_notes = !self.older_notes;
            return;
        }
        if let Some(id) = self.note(desk).map(|note| note.id) {
            self.take(desk, id, false);
        }
    }

    /// The first time the exact words are shown as the employee will read them, the second time they are shared.
    pub(super) fn share(&mut self, desk: &mut Desk) {
        let Some(note) = self.note(desk) else { return };
        let (id, audience, went) = (note.id, note.words.audience(), note.went);
        if went.is_some() {
            return desk.refuse(&Refusal::LiftedAlready);
        }
        if audience == Audience::Private && self.looking != Some(id) {
            self.looking = Some(id);
            return desk.tell(Tone::Plain, Text::plain("notice-look-before-sharing"));
        }
        self.take(desk, id, true);
    }

    fn take(&mut self, desk: &mut Desk, id: FeedbackId, share: bool) {
        let next = self.next_note(desk, id);
        self.looking = None;
        let lift = intent::LiftFeedback { person: self.person, id, session: self.session, share };
        if let Some(change) = desk.intend(lift) {
            desk.tell_done(&change);
            self.focus = Focus::Spot(next.unwrap_or(Spot::Noted(id)));
        }
    }

    /// The next note that went nowhere yet.
    fn next_note(&self, desk: &Desk, id: FeedbackId) -> Option<Spot> {
        let dossier = desk.office.dossier(self.person)?;
        let spots = self.spots(&desk.office);
        let at = spots.iter().position(|spot| *spot == Spot::Noted(id))?;
        let free = |spot: &&Spot| match spot {
            Spot::Noted(id) => dossier.feedback(*id).is_some_and(|note| note.went.is_none()),
            _ => false,
        };
        spots.iter().skip(at + 1).find(free).copied()
    }

    /// Opens the note in the fields above; it stays as it was, and the new line keeps its reader.
    pub(super) fn open_note(&mut self, desk: &mut Desk) {
        let Some(note) = self.note(desk) else { return };
        if note.went.is_some() {
            return desk.refuse(&Refusal::LiftedAlready);
        }
        if !self.entry.is_empty() {
            self.focus = Focus::Spot(Spot::Situation);
            return desk.tell(Tone::Plain, Text::plain("notice-unfinished-line"));
        }
        self.entry = Entry { source: Some(note.id), ..Entry::of(note) };
        self.focus = Focus::Spot(Spot::Situation);
    }

    /// What is shared and new goes on the sheet by itself: here it is kept off it with a reason, or put on it again.
    pub(super) fn leave_out(&self, desk: &mut Desk) {
        let record = match self.spot() {
            Some(Spot::Noted(id)) => RecordId::Feedback(id),
            Some(Spot::News(news)) => news.record(),
            _ => return,
        };
        let Some(session) = self.record(desk) else { return };
        if session.leaves_out(record) {
            let take_in = intent::TakeIn { person: self.person, id: session.id, record };
            if let Some(change) = desk.intend(take_in) {
                desk.tell_done(&change);
            }
            return;
        }
        if !desk.office.dossier(self.person).is_some_and(|dossier| is_untold(dossier, &session, record)) {
            return desk.tell(Tone::Plain, Text::plain("notice-not-on-sheet"));
        }
        desk.open_form(Purpose::LeaveOut(self.person, session.id, record));
    }

    /// Why a rating since the last session is what it is.
    pub(super) fn why_news(&self, desk: &mut Desk) {
        let Some(Spot::News(News::Rating(id))) = self.spot() else { return };
        let rating = desk.office.dossier(self.person).and_then(|dossier| dossier.rating(id));
        let Some(competency) = rating.map(|rating| Mark::of(&rating.competency)) else { return };
        desk.why_rated(RateAt { person: self.person, competency });
    }
}

/// Whether it will stand on the sheet of this session without having been said in it.
pub fn is_untold(dossier: &Dossier, session: &Session, record: RecordId) -> bool {
    let untold = untold(dossier, session);
    match record {
        RecordId::Feedback(id) => untold.notes.iter().any(|note| note.id == id),
        RecordId::CheckIn(id) => untold.values.iter().any(|value| value.id == id),
        RecordId::Rating(id) => untold.ratings.iter().any(|rating| rating.id == id),
        _ => false,
    }
}
