//! Intents about what a team needs together: how urgent a topic is, rows of a proposal and what becomes of them, the
//! ceiling of a year.

use super::*;
use crate::domain::development::asked::{Stamp, need_word};
use crate::domain::development::course::BudgetLine;
use crate::domain::development::need::Urgency;
use crate::domain::development::proposal::{Proposal, ProposalState};
use crate::domain::development::{KindId, Subject};
use crate::domain::language::clean;

/// The supervisor's word on one topic for all who need it: one change, one step back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeighTopic {
    pub people: Vec<PersonId>,
    pub subject: Subject,
    pub urgency: Option<Urgency>,
}

impl Judge for WeighTopic {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let stamp = Stamp { today: case.world.today, now: case.world.now, actor: case.world.actor };
        let mut ops = Vec::new();
        for person in &self.people {
            if !case.person(*person)?.status.in_service() {
                return Err(Refusal::NotActive);
            }
            let id = NeedId(case.uuid());
            ops.push(Op::add(need_word(id, *person, self.subject.clone(), self.urgency, None, stamp)?));
        }
        if ops.is_empty() {
            return Err(Refusal::NoSuchPerson);
        }
        let about = if let [one] = self.people.as_slice() { Some(*one) } else { None };
        Ok(case.change(ChangeKind::NeedWeighed, about, ops))
    }
}

/// A row of a proposal as it is put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewProposal {
    pub year: i16,
    pub person: PersonId,
    pub program: String,
    pub subject: Option<Subject>,
    pub kind: KindId,
    pub organiser: String,
    pub jp: Option<u32>,
    pub cost: Number,
    pub urgency: Option<Urgency>,
    pub item: Option<ItemId>,
}

/// Puts rows in: they are proposed from today on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Propose {
    pub rows: Vec<NewProposal>,
}

impl Judge for Propose {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let mut ops = Vec::new();
        for row in self.rows {
            let made = case.proposal(row)?;
            let known = case.world.roster.catalogue.development.proposals().any(|old| old.is_live() && old.is_same(&made));
            if !known {
                ops.push(Op::add(made));
            }
        }
        if ops.is_empty() {
            Err(Refusal::NothingChanged)
        } else {
            Ok(case.change(ChangeKind::DevelopmentPlanned, None, ops))
        }
    }
}

impl Case<'_> {
    fn proposal(&mut self, new: NewProposal) -> Result<Proposal, Refusal> {
        let row = self.world.roster.row(new.person).ok_or(Refusal::NoSuchPerson)?;
        let (unit, position) = (row.unit, row.position.clone().unwrap_or_default());
        let program = clean::clean_line(&new.program);
        if program.is_empty() {
            return Err(Refusal::SubjectMissing);
        }
        let rules = &self.world.rules.development;
        if rules.kind(&new.kind).is_none() {
            return Err(Refusal::KindUnknown(new.kind.to_string()));
        }
        if new.cost.is_negative() {
            return Err(Refusal::MoneyNegative);
        }
        if new.jp.is_some_and(|jp| jp > rules.jp.most) {
            return Err(Refusal::JpOutside(rules.jp.most));
        }
        let (today, by, written) = (self.world.today, self.world.actor.clone(), self.world.now);
        Ok(Proposal {
            id: ProposalId(self.uuid()),
            year: new.year,
            quarter: None,
            unit,
            position,
            person: Some(new.person),
            program,
            subject: new.subject,
            kind: new.kind,
            organiser: clean::clean_line(&new.organiser),
            jp: new.jp,
            cost: new.cost,
            fund: String::new(),
            urgency: new.urgency,
            reason: Shared::new(String::new()),
            state: ProposalState::Proposed,
            proposed: Some(today),
            decided: None,
            outcome: String::new(),
            item: new.item,
            on: today,
            by,
            written,
        })
    }
}

/// What was decided about rows, or became of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowProposals {
    pub rows: Vec<ProposalId>,
    pub state: ProposalState,
    /// In words; may be empty, but not where somebody takes rows back.
    pub outcome: String,
}

impl Judge for FollowProposals {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let outcome = clean::clean_line(&self.outcome);
        let told = matches!(self.state, ProposalState::Cancelled | ProposalState::Rejected | ProposalState::Revision);
        if told && outcome.is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        let mut ops = Vec::new();
        for id in self.rows {
            let was = case.world.roster.catalogue.development.proposal(id).cloned().ok_or(Refusal::NoSuchRecord)?;
            let mut row = Proposal { state: self.state, outcome: outcome.clone(), ..was.clone() };
            let today = Some(case.world.today);
            match self.state {
                ProposalState::Planned => (row.proposed, row.decided) = (None, None),
                ProposalState::Proposed => (row.proposed, row.decided) = (row.proposed.or(today), None),
                _ => row.decided = row.decided.or(today),
            }
            if row != was {
                ops.push(Op::replace(was, row));
            }
        }
        if ops.is_empty() {
            Err(Refusal::NothingChanged)
        } else {
            Ok(case.change(ChangeKind::DevelopmentFollowed, None, ops))
        }
    }
}

/// The most that a unit may spend on development in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetCeiling {
    pub year: i16,
    pub unit: UnitId,
    pub fund: String,
    pub ceiling: Number,
}

impl Judge for SetCeiling {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        if self.ceiling.is_negative() {
            return Err(Refusal::MoneyNegative);
        }
        let fund = clean::clean_line(&self.fund);
        let known = case.world.roster.catalogue.development.budget();
        let was = known.into_iter().find(|line| line.is_for(self.year, self.unit, &fund));
        let op = match was {
            Some(was) if was.ceiling == self.ceiling => return Err(Refusal::NothingChanged),
            Some(was) => {
                let now = BudgetLine { ceiling: self.ceiling, ..was.clone() };
                Op::replace(was, now)
            }
            None => Op::add(BudgetLine {
                id: BudgetId(case.uuid()),
                year: self.year,
                unit: self.unit,
                fund,
                account: String::new(),
                what: String::new(),
                ceiling: self.ceiling,
                spent: None,
                by: case.world.actor.clone(),
                written: case.world.now,
            }),
        };
        Ok(case.change(ChangeKind::DevelopmentPlanned, None, vec![op]))
    }
}
