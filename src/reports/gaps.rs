//! Gaps by person, by competency and by unit: lines for people, stable values for machines. What is missing, what is
//! more than required and what is not known stand apart, and a match is labelled as indicative.

use super::Tone;
use super::competencies::{count_line, gap_sign, kind_word, match_line, name, standing_gap, standing_line, why_match};
use super::layout::{cut, cut_name, hanging, pad};
use super::rating_table::day;
use crate::domain::competency::gap::{count_by, missing, surplus};
use crate::domain::competency::job_match::{Share, job_match};
use crate::domain::competency::{
    Catalogue, CompetencyId, Facet, Gap, GapCount, JobPersonMatch, Level, Standing, Trend, standings,
};
use crate::domain::{Dossier, PersonId, PersonName, RuleSet};
use crate::i18n::Words;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// One person with everything that is required or was rated.
#[derive(Clone, Debug)]
pub struct Rated {
    pub person: PersonId,
    pub name: PersonName,
    pub unit: String,
    pub position: Option<String>,
    /// `given`, `suggested`; nothing if nothing is required of the position.
    pub standard: Option<&'static str>,
    pub standings: Vec<Standing>,
    pub matched: Option<JobPersonMatch>,
}

/// What tables are made with.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    pub words: &'a Words,
    pub catalogue: &'a Catalogue,
    pub rules: &'a RuleSet,
    pub columns: usize,
}

pub type Line = (String, Tone);

impl Rated {
    pub fn of(dossier: &Dossier, unit: &str, catalogue: &Catalogue, rules: &RuleSet, today: Date) -> Rated {
        let standings = standings(dossier, catalogue, rules, today);
        let position = dossier.person.position.clone();
        Rated {
            person: dossier.id(),
            name: dossier.person.name.clone(),
            unit: unit.to_owned(),
            standard: catalogue.standard_of(position.as_deref()).map(|standard| standard.source.id()),
            matched: job_match(&standings, position.as_deref(), rules),
            position,
            standings,
        }
    }
    pub fn count(&self) -> GapCount {
        self.standings.iter().collect()
    }
}

/// Everything about one person: the gaps, largest first; then what is more than required, what is not known, and the
/// match with how it came about.
pub fn of_person(one: &Rated, setting: Setting<'_>) -> Vec<Line> {
    let words = setting.words;
    let position = one.position.as_deref().unwrap_or_default();
    let heading = [one.name.full().as_str(), position].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" · ");
    let mut out = vec![(cut(&heading, setting.columns), Tone::Title)];
    if one.standard.is_none() {
        out.push((words.say("gaps-no-standard"), Tone::Attention));
    }
    let mut section = |id: &str, standings: Vec<&Standing>, tone: Tone| {
        if standings.is_empty() {
            return;
        }
        out.push((words.say(id), Tone::Dim));
        for standing in standings {
            let sign = pad(&gap_sign(standing.gap()), 2);
            let text =
                format!("{}: {}", name(words, setting.catalogue, &standing.competency), standing_line(words, standing));
            out.extend(hanging(&format!("  {sign} "), &text, setting.columns).into_iter().map(|line| (line, tone)));
        }
    };
    let of = |wanted: Gap| one.standings.iter().filter(move |s| s.gap() == wanted).collect::<Vec<_>>();
    section("gaps-missing", missing(&one.standings), Tone::Attention);
    section("gaps-unknown", of(Gap::Unknown), Tone::Plain);
    section("gaps-met", of(Gap::Met), Tone::Plain);
    section("gaps-surplus", surplus(&one.standings), Tone::Plain);
    section("gaps-not-required", of(Gap::NotRequired), Tone::Dim);
    if one.standard.is_some() {
        out.extend(hanging("", &count_line(words, &one.count()), setting.columns).into_iter().map(|l| (l, Tone::Plain)));
    }
    if let Some(matched) = &one.matched {
        let line = words.with("gaps-match", &[("match", match_line(words, matched, setting.rules).into())]);
        out.extend(hanging("", &line, setting.columns).into_iter().map(|line| (line, Tone::Plain)));
        let why = why_match(words, matched, setting.rules);
        out.extend(why.iter().flat_map(|line| hanging("  ", line, setting.columns)).map(|line| (line, Tone::Dim)));
    }
    out
}

/// A table with one line a person, the most missing levels first.
pub fn by_person(people: &[Rated], setting: Setting<'_>) -> Vec<Line> {
    let words = setting.words;
    let mut people: Vec<&Rated> = people.iter().collect();
    people.sort_by_cached_key(|one| (std::cmp::Reverse(one.count().levels), one.name.key(), one.person));
    let mut out = vec![head("gaps-person", true, setting)];
    for one in &people {
        let label = cut_name(&one.name, label_width(true, setting.columns));
        let count = one.count();
        let shown = match &one.matched {
            Some(matched) => {
                let percent = super::competencies::percent(words, matched.share());
                if matched.is_complete() { percent } else { format!("{percent}*") }
            }
            None => "–".to_owned(),
        };
        let tone = tone(&count, one.standard.is_none());
        out.push((line(&label, one.standard.is_some().then_some(&count), Some(&shown), setting.columns), tone));
    }
    let partly = people.iter().any(|one| one.matched.is_some_and(|matched| !matched.is_complete()));
    for id in ["gaps-match-column"].into_iter().chain(partly.then_some("gaps-match-partly")) {
        out.extend(hanging("", &words.say(id), setting.columns).into_iter().map(|line| (line, Tone::Dim)));
    }
    out
}

/// A table with one line a competency, in the framework's order.
pub fn by_competency(people: &[Rated], setting: Setting<'_>) -> Vec<Line> {
    let mut out = vec![head("gaps-competency", false, setting)];
    for (id, count) in competency_counts(people, setting.catalogue) {
        let label = name(setting.words, setting.catalogue, &id);
        out.push((line(&label, Some(&count), None, setting.columns), tone(&count, false)));
    }
    out
}

/// A table with one line a unit.
pub fn by_unit(people: &[Rated], setting: Setting<'_>) -> Vec<Line> {
    let mut out = vec![head("gaps-unit", false, setting)];
    for (unit, count) in unit_counts(people) {
        let label = if unit.is_empty() { setting.words.say("gaps-no-unit") } else { unit };
        out.push((line(&label, Some(&count), None, setting.columns), tone(&count, false)));
    }
    out
}

/// What is required of somebody, counted, in the framework's order.
pub fn competency_counts(people: &[Rated], catalogue: &Catalogue) -> Vec<(CompetencyId, GapCount)> {
    let required = people.iter().flat_map(|one| &one.standings).filter(|standing| standing.required.is_some());
    let order = &catalogue.framework().competencies;
    let place = |id: &CompetencyId| order.iter().position(|c| c.id == *id).unwrap_or(order.len());
    let counts: BTreeMap<CompetencyId, GapCount> = count_by(required.map(|s| (s.competency.clone(), s)));
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(id, _)| place(id));
    counts
}

/// By the unit's name; those without a unit under an empty one.
pub fn unit_counts(people: &[Rated]) -> Vec<(String, GapCount)> {
    let all = people.iter().flat_map(|one| one.standings.iter().map(|standing| (one.unit.clone(), standing)));
    count_by(all.filter(|(_, standing)| standing.required.is_some())).into_iter().collect()
}

const NUMBER: usize = 7;
const MATCH: usize = 8;

fn label_width(matched: bool, columns: usize) -> usize {
    let rest = if matched { 6 * NUMBER + MATCH + 7 } else { 6 * NUMBER + 6 };
    columns.saturating_sub(rest).clamp(14, 40)
}

fn head(label: &str, matched: bool, setting: Setting<'_>) -> Line {
    let ids = ["gaps-short", "gaps-levels", "gaps-largest", "gaps-met-column", "gaps-surplus-column", "gaps-unknown-column"];
    let mut parts = vec![pad(&setting.words.say(label), label_width(matched, setting.columns))];
    parts.extend(ids.map(|id| right(&setting.words.say(id), NUMBER)));
    if matched {
        parts.push(right(&setting.words.say("gaps-match-head"), MATCH));
    }
    (cut(parts.join(" ").trim_end(), setting.columns), Tone::Dim)
}

fn line(label: &str, count: Option<&GapCount>, matched: Option<&str>, columns: usize) -> String {
    let mut parts = vec![pad(&cut(label, label_width(matched.is_some(), columns)), label_width(matched.is_some(), columns))];
    let numbers = |c: &GapCount| {
        [c.short, c.levels, usize::from(c.largest), c.met, c.surplus, c.unknown].map(|number| number.to_string())
    };
    let cells = count.map_or(["–"; 6].map(str::to_owned), numbers);
    parts.extend(cells.iter().map(|cell| right(cell, NUMBER)));
    parts.extend(matched.map(|matched| right(matched, MATCH)));
    cut(parts.join(" ").trim_end(), columns)
}

fn right(text: &str, columns: usize) -> String {
    let text = cut(text, columns);
    let width = crate::domain::language::clean::width(&text);
    format!("{}{text}", " ".repeat(columns.saturating_sub(width)))
}

fn tone(count: &GapCount, nothing: bool) -> Tone {
    match count {
        _ if nothing => Tone::Dim,
        count if count.largest > 1 => Tone::Attention,
        _ => Tone::Plain,
    }
}

/// One element of `bina gaps --json`. The shape is a promise: fields are added, never changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PersonGaps {
    pub person: String,
    pub name: String,
    pub unit: String,
    pub position: Option<String>,
    /// `given`, `suggested`; nothing if nothing is required of the position.
    pub standard: Option<&'static str>,
    #[serde(flatten)]
    pub count: Counted,
    /// The job person match: the supervisor's rating, indicative.
    #[serde(rename = "match")]
    pub matched: Option<Matched>,
    pub competencies: Vec<CompetencyGap>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Counted {
    pub required: usize,
    pub short: usize,
    pub met: usize,
    pub surplus: usize,
    pub unknown: usize,
    /// Of the unknown.
    pub stale: usize,
    /// Missing levels.
    pub levels: usize,
    pub largest: u8,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Matched {
    pub attained: u64,
    pub required: u64,
    /// With two decimals, never capped: `88.89`.
    pub percent: String,
    /// `qualified`, `still_qualified`, `underqualified`; by the exact fraction.
    pub band: &'static str,
    pub exceeds_whole: bool,
    /// Of the technical part, in percent, where the position's grade has weights.
    pub technical_weight: Option<u8>,
    pub compared: usize,
    pub unknown: usize,
    /// Always: a supervisor's rating is no formal assessment.
    pub indicative: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CompetencyGap {
    pub competency: String,
    pub name: String,
    /// `managerial`, `socio_cultural`, `technical`.
    pub kind: &'static str,
    pub required: Option<u8>,
    /// The newest level by the supervisor, too old or not.
    pub current: Option<u8>,
    pub on: Option<Date>,
    pub stale: bool,
    /// `short`, `met`, `surplus`, `unknown`, `not_required`.
    pub gap: &'static str,
    /// Missing levels, or those beyond.
    pub levels: u8,
    /// `up`, `same`, `down`.
    pub trend: Option<&'static str>,
    /// `knowledge`, `skill`, `attitude`: what the current level is mostly about.
    pub facet: Option<&'static str>,
    /// The person's own level.
    pub own: Option<u8>,
    pub evidence: usize,
}

/// One element of `bina gaps --by competency --json` and `--by unit --json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GroupGaps {
    /// The identifier of a competency; empty for units.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub competency: String,
    pub name: String,
    #[serde(flatten)]
    pub count: Counted,
}

impl From<GapCount> for Counted {
    fn from(c: GapCount) -> Self {
        let GapCount { required, short, met, surplus, unknown, stale, levels, largest } = c;
        Counted { required, short, met, surplus, unknown, stale, levels, largest }
    }
}

pub fn machine(one: &Rated, words: &Words, catalogue: &Catalogue, rules: &RuleSet) -> PersonGaps {
    let competency = |standing: &Standing| CompetencyGap {
        competency: standing.competency.to_string(),
        name: name(words, catalogue, &standing.competency),
        kind: standing.kind.id(),
        required: standing.required.map(Level::number),
        current: standing.current.map(|current| current.level.number()),
        on: standing.current.map(|current| current.on),
        stale: standing.stale,
        gap: standing.gap().id(),
        levels: match standing.gap() {
            Gap::Short(levels) | Gap::Surplus(levels) => levels,
            _ => 0,
        },
        trend: standing.trend().map(|trend| match trend {
            Trend::Up => "up",
            Trend::Same => "same",
            Trend::Down => "down",
        }),
        facet: standing.current.and_then(|current| current.facet).map(Facet::id),
        own: standing.own.map(|own| own.level.number()),
        evidence: standing.evidence.count,
    };
    PersonGaps {
        person: one.person.to_string(),
        name: one.name.full(),
        unit: one.unit.clone(),
        position: one.position.clone(),
        standard: one.standard,
        count: one.count().into(),
        matched: one.matched.map(|matched| machine_match(&matched, rules)),
        competencies: one.standings.iter().map(competency).collect(),
    }
}

fn machine_match(matched: &JobPersonMatch, rules: &RuleSet) -> Matched {
    let share = matched.share();
    Matched {
        attained: share.attained,
        required: share.required,
        percent: percent(share),
        band: matched.band(rules).id(),
        exceeds_whole: share.exceeds_whole(),
        technical_weight: matched.technical_weight,
        compared: matched.compared,
        unknown: matched.unknown,
        indicative: true,
    }
}

pub fn machine_competencies(people: &[Rated], words: &Words, catalogue: &Catalogue) -> Vec<GroupGaps> {
    let group = |(id, count): (CompetencyId, GapCount)| GroupGaps {
        name: name(words, catalogue, &id),
        competency: id.to_string(),
        count: count.into(),
    };
    competency_counts(people, catalogue).into_iter().map(group).collect()
}

pub fn machine_units(people: &[Rated]) -> Vec<GroupGaps> {
    let group = |(name, count): (String, GapCount)| GroupGaps { competency: String::new(), name, count: count.into() };
    unit_counts(people).into_iter().map(group).collect()
}

/// Rows for a spreadsheet, one a person and competency; the header is [`PERSON_HEADER`].
pub fn person_rows(people: &[Rated], setting: Setting<'_>) -> Vec<Vec<String>> {
    let words = setting.words;
    let number = |level: Option<Level>| level.map(|level| level.number().to_string()).unwrap_or_default();
    let mut out = Vec::new();
    for one in people {
        for standing in &one.standings {
            out.push(vec![
                one.name.full(),
                one.unit.clone(),
                one.position.clone().unwrap_or_default(),
                kind_word(words, standing.kind),
                name(words, setting.catalogue, &standing.competency),
                number(standing.required),
                number(standing.current.map(|current| current.level)),
                standing.current.map(|current| day(current.on)).unwrap_or_default(),
                match standing.gap() {
                    Gap::Unknown | Gap::NotRequired => String::new(),
                    gap => gap.levels().to_string(),
                },
                match standing.gap() {
                    Gap::Surplus(levels) => levels.to_string(),
                    _ => String::new(),
                },
                standing_gap(words, standing),
                number(standing.own.map(|own| own.level)),
                standing.evidence.count.to_string(),
            ]);
        }
    }
    out
}

pub const PERSON_HEADER: [&str; 13] = [
    "Nama",
    "Unit",
    "Jabatan",
    "Jenis",
    "Kompetensi",
    "Disyaratkan",
    "Sekarang",
    "Tanggal",
    "Kesenjangan",
    "Kelebihan",
    "Keterangan",
    "Menurut Pegawai",
    "Bukti",
];

/// Rows for a spreadsheet, one a group; the header is [`GROUP_HEADER`] behind the name of what is grouped by.
pub fn group_rows(groups: &[GroupGaps]) -> Vec<Vec<String>> {
    let row = |group: &GroupGaps| {
        let c = &group.count;
        let numbers = [c.required, c.short, c.levels, usize::from(c.largest), c.met, c.surplus, c.unknown, c.stale];
        std::iter::once(group.name.clone()).chain(numbers.map(|number| number.to_string())).collect()
    };
    groups.iter().map(row).collect()
}

pub const GROUP_HEADER: [&str; 8] =
    ["Disyaratkan", "Kesenjangan", "Level Kurang", "Terbesar", "Sesuai", "Lebih", "Belum Diketahui", "Kedaluwarsa"];

/// Per cent with two decimals, for machines.
fn percent(share: Share) -> String {
    let hundredths = share.hundredths();
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
pub(crate) mod tests;
