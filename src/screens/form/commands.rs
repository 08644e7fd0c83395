//! Commands in forms: opened, filled, completed, accepted or put aside.

use crate::app::App;
use crate::desk::form::{FieldName, Form, Input, Purpose, Wrong};
use crate::desk::key::{Key, KeyPress};
use crate::desk::notice::Tone;
use crate::domain::Change;
use crate::i18n::Text;
use crate::screens::overlays::Overlay;
use crate::screens::stack::Screen;
use crate::screens::walk::StopState;

impl App {
    pub(crate) fn open_form(&mut self, purpose: Purpose) {
        let kept = self.drafts.form.take_if(|form| form.purpose == purpose);
        let form = kept.unwrap_or_else(|| Form::new(purpose, &self.office, self.words.decimal_sign()));
        self.overlays.push(Overlay::Form(form));
        self.effects.push(crate::desk::effect::Effect::DraftsChanged);
    }

    pub(crate) fn with_form(&mut self, edit: impl FnOnce(&mut Form)) {
        if let Some(Overlay::Form(form)) = self.overlays.last_mut() {
            edit(form);
            form.follow(&self.office, self.words.decimal_sign());
            self.effects.push(crate::desk::effect::Effect::DraftsChanged);
        }
    }

    pub(crate) fn form_enter(&mut self) {
        let Some(Overlay::Form(form)) = self.overlays.last_mut() else { return };
        if form.on_last() { self.form_submit() } else { form.focus_by(true) }
    }

    pub(crate) fn form_submit(&mut self) {
        let Some(Overlay::Form(form)) = self.overlays.last() else { return };
        let purpose = form.purpose;
        if let Purpose::AsOf(_) = purpose {
            let typed = form.day(FieldName::Day, self.office.today);
            return self.look_back(typed).unwrap_or_else(|wrong| self.put_right(wrong));
        }
        let result = form.intent(&self.office, self.words.decimal_sign()).and_then(|intent| {
            if self.read_only {
                return Err(Text::plain("store-read-only").into());
            }
            self.office.intend(intent).map_err(|refusal| Wrong::from(&refusal))
        });
        match result {
            Ok(change) => {
                self.overlays.pop();
                self.commit(&change);
                self.tell_done(&change);
                self.form_done(purpose, &change);
            }
            Err(wrong) => self.put_right(wrong),
        }
    }

    pub(crate) fn put_right(&mut self, wrong: Wrong) {
        if let Some(Overlay::Form(form)) = self.overlays.last_mut() {
            form.error = Some(wrong.text);
            wrong.field.into_iter().for_each(|field| form.focus_on(field));
        }
    }

    pub(crate) fn form_done(&mut self, purpose: Purpose, change: &Change) {
        match purpose {
            Purpose::SkipInWalk(_) => self.walk_on(StopState::Skipped),
            Purpose::Postpone(_) | Purpose::Miss(_) => {
                if matches!(self.screens.top(), Screen::Walk(_)) {
                    self.walk_on(StopState::Skipped);
                }
            }
            Purpose::NotDone(..) | Purpose::DropAction(..) | Purpose::DropAgenda(..) | Purpose::Carry(..) => {
                self.next_row_in_session();
            }
            Purpose::AddResult(person, _) => self.result_planned(person, change),
            Purpose::AddIndicator(person, result) => self.indicator_added(person, result),
            Purpose::EditIndicator(..) => self.target_set(change),
            Purpose::InheritResults(person) => self.show_plan(person, None),
            Purpose::Rate(..) => self.take_into_round(change),
            _ => {}
        }
    }

    // --- proposals -----------------------------------------------------------------------------------------------

    /// What the focused field of the open form could be completed to; the one at hand first.
    pub fn form_proposal(&self) -> Option<String> {
        match self.overlays.last() {
            Some(Overlay::Form(form)) => form.proposal(&self.office),
            _ => None,
        }
    }

    /// The next of the proposals that fit what is typed.
    pub(crate) fn turn_proposal(&mut self, forward: bool) {
        let Some(Overlay::Form(form)) = self.overlays.last_mut() else { return };
        let count = form.proposals(&self.office).len();
        if count > 0 {
            let last = count - 1;
            form.offered = Some(match (form.offered, forward) {
                (None, true) => usize::from(form.proposal(&self.office).is_some()).min(last),
                (None, false) => last,
                (Some(at), true) => {
                    if at >= last {
                        0
                    } else {
                        at + 1
                    }
                }
                (Some(at), false) => at.checked_sub(1).unwrap_or(last),
            });
        }
    }

    /// At the end of what is typed, right and End take the proposal. True if there was one.
    pub(crate) fn take_proposal(&mut self, press: KeyPress) -> bool {
        let KeyPress { key, ctrl: false, alt: false } = press else { return false };
        if !matches!(key, Key::Right | Key::End) {
            return false;
        }
        let Some(proposal) = self.form_proposal() else { return false };
        let Some(Overlay::Form(form)) = self.overlays.last_mut() else { return false };
        let Some(field) = form.fields.get_mut(form.focus) else { return false };
        let Input::Line(editor) = &mut field.input else { return false };
        if editor.cursor() < editor.text().len() {
            return false;
        }
        editor.set(proposal);
        field.fresh = false;
        form.offered = None;
        self.typed();
        true
    }

    // --- closing -------------------------------------------------------------------------------------------------

    /// A closed box with text in it can be taken up again.
    pub(crate) fn put_aside(&mut self, overlay: Overlay) {
        let kept = match overlay {
            Overlay::Capture(capture) if !capture.line.is_empty() => {
                self.drafts.capture = Some(capture.line.text().to_owned());
                true
            }
            Overlay::CheckIn(open) if !open.line.is_empty() => {
                self.drafts.check_in = Some(open);
                true
            }
            Overlay::Assign(open) if open.is_touched() => {
                self.drafts.assign = Some(open);
                true
            }
            // Nobody needs half a day to look at.
            Overlay::Form(form) if matches!(form.purpose, Purpose::AsOf(_)) => false,
            Overlay::Form(form) => {
                let untouched = Form::new(form.purpose, &self.office, self.words.decimal_sign()).fields == form.fields;
                if !untouched {
                    self.drafts.form = Some(form);
                }
                !untouched
            }
            _ => false,
        };
        if kept {
            self.tell(Tone::Plain, Text::plain("notice-put-aside"));
        }
        self.effects.push(crate::desk::effect::Effect::DraftsChanged);
    }
}
