//! Quick capture: the line, what is understood of it, and the note that it becomes.

use crate::app::App;
use crate::desk::effect::Effect;
use crate::domain::language::capture;
use crate::domain::records::intent::Intent;
use crate::domain::{Audience, Change};
use crate::i18n::Text;
use crate::screens::overlays::{CaptureBox, Overlay};

impl App {
    pub(crate) fn open_capture(&mut self) {
        let here = match self.screens.top() {
            screen if !screen.is_about_one() => None,
            screen => screen.person(),
        };
        let line = self.drafts.capture.take().unwrap_or_default();
        self.overlays.push(Overlay::Capture(CaptureBox {
            line: crate::desk::editor::Editor::new(line),
            here,
            audience: None,
            tags: self.office.tags(),
            error: None,
        }));
        self.effects.push(Effect::DraftsChanged);
    }

    /// What is understood of the capture line so far.
    pub fn captured(&self, capture: &CaptureBox) -> capture::Captured {
        let context = self.office.capture_context(capture.here, &capture.tags);
        let mut captured = capture::read(capture.line.text(), &context);
        if let Some(audience) = capture.audience {
            captured.audience = audience;
        }
        captured
    }

    /// Proposals for the word at the cursor.
    pub fn completions(&self, capture: &CaptureBox) -> Vec<capture::Completion> {
        // What the named person works on stands before the tags of others.
        let named = match self.captured(capture).person {
            capture::Who::One(person) => Some(person),
            _ => capture.here,
        };
        let results = named.map(|person| self.office.result_tags(person)).unwrap_or_default();
        let context = capture::Context { results: &results, ..self.office.capture_context(capture.here, &capture.tags) };
        capture::complete(capture.line.text(), capture.line.cursor(), &context)
    }

    pub(crate) fn capture_save(&mut self) {
        let Some(Overlay::Capture(capture)) = self.overlays.last() else { return };
        let captured = self.captured(capture);
        let result = match captured.to_intent(self.office.today) {
            Ok(_) if self.read_only => Err(Text::plain("store-read-only")),
            Ok(intent) => self.capture_intent(&captured, intent),
            Err(problem) => Err(self.capture_problem(&problem)),
        };
        match result {
            Ok(change) => {
                self.overlays.pop();
                self.commit(&change);
                self.tell_done(&change);
            }
            Err(why) => {
                if let Some(Overlay::Capture(capture)) = self.overlays.last_mut() {
                    capture.error = Some(why);
                }
            }
        }
    }

    pub(crate) fn capture_intent(&mut self, captured: &capture::Captured, intent: Intent) -> Result<Change, Text> {
        if let capture::Who::One(person) = captured.person
            && self.office.dossier(person).is_none()
        {
            self.wait_for(vec![person]);
            return Err(Text::plain("notice-loading"));
        }
        self.office.intend(intent).map_err(|refusal| crate::desk::form::refused(&refusal))
    }

    pub(crate) fn capture_problem(&self, problem: &capture::CaptureProblem) -> Text {
        use capture::CaptureProblem as P;
        let id = problem.message_id();
        match problem {
            P::UnknownPerson(name) => Text::with(id, [("name", name.as_str().into())]),
            P::Ambiguous(people) => {
                let names: Vec<String> = people.iter().take(4).map(|p| self.office.label(*p)).collect();
                let dots = if people.len() > names.len() { " …" } else { "" };
                Text::with(id, [("people", format!("{}{dots}", names.join("; ")).into())])
            }
            P::FutureDate(day) => Text::with(id, [("day", (*day).into())]),
            P::NoPerson | P::NoText => Text::plain(id),
        }
    }

    pub(crate) fn capture_complete(&mut self) {
        let Some(Overlay::Capture(capture)) = self.overlays.last() else { return };
        let Some(first) = self.completions(capture).into_iter().next() else { return };
        if let Some(Overlay::Capture(capture)) = self.overlays.last_mut() {
            capture.line.replace(first.range, &first.replacement);
        }
        self.typed();
    }

    pub(crate) fn capture_audience(&mut self) {
        let Some(Overlay::Capture(capture)) = self.overlays.last() else { return };
        let now: Audience = self.captured(capture).audience;
        if let Some(Overlay::Capture(capture)) = self.overlays.last_mut() {
            capture.audience = Some(now.other());
        }
        self.effects.push(Effect::DraftsChanged);
    }
}
