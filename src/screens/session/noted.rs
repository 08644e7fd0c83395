//! Notes since the last session, offered in the step of feedback: lifted as they are, shared after a look at the exact
//! words, or opened into situation, behaviour and impact. Lifting never changes the reader by itself.

use super::{Entry, Focus, SessionScreen, Spot};
use crate::desk::Desk;
use crate::desk::notice::Tone;
use crate::desk::records::ratings::RateAt;
use crate::domain::competency::tally::Mark;
use crate::domain::records::intent;
use crate::domain::sessions::since::{News, since};
use crate::domain::{Audience, Dossier, Feedback, FeedbackId, Refusal};
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

    /// Why a rating since the last session is what it is.
    pub(super) fn why_news(&self, desk: &mut Desk) {
        let Some(Spot::News(News::Rating(id))) = self.spot() else { return };
        let rating = desk.office.dossier(self.person).and_then(|dossier| dossier.rating(id));
        let Some(competency) = rating.map(|rating| Mark::of(&rating.competency)) else { return };
        desk.why_rated(RateAt { person: self.person, competency });
    }
}
