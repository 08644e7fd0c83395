//! What keys do in a form: filled, completed, accepted.

use crate::desk::Desk;
use crate::desk::command::{Command, Place};
use crate::desk::editor::Editor;
use crate::desk::form::{FieldName, Form, Input, Purpose, Wrong, refused};
use crate::desk::key::{Key, KeyPress};
use crate::desk::request::{Follow, Request};
use crate::domain::records::intent::{self, Intent};
use crate::domain::sessions::closing;
use crate::domain::sessions::paper::sheets_with;
use crate::domain::{Change, Refusal};
use crate::i18n::Text;
use crate::screens::OnTop;

impl OnTop for Form {
    fn place(&self) -> Place {
        Place::Form
    }
    fn in_text(&self) -> bool {
        self.is_in_text()
    }
    fn editor(&mut self) -> Option<&mut Editor> {
        self.focused_editor()
    }
    fn typed(&mut self, desk: &mut Desk) {
        self.error = None;
        self.offered = None;
        self.adapt(&desk.office, desk.words.decimal_sign());
    }
    fn text_key(&mut self, desk: &mut Desk, press: KeyPress) -> bool {
        if self.take_proposal(desk, press) {
            return true;
        }
        self.touch(press.typed().is_some());
        false
    }
    /// Levels by their digits, where a choice is one of levels.
    fn value_key(&mut self, desk: &mut Desk, press: KeyPress) -> bool {
        let set = press.typed().is_some_and(|typed| {
            self.set_level(typed) || self.set_seen(typed) || self.jump_to_way(typed, &desk.office, &desk.words)
        });
        if set {
            desk.typed();
        }
        set
    }

    fn run(&mut self, desk: &mut Desk, command: Command) -> bool {
        match command {
            Command::FormNext => self.focus_by(true),
            Command::FormPrevious => self.focus_by(false),
            Command::FormLeft => self.turn(false),
            Command::FormRight => self.turn(true),
            Command::FormEnter if !self.on_last() => self.focus_by(true),
            Command::FormEnter | Command::FormSubmit => self.submit(desk),
            Command::FormNextProposal => self.turn_proposal(desk, true),
            Command::FormPreviousProposal => self.turn_proposal(desk, false),
            _ => return false,
        }
        self.adapt(&desk.office, desk.words.decimal_sign());
        desk.typed();
        true
    }

    fn offers(&self, desk: &Desk, command: Command) -> bool {
        match command {
            Command::FormNextProposal | Command::FormPreviousProposal => !self.proposals(&desk.office).is_empty(),
            _ => true,
        }
    }
}

impl Form {
    fn submit(&mut self, desk: &mut Desk) {
        if let Err(wrong) = self.accept(desk) {
            self.error = Some(wrong.text);
            wrong.field.into_iter().for_each(|field| self.focus_on(field));
        }
    }

    fn accept(&mut self, desk: &mut Desk) -> Result<(), Wrong> {
        if let Purpose::AsOf(_) = self.purpose {
            return self.look_back(desk);
        }
        if let Purpose::EvaluationEvidence(..) = self.purpose {
            desk.ask(Request::CloseOverlay);
            desk.follow(Follow::EvidenceGiven(self.evidence(&desk.office)));
            return Ok(());
        }
        let intent = self.intent(&desk.office, desk.words.decimal_sign())?;
        if let Some(asked) = self.asks_first(desk, &intent) {
            return Err(asked.into());
        }
        if desk.read_only {
            return Err(Text::plain("store-read-only").into());
        }
        let change = desk.office.intend(intent).map_err(|refusal| Wrong::from(&refusal))?;
        desk.ask(Request::CloseOverlay);
        desk.commit(&change);
        desk.tell_done(&change);
        self.done(desk, &change);
        Ok(())
    }

    /// What is added to a sheet is looked at like the sheet: asked about once.
    fn asks_first(&self, desk: &Desk, intent: &Intent) -> Option<Text> {
        let (dossier, id, shared) = match intent {
            Intent::WriteAddendum(intent::WriteAddendum { person, id, text }) => {
                (desk.office.dossier(*person)?, *id, text.shared()?.get().to_string())
            }
            Intent::Withdraw(intent::Withdraw { person, record, addendum, .. }) => {
                let dossier = desk.office.dossier(*person)?;
                (dossier, sheets_with(dossier, *record).last()?.id, addendum.clone())
            }
            _ => return None,
        };
        let warnings = closing::addendum(dossier, id, &shared, &desk.office.roster, &desk.office.rules);
        let word = warnings.first().and_then(|warning| warning.word()).unwrap_or_default().to_owned();
        let said = desk.words.with(warnings.first()?.message_id(), &[("word", word.into())]);
        let asked = Text::with("form-addendum-look", [("warning", said.into())]);
        (self.error.as_ref() != Some(&asked)).then_some(asked)
    }

    /// What follows a change that was accepted.
    fn done(&self, desk: &mut Desk, change: &Change) {
        match self.purpose {
            Purpose::SkipInWalk(_) | Purpose::Postpone(_) | Purpose::Miss(_) => desk.follow(Follow::Skipped),
            Purpose::NotDone(..) | Purpose::DropAction(..) | Purpose::DropAgenda(..) | Purpose::Carry(..) => {
                desk.follow(Follow::Settled);
            }
            Purpose::AddResult(person, year) => desk.result_planned(person, year, change),
            Purpose::AddIndicator(person, result) => desk.indicator_added(person, result),
            Purpose::EditIndicator(..) => desk.target_set(change),
            Purpose::InheritResults(person) => desk.follow(Follow::ShowPlan(person, None)),
            Purpose::Rate(..) => desk.take_into_round(change),
            Purpose::NotAssessed(..) => desk.follow(Follow::Evaluated),
            Purpose::PlanItem(person, _) => desk.item_planned(person, change),
            Purpose::AnswerEffect(..) => desk.follow(Follow::Settled),
            _ => {}
        }
    }

    /// Goes to the day that was typed.
    fn look_back(&self, desk: &mut Desk) -> Result<(), Wrong> {
        let wrong = Wrong::at(FieldName::Day);
        let day = self.day(FieldName::Day, desk.office.today).map_err(&wrong)?;
        let day = day.ok_or_else(|| wrong(Text::plain("form-day-missing")))?;
        if day > desk.office.today {
            return Err(wrong(refused(&Refusal::DateInFuture)));
        }
        desk.ask(Request::CloseOverlay);
        desk.follow(Follow::AsOf(day));
        Ok(())
    }

    // --- proposals -----------------------------------------------------------------------------------------------

    /// The next of the proposals that fit what is typed.
    fn turn_proposal(&mut self, desk: &Desk, forward: bool) {
        let Some(last) = self.proposals(&desk.office).len().checked_sub(1) else { return };
        self.offered = Some(match (self.offered, forward) {
            (None, true) => usize::from(self.proposal(&desk.office).is_some()).min(last),
            (None, false) => last,
            (Some(at), true) if at >= last => 0,
            (Some(at), true) => at + 1,
            (Some(at), false) => at.checked_sub(1).unwrap_or(last),
        });
    }

    /// At the end of what is typed, right and End take the proposal. True if there was one.
    fn take_proposal(&mut self, desk: &mut Desk, press: KeyPress) -> bool {
        let KeyPress { key: Key::Right | Key::End, ctrl: false, alt: false } = press else { return false };
        let Some(proposal) = self.proposal(&desk.office) else { return false };
        let Some(field) = self.fields.get_mut(self.focus) else { return false };
        let Input::Line(editor) = &mut field.input else { return false };
        if editor.cursor() < editor.text().len() {
            return false;
        }
        editor.set(proposal);
        field.fresh = false;
        OnTop::typed(self, desk);
        desk.typed();
        true
    }
}
