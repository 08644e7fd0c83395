//! Person: brief, timeline, goals, competencies, notes and open actions of one person.

pub mod commands;
pub mod draw;

use crate::desk::list::{ListState, Move};
use crate::desk::office::Office;
use crate::desk::records::goals::GoalAt;
use crate::desk::records::goals::plan;
use crate::desk::records::needs::{DevelopAt, needs_of};
use crate::desk::records::ratings;
use crate::domain::competency::tally::Mark;
use crate::domain::competency::{BehaviourValue, CompetencyKind};
use crate::domain::period::{EvaluationPeriod, Quarter};
use crate::domain::{
    ActionId, ActionState, AgendaId, Audience, CheckInId, Dossier, FeedbackId, IndicatorId, PersonId, Record, RecordId,
    ResultId, SessionId, SessionState, SkipId,
};
use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PersonScreen {
    pub person: PersonId,
    pub tab: Tab,
    pub list: ListState,
    pub selected: Option<Entry>,
    pub kind: KindFilter,
    pub audience: Option<Audience>,
    /// The year whose plan is shown; the plan in effect today if none.
    #[serde(default)]
    pub year: Option<i16>,
    /// The day as which it is looked at; today if none.
    #[serde(default)]
    pub as_of: Option<Date>,
    /// The competencies tab shows the work behaviours instead.
    #[serde(default)]
    pub behaviours: bool,
    /// Digits rate what the competencies tab shows.
    #[serde(default)]
    pub rating: bool,
    /// In which period behaviours are rated; the running quarter if none.
    #[serde(default)]
    pub period: Option<EvaluationPeriod>,
    /// The list that it was opened from: next and previous person follow it.
    pub queue: Vec<PersonId>,
    #[serde(skip)]
    pub entries: Vec<Entry>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tab {
    #[default]
    Brief,
    Timeline,
    Goals,
    Competencies,
    Notes,
    Actions,
    Development,
}

impl Tab {
    pub const ALL: [Tab; 7] =
        [Tab::Brief, Tab::Timeline, Tab::Goals, Tab::Competencies, Tab::Notes, Tab::Actions, Tab::Development];

    pub fn id(self) -> &'static str {
        match self {
            Tab::Brief => "tab-brief",
            Tab::Timeline => "tab-timeline",
            Tab::Goals => "tab-goals",
            Tab::Competencies => "tab-competencies",
            Tab::Notes => "tab-notes",
            Tab::Actions => "tab-actions",
            Tab::Development => "tab-development",
        }
    }
    pub fn turn(self, forward: bool) -> Tab {
        let at = Tab::ALL.iter().position(|t| *t == self).unwrap_or(0);
        let step = if forward { 1 } else { Tab::ALL.len() - 1 };
        Tab::ALL[(at + step) % Tab::ALL.len()]
    }
}

/// Which kinds the timeline shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum KindFilter {
    #[default]
    Everything,
    Sessions,
    Feedback,
    Actions,
    Agenda,
    Goals,
    Ratings,
}

impl KindFilter {
    pub fn id(self) -> &'static str {
        match self {
            KindFilter::Everything => "kinds-everything",
            KindFilter::Sessions => "kinds-sessions",
            KindFilter::Feedback => "kinds-feedback",
            KindFilter::Actions => "kinds-actions",
            KindFilter::Agenda => "kinds-agenda",
            KindFilter::Goals => "kinds-goals",
            KindFilter::Ratings => "kinds-ratings",
        }
    }
    pub fn next(self) -> Self {
        match self {
            KindFilter::Everything => KindFilter::Sessions,
            KindFilter::Sessions => KindFilter::Feedback,
            KindFilter::Feedback => KindFilter::Actions,
            KindFilter::Actions => KindFilter::Agenda,
            KindFilter::Agenda => KindFilter::Goals,
            KindFilter::Goals => KindFilter::Ratings,
            KindFilter::Ratings => KindFilter::Everything,
        }
    }
}

/// One dated line; what it says is looked up in the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Entry {
    Feedback(FeedbackId),
    Action(ActionId),
    /// An action on the day it was settled.
    ActionSettled(ActionId),
    Agenda(AgendaId),
    Session(SessionId),
    Skip(SkipId),
    CheckIn(CheckInId),
    /// What the supervisor said of a result, by its place among the words.
    StatusWord(ResultId, u16),
    /// A target that was revised, by its place among the revisions.
    Revision(ResultId, IndicatorId, u16),
    /// A result, or one of its indicators.
    Goal(ResultId, Option<IndicatorId>),
    Competency(Mark),
    /// The heading of a kind; the selection passes over it.
    Kind(CompetencyKind),
    Behaviour(BehaviourValue),
    /// A record of any other kind, and whatever was withdrawn.
    Other(RecordId),
    /// Something about development.
    Develop(DevelopAt),
}

impl Entry {
    /// The record behind it, where it is one.
    pub fn record(self) -> Option<RecordId> {
        Some(match self {
            Entry::Feedback(id) => RecordId::Feedback(id),
            Entry::Action(id) | Entry::ActionSettled(id) => RecordId::Action(id),
            Entry::Agenda(id) => RecordId::Agenda(id),
            Entry::Session(id) => RecordId::Session(id),
            Entry::Skip(id) => RecordId::Skip(id),
            Entry::CheckIn(id) => RecordId::CheckIn(id),
            Entry::StatusWord(id, _) | Entry::Revision(id, ..) => RecordId::WorkResult(id),
            Entry::Goal(id, _) => RecordId::WorkResult(id),
            Entry::Other(id) => id,
            Entry::Competency(_) | Entry::Kind(_) | Entry::Behaviour(_) | Entry::Develop(_) => return None,
        })
    }
}

/// Rows below the competencies: a line, and three of words.
pub const ANCHOR_ROWS: usize = 4;
/// The same while digits rate: a line, and two of words for each of three levels, or one for each of five.
pub const RATING_ROWS: usize = 7;
/// Rows below the plan of development with the story of the selected line.
pub const STORY_ROWS: usize = 8;

impl PersonScreen {
    pub fn new(person: PersonId, queue: Vec<PersonId>) -> Self {
        PersonScreen {
            person,
            tab: Tab::default(),
            list: ListState::default(),
            selected: None,
            kind: KindFilter::default(),
            audience: None,
            year: None,
            as_of: None,
            behaviours: false,
            rating: false,
            period: None,
            queue,
            entries: vec![],
        }
    }

    pub fn refresh(&mut self, office: &Office, height: usize) {
        // Until the records are here the selection stays as it was.
        let Some(dossier) = office.dossier(self.person) else {
            self.entries = vec![];
            return;
        };
        self.entries = match self.tab {
            Tab::Goals => goal_entries(dossier, self.year, office),
            Tab::Competencies if self.behaviours => BehaviourValue::ALL.map(Entry::Behaviour).to_vec(),
            Tab::Competencies => competency_entries(dossier, office),
            Tab::Development => development_entries(dossier, office),
            tab => entries(dossier, tab, self.kind, self.audience, office.today),
        };
        if let Some(at) = self.selected.and_then(|s| self.entries.iter().position(|e| *e == s)) {
            self.list.selected = at;
        }
        self.list.show(self.entries.len(), height);
        self.selected = self.entries.get(self.list.selected).copied();
    }

    pub fn step(&mut self, movement: Move, height: usize) {
        if self.tab == Tab::Brief {
            return;
        }
        self.list.step(movement, self.entries.len(), height);
        if let Some(Entry::Kind(_)) = self.entries.get(self.list.selected) {
            let up = matches!(movement, Move::Up | Move::PageUp | Move::First);
            self.list.step(if up { Move::Up } else { Move::Down }, self.entries.len(), height);
        }
        self.selected = self.entries.get(self.list.selected).copied();
    }

    pub fn turn_tab(&mut self, forward: bool) {
        self.open_tab(self.tab.turn(forward));
    }

    /// Goes to a tab; where it is open already the selection stays.
    pub fn open_tab(&mut self, tab: Tab) {
        if self.tab != tab {
            self.rating = false;
            self.tab = tab;
            self.list = ListState::default();
            self.selected = None;
        }
    }

    /// Lines above the list: the tabs and a blank; on the goals what the plan as a whole comes to.
    pub fn heading_rows(&self) -> usize {
        match self.tab {
            Tab::Goals => 5,
            // With the words of the level below the list.
            Tab::Competencies if self.rating && !self.behaviours => 4 + RATING_ROWS,
            Tab::Competencies => 4 + ANCHOR_ROWS,
            Tab::Development => 4 + STORY_ROWS,
            _ => 2,
        }
    }

    // --- goals ---------------------------------------------------------------------------------------------------

    pub fn goal_at(&self) -> Option<GoalAt> {
        self.selected.and_then(|entry| self.at(entry))
    }

    fn at(&self, entry: Entry) -> Option<GoalAt> {
        match entry {
            Entry::Goal(result, indicator) => Some(GoalAt { person: self.person, result, indicator }),
            _ => None,
        }
    }

    /// The goals below the selection.
    pub fn goals_below(&self) -> Vec<GoalAt> {
        self.entries.iter().skip(self.list.selected + 1).filter_map(|entry| self.at(*entry)).collect()
    }

    /// To the next line that takes a value.
    pub fn go_on(&mut self) {
        if let Some(next) = self.goals_below().into_iter().find(|at| at.indicator.is_some()) {
            self.selected = Some(Entry::Goal(next.result, next.indicator));
        }
    }

    pub fn turn_year(&mut self, forward: bool, this_year: i16) {
        self.open_tab(Tab::Goals);
        let now = self.year.unwrap_or(this_year);
        let year = if forward { now.saturating_add(1) } else { now.saturating_sub(1) };
        self.show_year((year != this_year).then_some(year));
    }

    /// None is the plan in effect.
    pub fn show_year(&mut self, year: Option<i16>) {
        self.year = year;
        self.list = ListState::default();
        self.selected = None;
    }

    // --- competencies --------------------------------------------------------------------------------------------

    /// To the next row that is rated; false at the last one.
    pub fn next_rated(&mut self) -> bool {
        let below = self.entries.iter().skip(self.list.selected + 1);
        let next = below.copied().find(|entry| matches!(entry, Entry::Competency(_) | Entry::Behaviour(_)));
        self.selected = next.or(self.selected);
        next.is_some()
    }

    pub fn show_behaviours(&mut self, behaviours: bool) {
        if self.behaviours != behaviours {
            self.behaviours = behaviours;
            self.list = ListState::default();
            self.selected = None;
        }
    }

    /// The period in which behaviours are rated.
    pub fn period(&self, today: Date) -> EvaluationPeriod {
        self.period.unwrap_or(EvaluationPeriod::Quarter(Quarter::of(today)))
    }

    /// Quarter by quarter, the year behind its fourth; never to one that has not begun.
    pub fn turn_period(&mut self, forward: bool, today: Date) {
        let quarter = |year, number| EvaluationPeriod::Quarter(Quarter { year, number });
        let here = self.period(today);
        let next = match (here, forward) {
            (EvaluationPeriod::Quarter(q), true) if q.number >= 4 => EvaluationPeriod::Year(q.year),
            (EvaluationPeriod::Quarter(q), true) => quarter(q.year, q.number + 1),
            (EvaluationPeriod::Year(year), true) => quarter(year.saturating_add(1), 1),
            (EvaluationPeriod::Quarter(q), false) if q.number <= 1 => EvaluationPeriod::Year(q.year.saturating_sub(1)),
            (EvaluationPeriod::Quarter(q), false) => quarter(q.year, q.number - 1),
            (EvaluationPeriod::Year(year), false) => quarter(year, 4),
            (EvaluationPeriod::Month(_), true) => EvaluationPeriod::Quarter(Quarter::of(here.last())),
            (EvaluationPeriod::Month(_), false) => EvaluationPeriod::Quarter(Quarter::of(here.first())),
        };
        if next.first() <= today {
            self.period = Some(next);
        } else if forward {
            // The year can be judged before its last quarter has begun.
            self.period = Some(EvaluationPeriod::Year(today.year()));
        } else {
            self.period = Some(quarter(today.year(), Quarter::of(today).number));
        }
    }

    /// The neighbour in the list that the page was opened from.
    pub fn neighbour(&self, forward: bool) -> Option<PersonId> {
        let at = self.queue.iter().position(|p| *p == self.person)?;
        let next = if forward { at.checked_add(1) } else { at.checked_sub(1) };
        next.and_then(|i| self.queue.get(i)).copied()
    }

    pub fn visit(&mut self, person: PersonId) {
        self.person = person;
        self.list = ListState::default();
        self.selected = None;
        self.entries = vec![];
    }
}

/// The lines of a tab. Timeline and notes: newest first. Actions: open ones, the user's first, then settled ones.
pub fn entries(dossier: &Dossier, tab: Tab, kind: KindFilter, audience: Option<Audience>, today: Date) -> Vec<Entry> {
    match tab {
        Tab::Brief | Tab::Goals | Tab::Competencies | Tab::Development => vec![],
        Tab::Actions => {
            let mut out: Vec<Entry> = dossier.open_actions().iter().map(|a| Entry::Action(a.id)).collect();
            out.extend(dossier.open_agenda().map(|a| Entry::Agenda(a.id)));
            let mut settled: Vec<_> = dossier.actions.iter().filter(|a| !a.state.is_open()).collect();
            settled.sort_by_key(|a| std::cmp::Reverse((a.state.settled_on(), a.id)));
            out.extend(settled.iter().map(|a| Entry::Action(a.id)));
            out
        }
        Tab::Notes => timeline(dossier, KindFilter::Feedback, audience, today),
        Tab::Timeline => timeline(dossier, kind, audience, today),
    }
}

/// Values, words and revised targets of every plan.
fn of_goals(dossier: &Dossier) -> Vec<(Date, Entry)> {
    let mut out: Vec<(Date, Entry)> = dossier.check_ins.iter().map(|c| (c.on, Entry::CheckIn(c.id))).collect();
    for result in &dossier.results {
        let words = result.words.iter().zip(0..).map(|(word, n)| (word.on, Entry::StatusWord(result.id, n)));
        out.extend(words);
        for indicator in &result.indicators {
            let revised = indicator.revisions.iter().zip(0..);
            out.extend(revised.map(|(revision, n)| (revision.on, Entry::Revision(result.id, indicator.id, n))));
        }
    }
    out
}

/// The results of a plan with their indicators; below them those that the same year's move left behind.
fn goal_entries(dossier: &Dossier, year: Option<i16>, office: &Office) -> Vec<Entry> {
    let Some(plan) = plan(dossier, year, office) else { return vec![] };
    let in_plan = |id: ResultId| plan.goals.iter().any(|goal| goal.result.id == id);
    let begun = plan.period.from.year();
    let left = dossier.results.iter().filter(|r| r.is_left() && r.period.from.year() == begun && !in_plan(r.id));
    let results = plan.goals.iter().map(|goal| goal.result).chain(left);
    let lines = |r: &crate::domain::WorkResult| {
        let indicators: Vec<Entry> = r.indicators.iter().map(|i| Entry::Goal(r.id, Some(i.id))).collect();
        std::iter::once(Entry::Goal(r.id, None)).chain(indicators)
    };
    results.flat_map(lines).collect()
}

/// Kinds are parted; the first one needs no line of its own.
fn competency_entries(dossier: &Dossier, office: &Office) -> Vec<Entry> {
    let rows = ratings::rows(dossier, office);
    let mut out = Vec::new();
    for (n, standing) in rows.iter().enumerate() {
        if n > 0 && rows[n - 1].kind != standing.kind {
            out.push(Entry::Kind(standing.kind));
        }
        out.push(Entry::Competency(Mark::of(&standing.competency)));
    }
    out
}

/// What has a place of its own elsewhere and its day here: development, evaluations, objections; and what was withdrawn.
fn of_other_kinds(dossier: &Dossier) -> Vec<(Date, Entry)> {
    let dated = |record: &Record| Some((record.on()?, Entry::Other(record.id())));
    let elsewhere = dossier.records().filter(|record| {
        matches!(
            record,
            Record::PlanItem(_)
                | Record::Learning(_)
                | Record::Wish(_)
                | Record::NeedWord(_)
                | Record::MentoringPair(_)
                | Record::CareerNote(_)
                | Record::SupportPlan(_)
                | Record::Evaluation(_)
                | Record::Objection(_)
        )
    });
    let mut out: Vec<(Date, Entry)> = elsewhere.filter_map(|record| dated(&record)).collect();
    out.extend(dossier.withdrawn.iter().filter_map(dated));
    out
}

/// Steps of the plan, needs without one, pairs, then what was learnt, the newest first.
fn development_entries(dossier: &Dossier, office: &Office) -> Vec<Entry> {
    let person = dossier.id();
    let since = office.today.checked_sub(24.months()).unwrap_or(Date::MIN);
    let items = crate::screens::development::plans::in_order(dossier, since);
    let mut out: Vec<DevelopAt> = items.into_iter().map(|id| DevelopAt::Item(person, id)).collect();
    let open = needs_of(dossier, office).into_iter().filter(|need| !need.is_planned() && need.aside.is_none());
    out.extend(open.map(|need| DevelopAt::Need(person, need.subject.mark())));
    out.extend(dossier.pairs.iter().rev().map(|pair| DevelopAt::Pair(person, pair.id)));
    out.extend(dossier.learning.iter().rev().map(|record| DevelopAt::Learning(person, record.id)));
    out.into_iter().map(Entry::Develop).collect()
}

fn timeline(dossier: &Dossier, kind: KindFilter, audience: Option<Audience>, today: Date) -> Vec<Entry> {
    let fits = |a: Audience| audience.is_none_or(|wanted| wanted == a);
    let wants = |k: KindFilter| kind == KindFilter::Everything || kind == k;
    let mut dated: Vec<(Date, Entry)> = Vec::new();
    if wants(KindFilter::Feedback) {
        dated.extend(dossier.feedback.iter().filter(|f| fits(f.words.audience())).map(|f| (f.on, Entry::Feedback(f.id))));
    }
    if wants(KindFilter::Actions) {
        for action in dossier.actions.iter().filter(|a| fits(a.text.audience())) {
            dated.push((action.on, Entry::Action(action.id)));
            let settled = match &action.state {
                ActionState::Open => None,
                state => state.settled_on(),
            };
            dated.extend(settled.map(|on| (on, Entry::ActionSettled(action.id))));
        }
    }
    if wants(KindFilter::Agenda) {
        dated.extend(dossier.agenda.iter().filter(|a| fits(a.text.audience())).map(|a| (a.on, Entry::Agenda(a.id))));
    }
    if wants(KindFilter::Sessions) && audience != Some(Audience::Private) {
        let shown = dossier.sessions.iter().map(|s| {
            let on = match s.state {
                SessionState::Postponed { on, .. } | SessionState::Missed { on, .. } => on,
                _ => s.on,
            };
            (on, Entry::Session(s.id))
        });
        dated.extend(shown);
    }
    // The employee knows the plan and the values.
    if wants(KindFilter::Goals) && audience != Some(Audience::Private) {
        dated.extend(of_goals(dossier));
    }
    if wants(KindFilter::Ratings) && audience.is_none() {
        dated.extend(dossier.ratings.iter().map(|r| (r.on, Entry::Other(RecordId::Rating(r.id)))));
        dated.extend(dossier.behaviours.iter().map(|b| (b.on, Entry::Other(RecordId::BehaviourRating(b.id)))));
        dated.extend(dossier.expectations.iter().map(|e| (e.on, Entry::Other(RecordId::LeaderExpectation(e.id)))));
    }
    if kind == KindFilter::Everything && audience.is_none() {
        dated.extend(dossier.skips.iter().map(|s| (s.on, Entry::Skip(s.id))));
        dated.extend(of_other_kinds(dossier));
    }
    // Planned sessions lie ahead and stand on top; everything else newest first.
    dated.sort_by_key(|(on, entry)| std::cmp::Reverse((*on > today, *on, *entry)));
    dated.into_iter().map(|(_, entry)| entry).collect()
}
