//! Needs put together over a team: distinct people, missing levels, hours and cost by topic, in the order of what the
//! supervisor called urgent, with what fits the money. People are counted, never ranked.

use super::course::{Course, PerHead, Price, per_head};
use super::item::PlanItem;
use super::need::{Need, Urgency};
use super::proposal::{Proposal, ProposalState, live};
use super::rules::{DevelopmentRules, KindId, squeezed};
use super::subject::{Subject, SubjectKey};
use crate::domain::language::clean::fold;
use crate::domain::{Audience, Number, PersonId};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// One topic over the team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    pub subject: Subject,
    pub people: BTreeSet<PersonId>,
    /// People with a gap, and people who wish it.
    pub with_gap: BTreeSet<PersonId>,
    pub wishing: BTreeSet<PersonId>,
    /// Missing levels of all of them.
    pub levels: u32,
    /// The most urgent that the supervisor said of any of them.
    pub urgency: Option<Urgency>,
    /// People for whom something is planned.
    pub planned: BTreeSet<PersonId>,
    /// Those whose need may be named to others.
    pub nameable: BTreeSet<PersonId>,
    /// Kinds of origins, each with whether it is private in all its needs.
    pub origins: BTreeMap<&'static str, bool>,
}

/// Every topic that somebody needs; what was set aside is left out. The most urgent first, then by how many people.
pub fn by_topic(needs: &[Need]) -> Vec<Topic> {
    let mut topics: BTreeMap<SubjectKey, Topic> = BTreeMap::new();
    for need in needs.iter().filter(|need| need.aside.is_none()) {
        let topic = topics.entry(need.subject.key()).or_insert_with(|| Topic {
            subject: need.subject.clone(),
            people: BTreeSet::new(),
            with_gap: BTreeSet::new(),
            wishing: BTreeSet::new(),
            levels: 0,
            urgency: None,
            planned: BTreeSet::new(),
            nameable: BTreeSet::new(),
            origins: BTreeMap::new(),
        });
        topic.add(need);
    }
    let mut out: Vec<Topic> = topics.into_values().collect();
    out.sort_by(|a, b| {
        let rank =
            |topic: &Topic| (topic.urgency.map_or(9, |u| u as u8), Reverse(topic.people.len()), Reverse(topic.levels));
        rank(a).cmp(&rank(b)).then_with(|| a.subject.order(&b.subject))
    });
    out
}

impl Topic {
    fn add(&mut self, need: &Need) {
        self.people.insert(need.person);
        self.levels += u32::from(need.levels());
        self.urgency = [self.urgency, need.urgency].into_iter().flatten().min();
        if need.has("gap") {
            self.with_gap.insert(need.person);
        }
        if need.has("wish") {
            self.wishing.insert(need.person);
        }
        if need.is_planned() {
            self.planned.insert(need.person);
        }
        if need.may_be_named() {
            self.nameable.insert(need.person);
        }
        for audible in &need.origins {
            let private = self.origins.entry(audible.origin.id()).or_insert(true);
            *private = *private && audible.is_private();
        }
    }

    /// So many with a gap, and nothing is planned for any of them.
    pub fn is_overlooked(&self, rules: &DevelopmentRules) -> bool {
        self.with_gap.len() >= usize::from(rules.needs.many) && self.planned.is_empty()
    }
}

/// What a workshop in the office would cost each, beside sending people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InHouse<'c> {
    pub course: &'c Course,
    pub heads: PerHead,
}

/// A workshop in the office, once enough people want the topic and there is an offer for it: the cheapest.
pub fn in_house<'c>(
    subject: &Subject,
    people: usize,
    each: Number,
    courses: &'c [Course],
    rules: &DevelopmentRules,
) -> Option<InHouse<'c>> {
    if people < usize::from(rules.sum.in_house) {
        return None;
    }
    let offers = courses.iter().filter(|course| course.teaches(subject)).filter_map(|course| {
        let Some(Price::Package(package)) = course.price else { return None };
        let fits = course.places.is_none_or(|places| usize::try_from(places).is_ok_and(|places| places >= people));
        let heads = per_head(people, each, package).filter(|_| fits)?;
        Some(InHouse { course, heads })
    });
    offers.min_by_key(|offer| (offer.heads.package, offer.course.id))
}

/// The course for a topic: what costs nothing, else what costs least a person.
pub fn offered<'c>(subject: &Subject, courses: &'c [Course]) -> Option<&'c Course> {
    let each = |course: &&Course| course.teaches(subject) && !matches!(course.price, Some(Price::Package(_)));
    let cost = |course: &Course| course.price.map_or(Number::ZERO, Price::amount);
    courses.iter().filter(each).filter(|course| course.price.is_some()).min_by_key(|course| (cost(course), course.id))
}

/// One line of a proposal: a topic or programme in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'c> {
    pub program: String,
    pub subject: Option<Subject>,
    pub kind: Option<KindId>,
    pub organiser: String,
    pub people: BTreeSet<PersonId>,
    /// Rows that are open to a unit.
    pub open_rows: usize,
    /// Of each; none where nobody said or they differ.
    pub jp_each: Option<u32>,
    pub jp: u32,
    pub cost: Number,
    pub urgency: Option<Urgency>,
    pub state: LineState,
    /// Those who may be named.
    pub nameable: BTreeSet<PersonId>,
    pub in_house: Option<InHouse<'c>>,
    /// Whether the money reaches so far, in this order; none without a budget.
    pub fits: Option<bool>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineState {
    /// Needed, and nothing was put in for it yet.
    Needed,
    /// Stands in plans.
    InPlans,
    /// Put in, in this state.
    Row(ProposalState),
}

impl LineState {
    pub fn id(self) -> &'static str {
        match self {
            LineState::Needed => "needed",
            LineState::InPlans => "in_plans",
            LineState::Row(state) => state.id(),
        }
    }
}

/// The proposal of a year: what costs nothing first, then by urgency and number of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft<'c> {
    pub year: i16,
    pub lines: Vec<Line<'c>>,
    pub sum: Number,
    pub jp: u32,
    pub budget: Option<Number>,
    pub over: Option<Number>,
}

/// What a draft is made of.
#[derive(Clone, Copy)]
pub struct Stock<'a> {
    pub needs: &'a [Need],
    pub items: &'a [PlanItem],
    pub rows: &'a [Proposal],
    pub courses: &'a [Course],
    pub rules: &'a DevelopmentRules,
}

/// What was put in, what stands in plans for the year, and what is needed beyond that. Nobody is counted twice for
/// the same thing.
pub fn draft<'a>(year: i16, stock: Stock<'a>, budget: Option<Number>) -> Draft<'a> {
    let mut lines: Vec<Line<'a>> = Vec::new();
    let rows: Vec<&Proposal> = live(stock.rows, year).collect();
    for row in &rows {
        add_row(&mut lines, row);
    }
    let items = stock.items.iter().filter(|item| item.is_open() && item.when.is_some_and(|w| w.month().year() == year));
    for item in items.filter(|item| !rows.iter().any(|row| asks_for(row, item))) {
        add_item(&mut lines, item);
    }
    for topic in by_topic(stock.needs) {
        let left: BTreeSet<PersonId> =
            topic.people.iter().copied().filter(|p| !is_met(*p, &topic.subject, &rows, stock)).collect();
        if !left.is_empty() {
            lines.push(needed(&topic, left, stock));
        }
    }
    for line in &mut lines {
        line.suggest(stock);
    }
    lines.sort_by(|a, b| {
        let rank = |line: &Line<'_>| (!line.cost.is_zero(), line.urgency.map_or(9, |u| u as u8), Reverse(line.people.len()));
        rank(a).cmp(&rank(b)).then_with(|| fold(&a.program).cmp(&fold(&b.program)))
    });
    let mut sum = Number::ZERO;
    for line in &mut lines {
        sum = sum.plus(line.cost);
        line.fits = budget.map(|budget| sum <= budget);
    }
    let jp = lines.iter().map(|line| line.jp).fold(0, u32::saturating_add);
    let over = budget.map(|budget| sum.minus(budget)).map(|over| if over.is_positive() { over } else { Number::ZERO });
    Draft { year, lines, sum, jp, budget, over }
}

fn empty_line(program: &str, subject: Option<Subject>, state: LineState) -> Line<'static> {
    Line {
        program: program.to_owned(),
        subject,
        kind: None,
        organiser: String::new(),
        people: BTreeSet::new(),
        open_rows: 0,
        jp_each: None,
        jp: 0,
        cost: Number::ZERO,
        urgency: None,
        state,
        nameable: BTreeSet::new(),
        in_house: None,
        fits: None,
    }
}

fn add_row(lines: &mut Vec<Line<'_>>, row: &Proposal) {
    let state = LineState::Row(row.state);
    let same = |line: &Line<'_>| line.state == state && squeezed(&line.program) == squeezed(&row.program);
    let at = match lines.iter().position(same) {
        Some(at) => at,
        None => {
            let mut line = empty_line(&row.program, row.subject.clone(), state);
            (line.kind, line.organiser) = (Some(row.kind.clone()), row.organiser.clone());
            line.jp_each = row.jp;
            lines.push(line);
            lines.len() - 1
        }
    };
    let line = &mut lines[at];
    match row.person {
        // Whoever stands in a proposal by name was named by the office that made it.
        Some(person) => {
            line.people.insert(person);
            line.nameable.insert(person);
        }
        None => line.open_rows += 1,
    }
    line.put(row.jp, row.cost, row.urgency);
}

fn add_item(lines: &mut Vec<Line<'_>>, item: &PlanItem) {
    let same = |line: &Line<'_>| {
        let named = squeezed(&line.program) == squeezed(item.name());
        line.state == LineState::InPlans && line.kind.as_ref() == Some(&item.kind) && named
    };
    let at = match lines.iter().position(same) {
        Some(at) => at,
        None => {
            let mut line = empty_line(item.name(), Some(item.subject.clone()), LineState::InPlans);
            (line.kind, line.organiser, line.jp_each) = (Some(item.kind.clone()), item.organiser.clone(), item.jp);
            lines.push(line);
            lines.len() - 1
        }
    };
    let line = &mut lines[at];
    line.people.insert(item.person);
    if item.audience() == Audience::Shared {
        line.nameable.insert(item.person);
    }
    line.put(item.jp, item.cost.unwrap_or(Number::ZERO), None);
}

fn needed<'a>(topic: &Topic, people: BTreeSet<PersonId>, stock: Stock<'a>) -> Line<'a> {
    let mut line = empty_line(&topic.subject.words, Some(topic.subject.clone()), LineState::Needed);
    let course = offered(&topic.subject, stock.courses);
    if let Some(course) = course {
        (line.kind, line.organiser) = (Some(course.kind.clone()), course.organiser.clone());
        line.program = course.title.clone();
    }
    let each = course.and_then(|course| course.price).map_or(Number::ZERO, Price::amount);
    line.jp_each = course.and_then(|course| course.jp);
    for _ in &people {
        line.put(line.jp_each, each, topic.urgency);
    }
    line.nameable = topic.nameable.intersection(&people).copied().collect();
    line.people = people;
    line
}

/// A row of the proposal that stands for an item of a plan.
fn asks_for(row: &Proposal, item: &PlanItem) -> bool {
    let named = squeezed(&row.program) == squeezed(item.name());
    row.item == Some(item.id) || (row.person == Some(item.person) && named)
}

/// Whether a need of a person is met by what was put in or planned.
fn is_met(person: PersonId, subject: &Subject, rows: &[&Proposal], stock: Stock<'_>) -> bool {
    let planned = stock.items.iter().any(|item| item.is_open() && item.person == person && item.subject.is_same(subject));
    let says = |row: &&&Proposal| {
        let same = row.subject.as_ref().is_some_and(|own| own.is_same(subject));
        let title = format!(" {} ", fold(&row.program));
        row.person == Some(person) && (same || title.contains(&format!(" {} ", fold(&subject.words))))
    };
    planned || rows.iter().any(|row| says(&row))
}

impl<'c> Line<'c> {
    fn put(&mut self, jp: Option<u32>, cost: Number, urgency: Option<Urgency>) {
        if self.jp_each != jp {
            self.jp_each = None;
        }
        self.jp = self.jp.saturating_add(jp.unwrap_or(0));
        self.cost = self.cost.plus(cost);
        self.urgency = [self.urgency, urgency].into_iter().flatten().min();
    }

    /// A workshop in the office where enough people are sent to the same thing for money.
    fn suggest(&mut self, stock: Stock<'c>) {
        let people = self.people.len();
        let heads = Number::from(i64::try_from(people).unwrap_or(i64::MAX));
        let each = self.cost.over(heads).filter(|_| self.open_rows == 0);
        let (Some(each), Some(subject)) = (each.filter(|each| each.is_positive()), &self.subject) else { return };
        self.in_house = in_house(subject, people, each, stock.courses, stock.rules);
    }
}
