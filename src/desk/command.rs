//! THE table of commands. The key dispatcher, the line of keys, help, palette, `bina keys`, the README and the tests
//! all read this one. A command that is not possible now stays listed and says why.

mod group;

pub use group::Group;

use serde::{Deserialize, Serialize};

/// Makes the places, all of them in a list, their identifiers and what moves in them.
macro_rules! places {
    ($($(#[$attr:meta])* $name:ident $id:literal $moves:ident;)+) => {
        /// Where a key means something: the top screen or overlay, or a state of it in which keys mean other things.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Place { $($(#[$attr])* $name),+ }

        impl Place {
            /// Every place, in the order of `bina keys`. Sweeps of the tests go through this list.
            pub const ALL: &[Place] = &[$(Place::$name),+];
            const MOVES: &[Moves] = &[$(Moves::$moves),+];

            /// Stands in `bina keys --json` and in conflicts of keys; `place-<id>` names it.
            pub fn id(self) -> &'static str {
                match self { $(Place::$name => $id),+ }
            }
        }
    };
}

/// What moves in a place: it decides which of the common keys mean something there.
#[derive(Clone, Copy)]
enum Moves {
    /// A selection in the rows of a screen.
    Rows,
    /// A cursor over the cells of a screen.
    Cells,
    /// Rows over a screen: nothing of the screen below is to be had.
    Page,
    /// The cursor of a text: letters type.
    Typing,
}

places! {
    #[default]
    Team "team" Rows;
    Agenda "agenda" Rows;
    Goals "goals" Rows;
    Competencies "competencies" Cells;
    Development "development" Rows;
    /// The map, while digits rate.
    Rating "rating" Cells;
    #[serde(rename = "grid")]
    Month "grid" Cells;
    Person "person" Rows;
    /// A person's page, on the goals.
    PersonGoals "person-goals" Rows;
    /// A person's page, on a competency that is only looked at.
    PersonLevels "person-levels" Rows;
    /// The same, while digits rate.
    PersonRating "person-rating" Rows;
    /// A person's page, on a work behaviour that is only looked at.
    PersonBehaviours "person-behaviours" Rows;
    /// The same, while digits rate.
    PersonBehaviour "person-behaviour" Rows;
    /// A person's page, on the plan of development.
    PersonDevelopment "person-development" Rows;
    Session "session" Rows;
    /// A session, on a competency that is only looked at.
    SessionLevels "session-levels" Rows;
    /// The same, while digits rate.
    SessionRating "session-rating" Rows;
    /// A session, on a note that it may take up.
    SessionNotes "session-notes" Rows;
    /// A session, on a value or a rating since the last one.
    SessionNews "session-news" Rows;
    Walk "walk" Rows;
    Log "log" Rows;
    Capture "capture" Typing;
    CheckIn "check-in" Typing;
    Palette "palette" Page;
    /// The verbs for what is selected below.
    Verbs "verbs" Typing;
    Find "find" Page;
    Help "help" Typing;
    Messages "messages" Page;
    Form "form" Typing;
    Assign "assign" Typing;
    SelfCheck "self-check" Page;
    Reader "reader" Page;
    Settings "settings" Page;
    /// The evaluation of a team in a period.
    Reports "reports" Rows;
    /// The page that judges somebody's period, looked at.
    Evaluation "evaluation" Rows;
    /// The same, while digits rate.
    Evaluating "evaluating" Rows;
}

/// The places in which one of these moves: their number first, because it is the length of the list.
const fn how_many(of: &[Moves]) -> usize {
    let (mut found, mut at) = (0, 0);
    while at < Place::ALL.len() {
        found += is_one(Place::MOVES[at], of) as usize;
        at += 1;
    }
    found
}

const fn places<const N: usize>(of: &[Moves]) -> [Place; N] {
    let (mut found, mut n, mut at) = ([Place::Team; N], 0, 0);
    while at < Place::ALL.len() {
        if is_one(Place::MOVES[at], of) {
            found[n] = Place::ALL[at];
            n += 1;
        }
        at += 1;
    }
    found
}

const fn is_one(moves: Moves, of: &[Moves]) -> bool {
    let mut at = 0;
    while at < of.len() {
        if of[at] as u8 == moves as u8 {
            return true;
        }
        at += 1;
    }
    false
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
    /// Where it stands in the menu of verbs, and the letter it has there; without one of its own it has the direct one.
    pub menu: Option<(Group, &'static str)>,
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
    /// Other words for it in both languages; most commands have none.
    pub fn also_message(&self) -> String {
        format!("{}-also", self.message())
    }
    pub fn long_message(&self) -> String {
        format!("{}-long", self.message())
    }
}

macro_rules! commands {
    (@through) => { None };
    (@through $last:ident) => { Some(Command::$last) };
    (@menu) => { None };
    (@menu $group:ident $key:literal) => { Some((Group::$group, $key)) };
    ($($name:ident $id:literal [$($key:literal)*] in $places:ident $(text $text:literal)? $(writes $writes:literal)?
        $(hint $hint:literal)? $(through $through:ident)? $(menu $group:ident $letter:literal)?;)+) => {
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
            menu: commands!(@menu $($group $letter)?),
        }),+];
    };
}

use Place::*;

const ANYWHERE: &[Place] = Place::ALL;
const SCREENS: &[Place] = &places::<{ how_many(&[Moves::Rows, Moves::Cells]) }>(&[Moves::Rows, Moves::Cells]);
const HOME: &[Place] = &[Team, Agenda];
const OVERVIEWS: &[Place] = &[Team, Agenda, Goals, Competencies, Development];
const LISTS: &[Place] =
    &places::<{ how_many(&[Moves::Rows, Moves::Cells, Moves::Page]) }>(&[Moves::Rows, Moves::Cells, Moves::Page]);
const ROWS: &[Place] = &places::<{ how_many(&[Moves::Rows, Moves::Page]) }>(&[Moves::Rows, Moves::Page]);
const PEOPLE: &[Place] = &[
    Team,
    Agenda,
    Goals,
    Competencies,
    Development,
    Person,
    PersonGoals,
    PersonLevels,
    PersonRating,
    PersonBehaviours,
    PersonBehaviour,
    PersonDevelopment,
    Walk,
];
/// `PEOPLE`, without the walk, where the same key sets a person aside.
const LISTED: &[Place] =
    &[Team, Agenda, Goals, Competencies, Person, PersonGoals, PersonLevels, PersonRating, PersonBehaviours, PersonBehaviour];
/// Digits go to the screens, but where they are values and where text is typed.
const DIGITS: &[Place] = &[
    Team,
    Agenda,
    Goals,
    Competencies,
    Development,
    Person,
    PersonGoals,
    PersonLevels,
    PersonBehaviours,
    PersonDevelopment,
    Session,
    SessionLevels,
    SessionNotes,
    SessionNews,
    Walk,
    Log,
    Messages,
    SelfCheck,
    Reader,
    Settings,
    Reports,
    Evaluation,
];
const RECORDS: &[Place] = &[Agenda, Person, Session];
const EDITABLE: &[Place] = &[
    Agenda,
    Goals,
    Development,
    PersonDevelopment,
    Person,
    PersonGoals,
    PersonLevels,
    PersonBehaviours,
    Session,
    SessionLevels,
];
const OPENABLE: &[Place] = &[
    Goals,
    Development,
    PersonDevelopment,
    Competencies,
    Rating,
    Person,
    PersonGoals,
    PersonLevels,
    PersonBehaviours,
    Session,
    SessionLevels,
    SessionNews,
    Log,
    Reports,
];
const WITHDRAWABLE: &[Place] = &[
    Agenda,
    Goals,
    Person,
    PersonGoals,
    PersonLevels,
    PersonRating,
    PersonBehaviours,
    PersonBehaviour,
    Session,
    SessionLevels,
];
const FILTERED: &[Place] = &[Team, Goals];
const SEARCHED: &[Place] = &[Team, Goals, Competencies, Log];
const CELLS: &[Place] = &[Month, Competencies, Rating];
const COMPETENCIES: &[Place] = &[Competencies];
/// Where ratings are looked at, and rating them begins.
const RATEABLE: &[Place] = &[Competencies, PersonLevels, PersonBehaviours, SessionLevels];
const RATING: &[Place] = &[Rating];
const GOALS: &[Place] = &[Goals];
const MEASURED: &[Place] = &[Goals, Month, Person, PersonGoals, Session, Agenda];
/// Where a plan is seen whole.
const PLANNED: &[Place] = &[Goals, PersonGoals];
const MONTH: &[Place] = &[Month];
const PLANS: &[Place] = &[Goals, Person, PersonGoals];
const YEARS: &[Place] = &[Goals, PersonGoals, Development];
const CHECK_IN: &[Place] = &[CheckIn];
const TEAM: &[Place] = &[Team];
const PERSON: &[Place] =
    &[Person, PersonGoals, PersonLevels, PersonRating, PersonBehaviours, PersonBehaviour, PersonDevelopment];
const PERSON_RECORDS: &[Place] = &[Person];
const ONE_PERSON: &[Place] = &[Person, Walk];
/// Rows and cells on which digits are levels.
const LEVELS: &[Place] = &[Rating, PersonRating, SessionRating];
const RATED: &[Place] = &[PersonRating, SessionRating];
/// Competencies of one person, whether looked at or rated.
const ANCHORED: &[Place] = &[PersonLevels, PersonRating, SessionLevels, SessionRating];
const BEHAVIOUR: &[Place] = &[PersonBehaviour];
const BEHAVIOURS: &[Place] = &[PersonBehaviours, PersonBehaviour];
/// Where needs, plans, learning and pairs stand.
const DEVELOPMENT: &[Place] = &[Development, PersonDevelopment];
const DEVELOPMENT_LISTS: &[Place] = &[Development];
/// Where a gap can be seen: an item of the plan is begun from it.
const GAPS: &[Place] = &[Competencies, Rating, PersonLevels, PersonRating, SessionLevels, SessionRating];
const SELF_CHECK: &[Place] = &[SelfCheck];
const SESSION: &[Place] = &[Session, SessionLevels, SessionRating, SessionNotes, SessionNews];
const UNTOLD: &[Place] = &[SessionNotes, SessionNews];
const NOTES: &[Place] = &[SessionNotes];
const WALK: &[Place] = &[Walk];
const CAPTURE: &[Place] = &[Capture];
const FORM: &[Place] = &[Form];
const ASSIGN: &[Place] = &[Assign];
const WRITING: &[Place] = &[Session, Capture, Form, Evaluating];
const CHOOSERS: &[Place] = &[Palette, Find, Help, Verbs];
const VERBS: &[Place] = &[Verbs];
const READER: &[Place] = &[Reader, Goals, Person, PersonGoals, Session, Agenda];
const TABBED: &[Place] = &[
    Team,
    Agenda,
    Goals,
    Competencies,
    Person,
    PersonGoals,
    PersonLevels,
    PersonRating,
    PersonBehaviours,
    PersonBehaviour,
    PersonDevelopment,
    Development,
    Reports,
];
const REPORTS: &[Place] = &[Reports];
const EVALUATION: &[Place] = &[Evaluation];
const EVALUATING: &[Place] = &[Evaluating];
/// Where a judgement is seen that may be handed over, answered or withdrawn.
const JUDGED: &[Place] = &[Reports, Evaluation];
const EVALUATIONS: &[Place] = &[Evaluation, Evaluating];
/// Pages that go from person to person.
const NEIGHBOURS: &[Place] = &[
    Person,
    PersonGoals,
    PersonLevels,
    PersonRating,
    PersonBehaviours,
    PersonBehaviour,
    PersonDevelopment,
    Evaluation,
    Evaluating,
];

commands! {
    // Lists
    Down "list.down" ["j" "down"] in LISTS;
    Up "list.up" ["k" "up"] in LISTS;
    PageDown "list.page_down" ["pagedown"] in LISTS;
    PageUp "list.page_up" ["pageup"] in LISTS;
    First "list.first" ["home"] in ROWS;
    Last "list.last" ["end"] in ROWS;

    // Team
    OpenPerson "team.open" ["enter"] in HOME hint 1;
    StartSession "session.start" ["s"] in PEOPLE writes true hint 3 menu Session "";
    NoteNow "capture.open" ["n"] in SCREENS writes true hint 4 menu Note "";
    StartWalk "walk.start" ["w"] in HOME hint 5 menu Session "";
    Filter "team.filter" ["/"] in SEARCHED hint 11;
    Order "team.order" ["o"] in TEAM hint 7 menu List "";
    ScopeNext "team.scope" ["f"] in OVERVIEWS hint 11 menu List "";
    Resume "draft.resume" [] in TEAM menu List "";
    DiscardDraft "draft.discard" ["x"] in TEAM menu List "";

    // Person
    NextTab "tab.next" ["tab"] in TABBED;
    PreviousTab "tab.previous" ["backtab"] in TABBED;
    NextPerson "person.next" ["J"] in NEIGHBOURS hint 7;
    PreviousPerson "person.previous" ["K"] in NEIGHBOURS hint 8;
    OpenRecord "record.open" ["enter"] in OPENABLE hint 1;
    TimelineKind "timeline.kind" ["f"] in PERSON_RECORDS hint 9 menu List "";
    TimelineAudience "timeline.audience" ["v"] in PERSON_RECORDS hint 10 menu List "";
    AddAction "action.add" ["a"] in ONE_PERSON writes true hint 4 menu Note "";
    CopyShared "shared.copy" ["y"] in READER hint 12 menu Paper "";
    AsOf "person.as_of" [] in PERSON menu List "Q";
    AcknowledgeSheet "sheet.acknowledge" [] in PERSON_RECORDS writes true menu Paper "T";
    WriteAddendum "session.addendum" [] in PERSON_RECORDS writes true menu Paper "A";

    // Records in a list
    ActionDone "action.done" ["d"] in RECORDS writes true hint 5 menu Note "";
    ActionNotDone "action.not_done" ["t"] in RECORDS writes true hint 6 menu Note "";
    ActionCarry "action.carry" [] in SESSION writes true menu Note "C";
    ActionDrop "action.drop" ["x"] in RECORDS writes true hint 8 menu Note "";
    ActionReschedule "action.reschedule" ["r"] in RECORDS writes true hint 9 menu Note "";
    ToggleAudience "record.audience" ["p"] in RECORDS writes true hint 9 menu Note "";
    EditRecord "record.edit" ["e"] in EDITABLE writes true hint 10 menu Note "";
    RemoveRecord "record.remove" ["D"] in WITHDRAWABLE writes true menu Note "";

    // Goals
    GoalCheckIn "goal.check_in" ["i"] in MEASURED writes true hint 3 menu List "";
    GoalStatus "goal.status" [] in MEASURED writes true menu List "S";
    GoalPerson "goal.person" [] in GOALS menu Person "";
    GoalsGroup "goals.group" ["v"] in GOALS hint 6 menu List "";
    GoalsDepth "goals.depth" ["right" "l" "left" "h"] in GOALS hint 9;
    GoalsGrid "goals.grid" [] in FILTERED menu List "M";
    AddResult "goal.add" [] in PLANS writes true menu List "N";
    AddIndicator "goal.add_indicator" ["a"] in PLANNED writes true hint 10 menu List "";
    AssignResult "goal.assign" [] in PLANS writes true menu List "";
    CopyPlan "plan.copy" [] in PLANS writes true menu List "Y";
    InheritResults "plan.inherit" [] in PLANS writes true menu List "";
    NextYear "plan.next_year" ["."] in YEARS;
    PreviousYear "plan.previous_year" [","] in YEARS hint 12;
    CheckInSave "check_in.save" ["enter"] in CHECK_IN text true writes true hint 1;

    // Competencies
    RatingBegin "rating.begin" ["i"] in RATEABLE writes true hint 2 menu List "";
    RatingNotObserved "rating.not_observed" ["0"] in LEVELS writes true hint 2;
    RatingDirection "rating.direction" ["v"] in RATING hint 3 menu List "";
    RatingNext "rating.next" ["tab"] in RATING hint 4;
    RatingPrevious "rating.previous" ["backtab"] in RATING;
    CompetenciesGroup "competencies.group" ["v"] in COMPETENCIES hint 4 menu List "";
    CompetenciesPerson "competencies.person" [] in COMPETENCIES menu Person "";
    CompetenciesSum "competencies.sum" [] in COMPETENCIES menu List "";
    Positions "competencies.positions" [] in COMPETENCIES menu List "";
    // Grid
    GridNext "grid.next" ["enter" "tab"] in MONTH text true hint 1;
    GridPrevious "grid.previous" ["backtab"] in MONTH text true;
    GridLeft "grid.left" ["left" "h"] in CELLS;
    GridRight "grid.right" ["right" "l"] in CELLS;
    GridFirst "grid.first" ["home"] in CELLS;
    GridLast "grid.last" ["end"] in CELLS;
    GridEarlier "grid.earlier" [","] in MONTH hint 5;
    GridLater "grid.later" ["."] in MONTH hint 6;
    GridWhy "grid.why" [] in MONTH menu List "";
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
    BehaviourLater "behaviour.later" ["."] in BEHAVIOURS;
    BehaviourEarlier "behaviour.earlier" [","] in BEHAVIOURS hint 4;
    RatingAll "rating.all" ["v"] in SESSION hint 3 menu List "";
    RatingAsk "rating.ask" ["a"] in ANCHORED writes true hint 5 menu Note "";
    HigherLevel "rating.higher" ["right" "l"] in ANCHORED hint 6;
    LowerLevel "rating.lower" ["left" "h"] in ANCHORED;
    Behaviours "rating.behaviours" [] in PERSON menu List "V";
    ExpectBehaviour "behaviour.expect" ["a"] in BEHAVIOURS writes true hint 3 menu Note "";
    SelfCheckRevisit "self_check.revisit" ["enter"] in SELF_CHECK hint 1;

    // Evaluation: a round of the team
    EvaluationQueue "evaluation.queue" ["w"] in REPORTS writes true hint 2;
    UnitResult "evaluation.unit" ["e"] in REPORTS writes true hint 5;
    PeriodPrevious "period.previous" [","] in JUDGED hint 6;
    PeriodNext "period.next" ["."] in JUDGED;
    PeriodKindNext "period.kind" ["f"] in REPORTS hint 9;
    EvaluationView "evaluation.view" ["v"] in REPORTS hint 7;
    EvaluationOrder "evaluation.order" ["o"] in REPORTS hint 10;
    EvaluationCheck "evaluation.check" ["d"] in REPORTS hint 8;
    HandOverEvaluation "evaluation.hand_over" ["c"] in JUDGED writes true hint 3;
    EvaluationStep "evaluation.step" ["a"] in JUDGED writes true hint 4;
    EvaluationWithdraw "evaluation.withdraw" ["D"] in JUDGED writes true hint 11;
    EvaluationBegin "evaluation.begin" ["i"] in EVALUATION writes true hint 2;
    // and one person of it
    EvaluationAbove "evaluation.above" ["1"] in EVALUATING writes true hint 1 through EvaluationBelow;
    EvaluationMeets "evaluation.meets" ["2"] in EVALUATING writes true;
    EvaluationBelow "evaluation.below" ["3"] in EVALUATING writes true;
    EvaluationNone "evaluation.not_assessed" ["0"] in EVALUATING writes true hint 5;
    EvaluationNext "evaluation.next" ["enter"] in EVALUATING text true writes true hint 3;
    EvaluationField "evaluation.field" ["tab"] in EVALUATING text true hint 2;
    EvaluationFieldBack "evaluation.field_back" ["backtab"] in EVALUATING text true;
    EvaluationReason "evaluation.reason" ["e"] in EVALUATING writes true hint 4;
    EvaluationEvidence "evaluation.evidence" ["a"] in EVALUATING writes true hint 6;
    EvaluationBefore "evaluation.before" ["v"] in EVALUATIONS hint 7;
    EvaluationSkip "evaluation.skip" ["x"] in EVALUATING writes true hint 8;
    EvaluationPark "evaluation.park" ["z"] in EVALUATING hint 9;
    // Development
    DevelopAdd "development.add" ["a"] in DEVELOPMENT writes true hint 2;
    DevelopValue "development.value" ["i"] in DEVELOPMENT writes true hint 3;
    DevelopDone "development.done" ["d"] in DEVELOPMENT writes true hint 4;
    DevelopDrop "development.drop" ["x"] in DEVELOPMENT writes true hint 6;
    DevelopFold "development.fold" ["right" "l" "left" "h"] in DEVELOPMENT_LISTS hint 5;
    DevelopWish "development.wish" [] in DEVELOPMENT writes true menu List "W";
    DevelopPair "development.pair" [] in DEVELOPMENT writes true menu List "";
    DevelopPlan "development.plan" [] in GAPS writes true menu List "N";

    // Planning of sessions
    PlanSession "session.plan" ["b"] in PEOPLE writes true menu Session "";
    Postpone "session.postpone" ["z"] in LISTED writes true hint 7 menu Session "";
    Miss "session.miss" [] in PEOPLE writes true menu Session "Z";

    // People
    AddPerson "person.add" ["a"] in TEAM writes true hint 8 menu Person "";
    CorrectPerson "person.correct" [] in PEOPLE writes true menu Person "E";
    MovePerson "person.move" [] in PEOPLE writes true menu Person "P";
    HandOver "person.hand_over" [] in PEOPLE writes true menu Person "H";
    SetLeave "person.leave" [] in PEOPLE writes true menu Person "L";
    Retire "person.retire" [] in PEOPLE writes true menu Person "X";
    SetCadence "person.cadence" [] in PEOPLE writes true menu Session "R";
    TeamCadence "team.cadence" [] in TEAM writes true menu Session "";
    SetProfile "profile.set" [] in TEAM writes true menu Program "I";

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
    DiscardSession "session.discard" [] in SESSION writes true menu Session "X";
    LiftNote "note.lift" ["enter"] in NOTES writes true hint 1;
    ShareNote "note.share" ["p"] in NOTES writes true hint 2;
    OpenNote "note.open" ["e"] in NOTES writes true hint 3;
    LeaveOut "note.leave_out" ["x"] in UNTOLD writes true hint 4;
    EditLong "text.editor" ["ctrl-o"] in WRITING text true hint 12;

    Step1 "session.step_1" ["alt-1"] in SESSION text true through Step8;
    Step2 "session.step_2" ["alt-2"] in SESSION text true;
    Step3 "session.step_3" ["alt-3"] in SESSION text true;
    Step4 "session.step_4" ["alt-4"] in SESSION text true;
    Step5 "session.step_5" ["alt-5"] in SESSION text true;
    Step6 "session.step_6" ["alt-6"] in SESSION text true;
    Step7 "session.step_7" ["alt-7"] in SESSION text true;
    Step8 "session.step_8" ["alt-8"] in SESSION text true;

    // Walk
    WalkNext "walk.next" ["J"] in WALK hint 2 menu Session "";
    WalkSkip "walk.skip" ["x"] in WALK writes true hint 4 menu Session "";
    WalkPark "walk.park" ["z"] in WALK hint 5 menu Session "";
    WalkBack "walk.back" ["K"] in WALK hint 6;
    WalkOpen "walk.open" ["enter"] in WALK hint 1;

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
    FormRight "form.right" ["right"] in FORM;
    AssignSave "assign.save" ["enter" "ctrl-s"] in ASSIGN text true writes true hint 1;
    AssignDown "assign.down" ["down" "ctrl-n"] in ASSIGN text true;
    AssignUp "assign.up" ["up" "ctrl-p"] in ASSIGN text true;
    AssignNextTarget "assign.next_target" ["tab" "right"] in ASSIGN text true hint 2;
    AssignPreviousTarget "assign.previous_target" ["backtab" "left"] in ASSIGN text true;
    Choose "list.choose" ["enter"] in CHOOSERS text true hint 1;
    ChooseDown "list.choose_down" ["down" "ctrl-n" "tab"] in CHOOSERS text true;
    ChooseUp "list.choose_up" ["up" "ctrl-p" "backtab"] in CHOOSERS text true;

    VerbFilter "verbs.filter" ["/"] in VERBS hint 2;

    // Everywhere
    Verbs "app.verbs" ["space"] in SCREENS hint 2;
    GoTeam "go.team" ["1"] in DIGITS;
    GoAgenda "go.agenda" ["2"] in DIGITS;
    GoGoals "go.goals" ["3"] in DIGITS;
    GoCompetencies "go.competencies" ["4"] in DIGITS;
    GoDevelopment "go.development" ["5"] in DIGITS;
    GoReports "go.reports" ["6"] in DIGITS;
    OpenLog "log.open" ["U"] in SCREENS hint 12 menu Program "";
    Find "find.person" ["g"] in SCREENS hint 11 menu Program "";
    Palette "app.palette" [":"] in SCREENS menu Program "";
    Messages "app.messages" [] in SCREENS menu Program "B";
    Settings "app.settings" ["O"] in SCREENS menu Program "";
    Undo "app.undo" ["u"] in SCREENS writes true hint 12 menu Program "";
    Redo "app.redo" ["ctrl-r"] in SCREENS writes true;
    Help "app.help" ["?"] in SCREENS hint 13 menu Program "";
    HelpWhileTyping "app.help_while_typing" ["f1"] in SCREENS text true hint 13;
    Back "app.back" ["esc" "ctrl-c"] in ANYWHERE text true hint 14;
    Quit "app.quit" ["q"] in LISTS menu Program "";
    Lock "app.lock" ["ctrl-x"] in ANYWHERE text true;
    Redraw "app.redraw" ["ctrl-l"] in ANYWHERE text true;
    Suspend "app.suspend" ["ctrl-z"] in ANYWHERE text true;
}

impl Command {
    pub fn spec(self) -> &'static CommandSpec {
        // Every variant is made together with its row.
        COMMANDS.iter().find(|row| row.command == self).unwrap_or(&COMMANDS[0])
    }
    /// The key that it has in the menu of verbs: the direct one, so that the menu teaches it, or a letter of its own.
    pub fn letter(self) -> Option<&'static str> {
        self.spec().menu.map(|(_, letter)| letter).filter(|letter| !letter.is_empty())
    }
    pub fn from_id(id: &str) -> Option<Command> {
        COMMANDS.iter().find(|row| row.id == id).map(|row| row.command)
    }
}

#[cfg(test)]
mod tests;
