//! What keys do in a session: move through the steps, write lines, settle what was promised, close.

use super::{Agreement, Entry, Focus, SessionScreen, Spot, Step};
use crate::desk::Desk;
use crate::desk::command::{Command, Place};
use crate::desk::editor::Editor;
use crate::desk::form::{Purpose, refused};
use crate::desk::key::{Key, KeyPress};
use crate::desk::list::{ListState, Move};
use crate::desk::notice::Tone;
use crate::desk::records::ratings::RateAt;
use crate::desk::request::{Follow, Request};
use crate::desk::selection::{Selection, Target};
use crate::domain::language::dates::parse_future;
use crate::domain::records::intent::{self, Intent, SessionEdit};
use crate::domain::sessions::since::News;
use crate::domain::{Audienced, FeedbackId, FeedbackKind, Grow, PersonId, Refusal, Session, SessionKind};
use crate::i18n::{Arg, Text};
use crate::screens::{Mode, OnTop};

impl OnTop for SessionScreen {
    fn place(&self) -> Place {
        match (self.spot(), self.rating) {
            (Some(Spot::Competency(_)), true) => Place::SessionRating,
            (Some(Spot::Competency(_)), false) => Place::SessionLevels,
            (Some(Spot::Noted(_) | Spot::OlderNotes), _) => Place::SessionNotes,
            (Some(Spot::News(_)), _) => Place::SessionNews,
            _ => Place::Session,
        }
    }
    fn mode(&self) -> Option<Mode> {
        match self.spot() {
            Some(Spot::Competency(_)) => self.rating.then_some(Mode::Rating),
            Some(Spot::Mood | Spot::Statement(_)) => Some(Mode::Filling),
            _ => None,
        }
    }
    fn person(&self) -> Option<PersonId> {
        Some(self.person)
    }
    fn is_about_one(&self) -> bool {
        true
    }
    fn round(&self) -> Option<(Place, PersonId)> {
        (self.step == Step::Competencies).then_some((Place::Session, self.person))
    }

    fn selection(&self, _desk: &Desk) -> Selection {
        let person = self.person;
        let target = match self.focus {
            Focus::Spot(Spot::FeedbackRow(id) | Spot::Noted(id)) => Target::Feedback(person, id),
            Focus::Spot(Spot::ActionRow(id)) => Target::Action(person, id),
            Focus::Spot(Spot::AgendaRow(id)) => Target::Agenda(person, id),
            Focus::Spot(Spot::News(News::Value(id))) => Target::CheckIn(person, id),
            _ => Target::Nothing,
        };
        let rating = match self.focus {
            Focus::Spot(Spot::Competency(competency)) => Some(RateAt { person, competency }),
            _ => None,
        };
        let (goal, session) = (self.goal_at(), Some(self.session));
        Selection { person: Some(person), target, goal, rating, session, ..Selection::default() }
    }

    fn in_text(&self) -> bool {
        self.is_in_text()
    }
    fn editor(&mut self) -> Option<&mut Editor> {
        self.editor_mut()
    }
    fn takes_lines(&self) -> bool {
        self.spot().is_some_and(Spot::has_lines)
    }
    fn text_key(&mut self, desk: &mut Desk, press: KeyPress) -> bool {
        match press.key {
            Key::Enter => self.enter_in_text(desk),
            Key::Up => self.vertical(desk, false),
            Key::Down => self.vertical(desk, true),
            _ => return false,
        }
        true
    }

    /// On mood and statements digits are the value; a slip past it is said.
    fn value_key(&mut self, desk: &mut Desk, press: KeyPress) -> bool {
        match self.place() {
            Place::Session => self.digit(desk, press),
            Place::SessionRating if press.typed().is_some() && matches!(press.key, Key::Char('6'..='9')) => {
                desk.tell(Tone::Plain, Text::plain("mode-five"));
                true
            }
            _ => false,
        }
    }

    /// Rows and rail with the arrows.
    fn step(&mut self, desk: &mut Desk, movement: Move) {
        let forward = match movement {
            Move::Down => Some(true),
            Move::Up => Some(false),
            _ => None,
        };
        if self.spot() == Some(Spot::Sheet) {
            let lines = self.closing_lines(desk).len();
            let mut list = ListState { selected: 0, top: self.top };
            list.scroll(movement, lines, desk.body_rows().saturating_sub(CLOSE_ROWS));
            self.top = list.top;
        } else if let Some(forward) = forward {
            if self.focus == Focus::Rail {
                self.go_step(desk, self.step.turn(forward));
                self.focus = Focus::Rail;
            } else {
                self.focus_by(forward, &desk.office);
            }
        }
    }

    fn run(&mut self, desk: &mut Desk, command: Command) -> bool {
        match command {
            Command::NextStep => self.go_step(desk, self.step.turn(true)),
            Command::PreviousStep => self.go_step(desk, self.step.turn(false)),
            Command::NextField => self.focus_by(true, &desk.office),
            Command::PreviousField => self.focus_by(false, &desk.office),
            Command::SaveLine if self.returning.is_some() && self.is_nothing_new(desk) => self.come_back(desk),
            Command::SaveLine => {
                if !self.save_line(desk) {
                    desk.tell(Tone::Plain, Text::plain("refusal-empty-text"));
                }
            }
            Command::LineAudience => self.turn_audience(),
            Command::LineKind => self.turn_kind(),
            Command::FinishSession => self.finish(desk),
            Command::SessionKindNext => self.next_kind(desk),
            Command::DiscardSession => self.discard(desk),
            Command::RatingBegin => self.rating = true,
            Command::OpenRecord if matches!(self.spot(), Some(Spot::Warning(_))) => self.go_to_warned(desk),
            Command::RatingAll => {
                self.all_competencies = !self.all_competencies;
                if self.spot().is_none() {
                    self.enter(Step::Competencies, &desk.office);
                }
            }
            Command::LiftNote => self.lift(desk),
            Command::ShareNote => self.share(desk),
            Command::OpenNote => self.open_note(desk),
            Command::LeaveOut => self.leave_out(desk),
            Command::OpenRecord if matches!(self.spot(), Some(Spot::News(News::Rating(_)))) => self.why_news(desk),
            Command::OpenRecord if self.develop(desk) => {}
            // A plan is changed where it is seen whole.
            Command::RemoveRecord if self.goal_at().is_some() => {
                desk.run_about_records(command, &self.selection(desk));
            }
            other => match Step::of(other) {
                Some(step) => self.go_step(desk, step),
                None => return false,
            },
        }
        desk.typed();
        true
    }

    fn back(&mut self, desk: &mut Desk) -> bool {
        if self.returning.is_some() {
            self.come_back(desk);
            desk.typed();
        } else if std::mem::take(&mut self.rating) {
            desk.typed();
        } else if self.is_in_text() {
            self.focus = Focus::Rail;
            desk.typed();
        } else {
            self.save_fields(desk);
            desk.ask(Request::Leave);
            desk.tell(Tone::Plain, Text::plain("notice-session-kept"));
        }
        true
    }

    fn follow(&mut self, desk: &mut Desk, what: &Follow) -> bool {
        match what {
            Follow::CheckedIn => self.next_goal(&desk.office),
            Follow::Rated => {
                if !self.next_competency(&desk.office) && self.rating {
                    desk.tell_on("mode-end");
                }
            }
            Follow::Settled => self.next_row(desk),
            Follow::EditLine(id) => self.edit_line(desk, *id),
            Follow::Revisit(person, mark) if *person == self.person => {
                self.go_step(desk, Step::Competencies);
                self.all_competencies = true;
                self.focus = Focus::Spot(Spot::Competency(*mark));
            }
            _ => return false,
        }
        true
    }

    fn offers(&self, _desk: &Desk, command: Command) -> bool {
        self.offers_at(self.spot(), command)
    }

    fn refresh(&mut self, desk: &mut Desk) {
        SessionScreen::refresh(self, &desk.office);
    }
}

impl SessionScreen {
    /// Enter on a line about development opens the form that it asks for; false on any other line.
    fn develop(&self, desk: &mut Desk) -> bool {
        let person = self.person;
        match self.spot() {
            Some(Spot::Effect(id)) => desk.open_form(Purpose::AnswerEffect(person, id)),
            Some(Spot::Planned(id)) => desk.open_form(Purpose::CorrectItem(person, id)),
            Some(Spot::Proposed(mark)) => desk.open_form(Purpose::PlanItem(person, Some(mark))),
            Some(Spot::Wish) => desk.open_form(Purpose::WishFor(person)),
            _ => return false,
        }
        true
    }

    /// The record of the session, as it stands.
    pub(super) fn record(&self, desk: &Desk) -> Option<Session> {
        desk.office.dossier(self.person)?.session(self.session).cloned()
    }

    /// Leaving a step keeps what was written in it.
    pub(super) fn go_step(&mut self, desk: &mut Desk, step: Step) {
        // Who goes on by hand is not waited for.
        self.returning = None;
        self.save_line(desk);
        self.save_fields(desk);
        self.enter(step, &desk.office);
        self.propose_next_day(desk);
    }

    fn next_row(&mut self, desk: &Desk) {
        if self.step == Step::FollowUp {
            let spots = self.spots(&desk.office);
            let at = self.spot().and_then(|s| spots.iter().position(|x| *x == s));
            if let Some(next) = at.and_then(|i| spots.get(i + 1)) {
                self.focus = Focus::Spot(*next);
            }
        }
    }

    /// Enter in a text field: a new line where lines are wanted, else the next field; from the last field of a line the
    /// line is saved.
    fn enter_in_text(&mut self, desk: &mut Desk) {
        match self.spot() {
            Some(spot) if spot.has_lines() => {
                if let Some(editor) = self.editor_mut() {
                    editor.insert("\n");
                }
            }
            Some(Spot::NewAgenda | Spot::Intent | Spot::ActionMeasure) => {
                if !self.save_line(desk) {
                    self.focus_by(true, &desk.office);
                }
            }
            Some(_) => self.focus_by(true, &desk.office),
            None => return,
        }
        desk.typed();
    }

    /// Up and down in a text field: between its wrapped lines, then to the next field.
    fn vertical(&mut self, desk: &mut Desk, down: bool) {
        let width = field_width(desk);
        if !self.editor_mut().is_some_and(|editor| editor.vertical(down, width)) {
            self.focus_by(down, &desk.office);
        }
    }

    fn digit(&mut self, desk: &mut Desk, press: KeyPress) -> bool {
        let spot = self.spot();
        let valued = matches!(spot, Some(Spot::Mood | Spot::Statement(_)));
        let digit = match press.key {
            Key::Char(c @ '0'..='9') if valued && press.typed().is_some() => c as u8 - b'0',
            Key::Backspace | Key::Delete if valued => 0,
            Key::Enter if spot.is_none() => {
                self.focus_by(true, &desk.office);
                return true;
            }
            _ => return false,
        };
        let value = (1..=5).contains(&digit).then_some(digit);
        match spot {
            Some(Spot::Mood) if digit <= 5 => {
                self.mood = value;
                self.focus_by(true, &desk.office);
            }
            Some(Spot::Statement(n)) if digit <= 5 => {
                if let Some(slot) = self.statements.get_mut(usize::from(n)) {
                    *slot = value;
                }
                if n < 8 {
                    self.focus_by(true, &desk.office);
                }
            }
            _ => desk.tell(Tone::Plain, Text::plain("mode-five")),
        }
        desk.typed();
        true
    }

    /// The line being written becomes a record. True if there was one.
    fn save_line(&mut self, desk: &mut Desk) -> bool {
        let Some(intent) = self.line_intent(desk) else { return false };
        let intent = match intent {
            Ok(intent) => intent,
            Err(why) => {
                desk.tell(Tone::Plain, why);
                return true;
            }
        };
        let Some(change) = desk.intend(intent) else { return true };
        desk.tell_done(&change);
        self.line_saved(desk);
        true
    }

    fn line_saved(&mut self, desk: &mut Desk) {
        match self.step {
            Step::Prepare => {
                self.agenda.clear();
                self.focus = Focus::Spot(Spot::NewAgenda);
            }
            Step::Feedback => {
                // Shared again, with its letter beside it: nobody hides the next line by having hidden the last one.
                self.entry = Entry::default();
                self.focus = Focus::Spot(Spot::Situation);
            }
            Step::Agreements => {
                self.agreement = Agreement::default();
                self.focus = Focus::Spot(Spot::ActionText);
            }
            _ => {}
        }
        if self.returning.is_some() {
            self.come_back(desk);
        }
    }

    fn line_intent(&self, desk: &Desk) -> Option<Result<Intent, Text>> {
        let person = self.person;
        match self.step {
            Step::Prepare if !self.agenda.is_empty() => {
                let (text, tags) = super::split_tags(self.agenda.text());
                Some(Ok(intent::NoteAgenda { person, text: Audienced::new(self.agenda_audience, text), tags }.into()))
            }
            Step::Feedback if !self.entry.is_empty() => Some(Ok(self.entry_intent(desk))),
            Step::Agreements if !self.agreement.is_empty() => Some(self.agreement_intent(desk)),
            _ => None,
        }
    }

    fn entry_intent(&self, desk: &Desk) -> Intent {
        let (mut sbi, tags) = self.entry.words();
        let mut kind = self.entry.kind;
        // The signs of quick capture mean the same here.
        let first = [&mut sbi.situation, &mut sbi.behaviour].into_iter().find(|part| !part.is_empty());
        if let Some(first) = first {
            for (sign, meant) in
                [("+ ", FeedbackKind::Praise), ("- ", FeedbackKind::Improve), ("= ", FeedbackKind::Observation)]
            {
                if let Some(rest) = first.strip_prefix(sign) {
                    kind = meant;
                    *first = rest.trim_start().to_owned();
                    break;
                }
            }
        }
        if sbi.behaviour.is_empty() && !sbi.situation.is_empty() {
            // A single sentence is what was seen, wherever it was typed.
            sbi.behaviour = std::mem::take(&mut sbi.situation);
        }
        let words = Audienced::new(self.entry.audience, sbi);
        let person = self.person;
        match (self.entry.editing, self.entry.source) {
            (Some(id), _) => intent::CorrectFeedback { person, id, kind, words, tags }.into(),
            (None, Some(source)) => intent::OpenFeedback { person, source, session: self.session, kind, words, tags }.into(),
            (None, None) => {
                intent::NoteFeedback { person, on: desk.office.today, kind, words, tags, session: Some(self.session) }.into()
            }
        }
    }

    fn agreement_intent(&self, desk: &Desk) -> Result<Intent, Text> {
        let line = &self.agreement;
        let due = match line.due.text().trim() {
            "" => None,
            typed => Some(
                parse_future(typed, desk.office.today)
                    .ok_or_else(|| Text::with("form-bad-day", [("text", typed.into())]))?,
            ),
        };
        let (text, tags) = super::split_tags(line.text.text());
        if text.is_empty() {
            return Err(refused(&Refusal::EmptyText));
        }
        let (person, owner) = (self.person, line.owner);
        let (text, measure) = (Audienced::new(line.audience, text), line.measure.text().to_owned());
        Ok(match line.editing {
            Some(id) => intent::CorrectAction { person, id, owner, text, due, measure }.into(),
            None => intent::Agree { person, owner, text, due, measure, tags, session: Some(self.session) }.into(),
        })
    }

    /// Fields that belong to the session itself.
    pub(super) fn save_fields(&mut self, desk: &mut Desk) {
        let Some(session) = self.record(desk) else { return };
        let [goal, reality, options, will] = self.grow.each_ref().map(|e| e.text().trim().to_owned());
        let grow = Grow { goal, reality, options, will };
        let edit = SessionEdit {
            purpose: Some(self.purpose.text().to_owned()),
            grow: (!grow.is_empty() || session.grow.is_some()).then(|| Audienced::new(self.grow_audience, grow)),
            response: (!self.response().is_empty() || session.response.is_some()).then(|| self.response()),
            ..SessionEdit::default()
        };
        match desk.office.intend(intent::EditSession { person: self.person, id: session.id, edit }) {
            Ok(change) => desk.commit(&change),
            Err(Refusal::NothingChanged) => {}
            Err(refusal) => desk.refuse(&refusal),
        }
    }

    /// Takes a saved feedback line up again.
    pub(super) fn edit_line(&mut self, desk: &mut Desk, id: FeedbackId) {
        let dossier = desk.office.dossier(self.person);
        let Some(feedback) = dossier.and_then(|d| d.feedback.iter().find(|f| f.id == id)) else { return };
        self.entry = Entry { editing: Some(id), ..Entry::of(feedback) };
        self.focus = Focus::Spot(Spot::Behaviour);
        desk.typed();
    }

    fn turn_audience(&mut self) {
        match self.step {
            Step::Prepare => self.agenda_audience = self.agenda_audience.other(),
            Step::Feedback if matches!(self.spot(), Some(Spot::Grow(_))) => {
                self.grow_audience = self.grow_audience.other();
            }
            Step::Feedback => self.entry.audience = self.entry.audience.other(),
            Step::Agreements => self.agreement.audience = self.agreement.audience.other(),
            _ => {}
        }
    }

    /// Kind of feedback; owner of an agreement.
    fn turn_kind(&mut self) {
        match self.step {
            Step::Feedback => {
                self.entry.kind = match self.entry.kind {
                    FeedbackKind::Praise => FeedbackKind::Improve,
                    FeedbackKind::Improve => FeedbackKind::Observation,
                    FeedbackKind::Observation => FeedbackKind::Praise,
                };
            }
            Step::Agreements => self.agreement.owner = self.agreement.owner.other(),
            _ => {}
        }
    }

    fn next_kind(&mut self, desk: &mut Desk) {
        let Some(session) = self.record(desk) else { return };
        let kind = session.kind.next();
        let edit = SessionEdit { kind: Some(kind), ..SessionEdit::default() };
        let id = match kind {
            SessionKind::Dialogue => "session-kind-dialogue",
            SessionKind::Coaching => "session-kind-coaching",
            SessionKind::Counselling => "session-kind-counselling",
        };
        if desk.intend(intent::EditSession { person: self.person, id: session.id, edit }).is_some() {
            desk.tell(Tone::Good, Text::with("notice-session-kind", [("kind", Arg::Message(id))]));
        }
    }

    fn discard(&mut self, desk: &mut Desk) {
        if let Some(change) = desk.intend(intent::DiscardSession { person: self.person, id: self.session }) {
            desk.ask(Request::Discard);
            desk.ask(Request::ForgetSession(self.person));
            desk.tell_done(&change);
        }
    }

    fn offers_at(&self, spot: Option<Spot>, command: Command) -> bool {
        let in_text = self.is_in_text();
        let line = matches!(self.step, Step::Prepare | Step::Feedback | Step::Agreements);
        let goal = self.goal_at().is_some();
        let rated = matches!(spot, Some(Spot::Competency(_)));
        let action = matches!(spot, Some(Spot::ActionRow(_) | Spot::AgendaRow(_)));
        let row = action || matches!(spot, Some(Spot::FeedbackRow(_)));
        let offered = matches!(spot, Some(Spot::Noted(_) | Spot::OlderNotes | Spot::News(_)));
        let develops = matches!(spot, Some(Spot::Effect(_) | Spot::Planned(_) | Spot::Proposed(_) | Spot::Wish));
        match command {
            Command::SaveLine | Command::LineAudience => line && in_text,
            Command::LineKind => matches!(self.step, Step::Feedback | Step::Agreements) && in_text,
            Command::ActionDone | Command::ActionDrop | Command::ActionCarry => action,
            Command::ActionNotDone | Command::ActionReschedule => matches!(spot, Some(Spot::ActionRow(_))),
            Command::ToggleAudience => row,
            Command::EditRecord => row,
            Command::RatingAll => self.step == Step::Competencies,
            Command::GoalCheckIn | Command::GoalStatus => goal,
            Command::OpenRecord | Command::CopyShared => {
                goal || row
                    || develops && command == Command::OpenRecord
                    || matches!(spot, Some(Spot::News(_) | Spot::Warning(_)))
            }
            Command::LeaveOut => matches!(spot, Some(Spot::Noted(_) | Spot::News(_))),
            Command::ShareNote | Command::OpenNote => matches!(spot, Some(Spot::Noted(_))),
            // A row has keys of its own; the general ones step back behind them.
            Command::NextField | Command::PreviousStep => !row && !offered && !goal && !rated && self.step != Step::Close,
            Command::NextStep => self.step != Step::Close,
            Command::NoteNow | Command::Find => !in_text && !row && !goal && !rated && self.step != Step::Close,
            Command::Undo | Command::Help => !in_text,
            _ => true,
        }
    }
}

/// Columns of a text field in a session.
pub fn field_width(desk: &Desk) -> usize {
    usize::from(desk.size.columns).saturating_sub(RAIL_COLUMNS + LABEL_COLUMNS + 1).max(10)
}

/// Columns of the rail of steps, its line included.
pub const RAIL_COLUMNS: usize = 21;
/// Rows of the last step that are not the sheet: up to four warnings of two rows, their rule, the next day, a heading.
pub(crate) const CLOSE_ROWS: usize = 11;
/// Very wide lines are hard to read.
pub const WORK_COLUMNS: usize = 110;
/// Columns of the labels of fields.
pub const LABEL_COLUMNS: usize = 11;
