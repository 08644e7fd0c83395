//! Agenda: sessions that are due, postponed or done this month, and open actions by day, the user's own first.

pub mod commands;
pub mod draw;

use crate::desk::list::{ListState, Move};
use crate::desk::office::Office;
use crate::desk::records::goals::GoalAt;
use crate::domain::development::learning::lapsing;
use crate::domain::evaluation::objection::ObjectionAbout;
use crate::domain::goal::plan::Goal;
use crate::domain::goal::{Concern, concern::concerning};
use crate::domain::people::attention::{Due, Reason};
use crate::domain::people::roster::Scope;
use crate::domain::period::days_between;
use crate::domain::{
    Action, ActionId, Dossier, ItemId, LearningId, Owner, PairId, PersonId, ResultId, SessionId, SessionState,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AgendaScreen {
    pub list: ListState,
    pub scope: Scope,
    /// What the selection is on, so that it survives sorting.
    pub selected: Option<Entry>,
    #[serde(skip)]
    pub rows: Vec<Row>,
    /// What the rows were derived from.
    #[serde(skip)]
    derived: Option<(u64, Scope)>,
}

/// One line of the agenda: a heading or an entry.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// Message id and how many entries follow.
    Heading(&'static str, usize),
    Entry(Entry),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Entry {
    /// The session that is due on a day.
    Due(PersonId, Date),
    Postponed(PersonId, SessionId),
    Done(PersonId, SessionId),
    Action(PersonId, ActionId),
    /// A goal that is due or asks for a value.
    Goal(PersonId, ResultId),
    /// An objection that is open.
    Objection(PersonId, ObjectionAbout),
    /// An effect that is to be asked about.
    Effect(PersonId, ItemId),
    /// A pair whose last day is near or has passed.
    Pair(PersonId, PairId),
    /// A licence that lapses.
    Licence(PersonId, LearningId),
}

impl Entry {
    pub fn person(self) -> PersonId {
        match self {
            Entry::Objection(p, _)
            | Entry::Due(p, _)
            | Entry::Postponed(p, _)
            | Entry::Done(p, _)
            | Entry::Action(p, _)
            | Entry::Goal(p, _)
            | Entry::Effect(p, _)
            | Entry::Pair(p, _)
            | Entry::Licence(p, _) => p,
        }
    }
}

impl AgendaScreen {
    pub fn goal_at(&self) -> Option<GoalAt> {
        match self.selected {
            Some(Entry::Goal(person, result)) => Some(GoalAt { person, result, indicator: None }),
            _ => None,
        }
    }

    pub fn refresh(&mut self, office: &mut Office, height: usize) {
        office.judge(self.scope);
        let source = (office.dossiers_version(), self.scope);
        if self.derived != Some(source) {
            self.rows = rows(office, self.scope);
            self.derived = Some(source);
        }
        let same = |row: &Row| matches!((row, self.selected), (Row::Entry(a), Some(b)) if *a == b);
        if let Some(at) = self.rows.iter().position(same) {
            self.list.selected = at;
        }
        self.list.show(self.rows.len(), height);
        self.off_headings(true);
        self.list.show(self.rows.len(), height);
    }

    pub fn step(&mut self, movement: Move, height: usize) {
        self.list.step(movement, self.rows.len(), height);
        self.off_headings(!matches!(movement, Move::Up | Move::PageUp));
        self.list.show(self.rows.len(), height);
        if self.list.selected == 1 {
            self.list.top = 0;
        }
    }

    /// Headings can't be selected.
    fn off_headings(&mut self, down: bool) {
        let is_entry = |at: usize| matches!(self.rows.get(at), Some(Row::Entry(_)));
        let at = self.list.selected;
        let found = if down {
            (at..self.rows.len()).find(|i| is_entry(*i)).or_else(|| (0..at).rev().find(|i| is_entry(*i)))
        } else {
            (0..=at).rev().find(|i| is_entry(*i)).or_else(|| (at..self.rows.len()).find(|i| is_entry(*i)))
        };
        if let Some(found) = found {
            self.list.selected = found;
        }
        self.selected = match self.rows.get(self.list.selected) {
            Some(Row::Entry(entry)) => Some(*entry),
            _ => None,
        };
    }
}

/// Everything dated in the scope, in the order in which it wants doing.
pub fn rows(office: &Office, scope: Scope) -> Vec<Row> {
    let today = office.today;
    let (mut late, mut near, mut postponed, mut done) = (vec![], vec![], vec![], vec![]);
    let (mut mine, mut theirs, mut goals, mut objections) = (vec![], vec![], vec![], vec![]);
    let mut learning = vec![];
    for row in office.roster.team(scope) {
        if let Some(attention) = office.attention(row.id)
            && let Some(next) = attention.next
        {
            match attention.due {
                // A talk that was begun and left waits like one that was not held.
                _ if attention.late > 0 => late.push((-attention.late, Entry::Due(row.id, next))),
                Due::Open | Due::Today | Due::Soon(_) => near.push((next, Entry::Due(row.id, next))),
                _ => {}
            }
        }
        let Some(dossier) = office.dossier(row.id) else { continue };
        for (day, entry) in of_this_month(dossier, today) {
            if matches!(entry, Entry::Done(..)) { &mut done } else { &mut postponed }.push((day, entry));
        }
        objections.extend(dossier.contested().iter().map(|found| (found.on, Entry::Objection(row.id, found.about))));
        let status = &dossier.person.status;
        let asked = |action: &&Action| crate::reports::due::asks(action.owner, status, today);
        for action in dossier.open_actions().into_iter().filter(asked) {
            let list = if action.owner == Owner::Supervisor { &mut mine } else { &mut theirs };
            list.push((action.due.unwrap_or(Date::MAX), Entry::Action(row.id, action.id)));
        }
        goals.extend(waiting_goals(dossier, office));
        learning.extend(of_development(dossier, office));
    }
    late.sort_by_key(|(days, _)| *days);
    near.sort_by_key(|(day, _)| *day);
    for list in [&mut objections, &mut postponed, &mut done, &mut mine, &mut theirs, &mut goals, &mut learning] {
        list.sort();
    }
    let plain = |list: Vec<(Date, Entry)>| list.into_iter().map(|(_, e)| e).collect::<Vec<_>>();
    let sections = [
        ("agenda-objections", plain(objections)),
        ("agenda-overdue", late.into_iter().map(|(_, entry)| entry).collect()),
        ("agenda-mine", plain(mine)),
        ("agenda-soon", plain(near)),
        ("agenda-theirs", plain(theirs)),
        ("agenda-development", plain(learning)),
        ("agenda-goals", plain(goals)),
        ("agenda-postponed", plain(postponed)),
        ("agenda-done", plain(done)),
    ];
    let mut out = Vec::new();
    for (heading, entries) in sections {
        if !entries.is_empty() {
            out.push(Row::Heading(heading, entries.len()));
            out.extend(entries.into_iter().map(Row::Entry));
        }
    }
    out
}

/// Sessions that were put off, missed or held in this month, with the day on which that happened.
fn of_this_month(dossier: &Dossier, today: Date) -> impl Iterator<Item = (Date, Entry)> {
    let person = dossier.id();
    let found = dossier.sessions.iter().filter_map(move |session| match session.state {
        SessionState::Postponed { on, .. } | SessionState::Missed { on, .. } => {
            Some((on, Entry::Postponed(person, session.id)))
        }
        SessionState::Closed { .. } => Some((session.on, Entry::Done(person, session.id))),
        _ => None,
    });
    found.filter(move |(day, _)| day.first_of_month() == today.first_of_month())
}

/// Goals that are late, due soon, or ask for a value, with the day by which they are sorted; none of who is not here.
fn waiting_goals(dossier: &Dossier, office: &Office) -> Vec<(Date, Entry)> {
    let status = &dossier.person.status;
    if !status.in_service() || status.on_leave(office.today) {
        return vec![];
    }
    let concerning = concerning(dossier, &office.rules, office.today);
    let waiting = concerning.iter().filter_map(|(goal, why)| Some((goal, *why.iter().find(|c| c.is_dated())?)));
    let entry = |(goal, why): (&Goal<'_>, Concern)| {
        // What only asks for a value waits behind what has its day.
        let day = if matches!(why, Concern::Old { .. }) { Date::MAX } else { goal.due() };
        (day, Entry::Goal(goal.result.person, goal.result.id))
    };
    waiting.map(entry).collect()
}

/// Effects to be asked about, pairs that end, licences that lapse, with their days; none of who is not here.
fn of_development(dossier: &Dossier, office: &Office) -> Vec<(Date, Entry)> {
    let (today, rules, person) = (office.today, &office.rules, dossier.id());
    let status = &dossier.person.status;
    if !status.in_service() || status.on_leave(today) {
        return vec![];
    }
    let near = |day: Date| days_between(today, day) <= i64::from(rules.soon_days);
    let effects = dossier.items.iter().filter_map(|item| Some((item.next_check()?.due, Entry::Effect(person, item.id))));
    let pairs = dossier.pairs.iter().filter(|pair| pair.is_running());
    let pairs = pairs.filter_map(|pair| Some((pair.until?, Entry::Pair(person, pair.id))));
    let mut out: Vec<(Date, Entry)> = effects.chain(pairs).filter(|(day, _)| near(*day)).collect();
    let lapses = lapsing(&dossier.learning, today, &rules.development).into_iter();
    out.extend(lapses.map(|lapse| (lapse.on, Entry::Licence(person, lapse.learning.id))));
    out
}

/// People of the scope whose dossiers the agenda needs: those with open actions, a session this month, or a goal that
/// waits.
pub fn wanted(office: &Office, scope: Scope) -> Vec<PersonId> {
    let month = office.today.first_of_month();
    office
        .roster
        .team(scope)
        .filter(|r| {
            // What is due in development no row says: the own team is read whole.
            scope == Scope::Mine
                || r.objected.is_some()
                || !r.my_due.is_empty()
                || !r.their_due.is_empty()
                || r.postponed > 0
                || r.missed > 0
                || r.last_session.is_some_and(|d| d >= month)
                || office.attention(r.id).is_some_and(|a| a.reasons.iter().any(Reason::is_dated_goal))
        })
        .map(|r| r.id)
        .collect()
}
