//! What is known of a team's development, derived from its dossiers: needs, what a proposal would ask for, and the name
//! of each thing that a row can stand for.

use crate::desk::office::Office;
pub use crate::desk::selection::DevelopAt;
use crate::domain::development::course::ceiling;
use crate::domain::development::need::{Need, Urgency, needs};
use crate::domain::development::proposal::Proposal;
use crate::domain::development::rules::squeezed;
use crate::domain::development::sum::{Line, LineState, Stock, Topic, by_topic, draft};
use crate::domain::development::{KindId, PlanItem, Subject, SubjectMark};
use crate::domain::people::roster::Scope;
use crate::domain::{Dossier, ItemId, Number, PersonId, ProposalId, UnitId};
use std::collections::BTreeSet;

pub fn needs_of(dossier: &Dossier, office: &Office) -> Vec<Need> {
    needs(dossier, dossier.known_needs(), &office.roster.catalogue, &office.rules, office.today)
}

/// The need of a person that a mark means.
pub fn need_at(person: PersonId, mark: SubjectMark, office: &Office) -> Option<Need> {
    let dossier = office.dossier(person)?;
    needs_of(dossier, office).into_iter().find(|need| need.subject.mark() == mark)
}

/// The people of a list with what they need. Derived once after each change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Team {
    /// In service, by name.
    pub people: Vec<PersonId>,
    pub needs: Vec<Need>,
    /// Whose records are not here yet.
    pub unread: usize,
}

impl Team {
    pub fn of(office: &Office, scope: Scope) -> Team {
        let mut rows: Vec<_> = office.roster.team(scope).filter(|row| row.status.in_service()).collect();
        rows.sort_by_cached_key(|row| (row.name.key(), row.id));
        let people: Vec<PersonId> = rows.iter().map(|row| row.id).collect();
        let dossiers: Vec<&Dossier> = people.iter().filter_map(|id| office.dossier(*id)).collect();
        let needs = dossiers.iter().flat_map(|dossier| needs_of(dossier, office)).collect();
        let unread = people.len() - dossiers.len();
        Team { people, needs, unread }
    }

    /// Of one person alone, for his or her page.
    pub fn of_one(dossier: &Dossier, office: &Office) -> Team {
        Team { people: vec![dossier.id()], needs: needs_of(dossier, office), unread: 0 }
    }

    pub fn topics(&self) -> Vec<Topic> {
        by_topic(&self.needs)
    }

    pub fn topic(&self, mark: SubjectMark) -> Option<Topic> {
        self.topics().into_iter().find(|topic| topic.subject.mark() == mark)
    }

    /// The needs of one topic that were not set aside, in the order of the people.
    pub fn of_topic(&self, mark: SubjectMark) -> impl Iterator<Item = &Need> {
        self.needs.iter().filter(move |need| need.aside.is_none() && need.subject.mark() == mark)
    }
}

/// One line of the proposal of a year, with the rows that it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct LineView {
    pub mark: SubjectMark,
    pub program: String,
    pub subject: Option<Subject>,
    pub kind: Option<KindId>,
    pub organiser: String,
    pub people: BTreeSet<PersonId>,
    pub nameable: BTreeSet<PersonId>,
    pub open_rows: usize,
    pub jp_each: Option<u32>,
    pub jp: u32,
    pub cost: Number,
    pub urgency: Option<Urgency>,
    pub state: LineState,
    /// A course in the office, for each, and for each who is sent.
    pub in_house: Option<(String, Number, Number)>,
    pub fits: Option<bool>,
    pub rows: Vec<ProposalId>,
    /// Items of plans that it asks money for, each with its person.
    pub items: Vec<(PersonId, ItemId)>,
}

/// The proposal of a year as a list shows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProposalView {
    pub year: i16,
    pub lines: Vec<LineView>,
    pub sum: Number,
    pub jp: u32,
    pub budget: Option<Number>,
    pub over: Option<Number>,
    /// Distinct people of all lines.
    pub people: usize,
    /// Rejected or cancelled: they use no money.
    pub closed: Vec<ProposalId>,
}

impl ProposalView {
    pub fn of(office: &Office, team: &Team, year: i16) -> ProposalView {
        let known = &office.roster.catalogue.development;
        let units: BTreeSet<UnitId> =
            team.people.iter().filter_map(|id| office.row(*id)).filter_map(|row| row.unit).collect();
        let own = |row: &&Proposal| match row.person {
            Some(person) => team.people.contains(&person),
            None => row.unit.is_some_and(|unit| units.contains(&unit)),
        };
        let rows: Vec<Proposal> = known.proposals().filter(own).cloned().collect();
        let items: Vec<PlanItem> =
            team.people.iter().filter_map(|id| office.dossier(*id)).flat_map(|d| d.items.iter().cloned()).collect();
        let courses = known.courses();
        let rules = &office.rules.development;
        let stock = Stock { needs: &team.needs, items: &items, rows: &rows, courses: &courses, rules };
        let draft = draft(year, stock, ceiling(&known.budget(), year, &units));
        let lines: Vec<LineView> = draft.lines.iter().map(|line| view(line, year, &rows, &items)).collect();
        let people: BTreeSet<PersonId> = lines.iter().flat_map(|line| line.people.iter().copied()).collect();
        let closed = rows.iter().filter(|row| row.year == year && !row.is_live()).map(|row| row.id).collect();
        let (sum, jp, budget, over) = (draft.sum, draft.jp, draft.budget, draft.over);
        ProposalView { year, lines, sum, jp, budget, over, people: people.len(), closed }
    }

    pub fn line(&self, mark: SubjectMark) -> Option<&LineView> {
        self.lines.iter().find(|line| line.mark == mark)
    }
}

fn view(line: &Line<'_>, year: i16, rows: &[Proposal], items: &[PlanItem]) -> LineView {
    let name = squeezed(&line.program);
    let kind = line.kind.as_ref().map(|kind| kind.as_str()).unwrap_or_default();
    let in_state =
        |row: &&Proposal| row.year == year && LineState::Row(row.state) == line.state && squeezed(&row.program) == name;
    let planned = |item: &&PlanItem| {
        let of_year = item.is_open() && item.when.is_some_and(|when| when.month().year() == year);
        of_year && squeezed(item.name()) == name && line.people.contains(&item.person)
    };
    LineView {
        // Two topics may be taught by one course.
        mark: SubjectMark::of(&[&name, line.state.id(), kind, line.subject.as_ref().map_or("", |s| s.words.as_str())]),
        program: line.program.clone(),
        subject: line.subject.clone(),
        kind: line.kind.clone(),
        organiser: line.organiser.clone(),
        people: line.people.clone(),
        nameable: line.nameable.clone(),
        open_rows: line.open_rows,
        jp_each: line.jp_each,
        jp: line.jp,
        cost: line.cost,
        urgency: line.urgency,
        state: line.state,
        in_house: line
            .in_house
            .as_ref()
            .map(|offer| (offer.course.title.clone(), offer.heads.package_each, offer.heads.each)),
        fits: line.fits,
        rows: rows.iter().filter(in_state).map(|row| row.id).collect(),
        items: items.iter().filter(planned).map(|item| (item.person, item.id)).collect(),
    }
}
