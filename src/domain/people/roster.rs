//! The roster: one small row a person with all that lists, the first screen and `bina status` need, kept up to date
//! with every change. Holds facts, never days counted from a clock: those are [`super::attention`]'s.

use crate::domain::competency::Catalogue;
use crate::domain::competency::tally::{RowLevel, row_levels};
use crate::domain::goal::{GoalFacts, PlanFacts};
use crate::domain::records::record::Profile;
use crate::domain::{
    Cadence, Change, Dossier, EmploymentKind, FeedbackKind, Nip, Op, Owner, Person, PersonId, PersonName, PersonStatus,
    Record, SessionState, UnitId, UnitTree,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// How many of the newest pieces of evidence a row remembers.
pub const EVIDENCE_KEPT: usize = 24;

/// One person in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterRow {
    pub id: PersonId,
    pub name: PersonName,
    pub nip: Option<Nip>,
    pub kind: EmploymentKind,
    pub rank: Option<String>,
    pub position: Option<String>,
    pub unit: Option<UnitId>,
    pub supervisor: Option<PersonId>,
    pub status: PersonStatus,
    pub tags: Vec<String>,
    pub cadence: Option<Cadence>,
    pub probation_until: Option<Date>,
    pub since: Date,
    /// The last closed session.
    pub last_session: Option<Date>,
    /// The day of the oldest objection that is open.
    pub objected: Option<Date>,
    /// The agreed day of the next one, and the day it was agreed.
    pub planned: Option<Date>,
    pub planned_made: Option<Date>,
    /// A session is open (begun and not closed), and since when.
    pub open_session: bool,
    pub open_since: Option<Date>,
    /// Postponed since the last closed session.
    pub postponed: u8,
    /// Missed since the last closed session.
    pub missed: u8,
    /// Due days of open actions of the supervisor and of the employee, earliest first; `None` for those without a day.
    pub my_due: Vec<Option<Date>>,
    pub their_due: Vec<Option<Date>>,
    pub open_agenda: u16,
    pub last_praise: Option<Date>,
    pub last_feedback: Option<Date>,
    /// Days of the newest feedback records, oldest first, at most [`EVIDENCE_KEPT`].
    pub evidence: Vec<Day>,
    /// The newest plans, oldest first.
    pub plans: Vec<PlanFacts>,
    /// Present levels by the supervisor; [`crate::domain::competency::tally`] compares them with what is required.
    pub levels: Vec<RowLevel>,
}

/// A day in two bytes: days since 1 January 2000, to 2179.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(u16);

impl Day {
    const EPOCH: Date = jiff::civil::date(2000, 1, 1);
    pub fn from_date(date: Date) -> Self {
        Day(crate::domain::period::days_between(Day::EPOCH, date).clamp(0, i64::from(u16::MAX)) as u16)
    }
    pub fn date(self) -> Date {
        use jiff::ToSpan;
        Day::EPOCH.checked_add(i64::from(self.0).days()).unwrap_or(Day::EPOCH)
    }
}

impl RosterRow {
    /// Computed from the dossier alone.
    pub fn of(dossier: &Dossier) -> Self {
        let mut row = RosterRow::bare(&dossier.person);
        row.last_session = dossier.last_closed().map(|s| s.on);
        row.objected = dossier.contested().first().map(|found| found.on);
        row.planned = dossier.planned_session().map(|s| s.on);
        row.planned_made = dossier.planned_session().map(|s| s.written.to_zoned(jiff::tz::TimeZone::UTC).date());
        row.open_session = dossier.open_session().is_some();
        row.open_since = dossier.open_session().map(|s| s.on);
        for session in &dossier.sessions {
            // What counts is the day on which it was put off, not the day it was planned for.
            let since = |on: Date| row.last_session.is_none_or(|last| on > last);
            match &session.state {
                SessionState::Postponed { on, .. } if since(*on) => row.postponed = row.postponed.saturating_add(1),
                SessionState::Missed { on, .. } if since(*on) => row.missed = row.missed.saturating_add(1),
                SessionState::Postponed { .. } | SessionState::Missed { .. } => {}
                SessionState::Closed { .. } | SessionState::Planned | SessionState::Open { .. } => {}
            }
        }
        for action in dossier.open_actions() {
            match action.owner {
                Owner::Supervisor => row.my_due.push(action.due),
                Owner::Employee => row.their_due.push(action.due),
            }
        }
        row.open_agenda = dossier.open_agenda().count().min(usize::from(u16::MAX)) as u16;
        row.last_praise = dossier.last_feedback(FeedbackKind::Praise).map(|f| f.on);
        row.last_feedback = dossier.feedback.last().map(|f| f.on);
        let from = dossier.feedback.len().saturating_sub(EVIDENCE_KEPT);
        row.plans = PlanFacts::of(dossier);
        row.evidence = dossier.feedback[from..].iter().map(|f| Day::from_date(f.on)).collect();
        row.levels = row_levels(&dossier.ratings);
        row
    }

    /// A person without any dated record.
    pub fn bare(person: &Person) -> Self {
        RosterRow {
            id: person.id,
            name: person.name.clone(),
            nip: person.nip.clone(),
            kind: person.kind,
            rank: person.rank.clone(),
            position: person.position.clone(),
            unit: person.unit,
            supervisor: person.supervisor,
            status: person.status.clone(),
            tags: person.tags.clone(),
            cadence: person.cadence,
            probation_until: person.probation_until,
            since: person.since,
            last_session: None,
            objected: None,
            planned: None,
            planned_made: None,
            open_session: false,
            open_since: None,
            postponed: 0,
            missed: 0,
            my_due: vec![],
            their_due: vec![],
            open_agenda: 0,
            last_praise: None,
            last_feedback: None,
            evidence: vec![],
            plans: vec![],
            levels: vec![],
        }
    }

    /// The person's own record, which the row holds whole.
    pub fn person(&self) -> Person {
        Person {
            id: self.id,
            name: self.name.clone(),
            nip: self.nip.clone(),
            kind: self.kind,
            rank: self.rank.clone(),
            position: self.position.clone(),
            unit: self.unit,
            supervisor: self.supervisor,
            status: self.status.clone(),
            tags: self.tags.clone(),
            cadence: self.cadence,
            probation_until: self.probation_until,
            since: self.since,
        }
    }

    /// The plan in effect on a day.
    pub fn plan_in_effect(&self, day: Date) -> Option<&PlanFacts> {
        self.plans.iter().rev().find(|plan| plan.from.date() <= day && day <= plan.until.date())
    }

    /// The plan in effect on a day, or where none is, the one that ended last.
    pub fn plan(&self, day: Date) -> Option<&PlanFacts> {
        let ended = || self.plans.iter().filter(|plan| plan.until.date() < day).max_by_key(|plan| plan.until);
        self.plan_in_effect(day).or_else(ended)
    }

    /// The goals that matter on a day: those of the plan, and what earlier plans left unfinished.
    pub fn goals_on(&self, day: Date) -> Vec<&GoalFacts> {
        let now = self.plan(day);
        let earlier = self.plans.iter().filter(|plan| plan.until.date() < day && now.is_none_or(|now| now != *plan));
        let left = earlier.flat_map(|plan| {
            let open = move |goal: &&GoalFacts| goal.until == plan.until && goal.is_active() && !goal.is_reached(day);
            plan.goals.iter().filter(open)
        });
        now.into_iter().flat_map(|plan| &plan.goals).chain(left).collect()
    }

    /// The day on which the clock of rhythm, praise and silence began: when somebody came, or came back from leave.
    pub fn clock_began(&self, today: Date) -> Date {
        began(self.since, &self.status, today)
    }

    /// Whether something can be asked of the person: in service and not away.
    pub fn is_here(&self, today: Date) -> bool {
        self.status.in_service() && !self.status.on_leave(today)
    }

    pub fn overdue(list: &[Option<Date>], today: Date) -> usize {
        list.iter().flatten().filter(|due| **due < today).count()
    }
}

/// The later of two days: when somebody came, and when the last leave was over.
pub(super) fn began(since: Date, status: &PersonStatus, today: Date) -> Date {
    match status {
        PersonStatus::Leave { until: Some(until), .. } if *until < today => since.max(until.tomorrow().unwrap_or(*until)),
        _ => since,
    }
}

/// Everybody in the store, the units, and who uses it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roster {
    pub profile: Profile,
    pub units: UnitTree,
    /// Frameworks and standards.
    pub catalogue: Catalogue,
    rows: Vec<RosterRow>,
    #[serde(skip)]
    index: HashMap<PersonId, usize>,
}

impl Roster {
    pub fn new(profile: Profile, units: UnitTree, rows: Vec<RosterRow>) -> Self {
        let mut roster = Roster { profile, units, catalogue: Catalogue::default(), rows, index: HashMap::new() };
        roster.reindex();
        roster
    }

    pub fn with_catalogue(self, catalogue: Catalogue) -> Self {
        Roster { catalogue, ..self }
    }

    /// Needed once after decoding.
    pub fn reindex(&mut self) {
        self.index = self.rows.iter().enumerate().map(|(i, row)| (row.id, i)).collect();
    }

    pub fn rows(&self) -> &[RosterRow] {
        &self.rows
    }
    pub fn row(&self, id: PersonId) -> Option<&RosterRow> {
        self.index.get(&id).and_then(|i| self.rows.get(*i))
    }
    pub fn len(&self) -> usize {
        self.rows.len()
    }
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
    pub fn put(&mut self, row: RosterRow) {
        match self.index.get(&row.id) {
            Some(i) => self.rows[*i] = row,
            None => {
                self.index.insert(row.id, self.rows.len());
                self.rows.push(row);
            }
        }
    }
    pub fn remove(&mut self, id: PersonId) {
        if let Some(i) = self.index.remove(&id) {
            self.rows.swap_remove(i);
            if let Some(moved) = self.rows.get(i) {
                self.index.insert(moved.id, i);
            }
        }
    }

    /// Applies what a change says about profile, units, frameworks and standards. Rows are put by whoever has the dossiers.
    pub fn apply_office(&mut self, change: &Change) {
        for op in &change.ops {
            self.catalogue.apply(op);
            match (op.record(), op) {
                (Record::Profile(_), Op::Put { record, .. }) => {
                    if let Record::Profile(profile) = record.as_ref() {
                        self.profile = profile.clone();
                    }
                }
                (Record::Profile(_), Op::Remove { .. }) => self.profile = Profile::default(),
                (Record::Unit(_), Op::Put { record, .. }) => {
                    if let Record::Unit(unit) = record.as_ref() {
                        self.units.insert(unit.clone());
                    }
                }
                (Record::Unit(unit), Op::Remove { .. }) => self.units.remove(unit.id),
                _ => {}
            }
        }
    }

    pub fn me(&self) -> Option<&RosterRow> {
        self.profile.me.and_then(|id| self.row(id))
    }

    /// Whether somebody reports to the user directly.
    pub fn has_own_team(&self) -> bool {
        self.profile.me.is_some_and(|me| self.rows.iter().any(|r| r.supervisor == Some(me)))
    }

    /// People of the user's own team; where nobody reports to him or her yet, everybody whom he or she may look
    /// after: neither the user nor those who stand above.
    pub fn team(&self, scope: Scope) -> impl Iterator<Item = &RosterRow> {
        let me = self.profile.me;
        let direct = scope == Scope::Mine && self.has_own_team();
        let above = self.line_from(me);
        self.rows.iter().filter(move |row| !above.contains(&row.id) && (!direct || row.supervisor == me))
    }

    /// Somebody and those who stand above, nearest first. A loop ends where it begins.
    pub fn line_of(&self, person: Option<PersonId>) -> Vec<PersonId> {
        self.line_from(person)
    }

    fn line_from(&self, person: Option<PersonId>) -> Vec<PersonId> {
        let mut line = Vec::new();
        let mut at = person;
        while let Some(id) = at.filter(|id| !line.contains(id)) {
            line.push(id);
            at = self.row(id).and_then(|row| row.supervisor);
        }
        line
    }

    pub fn by_nip(&self, nip: &Nip) -> Option<&RosterRow> {
        self.rows.iter().find(|row| row.nip.as_ref() == Some(nip))
    }

    /// Whether `above` stands above `person` in the line of supervisors (or is the same person).
    pub fn stands_above(&self, above: PersonId, person: PersonId) -> bool {
        self.line_from(Some(person)).contains(&above)
    }
}

/// Whose people a list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Those who report to the user.
    #[default]
    Mine,
    /// Everybody in the store but the user and those who stand above.
    Everybody,
}

impl Scope {
    pub fn other(self) -> Self {
        match self {
            Scope::Mine => Scope::Everybody,
            Scope::Everybody => Scope::Mine,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::people::roster::*;
    use uuid::Uuid;

    const ME: PersonId = PersonId(Uuid::from_u128(2));

    /// Numbered from 1, each with the number of the supervisor.
    fn roster(supervisors: &[Option<u128>]) -> Roster {
        let row = |(i, above): (usize, &Option<u128>)| {
            let person = Person {
                id: PersonId(Uuid::from_u128(i as u128 + 1)),
                name: PersonName::plain("Sari"),
                nip: None,
                kind: EmploymentKind::Pns,
                rank: None,
                position: None,
                unit: None,
                supervisor: above.map(|n| PersonId(Uuid::from_u128(n))),
                status: PersonStatus::Active,
                tags: vec![],
                cadence: None,
                probation_until: None,
                since: Day::EPOCH,
            };
            RosterRow::bare(&person)
        };
        let rows = supervisors.iter().enumerate().map(row).collect();
        Roster::new(Profile { me: Some(ME), ..Profile::default() }, UnitTree::default(), rows)
    }
    fn team(roster: &Roster, scope: Scope) -> Vec<u128> {
        roster.team(scope).map(|row| row.id.0.as_u128()).collect()
    }

    #[test]
    fn those_who_stand_above_the_user_are_nobody_to_look_after() {
        // 6 heads the office, 1 is the user's (2) supervisor; 5 is a colleague with one person, 7.
        let roster = roster(&[Some(6), Some(1), Some(2), Some(2), Some(1), None, Some(5)]);
        assert_eq!(team(&roster, Scope::Mine), [3, 4]);
        assert_eq!(team(&roster, Scope::Everybody), [3, 4, 5, 7]);
    }

    #[test]
    fn who_has_no_team_yet_sees_everybody_below_and_beside() {
        let roster = roster(&[None, Some(1), Some(1), None]);
        assert_eq!(team(&roster, Scope::Mine), [3, 4]);
    }

    #[test]
    fn a_loop_of_supervisors_ends() {
        let roster = roster(&[Some(2), Some(1), None]);
        assert_eq!(team(&roster, Scope::Everybody), [3]);
        assert!(roster.stands_above(PersonId(Uuid::from_u128(1)), ME));
        assert!(!roster.stands_above(PersonId(Uuid::from_u128(3)), ME));
    }
}
