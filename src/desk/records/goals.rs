//! Commands about goals, the same on every screen that shows some: check in, say a status, ask why, change the plan.

use crate::desk::Desk;
use crate::desk::command::Command;
use crate::desk::copying::Copied;
use crate::desk::form::Purpose;
use crate::desk::notice::Tone;
use crate::desk::office::Office;
use crate::desk::reader::Reader;
use crate::desk::request::{Destination, Part};
pub use crate::desk::selection::GoalAt;
use crate::desk::selection::Selection;
use crate::domain::goal::plan::{Goal, PerformancePlan, Standing};
use crate::domain::goal::{self, Indicator, WorkResult, check_in, entry};
use crate::domain::records::intent::{self, NewCheckIn};
use crate::domain::{Dossier, IndicatorId, Number, PersonId, RecordId, Refusal, SessionId};
use crate::i18n::{Text, Words};
use crate::reports::goal_text;
use crate::reports::goals as says;

impl Desk {
    pub(crate) fn goal_records(&self, at: GoalAt) -> Option<(&WorkResult, Option<&Indicator>)> {
        let result = self.shown().dossier(at.person)?.result(at.result)?;
        Some((result, at.indicator.and_then(|id| result.indicator(id))))
    }

    /// True if the command was one about a goal.
    pub(crate) fn run_about_goals(&mut self, command: Command, on: &Selection) -> bool {
        match (command, on.goal) {
            (Command::GoalPerson, at) => self.open_goals_of(on, at),
            (Command::GoalCheckIn, Some(at)) => self.open_check_in(at),
            (Command::GoalStatus, Some(at)) => self.open_form(Purpose::GoalStatus(at.person, at.result)),
            (Command::OpenRecord, Some(at)) => self.why(at),
            _ => return self.run_about_plans(command, on),
        }
        true
    }

    /// The owner's page, at this goal and this year.
    fn open_goals_of(&mut self, on: &Selection, at: Option<GoalAt>) {
        if let Some(person) = on.person {
            let part = Part::Goals(on.year, at);
            self.go(Destination::Person { person, queue: vec![person], part });
        }
    }

    // --- check-ins -----------------------------------------------------------------------------------------------

    /// Opens the line for a value of the selected indicator; on a result, of the one that waits longest for a value.
    pub(crate) fn open_check_in(&mut self, at: GoalAt) {
        let Some((result, indicator)) = self.goal_records(at) else { return };
        let newest = |i: &&Indicator| self.office.dossier(at.person).and_then(|d| newest(d, i.id));
        let Some(indicator) = indicator.or_else(|| result.indicators.iter().min_by_key(newest)).map(|i| i.id) else {
            return self.tell(Tone::Plain, Text::plain("goals-no-indicator"));
        };
        if result.is_dropped() || result.is_left() {
            return self.refuse(&Refusal::GoalSettled);
        }
        if self
            .goal_records(GoalAt { indicator: Some(indicator), ..at })
            .is_some_and(|(_, i)| i.is_some_and(|i| i.target_open))
        {
            self.edit_goal(GoalAt { indicator: Some(indicator), ..at });
            return self.tell(Tone::Plain, Text::plain("goals-target-first"));
        }
        self.go(Destination::CheckIn(at, indicator));
    }

    /// The value that holds today.
    pub fn last_value(&self, person: PersonId, indicator: IndicatorId) -> Option<Number> {
        let dossier = self.office.dossier(person)?;
        check_in::value_on(&dossier.check_ins, indicator, self.office.today).map(|(_, value)| value)
    }

    /// A value that was read becomes a check-in; in a session it belongs to the session.
    pub(crate) fn check_in_intent(
        &self,
        at: GoalAt,
        indicator: IndicatorId,
        entry: entry::Entry,
        session: Option<SessionId>,
    ) -> intent::NoteCheckIns {
        let entry::Entry { value, note, evidence, on } = entry;
        let on = on.unwrap_or(self.office.today);
        let entries = vec![NewCheckIn { result: at.result, indicator, on, value, note, evidence }];
        intent::NoteCheckIns { person: at.person, entries, session }
    }

    /// "84 of 120 boks: 70 %, on pace. u takes it back."
    pub(crate) fn tell_checked_in(&mut self, at: GoalAt, indicator: IndicatorId) {
        let Some(dossier) = self.office.dossier(at.person) else { return };
        let Some(result) = dossier.result(at.result) else { return };
        let Some(found) = result.indicator(indicator) else { return };
        let standing = goal::plan::Standing::of(result, found, &dossier.check_ins, self.office.today);
        let verdict = standing.verdict(&self.office.rules).map(|v| says::verdict_word(&self.words, v));
        let value = standing.value.map(|value| says::value_text(&self.words, found, value)).unwrap_or_default();
        let parts = [value, says::progress_text(&self.words, standing.progress), verdict.unwrap_or_default()];
        let said = parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" · ");
        self.tell(Tone::Good, Text::with("goals-checked-in", [("said", said.into())]));
    }

    // --- why -----------------------------------------------------------------------------------------------------

    /// How a figure came about: formula, numbers, dated inputs, the notes that are evidence for it.
    pub(crate) fn why(&mut self, at: GoalAt) {
        let Some(dossier) = self.shown().dossier(at.person) else { return self.wait_for(vec![at.person]) };
        let Some(result) = dossier.result(at.result) else { return };
        let name = self.shown().label(at.person);
        let today = self.shown().today;
        let (rules, words) = (&self.shown().rules, &self.words);
        let goal = goal::plan::Goal::of(result, &dossier.check_ins, today);
        let mut lines = vec![result.title.clone()];
        match at.indicator.and_then(|id| goal.standings.iter().find(|s| s.indicator.id == id)) {
            Some(standing) => {
                lines.extend([standing.indicator.title.clone(), String::new()]);
                lines.extend(says::why_standing(words, result, standing, rules));
                lines.extend(history(words, standing));
            }
            None => {
                lines.push(String::new());
                lines.extend(says::why_goal(words, &goal, rules));
            }
        }
        lines.extend(evidence(words, result, dossier));
        let title = Text::with("goals-why", [("name", name.into())]);
        let text = goal_text::goal_text(dossier, result, today, words);
        let copy = Some(Copied { text, about: Some(at.person) });
        let record = (at.person, RecordId::WorkResult(at.result));
        self.read(Reader::of(title, record, lines.join("\n"), copy));
    }

    /// The text of a goal's result, as it may be pasted elsewhere.
    pub(crate) fn goal_copy(&self, at: GoalAt) -> Option<Copied> {
        let dossier = self.shown().dossier(at.person)?;
        let result = dossier.result(at.result)?;
        let text = goal_text::goal_text(dossier, result, self.shown().today, &self.words);
        Some(Copied { text, about: Some(at.person) })
    }
}

/// The day of the newest value and when it was written; none comes first.
fn newest(dossier: &Dossier, indicator: IndicatorId) -> Option<(jiff::civil::Date, jiff::Timestamp)> {
    check_in::of_indicator(&dossier.check_ins, indicator).last().map(|c| (c.on, c.written))
}

/// Every value, newest first, below the one that holds.
fn history(words: &Words, standing: &Standing<'_>) -> Vec<String> {
    let earlier: Vec<_> = standing.check_ins.iter().rev().skip(1).collect();
    if earlier.is_empty() {
        return vec![];
    }
    let lines = earlier.into_iter().map(|c| format!("  {}", says::check_in_line(words, standing.indicator, c)));
    [String::new(), words.say("goals-earlier-values")].into_iter().chain(lines).collect()
}

/// Notes that carry the result's tag, newest first.
fn evidence(words: &Words, result: &WorkResult, dossier: &Dossier) -> Vec<String> {
    let tagged = dossier.evidence().rev().filter(|f| f.tags.contains(&result.tag) && result.period.contains(f.on));
    let lines: Vec<String> = tagged
        .map(|f| format!("  {} {} {}", words.short_day(f.on), f.kind.sign(), f.words.for_supervisor().text()))
        .collect();
    let heading = words.with("goals-evidence", &[("tag", result.tag.as_str().into()), ("count", lines.len().into())]);
    [String::new(), heading].into_iter().chain(lines).collect()
}

/// The goals of one person that are shown of a year.
pub fn goals<'a>(dossier: &'a Dossier, year: Option<i16>, office: &Office) -> Vec<Goal<'a>> {
    plan(dossier, year, office).map(|plan| plan.goals).unwrap_or_default()
}

/// The plan in effect today, or that of a year.
pub fn plan<'a>(dossier: &'a Dossier, year: Option<i16>, office: &Office) -> Option<PerformancePlan<'a>> {
    match year {
        None => PerformancePlan::on(dossier, office.today),
        Some(year) => PerformancePlan::of_year(dossier, year, office.today),
    }
}
