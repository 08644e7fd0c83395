//! Goals in the brief: those that don't go well first, a line each; then what is due, and targets that are open.

use super::{Brief, LINES, ROWS, Tone};
use crate::domain::goal::Concern;
use crate::domain::goal::concern::concerning;
use crate::domain::goal::plan::{Goal, PerformancePlan};
use crate::domain::{Dossier, RuleSet};
use crate::reports::goals as says;

/// Lines that the parts below need at most: competencies, evidence and its spread, praise, the question.
const BELOW: usize = 9;

impl Brief<'_> {
    pub(super) fn goals(&mut self, dossier: &Dossier, rules: &RuleSet) {
        let Some(plan) = PerformancePlan::on(dossier, self.today) else { return };
        let concerning = concerning(dossier, rules, self.today);
        let mut rows: Vec<(String, Tone)> =
            concerning.iter().map(|(goal, concerns)| self.goal(goal, concerns, rules)).collect();
        let open = plan.open_targets();
        if open > 0 {
            rows.push((self.words.with("reason-targets-open", &[("count", open.into())]), Tone::Attention));
        }
        if rows.is_empty() {
            rows.push((says::mean_line(self.words, &plan.mean), Tone::Dim));
        }
        let most = LINES.saturating_sub(self.lines.len() + BELOW).clamp(2, ROWS);
        if rows.len() > most {
            let left = rows.len() - most + 1;
            rows.truncate(most - 1);
            rows.push((self.words.with("brief-more", &[("count", left.into())]), Tone::Dim));
        }
        self.part("brief-goals", rows);
    }

    /// `Arsip tertata · 84 dari 120 boks · 70% · tersendat · lewat 3 hari`, the title cut where it has to be.
    fn goal(&self, goal: &Goal<'_>, concerns: &[Concern], rules: &RuleSet) -> (String, Tone) {
        let has = |wanted: Concern| concerns.contains(&wanted);
        let tone = match concerns.first() {
            Some(Concern::OffTrack) => Tone::Alarm,
            Some(Concern::Slipping | Concern::Late { .. }) => Tone::Attention,
            _ => Tone::Plain,
        };
        let word = goal.result.status().map(|word| says::status_word(self.words, word));
        let verdict = goal.verdict(rules).map(|verdict| says::verdict_word(self.words, verdict));
        let state = match (word, verdict) {
            (Some(word), Some(verdict)) if has(Concern::Disagrees) => {
                let args = [("word", word.into()), ("verdict", verdict.into())];
                Some(self.words.with("goal-word-and-pace", &args))
            }
            (word, verdict) => word.or(verdict),
        };
        let progress = goal.mean.value.map(|_| says::progress_text(self.words, goal.mean.value));
        // An old value is worth a word only where nothing graver is said.
        let worth = |n: usize, c: &Concern| c.is_dated() && (n == 0 || !matches!(c, Concern::Old { .. }));
        let dated = concerns.iter().enumerate().find(|(n, c)| worth(*n, c));
        let dated = dated.map(|(_, c)| says::concern_text(self.words, *c));
        let mut parts: Vec<String> = [progress, state, dated].into_iter().flatten().collect();
        // One value of several would say something else than the progress; and the title needs room, too.
        if let ([only], true) = (goal.standings.as_slice(), self.room >= WITH_VALUE && !has(Concern::Disagrees)) {
            parts.splice(..0, only.value.map(|value| says::value_text(self.words, only.indicator, value)));
        }
        // A title that can't be made out says nothing: on a narrow place the figures give way to what they come to.
        let short = goal.verdict(rules).map(|verdict| says::verdict_word(self.words, verdict));
        let said = parts.join(" · ");
        let needed = TITLE.min(crate::domain::language::clean::width(&goal.result.title)) + 3;
        let remark =
            if crate::domain::language::clean::width(&said) + needed <= self.room { said } else { short.unwrap_or(said) };
        (self.remarked(&goal.result.title, &remark), tone)
    }
}

/// Columns from which a value has room beside progress and state.
const WITH_VALUE: usize = 60;
/// So much of a title is to be seen.
const TITLE: usize = 14;
