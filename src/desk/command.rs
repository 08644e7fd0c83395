//! THE table of commands. The key dispatcher, the line of keys, help, palette, `bina keys`, the README and the tests
//! all read this one. A command that is not possible now stays listed and says why.

use serde::{Deserialize, Serialize};

/// Makes the places, all of them in a list, and their identifiers.
macro_rules! places {
    ($($(#[$attr:meta])* $name:ident $id:literal;)+) => {
        /// Where a key means something: the top screen or overlay, or a state of it in which keys mean other things.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Place { $($(#[$attr])* $name),+ }

        impl Place {
            /// Every place, in the order of `bina keys`. Sweeps of the tests go through this list.
            pub const ALL: &[Place] = &[$(Place::$name),+];

            /// Stands in `bina keys --json` and in conflicts of keys; `place-<id>` names it.
            pub fn id(self) -> &'static str {
                match self { $(Place::$name => $id),+ }
            }
        }
    };
}

places! {
    #[default]
    Team "team";
    Agenda "agenda";
    Goals "goals";
    Competencies "competencies";
    Development "development";
    /// The map, while digits rate.
    Rating "rating";
    #[serde(rename = "grid")]
    Month "grid";
    Person "person";
    /// A person's page, on a competency.
    PersonRating "person-rating";
    /// A person's page, on a work behaviour.
    PersonBehaviour "person-behaviour";
    /// A person's page, on the plan of development.
    PersonDevelopment "person-development";
    Session "session";
    /// A session, on a competency.
    SessionRating "session-rating";
    /// A session, on a note that it may take up.
    SessionNotes "session-notes";
    /// A session, on a value or a rating since the last one.
    SessionNews "session-news";
    Walk "walk";
    Log "log";
    Capture "capture";
    CheckIn "check-in";
    Palette "palette";
    Find "find";
    Help "help";
    Messages "messages";
    Form "form";
    Assign "assign";
    SelfCheck "self-check";
    Reader "reader";
    Settings "settings";
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
    /// It begins or makes a change of records: where nothing may be changed it is refused before anything is typed, and
    /// offered nowhere.
    pub writes: bool,
    /// Rank in the line of keys; 0 is never shown there.
    pub hint: u8,
    /// Its line of help and of keys stands for the rows up to this one: `1-5`.
    pub through: Option<Command>,
}

impl CommandSpec {
    pub fn message(&self) -> String {
        format!("cmd-{}", self.id.replace(['.', '_'], "-"))
    }
    /// Whether the line of this row stands for that command too.
    pub fn covers(&self, other: Command) -> bool {
        let at = |command: Command| COMMANDS.iter().position(|row| row.command == command);
        self.through.is_some_and(|last| at(self.command) < at(other) && at(other) <= at(last))
    }
    pub fn long_message(&self) -> String {
        format!("{}-long", self.message())
    }
}

macro_rules! commands {
    (@through) => { None };
    (@through $last:ident) => { Some(Command::$last) };
    ($($name:ident $id:literal [$($key:literal)*] in $places:ident $(text $text:literal)? $(writes $writes:literal)?
        $(hint $hint:literal)? $(through $through:ident)?;)+) => {
        /// What a key asks for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Command { $($name),+ }

        pub const COMMANDS: &[CommandSpec] = &[$(CommandSpec {
            command: Command::$name,
            id: $id,
            keys: &[$($key),*],
            places: $places,
            in_text: false $(|| $text)?,
            writes: false $(|| $writes)?,
            hint: 0 $(+ $hint)?,
            through: commands!(@through $($through)?),
        }),+];
    };
}

use Place::*;

const ANYWHERE: &[Place] = Place::ALL;
const SCREENS: &[Place] = &[
    Team,
    Agenda,
    Goals,
    Competencies,
    Development,
    Rating,
    Month,
    Person,
    PersonRating,
    PersonBehaviour,
    PersonDevelopment,
    Session,
    SessionRating,
    SessionNotes,
    SessionNews,
    Walk,
    Log,
];
const HOME: &[Place] = &[Team, Agenda];
const OVERVIEWS: &[Place] = &[Team, Agenda, Goals, Competencies, Development];
const LISTS: &[Place] = &[
    Team,
    Agenda,
    Goals,
    Competencies,
    Development,
    Rating,
    Month,
    Person,
    PersonRating,
    PersonBehaviour,
    PersonDevelopment,
    Session,
    SessionRating,
    SessionNotes,
    SessionNews,
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
const ROWS: &[Place] = &[
    Team,
    Agenda,
    Goals,
    Development,
    Person,
    PersonRating,
    PersonBehaviour,
    PersonDevelopment,
    Session,
    SessionRating,
    SessionNotes,
    SessionNews,
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
const PEOPLE: &[Place] =
    &[Team, Agenda, Goals, Competencies, Development, Person, PersonRating, PersonBehaviour, PersonDevelopment, Walk];
/// The digits of the screens: where digits are values they are not bound.
const DIGITS: &[Place] = &[Team, Agenda, Goals, Competencies, Development, PersonDevelopment, Person, Walk];
const RECORDS: &[Place] = &[Agenda, Person, Session];
const EDITABLE: &[Place] = &[Agenda, Goals, Development, PersonDevelopment, Person, Session];
const OPENABLE: &[Place] = &[Goals, Competencies, Development, PersonDevelopment, Rating, Person, Session, SessionNews, Log];
const FILTERED: &[Place] = &[Team, Goals];
const SEARCHED: &[Place] = &[Team, Goals, Competencies, Log];
const CELLS: &[Place] = &[Month, Competencies, Rating];
const COMPETENCIES: &[Place] = &[Competencies];
const RATING: &[Place] = &[Rating];
const GOALS: &[Place] = &[Goals];
const MEASURED: &[Place] = &[Goals, Month, Person, Session, Agenda];
const MONTH: &[Place] = &[Month];
const PLANS: &[Place] = &[Goals, Person];
const YEARS: &[Place] = &[Goals, Development, Person];
const CHECK_IN: &[Place] = &[CheckIn];
const TEAM: &[Place] = &[Team];
const PERSON: &[Place] = &[Person, PersonRating, PersonBehaviour, PersonDevelopment];
const PERSON_RECORDS: &[Place] = &[Person];
const LOGGED: &[Place] = &[Team, Person, PersonRating, PersonBehaviour, PersonDevelopment];
const ONE_PERSON: &[Place] = &[Person, Walk];
/// Rows and cells on which digits are levels.
const LEVELS: &[Place] = &[Rating, PersonRating, SessionRating];
const RATED: &[Place] = &[PersonRating, SessionRating];
const BEHAVIOUR: &[Place] = &[PersonBehaviour];
/// Where needs, plans, learning and pairs stand.
const DEVELOPMENT: &[Place] = &[Development, PersonDevelopment];
const DEVELOPMENT_LISTS: &[Place] = &[Development];
/// Where a gap can be seen: an item of the plan is begun from it.
const GAPS: &[Place] = &[Competencies, Rating, PersonRating, SessionRating];
const SELF_CHECK: &[Place] = &[SelfCheck];
const SESSION: &[Place] = &[Session, SessionRating, SessionNotes, SessionNews];
const UNTOLD: &[Place] = &[SessionNotes, SessionNews];
const NOTES: &[Place] = &[SessionNotes];
const WALK: &[Place] = &[Walk];
const CAPTURE: &[Place] = &[Capture];
const FORM: &[Place] = &[Form];
const ASSIGN: &[Place] = &[Assign];
const WRITING: &[Place] = &[Session, Capture, Form];
const CHOOSERS: &[Place] = &[Palette, Find];
const READER: &[Place] = &[Reader, Goals, Person, Session, Agenda];
const TABBED: &[Place] =
    &[Team, Agenda, Goals, Competencies, Development, Person, PersonRating, PersonBehaviour, PersonDevelopment];

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
    StartSession "session.start" ["s"] in PEOPLE writes true hint 2;
    NoteNow "capture.open" ["n"] in SCREENS writes true hint 3;
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
    TimelineKind "timeline.kind" ["f"] in PERSON_RECORDS hint 9;
    TimelineAudience "timeline.audience" ["v"] in PERSON_RECORDS hint 10;
    AddAction "action.add" ["a"] in ONE_PERSON writes true hint 4;
    CopyShared "shared.copy" ["y"] in READER hint 12;
    AsOf "person.as_of" ["o"] in PERSON hint 12;
    AcknowledgeSheet "sheet.acknowledge" ["c"] in PERSON_RECORDS writes true;
    WriteAddendum "session.addendum" ["A"] in PERSON_RECORDS writes true;

    // Records in a list
    ActionDone "action.done" ["d"] in RECORDS writes true hint 5;
    ActionNotDone "action.not_done" ["t"] in RECORDS writes true hint 6;
    ActionCarry "action.carry" ["c"] in SESSION writes true hint 7;
    ActionDrop "action.drop" ["x"] in RECORDS writes true hint 8;
    ActionReschedule "action.reschedule" ["r"] in RECORDS writes true hint 9;
    ToggleAudience "record.audience" ["p"] in RECORDS writes true hint 9;
    EditRecord "record.edit" ["e"] in EDITABLE writes true hint 10;
    RemoveRecord "record.remove" ["D"] in EDITABLE writes true;

    // Goals
    GoalCheckIn "goal.check_in" ["i"] in MEASURED writes true hint 2;
    GoalStatus "goal.status" ["S"] in MEASURED writes true hint 4;
    GoalPerson "goal.person" ["l" "right"] in GOALS hint 8;
    GoalsGroup "goals.group" ["o"] in GOALS hint 6;
    GoalsDepth "goals.depth" ["f"] in GOALS hint 9;
    GoalsGrid "goals.grid" ["M"] in FILTERED hint 7;
    AddResult "goal.add" ["N"] in PLANS writes true hint 9;
    AddIndicator "goal.add_indicator" ["I"] in PLANS writes true hint 10;
    AssignResult "goal.assign" ["B"] in PLANS writes true hint 11;
    CopyPlan "plan.copy" ["Y"] in PLANS writes true hint 11;
    InheritResults "plan.inherit" ["W"] in PLANS writes true hint 10;
    NextYear "plan.next_year" ["."] in YEARS;
    PreviousYear "plan.previous_year" [","] in YEARS hint 12;
    CheckInSave "check_in.save" ["enter"] in CHECK_IN text true writes true hint 1;

    // Competencies
    RatingBegin "rating.begin" ["i"] in COMPETENCIES writes true hint 2;
    RatingNotObserved "rating.not_observed" ["x"] in LEVELS writes true hint 2;
    RatingDirection "rating.direction" ["d"] in RATING hint 3;
    RatingNext "rating.next" ["tab"] in RATING hint 4;
    RatingPrevious "rating.previous" ["backtab"] in RATING;
    CompetenciesGroup "competencies.group" ["o"] in COMPETENCIES hint 4;
    CompetenciesPerson "competencies.person" ["p"] in COMPETENCIES hint 6;
    CompetenciesSum "competencies.sum" ["G"] in COMPETENCIES;
    Positions "competencies.positions" ["t"] in COMPETENCIES hint 7;
    // Grid
    GridNext "grid.next" ["enter" "tab"] in MONTH text true hint 1;
    GridPrevious "grid.previous" ["backtab"] in MONTH text true;
    GridLeft "grid.left" ["left" "h"] in CELLS;
    GridRight "grid.right" ["right" "l"] in CELLS;
    GridFirst "grid.first" ["home"] in CELLS;
    GridLast "grid.last" ["end"] in CELLS;
    GridEarlier "grid.earlier" [","] in MONTH hint 5;
    GridLater "grid.later" ["."] in MONTH hint 6;
    GridWhy "grid.why" ["w"] in MONTH hint 7;
    // A row or a cell that is rated
    Level1 "rating.level_1" ["1"] in LEVELS writes true hint 1 through Level5;
    Level2 "rating.level_2" ["2"] in LEVELS writes true;
    Level3 "rating.level_3" ["3"] in LEVELS writes true;
    Level4 "rating.level_4" ["4"] in LEVELS writes true;
    Level5 "rating.level_5" ["5"] in LEVELS writes true;
    RatingReason "rating.reason" ["e"] in RATED writes true hint 3;
    RatingWhy "rating.why" ["enter"] in RATED hint 4;
    BehaviourBelow "behaviour.below" ["1" "-"] in BEHAVIOUR writes true hint 1 through BehaviourAbove;
    BehaviourMeets "behaviour.meets" ["2" "="] in BEHAVIOUR writes true;
    BehaviourAbove "behaviour.above" ["3" "+"] in BEHAVIOUR writes true;
    BehaviourNote "behaviour.note" ["e"] in BEHAVIOUR writes true hint 2;
    BehaviourWhy "behaviour.why" ["enter"] in BEHAVIOUR hint 5;
    BehaviourLater "behaviour.later" ["." "right"] in BEHAVIOUR;
    BehaviourEarlier "behaviour.earlier" ["," "left"] in BEHAVIOUR hint 4;
    RatingAll "rating.all" ["v"] in SESSION hint 3;
    RatingAsk "rating.ask" ["T"] in RATED writes true hint 5;
    HigherLevel "rating.higher" ["right"] in RATED hint 6;
    LowerLevel "rating.lower" ["left"] in RATED;
    Behaviours "rating.behaviours" ["V"] in PERSON hint 12;
    ExpectBehaviour "behaviour.expect" ["h"] in BEHAVIOUR writes true hint 3;
    SelfCheckRevisit "self_check.revisit" ["enter"] in SELF_CHECK hint 1;

    // Development
    DevelopAdd "development.add" ["a"] in DEVELOPMENT writes true hint 2;
    DevelopValue "development.value" ["i"] in DEVELOPMENT writes true hint 3;
    DevelopDone "development.done" ["d"] in DEVELOPMENT writes true hint 4;
    DevelopDrop "development.drop" ["x"] in DEVELOPMENT writes true hint 6;
    DevelopFold "development.fold" ["right" "l" "left" "h"] in DEVELOPMENT_LISTS hint 5;
    DevelopWish "development.wish" ["W"] in DEVELOPMENT writes true;
    DevelopPair "development.pair" ["T"] in DEVELOPMENT writes true;
    DevelopPlan "development.plan" ["N"] in GAPS writes true hint 7;

    // Planning of sessions
    PlanSession "session.plan" ["b"] in PEOPLE writes true;
    Postpone "session.postpone" ["z"] in PEOPLE writes true hint 7;
    Miss "session.miss" ["Z"] in PEOPLE writes true;

    // People
    AddPerson "person.add" ["a"] in TEAM writes true hint 8;
    CorrectPerson "person.correct" ["E"] in PEOPLE writes true;
    MovePerson "person.move" ["P"] in PEOPLE writes true;
    HandOver "person.hand_over" ["H"] in PEOPLE writes true;
    SetLeave "person.leave" ["L"] in PEOPLE writes true;
    Retire "person.retire" ["X"] in PEOPLE writes true;
    SetCadence "person.cadence" ["C"] in PEOPLE writes true;
    TeamCadence "team.cadence" ["R"] in TEAM writes true;
    SetProfile "profile.set" ["I"] in TEAM writes true;

    // Session
    NextStep "session.next_step" ["ctrl-n"] in SESSION text true hint 5;
    PreviousStep "session.previous_step" ["ctrl-p"] in SESSION text true hint 9;
    NextField "field.next" ["tab"] in SESSION text true hint 1;
    PreviousField "field.previous" ["backtab"] in SESSION text true;
    SaveLine "line.save" ["ctrl-s"] in SESSION text true writes true hint 2;
    LineAudience "line.audience" ["ctrl-t"] in SESSION text true hint 3;
    LineKind "line.kind" ["ctrl-g"] in SESSION text true hint 4;
    FinishSession "session.close" ["ctrl-d"] in SESSION text true writes true hint 8;
    SessionKindNext "session.kind" ["ctrl-y"] in SESSION text true writes true hint 11;
    DiscardSession "session.discard" ["X"] in SESSION writes true;
    LiftNote "note.lift" ["enter"] in NOTES writes true hint 1;
    ShareNote "note.share" ["p"] in NOTES writes true hint 2;
    OpenNote "note.open" ["e"] in NOTES writes true hint 3;
    LeaveOut "note.leave_out" ["x"] in UNTOLD writes true hint 4;
    EditLong "text.editor" ["ctrl-o"] in WRITING text true hint 12;

    // Walk
    WalkNext "walk.next" ["f" "enter"] in WALK hint 1;
    WalkSkip "walk.skip" ["x"] in WALK writes true hint 4;
    WalkPark "walk.park" ["p"] in WALK hint 5;
    WalkBack "walk.back" ["K"] in WALK hint 6;
    WalkOpen "walk.open" ["l" "right"] in WALK hint 8;

    // Overlays
    CaptureSave "capture.save" ["enter"] in CAPTURE text true writes true hint 1;
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
    AssignSave "assign.save" ["enter" "ctrl-s"] in ASSIGN text true writes true hint 1;
    AssignDown "assign.down" ["down" "ctrl-n"] in ASSIGN text true;
    AssignUp "assign.up" ["up" "ctrl-p"] in ASSIGN text true;
    AssignNextTarget "assign.next_target" ["tab" "right"] in ASSIGN text true hint 2;
    AssignPreviousTarget "assign.previous_target" ["backtab" "left"] in ASSIGN text true;
    Choose "list.choose" ["enter"] in CHOOSERS text true hint 1;
    ChooseDown "list.choose_down" ["down" "ctrl-n" "tab"] in CHOOSERS text true;
    ChooseUp "list.choose_up" ["up" "ctrl-p" "backtab"] in CHOOSERS text true;

    // Everywhere
    GoTeam "go.team" ["1"] in DIGITS;
    GoAgenda "go.agenda" ["2"] in DIGITS hint 10;
    GoGoals "go.goals" ["3"] in DIGITS hint 10;
    GoCompetencies "go.competencies" ["4"] in DIGITS hint 10;
    GoDevelopment "go.development" ["5"] in DIGITS hint 10;
    OpenLog "log.open" ["U"] in LOGGED hint 12;
    Find "find.person" ["g"] in SCREENS hint 11;
    Palette "app.palette" [":"] in SCREENS;
    Messages "app.messages" ["m"] in SCREENS;
    Settings "app.settings" ["O"] in SCREENS;
    Undo "app.undo" ["u"] in SCREENS writes true hint 12;
    Redo "app.redo" ["ctrl-r"] in SCREENS writes true;
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
