//! Everybody on one line: who needs me, and why. A table for people, a stable array for machines.

use super::goals::progress_text;
use super::layout::{cut, cut_name, pad};
use super::{Tone, next_talk, reason};
use crate::domain::competency::GapCount;
use crate::domain::competency::tally::Gauge;
use crate::domain::goal::PlanFacts;
use crate::domain::people::attention::attention;
use crate::domain::{Attention, Due, Number, Reason, Roster, RosterRow, RuleSet};
use crate::i18n::Words;
use jiff::civil::Date;
use serde::Serialize;

/// One element of `bina status --json`. The shape is a promise: fields are added, never changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatusRow {
    pub id: String,
    pub name: String,
    pub nip: Option<String>,
    /// By name.
    pub unit: Option<String>,
    pub position: Option<String>,
    /// By name.
    pub supervisor: Option<String>,
    /// `active`, `leave`, `retired`, `left`.
    pub status: &'static str,
    pub last_session: Option<Date>,
    pub next_due: Option<Date>,
    /// `open`, `overdue`, `today`, `soon`, `later`, `leave`, `ended`.
    pub state: &'static str,
    /// Reasons, worst first, by their identifiers.
    pub why: Vec<&'static str>,
    pub open_actions: usize,
    /// Of the plan in effect, or the one that ended last, in whole percent of the targets.
    pub goals_progress: Option<i64>,
    /// Goals that are worked on: of that plan, and what earlier ones left.
    pub goals: usize,
    /// Those that are off track.
    pub goals_behind: usize,
    /// Competencies below what the position requires; nothing where it requires nothing.
    pub gaps: Option<usize>,
    /// Missing levels in all, and in the largest gap.
    pub gap_levels: Option<usize>,
    pub largest_gap: Option<u8>,
    /// Required, but never rated or too long ago.
    pub gaps_unknown: Option<usize>,
}

/// The rows with what the day makes of them, the most neglected first.
pub fn by_neglect<'r>(
    rows: impl Iterator<Item = &'r RosterRow>,
    roster: &Roster,
    rules: &RuleSet,
    today: Date,
) -> Vec<(&'r RosterRow, Attention)> {
    let mut judged: Vec<_> = rows.map(|row| (row, attention(row, roster, rules, today))).collect();
    judged.sort_by_cached_key(|(row, state)| (std::cmp::Reverse(state.neglect), row.name.key(), row.id));
    judged
}

/// One person for machines.
pub fn machine_row(row: &RosterRow, state: &Attention, roster: &Roster, gauge: &Gauge, today: Date) -> StatusRow {
    let gaps = gauge.count(row);
    let plan = row.plan(today);
    let behind = |reason: &Reason| if let Reason::GoalsBehind { count } = reason { Some(*count) } else { None };
    let unit = roster.units.name(row.unit);
    StatusRow {
        id: row.id.to_string(),
        name: row.name.full(),
        nip: row.nip.as_ref().map(|nip| nip.as_str().to_owned()),
        unit: (!unit.is_empty()).then(|| unit.to_owned()),
        position: row.position.clone(),
        supervisor: row.supervisor.and_then(|id| roster.row(id)).map(|above| above.name.full()),
        status: if row.status.in_service() && !row.status.on_leave(today) { "active" } else { row.status.id() },
        last_session: row.last_session,
        next_due: state.next,
        state: state.due.id(),
        why: state.reasons.iter().map(|r| r.id()).collect(),
        open_actions: row.my_due.len() + row.their_due.len(),
        goals_progress: plan.and_then(PlanFacts::share).map(Number::percent),
        goals: row.goals_on(today).iter().filter(|g| g.is_active()).count(),
        goals_behind: state.reasons.iter().find_map(behind).unwrap_or(0),
        gaps: gaps.map(|count| count.short),
        gap_levels: gaps.map(|count| count.levels),
        largest_gap: gaps.map(|count| count.largest),
        gaps_unknown: gaps.map(|count| count.unknown),
    }
}

/// The table, at most `columns` wide.
pub fn table(
    judged: &[(&RosterRow, Attention)],
    words: &Words,
    gauge: &Gauge,
    today: Date,
    columns: usize,
) -> Vec<(String, Tone)> {
    let name = (columns / 3).clamp(16, 36);
    let (since, next) = (9, 18);
    // On a narrow terminal the reasons need the room.
    let goals = if columns >= WITH_GOALS { 8 } else { 0 };
    let gaps = if columns >= WITH_GAPS { 6 } else { 0 };
    let why = columns.saturating_sub(name + since + next + goals + gaps + 3);
    let line = |cells: [&str; 6]| {
        let [a, b, c, d, e, f] = cells;
        let narrow = |text: &str, width: usize| if width > 0 { pad(text, width) } else { String::new() };
        let (d, e) = (narrow(d, goals), narrow(e, gaps));
        format!("{} {} {} {d}{e}{}", pad(a, name), pad(b, since), pad(c, next), cut(f, why)).trim_end().to_owned()
    };
    let ids = ["status-name", "status-last", "status-next", "status-goals", "status-gaps", "status-why"];
    let head = ids.map(|id| words.say(id));
    let mut out = vec![(line(head.each_ref().map(String::as_str)), Tone::Dim)];
    for (row, state) in judged {
        let last = match state.since_session {
            Some(days) => words.with("status-days", &[("days", days.into())]),
            None => "–".to_owned(),
        };
        let due = next_talk(words, state.due, state.late, state.next, today);
        let reasons: Vec<String> = state.reasons.iter().map(|r| reason(words, r)).collect();
        let tone = match state.due {
            Due::Overdue(_) => Tone::Attention,
            Due::Suspended | Due::Ended => Tone::Dim,
            _ => Tone::Plain,
        };
        let progress = progress_text(words, row.plan(today).and_then(PlanFacts::share));
        let gaps = gauge.count(row).map_or("–".to_owned(), |count| gap_cell(&count));
        out.push((line([&cut_name(&row.name, name), &last, &due, &progress, &gaps, &reasons.join("; ")]), tone));
    }
    out
}

/// How many gaps; a question mark where something required is not known.
fn gap_cell(count: &GapCount) -> String {
    let unknown = if count.unknown > 0 { "?" } else { "" };
    format!("{}{unknown}", count.short)
}

/// So wide a table has a column for goals, and one for gaps.
const WITH_GOALS: usize = 100;
const WITH_GAPS: usize = 100;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::clean::width;
    use crate::i18n::Lang;
    use crate::reports::sample;

    #[test]
    fn the_table_fits_its_columns_and_says_why() {
        let (roster, _) = sample::office();
        let judged = by_neglect(roster.rows().iter(), &roster, &RuleSet::default(), sample::TODAY);
        let gauge = Gauge::new(&roster.catalogue, &RuleSet::default(), sample::TODAY);
        for columns in [60, 80, 120, 200] {
            let lines = table(&judged, &Words::new(Lang::Id), &gauge, sample::TODAY, columns);
            assert!(lines.iter().all(|(line, _)| width(line) <= columns), "{lines:?}");
        }
        let wide = table(&judged, &Words::new(Lang::Id), &gauge, sample::TODAY, 140);
        assert!(wide[2].0.contains("sesi dimulai hari ini, belum ditutup; 1 janji"), "{wide:?}");
        assert!(wide[1].0.starts_with("Drs. Togar Simanjuntak, M.Si."), "the most neglected first: {wide:?}");
    }
}
