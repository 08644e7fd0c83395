//! Competencies in the brief: one line, the largest gaps first, then what is too old to count or was never rated.

use super::{Brief, Tone};
use crate::domain::competency::{Gap, Standing, gap, standings};
use crate::domain::{Dossier, Roster, RuleSet};
use crate::reports::competencies as says;

impl Brief<'_> {
    pub(super) fn competencies(&mut self, dossier: &Dossier, roster: &Roster, rules: &RuleSet) {
        let catalogue = &roster.catalogue;
        let standings = standings(dossier, catalogue, rules, self.today);
        let required = || standings.iter().filter(|standing| standing.required.is_some());
        // Who was never rated needs no line that says nothing else.
        if required().all(|standing| standing.current.is_none()) {
            return;
        }
        let missing = gap::missing(&standings);
        let said = |standing: &&Standing| {
            format!("{} {}", says::name(self.words, catalogue, &standing.competency), says::gap_sign(standing.gap()))
        };
        let mut parts: Vec<String> = missing.iter().map(said).collect();
        let unknown = |stale: bool| required().filter(|s| s.gap() == Gap::Unknown && s.stale == stale).count();
        let rest: Vec<String> = [("brief-competencies-stale", unknown(true)), ("brief-competencies-never", unknown(false))]
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(id, count)| self.words.with(id, &[("count", count.into())]))
            .collect();
        let remark = rest.join(", ");
        let tone = if missing.is_empty() && rest.is_empty() { Tone::Good } else { Tone::Plain };
        if parts.is_empty() && rest.is_empty() {
            parts.push(self.words.say("brief-competencies-met"));
        }
        let gaps = parts.join(", ");
        let text = if gaps.is_empty() { remark } else { self.remarked(&gaps, &remark) };
        self.part("brief-competencies", [(text, tone)]);
    }
}
