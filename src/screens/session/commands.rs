//! Commands of a session: begin, move through the steps, write lines, settle what was promised, close.

use super::{Agreement, Entry, Focus, SessionScreen, Spot, Step};
use crate::app::App;
use crate::desk::command::{Command, Place};
use crate::desk::effect::Effect;
use crate::desk::form::refused;
use crate::desk::key::{Key, KeyPress};
use crate::desk::list::Move;
use crate::desk::notice::Tone;
use crate::domain::language::dates::parse_future;
use crate::domain::records::intent::{self, Intent, SessionEdit};
use crate::domain::{Audienced, Dossier, FeedbackId, FeedbackKind, Grow, PersonId, Refusal, Session, SessionKind};
use crate::i18n::{Arg, Text};
use crate::screens::stack::Screen;

impl App {
    /// Begins a session or goes on with the open one, at the field where it was left.
    pub(crate) fn open_session(&mut self, person: PersonId) {
        let Some(dossier) = self.office.dossier(person) else {
            return self.wait_for(vec![person]);
        };
        let open = match dossier.open_session() {
            Some(session) => session.clone(),
            None => {
                if self.intend(intent::StartSession { person, kind: SessionKind::Dialogue }).is_none() {
                    return;
                }
                match self.office.dossier(person).and_then(Dossier::open_session) {
                    Some(session) => session.clone(),
                    None => return,
                }
            }
        };
        let kept = self.drafts.sessions.remove(&person).filter(|kept| kept.session == open.id);
        let screen = kept.unwrap_or_else(|| SessionScreen::new(&open));
        self.screens.push(Screen::Session(Box::new(screen)));
        self.effects.push(Effect::DraftsChanged);
    }

    /// True if the command is one of a session's own.
    pub(crate) fn run_in_session(&mut self, command: Command) -> bool {
        if !matches!(self.screens.top(), Screen::Session(_)) {
            return false;
        }
        match command {
            Command::NextStep => self.turn_step(true),
            Command::PreviousStep => self.turn_step(false),
            Command::NextField => self.turn_field(true),
            Command::PreviousField => self.turn_field(false),
            Command::SaveLine => {
                if !self.save_line() {
                    self.tell(Tone::Plain, Text::plain("refusal-empty-text"));
                }
            }
            Command::LineAudience => self.turn_audience(),
            Command::LineKind => self.turn_kind(),
            Command::FinishSession => self.finish_session(),
            Command::SessionKindNext => self.next_session_kind(),
            Command::DiscardSession => self.discard_session(),
            _ => return false,
        }
        self.effects.push(Effect::DraftsChanged);
        true
    }

    pub(crate) fn with_session<T>(
        &mut self,
        edit: impl FnOnce(&mut SessionScreen, &crate::desk::office::Office) -> T,
    ) -> Option<T> {
        match self.screens.top_mut() {
            Screen::Session(session) => Some(edit(session, &self.office)),
            _ => None,
        }
    }

    pub(crate) fn open_record_of(&self) -> Option<(PersonId, Session)> {
        let Screen::Session(screen) = self.screens.top() else { return None };
        let session = self.office.dossier(screen.person)?.session(screen.session)?;
        Some((screen.person, session.clone()))
    }

    /// Leaving a step keeps what was written in it.
    pub(crate) fn turn_step(&mut self, forward: bool) {
        self.save_line();
        self.save_fields();
        self.with_session(|screen, office| {
            let step = screen.step.turn(forward);
            screen.enter(step, office);
        });
        self.propose_next_day();
    }

    pub(crate) fn go_step(&mut self, step: Step) {
        self.save_line();
        self.save_fields();
        self.with_session(|screen, office| screen.enter(step, office));
        self.propose_next_day();
    }

    pub(crate) fn turn_field(&mut self, forward: bool) {
        self.with_session(|screen, office| screen.focus_by(forward, office));
    }

    /// Rows and rail with the arrows.
    pub(crate) fn step_session(&mut self, movement: Move) {
        let rows = self.body_rows();
        let rail = matches!(self.screens.top(), Screen::Session(s) if s.focus == Focus::Rail);
        if rail {
            return match movement {
                Move::Down => self.rail_step(true),
                Move::Up => self.rail_step(false),
                _ => {}
            };
        }
        let on_sheet = matches!(self.screens.top(), Screen::Session(s) if s.spot() == Some(Spot::Sheet));
        if on_sheet {
            let lines = self.closing_lines().len();
            self.with_session(|screen, _| {
                let mut list = crate::desk::list::ListState { selected: 0, top: screen.top };
                list.scroll(movement, lines, rows.saturating_sub(CLOSE_ROWS));
                screen.top = list.top;
            });
            return;
        }
        match movement {
            Move::Down => self.turn_field(true),
            Move::Up => self.turn_field(false),
            _ => {}
        }
    }

    pub(crate) fn rail_step(&mut self, forward: bool) {
        self.save_line();
        self.save_fields();
        self.with_session(|screen, office| {
            let step = screen.step.turn(forward);
            screen.enter(step, office);
            screen.focus = Focus::Rail;
        });
        self.propose_next_day();
    }

    pub(crate) fn next_row_in_session(&mut self) {
        self.with_session(|screen, office| {
            if screen.step == Step::FollowUp {
                let spots = screen.spots(office);
                let at = screen.spot().and_then(|s| spots.iter().position(|x| *x == s));
                if let Some(next) = at.and_then(|i| spots.get(i + 1)) {
                    screen.focus = Focus::Spot(*next);
                }
            }
        });
    }

    /// Enter in a text field of a session: a new line where lines are wanted, else the next field; from the last field
    /// of a line the line is saved.
    pub(crate) fn enter_in_text(&mut self) {
        match self.screens.top_mut() {
            Screen::Team(team) => return team.filtering = false,
            Screen::Goals(goals) => return goals.filtering = false,
            Screen::Competencies(screen) => return screen.filtering = false,
            _ => {}
        }
        let Some(spot) = self.with_session(|screen, _| screen.spot()).flatten() else { return };
        match spot {
            spot if spot.has_lines() => {
                if let Some(editor) = self.editor() {
                    editor.insert("\n");
                    self.typed();
                }
            }
            Spot::NewAgenda | Spot::Intent | Spot::ActionMeasure => {
                if !self.save_line() {
                    self.turn_field(true);
                }
            }
            _ => self.turn_field(true),
        }
        self.effects.push(Effect::DraftsChanged);
    }

    /// Up and down in a text field: between its wrapped lines, then to the next field.
    pub(crate) fn vertical(&mut self, down: bool) {
        let width = self.field_width();
        if let Some(Screen::Session(_)) = self.overlays.is_empty().then(|| self.screens.top()) {
            if self.editor().is_some_and(|editor| editor.vertical(down, width)) {
                return;
            }
            self.turn_field(down);
        } else if self.overlays.is_empty() {
            match self.screens.top_mut() {
                Screen::Team(team) => team.filtering = false,
                Screen::Goals(goals) => goals.filtering = false,
                Screen::Competencies(screen) => screen.filtering = false,
                _ => return,
            }
            self.run(if down { Command::Down } else { Command::Up });
        }
    }

    /// Columns of a text field in a session.
    pub fn field_width(&self) -> usize {
        usize::from(self.size.columns).saturating_sub(RAIL_COLUMNS + LABEL_COLUMNS + 1).max(10)
    }

    /// The line being written becomes a record. True if there was one.
    pub(crate) fn save_line(&mut self) -> bool {
        let Some(intent) = self.line_intent() else { return false };
        let intent = match intent {
            Ok(intent) => intent,
            Err(why) => {
                self.tell(Tone::Plain, why);
                return true;
            }
        };
        let Some(change) = self.intend(intent) else { return true };
        self.tell_done(&change);
        self.with_session(|screen, _| match screen.step {
            Step::Prepare => {
                screen.agenda.clear();
                screen.focus = Focus::Spot(Spot::NewAgenda);
            }
            Step::Feedback => {
                // Private again: nobody shares the next thought by having shared the last one.
                screen.entry = Entry::default();
                screen.focus = Focus::Spot(Spot::Situation);
            }
            Step::Agreements => {
                screen.agreement = Agreement::default();
                screen.focus = Focus::Spot(Spot::ActionText);
            }
            _ => {}
        });
        true
    }

    pub(crate) fn line_intent(&self) -> Option<Result<Intent, Text>> {
        let Screen::Session(screen) = self.screens.top() else { return None };
        let person = screen.person;
        match screen.step {
            Step::Prepare if !screen.agenda.is_empty() => {
                let (text, tags) = super::split_tags(screen.agenda.text());
                Some(Ok(intent::NoteAgenda { person, text: Audienced::new(screen.agenda_audience, text), tags }.into()))
            }
            Step::Feedback if !screen.entry.is_empty() => Some(Ok(self.entry_intent(screen))),
            Step::Agreements if !screen.agreement.is_empty() => Some(self.agreement_intent(screen)),
            _ => None,
        }
    }

    pub(crate) fn entry_intent(&self, screen: &SessionScreen) -> Intent {
        let (mut sbi, tags) = screen.entry.words();
        let mut kind = screen.entry.kind;
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
        let words = Audienced::new(screen.entry.audience, sbi);
        let person = screen.person;
        match screen.entry.editing {
            Some(id) => intent::CorrectFeedback { person, id, kind, words, tags }.into(),
            None => intent::NoteFeedback { person, on: self.office.today, kind, words, tags, session: Some(screen.session) }
                .into(),
        }
    }

    pub(crate) fn agreement_intent(&self, screen: &SessionScreen) -> Result<Intent, Text> {
        let line = &screen.agreement;
        let due = match line.due.text().trim() {
            "" => None,
            typed => Some(
                parse_future(typed, self.office.today)
                    .ok_or_else(|| Text::with("form-bad-day", [("text", typed.into())]))?,
            ),
        };
        let (text, tags) = super::split_tags(line.text.text());
        if text.is_empty() {
            return Err(refused(&Refusal::EmptyText));
        }
        let (person, owner) = (screen.person, line.owner);
        let (text, measure) = (Audienced::new(line.audience, text), line.measure.text().to_owned());
        Ok(match line.editing {
            Some(id) => intent::CorrectAction { person, id, owner, text, due, measure }.into(),
            None => intent::Agree { person, owner, text, due, measure, tags, session: Some(screen.session) }.into(),
        })
    }

    /// Fields that belong to the session itself.
    pub(crate) fn save_fields(&mut self) {
        let Some((person, session)) = self.open_record_of() else { return };
        let Screen::Session(screen) = self.screens.top() else { return };
        let [goal, reality, options, will] = screen.grow.each_ref().map(|e| e.text().trim().to_owned());
        let grow = Grow { goal, reality, options, will };
        let edit = SessionEdit {
            purpose: Some(screen.purpose.text().to_owned()),
            grow: (!grow.is_empty() || session.grow.is_some()).then(|| Audienced::new(screen.grow_audience, grow)),
            response: (!screen.response().is_empty() || session.response.is_some()).then(|| screen.response()),
            ..SessionEdit::default()
        };
        match self.office.intend(intent::EditSession { person, id: session.id, edit }) {
            Ok(change) => self.commit(&change),
            Err(Refusal::NothingChanged) => {}
            Err(refusal) => self.refuse(&refusal),
        }
    }

    /// Takes a saved feedback line up again.
    pub(crate) fn edit_line(&mut self, id: FeedbackId) {
        let found = self.with_session(|screen, office| {
            let feedback = office.dossier(screen.person)?.feedback(id)?;
            let sbi = feedback.words.for_supervisor();
            let tags: String = feedback.tags.iter().map(|t| format!(" #{t}")).collect();
            let editor = |text: &str| crate::desk::editor::Editor::new(text);
            screen.entry = Entry {
                kind: feedback.kind,
                audience: feedback.words.audience(),
                situation: editor(&sbi.situation),
                behaviour: editor(&format!("{}{tags}", sbi.behaviour)),
                impact: editor(&sbi.impact),
                intent: editor(&sbi.intent),
                editing: Some(id),
            };
            screen.focus = Focus::Spot(Spot::Behaviour);
            Some(())
        });
        if found.flatten().is_some() {
            self.effects.push(Effect::DraftsChanged);
        }
    }

    pub(crate) fn turn_audience(&mut self) {
        self.with_session(|screen, _| match screen.step {
            Step::Prepare => screen.agenda_audience = screen.agenda_audience.other(),
            Step::Feedback if matches!(screen.spot(), Some(Spot::Grow(_))) => {
                screen.grow_audience = screen.grow_audience.other();
            }
            Step::Feedback => screen.entry.audience = screen.entry.audience.other(),
            Step::Agreements => screen.agreement.audience = screen.agreement.audience.other(),
            _ => {}
        });
    }

    /// Kind of feedback; owner of an agreement.
    pub(crate) fn turn_kind(&mut self) {
        self.with_session(|screen, _| match screen.step {
            Step::Feedback => {
                screen.entry.kind = match screen.entry.kind {
                    FeedbackKind::Praise => FeedbackKind::Improve,
                    FeedbackKind::Improve => FeedbackKind::Observation,
                    FeedbackKind::Observation => FeedbackKind::Praise,
                };
            }
            Step::Agreements => screen.agreement.owner = screen.agreement.owner.other(),
            _ => {}
        });
    }

    pub(crate) fn next_session_kind(&mut self) {
        let Some((person, session)) = self.open_record_of() else { return };
        let edit = SessionEdit { kind: Some(session.kind.next()), ..SessionEdit::default() };
        let id = match session.kind.next() {
            SessionKind::Dialogue => "session-kind-dialogue",
            SessionKind::Coaching => "session-kind-coaching",
            SessionKind::Counselling => "session-kind-counselling",
        };
        if self.intend(intent::EditSession { person, id: session.id, edit }).is_some() {
            self.tell(Tone::Good, Text::with("notice-session-kind", [("kind", Arg::Message(id))]));
        }
    }

    /// Digits on the rail choose a step; on mood and statements they are the value. True if the key meant something.
    pub(crate) fn value_key(&mut self, press: KeyPress) -> bool {
        if self.as_of().is_some() {
            return false;
        }
        if self.rating_key(press) {
            return true;
        }
        if !self.overlays.is_empty() {
            return false;
        }
        if self.place() == Place::Rating {
            return self.rate_key(press);
        }
        if matches!(self.screens.top(), Screen::Grid(_)) {
            return self.begin_value(press);
        }
        let Screen::Session(screen) = self.screens.top_mut() else { return false };
        let spot = screen.spot();
        let digit = match press.key {
            Key::Char(c @ '1'..='9') if press.typed().is_some() => c as u8 - b'0',
            Key::Char('x') | Key::Backspace | Key::Delete if matches!(spot, Some(Spot::Mood | Spot::Statement(_))) => 0,
            Key::Enter if spot.is_none() => {
                self.turn_field(true);
                return true;
            }
            _ => return false,
        };
        let value = (1..=5).contains(&digit).then_some(digit);
        match spot {
            Some(Spot::Mood) if digit <= 5 => {
                screen.mood = value;
                self.turn_field(true);
            }
            Some(Spot::Statement(n)) if digit <= 5 => {
                if let Some(slot) = screen.statements.get_mut(usize::from(n)) {
                    *slot = value;
                }
                if n < 8 {
                    self.turn_field(true);
                }
            }
            Some(spot) if spot.is_text() => return false,
            Some(Spot::Mood | Spot::Statement(_)) => return true,
            _ => match Step::ALL.get(usize::from(digit).wrapping_sub(1)) {
                Some(step) => self.go_step(*step),
                None => return false,
            },
        }
        self.effects.push(Effect::DraftsChanged);
        true
    }

    pub(crate) fn back_in_session(&mut self) {
        let in_text = self.in_text();
        if in_text {
            self.with_session(|screen, _| screen.focus = Focus::Rail);
            self.effects.push(Effect::DraftsChanged);
            return;
        }
        self.save_fields();
        self.leave_screen();
        self.tell(Tone::Plain, Text::plain("notice-session-kept"));
    }

    pub(crate) fn discard_session(&mut self) {
        let Some((person, session)) = self.open_record_of() else { return };
        if let Some(change) = self.intend(intent::DiscardSession { person, id: session.id }) {
            self.screens.pop();
            self.drafts.sessions.remove(&person);
            self.tell_done(&change);
        }
    }
}

/// Columns of the rail of steps, its line included.
pub const RAIL_COLUMNS: usize = 21;
/// Rows of the last step that are not the sheet: the next day, up to four warnings of two rows, a heading.
pub(crate) const CLOSE_ROWS: usize = 10;
/// Very wide lines are hard to read.
pub const WORK_COLUMNS: usize = 110;
/// Columns of the labels of fields.
pub const LABEL_COLUMNS: usize = 11;
