//! What somebody asks to be kept about development, judged and made a record. Pure: who asks, when, and what is known
//! already is told. Intents wrap these; nothing is kept here.

use super::career::{CareerNote, CareerOutcome, CareerWord};
use super::effect;
use super::item::{Answer, FollowUp, Helper, Hindrance, ItemState, PlanItem, Seen};
use super::learning::{self, Learning, Method, Opinion, Source, Verification, Wrong};
use super::mentoring::{Mentor, MentorTalk, MentoringPair, PairKind, PairState, PairTopic, TopicState};
use super::month::When;
use super::need::{NeedWord, Urgency, Wish, WishState, open_wish};
use super::rules::{DevelopmentRules, KindId};
use super::subject::Subject;
use super::support::{End, Help, SupportPlan, SupportTalk, Target};
use crate::domain::competency::Rating;
use crate::domain::language::clean;
use crate::domain::{
    Actor, Audienced, CareerId, CourseId, ItemId, LearningId, NeedId, Number, Owner, PairId, PersonId, RecordId, Refusal,
    SessionId, Shared, SupportId, WishId,
};
use jiff::{Timestamp, civil::Date};

/// Who asks, and when.
#[derive(Clone, Copy)]
pub struct Stamp<'a> {
    pub today: Date,
    pub now: Timestamp,
    pub actor: &'a Actor,
}

/// An item of a plan as it is asked for. The expected behaviour is what will be checked: without it there is no item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewItem {
    pub subject: Subject,
    pub title: String,
    pub expect: Audienced<String>,
    pub kind: KindId,
    pub course: Option<CourseId>,
    pub when: Option<When>,
    pub jp: Option<u32>,
    pub cost: Option<Number>,
    pub fund: String,
    pub organiser: String,
    pub helper: Option<Helper>,
    pub owner: Owner,
    pub programme: String,
    pub session: Option<SessionId>,
}

impl NewItem {
    /// With nothing but what is asked of everybody.
    pub fn plain(subject: Subject, kind: KindId, expect: Audienced<String>) -> Self {
        NewItem {
            subject,
            title: String::new(),
            expect,
            kind,
            course: None,
            when: None,
            jp: None,
            cost: None,
            fund: String::new(),
            organiser: String::new(),
            helper: None,
            owner: Owner::Employee,
            programme: String::new(),
            session: None,
        }
    }

    /// The item, with the level that holds today.
    pub fn judge(
        self,
        id: ItemId,
        person: PersonId,
        ratings: &[Rating],
        rules: &DevelopmentRules,
        stamp: Stamp<'_>,
    ) -> Result<PlanItem, Refusal> {
        let NewItem { subject, expect, kind, course, when, jp, cost, helper, owner, session, .. } = self;
        if subject.is_empty() {
            return Err(Refusal::SubjectMissing);
        }
        let said = clean::clean_line(expect.for_supervisor());
        if said.is_empty() {
            return Err(Refusal::ExpectationMissing);
        }
        if rules.kind(&kind).is_none() {
            return Err(Refusal::KindUnknown(kind.to_string()));
        }
        if jp.is_some_and(|jp| jp > rules.jp.most) {
            return Err(Refusal::JpOutside(rules.jp.most));
        }
        if cost.is_some_and(Number::is_negative) {
            return Err(Refusal::MoneyNegative);
        }
        let before = subject.competency.as_ref().and_then(|id| effect::before(ratings, id, stamp.today));
        Ok(PlanItem {
            id,
            person,
            title: clean::clean_line(&self.title),
            expect: Audienced::new(expect.audience(), said),
            kind,
            course,
            when,
            jp,
            cost,
            fund: clean::clean_line(&self.fund),
            organiser: clean::clean_line(&self.organiser),
            helper: helper.map(named),
            owner,
            programme: clean::clean_line(&self.programme),
            before,
            state: ItemState::Planned,
            checks: vec![],
            evidence: String::new(),
            session,
            on: stamp.today,
            by: stamp.actor.clone(),
            written: stamp.now,
            subject,
        })
    }
}

fn named(helper: Helper) -> Helper {
    match helper {
        Helper::Named(name) => Helper::Named(clean::clean_line(&name)),
        person => person,
    }
}

/// What becomes of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemStep {
    Begin {
        since: Date,
    },
    Finish {
        on: Date,
    },
    Drop {
        reason: String,
    },
    /// What was said of its effect.
    Answer(NewAnswer),
}

/// Whether the expected behaviour is seen, as it is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAnswer {
    pub seen: Seen,
    pub example: Audienced<String>,
    pub hindrances: Vec<Hindrance>,
    pub follow_up: Option<FollowUp>,
    pub session: Option<SessionId>,
}

/// The item after a step.
pub fn step(item: &PlanItem, step: ItemStep, rules: &DevelopmentRules, stamp: Stamp<'_>) -> Result<PlanItem, Refusal> {
    let not_ahead = |day: Date| if day > stamp.today { Err(Refusal::DateInFuture) } else { Ok(day) };
    let mut next = item.clone();
    match step {
        ItemStep::Answer(answer) => {
            if item.ended().is_none() {
                return Err(Refusal::NotFinished);
            }
            let NewAnswer { seen, example, mut hindrances, follow_up, session } = answer;
            hindrances.sort_unstable();
            hindrances.dedup();
            let example = Audienced::new(example.audience(), clean::clean_text(example.for_supervisor()));
            let (on, by) = (stamp.today, stamp.actor.clone());
            return Ok(next.answered(Answer { seen, example, hindrances, follow_up, on, session, by }, rules));
        }
        _ if !item.is_open() => return Err(Refusal::AlreadySettled),
        ItemStep::Begin { since } => next.state = ItemState::Running { since: not_ahead(since)? },
        ItemStep::Finish { on } => return Ok(next.finished(not_ahead(on)?, rules)),
        ItemStep::Drop { reason } => {
            let reason = clean::clean_line(&reason);
            if reason.is_empty() {
                return Err(Refusal::ReasonMissing);
            }
            next.state = ItemState::Dropped { on: stamp.today, reason };
        }
    }
    if next.state == item.state { Err(Refusal::NothingChanged) } else { Ok(next) }
}

/// Something that was learnt, as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLearning {
    pub title: String,
    pub kind: KindId,
    pub subject: Option<Subject>,
    pub organiser: String,
    pub certificate: String,
    pub from: Date,
    pub until: Date,
    pub issued: Option<Date>,
    pub lapses: Option<Date>,
    pub jp: u32,
    pub method: Option<Method>,
    pub link: String,
    pub learned_from: String,
    pub verification: Verification,
    pub verified_by: String,
    pub source: Source,
    pub item: Option<ItemId>,
}

impl NewLearning {
    pub fn judge(
        self,
        id: LearningId,
        person: PersonId,
        records: &[Learning],
        rules: &DevelopmentRules,
        stamp: Stamp<'_>,
    ) -> Result<Learning, Refusal> {
        let title = clean::clean_line(&self.title);
        if title.is_empty() {
            return Err(Refusal::EmptyText);
        }
        if self.until > stamp.today {
            return Err(Refusal::DateInFuture);
        }
        let line = |text: &str| clean::clean_line(text);
        let learning = Learning {
            id,
            person,
            title,
            organiser: line(&self.organiser),
            certificate: line(&self.certificate),
            link: line(&self.link),
            learned_from: line(&self.learned_from),
            verified_by: line(&self.verified_by),
            kind: self.kind,
            subject: self.subject,
            from: self.from,
            until: self.until,
            issued: self.issued,
            lapses: self.lapses,
            jp: self.jp,
            method: self.method,
            verification: self.verification,
            source: self.source,
            item: self.item,
            opinions: vec![],
            by: stamp.actor.clone(),
            written: stamp.now,
        };
        match learning::check(records, &learning, rules) {
            Ok(()) => Ok(learning),
            Err(Wrong::EndsBeforeItBegins) => Err(Refusal::PeriodBackwards),
            Err(Wrong::TooManyJp) => Err(Refusal::JpOutside(rules.jp.most)),
            Err(Wrong::CertificateTaken(_)) => Err(Refusal::CertificateTaken(learning.certificate)),
        }
    }
}

/// Somebody looked at the certificate.
pub fn verified(record: &Learning, verification: Verification, by: &str) -> Result<Learning, Refusal> {
    let next = Learning { verification, verified_by: clean::clean_line(by), ..record.clone() };
    if next == *record { Err(Refusal::NothingChanged) } else { Ok(next) }
}

/// What somebody says of the course.
pub fn opined(record: &Learning, opinion: Opinion) -> Learning {
    let words = Shared::new(clean::clean_text(opinion.words.get()));
    let mut next = record.clone();
    next.opinions.push(Opinion { words, ..opinion });
    next
}

/// A wish, in the employee's words.
pub fn wish(
    id: WishId,
    person: PersonId,
    subject: Subject,
    reason: Shared<String>,
    wishes: &[Wish],
    session: Option<SessionId>,
    stamp: Stamp<'_>,
) -> Result<Wish, Refusal> {
    if subject.is_empty() {
        return Err(Refusal::SubjectMissing);
    }
    if open_wish(wishes, &subject).is_some() {
        return Err(Refusal::WishedAlready(subject.words));
    }
    let reason = Shared::new(clean::clean_text(reason.get()));
    let (on, by, written) = (stamp.today, stamp.actor.clone(), stamp.now);
    Ok(Wish { id, person, subject, reason, state: WishState::Open, session, on, by, written })
}

pub fn wish_dropped(wish: &Wish, reason: &str, on: Date) -> Result<Wish, Refusal> {
    if wish.state != WishState::Open {
        return Err(Refusal::AlreadySettled);
    }
    let reason = clean::clean_line(reason);
    if reason.is_empty() {
        return Err(Refusal::ReasonMissing);
    }
    Ok(Wish { state: WishState::Dropped { on, reason }, ..wish.clone() })
}

/// The supervisor's word on a need; one on the same subject replaces it.
pub fn need_word(
    id: NeedId,
    person: PersonId,
    subject: Subject,
    urgency: Option<Urgency>,
    aside: Option<String>,
    stamp: Stamp<'_>,
) -> Result<NeedWord, Refusal> {
    if subject.is_empty() {
        return Err(Refusal::SubjectMissing);
    }
    let aside = aside.map(|reason| clean::clean_line(&reason));
    if aside.as_ref().is_some_and(String::is_empty) {
        return Err(Refusal::ReasonMissing);
    }
    let (on, by, written) = (stamp.today, stamp.actor.clone(), stamp.now);
    Ok(NeedWord { id, person, subject, urgency, aside, on, by, written })
}

/// A pair as it is agreed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPair {
    pub mentor: Mentor,
    pub kind: PairKind,
    pub topics: Vec<String>,
    pub agreement: Shared<String>,
    pub from: Date,
    pub until: Option<Date>,
}

impl NewPair {
    pub fn judge(
        self,
        id: PairId,
        person: PersonId,
        pairs: &[MentoringPair],
        stamp: Stamp<'_>,
    ) -> Result<MentoringPair, Refusal> {
        if self.mentor == Mentor::Person(person) {
            return Err(Refusal::PairWithSelf);
        }
        let mentor = match self.mentor {
            Mentor::Named(name) => Mentor::Named(clean::clean_line(&name)),
            person => person,
        };
        if mentor == Mentor::Named(String::new()) {
            return Err(Refusal::EmptyName);
        }
        if self.until.is_some_and(|until| until < self.from) {
            return Err(Refusal::PeriodBackwards);
        }
        let topics: Vec<String> =
            self.topics.iter().map(|topic| clean::clean_line(topic)).filter(|t| !t.is_empty()).collect();
        if topics.is_empty() {
            return Err(Refusal::SubjectMissing);
        }
        let running = |pair: &&MentoringPair| pair.is_running() && pair.mentor == mentor;
        if pairs.iter().any(|pair| running(&pair)) {
            return Err(Refusal::PairThere);
        }
        let topic = |text| PairTopic { text, state: TopicState::NotYet, since: None };
        Ok(MentoringPair {
            id,
            person,
            mentor,
            kind: self.kind,
            topics: topics.into_iter().map(topic).collect(),
            agreement: Shared::new(clean::clean_text(self.agreement.get())),
            agreed: Some(stamp.today),
            from: self.from,
            until: self.until,
            talks: vec![],
            earlier_talks: 0,
            state: PairState::Running,
            settled: None,
            by: stamp.actor.clone(),
            written: stamp.now,
        })
    }
}

/// What happens in a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PairStep {
    /// A talk that was held or is planned; one of the same day is replaced.
    Talk(MentorTalk),
    Topic {
        at: usize,
        state: TopicState,
    },
    AddTopic {
        text: String,
    },
    Settled {
        on: Date,
    },
    Finish {
        on: Date,
    },
    EndEarly {
        on: Date,
        reason: String,
    },
}

/// The pair after a step. Talks stay whatever the end.
pub fn pair_step(pair: &MentoringPair, step: PairStep, stamp: Stamp<'_>) -> Result<MentoringPair, Refusal> {
    if !pair.is_running() {
        return Err(Refusal::AlreadySettled);
    }
    let not_ahead = |day: Date| if day > stamp.today { Err(Refusal::DateInFuture) } else { Ok(day) };
    let mut next = pair.clone();
    match step {
        PairStep::Talk(talk) => {
            if talk.held {
                not_ahead(talk.on)?;
            }
            if talk.topics.iter().any(|at| usize::from(*at) >= pair.topics.len()) {
                return Err(Refusal::NoSuchRecord);
            }
            let given = |words: Option<Shared<String>>| {
                words.map(|words| Shared::new(clean::clean_text(words.get()))).filter(|words| !words.get().is_empty())
            };
            next.talks.retain(|other| other.on != talk.on);
            next.talks.push(MentorTalk { done: given(talk.done), next: given(talk.next), ..talk });
            next.talks.sort_by_key(|talk| talk.on);
        }
        PairStep::Topic { at, state } => {
            let topic = next.topics.get_mut(at).ok_or(Refusal::NoSuchRecord)?;
            if topic.state != state {
                (topic.state, topic.since) = (state, Some(stamp.today));
            }
        }
        PairStep::AddTopic { text } => {
            let text = clean::clean_line(&text);
            if text.is_empty() {
                return Err(Refusal::SubjectMissing);
            }
            next.topics.push(PairTopic { text, state: TopicState::NotYet, since: None });
        }
        PairStep::Settled { on } => next.settled = Some(not_ahead(on)?),
        PairStep::Finish { on } => next.state = PairState::Finished { on: not_ahead(on)? },
        PairStep::EndEarly { on, reason } => {
            let reason = clean::clean_line(&reason);
            if reason.is_empty() {
                return Err(Refusal::ReasonMissing);
            }
            next.state = PairState::EndedEarly { on: not_ahead(on)?, reason };
        }
    }
    if next == *pair { Err(Refusal::NothingChanged) } else { Ok(next) }
}

/// A word about somebody's career. A proposal needs words, since it is to be followed.
pub fn career_note(
    id: CareerId,
    person: PersonId,
    what: CareerWord,
    text: Audienced<String>,
    stamp: Stamp<'_>,
) -> Result<CareerNote, Refusal> {
    let text = Audienced::new(text.audience(), clean::clean_text(text.for_supervisor()));
    let position = match &what {
        CareerWord::Aspiration { position, .. } | CareerWord::Promotion { position } => Some(position),
        CareerWord::Vacancy { position, .. } if position.trim().is_empty() => return Err(Refusal::PositionMissing),
        _ => None,
    };
    let says = !text.for_supervisor().is_empty() || position.is_some_and(|position| !position.trim().is_empty());
    if !says && (what.is_proposal() || matches!(what, CareerWord::Aspiration { .. })) {
        return Err(Refusal::EmptyText);
    }
    let (on, by, written) = (stamp.today, stamp.actor.clone(), stamp.now);
    Ok(CareerNote { id, person, what, text, outcome: None, on, by, written })
}

/// What became of a proposal.
pub fn career_outcome(note: &CareerNote, text: Audienced<String>, on: Date) -> Result<CareerNote, Refusal> {
    if !note.what.is_proposal() {
        return Err(Refusal::NoSuchRecord);
    }
    let text = Audienced::new(text.audience(), clean::clean_text(text.for_supervisor()));
    if text.for_supervisor().is_empty() {
        return Err(Refusal::EmptyText);
    }
    Ok(CareerNote { outcome: Some(CareerOutcome { text, on }), ..note.clone() })
}

/// A support plan as the supervisor begins it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSupport {
    pub from: Date,
    pub until: Date,
    pub reason: Shared<String>,
    pub targets: Vec<Shared<String>>,
    pub help: Vec<(Shared<String>, Owner)>,
    pub talk_weeks: u8,
}

impl NewSupport {
    pub fn judge(
        self,
        id: SupportId,
        person: PersonId,
        plans: &[SupportPlan],
        stamp: Stamp<'_>,
    ) -> Result<SupportPlan, Refusal> {
        let text = |words: &Shared<String>| Shared::new(clean::clean_text(words.get()));
        if self.until < self.from {
            return Err(Refusal::PeriodBackwards);
        }
        let reason = text(&self.reason);
        if reason.get().is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        if plans.iter().any(SupportPlan::is_running) {
            return Err(Refusal::SupportRunning);
        }
        let targets = self.targets.iter().map(text).filter(|text| !text.get().is_empty());
        let targets: Vec<Target> = targets.map(|text| Target { text, met: None }).collect();
        if targets.is_empty() {
            return Err(Refusal::EmptyText);
        }
        let help = self.help.iter().map(|(words, by)| Help { text: text(words), by: *by, due: None, given: None });
        Ok(SupportPlan {
            id,
            person,
            from: self.from,
            until: self.until,
            reason,
            targets,
            help: help.filter(|help| !help.text.get().is_empty()).collect(),
            talk_weeks: self.talk_weeks.max(1),
            talks: vec![],
            told: None,
            extended_from: None,
            end: None,
            by: stamp.actor.clone(),
            written: stamp.now,
        })
    }
}

/// What happens in a support plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SupportStep {
    /// The employee was told of it.
    Tell {
        on: Date,
    },
    Talk {
        on: Date,
        words: Shared<String>,
    },
    TargetMet {
        at: usize,
        on: Date,
    },
    HelpGiven {
        at: usize,
        on: Date,
    },
    Extend {
        until: Date,
    },
    End(End),
}

pub fn support_step(plan: &SupportPlan, step: SupportStep, stamp: Stamp<'_>) -> Result<SupportPlan, Refusal> {
    if !plan.is_running() {
        return Err(Refusal::AlreadySettled);
    }
    let not_ahead = |day: Date| if day > stamp.today { Err(Refusal::DateInFuture) } else { Ok(day) };
    let mut next = plan.clone();
    match step {
        SupportStep::Tell { on } => next.told = Some(not_ahead(on)?),
        SupportStep::Talk { on, words } => {
            let words = Shared::new(clean::clean_text(words.get()));
            next.talks.push(SupportTalk { on: not_ahead(on)?, words });
            next.talks.sort_by_key(|talk| talk.on);
        }
        SupportStep::TargetMet { at, on } => {
            next.targets.get_mut(at).ok_or(Refusal::NoSuchRecord)?.met = Some(not_ahead(on)?);
        }
        SupportStep::HelpGiven { at, on } => {
            next.help.get_mut(at).ok_or(Refusal::NoSuchRecord)?.given = Some(not_ahead(on)?);
        }
        SupportStep::Extend { until } => {
            if !plan.may_be_extended() {
                return Err(Refusal::ExtendedAlready);
            }
            if until <= plan.until {
                return Err(Refusal::PeriodBackwards);
            }
            (next.extended_from, next.until) = (Some(plan.until), until);
        }
        SupportStep::End(End::Met { on }) => next.end = Some(End::Met { on: not_ahead(on)? }),
        SupportStep::End(End::HandedOn { on, reason }) => {
            // The employee sees it before anybody else does.
            if !plan.may_go_up() {
                return Err(Refusal::NotTold);
            }
            let reason = clean::clean_line(&reason);
            if reason.is_empty() {
                return Err(Refusal::ReasonMissing);
            }
            next.end = Some(End::HandedOn { on: not_ahead(on)?, reason });
        }
    }
    if next == *plan { Err(Refusal::NothingChanged) } else { Ok(next) }
}

/// Everything that can be asked about one person's development.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    Plan(NewItem),
    /// The same item with other terms, as long as it is open; what was known when it was planned stays.
    Correct {
        id: ItemId,
        terms: NewItem,
    },
    Step {
        id: ItemId,
        step: ItemStep,
    },
    Learn(NewLearning),
    Verify {
        id: LearningId,
        verification: Verification,
        by: String,
    },
    Opine {
        id: LearningId,
        opinion: Opinion,
    },
    Wish {
        subject: Subject,
        reason: Shared<String>,
        session: Option<SessionId>,
    },
    DropWish {
        id: WishId,
        reason: String,
    },
    Weigh {
        subject: Subject,
        urgency: Option<Urgency>,
        aside: Option<String>,
    },
    Pair(NewPair),
    PairStep {
        id: PairId,
        step: PairStep,
    },
    Career {
        what: CareerWord,
        text: Audienced<String>,
    },
    CareerOutcome {
        id: CareerId,
        text: Audienced<String>,
    },
    Support(NewSupport),
    SupportStep {
        id: SupportId,
        step: SupportStep,
    },
    /// Something that was never true; everything else ends with a reason.
    Remove(RecordId),
}
