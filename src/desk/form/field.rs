//! A field of a form: its name, what is typed or chosen in it.

use crate::desk::editor::Editor;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Field {
    pub name: FieldName,
    pub input: Input,
    /// Filled in by the program and not touched yet: the first letter replaces it.
    #[serde(default)]
    pub fresh: bool,
    /// Makes no sense with what the other fields say: neither shown nor read.
    #[serde(default)]
    pub hidden: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Input {
    Line(Editor),
    /// Message ids of the options, and the chosen one.
    Choice(Vec<String>, usize),
}

/// `field-<id>` is the label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldName {
    Name,
    Nip,
    Kind,
    Rank,
    Position,
    Unit,
    Supervisor,
    Tags,
    Capacity,
    From,
    Until,
    Ending,
    Day,
    Cadence,
    Probation,
    Reason,
    Due,
    NewDue,
    Text,
    Owner,
    Measure,
    Audience,
    FeedbackKind,
    Situation,
    Behaviour,
    Impact,
    Intent,
    Receipt,
    Answer,
    Correction,
    GoalStatus,
    Title,
    Class,
    Scope,
    Supports,
    Approach,
    Expectation,
    Weight,
    ResultTag,
    Aspect,
    MeasureKind,
    Target,
    Baseline,
    Low,
    High,
    Steps,
    IndicatorUnit,
    Accrual,
    Predecessor,
    Level,
    Evidence,
    SecondEvidence,
    ThirdEvidence,
    Facet,
    Rater,
    RaterName,
    ExpectationRating,
    Note,
    NotAssessed,
    Step,
    Words,
    Addressee,
    Decision,
    ResultsRating,
    BehaviourRating,
    Asks,
    UnitResult,
    SetBy,
    SetOn,
    Others,
    Instead,
    Addendum,
    ObjectionStep,
    ObjectionTo,
    ObjectionWords,
    Expect,
    Topic,
    Way,
    Month,
    Course,
    Jp,
    Cost,
    Fund,
    Organiser,
    Helper,
    Seen,
    Example,
    Hindrance,
    FollowUp,
    Certificate,
    Verified,
    Lapses,
    LearnedFrom,
    Mentor,
    Topics,
    PairKind,
    Agreement,
    Done,
    Next,
    Minutes,
    Held,
    ProposalState,
    Outcome,
    Ceiling,
}

impl FieldName {
    pub fn id(self) -> &'static str {
        use FieldName::*;
        match self {
            Name => "field-name",
            Nip => "field-nip",
            Kind => "field-kind",
            Rank => "field-rank",
            Position => "field-position",
            Unit => "field-unit",
            Supervisor => "field-supervisor",
            Tags => "field-tags",
            Capacity => "field-capacity",
            From => "field-from",
            Until => "field-until",
            Ending => "field-ending",
            Day => "field-day",
            Cadence => "field-cadence",
            Probation => "field-probation",
            Reason => "field-reason",
            Due => "field-due",
            NewDue => "field-new-due",
            Text => "field-text",
            Owner => "field-owner",
            Measure => "field-measure",
            Audience => "field-audience",
            FeedbackKind => "field-feedback-kind",
            Situation => "field-situation",
            Behaviour => "field-behaviour",
            Impact => "field-impact",
            Intent => "field-intent",
            Receipt => "field-receipt",
            Answer => "field-answer",
            Correction => "field-correction",
            GoalStatus => "field-goal-status",
            Title => "field-title",
            Class => "field-class",
            Scope => "field-scope",
            Supports => "field-supports",
            Approach => "field-approach",
            Expectation => "field-expectation",
            Weight => "field-weight",
            ResultTag => "field-result-tag",
            Aspect => "field-aspect",
            MeasureKind => "field-measure-kind",
            Target => "field-target",
            Baseline => "field-baseline",
            Low => "field-low",
            High => "field-high",
            Steps => "field-steps",
            IndicatorUnit => "field-indicator-unit",
            Accrual => "field-accrual",
            Predecessor => "field-predecessor",
            Level => "field-level",
            Evidence => "field-evidence",
            SecondEvidence => "field-second-evidence",
            ThirdEvidence => "field-third-evidence",
            Facet => "field-facet",
            Rater => "field-rater",
            RaterName => "field-rater-name",
            ExpectationRating => "field-expectation-rating",
            Note => "field-note",
            NotAssessed => "field-not-assessed",
            Step => "field-step",
            Words => "field-said",
            Addressee => "field-addressee",
            Decision => "field-decision",
            ResultsRating => "field-results-rating",
            BehaviourRating => "field-behaviour-rating",
            Asks => "field-asks",
            UnitResult => "field-unit-result",
            SetBy => "field-set-by",
            SetOn => "field-set-on",
            Others => "field-others",
            Instead => "field-instead",
            Addendum => "field-addendum",
            ObjectionStep => "field-objection-step",
            ObjectionTo => "field-objection-to",
            ObjectionWords => "field-objection-words",
            Expect => "field-expect",
            Topic => "field-topic",
            Way => "field-way",
            Month => "field-month",
            Course => "field-course",
            Jp => "field-jp",
            Cost => "field-cost",
            Fund => "field-fund",
            Organiser => "field-organiser",
            Helper => "field-helper",
            Seen => "field-seen",
            Example => "field-example",
            Hindrance => "field-hindrance",
            FollowUp => "field-follow-up",
            Certificate => "field-certificate",
            Verified => "field-verified",
            Lapses => "field-lapses",
            LearnedFrom => "field-learned-from",
            Mentor => "field-mentor",
            Topics => "field-topics",
            PairKind => "field-pair-kind",
            Agreement => "field-agreement",
            Done => "field-done",
            Next => "field-next",
            Minutes => "field-minutes",
            Held => "field-held",
            ProposalState => "field-proposal-state",
            Outcome => "field-outcome",
            Ceiling => "field-ceiling",
        }
    }
    /// Its text is a number, shown beside the field as it was understood.
    pub fn is_number(self) -> bool {
        use FieldName::*;
        matches!(self, Weight | Target | Baseline | Low | High | Instead | Jp | Cost | Minutes | Ceiling)
    }
    /// Its text is a day, shown beside the field as it was understood.
    pub fn is_day(self) -> bool {
        use FieldName::*;
        matches!(self, From | Until | Day | Probation | Due | NewDue | SetOn | Lapses)
    }
}

pub(crate) fn line(name: FieldName, text: impl Into<String>) -> Field {
    let editor = Editor::new(text);
    // A sentence is gone on with; a day, a number, a name of somebody or a rhythm is replaced.
    let named = matches!(name, FieldName::Supervisor | FieldName::Predecessor | FieldName::Cadence | FieldName::Unit);
    let replaced = named || name.is_day() || name.is_number() || name == FieldName::Month;
    Field { name, fresh: replaced && !editor.is_empty(), hidden: false, input: Input::Line(editor) }
}

pub(crate) fn choice(name: FieldName, options: &[&str], at: usize) -> Field {
    Field { name, fresh: false, hidden: false, input: Input::Choice(options.iter().map(|o| (*o).to_owned()).collect(), at) }
}
