//! From a warning of closing to the word it speaks of, and back: `Enter` goes there, saving the line or `Esc` returns.

use super::{Agreement, Entry, Focus, SessionScreen, Spot, Step};
use crate::desk::Desk;
use crate::desk::editor::Editor;
use crate::desk::form::written_day;
use crate::domain::sessions::closing::Warning;
use crate::domain::{ActionId, RecordId};

/// Fields of text in which a word can stand.
const FIELDS: [Spot; 12] = [
    Spot::Situation,
    Spot::Behaviour,
    Spot::Impact,
    Spot::Intent,
    Spot::Grow(0),
    Spot::Grow(1),
    Spot::Grow(2),
    Spot::Grow(3),
    Spot::ActionText,
    Spot::ActionMeasure,
    Spot::Purpose,
    Spot::Words,
];

impl SessionScreen {
    /// The place that the chosen warning speaks of, with the cursor on the word.
    pub(super) fn go_to_warned(&mut self, desk: &mut Desk) {
        let Some(Spot::Warning(n)) = self.spot() else { return };
        let Some(warning) = self.warnings(&desk.office).into_iter().nth(usize::from(n)) else { return };
        match warning.at() {
            Some(RecordId::Feedback(id)) => {
                self.enter(Step::Feedback, &desk.office);
                self.edit_line(desk, id);
            }
            Some(RecordId::Action(id)) if !self.is_agreed_here(desk, id) => {
                self.enter(Step::FollowUp, &desk.office);
                self.focus_on(desk, Some(Spot::ActionRow(id)));
            }
            Some(RecordId::Agenda(id)) => {
                self.enter(Step::FollowUp, &desk.office);
                self.focus_on(desk, Some(Spot::AgendaRow(id)));
            }
            Some(RecordId::WorkResult(id)) => {
                self.enter(Step::Goals, &desk.office);
                self.focus_on(desk, Some(Spot::Goal(id, None)));
            }
            Some(RecordId::Action(id)) => {
                self.enter(Step::Agreements, &desk.office);
                self.edit_agreement(desk, id);
            }
            Some(RecordId::CheckIn(id)) => {
                self.enter(Step::Goals, &desk.office);
                let value = desk.office.dossier(self.person).and_then(|dossier| dossier.check_in(id));
                let goal = value.map(|value| Spot::Goal(value.result, Some(value.indicator)));
                self.focus_on(desk, goal);
            }
            Some(RecordId::Rating(_)) => self.enter(Step::Competencies, &desk.office),
            Some(_) => self.enter_session_text(desk, warning.word().unwrap_or_default()),
            None => self.enter_cause(desk, &warning),
        }
        self.returning = (self.step != Step::Close).then_some(n);
        if let Some(word) = warning.word() {
            self.cursor_on(desk, word);
        }
    }

    /// Back to the list of warnings, at the next of them.
    pub(super) fn come_back(&mut self, desk: &mut Desk) {
        let n = self.returning.take().unwrap_or_default();
        if self.is_nothing_new(desk) {
            self.entry = Entry::default();
            self.agreement = Agreement::default();
        }
        self.go_step(desk, Step::Close);
        let left = self.warnings(&desk.office).len();
        if left > 0 {
            self.focus = Focus::Spot(Spot::Warning(n.min((left - 1).min(usize::from(u8::MAX)) as u8)));
        }
    }

    /// The line that was taken up says what its record says already, or no line was taken up.
    pub(super) fn is_nothing_new(&self, desk: &Desk) -> bool {
        let Some(dossier) = desk.office.dossier(self.person) else { return false };
        let same_entry = match self.entry.editing.and_then(|id| dossier.feedback(id)) {
            Some(record) => {
                let was = Entry::of(record);
                (was.kind, was.audience, was.words()) == (self.entry.kind, self.entry.audience, self.entry.words())
            }
            None => self.entry.is_empty(),
        };
        let same_agreement = match self.agreement.editing {
            Some(id) => {
                let was = self.agreement_of(desk, id);
                was.is_some_and(|was| said(&was) == said(&self.agreement))
            }
            None => self.agreement.is_empty(),
        };
        same_entry && same_agreement && self.agenda.is_empty()
    }

    fn is_agreed_here(&self, desk: &Desk, id: ActionId) -> bool {
        let action = desk.office.dossier(self.person).and_then(|dossier| dossier.action(id));
        action.is_some_and(|action| action.session == Some(self.session))
    }

    fn edit_agreement(&mut self, desk: &Desk, id: ActionId) {
        if let Some(line) = self.agreement_of(desk, id) {
            self.agreement = line;
            self.focus = Focus::Spot(Spot::ActionText);
        }
    }

    fn agreement_of(&self, desk: &Desk, id: ActionId) -> Option<Agreement> {
        let action = desk.office.dossier(self.person)?.action(id)?;
        Some(Agreement {
            owner: action.owner,
            audience: action.text.audience(),
            text: Editor::new(action.text.for_supervisor()),
            due: Editor::new(action.due.map(written_day).unwrap_or_default()),
            measure: Editor::new(&action.measure),
            editing: Some(id),
        })
    }

    /// A word of the session itself: in its purpose, else in the answers of coaching.
    fn enter_session_text(&mut self, desk: &Desk, word: &str) {
        let step = if found(self.purpose.text(), word).is_some() { Step::Prepare } else { Step::Feedback };
        self.enter(step, &desk.office);
    }

    /// Where what is missing can be written.
    fn enter_cause(&mut self, desk: &Desk, warning: &Warning) {
        let (step, spot) = match warning {
            Warning::NoNextStep => (Step::Agreements, Spot::ActionText),
            Warning::NoNextDate => return self.focus = Focus::Spot(Spot::NextDay),
            Warning::GoalsUnspoken { .. } => return self.enter(Step::Goals, &desk.office),
            _ => (Step::Feedback, Spot::Situation),
        };
        self.enter(step, &desk.office);
        self.focus = Focus::Spot(spot);
    }

    fn focus_on(&mut self, desk: &Desk, spot: Option<Spot>) {
        if let Some(spot) = spot.filter(|spot| self.spots(&desk.office).contains(spot)) {
            self.focus = Focus::Spot(spot);
        }
    }

    /// The cursor before the word, in the first field of the step in which it stands.
    fn cursor_on(&mut self, desk: &Desk, word: &str) {
        let shown = self.spots(&desk.office);
        let place = FIELDS.into_iter().filter(|spot| shown.contains(spot)).find_map(|spot| {
            let at = found(self.editor(spot)?.text(), word)?;
            Some((spot, at))
        });
        if let Some((spot, at)) = place {
            self.focus = Focus::Spot(spot);
            if let Some(editor) = self.editor_mut() {
                editor.go_to(at);
            }
        }
    }
}

/// Where a phrase begins, whatever its case; of one that is spread over signs its first word.
fn found(text: &str, phrase: &str) -> Option<usize> {
    let text = text.to_lowercase();
    let phrase = phrase.to_lowercase();
    text.find(&phrase).or_else(|| text.find(phrase.split_whitespace().next()?))
}

fn said(line: &Agreement) -> (bool, crate::domain::Audience, [&str; 3]) {
    let mine = line.owner == crate::domain::Owner::Supervisor;
    (mine, line.audience, [line.text.text(), line.due.text(), line.measure.text()])
}
