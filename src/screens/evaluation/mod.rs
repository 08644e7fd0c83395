//! The page that judges somebody's period: what is known above, two ratings by digit below, the predikat of the rule's
//! matrix when both are there. Both begin empty; what is given and not saved is a draft. With a queue it goes from one
//! person to the next.

pub mod commands;
pub mod draw;
pub mod facts;

use super::walk::{Stop, StopState, next_stop};
use crate::desk::Desk;
use crate::desk::editor::Editor;
use crate::desk::list::ListState;
use crate::desk::office::Office;
use crate::desk::records::evaluations::guard;
use crate::desk::selection::EvaluationAt;
use crate::domain::competency::{Evidence, ExpectationRating};
use crate::domain::evaluation::caution::{Caution, Judged, cautions};
use crate::domain::evaluation::stage::Standing;
use crate::domain::evaluation::{Evaluation, Guard, Origin, Why};
use crate::domain::period::EvaluationPeriod;
use crate::domain::{Dossier, PersonId};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EvaluationScreen {
    pub at: EvaluationAt,
    pub stops: Vec<Stop>,
    /// The queue ends by itself; a page that was opened alone does not.
    pub is_round: bool,
    /// Digits rate.
    pub rating: bool,
    pub focus: Focus,
    /// What is given and not saved, of everybody who was left half judged.
    pub typed: Vec<(EvaluationAt, Judging)>,
    /// What the last period said is shown, or hidden again; nobody has asked for either yet.
    pub before: Option<bool>,
    pub list: ListState,
    /// The guard of the unit, as of the records.
    #[serde(skip)]
    pub guard: Option<Guard>,
    #[serde(skip)]
    derived: Option<(u64, EvaluationPeriod)>,
}

/// Where the next key goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Focus {
    #[default]
    Results,
    Behaviour,
    Reason,
    Notes,
}

impl Focus {
    pub const ALL: [Focus; 4] = [Focus::Results, Focus::Behaviour, Focus::Reason, Focus::Notes];

    fn moved(self, forward: bool) -> Focus {
        let at = Focus::ALL.iter().position(|focus| *focus == self).unwrap_or(0);
        Focus::ALL[(at + if forward { 1 } else { Focus::ALL.len() - 1 }) % Focus::ALL.len()]
    }
    pub fn is_text(self) -> bool {
        matches!(self, Focus::Reason | Focus::Notes)
    }
}

/// A judgement as far as it is given.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Judging {
    pub results: Option<ExpectationRating>,
    pub behaviour: Option<ExpectationRating>,
    pub reason: Editor,
    pub notes: Editor,
    pub evidence: Vec<Evidence>,
}

impl Judging {
    /// What a kept evaluation says, to be corrected while no paper of it is out.
    fn of(evaluation: &Evaluation) -> Judging {
        Judging {
            results: evaluation.results(),
            behaviour: evaluation.behaviour(),
            reason: Editor::new(evaluation.reason.for_supervisor()),
            notes: Editor::new(evaluation.notes.get()),
            evidence: evaluation.evidence.clone(),
        }
    }
    pub fn is_begun(&self) -> bool {
        self.results.is_some() || self.behaviour.is_some()
    }
    fn is_empty(&self) -> bool {
        !self.is_begun() && self.reason.is_empty() && self.notes.is_empty() && self.evidence.is_empty()
    }
    pub fn both(&self) -> Option<(ExpectationRating, ExpectationRating)> {
        self.results.zip(self.behaviour)
    }
    /// The same words and ratings, wherever the cursor stands.
    fn says_the_same(&self, other: &Judging) -> bool {
        let said = |judging: &Judging| {
            let text = |editor: &Editor| editor.text().trim().to_owned();
            (judging.results, judging.behaviour, text(&judging.reason), text(&judging.notes))
        };
        said(self) == said(other) && self.evidence == other.evidence
    }
}

/// It was handed over, came with a list or was decided: a new one takes its place, and the old one stays.
pub fn is_settled(evaluation: &Evaluation) -> bool {
    evaluation.handed_over.is_some() || evaluation.origin != Origin::Typed
}

impl EvaluationScreen {
    pub fn new(at: EvaluationAt, queue: Vec<PersonId>, rate: bool, is_round: bool) -> Self {
        let stops = queue.into_iter().map(|person| Stop { person, state: StopState::Waiting }).collect();
        EvaluationScreen {
            at,
            stops,
            is_round,
            rating: rate,
            focus: Focus::default(),
            typed: vec![],
            before: None,
            list: ListState::default(),
            guard: None,
            derived: None,
        }
    }

    pub fn derive(&mut self, office: &Office) {
        let source = (office.dossiers_version(), self.at.period);
        if self.derived != Some(source) {
            self.guard = Some(guard(office, self.at.period));
            self.derived = Some(source);
        }
    }

    /// Somebody else's page, or another period's.
    pub fn visit(&mut self, at: EvaluationAt) {
        self.at = at;
        self.focus = Focus::Results;
        self.before = None;
        self.list = ListState::default();
    }

    fn place_in_queue(&self) -> Option<usize> {
        self.stops.iter().position(|stop| stop.person == self.at.person)
    }

    pub fn neighbour(&self, forward: bool) -> Option<PersonId> {
        let at = self.place_in_queue()?;
        let to = if forward { at + 1 } else { at.checked_sub(1)? };
        self.stops.get(to).map(|stop| stop.person)
    }

    /// Leaves the present person in a state; the next one who waits, or nobody.
    fn leave_person(&mut self, state: StopState) -> Option<PersonId> {
        let at = self.place_in_queue()?;
        self.stops[at].state = state;
        let next = next_stop(&self.stops, at)?;
        self.stops.get(next).map(|stop| stop.person)
    }

    /// How many of the queue still wait.
    pub fn left(&self) -> usize {
        let waits = |stop: &&Stop| matches!(stop.state, StopState::Waiting | StopState::Parked);
        if self.is_round { self.stops.iter().filter(waits).count() } else { 0 }
    }

    /// Drafts are there that nobody has saved.
    pub fn is_touched(&self) -> bool {
        self.typed.iter().any(|(_, judging)| !judging.is_empty())
    }

    // --- what is given -------------------------------------------------------------------------------------------

    fn draft(&self) -> Option<&Judging> {
        self.typed.iter().find(|(at, _)| *at == self.at).map(|(_, judging)| judging)
    }

    /// What the page shows: the draft, else what is kept.
    pub fn judging(&self, dossier: Option<&Dossier>) -> Judging {
        let kept = || kept(dossier, self.at.period).filter(|found| !is_settled(found)).map(Judging::of);
        self.draft().cloned().or_else(kept).unwrap_or_default()
    }

    /// What is kept of the period, whether it may still be corrected or not.
    pub fn judged(&self, dossier: Option<&Dossier>) -> Judging {
        kept(dossier, self.at.period).map(Judging::of).unwrap_or_default()
    }

    /// The draft of the person on the page, begun with what is kept.
    fn judging_mut(&mut self, dossier: Option<&Dossier>) -> &mut Judging {
        let at = match self.typed.iter().position(|(at, _)| *at == self.at) {
            Some(at) => at,
            None => {
                self.typed.push((self.at, self.judging(dossier)));
                self.typed.len() - 1
            }
        };
        &mut self.typed[at].1
    }

    fn forget_draft(&mut self) {
        let done = self.at;
        self.typed.retain(|(at, _)| *at != done);
    }

    /// The cursor stands in that field.
    pub fn in_focus(&self, focus: Focus) -> bool {
        self.rating && self.focus == focus
    }

    /// What the last period said may be seen: a value is given, or it was asked for.
    pub fn shows_before(&self, judging: &Judging) -> bool {
        self.before.unwrap_or(judging.is_begun() || !self.rating)
    }
}

/// How the rows of the page are shared out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rows {
    /// What is known; scrolls.
    pub facts: usize,
    /// What is worth a second look, wrapped.
    pub looks: usize,
    /// The guard of the unit.
    pub guard: usize,
}

/// The title of the judgement, two ratings, reason, notes, predikat.
pub const JUDGEMENT_ROWS: usize = 6;
/// What is known has at least so many rows.
const LEAST_FACTS: usize = 3;

impl EvaluationScreen {
    pub fn rows(&self, desk: &Desk) -> Rows {
        let body = desk.body_rows();
        let wanted = facts::looks(self, desk).len();
        let guard = if body >= 15 { 2 } else { 0 };
        // The line under the title stands over everything.
        let room = body.saturating_sub(JUDGEMENT_ROWS + guard + 1);
        let looks = wanted.min(room.saturating_sub(LEAST_FACTS));
        Rows { facts: room.saturating_sub(looks), looks, guard }
    }
}

/// The evaluation of a period that holds.
pub fn kept(dossier: Option<&Dossier>, period: EvaluationPeriod) -> Option<&Evaluation> {
    Standing::of(dossier?, period).evaluation
}

/// The predikat of the rule's matrix, once both ratings are there.
pub fn why(judging: &Judging, office: &Office) -> Option<Why> {
    judging.both().map(|(results, behaviour)| Why::of(results, behaviour, &office.rules))
}

/// What the page shows of a judgement: while digits rate what is given so far, else what is kept.
pub fn looks_at(page: &EvaluationScreen, desk: &Desk) -> Judging {
    let dossier = desk.office.dossier(page.at.person);
    if page.rating { page.judging(dossier) } else { page.judged(dossier) }
}

/// What is worth a second look at the judgement as it is given.
pub fn looks(judging: &Judging, dossier: &Dossier, period: EvaluationPeriod, office: &Office) -> Vec<Caution> {
    let Some((results, behaviour)) = judging.both() else { return vec![] };
    let judged = Judged {
        period,
        span: period.span(),
        results,
        behaviour,
        reason: judging.reason.text(),
        evidence: &judging.evidence,
        notes: judging.notes.text(),
        other_assessor: None,
    };
    cautions(&judged, dossier, &office.rules, office.today)
}
