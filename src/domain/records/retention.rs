//! How long records are kept. What has outlived its time can be erased for good, after it was shown.
//!
//! UU 27/2022 (personal data) asks that data end when their purpose or their retention does; how long that is, the
//! agency's archive schedule says. No number is built in: nothing is erased that nobody set a time for.

use crate::domain::{Action, Record, RecordId, Session, SessionState};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

/// Months, by kind of record; 0 keeps it for ever.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RetentionMonths {
    /// Praise, what to improve, observations; reasons for passing somebody over.
    pub notes: u16,
    /// What was settled: promises, agreements, lines of agendas.
    pub actions: u16,
    /// Closed, postponed and missed talks, with their sheets.
    pub sessions: u16,
    /// Results with their values, from the end of the result's period on.
    pub goals: u16,
    /// Levels of competencies, work behaviours and what was expected of them.
    pub ratings: u16,
    /// Plans, learning, pairs, words about careers and support, once they have ended.
    pub development: u16,
    /// Evaluations with what was handed over, and objections to them, from the end of the period or the last step on.
    pub evaluations: u16,
    /// People who have left, with everything about them.
    pub former_people: u16,
}

/// A kind of record, as far as retention goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", prefix = "retention-")]
pub enum Kept {
    Notes,
    Actions,
    Sessions,
    Goals,
    Ratings,
    Development,
    Evaluations,
    FormerPeople,
}

impl Kept {
    pub const ALL: [Kept; 8] = [
        Kept::Notes,
        Kept::Actions,
        Kept::Sessions,
        Kept::Goals,
        Kept::Ratings,
        Kept::Evaluations,
        Kept::Development,
        Kept::FormerPeople,
    ];

    /// The message that names it.
    pub fn message_id(self) -> &'static str {
        self.into()
    }

    /// What a record counts as; `None` for what belongs to nobody.
    pub fn of(record: &Record) -> Option<Kept> {
        Some(match record {
            Record::Feedback(_) | Record::Skip(_) => Kept::Notes,
            Record::Action(_) | Record::Agenda(_) => Kept::Actions,
            Record::Session(_) => Kept::Sessions,
            Record::WorkResult(_) | Record::CheckIn(_) => Kept::Goals,
            Record::Rating(_) | Record::BehaviourRating(_) | Record::LeaderExpectation(_) => Kept::Ratings,
            Record::PlanItem(_) | Record::Learning(_) | Record::Wish(_) | Record::NeedWord(_) => Kept::Development,
            Record::MentoringPair(_) | Record::CareerNote(_) | Record::SupportPlan(_) => Kept::Development,
            Record::Evaluation(_) | Record::Objection(_) | Record::Skp(_) => Kept::Evaluations,
            Record::Person(_) => Kept::FormerPeople,
            Record::Course(_) | Record::BudgetLine(_) | Record::Proposal(_) => return None,
            Record::Profile(_) | Record::Unit(_) | Record::Framework(_) | Record::Standard(_) => return None,
            Record::UnitResult(_) | Record::HolidayList(_) => return None,
            Record::Withdrawal(withdrawal) => return Kept::of_id(withdrawal.record),
        })
    }
}

impl Kept {
    /// As what a withdrawal counts: as the record that it is about.
    fn of_id(id: RecordId) -> Option<Kept> {
        match id {
            RecordId::Feedback(_) | RecordId::Skip(_) => Some(Kept::Notes),
            RecordId::Action(_) | RecordId::Agenda(_) => Some(Kept::Actions),
            RecordId::CheckIn(_) => Some(Kept::Goals),
            RecordId::Rating(_) | RecordId::BehaviourRating(_) | RecordId::LeaderExpectation(_) => Some(Kept::Ratings),
            _ => None,
        }
    }
}

impl RetentionMonths {
    pub fn of(&self, kind: Kept) -> u16 {
        match kind {
            Kept::Notes => self.notes,
            Kept::Actions => self.actions,
            Kept::Sessions => self.sessions,
            Kept::Goals => self.goals,
            Kept::Ratings => self.ratings,
            Kept::Development => self.development,
            Kept::Evaluations => self.evaluations,
            Kept::FormerPeople => self.former_people,
        }
    }

    /// Whether a record, in this state, has outlived its time. A person's own record stands for everything about him
    /// or her.
    pub fn outlived(&self, record: &Record, today: Date) -> bool {
        let months = Kept::of(record).map_or(0, |kind| self.of(kind));
        let end = finished(record).filter(|_| months > 0);
        end.and_then(|end| end.checked_add(i32::from(months).months()).ok()).is_some_and(|until| until < today)
    }
}

/// The day from which on a record is only kept; `None` while it is still at work.
fn finished(record: &Record) -> Option<Date> {
    match record {
        Record::Feedback(feedback) => Some(feedback.on),
        Record::Skip(skip) => Some(skip.on),
        Record::Action(action) => settled(action),
        Record::Agenda(line) => line.state.settled_on(),
        Record::Session(session) => ended(session),
        // A word that was said after the period is its end.
        Record::WorkResult(result) => {
            Some(result.words.last().map_or(result.period.until, |word| word.on.max(result.period.until)))
        }
        // A value goes with its result.
        Record::CheckIn(_) => None,
        Record::Rating(rating) => Some(rating.on),
        // What is about a period ends with it.
        Record::BehaviourRating(rating) => Some(rating.on.max(rating.period.last())),
        Record::LeaderExpectation(expectation) => Some(expectation.on.max(expectation.period.last())),
        Record::PlanItem(item) => item.finished_on(),
        // A licence is at work until it lapses.
        Record::Learning(learning) => Some(learning.lapses.unwrap_or(learning.until).max(learning.until)),
        Record::Wish(wish) => wish.dropped_on(),
        Record::NeedWord(word) => Some(word.on),
        Record::MentoringPair(pair) => pair.ended_on(),
        Record::CareerNote(note) => Some(note.outcome.as_ref().map_or(note.on, |outcome| outcome.on)),
        Record::SupportPlan(plan) => plan.ended_on(),
        Record::Course(_) | Record::BudgetLine(_) | Record::Proposal(_) => None,
        Record::Evaluation(evaluation) => Some(evaluation.span.until.max(evaluation.on)),
        Record::Objection(objection) => (!objection.is_open()).then(|| objection.last_on()).flatten(),
        Record::Skp(skp) => Some(skp.span.until),
        Record::UnitResult(_) | Record::HolidayList(_) => None,
        // Together with the record that it is about: alone it would bring that one back.
        Record::Withdrawal(withdrawal) => Some(withdrawal.on),
        Record::Person(person) => person.status.ended_on(),
        Record::Profile(_) | Record::Unit(_) | Record::Framework(_) | Record::Standard(_) => None,
    }
}

fn settled(action: &Action) -> Option<Date> {
    action.state.settled_on()
}

fn ended(session: &Session) -> Option<Date> {
    match &session.state {
        SessionState::Planned | SessionState::Open { .. } => None,
        // Begun and closed may lie months apart, and so may the day it was planned for and the day it was put off.
        SessionState::Closed { at, .. } => {
            let closed = at.to_zoned(jiff::tz::TimeZone::UTC).date().max(session.on);
            let added = session.addenda.iter().map(|addendum| addendum.at.to_zoned(jiff::tz::TimeZone::UTC).date());
            Some(added.fold(closed, Date::max))
        }
        SessionState::Postponed { on, .. } | SessionState::Missed { on, .. } => Some(*on),
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::records::retention::*;
    use crate::domain::{ActionState, EmploymentKind, Person, PersonId, PersonName, PersonStatus};
    use crate::domain::{Actor, Audienced, Owner, Private};
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 21);

    fn months(months: u16) -> RetentionMonths {
        RetentionMonths {
            notes: months,
            actions: months,
            sessions: months,
            goals: months,
            ratings: months,
            development: months,
            evaluations: months,
            former_people: months,
        }
    }

    fn person(status: PersonStatus) -> Record {
        Record::Person(Person {
            id: PersonId(uuid::Uuid::from_u128(1)),
            name: PersonName::plain("Sari"),
            nip: None,
            kind: EmploymentKind::Pns,
            rank: None,
            position: None,
            unit: None,
            supervisor: None,
            status,
            tags: vec![],
            cadence: None,
            probation_until: None,
            since: date(2010, 1, 1),
        })
    }

    fn action(state: ActionState) -> Record {
        Record::Action(Action {
            id: crate::domain::ActionId(uuid::Uuid::from_u128(2)),
            person: PersonId(uuid::Uuid::from_u128(1)),
            owner: Owner::Employee,
            text: Audienced::Private(Private::new("menata arsip".into())),
            due: None,
            measure: String::new(),
            tags: vec![],
            state,
            carried: 0,
            session: None,
            on: date(2015, 1, 1),
            by: Actor::default(),
            written: jiff::Timestamp::UNIX_EPOCH,
        })
    }

    #[test]
    fn nothing_goes_where_nobody_set_a_time() {
        let left = PersonStatus::Left { on: Some(date(2001, 1, 1)), note: String::new() };
        assert!(!RetentionMonths::default().outlived(&person(left), TODAY));
    }

    #[test]
    fn the_time_runs_from_the_end_and_its_last_day_is_kept() {
        let done = |on| action(ActionState::Done { on, note: String::new() });
        assert!(months(24).outlived(&done(date(2024, 11, 20)), TODAY));
        assert!(!months(24).outlived(&done(date(2024, 11, 21)), TODAY));
        assert!(!months(24).outlived(&action(ActionState::Open), TODAY), "what is open is still at work");
    }

    #[test]
    fn who_is_in_service_is_no_former_person() {
        let left = |on| person(PersonStatus::Left { on, note: String::new() });
        assert!(!months(1).outlived(&person(PersonStatus::Active), TODAY));
        assert!(!months(1).outlived(&left(None), TODAY), "a day that nobody knows ends no time");
        assert!(months(1).outlived(&left(Some(date(2026, 10, 20))), TODAY));
    }

    #[test]
    fn a_line_of_the_agenda_ends_when_it_was_talked_about() {
        use crate::domain::{AgendaId, AgendaLine, AgendaState, SessionId};
        let line = |state| {
            Record::Agenda(AgendaLine {
                id: AgendaId(uuid::Uuid::from_u128(3)),
                person: PersonId(uuid::Uuid::from_u128(1)),
                text: Audienced::Private(Private::new("bahas kenaikan pangkat".into())),
                tags: vec![],
                state,
                carried: 0,
                on: date(2015, 1, 1),
                by: Actor::default(),
                written: jiff::Timestamp::UNIX_EPOCH,
            })
        };
        let session = SessionId(uuid::Uuid::from_u128(4));
        let talked = |on| line(AgendaState::Discussed { on, session });
        assert!(!months(24).outlived(&talked(date(2026, 11, 20)), TODAY), "written long ago, talked about yesterday");
        assert!(months(24).outlived(&talked(date(2024, 11, 20)), TODAY));
        assert!(!months(24).outlived(&line(AgendaState::Open), TODAY));
    }
}
