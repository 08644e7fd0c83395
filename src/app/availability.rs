//! Whether a command makes sense now, and why not. What is not named here can.

use super::App;
use crate::desk::command::{Command, Place};
use crate::domain::records::history;
use crate::i18n::Text;
use crate::screens::stack::Screen;

pub(super) fn possible(app: &App, command: Command) -> Result<(), Text> {
    let no = |id: &'static str| Err(Text::plain(id));
    if command.spec().writes {
        if let Some(day) = app.as_of().filter(|_| app.overlays.is_empty()) {
            return Err(Text::with("why-as-of", [("day", day.into())]));
        }
        if app.read_only {
            return no("why-read-only");
        }
    }
    let person = app.screens.top().person();
    let row = person.and_then(|id| app.office.row(id));
    match command {
        Command::Resume if app.waiting() == 0 => no("why-no-draft"),
        Command::DiscardDraft if !app.drafts.has_loose() => no("why-no-draft"),
        Command::EditLong if !app.in_text() => no("why-no-text-field"),
        Command::Undo if app.office.unsaved.is_empty() && history::undoable(&app.office.recent).is_none() => {
            no("refusal-nothing-to-undo")
        }
        Command::Undo if matches!(app.screens.top(), Screen::Log(log) if app.place() == Place::Log && !log.is_newest_selected(app)) => {
            no("why-not-newest")
        }
        Command::Redo if history::redoable(&app.office.recent).is_none() => no("refusal-nothing-to-redo"),
        Command::StartWalk if matches!(app.screens.top(), Screen::Team(team) if team.people.is_empty()) => no("why-nobody"),
        Command::OpenPerson | Command::StartSession | Command::Postpone | Command::Miss | Command::PlanSession
            if row.is_none() =>
        {
            no("why-nobody")
        }
        Command::StartSession | Command::Postpone | Command::Miss | Command::PlanSession
            if row.is_some_and(|r| !r.status.in_service()) =>
        {
            no("refusal-not-active")
        }
        Command::NextPerson | Command::PreviousPerson => match app.screens.top() {
            Screen::Person(page) if page.neighbour(command == Command::NextPerson).is_none() => no("why-last-person"),
            _ => Ok(()),
        },
        Command::FormNextProposal | Command::FormPreviousProposal if !app.on_top().offers(app, command) => {
            no("why-no-proposal")
        }
        _ => Ok(()),
    }
}
