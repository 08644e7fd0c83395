//! Competencies in words: levels, gaps, the job person match, and how any figure came about. Screens, lists and files
//! say competencies with these functions and with no others.
//!
//! What a supervisor rated is never said as a formal assessment: a match is labelled as indicative wherever it stands.

use crate::domain::competency::gap::{self, Requirement};
use crate::domain::competency::job_match::Share;
use crate::domain::competency::self_check::Advice;
use crate::domain::competency::{
    Catalogue, Competency, CompetencyId, CompetencyKind, DatedLevel, ExpectationRating, Facet, Gap, GapCount,
    JobPersonMatch, Level, MatchBand, Rater, RatingValue, StandardSource, Standing, Trend, behaviour::BehaviourStanding,
};
use crate::domain::{DecimalSign, Dossier, PersonId, RuleSet};
use crate::i18n::{Arg, Words};
use jiff::tz::TimeZone;

/// What nothing is known of.
const NOTHING: &str = "–";

/// `manajerial`, `sosial kultural`, `teknis`.
pub fn kind_word(words: &Words, kind: CompetencyKind) -> String {
    words.say(match kind {
        CompetencyKind::Managerial => "competency-kind-managerial",
        CompetencyKind::SocioCultural => "competency-kind-socio-cultural",
        CompetencyKind::Technical => "competency-kind-technical",
    })
}

/// The name of a competency, in the words of the newest framework that has it; else its identifier.
pub fn name(words: &Words, catalogue: &Catalogue, id: &CompetencyId) -> String {
    catalogue.competency(id).map_or_else(|| id.to_string(), |competency| words.wording(&competency.name).to_owned())
}

/// A level with what one sees and hears there: `Level 3 · membagi tugas menurut kekuatan anggota`.
pub fn level_text(words: &Words, competency: &Competency, level: Level) -> String {
    let anchor = words.wording(competency.anchor(level));
    words.with("competency-level-text", &[("level", level_arg(level)), ("anchor", anchor.into())])
}

/// `level 3`, `tidak teramati`.
pub fn value_text(words: &Words, value: RatingValue) -> String {
    match value {
        RatingValue::Level(level) => words.with("competency-level", &[("level", level_arg(level))]),
        RatingValue::NotObserved => words.say("competency-not-observed"),
    }
}

/// `kurang 2 level`, `sesuai standar`, `lebih 1 level`, `belum diketahui`, `tidak disyaratkan`.
pub fn gap_text(words: &Words, gap: Gap) -> String {
    match gap {
        Gap::Short(levels) => words.with("competency-gap-short", &[("levels", i64::from(levels).into())]),
        Gap::Met => words.say("competency-gap-met"),
        Gap::Surplus(levels) => words.with("competency-gap-surplus", &[("levels", i64::from(levels).into())]),
        Gap::Unknown => words.say("competency-gap-unknown"),
        Gap::NotRequired => words.say("competency-gap-not-required"),
    }
}

/// The same for a cell, told apart without colour: `−2`, `=`, `+1`, `?`, nothing.
pub fn gap_sign(gap: Gap) -> String {
    match gap {
        Gap::Short(levels) => format!("−{levels}"),
        Gap::Met => "=".to_owned(),
        Gap::Surplus(levels) => format!("+{levels}"),
        Gap::Unknown => "?".to_owned(),
        Gap::NotRequired => String::new(),
    }
}

/// The gap of a row: as [`gap_text`], and where a level is too old to count that is said instead of "unknown".
pub fn standing_gap(words: &Words, standing: &Standing) -> String {
    match standing.gap() {
        Gap::Unknown if standing.stale => words.say("competency-gap-stale"),
        gap => gap_text(words, gap),
    }
}

/// `memenuhi syarat`, `masih memenuhi syarat`, `kurang memenuhi syarat`.
pub fn band_word(words: &Words, band: MatchBand) -> String {
    words.say(match band {
        MatchBand::Qualified => "competency-band-qualified",
        MatchBand::StillQualified => "competency-band-still-qualified",
        MatchBand::Underqualified => "competency-band-underqualified",
    })
}

/// `pengetahuan`, `keterampilan`, `sikap`.
pub fn facet_word(words: &Words, facet: Facet) -> String {
    words.say(&format!("competency-facet-{}", facet.id()))
}

/// `atasan`, `pegawai sendiri`, or the name of somebody else.
pub fn rater_word(words: &Words, rater: &Rater) -> String {
    match rater {
        Rater::Supervisor => words.say("competency-rater-supervisor"),
        Rater::Employee => words.say("competency-rater-employee"),
        Rater::Other(name) => name.clone(),
    }
}

/// `naik`, `tetap`, `turun`.
pub fn trend_word(words: &Words, trend: Trend) -> String {
    words.say(match trend {
        Trend::Up => "competency-trend-up",
        Trend::Same => "competency-trend-same",
        Trend::Down => "competency-trend-down",
    })
}

/// Whose standard it is: `standar instansi`, `usulan menurut jenis jabatan`.
pub fn source_word(words: &Words, source: StandardSource) -> String {
    words.say(&format!("competency-source-{}", source.id()))
}

/// `di bawah ekspektasi`, `sesuai ekspektasi`, `di atas ekspektasi`.
pub fn behaviour_word(words: &Words, rating: ExpectationRating) -> String {
    words.say(&format!("competency-behaviour-{}", rating.id()))
}

/// A level with its day: `3 (4 Mei 2026)`; a dash where there is none.
pub fn dated_text(words: &Words, dated: Option<DatedLevel>) -> String {
    dated.map_or(NOTHING.to_owned(), |dated| format!("{} ({})", dated.level.number(), words.short_day(dated.on)))
}

/// A row on one line: `disyaratkan 3, sekarang 2 (4 Mei 2026): kurang 1 level; keterampilan; naik dari 1;
/// menurut pegawai 4; 3 bukti`.
pub fn standing_line(words: &Words, standing: &Standing) -> String {
    let current = Arg::from(dated_text(words, standing.current));
    let mut parts = vec![match standing.required {
        Some(required) => {
            let gap = Arg::from(standing_gap(words, standing));
            words.with("competency-standing", &[("required", level_arg(required)), ("current", current), ("gap", gap)])
        }
        None => words.with("competency-standing-free", &[("current", current)]),
    }];
    parts.extend(standing.current.and_then(|current| current.facet).map(|facet| facet_word(words, facet)));
    if let (Some(trend), Some(previous)) = (standing.trend(), standing.previous) {
        let args = [("trend", Arg::from(trend_word(words, trend))), ("level", level_arg(previous.level))];
        parts.push(words.with(if trend == Trend::Same { "competency-still" } else { "competency-moved" }, &args));
    }
    parts.extend(standing.own.map(|own| words.with("competency-own", &[("level", level_arg(own.level))])));
    parts.extend(standing.not_observed.map(|on| words.with("competency-looked-again", &[("on", on.into())])));
    parts.push(evidence_text(words, standing.evidence.count));
    parts.join("; ")
}

/// `3 bukti`, `tanpa bukti`.
pub fn evidence_text(words: &Words, count: usize) -> String {
    words.with("competency-evidence", &[("count", count.into())])
}

/// Counts on one line: `2 kesenjangan (3 level, terbesar 2), 5 sesuai, 1 lebih, 3 belum diketahui (1 kedaluwarsa)`.
/// Surplus and what is unknown stand apart.
pub fn count_line(words: &Words, count: &GapCount) -> String {
    let mut parts = vec![words.with(
        "competency-count-short",
        &[("count", count.short.into()), ("levels", count.levels.into()), ("largest", i64::from(count.largest).into())],
    )];
    parts.push(words.with("competency-count-met", &[("count", count.met.into())]));
    if count.surplus > 0 {
        parts.push(words.with("competency-count-surplus", &[("count", count.surplus.into())]));
    }
    if count.unknown > 0 {
        parts
            .push(words.with("competency-count-unknown", &[("count", count.unknown.into()), ("stale", count.stale.into())]));
    }
    parts.join(", ")
}

/// A share in per cent with two decimals, never capped: `88,89%`.
pub fn percent(words: &Words, share: Share) -> String {
    let hundredths = share.hundredths();
    let point = if words.decimal_sign() == DecimalSign::Comma { ',' } else { '.' };
    let whole = words.number(i64::try_from(hundredths / 100).unwrap_or(i64::MAX));
    format!("{whole}{point}{:02}%", hundredths % 100)
}

/// The match with its label: `88,89%, memenuhi syarat (penilaian atasan, indikatif)`, and of how much it is.
pub fn match_line(words: &Words, matched: &JobPersonMatch, rules: &RuleSet) -> String {
    let share = matched.share();
    let args = [("percent", Arg::from(percent(words, share))), ("band", band_word(words, matched.band(rules)).into())];
    let mut line = words.with("competency-match", &args);
    if !matched.is_complete() {
        let args = [("compared", matched.compared.into()), ("of", (matched.compared + matched.unknown).into())];
        line = format!("{line}; {}", words.with("competency-match-part", &args));
    }
    if share.exceeds_whole() { format!("{line}; {}", words.say("competency-match-above")) } else { line }
}

/// "Why?" of a match: the sums, the weights, the bands, and what was left out.
pub fn why_match(words: &Words, matched: &JobPersonMatch, rules: &RuleSet) -> Vec<String> {
    let sum = |share: Share| {
        let number = |n: u64| Arg::from(words.number(i64::try_from(n).unwrap_or(i64::MAX)));
        let args = [
            ("attained", number(share.attained)),
            ("required", number(share.required)),
            ("percent", percent(words, share).into()),
        ];
        words.with("competency-match-sum", &args)
    };
    let mut out = vec![words.with("competency-match-all", &[("sum", sum(matched.all).into())])];
    if let (Some(technical), Some(general), Some(weighted), Some(weight)) =
        (matched.technical, matched.general, matched.weighted, matched.technical_weight)
    {
        out.push(words.with("competency-match-technical", &[("sum", sum(technical).into())]));
        out.push(words.with("competency-match-general", &[("sum", sum(general).into())]));
        let args = [
            ("technical", i64::from(weight).into()),
            ("general", i64::from(100 - weight).into()),
            ("percent", Arg::from(percent(words, weighted))),
        ];
        out.push(words.with("competency-match-weighted", &args));
    }
    let bands = [
        ("qualified", i64::from(rules.match_qualified).into()),
        ("still", i64::from(rules.match_still).into()),
        ("rules", Arg::from(rules.name.as_str())),
    ];
    out.push(words.with("competency-match-bands", &bands));
    if !matched.is_complete() {
        out.push(words.with("competency-match-left-out", &[("count", matched.unknown.into())]));
    }
    out.push(words.say("competency-match-indicative"));
    out
}

/// "Why?" of a gap: the rule, the formula with its numbers, where each number comes from and of which day it is, what
/// is unknown or too old, and what stands beside it without being counted.
pub fn why_lines(
    words: &Words,
    dossier: &Dossier,
    standing: &Standing,
    catalogue: &Catalogue,
    rules: &RuleSet,
    zone: &TimeZone,
) -> Vec<String> {
    let why = gap::why(dossier, standing, catalogue, rules);
    let mut out = vec![
        words.with("competency-why-rule", &[("months", usize::from(why.months).into())]),
        formula_line(words, standing),
        match &why.required {
            Some(requirement) => requirement_line(words, requirement, zone),
            None => words.say("competency-why-not-required"),
        },
    ];
    match why.current {
        Some(current) => {
            out.push(input_line(words, dossier, "competency-why-current", current));
            if let Some(until) = standing.counts_until {
                let id = if why.stale { "competency-why-stale" } else { "competency-why-until" };
                out.push(words.with(id, &[("until", until.into())]));
            }
        }
        None => out.push(words.say("competency-why-never")),
    }
    out.extend(standing.not_observed.map(|on| words.with("competency-why-not-observed", &[("on", on.into())])));
    out.extend(why.earlier.iter().map(|level| input_line(words, dossier, "competency-why-earlier", *level)));
    let beside = |name: String, dated: DatedLevel| {
        words.with("competency-why-beside", &[("name", name.into()), ("level", dated_text(words, Some(dated)).into())])
    };
    out.extend(why.own.map(|own| beside(rater_word(words, &Rater::Employee), own)));
    out.extend(why.others.into_iter().map(|(name, dated)| beside(name, dated)));
    let evidence = [("count", standing.evidence.count.into()), ("months", usize::from(rules.evidence_months).into())];
    out.push(words.with("competency-why-evidence", &evidence));
    out
}

/// `Kesenjangan = disyaratkan − sekarang = 3 − 1 = 2: kurang 2 level`.
fn formula_line(words: &Words, standing: &Standing) -> String {
    let result = Arg::from(standing_gap(words, standing));
    let (Some(required), Some(known)) = (standing.required, standing.known()) else {
        return words.with("competency-why-no-gap", &[("gap", result)]);
    };
    let difference = i64::from(required.number()) - i64::from(known.number());
    let args = [("required", level_arg(required)), ("current", level_arg(known)), ("difference", difference.into())];
    let [required, current, difference] = args;
    words.with("competency-why-formula", &[required, current, difference, ("gap", result)])
}

fn requirement_line(words: &Words, requirement: &Requirement, zone: &TimeZone) -> String {
    let args = [
        ("level", level_arg(requirement.level)),
        ("position", requirement.position.as_str().into()),
        ("source", source_word(words, requirement.source).into()),
        ("on", requirement.written.to_zoned(zone.clone()).date().into()),
    ];
    words.with("competency-why-required", &args)
}

/// A dated level with its reason and what it stands on. `id` names a message with level, day and evidence.
fn input_line(words: &Words, dossier: &Dossier, id: &'static str, dated: DatedLevel) -> String {
    let args = [
        ("level", level_arg(dated.level)),
        ("on", dated.on.into()),
        ("evidence", evidence_text(words, dated.evidence).into()),
    ];
    let mut line = words.with(id, &args);
    if let Some(facet) = dated.facet {
        line = format!("{line}, {}", facet_word(words, facet));
    }
    let rating = dossier.rating(dated.rating);
    let reason = rating.map(|rating| rating.reason.for_supervisor().as_str()).filter(|reason| !reason.is_empty());
    reason.map_or(line.clone(), |reason| format!("{line}: {}", reason.lines().collect::<Vec<_>>().join(" ")))
}

/// What the self-check noticed, with the place: `Sari Putri: level 3 untuk semua 9 kompetensi`. For the rater alone.
pub fn advice_text(words: &Words, advice: &Advice, catalogue: &Catalogue, person: &dyn Fn(PersonId) -> String) -> String {
    use crate::domain::competency::self_check::Sign;
    let numbers: Vec<(&'static str, Arg)> =
        advice.sign.numbers().into_iter().map(|(name, number)| (name, number.into())).collect();
    let noticed = words.with(advice.sign.message_id(), &numbers);
    let place = match advice.sign {
        Sign::SameForMost { .. } => advice.competency.as_ref().map(|id| name(words, catalogue, id)),
        Sign::NarrowSpread { .. } => None,
        _ => advice.person.map(person),
    };
    place.map_or(noticed.clone(), |place| format!("{place}: {noticed}"))
}

/// A BerAKHLAK value of a period: `sesuai ekspektasi, 2 bukti; periode lalu di atas ekspektasi`.
pub fn behaviour_line(words: &Words, standing: &BehaviourStanding<'_>) -> String {
    let rated = match standing.current {
        Some(current) => behaviour_word(words, current.rating),
        None => words.say("competency-behaviour-unrated"),
    };
    let mut line = format!("{rated}, {}", evidence_text(words, standing.evidence.count));
    if let Some(previous) = standing.previous {
        let word = Arg::from(behaviour_word(words, previous.rating));
        line = format!("{line}; {}", words.with("competency-behaviour-before", &[("rating", word)]));
    }
    line
}

fn level_arg(level: Level) -> Arg {
    Arg::Number(i64::from(level.number()))
}

#[cfg(test)]
mod tests;
