//! A believable, entirely invented office to look around in, to show and to measure with: `bina demo`.
//!
//! Reading order: [`section`] (the cast) and [`town`] (everybody else), [`course`] (on which days somebody's talks
//! took place and how things stand today), [`aims`] (what everybody is to reach, and what becomes of it), [`history`],
//! [`talk`], [`goals`], [`ratings`], [`evaluations`] and [`development`] (the records that come of it, written by [`scribe`] through the same intents as
//! a user's; values come from [`progress`]), [`texts`] (the words). Nothing here reads a clock or draws real chance:
//! the same [`Plan`] gives the same bytes. People, units and places are made up.

mod aims;
mod calendar;
mod course;
mod development;
mod dice;
mod evaluations;
mod goals;
mod history;
mod names;
mod progress;
mod ratings;
mod scribe;
mod section;
mod talk;
mod texts;
mod town;

use crate::demo::aims::Aims;
use crate::demo::course::Course;
use crate::demo::dice::Dice;
use crate::demo::goals::Goals;
use crate::demo::history::History;
use crate::domain::records::record::Profile;
use crate::domain::*;
use jiff::{Timestamp, ToSpan, civil::Date};
use std::collections::BTreeSet;

/// Makes what the employee receives from the dossier as it is while the talk is still open. A parameter, because
/// sheets are the reports' and the domain knows nothing of those.
pub type SheetMaker<'a> = dyn Fn(&Dossier, &Session) -> SharedText + 'a;

/// The seat of the user; that of the superior is before it, the cast follows.
const ME: usize = 1;

/// Larger offices keep the sheets of the last year only.
const SHEETS_OF_ALL: usize = 200;

/// What kind of office is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// People besides the user and the superior; more than the section has fill a town around it.
    pub people: usize,
    /// How far back the records go.
    pub years: u8,
    pub seed: u64,
    /// Everything is dated from here backwards, so that the office looks alive on that day.
    pub today: Date,
}

impl Plan {
    /// The section that `bina demo` opens: fourteen people, two years.
    pub fn section(today: Date) -> Self {
        Plan { people: section::CAST_SIZE, years: 2, seed: 1, today }
    }
}

/// An office that was drawn: who works where. The histories are made one at a time by [`Office::changes`].
#[derive(Debug)]
pub struct Office {
    plan: Plan,
    rules: RuleSet,
    units: Vec<Unit>,
    profile: Profile,
    seats: Vec<Seat>,
    standards: Vec<Standard>,
    /// Courses, money and proposals.
    offers: Vec<Record>,
    /// Units and standards: what records are judged against.
    shared: Roster,
}

#[derive(Debug)]
struct Seat {
    person: Person,
    /// The seat of the supervisor.
    above: Option<usize>,
    part: Part,
}

#[derive(Debug)]
enum Part {
    /// Nobody in the store leads talks with this one: the user, and who stands at the top.
    Above,
    Cast(Box<Course>),
    Town,
}

/// Draws the office: units, the user, everybody's place.
pub fn office(plan: &Plan) -> Office {
    let rules = RuleSet::default();
    let mut ids = IdSource::seeded(Dice::new(plan.seed, 0).seed());
    let since = calendar::months_before(plan.today, 12 * i64::from(plan.years.max(1)));
    let founded = calendar::moment(since, 7 * 60 + 30);
    let [town, district, own] = [(); 3].map(|()| UnitId(ids.uuid(founded)));
    let [camat, me] = [(); 2].map(|()| PersonId(ids.uuid(founded)));
    let mut dice = Dice::new(plan.seed, 1);
    let [superior, user] = section::chiefs([camat, me], [district, own], since, plan.today, &mut dice);
    let mut seats = vec![
        Seat { person: superior, above: None, part: Part::Above },
        Seat { person: user, above: Some(0), part: Part::Above },
    ];
    for n in 0..plan.people.min(section::CAST_SIZE) {
        let id = PersonId(ids.uuid(founded));
        let (person, course) = section::member(n, id, (own, me), plan, &rules);
        seats.push(Seat { person, above: Some(1), part: Part::Cast(Box::new(course)) });
    }
    let unit = |id, name: &str, parent, head| Unit { id, code: None, name: name.to_owned(), parent, head, cadence: None };
    let mut units = vec![
        unit(district, "Kecamatan Medan Meranti", None, Some(camat)),
        unit(own, "Seksi Pelayanan Umum", Some(district), Some(me)),
    ];
    let left = plan.people.saturating_sub(section::CAST_SIZE);
    if left > 0 {
        units[0].parent = Some(town);
        units[1].cadence = Some(Cadence::Months(1));
        units.insert(0, Unit { cadence: Some(Cadence::Months(3)), ..unit(town, "Pemerintah Kota", None, None) });
        let nips: BTreeSet<String> = seats.iter().filter_map(|s| Some(s.person.nip.as_ref()?.as_str().to_owned())).collect();
        let (units, seats, ids, rules) = (&mut units, &mut seats, &mut ids, &rules);
        town::Town { plan, rules, ids, founded, units, seats, left, dice, nips }.people(town, 0);
    }
    let profile = Profile { me: Some(me), ..Profile::default() };
    let by = actor(&seats[1].person);
    let standards = ratings::standards(&by, founded, &rules);
    let mut catalogue = Catalogue::default();
    standards.iter().cloned().map(Record::Standard).for_each(|record| catalogue.put(&record));
    let mut shared = Roster::default().with_catalogue(catalogue);
    units.iter().for_each(|unit| shared.units.insert(unit.clone()));
    let known: Vec<(PersonId, Option<String>)> = seats
        .iter()
        .filter(|seat| matches!(seat.part, Part::Cast(_)))
        .map(|seat| (seat.person.id, seat.person.position.clone()))
        .collect();
    // Identifiers of its own, so that those of all others stay.
    let mut ids = IdSource::seeded(Dice::new(plan.seed, 40_000_000).seed());
    let offers = development::of_the_office(&known, own, &by, founded, plan.today, &mut ids);
    Office { plan: plan.clone(), rules, units, profile, seats, standards, offers, shared }
}

/// The day that a change of the sample was made for.
pub fn built_on(change: &Change) -> Date {
    calendar::office_time(change.at).0
}

impl Office {
    /// How many changes there will be.
    pub fn len(&self) -> usize {
        1 + self.seats.len()
    }
    pub fn is_empty(&self) -> bool {
        self.seats.is_empty()
    }

    /// Everybody without records yet: what a sheet needs to name the supervisor and the unit.
    pub fn roster(&self) -> Roster {
        let mut units = UnitTree::default();
        self.units.iter().for_each(|unit| units.insert(unit.clone()));
        let rows = self.seats.iter().map(|seat| RosterRow::bare(&seat.person)).collect();
        Roster::new(self.profile.clone(), units, rows).with_catalogue(self.shared.catalogue.clone())
    }

    /// The user, as who all records of the own section were written.
    pub fn me(&self) -> Actor {
        self.actor(ME)
    }

    /// First the units, the profile and the standards, then one change a person with all of that person's records. Each is made
    /// when it is asked for, so a large office needs no more memory than a small one.
    pub fn changes<'a>(&'a self, sheet: &'a SheetMaker<'a>) -> impl Iterator<Item = Change> + 'a {
        let founding = self.units.iter().cloned().map(Record::Unit).chain([Record::Profile(self.profile.clone())]);
        let founding = founding.chain(self.standards.iter().cloned().map(Record::Standard));
        let founding = founding.chain(self.unit_results().into_iter().map(Record::UnitResult));
        let founding = founding.chain(self.offers.iter().cloned());
        let founding = self.change(0, None, founding.map(Op::add).collect());
        let people = self.seats.iter().enumerate().map(move |(n, seat)| {
            let (dossier, _) = self.life(n, sheet);
            let person = Op::add(Record::Person(seat.person.clone()));
            let records = dossier.iter().flat_map(Dossier::records).map(Op::add);
            self.change(n + 1, Some(seat.person.id), std::iter::once(person).chain(records).collect())
        });
        std::iter::once(founding).chain(people)
    }

    /// What is known of the user's own section when its people are judged.
    fn unit_results(&self) -> Vec<evaluation::UnitResult> {
        let own = self.seats.get(ME).and_then(|seat| seat.person.unit);
        let unit = self.units.iter().find(|unit| Some(unit.id) == own);
        let superior = self.seats.first().map(|seat| seat.person.name.full()).unwrap_or_default();
        let written = calendar::moment(self.plan.today, 0);
        let known = |unit: &Unit| evaluations::unit_results(&unit.name, &superior, self.plan.today, &self.me(), written);
        unit.map(known).unwrap_or_default()
    }

    /// What has been written about the person in a seat, and what was refused on the way.
    fn life(&self, n: usize, sheet: &SheetMaker<'_>) -> (Option<Dossier>, Vec<Refusal>) {
        let seat = &self.seats[n];
        let mut dice = Dice::new(self.plan.seed, 10_000 + n as u64);
        let mut goal_dice = Dice::new(self.plan.seed, 30_000_000 + n as u64);
        let (course, aims) = match &seat.part {
            Part::Above if n != ME => return (None, vec![]),
            Part::Above => (Course::without_talks(self.plan.today), Aims::of_the_head()),
            Part::Cast(course) => ((**course).clone(), Aims::of_the_cast(n - ME - 1)),
            Part::Town => {
                let course = Course::of_the_town(&seat.person, self.plan.today, &self.rules, &mut dice);
                (course, Aims::of_the_town(&mut goal_dice))
            }
        };
        let new_post = aims.moved_from.and(seat.person.unit);
        let unit = new_post.and_then(|id| self.units.iter().find(|unit| unit.id == id));
        let goals = Goals::new(&seat.person, unit, aims, self.plan.today, goal_dice, &self.rules);
        // The user's own values are the user's own words.
        let by = self.actor(if n == ME { ME } else { seat.above.unwrap_or(ME) });
        let cast = |seat: &Seat| matches!(seat.part, Part::Cast(_));
        let colleagues = self.seats.iter().filter(|seat| cast(seat)).map(|seat| seat.person.id).collect();
        let mut history = History::new(&seat.person, by, course, goals, dice, &self.rules, &self.shared, sheet);
        history.cast = cast(seat).then(|| (n - ME - 1, colleagues));
        if n == ME { history.goals_alone(self.plan.today) } else { history.live(self.plan.today) }
    }

    fn actor(&self, seat: usize) -> Actor {
        actor(&self.seats[seat].person)
    }

    /// Dated at the beginning of the sample's today, in order.
    fn change(&self, n: usize, about: Option<PersonId>, ops: Vec<Op>) -> Change {
        let at: Timestamp = calendar::moment(self.plan.today, 0) + (n as i64).milliseconds();
        let mut ids = IdSource::seeded(Dice::new(self.plan.seed, 5_000_000 + n as u64).seed());
        Change { id: ChangeId(ids.uuid(at)), at, by: self.actor(1), kind: ChangeKind::SampleBuilt, about, ops }
    }
}

fn actor(person: &Person) -> Actor {
    Actor { name: person.name.full(), person: Some(person.id), capacity: Capacity::Definitive }
}

#[cfg(test)]
mod tests;
