//! THE table of commands. The key dispatcher, the line of keys, help, palette, `bina keys`, the README and the tests
//! all read this one. A command that is not possible now stays listed and says why.

use serde::{Deserialize, Serialize};

/// Where a key means something: the top screen or overlay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    Team,
    Agenda,
    Goals,
    Competencies,
    Rating,
    Grid,
    Person,
    Session,
    Walk,
    Log,
    Capture,
    CheckIn,
    Palette,
    Find,
    Help,
    Messages,
    Form,
    Assign,
    SelfCheck,
    Reader,
    Settings,
}

impl Place {
    pub fn id(self) -> &'static str {
        match self {
            Place::Team => "team",
            Place::Agenda => "agenda",
            Place::Goals => "goals",
            Place::Competencies => "competencies",
            Place::Rating => "rating",
            Place::Grid => "grid",
            Place::Person => "person",
            Place::Session => "session",
            Place::Walk => "walk",
            Place::Log => "log",
            Place::Capture => "capture",
            Place::CheckIn => "check-in",
            Place::Palette => "palette",
            Place::Find => "find",
            Place::Help => "help",
            Place::Messages => "messages",
            Place::Form => "form",
            Place::Assign => "assign",
            Place::SelfCheck => "self-check",
            Place::Reader => "reader",
            Place::Settings => "settings",
        }
    }
    pub fn is_overlay(self) -> bool {
        !SCREENS.contains(&self)
    }
}

/// One row of the table.
pub struct CommandSpec {
    pub command: Command,
    /// `object.verb`; stands in configuration, help and logs. The messages are `cmd-<id>` (one or two words for the
    /// line of keys) and `cmd-<id>-long` (a sentence for help), with dashes for dots and underscores.
    pub id: &'static str,
    pub keys: &'static [&'static str],
    pub places: &'static [Place],
    /// Works while a text field has the focus too.
    pub in_text: bool,
    /// Rank in the line of keys; 0 is never shown there.
    pub hint: u8,
}

impl CommandSpec {
    pub fn message(&self) -> String {
        format!("cmd-{}", self.id.replace(['.', '_'], "-"))
    }
    pub fn long_message(&self) -> String {
        format!("{}-long", self.message())
    }
}

macro_rules! commands {
    ($($name:ident $id:literal [$($key:literal)*] in $places:ident $(text $text:literal)? $(hint $hint:literal)?;)+) => {
        /// What a key asks for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Command { $($name),+ }

        pub const COMMANDS: &[CommandSpec] = &[$(CommandSpec {
            command: Command::$name,
            id: $id,
            keys: &[$($key),*],
            places: $places,
            in_text: false $(|| $text)?,
            hint: 0 $(+ $hint)?,
        }),+];
    };
}

use Place::*;

const ANYWHERE: &[Place] = &[
    Team,
    Agenda,
    Goals,
    Competencies,
    Rating,
    Grid,
    Person,
    Session,
    Walk,
    Log,
    Capture,
    CheckIn,
    Palette,
    Find,
    Help,
    Messages,
    Form,
    Assign,
    SelfCheck,
    Reader,
    Settings,
];
const SCREENS: &[Place] = &[Team, Agenda, Goals, Competencies, Rating, Grid, Person, Session, Walk, Log];
const HOME: &[Place] = &[Team, Agenda];
const OVERVIEWS: &[Place] = &[Team, Agenda, Goals, Competencies];
const LISTS: &[Place] = &[
    Team,
    Agenda,
    Goals,
    Competencies,
    Rating,
    Grid,
    Person,
    Session,
    Walk,
    Log,
    Palette,
    Find,
    Help,
    Messages,
    SelfCheck,
    Reader,
    Settings,
];
const ROWS: &[Place] =
    &[Team, Agenda, Goals, Person, Session, Walk, Log, Palette, Find, Help, Messages, SelfCheck, Reader, Settings];
const PEOPLE: &[Place] = &[Team, Agenda, Goals, Competencies, Person, Walk];
const RECORDS: &[Place] = &[Agenda, Person, Session];
const EDITABLE: &[Place] = &[Agenda, Goals, Person, Session];
const OPENABLE: &[Place] = &[Goals, Competencies, Rating, Person, Session, Log];
const FILTERED: &[Place] = &[Team, Goals];
const SEARCHED: &[Place] = &[Team, Goals, Competencies, Log];
const GRIDS: &[Place] = &[Grid, Competencies, Rating];
const COMPETENCIES: &[Place] = &[Competencies];
const RATING: &[Place] = &[Rating];
const GOALS: &[Place] = &[Goals];
const MEASURED: &[Place] = &[Goals, Grid, Person, Session, Agenda];
const GRID: &[Place] = &[Grid];
const PLANS: &[Place] = &[Goals, Person];
const CHECK_IN: &[Place] = &[CheckIn];
const TEAM: &[Place] = &[Team];
const PERSON: &[Place] = &[Person];
const LOGGED: &[Place] = &[Team, Person];
const ONE_PERSON: &[Place] = &[Person, Walk];
const RATED: &[Place] = &[Person, Session];
const SELF_CHECK: &[Place] = &[SelfCheck];
const SESSION: &[Place] = &[Session];
const WALK: &[Place] = &[Walk];
const CAPTURE: &[Place] = &[Capture];
const FORM: &[Place] = &[Form];
const ASSIGN: &[Place] = &[Assign];
const WRITING: &[Place] = &[Session, Capture, Form];
const CHOOSERS: &[Place] = &[Palette, Find];
const READER: &[Place] = &[Reader, Goals, Person, Session, Agenda];
const TABBED: &[Place] = &[Team, Agenda, Goals, Competencies, Person];

commands! {
    // Lists
    Down "list.down" ["j" "down"] in LISTS;
    Up "list.up" ["k" "up"] in LISTS;
    PageDown "list.page_down" ["pagedown" "space"] in LISTS;
    PageUp "list.page_up" ["pageup"] in LISTS;
    First "list.first" ["home"] in ROWS;
    Last "list.last" ["end" "G"] in ROWS;

    // Team
    OpenPerson "team.open" ["enter" "right" "l"] in HOME hint 1;
    StartSession "session.start" ["s"] in PEOPLE hint 2;
    NoteNow "capture.open" ["n"] in SCREENS hint 3;
    StartWalk "walk.start" ["w"] in HOME hint 4;
    Filter "team.filter" ["/"] in SEARCHED hint 5;
    Order "team.order" ["o"] in TEAM hint 6;
    ScopeNext "team.scope" ["v"] in OVERVIEWS hint 11;
    Resume "draft.resume" ["r"] in TEAM hint 9;

    // Person
    NextTab "tab.next" ["tab"] in TABBED;
    PreviousTab "tab.previous" ["backtab"] in TABBED;
    NextPerson "person.next" ["J"] in PERSON hint 7;
    PreviousPerson "person.previous" ["K"] in PERSON hint 8;
    OpenRecord "record.open" ["enter"] in OPENABLE hint 1;
    TimelineKind "timeline.kind" ["f"] in PERSON hint 9;
    TimelineAudience "timeline.audience" ["v"] in PERSON hint 10;
    AddAction "action.add" ["a"] in ONE_PERSON hint 4;
    CopyShared "shared.copy" ["y"] in READER hint 12;
    AsOf "person.as_of" ["o"] in PERSON hint 12;
    AcknowledgeSheet "sheet.acknowledge" ["c"] in PERSON;
    WriteAddendum "session.addendum" ["A"] in PERSON;

    // Records in a list
    ActionDone "action.done" ["d"] in RECORDS hint 5;
    ActionNotDone "action.not_done" ["t"] in RECORDS hint 6;
    ActionCarry "action.carry" ["c"] in SESSION hint 7;
    ActionDrop "action.drop" ["x"] in RECORDS hint 8;
    ActionReschedule "action.reschedule" ["r"] in RECORDS hint 9;
    ToggleAudience "record.audience" ["p"] in RECORDS hint 9;
    EditRecord "record.edit" ["e"] in EDITABLE hint 10;
    RemoveRecord "record.remove" ["D"] in EDITABLE;

    // Goals
    GoalCheckIn "goal.check_in" ["i"] in MEASURED hint 2;
    GoalStatus "goal.status" ["S"] in MEASURED hint 4;
    GoalPerson "goal.person" ["l" "right"] in GOALS hint 8;
    GoalsGroup "goals.group" ["o"] in GOALS hint 6;
    GoalsDepth "goals.depth" ["f"] in GOALS hint 9;
    GoalsGrid "goals.grid" ["M"] in FILTERED hint 7;
    AddResult "goal.add" ["N"] in PLANS hint 9;
    AddIndicator "goal.add_indicator" ["I"] in PLANS hint 10;
    AssignResult "goal.assign" ["B"] in PLANS hint 11;
    CopyPlan "plan.copy" ["Y"] in PLANS hint 11;
    InheritResults "plan.inherit" ["W"] in PLANS hint 10;
    NextYear "plan.next_year" ["."] in PLANS;
    PreviousYear "plan.previous_year" [","] in PLANS hint 12;
    CheckInSave "check_in.save" ["enter"] in CHECK_IN text true hint 1;

    // Competencies
    RatingBegin "rating.begin" ["i"] in COMPETENCIES hint 2;
    RatingNotObserved "rating.not_observed" ["x"] in RATING hint 2;
    RatingDirection "rating.direction" ["d"] in RATING hint 3;
    RatingNext "rating.next" ["tab"] in RATING hint 4;
    RatingPrevious "rating.previous" ["backtab"] in RATING;
    CompetenciesGroup "competencies.group" ["o"] in COMPETENCIES hint 4;
    CompetenciesPerson "competencies.person" ["p"] in COMPETENCIES hint 6;
    CompetenciesSum "competencies.sum" ["G"] in COMPETENCIES;
    Positions "competencies.positions" ["t"] in COMPETENCIES hint 7;
    // Grid
    GridNext "grid.next" ["enter" "tab"] in GRID text true hint 1;
    GridPrevious "grid.previous" ["backtab"] in GRID text true;
    GridLeft "grid.left" ["left" "h"] in GRIDS;
    GridRight "grid.right" ["right" "l"] in GRIDS;
    GridFirst "grid.first" ["home"] in GRIDS;
    GridLast "grid.last" ["end"] in GRIDS;
    GridEarlier "grid.earlier" [","] in GRID hint 5;
    GridLater "grid.later" ["."] in GRID hint 6;
    GridWhy "grid.why" ["w"] in GRID hint 7;
    // Competencies: digits and x rate the selected row
    RatingAll "rating.all" ["v"] in SESSION hint 3;
    RatingAsk "rating.ask" ["T"] in RATED hint 3;
    HigherLevel "rating.higher" ["right"] in RATED hint 6;
    LowerLevel "rating.lower" ["left"] in RATED;
    Behaviours "rating.behaviours" ["V"] in PERSON hint 12;
    ExpectBehaviour "behaviour.expect" ["h"] in PERSON hint 3;
    SelfCheckRevisit "self_check.revisit" ["enter"] in SELF_CHECK hint 1;

    // Planning of sessions
    PlanSession "session.plan" ["b"] in PEOPLE;
    Postpone "session.postpone" ["z"] in PEOPLE hint 7;
    Miss "session.miss" ["Z"] in PEOPLE;

    // People
    AddPerson "person.add" ["a"] in TEAM hint 8;
    CorrectPerson "person.correct" ["E"] in PEOPLE;
    MovePerson "person.move" ["P"] in PEOPLE;
    HandOver "person.hand_over" ["H"] in PEOPLE;
    SetLeave "person.leave" ["L"] in PEOPLE;
    Retire "person.retire" ["X"] in PEOPLE;
    SetCadence "person.cadence" ["C"] in PEOPLE;
    TeamCadence "team.cadence" ["R"] in TEAM;
    SetProfile "profile.set" ["I"] in TEAM;

    // Session
    NextStep "session.next_step" ["ctrl-n"] in SESSION text true hint 5;
    PreviousStep "session.previous_step" ["ctrl-p"] in SESSION text true hint 9;
    NextField "field.next" ["tab"] in SESSION text true hint 1;
    PreviousField "field.previous" ["backtab"] in SESSION text true;
    SaveLine "line.save" ["ctrl-s"] in SESSION text true hint 2;
    LineAudience "line.audience" ["ctrl-t"] in SESSION text true hint 3;
    LineKind "line.kind" ["ctrl-g"] in SESSION text true hint 4;
    FinishSession "session.close" ["ctrl-d"] in SESSION text true hint 8;
    SessionKindNext "session.kind" ["ctrl-y"] in SESSION text true hint 11;
    DiscardSession "session.discard" ["X"] in SESSION;
    EditLong "text.editor" ["ctrl-o"] in WRITING text true hint 12;

    // Walk
    WalkNext "walk.next" ["f" "enter"] in WALK hint 1;
    WalkSkip "walk.skip" ["x"] in WALK hint 4;
    WalkPark "walk.park" ["p"] in WALK hint 5;
    WalkBack "walk.back" ["K"] in WALK hint 6;
    WalkOpen "walk.open" ["l" "right"] in WALK hint 8;

    // Overlays
    CaptureSave "capture.save" ["enter"] in CAPTURE text true hint 1;
    CaptureComplete "capture.complete" ["tab"] in CAPTURE text true hint 2;
    CaptureAudience "capture.audience" ["ctrl-t"] in CAPTURE text true hint 3;
    FormNext "form.next" ["tab" "down"] in FORM text true hint 2;
    FormPrevious "form.previous" ["backtab" "up"] in FORM text true;
    FormEnter "form.enter" ["enter"] in FORM text true hint 1;
    FormSubmit "form.submit" ["ctrl-s"] in FORM text true hint 3;
    FormNextProposal "form.next_proposal" ["ctrl-n"] in FORM text true hint 4;
    FormPreviousProposal "form.previous_proposal" ["ctrl-p"] in FORM text true;
    FormLeft "form.left" ["left"] in FORM;
    FormRight "form.right" ["right" "space"] in FORM;
    AssignSave "assign.save" ["enter" "ctrl-s"] in ASSIGN text true hint 1;
    AssignDown "assign.down" ["down" "ctrl-n"] in ASSIGN text true;
    AssignUp "assign.up" ["up" "ctrl-p"] in ASSIGN text true;
    AssignNextTarget "assign.next_target" ["tab" "right"] in ASSIGN text true hint 2;
    AssignPreviousTarget "assign.previous_target" ["backtab" "left"] in ASSIGN text true;
    Choose "list.choose" ["enter"] in CHOOSERS text true hint 1;
    ChooseDown "list.choose_down" ["down" "ctrl-n" "tab"] in CHOOSERS text true;
    ChooseUp "list.choose_up" ["up" "ctrl-p" "backtab"] in CHOOSERS text true;

    // Everywhere
    GoTeam "go.team" ["1"] in PEOPLE;
    GoAgenda "go.agenda" ["2"] in PEOPLE hint 10;
    GoGoals "go.goals" ["3"] in PEOPLE hint 10;
    GoCompetencies "go.competencies" ["4"] in PEOPLE hint 10;
    OpenLog "log.open" ["U"] in LOGGED hint 12;
    Find "find.person" ["g"] in SCREENS hint 11;
    Palette "app.palette" [":"] in SCREENS;
    Messages "app.messages" ["m"] in SCREENS;
    Settings "app.settings" ["O"] in SCREENS;
    Undo "app.undo" ["u"] in SCREENS hint 12;
    Redo "app.redo" ["ctrl-r"] in SCREENS;
    Help "app.help" ["?"] in SCREENS hint 13;
    HelpWhileTyping "app.help_while_typing" ["f1"] in SCREENS text true hint 13;
    Back "app.back" ["esc" "ctrl-c"] in ANYWHERE text true hint 14;
    Quit "app.quit" ["q"] in LISTS;
    Lock "app.lock" ["ctrl-x"] in ANYWHERE text true;
    Redraw "app.redraw" ["ctrl-l"] in ANYWHERE text true;
    Suspend "app.suspend" ["ctrl-z"] in ANYWHERE text true;
}

impl Command {
    pub fn spec(self) -> &'static CommandSpec {
        // Every variant is made together with its row.
        COMMANDS.iter().find(|row| row.command == self).unwrap_or(&COMMANDS[0])
    }
    pub fn from_id(id: &str) -> Option<Command> {
        COMMANDS.iter().find(|row| row.id == id).map(|row| row.command)
    }
}
