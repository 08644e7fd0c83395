//! What keys do in the capture line.

use super::CaptureBox;
use crate::desk::Desk;
use crate::desk::command::{Command, Place};
use crate::desk::editor::Editor;
use crate::desk::request::Request;
use crate::domain::Change;
use crate::domain::language::capture;
use crate::i18n::Text;
use crate::screens::OnTop;

impl OnTop for CaptureBox {
    fn place(&self) -> Place {
        Place::Capture
    }
    fn in_text(&self) -> bool {
        true
    }
    fn editor(&mut self) -> Option<&mut Editor> {
        Some(&mut self.line)
    }
    fn typed(&mut self, _desk: &mut Desk) {
        self.error = None;
    }

    fn run(&mut self, desk: &mut Desk, command: Command) -> bool {
        match command {
            Command::CaptureSave => self.save(desk),
            Command::CaptureComplete => {
                if let Some(first) = self.completions(desk).into_iter().next() {
                    self.line.replace(first.range, &first.replacement);
                    self.error = None;
                }
            }
            Command::CaptureAudience => self.audience = Some(self.read(desk).audience.other()),
            _ => return false,
        }
        desk.typed();
        true
    }
}

impl CaptureBox {
    /// What is understood of the line so far.
    pub fn read(&self, desk: &Desk) -> capture::Captured {
        let context = desk.office.capture_context(self.here, &self.tags);
        let mut captured = capture::read(self.line.text(), &context);
        if let Some(audience) = self.audience {
            captured.audience = audience;
        }
        captured
    }

    /// Proposals for the word at the cursor.
    pub fn completions(&self, desk: &Desk) -> Vec<capture::Completion> {
        // What the named person works on stands before the tags of others.
        let named = match self.read(desk).person {
            capture::Who::One(person) => Some(person),
            _ => self.here,
        };
        let results = named.map(|person| desk.office.result_tags(person)).unwrap_or_default();
        let context = capture::Context { results: &results, ..desk.office.capture_context(self.here, &self.tags) };
        capture::complete(self.line.text(), self.line.cursor(), &context)
    }

    fn save(&mut self, desk: &mut Desk) {
        match self.saved(desk) {
            Ok(change) => {
                desk.ask(Request::CloseOverlay);
                desk.tell_done(&change);
            }
            Err(why) => self.error = Some(why),
        }
    }

    fn saved(&self, desk: &mut Desk) -> Result<Change, Text> {
        let captured = self.read(desk);
        let intent = captured.to_intent(desk.office.today).map_err(|problem| worded(desk, &problem))?;
        if desk.read_only {
            return Err(Text::plain("store-read-only"));
        }
        if let capture::Who::One(person) = captured.person
            && desk.must_wait_for(&[person])
        {
            return Err(Text::plain("notice-loading"));
        }
        desk.try_to(intent)
    }
}

fn worded(desk: &Desk, problem: &capture::CaptureProblem) -> Text {
    use capture::CaptureProblem as P;
    let id = problem.message_id();
    match problem {
        P::UnknownPerson(name) => Text::with(id, [("name", name.as_str().into())]),
        P::Ambiguous(people) => {
            let names: Vec<String> = people.iter().take(4).map(|p| desk.office.label(*p)).collect();
            let dots = if people.len() > names.len() { " …" } else { "" };
            Text::with(id, [("people", format!("{}{dots}", names.join("; ")).into())])
        }
        P::FutureDate(day) => Text::with(id, [("day", (*day).into())]),
        P::NoPerson | P::NoText => Text::plain(id),
    }
}
