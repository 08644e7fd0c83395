//! Whether a command makes sense now, and why not.

use super::App;
use crate::desk::command::{Command, Place};
use crate::domain::records::history;
use crate::i18n::Text;
use crate::screens::overlays::Overlay;
use crate::screens::stack::Screen;

/// Why a command can't run now. What is not named here can.
pub(crate) fn possible(app: &App, command: Command) -> Result<(), Text> {
    let no = |id: &'static str| Err(Text::plain(id));
    if let Some(day) = app.as_of().filter(|_| app.overlays.is_empty() && !only_looks(command)) {
        return Err(Text::with("why-as-of", [("day", day.into())]));
    }
    if app.read_only && writes(command) {
        return no("why-read-only");
    }
    let person = app.screens.top().person();
    let row = person.and_then(|id| app.office.row(id));
    match command {
        Command::Resume if app.waiting() == 0 => no("why-no-draft"),
        Command::EditLong if !app.in_text() => no("why-no-text-field"),
        Command::Undo if app.office.unsaved.is_empty() && history::undoable(&app.office.recent).is_none() => {
            no("refusal-nothing-to-undo")
        }
        Command::Undo if app.place() == Place::Log && !app.is_newest_selected() => no("why-not-newest"),
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
        Command::FinishSession | Command::NextStep | Command::PreviousStep if app.place() != Place::Session => {
            no("why-nobody")
        }
        Command::FormNextProposal | Command::FormPreviousProposal if !has_proposals(app) => no("why-no-proposal"),
        _ => Ok(()),
    }
}

fn has_proposals(app: &App) -> bool {
    matches!(app.overlays.last(), Some(Overlay::Form(form)) if !form.proposals(&app.office).is_empty())
}

/// What begins a change of records: where nothing may be changed it is refused before anything is typed.
fn writes(command: Command) -> bool {
    use Command as C;
    let talk = matches!(command, C::StartSession | C::NoteNow | C::PlanSession | C::Postpone | C::Miss | C::WriteAddendum);
    let records =
        matches!(command, C::AddAction | C::EditRecord | C::RemoveRecord | C::ToggleAudience | C::AcknowledgeSheet)
            || matches!(command, C::ActionDone | C::ActionNotDone | C::ActionDrop | C::ActionReschedule | C::Undo | C::Redo);
    let goals = matches!(command, C::GoalCheckIn | C::GoalStatus | C::AddResult | C::AddIndicator | C::AssignResult)
        || matches!(command, C::CopyPlan | C::InheritResults | C::ExpectBehaviour | C::RatingAsk);
    let people = matches!(command, C::AddPerson | C::CorrectPerson | C::MovePerson | C::HandOver | C::SetLeave)
        || matches!(command, C::Retire | C::SetCadence | C::TeamCadence | C::SetProfile);
    talk || records || goals || people
}

/// What can be done where an earlier day is looked at: everything that leaves records alone.
fn only_looks(command: Command) -> bool {
    use Command as C;
    let moves = matches!(command, C::Down | C::Up | C::PageDown | C::PageUp | C::First | C::Last | C::Back | C::Quit);
    let page = matches!(command, C::NextTab | C::PreviousTab | C::NextPerson | C::PreviousPerson | C::AsOf | C::OpenLog)
        || matches!(command, C::TimelineKind | C::TimelineAudience | C::NextYear | C::PreviousYear | C::Behaviours);
    let reads = matches!(command, C::OpenRecord | C::CopyShared | C::HigherLevel | C::LowerLevel);
    let goes = matches!(command, C::GoTeam | C::GoAgenda | C::GoGoals | C::GoCompetencies | C::Find);
    let frame = matches!(command, C::Palette | C::Messages | C::Help | C::HelpWhileTyping | C::Redraw | C::Suspend);
    moves || page || reads || goes || frame
}
