//! The evaluation of the team in a period: who is where, from "nobody has judged" to signed, and the pattern of the unit.
//! In the order of the queue's steps or of names, never of ratings.

use crate::desk::Desk;
use crate::desk::command::Command;
use crate::desk::form::Purpose;
use crate::desk::list::{ListState, Move};
use crate::desk::notice::Tone;
use crate::desk::office::Office;
use crate::desk::records::evaluations::{guard, people};
use crate::desk::request::Destination;
use crate::desk::selection::EvaluationAt;
use crate::domain::competency::evidence::Spread;
use crate::domain::evaluation::caution::{Judged, cautions};
use crate::domain::evaluation::facts::PeriodFacts;
use crate::domain::evaluation::stage::{Stage, Standing};
use crate::domain::evaluation::{Guard, Judgement};
use crate::domain::period::{EvaluationPeriod, PeriodKind};
use crate::domain::{Dossier, PersonId};
use crate::i18n::Text;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EvaluationTab {
    /// The one that the day lies in, by the rules, if none was chosen.
    pub period: Option<EvaluationPeriod>,
    pub order: Order,
    pub view: View,
    pub list: ListState,
    /// Whom the selection is on, so that it survives sorting.
    pub selected: Option<PersonId>,
    #[serde(skip)]
    pub rows: Vec<Row>,
    #[serde(skip)]
    pub guard: Option<Guard>,
    #[serde(skip)]
    derived: Option<(u64, EvaluationPeriod, Order)>,
    /// Whose dossiers were asked for.
    #[serde(skip)]
    asked: HashSet<PersonId>,
}

/// Two orders, and none of them is by a rating.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// Objections first, then who is not judged yet, then by name.
    #[default]
    Step,
    Name,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum View {
    #[default]
    People,
    /// The unit in persons, without a name.
    Spread,
}

/// One person in the period.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub person: PersonId,
    pub stage: Stage,
    /// Indicators with a value, of how many; not known before the dossier is read.
    pub values: Option<(usize, usize)>,
    pub evidence: Spread,
    /// Things worth a second look at the judgement.
    pub looks: usize,
}

impl EvaluationTab {
    /// Longest used kind that is shorter than a year, unless the office uses years alone.
    pub fn period(&self, office: &Office) -> EvaluationPeriod {
        let kinds = &office.rules.period_kinds;
        let usual = [PeriodKind::Quarter, PeriodKind::Month, PeriodKind::Year].into_iter().find(|kind| kinds.contains(kind));
        self.period.unwrap_or_else(|| usual.unwrap_or(PeriodKind::Quarter).at(office.today))
    }

    pub fn at(&self, office: &Office) -> Option<EvaluationAt> {
        Some(EvaluationAt { person: self.selected?, period: self.period(office) })
    }

    pub fn refresh(&mut self, desk: &mut Desk) {
        if desk.incomplete {
            return;
        }
        let period = self.period(&desk.office);
        let source = (desk.office.dossiers_version(), period, self.order);
        if self.derived != Some(source) {
            self.rows = rows(&desk.office, period, self.order);
            self.guard = Some(guard(&desk.office, period));
            self.derived = Some(source);
        }
        if let Some(at) = self.rows.iter().position(|row| Some(row.person) == self.selected) {
            self.list.selected = at;
        }
        self.list.show(self.rows.len(), list_rows(desk.body_rows()));
        self.remember();
        // All of a team count in its pattern, whoever is in view.
        let missing: Vec<PersonId> = self.rows.iter().map(|row| row.person).filter(|id| self.asked.insert(*id)).collect();
        missing.into_iter().take(MOST).for_each(|id| desk.want(id));
    }

    fn remember(&mut self) {
        self.selected = self.rows.get(self.list.selected).map(|row| row.person);
    }

    pub fn step(&mut self, desk: &Desk, movement: Move) {
        self.list.step(movement, self.rows.len(), list_rows(desk.body_rows()));
        self.remember();
    }

    pub fn people(&self) -> Vec<PersonId> {
        self.rows.iter().map(|row| row.person).collect()
    }

    /// Who is not judged yet, in the order of the list.
    fn open(&self) -> Vec<PersonId> {
        self.rows.iter().filter(|row| row.stage == Stage::Undecided).map(|row| row.person).collect()
    }

    pub fn count(&self, stage: impl Fn(Stage) -> bool) -> usize {
        self.rows.iter().filter(|row| stage(row.stage)).count()
    }

    pub fn run(&mut self, desk: &mut Desk, command: Command) -> bool {
        let period = self.period(&desk.office);
        match command {
            Command::OpenRecord if self.view == View::Spread => desk.why_guard(period),
            Command::OpenRecord => self.open_page(desk),
            Command::EvaluationQueue => self.begin(desk),
            Command::EvaluationView => {
                self.view = if self.view == View::People { View::Spread } else { View::People };
            }
            Command::EvaluationOrder => {
                self.order = if self.order == Order::Step { Order::Name } else { Order::Step };
                let id = if self.order == Order::Step { "reports-by-step" } else { "reports-by-name" };
                desk.tell(Tone::Plain, Text::plain(id));
            }
            Command::EvaluationCheck => desk.check_evaluations(period),
            Command::UnitResult => desk.open_form(Purpose::UnitResult(period)),
            Command::PeriodNext | Command::PeriodPrevious => self.turn(desk, command == Command::PeriodNext),
            Command::PeriodKindNext => self.next_kind(desk),
            _ => return false,
        }
        desk.typed();
        true
    }

    fn turn(&mut self, desk: &mut Desk, forward: bool) {
        let period = self.period(&desk.office);
        let other = if forward { period.following() } else { period.previous() };
        if other.first() > desk.office.today {
            return desk.tell(Tone::Plain, Text::plain("why-period-ahead"));
        }
        self.period = Some(other);
    }

    /// Month, quarter, year: those that the office uses.
    fn next_kind(&mut self, desk: &mut Desk) {
        let period = self.period(&desk.office);
        let kinds = [PeriodKind::Quarter, PeriodKind::Year, PeriodKind::Month];
        let used: Vec<PeriodKind> = kinds.into_iter().filter(|kind| desk.office.rules.period_kinds.contains(kind)).collect();
        let at = used.iter().position(|kind| *kind == period.kind()).map_or(0, |at| at + 1);
        if let Some(kind) = used.get(at % used.len().max(1)) {
            self.period = Some(kind.at(period.last().min(desk.office.today)));
        }
    }

    /// The page of the selected person; digits rate at once where nobody has judged.
    fn open_page(&self, desk: &mut Desk) {
        let Some(at) = self.at(&desk.office) else { return };
        if desk.must_wait_for(&[at.person]) {
            return;
        }
        let open = self.rows.iter().any(|row| row.person == at.person && row.stage == Stage::Undecided);
        let rate = open && !desk.read_only;
        desk.go(Destination::Evaluation { at, queue: self.people(), rate, is_round: false });
    }

    /// One after another of those who are not judged yet, the selected one first.
    fn begin(&self, desk: &mut Desk) {
        let mut queue = self.open();
        if desk.must_wait_for(&queue) {
            return;
        }
        if let Some(at) = queue.iter().position(|id| Some(*id) == self.selected) {
            queue.rotate_left(at);
        }
        let period = self.period(&desk.office);
        match queue.first() {
            Some(person) => {
                let at = EvaluationAt { person: *person, period };
                desk.go(Destination::Evaluation { at, queue, rate: true, is_round: true });
            }
            None => desk.tell(Tone::Good, Text::plain("reports-all-judged")),
        }
    }
}

/// A team is no longer than this; a store of a whole town is not read for it.
const MOST: usize = 500;

/// Rows of people: headline, heads and a line between above; the unit and the legend below.
pub fn list_rows(body: usize) -> usize {
    body.saturating_sub(if body >= 15 { 8 } else { 4 }).max(1)
}

fn rows(office: &Office, period: EvaluationPeriod, order: Order) -> Vec<Row> {
    let mut rows: Vec<Row> = people(office, period).into_iter().map(|person| row(office, person, period)).collect();
    if order == Order::Step {
        // Stable: within a step they stay in the order of names.
        rows.sort_by_key(|row| row.stage.rank());
    }
    rows
}

fn row(office: &Office, person: PersonId, period: EvaluationPeriod) -> Row {
    let Some(dossier) = office.dossier(person) else {
        return Row { person, stage: Stage::Undecided, values: None, evidence: Spread::default(), looks: 0 };
    };
    let facts = PeriodFacts::of(dossier, period, office.today);
    let standing = Standing::of(dossier, period);
    let looks = looks(office, dossier, &standing);
    Row { person, stage: standing.stage, values: Some(facts.measured()), evidence: facts.evidence(), looks }
}

fn looks(office: &Office, dossier: &Dossier, standing: &Standing<'_>) -> usize {
    let Some(found) = standing.evaluation else { return 0 };
    let Judgement::Rated { results, behaviour } = found.judgement else { return 0 };
    let judged = Judged {
        period: found.period,
        span: found.span,
        results,
        behaviour,
        reason: found.reason.for_supervisor(),
        evidence: &found.evidence,
        notes: found.notes.get(),
        other_assessor: None,
    };
    cautions(&judged, dossier, &office.rules, office.today).len()
        + usize::from(found.matrix_mismatch(&office.rules).is_some())
}
