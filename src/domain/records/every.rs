//! One record of each kind of the table, filled with texts by which tests see where they go. Tests only: what handles
//! every kind (the guard, the export, retention) is held against the table itself, so that a new kind can't be
//! forgotten anywhere.

use super::record::{Profile, Skip, every_record};
use crate::domain::competency::{
    BehaviourValue, Catalogue, CompetencyId, ExpectationRating, Facet, Level, Rater, RatingValue, StandardSource,
};
use crate::domain::development::career::{CareerOutcome, CareerWord, Horizon};
use crate::domain::development::item::{Answer, Check, ItemState, Seen};
use crate::domain::development::learning::{Fits, Opinion, OpinionOf, Source, Verification};
use crate::domain::development::mentoring::{Mentor, MentorTalk, PairKind, PairState, PairTopic, TopicState};
use crate::domain::development::need::WishState;
use crate::domain::development::proposal::ProposalState;
use crate::domain::development::support::{End, Help, SupportTalk, Target};
use crate::domain::development::{
    BudgetLine, CareerNote, Course, Learning, MentoringPair, NeedWord, PlanItem, Proposal, Subject, SupportPlan, Wish,
};
use crate::domain::evaluation::objection::{Decision, Ground, ObjectionAbout};
use crate::domain::evaluation::record::Superseded;
use crate::domain::evaluation::{Assessor, HandOver, Judgement, NotAssessed, ObjectionStep, Origin, UnitResult};
use crate::domain::goal::{Accrual, Approach, GoalStatus, ResultClass, ResultScope, StatusWord, WorkResult};
use crate::domain::period::EvaluationPeriod;
use crate::domain::*;
use jiff::{Timestamp, civil::Date, civil::date};
use uuid::Uuid;

macro_rules! kinds {
    ($($kind:ident($type:ty, $id:ty) $(in $slot:ident, one $one:ident, by $($day:ident).+)?;)+) => {
        /// Every kind of the table, and whether it is kept in somebody's dossier.
        pub(crate) const KINDS: &[(&str, bool)] =
            &[("Profile", false), $((stringify!($kind), !concat!("", $(stringify!($slot))?).is_empty())),+];

        pub(crate) fn kind(record: &Record) -> &'static str {
            match record {
                Record::Profile(_) => "Profile",
                $(Record::$kind(_) => stringify!($kind),)+
            }
        }
    };
}
every_record!(kinds);

const DAY: Date = date(2026, 11, 20);

/// What is written into them.
pub(crate) struct Marks<'a> {
    /// Into every text that only the supervisor reads.
    pub secret: &'a str,
    /// Into every text that the employee may read.
    pub open: &'a str,
    /// What can be for one of both is for the employee.
    pub shared: bool,
    /// Things have come to their end: settled, dropped, withdrawn.
    pub ended: bool,
}

impl Marks<'_> {
    fn secret(&self) -> String {
        self.secret.to_owned()
    }
    fn open(&self) -> Shared<String> {
        Shared::new(self.open.to_owned())
    }
    fn either(&self) -> Audienced<String> {
        match self.shared {
            true => Audienced::new(Audience::Shared, self.open.to_owned()),
            false => Audienced::new(Audience::Private, self.secret()),
        }
    }
}

pub(crate) fn person_id() -> PersonId {
    PersonId(Uuid::from_u128(1))
}

fn id() -> Uuid {
    Uuid::from_u128(4711)
}

/// One of each kind of the table, all about the same person.
pub(crate) fn of_each_kind(marks: &Marks<'_>) -> Vec<Record> {
    let mut out = of_the_office();
    out.push(person(marks).into());
    out.extend(of_talks(marks));
    out.extend(of_goals(marks));
    out.extend(of_ratings(marks));
    out.extend(of_development(marks));
    out.extend(of_evaluations(marks));
    out
}

/// The dossier that holds those of them that are kept in one.
pub(crate) fn dossier(marks: &Marks<'_>) -> Dossier {
    let mut dossier = Dossier::new(person(marks));
    let records = of_each_kind(marks).into_iter().filter(|record| record.on().is_some());
    records.for_each(|record| dossier.apply(&Op::add(record)));
    dossier
}

fn of_the_office() -> Vec<Record> {
    let (by, written) = (Actor::default(), Timestamp::UNIX_EPOCH);
    let unit = Unit { id: UnitId(id()), code: None, name: "Seksi A".into(), parent: None, head: None, cadence: None };
    let standard = Standard {
        id: StandardId(id()),
        position: "Pengelola".into(),
        required: Default::default(),
        source: StandardSource::Given,
        by: by.clone(),
        written,
    };
    let framework = Catalogue::default().framework().clone();
    let edition = Edition { id: FrameworkId(id()), framework, by: by.clone(), written };
    let course = Course {
        id: CourseId(id()),
        code: "K1".into(),
        title: "Arsip dinamis".into(),
        kind: kind_of_learning(),
        field: String::new(),
        subject: None,
        jp: Some(20),
        price: None,
        organiser: String::new(),
        months: Default::default(),
        places: None,
        by: by.clone(),
        written,
    };
    let budget = BudgetLine {
        id: BudgetId(id()),
        year: 2026,
        unit: UnitId(id()),
        fund: "APBD".into(),
        account: String::new(),
        what: "pelatihan".into(),
        ceiling: Number::from(1000),
        spent: None,
        by: by.clone(),
        written,
    };
    let proposal = Proposal {
        id: ProposalId(id()),
        year: 2027,
        quarter: None,
        unit: None,
        position: String::new(),
        person: Some(person_id()),
        program: "Arsip dinamis".into(),
        subject: None,
        kind: kind_of_learning(),
        organiser: String::new(),
        jp: None,
        cost: Number::from(100),
        fund: "APBD".into(),
        urgency: None,
        reason: Shared::new(String::new()),
        state: ProposalState::Planned,
        proposed: None,
        decided: None,
        outcome: String::new(),
        item: None,
        on: DAY,
        by: by.clone(),
        written,
    };
    let unit_result = UnitResult {
        id: UnitResultId(id()),
        unit: "Seksi A".into(),
        period: EvaluationPeriod::Year(2026),
        result: None,
        set_by: String::new(),
        set_on: None,
        others: None,
        source: String::new(),
        note: String::new(),
        by: by.clone(),
        written,
    };
    let list = crate::domain::calendar::HolidayYear { year: 2026, days: vec![], source: "SKB".into() };
    vec![
        Profile::default().into(),
        unit.into(),
        standard.into(),
        edition.into(),
        course.into(),
        budget.into(),
        proposal.into(),
        unit_result.into(),
        HolidayList { id: HolidayListId(id()), list, by, written }.into(),
    ]
}

fn person(marks: &Marks<'_>) -> Person {
    Person {
        id: person_id(),
        name: PersonName::plain("Sari Dewi Lubis"),
        nip: None,
        kind: EmploymentKind::Pns,
        rank: None,
        position: Some("Pengelola".into()),
        unit: None,
        supervisor: None,
        status: PersonStatus::Left { on: Some(DAY), note: marks.secret() },
        tags: vec![],
        cadence: None,
        probation_until: None,
        since: date(2020, 1, 1),
    }
}

fn of_talks(marks: &Marks<'_>) -> Vec<Record> {
    let (person, by, written) = (person_id(), Actor::default(), Timestamp::UNIX_EPOCH);
    let words = marks.either().for_supervisor().clone();
    let audience = marks.either().audience();
    let feedback = Feedback {
        id: FeedbackId(id()),
        person,
        on: DAY,
        kind: FeedbackKind::Praise,
        words: Audienced::new(audience, Sbi::plain(words.clone())),
        tags: vec![],
        session: None,
        by: by.clone(),
        written,
        went: None,
    };
    let action = Action {
        id: ActionId(id()),
        person,
        owner: Owner::Employee,
        text: marks.either(),
        due: Some(DAY),
        measure: words.clone(),
        tags: vec![],
        state: match marks.ended {
            true => ActionState::NotDone { on: DAY, reason: marks.secret() },
            false => ActionState::Open,
        },
        carried: 0,
        session: None,
        on: DAY,
        by: by.clone(),
        written,
    };
    let agenda = AgendaLine {
        id: AgendaId(id()),
        person,
        text: marks.either(),
        tags: vec![],
        state: match marks.ended {
            true => AgendaState::Dropped { on: DAY, reason: marks.secret() },
            false => AgendaState::Open,
        },
        carried: 0,
        on: DAY,
        by: by.clone(),
        written,
    };
    let skip = Skip { id: SkipId(id()), person, on: DAY, reason: marks.secret(), by, written };
    vec![feedback.into(), action.into(), agenda.into(), session(marks).into(), skip.into()]
}

fn session(marks: &Marks<'_>) -> Session {
    let (by, written) = (Actor::default(), Timestamp::UNIX_EPOCH);
    let audience = marks.either().audience();
    let words = marks.either().for_supervisor().clone();
    let grow = Grow { goal: words.clone(), reality: words.clone(), options: words.clone(), will: words };
    Session {
        id: SessionId(id()),
        person: person_id(),
        kind: SessionKind::Coaching,
        on: DAY,
        state: match marks.ended {
            true => SessionState::Closed { at: written, sheet: Some(marks.open()), receipt: Some("ABCDE-FGHIJ".into()) },
            false => SessionState::Missed { on: DAY, reason: marks.secret() },
        },
        purpose: String::new(),
        grow: Some(Audienced::new(audience, grow)),
        response: Some(Response { words: marks.open(), mood: None, statements: [None; 9] }),
        next: None,
        addenda: vec![Addendum { at: written, by: by.clone(), text: marks.either() }],
        acknowledgement: Some(Acknowledgement::Objects { on: DAY, reason: marks.open.to_owned() }),
        planned: None,
        left_out: vec![LeftOut { record: RecordId::Feedback(FeedbackId(id())), reason: Private::new(marks.secret()) }],
        by,
        written,
    }
}

fn of_goals(marks: &Marks<'_>) -> Vec<Record> {
    let (person, by, written) = (person_id(), Actor::default(), Timestamp::UNIX_EPOCH);
    let word = StatusWord { status: GoalStatus::OffTrack, on: DAY, reason: marks.open.to_owned(), by: by.clone() };
    let result = WorkResult {
        id: ResultId(id()),
        person,
        period: Period::year(2026),
        title: marks.open.to_owned(),
        class: ResultClass::Main,
        scope: ResultScope::Individual,
        supports: None,
        approach: Approach::Quantitative,
        expectation: marks.open.to_owned(),
        weight: None,
        due: None,
        tag: "arsip".into(),
        indicators: vec![Indicator {
            id: IndicatorId(id()),
            title: marks.open.to_owned(),
            aspect: None,
            perspective: None,
            measure: Measure::Higher { baseline: None, target: Number::from(100) },
            accrual: Accrual::Total,
            unit: "boks".into(),
            weight: None,
            due: None,
            target_open: false,
            revisions: vec![],
        }],
        words: vec![word],
        split_on: None,
        continues: None,
        by: by.clone(),
        written,
    };
    let check_in = CheckIn {
        id: CheckInId(id()),
        person,
        result: ResultId(id()),
        indicator: IndicatorId(id()),
        on: DAY,
        value: Some(Number::from(40)),
        note: marks.open(),
        evidence: marks.open(),
        session: None,
        by,
        written,
    };
    vec![result.into(), check_in.into()]
}

fn of_ratings(marks: &Marks<'_>) -> Vec<Record> {
    let (person, by, written) = (person_id(), Actor::default(), Timestamp::UNIX_EPOCH);
    let rating = Rating {
        id: RatingId(id()),
        person,
        competency: CompetencyId::new("integrity").unwrap(),
        value: RatingValue::Level(Level::new(3).unwrap()),
        rater: Rater::Supervisor,
        on: DAY,
        reason: marks.either(),
        evidence: vec![],
        facet: Some(Facet::Skill),
        framework: String::new(),
        session: None,
        by: by.clone(),
        written,
    };
    let behaviour = BehaviourRating {
        id: BehaviourId(id()),
        person,
        value: BehaviourValue::ALL[0],
        period: EvaluationPeriod::Year(2026),
        rating: ExpectationRating::Meets,
        note: marks.either(),
        on: DAY,
        by: by.clone(),
        written,
    };
    let expectation = LeaderExpectation {
        id: ExpectationId(id()),
        person,
        value: BehaviourValue::ALL[0],
        period: EvaluationPeriod::Year(2026),
        text: marks.open(),
        on: DAY,
        by,
        written,
    };
    vec![rating.into(), behaviour.into(), expectation.into()]
}

fn kind_of_learning() -> crate::domain::development::KindId {
    crate::domain::development::KindId::new("course").unwrap()
}

fn of_development(marks: &Marks<'_>) -> Vec<Record> {
    let (person, by, written) = (person_id(), Actor::default(), Timestamp::UNIX_EPOCH);
    let subject = || Subject { competency: None, words: marks.open.to_owned() };
    let answer = Answer {
        seen: Seen::Partly,
        example: marks.either(),
        hindrances: vec![],
        follow_up: None,
        on: DAY,
        session: None,
        by: by.clone(),
    };
    let item = PlanItem {
        id: ItemId(id()),
        person,
        subject: subject(),
        title: marks.open.to_owned(),
        expect: marks.either(),
        kind: kind_of_learning(),
        course: None,
        when: None,
        jp: None,
        cost: None,
        fund: String::new(),
        organiser: String::new(),
        helper: None,
        owner: Owner::Employee,
        programme: String::new(),
        before: None,
        evidence: String::new(),
        state: match marks.ended {
            true => ItemState::Dropped { on: DAY, reason: marks.secret() },
            false => ItemState::Planned,
        },
        checks: vec![Check { due: DAY, months: None, answer: Some(answer) }],
        session: None,
        on: DAY,
        by: by.clone(),
        written,
    };
    let learning = Learning {
        id: LearningId(id()),
        person,
        title: marks.open.to_owned(),
        kind: kind_of_learning(),
        subject: None,
        organiser: String::new(),
        certificate: String::new(),
        from: DAY,
        until: DAY,
        issued: None,
        lapses: None,
        jp: 10,
        method: None,
        link: String::new(),
        learned_from: String::new(),
        verification: Verification::Approved,
        verified_by: String::new(),
        source: Source::Own,
        item: None,
        opinions: vec![Opinion { from: OpinionOf::Participant, fits: Fits::Yes, words: marks.open(), on: DAY }],
        by: by.clone(),
        written,
    };
    let wish = Wish {
        id: WishId(id()),
        person,
        subject: subject(),
        reason: marks.open(),
        state: match marks.ended {
            true => WishState::Dropped { on: DAY, reason: marks.secret() },
            false => WishState::Open,
        },
        session: None,
        on: DAY,
        by: by.clone(),
        written,
    };
    let need = NeedWord {
        id: NeedId(id()),
        person,
        subject: subject(),
        urgency: None,
        aside: Some(marks.secret()),
        on: DAY,
        by: by.clone(),
        written,
    };
    let note = CareerNote {
        id: CareerId(id()),
        person,
        what: CareerWord::Aspiration { horizon: Horizon::Short, position: String::new() },
        text: marks.either(),
        outcome: Some(CareerOutcome { text: marks.either(), on: DAY }),
        on: DAY,
        by,
        written,
    };
    vec![item.into(), learning.into(), wish.into(), need.into(), pair(marks).into(), note.into(), support(marks).into()]
}

fn pair(marks: &Marks<'_>) -> MentoringPair {
    let talk = MentorTalk {
        on: DAY,
        held: true,
        minutes: None,
        topics: vec![],
        done: Some(marks.open()),
        next: Some(marks.open()),
    };
    MentoringPair {
        id: PairId(id()),
        person: person_id(),
        mentor: Mentor::Named("Ratna".into()),
        kind: PairKind::ALL[0],
        topics: vec![PairTopic { text: marks.open.to_owned(), state: TopicState::Running, since: None }],
        agreement: marks.open(),
        agreed: Some(DAY),
        from: DAY,
        until: None,
        talks: vec![talk],
        earlier_talks: 0,
        state: match marks.ended {
            true => PairState::EndedEarly { on: DAY, reason: marks.secret() },
            false => PairState::Running,
        },
        settled: None,
        by: Actor::default(),
        written: Timestamp::UNIX_EPOCH,
    }
}

/// Nobody but the supervisor has seen it before the employee was told.
fn support(marks: &Marks<'_>) -> SupportPlan {
    SupportPlan {
        id: SupportId(id()),
        person: person_id(),
        from: DAY,
        until: DAY,
        reason: marks.open(),
        targets: vec![Target { text: marks.open(), met: None }],
        help: vec![Help { text: marks.open(), by: Owner::Supervisor, due: None, given: None }],
        talk_weeks: 1,
        talks: vec![SupportTalk { on: DAY, words: marks.open() }],
        told: Some(DAY),
        extended_from: None,
        end: marks.ended.then(|| End::HandedOn { on: DAY, reason: marks.secret() }),
        by: Actor::default(),
        written: Timestamp::UNIX_EPOCH,
    }
}

fn of_evaluations(marks: &Marks<'_>) -> Vec<Record> {
    let (person, by, written) = (person_id(), Actor::default(), Timestamp::UNIX_EPOCH);
    let handed = HandOver {
        on: DAY,
        sheet: marks.open(),
        receipt: "ABCDE-FGHIJ".into(),
        predicate: None,
        answer: Some(Acknowledgement::Read { on: DAY }),
    };
    let evaluation = Evaluation {
        id: EvaluationId(id()),
        person,
        period: EvaluationPeriod::Year(2026),
        span: Period::year(2026),
        assessor: Assessor::default(),
        position: None,
        acting_post: false,
        judgement: match marks.ended {
            true => Judgement::NotAssessed { why: NotAssessed::Other, note: marks.secret() },
            false => Judgement::Rated { results: ExpectationRating::Meets, behaviour: ExpectationRating::Meets },
        },
        reason: marks.either(),
        evidence: vec![],
        notes: marks.open(),
        on: DAY,
        origin: Origin::Typed,
        credit_months: None,
        supersedes: Some(Superseded { id: EvaluationId(Uuid::from_u128(7)), reason: marks.secret() }),
        handed_over: Some(handed),
        withdrawn: marks.ended.then(|| crate::domain::evaluation::record::Withdrawal {
            on: DAY,
            reason: marks.secret(),
            by: by.clone(),
        }),
        by: by.clone(),
        written,
    };
    let filed = ObjectionStep::Filed {
        on: DAY,
        grounds: vec![Ground { reason: marks.open(), evidence: marks.open() }],
        asks: marks.open(),
    };
    let decided = ObjectionStep::Decided {
        on: DAY,
        by: "Kepala Dinas".into(),
        decision: Decision::Amended { words: marks.open() },
        reason: marks.open(),
    };
    let objection = Objection {
        id: ObjectionId(id()),
        person,
        about: ObjectionAbout::Session(SessionId(id())),
        on: DAY,
        received: DAY,
        steps: if marks.ended { vec![filed, decided] } else { vec![filed] },
        by: by.clone(),
        written,
    };
    let skp = Skp {
        id: SkpId(id()),
        person,
        number: marks.open.to_owned(),
        position: String::new(),
        unit: String::new(),
        status: String::new(),
        model: String::new(),
        span: Period::year(2026),
        acting_post: false,
        by: by.clone(),
        written,
    };
    // Of a record that is not here: what is withdrawn counts for nothing.
    let withdrawal = Withdrawal {
        id: WithdrawalId(id()),
        person,
        record: RecordId::Feedback(FeedbackId(Uuid::from_u128(9))),
        on: DAY,
        reason: Private::new(marks.secret()),
        by,
        written,
    };
    vec![evaluation.into(), objection.into(), skp.into(), withdrawal.into()]
}

#[test]
fn one_of_every_kind_of_the_table_is_here() {
    let marks = Marks { secret: "rahasia", open: "terbuka", shared: false, ended: false };
    let here: std::collections::BTreeSet<&str> = of_each_kind(&marks).iter().map(kind).collect();
    assert_eq!(here, KINDS.iter().map(|(kind, _)| *kind).collect());
    let kept = dossier(&marks).records().map(|record| kind(&record)).collect::<std::collections::BTreeSet<_>>();
    let in_dossiers = KINDS.iter().filter(|(_, kept)| *kept).map(|(kind, _)| *kind);
    assert_eq!(kept, in_dossiers.collect(), "whoever looks at a dossier sees each of them");
}
