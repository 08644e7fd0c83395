//! Commands that change a plan: results and indicators planned, corrected and removed, given to several people, copied
//! into another year, taken over from a predecessor.

use super::goals::GoalAt;
use crate::desk::Desk;
use crate::desk::command::Command;
use crate::desk::form::Purpose;
use crate::desk::notice::Tone;
use crate::desk::request::{Destination, Follow};
use crate::desk::selection::Selection;
use crate::domain::goal::PerformancePlan;
use crate::domain::people::roster::Scope;
use crate::domain::records::intent::{self, Intent};
use crate::domain::{Change, ChangeKind, Period, PersonId, Record, Refusal, ResultId};
use crate::i18n::Text;

/// More dossiers than this are not read to find who left results behind.
const READ_AT_MOST: usize = 500;

impl Desk {
    /// True if the command was one that changes a plan.
    pub(crate) fn run_about_plans(&mut self, command: Command, on: &Selection) -> bool {
        match (command, on.goal, on.person) {
            (Command::EditRecord, Some(at), _) => self.edit_goal(at),
            (Command::RemoveRecord, Some(at), _) => self.remove_goal(at),
            (Command::AddIndicator, Some(at), _) => self.open_form(Purpose::AddIndicator(at.person, at.result)),
            (Command::AssignResult, Some(at), _) => self.open_assign(at, on.scope),
            (Command::AddIndicator | Command::AssignResult, None, _) => {
                self.tell(Tone::Plain, Text::plain("goals-choose-result"));
            }
            (Command::AddResult, _, Some(person)) => self.add_result(person, on.year),
            (Command::CopyPlan, _, Some(person)) => self.copy_plan(person, on.year),
            (Command::InheritResults, _, Some(person)) => self.inherit_results(person),
            (Command::AddResult | Command::CopyPlan | Command::InheritResults, _, None) => {
                self.tell(Tone::Plain, Text::plain("goals-choose-person"));
            }
            _ => return false,
        }
        true
    }

    pub(crate) fn add_result(&mut self, person: PersonId, year: Option<i16>) {
        if self.must_wait_for(&[person]) {
            return;
        }
        // Its results are proposed as those that this one supports.
        if let Some(above) = self.office.row(person).and_then(|row| row.supervisor) {
            self.want(above);
        }
        let year = year.unwrap_or(self.office.today.year());
        self.open_form(Purpose::AddResult(person, year));
    }

    pub(crate) fn edit_goal(&mut self, at: GoalAt) {
        let open = matches!(self.goal_records(at), Some((_, Some(indicator))) if indicator.target_open);
        let purpose = match at.indicator {
            Some(id) => Purpose::EditIndicator(at.person, at.result, id),
            None => Purpose::EditResult(at.person, at.result),
        };
        self.go(if open { Destination::FormAtTarget(purpose) } else { Destination::Form(purpose) });
    }

    pub(crate) fn remove_goal(&mut self, at: GoalAt) {
        let (person, id) = (at.person, at.result);
        let intent: Intent = match at.indicator {
            Some(indicator) => intent::RemoveIndicator { person, result: id, id: indicator }.into(),
            None => intent::RemoveResult { person, id }.into(),
        };
        if let Some(change) = self.intend(intent) {
            self.tell_done(&change);
        }
    }

    // --- after a form --------------------------------------------------------------------------------------------

    /// A result is nothing without an indicator: the form for its first one opens at once.
    pub(crate) fn result_planned(&mut self, person: PersonId, year_shown: i16, change: &Change) {
        let planned = change.ops.iter().find_map(|op| match op.after() {
            Some(Record::WorkResult(result)) => Some(result),
            _ => None,
        });
        let Some((result, year)) = planned.map(|r| (r.id, r.period.from.year())) else { return };
        if year != year_shown {
            self.follow(Follow::ShowPlan(person, Some(year)));
        }
        self.follow(Follow::SelectGoal(GoalAt { person, result, indicator: None }));
        self.open_form(Purpose::AddIndicator(person, result));
    }

    pub(crate) fn indicator_added(&mut self, person: PersonId, result: ResultId) {
        let added = self.office.dossier(person).and_then(|d| d.result(result)).and_then(|r| r.indicators.last());
        if let Some(indicator) = added.map(|i| i.id) {
            self.follow(Follow::SelectGoal(GoalAt { person, result, indicator: Some(indicator) }));
        }
    }

    /// After an open target the selection goes on to the next open one.
    pub(crate) fn target_set(&mut self, change: &Change) {
        if change.kind == ChangeKind::TargetRevised {
            self.follow(Follow::TargetSet);
        }
    }

    /// The first of these goals whose target has still to be agreed.
    pub(crate) fn next_open_target(&self, below: Vec<GoalAt>) -> Option<GoalAt> {
        let open = |at: &GoalAt| matches!(self.goal_records(*at), Some((_, Some(indicator))) if indicator.target_open);
        below.into_iter().find(open)
    }

    // --- a plan as a whole ---------------------------------------------------------------------------------------

    pub(crate) fn copy_plan(&mut self, person: PersonId, year: Option<i16>) {
        if self.must_wait_for(&[person]) {
            return;
        }
        let Some((from_year, to)) = self.copied_years(person, year) else { return self.refuse(&Refusal::NoPlan) };
        let Some(change) = self.intend(intent::CopyPlan { person, from_year, to: Period::year(to) }) else { return };
        let indicators = change.ops.iter().filter_map(|op| match op.after() {
            Some(Record::WorkResult(result)) => Some(result.indicators.iter().filter(|i| i.target_open).count()),
            _ => None,
        });
        let open: usize = indicators.sum();
        self.follow(Follow::ShowPlan(person, Some(to)));
        let year = to.to_string();
        let text = Text::with("goals-copied", [("year", year.into()), ("count", open.into())]);
        self.tell(Tone::Good, text);
    }

    /// From which year into which: the shown plan into the next year, or into this one if that has none yet. Where the
    /// shown year is empty it is what has to be filled, from the newest plan before it.
    pub(crate) fn copied_years(&self, person: PersonId, year: Option<i16>) -> Option<(i16, i16)> {
        let dossier = self.office.dossier(person)?;
        let this = self.office.today.year();
        let has = |year: i16| dossier.results.iter().any(|r| r.period.from.year() == year);
        let in_effect = || PerformancePlan::on(dossier, self.office.today).map_or(this, |plan| plan.period.from.year());
        let shown = year.unwrap_or_else(in_effect);
        if !has(shown) {
            let before = dossier.results.iter().map(|r| r.period.from.year()).filter(|year| *year < shown).max()?;
            return Some((before, shown));
        }
        Some((shown, if shown < this && !has(this) { this } else { shown.saturating_add(1) }))
    }

    pub(crate) fn inherit_results(&mut self, person: PersonId) {
        let everybody: Vec<PersonId> = self.office.roster.rows().iter().map(|row| row.id).take(READ_AT_MOST).collect();
        if self.must_wait_for(&everybody) {
            return;
        }
        if crate::desk::form::waiting(person, &self.office).is_empty() {
            return self.tell(Tone::Plain, Text::plain("goals-nothing-waits"));
        }
        self.open_form(Purpose::InheritResults(person));
    }

    // --- to several people ---------------------------------------------------------------------------------------

    fn open_assign(&mut self, at: GoalAt, scope: Scope) {
        let mut rows: Vec<_> = self.office.roster.team(scope).filter(|row| row.status.in_service()).collect();
        rows.sort_by_cached_key(|row| (row.name.key(), row.id));
        let people: Vec<PersonId> = rows.iter().map(|row| row.id).filter(|id| *id != at.person).take(READ_AT_MOST).collect();
        if !self.must_wait_for(&people) {
            self.go(Destination::Assign(at, people));
        }
    }
}
