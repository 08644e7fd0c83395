//! One item of a person's development plan: what will be seen afterwards, how it is learnt, what became of it. Its
//! checks make themselves when it ends; whether anything changed only the supervisor says.

use super::effect::RaterName;
use super::month::{When, months_after};
use super::rules::{DevelopmentRules, KindId};
use super::subject::Subject;
use crate::domain::{Actor, Audience, Audienced, CourseId, ItemId, Level, Number, Owner, PersonId, RatingId, SessionId};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanItem {
    pub id: ItemId,
    pub person: PersonId,
    pub subject: Subject,
    /// The course or the theme as the plan names it; may be empty.
    pub title: String,
    /// The behaviour that will be seen afterwards, in one sentence: what is checked. Empty only where a list brought none.
    pub expect: Audienced<String>,
    pub kind: KindId,
    pub course: Option<CourseId>,
    pub when: Option<When>,
    pub jp: Option<u32>,
    /// For this person.
    pub cost: Option<Number>,
    pub fund: String,
    pub organiser: String,
    pub helper: Option<Helper>,
    /// Who has to see to it that it happens.
    pub owner: Owner,
    /// The programme that it belongs to, where several are judged together.
    pub programme: String,
    /// The level on the day of planning.
    pub before: Option<Before>,
    pub state: ItemState,
    pub checks: Vec<Check>,
    /// What shows that it was done, as a list names it: the number of a certificate, a document; may be empty.
    #[serde(default)]
    pub evidence: String,
    /// The talk in which it was agreed.
    pub session: Option<SessionId>,
    /// The day of planning.
    pub on: Date,
    pub by: Actor,
    pub written: Timestamp,
}

/// Who helps: a mentor, a coach, a colleague.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Helper {
    Person(PersonId),
    Named(String),
}

/// The level that held when the item was planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    pub rating: RatingId,
    pub level: Level,
    pub on: Date,
    pub rater: RaterName,
    pub framework: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemState {
    Planned,
    Running { since: Date },
    Done { on: Date },
    Dropped { on: Date, reason: String },
}

impl ItemState {
    pub fn id(&self) -> &'static str {
        match self {
            ItemState::Planned => "planned",
            ItemState::Running { .. } => "running",
            ItemState::Done { .. } => "done",
            ItemState::Dropped { .. } => "dropped",
        }
    }
    pub fn is_open(&self) -> bool {
        matches!(self, ItemState::Planned | ItemState::Running { .. })
    }
}

/// A dated question whether the expected behaviour is seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    pub due: Date,
    /// So many months after the end; `None` for one that was asked for in between.
    pub months: Option<u8>,
    pub answer: Option<Answer>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub seen: Seen,
    /// May be empty.
    pub example: Audienced<String>,
    pub hindrances: Vec<Hindrance>,
    pub follow_up: Option<FollowUp>,
    pub on: Date,
    pub session: Option<SessionId>,
    pub by: Actor,
}

/// Whether the expected behaviour is seen. No chance to see it is not the same as not yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seen {
    Yes,
    Partly,
    NotYet,
    NoChance,
}

impl Seen {
    pub const ALL: [Seen; 4] = [Seen::Yes, Seen::Partly, Seen::NotYet, Seen::NoChance];
    pub fn id(self) -> &'static str {
        match self {
            Seen::Yes => "yes",
            Seen::Partly => "partly",
            Seen::NotYet => "not_yet",
            Seen::NoChance => "no_chance",
        }
    }
}

/// Seven reasons why what was learnt does not show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hindrance {
    Knowledge,
    Plan,
    Priorities,
    Means,
    Value,
    Relevance,
    Policy,
}

impl Hindrance {
    pub const ALL: [Hindrance; 7] = [
        Hindrance::Knowledge,
        Hindrance::Plan,
        Hindrance::Priorities,
        Hindrance::Means,
        Hindrance::Value,
        Hindrance::Relevance,
        Hindrance::Policy,
    ];
    pub fn id(self) -> &'static str {
        match self {
            Hindrance::Knowledge => "knowledge",
            Hindrance::Plan => "plan",
            Hindrance::Priorities => "priorities",
            Hindrance::Means => "means",
            Hindrance::Value => "value",
            Hindrance::Relevance => "relevance",
            Hindrance::Policy => "policy",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FollowUp {
    Enough,
    Accompanied,
    OtherWay,
    Repeat,
}

impl FollowUp {
    pub const ALL: [FollowUp; 4] = [FollowUp::Enough, FollowUp::Accompanied, FollowUp::OtherWay, FollowUp::Repeat];
    pub fn id(self) -> &'static str {
        match self {
            FollowUp::Enough => "enough",
            FollowUp::Accompanied => "accompanied",
            FollowUp::OtherWay => "other_way",
            FollowUp::Repeat => "repeat",
        }
    }
}

impl PlanItem {
    /// Whether the employee reads it. What was expected decides for the whole item.
    pub fn audience(&self) -> Audience {
        self.expect.audience()
    }
    pub fn is_open(&self) -> bool {
        self.state.is_open()
    }
    pub fn ended(&self) -> Option<Date> {
        if let ItemState::Done { on } = self.state { Some(on) } else { None }
    }
    /// Its name in a list: the title, else what it is about.
    pub fn name(&self) -> &str {
        if self.title.is_empty() { &self.subject.words } else { &self.title }
    }
    /// Late if its day has passed and it is still open.
    pub fn is_late(&self, today: Date) -> bool {
        self.is_open() && self.when.is_some_and(|when| when.last() < today)
    }
    /// Answers in the order in which they were given.
    pub fn answers(&self) -> Vec<&Answer> {
        let mut answers: Vec<&Answer> = self.checks.iter().filter_map(|check| check.answer.as_ref()).collect();
        answers.sort_by_key(|answer| answer.on);
        answers
    }
    pub fn last_answer(&self) -> Option<&Answer> {
        self.answers().pop()
    }
    /// The question that comes next, answered or not yet asked.
    pub fn next_check(&self) -> Option<&Check> {
        self.checks.iter().filter(|check| check.answer.is_none()).min_by_key(|check| check.due)
    }
    /// Asked today or earlier, and not answered.
    pub fn due_check(&self, today: Date) -> Option<&Check> {
        self.next_check().filter(|check| check.due <= today)
    }
    /// Nobody will ever ask whether it helped: nothing was written that could be looked for.
    pub fn is_unchecked(&self) -> bool {
        self.expect.for_supervisor().trim().is_empty()
    }

    /// The item as it is when it ended: with its checks, unless there is nothing to look for.
    pub fn finished(mut self, on: Date, rules: &DevelopmentRules) -> PlanItem {
        self.state = ItemState::Done { on };
        self.checks.retain(|check| check.answer.is_some());
        if !self.is_unchecked() {
            let made = rules.effect.months.iter().map(|months| Check {
                due: months_after(on, *months),
                months: Some(*months),
                answer: None,
            });
            self.checks.extend(made);
        }
        self
    }

    /// The item with an answer: to the question that is due, or in between. Where there was no chance to see it and
    /// nobody will ask again, the question comes back.
    pub fn answered(mut self, answer: Answer, rules: &DevelopmentRules) -> PlanItem {
        let (seen, on) = (answer.seen, answer.on);
        let due = self.checks.iter_mut().filter(|check| check.answer.is_none() && check.due <= on).min_by_key(|c| c.due);
        match due {
            Some(check) => check.answer = Some(answer),
            None => self.checks.push(Check { due: on, months: None, answer: Some(answer) }),
        }
        if seen == Seen::NoChance && self.next_check().is_none() {
            self.checks.push(Check { due: months_after(on, rules.effect.again_months), months: None, answer: None });
        }
        self
    }

    /// The day from which on it is only kept; none while it is open or will be asked about.
    pub fn finished_on(&self) -> Option<Date> {
        match self.state {
            _ if self.next_check().is_some() => None,
            ItemState::Done { on } => Some(self.last_answer().map_or(on, |answer| answer.on.max(on))),
            ItemState::Dropped { on, .. } => Some(on),
            ItemState::Planned | ItemState::Running { .. } => None,
        }
    }

    /// How often the answer was "not yet", the last times in a row; no chance to see it neither counts nor breaks it.
    pub fn not_yet_in_a_row(&self) -> usize {
        let seen = self.answers().into_iter().rev().map(|answer| answer.seen).filter(|seen| *seen != Seen::NoChance);
        seen.take_while(|seen| *seen == Seen::NotYet).count()
    }
}

/// What to say about a plan before it is kept, and about one that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Nothing was written that could be looked for.
    NoCheck {
        item: ItemId,
    },
    /// More JP than a PPPK may have in the year.
    OverLimit {
        year: i16,
        jp: u32,
        limit: u32,
    },
    TooManyOpen {
        open: usize,
        most: usize,
    },
    /// The same way again after so many "not yet".
    SameWayAgain {
        item: ItemId,
        times: usize,
    },
}

impl Warning {
    pub fn id(&self) -> &'static str {
        match self {
            Warning::NoCheck { .. } => "no_check",
            Warning::OverLimit { .. } => "over_limit",
            Warning::TooManyOpen { .. } => "too_many_open",
            Warning::SameWayAgain { .. } => "same_way_again",
        }
    }
}

/// What a plan gives reason to say, JP left aside.
pub fn warnings(items: &[PlanItem], rules: &DevelopmentRules) -> Vec<Warning> {
    let open: Vec<&PlanItem> = items.iter().filter(|item| item.is_open()).collect();
    let mut out: Vec<Warning> =
        open.iter().filter(|item| item.is_unchecked()).map(|item| Warning::NoCheck { item: item.id }).collect();
    let most = usize::from(rules.plan.open_most);
    if open.len() > most {
        out.push(Warning::TooManyOpen { open: open.len(), most });
    }
    for item in open {
        let times = not_yet_before(items, item);
        if times >= usize::from(rules.effect.change_after) {
            out.push(Warning::SameWayAgain { item: item.id, times });
        }
    }
    out
}

/// How often in a row the same way did not show on the same subject before.
pub fn not_yet_before(items: &[PlanItem], item: &PlanItem) -> usize {
    let same = |other: &&PlanItem| other.id != item.id && other.kind == item.kind && other.subject.is_same(&item.subject);
    let mut answers: Vec<&Answer> = items.iter().filter(same).flat_map(PlanItem::answers).collect();
    answers.sort_by_key(|answer| answer.on);
    let told = answers.into_iter().rev().map(|answer| answer.seen).filter(|seen| *seen != Seen::NoChance);
    told.take_while(|seen| *seen == Seen::NotYet).count()
}

/// Ended items whose answer asks for another way: "not yet" as often as the rules say.
pub fn wants_another_way<'i>(items: &'i [PlanItem], rules: &DevelopmentRules) -> Vec<&'i PlanItem> {
    let often = usize::from(rules.effect.change_after);
    items.iter().filter(|item| item.ended().is_some() && item.not_yet_in_a_row() >= often).collect()
}

#[cfg(test)]
pub(in crate::domain) mod tests {
    use super::*;
    use jiff::civil::date;

    /// A planned item with nothing in it but what a test says.
    pub(in crate::domain) fn planned(number: u128, topic: &str, expect: &str) -> PlanItem {
        PlanItem {
            id: ItemId(uuid::Uuid::from_u128(number)),
            person: PersonId(uuid::Uuid::nil()),
            subject: Subject::topic(topic),
            title: String::new(),
            expect: Audienced::new(Audience::Shared, expect.to_owned()),
            kind: KindId::new("coaching").unwrap(),
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
            state: ItemState::Planned,
            checks: vec![],
            evidence: String::new(),
            session: None,
            on: date(2026, 6, 1),
            by: Actor::default(),
            written: Timestamp::UNIX_EPOCH,
        }
    }

    pub(in crate::domain) fn answer(seen: Seen, on: Date) -> Answer {
        let example = Audienced::new(Audience::Shared, String::new());
        Answer { seen, example, hindrances: vec![], follow_up: None, on, session: None, by: Actor::default() }
    }

    #[test]
    fn the_checks_make_themselves_when_an_item_ends() {
        let rules = DevelopmentRules::default();
        let done = planned(1, "Presentasi", "Membuka paparan dengan satu kalimat").finished(date(2026, 8, 20), &rules);
        let days: Vec<Date> = done.checks.iter().map(|check| check.due).collect();
        assert_eq!(days, [date(2026, 11, 20), date(2027, 2, 20)]);
        assert!(done.due_check(date(2026, 11, 19)).is_none() && done.due_check(date(2026, 11, 20)).is_some());
        let nothing = planned(2, "Presentasi", " ").finished(date(2026, 8, 20), &rules);
        assert_eq!(nothing.checks.len(), 0, "nothing could be looked for");
    }

    #[test]
    fn an_answer_goes_to_the_question_that_is_due_and_early_ones_take_none_away() {
        let rules = DevelopmentRules::default();
        let item = planned(1, "Presentasi", "x").finished(date(2026, 8, 20), &rules);
        let early = item.clone().answered(answer(Seen::Partly, date(2026, 10, 1)), &rules);
        assert_eq!((early.checks.len(), early.next_check().unwrap().due), (3, date(2026, 11, 20)));
        let due = item.answered(answer(Seen::Yes, date(2026, 11, 25)), &rules);
        assert_eq!((due.checks.len(), due.next_check().unwrap().due), (2, date(2027, 2, 20)));
    }

    #[test]
    fn no_chance_is_not_not_yet_and_the_question_comes_back() {
        let rules = DevelopmentRules::default();
        let mut item = planned(1, "Presentasi", "x").finished(date(2026, 8, 20), &rules);
        for (seen, on) in [(Seen::NotYet, date(2026, 11, 20)), (Seen::NoChance, date(2027, 2, 22))] {
            item = item.answered(answer(seen, on), &rules);
        }
        assert_eq!(item.not_yet_in_a_row(), 1);
        assert!(wants_another_way(std::slice::from_ref(&item), &rules).is_empty());
        assert_eq!(item.next_check().map(|check| check.due), Some(date(2027, 5, 22)));
        let item = item.answered(answer(Seen::NotYet, date(2027, 5, 24)), &rules);
        assert_eq!(item.not_yet_in_a_row(), 2);
        assert_eq!(wants_another_way(&[item], &rules).len(), 1, "twice not yet: another way");
    }

    #[test]
    fn a_plan_is_warned_of_what_goes_wrong_with_plans() {
        let rules = DevelopmentRules::default();
        let mut items: Vec<PlanItem> = (1..=4).map(|n| planned(n, &format!("topik {n}"), "terlihat")).collect();
        assert_eq!(warnings(&items[..3], &rules), []);
        assert_eq!(warnings(&items, &rules), [Warning::TooManyOpen { open: 4, most: 3 }]);
        items[3] = planned(4, "topik 4", "");
        assert!(warnings(&items[1..], &rules).contains(&Warning::NoCheck { item: items[3].id }));
        let mut before = planned(9, "topik 1", "terlihat").finished(date(2026, 1, 10), &rules);
        for on in [date(2026, 4, 10), date(2026, 7, 10)] {
            before = before.answered(answer(Seen::NotYet, on), &rules);
        }
        let again = warnings(&[items[0].clone(), before], &rules);
        assert_eq!(again, [Warning::SameWayAgain { item: items[0].id, times: 2 }]);
    }
}
